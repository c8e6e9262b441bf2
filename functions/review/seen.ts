import { hash } from "node:crypto";
import type { Case } from "../case/case.ts";
import type { Refusal } from "./by-hand.ts";

/** Code of what somebody was shown before their yes, if anything. If it changed, nothing is recorded. */
export type AsSeen = { readonly seen?: string };

/** Names what is shown and the case as it stood: a mail is written from all of it, so news may change it. */
export const seenCode = ({ id, version }: Case, shown: readonly (string | boolean)[]): string =>
  hash("sha256", JSON.stringify([id, version, ...shown])).slice(0, 16);

/** Why what was shown does not go; nothing where it would go as shown. */
export const notAsSeen = ({ seen }: AsSeen, now: string): Refusal | undefined =>
  seen === undefined || seen === now
    ? undefined
    : {
        field: "seen",
        reason:
          "What would go may not be what you saw: something has come to this case since, it is another case, or the " +
          "words are others. Nothing was sent.",
      };
