import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import {
  judgedIn,
  type Mixed,
  type ReadingReport,
  readingDefinitions,
  readingReport,
  type Sureness,
} from "../../statistics/how-read.ts";
import { monthsBetween } from "../../statistics/months.ts";
import { BarForm, Title } from "../elements.tsx";
import type { ConsoleWork } from "../pages.tsx";
import { ListSection, Section } from "../parts.tsx";
import { count, monthWords, readingWords } from "../words.ts";
import { Bar, MonthInputs, type Period } from "./statistics-page.tsx";

type Months = Pick<Period, "from" | "to">;

/** How replies were read, against what people said of them. */
export const repliesReportOf = async (
  judged: ConsoleWork["store"]["judged"],
  { from, to }: Months,
): Promise<ReadingReport> => readingReport(await judgedIn(monthsBetween(from, to), judged));

type RepliesPageProps = { readonly period: Months; readonly report: ReadingReport; readonly now: Instant };

export const RepliesPage: FC<RepliesPageProps> = ({ period: { from, to }, report, now }) => (
  <>
    <Title of="How replies were read">
      Answers of {from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`}.{" "}
      <a href="/statistics">Back to the statistics</a>
    </Title>
    <BarForm action="/statistics/replies">
      <MonthInputs from={from} to={to} now={now} />
    </BarForm>
    {report.told === 0 ? (
      <p class="panel empty">
        {report.judged === 0
          ? "No person has answered a question about a reply in this period."
          : `Of ${count(report.judged, "answer")} none tells what the desk had said.`}
      </p>
    ) : (
      <Report {...report} />
    )}
    <ListSection id="meaning" title="What the figures mean" all={readingDefinitions} />
  </>
);

const Report: FC<ReadingReport> = (report) => {
  const { judged, told, right, mixed, sureness } = report;
  const wrong = mixed.filter(({ was, read }) => read !== was);
  return (
    <>
      <Section id="right" title={`${count(told, "reply", "replies")} of which a person told what the desk had said`}>
        <p class="count">
          {right} of {told} right <span class="soft">{percent(right, told)}</span>
        </p>
        <Bar parts={[["cases", right / told]]} />
        <p class="soft">
          {`${count(judged, "question")} about replies ${judged === 1 ? "was" : "were"} answered in all. `}
          {`Taken for removed: ${report.removedClaimed}, of these wrongly: ${report.removedWrongly}; `}
          {`for likely removed: ${report.likelyClaimed}, of these wrongly: ${report.likelyWrongly}.`}
        </p>
      </Section>
      <ListSection id="mixed" title="What was taken for what" all={wrong.map(mixedWords)} />
      <ListSection
        id="sureness"
        title="How sure the reader was, and how often right"
        all={sureness.map(surenessWords)}
      />
    </>
  );
};

const percent = (of: number, all: number): string => `${((all === 0 ? 0 : of / all) * 100).toFixed(1)} %`;

const mixedWords = ({ was, read, times }: Mixed): string =>
  `${times} × the desk said: ${readingWords[was]}; read as: ${readingWords[read]}`;

const surenessWords = ({ tenths, replies, right }: Sureness): string =>
  `From ${(tenths / 10).toFixed(1)}: ${right} of ${replies} right (${percent(right, replies)})`;
