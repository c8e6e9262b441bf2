import type { Candidate, ContactAnswer, ContactForm } from "../../../functions/case/candidate.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import { beginTarget } from "../../../functions/case/evolve/report.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import { formsFor } from "../../../functions/case/path/forms.ts";
import type { Question } from "../../../functions/case/question.ts";
import type { Step } from "../../../functions/case/step.ts";
import type { Sources } from "../../../functions/contact/sources.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { type Instant, msOf } from "../../../functions/kernel/instant.ts";
import { isSameMailbox } from "../../../functions/kernel/mailbox.ts";
import { ok, type Result } from "../../../functions/kernel/result.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { type Category, laneOf } from "../../../functions/report/category.ts";
import { readReport } from "../../../functions/report/read-report.ts";
import type { Unreadable } from "../../../functions/report/report.ts";
import { questionTexts } from "../../../functions/review/questions.ts";
import { targetIn } from "../../../functions/store/queue-entry.ts";
import { type PlayedMail, playReport } from "../scenarios/play-report.ts";
import { evidenceOf } from "../scenarios/read-scenario.ts";
import { keptSources } from "./kept-sources.ts";
import { type ProviderFacts, providerFacts } from "./provider-facts.ts";
import { type LookedUp, type Untold, untoldOf } from "./untold.ts";

/**
 * A desk that is told, and how it is known: `range` is the block, system or name for which the
 * source names it.
 */
export type ToldDesk = Pick<
  Candidate,
  "email" | "channel" | "scope" | "name" | "confidence" | "source" | "server" | "range"
> & {
  /** Minutes from the report; quiet hours and the window for others' notices are in it. */
  readonly afterMinutes: number;
  readonly step: Step;
  /** Minutes from the report until it is reminded, should it not answer. */
  readonly reminderAfterMinutes?: number;
};

/**
 * A question to a person, in the order of asking. One that blocks lets nothing go out before it is
 * answered.
 */
export type AskedPerson = {
  readonly afterMinutes: number;
  readonly question: Question;
  readonly asks: string;
  readonly reason: string;
  readonly blocking: boolean;
};

/**
 * Whom a report of this host would tell if nobody answered for 21 days, and why: what `takedown
 * lookup --json` prints. Fields are added and not renamed; `version` says otherwise.
 */
export type Foreseen = {
  readonly version: 1;
  readonly host: string;
  readonly category: Category;
  readonly domainIsMalicious: boolean;
  readonly at: Instant;
  readonly addresses: readonly string[];
  /** A name without an address that takes mail: the exchangers to which it goes. */
  readonly mailAt?: readonly string[];
  readonly countries: readonly string[];
  /** On whose name or addresses it stands; `facts` where a list says more of it. */
  readonly platform?: { readonly name: string; readonly facts?: ProviderFacts };
  /** Stands in front and does not host. */
  readonly inFront?: { readonly name: string; readonly facts?: ProviderFacts };
  /**
   * The reported name is not its customer's registration but the platform's or the hoster's own;
   * `customer` is the customer's part.
   */
  readonly namedBy?: "platform" | "host";
  readonly customer?: string;
  readonly told: readonly ToldDesk[];
  readonly untold: readonly Untold[];
  readonly forms: readonly ContactForm[];
  readonly asked: readonly AskedPerson[];
  /**
   * The look-up's own answer, with what each source said; absent where nothing may be looked up.
   */
  readonly contact?: ContactAnswer;
};

export type ToForesee = {
  readonly target: { readonly url: string } | { readonly host: string };
  readonly category: Category;
  readonly domainIsMalicious: boolean;
  readonly settings: Settings;
  readonly sources: Sources;
  readonly now: Instant;
};

/** Who looks ahead reports in nobody's name. */
const withOwnReporter = (settings: Settings): Settings => ({
  ...settings,
  reporters: [
    {
      id: "lookup",
      organisation: settings.organisation,
      contact: settings.senderAddress,
      trustedFlagger: [],
      people: [],
      liveIn: [],
      reportsAMinute: 300,
    },
  ],
});

/**
 * Plays a report of this target through the deployed steps and says what came of it. Network: what
 * `sources` touch, each question once; never the host itself. Keeps nothing and writes to nobody. A
 * target that is none fails as its reporter would hear it.
 */
export const foresee = async ({
  target,
  category,
  domainIsMalicious,
  sources,
  now,
  ...given
}: ToForesee): Promise<Result<Foreseen, Unreadable>> => {
  const settings = withOwnReporter(given.settings);
  const report = {
    version: 1,
    reporter: "lookup",
    reportId: "1",
    category,
    target,
    seenAt: now,
    domainIsMalicious,
    evidence: evidenceOf(category),
  };
  const message = JSON.stringify(report);
  const read = readReport(message, settings);
  if (!read.ok) return read;
  const lane = laneOf(category, false);
  const {
    mails,
    state: played,
    events,
    contact,
  } = await playReport({ message, lane, settings, sources: keptSources(sources), began: now });
  const state = targetIn(played);
  if (!state) throw new Error("The report opened no case.");
  const looked = contact && lookedUpBy(events, contact, settings, mails);
  const facts = (name: string | undefined) => providerFacts(name, settings, now);
  const named = (name: string) => {
    const known = facts(name);
    return { name, ...(known && { facts: known }) };
  };
  const value: Foreseen = {
    version: 1,
    host: state.target.host,
    category,
    domainIsMalicious,
    at: now,
    addresses: contact?.addresses ?? [],
    ...(contact?.mailAt && { mailAt: contact.mailAt }),
    countries: contact?.countries ?? (contact?.country ? [contact.country] : []),
    ...(contact?.platform && { platform: named(contact.platform) }),
    ...(contact?.proxy && { inFront: named(contact.proxy) }),
    ...(contact?.namedBy && { namedBy: contact.namedBy }),
    ...(contact?.customer && { customer: contact.customer }),
    told: toldIn(mails, contact?.candidates ?? [], now),
    untold: looked ? untoldOf(looked) : [],
    forms: looked ? formsFor(looked.state, looked.policy) : [],
    asked: askedIn(events, now),
    ...(contact && { contact }),
  };
  return ok(value);
};

const minutesBetween = (from: Instant, to: Instant): number => Math.round((msOf(to) - msOf(from)) / 60_000);

/** A notice keeps less of its contact than the look-up knows. */
const toldIn = (mails: readonly PlayedMail[], candidates: readonly Candidate[], began: Instant): readonly ToldDesk[] =>
  mails.flatMap(({ to, step, at }): readonly ToldDesk[] => {
    if (step === "reminder") return [];
    const reminder = mails.find((other) => other.step === "reminder" && other.to.email === to.email && other.at > at);
    const { email, channel, scope, name, confidence, source, range } = to;
    const server = candidates.find((one) => one.scope === scope && isSameMailbox(one.email, email))?.server;
    return [
      {
        afterMinutes: minutesBetween(began, at),
        email,
        ...(channel && { channel }),
        scope,
        step,
        ...(name && { name }),
        confidence,
        source,
        ...(server && { server }),
        ...(range && { range }),
        ...(reminder && { reminderAfterMinutes: minutesBetween(began, reminder.at) }),
      },
    ];
  });

const askedIn = (events: readonly CaseEvent[], began: Instant): readonly AskedPerson[] =>
  events.flatMap((event) => {
    if (event.type !== "asked") return [];
    const { question, reason, blocking, at } = event;
    return [
      { afterMinutes: minutesBetween(began, at), question, asks: questionTexts[question].asks, reason, blocking },
    ];
  });

/** The case as its first look-up left it: what is asked of its candidates is asked of that. */
const lookedUpBy = (
  events: readonly CaseEvent[],
  contact: ContactAnswer,
  settings: Settings,
  mails: readonly PlayedMail[],
): LookedUp | undefined => {
  const [opening] = events;
  if (opening?.type !== "opened") return undefined;
  const until = events.findIndex((event) => event.type === "contact-answered");
  const state = events.slice(1, until + 1).reduce(evolveTarget, beginTarget(opening));
  return { state, contact, policy: policyOf(settings)(state), told: mails.map(({ to }) => to) };
};
