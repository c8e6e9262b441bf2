import { setTimeout as rest } from "node:timers/promises";
import type { Case } from "../../functions/case/case.ts";
import { sayDamaged } from "../../functions/store/damaged-case.ts";
import { asJson } from "./as-json.ts";
import { daysAsked, isNarrow, type ListOptions, lineOf, newestOf } from "./cases.ts";
import { nowAt, reached, storeAt } from "./connection.ts";
import { fitting } from "./paint.ts";
import { printableLine, printErrorLine } from "./print.ts";

export type WatchOptions = ListOptions & { readonly every: number };

/** Prints the newest cases again and again until it is stopped. */
export const watchCases = async (options: WatchOptions): Promise<void> => {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const say = sayer(options, process.stdout);
  const days = () => daysAsked(options, nowAt(options));
  const store = storeAt(options);
  while (!stop.signal.aborted) {
    const { cases, damaged } = await reached(options, newestOf(store, options, days()));
    say(cases, nowAt(options), damaged);
    await rest(options.every * 1000, undefined, { signal: stop.signal }).catch(() => undefined);
  }
};

type Screen = {
  readonly isTTY?: boolean;
  readonly rows?: number;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
};

/**
 * Shows each list: on a terminal in the place of the one before, elsewhere each case once for each
 * version of it, so that a pipe gets what is new alone.
 */
export const sayer = ({ json }: { readonly json?: true }, screen: Screen) => {
  const seen = new Map<string, number>();
  return (cases: readonly Case[], now: string, damaged: readonly string[] = []): void => {
    if (screen.isTTY && !json) {
      const { rows = 25, columns = 80 } = screen;
      const head = [`${now.slice(0, 19).replace("T", " ")} UTC · Ctrl-C ends`, ""];
      const listed = cases.map((state) => printableLine(lineOf(state, isNarrow({ columns }))));
      const lines = [...head, ...damaged.map(sayDamaged), ...listed];
      // One that takes two rows would push the head off the screen.
      const shown = lines.slice(0, rows - 1).map((line) => fitting(line, columns));
      // What is behind the end of a line or of the screen is taken away as well: a list gets shorter.
      screen.write(`\u001b[H${shown.join("\u001b[K\n")}\u001b[K\n\u001b[J`);
      return;
    }
    for (const caseId of damaged.filter((one) => !seen.has(one))) {
      seen.set(caseId, 0);
      printErrorLine(sayDamaged(caseId));
    }
    for (const state of [...cases].reverse()) {
      if (seen.get(state.id) === state.version) continue;
      seen.set(state.id, state.version);
      screen.write(`${printableLine(json ? asJson(state) : lineOf(state))}\n`);
    }
  };
};
