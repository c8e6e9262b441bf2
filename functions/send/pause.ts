import type { Instant } from "../kernel/instant.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import { type Lane, lanes } from "../report/category.ts";

/*
 * By a person: no mail of its lanes goes out until a person resumes, while intake, lookups and reading replies go
 * on. The circuit breaker (`circuit-breaker.ts`) is a machine's, and stops the urgent lane only where its own mail
 * is at fault.
 */

/** Who did it, when and why. A stop does not wait for its reason: empty until one is given. */
export type Word = { readonly at: Instant; readonly by: string; readonly why: string };

export type Stops = Readonly<Partial<Record<Lane, Word>>>;

/** One line of the audit: nobody stops or resumes without leaving one. */
export type PauseLine = Word & { readonly lane: Lane; readonly does: "stop" | "resume" };

export type Pause = {
  /** Read consistently: sees a pause at once. */
  readonly stops: () => Promise<Stops>;
  readonly isOn: (lane: Lane) => Promise<boolean>;
  /** `false` where all of them stood still already. The first stop is kept then. */
  readonly stop: (of: readonly Lane[], word: Word) => Promise<boolean>;
  /** Gives the seen stops a reason where they have none. `false` where none is still active without one. */
  readonly explain: (seen: Stops, why: string) => Promise<boolean>;
  /** Ends the seen stops, lane by lane, and no later one. `false` where none of them stands any more. */
  readonly resume: (of: readonly Lane[], seen: Stops, word: Word) => Promise<boolean>;
  /** Who stopped and resumed, newest first. */
  readonly audit: (limit: number) => Promise<readonly PauseLine[]>;
};

export const lanesNamed = (name: Lane | "all"): readonly Lane[] => (name === "all" ? lanes : [name]);

export const whatStandsStill = (stops: Stops): string | undefined => {
  const still = lanes.filter((lane) => stops[lane] !== undefined);
  if (still.length === 0) return undefined;
  if (still.length === lanes.length) return "All sending";
  return still[0] === "urgent" ? "Urgent sending" : "Standard sending";
};

export const reasonOf = ({ why }: Pick<Word, "why">): string => (why === "" ? "no reason given yet" : why);

/** Who stopped, each once: both lanes are mostly stopped together. */
export const wordsOf = (stops: Stops): readonly Word[] =>
  lanes
    .flatMap((lane) => stops[lane] ?? [])
    .filter(({ at, by }, index, all) => all.findIndex((other) => other.at === at && other.by === by) === index);

const tellsAgainAfterHours = 6;

/** Notifies on-call at once and every six hours: whoever stopped sending may have gone to bed. */
export const tellOfPause = async (
  { pause, told, now }: { readonly pause: Pick<Pause, "stops">; readonly told: OnCallLog; readonly now: Instant },
  tell: (stops: Stops) => Promise<void>,
): Promise<void> => {
  const stops = await pause.stops();
  const [first] = wordsOf(stops);
  // A stop after a stop is notified at once: each has its own name here.
  if (first)
    await notifyAfter(
      told,
      `paused-${lanes.map((lane) => stops[lane]?.at ?? "").join("-")}`,
      { hours: tellsAgainAfterHours, now },
      () => tell(stops),
    );
};
