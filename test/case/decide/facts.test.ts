import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { close } from "../../../functions/case/close.ts";
import { decideCase } from "../../../functions/case/decide.ts";
import type { CaseEvent, EventOf } from "../../../functions/case/event.ts";
import type { Notice, NoticeAt } from "../../../functions/case/notice.ts";
import { type ReplyClass, replyClasses } from "../../../functions/case/reply-class.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aReport, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import { beforeAPerson, having, later, sent, takenBack, told, withdrawal } from "../../support/laws.ts";

const policy = policyOf(aSettings())(told);
const urgent: Case = { ...told, lane: "urgent" };
const correction = aNotice("queued", { id: "0-correction-x", step: "correction" });
const reminder = aNotice("queued", { id: "0-reminder-x", step: "reminder" });
const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });
const ended = aNotice("sent", { ended: true });

const follows = (state: Case, event: CaseEvent, now = morning): readonly string[] =>
  decideCase(state, policy, now, event).record.map((fact) => {
    switch (fact.type) {
      case "asked":
        return `asks ${fact.question}${fact.toRead ? " to read" : ""}: ${fact.reason}`;
      case "notice-queued":
        return `queues ${fact.step} to ${fact.to.email}`;
      case "notice-cancelled":
        return `cancels ${fact.noticeId}: ${fact.why}`;
      case "answer-taken":
        return `takes it: ${fact.way}`;
      case "closed":
        return `closes as ${fact.outcome}: ${fact.why}`;
      default:
        return fact.type;
    }
  });
const replied = (replyClass: ReplyClass, spoilt: Partial<EventOf<"replied">> = {}): CaseEvent => ({
  type: "replied",
  at: morning,
  noticeId: sent.id,
  replyClass,
  authenticated: true,
  mailHash: "m-1",
  ...spoilt,
});
const says = (status: EventOf<"status">["message"]["status"]): CaseEvent => ({
  type: "status",
  at: morning,
  message: { kind: "status", reporter: "hotline", reportId: "r-1", status, at: morning },
  stood: true,
});

test("after the end nothing follows", () => {
  const closed: Case = { ...told, closed: { at: morning, outcome: "removed" } };
  expect(follows(closed, replied("refused"))).toEqual([]);
});

test("closing cancels in the same write what was still to go out", () => {
  expect(close(inLine, morning, "decided", "jane: enough")).toEqual([
    { type: "notice-cancelled", at: morning, noticeId: queuedOne.id, why: "jane: enough" },
    { type: "closed", at: morning, outcome: "decided", why: "jane: enough" },
  ]);
});

test("closing by a reporter's word says when that was said", () => {
  expect(close(told, morning, "gone", "said", { saidAt: later(-1) })).toEqual([
    { type: "closed", at: morning, outcome: "gone", why: "said", saidAt: later(-1) },
  ]);
  expect(close(told, morning, "gone", "said")[0]).not.toHaveProperty("saidAt");
});

test("a complaint about another case stops what is in line to the same mailbox, and nothing else", () => {
  const stopped = (noticeId: string): CaseEvent => ({ type: "desk-stopped", at: morning, noticeId });
  const other: Notice = { ...reminder, id: "0-first-y", to: elsewhere };
  expect(follows(having(sent, reminder, other), stopped(sent.id))).toEqual([
    `cancels ${reminder.id}: the desk complained about a notice of another case`,
  ]);
  expect(follows(having(sent, reminder, other), stopped("0-first-nobody"))).toEqual([]);
  const toAnother: Notice = aNotice("sent", { id: "0-first-z", to: elsewhere });
  expect(follows(having(toAnother, sent, reminder), stopped(toAnother.id))).toEqual([]);
});

describe("what a desk's words bring", () => {
  const law: Readonly<Record<ReplyClass, readonly string[]>> = {
    bounce: [],
    "auto-reply": [],
    acknowledgement: [],
    "passed-on": [],
    complaint: ["asks reply: The desk complains about the notice by mail."],
    removed: ["asks reply: The desk says that it is removed; please confirm."],
    "use-our-form": ["asks form-only: The desk takes reports by its form only."],
    "not-ours": ["asks reply: The desk says that the host is not theirs."],
    refused: ["asks reply: The desk refuses to act."],
    "not-found": [
      expect.stringMatching(/^asks reply: The desk looked and does not find it: it may be gone, .* Close only/),
    ],
    question: ["asks reply: The desk asks something."],
    unclear: ["asks reply: The desk wrote something that no rule reads for certain."],
  };
  const byPolicy: Readonly<Record<ReplyClass, readonly string[]>> = {
    ...law,
    removed: ["closes as removed: the desk says that it is removed"],
    "not-ours": ["takes it: right-party"],
    refused: ["takes it: clock"],
    "not-found": ["takes it: reporter"],
    question: ["asks reply to read: The desk asks something."],
    unclear: ["asks reply to read: The desk wrote something that no rule reads for certain."],
  };
  for (const replyClass of replyClasses) {
    test(`${replyClass} in the urgent lane`, () =>
      expect(follows(urgent, replied(replyClass))).toEqual(law[replyClass]));
    test(`${replyClass} in the standard lane`, () =>
      expect(follows(told, replied(replyClass))).toEqual(byPolicy[replyClass]));
  }

  test("a stranger closes nothing", () => {
    const stranger = { authenticated: false };
    expect(follows(told, replied("removed", stranger))).toEqual([
      "asks reply: The desk says that it is removed, but the sender is not proven; please confirm.",
    ]);
    expect(follows(told, replied("not-found", stranger))).toEqual([
      expect.stringContaining("does not find it, but the sender is not proven: "),
    ]);
  });

  test("a desk that the host left closes nothing", () => {
    const left = { ...having(ended), contact: anAnswer({ candidates: [elsewhere] }) };
    expect(follows(left, replied("removed"))).toEqual([
      "asks reply: The desk says that it is removed, but the host has moved away from it since; please confirm.",
    ]);
  });
});

describe("the word that all was taken back", () => {
  const again = ["queues withdrawal to abuse@network.example"];
  const word = { id: withdrawal.id, step: "withdrawal" } as const;
  const said = aNotice("sent", word);
  test.each<readonly [string, readonly Notice[], readonly string[]]>([
    ["goes to who was told", [reminder], again],
    ["is said once", [said], []],
    ["is not said again while it waits", [aNotice("queued", word)], []],
    ["is said again where it was cancelled", [aNotice("cancelled", word)], again],
    ["is said again where it never went out", [aNotice("failed", word)], again],
    ["is said again after another notice", [said, aNotice("sent", { id: "0-first-y" })], again],
    ["is not said again after another word", [said, aNotice("sent", { id: "0-moved-x", step: "moved" })], []],
    [
      "is said to another desk that was told since",
      [said, aNotice("sent", { id: "0-first-y", to: elsewhere })],
      ["queues withdrawal to abuse@elsewhere.example"],
    ],
  ])("%s", (_, notices, facts) => {
    expect(follows(takenBack(having(sent, ...notices)), says("withdrawn"))).toEqual(facts);
  });

  test("is not said where one of two reporters still stands by it", () => {
    const two: Case = { ...told, reporters: ["hotline", "cert"], withdrawn: ["hotline"] };
    expect(follows(two, says("withdrawn"))).toEqual([]);
  });
});

describe("'still up'", () => {
  /** What is asked, and whether the case waits for it. */
  const asked = (state: Case, now = morning) =>
    decideCase(state, policy, now, says("still-up")).record.map((fact) =>
      fact.type === "asked" ? [fact.reason, fact.blocking] : fact.type,
    );
  const now = [["hotline says that it is still up.", false]];
  const late = [["hotline said at 2026-11-24T10:00Z that it is still up.", true]];
  const wasClosed = (outcome: "gone" | "removed" | "decided" | "dismissed"): Case => ({
    ...told,
    reopened: { at: morning, outcome },
  });
  const waited: Case = { ...urgent, waitUntil: later(3), isWaitedWith: true };
  const denied = urgent.notices.map((one) => ({ ...one, answer: "removed", answeredAt: later(1) }) as Notice);
  const { level: _, ...rest } = inLine;
  const untold: Case = { ...rest, level: -1 };
  const laws: readonly (readonly [string, Case, ReturnType<typeof asked>, string?])[] = [
    ["is the escalation path's in the standard lane", told, []],
    ["is a person's in the urgent lane", urgent, now],
    ["is the escalation path's where the case was closed as gone", wasClosed("gone"), []],
    ["is a person's where it was closed as removed", wasClosed("removed"), now],
    ["is a person's where it was closed by a person", wasClosed("decided"), now],
    ["is a person's where it was dismissed", wasClosed("dismissed"), now],
    ["asks in the urgent lane within the day", urgent, now, later(24)],
    ["said days ago blocks until a person has looked", urgent, late, later(25)],
    ["is asked once", beforeAPerson(told, "still-up"), []],
    ["said late is asked beside one that blocks nothing", beforeAPerson(told, "still-up"), late, later(25)],
    ["said late is not asked beside one that does", beforeAPerson(told, "still-up", true), [], later(25)],
    ["is asked where a reply keeps the case", beforeAPerson(told, "reply", true), now],
    ["asks nothing where 'unanswered' is open", beforeAPerson(urgent, "unanswered", true), [], later(2)],
    ["asks nothing where somebody waits with it", waited, [], later(2)],
    ["is asked once that wait is over", waited, now, later(4)],
    // Who filled in a form, or named a desk, did not say that it is still up.
    ["is asked beside another wait", { ...urgent, waitUntil: later(3) }, now, later(2)],
    ["is asked where a desk denies it", { ...waited, notices: denied }, now, later(2)],
    ["asks nothing where nobody was told yet", untold, []],
    ["is asked where the name is out of DNS", beforeAPerson(untold, "name-gone", true), now],
    ["is asked before a first notice where it was said days ago", untold, late, later(25)],
  ];
  for (const [given, state, facts, at] of laws) test(given, () => expect(asked(state, at)).toEqual(facts));
});

test("a hold and its release bring nothing by themselves", () => {
  expect([follows(told, says("hold")), follows(told, says("release"))]).toEqual([[], []]);
});

test("a correction goes to everyone who was told, and not while one is in line", () => {
  const event: CaseEvent = {
    type: "corrected",
    at: morning,
    by: "jane",
    why: "a slip",
    explanation: "It is another page.",
  };
  expect(follows(told, event)).toEqual(["queues correction to abuse@network.example"]);
  expect(follows(having(sent, correction), event)).toEqual([]);
  expect(follows(inLine, event)).toEqual([]);
});

describe("a report that makes a case urgent", () => {
  const event: CaseEvent = { type: "joined", at: morning, report: aReport({ reporter: "cert", live: true }) };
  const rules = { ...policy, approvalWaitMinutes: 120 };
  const waiting = aNotice("queued", { notBefore: later(9) });
  const asked = {
    ...beforeAPerson({ ...inLine, lane: "urgent" }, "new-contact"),
    notices: [aNotice("queued", { id: "0-first-other", notBefore: later(9) }), waiting],
  };
  const state: Case = {
    ...asked,
    reviews: asked.reviews.map((review) => ({ ...review, noticeId: waiting.id })),
  };
  const hastens = (of: Case) => decideCase(of, rules, morning, event).record;

  test("has a new contact wait for a person's word as short as that lane allows", () => {
    const [requeued, again, ...others] = hastens(state);
    expect(others).toEqual([]);
    expect(requeued).toMatchObject({
      type: "notice-requeued",
      noticeId: waiting.id,
      notBefore: later(2),
      why: "reported as urgent",
    });
    expect(again).toMatchObject({ type: "asked", question: "new-contact", blocking: false, noticeId: waiting.id });
  });

  test.each<readonly [string, Case]>([
    ["it is in the standard lane", { ...state, lane: "standard" }],
    ["it waits no longer than that", { ...state, notices: [aNotice("queued", { notBefore: later(2) })] }],
    ["nobody is asked about a contact", { ...state, reviews: [] }],
    [
      "another question is asked about the notice",
      { ...state, reviews: state.reviews.map((review) => ({ ...review, question: "reply" as const })) },
    ],
  ])("and hastens nothing where %s", (_, of) => expect(hastens(of)).toEqual([]));

  test("and stops no notice that asks for action", () => {
    expect(follows(having(sent, reminder), event)).toEqual([]);
  });
});

describe("a desk that the host left", () => {
  const answer = anAnswer({ addresses: ["198.51.100.7"], candidates: [elsewhere] });
  const toOld = ["queues moved to abuse@network.example"];
  const moved = (spoilt: Partial<NoticeAt<"sent">> = {}) =>
    aNotice("sent", { id: "0-moved-x", step: "moved", ...spoilt });
  const again = (spoilt: Partial<NoticeAt<"sent">>) => aNotice("sent", { id: "0-first-y", ...spoilt });
  const atDesk = anAnswer({ addresses: ["198.51.100.7"], candidates: [aCandidate({ range: "198.51.100.0/24" })] });
  type Moved = Partial<EventOf<"host-moved">>;
  const laws: readonly (readonly [string, readonly Notice[], readonly string[], Moved?])[] = [
    ["hears of it", [], toOld],
    ["hears of it, and a desk that has the host does not", [again({ to: elsewhere })], toOld],
    ["hears of it, and one of before does not", [again({ to: elsewhere, ended: true })], toOld],
    ["does not where it is asked on", [again({})], []],
    ["does where a reminder waits", [aNotice("queued", { id: "0-reminder-y", step: "reminder" })], toOld],
    ["does not where the host stands in its care still", [], [], { answer: atDesk }],
    ["hears of it once", [moved()], []],
    ["hears of it again where it was asked again since", [moved(), again({ ended: true })], toOld],
    ["hears of it again where that was cancelled", [aNotice("cancelled", { id: "0-moved-x", step: "moved" })], toOld],
    ["hears of it where another desk did", [moved({ to: elsewhere })], toOld],
    ["hears of it once, whatever is withdrawn", [moved(), moved({ id: "0-withdrawal-x", step: "withdrawal" })], []],
    ["does not where no address is left", [], [], { answer: anAnswer({ addresses: [], candidates: [] }) }],
    ["does not where the name is gone: it went nowhere", [], [], { isGone: true }],
    ["does not where silent registries may say otherwise", [], [], { answer: { ...answer, retry: true } }],
  ];
  for (const [given, notices, facts, spoilt] of laws)
    test(given, () => {
      const event: CaseEvent = { type: "host-moved", at: morning, answer, left: [sent.id], ...spoilt };
      expect(follows({ ...having(ended, ...notices), contact: answer }, event)).toEqual(facts);
    });
});

test("a question about a reply to a mail about several cases names that reply", () => {
  const inMail: Case = having(aNotice("sent", { mail: { id: "TM-1" } }));
  const [asked] = decideCase(inMail, policy, morning, replied("unclear")).record;
  expect(asked).toMatchObject({ type: "asked", question: "reply", toRead: true, mailHash: expect.any(String) });
  expect(decideCase(told, policy, morning, replied("unclear")).record[0]).not.toHaveProperty("mailHash");
});

test("a contact that is new waits for a person's word", () => {
  const event: CaseEvent = {
    type: "notice-queued",
    at: morning,
    noticeId: queuedOne.id,
    level: 0,
    step: "first",
    to: queuedOne.to,
    notBefore: later(4),
    asksUntil: later(4),
  };
  expect(follows(inLine, event)).toEqual([
    "asks new-contact: abuse@network.example was not written to before; the notice goes out at " +
      "2026-11-24T14:00Z if nobody answers.",
  ]);
});
