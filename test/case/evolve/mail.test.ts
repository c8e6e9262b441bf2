import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { CaseEvent, EventOf, Verdict } from "../../../functions/case/event.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { anAnswer } from "../../support/a-case.ts";
import { inLine, queuedOne } from "../../support/a-notice.ts";
import { later } from "../../support/laws.ts";

const noticeId = queuedOne.id;

/** Facts about the one notice in line, each an hour after the one before. */
type Fact = Readonly<Record<string, unknown>> & { readonly type: CaseEvent["type"] };
const following = (facts: readonly Fact[], state: Case = inLine): Case =>
  facts.reduce<Case>(
    (now, fact, at) => evolveTarget(now, { noticeId, at: later(at + 1), ...fact } as unknown as CaseEvent),
    state,
  );
const noticeAfter = (...facts: readonly Fact[]) => following(facts).notices[0];

const claimed: Fact = {
  type: "send-claimed",
  attemptId: "a-1",
  subject: "Phishing on shop[.]bad[.]example",
  renderHash: "hash",
  recipientHash: "hash",
};
const declined: Fact = {
  type: "send-declined",
  attemptId: "a-1",
  code: "Throttling",
  final: false,
  retryAt: later(9),
};
const accepted: Fact = { type: "sent", attemptId: "a-1", sesMessageId: "ses-1" };
const lost: Fact = { type: "send-unknown" };
const delivered: Fact = { type: "delivered", sesMessageId: "ses-1" };
const bounced: Fact = { type: "bounced", permanent: true, detail: "550 no such user" };
const turnedAway: Fact = { type: "bounced", permanent: false, refusesUs: true, detail: "550 policy" };
const late: Fact = { type: "bounced", permanent: false, detail: "450 mailbox full" };
const complained: Fact = { type: "complained" };
const cancelled: Fact = { type: "notice-cancelled", why: "the host moved" };
const refused: Fact = { type: "refused", problem: "a fact is missing" };
const replied = (replyClass: ReplyClass, spoilt: Partial<EventOf<"replied">> = {}): Fact => ({
  type: "replied",
  replyClass,
  authenticated: true,
  mailHash: "m-1",
  ...spoilt,
});

describe("a notice comes to", () => {
  const fates: readonly (readonly [string, readonly Fact[], string])[] = [
    ["the wire by its claim", [claimed], "on-wire"],
    ["sent by the yes of SES", [claimed, accepted], "sent"],
    ["unknown where the answer of SES was lost", [claimed, lost], "unknown"],
    ["sent where the yes comes after all", [claimed, lost, accepted], "sent"],
    ["delivered", [claimed, accepted, delivered], "delivered"],
    ["delivered where that is heard before the yes", [claimed, delivered, accepted], "delivered"],
    ["bounced by a dead mailbox", [claimed, accepted, bounced], "bounced"],
    ["bounced for good, whatever is heard late", [claimed, bounced, accepted, delivered], "bounced"],
    ["rejected by a server that will not have our mail", [claimed, accepted, turnedAway], "rejected"],
    ["nothing new by a mail that is late", [claimed, accepted, late], "sent"],
    ["complained", [claimed, accepted, delivered, complained], "complained"],
    ["the line again by a no of SES", [claimed, declined], "queued"],
    ["failed by a no that is final", [claimed, { ...declined, final: true }], "failed"],
    ["failed where it can't be written", [refused], "failed"],
    ["cancelled while it waits", [cancelled], "cancelled"],
  ];
  test.each(fates)("%s", (_, facts, state) => expect(noticeAfter(...facts)?.state).toBe(state));
});

describe("what comes too late, or is about another attempt, changes nothing", () => {
  const nothings: readonly (readonly [string, readonly Fact[], Fact])[] = [
    ["a cancel of what is on the wire", [claimed], cancelled],
    ["a refusal of what is on the wire", [claimed], refused],
    ["a no to an attempt before this one", [claimed], { ...declined, attemptId: "a-0" }],
    ["a no to what SES took", [claimed, accepted], declined],
    ["that nobody knows of what SES took", [claimed, accepted], lost],
  ];
  test.each(nothings)("%s", (_, before, fact) => expect(noticeAfter(...before, fact)).toEqual(noticeAfter(...before)));

  test("a fact about a notice that is not there", () => {
    expect(following([{ ...claimed, noticeId: "0-first-nobody" }]).notices).toEqual(inLine.notices);
  });
});

test("a claim freezes what is on the wire and counts the attempt", () => {
  expect(noticeAfter(claimed)).toEqual({
    ...queuedOne,
    state: "on-wire",
    attempts: 1,
    attemptId: "a-1",
    subject: "Phishing on shop[.]bad[.]example",
    renderHash: "hash",
    wireAt: later(1),
  });
  expect(noticeAfter(claimed, declined, { ...claimed, attemptId: "a-2" })?.attempts).toBe(2);
});

describe("it went out", () => {
  test("when SES was asked, and not when its answer came", () => {
    expect(noticeAfter(claimed, accepted)).toMatchObject({ sentAt: later(1), sesMessageId: "ses-1" });
    expect(noticeAfter(claimed, delivered)).toMatchObject({ sentAt: later(1), deliveredAt: later(2) });
    expect(noticeAfter(claimed, replied("refused"))).toMatchObject({ sentAt: later(1) });
  });

  test("when it is heard of, where no claim is known", () => {
    expect(noticeAfter(accepted)?.sentAt).toBe(later(1));
    expect(noticeAfter(delivered)?.sentAt).toBe(later(1));
    expect(noticeAfter(replied("refused"))?.sentAt).toBe(later(1));
  });

  test("at the first moment that was known, whatever comes again", () => {
    const again = noticeAfter(accepted, accepted, delivered, delivered, replied("refused"));
    expect(again).toMatchObject({ sentAt: later(1), deliveredAt: later(3) });
  });

  test("and keeps the id that SES gave it when it is said once more without", () => {
    expect(noticeAfter(claimed, accepted, { type: "sent", attemptId: "a-1" })?.sesMessageId).toBe("ses-1");
  });
});

describe("what stands by it is why", () => {
  const whys: readonly (readonly [string, readonly Fact[], string])[] = [
    ["it was cancelled", [cancelled], "the host moved"],
    ["SES declined it", [claimed, declined], "Throttling"],
    ["it can't be written", [refused], "a fact is missing"],
    ["its mailbox is dead", [claimed, bounced], "550 no such user"],
    ["it was turned away", [claimed, turnedAway], "550 policy"],
    ["it is late", [claimed, late], "450 mailbox full"],
    ["its desk complained", [claimed, complained], "the recipient marked the notice as unwanted"],
  ];
  test.each(whys)("%s", (_, facts, problem) => expect(noticeAfter(...facts)?.problem).toBe(problem));
});

test("after a no it waits for SES's next turn, and remembers when it was due at first", () => {
  const { notBefore } = queuedOne;
  expect(noticeAfter(claimed, declined)).toMatchObject({ notBefore: later(9), dueAt: notBefore });
  const again = noticeAfter(claimed, declined, { ...claimed, attemptId: "a-2" }, { ...declined, attemptId: "a-2" });
  expect(again?.dueAt).toBe(notBefore);
});

test("knows the mail about several cases that it was claimed with last", () => {
  const mail = { id: "TM-1", first: true } as const;
  const together = { ...claimed, mail } as const;
  expect(noticeAfter(together, declined)).toMatchObject({ state: "queued", mail });
  expect(noticeAfter(together, declined, { ...claimed, attemptId: "a-2" })).not.toHaveProperty("mail");
});

describe("a desk's mail", () => {
  test("shows that the notice arrived, whatever SES knew", () => {
    expect(noticeAfter(claimed, lost, replied("auto-reply"))?.state).toBe("delivered");
  });

  test("shows that it went out and no more where a mail server wrote", () => {
    expect(noticeAfter(claimed, lost, replied("bounce"))).toMatchObject({ state: "sent" });
    expect(noticeAfter(claimed, replied("bounce", { ticket: "T-1" }))).not.toHaveProperty("ticket");
  });

  test("is its answer where it is proven to be the desk's, with its number", () => {
    const answered = noticeAfter(claimed, replied("refused", { ticket: "T-1" }));
    expect(answered).toMatchObject({ answer: "refused", answeredAt: later(2), ticket: "T-1" });
    expect(answered).not.toHaveProperty("acknowledgedAt");
  });

  test("is a receipt where it says no more than that, or where its domain alone is proven", () => {
    const domain = { authenticated: false, isFromItsDomain: true, ticket: "T-2" } as const;
    for (const receipt of [replied("acknowledgement", { ticket: "T-2" }), replied("refused", domain)]) {
      expect(noticeAfter(claimed, receipt)).toMatchObject({ acknowledgedAt: later(2), ticket: "T-2" });
      expect(noticeAfter(claimed, receipt)).not.toHaveProperty("answer");
    }
  });

  test("is a receipt that it was passed on where the desk itself is proven to say it", () => {
    const passedOn = noticeAfter(claimed, replied("passed-on"), replied("passed-on"));
    expect(passedOn).toMatchObject({ acknowledgedAt: later(3), passedOn: { at: later(2) } });
    expect(passedOn).not.toHaveProperty("answer");
    const domain = replied("passed-on", { authenticated: false, isFromItsDomain: true });
    expect(noticeAfter(claimed, domain)).toMatchObject({ acknowledgedAt: later(2) });
    for (const other of [domain, replied("passed-on", { authenticated: false })])
      expect(noticeAfter(claimed, other)).not.toHaveProperty("passedOn");
    for (const other of [replied("acknowledgement"), replied("not-found"), replied("refused")])
      expect(noticeAfter(claimed, other)).not.toHaveProperty("passedOn");
  });

  test("puts off by the first time that it names, and by none after that", () => {
    const named = (at: number, until: number) => replied("passed-on", { customerHasUntil: later(at + until) });
    expect(noticeAfter(claimed, replied("passed-on"), named(3, 24))).toMatchObject({
      passedOn: { at: later(3), until: later(27) },
    });
    const again = noticeAfter(claimed, named(2, 24), replied("passed-on"), named(4, 48));
    expect(again).toMatchObject({ acknowledgedAt: later(4), passedOn: { at: later(2), until: later(26) } });
  });

  test("says nothing for the desk where a stranger may have written it", () => {
    const stranger = noticeAfter(claimed, replied("refused", { authenticated: false, ticket: "T-3" }));
    for (const known of ["answer", "acknowledgedAt", "ticket"]) expect(stranger).not.toHaveProperty(known);
  });

  test("is remembered by its hash, the last fifty of them", () => {
    const mails = Array.from({ length: 51 }, (_, at) => replied("unclear", { mailHash: `m-${at}` }));
    expect(following(mails.slice(0, 2)).mails).toEqual(["m-0", "m-1"]);
    expect(following(mails).mails).toEqual(mails.slice(1).map((mail) => mail.mailHash));
  });
});

describe("reminders rest once the host's desk is proven to say that it is removed", () => {
  test.each<readonly [string, Fact, boolean]>([
    ["removed", replied("removed"), true],
    ["removed, by a stranger", replied("removed", { authenticated: false }), false],
    ["refused", replied("refused"), false],
  ])("%s", (_, reply, quiet) => expect(following([claimed, accepted, reply]).quiet).toBe(quiet));

  test("and rest on when it writes something else", () => {
    expect(following([claimed, accepted, replied("removed"), replied("unclear")]).quiet).toBe(true);
  });

  test("but not by the word of a desk that the host has left", () => {
    const left = following([claimed, accepted]);
    const moved: Case = {
      ...left,
      contact: anAnswer({ candidates: [] }),
      notices: left.notices.map((one) => ({ ...one, ended: true })),
    };
    expect(following([replied("removed")], moved).quiet).toBe(false);
  });
});

describe("a person's word on a mail", () => {
  const asked: Fact = {
    type: "asked",
    reviewId: "r",
    question: "unknown-send",
    blocking: false,
    reason: "It is asked.",
  };
  const says = (decision: Verdict["decision"], before: readonly Fact[]) =>
    noticeAfter(...before, { ...asked, noticeId }, { type: "answered", reviewId: "r", verdict: { decision } });

  test("that it went out holds from when SES was asked, for one of which nobody knew", () => {
    expect(says("treat-as-sent", [claimed, lost])).toMatchObject({ state: "sent", sentAt: later(1) });
  });

  test("to send it again puts it in line, and remembers an attempt that may be out", () => {
    expect(says("send-again", [claimed, lost])).toMatchObject({
      state: "queued",
      notBefore: later(4),
      doubtedAttempt: 1,
    });
  });

  test("to send it again doubts nothing where it is known that it did not go out", () => {
    for (const before of [[refused], [claimed, declined], [claimed, turnedAway]]) {
      const again = says("send-again", [...before]);
      expect(again).toMatchObject({ state: "queued", notBefore: later(before.length + 2) });
      expect(again).not.toHaveProperty("doubtedAttempt");
    }
  });

  test("changes nothing where the mail went out meanwhile", () => {
    expect(says("send-again", [claimed, accepted])).toEqual(noticeAfter(claimed, accepted));
    expect(says("treat-as-sent", [claimed, delivered])).toEqual(noticeAfter(claimed, delivered));
  });
});

test("a person's word is about the mail that it was asked of, if any", () => {
  const other = { ...queuedOne, id: "0-first-other", state: "failed" } as const;
  const state: Case = { ...inLine, notices: [other, ...inLine.notices] };
  const again = (about: string | undefined) =>
    following(
      [
        {
          type: "asked",
          reviewId: "r",
          question: "unanswered",
          blocking: false,
          reason: "It is asked.",
          noticeId: about,
        },
        { type: "answered", reviewId: "r", verdict: { decision: "send-again" } },
      ],
      state,
    ).notices;
  expect(again(other.id).map(({ state: reached }) => reached)).toEqual(["queued", "queued"]);
  expect(again(undefined)).toEqual(state.notices);
});

describe("a question about a send is open", () => {
  const openAfter = (question: string, before: readonly Fact[], fact: Fact): boolean =>
    following([...before, { type: "asked", reviewId: "r", question, blocking: false, reason: "It is asked." }, fact])
      .reviews.length > 0;
  test.each<readonly [string, string, readonly Fact[], Fact, boolean]>([
    ["until it is known that it went out", "unknown-send", [claimed, lost], accepted, false],
    ["while nobody knows", "unknown-send", [claimed, lost], late, true],
    ["while SES is asked again", "notice-refused", [claimed, declined], { ...claimed, attemptId: "a-2" }, true],
    ["until SES takes it", "notice-refused", [claimed], accepted, false],
  ])("%s", (_, question, before, fact, isOpen) => expect(openAfter(question, before, fact)).toBe(isOpen));
});
