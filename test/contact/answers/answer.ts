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

/** What has to come of an answer. */
export type Expectation = Omit<Answer, "rdap" | "whois" | "about" | "status" | "says">;

/** A desk with these mailboxes, as RDAP writes it. */
export const card = (...emails: readonly string[]) => ({
  vcardArray: [
    "vcard",
    [
      ["version", {}, "text", "4.0"],
      ["fn", {}, "text", "Desk"],
      ...emails.map((email) => ["email", {}, "text", email]),
    ],
  ],
});
/** RDAP of the host's network. */
export const network = (says: string, body: object, told: Expectation): Answer => ({
  says,
  about: "ip",
  rdap: { objectClassName: "ip network", startAddress: "192.0.2.0", endAddress: "192.0.2.255", ...body },
  ...told,
});
/** WHOIS of the host's name. */
export const domain = (says: string, whois: string, told: Expectation): Answer => ({
  says,
  whois,
  about: "domain",
  ...told,
});
