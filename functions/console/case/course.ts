import type { Notice } from "../../case/notice.ts";
import type { Policy } from "../../case/policy.ts";
import { notBefore } from "../../case/quiet-hours.ts";
import type { Step } from "../../case/step.ts";
import { earlier, type Instant, msOf, plusHours, plusMinutes } from "../../kernel/instant.ts";
import type { Lane } from "../../report/category.ts";
import { visible } from "../shown.ts";
import { scopeWords } from "../words.ts";
import type { Coming } from "./what-comes.ts";

export const markKinds = ["notice", "reminder", "question", "end"] as const;
export type MarkKind = (typeof markKinds)[number];

export type Mark = { readonly at: Instant; readonly kind: MarkKind };

/** One desk, the person on call, or the case itself. */
export type CourseRow = { readonly name: string; readonly what?: string; readonly marks: readonly Mark[] };

/** When desks of the host's country are not written to. */
export type QuietSpan = { readonly from: Instant; readonly until: Instant };

/** A case's future, as drawn. */
export type Course = {
  readonly began: Instant;
  readonly until: Instant;
  readonly rows: readonly CourseRow[];
  readonly quiet: readonly QuietSpan[];
};

/** What decides a case's quiet hours. */
export type QuietBy = { readonly policy: Policy; readonly lane: Lane };

const markOf = {
  first: "notice",
  reminder: "reminder",
  escalation: "notice",
  moved: "notice",
  withdrawal: "notice",
  correction: "notice",
  returned: "notice",
  letter: "notice",
} as const satisfies Record<Step, MarkKind>;

const person = "The person on call";
const theCase = "The case";

const whatItIs = ({ scope, isInFront }: Notice["to"]): string =>
  isInFront ? "stands in front of the host" : scopeWords[scope];

type Placed = Mark & { readonly row: string; readonly what?: string };

const placedIn = ({ at, sends, events }: Coming): readonly Placed[] => [
  ...sends.map(({ to, step }): Placed => ({ at, kind: markOf[step], row: visible(to.email), what: whatItIs(to) })),
  ...events.flatMap(({ type }): readonly Placed[] => {
    if (type === "asked") return [{ at, kind: "question", row: person }];
    return type === "closed" ? [{ at, kind: "end", row: theCase }] : [];
  }),
];

/** Draws desks as they are notified, then the person on call, then the end. `undefined` if nothing. Pure. */
export const courseOf = (coming: readonly Coming[], began: Instant, quietBy?: QuietBy): Course | undefined => {
  const placed = coming.flatMap(placedIn);
  const last = placed.at(-1);
  if (!last) return undefined;
  const until = plusMinutes(last.at, Math.max(30, Math.ceil((msOf(last.at) - msOf(began)) / 60_000 / 20)));
  const names = [...new Set(placed.map(({ row }) => row))].toSorted((a, b) => rank(a) - rank(b));
  const rows = names.map((name): CourseRow => {
    const own = placed.filter(({ row }) => row === name);
    const what = own[0]?.what;
    return { name, ...(what !== undefined && { what }), marks: own.map(({ at, kind }) => ({ at, kind })) };
  });
  return { began, until, rows, quiet: quietBy ? quietSpans(began, until, quietBy) : [] };
};

const rank = (row: string): number => (row === theCase ? 2 : row === person ? 1 : 0);

/** Clocks differ by quarter hours, and working days begin and end on full hours. */
const lookedEveryMinutes = 15;

/** The decider's own quiet hours, sampled. */
const quietSpans = (from: Instant, until: Instant, { policy, lane }: QuietBy): readonly QuietSpan[] => {
  const spans: QuietSpan[] = [];
  let at = from;
  while (at < until) {
    const opens = notBefore(at, policy, lane);
    if (opens > at) spans.push({ from: at, until: earlier(opens, until) });
    at = opens > at ? opens : nextLook(at);
  }
  return spans;
};

const nextLook = (at: Instant): Instant => {
  const past = msOf(at) % (lookedEveryMinutes * 60_000);
  return plusMinutes(at, lookedEveryMinutes - past / 60_000);
};

/** In hours. */
const axisSteps = [1, 3, 6, 12, 24, 48, 72, 168, 336, 672] as const;
const labelsAtMost = 6;

export type AxisLabel = { readonly at: Instant; readonly says: string };

/** `+3 h`, `+1 d`, …: as many labels as a phone has room for. */
export const axisOf = ({ began, until }: Course): readonly AxisLabel[] => {
  const hours = (msOf(until) - msOf(began)) / 3_600_000;
  const step = axisSteps.find((one) => hours / one < labelsAtMost) ?? 1344;
  const unit = step % 24 === 0 ? 24 : 1;
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, number) => ({
    at: plusHours(began, number * step),
    says: number === 0 ? "0" : `+${(number * step) / unit} ${unit === 24 ? "d" : "h"}`,
  }));
};

/** From 0 at the start to 1 at the end. */
export const placeIn = ({ began, until }: Pick<Course, "began" | "until">, at: Instant): number =>
  Math.min(1, Math.max(0, (msOf(at) - msOf(began)) / (msOf(until) - msOf(began))));

/** Why a mail written now waits, a sentence each: the host's quiet hours, or others to the same desk. */
export const sayWaiting = ({ at, events, after }: Coming, { policy, lane }: QuietBy): readonly string[] =>
  events.flatMap((event) => {
    if (event.type !== "notice-queued") return [];
    const notice = after.notices.find(({ id }) => id === event.noticeId);
    if (notice?.state !== "queued" || notice.notBefore <= at) return [];
    const isQuiet = notBefore(at, policy, lane) > at;
    return [
      `The mail to ${visible(notice.to.email)} is written and waits: ` +
        (isQuiet ? "nobody is at work in the host’s country." : "others to the same desk may go with it."),
    ];
  });
