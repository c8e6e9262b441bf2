import { hash } from "node:crypto";
import type { Refusal } from "./by-hand.ts";

/**
 * `seen`: the code of what somebody was shown before they said yes. Where another would go out by now, nothing is
 * recorded. Absent where nobody was shown any before.
 */
export type AsSeen = { readonly seen?: string };

/** Names what is shown: the same for the same, and another once any of it is another. */
export const seenCode = (shown: readonly (string | boolean)[]): string =>
  hash("sha256", JSON.stringify(shown)).slice(0, 16);

/** Why what was shown does not go; `changes` is what may have changed. Nothing where it would go as it was shown. */
export const notAsSeen = ({ seen }: AsSeen, now: string, changes: string): Refusal | undefined =>
  seen === undefined || seen === now
    ? undefined
    : { field: "seen", reason: `What would go is not what you saw: ${changes}. Nothing was sent.` };
