import type { ReportWords } from "../case/case.ts";
import type { HistoryLine } from "../news/reporter-steps.ts";
import type { PutOff } from "../report/put-off.ts";
import type { Judged, JudgedCount } from "../statistics/judged.ts";
import type { Statistic } from "../statistics/statistic.ts";
import type { DeskOutcome } from "./desk-outcomes.ts";
import type { Decided } from "./ports.ts";
import type { ReviewItem } from "./queue-entry.ts";

/*
 * What is stored is written by this program alone, as JSON of its types, so reading it checks the frame only: that
 * it is one of ours, and of this format.
 */

/**
 * The format of a case's state and of its history's lines, on each of their items. It stays 1 until the first release,
 * whatever changes; a later one that could not read what an earlier one wrote raises it, and turns the earlier format
 * into its own here, and nowhere else.
 */
export const storedFormat = 1;

/** Throws where an item is of another format: a later version wrote it. Nothing is taken for damaged by that. */
export const refuseOtherFormat = ({ format }: Readonly<Record<string, unknown>>): void => {
  if (format !== storedFormat)
    throw new Error(`An item of format ${format} is not read: this version reads and writes format ${storedFormat}.`);
};

const has = <T>(value: unknown, fields: readonly string[]): value is T =>
  typeof value === "object" && value !== null && fields.every((field) => field in value);

/** Reads JSON that has these fields. Throws where no version of this program wrote it. */
const ours =
  <T>(what: string, ...fields: readonly string[]) =>
  (text: unknown): T => {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    if (!has<T>(value, fields)) throw new Error(`The table holds ${what} that this program did not write.`);
    return value;
  };

const caseOrEntry = ours<ReviewItem>("a case", "kind", "id", "version");
const kinds: readonly string[] = ["case", "entry"] satisfies readonly ReviewItem["kind"][];
export const readState = (text: unknown): ReviewItem => {
  const state = caseOrEntry(text);
  if (!kinds.includes(state.kind)) throw new Error("The table holds what is neither a case nor an entry.");
  return state;
};

export const readStatistic = ours<Statistic>("a statistic", "caseId", "asked");
export const readDecided = ours<Decided>("a decision", "decision", "by", "caseId");
export const readDeskOutcome = ours<DeskOutcome>("a desk's outcome", "what", "at");
export const readWords = ours<ReportWords>("what was said of a report", "said");
export const readPutOff = ours<PutOff>("a message that was put off", "queueLane");

const readJudgment = ours<Judged>("a judgment", "read");
export const readJudged = ({ judged, times }: Readonly<Record<string, unknown>>): JudgedCount => ({
  ...readJudgment(judged),
  times: Number(times),
});

/** Its events, and beside them what a line tells reporters, or it tells them nothing. */
type Told = Pick<HistoryLine, "events" | "reporterSteps">;
const readEvents = ours<HistoryLine["events"] | Told>("a history line");

export const readHistoryLine = ({ version, at, events: text }: Readonly<Record<string, unknown>>): HistoryLine => {
  const read = readEvents(text);
  const told: Told = "events" in read ? read : { events: read };
  return { version: Number(version), at: String(at), ...told };
};
