import type { Child, FC } from "hono/jsx";
import type { Lane } from "../../report/category.ts";
import { hourEdges } from "../../statistics/counts.ts";
import {
  awsLines,
  bothLanes,
  type Course,
  type Day,
  groupsDrawn,
  mailRates,
  type Overview,
  type Removal,
  shareWithin,
} from "../../statistics/overview.ts";
import { day, monthWords } from "../words.ts";
import {
  alongOf,
  type Bar,
  Bars,
  Bound,
  countsTo,
  hoursScale,
  Legend,
  Lines,
  middleOf,
  Plot,
  type Series,
  Spark,
  scaleTo,
  type Tick,
} from "./plot.tsx";
import { groupWords, percentWords } from "./tables.ts";

type NumbersTableProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Child[])[];
};

/** The first of each row is its head. */
export const NumbersTable: FC<NumbersTableProps> = ({ caption, heads, rows }) => (
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
            <th scope="row">{first}</th>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** `24 Nov`. */
const shortDay = (of: string): string => day(of).replace(/ \d{4}$/, "");

/** A few words of the axis, with the first and the last. */
const ticksOf = (all: readonly string[], at: (number: number) => number): readonly Tick[] => {
  const step = Math.max(1, Math.ceil((all.length - 1) / 3));
  return all
    .map((says, number) => ({ at: at(number), says }))
    .filter((_, number) => (all.length - 1 - number) % step === 0);
};
const dayTicks = (days: readonly Day[], at: (number: number) => number): readonly Tick[] =>
  ticksOf(
    days.map((one) => shortDay(one.day)),
    at,
  );

const swatches = (of: readonly (readonly [string, string])[]) => (
  <ul class="plot-legend">
    {of.map(([kind, says]) => (
      <li>
        <svg class="swatch" aria-hidden="true" focusable="false">
          <rect class={kind} width="100%" height="100%" />
        </svg>
        {says}
      </li>
    ))}
  </ul>
);

/** In above the line, out below, each with its urgent part at the line. */
export const FlowPicture: FC<{ readonly days: readonly Day[] }> = ({ days }) => {
  const most = Math.max(1, ...days.flatMap((one) => [bothLanes(one.in), bothLanes(one.out)]));
  const above = countsTo(most, 2);
  const top = most / above.place(most);
  const at = (of: number): number => 0.5 + of / top / 2;
  const parts = (one: Day["in"], sign: 1 | -1): readonly Bar[] => [
    { class: "bar-urgent", from: at(0), to: at(sign * one.urgent) },
    { class: "bar-standard", from: at(sign * one.urgent), to: at(sign * bothLanes(one)) },
  ];
  const ticks = above.ticks
    .filter((tick) => tick.at > 0)
    .flatMap((tick) => [
      { at: 0.5 + tick.at / 2, says: tick.says },
      { at: 0.5 - tick.at / 2, says: tick.says },
    ]);
  return (
    <>
      <Plot x={dayTicks(days, (number) => middleOf(number, days.length))} y={[...ticks, { at: 0.5, says: "0" }]}>
        <Bars bars={days.map((one) => [...parts(one.in, 1), ...parts(one.out, -1)])} />
        <line class="zero" x1="0" x2="100%" y1="50%" y2="50%" />
      </Plot>
      {swatches([
        ["bar-urgent", "urgent"],
        ["bar-standard", "standard"],
      ])}
    </>
  );
};

export const OpenPicture: FC<{ readonly days: readonly Day[]; readonly lane: Lane }> = ({ days, lane }) => {
  const scale = countsTo(Math.max(...days.map(({ open }) => open[lane])), 3);
  const at = alongOf(days.length);
  const points = days.map(({ open }, number) => ({ x: at(number), y: scale.place(open[lane]) }));
  const series = [{ name: lane, style: lane === "urgent" ? 6 : 0, points }];
  return (
    <Plot x={dayTicks(days, at)} y={scale.ticks} isLow>
      <Lines series={series} />
    </Plot>
  );
};

const shares = () => scaleTo(1, 4, (of) => percentWords(of));

const curveOf = (removal: Removal, style: number, name: string): Series => {
  const x = hoursScale();
  const y = shares();
  return {
    name,
    style,
    points: hourEdges.map((edge) => ({ x: x.place(edge), y: y.place(shareWithin(removal, edge) ?? 0) })),
  };
};

/** The share gone by hours, of all and of the largest groups. */
export const RemovalPicture: FC<Pick<Overview, "all" | "groups" | "period">> = ({ all, groups, period: { by } }) => {
  const series = [
    ...groups
      .filter(({ asked }) => asked > 0)
      .slice(0, groupsDrawn)
      .map((one, style) => curveOf(one, style, groupWords(by, one.name))),
    curveOf(all, groupsDrawn, "all"),
  ];
  return (
    <>
      <Plot x={hoursScale().ticks} y={shares().ticks}>
        <Lines series={series} />
      </Plot>
      <Legend of={series} />
    </>
  );
};

export const MonthsPicture: FC<Pick<Overview, "months">> = ({ months }) => {
  const known = months.filter(({ asked }) => asked > 0);
  const at = alongOf(known.length);
  const of = (name: string, style: number, share: (removal: Removal) => number): Series => ({
    name,
    style,
    points: known.map((one, number) => ({ x: at(number), y: shares().place(share(one)) })),
  });
  const series = [
    of("gone within a day", 1, (one) => shareWithin(one, 24) ?? 0),
    of("within 7 days", 0, (one) => shareWithin(one, 168) ?? 0),
    of("gone by now", 5, (one) => one.gone / one.asked),
  ];
  const ticks = ticksOf(
    known.map(({ name }) => monthWords(name)),
    at,
  );
  return (
    <>
      <Plot x={ticks} y={shares().ticks}>
        <Lines series={series} />
      </Plot>
      <Legend of={series} />
    </>
  );
};

export const CourseList: FC<{ readonly courses: readonly Course[]; readonly by: Overview["period"]["by"] }> = ({
  courses,
  by,
}) => (
  <NumbersTable
    caption="Gone within 7 days, month by month: the first month known, the last, and what lies between."
    heads={["Group", "First", "Course", "Last"]}
    rows={courses.slice(0, groupsDrawn).map(({ name, months }) => {
      const known = months.flatMap(({ month, removal }, at) =>
        removal ? [{ month, x: at / Math.max(1, months.length - 1), y: shareWithin(removal, 168) ?? 0 }] : [],
      );
      const [first, last] = [known[0], known.at(-1)].map((one) => (
        <>
          {percentWords(one?.y)} <span class="soft">{one && monthWords(one.month)}</span>
        </>
      ));
      return [groupWords(by, name), first, <Spark points={known} />, last];
    })}
  />
);

export const QuestionsPicture: FC<{ readonly days: readonly Day[] }> = ({ days }) => {
  const scale = countsTo(Math.max(...days.flatMap(({ asked, answered }) => [asked, answered])), 3);
  const bar = (name: string, of: number): Bar => ({ class: name, from: 0, to: scale.place(of) });
  const pairs = days.flatMap(({ asked, answered }) => [[bar("bar-other", asked)], [bar("bar-one", answered)]]);
  return (
    <>
      <Plot x={dayTicks(days, (number) => middleOf(number, days.length))} y={scale.ticks}>
        <Bars bars={pairs} />
      </Plot>
      {swatches([
        ["bar-other", "asked (the left bar)"],
        ["bar-one", "answered by a person (the right bar)"],
      ])}
    </>
  );
};

/** Rates of the seven days up to each: on one day alone a single mail would be half. */
const weekly = (days: readonly Day[], rate: "bounceRate" | "complaintRate") =>
  days.flatMap((_, at) => {
    const share = mailRates(days.slice(Math.max(0, at - 6), at + 1))[rate];
    return share === undefined ? [] : [{ at, share }];
  });

export const RatePicture: FC<{ readonly days: readonly Day[]; readonly of: "bounce" | "complaint" }> = ({
  days,
  of,
}) => {
  const { review, stop } = awsLines[of];
  const rates = weekly(days, of === "bounce" ? "bounceRate" : "complaintRate");
  const digits = of === "bounce" ? 0 : 1;
  const most = Math.max(stop * 1.15, ...rates.map(({ share }) => share));
  const scale = scaleTo(most, 3, (share) => percentWords(share, digits));
  const at = alongOf(days.length);
  const series = [{ name: of, style: 0, points: rates.map((one) => ({ x: at(one.at), y: scale.place(one.share) })) }];
  return (
    <Plot x={dayTicks(days, at)} y={scale.ticks}>
      <Bound at={scale.place(review)} kind="review" says={`${percentWords(review, digits)}: AWS reviews`} />
      <Bound at={scale.place(stop)} kind="stop" says={`${percentWords(stop, digits)}: AWS may stop`} />
      <Lines series={series} />
    </Plot>
  );
};
