import type { ContactAnswer, NameFacts } from "../../functions/case/candidate.ts";
import { type ActorName, actorNames, drawnParts } from "./actors.ts";
import {
  cert,
  everybody,
  hotline,
  lightCompose,
  minuteMs,
  moved,
  network,
  nothingKnown,
  registrar,
  second,
  startMs,
  unwilling,
  upstream,
} from "./cast.ts";
import { count, type Run, type Tally } from "./exhaustive.ts";
import { faultsOf } from "./faults.ts";
import { aHouse, type House } from "./house.ts";
import { type Random, seeded } from "./random.ts";
import type { Sender } from "./senders.ts";
import type { Desk } from "./ses.ts";
import { drawnVerdict } from "./verdicts.ts";

/*
 * Whole lives of a few cases at once, drawn: reports, registries, desks, reporters' second
 * thoughts, persons, faults, and the order of everything.
 */

const categories = ["phishing", "phishing", "phishing", "malware", "csam", "brand"] as const;
const statuses = ["hold", "hold", "release", "withdrawn", "withdrawn", "gone", "still-up"] as const;
const words = [
  "The page has been removed.",
  "We have received your report. Ticket #123456.",
  "This address is not ours.",
  "Please use our web form to report abuse.",
  "Hm.",
  "We passed your notice on to our customer.",
  "We passed your notice on to our customer, who has 36 hours.",
  "We passed your notice on to our customer, who has 30 days.",
  "We could not find the reported page.",
] as const;
/** Most lives are short; some see the reminder, a few the whole escalation path. */
const horizonsMinutes = [30, 30, 30, 30, 30, 30, 30, 30, 30, 60, 60, 60, 120, 26 * 60] as const;
const reportsEach = [1, 1, 1, 2] as const;
const wholePathMinutes = 8 * 24 * 60;
const faultRates = [0, 0.01, 0.02, 0.03, 0.06] as const;
const lagsMs = [0, 0, 50, 2_000, 45_000] as const;

/** Mostly registered for what is reported; the registrar of the others hears by a person's word alone. */
const names: readonly NameFacts[] = [
  ...Array.from({ length: 6 }, () => ({ registeredAt: "2026-10-01T00:00:00.000Z" })),
  { registeredAt: "2009-03-01T00:00:00.000Z" },
  {},
  { registeredAt: "2026-10-01T00:00:00.000Z", isShared: true },
];

const drawnAnswer = (random: Random): ContactAnswer => {
  const some = [network, second, upstream, registrar, cert, hotline].filter(() => random.chance(0.75));
  const candidates = random.chance(0.05) ? [] : [unwilling, ...some];
  return { ...everybody, candidates, name: random.pick(names) };
};

const drawnDesk = (random: Random): Desk => {
  const outcome = random.pick([
    "delivered",
    "delivered",
    "delivered",
    "delivered",
    "delivered",
    "delivered",
    "bounced",
    "bounced",
    "complained",
    "delayed",
  ] as const);
  if (!random.chance(0.15)) return { outcome };
  return {
    outcome,
    replies: {
      afterMs: random.below(20) * random.pick([1, 60]) * minuteMs,
      words: random.pick(words),
      proven: random.chance(0.7),
    },
  };
};

const putReports = (house: House, random: Random, horizonMs: number) => {
  const ids: { readonly reporter: string; readonly reportId: string }[] = [];
  for (let number = random.pick(reportsEach); number > 0; number--) {
    const report = { reporter: random.pick(["hotline", "cert"]), reportId: `r-${random.below(4)}` };
    ids.push(report);
    const category = random.pick(categories);
    const target = { url: `https://shop.bad.example/canary-${random.below(2)}` };
    const more = { ...report, category, target, live: random.chance(0.05), domainIsMalicious: random.chance(0.2) };
    const afterMs = random.chance(0.7) ? random.below(1_000) : random.below(horizonMs);
    house.report(more, afterMs);
    if (random.chance(0.2)) house.report(more, afterMs + random.below(400_000));
  }
  if (random.chance(0.03)) house.report({ reportId: "r-none", seenAt: "some canary day" });
  return ids;
};

const putStatuses = (house: House, random: Random, horizonMs: number, ids: ReturnType<typeof putReports>) => {
  if (random.chance(0.35)) return;
  for (let number = 1 + random.below(3); number > 0; number--) {
    const afterMs = random.chance(0.5) ? random.below(2_000) : random.below(horizonMs);
    const comesAgain = random.chance(0.3) ? afterMs + random.below(horizonMs) : undefined;
    house.says(random.pick(statuses), random.pick(ids), afterMs, comesAgain);
  }
};

const callPersons = (house: House, random: Random, horizonMs: number) => {
  for (let visits = random.below(3); visits > 0; visits--) {
    const at = startMs + random.below(horizonMs);
    house.world.at(at, "a person looks at what waits", () => {
      house.personDecides((review) => drawnVerdict(random, review), "one");
      if (random.chance(0.2)) house.personDecides((review) => drawnVerdict(random, review), "another");
    });
  }
  if (random.chance(0.2))
    house.world.at(startMs + random.below(horizonMs), "somebody redrives the dead letters", () =>
      house.queues.redrive(),
    );
};

/** `among`: who may play beside the honest. */
export type How = { readonly trace?: boolean; readonly sender?: Sender; readonly among?: readonly ActorName[] };

/** The schedule of this seed and number; always the same. */
export const runSchedule = async (
  seed: number,
  number: number,
  { trace = false, sender, among = actorNames }: How = {},
): Promise<Run> => {
  const random = seeded(seed, number);
  const rate = random.pick(faultRates);
  const horizonMs = (random.chance(0.03) ? wholePathMinutes : random.pick(horizonsMinutes)) * minuteMs;
  const first = drawnAnswer(random);
  const movesAt = startMs + (random.chance(0.15) ? random.below(horizonMs) : Number.POSITIVE_INFINITY);
  const speaksAt = startMs + (random.chance(0.1) ? random.below(40 * minuteMs) : 0);
  const parts = drawnParts(seed, number, horizonMs, among);
  const house = aHouse({
    startMs,
    order: "drawn",
    random,
    trace,
    compose: lightCompose,
    ...(sender && { sender }),
    digests: random.chance(0.5),
    lagMs: () => random.pick(lagsMs),
    answerOf: (_, nowMs) => (nowMs < speaksAt ? { ...first, ...nothingKnown } : nowMs > movesAt ? moved : first),
    deskOf: () => drawnDesk(random),
    faultAt: (_, port) => (random.chance(rate) ? random.pick(faultsOf[port]) : undefined),
    ...Object.assign({}, ...parts.map(({ rules }) => rules)),
  });
  house.world.countFromHere();
  const ids = putReports(house, random, horizonMs);
  putStatuses(house, random, horizonMs, ids);
  callPersons(house, random, horizonMs);
  for (const { act } of parts) act?.(house);
  await house.world.run(startMs + horizonMs);
  const { met, struck } = house.world;
  const strikes = struck();
  await house.end();
  return {
    name: `${seed}:${number}`,
    breaches: house.watch.breaches,
    met,
    struck: strikes,
    mails: house.watch.mailsTaken(),
    told: house.watch.recipients(),
    asked: house.asked(),
    lines: house.world.lines,
  };
};

/** Many schedules, into one tally. */
export const runSchedules = async (
  seed: number,
  numbers: Iterable<number>,
  tally: Tally,
  progress: () => void = () => {},
  how: How = {},
): Promise<void> => {
  for (const number of numbers) {
    count(tally, await runSchedule(seed, number, how));
    progress();
  }
};
