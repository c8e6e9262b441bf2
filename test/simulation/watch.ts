import { readAttemptId } from "../../functions/answers/delivery-fact.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { isMachines } from "../../functions/case/letter.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { msOf, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Lane } from "../../functions/report/category.ts";
import { checkerId } from "../../functions/report/own-queue.ts";
import type { MailMember } from "../../functions/send/mail/record.ts";
import type { OutgoingMail } from "../../functions/send/send-port.ts";
import type { Change, EntryChange } from "../../functions/store/ports.ts";
import type { QueueEntry } from "../../functions/store/queue-entry.ts";
import type { Table } from "../../infra/command/scenarios/table-double.ts";
import type { Breach } from "./breach.ts";
import { asks as asksOfDesk, type InForce } from "./in-force.ts";
import type { Letter } from "./letters.ts";
import { aWatchOverBounds } from "./watch-bounds.ts";
import { aWatchOverChecks } from "./watch-checks.ts";
import { aWatchOverClocks } from "./watch-clocks.ts";
import { aWatchOverContacts } from "./watch-contacts.ts";
import { aWatchOverJudged } from "./watch-judged.ts";
import { aWatchOverLetters, type CountedMail } from "./watch-letters.ts";
import { aWatchOverPages } from "./watch-pages.ts";
import { aWatchOverReopened } from "./watch-reopened.ts";
import { aWatchOverRings } from "./watch-rings.ts";
import { aWatchOverVerdicts } from "./watch-verdicts.ts";
import type { Task, World } from "./world.ts";

/**
 * Stands in every reported URL and every mail address of the simulation, and may stand nowhere
 * else.
 */
export const canary = "canary";

/** On whose account the table is written to. */
export type Acting = {
  /** The settings as they were when the invocation began. */
  readonly inForce: InForce;
  /** The mail that it takes in. */
  readonly letter?: Letter;
  /** What it takes in was put on the queue by somebody else than it says. */
  readonly isForged?: true;
  /** The question that a person answers. */
  readonly answers?: string;
};

const heard: readonly Notice["state"][] = ["sent", "delivered", "bounced", "complained"];
const asksSomething: readonly Notice["step"][] = ["first", "reminder", "escalation", "correction", "returned"];
const tellings: readonly Notice["step"][] = ["first", "escalation", "returned"];
const isStopped = (state: Case, now: string): boolean =>
  state.closed !== undefined || state.holds.some(({ until }) => until === undefined || until > now);
const everyoneWithdrew = (state: Case): boolean =>
  state.reporters.every((reporter) => state.withdrawn.includes(reporter));
const noticeOf = (state: Case | undefined, noticeId: string): Notice | undefined =>
  state?.notices.findLast(({ id }) => id === noticeId);
/**
 * Holds the promises against everything that happens. Each check stands where the thing it is about
 * can first go wrong: at each write, at each mail that SES takes, at each message that leaves a
 * queue, at each word said; nothing else changes the world, so that this is after every step.
 */
export const aWatch = (table: Table, world: World, holds: (nowMs: number) => boolean = () => false) => {
  const breaches: Breach[] = [];
  const claimed = new Set<string>();
  /** How often SES took each attempt, and each ask of a contact in a case. */
  const taken = new Map<string, number>();
  const recipients: string[] = [];
  /** Which reporters said last of a case that it is gone. */
  const sayGone = new Map<string, Set<string>>();
  const noticesTaken = new Set<string>();
  /** What is put to a provider's API: a case that is forgotten says it no more. */
  const byApi = new Set<string>();
  const isByApi = (caseId: string, noticeId: string): boolean => byApi.has(`${caseId}_${noticeId}`);
  const asks = new Map<string, { wired: number; allowed: number }>();
  const seen = new Set<string>();

  const breach = (promise: Breach["promise"], what: string) => {
    world.note(() => `!!! ${promise}: ${what}`);
    breaches.push({ promise, what });
  };
  let inForce: InForce | undefined;
  const contacts = aWatchOverContacts(world.now, breach);
  const judged = aWatchOverJudged(breach);
  const verdicts = aWatchOverVerdicts(breach);
  const checks = aWatchOverChecks(breach);
  const letters = aWatchOverLetters(table, breach, contacts.areNamedTogether);
  const clocks = aWatchOverClocks(table, world.now, breach);
  const bounds = aWatchOverBounds(world.now, breach);
  const pages = aWatchOverPages(table, breach);
  const rings = aWatchOverRings(breach);
  const reopened = aWatchOverReopened(breach);
  /**
   * Since which of a person's stops a lane stands still, and after which of them each sender last
   * looked whether it does.
   */
  let pauses = 0;
  const stops = new Map<Lane, number>();
  const looks = new Map<Task, number>();
  /** Which cases each reply address of ours is about. */
  const casesOfAddress = new Map<string, readonly string[]>();
  const once = (key: string, what: string) => {
    if (seen.has(key)) breach("acted twice", what);
    seen.add(key);
  };
  const askOf = (caseId: string, notice: Pick<Notice, "id" | "step" | "to" | "letter">) => {
    // A first notice and an escalation are the same ask of a desk; a reminder belongs to its escalation level, and
    // each letter of a person is another. The machine answers a desk once.
    const isApart = notice.step === "reminder" || (notice.step === "letter" && !isMachines(notice.letter));
    const step = notice.step === "escalation" ? "first" : isApart ? notice.id : notice.step;
    const key = `${caseId}|${notice.to.email}|${step}`;
    const known = asks.get(key) ?? { wired: 0, allowed: 1 };
    asks.set(key, known);
    return known;
  };

  /** Who is asked again after a withdrawal, or after the host left, may be told of the next. */
  const mayBeTakenBack = (caseId: string, notice: Notice) => {
    if (!asksSomething.includes(notice.step)) return;
    for (const step of ["withdrawal", "moved"] as const) {
      const told = askOf(caseId, { ...notice, step });
      told.allowed = told.wired + 1;
    }
  };

  /** Whatever forbids that a mail of this notice goes out, as the case stands. */
  const mustNotGo = (state: Case, notice: Notice, what: string) => {
    // Whatever a person is asked of a report that nobody stands by any more: who had the notice
    // hears of that.
    const isMoot = everyoneWithdrew(state) && notice.step === "withdrawal";
    if (!isMoot && state.reviews.some(({ blocking }) => blocking))
      breach("mail after a stop", `${what} while a person is asked whether it may go on`);
    if (isStopped(state, world.now())) breach("mail after a stop", `${what} though it is held or closed`);
    if (everyoneWithdrew(state) && notice.step !== "withdrawal")
      breach("mail after a stop", `${what} though every reporter took the report back`);
    if (inForce?.forbids(notice.to, notice.step, world.now()))
      breach("mail after a stop", `${what} to somebody whom the settings forbid`);
    if (inForce?.keeps(state.contact?.addresses ?? [], world.now()))
      breach("mail after a stop", `${what} about a host about which nothing is sent for a while`);
    if (!isMoot && inForce?.protects(state.target.host) && !state.cleared.includes("protected-target"))
      breach("mail after a stop", `${what} about a protected domain that no two persons have cleared`);
    const unwanted = state.notices.some(({ to, state: come }) => to.email === notice.to.email && come === "complained");
    if (unwanted && notice.to.source !== "person") breach("mail after a stop", `${what} to a desk that complained`);
  };

  /**
   * What its desk was asked has ended since the host stood elsewhere; now the host is back, in
   * another of the desk's blocks, or in one that it carries.
   */
  const isHostAgain = (after: Case, { noticeId, step, to }: Extract<CaseEvent, { type: "notice-queued" }>): boolean => {
    if (after.kind !== "case" || !tellings.includes(step)) return false;
    // That it is back is told once for each time that it is, whatever its desk was told before.
    const likewise = step === "returned" ? [step] : tellings;
    const before = after.notices.filter(
      (one) => one.id !== noticeId && one.to.email === to.email && likewise.includes(one.step),
    );
    const out = before.filter(({ state }) => state !== "cancelled");
    return out.length > 0 && out.every(({ ended }) => ended);
  };

  /**
   * The registry held the name, by the world's own truth, at two look-ups a day apart; nobody saw the
   * page since the first, and a person need not decide.
   */
  const isHeldTwice = ({ contact, lane, lastSeenAt = "" }: Case): boolean =>
    contact?.heldSince !== undefined &&
    lane === "standard" &&
    lastSeenAt <= contact.heldSince &&
    plusHours(contact.heldSince, 24) <= contact.askedAt &&
    [contact.heldSince, contact.askedAt].every((at) => holds(msOf(at)));

  const onEvent = (before: Case | undefined, after: Case, event: CaseEvent, earlier: readonly CaseEvent[]) => {
    const { id } = after;
    switch (event.type) {
      case "opened":
        return pages.opened(after);
      case "closed": {
        // Whoever else reported it may know better: a person is asked.
        if (event.outcome !== "gone" || after.kind !== "case" || isHeldTwice(after)) return;
        const said = sayGone.get(id) ?? new Set();
        const others = after.reporters.filter((reporter) => !after.withdrawn.includes(reporter) && !said.has(reporter));
        // The operator's own checker speaks for all of them, in the standard lane.
        if (others.length > 0 && !(said.has(checkerId) && after.lane === "standard"))
          breach("moved by a stranger", `${id} is closed as gone, and ${others.join(", ")} did not say so`);
        return;
      }
      case "reopened":
        // Whoever said so before was wrong, or spoke of another day.
        return void sayGone.get(id)?.clear();
      case "asked":
        return once(`${id} asked ${event.reviewId}`, `${id} asks the same question twice: ${event.reviewId}`);
      case "status": {
        const { reporter, reportId, status, at } = event.message;
        const gone = sayGone.get(id) ?? new Set();
        sayGone.set(id, gone);
        const isOlder = after.kind === "case" && at < (after.lastSeenAt ?? after.firstSeenAt);
        if (event.seenSince && (status !== "gone" || !isOlder))
          breach("lost", `${id} takes "${status}" of ${reporter} for older than what was seen`);
        if (status === "gone" && !event.seenSince) gone.add(reporter);
        if (status === "still-up") gone.clear();
        return once(`${id} heard ${reporter} ${reportId} ${status} ${at}`, `${id} counts the same "${status}" twice`);
      }
      case "notice-queued":
        // A person who names a mailbox asks of that desk what it may have been asked before.
        if (event.to.source === "person" || isHostAgain(after, event))
          askOf(id, { ...event, id: event.noticeId }).allowed++;
        // One that was cancelled before it went out may be put in line again.
        if (noticeOf(before, event.noticeId)?.state === "cancelled") return;
        if (earlier.some((one) => one.type === "notice-cancelled" && one.noticeId === event.noticeId)) return;
        return once(`${id} queued ${event.noticeId}`, `${id} queues the notice ${event.noticeId} twice`);
      case "send-claimed": {
        once(`${id} claimed ${event.attemptId}`, `${id} claims the attempt ${event.attemptId} twice`);
        claimed.add(event.attemptId);
        const notice = noticeOf(before, event.noticeId);
        if (notice && asksOfDesk.includes(notice.step)) contacts.claimed(id, notice.to.email, event.at);
        if (before && notice) mustNotGo(before, notice, `${id} claims ${event.noticeId}`);
        const isMember = ({ caseId, noticeId }: MailMember) => caseId === id && noticeId === event.noticeId;
        if (event.mail && table.mails.get(event.mail.id)?.members.some(isMember) !== true)
          breach("lost", `${id} claims ${event.noticeId} with a mail that does not know it`);
        return;
      }
      case "send-unknown": {
        // What may have arrived may be taken back, whether SES has it or not.
        const notice = noticeOf(before, event.noticeId);
        if (notice) mayBeTakenBack(id, notice);
        return;
      }
      case "send-declined":
        if (taken.has(event.attemptId)) breach("resent", `${id} takes ${event.attemptId} for not sent, and SES has it`);
        return;
      case "answered": {
        if (event.verdict.decision === "reopen") sayGone.get(id)?.clear();
        if (event.verdict.decision === "send-to") contacts.chose(id, event.verdict.email);
        const review = before?.reviews.find(({ id: reviewId }) => reviewId === event.reviewId);
        const notice =
          event.verdict.decision === "send-again" && review?.noticeId ? noticeOf(before, review.noticeId) : undefined;
        if (notice) askOf(id, notice).allowed++;
        return;
      }
      default:
        return;
    }
  };

  /**
   * A notice that may be with SES goes back to the queue by SES's own no or by a person's word, and
   * by nothing else.
   */
  const stillOnTheWire = (before: Case, change: Change) => {
    for (const notice of before.notices) {
      if (notice.state === "queued" || notice.state === "cancelled" || notice.state === "failed") continue;
      const after = noticeOf(change.next, notice.id);
      if (after?.state !== "queued" || noticeOf(before, notice.id) !== notice) continue;
      const mayGo = change.events.some(
        (event) =>
          (event.type === "send-declined" &&
            event.noticeId === notice.id &&
            event.attemptId === notice.attemptId &&
            notice.state === "on-wire") ||
          (event.type === "answered" && event.verdict.decision === "send-again") ||
          event.type === "notice-queued",
      );
      if (!mayGo)
        breach("resent", `${change.next.id} puts ${notice.id} back to the queue by itself (it was ${notice.state})`);
    }
  };

  const committed = (before: Case | undefined, change: Change, acting: Acting) => {
    const { next } = change;
    inForce = acting.inForce;
    letters.committed(before, change, acting.inForce.policyOf, acting.letter);
    bounds.committed(before, next);
    judged.committed(before, change, acting.answers);
    verdicts.committed(before, change);
    checks.committed(change, acting.inForce);
    rings.committed(change);
    reopened.committed(before, change);
    clocks.committed(before, change, acting.inForce);
    if (acting.isForged && change.events.some(({ type }) => type === "status"))
      breach("moved by a stranger", `${next.id} takes the word of somebody who speaks in another reporter's name`);
    const history = table.history(next.id);
    if (history.length !== next.version || history.at(-1)?.version !== next.version)
      breach("history", `${next.id} has a gap in its history at version ${next.version}`);
    if (!next.closed && change.dueAt === undefined && next.reviews.length === 0)
      breach("lost", `${next.id} is open, is due at no time, and is before nobody`);
    if (change.dueAt !== undefined && change.dueAt < change.at)
      breach("lost", `${next.id} is written at ${change.at} as due at ${change.dueAt}, which is past`);
    for (const { id, to } of next.notices) if (to.channel !== undefined) byApi.add(`${next.id}_${id}`);
    for (const [at, event] of change.events.entries()) onEvent(before, next, event, change.events.slice(0, at));
    if (before) stillOnTheWire(before, change);
    world.note(() => `  ${next.id} is at version ${next.version}: ${change.events.map(({ type }) => type).join(", ")}`);
  };

  /** The cases that a mail is about, each with its notice: several, or one. */
  const membersOf = (ids: MailMember): readonly { readonly state: Case; readonly notice: Notice }[] =>
    (table.mails.get(ids.caseId)?.members ?? [ids]).flatMap(({ caseId, noticeId }) => {
      const state = table.read(caseId);
      const notice = noticeOf(state, noticeId);
      return state?.kind === "case" && notice ? [{ state, notice }] : [];
    });

  /** SES takes a mail: from here on it is out. */
  const wired = ({ attemptId, recipient, lane }: OutgoingMail, task: Task) => {
    const stop = stops.get(lane);
    // Between the last look and the wire there is nothing left that could hold it.
    if (stop !== undefined && (looks.get(task) ?? stop) >= stop)
      breach("mail after a stop", `SES is asked to take ${attemptId}, and a person has stopped its lane`);
    taken.set(attemptId, (taken.get(attemptId) ?? 0) + 1);
    world.note(() => `  SES takes ${attemptId}`);
    const ids = readAttemptId(attemptId);
    const members = ids ? membersOf(ids) : [];
    const [first] = members;
    if (!first) return breach("wrong recipient", `SES got a mail that belongs to no notice: ${attemptId}`);
    recipients.push(`${recipient} ${first.notice.step}`);
    // A letter is a person's word to that desk alone.
    if (first.notice.step !== "letter") bounds.mailed(recipient);
    for (const { state, notice: one } of members) {
      const caseId = state.id;
      if (one.to.email !== recipient)
        breach("wrong recipient", `the mail ${attemptId} went to another contact than ${caseId} approved`);
      noticesTaken.add(`${caseId}_${one.id}`);
      contacts.wired(state, one);
      bounds.wired(state, one);
      const ask = askOf(caseId, one);
      mayBeTakenBack(caseId, one);
      if (++ask.wired > ask.allowed)
        breach(
          "duplicate",
          `${caseId} wrote ${ask.wired} times to one contact for one step (${one.id}, allowed ${ask.allowed})`,
        );
    }
    if (claimed.has(attemptId)) return;
    const { state, notice } = first;
    const stopped = isStopped(state, world.now()) || (everyoneWithdrew(state) && notice.step !== "withdrawal");
    if (stopped || inForce?.forbids(notice.to, notice.step, world.now()))
      breach("mail after a stop", `the mail ${attemptId} went out after a hold, an end, a withdrawal or an opt-out`);
  };

  /**
   * A report that has left its queue is in a case, and that case is closed, due, or before a
   * person.
   */
  const reported = (caseId: string) => {
    if (table.entries.has(caseId)) return;
    const state = table.read(caseId);
    if (!state) return breach("lost", `a report left its queue and is in no case (${caseId})`);
    if (!state.closed && !table.dueOf.has(state.id) && state.reviews.length === 0)
      breach("lost", `${state.id} waits for nothing and is before nobody`);
  };

  /** An entry is written: whatever joins it is kept, once, and is before a person until somebody closes it. */
  const entryWritten = (before: QueueEntry | undefined, { next, message }: EntryChange) => {
    const joined = next.messages - (before?.messages ?? 0);
    if (joined !== (message ? 1 : 0) || (message && message.number !== next.messages))
      breach("lost", `${next.id} counts ${joined} messages more, and keeps ${message ? "one" : "none"}`);
    if (message) once(`${next.id} message ${message.text}`, `${next.id} keeps the same message twice`);
    if (next.reviews.length === 0 && next.actions.length === 0)
      breach("lost", `${next.id} is before nobody, and nobody closed it`);
    if (joined > 0 && next.reviews.length === 0) breach("lost", `${next.id} takes a message though it is closed`);
  };

  /** A case, and those of its page in which a report of it stands since its reporter said that it is still up. */
  const goesOnIn = (caseId: string): readonly string[] => {
    const all = new Set([caseId]);
    // What is added meanwhile is followed, too.
    for (const id of all)
      for (const { events } of table.history(id))
        for (const event of events)
          if (event.type === "status" && event.toldTo !== undefined && event.message.status === "still-up")
            all.add(event.toldTo);
    return [...all];
  };

  /**
   * A hold, a withdrawal or a "gone" that has left its queue stands in the history, there or where its report
   * stands by now, or what takes it back had been said by then. Of a case that is closed and forgotten nothing
   * is left to take back; a hold about it goes before a person.
   */
  const told = (
    caseId: string,
    { reporter, status, at }: { readonly reporter: string; readonly status: string; readonly at: string },
  ) => {
    reported(caseId);
    const state = table.read(caseId);
    if (state?.kind !== "case" || status === "release" || status === "still-up") return;
    if (state.forgottenAt !== undefined && (status === "withdrawn" || status === "gone")) return;
    const stands = goesOnIn(caseId)
      .flatMap((id) => table.history(id))
      .some(({ events }) =>
        events.some(
          (event) =>
            event.type === "status" &&
            event.message.at >= at &&
            (event.message.status === (status === "hold" ? "release" : "still-up") ||
              (event.message.reporter === reporter && event.message.status === status)),
        ),
      );
    if (!stands)
      breach("lost", `${caseId} was told "${status}", the message is gone, and nothing of it stands in the history`);
  };

  /** A person stops all mails of these lanes. */
  const stopped = (lanes: readonly Lane[]) => {
    pauses++;
    for (const lane of lanes) if (!stops.has(lane)) stops.set(lane, pauses);
  };
  const resumed = () => stops.clear();
  const looksAtPause = (task: Task) => void looks.set(task, pauses);

  /** A mail of ours carries this address for its answer. */
  const addressed = (address: string, attemptId: string) => {
    const ids = readAttemptId(attemptId);
    if (ids)
      casesOfAddress.set(
        address,
        membersOf(ids).map(({ state }) => state.id),
      );
  };

  /** What SES told of a mail has left its queue: every case in that mail knows by now that it is out. */
  const heardFromSes = (attemptId: string) => {
    const ids = readAttemptId(attemptId);
    for (const { state, notice } of ids ? membersOf(ids) : [])
      if (notice.attemptId === attemptId && (notice.state === "on-wire" || notice.state === "unknown"))
        breach("lost", `SES told that ${attemptId} is out, and ${state.id} has it ${notice.state} still`);
  };

  const counted = (mail: CountedMail, { letter }: Acting) => letters.counted(mail, letter);

  const letterTaken = (letter: Letter) =>
    letters.taken(
      letter,
      letter.to.flatMap((address) => casesOfAddress.get(address) ?? []),
    );

  const said = (where: string, words: string) => {
    if (words.includes(canary))
      breach("leak", `${where} holds what was reported or a mail address: ${words.slice(0, 200)}`);
  };

  /**
   * At the end, long after the last fault: nothing hangs, and what the table believes is what
   * happened.
   */
  const ended = (waiting: number) => {
    for (const problem of world.problems) breach("unforeseen", problem);
    for (const error of world.errors) said("an error", error);
    if (waiting > 0) breach("lost", `${waiting} messages are still on their queues`);
    bounds.ended(table.states.values());
    const longAgo = plusMinutes(world.now(), -8);
    for (const entry of table.entries.values()) {
      const dueAt = table.dueOf.get(entry.id);
      if (dueAt === undefined && entry.forgottenAt === undefined)
        breach("lost", `${entry.id} is due at no time: on-call is not notified of it, or it is never redacted`);
      if (dueAt !== undefined && dueAt < longAgo) breach("lost", `${entry.id} was due at ${dueAt} and nobody looked`);
    }
    for (const state of table.states.values()) {
      const dueAt = table.dueOf.get(state.id);
      if (!state.closed && dueAt === undefined && state.reviews.length === 0)
        breach("lost", `${state.id} is forgotten: open, not due, before nobody`);
      if (!state.closed && dueAt !== undefined && dueAt < longAgo)
        breach("lost", `${state.id} was due at ${dueAt} and nobody looked`);
      for (const notice of state.notices) {
        const hangs =
          notice.state === "on-wire" && !state.closed && (notice.wireAt ?? "") < plusMinutes(world.now(), -25);
        if (hangs)
          breach("lost", `${state.id} has ${notice.id} on the wire since ${notice.wireAt}, and nobody is asked`);
        // What an API has, the API knows (`api.ts`).
        if (isByApi(state.id, notice.id)) continue;
        const out = noticesTaken.has(`${state.id}_${notice.id}`);
        const decided = (decision: string) => wasDecided(state.id, decision);
        const believed = () => decided("treat-as-sent");
        if (heard.includes(notice.state) && !out && !believed())
          breach("lost", `${state.id} believes that ${notice.id} went out, and SES never had it`);
        if (out && (notice.state === "queued" || notice.state === "failed") && !believed() && !decided("send-again")) {
          breach("lost", `${state.id} believes that ${notice.id} is ${notice.state}, and SES has it`);
        }
      }
    }
  };
  const wasDecided = (caseId: string, decision: string) =>
    table
      .history(caseId)
      .some(({ events }) => events.some((event) => event.type === "answered" && event.verdict.decision === decision));

  return {
    breaches: breaches as readonly Breach[],
    breach,
    contacts,
    clocks,
    pages,
    isByApi,
    committed,
    entryWritten,
    addressed,
    stopped,
    resumed,
    looksAtPause,
    counted,
    heardFromSes,
    letterTaken,
    wired,
    reported,
    told,
    said,
    ended,
    /** Whom the mails went to and as what, in order. */
    recipients: (): readonly string[] => recipients,
    mailsTaken: () => [...taken.values()].reduce((sum, count) => sum + count, 0),
  };
};

export type Watch = ReturnType<typeof aWatch>;
