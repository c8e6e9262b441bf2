import { type Instant, latest } from "../kernel/instant.ts";
import type { Case, Newest, ReportWords, Said } from "./case.ts";
import type { EventOf } from "./event.ts";

/*
 * What reporters say later counts in the order in which they said it: a queue brings it late, twice and out of order.
 * Of two words of the same moment the one counts that keeps the case in hand: hold, still up. A case holds only the
 * newest of what each reporter said; what was said of each report is an item beside it.
 */

export type LaterWord = EventOf<"status">;

export const nothingSaid: ReportWords = { said: {} };

/** When something was last said about any report, by anybody or by one reporter. */
export const lastSaid = (
  { lastSaid: newest = {} }: Pick<Case, "lastSaid">,
  what: Said["status"],
  by?: string,
): Instant | undefined => {
  // Asked again after each fact of a case that hundreds reported: no list is made on the way.
  let last: Instant | undefined;
  for (const reporter of by === undefined ? Object.keys(newest) : [by]) last = latest(last, newest[reporter]?.[what]);
  return last;
};

/** Tells of a reporter whether their last word is that it is gone: nobody said since that it is still up, or saw it. */
export const saysGone = (state: Case): ((reporter: string) => boolean) => {
  const stillUp = lastSaid(state, "still-up");
  return (reporter) => {
    const gone = lastSaid(state, "gone", reporter);
    return gone !== undefined && (stillUp === undefined || gone > stillUp) && gone >= state.lastSeenAt;
  };
};

/** Nobody ends what others reported by one word. */
export const notSayingGone = (state: Case): readonly string[] => {
  const isSayingGone = saysGone(state);
  return state.reporters.filter((reporter) => !state.withdrawn.includes(reporter) && !isSayingGone(reporter));
};

/** The case as if nobody had said that it is gone. */
export const withoutGoneSaid = ({ lastSaid: newest, ...state }: Case): Case => ({
  ...state,
  ...(newest && {
    lastSaid: Object.fromEntries(Object.entries(newest).map(([reporter, { gone: _, ...rest }]) => [reporter, rest])),
  }),
});

const newer = (said: Newest | undefined, status: Said["status"], at: Instant): Newest => ({
  ...said,
  [status]: latest(said?.[status], at) ?? at,
});

/** The case with one more word noted: five moments for each reporter, however many reports and words there are. */
export const withSaid = (state: Case, { reporter, status, at }: Pick<Said, "reporter" | "status" | "at">): Case => ({
  ...state,
  lastSaid: { ...state.lastSaid, [reporter]: newer(state.lastSaid?.[reporter], status, at) },
});

/** What is known of a report after one more word. What is only noted here counts in the case that it was told to. */
export const withWord = (words: ReportWords, { message: { status, at }, toldTo }: LaterWord): ReportWords => {
  const said = newer(words.said, status, at);
  const takenBack =
    toldTo === undefined && status === "withdrawn"
      ? true
      : toldTo === undefined && status === "still-up"
        ? undefined
        : words.takenBack;
  const goesOnIn = status === "still-up" && toldTo !== undefined ? toldTo : words.goesOnIn;
  return {
    said,
    ...(takenBack && { takenBack }),
    ...(words.joined && { joined: true }),
    ...(goesOnIn && { goesOnIn }),
  };
};
