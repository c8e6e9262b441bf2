import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { isUnnamed, needsPlace, whyNotNeeded } from "../../../functions/case/path/not-needed.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, anAnswer, aSettings } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { having, network, nowhere, opened, takenBack, told, upstream } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const byPerson = aCandidate({ email: "abuse@carrier.example", scope: "upstream", source: "person" });
const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });
const knows = (answer: Parameters<typeof anAnswer>[0]): Case => ({ ...told, contact: anAnswer(answer) });

describe("a desk that no look-up names for where the host stands now", () => {
  test.each<readonly [string, Case, Candidate, boolean]>([
    ["the network above, which is not named", knows({}), upstream, true],
    ["the network above, which is", knows({ candidates: [upstream] }), upstream, false],
    ["one that a person named", knows({}), byPerson, false],
    ["a registrar, which answers for the domain", knows({}), registrar, false],
    ["the host's own, known by its block", knows({ candidates: [elsewhere] }), network, false],
    ["the host's own, while DNS says nothing", knows(nowhere), network, true],
    ["anybody, before a first look-up", opened, upstream, false],
  ])("%s", (_, state, to, is) => expect(isUnnamed(state, to)).toBe(is));
});

test("what asks for action needs a place, but to a registrar or a person's choice", () => {
  const needs = (step: "first" | "withdrawal", to: Candidate) => needsPlace(aNotice("queued", { step, to }));
  expect([needs("first", network), needs("withdrawal", network), needs("first", registrar)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(needs("first", byPerson)).toBe(false);
});

describe("another desk in its place", () => {
  const why = (candidates: readonly Candidate[]) =>
    whyNotNeeded({ ...inLine, contact: anAnswer({ candidates }) }, aNotice("queued"), policy);
  test("is one of the same kind that is more than a guess", () => {
    expect(why([elsewhere])).toBe("the latest look-up names another desk");
    expect(why([upstream, elsewhere])).toBe("the latest look-up names another desk");
    expect(why([upstream])).toBeUndefined();
    expect(why([aCandidate({ ...elsewhere, confidence: "guess" })])).toBeUndefined();
  });

  test("is none before a first look-up", () => {
    const { contact: _, ...never } = inLine;
    expect(whyNotNeeded(never, aNotice("queued"), policy)).toBeUndefined();
  });
});

describe("words to who was told", () => {
  const why = (step: "moved" | "withdrawal" | "correction", state: Case) =>
    whyNotNeeded(state, aNotice("queued", { id: `0-${step}-x`, step }), policy);
  const moved = knows({ addresses: ["198.51.100.7"], candidates: [elsewhere] });

  test("that the host moved or something was wrong mean nothing to who had no notice", () => {
    expect(why("moved", moved)).toBeUndefined();
    for (const step of ["moved", "correction"] as const)
      expect(why(step, { ...moved, notices: [] })).toBe("its desk never had a notice");
    expect(why("withdrawal", takenBack({ ...moved, notices: [] }))).toBeUndefined();
  });

  test("go out whoever answers for the place now, and also to a desk that answered", () => {
    const notNamed = { ...told, contact: anAnswer({ namedBy: "host", candidates: [registrar] }) };
    const to = registrar;
    const word = aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal", to });
    expect(whyNotNeeded(takenBack(notNamed), word, policy)).toBeUndefined();
    expect(whyNotNeeded(notNamed, aNotice("queued", { to }), policy)).toMatch(/^the name is the platform's/);
    const answered = having(aNotice("sent", { answer: "refused" }));
    expect(why("correction", answered)).toBeUndefined();
    const missed = having(aNotice("sent", { missedAt: "2026-11-24T10:00:00.000Z" }));
    expect(why("correction", missed)).toBeUndefined();
  });
});
