import { readFileSync } from "node:fs";
import ipaddr from "ipaddr.js";
import * as z from "zod";
import type { Answer } from "../servers/loopback.ts";
import { type RegistryAnswers, rdapAnswer, whoisSubject } from "./registry-servers.ts";

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(["rdap-ip", "rdap-autnum", "rdap-domain", "rdap-entity", "whois-ip", "whois-domain"]),
  query: z.string(),
  raw: z.unknown(),
  raw_b64: z.string().optional(),
  http_status: z.int().nullish(),
  http_headers: z.record(z.string(), z.string()).nullish(),
  content_type: z.string().nullish(),
  expected_abuse_emails: z.array(z.string()),
  acceptable_emails: z.array(z.string()),
  forbidden_emails: z.array(z.string()).optional(),
});
export type CapturedRow = z.infer<typeof rowSchema>;

/**
 * Reads a file of captured answers, one JSON object a line. Throws one error that names the line
 * that is not one.
 */
export const readCaptured = (file: string): readonly CapturedRow[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => {
      if (line.trim() === "") return [];
      const read = rowSchema.safeParse(jsonOf(line));
      if (!read.success)
        throw new Error(`Line ${at + 1} of ${file} is not a captured answer:\n${z.prettifyError(read.error)}`);
      return [read.data];
    });

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON: the schema says so, with the line's number.
    return undefined;
  }
};

/**
 * A host of the set on which a report can be made, with the mailboxes that its rows call right,
 * passable and forbidden.
 */
export type CapturedHost = {
  readonly host: string;
  readonly kind: "ip" | "domain";
  readonly rowIds: readonly string[];
  readonly expected: readonly string[];
  readonly acceptable: readonly string[];
  readonly forbidden: readonly string[];
  readonly hasRightContact: boolean;
};

/**
 * The set's hosts: addresses and domains, each once. Ranges, AS numbers and entities are no hosts;
 * numeric oddities neither.
 */
export const hostsOf = (file: string): readonly CapturedHost[] => {
  const byHost = new Map<string, CapturedRow[]>();
  for (const row of readCaptured(file)) {
    const host = hostIn(row);
    if (host) byHost.set(host, [...(byHost.get(host) ?? []), row]);
  }
  return [...byHost].map(([host, rows]) => {
    const expected = union(rows, ({ expected_abuse_emails }) => expected_abuse_emails);
    const acceptable = union(rows, ({ acceptable_emails }) => acceptable_emails).filter(
      (email) => !expected.includes(email),
    );
    // What one row calls right cannot be wrong for the same host because another answer did not
    // name it.
    const forbidden = union(rows, ({ forbidden_emails }) => forbidden_emails ?? []).filter(
      (email) => !expected.includes(email) && !acceptable.includes(email),
    );
    return {
      host,
      kind: ipaddr.isValid(host) ? "ip" : "domain",
      rowIds: rows.map(({ id }) => id),
      expected,
      acceptable,
      forbidden,
      hasRightContact: expected.length > 0,
    };
  });
};

const union = (rows: readonly CapturedRow[], of: (row: CapturedRow) => readonly string[]): readonly string[] => [
  ...new Set(rows.flatMap(of).map((email) => email.toLowerCase())),
];

const hostIn = ({ kind, query }: CapturedRow): string | undefined => {
  if (kind === "rdap-ip" || kind === "whois-ip") return ipaddr.isValid(query) ? plain(query) : undefined;
  return kind === "rdap-domain" || kind === "whois-domain" ? plain(query) : undefined;
};

/**
 * One way of writing each thing asked for: addresses without zeros to spare, AS numbers as
 * `as64500`, names in lower case.
 */
const plain = (subject: string): string => {
  const text = subject.toLowerCase();
  if (/^(as)?\d+$/.test(text)) return `as${text.replace(/^as/, "")}`;
  return ipaddr.isValid(text) ? ipaddr.parse(text).toString() : text;
};

/**
 * The registries as they were captured. A question that has several answers in the set gets them in
 * turn, in the order of the file, so that every one of them is met and a run is the same each time.
 *
 * Nothing in an answer leads off loopback: a redirect, and each RDAP link, points back here. DNS
 * gives every domain of the set one address of which no registry knows anything, and a mail
 * exchange to every name, so that only the captured contact decides.
 */
export const capturedRegistries = (rows: readonly CapturedRow[]): RegistryAnswers => {
  const answers = inTurn(rows);
  const known = (kind: CapturedRow["kind"], subject: string) =>
    rows.some((row) => row.kind === kind && plain(row.query) === plain(subject));
  const names = new Set(
    rows.flatMap((row) => (row.kind === "rdap-domain" || row.kind === "whois-domain" ? [plain(row.query)] : [])),
  );
  const address = quietAddress(rows);
  return {
    rdapTlds: [
      ...new Set(
        rows.flatMap(({ kind, query }) => (kind === "rdap-domain" ? [plain(query).split(".").at(-1) ?? ""] : [])),
      ),
    ],
    rdap: (path, base) => {
      const [, kind = "", subject = ""] = /^(ip|autnum|domain|entity)\/(.+)$/.exec(path) ?? [];
      const row = answers(`rdap-${kind}`, subject);
      if (row) return rdapOf(row, base);
      // WHOIS was captured for it and RDAP was not: that is not the same as "there is none".
      if (
        (kind === "ip" && known("whois-ip", subject)) ||
        (kind === "autnum" && known("whois-ip", `as${subject}`)) ||
        (kind === "domain" && known("whois-domain", subject))
      ) {
        return rdapAnswer(403, { errorCode: 403, title: "Not captured" });
      }
      return rdapAnswer(404, { errorCode: 404, title: "Not Found" });
    },
    whois: (query) => {
      const subject = whoisSubject(query);
      const row = answers("whois-ip", subject) ?? answers("whois-domain", subject);
      if (!row) return Buffer.from("%ERROR:101: no entries found\r\n");
      if (row.raw_b64 !== undefined) return Buffer.from(row.raw_b64, "base64");
      return Buffer.from(typeof row.raw === "string" ? row.raw : JSON.stringify(row.raw));
    },
    dns: (name, type) => {
      if (names.has(name)) return [address, { type: "MX", value: `mx.${name}`, priority: 10 }];
      if (type === "MX" || name.startsWith("mx."))
        return [
          { type: "A", value: address.value },
          { type: "MX", value: `mx.${name}`, priority: 10 },
        ];
      return undefined;
    },
  };
};

const inTurn = (rows: readonly CapturedRow[]): ((kind: string, subject: string) => CapturedRow | undefined) => {
  const byKey = new Map<string, CapturedRow[]>();
  for (const row of rows) {
    const key = `${row.kind} ${plain(row.query)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const turns = new Map<string, number>();
  return (kind, subject) => {
    const key = `${kind} ${plain(subject)}`;
    const found = byKey.get(key);
    const turn = turns.get(key) ?? 0;
    if (found) turns.set(key, turn + 1);
    return found?.[turn % found.length];
  };
};

const rdapOf = (row: CapturedRow, base: string): Answer => {
  const headers = Object.fromEntries(
    Object.entries(row.http_headers ?? {}).map(([name, value]): [string, string] => [
      name.toLowerCase(),
      name.toLowerCase() === "location" ? onLoopback(value, base) : value,
    ]),
  );
  const body =
    row.raw_b64 !== undefined
      ? Buffer.from(row.raw_b64, "base64")
      : typeof row.raw === "string"
        ? row.raw
        : JSON.stringify(linksOnLoopback(row.raw, base));
  return {
    status: row.http_status ?? 200,
    headers: { "content-type": row.content_type ?? "application/rdap+json", ...headers },
    body,
  };
};

/**
 * `https://rdap.registry/anything/ip/192.0.2.1` → the same question here; what is no RDAP address
 * leads nowhere.
 */
const onLoopback = (url: string, base: string): string => {
  const asked = /\/((?:ip|autnum|domain|entity)\/[^?#]+)$/.exec(url)?.[1];
  return `${base}${asked ?? "nowhere"}`;
};

const linksOnLoopback = (value: unknown, base: string): unknown => {
  if (Array.isArray(value)) return value.map((inner: unknown) => linksOnLoopback(inner, base));
  if (typeof value !== "object" || value === null) return value;
  const isLink =
    "href" in value && typeof value.href === "string" && /\/(ip|autnum|domain|entity)\/[^?#]+$/.test(value.href);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      isLink && key === "href" ? onLoopback(String(inner), base) : linksOnLoopback(inner, base),
    ]),
  );
};

/**
 * An address of a documentation range in which no row names a right contact: a cached range must
 * not answer for these names.
 */
const quietAddress = (rows: readonly CapturedRow[]): { readonly type: "A" | "AAAA"; readonly value: string } => {
  const contacts = rows
    .filter(
      ({ expected_abuse_emails, acceptable_emails }) => expected_abuse_emails.length + acceptable_emails.length > 0,
    )
    .map(({ raw }) => JSON.stringify(raw));
  const candidates = [
    { type: "A", value: "203.0.113.200", net: "203.0.113." },
    { type: "A", value: "198.51.100.200", net: "198.51.100." },
    { type: "A", value: "192.0.2.200", net: "192.0.2." },
  ] as const;
  const quiet = candidates.find(({ net }) => !contacts.some((text) => text.includes(net)));
  return quiet ? { type: quiet.type, value: quiet.value } : { type: "AAAA", value: "2001:db8:ffff:ffff::200" };
};
