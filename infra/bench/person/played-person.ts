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

/** What follows from a letter, where what was reported is still up. */
const afterLetter = ({ letter, hostsDesk }: Seen): readonly Verdict[] => {
  const next: readonly Verdict[] = [{ decision: "climb" }, { decision: "continue" }];
  switch (letter) {
    case "not-ours-named":
      return [...sendTo(hostsDesk), ...next];
    case "not-ours":
    case "refused":
      return next;
    default:
      return [{ decision: "continue" }];
  }
};

/** The right answers to a question about what is still up. */
const whereUp = (seen: Seen): readonly Verdict[] => {
  switch (seen.question) {
    case "no-contact":
    case "contact-may-be-suspect":
    case "beside-dns":
      return [...sendTo(seen.hostsDesk), { decision: "look-again" }];
    case "name-gone":
      return [{ decision: "look-again" }];
    case "unconfirmed-desk":
      return [...sendTo(seen.hostsDesk), { decision: "continue" }];
    case "form-only":
    case "more-networks":
    case "unconfirmed-country":
    case "held":
    case "live":
    case "said-gone":
      return [{ decision: "continue" }];
    case "new-contact":
    case "protected-target":
    case "well-known-host":
    case "clearance":
    case "unclassified":
    case "withdrawal":
      return [{ decision: "clear" }];
    case "registrar":
      return [{ decision: seen.isForAbuse ? "clear" : "pass-over" }];
    case "unknown-send":
      return [{ decision: seen.wentOut ? "treat-as-sent" : "send-again" }];
    case "notice-refused":
      return [{ decision: "send-again" }, { decision: "climb" }];
    case "unanswered":
      return [{ decision: "climb" }, { decision: "wait" }];
    case "reply":
    case "to-read":
      return afterLetter(seen);
    case "still-up":
      return [{ decision: "climb" }, { decision: "continue" }];
    case "may-be-back":
      // Where another case is open for it already, that one goes on.
      return [{ decision: "reopen" }, { decision: "continue" }];
    // Of messages: an entry's action settles them, and no verdict.
    case "not-taken-in":
      return [];
    default:
      return seen.question satisfies never;
  }
};

/** Questions about a reported name, counted by what kind of name it is. */
export const isAboutName = (question: string): boolean => question === "registrar" || question === "well-known-host";

/**
 * The right answer of a person who looked: what is gone is closed as such, a false report is dismissed,
 * and what is up goes on to whoever can act. Pure.
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
