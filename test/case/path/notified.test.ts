import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import {
  hasSpoken,
  isFormerHost,
  isHeard,
  levelIsDead,
  tellingOnLevel,
  toldDesks,
} from "../../../functions/case/path/notified.ts";
import { aCandidate, anAnswer } from "../../support/a-case.ts";
import { aNotice } from "../../support/a-notice.ts";
import { having, later, network, sent } from "../../support/laws.ts";

const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });
const unnamed = (...notices: readonly Notice[]): Case => ({
  ...having(...notices),
  contact: anAnswer({ candidates: [elsewhere] }),
});
const ended = aNotice("sent", { ended: true });
const again = { id: "0-first-again" } as const;

describe("a desk that the host has left", () => {
  test.each<readonly [string, Case, boolean]>([
    ["all that it was asked has ended", unnamed(ended, aNotice("sent", { ...again, ended: true })), true],
    ["no look-up finds the host there", unnamed(aNotice("sent", { missedAt: later(0) })), true],
    ["it is asked on", unnamed(ended, aNotice("sent", again)), false],
    ["only another desk is asked on", unnamed(ended, aNotice("sent", { ...again, to: elsewhere })), true],
    ["only its withdrawal is still out", unnamed(ended, aNotice("sent", { ...again, step: "withdrawal" })), true],
    ["it is named still", { ...unnamed(ended), contact: anAnswer() }, false],
    ["it was asked nothing", unnamed(aNotice("sent", { step: "withdrawal", ended: true })), false],
  ])("is one where %s: %#", (_, state, isFormer) => expect(isFormerHost(state, ended)).toBe(isFormer));

  test("is one where nothing is known of the host any more", () => {
    const { contact: _, ...unknown } = having(ended);
    expect(isFormerHost(unknown, ended)).toBe(true);
  });
});

test("a mail is heard once SES or the desk's server took it", () => {
  const states = ["queued", "on-wire", "unknown", "sent", "delivered", "bounced"] as const;
  expect(states.map((state) => isHeard(aNotice(state)))).toEqual([false, false, false, true, true, false]);
});

describe("a desk has spoken", () => {
  test.each<readonly [string, Notice, boolean]>([
    ["by an answer", aNotice("delivered", { answer: "refused", answeredAt: later(1) }), true],
    ["by a complaint", aNotice("complained"), true],
    ["not by silence", sent, false],
    ["not by what it said before the host left it", aNotice("delivered", { answer: "refused", ended: true }), false],
    ["not by what another said", aNotice("delivered", { answer: "refused", to: elsewhere }), false],
  ])("%s", (_, notice, spoke) => expect(hasSpoken(having(notice), network.email)).toBe(spoke));
});

describe("an escalation level is dead", () => {
  const other = { id: "0-first-other", to: elsewhere } as const;
  test("where each of its mails came back or was unwanted, and not where one did not", () => {
    expect(levelIsDead(having(aNotice("bounced"), aNotice("complained", other)))).toBe(true);
    expect(levelIsDead(having(aNotice("bounced"), aNotice("sent", other)))).toBe(false);
    expect(levelIsDead(having())).toBe(false);
  });

  test("by the mails of the escalation level now stood on that ask and were not cancelled", () => {
    const ids = (...notices: readonly Notice[]) => tellingOnLevel(having(...notices)).map(({ id }) => id);
    expect(ids(sent)).toEqual([sent.id]);
    expect(
      ids(ended, aNotice("cancelled"), aNotice("sent", { level: 5 }), aNotice("sent", { step: "reminder" })),
    ).toEqual([]);
  });
});

describe("who is owed a word", () => {
  const owed = (...notices: readonly Notice[]) => toldDesks(having(...notices)).map(({ to }) => to.email);

  test("is who has a notice that asked for action, or may have it, once", () => {
    for (const state of ["on-wire", "unknown", "sent", "delivered"] as const)
      expect(owed(aNotice(state), aNotice(state, again))).toEqual([network.email]);
    for (const state of ["queued", "cancelled", "failed", "rejected"] as const)
      expect(owed(aNotice(state))).toEqual([]);
    expect(owed(aNotice("sent", { step: "correction" }))).toEqual([]);
  });

  test("is not who turned a mail away, and others are all the same", () => {
    expect(owed(sent, aNotice("bounced", { id: "0-reminder-x", step: "reminder" }))).toEqual([]);
    expect(owed(aNotice("sent", { ...again, to: elsewhere }), sent, aNotice("complained", again))).toEqual([
      elsewhere.email,
    ]);
  });
});
