import { type Instant, instant, msOf } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Policy } from "./policy.ts";
import { notBefore } from "./quiet-hours.ts";

/**
 * The end of the window in which a notice queued now waits for others to the same desk; `undefined`
 * where it waits for nobody. Windows lie side by side from midnight UTC, so that all who queue see
 * the same one; its end is a moment at which the desk may be written to. > Digest: none in the
 * urgent lane; else the policy row's window.
 */
export const windowFor = (now: Instant, policy: Policy, lane: Lane): Instant | undefined => {
  if (lane === "urgent" || policy.row.digestMinutes === 0) return undefined;
  const lengthMs = policy.row.digestMinutes * 60_000;
  const end = instant(Math.floor(msOf(now) / lengthMs) * lengthMs + lengthMs);
  return instant(Math.ceil(msOf(notBefore(end, policy, lane)) / lengthMs) * lengthMs);
};
