import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/**
 * Which lanes the breaker lets go, and who said so. `since` of what runs is when a person let it
 * run again. A stop is of the standard lane, and where `urgentToo`, of both.
 */
export type SenderState =
  | { readonly kind: "runs"; readonly since?: Instant; readonly by?: string; readonly why?: string }
  | {
      readonly kind: "stopped";
      readonly urgentToo?: true;
      readonly since: Instant;
      readonly why: string;
      /** When a person let it run before. */
      readonly resumedAt?: Instant;
      /** On-call has been told of it. */
      readonly told: boolean;
    };

export const stops = (state: SenderState, lane: Lane): boolean =>
  state.kind === "stopped" && (lane === "standard" || state.urgentToo === true);

/** Where the breaker's word is kept. */
export type SenderWord = {
  readonly senderState: () => Promise<SenderState>;
  /**
   * Stops the standard lane; nothing when it is stopped already. `urgentToo` stops both, also where
   * the standard one is stopped.
   */
  readonly stop: (at: Instant, why: string, urgentToo?: boolean) => Promise<void>;
  /** On-call was told of the stop that began at `since`. */
  readonly noteTold: (since: Instant) => Promise<void>;
  /** A person lets it run again; what was counted before this does not stop it again. */
  readonly resume: (at: Instant, by: string, why: string) => Promise<void>;
};

/**
 * Tells on-call once of each stop, since nothing but a person lets mail go on. Told before it is
 * written down: the message may come twice, and never not at all.
 */
export const tellOfStop = async (
  reputation: Pick<SenderWord, "senderState" | "noteTold">,
  tell: (stop: Extract<SenderState, { kind: "stopped" }>) => Promise<void>,
): Promise<void> => {
  const state = await reputation.senderState();
  if (state.kind !== "stopped" || state.told) return;
  await tell(state);
  await reputation.noteTold(state.since);
};
