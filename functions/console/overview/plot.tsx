import { scaleBand, scaleLinear, scaleLog } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import type { Child, FC } from "hono/jsx";

/*
 * Server-written SVG: no script, no style attribute (the console's CSP allows neither), no words that scale
 * with the page. A plot fills its width: what must not stretch is in percent, and lines keep theirs
 * (`non-scaling-stroke`). The table beside a picture has all of it.
 */

/** `at`: from 0 to 1. */
export type Tick = { readonly at: number; readonly says: string };

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
/** The space that lines are drawn in before stretching. */
const across = 1000;
const down = 100;

type PlotProps = {
  readonly x: readonly Tick[];
  /** From the bottom up. */
  readonly y: readonly Tick[];
  readonly isLow?: true;
  readonly children?: Child;
};

/** A picture's frame: axes with their words, a line across at each tick of `y`, the rest upon it. */
export const Plot: FC<PlotProps> = ({ x, y, isLow, children }) => (
  <div class={isLow ? "plot low" : "plot"} aria-hidden="true">
    <svg class="plot-y" aria-hidden="true" focusable="false">
      {y.map(({ at, says }) => (
        <text x="100%" y={percent(1 - at)} dy={at > 0.97 ? ".8em" : at < 0.03 ? "0" : ".32em"} text-anchor="end">
          {says}
        </text>
      ))}
    </svg>
    <svg class="plot-area" aria-hidden="true" focusable="false">
      {y.map(({ at }) => (
        <line class="grid" x1="0" x2="100%" y1={percent(1 - at)} y2={percent(1 - at)} />
      ))}
      {children}
    </svg>
    <svg class="plot-x" aria-hidden="true" focusable="false">
      {x.map(({ at, says }) => (
        <text x={percent(at)} y="1em" text-anchor={at < 0.03 ? "start" : at > 0.97 ? "end" : "middle"}>
          {says}
        </text>
      ))}
    </svg>
  </div>
);

export type Point = { readonly x: number; readonly y: number };
/** Points from 0 to 1. `style`: which series it is, for its colour and dashes. */
export type Series = { readonly name: string; readonly style: number; readonly points: readonly Point[] };

const pathOf = line<Point>()
  .x(({ x }) => x * across)
  .y(({ y }) => (1 - y) * down)
  .curve(curveMonotoneX)
  .digits(1);

/** Series as lines, or as dots where there is nothing to join, like a single known day. */
export const Lines: FC<{ readonly series: readonly Series[] }> = ({ series }) =>
  series.some(({ points }) => points.length > 1) ? (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${across} ${down}`}
      preserveAspectRatio="none"
      width="100%"
      height="100%"
      overflow="visible"
    >
      {series.map(({ style, points }) => (
        <path class={`series s${style}`} d={pathOf(points) ?? ""} />
      ))}
    </svg>
  ) : (
    <>
      {series.flatMap(({ style, points }) =>
        points.map(({ x, y }) => <circle class={`dot s${style}`} cx={percent(x)} cy={percent(1 - y)} r="3.5" />),
      )}
    </>
  );

export const Bound: FC<{ readonly at: number; readonly says: string; readonly kind: "review" | "stop" }> = ({
  at,
  says,
  kind,
}) => (
  <>
    <line class={`bound ${kind}`} x1="0" x2="100%" y1={percent(1 - at)} y2={percent(1 - at)} />
    <text class="bound-says" x="100%" y={percent(1 - at)} dx="-4" dy={at > 0.9 ? "1.1em" : "-.35em"} text-anchor="end">
      {says}
    </text>
  </>
);

export type Bar = { readonly class: string; readonly from: number; readonly to: number };

/** Side by side, each of parts between two heights. */
export const Bars: FC<{ readonly bars: readonly (readonly Bar[])[] }> = ({ bars }) => {
  const places = scaleBand<number>()
    .domain(bars.map((_, at) => at))
    .range([0, 1])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  return (
    <>
      {bars.flatMap((parts, at) =>
        parts
          .filter(({ from, to }) => from !== to)
          .map(({ class: name, from, to }) => (
            <rect
              class={name}
              x={percent(places(at) ?? 0)}
              width={percent(places.bandwidth())}
              y={percent(1 - Math.max(from, to))}
              height={percent(Math.abs(to - from))}
            />
          )),
      )}
    </>
  );
};

/** Points that share a width, the first and the last at its ends. */
export const alongOf =
  (points: number) =>
  (at: number): number =>
    points === 1 ? 0.5 : at / (points - 1);

export const middleOf = (at: number, bars: number): number => (at + 0.5) / bars;

/** From 0 to a round number of at least `most`, with ticks in words. */
export const scaleTo = (most: number, ticks: number, says: (of: number) => string) => {
  const scale = scaleLinear().domain([0, most]).nice(ticks).range([0, 1]);
  return {
    place: (of: number): number => scale(of),
    ticks: scale.ticks(ticks).map((at) => ({ at: scale(at), says: says(at) })),
  };
};

const short = scaleLinear().domain([0, 1]).tickFormat(1, "~s");
/** For counts: no tick at half a case. `40k` is forty thousand. */
export const countsTo = (most: number, ticks = 4) => {
  const { place, ticks: all } = scaleTo(Math.max(1, most), ticks, (of) => (Number.isInteger(of) ? short(of) : ""));
  return { place, ticks: all.filter(({ says }) => says !== "") };
};

/** Log scale from a quarter hour to two months: most is decided in the first hours. */
export const hoursScale = () => {
  const scale = scaleLog().domain([0.25, 1440]).range([0, 1]);
  const marks: readonly (readonly [number, string])[] = [
    [0.25, "¼ h"],
    [1, "1 h"],
    [6, "6 h"],
    [24, "1 d"],
    [168, "7 d"],
    [720, "30 d"],
  ];
  return {
    place: (hours: number): number => scale(hours),
    ticks: marks.map(([at, says]) => ({ at: scale(at), says })),
  };
};

export const Legend: FC<{ readonly of: readonly { readonly name: Child; readonly style: number }[] }> = ({ of }) => (
  <ul class="plot-legend">
    {of.map(({ name, style }) => (
      <li>
        <svg aria-hidden="true" focusable="false">
          <line class={`series s${style}`} x1="0" x2="100%" y1="50%" y2="50%" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);

/** A small line from 0 to 1. Its row says the same in numbers. */
export const Spark: FC<{ readonly points: readonly Point[] }> = ({ points }) => (
  <svg class="spark" aria-hidden="true" focusable="false">
    <line class="grid" x1="0" x2="100%" y1="100%" y2="100%" />
    <Lines series={[{ name: "", style: 0, points }]} />
  </svg>
);
