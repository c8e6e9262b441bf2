import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { monthsBetween } from "../../statistics/months.ts";
import {
  judgedIn,
  type Mixed,
  type ReaderFigures,
  type ReadersReport,
  readersDefinitions,
  readersReport,
  type Sureness,
} from "../../statistics/readers.ts";
import type { ConsoleWork } from "../pages.tsx";
import { Section } from "../parts.tsx";
import { shown } from "../shown.ts";
import { count, monthWords, readerWords, readingWords } from "../words.ts";
import { MonthInputs } from "./month-inputs.tsx";
import { Bar, type Period } from "./statistics-page.tsx";

type Months = Pick<Period, "from" | "to">;

/** How replies were read, against what persons said of them in these months. */
export const repliesReportOf = async (
  judged: ConsoleWork["store"]["judged"],
  { from, to }: Months,
): Promise<ReadersReport> => readersReport(await judgedIn(monthsBetween(from, to), judged));

type RepliesPageProps = { readonly period: Months; readonly report: ReadersReport; readonly now: Instant };

/** How well each reader reads, in words and bars; and what the figures mean. */
export const RepliesPage: FC<RepliesPageProps> = ({ period: { from, to }, report, now }) => (
  <>
    <div class="title">
      <h1>How replies were read</h1>
      <p class="soft">
        Answers of {from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`}.{" "}
        <a href="/statistics">Back to the statistics</a>
      </p>
    </div>
    <MonthsForm from={from} to={to} now={now} />
    {report.told === 0 ? (
      <p class="panel empty">
        {report.judged === 0
          ? "No person has answered a question about a reply in this period."
          : `Of ${count(report.judged, "answer")} none tells what the desk had said.`}
      </p>
    ) : (
      <Report {...report} />
    )}
    <Section id="meaning" title="What the figures mean">
      <ul>
        {readersDefinitions.map((definition) => (
          <li>{definition}</li>
        ))}
      </ul>
    </Section>
  </>
);

const MonthsForm: FC<Months & { readonly now: Instant }> = ({ from, to, now }) => (
  <form class="days" method="get" action="/statistics/replies">
    <MonthInputs from={from} to={to} now={now} />
    <button class="button quiet" type="submit">
      Show
    </button>
  </form>
);

const Report: FC<ReadersReport> = ({ judged, told, readers, sureness }) => (
  <>
    <Section id="readers" title={`${count(told, "reply", "replies")} of which a person told what the desk had said`}>
      <p class="soft">
        {count(judged, "question")} about replies {judged === 1 ? "was" : "were"} answered in all.
      </p>
      <ul class="plain figures">
        {readers.map((reader) => (
          <Reader {...reader} />
        ))}
      </ul>
    </Section>
    {readers.some(isEverWrong) && (
      <Section id="mixed" title="What was taken for what">
        {readers.filter(isEverWrong).map((reader) => (
          <>
            <h3>{shown(readerWords(reader))}</h3>
            <ul>
              {reader.mixed.filter(isWrong).map((mixed) => (
                <li>{mixedWords(mixed)}</li>
              ))}
            </ul>
          </>
        ))}
      </Section>
    )}
    {sureness.length > 0 && (
      <Section id="sureness" title="How sure the second reader was, and how often right">
        <ul>
          {sureness.map((one) => (
            <li>{surenessWords(one)}</li>
          ))}
        </ul>
      </Section>
    )}
  </>
);

const Reader: FC<ReaderFigures> = (reader) => {
  const { kind, replies, silent, right, rulesRight, removedClaimed, removedWrongly } = reader;
  return (
    <li>
      <h3>{shown(readerWords(reader))}</h3>
      <p class="count">
        {right} of {replies} right <span class="soft">{percent(right, replies)}</span>
      </p>
      <Bar parts={[["cases", replies === 0 ? 0 : right / replies]]} />
      <p class="soft">
        {kind !== "rules" && `The rules alone: ${rulesRight} of the same ${replies} right. `}
        {silent > 0 && `It did not say about ${silent}. `}
        Taken for removed: {removedClaimed}, of these wrongly: {removedWrongly}.
      </p>
    </li>
  );
};

const isWrong = ({ was, read }: Mixed): boolean => read !== was;
const isEverWrong = ({ mixed }: ReaderFigures): boolean => mixed.some(isWrong);
const percent = (of: number, all: number): string => `${((all === 0 ? 0 : of / all) * 100).toFixed(1)} %`;

const mixedWords = ({ was, read, times }: Mixed): string =>
  `${times} × the desk said: ${readingWords[was]}; ` +
  (read === undefined ? "the reader did not say" : `read as: ${readingWords[read]}`);

const surenessWords = ({ name, tenths, replies, right }: Sureness): string =>
  `From ${(tenths / 10).toFixed(1)}: ${right} of ${replies} right (${percent(right, replies)})` +
  (name === undefined ? "" : `, ${shown(name)}`);
