import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { escalate, escalatesAt, onCallsTurnAt, replacements } from "../../../functions/case/path/escalate.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { found, having, later, opened, second, sent, told, upstream } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const network = aCandidate();
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const escalated = (state: Case, at = morning): readonly string[] | undefined =>
  escalate(state, policy, at, "a test")?.map((event) =>
    event.type === "escalated"
      ? `${event.level}: ${event.why}`
      : event.type === "notice-queued"
        ? `${event.step} ${event.to.email}`
        : event.type,
  );
const knows = (state: Case, ...candidates: readonly Candidate[]): Case => ({
  ...state,
  contact: anAnswer({ candidates }),
});

describe("whom the next escalation level tells", () => {
  test("the host first", () => {
    expect(escalated(knows(opened, network, upstream))).toEqual(["0: a test: the host", "first abuse@network.example"]);
  });

  test("a host that never answers together with the escalation level above it", () => {
    expect(escalated(knows(opened, aCandidate({ memory: "silent" }), upstream))).toEqual([
      "1: a test: the host, who is known not to answer, and at once the network above the host",
      "first abuse@network.example",
      "first abuse@carrier.example",
    ]);
  });

  test("an escalation level on which nobody can be told is passed over", () => {
    expect(escalated(knows({ ...opened, domainIsMalicious: true }, registrar))).toEqual([
      "0: a test: the host",
      "first abuse@registrar.example",
    ]);
    expect(escalated(knows(opened, upstream))).toEqual([
      "1: a test: the network above the host",
      "first abuse@carrier.example",
    ]);
  });

  test("whoever stands above hears by escalation, once somebody was told", () => {
    expect(escalated(knows(told, network, upstream))).toEqual([
      "1: a test: the network above the host",
      "escalation abuse@carrier.example",
    ]);
    expect(escalated({ ...knows(inLine, network, upstream), notices: [aNotice("cancelled")] })).toEqual([
      "1: a test: the network above the host",
      "first abuse@carrier.example",
    ]);
  });

  test("nobody, where nobody above may be told", () => {
    expect(escalated(told)).toBeUndefined();
    expect(escalated(knows(opened, aCandidate({ confidence: "guess" })))).toBeUndefined();
  });
});

describe("who stands in", () => {
  const mails = (state: Case) =>
    replacements(state, policy, morning).flatMap((event) =>
      event.type === "notice-queued" ? `${event.step} ${event.to.email}` : [],
    );
  test("another desk of the network whose mail came back", () => {
    expect(mails({ ...knows(told, network, second), notices: [aNotice("bounced")] })).toEqual([
      "first noc@network.example",
    ]);
  });
  test("nobody for a desk that only turned our mail away", () => {
    expect(mails({ ...knows(told, network, second), notices: [aNotice("rejected")] })).toEqual([]);
  });
  test("nobody before the first escalation level", () => {
    expect(mails(found({}))).toEqual([]);
  });
});

describe("when the next escalation level is due", () => {
  const carrier = aNotice("sent", { id: "0-first-x", to: upstream, sentAt: later(-10) });
  test("48 hours after the first mail to the host's desk", () => expect(escalatesAt(told, policy)).toBe(later(48)));
  test("counted from the host's desk, though another was told before it", () =>
    expect(escalatesAt(having(carrier, sent), policy)).toBe(later(48)));
  test("counted from the other where the host's desk is dead", () =>
    expect(escalatesAt(having(carrier, aNotice("bounced")), policy)).toBe(later(38)));
  test("later by what a hold kept the case", () =>
    expect(escalatesAt({ ...told, kept: { ms: 3 * 3_600_000 } }, policy)).toBe(later(51)));
  test("never while no look-up finds the host where anybody was told", () =>
    expect(escalatesAt(having(aNotice("sent", { missedAt: morning })), policy)).toBeUndefined());
  test("never before a mail went out", () => expect(escalatesAt(inLine, policy)).toBeUndefined());
  test("on-call's turn is counted from the report", () =>
    expect(onCallsTurnAt({ ...told, kept: { ms: 3_600_000 } }, policy)).toBe(later(169)));
});
