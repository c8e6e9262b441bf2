import { providerByApi } from "../../kernel/channels.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isAboveHost, isOfHost } from "../../kernel/scope.ts";
import { isChildAbuse } from "../../report/category.ts";
import { ask, isAsked } from "../ask.ts";
import type { Candidate, ContactForm } from "../candidate.ts";
import type { Case } from "../case.ts";
import { awaitsClearance, isHostsSideTold } from "../clearance.ts";
import { close } from "../close.ts";
import { withoutRepeatedForms } from "../contact-facts.ts";
import { restsUntil } from "../desk-clock.ts";
import type { CaseEvent } from "../event.ts";
import { hasEscalated, orderOnPath } from "../level.ts";
import { listedAt } from "../lists.ts";
import type { Notice } from "../notice.ts";
import { escalate } from "../path/escalate.ts";
import { formsFor, formsOnLevels, platformForms } from "../path/forms.ts";
import { isAnyoneTold, tellingOnLevel } from "../path/notified.ts";
import { registrarBehindPerson, scopesOf, unconfirmedDesks, whyNot } from "../path/who.ts";
import type { Policy } from "../policy.ts";
import { isForPerson, needsPerson } from "../registrar-turn.ts";
import { isLeftToRightHolder, lackingElements } from "../right-holder.ts";
import { goneWithItsName, outOfDnsRules } from "./checks.ts";
import { freshUntil, isLookedUp, looksNow } from "./look-up.ts";
import { inOrder, type Rule, type Want } from "./rule.ts";
import { remindsOrAsks } from "./silence.ts";
import { namedNeighbours, namedRegistrar, namedUnconfirmed, whyNoContact, whyWholeName } from "./words.ts";

export const failedChannels = ({ notices }: Case): readonly Notice[] =>
  notices.filter(
    ({ state, to, problem }) => state === "cancelled" && to.channel !== undefined && problem !== undefined,
  );

const wholeNameBehind = (state: Case, forms: readonly ContactForm[]): string =>
  forms.some((form) => needsPerson(state, form))
    ? ` ${whyWholeName(state)} A registrar can only stop the whole name with everything on it.`
    : "";

export const askForForms = (
  state: Case,
  policy: Policy,
  now: Instant,
  forms: readonly ContactForm[],
  blocking: boolean,
): CaseEvent => {
  const taken = blocking
    ? "This provider takes reports by its form only."
    : "A provider beside those who are told takes reports by its form only.";
  const failed = failedChannels(state).filter(({ to }) => forms.some(({ api }) => providerByApi(api) === to.channel));
  const apis = [...new Set(forms.flatMap(({ api }) => api ?? []))];
  const programs =
    failed.length > 0
      ? ` Its API was tried: ${failed.map(({ problem }) => problem).join(" ")}`
      : apis.length === 0
        ? ""
        : ` It also takes some reports from programs: ${apis.join(", ")}.`;
  const unconfirmed = namedUnconfirmed(unconfirmedDesks(state, policy));
  const reason = `${taken}${programs}${wholeNameBehind(state, forms)}${unconfirmed}`;
  return ask(state, now, { question: "form-only", blocking, reason, forms });
};

const askAboutUnconfirmed = (state: Case, desks: readonly Candidate[], now: Instant): readonly CaseEvent[] => {
  const reason = `Others are told.${namedUnconfirmed(desks)}`;
  return desks.length === 0 || isAsked(state, "unconfirmed-desk")
    ? []
    : [ask(state, now, { question: "unconfirmed-desk", blocking: false, reason })];
};

const framework =
  " The Framework to Address Abuse has registrars, and then registries, act on child abuse: notify the registry by " +
  "your own way, where the registrar does not act.";

const registrarToName = (state: Case, policy: Policy): string =>
  registrarBehindPerson(state, policy)
    .map((desk) => ` ${whyWholeName(state)}${namedRegistrar(desk)}`)
    .join("");

/** A machine notifies no registrar of such a name: it could only stop the whole of it. A person may. */
export const askAboutRegistrar = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const named = isAsked(state, "registrar") ? "" : registrarToName(state, policy).trim();
  const reason = `${named}${isChildAbuse(state.category) ? framework : ""}`;
  return named === "" ? [] : [ask(state, now, { question: "registrar", blocking: false, reason })];
};

/** A carrier of a network that announces itself can take down nothing in it. */
const speaksForHost = (state: Case, { scope }: Candidate): boolean =>
  isOfHost(scope) || (isAboveHost(scope) && state.contact?.neighbours === undefined);

/** Asked where nobody is notified who could take it down, as the host's own desk may be the suspect. */
export const askAboutSuspect = (
  state: Case,
  events: readonly CaseEvent[],
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  const isHostTold =
    isHostsSideTold(state) || events.some((event) => event.type === "notice-queued" && speaksForHost(state, event.to));
  const suspects = (state.contact?.candidates ?? []).filter(
    (candidate) => isOfHost(candidate.scope) && whyNot(state, candidate, policy) === "suspect",
  );
  if (isHostTold || suspects.length === 0 || isAsked(state, "contact-may-be-suspect")) return [];
  const only = `Others are told; the host's only desk, ${suspects[0]?.email}, may be the suspect's own.`;
  const reason = `${only}${namedNeighbours(state)}`;
  return [ask(state, now, { question: "contact-may-be-suspect", blocking: false, reason })];
};

const formsBeside = (state: Case, policy: Policy, level: number): readonly ContactForm[] => {
  if (state.cleared.includes("form-only")) return [];
  const here = orderOnPath(state, policy);
  const from = tellingOnLevel(state).length > 0 ? here + 1 : Math.max(here, 0);
  const beside = formsOnLevels(state, policy, from, level + 1);
  const asked = state.reviews.flatMap(({ question, forms = [] }) => (question === "form-only" ? forms : []));
  const all = withoutRepeatedForms([...(hasEscalated(state) ? [] : platformForms(state, policy)), ...beside]);
  return all.filter(({ url }) => !asked.some((other) => other.url === url));
};

const escalates = (state: Case, policy: Policy, now: Instant, why: string): Want | undefined => {
  const events = escalate(state, policy, now, why);
  const escalated = events?.find((event) => event.type === "escalated");
  if (!events || !escalated) return undefined;
  // A desk with a form in place of a mailbox comes before anybody further up, and has as long.
  const next = policy.row.path.findIndex(({ name }) => name === escalated.name);
  const first = isAnyoneTold(state) ? [] : formsOnLevels(state, policy, 0, next);
  if (first.length > 0 && !state.cleared.includes("form-only"))
    return { record: [askForForms(state, policy, now, first, true)] };
  const rests = restsUntil(state, now);
  if (first.length > 0 && rests) return { wakes: [rests], isLast: true };
  const forms = formsBeside(state, policy, next);
  const unsure = hasEscalated(state) ? [] : unconfirmedDesks(state, policy);
  const besides =
    forms.length === 0 ? askAboutUnconfirmed(state, unsure, now) : [askForForms(state, policy, now, forms, false)];
  return { record: [...events, ...besides, ...askAboutSuspect(state, events, policy, now)] };
};

const mayWarn =
  "The only contact is under the reported domain itself, or is its holder's; writing to it may warn the offender.";

/** Elsewhere the registrar's step is skipped or was asked beside. Only the standard lane waits for it. */
const registrarAtLast = {
  name: "registrar-at-last",
  why: "Whether the registrar of a name without a date hears of it is asked once, and first, at the end of the path.",
  wants: (state, policy, now) => {
    if (!isForPerson(state) || !isAnyoneTold(state)) return undefined;
    const asked = state.reviews.find(({ question }) => question === "registrar");
    const until = (asked && listedAt(state.lane, "registrar", false, asked.askedAt)) ?? now;
    return until > now ? { wakes: [until], isLast: true } : { record: askAboutRegistrar(state, policy, now) };
  },
} as const satisfies Rule;

export const returnsToReporter = {
  name: "right-holder",
  why: "A notice of copyright is void in the United States but from the right holder: its reporter hears so, once.",
  wants: (state, policy, now) => {
    if (state.returned || !isLeftToRightHolder(state, scopesOf(state, policy)) || goneWithItsName(state))
      return undefined;
    // What is opened again may have moved.
    if (!isLookedUp(state, policy, now)) return looksNow(state, freshUntil(state, policy), now);
    return { record: [{ type: "returned-to-reporter", at: now, lacks: lackingElements(state) }] };
  },
} as const satisfies Rule;

const endsReturned = {
  name: "returned-to-reporter",
  why: "Where nobody is notified but by the right holder the case ends, and no person is asked.",
  wants: (state, policy, now) =>
    state.returned && !isAnyoneTold(state) && isLeftToRightHolder(state, scopesOf(state, policy))
      ? { record: close(state, now, "returned-to-reporter", "only the right holder can notify whoever could be told") }
      : undefined,
} as const satisfies Rule;

export const endRules = (why: string) =>
  [
    {
      name: "wait-of-a-person",
      why: "A person said to wait, so the next question waits as well.",
      wants: (state, _, now) => {
        const rests = restsUntil(state, now);
        return rests ? { wakes: [rests], isLast: true } : undefined;
      },
    },
    {
      name: "before-a-person",
      why: "The same is before a person already; but whom to write to, where nobody was told, is another matter.",
      wants: (state) =>
        awaitsClearance(state) || (isAnyoneTold(state) && isAsked(state, "still-up")) ? { isLast: true } : undefined,
    },
    registrarAtLast,
    {
      name: "no-further-step",
      why: "Where somebody was told and nobody is left to tell, a person decides how it goes on.",
      wants: (state, policy, now) => {
        if (!isAnyoneTold(state)) return undefined;
        const reason = `No escalation level is left: ${why}.${namedNeighbours(state)}`;
        return { record: remindsOrAsks(state, policy, now, reason), isLast: true };
      },
    },
    endsReturned,
    {
      name: "form-filled-in",
      why: "A form that a person filled in has no answer that the machine could hear.",
      wants: (state, policy, now) => {
        if (formsFor(state, policy).length === 0 || !state.cleared.includes("form-only")) return undefined;
        const reason = "The provider's form was filled in by a person; nothing more is known.";
        return { record: remindsOrAsks(state, policy, now, reason), isLast: true };
      },
    },
    {
      name: "form-only",
      why: "A provider that takes no mail is told by a person, by its form, and never at a guessed mailbox.",
      wants: (state, policy, now) => {
        const forms = formsFor(state, policy);
        return { record: forms.length > 0 ? [askForForms(state, policy, now, forms, true)] : [] };
      },
    },
    {
      name: "contact-may-be-suspect",
      why: "Writing to a contact under the reported name may warn the offender.",
      wants: (state, policy, now) => {
        const { candidates = [] } = state.contact ?? {};
        if (!candidates.some((candidate) => whyNot(state, candidate, policy) === "suspect")) return undefined;
        const reason = `${mayWarn}${namedNeighbours(state)}${registrarToName(state, policy)}`;
        return { record: [ask(state, now, { question: "contact-may-be-suspect", blocking: true, reason })] };
      },
    },
    ...outOfDnsRules,
    {
      name: "name-gone",
      why: "A name that is out of DNS names nobody, and what was reported may be gone.",
      wants: (state, policy, now) => {
        const gone = goneWithItsName(state);
        if (gone === undefined) return undefined;
        const reason = `${gone}${registrarToName(state, policy)}`;
        return { record: [ask(state, now, { question: "name-gone", blocking: true, reason })] };
      },
    },
    {
      name: "no-contact",
      why: "Where nobody may be told, a person says whom to write to.",
      wants: (state, policy, now) => {
        const unconfirmed = namedUnconfirmed(unconfirmedDesks(state, policy));
        const reason = `${whyNoContact(state, policy)}${registrarToName(state, policy)}${unconfirmed}`;
        return { record: [ask(state, now, { question: "no-contact", blocking: true, reason })] };
      },
    },
  ] as const satisfies readonly Rule[];

/** Asks a person where nobody above may be notified. No escalation path rule after it is asked. */
export const escalateOrAsk =
  (why: string): ((state: Case, policy: Policy, now: Instant) => Want) =>
  (state, policy, now) => ({
    ...(escalates(state, policy, now, why) ?? inOrder(endRules(why))(state, policy, now)),
    isLast: true,
  });
