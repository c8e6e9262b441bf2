import type { CloseOutcome } from "../../case/close-outcome.ts";
import type { Question } from "../../case/question.ts";

/** How a person may say that a case ends. `withdrawn` is the reporters' word alone. */
export const outcomesToChoose = ["removed", "gone", "dismissed", "decided"] as const satisfies readonly CloseOutcome[];

type Outcome = (typeof outcomesToChoose)[number];

/** Of these no case was opened: nobody looked at anything that could be gone. */
const ofMessages: readonly Question[] = ["unreadable-report", "unhosted-target", "stray-words"];

/** The same as an answer to a question. */
export const outcomesOf = (question: Question): readonly Outcome[] =>
  ofMessages.includes(question) ? ["dismissed", "decided"] : outcomesToChoose;
