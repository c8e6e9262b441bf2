import { createHmac, hash } from "node:crypto";
import type { Category } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { pageOf } from "../report/same-page.ts";

// Crockford's base 32: no I, L, O, U, so that an id read over the phone is the id that was meant.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const base32 = (bytes: Uint8Array, characters: number): string => {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(buffer >> (bits - 5)) & 31];
    buffer &= (1 << bits) - 1;
    if (text.length >= characters) break;
  }
  return text.slice(0, characters);
};

const idIn = (digest: Uint8Array, kind: "TD" | "TM" = "TD"): string => {
  const text = base32(digest, 12);
  return `${kind}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
};

/** One name for ever, so that a second key in its secret is refused and not used. */
export const caseNumberKeyName = /^k1$/;

/**
 * `TD-7K3M-9QXZ-4B2N`, 60 bits, the same for the same message. By HMAC-SHA-256 (RFC 2104): the number is in
 * each subject, and whoever can try the numbers of reporters would else find out who reported.
 */
export const caseIdOf = (caseNumberKey: string, openedBy: string): string =>
  idIn(createHmac("sha256", caseNumberKey).update(openedBy).digest());

/** `TM-7K3M-9QXZ-4B2N`, made of what its readers may know, its cases' numbers. */
export const mailIdOf = (name: string): string => idIn(hash("sha256", name, "buffer"), "TM");

export const isMailId = (id: string): boolean => id.startsWith("TM-");

/** Names a report for ever. `use`: an id used again for another target. No reporter's id has a space. */
export const reportKeyOf = (reporter: string, reportId: string, use = 1): string =>
  `${use === 1 ? "" : `use ${use} of `}${reporter}/${reportId}`;

/** Names a mailbox, however it is written, where its name itself is not to stand. */
export const deskIdOf = (email: string): string => hash("sha256", email.toLowerCase()).slice(0, 40);

/** Hashed, so that no reported URL stands in a key. Spellings of a page are one (`report/same-page.ts`). */
export const targetKeyOf = (target: Target, category: Category): string =>
  hash("sha256", `${category} ${whatOf(target)}`).slice(0, 40);

/** Never changes for a kind that was ever reported: open cases are found by it. */
const whatOf = (target: Target): string => {
  switch (target.kind) {
    case "url":
      return `url ${pageOf(target.url).replace(/#.*$/, "")}`;
    case "host":
      return `host ${target.host}`;
    case "peer":
      return `peer ${target.host} ${target.port} ${target.seenAt}`;
    case "account":
      return `account ${target.host} ${target.account}`;
    default:
      return target satisfies never;
  }
};
