import type { DeskOutcome } from "../case/desk-outcomes.ts";
import type { PutOff } from "../report/put-off.ts";
import type { Judged, JudgedCount } from "../statistics/judged.ts";
import type { Statistic } from "../statistics/statistic.ts";
import type { HistoryLine } from "./event.ts";
import type { ReviewItem } from "./queue-entry.ts";
import type { Decided } from "./store.ts";

/*
 * States and events are written by this program alone, as JSON of their types, so reading them
 * checks the frame only: that it is one of ours, and of this format.
 */

/**
 * The format of a case's state and of its history's lines, on each of their items. A release that could not read what
 * an earlier one wrote raises it, and turns the earlier format into its own here, and nowhere else.
 */
export const storedFormat = 1;

/** Throws where an item is of another format: a later version wrote it. Nothing is taken for damaged by that. */
export const refuseOtherFormat = ({ format }: Readonly<Record<string, unknown>>): void => {
  if (format !== storedFormat)
    throw new Error(`An item of format ${format} is not read: this version reads and writes format ${storedFormat}.`);
};

const kinds: readonly unknown[] = ["case", "entry"];

const isOurs = (value: unknown): value is ReviewItem =>
  typeof value === "object" &&
  value !== null &&
  "kind" in value &&
  kinds.includes(value.kind) &&
  "id" in value &&
  "version" in value;

/**
 * Throws when the text is not a case of ours: then the table holds something that no version of
 * this program wrote.
 */
export const readState = (text: unknown): ReviewItem => {
  const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  if (!isOurs(value)) throw new Error("The table holds a case that this program did not write.");
  return value;
};

const isStatistic = (value: unknown): value is Statistic =>
  typeof value === "object" && value !== null && "caseId" in value && "asked" in value;

export const readStatistic = (text: unknown): Statistic => {
  const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  if (!isStatistic(value)) throw new Error("The table holds a statistic that this program did not write.");
  return value;
};

const isJudged = (value: unknown): value is Judged => typeof value === "object" && value !== null && "read" in value;

export const readJudged = ({ judged, times }: Readonly<Record<string, unknown>>): JudgedCount => {
  const value: unknown = typeof judged === "string" ? JSON.parse(judged) : undefined;
  if (!isJudged(value) || typeof times !== "number")
    throw new Error("The table holds a count of replies that this program did not write.");
  return { ...value, times };
};

const isDecided = (value: unknown): value is Decided =>
  typeof value === "object" && value !== null && "decision" in value && "by" in value && "caseId" in value;

export const readDecided = (text: unknown): Decided => {
  const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  if (!isDecided(value)) throw new Error("The table holds a decision that this program did not write.");
  return value;
};

const isOutcome = (value: unknown): value is DeskOutcome =>
  typeof value === "object" && value !== null && "what" in value && "at" in value;

export const readDeskOutcome = (text: unknown): DeskOutcome => {
  const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  if (!isOutcome(value)) throw new Error("The table holds a desk's outcome that this program did not write.");
  return value;
};

const isPutOff = (value: unknown): value is PutOff => {
  if (typeof value !== "object" || value === null || !("queueLane" in value)) return false;
  if ("text" in value) return typeof value.text === "string";
  const said = "said" in value ? value.said : undefined;
  return (
    typeof said === "object" && said !== null && "kind" in said && (said.kind === "report" || said.kind === "status")
  );
};

export const readPutOff = (text: unknown): PutOff => {
  const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  if (!isPutOff(value)) throw new Error("The table holds a message that this program did not put off.");
  return value;
};

const isEvents = (value: unknown): value is HistoryLine["events"] =>
  Array.isArray(value) && value.every((event) => typeof event?.type === "string");

/** What a line tells reporters stands beside its events, or it tells them nothing. */
const isWithSteps = (value: unknown): value is Pick<HistoryLine, "events" | "reporterSteps"> =>
  typeof value === "object" &&
  value !== null &&
  "events" in value &&
  "reporterSteps" in value &&
  isEvents(value.events);

export const readHistoryLine = ({ version, at, events }: Readonly<Record<string, unknown>>): HistoryLine => {
  const read: unknown = typeof events === "string" ? JSON.parse(events) : undefined;
  if (!(isEvents(read) || isWithSteps(read)) || typeof version !== "number" || typeof at !== "string")
    throw new Error("The table holds a history line that this program did not write.");
  return isEvents(read) ? { version, at, events: read } : { version, at, ...read };
};
