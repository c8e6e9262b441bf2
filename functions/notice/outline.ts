import type { Scope } from "../case/candidate.ts";
import type { Step, TargetCase } from "../case/case.ts";
import type { Category } from "../report/category.ts";
import { groundsOf } from "./ground.ts";
import type { NoticeRequest } from "./request.ts";
import { paragraphs } from "./shape.ts";
import { english } from "./templates/en.ts";
import type { Choices } from "./texts.ts";

/** Kinds of recipient who are asked the same. */
type Kind = "host" | "upstream" | "registrar" | "hotline" | "cert" | "site";

const kindOf: Record<Scope, Kind> = {
  platform: "host",
  network: "host",
  upstream: "upstream",
  registrar: "registrar",
  hotline: "hotline",
  cert: "cert",
  site: "site",
};

/** Categories in which the same is asked. */
const groupOf: Record<Category, string> = {
  csam: "child-abuse",
  csem: "child-abuse",
  ncii: "intimate",
  terrorism: "terrorism",
  phishing: "crime",
  malware: "crime",
  botnet: "crime",
  fraud: "crime",
  brand: "rights",
  copyright: "rights",
  "exposed-data": "exposed",
  other: "other",
};

/** Steps by which something is asked, so that they need grounds, evidence and the statement of good faith. */
export const asks = (step: Step): boolean => step !== "moved" && step !== "withdrawal";

/**
 * The texts of one mail: what its subject begins with, the lines of each paragraph of its body in order, the grounds that stand for
 * `groundsHere`, and what the short names in texts stand for. The same for every language.
 */
export type Outline = {
  readonly mark: string | undefined;
  readonly body: readonly (readonly string[])[];
  readonly grounds: readonly string[];
  readonly choices: Choices;
};

/** `hasMachinePart` says whether a XARF report goes with it. */
export const outlineOf = ({ case: state, notice, settings }: Pick<NoticeRequest, "case" | "notice" | "settings">, hasMachinePart: boolean): Outline => {
  const kind = kindOf[notice.to.scope];
  const byGroup = `ask.${groupOf[state.category]}.${kind}`;
  const choices: Choices = {
    type: `type.${state.category}`,
    what: `what.${state.category}`,
    place: `place.${state.target.kind}`,
    where: `where.${state.target.kind}`,
    location: `location.${state.target.kind}`,
    please: `please.${kind}`,
    relation: `relation.${notice.to.scope}`,
    channel: `channel.${state.channel}`,
    assessed: `assessed.${state.evidence.detectedBy ?? "unstated"}`,
    // By English, which every language has the same texts as.
    ask: Object.hasOwn(english.parts, byGroup) ? byGroup : `ask.${kind}`,
  };
  // Where nobody could be told before, there is nobody to speak of: the higher desk gets a first notice.
  const step = notice.step === "escalation" && earlierOf(state, notice).length === 0 ? "first" : notice.step;
  const grounds = asks(notice.step) ? groundsOf(state, notice.to, settings) : [];
  const body = paragraphs[step].filter((lines) => hasMachinePart || !lines.includes("machine"));
  return { mark: step === "first" ? undefined : `mark.${step}`, body, grounds, choices };
};

/**
 * The n of "Reminder n": how many reminders this contact has had in this case on this rung, this one counted. Cancelled and failed
 * ones were never seen by anybody.
 */
export const reminderNumber = (state: Pick<TargetCase, "notices">, notice: NoticeRequest["notice"]): number =>
  1 + earlierOf(state, notice).filter((earlier) => earlier.step === "reminder" && earlier.to.email === notice.to.email).length;

/** Earlier notices of the case that left, or may have left, the house. */
export const earlierOf = (state: Pick<TargetCase, "notices">, notice: NoticeRequest["notice"]): TargetCase["notices"] => {
  const before = state.notices.findIndex(({ id }) => id === notice.id);
  return state.notices
    .slice(0, before < 0 ? undefined : before)
    .filter(({ state: come }) => come === "sent" || come === "delivered" || come === "bounced" || come === "complained");
};
