import type { Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import { isOut, standsForMail } from "../case/notice-progress.ts";
import { isHeard } from "../case/path/notified.ts";
import { isUnderTarget } from "../case/path/who.ts";
import { replyMeanings } from "../case/reply-class.ts";
import { tells } from "../case/step.ts";
import { type Instant, msOf } from "../kernel/instant.ts";
import { runsPage } from "../kernel/scope.ts";

/**
 * What came of asking one mailbox about one case. `proven`: a mail proven to be its own says what only one who deals
 * with such notices says. `approved`: by a person, as it was new. A mail about several cases is delivered once.
 */
export type DeskOutcome = {
  readonly email: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly what: "delivered" | "bounced" | "answered" | "proven" | "acted" | "unanswered" | "approved";
  /** Since its notice went out, where that is known and something came of it. */
  readonly afterMinutes?: number;
};

const hasSpoken = ({ acknowledgedAt, answer }: Notice): boolean => acknowledgedAt !== undefined || answer !== undefined;

/** A desk's word is kept as its answer or handover only where its sender is proven (`evolve-notice.ts`). */
const isProven = ({ answer, passedOn }: Notice): boolean =>
  passedOn !== undefined || (answer !== undefined && replyMeanings[answer].isDesks);

const isRemoved = ({ closed }: Case): boolean => closed?.outcome === "removed" || closed?.outcome === "gone";

/** A reminder's answer is its desk's, so outcomes are compared mailbox by mailbox. */
export const outcomesOf = (before: Case, next: Case, at: Instant): readonly DeskOutcome[] => {
  if (next.forgottenAt !== undefined) return [];
  return next.notices.filter(tells).flatMap((notice): readonly DeskOutcome[] => {
    const was = before.notices.find(({ id }) => id === notice.id);
    if (!was || isSitesOwn(next, notice)) return [];
    return learntOf(before, next, was, notice).map((what) => outcomeOf(next, notice, what, at));
  });
};

const outcomeOf = (
  { id: caseId }: Pick<Case, "id">,
  notice: Notice,
  what: DeskOutcome["what"],
  at: Instant,
): DeskOutcome => ({
  email: notice.to.email.toLowerCase(),
  caseId,
  noticeId: notice.id,
  at,
  what,
  ...((what === "answered" || what === "acted") &&
    notice.sentAt && { afterMinutes: Math.round((msOf(at) - msOf(notice.sentAt)) / 60_000) }),
});

/** A site's own mailbox is asked once in its life, and its name would keep where the content was. */
export const isSitesOwn = (state: Case, { to }: Pick<Notice, "to">): boolean =>
  !runsPage(to.scope) && isUnderTarget(state, to.email);

const became = (was: Notice, notice: Notice, state: Notice["state"]): boolean =>
  notice.state === state && was.state !== state;

const learntOf = (before: Case, next: Case, was: Notice, notice: Notice): readonly DeskOutcome["what"][] => {
  // Nothing is learnt of a mailbox nobody was asked at: once off the list, it is written to again.
  if (became(was, notice, "bounced")) return isOut(notice) && notice.untried ? [] : ["bounced"];
  return [
    ...(notice.to.memory === "new" && notice.approved === true && was.approved !== true ? (["approved"] as const) : []),
    ...(became(was, notice, "delivered") && standsForMail(notice) ? (["delivered"] as const) : []),
    ...ofItsWord(before, next, notice),
  ];
};

const ofItsWord = (before: Case, next: Case, notice: Notice): readonly DeskOutcome["what"][] => {
  const ofDesk = ({ to }: Notice): boolean => to.email === notice.to.email;
  const speaks = ({ notices }: Case) => notices.some((other) => ofDesk(other) && hasSpoken(other));
  const proves = ({ notices }: Case) => notices.some((other) => ofDesk(other) && isProven(other));
  const answered = [
    ...(speaks(next) && !speaks(before) ? (["answered"] as const) : []),
    ...(proves(next) && !proves(before) ? (["proven"] as const) : []),
  ];
  if (!isHeard(notice) || notice.ended) return answered;
  if (next.closed && !before.closed) return isRemoved(next) ? [...answered, "acted"] : answered;
  if (speaks(next)) return answered;
  const asksOnCall = next.reviews.some(
    ({ id, question }) => question === "unanswered" && !before.reviews.some((other) => other.id === id),
  );
  return notice.level === before.level && (next.level > before.level || asksOnCall) ? ["unanswered"] : [];
};
