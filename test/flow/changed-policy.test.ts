import { expect, test } from "vitest";
import { climb } from "../../functions/case/ladder/climb.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { advance } from "../../functions/matters/advance.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

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
  const flow = aFlow();
  flow.contacts(() => ({
    candidates: [
      aCandidate(),
      aCandidate({ email: "abuse@carrier.example", scope: "upstream" }),
      aCandidate({ email: "abuse@registrar.example", scope: "registrar" }),
      aCandidate({ email: "cert@nation.example", scope: "cert", source: "directory" }),
    ],
  }));
  await flow.report(nativeMessage());
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
