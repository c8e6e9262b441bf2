import type { FC } from "hono/jsx";
import type { TargetCase } from "../../case/case.ts";
import { isMachines, wordsIn } from "../../case/letter.ts";
import type { Notice } from "../../case/notice.ts";
import type { Digest } from "../../digest/digest.ts";
import type { Result } from "../../kernel/result.ts";
import { visible } from "../shown.ts";
import { noticeStateWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";
import { noticeName } from "./say-event.ts";

/** The text of one notice or of a digest's mail, as a desk reads it. */
export const NoticePage: FC<{
  readonly state: TargetCase | Digest;
  readonly notice: Notice;
  readonly text: Result<PlainNotice, string>;
}> = ({ state, notice, text }) => (
  <>
    <div class="title">
      <p class="meta">
        <a href={`/cases/${encodeURIComponent(state.id)}`}>Back to the {state.kind}</a>
      </p>
      <h1>{noticeName(notice.id, state)}</h1>
      <p class="soft">
        {noticeStateWords[notice.state]} · <span class="id">{state.id}</span>
      </p>
    </div>
    <section class="panel" aria-labelledby="text">
      <h2 id="text">Its text</h2>
      {notice.step === "letter" && !isMachines(notice.letter) && wordsIn(notice.letter) === undefined ? (
        <p>Its words stand in the timeline of the case; what goes out is kept nowhere else.</p>
      ) : text.ok ? (
        <>
          <p class="soft">
            As it would be written now
            {state.kind === "digest" && !state.members && ", with those that wait for it so far"}. The exact address
            stands in the machine-readable part only.
          </p>
          <p class="subject">{visible(text.value.subject)}</p>
          <section class="scroll" tabindex={0} aria-label="Text of the notice">
            <pre>{visible(text.value.text)}</pre>
          </section>
        </>
      ) : (
        <p class="problem">The text could not be written. {text.error}</p>
      )}
    </section>
  </>
);
