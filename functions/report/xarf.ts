import { readInstant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import type { Category, Channel } from "./category.ts";
import { evidence } from "./native.ts";
import { particularsOf, xarfName } from "./particulars.ts";
import { firstIssue, hostTarget, peerTarget, type ReadingRules, unreadable, urlTarget } from "./read-target.ts";
import type { Evidence, Report, Target, Unreadable } from "./report.ts";
import { targetFacts } from "./target.ts";

/** XARF v4 types about content or hosts that we can write about; the others are no takedowns. */
const types: Record<string, { readonly category: Category; readonly channel?: Channel }> = {
  "content/phishing": { category: "phishing" },
  "content/malware": { category: "malware" },
  "content/csam": { category: "csam" },
  "content/csem": { category: "csem" },
  "content/exposed_data": { category: "exposed-data" },
  "content/brand_infringement": { category: "brand" },
  "content/fraud": { category: "fraud" },
  "content/remote_compromise": { category: "malware" },
  "infrastructure/botnet": { category: "botnet" },
  "infrastructure/compromised_server": { category: "malware" },
  "copyright/copyright": { category: "copyright" },
  "copyright/cyberlocker": { category: "copyright", channel: "file-host" },
  "copyright/ugc_platform": { category: "copyright" },
  "copyright/link_site": { category: "copyright" },
  "copyright/p2p": { category: "copyright", channel: "peer-to-peer" },
};

// XARF allows further fields at the top: this reads what it needs.
const schema = z.object({
  xarf_version: z.string().check(z.regex(/^4\.\d+\.\d+$/, "a version 4, like 4.2.0")),
  report_id: z.uuid(),
  timestamp: z.string(),
  reporter: z.object({ contact: z.string() }),
  source_identifier: z.string().check(z.maxLength(300)),
  source_port: z.optional(z.int().check(z.minimum(1), z.maximum(65535))),
  category: z.string(),
  type: z.string(),
  url: z.optional(z.string().check(z.maxLength(8192))),
  infringing_url: z.optional(z.string().check(z.maxLength(8192))),
  description: z.optional(z.string().check(z.maxLength(1000))),
  target_brand: z.optional(z.string().check(z.maxLength(500))),
  legitimate_site: z.optional(z.string().check(z.maxLength(2048))),
  classification: z.optional(z.enum(["baseline", "A1", "A2", "B1", "B2"])),
  detection_method: z.optional(z.string()),
  p2p_protocol: z.optional(z.string().check(z.maxLength(40))),
});
type Xarf = z.infer<typeof schema>;

/** `detection_method` of child abuse, `verification_method` of all other content. */
const detections: Record<string, NonNullable<Evidence["detectedBy"]>> = {
  hash_match: "hash-match",
  manual_review: "manual-review",
  manual: "manual-review",
  user_report: "user-report",
  automated_scan: "automated-scan",
  automated_crawler: "automated-scan",
};

/** What makes a notice better and fails no report: values unlike our own form's are left unread. */
const further = z.object({
  verified_at: z.catch(z.optional(z.string()), undefined),
  verification_method: z.catch(z.optional(z.string()), undefined),
  claimed_entity: z.catch(evidence.shape.imitates, undefined),
  work_title: z.catch(evidence.shape.imitates, undefined),
  cloned_site: z.catch(evidence.shape.legitimateSite, undefined),
  original_url: z.catch(evidence.shape.legitimateSite, undefined),
  redirect_chain: z.catch(evidence.shape.redirects, undefined),
  evidence_source: z.catch(evidence.shape.source, undefined),
  confidence: z.catch(evidence.shape.confidence, undefined),
  trademark_details: z.catch(z.optional(z.object({ registration_number: evidence.shape.rightNumber })), undefined),
  file_hashes: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
  hash_values: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
  swarm_info: z.catch(z.optional(z.object({ info_hash: z.string() })), undefined),
});

/**
 * Reads an XARF v4 report (spec 4.2.0, core and the types above). `reporter.contact` must be the contact of one
 * reporter in the settings. Evidence payloads are left unread: content is never taken in.
 */
export const readXarf = (message: object, rules: ReadingRules): Result<Report, Unreadable> => {
  const read = schema.safeParse(message);
  if (!read.success) return fail(firstIssue(read.error));
  const xarf = read.data;
  const seenAt = readInstant(xarf.timestamp);
  if (!seenAt)
    return unreadable("timestamp", "This is not a moment with its zone.", "Write it like 2026-11-24T10:00:00Z.");
  const name = `${xarf.category}/${xarf.type}`;
  const known = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!known)
    return unreadable(
      "type",
      `Reports of ${xarf.category}/${xarf.type} are not takedowns that this dispatcher sends.`.slice(0, 200),
      `Use one of ${Object.keys(types).join(", ")}.`,
    );
  const [reporter, other] = rules.reporters.filter(
    ({ contact }) => contact.toLowerCase() === xarf.reporter.contact.toLowerCase(),
  );
  if (other)
    return unreadable(
      "reporter.contact",
      "More than one reporter is known by this contact.",
      "Give each reporter who sends XARF a contact of its own in the stage's settings, or report in the " +
        "form that names the reporter's id.",
    );
  if (!reporter)
    return unreadable(
      "reporter.contact",
      "No reporter is known by this contact.",
      "Add the reporter to the stage's settings, or correct the contact in the report.",
    );
  const target = targetOf(xarf, seenAt, known.channel, rules);
  if (!target.ok) return target;
  const more = further.parse(message);
  // A report is of its incident, and the content was looked at again since then.
  const verifiedAt = more.verified_at === undefined ? undefined : readInstant(more.verified_at);
  const isSeenAgain = verifiedAt !== undefined && verifiedAt > seenAt;
  const channel = known.channel ?? targetFacts[target.value.kind].seenOn;
  return ok({
    kind: "report",
    reporter: reporter.id,
    reportId: xarf.report_id,
    category: known.category,
    channel,
    target: target.value,
    seenAt: isSeenAgain ? verifiedAt : seenAt,
    ...(isSeenAgain && { firstSeenAt: seenAt }),
    live: false,
    domainIsMalicious: false,
    evidence: { ...evidenceOf(xarf, more), ...particularsIn(message, known.category) },
  });
};

const targetOf = (
  xarf: Xarf,
  seenAt: string,
  channel: Channel | undefined,
  rules: ReadingRules,
): Result<Target, Unreadable> => {
  if (xarf.url !== undefined) return urlTarget("url", xarf.url, rules);
  if (xarf.infringing_url !== undefined) return urlTarget("infringing_url", xarf.infringing_url, rules);
  if (channel === "peer-to-peer" && xarf.source_port !== undefined) {
    return peerTarget(
      "source_identifier",
      { address: xarf.source_identifier, port: xarf.source_port, seenAt, protocol: xarf.p2p_protocol },
      rules,
    );
  }
  return hostTarget("source_identifier", xarf.source_identifier, rules);
};

const evidenceOf = (xarf: Xarf, more: z.infer<typeof further>): Evidence => {
  const by = xarf.detection_method ?? more.verification_method;
  const detectedBy = by !== undefined && Object.hasOwn(detections, by) ? detections[by] : undefined;
  const imitates = xarf.target_brand || more.claimed_entity || more.work_title;
  const legitimateSite = xarf.legitimate_site || more.cloned_site || more.original_url;
  const rightNumber = more.trademark_details?.registration_number;
  const hashes = hashesIn(more);
  return {
    ...(xarf.description && { explanation: xarf.description }),
    ...(imitates && { imitates }),
    ...(legitimateSite && { legitimateSite }),
    ...(hashes.length > 0 && { hashes }),
    ...(xarf.classification && { classification: xarf.classification }),
    ...(detectedBy && { detectedBy }),
    ...(more.redirect_chain && { redirects: more.redirect_chain }),
    ...(rightNumber && { rightNumber }),
    ...(more.evidence_source && { source: more.evidence_source }),
    ...(more.confidence !== undefined && { confidence: more.confidence }),
  };
};

/** In our form, `sha256:…`; kinds that it lacks are left out. */
const hashesIn = ({ file_hashes, hash_values, swarm_info }: z.infer<typeof further>): readonly string[] =>
  [
    ...Object.entries({ ...file_hashes, ...hash_values }).map(([algorithm, value]) => `${algorithm}:${value}`),
    ...(swarm_info ? [`btih:${swarm_info.info_hash}`] : []),
  ].filter((hash) => evidence.shape.hashes.safeParse([hash]).success);

/** The category's particulars whose values are ours. */
const particularsIn = (message: object, category: Category): Partial<Evidence> => {
  const given = new Map<string, unknown>(Object.entries(message));
  return Object.fromEntries(
    Object.entries(particularsOf(category)).flatMap(([name, values]) => {
      const read = values.safeParse(given.get(xarfName(name)));
      return read.success ? [[name, read.data]] : [];
    }),
  );
};
