import { hash } from "node:crypto";
import type { Review } from "../case/case.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Unreadable } from "../report/report.ts";
import type { UnreadReport } from "./unread-report.ts";

/*
 * Messages that can't be read. A producer's script that goes wrong, or somebody who wants on-call
 * to look elsewhere, can put thousands on a queue in a minute. Those of one sender, lane and field
 * are gathered in one place until a person has answered, as strays are (`strays.ts`): one question,
 * each message kept whole beside it, but for what may be content.
 */

/** As in a place for strays: more would make a history too long to load. */
export const unreadAtMost = 1_000;
/** As of a place for strays. */
const tellsAgainAfterHours = 1;

/**
 * Who put a message on its queue: the unique id of an IAM user or role, or an account's number (SQS
 * API Reference, ReceiveMessage, `SenderId`). AWS writes it, and nobody else can. A role's sessions
 * are one sender: their names are their own choice.
 */
export const senderIn = (senderId: string | undefined): string | undefined => senderId?.split(":")[0] || undefined;

type Place = Pick<Unreadable, "field" | "reason" | "unhosted"> & {
  readonly sender: string | undefined;
  readonly lane: Lane;
};

/**
 * Fields of the same kind: the place in a list, and the name of a field that there is not, are the
 * sender's to choose. Of what names nobody's host it is why, since each reason has its own thing to
 * do.
 */
const kindOf = ({ field, reason, unhosted }: Pick<Unreadable, "field" | "reason" | "unhosted">): string => {
  if (unhosted) return `(unhosted) ${reason}`;
  return reason === "There is no such field." ? "(no such field)" : field.replace(/\d+/g, "#");
};

/** Names the place that takes such messages as long as it does; hashed as a target's key is. */
export const unreadPlaceKeyOf = ({ sender, lane, ...problem }: Place): string =>
  hash("sha256", JSON.stringify(["unread", sender ?? "", lane, kindOf(problem)])).slice(0, 40);

/** Names one message for ever, whoever brings it. No report's key is written so. */
export const unreadKeyOf = (text: string): string => `unread ${hash("sha256", text)}`;

/** The key of a place that is there; none of a message that stands alone. */
export const unreadPlaceOf = (state: UnreadReport): string | undefined =>
  state.alike && unreadPlaceKeyOf({ ...state, sender: state.alike.sender });

export const takesUnread = ({ closed, alike }: UnreadReport): boolean =>
  alike !== undefined && !closed && alike.messages < unreadAtMost;

/**
 * The place after one more message. Its question says how many there are by now, and becomes news
 * to on-call an hour after they were last told.
 */
export const withUnread = (state: UnreadReport, at: Instant): UnreadReport => {
  if (!state.alike) return state;
  const { messages, toldAt } = state.alike;
  const isNews = toldAt !== undefined && plusHours(toldAt, tellsAgainAfterHours) <= at;
  const next: UnreadReport = { ...state, alike: { ...state.alike, messages: messages + 1 } };
  const reviews = state.reviews.map((review): Review => {
    const id = isNews ? `${review.question}.${state.version + 1}` : review.id;
    return { ...review, id, reason: saysOfUnread(next), announced: review.announced && !isNews };
  });
  return { ...next, reviews };
};

/** What happened, for the person: what is wrong, how many there are and whose. */
export const saysOfUnread = ({ field, reason, fix, unhosted, alike }: UnreadReport): string => {
  const first = unhosted ? `${reason} ${fix}` : `${field}: ${reason}`;
  if (!alike || alike.messages === 1) return first;
  return `${first} ${alike.messages} messages alike, sent by ${alike.sender ?? "somebody of whom SQS says nothing"}.`;
};
