import type { FC } from "hono/jsx";
import type { Case } from "../case/case.ts";
import type { HistoryLine } from "../case/store.ts";
import type { Instant } from "../kernel/instant.ts";
import { Section, When } from "./parts.tsx";
import { Quoted } from "./review-form.tsx";
import { sayEvent } from "./say-event.ts";
import { hostsOf } from "./shown.ts";

/** All that has happened to a case, newest first; what was written down together stands together. */
export const Timeline: FC<{ readonly state: Case; readonly history: readonly HistoryLine[]; readonly now: Instant }> = ({ state, history, now }) => (
  <Section id="timeline" title="Timeline">
    <p class="soft">Newest first.</p>
    <ol class="timeline" reversed>
      {[...history].reverse().map(({ at, events }) => (
        <li>
          <p class="at">
            <When at={at} now={now} />
          </p>
          {[...events].reverse().map((event) => (
            <>
              <p class="event">{sayEvent(event, state)}</p>
              {event.type === "replied" && event.said && <Quoted text={event.said} hosts={hostsOf(state)} />}
            </>
          ))}
        </li>
      ))}
    </ol>
  </Section>
);
