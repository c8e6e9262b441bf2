import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { categories } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { definitions, type Figures, tallyBy } from "../../statistics/figures.ts";
import { type Grouping, groupings } from "../../statistics/measures.ts";
import { eachOfMonths, monthsBefore, monthsBetween } from "../../statistics/months.ts";
import type { Statistic } from "../../statistics/statistic.ts";
import { BarChoice, BarForm, Title } from "../elements.tsx";
import { ListSection, Section } from "../parts.tsx";
import { visible } from "../shown.ts";
import { count, duration, monthWords } from "../words.ts";

export type Period = { readonly by: Grouping; readonly from: string; readonly to: string };

const groupingWords: Readonly<Record<Grouping, string>> = {
  country: "Hosting country",
  provider: "Provider",
  category: "Category",
  month: "Month",
};
/** What one page reads. A year with 100,000 cases takes a few seconds. */
const monthsAtMost = 12;
const monthsUnasked = 3;
/** More is for the command line. */
const groupsAtMost = 30;

/** The period that an address asks for. What makes no sense in it is ignored. */
export const readPeriod = (asked: Readonly<Record<"by" | "from" | "to", string | undefined>>, now: Instant): Period => {
  const thisMonth = now.slice(0, 7);
  const month = (text: string | undefined) =>
    text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text <= thisMonth ? text : undefined;
  const to = month(asked.to) ?? thisMonth;
  const from = month(asked.from) ?? monthsBefore(to, monthsUnasked - 1);
  const months = monthsBetween(from, to).slice(-monthsAtMost);
  return { by: groupings.find((grouping) => grouping === asked.by) ?? "country", from: months[0] ?? to, to };
};

export const figuresOf = async (
  statistics: (month: string) => Promise<readonly Statistic[]>,
  { by, from, to }: Period,
) => {
  const tally = tallyBy(by);
  await eachOfMonths(monthsBetween(from, to), statistics, tally.add);
  return { rows: tally.rows(), total: tally.total() };
};

type StatisticsPageProps = {
  readonly period: Period;
  readonly rows: readonly Figures[];
  readonly total: Figures;
  readonly now: Instant;
};

export const StatisticsPage: FC<StatisticsPageProps> = ({ period: { by, from, to }, rows, total, now }) => {
  const period = from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`;
  return (
    <>
      <Title of="Statistics">
        Cases opened in {period}, and how long it took until what was reported was gone.{" "}
        <a href="/statistics/replies">How desks’ replies were read</a>
      </Title>
      <BarForm action="/statistics">
        <BarChoice
          name="by"
          label="Put together by"
          now={by}
          all={groupings.map((grouping) => [grouping, groupingWords[grouping]])}
        />
        <MonthInputs from={from} to={to} now={now} />
      </BarForm>
      {rows.length === 0 ? (
        <p class="panel empty">
          Nobody was asked to act on a case that was opened in this period, and none was closed.
        </p>
      ) : (
        <Section id="figures" title={`${count(total.cases, "case")} by ${groupingWords[by].toLowerCase()}`}>
          <p class="soft">{totalWords(total)}</p>
          <p class="legend soft">
            <span class="key cases" aria-hidden="true" /> cases <span class="key median" aria-hidden="true" /> half
            removed within <span class="key p90" aria-hidden="true" /> nine of ten removed within
          </p>
          <GroupsList by={by} rows={rows} />
          {rows.length > groupsAtMost && (
            <p class="soft">
              And {count(rows.length - groupsAtMost, "further group")}, each with fewer cases; npx takedown stats shows
              all.
            </p>
          )}
        </Section>
      )}
      <ListSection id="meaning" title="What the figures mean" all={definitions} />
    </>
  );
};

/** The months in the bar, from and to. */
export const MonthInputs: FC<Omit<Period, "by"> & { readonly now: Instant }> = ({ from, to, now }) => (
  <>
    <label class="visually-hidden" for="from">
      First month
    </label>
    <input id="from" type="month" name="from" value={from} max={now.slice(0, 7)} placeholder="2026-01" />
    <label class="visually-hidden" for="to">
      Last month
    </label>
    <input id="to" type="month" name="to" value={to} max={now.slice(0, 7)} placeholder="2026-12" />
  </>
);

/** The first groups, with bars relative to the longest. */
const GroupsList: FC<{ readonly by: Grouping; readonly rows: readonly Figures[] }> = ({ by, rows }) => {
  const mostCases = Math.max(...rows.map(({ cases }) => cases));
  const longest = Math.max(...rows.map(({ p90Hours }) => p90Hours ?? 0));
  const nameOf = (name: string) =>
    by === "category" ? categoryOf(name) : by === "month" ? monthWords(name) : visible(name);
  return (
    <ul class="plain figures">
      {rows.slice(0, groupsAtMost).map((row) => (
        <li>
          <h3>{nameOf(row.name)}</h3>
          <p class="count">
            {count(row.cases, "case")} <span class="soft">{(row.share * 100).toFixed(1)} %</span>
          </p>
          <Bar parts={[["cases", row.cases / mostCases]]} />
          <p class="soft times">{timeWords(row)}</p>
          <Bar
            parts={[
              ["p90", (row.p90Hours ?? 0) / (longest || 1)],
              ["median", (row.medianHours ?? 0) / (longest || 1)],
            ]}
          />
          <p class="soft">
            {row.asked} asked · {row.acknowledged} acknowledged · {row.closed} closed · {row.removed} removed
            {row.cameBack > 0 &&
              ` · ${row.cameBack} came back${row.returns > row.cameBack ? `, ${row.returns} times` : ""}`}
          </p>
        </li>
      ))}
    </ul>
  );
};

/** Overlaid bars, as parts of the whole width. The numbers stand beside in words. */
export const Bar: FC<{ readonly parts: readonly (readonly [string, number])[] }> = ({ parts }) => (
  <svg class="bar-chart" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {parts.map(([name, part]) => (
      <rect class={name} x="0" y="0" width={(part * 100).toFixed(2)} height="1" />
    ))}
  </svg>
);

const hoursIn = (hours: number): string => duration(hours * 3_600_000);
const timeWords = ({ medianHours, p90Hours }: Figures): string =>
  medianHours === undefined || p90Hours === undefined
    ? "None removed yet."
    : `Half removed within ${hoursIn(medianHours)}, nine of ten within ${hoursIn(p90Hours)}.`;
const totalWords = (total: Figures): string =>
  `${count(total.removed, "case")} of ${total.cases} removed. ${timeWords(total)}` +
  (total.cameBack > 0 ? ` ${count(total.cameBack, "case")} came back after being removed.` : "");
const categoryOf = (name: string): string => {
  const category = categories.find((one) => one === name);
  return category ? categoryWords[category] : name;
};
