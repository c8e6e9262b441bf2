/** What a reply says. Unsure is `unclear`, and a person sees it. */
export const replyClasses = [
  "bounce",
  "complaint",
  "auto-reply",
  "acknowledgement",
  "removed",
  "not-ours",
  "use-our-form",
  "refused",
  "question",
  "unclear",
] as const;
export type ReplyClass = (typeof replyClasses)[number];

type Meaning = {
  /**
   * What the desk has shown by it. `nothing`: a mail server wrote, and not the desk. `receipt`: it
   * has the notice, and is owed reminders as before. `answer`: somebody there has spoken, and is
   * not reminded.
   */
  readonly shows: "nothing" | "receipt" | "answer";
  /**
   * The desk says that it has acted: reminders and climbing rest, and where it is proven and sure
   * the case ends.
   */
  readonly saysRemoved: boolean;
  /** How a reader of one sentence is told of it: "abuse@host.example answered …". */
  readonly words: string;
};

/**
 * All that hangs on a reply's class, but for what is asked of a person (`react.ts`) and what
 * reporters hear (`reporter-news.ts`).
 */
export const replyMeanings = {
  bounce: { shows: "nothing", saysRemoved: false, words: "by a bounce" },
  complaint: { shows: "answer", saysRemoved: false, words: "that it wants no such mail" },
  "auto-reply": { shows: "receipt", saysRemoved: false, words: "by a machine" },
  acknowledgement: { shows: "receipt", saysRemoved: false, words: "that it has the notice" },
  removed: { shows: "answer", saysRemoved: true, words: "that it is removed" },
  "not-ours": { shows: "answer", saysRemoved: false, words: "that the host is not theirs" },
  "use-our-form": { shows: "answer", saysRemoved: false, words: "that it takes reports by its form only" },
  refused: { shows: "answer", saysRemoved: false, words: "that it refuses to act" },
  question: { shows: "answer", saysRemoved: false, words: "with a question" },
  unclear: { shows: "answer", saysRemoved: false, words: "in words that no rule reads for certain" },
} as const satisfies Record<ReplyClass, Meaning>;
