import type { Instant } from "../kernel/instant.ts";
import type { Category, Channel } from "./category.ts";
import type { Particulars } from "./particulars.ts";

/**
 * Where the reported thing is, as read and canonical.
 * - `url`: one address of a page or file, as the URL parser writes it (`href`), which is what
 *   everything but a machine-readable part works with. `host` is its host in ASCII, or the address
 *   in its plain form. `written`: as the reporter wrote it, character for character, where that is
 *   otherwise; it holds no control or direction signs, is never looked up, and names the page for
 *   nobody but a desk's own logs.
 * - `host`: everything at a host, or the domain itself.
 * - `peer`: a machine at an address and port at a moment, for peer-to-peer and chat.
 * - `account`: an account at a service; `host` is the service's.
 */
export type Target =
  | { readonly kind: "url"; readonly url: string; readonly host: string; readonly written?: string }
  | { readonly kind: "host"; readonly host: string }
  | {
      readonly kind: "peer";
      readonly host: string;
      readonly port: number;
      readonly seenAt: Instant;
      readonly protocol?: string;
    }
  | { readonly kind: "account"; readonly host: string; readonly account: string };

/** Who says what it is: a person at the hotline, a hash list, a user, a program. */
export const waysOfDetection = ["manual-review", "hash-match", "user-report", "automated-scan"] as const;

/** XARF core 4.2, `evidence_source`, and `rights_holder` of its copyright types. */
export const evidenceSources = [
  "spamtrap",
  "user_complaint",
  "automated_filter",
  "honeypot",
  "crawler",
  "user_report",
  "automated_scan",
  "spam_analysis",
  "firewall_logs",
  "ids_detection",
  "flow_analysis",
  "vulnerability_scan",
  "researcher_analysis",
  "automated_discovery",
  "traffic_analysis",
  "threat_intelligence",
  "rights_holder",
] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/**
 * What a reporter may add so that a desk can see what they saw. Free text is printed as it stands,
 * never as a template.
 */
export type Evidence = {
  /** One or two sentences: why this is what the category says it is (DSA Art. 16(2)(a)). */
  readonly explanation?: string;
  /** How to see it where it hides: country, user agent, referrer, language. */
  readonly reproduce?: string;
  /** The brand or work that is imitated or infringed. */
  readonly imitates?: string;
  /** Where the rightful thing is; brand and copyright. */
  readonly legitimateSite?: string;
  /**
   * Hashes as `sha256:…` (`md5`, `sha1`, `photodna`; `btih` for a swarm), never the content itself.
   */
  readonly hashes?: readonly string[];
  /** Child abuse material: INHOPE baseline or the national scale. */
  readonly classification?: "baseline" | "A1" | "A2" | "B1" | "B2";
  /** Who says so: a person at the hotline, a hash list, a user. */
  readonly detectedBy?: (typeof waysOfDetection)[number];
  /** The way to it, from the address that was asked first; never followed by us. */
  readonly redirects?: readonly string[];
  /** Under which number the mark or work is registered. */
  readonly rightNumber?: string;
  /**
   * The reporter holds a picture of it and sends it to a desk that asks; absent where they don't,
   * and where none may be offered (`mayBePictured`).
   */
  readonly screenshot?: true;
  /** XARF's `evidence_source`: by what it came to be known. */
  readonly source?: EvidenceSource;
  /** How sure the reporter is, 0 to 1. */
  readonly confidence?: number;
} & Particulars;

/**
 * One report, read and valid. `reporter` and `reportId` together name it; the same pair twice is
 * one report.
 */
export type Report = {
  readonly kind: "report";
  readonly reporter: string;
  readonly reportId: string;
  readonly category: Category;
  readonly channel: Channel;
  readonly target: Target;
  /** When it was last seen there. */
  readonly seenAt: Instant;
  /** When it was first seen there, where that is known; never after `seenAt`. */
  readonly firstSeenAt?: Instant;
  /** Happening now: goes to the urgent lane and to a person at once, whatever the category. */
  readonly live: boolean;
  /** The domain was registered for the abuse: its registrar is told beside the host (`registrar-turn.ts`). */
  readonly domainIsMalicious: boolean;
  /** Who typed it in at the hotline, where somebody did. */
  readonly enteredBy?: string | undefined;
  readonly evidence: Evidence;
};

/** What a reporter may say later. */
export const laterWords = ["gone", "still-up", "withdrawn", "hold", "release"] as const;

/** What a reporter says later about what they reported. */
export type StatusMessage = {
  readonly kind: "status";
  readonly reporter: string;
  readonly reportId: string;
  /** Which of several cases it is about, where the reporter used the report id again. */
  readonly caseId?: string;
  readonly status: (typeof laterWords)[number];
  /**
   * When they said so, by their own word: the queue knows only when it had the message last, which
   * a redrive makes anew.
   */
  readonly at: Instant;
  readonly note?: string;
};

/**
 * Why a message is not a report. `field` is a path in the message (`target.url`), `fix` says what
 * to write there instead. `unhosted`: it could be read, and its target names nobody's host
 * (`unhosted.ts`).
 */
export type Unreadable = {
  readonly kind: "unreadable";
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  readonly unhosted?: true;
};
