import type { Reputation, SenderState } from "./breaker.ts";
import type { DaySpent } from "./day-quota.ts";
import type { SendQuota } from "./pacing.ts";

/** Whether notices go out, as a person wants to know it. */
export type SendingState = {
  readonly lane: SenderState;
  readonly day?: { readonly spent: DaySpent } & Pick<SendQuota, "perDay" | "sentInLastDay">;
};

/** What a person can see of sending, and the one thing that only a person may do. */
export type Sending = { readonly state: () => Promise<SendingState>; readonly resume: Reputation["resume"] };
