import { providerByApi } from "../../kernel/channels.ts";
import { type Instant, latest, plusMinutes } from "../../kernel/instant.ts";
import { isChildAbuse } from "../../report/category.ts";
import { ask, isAsked } from "../ask.ts";
import { noticesAtMost } from "../bounds.ts";
import type { Case } from "../case.ts";
import { awaitsClearance, isHostsSideTold, isLetGo } from "../clearance.ts";
import { restsUntil } from "../desk-clock.ts";
import { endedNow, looksForEndAfterMinutes } from "../inhibited.ts";
import { hasEscalated } from "../level.ts";
import {
  escalate,
  escalatesAt,
  movesByItself,
  namedParties,
  onCallsTurnAt,
  registrarNotices,
  replacements,
} from "../path/escalate.ts";
import { formsFor } from "../path/forms.ts";
import { levelIsDead, tellingOnLevel } from "../path/notified.ts";
import { reminders, remindersLeftOut } from "../path/remind.ts";
import { isLeftUntried, replacementsAtMost, untold } from "../path/who.ts";
import type { Policy } from "../policy.ts";
import { isForPerson } from "../registrar-turn.ts";
import { asksBefore, checkFirst, isBeforeAPerson } from "./checks.ts";
import {
  askAboutRegistrar,
  askAboutSuspect,
  askForForms,
  escalateOrAsk,
  failedChannels,
  returnsToReporter,
} from "./escalate.ts";
import { inOrder, type Rule } from "./rule.ts";
import { isWaiting } from "./sendings.ts";
import { remindsOrAsks } from "./silence.ts";
import { heardSoFar, timeIsOver, whyDead, whyFurther } from "./words.ts";

/** The first mail is on the wire. Where SES declines it, nobody was silent who heard nothing. */
const isBeingTold = ({ notices }: Case): boolean =>
  notices.some(({ state }) => state === "on-wire") && notices.every(({ sentAt }) => sentAt === undefined);

const isOnCallsTurn = (state: Case, policy: Policy, now: Instant): boolean =>
  !movesByItself(state, policy) && onCallsTurnAt(state, policy) <= now && !restsUntil(state, now);

const turns = (state: Case, policy: Policy, now: Instant): readonly (Instant | undefined)[] => {
  const rests = restsUntil(state, now);
  // Before a person already, their answer moves the case.
  const onCall = isOnCallsTurn(state, policy, now) ? undefined : (rests ?? onCallsTurnAt(state, policy));
  if (state.quiet) return [onCall];
  const escalateAt = escalatesAt(state, policy);
  const moments = reminders(state, policy).map(({ at }) => at);
  const byPerson = movesByItself(state, policy) ? [] : [onCall];
  return [escalateAt && rests && rests > escalateAt ? rests : escalateAt, ...byPerson, ...moments];
};

/** Of child abuse only once all before it were silent; then it is asked beside what on-call is asked. */
const isRegistrarsTurn = (state: Case, policy: Policy, now: Instant): boolean => {
  if (!isChildAbuse(state.category)) return true;
  const silentAt = escalatesAt(state, policy);
  const isSilent = (silentAt !== undefined && silentAt <= now) || isOnCallsTurn(state, policy, now);
  return isSilent && escalate(state, policy, now, "") === undefined;
};

export const pathRules = [
  returnsToReporter,
  {
    name: "more-networks",
    why: "Of a host in many networks the machine tells three, and a person says once for a case what of the others.",
    wants: (state, policy, now) => {
      if (awaitsClearance(state) || isAsked(state, "more-networks") || state.cleared.includes("more-networks"))
        return undefined;
      const { desks, addresses } = untold(state, policy);
      if (desks.length === 0 && addresses === 0) return undefined;
      const named =
        desks.length === 0
          ? []
          : [`Three networks are told by the machine; not told: ${desks.map(({ email }) => email).join(", ")}.`];
      const bare = addresses === 0 ? [] : [`Nobody was told for ${addresses} more of its addresses.`];
      const reason = [...named, ...bare].join(" ");
      return { record: [ask(state, now, { question: "more-networks", toRead: true, blocking: false, reason })] };
    },
  },
  {
    name: "first-step",
    why: "A case begins on the first escalation level where somebody can be told.",
    wants: (state, policy, now) =>
      hasEscalated(state) ? undefined : escalateOrAsk("nobody was told yet")(state, policy, now),
  },
  {
    name: "named-party",
    why: "Whom a desk names in its own place is told where the registries name them for this host, and nowhere else.",
    wants: (state, policy, now) => ({ record: namedParties(state, policy, now) }),
  },
  {
    name: "stand-in",
    why: "A recipient for whom nobody stands, as their mail came back or their desk is new, is told beside the others.",
    wants: (state, policy, now) => ({ record: replacements(state, policy, now) }),
  },
  {
    name: "registrar-since",
    why:
      "A registrar that a person allowed, or whose name a later look-up shows to be young, is notified though its " +
      "step is passed.",
    wants: (state, policy, now) => ({ record: registrarNotices(state, policy, now) }),
  },
  {
    name: "registrar-behind-person",
    why: "Of a malicious domain whose registrar no machine notifies a person is asked, while the others hear.",
    wants: (state, policy, now) =>
      state.domainIsMalicious && isForPerson(state) && isRegistrarsTurn(state, policy, now)
        ? { record: askAboutRegistrar(state, policy, now) }
        : undefined,
  },
  {
    name: "form-in-place-of-api",
    why: "Where others are told and a provider's API did not take the report, a person fills in its form beside.",
    wants: (state, policy, now) => {
      if (tellingOnLevel(state).length === 0 || state.cleared.includes("form-only")) return undefined;
      const failed = failedChannels(state).filter(({ level }) => level === state.level);
      const asked = state.reviews.flatMap(({ question, forms = [] }) => (question === "form-only" ? forms : []));
      const forms = formsFor(state, policy).filter(
        ({ url, api }) =>
          failed.some(({ to }) => to.channel === providerByApi(api)) && !asked.some((other) => other.url === url),
      );
      return { record: forms.length > 0 ? [askForForms(state, policy, now, forms, false)] : [] };
    },
  },
  {
    name: "after-clearance",
    why: "What keeps a mail from the host's side is asked once it may hear, as only the hotline was told.",
    wants: (state, policy, now) => {
      if (!isLetGo(state) || isHostsSideTold(state) || state.notices.some(isWaiting)) return undefined;
      const forms = isAsked(state, "form-only") || state.cleared.includes("form-only") ? [] : formsFor(state, policy);
      return {
        record:
          forms.length > 0 ? [askForForms(state, policy, now, forms, false)] : askAboutSuspect(state, [], policy, now),
      };
    },
  },
  {
    name: "left-untried",
    why: "Each mail that comes back costs reputation, so after four a person says whom to write to.",
    wants: (state, policy, now) => {
      if (!isLeftUntried(state, policy) || isAsked(state, "no-contact")) return undefined;
      const blocking = levelIsDead(state) && escalate(state, policy, now, "") === undefined;
      const reason =
        `Mail to ${replacementsAtMost + 1} mailboxes of this host's desk came back or was unwanted. Others ` +
        "are named, and no machine tries them.";
      return { record: [ask(state, now, { question: "no-contact", blocking, reason })] };
    },
  },
  {
    name: "nobody-on-step",
    why: "Where all on a level was cancelled before it went out, and nobody is left there, the next one is due.",
    wants: (state, policy, now) =>
      tellingOnLevel(state).length === 0
        ? escalateOrAsk("nobody is left on this escalation level")(state, policy, now)
        : undefined,
  },
  {
    name: "dead-step",
    why: "Where every notice of a level came back, was unwanted or is not for its desk, nobody on it can act.",
    wants: (state, policy, now) => (levelIsDead(state) ? escalateOrAsk(whyDead(state))(state, policy, now) : undefined),
  },
  {
    name: "in-line",
    why: "What is queued goes out first: no reminder is stopped by the question that follows its escalation level.",
    wants: (state) => (state.notices.some(isWaiting) || isBeingTold(state) ? { isLast: true } : undefined),
  },
  checkFirst,
  {
    name: "on-call",
    why:
      "When the policy's time from the report is over, a person decides, unless it is before one already, or the " +
      "escalation path of the standard lane moves by itself.",
    wants: (state, policy, now) => {
      if (!isOnCallsTurn(state, policy, now) || isBeforeAPerson(state)) return undefined;
      return { record: remindsOrAsks(state, policy, now, `${heardSoFar(state)} ${timeIsOver(state, policy)}`) };
    },
  },
  {
    name: "reminder",
    why: "A silent desk is reminded as the policy says, once the time that its customer has is over; who acted is not.",
    wants: (state, policy, now) =>
      state.quiet
        ? undefined
        : { record: reminders(state, policy).flatMap(({ at, event }) => (at <= now ? [event(now)] : [])) },
  },
  {
    name: "silent-step",
    why: "A level that was silent for the policy's time is left for the next one, unless a person said to wait.",
    wants: (state, policy, now) => {
      const at = state.quiet ? undefined : escalatesAt(state, policy);
      if (at === undefined || at > now || restsUntil(state, now)) return undefined;
      const further = escalateOrAsk(whyFurther(state))(state, policy, now);
      // Where a person is asked already, whoever was notified since is reminded in their own time.
      const reminded = reminders(state, policy).map(({ at: moment }) => moment);
      return further.record ? further : { ...further, wakes: [...(further.wakes ?? []), ...reminded] };
    },
  },
  {
    name: "patience",
    why: "Until the reminder, the next escalation level or on-call is due, the case waits for whichever comes first.",
    wants: (state, policy, now) => {
      // What settings keep back until people end them: looked at when it would be due then, or asked about.
      const looksAt = (from: Instant) => (at: Instant | undefined) => {
        const asksAt = at && asksBefore(state, policy, at);
        return asksAt && asksAt > from ? asksAt : at && latest(at, from);
      };
      const early = endedNow(policy, now);
      const resting = early ? turns(state, early, now).map(looksAt(plusMinutes(now, looksForEndAfterMinutes))) : [];
      const leftOut = state.quiet ? [] : remindersLeftOut(state, policy, now).map(looksAt(now));
      return { wakes: [...turns(state, policy, now), ...resting, ...leftOut] };
    },
  },
] as const satisfies readonly Rule[];

export const path = {
  name: "path",
  why: "Whoever can act is told, reminded and passed over; but a machine that writes ever more is wrong somewhere.",
  wants: (state, policy, now) => {
    const want = inOrder(pathRules)(state, policy, now);
    const isFull = state.notices.length >= noticesAtMost && want?.record?.some(({ type }) => type === "notice-queued");
    if (!isFull) return want;
    if (state.waitUntil !== undefined && state.waitUntil > now) return { wakes: [state.waitUntil], isLast: true };
    const reason = `This case has ${state.notices.length} notices, and a machine writes no more about one page.`;
    return { record: [ask(state, now, { question: "unanswered", blocking: true, reason })] };
  },
} as const satisfies Rule;
