import { createHmac, hash, timingSafeEqual } from "node:crypto";
import type { Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";

/** By version (1 to 8 of `a-z0-9`). `current` signs; all are believed, so that a rotation loses no answer. */
export type ReplyKeys = { readonly current: string; readonly keys: Readonly<Record<string, string>> };

/** It proves that its writer had a mail of ours on this case and notice, not who they are. */
export type ReplyToken = { readonly caseId: string; readonly noticeToken: string };

/** It stands in an address, which is lower case and whose local part has 64 octets. */
export const replyKeyName = /^[a-z0-9]{1,8}$/;

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648 §6, lower case, no padding: mail systems fold case, and base64 would not survive that. */
const base32 = (bytes: Uint8Array): string => {
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
};

/** 50 bits that name a notice within its case, bound to contact and escalation level, under the MAC. */
export const noticeToken = (notice: Pick<Notice, "id" | "level" | "to">): string =>
  base32(
    hash("sha256", `${notice.id}|${notice.level}|${notice.to.email.toLowerCase()}`, "buffer").subarray(0, 7),
  ).slice(0, 10);

/** The first 80 bits of HMAC-SHA256: too many to guess by mail, few enough for a local part. */
const mac = (caseId: string, token: string, version: string, key: string): string =>
  base32(createHmac("sha256", key).update(`${version}|${caseId.toUpperCase()}|${token}`).digest().subarray(0, 10));

/**
 * `c.<case>.<notice>.<key version>.<mac>@<reply domain>`, lower case, local part at most 64 octets (RFC 5321
 * §4.5.3.1.1). Ticket systems mangle plus-addressing. Throws when `current` names no key: a broken deployment.
 */
export const replyAddress = (
  of: { readonly caseId: string; readonly notice: Pick<Notice, "id" | "level" | "to"> },
  keys: ReplyKeys,
  domain: string,
): string => {
  const key = keyOf(keys, keys.current);
  if (key === undefined) throw new Error("The current reply key is not among the reply keys");
  const token = noticeToken(of.notice);
  return `c.${of.caseId.toLowerCase()}.${token}.${keys.current}.${mac(of.caseId, token, keys.current, key)}@${domain}`;
};

/**
 * `undefined` for an address not made by us: wrong MAC, unknown key, other domain, other form. Compared in
 * constant time. Find the notice with `noticeOfToken`. RFC 5321 §2.4 wants the case of a local part kept. Servers
 * that fold it fold all of it, so either case is believed; one in mixed case was changed by hand.
 */
export const readReplyAddress = (
  address: string,
  keys: ReplyKeys,
  domains: readonly string[],
): ReplyToken | undefined => {
  const parts = partsOf(address, domains);
  const key = parts && keyOf(keys, parts.version);
  if (parts === undefined || key === undefined) return undefined;
  const { caseRef, token, version, given } = parts;
  const caseId = caseRef.toUpperCase();
  const right = mac(caseId, token, version, key);
  return timingSafeEqual(Buffer.from(right), Buffer.from(given)) ? { caseId, noticeToken: token } : undefined;
};

/** The key that the address names; only `readReplyAddress` knows whether it made it. */
export const keyNamedIn = (address: string, domains: readonly string[]): string | undefined =>
  partsOf(address, domains)?.version;

const partsOf = (address: string, domains: readonly string[]) => {
  const named = address.slice(1, address.lastIndexOf("@"));
  if (named !== named.toLowerCase() && named !== named.toUpperCase()) return undefined;
  const parts = /^c\.([a-z0-9-]{4,24})\.([a-z2-7]{10})\.([a-z0-9]{1,8})\.([a-z2-7]{16})@([a-z0-9.-]{1,253})$/.exec(
    address.toLowerCase(),
  );
  const [, caseRef = "", token = "", version = "", given = "", at = ""] = parts ?? [];
  return parts && domains.includes(at) ? { caseRef, token, version, given } : undefined;
};

/** `undefined` for a token of another case, contact or escalation level. */
export const noticeOfToken = (state: Pick<Case, "notices">, token: string): Notice | undefined =>
  state.notices.find((notice) => noticeToken(notice) === token);

/** Own properties only: `constructor` is no key version. */
const keyOf = (keys: ReplyKeys, version: string): string | undefined =>
  replyKeyName.test(version) && Object.hasOwn(keys.keys, version) ? keys.keys[version] : undefined;
