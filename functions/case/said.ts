import { type Instant, latest } from "../kernel/instant.ts";
import type { StatusMessage } from "../report/report.ts";
import type { Newest, ReportWords, Said, TargetCase } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { isAnswered } from "./notice.ts";
import { replyMeanings } from "./reply-class.ts";

/*
 * What reporters say later, in the order in which they said it and not in which it came. A queue
 * brings a message late, twice and out of order, and from the dead letters two weeks later; a word
 * that was said before what is known, or that is known, tells nothing. Of two words said in the
 * same moment the one counts that keeps the case in hand: hold, still up.
 *
 * A case may have thousands of reports and holds only the newest of what each reporter said. What
 * was said of each report is an item of its own, read and written with the case under the case's
 * version.
 */

type LaterWord = Extract<CaseEvent, { type: "status" }>;

/** The open one of two cases of one page, that a word was told to. */
export type Beside = { readonly toldTo?: string };

export const nothingSaid: ReportWords = { said: {} };

/**
 * A status as a fact of the case, where it tells anything new; `words` are those of its report in
 * this case. That it is gone, said of a moment before it was seen last, is noted and moves nothing.
 */
export const factOf = (
  state: TargetCase,
  words: ReportWords,
  message: StatusMessage,
  at: Instant,
  { toldTo }: Beside = {},
): LaterWord | undefined => {
  if (!tellsAnew(state, words, message)) return undefined;
  const seenSince = message.status === "gone" && message.at < state.lastSeenAt;
  const stood = words.takenBack !== true;
  return {
    type: "status",
    at,
    message,
    stood,
    ...(toldTo && { toldTo }),
    ...(seenSince && { seenSince }),
  };
};

/**
 * A word that another case of the same page has taken, as it is noted in its report's own: also where it would
 * tell that one nothing, so that whatever is said of the report next finds the case in which it stands.
 */
export const notedElsewhere = (
  state: TargetCase,
  words: ReportWords,
  message: StatusMessage,
  at: Instant,
  toldTo: string,
): LaterWord | undefined =>
  words.goesOnIn === toldTo || (words.said[message.status] ?? "") >= message.at
    ? factOf(state, words, message, at, { toldTo })
    : { type: "status", at, message, stood: words.takenBack !== true, toldTo };

/**
 * Whether a status tells the case anything new. A case told of the same words has the same holds
 * and withdrawals, in whatever order they came.
 */
const tellsAnew = (state: TargetCase, { said }: ReportWords, { reporter, status, at }: StatusMessage): boolean => {
  const isAfter = (moment: Instant | undefined) => moment === undefined || at > moment;
  const isNotBefore = (moment: Instant | undefined) => moment === undefined || at >= moment;
  if (!isAfter(said[status])) return false;
  switch (status) {
    case "hold":
      return isNotBefore(lastSaid(state, "release", reporter));
    case "release":
      return isAfter(lastSaid(state, "hold", reporter));
    case "gone":
      return isAfter(lastSaid(state, "still-up"));
    case "withdrawn":
      return isAfter(said["still-up"]);
    case "still-up":
      return (
        isNotBefore(lastSaid(state, "gone")) &&
        isNotBefore(said.withdrawn) &&
        isAfterTheEnd(state, at) &&
        isAfterRemoval(state, at)
      );
    default:
      return status satisfies never;
  }
};

/** When something was last said about any report, by anybody or by one reporter. */
export const lastSaid = (
  { lastSaid: newest = {} }: Pick<TargetCase, "lastSaid">,
  what: Said["status"],
  by?: string,
): Instant | undefined => {
  // Asked again after each fact of a case that hundreds reported: no list is made on the way.
  let last: Instant | undefined;
  for (const reporter of by === undefined ? Object.keys(newest) : [by]) last = latest(last, newest[reporter]?.[what]);
  return last;
};

/**
 * Tells of a reporter whether their last word is that it is gone: nobody said since that it is still
 * up, or saw it.
 */
export const saysGone = (state: TargetCase): ((reporter: string) => boolean) => {
  const stillUp = lastSaid(state, "still-up");
  return (reporter) => {
    const gone = lastSaid(state, "gone", reporter);
    return gone !== undefined && (stillUp === undefined || gone > stillUp) && gone >= state.lastSeenAt;
  };
};

/**
 * Reporters whose reports stand and who have not said that it is gone. Nobody ends what others
 * reported by one word.
 */
export const notSayingGone = (state: TargetCase): readonly string[] => {
  const isSayingGone = saysGone(state);
  return state.reporters.filter((reporter) => !state.withdrawn.includes(reporter) && !isSayingGone(reporter));
};

/** The case as if nobody had said that it is gone. */
export const withoutGoneSaid = ({ lastSaid: newest, ...state }: TargetCase): TargetCase => ({
  ...state,
  ...(newest && {
    lastSaid: Object.fromEntries(Object.entries(newest).map(([reporter, { gone: _, ...rest }]) => [reporter, rest])),
  }),
});

/**
 * Where reporters' words closed the case, these words are what counts; else the moment of the reply
 * or of the verdict, which may have waited for a checker or for a minute.
 */
const isAfterTheEnd = ({ closed }: TargetCase, at: Instant): boolean =>
  closed === undefined ||
  closed.outcome === "withdrawn" ||
  closed.saidAt !== undefined ||
  at > (closed.wordAt ?? closed.at);

/**
 * Reminders rest since a desk said that it removed it: who saw it before that saw what was removed.
 */
const isAfterRemoval = ({ quiet, notices }: TargetCase, at: Instant): boolean =>
  !quiet ||
  notices.filter(isAnswered).every(({ answer, answeredAt }) => !replyMeanings[answer].saysRemoved || at > answeredAt);

const newer = (said: Newest | undefined, status: Said["status"], at: Instant): Newest => ({
  ...said,
  [status]: latest(said?.[status], at) ?? at,
});

/**
 * The case with one more word noted: five moments for each reporter, however many reports and words
 * there are.
 */
export const withSaid = (
  state: TargetCase,
  { reporter, status, at }: Pick<Said, "reporter" | "status" | "at">,
): TargetCase => ({
  ...state,
  lastSaid: { ...state.lastSaid, [reporter]: newer(state.lastSaid?.[reporter], status, at) },
});

/**
 * What is known of a report after one more word about it. What is only noted here counts in the
 * case that it was told to.
 */
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

/** Its reporter took it back, or said that it is gone, after this moment. */
export const isOutlived = (state: TargetCase, { said }: ReportWords, { reporter, at }: StatusMessage): boolean =>
  [said.withdrawn, lastSaid(state, "gone", reporter)].some((later) => later !== undefined && later > at);
