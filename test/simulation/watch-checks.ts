import type { Case } from "../../functions/case/case.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Tells } from "./breach.ts";
import type { InForce } from "./in-force.ts";

/**
 * What reporters' checkers may do: never end an urgent case, nor any within a minute of their word,
 * nor one that was seen since it was asked about; and nothing is asked twice for one cause.
 */
export const aWatchOverChecks = (breach: Tells) => {
  const asked = new Set<string>();
  /** Cases that were seen since they were asked about last. */
  const seenSince = new Set<string>();
  const goneAt = new Map<string, string>();

  const closed = (next: Case, { events }: Change, inForce: InForce) => {
    const event = events.find(({ type }) => type === "closed");
    if (event?.type !== "closed" || next.kind !== "case") return;
    const { checkers, hasChecker } = inForce.policyOf(next);
    const isPersons = events.some(({ type }) => type === "answered");
    const looks = (one: string) => hasChecker || checkers.has(one);
    if (isPersons || !next.reporters.some((one) => looks(one) && !next.withdrawn.includes(one))) return;
    if (event.outcome === "gone" && next.lane === "urgent")
      breach("moved by a stranger", `${next.id} is urgent, and closed by a checker's word`);
    const said = goneAt.get(next.id);
    if (event.outcome === "gone" && said !== undefined && event.at < plusMinutes(said, 1))
      breach("moved by a stranger", `${next.id} is closed within a minute of a checker's word`);
    const byCheck = events.some((one) => one.type === "check-ended" && one.closes);
    if (byCheck && seenSince.has(next.id))
      breach("moved by a stranger", `${next.id} is closed by a desk's word, and was seen since`);
  };

  const committed = (change: Change, inForce: InForce) => {
    const { next, events } = change;
    for (const event of events) {
      if (event.type === "status" && event.toldTo === undefined && event.message.status === "gone" && !event.seenSince)
        goneAt.set(next.id, event.at);
      if (event.type === "status" && event.message.status === "still-up") seenSince.add(next.id);
      if (event.type !== "check-wanted") continue;
      seenSince.delete(next.id);
      const key = `${next.id} ${event.cause}`;
      if (asked.has(key)) breach("acted twice", `${next.id} asks whether it is gone twice for ${event.cause}`);
      asked.add(key);
    }
    closed(next, change, inForce);
  };

  return { committed };
};
