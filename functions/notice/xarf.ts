import { hash } from "node:crypto";
import * as z from "zod";
import { defangWords } from "../kernel/defang.ts";
import type { Instant } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Category } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { namedReporters } from "./facts.ts";
import { plainText } from "./plain-text.ts";
import type { ComposeProblem, NoticeRequest } from "./request.ts";

/*
 * XARF v4.2, the types that we emit. Stricter than the standard: no field that we do not write, and
 * every format checked, so that an attachment is either valid or not sent. A test holds what passes
 * here against the official schemas.
 */
const uri = z
  .string()
  .regex(/^[a-z][a-z0-9+.-]*:\/\/[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+$/, "a URI in ASCII (RFC 3986)");
const party = z.strictObject({
  org: z.string().min(1).max(200),
  contact: z.email(),
  domain: z.string().regex(/^[a-z0-9.-]{1,253}$/),
});
const digest = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^[a-fA-F0-9]{${length}}$`))
    .optional();
const fileHashes = z.strictObject({ md5: digest(32), sha1: digest(40), sha256: digest(64) });

const core = {
  xarf_version: z.literal("4.2.0"),
  report_id: z.uuid(),
  timestamp: z.iso.datetime(),
  reporter: party,
  sender: party,
  source_identifier: z.string().min(1).max(253),
  source_port: z.int().min(1).max(65_535).optional(),
  description: z.string().max(1000).optional(),
  evidence: z
    .tuple([z.strictObject({ content_type: z.literal("text/plain"), description: z.string(), payload: z.base64() })])
    .optional(),
};
const content = {
  ...core,
  category: z.literal("content"),
  url: uri,
  domain: z
    .string()
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$/)
    .optional(),
  verification_method: z.enum(["manual", "automated_crawler", "user_report"]).optional(),
  target_brand: z.string().optional(),
};

const xarfSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...content, type: z.literal("phishing") }),
  z.strictObject({ ...content, type: z.literal("malware"), file_hashes: fileHashes.optional() }),
  z.strictObject({
    ...content,
    type: z.literal("csam"),
    classification: z.enum(["baseline", "A1", "A2", "B1", "B2"]),
    detection_method: z.enum(["hash_match", "manual_review", "user_report", "automated_scan"]),
    hash_values: fileHashes.optional(),
  }),
  z.strictObject({
    ...content,
    type: z.literal("fraud"),
    fraud_type: z.literal("other"),
    claimed_entity: z.string().optional(),
  }),
  z.strictObject({
    ...content,
    type: z.literal("brand_infringement"),
    infringement_type: z.literal("other"),
    legitimate_site: uri,
  }),
  z.strictObject({
    ...content,
    type: z.literal("exposed_data"),
    data_types: z.tuple([z.literal("other")]),
    exposure_method: z.literal("other"),
  }),
  z.strictObject({
    ...core,
    category: z.literal("infrastructure"),
    type: z.literal("botnet"),
    compromise_evidence: z.string().min(1),
    c2_server: z.string().min(1),
  }),
  z.strictObject({
    ...core,
    category: z.literal("copyright"),
    type: z.literal("copyright"),
    infringing_url: uri,
    work_title: z.string().optional(),
    original_url: uri.optional(),
  }),
  z.strictObject({
    ...core,
    category: z.literal("copyright"),
    type: z.literal("p2p"),
    p2p_protocol: z.enum(["bittorrent", "edonkey", "gnutella", "kademlia", "other"]),
    swarm_info: z.strictObject({ info_hash: z.string().regex(/^[a-fA-F0-9]{40}$/) }),
    work_title: z.string().optional(),
  }),
]);
export type Xarf = z.infer<typeof xarfSchema>;

type Attached = Result<Xarf | undefined, Extract<ComposeProblem, { kind: "attachment-invalid" }>>;

/**
 * The machine-readable report, or `undefined` where the standard has no type (intimate imagery,
 * terrorism) or asks for a fact that nobody reported: what is unknown is not made up. It alone
 * holds the exact address. Where the standard asks for a URI that is the parser's `href`,
 * percent-encoded where RFC 3986 asks for it; how reporters spelled it, character for character, is
 * evidence beside it. The same case gives the same `report_id` to every recipient, since it is one
 * incident.
 */
export const xarfOf = (request: NoticeRequest): Attached => {
  const draft = draftOf(request);
  if (draft === undefined) return ok(undefined);
  const read = xarfSchema.safeParse(JSON.parse(JSON.stringify(draft)));
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return fail({
    kind: "attachment-invalid",
    field: issue?.path.join(".") ?? "",
    reason: issue?.message ?? "not valid",
  });
};

const draftOf = ({ case: state, settings }: NoticeRequest): object | undefined => {
  const { target, evidence } = state;
  const seen = seenOf(target);
  const written = (text: string | undefined, most: number) =>
    text === undefined
      ? undefined
      : [...plainText(defangWords(plainText(text), [target.host]))].slice(0, most).join("") || undefined;
  const partyOf = (org: string, contact: string) => ({
    org: plainText(org).slice(0, 200),
    contact,
    domain: mailDomainOf(contact),
  });
  const sender = partyOf(settings.organisation, settings.senderAddress);
  const [named] = namedReporters(state, settings);
  const base = {
    xarf_version: "4.2.0",
    report_id: reportId(state.id),
    timestamp: seen.at ?? state.firstSeenAt,
    reporter: named ? partyOf(named.organisation, named.contact) : sender,
    sender,
    source_identifier: state.contact?.addresses[0] ?? target.host,
    source_port: seen.port,
    // Half of the 1,000 that the standard allows: some validators count UTF-16 units.
    description: written(evidence.explanation, 480),
    evidence: spellingsOf(state.spellings),
  };
  const imitates = written(evidence.imitates, 200);
  const hashOf = (algorithm: string, length: number) =>
    evidence.hashes
      ?.map((text) => new RegExp(`^${algorithm}:([a-f0-9]{${length}})$`, "i").exec(text)?.[1])
      .find((found) => found !== undefined);
  const known = { md5: hashOf("md5", 32), sha1: hashOf("sha1", 40), sha256: hashOf("sha256", 64) };
  const hashes = Object.values(known).some((hash) => hash !== undefined) ? known : undefined;
  const page =
    seen.url === undefined
      ? undefined
      : {
          ...base,
          category: "content",
          url: seen.url,
          domain: plainDomain(target.host),
          verification_method: verified(evidence.detectedBy),
        };

  const drafts: Record<Category, () => object | undefined> = {
    csam: () => {
      const { classification, detectedBy } = evidence;
      return (
        page &&
        classification &&
        detectedBy && {
          ...page,
          type: "csam",
          classification,
          detection_method: detectedBy.replace("-", "_"),
          hash_values: hashes,
        }
      );
    },
    // `exploitation_type` is not reported, and guessing one would be a statement about a child.
    csem: () => undefined,
    ncii: () => undefined,
    terrorism: () => undefined,
    other: () => undefined,
    phishing: () => page && { ...page, type: "phishing", target_brand: imitates },
    malware: () => page && { ...page, type: "malware", file_hashes: hashes },
    botnet: () => {
      const { description, ...rest } = base;
      return description === undefined
        ? undefined
        : {
            ...rest,
            category: "infrastructure",
            type: "botnet",
            compromise_evidence: description,
            c2_server: seen.url ?? target.host,
          };
    },
    fraud: () => page && { ...page, type: "fraud", fraud_type: "other", claimed_entity: imitates },
    brand: () =>
      page && evidence.legitimateSite !== undefined
        ? {
            ...page,
            type: "brand_infringement",
            infringement_type: "other",
            legitimate_site: uriOf(evidence.legitimateSite),
            target_brand: imitates,
          }
        : undefined,
    "exposed-data": () => page && { ...page, type: "exposed_data", data_types: ["other"], exposure_method: "other" },
    copyright: () => {
      const work = { ...base, category: "copyright", work_title: imitates };
      if (seen.url !== undefined)
        return {
          ...work,
          type: "copyright",
          infringing_url: seen.url,
          original_url: evidence.legitimateSite && uriOf(evidence.legitimateSite),
        };
      // A peer is told apart from its neighbours by the swarm's hash alone; the standard asks for
      // it.
      const swarm = hashOf("btih", 40);
      return seen.inSwarm && swarm !== undefined
        ? { ...work, type: "p2p", p2p_protocol: peerProtocol(seen.inSwarm.protocol), swarm_info: { info_hash: swarm } }
        : undefined;
    },
  };
  return drafts[state.category]();
};

/**
 * What the standard asks for of a target. Without a `url` it names the host, and the page types
 * have no report at all.
 */
type Seen = {
  readonly url?: string;
  readonly at?: Instant;
  readonly port?: number;
  readonly inSwarm?: { readonly protocol?: string };
};

const seenOf = (target: Target): Seen => {
  switch (target.kind) {
    case "url":
      return { url: uriOf(target.url) };
    case "peer":
      return { at: target.seenAt, port: target.port, inSwarm: target };
    // An account has no type of its own, and its service's host is not what was reported.
    case "account":
    case "host":
      return {};
    default:
      return target satisfies never;
  }
};

/**
 * How else the page was spelled, one spelling a line (none holds a line break), for a desk that
 * searches its logs by what was requested. It is text, in UTF-8, and no URI: so it stands as it was
 * reported. The standard wants it in base64, in which no mail program sees a link.
 */
const spellingsOf = (spellings: readonly string[] = []) =>
  spellings.length === 0
    ? undefined
    : [
        {
          content_type: "text/plain",
          description: "Other spellings of the same address, as they were reported",
          payload: Buffer.from(spellings.join("\n")).toString("base64"),
        },
      ];

/**
 * RFC 3986 allows fewer characters than browsers do; those it lacks are written as percent and hex,
 * which names the same resource.
 */
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

/**
 * The standard's `domain` pattern refuses punycode, underscores and addresses; then the field is
 * left out.
 */
const plainDomain = (host: string): string | undefined =>
  /^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$/.test(host) ? host : undefined;

const verified = (by: string | undefined): string | undefined =>
  by === "manual-review"
    ? "manual"
    : by === "automated-scan"
      ? "automated_crawler"
      : by === "user-report"
        ? "user_report"
        : undefined;

const peerProtocol = (protocol: string | undefined): string => {
  const name = (protocol ?? "").toLowerCase();
  return ["bittorrent", "edonkey", "gnutella", "kademlia"].find((known) => name.includes(known)) ?? "other";
};

/**
 * A UUID in the form of version 4, made from the case's id, so that a repeated notice is seen as
 * the same incident.
 */
const reportId = (caseId: string): string => {
  const hex = hash("sha256", `xarf|${caseId}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
