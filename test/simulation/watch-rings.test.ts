import { expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import type { EventOf } from "../../functions/case/event.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { aCase, morning } from "../support/a-case.ts";
import { aWatchOverRings } from "./watch-rings.ts";

/* The watch over rings sees what it is there for. */

const one = "TD-ONE";
const other = "TD-OTHER";
type Rings = Omit<EventOf<"announced">, "type" | "reviewIds"> & {
  readonly id: string;
  readonly lane?: Case["lane"];
};

/** The promises that are broken where on-call is told of these cases, each of which found nobody to write to. */
const brokenBy = (...rings: readonly Rings[]): readonly string[] => {
  const found: string[] = [];
  const watch = aWatchOverRings((promise) => void found.push(promise));
  for (const { id, lane = "standard", at, rangAt } of rings) {
    const review = {
      id: "no-contact.1",
      question: "no-contact",
      askedAt: morning,
      blocking: true,
      reason: "nobody is named",
      announced: true,
      announcedAt: rangAt ?? at,
    } as const;
    const event = { type: "announced", at, reviewIds: [review.id], ...(rangAt && { rangAt }) } as const;
    watch.committed({ next: { ...aCase({}), id, lane, reviews: [review] }, events: [event], at });
  }
  return found;
};
const nextDay = plusHours(morning, 24);
const soon = plusHours(morning, 1);

const urgentRings = [morning, soon].map((at) => ({ at, lane: "urgent" }) as const);

test.each([
  ["a question that rings within a day", [{ at: morning }, { at: plusMinutes(nextDay, -1) }], ["acted twice"]],
  ["nothing in an urgent one that rings an hour later", urgentRings, []],
  ["nothing in one that rings a day later", [{ at: morning }, { at: nextDay }], []],
] as const)("%s", (_, rings, broken) => {
  expect(brokenBy(...rings.map((ring) => ({ id: one, ...ring })))).toEqual(broken);
});

test("a question that joins another's ring rings with it, and not before", () => {
  const joins = [
    { id: one, at: morning },
    { id: other, at: soon, rangAt: morning },
  ];
  expect(brokenBy(...joins, { id: one, at: nextDay }, { id: other, at: nextDay })).toEqual([]);
  expect(brokenBy(...joins, { id: other, at: plusMinutes(nextDay, -1) })).toEqual(["acted twice"]);
});

test("a question that nobody hears of: it joins no ring, its own, one that is over, or as an urgent one", () => {
  expect(brokenBy({ id: other, at: soon, rangAt: morning })).toContain("lost");
  expect(brokenBy({ id: one, at: morning }, { id: one, at: nextDay, rangAt: morning })).toContain("lost");
  expect(brokenBy({ id: one, at: morning }, { id: other, at: nextDay, rangAt: morning })).toContain("lost");
  expect(brokenBy({ id: one, at: morning }, { id: other, at: soon, rangAt: morning, lane: "urgent" })).toContain(
    "lost",
  );
});
