import { hash } from "node:crypto";
import type { Case } from "../case/case.ts";
import { defangWords } from "../kernel/defang.ts";
import type { Instant } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { holds, readRange } from "../kernel/range.ts";
import { linksPrinted } from "../report/evidence-links.ts";
import { listedCharacters, particularsOf, wordCharacters, xarfName } from "../report/particulars.ts";
import type { Evidence, EvidenceSource, Target } from "../report/report.ts";
import { namedReporters } from "./notifiers.ts";
import { plainText } from "./plain-text.ts";
import type { NoticeRequest } from "./request.ts";
import { uri } from "./xarf-form.ts";

/** All that a draft may be made of, in the standard's words. What is unknown is left out. */
export type Known = {
  readonly state: Case;
  readonly evidence: Evidence;
  readonly seen: Seen;
  /** What every type has. */
  readonly core: Core;
  /** What every type of content has; none where no page is named. */
  readonly page: (Core & { readonly url: string }) | undefined;
  readonly imitates: string | undefined;
  /** The category's particulars as reported, under the standard's names. */
  readonly said: Readonly<Record<string, unknown>>;
};

export type XarfSubject = Pick<NoticeRequest, "case" | "settings"> & {
  readonly notice: { readonly to: { readonly range?: string | undefined } };
  /** All that the mail is about: no link leads to any. Absent: the case's own. */
  readonly hosts?: readonly string[];
};

export const knownOf = (request: XarfSubject): Known => {
  const { case: state } = request;
  const { evidence, target } = state;
  const seen = seenOf(target);
  const core = coreOf(request, seen);
  const imitates = written(evidence.imitates, 200, target);
  return {
    state,
    evidence,
    seen,
    core,
    page: seen.url === undefined ? undefined : { ...core, ...pageOf(state, imitates), url: seen.url },
    imitates,
    said: particularsIn(state),
  };
};

type Core = ReturnType<typeof coreOf>;
const coreOf = (request: XarfSubject, seen: Seen) => {
  const { case: state, notice, settings } = request;
  const { target, evidence } = state;
  const sender = partyOf(settings.organisation, settings.senderAddress);
  const [named] = namedReporters(state, settings);
  return {
    xarf_version: "4.2.0",
    report_id: reportId(state.id),
    timestamp: seen.at ?? lastSeen(state),
    reporter: named ? partyOf(named.organisation, named.contact) : sender,
    sender,
    source_identifier: addressFor(state, notice.to.range) ?? target.host,
    source_port: seen.port,
    evidence_source: sourceOf(evidence),
    confidence: evidence.confidence,
    // Half of the 1,000 that the standard allows: some validators count UTF-16 units.
    description: written(evidence.explanation, 480, target),
    evidence: itemsOf(request),
  };
};

const pageOf = (state: Case, imitates: string | undefined) => ({
  category: "content",
  domain: plainDomain(state.target.host),
  verified_at: lastSeen(state),
  verification_method: state.evidence.detectedBy && assessments[state.evidence.detectedBy].verification,
  target_brand: imitates,
});

/** Without a `url` it names the host, and the page types have no report. */
type Seen = {
  readonly url?: string;
  readonly at?: Instant;
  readonly port?: number;
  /** Of a page, where the standard has it for a control server. */
  readonly protocol?: string;
  readonly inSwarm?: { readonly protocol?: string };
};

const ports: Readonly<Record<string, number>> = { "http:": 80, "https:": 443, "ftp:": 21 };

const seenOf = (target: Target): Seen => {
  switch (target.kind) {
    case "url": {
      const { protocol, port } = new URL(target.url);
      const known = port === "" ? ports[protocol] : Number(port);
      return {
        url: uriOf(target.url),
        ...(known !== undefined && known > 0 && { port: known }),
        ...(protocol.startsWith("http") && { protocol: protocol.slice(0, -1) }),
      };
    }
    case "peer":
      return { at: target.seenAt, port: target.port, inSwarm: target };
    // An account has no type of its own, and its service's host was not reported.
    case "account":
    case "host":
      return {};
    default:
      return target satisfies never;
  }
};

const lastSeen = (state: Case): Instant => state.lastSeenAt ?? state.firstSeenAt;

/** Of several networks each desk has its own address. */
const addressFor = ({ contact }: Case, range: string | undefined): string | undefined => {
  const addresses = contact?.addresses ?? [];
  const own = range === undefined ? undefined : readRange(range);
  return (own && addresses.find((address) => holds(own, address))) ?? addresses[0];
};

const partyOf = (org: string, contact: string) => ({
  org: plainText(org).slice(0, 200),
  contact,
  domain: mailDomainOf(contact),
});

/** Somebody's words without what a mail program makes a link of. */
export const written = (text: string | undefined, most: number, { host }: Target): string | undefined =>
  text === undefined
    ? undefined
    : [...plainText(defangWords(plainText(text), [host]))].slice(0, most).join("") || undefined;

type DetectedBy = NonNullable<Evidence["detectedBy"]>;

/** The standard's word for each of ours; none where it has none. */
export const assessments = {
  "manual-review": { verification: "manual", source: "researcher_analysis", exploitation: "manual_review" },
  "hash-match": { verification: "automated_crawler", source: "automated_scan", exploitation: undefined },
  "user-report": { verification: "user_report", source: "user_report", exploitation: "user_report" },
  "automated-scan": { verification: "automated_crawler", source: "automated_scan", exploitation: undefined },
} as const satisfies Record<
  DetectedBy,
  {
    readonly verification: string;
    readonly source: EvidenceSource;
    readonly exploitation: string | undefined;
  }
>;

/** As the reporter says, else by who assessed it. */
export const sourceOf = ({ source, detectedBy }: Evidence): EvidenceSource | undefined =>
  source ?? (detectedBy && assessments[detectedBy].source);

/** A swarm's report has a list of its own. */
export const swarmSources: Readonly<Partial<Record<EvidenceSource, string>>> = {
  user_complaint: "user_report",
  user_report: "user_report",
  crawler: "automated_crawl",
  automated_scan: "automated_crawl",
  automated_discovery: "automated_crawl",
  researcher_analysis: "manual_monitoring",
  rights_holder: "rights_holder",
};

const particularsIn = ({ category, evidence, target }: Case): Readonly<Record<string, unknown>> => {
  const own = particularsOf(category);
  const said = (value: unknown, most: number) => (typeof value === "string" ? written(value, most, target) : value);
  return Object.fromEntries(
    Object.entries(evidence)
      // ICCAM is the hotlines' own exchange: XARF has no field for its numbers, and no desk needs one.
      .filter(([name]) => Object.hasOwn(own, name) && name !== "iccamReportId")
      .map(([name, value]) => [
        xarfName(name),
        Array.isArray(value)
          ? value.map((one) => said(one, listedCharacters)).filter((one) => one !== undefined)
          : said(value, wordCharacters),
      ])
      .filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
};

/** How many digits a hash has; of no set length where there is none. */
const digits = { md5: 32, sha1: 40, sha256: 64, btih: 40, photodna: undefined } as const;
type Algorithm = keyof typeof digits;

export const hashIn = ({ hashes = [] }: Evidence, algorithm: Algorithm): string | undefined => {
  const length = digits[algorithm];
  const form = length === undefined ? /^[\w+/=]{1,1990}$/ : new RegExp(`^[a-f0-9]{${length}}$`, "i");
  return hashes
    .filter((text) => text.startsWith(`${algorithm}:`))
    .map((text) => text.slice(algorithm.length + 1))
    .find((value) => form.test(value));
};

export const hashesIn = (
  evidence: Evidence,
  algorithms: readonly Algorithm[],
): Readonly<Record<string, string>> | undefined => {
  const found = algorithms.flatMap((algorithm) => {
    const value = hashIn(evidence, algorithm);
    return value === undefined ? [] : [[algorithm, value] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
};

/**
 * What has no field of its own, as text: desks search logs by other spellings, and the way to it
 * stands as reported. In base64, as the standard wants: no mail program sees a link in it.
 */
const itemsOf = ({ case: state, settings, hosts }: XarfSubject): readonly object[] | undefined => {
  const { spellings = [], evidence, target } = state;
  const items = [
    itemOf("Other spellings of the same address, as they were reported", spellings.join("\n")),
    itemOf("The way to it, from the address that was asked first", (evidence.redirects ?? []).join("\n")),
    itemOf("Captures of it", linksPrinted(state, settings, hosts).join("\n")),
    itemOf("How to see it", written(evidence.reproduce, 1000, target) ?? ""),
  ].flat();
  return items.length === 0 ? undefined : items;
};

const itemOf = (description: string, text: string): readonly object[] => {
  const bytes = Buffer.from(text);
  return text === ""
    ? []
    : [
        {
          content_type: "text/plain",
          description,
          payload: bytes.toString("base64"),
          hash: `sha256:${hash("sha256", bytes)}`,
          size: bytes.length,
        },
      ];
};

/** The whole chain, or none: one with a gap leads elsewhere. */
export const chainOf = ({ redirects }: Evidence): readonly string[] | undefined => {
  const chain = redirects?.flatMap((url) => uriIn(url) ?? []);
  return chain?.length === redirects?.length ? chain : undefined;
};

/** Somebody's words, where they are an address. */
export const uriIn = (text: string | undefined): string | undefined => {
  const read = uri.safeParse(text === undefined ? undefined : uriOf(text));
  return read.success ? read.data : undefined;
};

/** RFC 3986 allows fewer characters than browsers: the rest as percent and hex, the same resource. */
export const uriOf = (url: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/is.exec(url);
  if (!parts) return url;
  const [, front = "", rest = ""] = parts;
  const hex = (character: string) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  const [beforeFragment = "", ...fragments] = rest.split("#");
  const encoded = (text: string) =>
    text.replace(/[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]/gu, hex).replace(/%(?![0-9a-fA-F]{2})/g, "%25");
  return `${front}${encoded(beforeFragment)}${fragments.length > 0 ? `#${encoded(fragments.join("#"))}` : ""}`;
};

/** The standard's `domain` refuses punycode, underscores and addresses: then it is left out. */
const plainDomain = (host: string): string | undefined =>
  /^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$/.test(host) ? host : undefined;

export const peerProtocol = (protocol: string | undefined): string => {
  const name = (protocol ?? "").toLowerCase();
  return ["bittorrent", "edonkey", "gnutella", "kademlia"].find((known) => name.includes(known)) ?? "other";
};

/** A version 4 UUID made from the case's id, so that a repeated notice is seen as the same incident. */
export const reportId = (caseId: string): string => {
  const hex = hash("sha256", `xarf|${caseId}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
