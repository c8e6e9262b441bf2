import { axisOf, type Course, type MarkKind, placeIn } from "../../functions/console/case/course.ts";
import {
  type CaseLike,
  type CourseOfCaseLike,
  countriesToChoose,
  courseOfCaseLike,
} from "../../functions/console/policy/case-like.ts";
import { clockAt, daysOffIn, saidCase, saidLane } from "../../functions/console/policy/course-words.ts";
import type { Standing } from "../../functions/console/policy/standings.ts";
import { visible } from "../../functions/console/shown.ts";
import { between, day, laneWords, moment } from "../../functions/console/words.ts";
import { type Instant, msOf } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { type Category, type Lane, laneOf } from "../../functions/report/category.ts";
import { sampleSettings } from "../local/sample/settings.ts";
import { asIndentedJson } from "./as-json.ts";
import { type NamedStage, stageOf } from "./connection.ts";
import { momentOf } from "./moment.ts";
import { inLines, print } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type PolicyOptions = {
  readonly category: Category;
  readonly lane?: Lane;
  readonly country?: string;
  readonly standing: Standing;
  readonly domainIsMalicious?: true;
  readonly reporter?: string;
  readonly at?: string;
  readonly json?: true;
} & NamedStage;

const byTheFileAlone =
  "Played by the stage's file alone: what people keep back for a while, or opted out, is listed by\n" +
  "npx takedown settings list\n";

/** Prints what would happen to such a case if nobody answered. Asks nobody and writes nothing. */
export const showPolicy = (options: PolicyOptions): void => {
  const settings = options.stage === undefined ? sampleSettings : stageOf(options).settings;
  const played = courseOfCaseLike(askedFor(options, settings, new Date().toISOString()), settings);
  print(options.json ? `${asIndentedJson(courseAsJson(played))}\n` : `${sayCourse(played)}\n${byTheFileAlone}`);
};

/** The case that the options mean. Throws `CommandProblem` where one of them means nothing. */
export const askedFor = (options: PolicyOptions, settings: Settings, now: Instant): CaseLike => {
  const { category, lane = laneOf(category, false), standing, domainIsMalicious = false } = options;
  const country = options.country?.toUpperCase();
  const known = countriesToChoose(settings);
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new CommandProblem(
      `--country takes the country's two-letter code, like DE for Germany, and not ` +
        `${visible(options.country ?? "")}. Known: ${known.join(", ")}.`,
    );
  if (country !== undefined && !known.includes(country))
    throw new CommandProblem(
      `Nothing is known of ${visible(country)}: leave --country out, which is the same. Known: ${known.join(", ")}.`,
    );
  const ids = settings.reporters.map(({ id }) => id);
  const reporter = options.reporter ?? ids[0] ?? "";
  if (!ids.includes(reporter))
    throw new CommandProblem(`There is no reporter ${visible(reporter)}. There are: ${ids.join(", ")}.`);
  const arrivesAt = options.at === undefined ? `${now.slice(0, 16)}:00.000Z` : momentOf("--at", options.at, now);
  return {
    category,
    lane,
    ...(country !== undefined && { country }),
    standing,
    domainIsMalicious,
    reporter,
    arrivesAt,
  };
};

const columns = 60;
const marks: Record<MarkKind, string> = { notice: "#", reminder: "o", question: "?", end: "X" };

/** Each character is a part of the time; a later mark stands over an earlier one. */
const strip = (course: Course, drawn: readonly (readonly [Instant, string])[], from?: Instant): string => {
  const at = (moment: Instant): number => Math.round(placeIn(course, moment) * (columns - 1));
  const cells = Array.from({ length: columns }, (_, cell): string =>
    from !== undefined && cell >= at(from) ? "-" : course.quiet.some((one) => isIn(cell, one, at)) ? ":" : " ",
  );
  for (const [moment, mark] of drawn) cells[at(moment)] = mark;
  return cells.join("").trimEnd();
};

const isIn = (cell: number, { from, until }: Course["quiet"][number], at: (moment: Instant) => number): boolean =>
  cell >= at(from) && cell < at(until);

const axisRow = (course: Course, label: string): string => {
  const cells = Array.from({ length: columns + 8 }, () => " ");
  for (const { at, says } of axisOf(course)) {
    const from = Math.round(placeIn(course, at) * (columns - 1));
    [...says].forEach((letter, number) => {
      cells[from + number] = letter;
    });
  }
  return `${label}${cells.join("").trimEnd()}`;
};

const drawing = (course: Course): readonly string[] => {
  const width = Math.max(...course.rows.map(({ name }) => name.length)) + 2;
  const key = course.quiet.length > 0 ? "   : no working hours at the host" : "";
  return [
    ...course.rows.map(({ name, marks: own }) =>
      `${name.padEnd(width)}${strip(
        course,
        own.map(({ at, kind }) => [at, marks[kind]]),
        own[0]?.at,
      )}`.trimEnd(),
    ),
    axisRow(course, " ".repeat(width)),
    `# notice   o reminder   ? question to a person${key}`,
  ];
};

const after = (began: Instant, at: Instant): string => (at === began ? "At once" : `After ${between(began, at)}`);

/** The timeline for a person at a terminal: drawn to scale, then each moment in words. */
export const sayCourse = (played: CourseOfCaseLike): string => {
  const { asked, lane, moments, course, forgottenAt, policy } = played;
  const { arrivesAt: began } = asked;
  const label = 20;
  const last = moments.at(-1)?.at ?? began;
  const daysOff = course ? daysOffIn(policy.country, course) : [];
  const blocks = [
    [saidCase(asked), `${laneWords[lane]} lane. ${saidLane(played)}`],
    course ? drawing(course) : [],
    moments.flatMap(({ at, says }) => [
      `${after(began, at).padEnd(label)}${moment(at)}${policy.country ? ` (${clockAt(at, policy.country)})` : ""}`,
      ...says.map((one) => `${" ".repeat(label)}${one}`),
    ]),
    [
      `${"Then".padEnd(label)}Nothing more goes out by itself; it stays before a person until somebody answers.`,
      ...(forgottenAt === undefined
        ? []
        : [
            `${" ".repeat(label)}Closed at that moment, what was reported is forgotten ` +
              `${between(last, forgottenAt)} later: ${day(forgottenAt)}.`,
          ]),
      ...(daysOff.length > 0 ? [`${"Days off".padEnd(label)}${daysOff.map(day).join(", ")}`] : []),
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map(inLines)
    .join("\n\n")}\n`;
};

const minutesFrom = (began: Instant, at: Instant): number => Math.round((msOf(at) - msOf(began)) / 60_000);

/** What `--json` prints. Fields are added and not renamed; `version` says otherwise. */
export const courseAsJson = ({ asked, lane, moments, course, forgottenAt, policy }: CourseOfCaseLike) => ({
  version: 1,
  asked,
  lane,
  quietHours: lane === "urgent" ? "never" : policy.row.quietHours,
  ...(policy.country && { timeZone: policy.country.timeZone }),
  moments: moments.map(({ at, says }) => ({ afterMinutes: minutesFrom(asked.arrivesAt, at), at, says })),
  rows: course?.rows ?? [],
  quiet: course?.quiet ?? [],
  ...(forgottenAt !== undefined && { forgottenAt }),
});
