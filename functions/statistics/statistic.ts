import type { Case } from "../case/case.ts";
import type { CloseOutcome } from "../case/close-outcome.ts";
import type { Notice, Sent } from "../case/notice.ts";
import { isSent } from "../case/notice-progress.ts";
import { isUnderTarget } from "../case/path/who.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import { wantsAction } from "../case/step.ts";
import { domainOf } from "../kernel/domain.ts";
import { earlier, earliest, type Instant } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { isSites, runsPage, type Scope } from "../kernel/scope.ts";
import type { Category, Channel } from "../report/category.ts";

export type AskedProvider = {
  /** The registrable domain of its mailbox: `network.example`; never that of a site's own mailbox. */
  readonly provider: string;
  readonly scope: Scope;
  /** When its first mail went out: its clock starts there. */
  readonly issuedAt: Instant;
  /** Mails that asked it to act, reminders included, and how many of them bounced. */
  readonly mails: number;
  readonly bounced: number;
  readonly acknowledgedAt?: Instant;
  readonly answer?: ReplyClass;
};

/**
 * Kept of one case for ever: no URL, host or mailbox, and nothing that anybody wrote. It outlives the case's
 * retention, so nothing may be added that must be forgotten.
 */
export type Statistic = {
  readonly caseId: string;
  readonly openedAt: Instant;
  readonly category: Category;
  readonly channel: Channel;
  /** ISO 3166: where the network is registered. */
  readonly country?: string;
  readonly reports: number;
  readonly reporters: readonly string[];
  /** In the order in which they were first asked. */
  readonly asked: readonly AskedProvider[];
  /** How often it came back after it was closed as removed; absent where it never did. */
  readonly cameBack?: number;
  /** Absent while the case is open, also again. */
  readonly closed?: { readonly at: Instant; readonly outcome: CloseOutcome };
};

/** When somebody was first asked to act; the clock starts there. */
export const issuedAt = ({ asked }: Pick<Statistic, "asked">): Instant | undefined =>
  earliest(...asked.map((one) => one.issuedAt));

export const statisticOf = (state: Case): Statistic => ({
  caseId: state.id,
  openedAt: state.openedAt,
  category: state.category,
  channel: state.channel,
  ...(state.contact?.country && { country: state.contact.country }),
  reports: state.reports,
  reporters: state.reporters,
  asked: askedBy(state),
  ...(state.cameBack && { cameBack: state.cameBack.times }),
  ...(state.closed && { closed: { at: state.closed.at, outcome: state.closed.outcome } }),
});

/** Somebody was asked, or it was closed. */
export const isCounted = ({ closed, asked }: Statistic): boolean => closed !== undefined || asked.length > 0;

/**
 * The case as it is now, where anybody was asked or it was ever closed, and where that has changed. Always the
 * whole row, so that a case closed again counts once, as it ended last.
 */
export const statisticAfter = (before: Case | undefined, next: Case): Statistic | undefined => {
  // A forgotten case must not overwrite what was kept of it.
  if (next.forgottenAt !== undefined) return undefined;
  if (before && readsTheSame(before, next)) return undefined;
  const is = statisticOf(next);
  const was = before && statisticOf(before);
  if (![is, was].some((one) => one !== undefined && isCounted(one))) return undefined;
  return was && JSON.stringify(was) === JSON.stringify(is) ? undefined : is;
};

/** Nothing of a statistic changed, as in most changes: what is not changed is never copied. */
const readsTheSame = (before: Case, next: Case): boolean => {
  if (
    before.cameBack !== next.cameBack ||
    before.closed !== next.closed ||
    before.contact?.country !== next.contact?.country
  )
    return false;
  if (before.reports !== next.reports || before.reporters !== next.reporters) return false;
  const was = before.notices.filter(wantedAction);
  const is = next.notices.filter(wantedAction);
  return was.length === is.length && is.every((notice, at) => notice === was[at]);
};

const wantedAction = (notice: Notice): notice is Sent => isSent(notice) && wantsAction(notice.step);

/** A site's own mailbox would keep where the content was; a platform is known by its name. */
const providerOf = (state: Case, { to: { email, scope } }: Notice): string => {
  if (isSites(scope) || (!runsPage(scope) && isUnderTarget(state, email))) return "the site itself";
  return domainOf(mailDomainOf(email));
};

const askedBy = (state: Case): readonly AskedProvider[] => {
  const byDesk = new Map<string, readonly Sent[]>();
  for (const notice of state.notices.filter(wantedAction)) {
    const desk = `${notice.to.scope} ${providerOf(state, notice)}`;
    byDesk.set(desk, [...(byDesk.get(desk) ?? []), notice]);
  }
  return [...byDesk.values()].flatMap((mails): readonly AskedProvider[] => {
    const [first] = mails;
    if (!first) return [];
    const acknowledgedAt = earliest(...mails.map((mail) => mail.acknowledgedAt));
    const answer = mails.findLast((mail) => mail.answer !== undefined)?.answer;
    return [
      {
        provider: providerOf(state, first),
        scope: first.to.scope,
        issuedAt: mails.map(({ sentAt }) => sentAt).reduce(earlier),
        mails: mails.length,
        bounced: mails.filter(({ state }) => state === "bounced").length,
        ...(acknowledgedAt && { acknowledgedAt }),
        ...(answer && { answer }),
      },
    ];
  });
};
