import type { ReportWords } from "../case/case.ts";
import type { HistoryLine } from "../news/reporter-steps.ts";
import type { PutOff } from "../report/put-off.ts";
import type { Judged, JudgedCount } from "../statistics/judged.ts";
import type { Statistic } from "../statistics/statistic.ts";
import type { DeskOutcome } from "./desk-outcomes.ts";
import type { Decided } from "./ports.ts";
import type { ReviewItem } from "./queue-entry.ts";

/* Only this program writes what is stored, as JSON of its types: only frame and format are checked. */

/**
 * The format of a case's state and history lines, on each of their items. It stays 1 until the first release,
 * whatever changes. A later one that could not read an earlier format raises it, and converts the earlier format
 * here and nowhere else.
 */
export const storedFormat = 1;

/** Throws for an item of another format: a later version wrote it, so it is not taken for damaged. */
export const refuseOtherFormat = ({ format }: Readonly<Record<string, unknown>>): void => {
  if (format !== storedFormat)
    throw new Error(`An item of format ${format} is not read: this version reads and writes format ${storedFormat}.`);
};

const has = <T>(value: unknown, fields: readonly string[]): value is T =>
  typeof value === "object" && value !== null && fields.every((field) => field in value);

/** Reads JSON that has these fields. Throws where this program did not write it. */
export const ours =
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

/** Its events, alone or with what the line tells reporters. */
type StoredLine = Pick<HistoryLine, "events" | "reporterSteps">;
const readEvents = ours<HistoryLine["events"] | StoredLine>("a history line");

export const readHistoryLine = ({ version, at, events: text }: Readonly<Record<string, unknown>>): HistoryLine => {
  const read = readEvents(text);
  const told: StoredLine = "events" in read ? read : { events: read };
  return { version: Number(version), at: String(at), ...told };
};
