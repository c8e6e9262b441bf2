import { gathersForMinutes } from "../../case/decide/sendings.ts";
import { lineUp } from "../../case/in-line.ts";
import { plusMinutes } from "../../kernel/instant.ts";
import { changeTarget } from "../../matters/change-case.ts";
import { asKind, targetIn } from "../../matters/kinds.ts";
import { openDigest } from "../../matters/open-digest.ts";
import { type Outcome, silently } from "../../matters/work.ts";
import { hasRoom, shares } from "../../notice/desk-pace.ts";
import { keptBack } from "../../notice/fence.ts";
import { byNow, type SendWork } from "../../notice/protocol.ts";
import { mailToSend } from "../decide.ts";
import type { Digest, PlannedDigest } from "../digest.ts";
import { digestIdOf, digestKeyOf, partOf } from "../waiting.ts";
import { each } from "./each.ts";
import { gather } from "./gather.ts";
import { changed, end } from "./if-unchanged.ts";
import { sendsOneAhead } from "./send-alone.ts";
import { sendGathered } from "./send-gathered.ts";
import { isOwedNews, tellMembers } from "./tell-members.ts";

/**
 * One mail about many cases, by the same protocol as a single one. Each member is gathered by a
 * change of its own case; the mail is composed of those that were gathered; and the claim is one
 * write on the digest, guarded by the version from before the first member was read. Whatever stops
 * a member later takes it out of the digest in the same atomic change (`digest/ties.ts`), so that
 * the claim fails: a stop is exact up to the wire.
 *
 * Safe to repeat at any point, and at two places at once: a member is gathered once, a claim is
 * given once, and members are told nothing twice.
 */
export const sendDigest = async (work: SendWork, digest: Digest): Promise<Outcome> => {
  if (!mailToSend(digest, work.clock.now()))
    return isOwedNews(digest) ? tellMembers(work, digest) : needless(work, digest);
  const current = await withoutFenced(work, digest);
  return current ? sendUnfenced(work, current) : "done";
};

const sendUnfenced = async (work: SendWork, digest: Digest): Promise<Outcome> => {
  const until = await work.accountTurn(digest.lane);
  if (until !== undefined && (await sendsOneAhead(work, digest, until))) return "done";
  // Before it is fixed who goes in it: those who come until then go with it, and hosts are looked
  // up when it goes.
  if (!digest.members && (await waitsForRoom(work, digest))) return "done";
  const planned = digest.members ? digest : await planUnfenced(work, digest);
  return planned?.members ? sendPlanned(work, planned) : "done";
};

/** Who came in line since the fence was asked is behind it, too. */
const planUnfenced = async (work: SendWork, digest: Digest): Promise<Digest | undefined> => {
  const planned = await plan(work, digest);
  return planned && withoutFenced(work, planned);
};

/**
 * The digest without those that a fence keeps back: each is a question of its own case, since nobody knows
 * who was in the mail that may have gone out. Nothing where the digest needs no mail any more.
 */
const withoutFenced = async (work: SendWork, digest: Digest): Promise<Digest | undefined> => {
  if (!(await work.fence())) return digest;
  const waiting = await work.store.waitingFor(digest.key);
  let isHeld = true;
  await each([...(digest.members ?? []), ...waiting], async ({ caseId, noticeId }) => {
    const state = targetIn(await work.store.read(caseId));
    if (state && (await keptBack(work, state, noticeId)) === "contended") isHeld = false;
  });
  // Its due time brings it again.
  if (!isHeld) return undefined;
  const current = asKind(await work.store.read(digest.id)).digest;
  return current && mailToSend(current, work.clock.now()) ? current : undefined;
};

const needless = (work: SendWork, { id }: Digest): Outcome => {
  work.log.info("hint.needless", { caseId: id });
  return "done";
};

/** Fixes who goes in this mail: all who wait, or as many as it holds. One alone needs no digest. */
const plan = async (work: SendWork, digest: Digest): Promise<Digest | undefined> => {
  const waiting = await work.store.waitingFor(digest.key);
  const [first, second] = waiting;
  const at = work.clock.now();
  if (!first) return end(work, digest, "nobody waits any more");
  if (second) return changed(silently(work), digest, [{ type: "members-planned", at, ...partOf(waiting) }]);
  await changeTarget(work, first.caseId, (state) => {
    const notice = state.notices.find(({ id }) => id === first.noticeId);
    return notice?.state === "queued" && digestKeyOf(state, notice) === digest.key
      ? [lineUp(notice, at, "it is alone in its window")]
      : undefined;
  });
  return end(work, digest, "one notice alone goes by itself");
};

const triesAtMost = 5;

const sendPlanned = async (begun: SendWork, planned: PlannedDigest): Promise<Outcome> => {
  let digest = planned;
  let work = begun;
  for (let tries = 0; tries < triesAtMost; tries++) {
    if (tries > 0) work = await byNow(work);
    const [mail] = digest.notices;
    if (await work.store.isStopped(mail.to.email)) return stopAll(work, digest);
    const gathered = await gather(work, digest);
    if (digest.more && tries === 0) await openNext(work, digest);
    const now = work.clock.now();
    if (gathered.awaited.length > 0 && now < plusMinutes(digest.plannedAt, gathersForMinutes)) {
      if (now < plusMinutes(digest.plannedAt, 1))
        await each(gathered.awaited, ({ caseId }) => work.dropHint("find-contact", digest.lane, { caseId }));
      await work.store.postpone(digest.id, digest.version, plusMinutes(now, 1));
      return "done";
    }
    const outcome = await sendGathered(work, digest, gathered.members);
    if (outcome !== "again") return outcome;
    const current = asKind(await work.store.read(digest.id)).digest;
    if (!current?.members || !mailToSend(current, work.clock.now())) return "done";
    digest = current;
  }
  // Members leave faster than the mail is composed: its due time brings it again.
  return "done";
};

/**
 * Its desk has had all mails of an hour: those who wait go with others in the first window after
 * it, so that what a desk has no room for becomes longer mails and not more of them.
 */
const waitsForRoom = async (work: SendWork, digest: Digest): Promise<boolean> => {
  const [mail] = digest.notices;
  const last = await work.deskMails.last(mail.to.email);
  if (hasRoom(last, { ...digest, ...mail, isShared: true }, work.policyOf(digest), work.clock.now())) return false;
  await each(await work.store.waitingFor(digest.key), ({ caseId, noticeId }) =>
    changeTarget(work, caseId, (state) => {
      const notice = state.notices.find(({ id }) => id === noticeId);
      return notice?.state === "queued" && digestKeyOf(state, notice) === digest.key
        ? [shares(state, notice, last, work.policyOf(state), work.clock.now())]
        : undefined;
    }),
  );
  await end(work, digest, "its desk has had all mails of an hour");
  work.log.info("notice.shares", { caseId: digest.id });
  return true;
};

/**
 * Its desk complained: each case that waits for it goes on without that desk, and there is no mail.
 */
const stopAll = async (work: SendWork, digest: Digest): Promise<Outcome> => {
  const members = [...(digest.members ?? []), ...(await work.store.waitingFor(digest.key))];
  await each(members, ({ caseId, noticeId }) =>
    changeTarget(work, caseId, (state) => {
      const notice = state.notices.find(({ id }) => id === noticeId);
      return notice?.state === "queued" || notice?.state === "gathered"
        ? [{ type: "desk-stopped", at: work.clock.now(), noticeId }]
        : undefined;
    }),
  );
  // Members that left have changed it.
  const current = asKind(await work.store.read(digest.id)).digest;
  if (current) await end(work, current, "the desk complained about a notice");
  work.log.info("notice.stopped", { caseId: digest.id });
  return "done";
};

/**
 * The next part takes those that this one has no room for; it plans itself when these are gathered
 * and wait no more.
 */
const openNext = async (
  work: SendWork,
  { key, part, lane, category, window, notices: [mail] }: Digest,
): Promise<void> => {
  const caseId = digestIdOf(key, part + 1);
  if (await work.store.read(caseId)) return;
  const { id: noticeId, rung, step, to } = mail;
  await openDigest(work, {
    type: "digest-opened",
    at: work.clock.now(),
    caseId,
    lane,
    category,
    key,
    part: part + 1,
    window,
    noticeId,
    rung,
    step,
    to,
  });
};
