import { expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

const before = policyOf(aSettings());
/** The policy of a later version, without the escalation levels at these places. */
const without =
  (...gone: readonly number[]): typeof before =>
  (of) => {
    const policy = before(of);
    return {
      ...policy,
      row: { ...policy.row, path: policy.row.path.filter((_, at) => !gone.includes(at)) },
    };
  };

/** A case that escalated once and waits for an answer there. */
const onASecondLevel = async () => {
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
  expect(state.level).toBeGreaterThan(0);
  return { flow, state };
};

test.each([
  ["the escalation level that the case stands on", [1]],
  ["an escalation level that it left", [0]],
])("a policy that lost %s tells nobody anew about an open case", async (_, gone) => {
  const { flow, state } = await onASecondLevel();
  expect(advance(state, [], without(...gone), flow.now()).events).toEqual([]);
});
