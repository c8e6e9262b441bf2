import { modelReader } from "../../../functions/adapters/model-reader.ts";
import { reportKeyOf } from "../../../functions/case/case-id.ts";
import { msOf } from "../../../functions/kernel/instant.ts";
import { checkerId } from "../../../functions/report/own-queue.ts";
import type { Change } from "../../../functions/store/ports.ts";
import { messageKeyOf } from "../../../functions/store/queue-entry.ts";
import { flowOver } from "../../command/scenarios/flow.ts";
import { instants, simulatedTable, type Table } from "../../command/scenarios/table-double.ts";
import { type Agenda, anAgenda } from "./agenda.ts";
import type { GivenAnswer } from "./count.ts";
import { desksOf, type SentLetter, type SentMail } from "./desks.ts";
import { drawsOf } from "./draw.ts";
import { withNames } from "./names.ts";
import { onCallOf } from "./on-call.ts";
import { playedChannels } from "./played-channel.ts";
import { ownCheckerLooks } from "./played-checker.ts";
import { type Features, mailboxesOf, providersOf, settingsOf } from "./providers.ts";
import { registriesOf } from "./registries.ts";
import { countsOf, type PlayedReport, reportsOf, weekBegins } from "./reports.ts";
import { speakingReporters } from "./speaking-reporters.ts";
import { standingRules } from "./standing-rules.ts";
import { dayMs, type PlayedTarget, pagesByHost, targetsOf } from "./targets.ts";
import { type Truth, truthOf } from "./truth.ts";
import { week } from "./week.ts";
import { type WhoseCase, whoseCase } from "./whose-case.ts";

/** What a week came to, for whoever counts it. */
export type PlayedWeek = {
  readonly table: Table;
  readonly truth: Truth;
  readonly endsAtMs: number;
  readonly reports: readonly PlayedReport[];
  /** The case that a report opened or joined, or the place for what can't be read. */
  readonly caseOfReport: (report: PlayedReport) => string | undefined;
  readonly targetOf: WhoseCase["targetOf"];
  readonly lettersTo: (caseId: string) => readonly SentLetter[];
  readonly mails: readonly SentMail[];
  readonly answers: readonly GivenAnswer[];
  readonly stops: ReturnType<typeof onCallOf>["stops"];
  /** What stood before the person about cases, and what came into the list to be read. */
  readonly entries: ReturnType<typeof onCallOf>["entries"];
  readonly toRead: ReturnType<typeof onCallOf>["toRead"];
};

export type Rules = {
  readonly reports: number;
  readonly features: Features;
  readonly seed?: number;
  /** So many days of the played time are over. */
  readonly progress?: (days: number) => void;
};

const beginsMs = msOf(weekBegins);
const minuteMs = 60_000;

/** The world of a week before anything has happened in it. Follows from the seed alone. */
export const worldOf = (reports: number, seed: number = week.seed) => {
  const draw = drawsOf(seed);
  const providers = providersOf(draw);
  const targets = withNames(targetsOf(countsOf(reports).targets, providers, draw), draw);
  const messages = reportsOf(targets, reports, draw);
  const pagesOf = pagesByHost(targets);
  const reportedAtMs = (target: PlayedTarget | undefined) => beginsMs + (target?.reportedAt ?? 0);
  const truth = truthOf(reportedAtMs, ({ name }) => reportedAtMs(pagesOf.get(name)?.[0]), draw);
  return { draw, providers, targets, messages, truth };
};

type Time = { nowMs: number };

/** Lets everything happen in its order, and the sweep come in each minute in which something is due. */
const runUntil = async (
  endsAtMs: number,
  time: Time,
  table: Table,
  agenda: Agenda,
  sweep: () => Promise<unknown>,
  progress: (days: number) => void,
): Promise<void> => {
  let sweptMs = beginsMs;
  let days = 0;
  for (;;) {
    const dueMs = table.nextDueMs() ?? Number.POSITIVE_INFINITY;
    const sweepMs = Math.max(Math.ceil(dueMs / minuteMs) * minuteMs, sweptMs + minuteMs);
    const nextMs = Math.min(agenda.nextMs() ?? Number.POSITIVE_INFINITY, sweepMs);
    if (nextMs > endsAtMs) break;
    time.nowMs = Math.max(time.nowMs, nextMs);
    for (; time.nowMs >= beginsMs + (days + 1) * dayMs; days++) progress(days + 1);
    if (sweepMs <= nextMs) {
      sweptMs = sweepMs;
      await sweep();
    } else await agenda.take()?.happens();
  }
  time.nowMs = endsAtMs;
};

/** Plays a week to its end. Reads the readers' own files and touches nothing else. */
export const playWeek = async ({ reports, features, seed, progress = () => {} }: Rules): Promise<PlayedWeek> => {
  const { draw, providers, targets, messages, truth } = worldOf(reports, seed);
  const agenda = anAgenda();
  const time: Time = { nowMs: beginsMs };
  const nowMs = () => time.nowMs;
  const bare = simulatedTable(nowMs);
  const committed = (change: Change) => {
    onCall.sees(change);
    reporters.hear(change);
    looks(change);
  };
  const table: Table = {
    ...bare,
    commit: (change) => {
      const changes = [change, ...(change.together ?? [])];
      const written = bare.commit(change);
      if (written.ok) for (const one of changes) committed(one);
      return written;
    },
    writeEntry: (change) => {
      const written = bare.writeEntry(change);
      if (written.ok) onCall.seesEntry(change.next);
      return written;
    },
  };
  const cases = whoseCase(targets, table);
  const looks = (change: Change) =>
    ownCheckerLooks(
      { ...world, targetAt: cases.targetAt, answer: (body) => flow.takeIn(body, "standard", checkerId) },
      change,
    );
  const world = { agenda, nowMs, draw, truth, table };
  const desks = desksOf({
    ...world,
    mailboxes: mailboxesOf(providers),
    aboutMail: cases.aboutMail,
    bringsEvent: (body) => flow.takeInDelivery(body),
    bringsMail: (receipt, bytes) => flow.takeInReply(receipt, bytes),
  });
  const channels = playedChannels({ ...world, targetAt: cases.targetAt });
  const settings = settingsOf(providers, features);
  const flow = flowOver({
    settings,
    sources: registriesOf(providers, targets, truth, nowMs),
    table,
    clock: { now: instants(nowMs) },
    sendOnce: desks.sendOnce,
    reader: modelReader,
    askChannel: channels.ask,
  });
  const rules = features.policyAnswers ? { rules: standingRules(settings, flow.goesBy) } : {};
  const onCall = onCallOf({ ...world, flow, desks, cases, channels, ...rules });
  const reporters = speakingReporters({ ...world, flow, messages, isCheckerOn: features.checker });
  for (const message of messages) {
    agenda.plan(message.atMs, () => flow.takeIn(message.body, message.lane));
    if (message.looksAtMs !== undefined) agenda.plan(message.looksAtMs, () => reporters.says(message));
  }
  const endsAtMs = beginsMs + week.playedForDays * dayMs;
  await runUntil(endsAtMs, time, table, agenda, flow.sweep, progress);
  return {
    table,
    truth,
    endsAtMs,
    reports: messages,
    caseOfReport: ({ reporter, reportId, body, target }) =>
      table.caseOfReport(target ? reportKeyOf(reporter, reportId) : messageKeyOf(body)),
    targetOf: cases.targetOf,
    lettersTo: desks.lettersTo,
    mails: desks.mails,
    answers: onCall.answers,
    stops: onCall.stops,
    entries: onCall.entries,
    toRead: onCall.toRead,
  };
};
