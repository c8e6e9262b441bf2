/**
 * What is reported. Each has a row in `escalation/policy.ts`, texts in `notice/templates/`, and a
 * lane here.
 */
export const categories = [
  "csam",
  "csem",
  "ncii",
  "terrorism",
  "phishing",
  "malware",
  "botnet",
  "fraud",
  "brand",
  "copyright",
  "exposed-data",
  "other",
] as const;
export type Category = (typeof categories)[number];

/**
 * Lanes share no queue and no configuration set, so that ten thousand phishing reports never delay
 * one child's.
 */
export type Lane = "urgent" | "standard";
export const lanes = ["urgent", "standard"] as const;

type CategoryFacts = {
  /**
   * Urgent by itself, live or not. What was written about it is folded on pages: whoever reads two hundred a
   * day opens what they need.
   */
  readonly isUrgent: boolean;
  /**
   * Child sexual abuse: hides the notifier by default (DSA Art. 16(2)(c)) and never tells the site's own
   * mailbox.
   */
  readonly isChildAbuse: boolean;
  /**
   * DNS abuse as ICANN's contracts define it since 2024-04-05: malware, botnets, phishing,
   * pharming, and spam that carries them. Fraud and content are not.
   */
  readonly isDnsAbuse: boolean;
  /**
   * A picture of it may be offered to a desk. Never of a child's abuse, nor of what a person did not
   * consent to be shown in.
   */
  readonly mayBePictured: boolean;
};

/** What most categories are. */
const usual: CategoryFacts = { isUrgent: false, isChildAbuse: false, isDnsAbuse: false, mayBePictured: true };
const childAbuse = { isUrgent: true, isChildAbuse: true, mayBePictured: false };
const dnsAbuse = { isDnsAbuse: true };

/** What each has of its own. */
const exceptions: Record<Category, Partial<CategoryFacts>> = {
  csam: childAbuse,
  csem: childAbuse,
  ncii: { isUrgent: true, mayBePictured: false },
  terrorism: { isUrgent: true },
  phishing: dnsAbuse,
  malware: dnsAbuse,
  botnet: dnsAbuse,
  fraud: {},
  brand: {},
  copyright: {},
  "exposed-data": {},
  other: {},
};

/**
 * All that hangs on a category, but for whom it tells (`escalation/policy.ts`), what is asked
 * (`notice/outline.ts`) and words.
 */
const facts = (category: Category): CategoryFacts => ({ ...usual, ...exceptions[category] });

export const isUrgent = (category: Category): boolean => facts(category).isUrgent;
export const isChildAbuse = (category: Category): boolean => facts(category).isChildAbuse;
export const isDnsAbuse = (category: Category): boolean => facts(category).isDnsAbuse;
export const mayBePictured = (category: Category): boolean => facts(category).mayBePictured;

/** Child abuse, intimate imagery, terrorism, and anything live. */
export const laneOf = (category: Category, live: boolean): Lane => (live || isUrgent(category) ? "urgent" : "standard");

/** Where it was seen; decides words in the notice, not whom to tell. */
export const channels = [
  "website",
  "message-board",
  "chat-room",
  "peer-to-peer",
  "instant-messaging",
  "live-stream",
  "file-host",
  "e-mail",
] as const;
export type Channel = (typeof channels)[number];
