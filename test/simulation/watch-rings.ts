import { alikeKey } from "../../functions/case/asked-alike.ts";
import type { Case } from "../../functions/case/case.ts";
import type { EventOf } from "../../functions/case/event.ts";
import { ringsAgainAfterHours } from "../../functions/case/lasting.ts";
import { type Instant, plusHours } from "../../functions/kernel/instant.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Tells } from "./breach.ts";

/**
 * How often on-call hears of a question: once, and again by its lane's time, whether it rings itself or joins
 * another. It joins only what gathers it with another question, of which on-call heard within that time; and it
 * counts as heard from then, so that it rings again no later than that one.
 */
export const aWatchOverRings = (breach: Tells) => {
  /** When on-call heard last of each question: by its own ring, or by the one that it joined. */
  const heard = new Map<string, Instant>();
  /** The moments at which on-call was told. */
  const rings = new Set<Instant>();
  /** The questions that have stood when on-call had heard of them, by what gathers them and since when. */
  const standing = new Map<string, Set<string>>();

  /** What gathers a question, and when on-call heard of it. */
  const heardTogether = (key: string, at: Instant): string => `${key} heard ${at}`;
  const keyOf = (state: Case, reviewId: string): string | undefined => {
    const review = state.reviews.find(({ id }) => id === reviewId);
    return state.kind === "case" && review ? alikeKey(state, review) : undefined;
  };

  const joined = (next: Case, reviewIds: readonly string[], rangAt: Instant, at: Instant) => {
    const keys = reviewIds.map((id) => keyOf(next, id));
    if (keys.includes(undefined)) breach("lost", `${next.id} joins a ring with what stands alone`);
    if (!rings.has(rangAt) || plusHours(rangAt, ringsAgainAfterHours[next.lane]) <= at)
      breach("lost", `${next.id} joins a ring at ${rangAt}, when on-call was not told, or which is over`);
    const isAnothers = reviewIds.some((reviewId, index) =>
      [...(standing.get(heardTogether(keys[index] ?? "", rangAt)) ?? [])].some(
        (one) => one !== `${next.id} ${reviewId}`,
      ),
    );
    if (!isAnothers) breach("lost", `${next.id} joins the ring of no other question that is asked alike`);
  };

  const announced = (next: Case, { reviewIds, rangAt, at }: EventOf<"announced">) => {
    if (rangAt === undefined) rings.add(at);
    else joined(next, reviewIds, rangAt, at);
    for (const reviewId of reviewIds) {
      const question = `${next.id} ${reviewId}`;
      const before = heard.get(question);
      if (before !== undefined && plusHours(before, ringsAgainAfterHours[next.lane]) > at)
        breach("acted twice", `${next.id} notes twice that on-call was told of ${reviewId}`);
      heard.set(question, rangAt ?? at);
    }
  };

  const committed = ({ next, events }: Change) => {
    for (const event of events) if (event.type === "announced") announced(next, event);
    // A desk that its case asks since gathers the same question with others.
    for (const { id, announcedAt } of next.reviews) {
      const key = announcedAt === undefined ? undefined : keyOf(next, id);
      if (key === undefined || announcedAt === undefined) continue;
      const together = heardTogether(key, announcedAt);
      standing.set(together, (standing.get(together) ?? new Set()).add(`${next.id} ${id}`));
    }
  };

  return { committed };
};
