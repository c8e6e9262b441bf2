import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { close } from "../../../functions/case/close.ts";
import { decideCase } from "../../../functions/case/decide.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aReport, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import { beforeAPerson, later, sent, takenBack, told } from "../../support/laws.ts";

const policy = policyOf(aSettings())(told);
const urgent: Case = { ...told, lane: "urgent" };
const withdrawal = aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal" });
const correction = aNotice("queued", { id: "0-correction-x", step: "correction" });
const reminder = aNotice("queued", { id: "0-reminder-x", step: "reminder" });
const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });

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
const replied = (replyClass: ReplyClass, spoilt: Partial<Extract<CaseEvent, { type: "replied" }>> = {}): CaseEvent => ({
  type: "replied",
  at: morning,
  noticeId: sent.id,
  replyClass,
  authenticated: true,
  mailHash: "m-1",
  ...spoilt,
});
type Status = Extract<CaseEvent, { type: "status" }>["message"]["status"];
const says = (status: Status, spoilt: { readonly reporter?: string; readonly at?: string } = {}): CaseEvent => ({
  type: "status",
  at: morning,
  message: { kind: "status", reporter: "hotline", reportId: "r-1", status, at: morning, ...spoilt },
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

describe("what a mail's fate brings", () => {
  test("a complaint about another case stops what is in line to the same mailbox, and nothing else", () => {
    const stopped = (noticeId: string): CaseEvent => ({ type: "desk-stopped", at: morning, noticeId });
    const other: Notice = { ...reminder, id: "0-first-y", to: elsewhere };
    const state: Case = { ...told, notices: [sent, reminder, other] };
    expect(follows(state, stopped(sent.id))).toEqual([
      `cancels ${reminder.id}: the desk complained about a notice of another case`,
    ]);
    expect(follows(state, stopped("0-first-nobody"))).toEqual([]);
    const toAnother: Notice = aNotice("sent", { id: "0-first-z", to: elsewhere });
    expect(follows({ ...told, notices: [toAnother, sent, reminder] }, stopped(toAnother.id))).toEqual([]);
  });
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
  for (const [replyClass, facts] of Object.entries(law) as readonly (readonly [ReplyClass, readonly string[]])[])
    test(`${replyClass} in the urgent lane`, () => expect(follows(urgent, replied(replyClass))).toEqual(facts));

  const byPolicy: Readonly<Record<ReplyClass, readonly string[]>> = {
    ...law,
    removed: ["closes as removed: the desk says that it is removed"],
    "not-ours": ["takes it: right-party"],
    refused: ["takes it: clock"],
    "not-found": ["takes it: reporter"],
    question: ["asks reply to read: The desk asks something."],
    unclear: ["asks reply to read: The desk wrote something that no rule reads for certain."],
  };
  for (const [replyClass, facts] of Object.entries(byPolicy) as readonly (readonly [ReplyClass, readonly string[]])[])
    test(`${replyClass} in the standard lane`, () => expect(follows(told, replied(replyClass))).toEqual(facts));

  test("a desk that does not find it closes nothing, in either lane", () => {
    expect(follows(told, replied("not-found"))).toEqual(["takes it: reporter"]);
    expect(follows(urgent, replied("not-found"))).toEqual([
      expect.stringContaining("asks reply: The desk looked and does not find it: "),
    ]);
    expect(follows(told, replied("not-found", { authenticated: false }))).toEqual([
      expect.stringContaining("does not find it, but the sender is not proven: "),
    ]);
  });

  test("a stranger closes nothing", () => {
    expect(follows(told, replied("removed", { authenticated: false }))).toEqual([
      "asks reply: The desk says that it is removed, but the sender is not proven; please confirm.",
    ]);
  });

  test("a reply closes nothing in the urgent lane", () => {
    expect(follows({ ...told, lane: "urgent" }, replied("removed"))).toEqual([
      "asks reply: The desk says that it is removed; please confirm.",
    ]);
  });

  test("a desk that the host left closes nothing", () => {
    const left: Case = {
      ...told,
      contact: anAnswer({ candidates: [elsewhere] }),
      notices: [aNotice("sent", { ended: true })],
    };
    expect(follows(left, replied("removed"))).toEqual([
      "asks reply: The desk says that it is removed, but the host has moved away from it since; please confirm.",
    ]);
  });
});

describe("what a reporter's later word brings", () => {
  const two: Case = { ...told, reporters: ["hotline", "cert"] };

  test("withdrawn, by all: who was told hears of it", () => {
    expect(follows(takenBack({ ...told, notices: [sent, reminder] }), says("withdrawn"))).toEqual([
      "queues withdrawal to abuse@network.example",
    ]);
    expect(
      follows(
        takenBack({ ...told, notices: [sent, aNotice("sent", { id: withdrawal.id, step: "withdrawal" })] }),
        says("withdrawn"),
      ),
    ).toEqual([]);
  });

  test("withdrawn, by one of two: the other's report stands", () => {
    expect(follows({ ...two, withdrawn: ["hotline"] }, says("withdrawn"))).toEqual([]);
  });

  test("still up: the ladder goes on; a person is asked in the urgent lane, and where it was closed otherwise", () => {
    const asked = (spoilt: Partial<Case>) =>
      decideCase({ ...told, ...spoilt }, policy, morning, says("still-up")).record.map(({ type }) => type);
    expect(asked({})).toEqual([]);
    expect(asked({ lane: "urgent" })).toEqual(["asked"]);
    expect(asked({ reopened: { at: morning, outcome: "gone" } })).toEqual([]);
    for (const outcome of ["removed", "decided", "dismissed"] as const)
      expect(asked({ reopened: { at: morning, outcome } })).toEqual(["asked"]);
  });

  test("still up, said days ago: a person is asked before anything goes out", () => {
    const asked = (event: CaseEvent, now = morning) =>
      decideCase({ ...told, lane: "urgent" }, policy, now, event).record.map((fact) =>
        fact.type === "asked" ? [fact.blocking, fact.reason] : fact,
      );
    expect(asked(says("still-up"))).toEqual([[false, "hotline says that it is still up."]]);
    expect(asked(says("still-up"), later(25))).toEqual([
      [true, "hotline said at 2026-11-24T10:00Z that it is still up."],
    ]);
    expect(follows(beforeAPerson(told, "still-up"), says("still-up"))).toEqual([]);
  });

  test("a hold and its release bring nothing by themselves", () => {
    expect([follows(told, says("hold")), follows(told, says("release"))]).toEqual([[], []]);
  });
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
  expect(follows({ ...told, notices: [sent, correction] }, event)).toEqual([]);
  expect(follows(inLine, event)).toEqual([]);
});

describe("a host that moved", () => {
  const answer = anAnswer({ addresses: ["198.51.100.7"], candidates: [elsewhere] });
  const moved = (spoilt: Partial<Extract<CaseEvent, { type: "host-moved" }>> = {}): CaseEvent => ({
    type: "host-moved",
    at: morning,
    answer,
    left: [sent.id],
    ...spoilt,
  });
  const state: Case = { ...told, contact: answer, notices: [aNotice("sent", { ended: true })] };

  test("its old desk hears of it, once", () => {
    expect(follows(state, moved())).toEqual(["queues moved to abuse@network.example"]);
    expect(
      follows(
        {
          ...state,
          notices: [aNotice("sent", { ended: true }), aNotice("sent", { id: "0-moved-x", step: "moved" })],
        },
        moved(),
      ),
    ).toEqual([]);
  });

  test("a name that is gone went nowhere, and silent registries may still say otherwise", () => {
    expect([
      follows(state, moved({ isGone: true })),
      follows(state, moved({ answer: { ...answer, retry: true } })),
    ]).toEqual([[], []]);
  });
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
    expect(follows({ ...told, notices: [sent, reminder] }, event)).toEqual([]);
  });
});

describe("a host that left one of its desks", () => {
  const answer = anAnswer({ addresses: ["198.51.100.7"], candidates: [elsewhere] });
  const ended = aNotice("sent", { ended: true });
  const leaves = (notices: readonly Notice[], spoilt: Partial<Extract<CaseEvent, { type: "host-moved" }>> = {}) =>
    follows(
      { ...told, contact: answer, notices },
      { type: "host-moved", at: morning, answer, left: [sent.id], ...spoilt },
    );
  const toOld = ["queues moved to abuse@network.example"];

  test("has that desk hear of it, and no other", () => {
    const stays = aNotice("sent", { id: "0-first-stays", to: elsewhere });
    expect(leaves([ended, stays])).toEqual(toOld);
    expect(leaves([ended, aNotice("sent", { id: "0-first-y", to: elsewhere, ended: true })])).toEqual(toOld);
  });

  test("has it not where it is asked on, or where the host stands in its care still", () => {
    expect(leaves([ended, aNotice("sent", { id: "0-first-again" })])).toEqual([]);
    expect(leaves([ended, aNotice("queued", { id: "0-reminder-y", step: "reminder" })])).toEqual(toOld);
    const atDesk = anAnswer({ addresses: ["198.51.100.7"], candidates: [aCandidate({ range: "198.51.100.0/24" })] });
    expect(leaves([ended], { answer: atDesk })).toEqual([]);
  });

  test("has it again where it was asked again since, or where the word was cancelled", () => {
    const moved = (spoilt: Partial<Notice> = {}) =>
      aNotice("sent", { id: "0-moved-x", step: "moved", ...(spoilt as object) });
    const again = aNotice("sent", { id: "0-first-again", ended: true });
    expect(leaves([ended, moved()])).toEqual([]);
    expect(leaves([ended, moved(), again])).toEqual(toOld);
    expect(leaves([ended, aNotice("cancelled", { id: "0-moved-x", step: "moved" })])).toEqual(toOld);
    expect(leaves([ended, moved({ to: elsewhere })])).toEqual(toOld);
    expect(leaves([ended, moved(), aNotice("sent", { id: "0-withdrawal-x", step: "withdrawal" })])).toEqual([]);
  });

  test("has nobody hear of it where the name has no address by now", () => {
    expect(leaves([ended], { answer: anAnswer({ addresses: [], candidates: [] }) })).toEqual([]);
  });
});

describe("the word that all was taken back", () => {
  const out = (notice: Notice) => follows(takenBack({ ...told, notices: [sent, notice] }), says("withdrawn"));
  const again = ["queues withdrawal to abuse@network.example"];
  const word = { id: withdrawal.id, step: "withdrawal" } as const;

  test("is said once, also where it still waits, and is not stopped by being said again", () => {
    expect(out(aNotice("queued", word))).toEqual([]);
  });

  test("is said again where it was cancelled or never went out", () => {
    expect(out(aNotice("cancelled", word))).toEqual(again);
    expect(out(aNotice("failed", word))).toEqual(again);
  });

  test("is said again where the desk had another notice since", () => {
    const since = (notice: Notice) =>
      follows(takenBack({ ...told, notices: [sent, aNotice("sent", word), notice] }), says("withdrawn"));
    expect(since(aNotice("sent", { id: "0-first-again" }))).toEqual(again);
    expect(since(aNotice("sent", { id: "0-moved-x", step: "moved" }))).toEqual([]);
    expect(since(aNotice("sent", { id: "0-first-y", to: elsewhere }))).toEqual([
      "queues withdrawal to abuse@elsewhere.example",
    ]);
  });
});

describe("'still up'", () => {
  const stillUpAsked = (blocking: boolean) => beforeAPerson(told, "still-up", blocking);
  test("said late is asked beside one that keeps nothing back, and not beside one that does", () => {
    const late = later(25);
    expect(decideCase(stillUpAsked(false), policy, late, says("still-up")).record).toHaveLength(1);
    expect(decideCase(stillUpAsked(true), policy, late, says("still-up")).record).toEqual([]);
    expect(decideCase(beforeAPerson(told, "reply", true), policy, morning, says("still-up")).record).toHaveLength(1);
    expect(decideCase(urgent, policy, later(24), says("still-up")).record).toMatchObject([{ blocking: false }]);
  });

  test("asks nothing of an urgent case that is before a person as unanswered, or with which somebody waits", () => {
    const said = (state: Case, at: string) => decideCase(state, policy, at, says("still-up")).record;
    expect(said(urgent, later(2)).map(({ type }) => type)).toContain("asked");
    expect(said(beforeAPerson(urgent, "unanswered", true), later(2))).toEqual([]);
    const waited: Case = { ...urgent, waitUntil: later(3), isWaitedWith: true };
    expect(said(waited, later(2))).toEqual([]);
    expect(said(waited, later(4)).map(({ type }) => type)).toContain("asked");
    // Who filled in a form, or named a desk, did not say that it is still up.
    expect(said({ ...urgent, waitUntil: later(3) }, later(2)).map(({ type }) => type)).toContain("asked");
    const denied = urgent.notices.map((one) => ({ ...one, answer: "removed", answeredAt: later(1) }) as Notice);
    expect(said({ ...waited, notices: denied }, later(2)).map(({ type }) => type)).toContain("asked");
  });

  test("asks nothing where nobody was told yet, but where the name is out of DNS or it was said days ago", () => {
    expect(follows({ ...inLine, lane: "urgent" }, says("still-up")).length).toBe(inLine.rung === -1 ? 0 : 1);
    const { rung: _, ...rest } = inLine;
    const untold: Case = { ...rest, rung: -1 };
    expect(follows(untold, says("still-up"))).toEqual([]);
    expect(follows(beforeAPerson(untold, "name-gone", true), says("still-up"))).toHaveLength(1);
    expect(follows(untold, says("still-up"), later(25))).toHaveLength(1);
  });
});

test("a question about a reply to a mail about several cases names that reply, so that it is one for all", () => {
  const inMail: Case = { ...told, notices: [aNotice("sent", { mail: { id: "TM-1" } })] };
  const [asked] = decideCase(inMail, policy, morning, replied("unclear")).record;
  expect(asked).toMatchObject({ type: "asked", question: "reply", toRead: true, mailHash: expect.any(String) });
  expect(decideCase(told, policy, morning, replied("unclear")).record[0]).not.toHaveProperty("mailHash");
});

test("a contact that is new waits for a person's word", () => {
  const event: CaseEvent = {
    type: "notice-queued",
    at: morning,
    noticeId: queuedOne.id,
    rung: 0,
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
