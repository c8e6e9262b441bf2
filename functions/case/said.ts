import { type Instant, latest } from "../kernel/instant.ts";
import { checkerId } from "../report/own-queue.ts";
import type { Case, Newest, ReportWords, Status } from "./case.ts";
import type { EventOf } from "./event.ts";

/*
 * Words count in the order in which they were said: a queue brings them late, twice and out of order. At the
 * same moment hold and *still up* win.
 */

export type LaterWord = EventOf<"status">;

export const nothingSaid: ReportWords = { said: {} };

export const lastSaid = (
  { lastSaid: newest = {} }: Pick<Case, "lastSaid">,
  what: Status["status"],
  by?: string,
): Instant | undefined => {
  // Asked after each fact of a case that hundreds reported: no list is made.
  let last: Instant | undefined;
  for (const reporter of by === undefined ? Object.keys(newest) : [by]) last = latest(last, newest[reporter]?.[what]);
  return last;
};

/** Whether a reporter's last word is *gone*, or the checker's: nobody said since that it is still up, or saw it. */
export const saysGone = (state: Case): ((reporter: string) => boolean) => {
  const stillUp = lastSaid(state, "still-up");
  return (reporter) => {
    const gone = latest(lastSaid(state, "gone", reporter), lastSaid(state, "gone", checkerId));
    return gone !== undefined && (stillUp === undefined || gone > stillUp) && gone >= state.lastSeenAt;
  };
};

/** Nobody ends what others reported by one word. */
export const notSayingGone = (state: Case): readonly string[] => {
  const isSayingGone = saysGone(state);
  return state.reporters.filter((reporter) => !state.withdrawn.includes(reporter) && !isSayingGone(reporter));
};

export const withoutGoneSaid = ({ lastSaid: newest, ...state }: Case): Case => ({
  ...state,
  ...(newest && {
    lastSaid: Object.fromEntries(Object.entries(newest).map(([reporter, { gone: _, ...rest }]) => [reporter, rest])),
  }),
});

const newer = (said: Newest | undefined, status: Status["status"], at: Instant): Newest => ({
  ...said,
  [status]: latest(said?.[status], at) ?? at,
});

/** Five moments for each reporter at most, whatever the number of reports and words. */
export const withSaid = (state: Case, { reporter, status, at }: Pick<Status, "reporter" | "status" | "at">): Case => ({
  ...state,
  lastSaid: { ...state.lastSaid, [reporter]: newer(state.lastSaid?.[reporter], status, at) },
});

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
