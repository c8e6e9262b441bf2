import { expect, test } from "vitest";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { withoutATurnUntil } from "../../functions/store/without-a-turn.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aNotice, inLine } from "../support/a-notice.ts";

const at = (minutes: number) => plusMinutes(morning, minutes);
const until = (state = inLine) => withoutATurnUntil(state, policyOf(aSettings()), at(10), at(40));

test("a notice that finds no turn is looked at again when there may be one", () => expect(until()).toBe(at(40)));

test("one beside it whose window is over is looked for in its own time, as its batch may have lost its timer", () => {
  const inWindow = aNotice("queued", { id: "in-window", window: at(5), notBefore: at(5) });
  expect(until({ ...inLine, notices: [...inLine.notices, inWindow] })).toBe(at(25));
});
