import { hash } from "node:crypto";
import { defangWords } from "../kernel/defang.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { visibleInLine } from "../kernel/visible.ts";
import { laneOf } from "./category.ts";
import { wrongMoment } from "./moments.ts";
import { nativeReport } from "./native.ts";
import { plain, targetOf } from "./plain.ts";
import type { ToPut } from "./put-reports.ts";
import { readReport } from "./read-report.ts";
import { everyIssue, type ReadingRules } from "./read-target.ts";
import type { Report, Unreadable } from "./report.ts";
import { problemsAtSight, sayRefused, type WrittenIn } from "./written-checks.ts";
import { evidenceFields, isWrittenField, type Written, type WrittenField } from "./written-fields.ts";

export type FieldProblem = { readonly field: WrittenField; readonly says: string };
/** A report as it goes on the queue, and as it is read there. */
export type Entered = ToPut & { readonly report: Report };

type Entering = {
  readonly rules: ReadingRules;
  readonly now: Instant;
  /** Who writes it down, if known for certain. */
  readonly by?: string;
  /** How its number begins where nobody gave it one. */
  readonly idsBegin: string;
  readonly writtenIn: WrittenIn;
};

/**
 * A person's report as a queue message, by the queue's own schema and reading, or all that is wrong with it, by
 * field. An address may be defanged. Without a number it gets one by what it says, so that the same, sent twice,
 * counts once. Pure.
 */
export const readWritten = (written: Written, entering: Entering): Result<Entered, readonly FieldProblem[]> => {
  const more = readMore(written.more);
  if (!more.ok) return more;
  const message = messageOf(written, more.value, entering);
  const found = [
    ...problemsAtSight(written, entering.writtenIn),
    ...everyProblem(nativeReport.safeParse(message).error),
  ];
  const wrong = found.filter(({ field }, at) => found.findIndex((other) => other.field === field) === at);
  if (wrong.length > 0)
    return fail(entering.writtenIn === "file" ? wrong.map((one) => withValue(one, written)) : wrong);
  const body = JSON.stringify(message);
  const read = readReport(body, entering.rules);
  if (!read.ok) return fail([problemAt(read.error)]);
  if (read.value.kind !== "report") return fail([{ field: "more", says: "This is no report." }]);
  const moment = wrongMoment(read.value, entering.now);
  if (moment)
    return fail([{ field: fieldAt(moment.field), says: moment.reason.replace(/\.$/, "; the field is in UTC.") }]);
  return ok({ body, lane: laneOf(read.value.category, read.value.live), report: read.value });
};

const valueAtMost = 60;

/** A form shows what was written; of a file's row the values of lists and moments are named. */
const withValue = ({ field, says }: FieldProblem, written: Written): FieldProblem => {
  const value = written[field]?.trim() ?? "";
  if (value === "" || (field !== "category" && field !== "seenAt" && field !== "firstSeenAt")) return { field, says };
  const begins = value.length > valueAtMost ? `${value.slice(0, valueAtMost)}…` : value;
  return { field, says: `${says} It says “${visibleInLine(defangWords(begins))}”.` };
};

const isEvidenceField = (name: string): boolean => evidenceFields.some((one) => one === name);

const everyProblem = (error: Parameters<typeof everyIssue>[0] | undefined): readonly FieldProblem[] =>
  (error ? everyIssue(error) : []).map(problemAt);

const problemAt = (refused: Unreadable): FieldProblem => {
  const field = fieldAt(refused.field);
  return { field, says: sayRefused(field, refused) };
};

/** The form's field of a part of the message. */
const fieldAt = (path: string): WrittenField => {
  const [part = "", name = "", within] = path.split(".");
  if (part === "evidence") return isEvidenceField(name) && isWrittenField(name) ? name : "more";
  if (part !== "target") return isWrittenField(part) ? part : "more";
  if (name === "account") return within === "account" ? "account" : "service";
  if (name === "peer") return within === "port" ? "port" : within === "seenAt" ? "seenAt" : "peer";
  return "address";
};

const readMore = (text = ""): Result<Readonly<Record<string, unknown>>, readonly FieldProblem[]> => {
  if (text.trim() === "") return ok({});
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return ok({ ...read });
  } catch {}
  return fail([{ field: "more", says: 'It has to be one JSON object, like {"lureType":"account_suspension"}.' }]);
};

const messageOf = (written: Written, more: object, { by, idsBegin }: Entering): object => {
  const at = (name: WrittenField): string | undefined => written[name]?.trim() || undefined;
  const seenAt = moment(at("seenAt"));
  const content = without({
    category: at("category")?.toLowerCase(),
    channel: at("channel")?.toLowerCase(),
    target: targetIn(at, seenAt),
    seenAt,
    firstSeenAt: moment(at("firstSeenAt")),
    live: yes(at("live")),
    domainIsMalicious: yes(at("domainIsMalicious")),
    labels: at("labels")
      ?.split(/[,;]/)
      .map((label) => label.trim())
      .filter((label) => label !== ""),
    evidence: {
      ...more,
      ...without(Object.fromEntries(evidenceFields.map((name) => [name, at(name)]))),
      ...without({ links: at("links")?.match(/[^\s,;]+/g) ?? undefined }),
    },
  });
  const reportId = at("reportId") ?? `${idsBegin}-${digest({ ...content, day: seenAt })}`;
  return {
    version: 1,
    reporter: at("reporter") ?? "",
    reportId,
    ...content,
    ...(by !== undefined && { enteredBy: by }),
  };
};

const digest = (content: object): string => hash("sha256", JSON.stringify(content)).slice(0, 16);
const without = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const targetIn = (at: (name: WrittenField) => string | undefined, seenAt: string | undefined): object => {
  const [address, service, account, peer, port] = (["address", "service", "account", "peer", "port"] as const).map(at);
  return {
    ...(address !== undefined && targetOf(plain(address))),
    ...((service ?? account) !== undefined && { account: { service: plain(service ?? ""), account: account ?? "" } }),
    ...((peer ?? port) !== undefined && { peer: { address: plain(peer ?? ""), port: Number(port), seenAt } }),
  };
};

const yes = (text: string | undefined): true | undefined =>
  text !== undefined && /^(true|yes|y|1|x)$/i.test(text) ? true : undefined;

/** A moment without a zone is UTC, like `2026-11-24 10:00`; a day is its beginning. */
const moment = (text: string | undefined): string | undefined => {
  const [, day, time = "00:00", seconds = ":00", zone = "Z"] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text ?? "") ?? [];
  return day === undefined ? text : `${day}T${time}${seconds}${zone.replace(/(\d\d)(\d\d)$/, "$1:$2")}`;
};
