import { type Instant, msOf, plusHours, plusMs } from "../kernel/instant.ts";
import type { Case, Kept, Review } from "./case.ts";
import type { Notice } from "./notice.ts";
import { isOut, isSent } from "./notice-progress.ts";
import { questionFacts } from "./question.ts";

/*
 * > Time that a person or the police hold is not the machine's. A desk's clock stands still while a hold
 * stands, a clearance is awaited or a question blocks: nobody could act on what did not go out, and nobody is
 * reminded, passed over or named silent for it.
 *
 * Nor is it silence while nobody was notified: where the first notice was due and waited, since a person had
 * stopped sending, the breaker had, SES refused the account or its quota was spent, that wait does not count,
 * once it is over. It is read from the notice, not from the pause. Only for the first notice: a desk that was
 * notified has had its time. Quiet hours and windows are in the policy's hours.
 */

/** A first notice that waited less went out in its turn. */
const waitsCountFromMs = 3_600_000;

/** A clearance also keeps the policy's time where the hotline hears meanwhile. */
const keeps = ({ blocking, question }: Review): boolean => blocking || questionFacts(question).keepsHostsSide;
const isKept = ({ holds, reviews }: Case): boolean => holds.length > 0 || reviews.some(keeps);

/** How long the case had been kept at a moment, in milliseconds. */
export const keptBy = ({ kept }: Case, at: Instant): number => {
  const { ms = 0, since } = kept ?? {};
  return ms + (since !== undefined && since < at ? msOf(at) - msOf(since) : 0);
};

/** `after` with its clock, and what began on it at `at`: a notice that went out, a wait that a person set. */
export const onClock = (before: Case, after: Case, at: Instant): Case => {
  const kept = keptAfter(before, after, at);
  const running: Case = kept === undefined ? after : { ...after, kept };
  if (!kept) return running;
  const notices = running.notices.map((notice): Notice => {
    const known = before.notices.find(({ id }) => id === notice.id);
    const began = beganAt(known, notice) ?? (known === undefined ? at : undefined);
    const ms = began === undefined ? 0 : keptBy(running, began);
    return ms > 0 ? { ...notice, keptMs: ms } : notice;
  });
  const waits =
    running.waitUntil !== undefined && running.waitUntil !== before.waitUntil && !running.isWaitedWith
      ? { waitUntil: plusMs(running.waitUntil, -keptBy(running, at)) }
      : {};
  return { ...running, notices, ...waits };
};

const beganAt = (known: Notice | undefined, notice: Notice): Instant | undefined =>
  isOut(notice) && !(known && isOut(known)) ? notice.sentAt : undefined;

/** How long the first notice of all waited beyond its time, without what else kept the case. */
const waitedMs = (before: Case, { notices }: Case): number => {
  if (before.notices.some(isSent)) return 0;
  const waits = notices
    .filter(isSent)
    .map(
      ({ sentAt, dueAt, notBefore, keptMs: keptBefore = 0 }) =>
        msOf(sentAt) - msOf(dueAt ?? notBefore) - (keptBy(before, sentAt) - keptBefore),
    );
  const ms = waits.length === 0 ? 0 : Math.min(...waits);
  return ms >= waitsCountFromMs ? ms : 0;
};

const keptAfter = (before: Case, after: Case, at: Instant): Kept | undefined => {
  const ms = waitedMs(before, after);
  return ms === 0
    ? withoutWaits(before, after, at)
    : { ...withoutWaits(before, after, at), ms: keptBy(before, at) + ms };
};

const withoutWaits = (before: Case, after: Case, at: Instant): Kept | undefined => {
  const { ms = 0, since } = before.kept ?? {};
  if (isKept(after)) return { ms, since: since ?? at };
  return since === undefined ? before.kept : { ms: keptBy(before, at) };
};

/** When `hours` are over on the desk's clock since `at`, by when the case had been kept for `keptMs`. */
export const deskHoursAfter = (
  state: Case,
  { at, keptMs: already = 0 }: { readonly at: Instant; readonly keptMs?: number | undefined },
  hours: number,
): Instant => plusMs(plusHours(at, hours), (state.kept?.ms ?? 0) - already);

export const restsUntil = (state: Case, now: Instant): Instant | undefined => {
  const until =
    state.waitUntil && (state.isWaitedWith ? state.waitUntil : plusMs(state.waitUntil, state.kept?.ms ?? 0));
  return until !== undefined && until > now ? until : undefined;
};
