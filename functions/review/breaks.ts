import { type Instant, msOf, plusHours } from "../kernel/instant.ts";
import { isSamePerson } from "../kernel/person.ts";
import type { Decided, DecidedList } from "../store/ports.ts";

/** So long without an answer is a break. */
const pauseMinutes = 10;
/** After so long without a break a person is reminded. */
const remindsAfterMinutes = 60;
const remindsAgainAfterMinutes = 20;
/** Of all persons: some hours of a busy shift. */
const answersLookedAt = 300;

const minutesBetween = (from: Instant, to: Instant): number => (msOf(to) - msOf(from)) / 60_000;

/** Minutes without a break, if the last answer calls for a reminder. `answeredAt`: newest first. Pure. */
export const breakDue = (answeredAt: readonly Instant[]): number | undefined => {
  const [last] = answeredAt;
  if (last === undefined) return undefined;
  const pause = answeredAt.findIndex(
    (at, place) => place > 0 && minutesBetween(at, answeredAt[place - 1] ?? at) >= pauseMinutes,
  );
  const run = pause < 0 ? answeredAt : answeredAt.slice(0, pause);
  const minutes = minutesBetween(run.at(-1) ?? last, last);
  const before = run.find((at) => at < last);
  const minutesBefore = before === undefined ? 0 : minutesBetween(run.at(-1) ?? before, before);
  const times = (all: number) => Math.floor((all - remindsAfterMinutes) / remindsAgainAfterMinutes);
  return minutes >= remindsAfterMinutes && times(minutes) > times(minutesBefore) ? Math.floor(minutes) : undefined;
};

/** The same for a person. Reads one page of the list of the day, two after midnight. */
export const breakDueOf = async (
  { decidedOn }: DecidedList,
  person: string,
  now: Instant,
): Promise<number | undefined> => {
  const [today, before] = [now.slice(0, 10), plusHours(now, -3).slice(0, 10)];
  const days = await Promise.all(
    (before === today ? [today] : [today, before]).map((day) => decidedOn(day, answersLookedAt)),
  );
  const own = days.flatMap(({ items }) => items).filter(({ by }: Decided) => isSamePerson(by, person));
  return breakDue(own.map(({ at }) => at));
};
