import type { TargetCase } from "../../case/case.ts";
import { isLookedUp } from "../../case/decide/look-up.ts";
import { gathersForMinutes, mayGo, missedWindows } from "../../case/decide/sendings.ts";
import { goesOut } from "../../case/goes-out.ts";
import { lineUp, waitAnew } from "../../case/in-line.ts";
import type { Notice } from "../../case/notice.ts";
import { windowFor } from "../../case/window.ts";
import { type Instant, plusMinutes } from "../../kernel/instant.ts";
import { changeDigest, changeTarget } from "../../matters/change-case.ts";
import { asKind, targetIn } from "../../matters/kinds.ts";
import { openDigest } from "../../matters/open-digest.ts";
import type { Change } from "../../matters/store.ts";
import { type CaseWork, type Outcome, silently } from "../../matters/work.ts";
import { recipientHashOf } from "../../notice/compose-notice.ts";
import { sharesUntil } from "../../notice/desk-pace.ts";
import { askOnce, claimOf, comeBack, recordAnswer, recordStop, type SendWork } from "../../notice/protocol.ts";
import { replyAddress } from "../../notice/reply-address.ts";
import { describeProblem, type NoticeMember } from "../../notice/request.ts";
import { mailToSend } from "../decide.ts";
import type { Digest, PlannedDigest } from "../digest.ts";
import type { DigestEvent, Member } from "../event.ts";
import { isSame, lastNews } from "../evolve.ts";
import { endDigest } from "../react.ts";
import { hears } from "../ties.ts";
import { digestIdOf, digestKeyOf, mailBytesAtMost, partOf } from "../waiting.ts";

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
  const until = await work.accountTurn(digest.lane);
  if (until !== undefined && (await sendsOneAhead(work, digest, until))) return "done";
  // Before it is fixed who goes in it: those who come until then go with it, and hosts are looked
  // up when it goes.
  if (!digest.members && (await waitsForNextWindow(work, digest))) return "done";
  const planned = digest.members ? digest : await plan(work, digest);
  return planned?.members ? sendPlanned(work, planned) : "done";
};

/**
 * What becomes of a notice whose window is over and that no digest has taken along: a digest that
 * is late still does, however late; where there is none, or it went without it, the notice waits
 * for the next window.
 */
export const seekDigest = async (work: SendWork, state: TargetCase, { id: noticeId }: Notice): Promise<void> => {
  const key = state.notices.flatMap((notice) => (notice.id === noticeId ? (digestKeyOf(state, notice) ?? []) : []))[0];
  if (key === undefined || (await willBeTaken(work, key, { caseId: state.id, noticeId }))) return;
  await changeTarget(work, state.id, (current) => {
    const now = work.clock.now();
    const notice = missedWindows(current, now).find(({ id }) => id === noticeId);
    return notice && digestKeyOf(current, notice) === key
      ? [waitAnew(notice, now, windowFor(now, work.policyOf(current), current.lane), "no digest took it along")]
      : undefined;
  });
};

const willBeTaken = async (work: SendWork, key: string, member: Member): Promise<boolean> => {
  for (let part = 1; ; part++) {
    const { digest } = asKind(await work.store.read(digestIdOf(key, part)));
    if (!digest) return false;
    const isToCome = !digest.closed && digest.notices[0].state === "queued";
    if (isToCome && (!digest.members || digest.more || digest.members.some((other) => isSame(other, member))))
      return true;
    if (!digest.more) return false;
  }
};

const needless = (work: SendWork, { id }: Digest): Outcome => {
  work.log.info("hint.needless", { caseId: id });
  return "done";
};

/** News of a mail that has not come to rest is told with what becomes of it. */
const isOwedNews = ({ news, notices: [mail], closed }: Digest): boolean =>
  news.length > 0 && (closed !== undefined || (mail.state !== "on-wire" && mail.state !== "queued"));

const changed = async (
  work: CaseWork,
  digest: Digest,
  facts: readonly DigestEvent[],
  guard: Pick<Change, "unstopped"> = {},
): Promise<Digest | undefined> => {
  const written = await changeDigest(
    work,
    digest.id,
    (current) => (current.version === digest.version ? facts : undefined),
    {
      also: () => guard,
      lastSeen: digest,
    },
  );
  return written.ok ? written.value.next : undefined;
};

const end = async (work: SendWork, digest: Digest, why: string): Promise<undefined> => {
  await changed(work, digest, [endDigest(work.clock.now(), "dismissed", why)]);
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

const sendPlanned = async (work: SendWork, planned: PlannedDigest): Promise<Outcome> => {
  let digest = planned;
  for (let tries = 0; tries < triesAtMost; tries++) {
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
 * While SES refuses the account no digest is gathered: hosts would be looked up, notices gathered
 * and put in line anew for each try. When a try is due, one of its notices goes by itself, for all;
 * the others wait with it. False where nobody is left.
 */
const sendsOneAhead = async (work: SendWork, digest: Digest, refused: Instant): Promise<boolean> => {
  const ahead = await firstWaiting(work, digest);
  if (!ahead) return false;
  const until = await work.accountTurn(digest.lane, ahead.case.id);
  if (until === undefined) await sendAlone(work, ahead, "SES refuses our mail, and this one tries for all");
  await comeBack(work, digest, { kind: "no-turn", why: "refused", until: until ?? refused });
  return true;
};

const firstWaiting = async (work: SendWork, digest: Digest): Promise<NoticeMember | undefined> => {
  for (const { caseId, noticeId } of digest.members ?? (await work.store.waitingFor(digest.key))) {
    const state = targetIn(await work.store.read(caseId));
    const notice = state?.notices.find(({ id }) => id === noticeId);
    if (state && notice && waitsWith(digest, state, notice) && mayGo(state, notice, work.clock.now()))
      return { case: state, notice };
  }
  return undefined;
};

const waitsWith = (digest: Digest, state: TargetCase, notice: Notice): boolean =>
  digestKeyOf(state, notice) === digest.key && (notice.state === "queued" || notice.digest?.id === digest.id);

/**
 * A desk that had so many mails gets a digest of the standard lane later. One of the urgent lane is
 * what so many mails share.
 */
const waitsForNextWindow = async (work: SendWork, digest: Digest): Promise<boolean> => {
  const [mail] = digest.notices;
  const now = work.clock.now();
  const policy = work.policyOf(digest);
  if (digest.lane === "urgent" || (await work.deskMails.countIn(mail.to.email, now)) < policy.mailsToOneDeskAnHour)
    return false;
  await work.store.postpone(digest.id, digest.version, sharesUntil(now, policy, digest.lane));
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

const atATime = 20;
const each = async <T, U>(items: readonly T[], does: (item: T) => Promise<U>): Promise<readonly U[]> => {
  const results: U[] = [];
  for (let from = 0; from < items.length; from += atATime)
    results.push(...(await Promise.all(items.slice(from, from + atATime).map(does))));
  return results;
};

type Gathered = {
  readonly members: readonly NoticeMember[] /** Their host has to be looked up first, which is under way. */;
  readonly awaited: readonly Member[];
};

/** Takes along every member that may go, each by a change of its own case, and says which did. */
const gather = async (work: SendWork, digest: PlannedDigest): Promise<Gathered> => {
  const planned = digest.members;
  const found = await each(planned, (member) => gatherOne(work, digest, member));
  return {
    members: found.filter((one) => typeof one === "object"),
    awaited: planned.filter((_, at) => found[at] === "awaited"),
  };
};

const gatherOne = async (
  work: SendWork,
  digest: Digest,
  member: Member,
): Promise<NoticeMember | "awaited" | "stays"> => {
  const state = targetIn(await work.store.read(member.caseId));
  const stand = standOf(work, digest, member, state);
  if (stand.kind === "goes") return stand.with;
  if (stand.kind === "stopped") await recordStop(work, stand.state, member.noticeId);
  if (stand.kind === "stays" || stand.kind === "stopped") return "stays";
  if (stand.kind === "awaited") return stand.kind;
  const written = await changeTarget(
    silently(work),
    member.caseId,
    (current) => {
      const again = standOf(work, digest, member, current);
      if (again.kind !== "joins") return again.kind === "goes" || again.kind === "hears" ? [] : undefined;
      return [
        {
          type: "notice-gathered",
          at: work.clock.now(),
          noticeId: member.noticeId,
          digestId: digest.id,
          heard: lastNews(digest),
        },
      ];
    },
    { ...(state && { lastSeen: state }) },
  );
  const next = written.ok ? written.value.next : targetIn(await work.store.read(member.caseId));
  const after = standOf(work, digest, member, next);
  return after.kind === "goes" ? after.with : "stays";
};

type Stand =
  | { readonly kind: "goes"; readonly with: NoticeMember }
  | { readonly kind: "stopped"; readonly state: TargetCase }
  | { readonly kind: "joins" | "hears" | "awaited" | "stays" };

/**
 * How a member stands to its digest: it goes in the mail, joins now, has to hear of an attempt that
 * is over, waits for its look-up, stays behind, or is stopped by what has changed since it was
 * queued, as settings do, which its case has to write down.
 */
const standOf = (work: SendWork, digest: Digest, { noticeId }: Member, state: TargetCase | undefined): Stand => {
  const notice = state?.notices.find(({ id }) => id === noticeId);
  if (!state || !notice) return { kind: "stays" };
  const now = work.clock.now();
  // What it believes of a mail that did not go out it has to unlearn first, from the digest as it
  // is and not as it was read here.
  if (notice.digest?.id === digest.id && (notice.state === "on-wire" || notice.state === "unknown"))
    return { kind: "hears" };
  if (!mayGo(state, notice, now) || digestKeyOf(state, notice) !== digest.key) return { kind: "stays" };
  if (!isLookedUp(state, work.policyOf(state), now)) return { kind: "awaited" };
  if (!goesOut(state, notice, work.policyOf, now)) return { kind: "stopped", state };
  if (notice.state === "gathered")
    return notice.digest?.id === digest.id ? { kind: "goes", with: { case: state, notice } } : { kind: "stays" };
  return { kind: "joins" };
};

const sendGathered = async (
  work: SendWork,
  digest: PlannedDigest,
  members: readonly NoticeMember[],
): Promise<Outcome | "again"> => {
  const [mail] = digest.notices;
  const [first, ...also] = members;
  if (!first) return (await end(work, digest, "none of its notices goes out with it")) ?? "done";
  if (also.length === 0) return (await sendAlone(work, first, "the others in its digest do not go out")) ?? "again";
  const attemptId = `${digest.id}_${mail.id}_${mail.attempts + 1}`;
  const composed = await work.compose({
    ...first,
    also,
    digestId: digest.id,
    settings: work.settings,
    replyAddress: replyAddress({ caseId: digest.id, notice: mail }, await work.replyKeys(), work.settings.replyDomain),
    attemptId,
    now: work.clock.now(),
    doubted: [mail, ...members.map(({ notice }) => notice)].some(({ doubtedAttempt }) => doubtedAttempt !== undefined),
    messageIdDomain: work.messageIdDomain,
  });
  if (!composed.ok) {
    const { error } = composed;
    const guilty =
      "caseId" in error && error.caseId !== undefined
        ? members.find((member) => member.case.id === error.caseId)
        : undefined;
    if (guilty) return (await sendAlone(work, guilty, "the digest can't be written with it")) ?? "again";
    await changed(work, digest, [
      { type: "refused", at: work.clock.now(), noticeId: mail.id, problem: describeProblem(error) },
    ]);
    work.log.info("notice.refused", { caseId: digest.id, noticeId: mail.id, code: error.kind });
    return "done";
  }
  if (composed.value.mime.length > mailBytesAtMost && also.length > 0) return makeRoom(work, digest, members);
  if (composed.value.recipientHash !== recipientHashOf(mail.to))
    throw new Error("A digest's members are another desk's.");
  const turn = await work.takeTurn(digest.lane);
  if (turn.kind === "no-turn") return comeBack(work, digest, turn);
  const stays = digest.members.filter(
    (member) => !members.some(({ case: { id }, notice }) => isSame(member, { caseId: id, noticeId: notice.id })),
  );
  const claims: readonly DigestEvent[] = [
    ...(stays.length > 0
      ? [{ type: "members-left" as const, at: work.clock.now(), members: stays, why: "they could not go out with it" }]
      : []),
    claimOf(mail, attemptId, composed.value, work.clock.now()),
  ];
  const claimed = await changed(silently(work), digest, claims, { unstopped: [mail.to.email] });
  if (!claimed) return "again";
  const answer = await askOnce(work, {
    mime: composed.value.mime,
    recipient: composed.value.recipient,
    attemptId,
    lane: digest.lane,
  });
  await recordAnswer(work, claimed, { notice: mail, attemptId, answer, about: members.map((member) => member.case) });
  await work.deskMails.note(mail.to.email, work.clock.now());
  // Who was left behind would find out within the hour.
  await each(stays, (member) => tellOne(work, claimed, member));
  return "done";
};

/**
 * What was reckoned of one in line was too little (`digest/waiting.ts`): half of them go in the
 * next window's mail, where it is reckoned anew.
 */
const makeRoom = async (work: SendWork, digest: Digest, members: readonly NoticeMember[]): Promise<"again"> => {
  await each(members.slice(Math.ceil(members.length / 2)), ({ case: { id }, notice }) =>
    changeTarget(work, id, (state) => {
      const current = state.notices.find((one) => one.id === notice.id);
      if (current?.state !== "gathered" || current.digest?.id !== digest.id) return undefined;
      const now = work.clock.now();
      return [
        waitAnew(
          current,
          now,
          windowFor(now, work.policyOf(state), state.lane),
          "the digest's mail would be too large with it",
        ),
      ];
    }),
  );
  return "again";
};

/**
 * It leaves its digest and goes by itself. One for which no mail can be written must not stop the
 * others: its own attempt asks a person.
 */
const sendAlone = async (work: SendWork, { case: { id }, notice }: NoticeMember, why: string): Promise<undefined> => {
  await changeTarget(work, id, (state) => {
    const current: Notice | undefined = state.notices.find((one) => one.id === notice.id);
    const isAsItWas = current?.state === notice.state && current.digest?.id === notice.digest?.id;
    return current && isAsItWas && (notice.state === "gathered" || notice.state === "queued")
      ? [lineUp(current, work.clock.now(), why)]
      : undefined;
  });
};

const newsAtOnce = 4;

/**
 * Tells every member what it has not heard, each by a change of its own case; and when all know,
 * writes that down.
 */
const tellMembers = async (work: SendWork, digest: Digest): Promise<Outcome> => {
  const told = await each(digest.members ?? [], (member) => tellOne(work, digest, member));
  if (!told.every(Boolean)) return "later";
  const upTo = lastNews(digest);
  await changeDigest(work, digest.id, (state) =>
    state.told < upTo ? [{ type: "members-told", at: work.clock.now(), upTo }] : undefined,
  );
  work.log.info("digest.told", { caseId: digest.id, count: told.length });
  return "done";
};

/** A person's verdict comes after what the case hears before it, so there may be several rounds. */
const tellOne = async (work: SendWork, digest: Digest, { caseId }: Member): Promise<boolean> => {
  for (let round = 0; round < newsAtOnce; round++) {
    const told = await changeTarget(work, caseId, (state) => hears(state, digest, work.policyOf, work.clock.now()), {
      digest,
    });
    if (!told.ok) return told.error.kind !== "contended";
    const { next } = told.value;
    if (hears(next, digest, work.policyOf, work.clock.now()).length === 0) return true;
  }
  return false;
};
