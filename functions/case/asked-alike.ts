import { ownedDomain } from "../kernel/host.ts";
import type { Review, TargetCase } from "./case.ts";
import { hasSpoken, tellingOnRung } from "./ladder/told.ts";
import { isDead } from "./networks.ts";
import type { Question } from "./question.ts";

/*
 * > One question for what is one: same question, lane, desk or name or provider, and offered
 * > answers. What may differ from case to case is not gathered.
 */

/** What cases have in common that one answer to a question may be given for all of them. */
type InCommon = "name" | "host" | "desk" | "provider" | "never";

/**
 * `never`: each case is looked at for itself. Among these are all questions of safety but one, and
 * what nobody could read. `host`: whoever answers for one page of a host answers for all, so whom to
 * write to is asked once for a host, for the same reason.
 */
export const inCommon = {
  "no-contact": "host",
  "name-gone": "name",
  "form-only": "provider",
  "contact-may-be-suspect": "never",
  "new-contact": "desk",
  "more-networks": "host",
  "unconfirmed-desk": "never",
  "protected-target": "never",
  "shared-infrastructure": "never",
  clearance: "never",
  held: "never",
  live: "never",
  "unknown-send": "never",
  "notice-refused": "desk",
  unanswered: "desk",
  reply: "desk",
  "to-read": "never",
  "still-up": "name",
  "said-gone": "name",
  "beside-dns": "never",
  "unreadable-report": "never",
  "unhosted-target": "never",
  "stray-words": "never",
} as const satisfies Record<Question, InCommon>;

/**
 * What a question is gathered by with those of other cases: the same text, and they are one.
 * `undefined` where it stands alone: in the urgent lane each does.
 */
export const alikeKey = (state: TargetCase, review: Review): string | undefined => {
  const common = inCommon[review.question];
  if (state.lane === "urgent" || common === "never") return undefined;
  const about = { name: nameOf, host: hostOf, desk: deskOf, provider: providerOf }[common](state, review);
  return about === undefined ? undefined : [review.question, review.blocking, about].join(" ");
};

const nameOf = ({ target }: TargetCase): string => ownedDomain(target.host) ?? target.host;

const hostOf = ({ target }: TargetCase, { reason }: Review): string => `${target.host} ${reason}`;

/** Mailboxes, in lower case and in their order, that are asked on the rung now stood on. */
const askedDesks = (state: TargetCase): readonly string[] =>
  [...new Set(tellingOnRung(state).map(({ to }) => to.email.toLowerCase()))].sort();

/** The same where none of them has said anything but that it has the notice; none where one has answered. */
export const silentDesks = (state: TargetCase): readonly string[] =>
  tellingOnRung(state).some((notice) => isDead(notice) || hasSpoken(state, notice.to.email)) ? [] : askedDesks(state);

/** The desk of the notice that it is about; of silence, whoever is asked on this rung. */
const deskOf = (state: TargetCase, { question, noticeId, reason, asRead }: Review): string | undefined => {
  const desks =
    question === "unanswered"
      ? askedDesks(state)
      : state.notices.flatMap(({ id, to }) => (id === noticeId ? to.email.toLowerCase() : []));
  if (desks.length === 0) return undefined;
  // Of what a desk wrote only the same words of ours are the same, and never what nobody could read.
  const isUnread = question === "reply" && (asRead === undefined || asRead.replyClass === "unclear");
  if (isUnread) return undefined;
  // Who is silent and who refused are not one question.
  const heard = silentDesks(state).length > 0 ? "" : " answered";
  return [...new Set(desks)].sort().join(" ") + (question === "unanswered" ? heard : ` ${reason}`);
};

const providerOf = (_: TargetCase, { forms = [] }: Review): string | undefined =>
  forms.length === 0
    ? undefined
    : forms
        .map(({ url }) => url)
        .sort()
        .join(" ");
