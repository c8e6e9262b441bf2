import { numbersCases } from "../adapters/case-numbers.ts";
import { provenByFingerprint } from "../adapters/key-fingerprints.ts";
import type { TakeInWork } from "../intake/work.ts";
import { oneAtATime } from "../kernel/one-at-a-time.ts";
import { changesTogether } from "../store/changes-together.ts";
import { dynamoBursts } from "../store/table/bursts.ts";
import { dynamoPutOffs } from "../store/table/put-offs.ts";
import type { Base } from "./case-work.ts";
import { required } from "./variables.ts";

/** What taking in reports needs, for queue and sweep, by what is in force. Throws where that can't be read. */
export const takeInWork = ({
  work,
  today,
  environment,
  table,
  secrets,
  masterKeys,
}: Base): (() => Promise<TakeInWork>) => {
  const { settings, CASE_NUMBER_KEY_SECRET } = environment;
  const { allowReserved } = settings;
  let reporters = settings.reporters;
  const takingIn = {
    ...work,
    bursts: dynamoBursts(table, () => reporters),
    putOffs: dynamoPutOffs(table, masterKeys),
    caseIdOf: numbersCases(
      secrets,
      required(CASE_NUMBER_KEY_SECRET, "CASE_NUMBER_KEY_SECRET"),
      provenByFingerprint(table, { of: "case-number" }),
    ),
    jitter: Math.random,
    oneAtATime: oneAtATime(),
    changeTogether: changesTogether(work),
  };
  return async () => {
    reporters = (await today()).settings.reporters;
    return { ...takingIn, rules: { allowReserved, reporters } };
  };
};
