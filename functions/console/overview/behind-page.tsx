import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { GroupFigure } from "../../statistics/behind.ts";
import { CaseRow } from "../cases/cases-page.tsx";
import { count, day, laneWords, monthWords, outcomeWords } from "../words.ts";
import { type Behind, behindAddress, type CasesBehind } from "./behind.ts";
import { groupWords } from "./tables.ts";

const figureWords: Readonly<Record<GroupFigure, string>> = {
  asked: "A desk was asked",
  closed: "A desk was asked, and it is closed",
  gone: "Gone",
};

/** What the cases have in common, as the title of their list. */
export const titleOf = (behind: Behind): string => {
  if (behind.of === "group") {
    const { by, group, figure, from, to } = behind;
    const months = from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`;
    return `${figureWords[figure]}: ${group === undefined ? "all" : groupWords(by, group)}, opened ${months}`;
  }
  const lane = behind.lane === undefined ? "" : `, ${laneWords[behind.lane].toLowerCase()}`;
  if (behind.of === "in") return `In on ${day(behind.day)}${lane}`;
  return `Out on ${day(behind.day)}${lane}${behind.outcome === undefined ? "" : `: ${outcomeWords[behind.outcome]}`}`;
};

/** Why the list and the figure may differ. */
const differs: Readonly<Record<Behind["of"], string>> = {
  in: "Cases alone, as they are counted: no digest, and no message that could not be read.",
  out:
    "By the day on which they were closed last. Cases that were closed before this list was kept " +
    "are counted and do not stand here.",
  group:
    "Month by month in the order of their numbers. Cases that ended before anything was counted stand here, too, " +
    "and are in no figure.",
};

/** The cases behind a figure of the overview. */
export const BehindPage: FC<{
  readonly behind: Behind;
  readonly cases: CasesBehind;
  readonly isFirst: boolean;
  readonly since: Instant | undefined;
}> = ({ behind, cases: { found, looked, next }, isFirst, since }) => (
  <>
    <div class="title">
      <h1>{titleOf(behind)}</h1>
      <p class="soft">
        {differs[behind.of]}
        {since !== undefined && ` Counted since ${day(since)}.`}
      </p>
    </div>
    {found.length === 0 && (
      <p class="panel empty">
        {next ? `None among ${count(looked, "case")} that were looked through; there are more.` : empty(isFirst)}
      </p>
    )}
    <ul class="rows">
      {found.map((state) => (
        <CaseRow state={state} hasDay />
      ))}
    </ul>
    {next && (
      <p class="more">
        <a class="button quiet" href={behindAddress(behind, next)}>
          Further cases
        </a>
      </p>
    )}
    <p class="below">
      <a href="/overview">Overview</a>
    </p>
  </>
);

const empty = (isFirst: boolean): string => (isFirst ? "No case is behind it." : "There are no further cases.");
