import { expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
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
