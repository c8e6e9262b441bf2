import { describe, expect, test } from "vitest";
import type { TargetCase } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { evolveTarget } from "../../functions/case/evolve.ts";
import type { Digest } from "../../functions/digest/digest.ts";
import { digestIdsOf, hears, withDigests } from "../../functions/digest/ties.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { aCandidate, aCase, anAnswer, morning } from "../support/a-case.ts";
import { aDigest, claimedOf, gatheredIn, otherId, withWindows } from "../support/a-digest.ts";

const at = morning;
const rules = policyOf(withWindows);
/** A case whose host stands in two networks: a notice to each waits for its window. */
const networks = [1, 2].map((n) =>
  aCandidate({ email: `abuse@n${n}.example`, range: `192.0.2.${n}`, serves: [`192.0.2.${n}`] }),
);
const answer = anAnswer({ candidates: networks, addresses: ["192.0.2.1", "192.0.2.2"] });
const atTwo = aCase({}, [{ type: "contact-answered", at, answer }], withWindows);
/** Each of its notices is in a digest; of the first one's the mail may be on the wire. */
const inTwo = (isOnWire = false) => {
  const [first, second] = [0, 1].map((nth) => aDigest([], atTwo, nth));
  if (!first || !second) throw new Error("it has two notices");
  const digests = [isOnWire ? aDigest([claimedOf(first)], atTwo) : first, second];
  return { digests, read: digests.reduce((state, digest) => gatheredIn(digest, state), atTwo) };
};

/** What a fact means for a case that has heard all from its digests, and for these. */
const tied = (fact: CaseEvent, { digests, read }: { digests: readonly Digest[]; read: TargetCase }) => {
  const heard = digests.flatMap((digest) => hears(read, digest, rules, at));
  const after = heard.reduce(evolveTarget, read);
  const { advanced, left, unchanged } = withDigests(rules, after, { read, heard, facts: [fact], digests }, at);
  return {
    notices: advanced.next.notices.map(({ state, digest, window }) => [state, digest?.id, window]),
    left: left.map(({ before, advanced: { next } }) => [before.id, next.members?.map(({ caseId }) => caseId)]),
    unchanged: unchanged.map(({ id }) => id),
  };
};
const hold: CaseEvent = { type: "held", at, by: "police", why: "an investigation" };
const window = "2026-11-24T10:15:00.000Z";

test("a case has to hear from each digest that a notice of it is in, once", () => {
  const { digests, read } = inTwo();
  expect(digestIdsOf(read)).toEqual(digests.map(({ id }) => id));
  expect(digestIdsOf(atTwo)).toEqual([]);
});

test("a case in no digest is stopped alone", () => {
  expect(tied(hold, { digests: [], read: atTwo })).toMatchObject({ left: [], unchanged: [] });
});

describe("a case in two digests", () => {
  test("that is stopped leaves both, and the others stay in them", () => {
    const { digests, read } = inTwo();
    expect(tied(hold, { digests, read })).toEqual({
      notices: [
        ["queued", undefined, window],
        ["queued", undefined, window],
      ],
      left: digests.map(({ id }) => [id, [otherId]]),
      unchanged: [],
    });
  });

  test.each([0, 1])("leaves the one whose desk may not be written to any more, and no other (%i)", (stopped) => {
    const { digests, read } = inTwo();
    const desk: CaseEvent = { type: "desk-stopped", at, noticeId: read.notices[stopped]?.id ?? "none" };
    const { notices, left, unchanged } = tied(desk, { digests, read });
    expect(left).toEqual([[digests[stopped]?.id, [otherId]]]);
    expect(notices.slice(0, 2).map(([state]) => state)).toEqual(
      stopped === 0 ? ["cancelled", "gathered"] : ["gathered", "cancelled"],
    );
    expect(unchanged).toEqual([]);
  });

  test("leaves one and counts on the other not to change, where that one's mail is on the wire", () => {
    const { digests, read } = inTwo(true);
    const [onWire, waits] = digests.map(({ id }) => id);
    expect(tied(hold, { digests, read })).toEqual({
      notices: [
        ["on-wire", onWire, window],
        ["queued", undefined, window],
      ],
      left: [[waits, [otherId]]],
      unchanged: [onWire],
    });
  });

  test("counts on neither where nothing stops it", () => {
    const { digests, read } = inTwo(true);
    const again: CaseEvent = { type: "contact-answered", at, answer };
    expect(tied(again, { digests, read })).toMatchObject({ left: [], unchanged: [] });
  });
});

describe("a case leaves its digest", () => {
  const digest = aDigest();
  const alone = { digests: [digest], read: gatheredIn(digest) };

  test("for another one of the same window where its notice is not as the others' are any more", () => {
    const abroad: CaseEvent = { type: "contact-answered", at, answer: anAnswer({ country: "DE" }) };
    expect(tied(abroad, alone)).toEqual({
      notices: [["queued", undefined, window]],
      left: [[digest.id, [otherId]]],
      unchanged: [],
    });
  });

  test("and goes by itself where what it says was corrected: the mail may be written already", () => {
    const corrected: CaseEvent = { type: "corrected", at, by: "jane", why: "a slip", explanation: "Another page." };
    expect(tied(corrected, alone)).toEqual({
      notices: [["queued", undefined, undefined]],
      left: [[digest.id, [otherId]]],
      unchanged: [],
    });
  });
});
