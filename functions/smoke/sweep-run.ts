import type { HearWork } from "./hear.ts";
import { isYoung, type SmokeRun } from "./probe.ts";

/** Notes that the sweep came, and notifies on-call at most once: if it died in between, the run shows so. */
export const sweepRun = async (
  { runs, clock }: Omit<HearWork, "log">,
  tellOnCall: (run: SmokeRun) => Promise<string>,
): Promise<void> => {
  const newest = await runs.newest();
  if (!newest || !isYoung(newest, clock.now())) return;
  if (!(await runs.note(newest.id, "swept", "", clock.now()))) return;
  await runs.note(newest.id, "on-call", await tellOnCall(newest), clock.now());
};
