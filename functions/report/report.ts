import type { Instant } from "../kernel/instant.ts";
import type { Category, Channel } from "./category.ts";
import type { Particulars } from "./particulars.ts";

/**
 * Where the reported thing is, as read and canonical.
 * - `url`: one address of a page or file, as the URL parser writes it (`href`), for all but a machine-readable
 *   part. `host`: its host in ASCII, or the address in plain form. `written`: the reporter's spelling, where it
 *   differs; without control or direction signs, never looked up, only for a desk's own logs.
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

/** So that a desk can see what the reporter saw. Free text is printed as it stands, never as a template. */
export type Evidence = {
  /** Why this is what the category says, in one or two sentences (DSA Art. 16(2)(a)). */
  readonly explanation?: string;
  /** How to see it where it hides: country, user agent, referrer, language. */
  readonly reproduce?: string;
  readonly imitates?: string;
  /** Where the rightful thing is; brand and copyright. */
  readonly legitimateSite?: string;
  /** `sha256:…` (`md5`, `sha1`, `photodna`; `btih` for a swarm), never the content itself. */
  readonly hashes?: readonly string[];
  /** Child abuse material: INHOPE baseline or the national scale. */
  readonly classification?: "baseline" | "A1" | "A2" | "B1" | "B2";
  readonly detectedBy?: (typeof waysOfDetection)[number];
  /** From the address that was asked first; never followed by us. */
  readonly redirects?: readonly string[];
  /** Of the registered mark or work. */
  readonly rightNumber?: string;
  /** The reporter has a picture for a desk that asks; absent if none may be offered (`mayBePictured`). */
  readonly screenshot?: true;
  /** Captures at hosts that the stage may list; `evidence-links.ts` says which of them are printed. Never fetched. */
  readonly links?: readonly string[];
  /** A few words that the page shows, for the checker alone. */
  readonly marker?: string;
  /** XARF's `evidence_source`: by what it came to be known. */
  readonly source?: EvidenceSource;
  /** How sure the reporter is, 0 to 1. */
  readonly confidence?: number;
} & Particulars;

/** One valid report, named by `reporter` and `reportId` together: the same pair twice is one report. */
export type Report = {
  readonly kind: "report";
  readonly reporter: string;
  readonly reportId: string;
  readonly category: Category;
  readonly channel: Channel;
  readonly target: Target;
  /** Last seen there. */
  readonly seenAt: Instant;
  /** First seen there, if known; never after `seenAt`. */
  readonly firstSeenAt?: Instant;
  /** Happening now: to the urgent lane and to a person at once, whatever the category. */
  readonly live: boolean;
  /** Registered for the abuse: its registrar is notified beside the host (`registrar-turn.ts`). */
  readonly domainIsMalicious: boolean;
  /** Who typed it in at the hotline, if anybody. */
  readonly enteredBy?: string | undefined;
  /** Internal words to find the case by (client, brand, campaign), in small letters. In no notice, mail or API. */
  readonly labels?: readonly string[] | undefined;
  readonly evidence: Evidence;
};

export const laterWords = ["gone", "still-up", "withdrawn", "hold", "release"] as const;

/** What a reporter says later about a report. */
export type StatusMessage = {
  readonly kind: "status";
  readonly reporter: string;
  readonly reportId: string;
  /** Which of several cases, if the report id was used again. */
  readonly caseId?: string;
  readonly status: (typeof laterWords)[number];
  /** When they said so, by their own word: the queue knows only its last arrival, which a redrive renews. */
  readonly at: Instant;
  readonly note?: string;
};

/**
 * Why a message is no report. `field`: a path in it (`target.url`). `fix`: what to write there instead.
 * `noHost`: it could be read, but its target names nobody's host (`no-host.ts`).
 */
export type Unreadable = {
  readonly kind: "unreadable";
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  readonly noHost?: true;
};
