import { setImmediate as afterMicrotasks } from "node:timers";
import type { Instant } from "../../functions/kernel/instant.ts";
import { instants } from "../../infra/command/scenarios/table-double.ts";
import { functionNames, topology } from "../../infra/stack/topology.ts";
import type { Fault, Port } from "./faults.ts";
import type { Random } from "./random.ts";

/** One invocation of one function. Dead, it never goes on; what it has in flight is dropped. */
export type Task = {
  readonly name: string;
  readonly startedMs: number;
  dead: boolean;
  /** The world failed it; it may say so in its own words. */
  hurt: boolean;
};

/**
 * What the world throws at a step; anything else that comes out of a step is a fault of the step.
 */
class WorldFailure extends Error {
  override name = "WorldFailure";
}

type Await = {
  readonly task: Task;
  readonly port: Port;
  readonly effect: (fault: Fault | undefined) => unknown;
  readonly failsWith: (() => unknown) | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readyAt: number;
  struck: boolean;
};

type Happening = { readonly at: number; readonly what: string; readonly happens: () => void };

/** Where time may bring something by itself: queues becoming visible, the schedule's minute. */
export type Source = {
  readonly nextMs: () => number | undefined;
  /** How many things it offers now. */
  readonly ready: () => number;
  /** Lets the one with this number happen, from 0 on. */
  readonly begin: (at: number) => void;
};

/**
 * The order in which what is ready happens. `together` starts everything at once and lets
 * invocations take turns; `one-by-one` ends one before it begins the next; `drawn` takes any.
 */
export type Order = "together" | "one-by-one" | "drawn";

export type WorldRules = {
  readonly startMs: number;
  readonly order: Order;
  readonly random: Random;
  readonly faultAt: (at: number, port: Port) => Fault | undefined;
  readonly trace: boolean;
};

const delayMs = 400_000;
const longestTimeoutMs = 1000 * Math.max(...functionNames.map((name) => topology[name].timeoutSeconds));

/** More than a thousand waiting cases take, each with Netcraft notified alongside. */
const awaitsAtMost = 60_000;
const microtasksAtMost = 40;

/**
 * A single-threaded world: every touch of it waits here until it is its turn. Nothing runs by real
 * time, so that the same rules give the same run, to the letter.
 */
export const aWorld = ({ startMs, order, random, faultAt, trace }: WorldRules) => {
  let nowMs = startMs;
  let awaits: Await[] = [];
  let happenings: Happening[] = [];
  const sources: Source[] = [];
  const met: Port[] = [];
  const lines: string[] = [];
  let counting = false;
  let busy = 0;
  let struck = 0;
  let moves = 0;
  const problems: string[] = [];
  const errors: string[] = [];
  const changesMs: number[] = [];
  const now = instants(() => nowMs);

  const note = (line: () => string) => {
    if (trace) lines.push(`${now().slice(5, 23).replace("T", " ")}  ${line()}`);
  };

  const strikes = (port: Port): Fault | undefined => {
    if (!counting) return undefined;
    const fault = faultAt(met.length, port);
    met.push(port);
    if (fault) struck++;
    return fault;
  };

  /** One touch of the world by a step. `failsWith` is for ports that answer where others throw. */
  const call = <T>(task: Task, port: Port, effect: (fault: Fault | undefined) => T, failsWith?: () => T): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      moves++;
      if (!task.dead) awaits.push({ task, port, effect, failsWith, resolve, reject, readyAt: nowMs, struck: false });
    }) as Promise<T>;

  const perform = (one: Await) => {
    const isOver = changesMs.some((atMs) => one.task.startedMs < atMs && nowMs > atMs + longestTimeoutMs);
    if (isOver) one.task.dead = true;
    if (one.task.dead) return;
    const { task, port, effect, failsWith, resolve, reject } = one;
    const fault = one.struck ? undefined : strikes(port);
    one.struck = true;
    note(
      () => `${fault ? `[${met.length - 1}:${fault}] ` : counting ? `[${met.length - 1}] ` : ""}${task.name}: ${port}`,
    );
    const answers = () => {
      try {
        resolve(effect(fault));
      } catch (error) {
        // The world answers with a refusal of its own: what the step makes of that is the step's.
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    /** Nobody hears what came of it. */
    const happens = () => {
      try {
        effect(undefined);
      } catch {
        // The world refused it, and the answer is lost with the call.
      }
    };
    const fails = () => {
      task.hurt = true;
      return failsWith ? resolve(failsWith()) : reject(new WorldFailure(`could not ${port}`));
    };
    switch (fault) {
      case "delay":
        one.readyAt = nowMs + delayMs;
        awaits.push(one);
        return;
      case "fail-before":
        return fails();
      case "die-before":
        task.dead = true;
        return;
      case "fail-after":
        happens();
        return fails();
      case "die-after":
        happens();
        task.dead = true;
        return;
      case "twice":
        if (port !== "ask SES") happens();
        return answers();
      default:
        return answers();
    }
  };

  /**
   * Starts an invocation. What comes out of it that the world did not throw is a problem of the
   * step.
   */
  const start = (name: string, body: (task: Task) => Promise<void>) => {
    const task: Task = { name, startedMs: nowMs, dead: false, hurt: false };
    note(() => `${name} starts`);
    const ended = () => {
      moves++;
    };
    body(task).then(ended, (error: unknown) => {
      ended();
      note(() => `${name} fails: ${error instanceof Error ? error.message : String(error)}`);
      if (error instanceof WorldFailure) return;
      errors.push(error instanceof Error ? `${error.message} ${error.stack}` : String(error));
      if (!task.hurt)
        problems.push(`${name} threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    });
  };

  /** Lets the event loop turn, until nothing that was set going goes on by itself. */
  const settle = async () => {
    do await new Promise<void>((done) => void afterMicrotasks(done));
    while (busy > 0);
  };

  /**
   * Lets what the last step set going come to its next await, mostly within a dozen microtasks; a
   * turn of the event loop costs many times that.
   */
  const goOn = async () => {
    const before = moves;
    for (let turns = 0; turns < microtasksAtMost && moves === before; turns++) await undefined;
    if (busy > 0) await settle();
  };

  const nextMoment = (): number | undefined => {
    let first = Number.POSITIVE_INFINITY;
    for (const { readyAt, task } of awaits) if (readyAt < first && !task.dead) first = readyAt;
    for (const { at } of happenings) if (at < first) first = at;
    for (const source of sources) first = Math.min(first, source.nextMs() ?? first);
    return first === Number.POSITIVE_INFINITY ? undefined : first;
  };

  const take = (one: Await) => {
    awaits.splice(awaits.indexOf(one), 1);
    nowMs += order === "drawn" ? 1 + random.below(150) : 20;
    perform(one);
  };
  const offered = (): number => {
    let count = 0;
    for (const source of sources) count += source.ready();
    return count;
  };
  const accept = (at: number) => {
    for (const source of sources) {
      const count = source.ready();
      if (at < count) return source.begin(at);
      at -= count;
    }
  };
  const begin = (one: Happening) => {
    happenings = happenings.filter((other) => other !== one);
    note(() => one.what);
    one.happens();
  };

  /** Does one thing that is ready. False when nothing is. */
  const step = (): boolean => {
    if (awaits.some(({ task }) => task.dead)) awaits = awaits.filter(({ task }) => !task.dead);
    const due = happenings.some(({ at }) => at <= nowMs)
      ? happenings.filter(({ at }) => at <= nowMs).sort((a, b) => a.at - b.at)
      : [];
    const ready = awaits.some(({ readyAt }) => readyAt > nowMs)
      ? awaits.filter(({ readyAt }) => readyAt <= nowMs)
      : awaits;
    const [firstDue, firstReady] = [due[0], ready[0]];
    if (order === "one-by-one" && firstReady) {
      // Depth first: the invocation that moved last goes on until it ends.
      take(firstReady);
      return true;
    }
    if (order === "drawn") {
      const all = ready.length + due.length + offered();
      const at = random.below(all);
      const chosen = ready[at];
      const happening = due[at - ready.length];
      if (chosen) take(chosen);
      else if (happening) begin(happening);
      else if (all > 0) accept(at - ready.length - due.length);
      return all > 0;
    }
    if (firstDue) begin(firstDue);
    else if (offered() > 0) accept(0);
    else if (firstReady) take(firstReady);
    else return false;
    return true;
  };

  /** Runs until nothing is ready before `untilMs`, and then stands there. */
  const run = async (untilMs: number): Promise<void> => {
    let isSettled = false;
    for (let steps = 0; ; ) {
      if (problems.length > 0) return;
      if (step()) {
        isSettled = false;
        await goOn();
        if (++steps > awaitsAtMost) {
          problems.push(`the world did not come to rest within ${awaitsAtMost} steps`);
          return;
        }
        continue;
      }
      // Before time passes, everything has to be at rest for certain.
      if (!isSettled) {
        await settle();
        isSettled = true;
        continue;
      }
      const next = nextMoment();
      if (next === undefined || next > untilMs) break;
      nowMs = Math.max(next, nowMs);
    }
    nowMs = Math.max(nowMs, untilMs);
  };

  return {
    now: (): Instant => now(),
    nowMs: () => nowMs,
    call,
    start,
    strikes,
    run,
    note,
    problem: (what: string) => void problems.push(what),
    problems: problems as readonly string[],
    /** What steps threw, whole. */
    errors: errors as readonly string[],
    lines: lines as readonly string[],
    /** The port of each await met since counting began. */
    met: met as readonly Port[],
    struck: () => struck,
    countFromHere: () => {
      counting = true;
    },
    stopFaults: () => {
      counting = false;
    },
    /**
     * AWS ends each invocation at its function's time-out, before the sweep walks by changed settings. The world lets
     * them go on for longer, so that others are at the same work; but none goes on by what was in force before `atMs`.
     */
    settingsChange: (atMs: number) => void changesMs.push(atMs),
    at: (ms: number, what: string, happens: () => void) => void happenings.push({ at: ms, what, happens }),
    addSource: (source: Source) => void sources.push(source),
    /** For work that is pure but takes real turns of the event loop, as composing a mail does. */
    whileBusy: async <T>(work: Promise<T>): Promise<T> => {
      busy++;
      try {
        return await work;
      } finally {
        busy--;
      }
    },
  };
};

export type World = ReturnType<typeof aWorld>;
