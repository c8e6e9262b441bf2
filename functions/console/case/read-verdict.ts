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

export const whyAtMost = 1000;
export const clearanceAtMost = 200;

/** A verdict form's fields, and how many characters each has at most. */
const fields = {
  decision: 30,
  /** As typed. If prefilled and another was chosen, that one. */
  email: 254,
  /** Chosen among those on the page. */
  contact: 254,
  outcome: 30,
  /** Hours until they want to be asked again, if they say so. */
  again: 5,
  why: whyAtMost,
  /** The sentence of the button that sent the form. The form comes back without it. */
  preset: whyAtMost,
  /** If an authority clears a notice: who did, under which reference. */
  clearedBy: clearanceAtMost,
  reference: clearanceAtMost,
  /** What the desk said, if the question is about its reply and they say so. */
  said: 30,
} as const;

/** As filled in, so that a refused form comes back as it was. */
export type FilledIn = Readonly<Record<keyof typeof fields, string>> & { readonly confirmed: boolean };

export type FieldProblems = Partial<
  Record<"decision" | "email" | "outcome" | "clearedBy" | "reference" | "why", string>
>;

export const readFilledIn = (form: URLSearchParams): FilledIn => {
  const field = (name: keyof typeof fields) => (form.get(name) ?? "").slice(0, fields[name] + 1).trim();
  const [email, contact] = [field("email"), field("contact")];
  // How it ended may come with the answer, if one list holds both.
  const [decision = "", ended = ""] = field("decision").split(":");
  return {
    decision,
    email: email !== "" && email === form.get("named") && contact !== "" ? contact : email,
    contact,
    outcome: ended || field("outcome"),
    again: field("again"),
    why: readWhy(form),
    preset: field("preset"),
    clearedBy: field("clearedBy"),
    reference: field("reference"),
    said: field("said"),
    confirmed: form.get("confirmed") === "yes",
  };
};

/** As typed, one character too long at most. */
export const readWhy = (form: URLSearchParams): string =>
  (form.get("why") ?? "")
    .trim()
    .slice(0, whyAtMost + 1)
    .replace(/\r\n/g, "\n")
    .trim();

export const blank: FilledIn = readFilledIn(new URLSearchParams());

/** The preset sentence of a pressed button, then what was typed. */
export const reasonOf = ({ preset, why }: FilledIn): string => [preset, why].filter((text) => text !== "").join(" ");

/** The form's verdict, or what is wrong with which field. `lane`: of one case alone. */
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

/** What the desk said by the form. Optional: what is no class is ignored. */
export const readDeskSaid = ({ said }: FilledIn): ReplyClass | undefined => wordedClasses.find((one) => one === said);

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
