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
  /** Urgent by itself, live or not. */
  readonly isUrgent: boolean;
  /**
   * Child sexual abuse: hides the notifier (DSA Art. 16(2)(c)) and never tells the site's own
   * mailbox.
   */
  readonly isChildAbuse: boolean;
  /**
   * DNS abuse as ICANN's contracts define it since 2024-04-05: malware, botnets, phishing,
   * pharming, and spam that carries them. Fraud and content are not.
   */
  readonly isDnsAbuse: boolean;
};

/**
 * All that hangs on a category, but for whom it tells (`escalation/policy.ts`), what is asked
 * (`notice/outline.ts`) and words.
 */
const facts = {
  csam: { isUrgent: true, isChildAbuse: true, isDnsAbuse: false },
  csem: { isUrgent: true, isChildAbuse: true, isDnsAbuse: false },
  ncii: { isUrgent: true, isChildAbuse: false, isDnsAbuse: false },
  terrorism: { isUrgent: true, isChildAbuse: false, isDnsAbuse: false },
  phishing: { isUrgent: false, isChildAbuse: false, isDnsAbuse: true },
  malware: { isUrgent: false, isChildAbuse: false, isDnsAbuse: true },
  botnet: { isUrgent: false, isChildAbuse: false, isDnsAbuse: true },
  fraud: { isUrgent: false, isChildAbuse: false, isDnsAbuse: false },
  brand: { isUrgent: false, isChildAbuse: false, isDnsAbuse: false },
  copyright: { isUrgent: false, isChildAbuse: false, isDnsAbuse: false },
  "exposed-data": { isUrgent: false, isChildAbuse: false, isDnsAbuse: false },
  other: { isUrgent: false, isChildAbuse: false, isDnsAbuse: false },
} as const satisfies Record<Category, CategoryFacts>;

export const isUrgent = (category: Category): boolean => facts[category].isUrgent;
export const isChildAbuse = (category: Category): boolean => facts[category].isChildAbuse;
export const isDnsAbuse = (category: Category): boolean => facts[category].isDnsAbuse;

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
