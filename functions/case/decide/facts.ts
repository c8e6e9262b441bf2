import { type Instant, plusHours, plusMinutes } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import { ask, isAsked } from "../ask.ts";
import type { Case } from "../case.ts";
import { cancelQueued } from "../close.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { droppedBy } from "../given.ts";
import { isAtDesk } from "../networks.ts";
import type { Notice } from "../notice.ts";
import { allWithdrew, isFormerHost, mailedDesks } from "../path/notified.ts";
import { queueTo } from "../path/queue.ts";
import { asksBeforeTakingBack, takesBack } from "../path/take-back.ts";
import type { Policy } from "../policy.ts";
import { tells } from "../step.ts";
import { afterMail, askOnce } from "./mail.ts";
import { afterReply } from "./replies.ts";
import { after, type Rule, together } from "./rule.ts";
import { afterStillUp } from "./said-gone.ts";

/** A desk that had all its mails of an hour has room within the hour; longer waits are behind many. */
const waitsForRoomHours: Readonly<Record<Case["lane"], number>> = { urgent: 2, standard: 24 };

const askAboutRoom = (
  state: Case,
  { noticeId, why }: EventOf<"notice-requeued">,
  now: Instant,
): readonly CaseEvent[] => {
  const since = state.notices.find(({ id }) => id === noticeId)?.dueAt;
  if (since === undefined || now < plusHours(since, waitsForRoomHours[state.lane])) return [];
  const reason = `It has waited since ${since.slice(0, 16)}Z, as ${why}. It goes out once there is room.`;
  return askOnce(state, now, { question: "notice-refused", blocking: false, reason }, noticeId);
};

const askAboutContact = (state: Case, now: Instant, noticeId: string, email: string, until: Instant): CaseEvent => {
  const reason = `${email} was not written to before; the notice goes out at ${until.slice(0, 16)}Z if nobody answers.`;
  return ask(state, now, { question: "new-contact", blocking: false, reason, noticeId });
};

const hastenApproval = (state: Case, { approvalWaitMinutes }: Policy, now: Instant): readonly CaseEvent[] => {
  const until = plusMinutes(now, approvalWaitMinutes);
  const waitsLonger = ({ id, notBefore }: Notice) =>
    notBefore > until && state.reviews.some(({ question, noticeId }) => question === "new-contact" && noticeId === id);
  return state.lane !== "urgent"
    ? []
    : state.notices
        .filter(waitsLonger)
        .flatMap(({ id, to }) => [
          { type: "notice-requeued", at: now, noticeId: id, notBefore: until, why: "reported as urgent" },
          askAboutContact(state, now, id, to.email, until),
        ]);
};

const hasLeft = (state: Case, notice: Notice, { answer, left }: EventOf<"host-moved">): boolean => {
  const { to } = notice;
  const asked = state.notices.filter((other) => tells(other) && isSameMailbox(other.to.email, to.email));
  return asked.some(({ id }) => left.includes(id)) && asked.every(({ ended }) => ended) && !isAtDesk(answer, notice);
};

/** Cancelled ones don't count, and whoever was asked again since hears of it again. */
const isToldOfMove = (state: Case, email: string): boolean =>
  state.notices.findLast(
    (notice) =>
      (tells(notice) || notice.step === "moved") &&
      notice.state !== "cancelled" &&
      isSameMailbox(notice.to.email, email),
  )?.step === "moved";

const overtakenVerdict = {
  name: "overtaken-verdict",
  why: "Whoever decided had not seen what has happened in the minute since: the question is theirs again, once.",
  wants: (state, _, now, fact) => fact && { record: droppedBy(state, fact, now) },
} as const satisfies Rule;

export const factRules = [
  overtakenVerdict,
  {
    name: "asked-about-mail",
    why: "What became of a mail that no machine can put right is a person's, once.",
    wants: (state, _, now, fact) => fact && { record: afterMail(state, fact, now) },
  },
  {
    name: "new-contact",
    why: "A contact that was not written to before waits for a person's word, and then is written to.",
    wants: after("notice-queued", (state, { noticeId, to, asksUntil }, _, now) =>
      asksUntil === undefined ? [] : [askAboutContact(state, now, noticeId, to.email, asksUntil)],
    ),
  },
  {
    name: "waits-for-room",
    why: "A person hears of what waits long for room with a desk that had all its mails of an hour.",
    wants: after("notice-requeued", (state, event, _, now) => (event.paced ? askAboutRoom(state, event, now) : [])),
  },
  {
    name: "urgent-by-report",
    why: "A report that makes a case urgent lets a new contact wait no longer than that lane allows.",
    wants: after("joined", (state, _, policy, now) => hastenApproval(state, policy, now)),
  },
  {
    name: "corrected",
    why: "Everybody who was told hears what was wrong; what still waits is written from what is right.",
    wants: after("corrected", (state, _, policy, now) => {
      const isWaiting = ({ to }: Notice) =>
        state.notices.some(
          (other) => other.step === "correction" && other.state === "queued" && isSameMailbox(other.to.email, to.email),
        );
      return mailedDesks(state)
        .filter((notice) => !isFormerHost(state, notice) && !isWaiting(notice))
        .map((notice) => queueTo(state, notice, "correction", policy, now));
    }),
  },
  {
    name: "desk-stopped",
    why: "A desk that complained about a notice of another case gets none of this one either.",
    wants: after("desk-stopped", (state, { noticeId }, _, now) => {
      const email = state.notices.find(({ id }) => id === noticeId)?.to.email;
      const isTo = ({ to }: Notice) => email !== undefined && isSameMailbox(to.email, email);
      return cancelQueued(state, now, "the desk complained about a notice of another case", isTo);
    }),
  },
  {
    name: "host-moved",
    why: "A desk that the host has left hears that nothing more is asked of it.",
    wants: after("host-moved", (state, event, policy, now) => {
      // It went nowhere that its old desk could be told of, or may be the old desk's still.
      if (event.isGone || event.answer.addresses.length === 0 || event.answer.retry) return [];
      return mailedDesks(state)
        .filter((notice) => hasLeft(state, notice, event) && !isToldOfMove(state, notice.to.email))
        .map((notice) => queueTo(state, notice, "moved", policy, now));
    }),
  },
  {
    name: "taken-back",
    why: "Everybody who was told hears that all took it back, but of what a person is asked about first.",
    wants: after("status", (state, { message, seenSince }, policy, now) =>
      message.status === "withdrawn" && !seenSince && allWithdrew(state) && !asksBeforeTakingBack(state)
        ? takesBack(state, policy, now)
        : [],
    ),
  },
  {
    name: "still-up",
    why: "A word that it is still up is the escalation path's, or a person's where what was known says otherwise.",
    wants: after("status", (state, event, policy, now) =>
      event.message.status === "still-up" && !event.seenSince ? afterStillUp(state, event, policy, now) : [],
    ),
  },
  {
    name: "replied",
    why: "What a desk writes ends the case, is a person's, or is what policy makes of it, by its class.",
    wants: after("replied", (state, event, policy, now) =>
      // While a person decides whether desks hear of a withdrawal, no *gone* ends the case before them.
      isAsked(state, "withdrawal") ? [] : afterReply(state, event, policy, now),
    ),
  },
] as const satisfies readonly Rule[];

/** What comes in after the end moves nothing but a verdict on whether it is back. */
export const broughtBy: Rule["wants"] = (state, ...asked) =>
  together(state.closed ? [overtakenVerdict] : factRules)(state, ...asked);
