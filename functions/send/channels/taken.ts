import type { ApiProvider } from "../../kernel/channels.ts";
import type { Category } from "../../report/category.ts";

/* What providers' APIs take, by which rules. Apart, as every function reads the policy and few ask an API. */

/** A provider's published rules. */
type Rules = {
  /** Addresses of one domain, in all reports. Absent where it names no such limit. */
  readonly urlsOfDomainAtMost?: number;
  /**
   * Of a month's answers: the share that it may call mistaken, and that it may have had before. Whoever has more is
   * put last, or no longer let in. Absent where it names no such limit.
   */
  readonly sharesAtMost?: { readonly mistaken: number; readonly duplicates: number };
  /** No mail goes to these besides: the provider puts last what comes by both ways. */
  readonly noMailBesides: readonly string[];
};

export type Taken = {
  /** The provider's word for a category. `undefined` where only its form takes it. */
  readonly takes: Readonly<Record<Category, string | undefined>>;
  readonly rules: Rules;
};

/**
 * Trademark and copyright want a signature and let nobody stay unnamed: a person's form. So does terrorism: the site
 * is never notified of it (`escalation/policy.ts`), and a general report always notifies the owner.
 */
const cloudflare: Taken = {
  takes: {
    csam: "abuse_children",
    csem: "abuse_children",
    ncii: "abuse_ncsei",
    terrorism: undefined,
    phishing: "abuse_phishing",
    malware: "abuse_general",
    botnet: "abuse_general",
    fraud: "abuse_general",
    brand: undefined,
    copyright: undefined,
    "exposed-data": "abuse_general",
    other: "abuse_general",
  },
  rules: { noMailBesides: [] },
};

/** Types with a plain meaning. What is miscategorised counts as a false positive: all else goes by form. */
const godaddy: Taken = {
  takes: {
    csam: "CHILD_ABUSE",
    csem: "CHILD_ABUSE",
    ncii: undefined,
    terrorism: undefined,
    phishing: "PHISHING",
    malware: "MALWARE",
    botnet: undefined,
    fraud: undefined,
    brand: undefined,
    copyright: undefined,
    "exposed-data": undefined,
    other: undefined,
  },
  /**
   * > you must only submit abuse reports via the API portal and cease all email submissions. If your
   * > submissions exceed five (5) URLs for a single domain, your report will be marked as a duplicate.
   */
  rules: {
    urlsOfDomainAtMost: 5,
    // > over 40 % false positives or 20 % duplicates: put last; miscategorised is a false positive
    sharesAtMost: { mistaken: 0.4, duplicates: 0.2 },
    noMailBesides: ["phishing@godaddy.com", "netabuse@godaddy.com", "malware@godaddy.com", "spam@godaddy.com"],
  },
};

/** Its reports are XARF, which has no type for the others: those stay mail. */
const aws: Taken = {
  takes: {
    csam: "csam",
    csem: "csem",
    ncii: undefined,
    terrorism: undefined,
    phishing: "phishing",
    malware: "malware",
    botnet: "botnet",
    fraud: "fraud",
    brand: "brand_infringement",
    copyright: "copyright",
    "exposed-data": "exposed_data",
    other: undefined,
  },
  rules: { noMailBesides: [] },
};

export const taken = { cloudflare, godaddy, aws } as const satisfies Record<ApiProvider, Taken>;
