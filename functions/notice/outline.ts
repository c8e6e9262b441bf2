import type { Case } from "../case/case.ts";
import { type AskedThing, isMachines } from "../case/letter.ts";
import { isOut } from "../case/notice-progress.ts";
import { asks, type Step } from "../case/step.ts";
import { isOfHost } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { isUrgent } from "../report/category.ts";
import { pageUrlOf } from "../report/target.ts";
import { flaggerOf, groundsOf } from "./ground.ts";
import { membersOf, type NoticeMember, type NoticeRequest } from "./request.ts";
import { requestTextsOf } from "./request-texts.ts";
import { isSubstantiated } from "./required.ts";
import { groundsHere, type Layout, layouts } from "./shape.ts";
import type { Choices } from "./texts.ts";

/** The texts of one mail, the same for every language. `choices`: what short names in texts stand for. */
export type Outline = Layout & {
  readonly marks: readonly string[];
  readonly grounds: readonly string[];
  readonly choices: Choices;
};

export const choicesOf = ({ case: state, notice: { to } }: NoticeMember, isSeveral = false): Choices => {
  const { please, more, reply, on } = requestTextsOf(state, to);
  const { category, evidence } = state;
  return {
    type: `type.${category}`,
    ...subjectMatterOf(state, isSeveral),
    ...(evidence.classification && { graded: `classification.${evidence.classification}` }),
    place: "place.one",
    location: `location.${state.target.kind}`,
    channel: `channel.${state.channel}`,
    basis: `basis.${evidence.detectedBy ?? "unstated"}`,
    please,
    ...(more && { more }),
    reply,
    on,
  };
};

/** A page is called so where the category is what a page does. */
const subjectMatterOf = ({ category, target }: Case, isSeveral: boolean): Choices => {
  if (pageUrlOf(target) !== undefined && (category === "phishing" || category === "fraud"))
    return isSeveral ? { what: `pages.${category}`, it: "it.pages" } : { what: `page.${category}`, it: "it.page" };
  if (category === "botnet")
    return isSeveral ? { what: "servers.botnet", it: "it.several" } : { what: "server.botnet", it: "it.one" };
  return { what: `type.${category}`, it: isSeveral ? "it.several" : "it.one" };
};

/** Some steps begin otherwise for some desks or categories. */
const leadOf = (step: Step, { letter, to }: NoticeRequest["notice"], members: readonly NoticeMember[]): string => {
  switch (step) {
    // To whoever no longer hosts it, or never did.
    case "moved":
      return `lead.moved.${isOfHost(to.scope) ? "host" : "other"}`;
    // A host that took such content offline must not be asked to put it back.
    case "withdrawal":
      return members.some(({ case: { category } }) => isUrgent(category))
        ? "lead.withdrawal.sensitive"
        : "lead.withdrawal";
    case "reminder":
      return members.some(hasReplied) ? "lead.reminder.replied" : "lead.reminder";
    case "letter":
      return isMachines(letter) ? "lead.letter.asked" : "lead.letter";
    default:
      return `lead.${step}`;
  }
};

/** This desk answered an earlier notice, if only with a receipt. */
const hasReplied = ({ case: state, notice }: NoticeMember): boolean =>
  earlierOf(state, notice).some(
    ({ to, acknowledgedAt, answer, passedOn }) =>
      to.email === notice.to.email && (acknowledgedAt ?? answer ?? passedOn) !== undefined,
  );

/** What answers each thing that a desk asks; the location stands in every letter. */
const factsAsked: Readonly<Record<AskedThing, readonly string[]>> = {
  time: ["fact.seen", "fact.first-seen"],
  address: ["fact.addresses", "fact.network"],
  page: [],
  reproduce: ["evidence.reproduce", "evidence.redirects"],
  brand: ["evidence.brand", "evidence.genuine"],
};
const askedFacts = ({ letter }: NoticeRequest["notice"]): readonly string[] =>
  isMachines(letter) ? letter.asked.flatMap((thing) => factsAsked[thing]) : [];

/** `apart`: the lines that stand with each case of a digest instead. */
export const outlineOf = (
  request: Pick<NoticeRequest, "case" | "notice" | "also" | "settings">,
  apart: readonly string[] = [],
): Outline => {
  const { case: state, notice, also = [], settings } = request;
  const members = membersOf(request);
  // Where nobody was notified before, the higher desk gets a first notice.
  const step =
    notice.step === "escalation" && members.every((member) => earlierOf(member.case, member.notice).length === 0)
      ? "first"
      : notice.step;
  const { top, facts, foot } = layouts[step];
  const grounds = asks(notice.step) ? shownOf(commonGrounds(members, settings), step) : [];
  // No more is asked about several cases than may be asked about each.
  const chosen = choicesOf(members.find((member) => !isSubstantiated(member.case)) ?? request, also.length > 0);
  return {
    marks: [
      ...(asks(notice.step) && state.live ? ["mark.live"] : []),
      ...(step === "first" || step === "letter" ? [] : [`mark.${step}`]),
    ],
    top,
    facts: [...facts.filter((line) => !apart.includes(line)), ...askedFacts(notice)],
    foot: foot.flatMap((line) =>
      line === groundsHere ? grounds : line === "more" && chosen.more === undefined ? [] : [line],
    ),
    grounds,
    choices: { ...chosen, lead: leadOf(step, notice, members), ...(also.length > 0 && { place: "place.several" }) },
  };
};

/** A law that binds a recipient replaces its own terms: one ground is enough. */
const laws: readonly string[] = ["ground.dsa", "ground.us-provider", "ground.raa"];
/** A desk's duty toward authorities is recalled once; a reminder has its notice's good faith. */
const shownOf = (grounds: readonly string[], step: Step): readonly string[] =>
  grounds.filter(
    (ground) =>
      (ground !== "ground.terms" || !grounds.some((other) => laws.includes(other))) &&
      (ground !== "ground.dsa-life" || step === "first") &&
      (ground !== "ground.good-faith" || step !== "reminder"),
  );

/** A ground that one case lacks, or another's name as its flagger, would be a false claim about it. */
const commonGrounds = (members: readonly NoticeMember[], settings: Settings): readonly string[] => {
  const [first = [], ...others] = members.map((member) => groundsOf(member.case, member.notice.to, settings));
  const flaggers = new Set(members.map((member) => flaggerOf(member.case, member.notice.to, settings)?.id));
  return first.filter(
    (ground) =>
      others.every((grounds) => grounds.includes(ground)) &&
      (ground !== "ground.trusted-flagger" || flaggers.size === 1),
  );
};

/** Reminders to this contact, with this one; none withdrawn, cancelled or failed. */
export const reminderNumber = (state: Pick<Case, "notices">, notice: NoticeRequest["notice"]): number =>
  1 +
  earlierOf(state, notice).filter(
    (earlier) => earlier.step === "reminder" && earlier.to.email === notice.to.email && !earlier.ended,
  ).length;

/** Earlier notices of the case that left, or may have left. */
export const earlierOf = (state: Pick<Case, "notices">, notice: NoticeRequest["notice"]): Case["notices"] => {
  const before = state.notices.findIndex(({ id }) => id === notice.id);
  return state.notices.slice(0, before < 0 ? undefined : before).filter(isOut);
};
