import type { HearWork } from "./hear.ts";
import { isYoung, type SmokeRun } from "./probe.ts";

/**
 * What the sweep does of a run: it writes down that it came, and tells on-call once that a smoke test
 * runs. At most once: where it died in between, the run shows that on-call was not told.
 */
export const sweepRun = async (
  { runs, clock }: Omit<HearWork, "log">,
  tellOnCall: (run: SmokeRun) => Promise<string>,
): Promise<void> => {
  const newest = await runs.newest();
  if (!newest || !isYoung(newest, clock.now())) return;
  if (!(await runs.note(newest.id, "swept", "", clock.now()))) return;
  await runs.note(newest.id, "on-call", await tellOnCall(newest), clock.now());
};
