import * as z from "zod";
import { readInstant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Category, Channel } from "./category.ts";
import { firstIssue, hostTarget, peerTarget, type ReadingRules, unreadable, urlTarget } from "./read-target.ts";
import type { Evidence, Report, Target, Unreadable } from "./report.ts";
import { targetFacts } from "./target.ts";

/**
 * XARF v4 types that are about content or hosts we can write about; the others are not takedowns.
 */
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

// XARF allows further fields at the top, so this reads what it needs and leaves the rest.
const schema = z.object({
  xarf_version: z.string().regex(/^4\.\d+\.\d+$/, "a version 4, like 4.2.0"),
  report_id: z.uuid(),
  timestamp: z.string(),
  reporter: z.object({ contact: z.string() }),
  source_identifier: z.string().max(300),
  source_port: z.int().min(1).max(65535).optional(),
  category: z.string(),
  type: z.string(),
  url: z.string().max(8192).optional(),
  infringing_url: z.string().max(8192).optional(),
  description: z.string().max(1000).optional(),
  target_brand: z.string().max(500).optional(),
  legitimate_site: z.string().max(2048).optional(),
  classification: z.enum(["baseline", "A1", "A2", "B1", "B2"]).optional(),
  detection_method: z.string().optional(),
  p2p_protocol: z.string().max(40).optional(),
});
type Xarf = z.infer<typeof schema>;

const detections: Record<string, NonNullable<Evidence["detectedBy"]>> = {
  hash_match: "hash-match",
  manual_review: "manual-review",
  user_report: "user-report",
  automated_scan: "automated-scan",
};

/**
 * Reads an XARF v4 report (spec 4.2.0, core and the types above). Its reporter is known by
 * `reporter.contact`, which must be the contact of one reporter in the settings. Evidence payloads
 * are left unread: content is never taken in.
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
  const channel = known.channel ?? targetFacts[target.value.kind].seenOn;
  return ok({
    kind: "report",
    reporter: reporter.id,
    reportId: xarf.report_id,
    category: known.category,
    channel,
    target: target.value,
    seenAt,
    live: false,
    domainIsMalicious: false,
    evidence: evidenceOf(xarf),
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

const evidenceOf = (xarf: Xarf): Evidence => {
  const detectedBy =
    xarf.detection_method !== undefined && Object.hasOwn(detections, xarf.detection_method)
      ? detections[xarf.detection_method]
      : undefined;
  return {
    ...(xarf.description && { explanation: xarf.description }),
    ...(xarf.target_brand && { imitates: xarf.target_brand }),
    ...(xarf.legitimate_site && { legitimateSite: xarf.legitimate_site }),
    ...(xarf.classification && { classification: xarf.classification }),
    ...(detectedBy && { detectedBy }),
  };
};
