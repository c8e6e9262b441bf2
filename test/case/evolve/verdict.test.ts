import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { Verdict } from "../../../functions/case/event.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import type { Question } from "../../../functions/case/question.ts";
import { aCandidate, morning } from "../../support/a-case.ts";
import { inLine, queuedOne } from "../../support/a-notice.ts";
import { beforeAPerson, held, later, told } from "../../support/laws.ts";

const asked = (question: Question, state: Case = told): Case => beforeAPerson(state, question);
const aboutNotice = (question: Question, state: Case = inLine): Case => {
  const { reviews, ...rest } = asked(question, state);
  return { ...rest, reviews: reviews.map((review) => ({ ...review, noticeId: queuedOne.id })) };
};
/** The case after a person answered its first question, an hour after it was asked. */
const answered = (state: Case, verdict: Verdict, waitUntil?: string): Case =>
  evolveTarget(state, {
    type: "answered",
    at: later(1),
    reviewId: state.reviews[0]?.id ?? "",
    verdict,
    by: "jane",
    why: "seen",
    ...(waitUntil && { waitUntil }),
  });

describe("an answer", () => {
  const two: Case = {
    ...told,
    reviews: [...asked("unanswered").reviews, ...asked("reply").reviews],
  };

  test("takes its question away and no other", () => {
    expect(answered(two, { decision: "wait" }).reviews.map(({ question }) => question)).toEqual(["reply"]);
  });

  test("to a question that is open no more changes nothing", () => {
    const gone = { ...two, reviews: [] };
    expect(answered(gone, { decision: "clear" })).toEqual(gone);
  });

  test("that says to wait is kept until then, and else nothing waits", () => {
    expect(answered(two, { decision: "wait" }, later(48)).waitUntil).toBe(later(48));
    expect(answered(two, { decision: "wait" })).not.toHaveProperty("waitUntil");
  });

  test("to wait for silent desks begins their slow reminders, and another ends them", () => {
    const waiting = answered(two, { decision: "wait" });
    expect(waiting.slowReminders).toBe(0);
    expect(answered({ ...two, slowReminders: 1 }, { decision: "look-again" })).not.toHaveProperty("slowReminders");
    expect(answered({ ...two, lane: "urgent" }, { decision: "wait" })).not.toHaveProperty("slowReminders");
  });

  test.each<Verdict["decision"]>(["escalate", "close"])("'%s' leaves to other facts what follows", (decision) => {
    const { reviews: _, ...state } = answered(two, { decision } as Verdict);
    const { reviews: __, ...before } = two;
    expect(state).toEqual(before);
  });
});

describe("'yes'", () => {
  test.each(["clear", "continue"] as const)("by '%s' clears what was asked, once", (decision) => {
    const yes = answered(asked("live"), { decision });
    expect(yes.cleared).toEqual(["live"]);
    expect(answered({ ...asked("live"), cleared: ["live", "form-only"] }, { decision }).cleared).toEqual([
      "live",
      "form-only",
    ]);
  });

  test("to a hold ends those that the person was asked about, and none that came since", () => {
    const state = held(asked("held"));
    const since = { by: "cert", why: "not yet", since: later(0.5), version: state.version + 1 };
    const yes = answered({ ...state, holds: [...state.holds, since] }, { decision: "clear" });
    expect(yes.holds).toEqual([since]);
    expect(yes.cleared).toEqual([]);
  });

  test("to a hold goes by the version that it came with, and by no clock", () => {
    const [review] = asked("held").reviews;
    const state: Case = { ...told, reviews: review ? [{ ...review, id: "held.3" }] : [] };
    const hold = (version: number, hours: number) => ({ by: "cert", why: "no", since: later(hours), version });
    const ofBefore = hold(3, 0.5);
    const since = hold(4, -1);
    expect(answered({ ...state, holds: [ofBefore, since] }, { decision: "continue" }).holds).toEqual([since]);
  });

  test("to a new contact approves its notice, which goes out now", () => {
    const [notice] = answered(aboutNotice("new-contact"), { decision: "clear" }).notices;
    expect(notice).toEqual({ ...queuedOne, approved: true, notBefore: later(1) });
  });

  test("to what a desk wrote has reminders go on", () => {
    const yes = answered({ ...asked("reply"), quiet: true }, { decision: "continue" });
    expect([yes.quiet, yes.cleared]).toEqual([false, []]);
  });

  test("to what reporters said is noted and no more", () => {
    const said = { ...asked("said-gone"), lastSaid: { hotline: { gone: later(0) } }, lastSeenAt: morning };
    expect(answered(said, { decision: "continue" })).toEqual({ ...said, reviews: [] });
  });
});

describe("another mailbox", () => {
  test("passed over is told no more, in whatever letters, once", () => {
    const to = aCandidate({ email: "Abuse@network.example" });
    const state: Case = { ...aboutNotice("new-contact"), notices: [{ ...queuedOne, to }] };
    const over = answered(state, { decision: "pass-over" });
    expect(over.passedOver).toEqual(["abuse@network.example"]);
    expect(answered({ ...over, reviews: state.reviews }, { decision: "pass-over" })).toEqual(over);
    const more = answered({ ...state, passedOver: ["noc@network.example"] }, { decision: "pass-over" });
    expect(more.passedOver).toEqual(["noc@network.example", "abuse@network.example"]);
  });

  test("passed over of no notice is nobody's", () => {
    expect(answered(asked("new-contact"), { decision: "pass-over" })).not.toHaveProperty("passedOver");
  });

  test("passed over of a name's registrar is whichever its desk is", () => {
    const over = answered(asked("registrar"), { decision: "pass-over" });
    expect([over.noRegistrar, over.cleared, over.reviews]).toEqual([true, [], []]);
  });

  test("named by a person answers for good what else would be asked again", () => {
    const named = (question: Question) =>
      answered(asked(question), { decision: "send-to", email: "abuse@other.example" });
    expect(named("beside-dns").cleared).toEqual(["beside-dns"]);
    expect(named("no-contact").cleared).toEqual([]);
  });
});

test("a fresh look-up is asked for, and silence before it does not count", () => {
  expect(answered({ ...asked("no-contact"), silentLookups: 3 }, { decision: "look-again" })).toMatchObject({
    lookAgain: expect.any(String),
    silentLookups: 0,
  });
});

test("a desk that complained about another case is passed over in this one", () => {
  expect(evolveTarget(told, { type: "desk-stopped", at: later(1), noticeId: queuedOne.id }).passedOver).toEqual([
    "abuse@network.example",
  ]);
});
