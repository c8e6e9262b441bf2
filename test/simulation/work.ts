import { type ActorName, actorNames } from "./actors.ts";
import { lightCompose } from "./cast.ts";
import { allPairs, allSingles, aTally, type Tally } from "./exhaustive.ts";
import { scenarios } from "./scenarios.ts";
import { runSchedules } from "./schedules.ts";
import { realSender, type Sender } from "./senders.ts";

/** One thread's share of a simulation: every `parts`-th piece from `part` on. */
export type Share = {
  readonly part: number;
  readonly parts: number;
  readonly seed: number;
  readonly schedules: number;
  /** All single faults; they are the same whatever the seed, as the pairs are. */
  readonly singles: boolean;
  readonly pairs: boolean;
  readonly among?: readonly ActorName[];
};
export type Tallies = { readonly singles: Tally; readonly pairs: Tally; readonly schedules: Tally };

const everyNth = function* (first: number, step: number, limit: number): Iterable<number> {
  for (let number = first; number < limit; number += step) yield number;
};

/** Runs a share. `progress` says how many runs are done so far, and the first that broke each promise. */
export const simulate = async (
  { part, parts, seed, schedules, singles, pairs, among = actorNames }: Share,
  sender: Sender = realSender,
  progress: (runs: number, failures: Tally["failures"]) => void = () => {},
): Promise<Tallies> => {
  const tallies: Tallies = { singles: aTally(), pairs: aTally(), schedules: aTally() };
  const tell = () => {
    const kinds = [tallies.singles, tallies.pairs, tallies.schedules];
    progress(
      kinds.reduce((sum, { runs }) => sum + runs, 0),
      kinds.flatMap(({ failures }) => failures),
    );
  };
  const bad = sender === realSender ? {} : { sender, compose: lightCompose };
  for (const [index, scenario] of scenarios.entries()) {
    if (singles && index % parts === part) await allSingles(scenario, tallies.singles, bad);
    tell();
  }
  for (const scenario of scenarios)
    if (pairs && scenario.pairs) await allPairs(scenario, tallies.pairs, (pair) => pair % parts === part, tell);
  await runSchedules(seed, everyNth(part, parts, schedules), tallies.schedules, tell, {
    ...(bad.sender && { sender: bad.sender }),
    among,
  });
  return tallies;
};
