import type { FC } from "hono/jsx";
import type { Notice, Review, TargetCase } from "../case/case.ts";
import type { Digest } from "../digest/digest.ts";
import type { Result } from "../kernel/result.ts";
import type { Case } from "../matters/case.ts";
import type { PlainNotice } from "./case/notice-text.ts";
import type { FilledIn } from "./case/read-verdict.ts";
import { actionOf } from "./case/review-form.tsx";
import { noticeName } from "./case/say-event.ts";
import { CaseRow } from "./cases/cases-page.tsx";
import { caseName } from "./parts.tsx";
import { shown, visible } from "./shown.ts";
import { noticeStateWords } from "./words.ts";

/** The text of one notice or of a digest's mail, as a desk reads it. */
export const NoticePage: FC<{ readonly state: TargetCase | Digest; readonly notice: Notice; readonly text: Result<PlainNotice, string> }> = ({
  state,
  notice,
  text,
}) => (
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
      {text.ok ? (
        <>
          <p class="soft">
            As it would be written now{state.kind === "digest" && !state.members && ", with those that wait for it so far"}. The exact address stands in the
            machine-readable part only.
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

/** Sending twice is the one thing that cannot be taken back, so it is asked twice. */
export const ConfirmPage: FC<{ readonly state: Case; readonly review: Review; readonly filled: FilledIn }> = ({ state, review, filled }) => (
  <>
    <div class="title">
      <h1>Send it again?</h1>
      <p class="soft">
        {caseName(state)} · <span class="id">{state.id}</span>
      </p>
    </div>
    <article class="question urgent">
      <p class="happened">Nobody can say whether the {noticeName(review.noticeId ?? "", state)} went out. If it did, the desk gets it a second time.</p>
      <p class="soft">Your reason: {shown(filled.why)}</p>
      <form method="post" action={actionOf(state, review)}>
        <input type="hidden" name="decision" value="send-again" />
        <input type="hidden" name="why" value={filled.why} />
        <input type="hidden" name="confirmed" value="yes" />
        <button class="button danger" type="submit">
          Send again, perhaps twice
        </button>
        <a class="button quiet" href={`/cases/${encodeURIComponent(state.id)}`}>
          No, back to the case
        </a>
      </form>
    </article>
  </>
);

export type SearchPageProps = { readonly query: string; readonly found?: readonly Case[] };

/** The form posts, so that no reported address stays in the browser's history or in an access log. */
export const SearchPage: FC<SearchPageProps> = ({ query, found }) => (
  <>
    <div class="title">
      <h1>Search</h1>
    </div>
    <search>
      <form class="panel search" method="post" action="/search">
        <div class="field">
          <label for="q">Case, report or address</label>
          <input
            id="q"
            name="q"
            type="search"
            value={query}
            maxlength={8192}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby="q-hint"
          />
          <p class="hint" id="q-hint">
            A case’s number, a report’s id, or exactly one reported URL or host, defanged or not.
          </p>
        </div>
        <button class="button" type="submit">
          Search
        </button>
      </form>
    </search>
    {found && found.length === 0 && (
      <div class="panel empty" role="status">
        <p>
          <strong>Nothing was found.</strong>
        </p>
        <p>An address finds open cases about exactly that URL or that whole host. Closed cases are found by their number or by the report’s id.</p>
      </div>
    )}
    {found && found.length > 0 && (
      <ul class="rows">
        {found.map((state) => (
          <CaseRow state={state} />
        ))}
      </ul>
    )}
  </>
);

/** One sentence for whatever has no page, and the way back. */
export const SentencePage: FC<{ readonly title: string; readonly says: string; readonly back?: boolean }> = ({ title, says, back = true }) => (
  <div class="all-well">
    <h1>{title}</h1>
    <p>{says}</p>
    {back && (
      <p>
        <a class="button quiet" href="/">
          To what waits
        </a>
      </p>
    )}
  </div>
);
