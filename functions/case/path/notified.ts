import { earlier, type Instant, latest, plusHours } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { isNamedIn } from "../contact-facts.ts";
import { isPersons } from "../contact-source.ts";
import { hasTold, isDead } from "../networks.ts";
import type { Notice } from "../notice.ts";
import { isAnswered } from "../notice-progress.ts";
import { noticeStateFacts } from "../notice-state.ts";
import type { Policy } from "../policy.ts";
import { type ReplyClass, replyMeanings } from "../reply-class.ts";
import { lastSaid } from "../said.ts";
import { tells } from "../step.ts";

export const tellingOnLevel = (state: Case): readonly Notice[] =>
  state.notices.filter(
    (notice) => !notice.ended && notice.state !== "cancelled" && notice.level === state.level && tells(notice),
  );

export const isAnyoneTold = ({ notices }: Case): boolean => notices.some(hasTold);

/** The host moved away from the desk of this notice, whichever of its mails is meant. */
export const isFormerHost = (state: Case, { to }: Notice): boolean => {
  const telling = state.notices.filter((notice) => tells(notice) && isSameMailbox(notice.to.email, to.email));
  return (
    telling.length > 0 &&
    telling.every(({ ended, missedAt }) => ended || missedAt !== undefined) &&
    !isNamedIn(state.contact ?? { candidates: [] }, to.email)
  );
};

/** The mailbox was notified of what was removed, and not yet that it is back. */
export const isOwedReturn = ({ notices }: Case, email: string): boolean => {
  const told = notices.filter(
    (notice) => tells(notice) && noticeStateFacts[notice.state].mayHaveCome && isSameMailbox(notice.to.email, email),
  );
  return told.length > 0 && told.every((notice) => notice.wasRemoved);
};

export const isHeard = ({ state }: Notice): boolean => noticeStateFacts[state].isHeard;

/** The desk answered any mail of the case, or complained, even before it was reopened. */
export const hasSpoken = (state: Case, email: string): boolean =>
  state.notices.some(
    (notice) =>
      isSameMailbox(notice.to.email, email) &&
      (notice.state === "complained" || (!notice.ended && hasAnswered(notice))),
  );

/** Until when a desk is not reminded, by its first word about each mail of this step and policy's limit. */
export const customersTime = (
  { notices }: Case,
  { to, level }: Pick<Notice, "to" | "level">,
  { customersHoursAtMost }: Policy,
): Instant | undefined =>
  latest(
    ...notices
      .filter((notice) => notice.level === level && !notice.ended && isSameMailbox(notice.to.email, to.email))
      .map(({ passedOn }) => passedOn?.until && earlier(passedOn.until, plusHours(passedOn.at, customersHoursAtMost))),
  );

export const lastAnswer = ({ notices }: Case, email: string): ReplyClass | undefined =>
  notices
    .filter(isAnswered)
    .filter(({ ended, to }) => !ended && isSameMailbox(to.email, email))
    .toSorted((one, other) => (one.answeredAt < other.answeredAt ? -1 : 1))
    .at(-1)?.answer;

const hasAnswered = ({ answer }: Notice): boolean => answer !== undefined && replyMeanings[answer].shows === "answer";

/** Its desk said that it can't act, or that the host is not theirs, and policy took it at that. */
export const hasStoodAside = ({ taken }: Notice): boolean => taken?.way === "escalates" || taken?.way === "right-party";

/** No reporter has said *still up* since its desk disputed the report. Never in the urgent lane. */
export const isDisputed = (state: Case, { taken, answeredAt }: Notice): boolean => {
  if (state.lane !== "standard" || taken?.way !== "reporter") return false;
  const stillUp = lastSaid(state, "still-up");
  return stillUp === undefined || answeredAt === undefined || stillUp <= answeredAt;
};

export const levelIsDead = (state: Case): boolean => {
  const wantsAction = tellingOnLevel(state);
  return wantsAction.length > 0 && wantsAction.every((notice) => isDead(notice) || hasStoodAside(notice));
};

export const allWithdrew = (state: Case): boolean =>
  state.reporters.every((reporter) => state.withdrawn.includes(reporter));

/** One notice for each desk that was asked to act and did not turn it away. */
export const toldDesks = (state: Case): readonly Notice[] => {
  const had = state.notices.filter((notice) => tells(notice) && noticeStateFacts[notice.state].mayHaveCome);
  return had.filter(
    ({ to }, at) =>
      had.findIndex((other) => isSameMailbox(other.to.email, to.email)) === at && !isTurnedAway(state, to),
  );
};

/** Any mail to it came back, or was unwanted. A person may name it again for where the host stands since. */
export const isTurnedAway = ({ notices }: Case, to: Candidate): boolean =>
  notices.some((other) => isDead(other) && !(other.ended && isPersons(to)) && isSameMailbox(other.to.email, to.email));

/** No API takes another word about a report. */
export const mailedDesks = (state: Case): readonly Notice[] =>
  toldDesks(state).filter(({ to }) => to.channel === undefined);

export const lower = (text: string): string => text.toLowerCase();

export const askedDesks = (state: Case): readonly string[] =>
  [...new Set(tellingOnLevel(state).map(({ to }) => lower(to.email)))].sort();

/** The asked desks while none has answered; an acknowledgement is silence. */
export const silentDesks = (state: Case): readonly string[] =>
  tellingOnLevel(state).some((notice) => isDead(notice) || hasSpoken(state, notice.to.email)) ? [] : askedDesks(state);
