import type { Verdict } from "../../../functions/case/event.ts";
import type { Question } from "../../../functions/case/question.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import type { LetterKind } from "./week.ts";

/*
 * Port: the person on call. They look before they answer, and know what a person would who looked.
 * Whatever lets one answer hold for several cases is taken here.
 */

/** What the person sees and knows when they answer one question. */
export type Seen = {
  readonly question: Question;
  readonly isUp: boolean;
  /** What the desk's letter says that the question is about, to whoever reads it. */
  readonly letter?: LetterKind;
  /** Of a send that nobody knows of: whether the mail went out. */
  readonly wentOut: boolean;
  /** Whoever truly hosts it, as a person finds out who looks for them. */
  readonly hostsDesk?: string;
  /** The report is false: its name is everybody's, and nothing bad is there. */
  readonly isFalse?: boolean;
  /** The name was registered for what is reported, as a person finds out who looks at the whole of it. */
  readonly isForAbuse?: boolean;
};

export type Deed = {
  /** In the order in which they are tried: the first that the case admits is given. */
  readonly verdicts: readonly Verdict[];
  /** They fill in the provider's form. */
  readonly fillsForm: boolean;
  /** What they say that the letter said. */
  readonly deskSaid?: ReplyClass;
};

const saidBy = {
  acknowledged: "acknowledgement",
  "passed-on": "passed-on",
  removed: "removed",
  "removed-unsure": "removed",
  "not-ours-named": "not-ours",
  "not-ours": "not-ours",
  form: "use-our-form",
  refused: "refused",
  "asks-known": "question",
  "asks-unknown": "question",
  other: "unclear",
} as const satisfies Record<LetterKind, ReplyClass>;

export const saysRemoved = (letter: LetterKind): boolean => saidBy[letter] === "removed";

const sendTo = (email: string | undefined): readonly Verdict[] =>
  email === undefined ? [] : [{ decision: "send-to", email }];

/** What follows from a letter, where what was reported is still up; of any other they note that it came. */
const afterLetter = ({ letter, hostsDesk }: Seen): readonly Verdict[] => {
  if (letter === "not-ours-named") return [...sendTo(hostsDesk), { decision: "escalate" }];
  return letter === "not-ours" || letter === "refused" ? [{ decision: "escalate" }] : [];
};

/** What they do about what is still up, where the question takes it: it goes on to whoever can act. */
const usual = (["clear", "send-again", "continue", "escalate", "look-again"] as const).map((decision) => ({
  decision,
}));

/** Where they know better than that. */
const whereUp = (seen: Seen): readonly Verdict[] => {
  const { hostsDesk, isForAbuse, wentOut } = seen;
  const better: Partial<Record<Question, readonly Verdict[]>> = {
    "no-contact": sendTo(hostsDesk),
    "contact-may-be-suspect": sendTo(hostsDesk),
    "unconfirmed-desk": sendTo(hostsDesk),
    "beside-dns": sendTo(hostsDesk),
    registrar: isForAbuse ? [] : [{ decision: "pass-over" }],
    "unknown-send": wentOut ? [{ decision: "treat-as-sent" }] : [],
    unanswered: [{ decision: "escalate" }, { decision: "wait" }],
    reply: afterLetter(seen),
    "still-up": [{ decision: "escalate" }],
    // Where another case is open for it already, that one goes on.
    "may-be-back": [{ decision: "reopen" }],
  };
  return [...(better[seen.question] ?? []), ...usual];
};

/** Questions about a reported name, counted by what kind of name it is. */
export const isAboutName = (question: string): boolean => question === "registrar" || question === "well-known-host";

/**
 * The right answer of a person who looked: what is gone is closed as such, a false report is
 * dismissed, and what is up goes on to whoever can act. Pure.
 */
export const deedFor = (seen: Seen): Deed => {
  const { question, isUp, letter, isFalse } = seen;
  const isGone = !isUp;
  const outcome = isFalse ? "dismissed" : letter !== undefined && saysRemoved(letter) ? "removed" : "gone";
  // What is closed already only stays so.
  const ends: Verdict = question === "may-be-back" ? { decision: "continue" } : { decision: "close", outcome };
  return {
    verdicts: [...(isGone ? [ends] : []), ...whereUp(seen)],
    fillsForm: isUp && (question === "form-only" || letter === "form"),
    ...(question === "reply" && letter !== undefined && { deskSaid: saidBy[letter] }),
  };
};
