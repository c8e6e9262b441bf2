/** Unsure is `unclear`, and a person sees it. */
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
  /** `nothing`: a mail server wrote. `handover`: its customer has it, too. `answer`: it is not reminded. */
  readonly shows: "nothing" | "receipt" | "handover" | "answer";
  /** The desk says that it acted: reminders and escalation rest; where proven and sure the case ends. */
  readonly saysRemoved: boolean;
  /** Only who deals with such notices says so: its mailbox is the right one. */
  readonly isDesks: boolean;
  readonly toldBy: "structure" | "words";
  readonly speaksAgainst: "receipt" | "removal" | "nothing";
  /** How one sentence says it: "abuse@host.example answered …". */
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
