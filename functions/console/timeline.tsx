import type { FC } from "hono/jsx";
import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { HistoryLine } from "../case/store.ts";
import type { Instant } from "../kernel/instant.ts";
import { Section, When } from "./parts.tsx";
import { Quoted } from "./review-form.tsx";
import { sayEvent } from "./say-event.ts";
import { hostsOf } from "./shown.ts";
import { count } from "./words.ts";

/** What was written down together, in words, and the earlier moments at which the very same happened. */
type Entry = { readonly at: Instant; readonly said: readonly { readonly event: CaseEvent; readonly sentence: string }[]; readonly before: readonly Instant[] };

type TimelineProps = { readonly state: Case; readonly history: readonly HistoryLine[]; readonly now: Instant };

/** All that has happened to a case, newest first; what was written down together stands together. */
export const Timeline: FC<TimelineProps> = ({ state, history, now }) => (
  <Section id="timeline" title="Timeline">
    <p class="soft">Newest first.</p>
    <ol class="timeline" reversed>
      {entriesOf(history, state).map(({ at, said, before }) => (
        <li>
          <p class="at">
            <When at={at} now={now} />
          </p>
          {said.map(({ event, sentence }) => (
            <>
              <p class="event">{sentence}</p>
              {event.type === "replied" && event.said && <Quoted text={event.said} hosts={hostsOf(state)} />}
            </>
          ))}
          {before.length > 0 && <Before moments={before} />}
        </li>
      ))}
    </ol>
  </Section>
);

const Before: FC<{ readonly moments: readonly Instant[] }> = ({ moments }) => (
  <details>
    <summary>and the same {count(moments.length, "time")} before</summary>
    <ul>
      {moments.map((at) => (
        <li>
          <When at={at} />
        </li>
      ))}
    </ul>
  </details>
);

/** Newest first. A look-up repeated all night says the same each time; such lines stand as one, with every moment kept. */
export const entriesOf = (history: readonly HistoryLine[], state: Case): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const { at, events } of [...history].reverse()) {
    const said = [...events].reverse().map((event) => ({ event, sentence: sayEvent(event, state) }));
    const last = entries.at(-1);
    if (last && isRepeated(last.said, said)) entries[entries.length - 1] = { ...last, before: [...last.before, at] };
    else entries.push({ at, said, before: [] });
  }
  return entries;
};

/** Only what nobody outside said: two mails with the same class are two mails. */
const isRepeated = (later: Entry["said"], earlier: Entry["said"]): boolean =>
  later.length === earlier.length && later.every(({ event, sentence }, at) => event.type === "contact-answered" && sentence === earlier[at]?.sentence);
