import type { Draw } from "./draw.ts";
import { dayMs, hourMs, isFalseReport, type PlayedHost, type PlayedTarget } from "./targets.ts";
import { week } from "./week.ts";

/** What truly happens to a target, in milliseconds; `up` from that moment on. */
type Turn = { readonly atMs: number; readonly up: boolean };

type Fate = {
  readonly turns: Turn[];
  /** When it goes without anybody's word; a desk that passes the notice on changes that. */
  silentAtMs: number | undefined;
  /** When it goes since somebody acted. */
  actedAtMs: number | undefined;
  /** When what went comes back. */
  backAtMs: number | undefined;
  movesAtBack: boolean;
  hasMoved: boolean;
};

const { goneWithoutAWord, goneAfterPassedOn, comesBack, nameComesBack } = week.truth;

const silentFate = ({ id }: PlayedTarget, fromMs: number, draw: Draw): number | undefined => {
  if (draw("silent fate", id) >= goneWithoutAWord.share) return undefined;
  const at = draw("silent fate at", id);
  const { halfWithinHours: half, withinHours: whole } = goneWithoutAWord;
  const hours = at < 0.5 ? at * 2 * half : half + (at - 0.5) * 2 * (whole - half);
  return fromMs + hours * hourMs;
};
/** What becomes of a target about which nobody does anything; `nameFromMs`: since when its host is reported. */
const begin = (target: PlayedTarget, fromMs: number, nameFromMs: number, draw: Draw): Fate => {
  const { host } = target;
  const isGone = host.kind === "out-of-dns";
  // Of a name that is out of DNS all pages come back together, or none does.
  const returns = isGone && draw("name back", host.name) < nameComesBack;
  return {
    turns: [{ atMs: Number.NEGATIVE_INFINITY, up: !isGone && !isFalseReport(target) }],
    silentAtMs: isGone ? undefined : silentFate(target, fromMs, draw),
    actedAtMs: undefined,
    backAtMs: returns ? nameFromMs + draw("name back at", host.name) * comesBack.withinDays * dayMs : undefined,
    movesAtBack: false,
    hasMoved: false,
  };
};

export type Truth = ReturnType<typeof truthOf>;

/**
 * What is true of each target, whatever the system believes. `reportedAtMs`: when it was first
 * reported, `hostReportedAtMs` when any page of its host was. Asked for moments in order; what is
 * past is kept.
 */
export const truthOf = (
  reportedAtMs: (target: PlayedTarget) => number,
  hostReportedAtMs: (host: PlayedHost) => number,
  draw: Draw,
) => {
  const fates = new Map<number, Fate>();
  const fateOf = (target: PlayedTarget): Fate => {
    const known = fates.get(target.id);
    if (known) return known;
    const fate = begin(target, reportedAtMs(target), hostReportedAtMs(target.host), draw);
    fates.set(target.id, fate);
    return fate;
  };

  const goes = (fate: Fate, { id, host }: PlayedTarget, atMs: number) => {
    fate.turns.push({ atMs, up: false });
    fate.silentAtMs = undefined;
    fate.actedAtMs = undefined;
    const nth = fate.turns.length;
    if (draw("back", id, nth) >= comesBack.share) return;
    fate.backAtMs = atMs + draw("back at", id, nth) * comesBack.withinDays * dayMs;
    // Where many pages share a host, or it is a provider's, one page can't take the name elsewhere.
    const mayMove = host.pages === 1 && host.registrar !== undefined;
    fate.movesAtBack = mayMove && draw("elsewhere", id, nth) < comesBack.ofTheseElsewhere;
  };
  const catchUp = (fate: Fate, target: PlayedTarget, nowMs: number) => {
    for (;;) {
      const isUp = fate.turns.at(-1)?.up ?? true;
      const goneAtMs = Math.min(
        fate.silentAtMs ?? Number.POSITIVE_INFINITY,
        fate.actedAtMs ?? Number.POSITIVE_INFINITY,
      );
      if (isUp && goneAtMs <= nowMs) goes(fate, target, goneAtMs);
      else if (!isUp && fate.backAtMs !== undefined && fate.backAtMs <= nowMs) {
        fate.turns.push({ atMs: fate.backAtMs, up: true });
        fate.hasMoved ||= fate.movesAtBack;
        fate.backAtMs = undefined;
      } else return;
    }
  };
  const at = (target: PlayedTarget, nowMs: number): Fate => {
    const fate = fateOf(target);
    catchUp(fate, target, nowMs);
    return fate;
  };
  const isUp = (target: PlayedTarget, atMs: number): boolean =>
    at(target, atMs).turns.findLast((turn) => turn.atMs <= atMs)?.up ?? true;

  return {
    /** Whether it is up at a moment that has come. */
    isUp,
    /** Whether it stands at a new host. */
    hasMoved: (target: PlayedTarget, atMs: number): boolean => at(target, atMs).hasMoved,
    /** Whether it was gone once and has come back. */
    hasComeBack: (target: PlayedTarget, atMs: number): boolean =>
      at(target, atMs).turns.some(({ up }, nth) => up && nth > 0),
    /** Somebody takes it down then. */
    isTakenDown: (target: PlayedTarget, atMs: number): void => {
      const fate = fateOf(target);
      fate.actedAtMs = Math.min(atMs, fate.actedAtMs ?? Number.POSITIVE_INFINITY);
    },
    /** Its desk passes the notice on to the customer. */
    isPassedOn: (target: PlayedTarget, atMs: number): void => {
      const fate = at(target, atMs);
      fate.silentAtMs = undefined;
      if (draw("passed on", target.id) >= goneAfterPassedOn.share) return;
      const goneAtMs = atMs + draw("passed on at", target.id) * goneAfterPassedOn.withinHours * hourMs;
      fate.actedAtMs = Math.min(goneAtMs, fate.actedAtMs ?? Number.POSITIVE_INFINITY);
    },
  };
};
