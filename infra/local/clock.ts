import { type Clock, type Instant, instant, msOf } from "../../functions/kernel/instant.ts";

export type MovableClock = Clock & {
  /** Moves on by hand. Never back: a moment that is past already changes nothing. */
  readonly jumpTo: (at: Instant) => void;
  /**
   * Simulated milliseconds that pass in one real one; 0 stands still until it is moved by hand, 1
   * is real time.
   */
  readonly setSpeed: (speed: number) => void;
  /** Real milliseconds until a moment comes by itself; Infinity when the clock stands still. */
  readonly realMsUntil: (at: Instant) => number;
};

/**
 * A clock that begins at `began` and runs at `speed`. `realMs` is the real clock beneath, in
 * milliseconds from any beginning; it is handed in by tests alone.
 */
export const movableClock = (
  began: Instant,
  speed: number,
  realMs: () => number = () => performance.now(),
): MovableClock => {
  let simulatedMs = msOf(began);
  let sinceRealMs = realMs();
  let pace = speed;
  const nowMs = (): number => {
    const real = realMs();
    simulatedMs += (real - sinceRealMs) * pace;
    sinceRealMs = real;
    return Math.floor(simulatedMs);
  };
  return {
    now: () => instant(nowMs()),
    jumpTo: (at) => {
      simulatedMs = Math.max(nowMs(), msOf(at));
    },
    setSpeed: (next) => {
      nowMs();
      pace = next;
    },
    realMsUntil: (at) => {
      const leftMs = msOf(at) - nowMs();
      return leftMs <= 0 ? 0 : pace === 0 ? Number.POSITIVE_INFINITY : leftMs / pace;
    },
  };
};
