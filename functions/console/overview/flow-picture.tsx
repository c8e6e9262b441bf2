import { scaleBand, scaleLinear } from "d3-scale";
import type { FC } from "hono/jsx";
import { bothLanes, type Day } from "../../statistics/overview.ts";
import { day } from "../words.ts";

/** From 0 to 1. */
type Tick = { readonly at: number; readonly says: string };

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
const short = scaleLinear().domain([0, 1]).tickFormat(1, "~s");

/** A few days of the axis, with the last. */
const dayTicks = (days: readonly Day[]): readonly Tick[] => {
  const step = Math.max(1, Math.ceil((days.length - 1) / 3));
  return days
    .map((one, at) => ({ at: (at + 0.5) / days.length, says: day(one.day).replace(/ \d{4}$/, "") }))
    .filter((_, at) => (days.length - 1 - at) % step === 0);
};

type Bar = { readonly class: string; readonly from: number; readonly to: number };

/**
 * Opened above the line, closed below, each with its urgent part at the line. SVG without script or style attribute,
 * since the console's CSP allows neither; in percent, so that words do not stretch. The table beside it has all of it.
 */
export const FlowPicture: FC<{ readonly days: readonly Day[] }> = ({ days }) => {
  const most = Math.max(1, ...days.flatMap((one) => [bothLanes(one.in), bothLanes(one.out)]));
  const scale = scaleLinear().domain([-most, most]).nice(5).range([0, 1]);
  const places = scaleBand<number>()
    .domain(days.map((_, at) => at))
    .range([0, 1])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const parts = (one: Day["in"], sign: 1 | -1): readonly Bar[] => [
    { class: "bar-urgent", from: scale(0), to: scale(sign * one.urgent) },
    { class: "bar-standard", from: scale(sign * one.urgent), to: scale(sign * bothLanes(one)) },
  ];
  const ticks = scale
    .ticks(5)
    .filter(Number.isInteger)
    .map((count) => ({ at: scale(count), says: short(Math.abs(count)) }));
  return (
    <>
      <div class="plot" aria-hidden="true">
        <svg class="plot-y" aria-hidden="true" focusable="false">
          {ticks.map(({ at, says }) => (
            <text x="100%" y={percent(1 - at)} dy={at > 0.97 ? ".8em" : at < 0.03 ? "0" : ".32em"} text-anchor="end">
              {says}
            </text>
          ))}
        </svg>
        <svg class="plot-area" aria-hidden="true" focusable="false">
          {ticks.map(({ at }) => (
            <line class="grid" x1="0" x2="100%" y1={percent(1 - at)} y2={percent(1 - at)} />
          ))}
          {days
            .flatMap((one, at) => [...parts(one.in, 1), ...parts(one.out, -1)].map((bar) => ({ ...bar, at })))
            .filter(({ from, to }) => from !== to)
            .map(({ class: name, from, to, at }) => (
              <rect
                class={name}
                x={percent(places(at) ?? 0)}
                width={percent(places.bandwidth())}
                y={percent(1 - Math.max(from, to))}
                height={percent(Math.abs(to - from))}
              />
            ))}
          <line class="zero" x1="0" x2="100%" y1={percent(1 - scale(0))} y2={percent(1 - scale(0))} />
        </svg>
        <svg class="plot-x" aria-hidden="true" focusable="false">
          {dayTicks(days).map(({ at, says }) => (
            <text x={percent(at)} y="1em" text-anchor={at < 0.03 ? "start" : at > 0.97 ? "end" : "middle"}>
              {says}
            </text>
          ))}
        </svg>
      </div>
      <ul class="plot-legend">
        {["urgent", "standard"].map((lane) => (
          <li>
            <svg class="swatch" aria-hidden="true" focusable="false">
              <rect class={`bar-${lane}`} width="100%" height="100%" />
            </svg>
            {lane}
          </li>
        ))}
      </ul>
    </>
  );
};
