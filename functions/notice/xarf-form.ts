import * as z from "../kernel/zod.ts";
import type { Category } from "../report/category.ts";
import { particularsOf, xarfName } from "../report/particulars.ts";

/*
 * XARF v4.2, the types that we emit, stricter than the standard (only our fields, every format checked): valid or
 * not sent. Tested against the official schemas and, by `npm run test:long`, the public validator.
 */

export const uri = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9+.-]*:\/\/[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+$/, "a URI in ASCII (RFC 3986)"));
const party = z.strictObject({
  org: z.string().check(z.minLength(1), z.maxLength(200)),
  contact: z.email(),
  domain: z.string().check(z.regex(/^[a-z0-9.-]{1,253}$/)),
});
const digest = (length: number) => z.optional(z.string().check(z.regex(new RegExp(`^[a-fA-F0-9]{${length}}$`))));
const fileHashes = z.strictObject({ md5: digest(32), sha1: digest(40), sha256: digest(64) });
const word = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));

/** A category's particulars under the standard's names, all or those that a type has. */
const said = (category: Category, among?: readonly string[]): Readonly<Record<string, z.ZodMiniType>> =>
  Object.fromEntries(
    Object.entries(particularsOf(category))
      .filter(([name]) => among === undefined || among.includes(name))
      .map(([name, values]) => [xarfName(name), z.optional(values)]),
  );

const core = {
  xarf_version: z.literal("4.2.0"),
  report_id: z.uuid(),
  timestamp: z.iso.datetime(),
  reporter: party,
  sender: party,
  source_identifier: z.string().check(z.minLength(1), z.maxLength(253)),
  source_port: z.optional(z.int().check(z.minimum(1), z.maximum(65_535))),
  evidence_source: word,
  confidence: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  description: z.optional(z.string().check(z.maxLength(1000))),
  evidence: z.optional(
    z
      .array(
        z.strictObject({
          content_type: z.literal("text/plain"),
          description: z.string().check(z.maxLength(500)),
          payload: z.base64(),
          hash: z.string().check(z.regex(/^sha256:[a-f0-9]{64}$/)),
          size: z.int().check(z.minimum(0)),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
  ),
};
const content = {
  ...core,
  category: z.literal("content"),
  url: uri,
  domain: z.optional(z.string().check(z.regex(/^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$/))),
  verified_at: z.iso.datetime(),
  verification_method: z.optional(z.enum(["manual", "automated_crawler", "user_report"])),
  target_brand: z.optional(z.string()),
};
const infringement = { ...core, category: z.literal("copyright"), work_title: z.optional(z.string()) };

export const xarfForms = {
  phishing: z.strictObject({
    ...said("phishing"),
    ...content,
    type: z.literal("phishing"),
    submission_url: z.optional(uri),
    cloned_site: z.optional(uri),
    redirect_chain: z.optional(z.array(uri)),
  }),
  malware: z.strictObject({
    ...said("malware"),
    ...content,
    type: z.literal("malware"),
    file_hashes: z.optional(fileHashes),
  }),
  csam: z.strictObject({
    ...said("csam"),
    ...content,
    type: z.literal("csam"),
    classification: z.enum(["baseline", "A1", "A2", "B1", "B2"]),
    detection_method: z.enum(["hash_match", "manual_review", "user_report", "automated_scan"]),
    hash_values: z.optional(z.extend(fileHashes, { photodna: z.optional(z.string()) })),
    content_removed: z.literal(false),
  }),
  csem: z.strictObject({
    ...said("csem"),
    ...content,
    type: z.literal("csem"),
    exploitation_type: z.string().check(z.minLength(1)),
    detection_method: z.enum(["manual_review", "user_report"]),
  }),
  fraud: z.strictObject({
    ...said("fraud"),
    ...content,
    type: z.literal("fraud"),
    fraud_type: z.string().check(z.minLength(1)),
    claimed_entity: z.optional(z.string()),
  }),
  brand_infringement: z.strictObject({
    ...said("brand"),
    ...content,
    type: z.literal("brand_infringement"),
    infringement_type: z.string().check(z.minLength(1)),
    legitimate_site: uri,
    trademark_details: z.optional(z.strictObject({ registration_number: z.string().check(z.minLength(1)) })),
  }),
  exposed_data: z.strictObject({
    ...said("exposed-data"),
    ...content,
    type: z.literal("exposed_data"),
    data_types: z.array(z.string()).check(z.minLength(1)),
    exposure_method: z.string().check(z.minLength(1)),
  }),
  botnet: z.strictObject({
    ...said("botnet"),
    ...core,
    category: z.literal("infrastructure"),
    type: z.literal("botnet"),
    compromise_evidence: z.string().check(z.minLength(1)),
    c2_server: z.string().check(z.minLength(1)),
  }),
  copyright: z.strictObject({
    ...said("copyright", ["infringementType", "rightsHolder"]),
    ...infringement,
    type: z.literal("copyright"),
    infringing_url: uri,
    original_url: z.optional(uri),
  }),
  p2p: z.strictObject({
    ...said("copyright", ["rightsHolder", "workCategory"]),
    ...infringement,
    type: z.literal("p2p"),
    evidence_source: z.optional(z.enum(["automated_crawl", "manual_monitoring", "user_report", "rights_holder"])),
    p2p_protocol: z.enum(["bittorrent", "edonkey", "gnutella", "kademlia", "other"]),
    swarm_info: z.strictObject({ info_hash: z.string().check(z.regex(/^[a-fA-F0-9]{40}$/)) }),
  }),
} as const;
export type XarfType = keyof typeof xarfForms;
export type Xarf = { [Type in XarfType]: z.infer<(typeof xarfForms)[Type]> }[XarfType];
