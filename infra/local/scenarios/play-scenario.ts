import type { ContactAnswer } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import { type Instant, instant, msOf, plusHours } from "../../../functions/kernel/instant.ts";
import type { OutgoingMail } from "../../../functions/notice/send-port.ts";
import { laneOf } from "../../../functions/report/category.ts";
import { movableClock } from "../clock.ts";
import { simulatedTable, type Table } from "../table-double.ts";
import { flowOver } from "./flow.ts";
import { playedSources } from "./played-sources.ts";
import { type Scenario, scenarioBegins } from "./read-scenario.ts";

/**
 * A mail that went out. `step` as the notice has it: `first`, `reminder`, `escalation` …; `rung` is the policy's name
 * of where the case stood.
 */
export type Told = { readonly email: string; readonly scope: string; readonly step: string; readonly rung?: string; readonly at: Instant };
export type AskedPerson = { readonly question: string; readonly blocking: boolean; readonly reason: string };

/** What a scenario came to, as `../shared/tools/score-scenarios.mjs` scores it. */
export type ScenarioAnswer = {
  readonly id: string;
  readonly told: readonly Told[];
  /** What a person was asked before anybody was told, or beside the first mails. */
  readonly asked: readonly AskedPerson[];
  /** The forms that this person saw. */
  readonly forms: readonly string[];
  /** Providers that were reached by their API. None has one yet. */
  readonly channels: readonly string[];
};

/** The answer with what led to it, for whoever mends a rule. */
export type PlayedScenario = {
  readonly answer: ScenarioAnswer;
  readonly state: Case;
  readonly events: readonly CaseEvent[];
  /** The first look-up's answer; absent where taking in refused the report. */
  readonly contact?: ContactAnswer;
  /** All that was asked of DNS, RDAP and WHOIS, each once, in order. */
  readonly questions: readonly string[];
};

const playedHours = 21 * 24;
const minuteMs = 60_000;

/**
 * Plays one report through taking in, look-up and policy for 21 days in which nobody answers, by the policy's own
 * clock: it jumps to each moment at which a case is due. The steps are those that are deployed; the scenario's world
 * stands in for the registries and DNS. Network: none. Throws where a step does.
 */
export const playScenario = async (scenario: Scenario): Promise<PlayedScenario> => {
  const { id, settings, world, message, category, live } = scenario;
  const clock = movableClock(scenarioBegins, 0);
  const table = simulatedTable(() => msOf(clock.now()));
  const sources = playedSources(world);
  const told: Told[] = [];
  const flow = flowOver({ settings, sources, table, clock, onMail: (mail) => void told.push(toldBy(table, mail, clock.now())) });
  await flow.takeIn(message, laneOf(category, live));
  const end = msOf(plusHours(scenarioBegins, playedHours));
  for (let next = nextSweepMs(table, clock.now()); next !== undefined && next <= end; next = nextSweepMs(table, clock.now())) {
    clock.jumpTo(instant(next));
    await flow.sweep();
  }
  const state = [...table.states.values()].find(({ kind }) => kind !== "digest");
  if (!state) throw new Error("Taking in opened no case.");
  const events = table.history(state.id).flatMap((line) => line.events);
  const contact = events.flatMap((event) => (event.type === "contact-answered" ? [event.answer] : []))[0];
  return { answer: answerOf(id, told, events), state, events, ...(contact && { contact }), questions: [...new Set(sources.asked)] };
};

/** The sweep comes each minute: the next one that finds something due. */
const nextSweepMs = (table: Table, now: Instant): number | undefined => {
  const dueMs = table.nextDueMs();
  return dueMs === undefined ? undefined : Math.max(Math.ceil(dueMs / minuteMs) * minuteMs, msOf(now) + minuteMs);
};

/** The notice, of a case or of a digest, that this mail is the attempt of. */
const toldBy = ({ states }: Table, { recipient, attemptId }: OutgoingMail, at: Instant): Told => {
  const [holder] = [...states.values()].filter((state) => attemptId.startsWith(`${state.id}_`));
  const notice = holder && "notices" in holder ? holder.notices.find((one) => one.attemptId === attemptId) : undefined;
  if (!notice) throw new Error(`${attemptId} is no notice's attempt`);
  const rung = holder?.kind === "case" ? holder.rungName : undefined;
  return { email: recipient, scope: notice.to.scope, step: notice.step, ...(rung !== undefined && { rung }), at };
};

const answerOf = (id: string, told: readonly Told[], events: readonly CaseEvent[]): ScenarioAnswer => {
  const lastFirst = told.findLast(({ step }) => step === "first")?.at;
  const beside = events.filter(({ at }) => lastFirst === undefined || at <= lastFirst);
  const questions = beside.flatMap((event) => (event.type === "asked" ? [event] : []));
  // Where a person is asked, the case's page lists what the look-up found as well.
  const lookedUp = questions.length === 0 ? [] : beside.flatMap((event) => (event.type === "contact-answered" ? event.answer.forms : []));
  return {
    id,
    told,
    asked: questions.map(({ question, blocking, reason }) => ({ question, blocking, reason })),
    forms: [...new Set([...questions.flatMap(({ forms = [] }) => forms), ...lookedUp].map(({ url }) => url))],
    channels: [],
  };
};
