import { type FC, useContext } from "hono/jsx";
import { noteCharacters } from "../../case/bounds.ts";
import type { Case } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { Button, Field } from "../elements.tsx";
import { DecidersOnly, OpenedFrom, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { hostsOf, shown } from "../shown.ts";

export const Notes: FC<{ readonly state: Case; readonly now: Instant }> = ({ state, now }) => {
  const from = useContext(OpenedFrom);
  const { notes = [], forgottenAt } = state;
  if (forgottenAt !== undefined) return null;
  return (
    <Section id="notes" title="Notes">
      {notes.length > 0 && (
        <ul class="plain">
          {notes.toReversed().map(({ by, at, text }) => (
            <li data-mark={`line note ${at}`}>
              <p class="words">{shown(text, hostsOf(state))}</p>
              <p class="hint">
                {shown(by)}, <When at={at} now={now} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <DecidersOnly>
        <PostForm action={`/cases/${encodeURIComponent(state.id)}/note${from}`} data-decides="no">
          <Field
            id="note"
            label="For whoever looks next"
            hint="Stays inside: no desk and no reporter reads it. Write no reported address here."
          >
            <textarea id="note" name="note" rows={2} maxlength={noteCharacters} required />
          </Field>
          <Button kind="quiet">Keep this note</Button>
        </PostForm>
      </DecidersOnly>
    </Section>
  );
};
