/** What is reported. Each has a row in `escalation/policy.ts`, texts in `notice/templates/`, and a lane here. */
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

/** Lanes share no queue and no configuration set, so that ten thousand phishing reports never delay one child's. */
export type Lane = "urgent" | "standard";
export const lanes = ["urgent", "standard"] as const;

const urgentCategories: readonly Category[] = ["csam", "csem", "ncii", "terrorism"];

/** Urgent by itself, live or not. */
export const isUrgent = (category: Category): boolean => urgentCategories.includes(category);

/** Child abuse, intimate imagery, terrorism, and anything live. */
export const laneOf = (category: Category, live: boolean): Lane => (live || isUrgent(category) ? "urgent" : "standard");

/** Child sexual abuse: hides the notifier (DSA Art. 16(2)(c)) and never tells the site's own mailbox. */
export const isChildAbuse = (category: Category): boolean => category === "csam" || category === "csem";

/** Where it was seen; decides words in the notice, not whom to tell. */
export const channels = ["website", "message-board", "chat-room", "peer-to-peer", "instant-messaging", "live-stream", "file-host", "e-mail"] as const;
export type Channel = (typeof channels)[number];
