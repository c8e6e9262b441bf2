import { type FC, useContext } from "hono/jsx";
import type { Case, Review } from "../../case/case.ts";
import { Button, Title } from "../elements.tsx";
import { caseName, OpenedFrom } from "../parts.tsx";
import { ConfirmForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import type { FilledIn } from "./read-verdict.ts";
import { actionOf } from "./review-form.tsx";
import { noticeName } from "./say-event.ts";

/** Asked twice, since sending twice is the one thing that cannot be taken back. */
export const ConfirmPage: FC<{ readonly state: Case; readonly review: Review; readonly filled: FilledIn }> = ({
  state,
  review,
  filled,
}) => (
  <>
    <Title of="Send it again?">
      {caseName(state)} · <span class="id">{state.id}</span>
    </Title>
    <article class="question urgent">
      <p class="happened">
        Nobody can say whether the {noticeName(review.noticeId ?? "", state)} went out. If it did, the desk gets it a
        second time.
      </p>
      <p class="soft">Your reason: {shown(filled.why)}</p>
      <ConfirmForm
        action={actionOf(state, review) + useContext(OpenedFrom)}
        fields={{ decision: "send-again", why: filled.why }}
        back={`/cases/${encodeURIComponent(state.id)}${useContext(OpenedFrom)}`}
      >
        <Button kind="danger">Send again, perhaps twice</Button>
      </ConfirmForm>
    </article>
  </>
);
