import { open } from "../../../functions/case/advance.ts";
import type { Case } from "../../../functions/case/case.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import type { Change } from "../../../functions/store/ports.ts";
import { anOpening, aReport, aSettings, morning } from "../../support/a-case.ts";

const policy = policyOf(aSettings());
export const opened = (caseId: string, spoilt: Partial<Change> = {}, report = {}): Change => ({
  ...changeOf(open({ ...anOpening(report), caseId }, policy), morning),
  reportKeys: [`hotline/${caseId}`],
  targetKey: { key: `target of ${caseId}`, does: "claim" },
  ...spoilt,
});
export const following = (change: Change, spoilt: Partial<Change> = {}): Change => {
  const { targetKey: _, reportKeys: __, ...rest } = change;
  const next: Case = { ...change.next, version: change.next.version + 1 };
  return { ...rest, next, events: [{ type: "joined", at: morning, report: aReport({ reportId: "r-2" }) }], ...spoilt };
};
export const lostRace = { ok: false, error: { kind: "somebody-was-first" } };
