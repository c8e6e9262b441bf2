import type { TargetCase } from "../case/case.ts";
import type { Step } from "../case/step.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Category } from "../report/category.ts";
import { groundsOf } from "./ground.ts";
import { askedAs } from "./part-names.ts";
import { membersOf, type NoticeMember, type NoticeRequest } from "./request.ts";
import { paragraphs } from "./shape.ts";
import { english } from "./templates/en.ts";
import type { Choices } from "./texts.ts";

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

/**
 * Steps by which something is asked, so that they need grounds, evidence and the statement of good
 * faith.
 */
export const asks = (step: Step): boolean => step !== "moved" && step !== "withdrawal";

/**
 * The texts of one mail: what its subject begins with, the lines of each paragraph of its body in
 * order, the grounds that stand for `groundsHere`, and what the short names in texts stand for. The
 * same for every language.
 */
export type Outline = {
  readonly mark: string | undefined;
  readonly body: readonly (readonly string[])[];
  readonly grounds: readonly string[];
  readonly choices: Choices;
};

/** What the short names in texts stand for in a notice about one case. */
export const choicesOf = ({ case: state, notice }: NoticeMember): Choices => {
  // A proxy or CDN is asked for what it can do, and not to remove what it does not have.
  const kind = notice.to.isInFront ? "front" : askedAs[notice.to.scope];
  const byGroup = `ask.${groupOf[state.category]}.${kind}`;
  return {
    type: `type.${state.category}`,
    what: `what.${state.category}`,
    place: `place.${state.target.kind}`,
    where: `where.${state.target.kind}`,
    location: `location.${state.target.kind}`,
    please: `please.${kind}`,
    relation: `relation.${notice.to.isInFront ? "front" : notice.to.scope}`,
    channel: `channel.${state.channel}`,
    assessed: `assessed.${state.evidence.detectedBy ?? "unstated"}`,
    // By English, which every language has the same texts as.
    ask: Object.hasOwn(english.parts, byGroup) ? byGroup : `ask.${kind}`,
  };
};

/** Where a mail is about several cases, these stand for the texts about one. */
const severally: Choices = { place: "place.several", where: "where.several", machine: "machine.several" };

/**
 * `hasMachinePart` says whether a XARF report goes with it; `apart` are the lines that stand with
 * each case of a digest instead.
 */
export const outlineOf = (
  request: Pick<NoticeRequest, "case" | "notice" | "also" | "settings">,
  hasMachinePart: boolean,
  apart: readonly string[] = [],
): Outline => {
  const { notice, also = [], settings } = request;
  const members = membersOf(request);
  // Where nobody could be told before, there is nobody to speak of: the higher desk gets a first
  // notice.
  const step =
    notice.step === "escalation" && members.every((member) => earlierOf(member.case, member.notice).length === 0)
      ? "first"
      : notice.step;
  return {
    mark: step === "first" ? undefined : `mark.${step}`,
    body: paragraphs[step]
      .filter((lines) => hasMachinePart || !lines.includes("machine"))
      .map((lines) => lines.filter((line) => !apart.includes(line))),
    grounds: asks(notice.step) ? commonGrounds(members, settings) : [],
    choices: { ...choicesOf(request), ...(also.length > 0 && severally) },
  };
};

/**
 * What holds for every case of the mail; a ground that one of them lacks would be a false claim
 * about it.
 */
const commonGrounds = (members: readonly NoticeMember[], settings: Settings): readonly string[] => {
  const [first = [], ...others] = members.map((member) => groundsOf(member.case, member.notice.to, settings));
  return first.filter((ground) => others.every((grounds) => grounds.includes(ground)));
};

/**
 * The n of "Reminder n": how many reminders this contact has had in this case on this rung, this
 * one counted. Cancelled and failed ones were never seen by anybody.
 */
export const reminderNumber = (state: Pick<TargetCase, "notices">, notice: NoticeRequest["notice"]): number =>
  1 +
  earlierOf(state, notice).filter((earlier) => earlier.step === "reminder" && earlier.to.email === notice.to.email)
    .length;

/** Earlier notices of the case that left, or may have left, the house. */
export const earlierOf = (
  state: Pick<TargetCase, "notices">,
  notice: NoticeRequest["notice"],
): TargetCase["notices"] => {
  const before = state.notices.findIndex(({ id }) => id === notice.id);
  return state.notices
    .slice(0, before < 0 ? undefined : before)
    .filter(
      ({ state: come }) =>
        come === "sent" || come === "delivered" || come === "rejected" || come === "bounced" || come === "complained",
    );
};
