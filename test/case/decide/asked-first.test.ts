import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { gates } from "../../../functions/case/decide/gates.ts";
import { standstill } from "../../../functions/case/decide/holds.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, aSettings, morning } from "../../support/a-case.ts";
import { beforeAPerson, found, held, hotline, later, policeFirst, told, upstream } from "../../support/laws.ts";

const reasonsAt = (state: Case) =>
  (gates.wants(state, policyOf(aSettings(policeFirst))(state), morning)?.record ?? []).flatMap((event) =>
    event.type === "asked" ? event.reason : [],
  );
const csam = (answer: Parameters<typeof found>[0]): Case => ({ ...found(answer), category: "csam" });
const police = "In NL the police clear such a notice before the host hears of it.";
const hears = "The hotline hears at once.";
const optedOut = "The host's own desk asked for no mail: nothing goes to it afterwards either.";

describe("what a person reads where the police come first", () => {
  test("says where the host's own desk wants no mail, and not where one of two does", () => {
    const shy = aCandidate({ email: "abuse@shy.example" });
    const shyOut = { optedOut: [shy.email] };
    expect(reasonsAt(csam({ candidates: [shy, hotline], ...shyOut }))).toEqual([`${police} ${hears} ${optedOut}`]);
    expect(reasonsAt(csam({ candidates: [shy, aCandidate(), hotline], ...shyOut }))).toEqual([`${police} ${hears}`]);
    expect(reasonsAt(csam({ candidates: [hotline], ...shyOut }))).toEqual([`${police} ${hears} ${optedOut}`]);
    expect(reasonsAt(csam({ candidates: [hotline], optedOut: [] }))).toEqual([`${police} ${hears}`]);
    expect(reasonsAt(csam({ candidates: [hotline, upstream] }))).toEqual([`${police} ${hears}`]);
  });
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

test("a clearance that a person is asked for already is not asked for again", () => {
  expect(reasonsAt(beforeAPerson(csam({ candidates: [aCandidate(), hotline] }), "clearance"))).toEqual([]);
});
