import type { ContactAnswer, ContactForm } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { formsFor } from "../../../functions/case/path/forms.ts";
import { questionFacts } from "../../../functions/case/question.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import type { Instant } from "../../../functions/kernel/instant.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { laneOf } from "../../../functions/report/category.ts";
import { targetIn } from "../../../functions/store/queue-entry.ts";
import { type PlayedReport, playReport } from "./play-report.ts";
import { playedSources } from "./played-sources.ts";
import { type Scenario, scenarioBegins } from "./read-scenario.ts";

/**
 * A mail that went out. `step` as the notice has it: `first`, `reminder`, `escalation` …; `level` is
 * the policy's name of where the case stood.
 */
export type NotifiedDesk = {
  readonly email: string;
  readonly scope: string;
  readonly step: string;
  readonly level?: string;
  readonly at: Instant;
};
export type AskedPerson = { readonly question: string; readonly blocking: boolean; readonly reason: string };

/** What a scenario came to, in the form in which it is scored against what an expert expects. */
export type ScenarioAnswer = {
  readonly id: string;
  readonly told: readonly NotifiedDesk[];
  /** What a person was asked before anybody was told, or beside the first mails. */
  readonly asked: readonly AskedPerson[];
  /** The forms that this person saw. */
  readonly forms: readonly string[];
  /** Providers that were reached by their API. None has one yet. */
  readonly channels: readonly string[];
};

/** The answer with what led to it, for whoever fixes a rule. */
export type PlayedScenario = Omit<PlayedReport, "mails"> & {
  readonly answer: ScenarioAnswer;
  /** All that was asked of DNS, RDAP and WHOIS, each once, in order. */
  readonly questions: readonly string[];
};

/** Plays a scenario's report in the scenario's world. Network: none. Throws where a step does. */
export const playScenario = async ({
  id,
  settings,
  world,
  message,
  category,
  live,
}: Scenario): Promise<PlayedScenario> => {
  const sources = playedSources(world);
  const { mails, ...played } = await playReport({
    message,
    lane: laneOf(category, live),
    settings,
    sources,
    began: scenarioBegins,
  });
  const told = mails.map(
    ({ recipient, to, step, level, at }): NotifiedDesk => ({
      email: recipient,
      scope: to.scope,
      step,
      ...(level !== undefined && { level }),
      at,
    }),
  );
  return { ...played, answer: answerOf(id, told, played, settings), questions: [...new Set(sources.asked)] };
};

const formsOn = (target: Case, contact: ContactAnswer, settings: Settings): readonly ContactForm[] => {
  const state = { ...target, contact };
  return formsFor(state, policyOf(settings)(state));
};

const answerOf = (
  id: string,
  told: readonly NotifiedDesk[],
  { events, state }: Pick<PlayedReport, "events" | "state">,
  settings: Settings,
): ScenarioAnswer => {
  const lastFirst = told.findLast(({ step }) => step === "first")?.at;
  const beside = events.filter(({ at }) => lastFirst === undefined || at <= lastFirst);
  const questions = beside.flatMap((event) => (event.type === "asked" ? [event] : []));
  // Where a person is asked, the case's page lists what the look-up found as well.
  const target = targetIn(state);
  const lookedUp =
    questions.length === 0 || !target
      ? []
      : beside.flatMap((event) => (event.type === "contact-answered" ? formsOn(target, event.answer, settings) : []));
  return {
    id,
    told,
    // A clearance keeps the host's side waiting, though its hotline hears at once.
    asked: questions.map(({ question, blocking, reason }) => ({
      question,
      blocking: blocking || questionFacts(question).keepsHostsSide,
      reason,
    })),
    forms: [...new Set([...questions.flatMap(({ forms = [] }) => forms), ...lookedUp].map(({ url }) => url))],
    channels: [],
  };
};
