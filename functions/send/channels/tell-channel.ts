import { hash } from "node:crypto";
import type { Case } from "../../case/case.ts";
import { dueToAsk } from "../../case/decide/channels.ts";
import { protectorOwedSince } from "../../case/decide/protector.ts";
import { readyToTell } from "../../case/decide/sendings.ts";
import type { CaseEvent } from "../../case/event.ts";
import type { Notice } from "../../case/notice.ts";
import type { ApiProvider } from "../../kernel/channels.ts";
import { domainOf } from "../../kernel/domain.ts";
import { plusMs } from "../../kernel/instant.ts";
import { untilWritten } from "../../kernel/until-written.ts";
import { recipientHashOf } from "../../notice/compose-notice.ts";
import { replyAddress } from "../../notice/reply-address.ts";
import type { Lane } from "../../report/category.ts";
import { changeCase } from "../../store/change-case.ts";
import type { Hint, Outcome } from "../../store/work.ts";
import { type Claim, claimEach, pausedSince } from "../claim.ts";
import { goesOut } from "../goes-out.ts";
import { backoffMs } from "../pacing.ts";
import { keptBack } from "../restore-guard.ts";
import { askStatus } from "./ask-status.ts";
import { apiSubjectOf } from "./form-fields.ts";
import type { HttpAnswer } from "./http-answer.ts";
import { notifyProtector } from "./notify-protector.ts";
import { isOut, type Outage, outageAfter, turnOf, waitsForIt, whyPaused } from "./outage.ts";
import type { ApiWord, ChannelRequest } from "./provider.ts";
import { providers } from "./providers.ts";
import { listedAs } from "./settle.ts";
import { whyStopped } from "./standing.ts";
import { type Telling, tellingOf } from "./telling.ts";
import { isToTryAgain } from "./tries.ts";
import type { ChannelWork } from "./work.ts";

/**
 * Reports to providers' APIs what a case has ready, by the protocol of a mail, then asks what became
 * of reports that are due. An uncertain one is never put again by itself, but where the API takes it
 * once (`isIdempotent`): the API's own list or a person settles it. What the API did not take is left
 * to its form, or to mail. Safe to repeat at any point. Network: as many requests as there are
 * reports to put or to ask about, and what the provider's list takes.
 */
export const tellChannel = async (work: ChannelWork, { caseId }: Hint): Promise<Outcome> => {
  const state = await work.store.read(caseId);
  const now = work.clock.now();
  const policy = state && work.policyOf(state);
  const ready = state && policy ? readyToTell(state, policy, now) : [];
  const due = state && policy ? dueToAsk(state, policy, now) : [];
  const isOwedProtector = state && policy && protectorOwedSince(state, policy, now) !== undefined;
  if (ready.length + due.length === 0 && !isOwedProtector) work.log.info("wake-up.no-op", { caseId });
  for (const { id } of ready) {
    if (state && (await keptBack(work, state, id))) continue;
    if ((await tellOne(work, caseId, id)) === "later") return "later";
  }
  for (const { id } of due) await askStatus(work, caseId, id);
  // After all that a case waits for.
  if (isOwedProtector) await notifyProtector(work, caseId);
  return "done";
};

const readyNotice = (work: ChannelWork, state: Case, noticeId: string): Notice | undefined =>
  readyToTell(state, work.policyOf(state), work.clock.now()).find(({ id }) => id === noticeId);

const tellOne = async (before: ChannelWork, caseId: string, noticeId: string): Promise<Outcome> => {
  const { settings, policyOf } = await before.inForce();
  const work = { ...before, policyOf };
  const state = await work.store.read(caseId);
  const notice = state && readyNotice(work, state, noticeId);
  const provider = notice?.to.channel;
  if (!state || !notice || !provider) return "done";
  if (!goesOut(state, notice, policyOf, work.clock.now())) {
    const stopped = await changeCase(work, caseId, () => [], { lastSeen: state });
    work.log.info("notice.stopped", { caseId, noticeId });
    return !stopped.ok && stopped.error.kind === "contended" ? "later" : "done";
  }
  // A person stopped the lane: the sweep brings it back while it stands.
  if (await work.isPaused(state.lane)) return "done";
  const stopped = whyStopped(provider, await work.counts.answers(provider, work.clock.now()));
  if (stopped !== undefined) {
    work.log.error("channel.shut", { caseId, noticeId, source: provider, code: "mistaken" });
    return leaveToForm(work, caseId, noticeId, stopped);
  }
  const domain = domainOf(state.target.host);
  const telling = tellingOf(state, {
    settings,
    notice,
    replyAddress: replyAddress({ caseId, notice }, await work.replyKeys(), settings.replyDomain),
    toldOfDomain: await work.counts.of(provider, domain),
  });
  const request = providers[provider].toRequest(telling);
  if (!request.ok) {
    work.log.info("channel.unfit", { caseId, noticeId, source: provider });
    return leaveToForm(work, caseId, noticeId, request.error.why);
  }
  const isDry = settings.dryRunMailbox !== undefined;
  const outage = isDry ? undefined : await work.counts.outage(provider);
  if (outage && !(await hasTurn(work, provider, outage))) return waitOrForm(work, state, notice, { provider, outage });
  const attemptId = `${caseId}_${noticeId}_${notice.attempts + 1}`;
  if (!isDry) await notePut(work, provider, telling);
  const frozen = { attemptId, renderHash: hash("sha256", JSON.stringify(request.value)) };
  const claimed = await claim(work, state, notice, { ...frozen, subject: apiSubjectOf(provider, state) });
  if (!claimed) return "later";
  const { answer, told }: Came = isDry
    ? { told: { kind: "accepted" } }
    : await askOnce(work, provider, state.lane, request.value);
  await recordTold(work, claimed, { notice, attemptId, provider, told, isDry });
  if (!answer) return "done";
  // What it may have taken counts. A certain no does not.
  if (told.kind === "accepted" || told.kind === "uncertain") await work.counts.note(provider, domain);
  await noteOutage(work, provider, { answer, told });
  return "done";
};

type Came = { readonly told: ApiWord; readonly answer?: HttpAnswer };

const askOnce = async (
  work: ChannelWork,
  provider: ApiProvider,
  lane: Lane,
  request: ChannelRequest,
): Promise<Came> => {
  if (await pausedSince(work, lane)) return { told: { kind: "later", why: "Sending was paused." } };
  const answer = await work.ask(provider, request);
  return { told: providers[provider].fromAnswer(answer), answer };
};

/** Before the claim: a worker that dies from here on may have put it, and no other case takes that for its own. */
const notePut = async ({ counts, clock }: ChannelWork, provider: ApiProvider, telling: Telling): Promise<void> => {
  const put = { notice: telling.key, at: clock.now() };
  await counts.notePut(provider, listedAs(provider, telling), put);
};

/** Whether this report may be put to an API that failed: it works again by all that is known, or this one tries. */
const hasTurn = async ({ clock, counts }: ChannelWork, provider: ApiProvider, outage: Outage): Promise<boolean> => {
  const turn = turnOf(outage, clock.now());
  return turn.kind === "go" || (turn.kind === "try" && (await counts.keepOutage(provider, turn.next, outage)));
};

type Down = { readonly provider: ApiProvider; readonly outage: Outage };

/** The sweep brings back what waits. */
const waitOrForm = async (
  work: ChannelWork,
  { id: caseId, lane }: Case,
  notice: Notice,
  { provider, outage }: Down,
): Promise<Outcome> => {
  const isLeft = !waitsForIt(outage, { lane, dueAt: notice.dueAt ?? notice.notBefore, now: work.clock.now() });
  work.log.info("channel.paused", { caseId, noticeId: notice.id, source: provider, code: isLeft ? "form" : "waits" });
  if (!isLeft) return "done";
  const left = await leaveToForm(work, caseId, notice.id, whyPaused(provider, outage));
  // After the question stands: a worker that dies in between asks a person once more, never not at all.
  if (!outage.isTold) await work.counts.keepOutage(provider, { ...outage, isTold: true }, outage);
  return left;
};

/** A count lost to other workers each time costs one more report that waits for its evidence. */
const noteOutage = async (
  { clock, counts, log }: ChannelWork,
  provider: ApiProvider,
  came: { readonly answer: HttpAnswer; readonly told: ApiWord },
): Promise<void> => {
  await untilWritten(async () => {
    const seen = await counts.outage(provider);
    const next = outageAfter(seen, { ...came, now: clock.now() });
    if (!seen && !next) return true;
    if (!(await counts.keepOutage(provider, next, seen))) return undefined;
    if (isOut(next)) log.error("channel.shut", { source: provider, code: "outage" });
    return true;
  });
};

/** Nothing is claimed: the provider's form is left, and a person hears why. */
const leaveToForm = async (work: ChannelWork, caseId: string, noticeId: string, why: string): Promise<Outcome> => {
  const at = work.clock.now();
  await changeCase(work, caseId, (current) =>
    readyNotice(work, current, noticeId) ? [{ type: "channel-failed", at, noticeId, why }] : undefined,
  );
  return "done";
};

const claim = async (
  work: ChannelWork,
  state: Case,
  notice: Notice,
  frozen: Omit<Claim, "recipientHash">,
): Promise<Case | undefined> => {
  const claimOf = () => ({ ...frozen, recipientHash: recipientHashOf(notice.to) });
  return (await claimEach(work, [{ case: state, notice }], work.clock.now(), claimOf))?.[0];
};

type Recorded = {
  readonly notice: Notice;
  readonly attemptId: string;
  readonly provider: ApiProvider;
  readonly told: ApiWord;
  readonly isDry: boolean;
};

const recordTold = async (work: ChannelWork, claimed: Case, recorded: Recorded): Promise<void> => {
  const { notice, provider, told } = recorded;
  const code = {
    accepted: "channel.told",
    refused: "channel.refused",
    "not-let-in": "channel.shut",
    later: "channel.later",
    uncertain: "channel.uncertain",
  } as const;
  await changeCase(work, claimed.id, () => toldFacts(work, claimed, recorded), { lastSeen: claimed });
  const say = told.kind === "not-let-in" ? work.log.error : work.log.info;
  say(code[told.kind], { caseId: claimed.id, noticeId: notice.id, source: provider, code: told.kind });
};

const toldFacts = (
  { clock, jitter }: ChannelWork,
  { lane }: Case,
  { notice: { id: noticeId, attempts }, attemptId, told, isDry }: Recorded,
): readonly CaseEvent[] => {
  const at = clock.now();
  switch (told.kind) {
    case "accepted":
      return [
        { type: "sent", at, noticeId, attemptId, ...(told.id !== undefined && { ticket: told.id }) },
        // Nobody was notified in a dry run, so nobody has anything to say.
        ...(isDry ? [{ type: "status-asked", at, noticeId, isOver: true } as const] : []),
      ];
    case "uncertain":
      return [{ type: "send-doubted", at, noticeId, why: told.why }];
    case "refused":
    case "not-let-in":
      return [{ type: "channel-failed", at, noticeId, why: told.why }];
    case "later": {
      const tries = attempts + 1;
      if (!isToTryAgain({ lane }, { attempts: tries }))
        return [{ type: "channel-failed", at, noticeId, why: `${told.why} It was tried ${tries} times.` }];
      const waitsMs = Math.max(told.retryAfterMs ?? 0, backoffMs(attempts, jitter()));
      const retryAt = plusMs(at, Math.min(waitsMs, longestWaitMs));
      return [{ type: "send-declined", at, noticeId, attemptId, code: told.why, final: false, retryAt }];
    }
    default:
      return told satisfies never;
  }
};

/** Whatever a server writes into its answer. */
const longestWaitMs = 3_600_000;
