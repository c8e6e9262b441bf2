import { type Instant, plusHours, plusMinutes } from "../../kernel/instant.ts";
import { isMailed, isSameMailbox } from "../../kernel/mailbox.ts";
import { ask } from "../ask.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import { inLineFrom, isInhibited, looksForEndAfterMinutes, movedInLine } from "../inhibited.ts";
import { isMachines } from "../letter.ts";
import type { Notice, NoticeAt } from "../notice.ts";
import { isSent } from "../notice-progress.ts";
import { whyNotNeeded } from "../path/not-needed.ts";
import { allWithdrew } from "../path/notified.ts";
import { isOffChannel } from "../path/who.ts";
import type { Policy } from "../policy.ts";
import { notBefore, windowFor } from "../quiet-hours.ts";
import type { Step } from "../step.ts";
import { hintAgainAt } from "../wants.ts";
import type { Rule } from "./rule.ts";

/** Without an answer or evidence for so long an attempt is shown to a person as unknown. */
const unknownAfterMinutes = 15;
const unknownAt = ({ wireAt }: NoticeAt<"on-wire">): Instant => plusMinutes(wireAt, unknownAfterMinutes);

const onWire = ({ notices }: Case): readonly NoticeAt<"on-wire">[] =>
  notices.flatMap((notice) => (notice.state === "on-wire" ? notice : []));

export const unsettledInMail = (state: Case, now: Instant): readonly NoticeAt<"on-wire">[] =>
  onWire(state).filter((notice) => notice.mail && unknownAt(notice) <= now);

/** Evidence settles it; time alone only shows it to a person. A mail about several cases has its record. */
export const unsettledSend = {
  name: "unsettled-send",
  why: "A mail of which nobody knows whether it went out is never sent again by itself, so a person sees it.",
  wants: (state, _, now) => {
    const inMail = unsettledInMail(state, now);
    const others = onWire(state).filter((notice) => !inMail.includes(notice));
    return {
      record: others.flatMap((notice) =>
        unknownAt(notice) <= now ? { type: "send-unknown" as const, at: now, noticeId: notice.id } : [],
      ),
      ...(inMail.length > 0 && { hints: ["send-notice"] as const }),
      wakes: [...inMail.map((notice) => hintAgainAt(state, unknownAt(notice), now)), ...others.map(unknownAt)],
    };
  },
} as const satisfies Rule;

/** Today's policy writes to nobody there at that moment. One that was put in line anew stands. */
const isOffSince = (notice: Notice, { lane }: Case, policy: Policy): boolean =>
  notice.state === "queued" &&
  notice.step !== "letter" &&
  notice.to.channel === undefined &&
  notice.dueAt === undefined &&
  !notice.approved &&
  notBefore(notice.notBefore, policy, lane) > notice.notBefore;

export const dayOffSince = {
  name: "day-off-since",
  why: "A day off that came into the settings since holds for what is in line already, and never sends it sooner.",
  wants: (state, policy, now) => ({
    record: state.notices
      .filter((notice) => isOffSince(notice, state, policy))
      .map((notice): CaseEvent => {
        // The moment before: the window that ends then is the one that it would wait for.
        const at = plusMinutes(notice.notBefore, -1);
        const window = notice.window && windowFor(at, policy, state.lane);
        return {
          type: "notice-requeued",
          at: now,
          noticeId: notice.id,
          notBefore: window ?? notBefore(notice.notBefore, policy, state.lane),
          ...(window && { window }),
          why: "its desk is off at that time by what the settings say since",
        };
      }),
  }),
} as const satisfies Rule;

export const inhibitedNotice = {
  name: "inhibited-notice",
  why: "What a person has not sent for a while waits for its end by itself, and goes on where that comes early.",
  wants: (state, policy, now) => ({
    record: state.notices.flatMap((notice): readonly CaseEvent[] => {
      const place = notice.state === "queued" ? movedInLine(state, notice, policy, now) : undefined;
      return place ? [{ type: "notice-requeued", at: now, noticeId: notice.id, ...place }] : [];
    }),
    wakes: isInhibited(state, policy, now) ? [plusMinutes(now, looksForEndAfterMinutes)] : [],
  }),
} as const satisfies Rule;

export const channelOffSince = {
  name: "channel-off-since",
  why: "What is in line for an API that is no longer turned on goes by mail, where its desk has a mailbox.",
  wants: (state, policy, now) => ({
    record: state.notices.flatMap((notice): readonly CaseEvent[] =>
      notice.state === "queued" && isOffChannel(notice.to, policy) && isMailed(notice.to.email)
        ? [{ type: "channel-failed", at: now, noticeId: notice.id, why: "its provider's API is not turned on" }]
        : [],
    ),
  }),
} as const satisfies Rule;

export const noticeNotNeeded = {
  name: "notice-not-needed",
  why: "What is in line is weighed again until it goes out: the host may move, and its desk may answer.",
  wants: (state, policy, now) => ({
    record: state.notices.flatMap((notice): readonly CaseEvent[] => {
      const why = notice.state === "queued" ? whyNotNeeded(state, notice, policy) : undefined;
      return why === undefined ? [] : [{ type: "notice-cancelled", at: now, noticeId: notice.id, why }];
    }),
  }),
} as const satisfies Rule;

const unanswered = ({ notices }: Case): readonly Notice[] =>
  notices.filter(
    ({ state, ended, letter }) =>
      (state === "cancelled" || state === "failed") && !ended && isMachines(letter) && !letter.left,
  );

export const unansweredDesk = {
  name: "unanswered-desk",
  why: "What a desk asks is not lost: where the machine's answer does not go out, a person reads the question.",
  wants: (state, _, now) => ({
    record: (allWithdrew(state) ? [] : unanswered(state).slice(0, 1)).map((answer) => {
      const { id, letter, problem = "it was cancelled" } = answer;
      const reason = `The desk asked something, and the machine's answer did not go out: ${problem}.`;
      const about = letter && { noticeId: letter.about };
      const asked = ask(state, now, { question: "reply", toRead: true, blocking: false, reason, ...about });
      // Named by the answer: what the desk wrote since is asked about in the same version.
      return { ...asked, reviewId: `reply.${state.version + 1}.${id}` };
    }),
  }),
} as const satisfies Rule;

/** Only what reporters can have sent by words alone waits. */
const floodFacts = {
  first: { counts: true, waits: true },
  escalation: { counts: true, waits: true },
  reminder: { counts: true, waits: false },
  moved: { counts: true, waits: true },
  withdrawal: { counts: true, waits: true },
  returned: { counts: true, waits: false },
  correction: { counts: false, waits: false },
  letter: { counts: false, waits: false },
} as const satisfies Record<Step, { readonly counts: boolean; readonly waits: boolean }>;

const outAt = (notice: Notice): Instant | undefined => {
  if (isSent(notice)) return notice.sentAt;
  return notice.state === "on-wire" || notice.state === "unknown" ? notice.wireAt : undefined;
};

const fullUntil = ({ notices }: Case, { id, to }: Notice, { mailsOfACaseADay }: Policy): Instant | undefined => {
  const lastOut = notices
    .filter((other) => other.id !== id && floodFacts[other.step].counts && isSameMailbox(other.to.email, to.email))
    .flatMap((other) => outAt(other) ?? [])
    .sort();
  const first = lastOut.at(-mailsOfACaseADay);
  return first && plusHours(first, 24);
};

export const oftenMailed = {
  name: "often-mailed",
  why: "Whoever takes a report back and gives it again by turns has its desk hear of it twice a day, and how it ends.",
  wants: (state, policy, now) => ({
    record: state.notices.flatMap((notice) => {
      if (notice.state !== "queued" || !floodFacts[notice.step].waits || notice.to.channel !== undefined) return [];
      const until = fullUntil(state, notice, policy);
      if (until === undefined || until <= now || until <= notice.notBefore) return [];
      const why = `its desk had ${policy.mailsOfACaseADay} mails about this case within 24 hours`;
      return [
        {
          type: "notice-requeued",
          at: now,
          noticeId: notice.id,
          ...inLineFrom(until, state, notice, policy),
          why,
        } as const,
      ];
    }),
  }),
} as const satisfies Rule;
