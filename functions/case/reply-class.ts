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
  /** How a reader of one sentence is told of it: "abuse@host.example answered …". */
  readonly words: string;
};

/** All that hangs on a reply's class, but what a person is asked (`decide/mail.ts`) and reporters hear. */
export const replyMeanings = {
  bounce: { shows: "nothing", saysRemoved: false, isDesks: false, toldBy: "structure", words: "by a bounce" },
  complaint: {
    shows: "answer",
    saysRemoved: false,
    isDesks: false,
    toldBy: "structure",
    words: "that it wants no such mail",
  },
  "auto-reply": { shows: "receipt", saysRemoved: false, isDesks: false, toldBy: "words", words: "by a machine" },
  acknowledgement: {
    shows: "receipt",
    saysRemoved: false,
    isDesks: false,
    toldBy: "words",
    words: "that it has the notice",
  },
  "passed-on": {
    shows: "handover",
    saysRemoved: false,
    isDesks: true,
    toldBy: "words",
    words: "that it passed the notice on to its customer",
  },
  removed: { shows: "answer", saysRemoved: true, isDesks: true, toldBy: "words", words: "that it is removed" },
  "not-ours": {
    shows: "answer",
    saysRemoved: false,
    isDesks: false,
    toldBy: "words",
    words: "that the host is not theirs",
  },
  "use-our-form": {
    shows: "answer",
    saysRemoved: false,
    isDesks: false,
    toldBy: "words",
    words: "that it takes reports by its form only",
  },
  refused: { shows: "answer", saysRemoved: false, isDesks: true, toldBy: "words", words: "that it refuses to act" },
  "not-found": {
    shows: "answer",
    saysRemoved: false,
    isDesks: true,
    toldBy: "words",
    words: "that it looked and does not find it",
  },
  question: { shows: "answer", saysRemoved: false, isDesks: true, toldBy: "words", words: "with a question" },
  unclear: {
    shows: "answer",
    saysRemoved: false,
    isDesks: false,
    toldBy: "words",
    words: "in words that no rule reads for certain",
  },
} as const satisfies Record<ReplyClass, Meaning>;

/** What a desk's words can say. */
export const wordedClasses: readonly ReplyClass[] = replyClasses.filter((one) => replyMeanings[one].toldBy === "words");
