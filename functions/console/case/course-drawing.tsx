import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { axisOf, type Course, type MarkKind, markKinds, placeIn } from "./course.ts";

const kindWords: Record<MarkKind, string> = {
  notice: "notice",
  reminder: "reminder",
  question: "question to a person",
  end: "closed",
};

/** Shapes differ, so colours are not needed. Drawn around 0,0. */
const shapes: Record<MarkKind, string> = {
  notice: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
  reminder: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
  question: "M0 -8L8 0L0 8L-8 0z",
  end: "M-6 -6H6V6H-6z",
};

const Shape: FC<{ readonly kind: MarkKind }> = ({ kind }) => <path class={`mark-${kind}`} d={shapes[kind]} />;

/** Marks at both ends show whole. */
const percent = (place: number): string => `${(2.5 + place * 95).toFixed(2)}%`;
const part = (place: number): string => `${(place * 95).toFixed(2)}%`;

/**
 * What comes, drawn to scale: a strip for each desk and the person on call, marks for mails and questions,
 * grey outside the host's working hours. All of it is in words beside it. No script, no style of its own.
 */
export const CourseDrawing: FC<{ readonly course: Course }> = ({ course }) => {
  const labels = axisOf(course);
  const used = markKinds.filter((kind) => course.rows.some(({ marks }) => marks.some((mark) => mark.kind === kind)));
  return (
    <div class="course" aria-hidden="true">
      {course.rows.map((row) => (
        <div class="course-row">
          <p class="course-name">
            {row.name}
            {row.what && <span class="soft"> · {row.what}</span>}
          </p>
          <Strip course={course} row={row} labels={labels.map(({ at }) => at)} />
        </div>
      ))}
      <svg class="strip axis" aria-hidden="true" focusable="false">
        {labels.map(({ at, says }, number) => (
          <text x={percent(placeIn(course, at))} y="12" text-anchor={number === 0 ? "start" : "middle"}>
            {says}
          </text>
        ))}
      </svg>
      <p class="course-key">
        {used.map((kind) => (
          <span>
            <svg viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
              <Shape kind={kind} />
            </svg>
            {kindWords[kind]}
          </span>
        ))}
        {course.quiet.length > 0 && (
          <span>
            <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
              <rect class="quiet" width="18" height="18" />
            </svg>
            no working hours at the host
          </span>
        )}
      </p>
    </div>
  );
};

const Strip: FC<{
  readonly course: Course;
  readonly row: Course["rows"][number];
  readonly labels: readonly Instant[];
}> = ({ course, row, labels }) => {
  const [first] = row.marks;
  const place = (at: Instant): number => placeIn(course, at);
  return (
    <svg class="strip" aria-hidden="true" focusable="false">
      <rect class="ground" width="100%" height="100%" />
      {course.quiet.map(({ from, until }) => (
        <rect class="quiet" x={percent(place(from))} width={part(place(until) - place(from))} height="100%" />
      ))}
      {labels.map((at) => (
        <line class="grid" x1={percent(place(at))} x2={percent(place(at))} y1="0" y2="100%" />
      ))}
      {first && <line class="knows" x1={percent(place(first.at))} x2={percent(1)} y1="50%" y2="50%" />}
      {row.marks.map(({ at, kind }) => (
        <svg x={percent(place(at))} y="50%" overflow="visible" aria-hidden="true">
          <Shape kind={kind} />
        </svg>
      ))}
    </svg>
  );
};
