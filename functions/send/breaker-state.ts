import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/** `since` of what runs: when a person resumed. A stop is of the standard lane, or if `urgentToo` of both. */
export type SenderState =
  | { readonly kind: "runs"; readonly since?: Instant; readonly by?: string; readonly why?: string }
  | {
      readonly kind: "stopped";
      readonly urgentToo?: true;
      readonly since: Instant;
      readonly why: string;
      /** When a person resumed before. */
      readonly resumedAt?: Instant;
      /** On-call was notified. */
      readonly told: boolean;
    };

export const stops = (state: SenderState, lane: Lane): boolean =>
  state.kind === "stopped" && (lane === "standard" || state.urgentToo === true);

export type SenderWord = {
  readonly senderState: () => Promise<SenderState>;
  /** Stops the standard lane, or both. No-op for what is stopped already. */
  readonly stop: (at: Instant, why: string, urgentToo?: boolean) => Promise<void>;
  /** On-call was notified of the stop that began at `since`. */
  readonly noteTold: (since: Instant) => Promise<void>;
  /** A person resumes. What was counted before does not stop it again. */
  readonly resume: (at: Instant, by: string, why: string) => Promise<void>;
};

/** Notifies on-call once of each stop. Recorded after: the message may come twice, never not at all. */
export const tellOfStop = async (
  reputation: Pick<SenderWord, "senderState" | "noteTold">,
  tell: (stop: Extract<SenderState, { kind: "stopped" }>) => Promise<void>,
): Promise<void> => {
  const state = await reputation.senderState();
  if (state.kind !== "stopped" || state.told) return;
  await tell(state);
  await reputation.noteTold(state.since);
};
