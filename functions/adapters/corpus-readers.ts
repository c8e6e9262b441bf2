import type { Candidate } from "../case/candidate.ts";
import { type RdapAnswer, type RdapKind, readRdap } from "../contact/read-rdap.ts";
import { readWhois } from "../contact/read-whois.ts";
import type { Reading } from "../contact/reading.ts";
import { checkUrl } from "../kernel/look-up-url.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import * as z from "../kernel/zod.ts";
import { decodeWhois } from "./whois-charset.ts";

const contactLine = z.object({
  id: z.string(),
  kind: z.string(),
  raw: z.unknown(),
  raw_b64: z.nullish(z.string()),
  http_status: z.nullish(z.number()),
  http_headers: z.nullish(z.record(z.string(), z.unknown())),
});

export type ContactLine = {
  readonly id: string;
  readonly contacts: readonly { readonly email: string; readonly scope: string; readonly confidence: string }[];
  /** Mailboxes that nobody named for abuse. No notice goes there by itself. */
  readonly fallbacks: ContactLine["contacts"];
  readonly forms: readonly string[];
  readonly outcome: string;
};

/**
 * Reads one captured answer (`{"id","kind","query","raw",…}`) as the lookup would. Contacts come
 * best first. Throws with the field's name where the line is no such row. No network.
 */
export const readContacts = (line: string): ContactLine => {
  const row = contactLine.parse(JSON.parse(line));
  const reading = readCaptured(row);
  // An entity on its own has no role: only the answer that named it says whether it is an abuse desk.
  const isProved = ({ confidence }: Candidate) => confidence !== "guess" || row.kind === "rdap-entity";
  const told = ({ email, scope, confidence }: Candidate) => ({ email, scope, confidence });
  return {
    id: row.id,
    contacts: reading.candidates.filter(isProved).map(told),
    fallbacks: reading.candidates.filter((candidate) => !isProved(candidate)).map(told),
    forms: reading.forms.map(({ url }) => url),
    outcome: reading.outcome,
  };
};

const readCaptured = (row: z.infer<typeof contactLine>): Reading => {
  if (row.kind.startsWith("rdap"))
    return readRdap(rdapKind(row.kind), {
      status: row.http_status ?? 200,
      headers: lowerCase(row.http_headers ?? {}),
      body: bodyOf(row.raw),
    });
  const raw = row.raw_b64 ? decodeWhois(Buffer.from(row.raw_b64, "base64")) : row.raw;
  return readWhois(row.kind === "whois-domain" ? "domain" : "ip", typeof raw === "string" ? withoutMark(raw) : "");
};

/** Like the clients: decoding leaves out a byte order mark. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, "");

const rdapKind = (kind: string): RdapKind =>
  kind === "rdap-domain" ? "domain" : kind === "rdap-autnum" ? "autnum" : kind === "rdap-entity" ? "entity" : "ip";

const lowerCase = (headers: Readonly<Record<string, unknown>>): RdapAnswer["headers"] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

const bodyOf = (raw: unknown): unknown => {
  if (typeof raw !== "string") return raw;
  try {
    return JSON.parse(withoutMark(raw));
  } catch {
    // Cut or foreign: the reader must see it as it is.
    return raw;
  }
};

/** `{"value"}` → may a notice go there? Throws where the line has no `value`. */
export const checkAddress = (
  line: string,
): { readonly value: string; readonly accept: boolean; readonly normalized?: string; readonly reason?: string } => {
  const { value } = z.object({ value: z.string() }).parse(JSON.parse(line));
  const read = readMailbox(value);
  return read.ok
    ? { value, accept: true, normalized: read.value }
    : { value, accept: false, reason: read.error.reason };
};

/** `{"url"}` → may the lookup connect there? Throws where the line has no `url`. */
export const checkLookUpUrl = (
  line: string,
): { readonly url: string; readonly allow: boolean; readonly reason: string } => {
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(line));
  return { url, ...checkUrl(url) };
};
