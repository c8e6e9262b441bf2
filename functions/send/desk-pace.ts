import type { Case } from "../case/case.ts";
import type { EventOf } from "../case/event.ts";
import type { Notice } from "../case/notice.ts";
import type { Policy } from "../case/policy.ts";
import { requeueUntil, windowFor } from "../case/quiet-hours.ts";
import { tells } from "../case/step.ts";
import { type Instant, instant, msOf, plusHours } from "../kernel/instant.ts";
import { untilWritten } from "../kernel/until-written.ts";
import type { NoticeMember } from "../notice/request.ts";
import { type Category, isChildAbuse, type Lane } from "../report/category.ts";

/*
 * How many mails one desk gets. Whoever floods us with reports must not flood a desk: nobody there reads a thousand,
 * and the next one about a child is among them. Pacing (`pacing.ts`) is about what SES takes.
 */

/** When the last mails to one desk went out, oldest first: as many of each lane as fill an hour. */
export type LastMails = Readonly<Record<Lane, readonly Instant[]>>;
export const noMails: LastMails = { urgent: [], standard: [] };

/** Kept in the table (`store/table/desk-mails.ts`). */
export type DeskMails = {
  readonly last: (email: string) => Promise<LastMails>;
  /** `false` where somebody else wrote since `before` was read. */
  readonly write: (email: string, before: LastMails, after: LastMails, now: Instant) => Promise<boolean>;
};

/** A notice that goes by itself, or a mail about several cases, which counts as one. */
export type DeskMail = Pick<Notice, "step" | "paced" | "to"> & {
  readonly lane: Lane;
  readonly category: Category;
  readonly isShared: boolean;
};

/** What counts against it: urgent mail never waits behind the standard lane, which waits behind both. */
const counted = (last: LastMails, { lane }: DeskMail): readonly Instant[] =>
  lane === "urgent" ? last.urgent : [...last.urgent, ...last.standard].sort();

const afterAnHour = (at: Instant): Instant => plusHours(at, 1);

/** A desk's first mail about child abuse waits for its next share, never for room. */
const neverWaitsForRoom = ({ step, category }: DeskMail): boolean => tells({ step }) && isChildAbuse(category);

/**
 * Within the hour before it. One in each of the urgent lane's shares is kept for shared mails, so that nobody waits
 * long for them. A letter is for its own desk alone, and always goes.
 */
const roomFor = (mail: DeskMail, { mailsToOneDeskAnHour, urgentSharesMinutes }: Policy): number => {
  if (mail.step === "letter") return Number.POSITIVE_INFINITY;
  if (!mail.isShared && !mail.paced) return mailsToOneDeskAnHour - 60 / urgentSharesMinutes;
  return neverWaitsForRoom(mail) ? Number.POSITIVE_INFINITY : mailsToOneDeskAnHour;
};

/** Whether the desk, which had these, may have this one now. */
export const hasRoom = (last: LastMails, mail: DeskMail, policy: Policy, now: Instant): boolean =>
  counted(last, mail).filter((at) => afterAnHour(at) > now).length < roomFor(mail, policy);

/**
 * Counts a mail about to go out. `false`, and nothing counted, where its desk has no room by now. Two senders never
 * take the same place. `givePlaceBack` frees one that was not used. `seen`: what was read of the desk before.
 */
export const takePlace = async (
  deskMails: DeskMails,
  mail: DeskMail,
  policy: Policy,
  now: Instant,
  seen?: LastMails,
): Promise<boolean> => {
  const { lane, to } = mail;
  // Other senders may be at the same desk at this moment.
  const taken = await untilWritten(async (tries) => {
    const last = (tries === 0 && seen) || (await deskMails.last(to.email));
    if (!hasRoom(last, mail, policy, now)) return false;
    const after = { ...last, [lane]: [...last[lane], now].sort().slice(-policy.mailsToOneDeskAnHour) };
    return (await deskMails.write(to.email, last, after, now)) || undefined;
  });
  return taken === true;
};

/** For a mail that was not claimed, or that SES declined. Tried once: otherwise the desk gets one mail less. */
export const givePlaceBack = async (deskMails: DeskMails, { lane, to }: DeskMail, taken: Instant): Promise<void> => {
  const last = await deskMails.last(to.email);
  const at = last[lane].lastIndexOf(taken);
  if (at >= 0) await deskMails.write(to.email, last, { ...last, [lane]: last[lane].toSpliced(at, 1) }, taken);
};

/**
 * The next window, or the next of the urgent lane's shares, which lie side by side from midnight UTC. Where the desk
 * has had all mails of an hour the first with room: it is looked at once an hour, and joins those of then.
 */
const windowAfter = (last: LastMails, mail: DeskMail, policy: Policy, now: Instant): Instant => {
  const filled = neverWaitsForRoom(mail) ? undefined : counted(last, mail).at(-policy.mailsToOneDeskAnHour);
  const from = filled !== undefined && afterAnHour(filled) > now ? afterAnHour(filled) : now;
  const lengthMs = policy.urgentSharesMinutes * 60_000;
  return windowFor(from, policy, mail.lane) ?? instant(Math.floor(msOf(from) / lengthMs) * lengthMs + lengthMs);
};

/** What counts for their desk as one. */
export const mailOf = ([{ case: state, notice }, ...also]: readonly [
  NoticeMember,
  ...(readonly NoticeMember[]),
]): DeskMail => ({ ...notice, lane: state.lane, category: state.category, isShared: also.length > 0 });

/** Queues a notice with all others that wait for its desk then. Alone in its window it goes by itself. */
export const shares = (
  state: Case,
  notice: Notice,
  last: LastMails,
  policy: Policy,
  now: Instant,
): EventOf<"notice-requeued"> => ({
  ...requeueUntil(
    notice,
    now,
    windowAfter(last, mailOf([{ case: state, notice }]), policy, now),
    `its desk gets ${policy.mailsToOneDeskAnHour} mails an hour at most`,
  ),
  paced: true,
});
