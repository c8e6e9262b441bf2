import type { Case } from "../../functions/case/case.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Tells } from "./breach.ts";
import { asks } from "./in-force.ts";

/**
 * Holds a case that a person opened again to its promise: its path goes on by a look-up that was made since, and not
 * by what was known when it was closed. That nobody is told twice holds for it as for any other.
 */
export const aWatchOverReopened = (breach: Tells) => {
  /** When the look-up was made that a case had as it was opened again. */
  const knownAt = new Map<string, Instant>();
  const committed = (before: Case | undefined, { next, events }: Change) => {
    if (before?.kind !== "case" || next.kind !== "case") return;
    // A person who tells the next by their word puts it in line; before it goes out its host is looked up
    // (`flow/reopened.test.ts`).
    const isByPerson = events.some((event) => event.type === "answered" && event.verdict.decision === "escalate");
    for (const event of events) {
      if (event.type === "reopened" || (event.type === "answered" && event.verdict.decision === "reopen")) {
        if (!before.closed) breach("acted twice", `${next.id} is opened again, and was open`);
        if (before.contact) knownAt.set(next.id, before.contact.askedAt);
      }
      // A person who names a mailbox needs no look-up.
      if (event.type !== "notice-queued" || event.to.source === "person" || !asks.includes(event.step)) continue;
      const known = isByPerson ? undefined : knownAt.get(next.id);
      if (known !== undefined && (next.contact?.askedAt ?? known) <= known)
        breach(
          "wrong recipient",
          `${next.id} was opened again, and queues ${event.noticeId} by what was known when it was closed`,
        );
    }
  };
  return { committed };
};
