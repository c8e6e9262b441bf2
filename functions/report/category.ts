/** Each has a row in `escalation/policy.ts`, texts in `notice/templates/`, and a lane here. */
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

/** Lanes share no queue and no configuration set: 10,000 phishing reports never delay one child's. */
export type Lane = "urgent" | "standard";
export const lanes = ["urgent", "standard"] as const;

type CategoryFacts = {
  /** Urgent by itself, live or not. Its texts are folded on pages, for whoever reads two hundred a day. */
  readonly isUrgent: boolean;
  /** Hides the notifier by default (DSA Art. 16(2)(c)) and never notifies the site's own mailbox. */
  readonly isChildAbuse: boolean;
  /**
   * DNS abuse as ICANN's contracts define it since 2024-04-05: malware, botnets, phishing,
   * pharming, and spam that carries them. Fraud and content are not.
   */
  readonly isDnsAbuse: boolean;
  /** A picture may be offered, never of a child's abuse or of what a person is shown in without consent. */
  readonly mayBePictured: boolean;
};

const usual: CategoryFacts = { isUrgent: false, isChildAbuse: false, isDnsAbuse: false, mayBePictured: true };
const childAbuse = { isUrgent: true, isChildAbuse: true, mayBePictured: false };
const dnsAbuse = { isDnsAbuse: true };

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

/** All by category but recipients (`escalation/policy.ts`), what is asked (`notice/outline.ts`) and words. */
const facts = (category: Category): CategoryFacts => ({ ...usual, ...exceptions[category] });

export const isUrgent = (category: Category): boolean => facts(category).isUrgent;
export const isChildAbuse = (category: Category): boolean => facts(category).isChildAbuse;
export const isDnsAbuse = (category: Category): boolean => facts(category).isDnsAbuse;
export const mayBePictured = (category: Category): boolean => facts(category).mayBePictured;
/** A capture may show it. Of what may not be pictured or is propaganda, no notice leads to one. */
export const mayBeLinked = (category: Category): boolean => mayBePictured(category) && category !== "terrorism";

/** Child abuse, intimate imagery, terrorism, and anything live. */
export const laneOf = (category: Category, live: boolean): Lane => (live || isUrgent(category) ? "urgent" : "standard");

/** Where it was seen. Decides words in the notice, not whom to notify. */
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
