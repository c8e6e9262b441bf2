import type { ApiProvider } from "../../kernel/channels.ts";
import type { Category } from "../../report/category.ts";

/*
 * What providers' APIs take, and by which rules: all that the policy asks of them. It stands by itself, since every
 * function reads the policy, and few ask an API.
 */

/** A provider's rules, as it publishes them. */
type Rules = {
  /** Addresses of one domain, in all reports; absent where it names no such limit. */
  readonly urlsOfDomainAtMost?: number;
  /**
   * Of what it answered within a month: the share that it may call mistaken, and that it may have had
   * before. Whoever has more is put last, or let in no more; absent where it names no such limit.
   */
  readonly sharesAtMost?: { readonly mistaken: number; readonly duplicates: number };
  /** To these no mail goes besides: the provider puts last what comes by both ways. */
  readonly noMailBesides: readonly string[];
};

/** What a provider takes by its API. */
export type Taken = {
  /** The provider's own word for a category; `undefined` where it takes that by its form alone. */
  readonly takes: Readonly<Record<Category, string | undefined>>;
  readonly rules: Rules;
};

/**
 * Its acts. Trademark and copyright want a signature and let nobody stay unnamed: a person's form. So
 * does terrorism: the site is never told of it (`escalation/policy.ts`), and a general report always
 * tells the owner.
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

/**
 * The types of its second version, whose meaning is plain. What is miscategorised counts as a false
 * positive, and who has many of them is put last: all else goes by its form.
 */
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

/**
 * It asks for no category, and takes what breaks its terms; the text says what it is. A claim to a
 * right wants what its form asks for.
 */
const ngrok: Taken = {
  takes: {
    csam: "report",
    csem: "report",
    ncii: "report",
    terrorism: "report",
    phishing: "report",
    malware: "report",
    botnet: "report",
    fraud: "report",
    brand: undefined,
    copyright: undefined,
    "exposed-data": "report",
    other: "report",
  },
  rules: { noMailBesides: [] },
};

export const taken = { cloudflare, godaddy, ngrok } as const satisfies Record<ApiProvider, Taken>;
