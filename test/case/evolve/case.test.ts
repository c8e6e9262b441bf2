import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import { anAnswer, anOpening, morning } from "../../support/a-case.ts";
import { queuedOne } from "../../support/a-notice.ts";
import { beforeAPerson, held, later, opened, told } from "../../support/laws.ts";

type Fact = Readonly<Record<string, unknown>> & { readonly type: CaseEvent["type"] };
const then = (state: Case, ...facts: readonly Fact[]): Case =>
  facts.reduce<Case>((now, fact) => evolveTarget(now, { at: later(1), ...fact } as unknown as CaseEvent), state);
const asked: Fact = {
  type: "asked",
  reviewId: "reply.1",
  question: "reply",
  blocking: false,
  reason: "The desk asks something.",
};

describe("a question to a person", () => {
  test("is open from when it is asked, and nobody has been told of it", () => {
    const forms = [{ url: "https://network.example/abuse", scope: "network" }];
    expect(then(told, { ...asked, noticeId: queuedOne.id, forms }).reviews).toEqual([
      {
        id: "reply.1",
        question: "reply",
        askedAt: later(1),
        blocking: false,
        reason: "The desk asks something.",
        announced: false,
        noticeId: queuedOne.id,
        forms,
      },
    ]);
    expect(Object.keys(then(told, asked).reviews[0] ?? {})).not.toContain("noticeId");
    expect(Object.keys(then(told, asked).reviews[0] ?? {})).not.toContain("forms");
  });

  test("stands beside those before it, in their order", () => {
    const two = then(told, asked, { ...asked, reviewId: "reply.2" });
    expect(two.reviews.map(({ id }) => id)).toEqual(["reply.1", "reply.2"]);
  });

  const two = then(told, asked, { ...asked, reviewId: "reply.2" });
  test("of which on-call was told says when, and the others do not", () => {
    const level = then(two, { type: "announced", reviewIds: ["reply.2"], at: later(2) });
    expect(level.reviews.map(({ announced, announcedAt }) => [announced, announcedAt])).toEqual([
      [false, undefined],
      [true, later(2)],
    ]);
  });

  test("to which the first of two persons agreed says who", () => {
    const agreed = then(two, { type: "agreed", reviewId: "reply.1", by: "jane", why: "seen" });
    expect(agreed.reviews.map(({ agreedBy }) => agreedBy)).toEqual(["jane", undefined]);
  });
});

describe("a question ends by itself", () => {
  const nameGone = beforeAPerson({ ...told, contact: anAnswer({ addresses: [], candidates: [] }) }, "name-gone", true);
  test("about a name that is gone, where the name stands again", () => {
    const looked = (answer: Parameters<typeof anAnswer>[0]) =>
      then(nameGone, { type: "contact-answered", answer: anAnswer(answer) }).reviews.length;
    expect([looked({}), looked({ addresses: [], candidates: [] })]).toEqual([0, 1]);
    const { contact: _, ...never } = nameGone;
    expect(then(never, { type: "escalated", level: 0, why: "" }).reviews).toHaveLength(1);
  });

  test("about what a reporter said to be gone, where nobody says so any more", () => {
    const word = (status: string, at: string): Fact => ({
      type: "status",
      at,
      stood: true,
      message: { kind: "status", reporter: "hotline", reportId: "r-1", status, at },
    });
    const gone = then(beforeAPerson(told, "said-gone"), word("gone", later(1)));
    expect(gone.reviews).toHaveLength(1);
    expect(then(gone, word("still-up", later(2))).reviews).toEqual([]);
    const two = { ...gone, reporters: ["hotline", "cert"] };
    expect(then(two, { type: "escalated", level: 1, why: "" }).reviews).toHaveLength(1);
  });

  test("and those beside it stay", () => {
    const two = { ...nameGone, reviews: [...nameGone.reviews, ...beforeAPerson(told, "reply").reviews] };
    const left = then(two, { type: "contact-answered", answer: anAnswer() }).reviews;
    expect(left.map(({ question }) => question)).toEqual(["reply"]);
  });

  test("and no other question by such a fact", () => {
    expect(then(beforeAPerson(told, "unanswered"), { type: "escalated", level: 1, why: "" }).reviews).toHaveLength(1);
  });
});

test("the end of a case takes its questions along, and says when and as what", () => {
  const ended = then(beforeAPerson(told, "reply"), { type: "closed", outcome: "decided", why: "enough" });
  expect(ended).toMatchObject({ reviews: [], closed: { at: later(1), outcome: "decided" } });
  expect(ended.closed).not.toHaveProperty("saidAt");
});

test("what comes after a case is forgotten brings nothing back", () => {
  const forgotten = then(told, { type: "closed", outcome: "gone", why: "" }, { type: "forgotten", at: later(9) });
  expect(forgotten.forgottenAt).toBe(later(9));
  const late = then(forgotten, {
    type: "corrected",
    by: "jane",
    why: "",
    explanation: "It is a copy.",
    at: later(10),
  });
  expect(late).toEqual(forgotten);
});

test("an escalation level that is escalated is the one that the case stands on, and ends its rest", () => {
  const state = then({ ...told, quiet: true }, { type: "escalated", level: 2, name: "the registrar", why: "" });
  expect(state).toMatchObject({ level: 2, levelName: "the registrar", escalatedAt: later(1), quiet: false });
  const { levelName: _, ...nameless } = told;
  expect(then(nameless, { type: "escalated", level: 2, why: "" })).not.toHaveProperty("levelName");
});

test("a correction takes the place of what reporters explained, and of nothing else", () => {
  const corrected = then(told, { type: "corrected", by: "jane", why: "", explanation: "It is a copy." });
  expect(corrected.evidence).toEqual({ ...told.evidence, explanation: "It is a copy." });
});

test("a correction remembers what stood before it; of many the last three", () => {
  const corrected = (state: Case, explanation: string) =>
    then(state, { type: "corrected", by: "jane", why: "", explanation });
  const { explanation: reported } = told.evidence;
  expect(corrected(told, "One.").wrongReasons).toEqual([{ text: reported, until: later(1) }]);
  expect(corrected({ ...told, evidence: {} }, "One.").wrongReasons).toEqual([{ until: later(1) }]);
  const often = ["One.", "Two.", "Three.", "Four."].reduce(corrected, told);
  expect(often.wrongReasons?.map(({ text }) => text)).toEqual(["One.", "Two.", "Three."]);
});

test("a person's hold stands until it ends, or until somebody lifts it", () => {
  const hold = (until?: string) =>
    then(told, { type: "held", by: "jane", why: "the police asked", ...(until && { until }) }).holds;
  const stands = { by: "jane", why: "the police asked", since: later(1), version: told.version + 1 };
  expect(hold()).toEqual([stands]);
  expect(hold(later(5))).toEqual([{ ...stands, until: later(5) }]);
});

test("a person's hold is lifted with all others, and the question about them goes", () => {
  const state = then(beforeAPerson(held(told), "held", true), { type: "released", by: "jane", why: "done" });
  expect(state).toMatchObject({ holds: [], reviews: [] });
});

test("that a case was opened made it, and changes it no more", () => {
  expect(then(opened, anOpening() as unknown as Fact)).toEqual(opened);
  expect(opened.openedAt).toBe(morning);
});
