import { SingleBar } from "cli-progress";
import { asJson } from "./as-json.ts";
import { inputLines, type Line, readLine } from "./each-line.ts";
import { print } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { playScenario } from "./scenarios/play-scenario.ts";
import { readScenario } from "./scenarios/read-scenario.ts";
import { sayPlayed } from "./scenarios/say-played.ts";

/**
 * Plays each scenario of standard input and prints whom it told, what a person was asked and by
 * which forms, a JSON line each; with `explain` what led to one of them, for a person. Keeps
 * nothing, and asks nothing but the scenario's own world.
 */
export const readScenarios = async ({
  only = [],
  explain,
}: {
  readonly only?: readonly string[];
  readonly explain?: string;
}): Promise<void> => {
  const wanted = explain === undefined ? only : [explain];
  const lines: Line[] = [];
  for await (const line of inputLines()) lines.push(line);
  const bar = new SingleBar({ format: "Playing {bar} {value} of {total}", hideCursor: true, clearOnComplete: true });
  // Bar and answers on one terminal would write over each other.
  if (process.stderr.isTTY && !process.stdout.isTTY) bar.start(lines.length, 0);
  const missing = new Set(wanted);
  for (const line of lines) {
    const scenario = await readLine(line, readScenario);
    if (scenario && (wanted.length === 0 || wanted.includes(scenario.id))) {
      missing.delete(scenario.id);
      const played = await readLine(line, () => playScenario(scenario));
      if (played) print(explain === undefined ? `${asJson(played.answer)}\n` : sayPlayed(scenario, played));
    }
    bar.increment();
  }
  bar.stop();
  if (missing.size > 0) throw new CommandProblem(`There is no scenario ${[...missing].join(", ")} among the lines.`);
};
