import type { SenderState } from "./breaker-state.ts";
import type { Reputation } from "./circuit-breaker.ts";
import type { DaySpent, SendQuota } from "./day-quota.ts";
import type { Pause, PauseLine, Stops } from "./pause.ts";
import type { AccountWord, Refusals } from "./refusal.ts";

export type SendingState = {
  /** The breaker's state. */
  readonly lane: SenderState;
  /** Lanes that a person stopped. */
  readonly stops: Stops;
  /** Lanes whose mail SES refuses, whoever it is to. */
  readonly refusals: Refusals;
  readonly day?: { readonly spent: DaySpent } & Pick<SendQuota, "perDay" | "sentInLastDay">;
};

export type Sending = {
  /** As it is now, for whoever changes it or has just done so. */
  readonly state: () => Promise<SendingState>;
  /** As of a quarter of a minute ago at most: what every page shows. */
  readonly lately: () => Promise<SendingState>;
  /** Closes the breaker again. */
  readonly resume: Reputation["resume"];
  /** Has SES asked again soon, where it refused the account. */
  readonly tryNow: AccountWord["tryNow"];
  readonly pause: Pick<Pause, "stop" | "explain" | "resume">;
  /** Who stopped and resumed, newest first. */
  readonly audit: () => Promise<readonly PauseLine[]>;
};
