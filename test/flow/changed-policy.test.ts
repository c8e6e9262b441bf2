import { describe, expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { climb } from "../../functions/case/ladder/climb.ts";
import { placeInLadder } from "../../functions/case/ladder/place.ts";
import type { Rung } from "../../functions/case/policy.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

const before = policyOf(aSettings());
/** The policy of a later version, without the rungs at these places. */
const without =
  (...gone: readonly number[]): typeof before =>
  (of) => {
    const policy = before(of);
    return { ...policy, row: { ...policy.row, ladder: policy.row.ladder.filter((_, at) => !gone.includes(at)) } };
  };

/** A case that climbed once and waits for an answer there. */
const onASecondRung = async () => {
  const flow = await aReportedFlow({
    contacts: {
      candidates: [
        aCandidate(),
        aCandidate({ email: "abuse@carrier.example", scope: "upstream" }),
        aCandidate({ email: "abuse@registrar.example", scope: "registrar" }),
        aCandidate({ email: "cert@nation.example", scope: "cert", source: "directory" }),
      ],
    },
  });
  await flow.pass({ hours: 50 });
  const state = await flow.theCase();
  expect(state.rung).toBeGreaterThan(0);
  return { flow, state };
};

test.each([
  ["the rung that the case stands on", [1]],
  ["a rung that it left", [0]],
])("a policy that lost %s tells nobody anew about an open case", async (_, gone) => {
  const { flow, state } = await onASecondRung();
  expect(advance(state, [], without(...gone), flow.now()).events).toEqual([]);
});

test.each([
  ["the rung that the case stands on", [1]],
  ["a rung that it left", [0]],
])("a policy that lost %s lets the case climb to who was not told yet", async (_, gone) => {
  const { flow, state } = await onASecondRung();
  const told = state.notices.map(({ to }) => to.email);
  const events = climb(state, without(...gone)(state), flow.now(), "no answer") ?? [];
  const queued = events.flatMap((event) =>
    event.type === "notice-queued" && event.step !== "reminder" ? [event.to.email] : [],
  );
  const climbed = events.find((event) => event.type === "climbed");
  expect(climbed).toMatchObject({ rung: state.rung + 1 });
  expect(queued.length).toBeGreaterThan(0);
  for (const email of queued) expect(told).not.toContain(email);
});

/** The policy of a later version, with this ladder in the place of the one that was. */
const withLadder =
  (change: (ladder: readonly Rung[]) => readonly Rung[]): typeof before =>
  (of) => {
    const policy = before(of);
    return { ...policy, row: { ...policy.row, ladder: change(policy.row.ladder) } };
  };
const told = (events: readonly CaseEvent[] | undefined) =>
  (events ?? []).flatMap((event) => (event.type === "notice-queued" ? [event.to.email] : []));
const platform: Rung = { id: "platform", name: "the platform", to: [{ anyOf: ["platform"] }] };
const aPlatform = aCandidate({ email: "abuse@platform.example", scope: "platform" });
const withPlatform = (state: Case): Case => ({
  ...state,
  contact: { ...state.contact, candidates: [...(state.contact?.candidates ?? []), aPlatform] } as ContactAnswer,
});

describe("a rung that comes tells nobody early", () => {
  test.each([
    ["below the one that the case stands on", (ladder: readonly Rung[]) => [platform, ...ladder]],
    ["right below it", (ladder: readonly Rung[]) => [...ladder.slice(0, 1), platform, ...ladder.slice(1)]],
    ["right above it", (ladder: readonly Rung[]) => [...ladder.slice(0, 2), platform, ...ladder.slice(2)]],
    ["at the top", (ladder: readonly Rung[]) => [...ladder, platform]],
  ])("%s", async (_, change) => {
    const { flow, state } = await onASecondRung();
    expect(told(advance(withPlatform(state), [], withLadder(change), flow.now()).events as CaseEvent[])).toEqual([]);
  });
});

test("a step whose words change is the same step", async () => {
  const { flow, state: stored } = await onASecondRung();
  const policy = withLadder((ladder) => ladder.map((step) => ({ ...step, name: `${step.name}, in other words` })));
  expect(placeInLadder(stored, policy(stored))).toBe(1);
  expect(advance(stored, [], policy, flow.now()).events).toEqual([]);
  const escalated = climb(stored, policy(stored), flow.now(), "no answer");
  expect(told(escalated)).toEqual(told(climb(stored, before(stored), flow.now(), "no answer")));
  expect(escalated?.[0]).toMatchObject({ id: "cert", name: "the hosting country's CERT, in other words" });
});

test("a rung that goes leaves those below it behind, and tells none above it before its time", async () => {
  const { flow, state } = await onASecondRung();
  const policy = withLadder((ladder) => [ladder[0], platform, ...ladder.slice(2)] as readonly Rung[]);
  expect(advance(withPlatform(state), [], policy, flow.now()).events).toEqual([]);
  const twoGone = withLadder((ladder) => [...ladder.slice(0, 1), ...ladder.slice(3)]);
  expect(told(climb(state, twoGone(state), flow.now(), "no answer"))).toEqual(["cert@nation.example"]);
});
