/** What a reply says. Unsure is `unclear`, and a person sees it. */
export const replyClasses = [
  "bounce",
  "complaint",
  "auto-reply",
  "acknowledgement",
  "passed-on",
  "removed",
  "not-ours",
  "use-our-form",
  "refused",
  "not-found",
  "question",
  "unclear",
] as const;
export type ReplyClass = (typeof replyClasses)[number];

type Meaning = {
  /**
   * `nothing`: a mail server wrote. `receipt`: it has the notice, and is owed reminders as before. `handover`: its
   * customer has the notice now, too. `answer`: somebody there has spoken, and is not reminded.
   */
  readonly shows: "nothing" | "receipt" | "handover" | "answer";
  /** The desk says that it has acted: reminders and climbing rest, and where it is proven and sure the case ends. */
  readonly saysRemoved: boolean;
  /** Nobody says so but who deals with such notices: its mailbox is the right one. */
  readonly isDesks: boolean;
  /** What tells it: a mail's structure, and never a desk's words; or these. */
  readonly toldBy: "structure" | "words";
  /** What it speaks against where it stands below another reply: a receipt and a removal, or a removal alone. */
  readonly speaksAgainst: "receipt" | "removal" | "nothing";
  /** How a reader of one sentence is told of it: "abuse@host.example answered …". */
  readonly words: string;
};

const receipt = {
  shows: "receipt",
  saysRemoved: false,
  isDesks: false,
  toldBy: "words",
  speaksAgainst: "nothing",
} as const;
const answer = { ...receipt, shows: "answer" } as const;
const dealsWithIt = { ...answer, isDesks: true } as const;

/** All that hangs on a reply's class, but what a person is asked (`decide/mail.ts`) and reporters hear. */
export const replyMeanings = {
  bounce: { ...receipt, shows: "nothing", toldBy: "structure", words: "by a bounce" },
  complaint: { ...answer, toldBy: "structure", words: "that it wants no such mail" },
  "auto-reply": { ...receipt, words: "by a machine" },
  acknowledgement: { ...receipt, words: "that it has the notice" },
  "passed-on": { ...dealsWithIt, shows: "handover", words: "that it passed the notice on to its customer" },
  removed: { ...dealsWithIt, saysRemoved: true, words: "that it is removed" },
  "not-ours": { ...answer, speaksAgainst: "receipt", words: "that the host is not theirs" },
  "use-our-form": { ...answer, words: "that it takes reports by its form only" },
  refused: { ...dealsWithIt, speaksAgainst: "receipt", words: "that it refuses to act" },
  "not-found": { ...dealsWithIt, speaksAgainst: "removal", words: "that it looked and does not find it" },
  question: { ...dealsWithIt, speaksAgainst: "removal", words: "with a question" },
  unclear: { ...answer, words: "in words that no rule reads for certain" },
} as const satisfies Record<ReplyClass, Meaning>;

export const wordedClasses: readonly ReplyClass[] = replyClasses.filter((one) => replyMeanings[one].toldBy === "words");
