import { instant } from "../../functions/kernel/instant.ts";
import { apiWords, simulatedApis, toldByApi } from "./api.ts";
import { delivers, minuteMs, repliesRemoved, startMs } from "./cast.ts";
import { drawnLooks } from "./checker.ts";
import { type Flood, floods } from "./flooding-reporter.ts";
import { drawnLetters } from "./hostile-desk.ts";
import type { House, HouseRules } from "./house.ts";
import { changes, type SettingsChange } from "./in-force.ts";
import { drawnOutside } from "./outside.ts";
import { type Random, seeded } from "./random.ts";
import { drawnVerdict } from "./verdicts.ts";

/** What an actor brings into a schedule: rules of its world, and what it does by itself. */
type Part = { readonly rules?: Partial<HouseRules>; readonly act?: (house: House) => void };

/**
 * Who may play in a schedule, beside the honest. Each draws for itself, so that the same schedule
 * without one of them differs by that one alone.
 */
export const actors = {
  /** A desk, or whoever it forwards our mails to, writes to any reply address that it holds. */
  "hostile-desk": (random) => ({ rules: { lettersOn: (held, newKey) => drawnLetters(random, held, newKey) } }),
  /**
   * The suspect's name servers, and whoever holds the block: answers change from look-up to
   * look-up, and the real look-up reads them.
   */
  "hostile-outside": (random) => ({ rules: { outside: drawnOutside(random) } }),
  "flooding-reporter": (random, horizonMs) => {
    const flood = random.pick(Object.keys(floods) as Flood[]);
    const inMs = random.chance(0.5) ? random.below(5_000) : random.below(horizonMs);
    return { act: (house) => floods[flood](house, random, inMs, 6) };
  },
  /**
   * People deploy other settings, or write in the table and end it again: at any await of the schedule. At its end all
   * is quiet, so that what waits can be walked through.
   */
  "changing-settings": (random, horizonMs) => {
    const settingsChanges: { readonly change: SettingsChange; readonly atMs: number }[] = [];
    let atMs = startMs;
    for (let number = random.pick([1, 1, 2, 4]); number > 0; number--) {
      atMs += random.chance(0.7) ? random.below(3_000) : random.below(horizonMs);
      const change = random.pick(Object.keys(changes) as SettingsChange[]);
      if (atMs < startMs + horizonMs) settingsChanges.push({ change, atMs });
    }
    return { rules: { settingsChanges } };
  },
  /** A person stops all sending, or one lane, and lets it go on within hours. */
  "person-who-stops": (random, horizonMs) => {
    const lanes = random.pick([["urgent", "standard"], ["urgent"], ["standard"]] as const);
    const inMs = random.chance(0.7) ? random.below(3_000) : random.below(horizonMs);
    // While it stands still each urgent notice asks each minute or two whether it may go: days of
    // that are long to live through.
    const goesOnInMs = inMs + (1 + random.below(60)) * random.pick([1, 1, 1, 4]) * minuteMs;
    return {
      act: (house) => {
        house.personStops(lanes, inMs);
        house.personResumes(goesOnInMs);
      },
    };
  },
  /**
   * Reporters have something that looks, and that says anything when it is asked: where one of two says that their page
   * is gone, and wherever else silence or a desk's word ends in a question.
   */
  checker: (random, horizonMs) => ({
    rules: { looks: drawnLooks(random) },
    act: (house) => {
      const category = random.pick(["phishing", "malware", "csam"] as const);
      const target = { url: "https://shop.bad.example/canary-looked-at" };
      const inMs = random.below(5_000);
      for (const reporter of ["hotline", "cert"])
        house.report({ reporter, reportId: "r-looked-at", category, target }, inMs + random.below(2_000));
      const saidMs = inMs + (random.chance(0.5) ? random.below(10_000) : random.below(horizonMs));
      house.says("gone", { reporter: random.pick(["hotline", "cert"]), reportId: "r-looked-at" }, saidMs);
    },
  }),
  /** Desks remove it, it is there again, and reporters say so or report it anew: at any await. */
  "comes-back": (random, horizonMs) => ({
    rules: { deskOf: () => (random.chance(0.7) ? repliesRemoved(random.below(6 * minuteMs)) : delivers) },
    act: (house) => {
      for (let number = 1 + random.below(5); number > 0; number--) {
        const inMs = random.chance(0.3) ? random.below(30 * minuteMs) : random.below(horizonMs);
        const reporter = random.pick(["hotline", "cert"]);
        if (random.chance(0.5)) house.says("still-up", { reporter, reportId: `r-${random.below(4)}` }, inMs);
        else
          house.report(
            {
              reporter,
              reportId: `back-${number}`,
              category: random.pick(["phishing", "brand"]),
              target: { url: `https://shop.bad.example/canary-${random.below(2)}` },
              seenAt: instant(startMs + inMs - random.below(2) * minuteMs),
            },
            inMs,
          );
      }
    },
  }),
  /** The registry takes the name out of DNS, and lets it stand again. */
  "flipping-registry": (random, horizonMs) => {
    const flips = Array.from({ length: 1 + random.below(4) }, () => startMs + random.below(horizonMs));
    const isHeldFirst = random.chance(0.5);
    return {
      rules: { holds: (nowMs) => flips.filter((at) => at <= nowMs).length % 2 === (isHeldFirst ? 0 : 1) },
    };
  },
  /** A person writes to a desk of each case, and a colleague the same or something else. */
  "person-who-writes": (random, horizonMs) => {
    const letters = Array.from({ length: random.pick([1, 2, 4]) }, () => ({
      text: random.pick(["canary words", "canary words", "other canary words"]),
      inMs: random.chance(0.5) ? random.below(10 * minuteMs) : random.below(horizonMs),
      by: random.pick(["on-call", "a colleague"]),
    }));
    return {
      act: (house) => {
        for (const { text, inMs, by } of letters) house.personWrites(text, inMs, by);
      },
    };
  },
  /** A provider that is told by its API: it comes to any word, and fails for a while. */
  "provider-api": (random, horizonMs) => {
    const words = Array.from({ length: random.below(4) }, () => ({
      word: random.pick(apiWords),
      atMs: startMs + random.below(horizonMs),
    }));
    const provider = random.pick(simulatedApis);
    const isOut = random.chance(0.4);
    const fromMs = startMs + (random.chance(0.7) ? random.below(2_000) : random.below(horizonMs));
    const untilMs = fromMs + (1 + random.below(180)) * minuteMs;
    const failsBy = random.pick([
      { kind: "answered", status: 500, json: { code: "INTERNAL" } },
      { kind: "silent", detail: "No answer in time." },
      { kind: "unreached", detail: "No connection (ECONNREFUSED)." },
    ] as const);
    return {
      rules: { answerOf: () => toldByApi(provider) },
      act: (house) => {
        for (const { word, atMs } of words) house.world.at(atMs, "a provider decides", () => house.api.decide(word));
        if (!isOut) return;
        house.world.at(fromMs, "a provider's API fails", () => house.api.refuse(failsBy));
        house.world.at(untilMs, "a provider's API works again", () => house.api.refuse());
      },
    };
  },
  /** A person opens closed cases again, and a colleague the same ones: at any await. */
  "person-who-reopens": (random, horizonMs) => {
    const visits = Array.from({ length: random.pick([1, 2, 4]) }, () => ({
      inMs: random.chance(0.3) ? random.below(10 * minuteMs) : random.below(horizonMs),
      isAlone: random.chance(0.7),
    }));
    return {
      act: (house) => {
        for (const { inMs, isAlone } of visits) {
          const isTheirs = () => random.chance(0.7);
          house.personReopens(inMs, "on-call", isTheirs);
          if (!isAlone) house.personReopens(inMs + random.below(2_000), "a colleague", isTheirs);
        }
      },
    };
  },
  /**
   * Persons decide, and they or their colleagues take it back: at any await before it takes effect, in the
   * moment in which it does, and when it has.
   */
  "person-who-takes-back": (random, horizonMs) => {
    const visits = Array.from({ length: random.pick([1, 2, 4]) }, () => random.below(horizonMs));
    const inMs = () => {
      if (random.chance(0.3)) return random.below(2_000);
      return random.chance(0.5) ? minuteMs + random.below(minuteMs) : random.below(minuteMs);
    };
    return {
      rules: { takesBackInMs: () => (random.chance(0.6) ? inMs() : undefined) },
      act: (house) => {
        for (const visitMs of visits)
          house.world.at(startMs + visitMs, "a person decides, and may take it back", () =>
            house.personDecides((review) => drawnVerdict(random, review), random.pick(["one", "another"])),
          );
      },
    };
  },
} as const satisfies Readonly<Record<string, (random: Random, horizonMs: number) => Part>>;
export type ActorName = keyof typeof actors;
export const actorNames = Object.keys(actors) as readonly ActorName[];

/**
 * In half of the schedules nobody is hostile; in the others each actor plays in every third. Checkers are hostile to
 * nobody, and play in a third of all. `among`: who may.
 */
export const drawnParts = (
  seed: number,
  number: number,
  horizonMs: number,
  among: readonly ActorName[],
): readonly Part[] => {
  const cast = seeded(seed + 7_919, number);
  const isCalm = cast.chance(0.5);
  const plays = (name: ActorName): boolean => cast.chance(0.35) && (name === "checker" || !isCalm);
  return actorNames
    .filter(plays)
    .filter((name) => among.includes(name))
    .map((name) => actors[name](seeded(seed + 15_838 * (1 + actorNames.indexOf(name)), number), horizonMs));
};
