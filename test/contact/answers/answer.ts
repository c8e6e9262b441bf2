import type { Reading } from "../../../functions/contact/reading.ts";

type Asked =
  | { readonly whois: string | Uint8Array; readonly about?: "domain" }
  | { readonly rdap: unknown; readonly about: "ip" | "autnum" | "domain" | "entity"; readonly status?: number };

/**
 * One answer as a registry writes it, on documentation names and addresses, written by hand from
 * what the registry publishes of its form, and who is to be told. `gives`: the mailboxes named for
 * abuse, in order; without guesses.
 */
export type Answer = Asked & {
  readonly says: string;
  readonly gives: readonly string[];
  /** Those of `gives` that the reader must not be sure of. */
  readonly low?: readonly string[];
  readonly forms?: readonly string[];
  readonly outcome?: Reading["outcome"];
  readonly referral?: string;
};
