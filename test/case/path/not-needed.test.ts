import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { whyNotNeeded } from "../../../functions/case/path/not-needed.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import { beforeAPerson, having, later, nowhere, opened, sent, takenBack, told } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const other = anAnswer({ candidates: [aCandidate({ email: "abuse@other.example" })] });
const reminder = aNotice("queued", { id: "0-reminder-x", step: "reminder" });
const correction = aNotice("queued", { id: "0-correction-x", step: "correction" });
const moved = aNotice("queued", { id: "0-moved-x", step: "moved" });

const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const toRegistrar = aNotice("queued", { to: registrar });
const undated = { ...inLine, contact: anAnswer({ candidates: [registrar], name: {} }) };
const wholeName = "its registrar could only stop the whole name, which is old, undated or on a list: a person decides";

const withdrawal = aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal" });
const dead = "a mail to its mailbox came back, or was unwanted";
const elsewhere = aCandidate({ email: "noc@network.example" });
const answered: Case = having(aNotice("sent", { answer: "refused" }));
const bouncedBefore: Case = having(aNotice("bounced", { ended: true }));
const complained: Case = {
  ...told,
  contact: anAnswer({ candidates: [aCandidate(), elsewhere] }),
  notices: [aNotice("complained"), aNotice("sent", { id: "0-first-y", to: elsewhere })],
};

const byPerson = aNotice("queued", { to: aCandidate({ source: "person" }) });
const toUs = aNotice("queued", { to: aCandidate({ email: "x@dispatch.example" }) });
const nobodyThere = "the latest look-up did not find the host there";
const untold: Case = { ...inLine, notices: [correction] };

describe("why a notice in line need not go out", () => {
  const laws: readonly (readonly [string, Case, Notice, string | undefined])[] = [
    ["a first notice to the host's desk", inLine, queuedOne, undefined],
    ["one to our own mailbox", inLine, toUs, "the mailbox must not be written to"],
    ["one to the registrar of a name that no machine stops", undated, toRegistrar, wholeName],
    ["a reminder to it", undated, { ...toRegistrar, step: "reminder" }, wholeName],
    ["one to it that a person allowed", { ...undated, cleared: ["registrar"] }, toRegistrar, undefined],
    ["a withdrawal to it", takenBack(undated), { ...toRegistrar, step: "withdrawal" }, undefined],
    ["one whose desk the host left", inLine, aNotice("queued", { ended: true }), "the host moved away from its desk"],
    [
      "a withdrawal to whom the host left",
      takenBack(told),
      aNotice("queued", { ended: true, step: "withdrawal" }),
      undefined,
    ],
    [
      "a first notice where another desk is named since",
      { ...inLine, contact: other },
      queuedOne,
      "the latest look-up names another desk",
    ],
    ["one that a person named", { ...inLine, contact: other }, byPerson, undefined],
    [
      "a reminder where DNS says nothing",
      { ...told, contact: anAnswer(nowhere) },
      reminder,
      "the latest look-up does not name its desk",
    ],
    [
      "a first notice while the police are asked",
      beforeAPerson(inLine, "clearance"),
      queuedOne,
      "its desk hears once the police have cleared it, or a person has classified it",
    ],
    ["a correction to who never had a notice", untold, correction, "its desk never had a notice"],
    ["a correction to who had one", told, correction, undefined],
    ["a word of leaving to who has the host again", told, moved, "the host is at its desk again"],
    ["a notice where the host was missed", inLine, aNotice("queued", { missedAt: morning }), nobodyThere],
    ["a reminder where the host was missed", having(aNotice("sent", { missedAt: morning })), reminder, nobodyThere],
    ["a reminder to who has answered", answered, reminder, "the desk answered"],
    ["a reminder to who was silent", told, reminder, undefined],
    ["a correction to who has answered", answered, correction, undefined],
    ["a withdrawal that a report came after", told, withdrawal, "reported again"],
    ["a withdrawal where nobody stands by it", takenBack(told), withdrawal, undefined],
    ["one to a dead mailbox", having(aNotice("bounced")), reminder, dead],
    ["one to whom a notice was unwanted", complained, reminder, dead],
    ["one to whom it bounced where the host stood before", bouncedBefore, queuedOne, dead],
    ["one to it that a person named", bouncedBefore, byPerson, undefined],
    ["one to another mailbox than that", complained, { ...reminder, to: elsewhere }, undefined],
    ["one to a mailbox that turned our mail away", having(aNotice("rejected")), reminder, undefined],
  ];
  for (const [given, state, notice, why] of laws)
    test(`${given}: ${why ?? "it is wanted"}`, () => expect(whyNotNeeded(state, notice, policy)).toBe(why));
});

describe("a reminder in line waits for the time that the desk gave its customer", () => {
  const waits = { at: morning, until: later(20) };
  const withTime = (passedOn: Notice["passedOn"], to = sent.to): Case => ({
    ...told,
    contact: anAnswer({ candidates: [aCandidate(), elsewhere] }),
    notices: [{ ...sent, to, ...(passedOn && { passedOn }) }, reminder],
  });
  const gaveTime = "the desk gave its customer time";
  const laws: readonly (readonly [string, Case, Notice, string | undefined])[] = [
    ["and is taken out of line", withTime(waits), reminder, gaveTime],
    ["and not where it named none", withTime({ at: morning }), reminder, undefined],
    ["and not where that is over by then", withTime({ at: morning, until: morning }), reminder, undefined],
    ["and not where it was put in line for after", withTime(waits), { ...reminder, notBefore: later(20) }, undefined],
    ["and not where another desk did", withTime(waits, elsewhere), reminder, undefined],
    ["and nothing else does", withTime(waits), correction, undefined],
  ];
  test.each(laws)("%s", (_, state, notice, why) => expect(whyNotNeeded(state, notice, policy)).toBe(why));
  test("and not in the urgent lane", () => {
    const state: Case = { ...withTime(waits), lane: "urgent" };
    expect(whyNotNeeded(state, { ...reminder, notBefore: later(-1) }, policyOf(aSettings())(state))).toBeUndefined();
  });
});
