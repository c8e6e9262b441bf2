import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { looksUpToSend } from "../../../functions/case/decide/look-up.ts";
import { mayGo, readyToSend, sendsAlone } from "../../../functions/case/decide/sendings.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { beforeAPerson, found, held, inWindow, later, nowhere, onWire, opened, told } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const waiting = aNotice("queued");
const having = (...notices: readonly Notice[]): Case => ({ ...inLine, notices });
const isReady = (state: Case, at = morning): boolean => readyToSend(state, policy, at).length > 0;

describe("a notice in line may go out", () => {
  test("once it is due, and not before", () => {
    expect([isReady(inLine), isReady(having(aNotice("queued", { notBefore: later(1) })))]).toEqual([true, false]);
    expect(sendsAlone(inLine, morning)).toBe(true);
    expect(sendsAlone(having(), morning)).toBe(false);
  });

  const stops: readonly (readonly [string, Case])[] = [
    ["its case is closed", { ...inLine, closed: { at: morning, outcome: "removed" } }],
    ["a hold stands", held(inLine)],
    ["a question keeps the case", beforeAPerson(inLine, "held", true)],
    ["its name may be gone", { ...inLine, contact: anAnswer({ goneSince: morning }) }],
    ["the police are asked first", beforeAPerson(inLine, "clearance")],
  ];
  test.each(stops)("but not where %s", (_, state) => {
    expect(isReady(state)).toBe(false);
    expect(mayGo(state, waiting, morning)).toBe(false);
  });

  test("but not where the host was looked up long ago", () => {
    const { contact: _, ...never } = inLine;
    const stale = later(policy.contactFreshHours);
    expect([isReady(never), isReady(inLine, stale)]).toEqual([false, false]);
    expect(mayGo(never, waiting, stale)).toBe(true);
  });

  test("but not by itself where it waits for others", () => {
    expect(isReady(having({ ...inWindow, notBefore: morning }))).toBe(false);
    expect(mayGo(inLine, inWindow, morning)).toBe(true);
  });

  test("only while it waits in line", () => {
    const may = (notice: Notice) => mayGo(having(notice), notice, morning);
    expect([may(aNotice("queued")), may(aNotice("sent")), may(aNotice("cancelled"))]).toEqual([true, false, false]);
  });

  test("and a word about a mail on the wire waits until SES says whether the desk has it", () => {
    for (const step of ["withdrawal", "correction", "moved", "reminder"] as const) {
      const word = aNotice("queued", { id: `0-${step}-x`, step });
      const waits = step !== "reminder";
      expect(isReady(having(onWire, word))).toBe(!waits);
      expect(mayGo(having(onWire, word), word, morning)).toBe(!waits);
      const toAnother = aNotice("on-wire", { to: aCandidate({ email: "abuse@other.example" }) });
      expect(isReady(having(toAnother, word))).toBe(true);
    }
  });
});

describe("a look-up serves only what waits to go out", () => {
  test("where nothing else is to be known of the case", () => expect(looksUpToSend(told, policy, morning)).toBe(true));

  test.each<readonly [string, Case, string]>([
    ["nothing was looked up yet", opened, morning],
    ["a person asked for a fresh look-up", { ...told, lookAgain: morning }, morning],
    ["DNS did not say where the host stands", { ...told, contact: anAnswer(nowhere) }, later(2)],
    ["sources were silent", { ...found({ candidates: [], retry: true }), silentLookups: 1 }, later(2)],
  ])("and not where %s", (_, state, at) => expect(looksUpToSend(state, policy, at)).toBe(false));
});
