import type { Child, FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { countedBy } from "../../statistics/counts.ts";
import { type ReadingReport, readingDefinitions } from "../../statistics/how-read.ts";
import {
  awsLines,
  bothLanes,
  mailRates,
  medianOf,
  type Overview,
  overviewDefinitions,
  shareWithin,
} from "../../statistics/overview.ts";
import { BarChoice, BarForm, Title } from "../elements.tsx";
import { listAddress } from "../list/filter.ts";
import { caseName, Folded, LaneTag, ListSection, Section, whatItIs } from "../parts.tsx";
import { between, count, day, moment, readingWords } from "../words.ts";
import { FlowPicture } from "./flow-picture.tsx";
import { dayChoices, monthChoices, writePeriod } from "./period.ts";
import {
  byWords,
  type Cell,
  hoursWords,
  numberWords,
  type OldCase,
  type Oldest,
  percentWords,
  reputationWords,
  type TableName,
  tableOf,
} from "./tables.ts";

type PageProps = {
  readonly overview: Overview;
  readonly oldest: Oldest;
  /** Of the months of `overview`. */
  readonly reading: ReadingReport;
};

/** What a team lead asks each Monday. Each table has its CSV. */
export const OverviewPage: FC<PageProps> = ({ overview, oldest, reading }) => {
  const { since, upTo, period, now } = overview;
  return (
    <>
      <Title of="Overview">
        {since === undefined
          ? "Nothing has been counted yet. It begins with the next case that changes."
          : `Counted since ${day(since)}; cases that ended before are not in it. Days and months are UTC.`}
        {upTo !== undefined && ` As of ${moment(upTo)}.`}
      </Title>
      <PeriodForm {...period} />
      <Tiles overview={overview} />
      <div class="overview">
        <Panel id="flow" title="Opened and closed per day">
          <p class="soft">Opened above the line, closed below it.</p>
          <FlowPicture days={overview.days} />
          <Numbers of="days" overview={overview} isFolded />
        </Panel>
        <RemovalSection overview={overview} />
        <QuestionsSection overview={overview} />
        <OldestSection oldest={oldest} now={now} />
        <MailSection overview={overview} />
        <ReadingSection {...reading} />
      </div>
      <ListSection id="meaning" title="What the figures mean" all={[...overviewDefinitions, ...readingDefinitions]} />
    </>
  );
};

const PeriodForm: FC<Overview["period"]> = ({ days, months }) => (
  <BarForm action="/overview">
    <BarChoice
      name="days"
      label="Days"
      now={String(days)}
      all={dayChoices.map((choice) => [String(choice), `Last ${choice / 7} weeks`])}
    />
    <BarChoice
      name="months"
      label="Months of opening"
      now={String(months)}
      all={monthChoices.map((choice) => [
        String(choice),
        choice === 1 ? "Removal: opened this month" : `Removal: opened in ${choice} months`,
      ])}
    />
  </BarForm>
);

const Tiles: FC<{ readonly overview: Overview }> = ({ overview }) => {
  const { days, all } = overview;
  const open = days.at(-1)?.open ?? { urgent: 0, standard: 0 };
  const week = days.slice(-7);
  const sum = (of: "in" | "out") => week.reduce((total, one) => total + bothLanes(one[of]), 0);
  const median = medianOf(all);
  const share = shareWithin(all, 24);
  const weekDays = { from: week[0]?.day, to: week.at(-1)?.day };
  return (
    <ul class="tiles">
      <Tile
        figure={numberWords(bothLanes(open))}
        says={`open, ${numberWords(open.urgent)} of them urgent`}
        href={listAddress({ state: "open" })}
      />
      <Tile
        figure={numberWords(sum("in"))}
        says="opened, the last 7 days"
        href={listAddress({ state: "all", ...weekDays })}
      />
      <Tile
        figure={numberWords(sum("out"))}
        says="closed, the last 7 days"
        href={listAddress({ state: "closed", ...weekDays })}
      />
      <Tile figure={percentWords(share)} says="gone within a day of the first notice" />
      <Tile figure={median === undefined ? "–" : hoursWords(median)} says="median time to removal" />
    </ul>
  );
};

type TileProps = { readonly figure: string; readonly says: string; readonly href?: string };
const Tile: FC<TileProps> = ({ figure, says, href }) => (
  <li>
    <span class="figure">
      {href ? (
        <a href={href} aria-label={`${figure} ${says}`}>
          {figure}
        </a>
      ) : (
        figure
      )}
    </span>
    <span class="soft">{says}</span>
  </li>
);

type PanelProps = {
  readonly id: string;
  readonly title: string;
  readonly isEmpty?: boolean;
  readonly children?: Child;
};
const Panel: FC<PanelProps> = ({ id, title, isEmpty, children }) => (
  <Section id={id} title={title} class="panel picture">
    {isEmpty ? <p class="empty">Nothing of it in this time.</p> : children}
  </Section>
);

const RemovalSection: FC<{ readonly overview: Overview }> = ({ overview }) => {
  const { all } = overview;
  return (
    <>
      <Panel id="removal" title="Time to removal" isEmpty={all.asked === 0}>
        <p class="soft">
          Cases that a desk was asked about: {numberWords(all.asked)}. Gone of these: {numberWords(all.gone)}.
        </p>
        {countedBy.map((by) => (
          <>
            <h3>By {byWords[by].toLowerCase()}</h3>
            <Numbers of={by} overview={overview} />
          </>
        ))}
      </Panel>
      <Panel id="slow" title="Who answers slowly" isEmpty={tableOf("slow", overview).rows.length === 0}>
        <Numbers of="slow" overview={overview} />
      </Panel>
    </>
  );
};

const OldestSection: FC<{ readonly oldest: Oldest; readonly now: Instant }> = ({ oldest, now }) => (
  <Panel id="oldest" title="Open longest">
    <h3>With desks, since they were opened</h3>
    <OldestList rows={oldest.withDesks} now={now} />
    <h3>Before a person, first in line</h3>
    <OldestList rows={oldest.withPersons} now={now} />
    <p class="below">
      <a href="/">All that need a person</a>
      <a href="/overview/oldest.csv" download="oldest.csv">
        CSV of these lists
      </a>
    </p>
  </Panel>
);

const OldestList: FC<{ readonly rows: readonly OldCase[]; readonly now: Instant }> = ({ rows, now }) =>
  rows.length === 0 ? (
    <p class="empty">None.</p>
  ) : (
    <ul class="dense">
      {rows.map(({ state, since }) => (
        <li class={state.lane}>
          <p class="of">
            <a href={`/cases/${encodeURIComponent(state.id)}`}>{caseName(state)}</a> <LaneTag lane={state.lane} />{" "}
            <span class="soft">{whatItIs(state)}</span>
          </p>
          <span class="waits">{between(since, now)}</span>
        </li>
      ))}
    </ul>
  );

const QuestionsSection: FC<{ readonly overview: Overview }> = ({ overview }) => (
  <Panel id="questions" title="Questions to persons">
    {overview.questions.length === 0 ? (
      <p class="empty">Nothing of it in this time.</p>
    ) : (
      <Numbers of="questions" overview={overview} />
    )}
    {overview.persons.length > 0 && (
      <>
        <h3>Who answered</h3>
        <Numbers of="persons" overview={overview} />
      </>
    )}
  </Panel>
);

const MailSection: FC<{ readonly overview: Overview }> = ({ overview }) => {
  const all = mailRates(overview.days);
  const { sent, bounced, complained } = mailRates(overview.days.slice(-7));
  return (
    <Panel id="mail" title="SES reputation" isEmpty={all.sent === 0}>
      <p class="soft">
        Mails: {numberWords(all.sent)}, {percentWords(all.delivered / all.sent, 1)} delivered.
      </p>
      <h3>Bounces, of the last 7 days</h3>
      <p class="verdict">{reputationWords(bounced, sent, awsLines.bounce)}</p>
      <h3>Complaints, of the last 7 days</h3>
      <p class="verdict">{reputationWords(complained, sent, awsLines.complaint)}</p>
      <Numbers of="mail" overview={overview} isFolded />
    </Panel>
  );
};

const ReadingSection: FC<ReadingReport> = ({ judged, told, right, removedClaimed, removedWrongly, ...report }) => (
  <Panel id="reading" title="How replies were read" isEmpty={judged === 0}>
    <p>
      {`Persons answered ${count(judged, "question")} about replies, and said of ${told} what the desk had said. `}
      {told > 0 && `${right} of these were read right, ${percentWords(right / told)}.`}
    </p>
    <p class="soft">
      Read as removed: {removedClaimed}, of these wrongly: {removedWrongly}. As likely removed: {report.likelyClaimed},
      of these wrongly: {report.likelyWrongly}.
    </p>
    <ul>
      {report.mixed
        .filter(({ was, read }) => was !== read)
        .map(({ was, read, times }) => (
          <li>
            {times} × {readingWords[was]}, read as: {readingWords[read]}
          </li>
        ))}
    </ul>
  </Panel>
);

const CellText: FC<Cell> = ({ says, href }) => (href === undefined ? says : <a href={href}>{says}</a>);

const Numbers: FC<{ readonly of: TableName; readonly overview: Overview; readonly isFolded?: true }> = ({
  of,
  overview,
  isFolded,
}) => {
  const { caption, heads, rows } = tableOf(of, overview);
  return (
    <>
      <Folded when={isFolded === true} what="The numbers">
        <section class="numbers-box" aria-label={caption} tabindex={0}>
          <table class="numbers">
            <caption>{caption}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...cells]) => (
                <tr>
                  <th scope="row">{first && <CellText {...first} />}</th>
                  {cells.map((cell) => (
                    <td>
                      <CellText {...cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Folded>
      <p class="below">
        <a href={`/overview/${of}.csv?${writePeriod(overview.period)}`} download={`${of}.csv`}>
          CSV of this table
        </a>
      </p>
    </>
  );
};
