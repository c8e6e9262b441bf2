import { isAboveHost } from "../../kernel/scope.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { sourceName } from "../contact-source.ts";
import type { Notice } from "../notice.ts";
import { isAnswered } from "../notice-progress.ts";
import { hasStoodAside, tellingOnLevel } from "../path/notified.ts";
import type { Policy } from "../policy.ts";
import { type WholeName, wholeName } from "../registrar-turn.ts";
import { replyMeanings } from "../reply-class.ts";

const inWords = (hours: number): string => {
  const [count, unit] = hours % 24 === 0 ? [hours / 24, "day"] : [hours, "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
};

/** What came of what was removed, and is back since, says nothing of now. */
const ofNow = ({ notices }: Case): readonly Notice[] => notices.filter(({ wasRemoved }) => !wasRemoved);

export const heardSoFar = (state: Case): string => {
  const notices = ofNow(state);
  const spoken = notices.filter(isAnswered).toSorted((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1))[0];
  if (spoken) return `${spoken.to.email} answered ${replyMeanings[spoken.answer].words}; it is not known to be gone.`;
  const handed = notices.find(({ passedOn }) => passedOn !== undefined);
  if (handed) return `${handed.to.email} passed the notice on to its customer and has said nothing more.`;
  const noted = notices.find(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  if (noted) return `${noted.to.email} acknowledged the notice and has said nothing more.`;
  return "No desk has answered.";
};

export const whyFurther = (state: Case): string => {
  const notices = ofNow(state);
  if (notices.some(isAnswered)) return "a desk answered, and it is not known to be gone";
  if (notices.some(({ passedOn }) => passedOn !== undefined)) return "passed on to its customer, and no answer";
  return notices.some(({ acknowledgedAt }) => acknowledgedAt !== undefined)
    ? "acknowledged, and no answer"
    : "no answer";
};

export const whyDead = (state: Case): string =>
  tellingOnLevel(state).some(hasStoodAside)
    ? "whoever was told on this escalation level says that others have to act"
    : "every notice on this escalation level came back";

const hourMs = 3_600_000;

export const timeIsOver = ({ kept, cameBack }: Case, { row }: Policy): string => {
  const keptHours = Math.round(((kept?.ms ?? 0) - (cameBack?.keptMs ?? 0)) / hourMs);
  const from = cameBack ? "since it came back" : "from the report";
  const less =
    keptHours === 0
      ? ""
      : `, and ${inWords(keptHours)} for which a hold, a question or a stop of sending kept the case do not count`;
  return `The ${inWords(row.onCallAfterHours)} that the policy gives ${from} are over${less}.`;
};

export const namedUnconfirmed = (desks: readonly Candidate[]): string =>
  desks
    .map(
      ({ email, name }) =>
        ` ${name ? `${name}'s` : "Its"} mailbox ${email} is not confirmed by any registry, and was not told.`,
    )
    .join("");

/** A sentence to put behind a reason: among whom a person may find who carries the host. */
export const namedNeighbours = ({ contact }: Case): string => {
  const isCarrierKnown = contact?.candidates.some(({ scope }) => isAboveHost(scope));
  return contact?.neighbours === undefined || isCarrierKnown
    ? ""
    : ` Neighbours of ${contact.neighbours.of.join(", ")} by BGP: ${contact.neighbours.systems.join(", ")}.`;
};

const whyOfName = {
  shared: () => "The name is on the list of shared names, below which strangers have pages.",
  "well-known": () => "The name is on the list of well-known names.",
  old: (since: string) => `The name is registered since ${since}.`,
  "child-abuse": (since: string) =>
    `The name is registered since ${since}, and is reported as registered for child abuse.`,
  undated: (since: string) =>
    since === ""
      ? "The answers that we have carry no date of the name's registration."
      : `The name is registered since ${since}, after the report, which is no date of the name that was reported.`,
} as const satisfies Record<WholeName, (since: string) => string>;

/** Why no machine has the name stopped, in a sentence; empty where one may. */
export const whyWholeName = (state: Pick<Case, "category" | "contact" | "openedAt">): string => {
  const why = wholeName(state);
  return why === undefined ? "" : whyOfName[why]((state.contact?.name?.registeredAt ?? "").slice(0, 10));
};

export const namedRegistrar = ({ email, name }: Candidate): string =>
  ` Its registrar${name ? `, ${name},` : ""} at ${email} can only stop the whole name with everything on it, and was ` +
  "not notified.";

export const whyNoContact = ({ contact }: Case, { isLeftToHotline }: Pick<Policy, "isLeftToHotline"> = {}): string => {
  if (isLeftToHotline)
    return (
      "The host is not known to be in your own country, and hosts abroad are left to their country's hotline: the " +
      "settings name none for it. Pass the report on by your network's own exchange."
    );
  const { candidates = [], failures = [] } = contact ?? {};
  const silent = failures.filter(({ outcome }) => outcome === "silent" || outcome === "refused").map(sourceName);
  const nowhere = failures.filter(({ source, outcome }) => source === "dns" && outcome === "refused");
  const unusable = candidates.length;
  if (unusable === 0 && nowhere.length > 0) return nowhere.map(({ detail }) => detail).join(" ");
  if (unusable > 0)
    return `${unusable} contact${unusable > 1 ? "s were" : " was"} found, none of which may be written to.`;
  return silent.length > 0
    ? `No contact was found; these sources stayed silent: ${[...new Set(silent)].join(", ")}.`
    : "No source names a contact for this host.";
};
