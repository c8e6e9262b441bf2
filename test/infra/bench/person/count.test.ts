import { describe, expect, test } from "vitest";
import type { CaseEvent, Verdict } from "../../../../functions/case/event.ts";
import {
  type Counted,
  casesRead,
  causeOf,
  closingsOf,
  entriesOf,
  missedOf,
  type TrueTarget,
  wantedRegistrar,
  whereIs,
} from "../../../../infra/bench/person/count.ts";

const at = "2026-10-06T10:00:00.000Z";
const atMs = Date.parse(at);
const lines = (...all: readonly (readonly CaseEvent[])[]) =>
  all.map((events, nth) => ({ version: nth + 1, at, events }));
const asked = (question: "unanswered" | "form-only", reviewId = `${question}-1`): CaseEvent => ({
  type: "asked",
  at,
  reviewId,
  question,
  blocking: true,
  reason: "it is so",
});
const rings = (...reviewIds: readonly string[]): CaseEvent => ({ type: "announced", at, reviewIds });
const closed = (outcome: "removed" | "gone" | "decided" = "removed"): CaseEvent => ({
  type: "closed",
  at,
  outcome,
  why: "it is so",
});
const replied: CaseEvent = {
  type: "replied",
  at,
  noticeId: "n",
  replyClass: "removed",
  authenticated: true,
  mailHash: "h",
};
const said: CaseEvent = {
  type: "status",
  at,
  message: { kind: "status", reporter: "r", reportId: "1", status: "gone", at },
  stood: true,
};
const answered: CaseEvent = {
  type: "answered",
  at,
  reviewId: "unanswered-1",
  verdict: { decision: "close", outcome: "gone" },
  by: "on-call",
  why: "looked",
};

const aTarget = (spoilt: Partial<TrueTarget> = {}): TrueTarget => ({
  id: 1,
  isUp: () => true,
  hasComeBack: false,
  letters: [],
  ...spoilt,
});
const aCounted = (spoilt: Partial<Counted> = {}): Counted => ({
  id: "TD-1",
  lane: "standard",
  openedAtMs: atMs - 3_600_000,
  history: [],
  cases: 1,
  isClosed: false,
  hasQuestion: false,
  isDue: false,
  target: aTarget(),
  ...spoilt,
});

describe("a question", () => {
  const causes = (counted: Counted) => entriesOf(counted).map(({ cause, cases }) => [cause, cases]);

  test("is one entry, however many cases it has", () => {
    expect(causes(aCounted({ cases: 12, history: lines([asked("unanswered")]) }))).toEqual([["unanswered", 12]]);
  });

  test("counts again where it rings again, as nobody answered", () => {
    const history = lines([asked("unanswered")], [rings("unanswered-1")], [rings("unanswered-1")]);
    expect(causes(aCounted({ history }))).toEqual([
      ["unanswered", 1],
      ["unanswered", 1],
    ]);
  });

  test("that follows another is another", () => {
    const history = lines([asked("form-only"), asked("unanswered")], [rings("form-only-1", "unanswered-1")]);
    expect(causes(aCounted({ history }))).toEqual([
      ["form-only", 1],
      ["unanswered", 1],
    ]);
  });
});

test("what a question about a name comes from is told by what the name is", () => {
  const registrar: object = { question: "registrar" };
  expect(causeOf({ question: "unanswered" }, "old")).toBe("unanswered");
  expect(causeOf({ question: "form-only", ...registrar }, "old")).toBe("registrar: old name");
});

describe("a registrar is told", () => {
  const sentAt = "2026-10-06T11:00:00.000Z";
  const notice = (email: string) => {
    const to = { email, scope: "registrar", source: "rdap", confidence: "high", remarks: [] } as const;
    return { id: "n", level: 1, step: "first", to, notBefore: at, attempts: 1, state: "sent", sentAt } as const;
  };
  const says = (verdict: Verdict): CaseEvent => ({ ...answered, verdict });
  const isWanted = (...events: readonly CaseEvent[]) =>
    wantedRegistrar(lines(events))(notice("abuse@registrar.example"));

  test("by a person who named it, or who said yes to the question about the name before", () => {
    expect(isWanted(says({ decision: "send-to", email: "abuse@registrar.example" }))).toBe(true);
    const registrar: object = { question: "registrar" };
    const ask = { ...asked("unanswered"), ...registrar };
    expect(isWanted(ask, says({ decision: "clear" }))).toBe(true);
    expect(isWanted(ask, { ...says({ decision: "clear" }), at: "2026-10-06T12:00:00.000Z" })).toBe(false);
  });

  test("by the machine, whatever else a person said", () => {
    expect(isWanted(says({ decision: "send-to", email: "abuse@host.example" }))).toBe(false);
    expect(isWanted(asked("unanswered"), says({ decision: "clear" }))).toBe(false);
    expect(isWanted()).toBe(false);
  });
});

test("a case that is opened for two answers is read once", () => {
  const answer = (...opened: readonly string[]) => ({ lane: "standard" as const, cause: "reply", opened });
  expect(casesRead([answer("a"), answer("a"), answer("b", "c")])).toBe(3);
});

describe("a closing", () => {
  const closing = (events: readonly CaseEvent[], target: Partial<TrueTarget> = {}) => {
    const [one] = closingsOf(aCounted({ history: lines(events), target: aTarget(target) }));
    return [one?.by, one?.isWrong, one?.isMisled];
  };

  test("by a desk's true word is right where it is gone, and wrong where it was misread", () => {
    expect(closing([replied, closed()], { isUp: () => false })).toEqual(["desk", false, false]);
    const letters = [{ atMs, kind: "passed-on", isFalse: false } as const];
    expect(closing([replied, closed()], { letters })).toEqual(["desk", true, false]);
  });

  test("by a desk's false word is misled, and counted apart", () => {
    const letters = [{ atMs, kind: "removed", isFalse: true } as const];
    expect(closing([replied, closed()], { letters })).toEqual(["desk", false, true]);
  });

  test("by a desk's word that waited for whoever can look is that word's", () => {
    const over = { type: "check-ended", at, came: "silence", why: "desk-says-removed", noticeId: "n" } as const;
    const letters = [{ atMs, kind: "removed", isFalse: true } as const];
    expect(closing([{ ...over, closes: true }, closed()], { letters })).toEqual(["desk", false, true]);
    expect(closing([over, closed()], { letters })).toEqual(["machine", true, false]);
  });

  test("by a reporter's word is not ours to judge", () => {
    expect(closing([said, closed("gone")])).toEqual(["reporter", false, false]);
  });

  test("by a person or the machine is wrong where it is up, but for what is decided otherwise", () => {
    expect(closing([answered, closed("gone")])).toEqual(["person", true, false]);
    expect(closing([closed("gone")])).toEqual(["machine", true, false]);
    expect(closing([answered, closed("decided")])).toEqual(["person", false, false]);
  });

  test("is of the moment at which it was closed, and not of later", () => {
    expect(closing([replied, closed()], { isUp: (ms) => ms > atMs })).toEqual(["desk", false, false]);
  });
});

describe("missed", () => {
  const missed = (...all: readonly Partial<Counted>[]) => missedOf(all.map(aCounted), atMs).map(({ why }) => why);
  const end = { isClosed: true, history: lines([replied, closed()]) };

  test("is what is up at the end and has no next step", () => {
    expect(missed({})).toEqual(["no next step"]);
    expect(missed(end)).toEqual(["closed"]);
  });

  test("is nothing that is gone, due, or before a person", () => {
    expect(missed({ target: aTarget({ isUp: () => false }) }, end)).toEqual(["closed"]);
    expect(missed({ target: aTarget({ isUp: () => false }), ...end })).toEqual([]);
    expect([missed({ isDue: true }), missed({ hasQuestion: true })]).toEqual([[], []]);
    // What is closed is due for being forgotten alone, and before a person where they are asked whether it is back.
    expect([missed({ ...end, isDue: true }), missed({ ...end, hasQuestion: true })]).toEqual([["closed"], []]);
  });

  test("says whether it came back or a desk misled us", () => {
    expect(missed({ ...end, target: aTarget({ hasComeBack: true }) })).toEqual(["came back"]);
    const letters = [{ atMs, kind: "removed", isFalse: true } as const];
    expect(missed({ ...end, target: aTarget({ letters }) })).toEqual(["misled"]);
  });

  test("is one target, whichever of its cases has a next step", () => {
    expect(missed(end, { id: "TD-2", isDue: true })).toEqual([]);
  });
});

test("a report is closed, before a person, due or lost", () => {
  const where = (spoilt: Partial<Counted>) => whereIs(aCounted(spoilt));
  expect([
    where({ isClosed: true }),
    where({ hasQuestion: true, isDue: true }),
    where({ isDue: true }),
    where({}),
  ]).toEqual(["closed", "review", "due", "lost"]);
  expect(whereIs(undefined)).toBe("lost");
});
