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

const after = (began: Instant, at: Instant): string => (at === began ? "At once" : `After ${between(began, at)}`);

/** The timeline for a person at a terminal: each moment in words. */
export const sayCourse = (played: CourseOfCaseLike): string => {
  const { asked, lane, moments, forgottenAt, policy } = played;
  const { arrivesAt: began } = asked;
  const label = 20;
  const last = moments.at(-1)?.at ?? began;
  const daysOff = daysOffIn(played);
  const blocks = [
    [saidCase(asked), `${laneWords[lane]} lane. ${saidLane(played)}`],
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
export const courseAsJson = ({ asked, lane, moments, forgottenAt, policy }: CourseOfCaseLike) => ({
  version: 2,
  asked,
  lane,
  quietHours: lane === "urgent" ? "never" : policy.row.quietHours,
  ...(policy.country && { timeZone: policy.country.timeZone }),
  moments: moments.map(({ at, says }) => ({ afterMinutes: minutesFrom(asked.arrivesAt, at), at, says })),
  ...(forgottenAt !== undefined && { forgottenAt }),
});
