import type { Child, FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { lanes } from "../../report/category.ts";
import { type CountedBy, countedBy } from "../../statistics/counts.ts";
import {
  awsLines,
  bothLanes,
  mailRates,
  markOf,
  type Overview,
  overviewDefinitions,
  shareWithin,
} from "../../statistics/overview.ts";
import { BarChoice, BarForm, Title } from "../elements.tsx";
import { caseName, Folded, LaneTag, ListSection, Section, whatItIs } from "../parts.tsx";
import { between, day, laneWords, moment } from "../words.ts";
import { behindAddress } from "./behind.ts";
import { dayChoices, monthChoices, writePeriod } from "./period.ts";
import {
  CourseList,
  FlowPicture,
  MonthsPicture,
  NumbersTable,
  OpenPicture,
  QuestionsPicture,
  RatePicture,
  RemovalPicture,
} from "./pictures.tsx";
import {
  type Cell,
  goneWithin,
  hoursWords,
  lineWords,
  monthsShown,
  numberWords,
  type OldCase,
  type Oldest,
  type Picture,
  percentWords,
  tableOf,
} from "./tables.ts";

type PageProps = { readonly overview: Overview; readonly oldest: Oldest };

/** Each picture has its table and its CSV. */
export const OverviewPage: FC<PageProps> = ({ overview, oldest }) => {
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
        <FlowSection overview={overview} />
        <RemovalSection overview={overview} />
        <OldestSection oldest={oldest} now={now} />
        <QuestionsSection overview={overview} />
        <MailSection overview={overview} />
      </div>
      <ListSection id="meaning" title="What the figures mean" all={overviewDefinitions} />
    </>
  );
};

const byWords: Readonly<Record<CountedBy, string>> = {
  country: "By hosting country",
  provider: "By provider",
  category: "By category",
};

const PeriodForm: FC<Overview["period"]> = ({ days, by, months }) => (
  <BarForm action="/overview">
    <BarChoice
      name="days"
      label="Days"
      now={String(days)}
      all={dayChoices.map((choice) => [String(choice), `Last ${choice / 7} weeks`])}
    />
    <BarChoice name="by" label="Removal by" now={by} all={countedBy.map((choice) => [choice, byWords[choice]])} />
    <BarChoice
      name="months"
      label="Months of opening"
      now={String(months)}
      all={monthChoices.map((choice) => [
        String(choice),
        choice === 1 ? "Opened this month" : `Opened in ${choice} months`,
      ])}
    />
  </BarForm>
);

const Tiles: FC<{ readonly overview: Overview }> = ({ overview }) => {
  const { days, all, period } = overview;
  const open = days.at(-1)?.open ?? { urgent: 0, standard: 0 };
  const week = days.slice(-7);
  const sum = (of: "in" | "out") => week.reduce((total, one) => total + bothLanes(one[of]), 0);
  const half = markOf(all, 0.5);
  const share = shareWithin(all, 24);
  const today = days.at(-1)?.day ?? "";
  const weekDays = { day: week[0]?.day ?? "", until: today };
  const whose = { by: period.by, ...monthsShown(overview) };
  const ofWeek = (of: "in" | "out") => sum(of) > 0 && behindAddress({ of, ...weekDays });
  return (
    <ul class="tiles">
      <Tile
        figure={numberWords(bothLanes(open))}
        says={`open, ${numberWords(open.urgent)} of them urgent`}
        href={bothLanes(open) > 0 && behindAddress({ of: "open", day: today })}
      />
      <Tile figure={numberWords(sum("in"))} says="in, the last 7 days" href={ofWeek("in")} />
      <Tile figure={numberWords(sum("out"))} says="out, the last 7 days" href={ofWeek("out")} />
      <Tile
        figure={percentWords(share)}
        says="gone within a day of the first notice"
        href={(share ?? 0) > 0 && goneWithin(24, whose)}
      />
      <Tile
        figure={half === undefined ? "–" : hoursWords(half)}
        says="in which half was gone"
        href={half !== undefined && goneWithin(half, whose)}
      />
    </ul>
  );
};

type TileProps = { readonly figure: string; readonly says: string; readonly href: string | false };
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
  readonly isWide?: true;
  readonly isEmpty?: boolean;
  readonly children?: Child;
};
const Panel: FC<PanelProps> = ({ id, title, isWide, isEmpty, children }) => (
  <Section id={id} title={title} class={`panel picture${isWide ? " wide" : ""}`}>
    {isEmpty ? <p class="empty">Nothing of it in this time.</p> : children}
  </Section>
);

const FlowSection: FC<{ readonly overview: Overview }> = ({ overview }) => (
  <Panel id="flow" title="In, out and open" isWide>
    <h3>In, above the line, and out, below it: cases a day</h3>
    <FlowPicture days={overview.days} />
    <div class="lanes">
      {lanes.map((lane) => (
        <div>
          <h3>{laneWords[lane]}: open at the end of the day</h3>
          <OpenPicture days={overview.days} lane={lane} />
        </div>
      ))}
    </div>
    <Numbers of="days" overview={overview} />
  </Panel>
);

const RemovalSection: FC<{ readonly overview: Overview }> = ({ overview }) => {
  const { all, months, courses, period } = overview;
  return (
    <>
      <Panel id="removal" title="Share gone, by hours since the first notice" isEmpty={all.asked === 0}>
        <p class="soft">
          Cases that a desk was asked about: {numberWords(all.asked)}. Gone of these: {numberWords(all.gone)}.
        </p>
        <RemovalPicture {...overview} />
        <Numbers of="removal" overview={overview} />
      </Panel>
      <Panel id="months" title="Removal over the months" isEmpty={months.every(({ asked }) => asked === 0)}>
        <MonthsPicture months={months} />
        <Numbers of="months" overview={overview} />
        {courses.length > 0 && (
          <>
            <CourseList courses={courses} by={period.by} />
            <CsvOf of="courses" period={period} />
          </>
        )}
      </Panel>
    </>
  );
};

const OldestSection: FC<{ readonly oldest: Oldest; readonly now: Instant }> = ({ oldest, now }) => (
  <Panel id="oldest" title="Open longest" isWide>
    <h3>With desks, since they were opened</h3>
    <OldestList rows={oldest.withDesks} now={now} />
    <h3>Before a person, first in line</h3>
    <OldestList rows={oldest.withPersons} now={now} />
    <p class="below">
      <a href="/waiting">All that wait for a person</a>
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
          <a href={`/cases/${encodeURIComponent(state.id)}`}>{caseName(state)}</a>
          <LaneTag lane={state.lane} />
          <span class="soft">{whatItIs(state)}</span>
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
      <>
        <QuestionsPicture days={overview.days} />
        <Numbers of="questions" overview={overview} isOpen />
      </>
    )}
    {overview.persons.length > 0 && (
      <>
        <h3>Who answered</h3>
        <Numbers of="persons" overview={overview} isOpen />
      </>
    )}
  </Panel>
);

const MailSection: FC<{ readonly overview: Overview }> = ({ overview }) => {
  const rates = mailRates(overview.days);
  const lately = mailRates(overview.days.slice(-7));
  return (
    <Panel id="mail" title="Mail, against AWS’s lines" isEmpty={rates.sent === 0}>
      <p class="soft">
        Mails: {numberWords(rates.sent)}, {percentWords(rates.delivered / rates.sent, 1)} delivered.
      </p>
      <h3>Bounces, of the 7 days up to each</h3>
      <p class="verdict">{lineWords(lately.bounceRate, awsLines.bounce)}</p>
      <RatePicture days={overview.days} of="bounce" />
      <h3>Complaints, of the 7 days up to each</h3>
      <p class="verdict">{lineWords(lately.complaintRate, awsLines.complaint)}</p>
      <RatePicture days={overview.days} of="complaint" />
      <Numbers of="mail" overview={overview} />
    </Panel>
  );
};

const CsvOf: FC<{ readonly of: Picture; readonly period: Overview["period"] }> = ({ of, period }) => (
  <p class="below">
    <a href={`/overview/${of}.csv?${writePeriod(period)}`} download={`${of}.csv`}>
      CSV of this table
    </a>
  </p>
);

const CellText: FC<Cell> = ({ says, href }) => (href === undefined ? says : <a href={href}>{says}</a>);

const Numbers: FC<{ readonly of: Picture; readonly overview: Overview; readonly isOpen?: true }> = ({
  of,
  overview,
  isOpen,
}) => {
  const { rows, ...rest } = tableOf(of, overview);
  const table = <NumbersTable rows={rows.map((row) => row.map((cell) => <CellText {...cell} />))} {...rest} />;
  return (
    <>
      <Folded when={!isOpen} what="The numbers">
        {table}
      </Folded>
      <CsvOf of={of} period={overview.period} />
    </>
  );
};
