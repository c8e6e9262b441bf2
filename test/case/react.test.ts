import { describe, expect, test } from "vitest";
import type { TargetCase } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { close, reactTarget } from "../../functions/case/react.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aReport, aSettings, morning } from "../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../support/a-notice.ts";
import { beforeAPerson, later, sent, takenBack, told } from "../support/laws.ts";

const policy = policyOf(aSettings())(told);
const withdrawal = aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal" });
const correction = aNotice("queued", { id: "0-correction-x", step: "correction" });
const reminder = aNotice("queued", { id: "0-reminder-x", step: "reminder" });
const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });

/** What follows at once, in words. */
const follows = (state: TargetCase, event: CaseEvent, now = morning): readonly string[] =>
  reactTarget(state, event, policy, now).map((fact) => {
    switch (fact.type) {
      case "asked":
        return `asks ${fact.question}: ${fact.reason}`;
      case "notice-queued":
        return `queues ${fact.step} to ${fact.to.email}`;
      case "notice-cancelled":
        return `cancels ${fact.noticeId}: ${fact.why}`;
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
});

test("after the end nothing follows", () => {
  const closed: TargetCase = { ...told, closed: { at: morning, outcome: "removed" } };
  expect(follows(closed, replied("refused"))).toEqual([]);
});

test("closing cancels in the same write what was still to go out", () => {
  expect(close(inLine, morning, "decided", "jane: enough")).toEqual([
    { type: "notice-cancelled", at: morning, noticeId: queuedOne.id, why: "jane: enough" },
    { type: "closed", at: morning, outcome: "decided", why: "jane: enough" },
  ]);
});

describe("what a mail's fate brings", () => {
  const stops: readonly (readonly [string, CaseEvent, string])[] = [
    ["a complaint", { type: "complained", at: morning, noticeId: sent.id }, "the recipient complained"],
    [
      "a complaint about another case",
      { type: "desk-stopped", at: morning, noticeId: sent.id },
      "the desk complained about a notice of another case",
    ],
    [
      "a dead mailbox",
      { type: "bounced", at: morning, noticeId: sent.id, permanent: true, detail: "550" },
      "the mailbox takes no mail",
    ],
  ];
  for (const [what, event, why] of stops)
    test(`${what} stops what is in line to the same mailbox, and nothing else`, () => {
      const other: Notice = { ...reminder, id: "0-first-y", to: elsewhere };
      expect(follows({ ...told, notices: [sent, reminder, other] }, event)).toEqual([`cancels ${reminder.id}: ${why}`]);
    });

  test("a mail that is only late stops nothing", () => {
    expect(
      follows(
        { ...told, notices: [sent, reminder] },
        { type: "bounced", at: morning, noticeId: sent.id, permanent: false, detail: "450" },
      ),
    ).toEqual([]);
  });

  test("of a digest's mail the digest asks", () => {
    const inDigest = aNotice("unknown", { digest: { id: "TD-1", heard: 0 } });
    const lost: CaseEvent = { type: "send-unknown", at: morning, noticeId: sent.id };
    expect(follows({ ...told, notices: [inDigest] }, lost)).toEqual([]);
    expect(follows({ ...told, notices: [aNotice("unknown")] }, lost)).toHaveLength(1);
  });

  test("noes of SES are asked about after the eighth, once", () => {
    const no = (attempts: number, state = told): readonly string[] =>
      follows(
        { ...state, notices: [aNotice("queued", { attempts })] },
        {
          type: "send-declined",
          at: morning,
          noticeId: sent.id,
          attemptId: "a",
          code: "Throttling",
          final: false,
          retryAt: later(1),
        },
      );
    expect([no(7), no(8)]).toEqual([
      [],
      ["asks notice-refused: SES has declined the notice 8 times (Throttling). It goes on being tried."],
    ]);
    const asked = {
      ...beforeAPerson(told, "notice-refused"),
      reviews: beforeAPerson(told, "notice-refused").reviews.map((one) => ({ ...one, noticeId: sent.id })),
    };
    expect(no(9, asked)).toEqual([]);
  });
});

describe("what a desk's words bring", () => {
  const law: Readonly<Record<ReplyClass, readonly string[]>> = {
    bounce: [],
    "auto-reply": [],
    acknowledgement: [],
    complaint: ["asks reply: The desk complains about the notice by mail."],
    removed: ["closes as removed: the desk says that it is removed"],
    "use-our-form": ["asks form-only: The desk takes reports by its form only."],
    "not-ours": ["asks reply: The desk says that the host is not theirs."],
    refused: ["asks reply: The desk refuses to act."],
    question: ["asks reply: The desk asks something."],
    unclear: ["asks reply: The desk wrote something that no rule reads for certain."],
  };
  for (const [replyClass, facts] of Object.entries(law) as readonly (readonly [ReplyClass, readonly string[]])[])
    test(replyClass, () => expect(follows(told, replied(replyClass))).toEqual(facts));

  test("a stranger closes nothing, and ends no reminder", () => {
    const state = { ...told, notices: [sent, reminder] };
    expect(follows(state, replied("removed", { authenticated: false }))).toEqual([
      "asks reply: The desk says that it is removed, but the sender is not proven; please confirm.",
    ]);
  });

  test("a reply closes nothing in the urgent lane", () => {
    expect(follows({ ...told, lane: "urgent" }, replied("removed"))).toEqual([
      "asks reply: The desk says that it is removed; please confirm.",
    ]);
  });

  test("a desk that the host left closes nothing", () => {
    const left: TargetCase = {
      ...told,
      contact: anAnswer({ candidates: [elsewhere] }),
      notices: [aNotice("sent", { ended: true })],
    };
    expect(follows(left, replied("removed"))).toEqual([
      "asks reply: The desk says that it is removed, but the host has moved away from it since; please confirm.",
    ]);
  });

  test("a desk that has answered is not reminded", () => {
    expect(follows({ ...told, notices: [sent, reminder] }, replied("refused"))).toEqual([
      `cancels ${reminder.id}: the desk answered`,
      "asks reply: The desk refuses to act.",
    ]);
  });
});

describe("what a reporter's later word brings", () => {
  const two: TargetCase = { ...told, reporters: ["hotline", "cert"] };

  test("gone, by the only reporter: the end", () => {
    expect(follows(told, says("gone"))).toEqual(["closes as gone: hotline says that it is gone"]);
  });

  test("gone, by one of two: a person is asked, once", () => {
    expect(follows(two, says("gone"))).toEqual(["asks said-gone: hotline says that it is gone; cert has not said so."]);
    expect(follows(beforeAPerson(two, "said-gone"), says("gone"))).toEqual([]);
  });

  test("withdrawn, by all: who was told hears of it, and what is in line stops", () => {
    expect(follows(takenBack({ ...told, notices: [sent, reminder] }), says("withdrawn"))).toEqual([
      `cancels ${reminder.id}: withdrawn by every reporter`,
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

  test("still up: a person is asked, and where it was said days ago, before anything goes out", () => {
    const asked = (event: CaseEvent, now = morning) =>
      reactTarget(told, event, policy, now).map((fact) =>
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

test("a report again keeps standing what was to be taken back", () => {
  const event: CaseEvent = { type: "joined", at: morning, report: aReport({ reporter: "cert" }) };
  expect(follows({ ...told, notices: [sent, withdrawal] }, event)).toEqual([
    `cancels ${withdrawal.id}: reported again`,
  ]);
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
    ...spoilt,
  });
  const state: TargetCase = { ...told, contact: answer, notices: [aNotice("sent", { ended: true })] };

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
    "asks new-contact: abuse@network.example was not written to before; the notice goes out at 2026-11-24T14:00Z if nobody answers.",
  ]);
});
