import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { Notice, NoticeAt } from "../../../functions/case/notice.ts";
import { reminders, slowReminders } from "../../../functions/case/path/remind.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { having, later, nowhere, opened, sent, told } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const owed = (state: Case, of = policy) => reminders(state, of).map(({ at }) => at);
const withNotice = (notice: Notice): Case => having(notice);
const reminder = aNotice("sent", { id: "0-reminder-x", step: "reminder", sentAt: later(24) });

describe("a reminder", () => {
  test("is owed a day after the notice went out", () => expect(owed(told)).toEqual([later(24)]));
  test("goes to the desk that was told, on its escalation level", () => {
    expect(reminders(told, policy).map(({ event }) => event(later(24)))).toMatchObject([
      { type: "notice-queued", step: "reminder", level: 0, to: sent.to },
    ]);
  });
  test("is later by what a hold kept the case", () =>
    expect(owed({ ...told, kept: { ms: 2 * 3_600_000 } })).toEqual([later(26)]));
  test("counts from the last one", () => {
    const twice = { ...policy, row: { ...policy.row, remindersAtMost: 2 } };
    expect(owed(having(sent, reminder), twice)).toEqual([later(48)]);
  });

  const unreminded: readonly (readonly [string, Case])[] = [
    ["before its mail went out", inLine],
    ["once it was reminded as often as the policy says", having(sent, reminder)],
    ["whose mail came back", withNotice(aNotice("bounced"))],
    ["whose server turned our mail away", withNotice(aNotice("rejected"))],
    ["that complained", withNotice(aNotice("complained"))],
    ["to which a later letter came back", having(sent, aNotice("bounced", { id: "0-letter-x", step: "letter" }))],
    ["that the host left", withNotice(aNotice("sent", { ended: true }))],
    ["where the last look-up did not find the host", withNotice(aNotice("sent", { missedAt: morning }))],
    ["that a person passed over", { ...told, passedOver: [sent.to.email] }],
    ["that the look-up no longer names while DNS says nothing", { ...told, contact: anAnswer(nowhere) }],
    ["on an escalation level below", { ...told, level: 1 }],
  ];
  for (const [desk, state] of unreminded) test(`is not owed to a desk ${desk}`, () => expect(owed(state)).toEqual([]));

  test("one that was cancelled does not count", () =>
    expect(owed(having(sent, aNotice("cancelled", { id: "0-reminder-x", step: "reminder" })))).toEqual([later(24)]));
});

test("a slow reminder goes to a desk that had no mail within the hours of a reminder", () => {
  const asked = (hours: number) =>
    slowReminders(having(sent, reminder), policy, later(24 + hours)).map(({ type }) => type);
  expect(asked(policy.row.reminderAfterHours - 1)).toEqual([]);
  expect(asked(policy.row.reminderAfterHours)).toEqual(["notice-queued"]);
});

describe("a desk that passed the notice on and named its customer's time", () => {
  const passedOn = (until: number | undefined, at = 1) =>
    aNotice("delivered", {
      acknowledgedAt: later(at),
      passedOn: { at: later(at), ...(until !== undefined && { until: later(until) }) },
    });
  test("is reminded when that is over", () => expect(owed(withNotice(passedOn(50)))).toEqual([later(50)]));
  test("is reminded as planned where that is sooner", () => expect(owed(withNotice(passedOn(5)))).toEqual([later(24)]));
  test("is reminded as planned where it named none", () =>
    expect(owed(withNotice(passedOn(undefined)))).toEqual([later(24)]));
  test("is reminded five days after its word, however long the time is", () =>
    expect(owed(withNotice(passedOn(30 * 24, 2)))).toEqual([later(2 + 5 * 24)]));
  test("is reminded as planned in the urgent lane", () => {
    const urgent = { ...opened, lane: "urgent" } as const;
    expect(owed({ ...withNotice(passedOn(50)), lane: "urgent" }, policyOf(aSettings())(urgent))).toEqual([later(24)]);
  });
  test("is waited for again where it says so of the reminder", () => {
    const twice = { ...policy, row: { ...policy.row, remindersAtMost: 2 } };
    const again = { ...reminder, passedOn: { at: later(25), until: later(60) } };
    expect(owed(having(passedOn(24), again), twice)).toEqual([later(60)]);
  });
  const others: readonly (readonly [string, Partial<NoticeAt<"delivered">>])[] = [
    ["to another desk", { to: aCandidate({ email: "noc@network.example" }) }],
    ["on another escalation level", { level: 1 }],
    ["from before the host moved away", { ended: true }],
  ];
  test.each(others)("is not waited for by what was said of a mail %s", (_, spoilt) => {
    const other = { ...passedOn(50), id: "other", step: "moved" as const, ...spoilt };
    expect(owed(having(sent, other))).toEqual([later(24)]);
  });
});

describe("a desk that wrote back", () => {
  const rests: Readonly<Record<ReplyClass, boolean>> = {
    bounce: false,
    complaint: true,
    "auto-reply": false,
    acknowledgement: false,
    "passed-on": false,
    removed: true,
    "not-ours": true,
    "use-our-form": true,
    refused: true,
    "not-found": true,
    question: true,
    unclear: true,
  };
  for (const [answer, isLeft] of Object.entries(rests) as readonly (readonly [ReplyClass, boolean])[])
    test(`${answer}: ${isLeft ? "is not reminded" : "is reminded"}`, () =>
      expect(owed(withNotice(aNotice("delivered", { answer })))).toEqual(isLeft ? [] : [later(24)]));

  test("is not reminded of another mail of the case either", () => {
    const other = aNotice("sent", { id: "0-withdrawal-x", step: "withdrawal", answer: "removed" });
    expect(owed(having(sent, other))).toEqual([]);
    expect(owed(having(sent, { ...other, to: aCandidate({ email: "abuse@other.example" }) }))).toEqual([later(24)]);
  });
});
