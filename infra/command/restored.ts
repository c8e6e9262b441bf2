import { setTimeout as rest } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tableRestoreGuard } from "../../functions/adapters/table-restore-guard.ts";
import { tableSending } from "../../functions/adapters/table-sending.ts";
import { isWaiting } from "../../functions/case/decide/sendings.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { shown, visible } from "../../functions/console/shown.ts";
import { between, count } from "../../functions/console/words.ts";
import { type Instant, plusMinutes } from "../../functions/kernel/instant.ts";
import { KeysUnusable } from "../../functions/kernel/keys-unusable.ts";
import { lanes } from "../../functions/report/category.ts";
import { type Stops, whatStandsStill } from "../../functions/send/pause.ts";
import { mayHaveGoneOut, type RestoreGuard } from "../../functions/send/restore-guard.ts";
import { type CasesRead, readAll, sayDamaged } from "../../functions/store/damaged-case.ts";
import type { CaseReader, DueIndex, ReviewList } from "../../functions/store/ports.ts";
import { type ReviewItem, targetIn } from "../../functions/store/queue-entry.ts";
import type { Table } from "../../functions/store/table/table.ts";
import { asJson } from "./as-json.ts";
import { signedBy } from "./caller.ts";
import { askedBy, nowAt, ofStage, reached, stageOf, storeAt, tableAt, type Where } from "./connection.ts";
import { momentOf } from "./moment.ts";
import { prepareTable } from "./prepare-table.ts";
import { inLines, printErrorLine, printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { stackOutputs } from "./stack-outputs.ts";

type RestoredOptions = Where & {
  readonly prepare?: string;
  readonly to?: string;
  readonly lift?: true;
  readonly why?: string;
  readonly json?: true;
};

/**
 * Takes an operator through what follows once the table was restored to an earlier moment. `prepare` sets the new
 * table up. With `to` it stops all sending and puts up the restore guard; without, it says what is behind it, what
 * became unknown and what is next; `lift` takes the restore guard away.
 */
export const restored = async (options: RestoredOptions): Promise<void> => {
  if ([options.prepare, options.to, options.lift].filter((one) => one !== undefined).length > 1)
    throw new CommandProblem("Give one of --prepare, --to and --lift.");
  if (options.prepare !== undefined) return prepare(options.prepare, options);
  const now = nowAt(options);
  const restoredTo = options.to === undefined ? undefined : pastMoment(options.to, now);
  const signed = restoredTo !== undefined || options.lift ? await signedBy(options) : undefined;
  const table = tableAt(options);
  const word = signed && { ...signed, at: now };
  if (word && restoredTo !== undefined) await reached(options, putRestoreGuard(table, { ...word, restoredTo }));
  const lifted = word && options.lift ? await reached(options, tableRestoreGuard(table).lift(word)) : undefined;
  const guard = await reached(options, tableRestoreGuard(table).read());
  if (!guard) {
    if (options.json) printLine(asJson({ guard: null }));
    else if (lifted) printLine("The restore guard is gone: what waited behind it goes out as any other.");
    else printText(noRestoreGuard(askedBy(options)));
    return;
  }
  const stops = (await reached(options, tableSending(table).state())).stops;
  const stand = await reached(options, standBehind(storeAt(options), guard)).catch(notRead(stops));
  if (options.json) return printLine(asJson({ guard, stops, ...stand }));
  printText(restoredText(guard, stops, stand, { asked: askedBy(options), replay: await replayAt(options, now) }));
};

/** Waits, which may take hours. The ARN alone goes to standard output. */
const prepare = async (table: string, options: RestoredOptions): Promise<void> => {
  const stage = options.stage === undefined ? undefined : stageOf(options);
  const streamArn = await prepareTable(table, stage, {
    dynamodb: new DynamoDBClient(stage ? { region: stage.region } : {}),
    nowMs: Date.now,
    rest: (ms) => rest(ms),
    say: printErrorLine,
  });
  if (!stage) printErrorLine("No --stage or --stage-file was given, so neither tag nor warm throughput was set.");
  printErrorLine("The table is ready. Enter its stream as the stage's restoredTable:");
  printLine(options.json ? asJson({ restoredTable: streamArn }) : streamArn);
};

/** The guard is up before anything is read behind it: whoever gave the wrong keys must not take it for refused. */
export const notRead =
  (stops: Stops) =>
  (error: unknown): never => {
    const lacks = error instanceof KeysUnusable || error instanceof CommandProblem;
    if (!lacks) throw error;
    const still = whatStandsStill(stops);
    throw new CommandProblem(
      `The restore guard is up${still === undefined ? "" : `, and ${still.toLowerCase()} is stopped`}. ` +
        "What is behind it " +
        `can't be read: ${error.message} Ask again with the --keys of the stage, without --to.`,
    );
  };

/** How SES's events are said again: from which archive, to which rules, and those until when. */
export type Replay = { readonly archive: string; readonly to: string; readonly until: Instant };

/** Where the stage keeps them (`keepSesEventsDays`), or that it does not; nothing where no stage is named. */
const replayAt = async (options: RestoredOptions, until: Instant): Promise<Replay | "none" | undefined> => {
  if (options.stage === undefined) return undefined;
  const { name, region } = stageOf(options);
  const outputs = await stackOutputs(name, region);
  const [archive, to] = [outputs("SesEventsArchive"), outputs("SesEventsReplayTo")];
  return archive === undefined || to === undefined ? "none" : { archive, to, until };
};

const noRestoreGuard = (asked: string): string => {
  const where = asked.includes("--table") ? asked : " --table TABLE --keys KEYS";
  return (
    "There is no restore guard. Where this table was restored to an earlier moment, put one up before anything " +
    "works on it:\n" +
    `  npx takedown restored --to MOMENT --why TEXT${where}`
  );
};

const pastMoment = (written: string, now: Instant): Instant => {
  const read = momentOf("--to", written, now);
  if (read <= now) return read;
  throw new CommandProblem("--to is the moment that the table was restored to; it is over.");
};

/**
 * Stops all sending and then puts up the restore guard, so that no mail is between the two. Safe to repeat: the
 * guard stands anew, at the later moment. Writes to the table and to nothing else.
 */
export const putRestoreGuard = async (table: Table, guard: RestoreGuard): Promise<void> => {
  const { at, by, why } = guard;
  await tableSending(table).pause.stop(lanes, { at, by, why: `Restored to ${guard.restoredTo}. ${why}` });
  await tableRestoreGuard(table).put(guard);
};

/** A notice that a restored table is not sure of. */
type Behind = { readonly caseId: string; readonly noticeId: string; readonly desk: string };

/**
 * `inLine`: it may have gone out, and becomes a question when its time comes. `onWire`: it was handed to SES
 * before the restored moment. `unknown`: it is before a person. `damaged`: cases of which that can't be told.
 */
export type StandBehind = Readonly<Record<"inLine" | "onWire" | "unknown", readonly Behind[]>> &
  Pick<CasesRead, "damaged">;

/** What is behind the restore guard now. Reads each case that waits for time or for a person, once. */
export const standBehind = async (
  store: CaseReader & Pick<DueIndex, "awaited"> & Pick<ReviewList, "inReview">,
  guard: RestoreGuard,
): Promise<StandBehind> => {
  const known = new Map<string, ReviewItem>();
  const damaged = new Set<string>();
  const know = (read: CasesRead): void => {
    for (const state of read.cases) known.set(state.id, state);
    for (const caseId of read.damaged) damaged.add(caseId);
  };
  for await (const { items } of pagesOf((cursor) => store.awaited(pageSize, cursor)))
    for (const { caseId } of items) if (!known.has(caseId)) know(await readAll(store.read, [caseId]));
  for await (const page of pagesOf((cursor) => store.inReview(pageSize, cursor)))
    know({ cases: page.items, damaged: page.damaged ?? [] });
  const all = [...known.values()].flatMap((state) => targetIn(state) ?? []).filter(({ closed }) => !closed);
  const those = (is: (notice: Notice, state: (typeof all)[number]) => boolean): readonly Behind[] =>
    all.flatMap((state) =>
      state.notices
        .filter((notice) => is(notice, state))
        .map((notice) => ({ caseId: state.id, noticeId: notice.id, desk: notice.to.email ?? notice.to.name })),
    );
  return {
    inLine: those((notice, state) => isWaiting(notice) && mayHaveGoneOut(guard, state, notice)),
    onWire: those(({ state }) => state === "on-wire"),
    unknown: those(({ state }) => state === "unknown"),
    damaged: [...damaged],
  };
};

const pageSize = 100;

async function* pagesOf<T extends { readonly cursor?: string }>(
  read: (cursor?: string) => Promise<T>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield page;
    ({ cursor } = page);
  } while (cursor !== undefined);
}

type Next = {
  /** The options that name the stage or the table in the commands to come, with a blank before them. */
  readonly asked: string;
  readonly replay?: Replay | "none" | undefined;
};

/** What the command prints. */
export const restoredText = (
  guard: RestoreGuard,
  stops: Stops,
  stand: StandBehind,
  next: Next = { asked: "" },
): string => {
  const still = whatStandsStill(stops);
  return inLines([
    `The table was restored to ${guard.restoredTo}. ${shown(guard.by)} put up the restore guard at ${guard.at}: ` +
      shown(guard.why),
    still === undefined ? "Sending goes on; what may have gone out by then does not." : `${still} is stopped.`,
    "",
    ...listed("Unknown, before a person", stand.unknown),
    ...listed("In line, and may have gone out: a question when its time comes", stand.inLine),
    ...listed("On the wire at that moment: unknown after a quarter of an hour", stand.onWire),
    ...stand.damaged.map(sayDamaged),
    "",
    `Lost from ${guard.restoredTo} to ${guard.at} (${between(guard.restoredTo, guard.at)}), unless it comes ` +
      "again: reports and words of reporters, answers of desks, what SES told, and what people decided.",
    "",
    "What is next, as infra/guides/operations.md counts the steps:",
    ...nextSteps(guard, still !== undefined, next).flatMap((step, nth) =>
      step === undefined ? [] : `${nth + 4}. ${step}`.split("\n"),
    ),
  ]);
};

/** They are read by their time; five minutes more, since an event is later than its mail. */
const replayBy = ({ archive, to, until }: Replay, restoredTo: Instant): string =>
  [
    `  aws events start-replay --replay-name takedown-${until.replaceAll(/[^0-9TZ]/g, "")} \\`,
    `    --event-source-arn ${archive} --destination '${to}' \\`,
    `    --event-start-time ${plusMinutes(restoredTo, -5)} --event-end-time ${until}`,
  ]
    .map((line) => `   ${line}`)
    .join("\n");

const listed = (title: string, behind: readonly Behind[]): readonly string[] => {
  const desks = [...new Set(behind.map(({ desk }) => desk))]
    .map((desk) => ({ desk, of: behind.filter((one) => one.desk === desk) }))
    .toSorted((one, other) => other.of.length - one.of.length);
  return [
    `${title}: ${count(behind.length, "notice")}`,
    ...desks.map(({ desk, of }) => {
      const ids = of.slice(0, namedAtMost).map(({ caseId }) => caseId);
      const more = of.length > ids.length ? ` and ${of.length - ids.length} more` : "";
      return `  ${visible(desk)}  ${ids.join(" ")}${more}`;
    }),
  ];
};

const namedAtMost = 5;

const sesEvents = (replay: Next["replay"], restoredTo: Instant): string => {
  if (replay === "none")
    return (
      "The stage keeps no events of SES (keepSesEventsDays): go on with the logs, which know what went out since " +
      `${restoredTo}, before anything may go out again.`
    );
  return replay
    ? "Replay SES's events, before anything may go out: each settles its notice, and nobody has to be asked.\n" +
        replayBy(replay, restoredTo)
    : `Put SES's events since ${restoredTo} on the delivery queues again, before anything may go out, where you keep ` +
        "them (keepSesEventsDays; --stage names the archive): each settles its notice.";
};

/** From the guide's step 4 on; nothing for one that is done. */
const nextSteps = (
  { restoredTo }: RestoreGuard,
  isStopped: boolean,
  { asked, replay }: Next,
): readonly (string | undefined)[] => [
  isStopped
    ? "Let the functions work on this table while sending stands still: what is due becomes unknown, and is not sent."
    : undefined,
  sesEvents(replay, restoredTo),
  `Have reporters send again all since ${restoredTo}, with the ids of then.`,
  "Then send back the dead letters of delivery-urgent, delivery and reply, where answers wait for their cases: " +
    `npx takedown redrive --queue QUEUE --why TEXT${ofStage(asked)}`,
  `Bring in what people decided since, opt-outs first: npx takedown settings import FILE --why TEXT${ofStage(asked)}`,
  `Answer what is unknown; in doubt it went out: npx takedown reviews --question unknown-send${asked}`,
  isStopped ? `Let sending go on: npx takedown sending --resume --why TEXT${asked}` : undefined,
  "When the cases of that time have ended, or you know of all mails of that time: " +
    `npx takedown restored --lift --why TEXT${asked}`,
];
