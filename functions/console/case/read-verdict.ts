import type { Review } from "../../case/case.ts";
import type { Verdict } from "../../case/event.ts";
import { hoursToWait, whichHours } from "../../case/hours-to-wait.ts";
import type { Question } from "../../case/question.ts";
import { type ReplyClass, wordedClasses } from "../../case/reply-class.ts";
import { readMailbox } from "../../kernel/mailbox.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Lane, lanes } from "../../report/category.ts";
import { type Decision, questionTexts, takesPresets } from "../../review/questions.ts";
import { outcomesToChoose } from "./outcomes.ts";

/**
 * The fields of a verdict's form, as they were filled in; kept so that a refused form comes back as
 * it was.
 */
export type FilledIn = {
  readonly decision: string;
  /** As it was typed; where it stood there already and another was chosen, that. */
  readonly email: string;
  /** As it was chosen among those that stand on the page. */
  readonly contact: string;
  readonly outcome: string;
  /** In so many hours they want to be asked again, where they say so. */
  readonly again: string;
  /** As it was typed. */
  readonly why: string;
  /** The sentence of the button that sent the form, where it has one; the form comes back without it. */
  readonly preset: string;
  /** Of a notice that an authority clears: who did, and under which reference. */
  readonly clearedBy: string;
  readonly reference: string;
  /** What the desk said, where the question is about its reply and the person tells it. */
  readonly said: string;
  readonly confirmed: boolean;
};

export type FieldProblems = Partial<
  Record<"decision" | "email" | "outcome" | "clearedBy" | "reference" | "why", string>
>;

export const blank: FilledIn = {
  decision: "",
  email: "",
  contact: "",
  outcome: "",
  again: "",
  why: "",
  preset: "",
  clearedBy: "",
  reference: "",
  said: "",
  confirmed: false,
};

export const whyAtMost = 1000;
export const clearanceAtMost = 200;

export const readFilledIn = (form: URLSearchParams): FilledIn => {
  const field = (name: string, charactersAtMost: number) => (form.get(name) ?? "").slice(0, charactersAtMost + 1);
  const [typed, contact] = [field("email", 254).trim(), field("contact", 254).trim()];
  // How it ended may stand with the answer, where one list holds both.
  const [decision = "", ended = ""] = field("decision", 30).split(":");
  return {
    decision,
    email: typed !== "" && typed === field("named", 254) && contact !== "" ? contact : typed,
    contact,
    outcome: ended || field("outcome", 30),
    again: field("again", 5),
    why: readWhy(form),
    preset: field("preset", whyAtMost).trim(),
    clearedBy: field("clearedBy", clearanceAtMost).trim(),
    reference: field("reference", clearanceAtMost).trim(),
    said: field("said", 30),
    confirmed: form.get("confirmed") === "yes",
  };
};

/** The reason as it was typed, one character too long at most. */
export const readWhy = (form: URLSearchParams): string =>
  (form.get("why") ?? "")
    .trim()
    .slice(0, whyAtMost + 1)
    .replace(/\r\n/g, "\n")
    .trim();

/** The reason to record: what was typed, after the preset sentence where a button was pressed. */
export const reasonOf = ({ preset, why }: FilledIn): string => [preset, why].filter((text) => text !== "").join(" ");

/**
 * The verdict that a form means for a review, or what is wrong with which field, in plain words. `lane`: of
 * the case, where the answer is for one alone.
 */
export const readVerdict = (
  filled: FilledIn,
  { question, lane }: Pick<Review, "question"> & { readonly lane?: Lane },
): Result<Verdict, FieldProblems> => {
  const decision = questionTexts[question].answers.find((answer) => answer === filled.decision);
  const verdict = decision
    ? verdictOf(decision, filled, { question, lanes: lane === undefined ? lanes : [lane] })
    : fail<FieldProblems>({ decision: "Choose one of the answers." });
  const whyProblem =
    filled.preset !== "" && !takesPresets(question, lane)
      ? "Type why yourself: this answer may send mail, or can't be undone."
      : whyIsWrong(reasonOf(filled));
  if (whyProblem === undefined) return verdict;
  return fail({ ...(verdict.ok ? {} : verdict.error), why: whyProblem });
};

/** What the desk said by the form; nobody has to tell it, and what is no class tells nothing. */
export const readDeskSaid = ({ said }: FilledIn): ReplyClass | undefined => wordedClasses.find((one) => one === said);

/** What is wrong with the reason that a person gave, if anything. */
export const whyIsWrong = (why: string): string | undefined => {
  if (why === "") return "Say why in a sentence; it is kept with your name.";
  return why.length > whyAtMost ? `Keep it to ${whyAtMost} characters.` : undefined;
};

const verdictOf = (
  decision: Decision,
  { email, contact, outcome, again, clearedBy, reference }: FilledIn,
  of: { readonly question: Question; readonly lanes: readonly Lane[] },
): Result<Verdict, FieldProblems> => {
  if (decision === "send-to") {
    if (email !== "" && contact !== "" && email !== contact)
      return fail({ email: "You chose one mailbox and typed another: leave one of them." });
    const mailbox = readMailbox(email || contact);
    return mailbox.ok ? ok({ decision, email: mailbox.value }) : fail({ email: mailbox.error.reason });
  }
  if (decision === "close") {
    const chosen = outcomesToChoose.find((one) => one === outcome);
    return chosen ? ok({ decision, outcome: chosen }) : fail({ outcome: "Say how it ended." });
  }
  if (decision === "clear" && of.question === "clearance") {
    const problems: FieldProblems = {
      ...clearanceProblem("clearedBy", clearedBy, "Write who cleared it, like the police unit and the officer's name."),
      ...clearanceProblem("reference", reference, "Write the reference under which they cleared it."),
    };
    if (Object.keys(problems).length > 0) return fail(problems);
    return ok({ decision, clearance: { by: clearedBy, reference } });
  }
  if (decision === "wait" && again !== "") {
    const hours = of.lanes.flatMap((lane) => hoursToWait[lane]).find((one) => String(one) === again);
    return hours === undefined ? fail({ decision: whichHours(of.lanes) }) : ok({ decision, hours });
  }
  return ok({ decision });
};

const clearanceProblem = (field: "clearedBy" | "reference", text: string, missing: string): FieldProblems => {
  if (text === "") return { [field]: missing };
  return text.length > clearanceAtMost ? { [field]: `Keep it to ${clearanceAtMost} characters.` } : {};
};
