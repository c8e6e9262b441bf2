import { composeNotice } from "../../functions/notice/compose-notice.ts";
import type { ComposeNotice } from "../../functions/notice/request.ts";
import type { Breach } from "./breach.ts";
import { lightCompose, minuteMs, startMs } from "./cast.ts";
import { type Fault, type FaultList, faultsOf, type Port, writeFaults } from "./faults.ts";
import { aHouse } from "./house.ts";
import { seeded } from "./random.ts";
import type { Scenario } from "./scenarios.ts";
import type { Sender } from "./senders.ts";
import type { Order } from "./world.ts";

/** What one run came to. */
export type Run = {
  readonly name: string;
  readonly breaches: readonly Breach[];
  readonly met: readonly Port[];
  readonly struck: number;
  readonly mails: number;
  readonly told: readonly string[];
  /** Questions that stand before a person at the end, gathered as the console shows them. */
  readonly asked: number;
  readonly lines: readonly string[];
};

export type How = {
  readonly order?: Order;
  readonly trace?: boolean;
  readonly compose?: ComposeNotice;
  readonly sender?: Sender;
};

/**
 * One scenario with one list of faults: `first-notice/12:fail-after`;
 * `first-notice/one-by-one/none`.
 */
export const runScenario = async (
  scenario: Scenario,
  faults: FaultList,
  { order = "together", trace = false, compose = lightCompose, sender }: How = {},
): Promise<Run> => {
  let counting = false;
  const house = aHouse({
    startMs,
    order,
    random: seeded(0, 0),
    trace,
    compose,
    ...scenario.world,
    ...(scenario.digests && { digests: true }),
    ...(sender && { sender }),
    faultAt: (at, port) => {
      // What is set up without an answer from SES has to come about by a fault, too.
      if (!counting) return port === "ask SES" ? scenario.setUpSes : undefined;
      return faults.get(at - setUpAwaits);
    },
  });
  const { world, watch } = house;
  let setUpAwaits = 0;
  world.countFromHere();
  await scenario.setUp?.(house);
  setUpAwaits = world.met.length;
  const setUpStrikes = world.struck();
  counting = true;
  scenario.act(house);
  await world.run(world.nowMs() + scenario.minutes * minuteMs);
  const met = world.met.slice(setUpAwaits);
  const struck = world.struck() - setUpStrikes;
  await house.end();
  const name = [scenario.name, ...(order === "together" ? [] : [order]), writeFaults(faults)].join("/");
  return {
    name,
    breaches: watch.breaches,
    met,
    struck,
    mails: watch.mailsTaken(),
    told: watch.recipients(),
    asked: house.asked(),
    lines: world.lines,
  };
};

/**
 * What many runs came to. `broken` counts the runs that broke each promise; of each promise a few
 * are kept.
 */
export type Tally = {
  runs: number;
  awaits: number;
  faults: number;
  mails: number;
  failed: number;
  readonly broken: Partial<Record<Breach["promise"], number>>;
  readonly failures: { readonly name: string; readonly breach: Breach }[];
};
export const aTally = (): Tally => ({ runs: 0, awaits: 0, faults: 0, mails: 0, failed: 0, broken: {}, failures: [] });

const keptOfEach = 3;

export const count = (
  tally: Tally,
  {
    name,
    met,
    struck,
    mails,
    breaches,
  }: Pick<Run, "name" | "struck" | "mails" | "breaches"> & { readonly met: readonly unknown[] },
): void => {
  tally.runs++;
  tally.awaits += met.length;
  tally.faults += struck;
  tally.mails += mails;
  if (breaches.length > 0) tally.failed++;
  for (const promise of new Set(breaches.map((breach) => breach.promise))) {
    tally.broken[promise] = (tally.broken[promise] ?? 0) + 1;
    const breach = breaches.find((one) => one.promise === promise);
    if (breach && (tally.broken[promise] ?? 0) <= keptOfEach) tally.failures.push({ name, breach });
  }
};

/** Puts what another thread counted to what this one did. */
export const add = (to: Tally, more: Tally): void => {
  to.runs += more.runs;
  to.awaits += more.awaits;
  to.faults += more.faults;
  to.mails += more.mails;
  to.failed += more.failed;
  for (const { name, breach } of more.failures) {
    if (to.failures.filter((known) => known.breach.promise === breach.promise).length < keptOfEach)
      to.failures.push({ name, breach });
  }
  for (const [promise, runs] of Object.entries(more.broken))
    to.broken[promise as Breach["promise"]] = (to.broken[promise as Breach["promise"]] ?? 0) + runs;
};

const singles = (met: readonly Port[], from = 0, of?: readonly Fault[]): readonly (readonly [number, Fault])[] =>
  met.flatMap((port, at) => {
    const faults: readonly Fault[] = at < from ? [] : faultsOf[port];
    return faults.filter((fault) => of?.includes(fault) ?? true).map((fault): readonly [number, Fault] => [at, fault]);
  });

/** What a run without faults did that its scenario does not expect. */
export const otherThanExpected = (
  { mailsWithoutFaults, tells = [], spares = [], asks }: Scenario,
  { mails, told, asked }: Run,
): readonly Breach[] => [
  ...(mailsWithoutFaults >= 0 && mails !== mailsWithoutFaults
    ? [{ promise: "lost", what: `without faults ${mails} mails went out instead of ${mailsWithoutFaults}` } as const]
    : []),
  ...tells
    .filter((whom) => !told.some((one) => one.startsWith(whom)))
    .map((whom): Breach => ({ promise: "lost", what: `without faults ${whom} is not told` })),
  ...spares
    .filter((whom) => told.includes(whom))
    .map((whom): Breach => ({ promise: "wrong recipient", what: `without faults ${whom} is told` })),
  ...(asks !== undefined && asked !== asks
    ? [{ promise: "without a bound", what: `without faults ${asked} questions are asked instead of ${asks}` } as const]
    : []),
];

/**
 * Every single fault at every await of a scenario, in both orders; before them each order without a
 * fault, with the real composer. It is pure, no fault can strike inside it, and a mail takes longer
 * to write than the rest of a run. Ends early where the tally is enough.
 */
export const allSingles = async (
  scenario: Scenario,
  tally: Tally,
  { isEnough = () => false, ...how }: How & { readonly isEnough?: () => boolean } = {},
): Promise<void> => {
  for (const order of ["together", "one-by-one"] as const) {
    count(tally, await runScenario(scenario, new Map(), { compose: composeNotice, ...how, order }));
    // The places of faults are those of a run with the same composer.
    const plain = await runScenario(scenario, new Map(), { ...how, order });
    count(
      tally,
      how.sender ? plain : { ...plain, breaches: [...plain.breaches, ...otherThanExpected(scenario, plain)] },
    );
    if (scenario.calm) continue;
    for (const [at, fault] of singles(plain.met, 0, scenario.faults)) {
      if (isEnough()) return;
      count(tally, await runScenario(scenario, new Map([[at, fault]]), { ...how, order }));
    }
  }
};

/**
 * Every pair of faults: after each first fault, each second one at each await of the run that the
 * first has made.
 */
export const allPairs = async (
  scenario: Scenario,
  tally: Tally,
  share: (pair: number) => boolean,
  progress: () => void = () => {},
): Promise<void> => {
  const plain = await runScenario(scenario, new Map());
  for (const [index, [at, fault]] of singles(plain.met).entries()) {
    if (!share(index)) continue;
    const first = await runScenario(scenario, new Map([[at, fault]]));
    for (const [then, another] of singles(first.met, at + 1)) {
      count(
        tally,
        await runScenario(
          scenario,
          new Map([
            [at, fault],
            [then, another],
          ]),
        ),
      );
    }
    progress();
  }
};
