import type { Case, ReportWords } from "../case/case.ts";
import { isAnswered } from "../case/notice-progress.ts";
import { replyMeanings } from "../case/reply-class.ts";
import { type LaterWord, lastSaid } from "../case/said.ts";
import type { Instant } from "../kernel/instant.ts";
import type { StatusMessage } from "../report/report.ts";

/** The open one of two cases of one page, which got the word. */
export type Extra = { readonly toldTo?: string };

/** A status as fact, if new; `words`: its report's. A "gone" from before the last sighting moves nothing. */
export const factOf = (
  state: Case,
  words: ReportWords,
  message: StatusMessage,
  at: Instant,
  { toldTo }: Extra = {},
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
 * A word taken by another case of the same page, as noted in its report's own: even if it is no news to that one,
 * so that the next word finds the case in which the report stands.
 */
export const notedElsewhere = (
  state: Case,
  words: ReportWords,
  message: StatusMessage,
  at: Instant,
  toldTo: string,
): LaterWord | undefined =>
  words.goesOnIn === toldTo || (words.said[message.status] ?? "") >= message.at
    ? factOf(state, words, message, at, { toldTo })
    : { type: "status", at, message, stood: words.takenBack !== true, toldTo };

/** The same words give the same holds and withdrawals, in whatever order they came. */
const tellsAnew = (state: Case, { said }: ReportWords, { reporter, status, at }: StatusMessage): boolean => {
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

/** Reporters' words count if they closed it; else the moment of the reply or verdict, which may wait. */
const isAfterTheEnd = ({ closed }: Case, at: Instant): boolean =>
  closed === undefined ||
  closed.outcome === "withdrawn" ||
  closed.saidAt !== undefined ||
  at > (closed.wordAt ?? closed.at);

/** Reminders rest since a desk said that it removed it: who saw it before saw what was removed. */
const isAfterRemoval = ({ quiet, notices }: Case, at: Instant): boolean =>
  !quiet ||
  notices.filter(isAnswered).every(({ answer, answeredAt }) => !replyMeanings[answer].saysRemoved || at > answeredAt);

/** Its reporter took it back, or said that it is gone, after this moment. */
export const isOutlived = (state: Case, { said }: ReportWords, { reporter, at }: StatusMessage): boolean =>
  [said.withdrawn, lastSaid(state, "gone", reporter)].some((later) => later !== undefined && later > at);
