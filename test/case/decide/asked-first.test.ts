import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { gates, heldQuestion } from "../../../functions/case/decide/gates.ts";
import { standstill } from "../../../functions/case/decide/holds.ts";
import { ladderRules } from "../../../functions/case/decide/ladder.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { beforeAPerson, found, held, hotline, later, policeFirst, told, upstream } from "../../support/laws.ts";

const reasonsAt = (state: Case) =>
  (gates.wants(state, policyOf(aSettings(policeFirst))(state), morning)?.record ?? []).flatMap((event) =>
    event.type === "asked" ? event.reason : [],
  );
const csam = (answer: Parameters<typeof found>[0]): Case => ({ ...found(answer), category: "csam" });
const police = "In NL the police clear such a notice before the host hears of it.";
const hears = "The hotline hears at once.";
const noHotline = "No hotline's mailbox is in the settings: nobody hears of it until you say so.";
const optedOut = "The host's own desk asked for no mail: nothing goes to it afterwards either.";

describe("what a person reads where the police come first", () => {
  test("says whether the hotline hears meanwhile", () => {
    expect(reasonsAt(csam({ candidates: [aCandidate(), hotline] }))).toEqual([`${police} ${hears}`]);
    expect(reasonsAt(csam({ candidates: [aCandidate()] }))).toEqual([`${police} ${noHotline}`]);
  });

  test("says where the host's own desk wants no mail at all, and not where one of two does", () => {
    const shy = aCandidate({ email: "abuse@shy.example" });
    const shyOut = { optedOut: [shy.email] };
    expect(reasonsAt(csam({ candidates: [shy, hotline], ...shyOut }))).toEqual([`${police} ${hears} ${optedOut}`]);
    expect(reasonsAt(csam({ candidates: [shy, aCandidate(), hotline], ...shyOut }))).toEqual([`${police} ${hears}`]);
    expect(reasonsAt(csam({ candidates: [hotline], ...shyOut }))).toEqual([`${police} ${hears} ${optedOut}`]);
    expect(reasonsAt(csam({ candidates: [hotline], optedOut: [] }))).toEqual([`${police} ${hears}`]);
    expect(reasonsAt(csam({ candidates: [hotline, upstream] }))).toEqual([`${police} ${hears}`]);
  });
});

test("a hold without an end names all holds beside it, and how long each stands", () => {
  const two = { ...held(told), holds: [...held(told, later(5)).holds, ...held(told).holds] };
  expect(heldQuestion(two, morning)).toMatchObject([
    { reason: "Held by jane until 2026-11-24T15:00Z: the police asked Held by jane: the police asked" },
  ]);
});

describe("everything stands still", () => {
  const both = (one?: string, other?: string): Case => ({
    ...told,
    holds: [...held(told, one).holds, ...held(told, other).holds],
  });
  test("until the last of the holds is over, and for good where one has no end", () => {
    expect(standstill(both(later(9), later(5)), morning)).toEqual({ until: later(9) });
    expect(standstill(both(later(5), later(9)), morning)).toEqual({ until: later(9) });
    expect(standstill(both(later(5)), morning)).toEqual({});
  });

  test("not by a hold that is over", () => {
    expect(standstill(held(told, later(1)), later(1))).toBeUndefined();
    expect(standstill(both(later(-1), later(5)), morning)).toEqual({ until: later(5) });
  });
});

describe("nobody was silent who heard nothing", () => {
  const inLineRule = ladderRules.find(({ name }) => name === "in-line");
  const waits = (...notices: Case["notices"]) =>
    inLineRule?.wants({ ...inLine, notices }, policyOf(aSettings())(told), morning) !== undefined;
  const other = { id: "0-first-other" } as const;
  test("while the first mail of all is on the wire", () => {
    expect(waits(aNotice("on-wire"), aNotice("cancelled", other))).toBe(true);
    expect(waits(aNotice("on-wire"), aNotice("sent", other))).toBe(false);
    expect(waits(aNotice("unknown"))).toBe(false);
    expect(waits(aNotice("cancelled"))).toBe(false);
  });
});

test("a clearance that a person is asked for already is not asked for again", () => {
  expect(reasonsAt(beforeAPerson(csam({ candidates: [aCandidate(), hotline] }), "clearance"))).toEqual([]);
});
