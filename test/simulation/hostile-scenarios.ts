import { delivers, everybody, hourMs, minuteMs, network, startMs } from "./cast.ts";
import { type Flood, floods } from "./flooding-reporter.ts";
import { aLetter, type LetterWords, type LetterWriter, letterWords, letterWriters } from "./hostile-desk.ts";
import { changes, clockChanges, type SettingsChange } from "./in-force.ts";
import { type Holder, holders, type NameServers, nameServers, saying } from "./outside.ts";
import { seeded } from "./random.ts";
import type { Scenario } from "./scenarios.ts";

/*
 * One actor each, and one trick: what it comes to without faults, and with every single fault where
 * what is awaited is new. In the schedules they play together.
 */

const usual = { answerOf: () => everybody, deskOf: () => delivers };
const named = (text: string): string => text.replace(/[^a-z0-9]+/g, "-").toLowerCase();
const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(of) as K[];

const urgent = {
  category: "csam",
  evidence: { classification: "baseline", detectedBy: "manual-review", explanation: "canary" },
};
const reminded = 24 * 60 + 30;

/**
 * Somebody writes once about the first mail of a case. A desk that is not proven to have written is
 * reminded as if nobody had, and the next step is notified on that same day.
 */
const letter = (by: LetterWriter, what: LetterWords, lane: "urgent" | "standard"): Scenario => ({
  name: named(`desk-${lane}-${by}-${what}`),
  world: {
    ...usual,
    lettersOn: (held, newKey) => {
      const [first, ...more] = held;
      return first && more.length === 0 ? [{ letter: aLetter(newKey(), by, what, [first]), afterMs: hourMs }] : [];
    },
  },
  act: (house) => house.report(lane === "urgent" ? urgent : {}),
  minutes: reminded,
  mailsWithoutFaults: by === "as the desk" ? -1 : lane === "urgent" ? 5 : 3,
  ...(by === "as the desk" ? {} : { tells: [network.email] }),
  pairs: false,
  calm: true,
});

const letters = (["standard", "urgent"] as const).flatMap((lane) =>
  keysOf(letterWriters).flatMap((by) => keysOf(letterWords).map((what) => letter(by, what, lane))),
);

/** Who merges two tickets answers both notices at once. */
const merged: Scenario = {
  name: "desk-merges-two-tickets",
  world: {
    ...usual,
    lettersOn: ([one, other, ...more], newKey) =>
      one && other && more.length === 0
        ? [{ letter: aLetter(newKey(), "as the desk", "not ours", [one, other]), afterMs: 1_000 }]
        : [],
  },
  act: (house) => {
    house.report();
    house.report({ reportId: "r-2", target: { url: "https://shop.bad.example/canary-2" } });
  },
  minutes: 5,
  // Not theirs, of both cases: the next desk of each is told.
  mailsWithoutFaults: 4,
  pairs: false,
};

const lookUps = (servers: NameServers, holder: Holder, more: Partial<Scenario> = { calm: true }): Scenario => ({
  name: named(`outside-${servers}-${holder}`),
  world: { ...usual, outside: saying(servers, holder) },
  act: (house) => house.report(),
  minutes: 9 * 24 * 60,
  mailsWithoutFaults: -1,
  pairs: false,
  ...more,
});

const mustTell: Partial<Record<NameServers, readonly string[]>> = {
  "an alias of an innocent platform": [network.email],
  "decoys before the one real address": ["canary-abuse@six.example"],
  "a decoy beside the real address": [network.email, "canary-abuse@decoy-1.example"],
};

/** What ends with "nothing more is asked of you" is sure, and not one look-up's. */
const spared: Partial<Record<NameServers, readonly string[]>> = {
  "elsewhere for one look-up": [`${network.email} moved`],
  "back and forth": [`${network.email} moved`],
};

const outsides: readonly Scenario[] = [
  ...keysOf(nameServers).map((servers) =>
    lookUps(servers, "plain", {
      calm: true,
      ...(mustTell[servers] && { tells: mustTell[servers] }),
      ...(spared[servers] && { spares: spared[servers] }),
    }),
  ),
  ...keysOf(holders)
    .filter((holder) => holder !== "plain")
    .map((holder) => lookUps("steady", holder)),
  lookUps("a decoy beside the real address", "silent at times", { name: "outside-first-notice", minutes: 15 }),
  lookUps("steady", "names many mailboxes", {
    name: "outside-every-mailbox-bounces",
    world: { ...usual, deskOf: () => ({ outcome: "bounced" }), outside: saying("steady", "names many mailboxes") },
    calm: true,
  }),
];

/** The settings change at every place before, in and after the send. */
const changed = (change: SettingsChange, afterMs: number, more: Partial<Scenario> = { calm: true }): Scenario => ({
  name: named(`settings-${change}-${afterMs}-ms-into-the-send`),
  world: { ...usual, settingsChanges: [{ change, atMs: startMs + afterMs }] },
  act: (house) => house.report(),
  minutes: 12,
  mailsWithoutFaults: -1,
  pairs: false,
  ...more,
});
const isOfClocks = (change: SettingsChange) => clockChanges.some((one) => one === change);
/** Clocks change while a case waits for its desk, and another is over. */
const clocks: readonly Scenario[] = clockChanges.map((change) =>
  changed(change, 30 * 60_000, {
    name: named(`settings-${change}-walked`),
    act: (house) => {
      house.report();
      house.report({ reportId: "r-2", category: "brand", target: { url: "https://shop.bad.example/canary-2" } });
      house.says("gone", { reportId: "r-2" }, 20 * 60_000);
    },
    minutes: change === "a shorter retention" ? 26 * 60 : 100,
  }),
);
const settings: readonly Scenario[] = keysOf(changes)
  .filter((change) => change !== "nothing" && !isOfClocks(change))
  .flatMap((change) => [
    ...Array.from({ length: 13 }, (_, at) => changed(change, 240 + at * 20)),
    changed(change, 300, { name: named(`settings-${change}`) }),
    changed(change, 60_000, { name: named(`settings-${change}-before-a-digest`), digests: true, minutes: 30 }),
  ]);

/** A flood over two honest pages. */
const flooded = (flood: Flood, stream: number, size: number): Scenario => ({
  name: named(`flood-${flood}-${stream === 0 ? "standard" : "urgent"}-${size}`),
  world: usual,
  act: (house) => {
    for (const at of [0, 1])
      house.report({
        reportId: `r-${at}`,
        target: { url: `https://shop.bad.example/canary-${at}` },
        ...(stream === 1 && urgent),
      });
    floods[flood](house, seeded(1, stream), 2_000, size);
  },
  minutes: 60,
  mailsWithoutFaults: -1,
  pairs: false,
  calm: true,
});
const flooding: readonly Scenario[] = [
  ...keysOf(floods).flatMap((flood) => [0, 1].map((stream) => flooded(flood, stream, 6))),
  flooded("everything is live", 0, 60),
  flooded("one page, many reports, and words about each", 0, 200),
];

/**
 * A person stops sending at every place before, in and after the send, and lets it go on half an
 * hour later: then it has gone out, once.
 */
const stopped = (afterMs: number, more: Partial<Scenario> = { calm: true }): Scenario => ({
  name: `stop-${afterMs}-ms-into-the-send`,
  world: usual,
  act: (house) => {
    house.report();
    house.personStops(["urgent", "standard"], afterMs);
    house.personResumes(30 * minuteMs);
  },
  minutes: 90,
  mailsWithoutFaults: 1,
  pairs: false,
  ...more,
});
const stops: readonly Scenario[] = [
  ...Array.from({ length: 15 }, (_, at) => stopped(240 + at * 20)),
  stopped(400, { name: "stop" }),
  stopped(10 * minuteMs, { name: "stop-before-a-digest", digests: true }),
  stopped(300, {
    name: "stop-of-the-other-lane",
    act: (house) => {
      house.report();
      house.personStops(["urgent"], 0);
    },
    calm: true,
  }),
];

/** The worst that a reader can say: that it is gone, for certain. In the urgent lane it closes nothing. */
const believed = keysOf(letterWords).map((what): Scenario => {
  const { world, ...rest } = letter("as the desk", what, "urgent");
  const reads = () => ({ replyClass: "removed", confidence: 1 }) as const;
  return { ...rest, name: named(`reader-urgent-removed-for-${what}`), world: { ...world, reads } };
});

export const hostile: readonly Scenario[] = [
  ...letters,
  ...believed,
  merged,
  ...outsides,
  ...settings,
  ...clocks,
  ...flooding,
  ...stops,
];
