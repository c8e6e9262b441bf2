import { type Clock, type Instant, instant, msOf } from "../../functions/kernel/instant.ts";

export type MovableClock = Clock & {
  /** Moves on by hand. Never back: a moment that is past already changes nothing. */
  readonly jumpTo: (at: Instant) => void;
  /** For so many real milliseconds from now it runs no faster than real time, then at its speed again. */
  readonly slowFor: (ms: number) => void;
  /** Simulated milliseconds that pass in one real one, at present. */
  readonly speed: () => number;
};

/**
 * A clock that begins at `began` and runs at `speed`: 1 is real time, 0 stands still until it is moved by hand.
 * `realMs` is the real clock beneath, in milliseconds from any beginning; it is handed in by tests alone.
 */
export const movableClock = (
  began: Instant,
  speed: number,
  realMs: () => number = () => performance.now(),
): MovableClock => {
  let simulatedMs = msOf(began);
  let sinceRealMs = realMs();
  let slowUntilMs = sinceRealMs;
  const nowMs = (): number => {
    const real = realMs();
    const slowMs = Math.max(0, Math.min(real, slowUntilMs) - sinceRealMs);
    simulatedMs += slowMs * Math.min(1, speed) + (real - sinceRealMs - slowMs) * speed;
    sinceRealMs = real;
    return Math.floor(simulatedMs);
  };
  return {
    now: () => instant(nowMs()),
    jumpTo: (at) => {
      simulatedMs = Math.max(nowMs(), msOf(at));
    },
    slowFor: (ms) => {
      nowMs();
      slowUntilMs = sinceRealMs + ms;
    },
    speed: () => (realMs() < slowUntilMs ? Math.min(1, speed) : speed),
  };
};
