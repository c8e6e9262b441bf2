import * as z from "zod";
import type { Category } from "../report/category.ts";
import { particularsOf, xarfName } from "../report/particulars.ts";

/*
 * XARF v4.2, the types that we emit. Stricter than the standard: no field that we do not write, and
 * every format checked, so that an attachment is either valid or not sent. A test holds what passes
 * here against the official schemas, and `npm run check:xarf` against the public validator.
 */

export const uri = z
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
const word = z.string().min(1).max(200).optional();

/** The particulars of a category under the standard's names, all or those that a type has. */
const said = (category: Category, among?: readonly string[]): Readonly<Record<string, z.ZodType>> =>
  Object.fromEntries(
    Object.entries(particularsOf(category))
      .filter(([name]) => among === undefined || among.includes(name))
      .map(([name, values]) => [xarfName(name), values.optional()]),
  );

const core = {
  xarf_version: z.literal("4.2.0"),
  report_id: z.uuid(),
  timestamp: z.iso.datetime(),
  reporter: party,
  sender: party,
  source_identifier: z.string().min(1).max(253),
  source_port: z.int().min(1).max(65_535).optional(),
  evidence_source: word,
  confidence: z.number().min(0).max(1).optional(),
  description: z.string().max(1000).optional(),
  evidence: z
    .array(
      z.strictObject({
        content_type: z.literal("text/plain"),
        description: z.string().max(500),
        payload: z.base64(),
        hash: z.string().regex(/^sha256:[a-f0-9]{64}$/),
        size: z.int().min(0),
      }),
    )
    .min(1)
    .max(50)
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
  verified_at: z.iso.datetime(),
  verification_method: z.enum(["manual", "automated_crawler", "user_report"]).optional(),
  target_brand: z.string().optional(),
};
const infringement = { ...core, category: z.literal("copyright"), work_title: z.string().optional() };

export const xarfSchema = z.discriminatedUnion("type", [
  z.strictObject({
    ...said("phishing"),
    ...content,
    type: z.literal("phishing"),
    submission_url: uri.optional(),
    cloned_site: uri.optional(),
    redirect_chain: z.array(uri).optional(),
  }),
  z.strictObject({
    ...said("malware"),
    ...content,
    type: z.literal("malware"),
    file_hashes: fileHashes.optional(),
  }),
  z.strictObject({
    ...said("csam"),
    ...content,
    type: z.literal("csam"),
    classification: z.enum(["baseline", "A1", "A2", "B1", "B2"]),
    detection_method: z.enum(["hash_match", "manual_review", "user_report", "automated_scan"]),
    hash_values: fileHashes.extend({ photodna: z.string().optional() }).optional(),
    content_removed: z.literal(false),
  }),
  z.strictObject({
    ...said("csem"),
    ...content,
    type: z.literal("csem"),
    exploitation_type: z.string().min(1),
    detection_method: z.enum(["manual_review", "user_report"]),
  }),
  z.strictObject({
    ...said("fraud"),
    ...content,
    type: z.literal("fraud"),
    fraud_type: z.string().min(1),
    claimed_entity: z.string().optional(),
  }),
  z.strictObject({
    ...said("brand"),
    ...content,
    type: z.literal("brand_infringement"),
    infringement_type: z.string().min(1),
    legitimate_site: uri,
    trademark_details: z.strictObject({ registration_number: z.string().min(1) }).optional(),
  }),
  z.strictObject({
    ...said("exposed-data"),
    ...content,
    type: z.literal("exposed_data"),
    data_types: z.array(z.string()).min(1),
    exposure_method: z.string().min(1),
  }),
  z.strictObject({
    ...said("botnet"),
    ...core,
    category: z.literal("infrastructure"),
    type: z.literal("botnet"),
    compromise_evidence: z.string().min(1),
    c2_server: z.string().min(1),
  }),
  z.strictObject({
    ...said("copyright", ["infringementType", "rightsHolder"]),
    ...infringement,
    type: z.literal("copyright"),
    infringing_url: uri,
    original_url: uri.optional(),
  }),
  z.strictObject({
    ...said("copyright", ["rightsHolder", "workCategory"]),
    ...infringement,
    type: z.literal("p2p"),
    evidence_source: z.enum(["automated_crawl", "manual_monitoring", "user_report", "rights_holder"]).optional(),
    p2p_protocol: z.enum(["bittorrent", "edonkey", "gnutella", "kademlia", "other"]),
    swarm_info: z.strictObject({ info_hash: z.string().regex(/^[a-fA-F0-9]{40}$/) }),
  }),
]);
export type Xarf = z.infer<typeof xarfSchema>;
