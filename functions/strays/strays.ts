import { hash } from "node:crypto";
import type { Review } from "../case/case.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { StatusMessage } from "../report/report.ts";
import type { UnreadReport } from "./unread-report.ts";

/*
 * A stray is something that a reporter said later and that fits no report: nobody knows its report
 * id, say. One reporter's script can send thousands in a night, so they do not each stand before a
 * person: those of one reporter, lane and reason are gathered in one place until a person has
 * answered. A burst's notification would not do in its stead: it says how many, but keeps none of
 * them.
 */

/**
 * More would make a page that nobody can read, and a history too long to load; the next place takes
 * them.
 */
export const messagesAtMost = 1_000;
const idsAtMost = 20;
const idsNamed = 5;
/** Of an id that is none, so that the sentence stays one. */
const charactersNamed = 40;
/** As of a reporter's burst. */
const tellsAgainAfterHours = 1;

/** Names one message for ever, in whatever envelope it comes. No report's key is written so. */
export const strayKeyOf = ({ reporter, reportId, caseId, status, at, note }: StatusMessage): string => {
  const named = [reporter, reportId, status, at, note ?? "", ...(caseId ? [caseId] : [])];
  return `stray ${hash("sha256", JSON.stringify(named)).slice(0, 40)}`;
};

type Place = { readonly reporter: string; readonly lane: Lane; readonly reason: string };

/** Names the place that takes such messages as long as it does; hashed as a target's key is. */
export const placeKeyOf = ({ reporter, lane, reason }: Place): string =>
  hash("sha256", JSON.stringify(["strays", reporter, lane, reason])).slice(0, 40);

/**
 * The same of a place that is there; none of a message that could not be read, which stands alone.
 */
export const placeOf = (state: UnreadReport): string | undefined =>
  state.strays && placeKeyOf({ ...state, reporter: state.strays.reporter });

export const takesStrays = ({ closed, strays }: UnreadReport): boolean =>
  strays !== undefined && !closed && strays.messages < messagesAtMost;

/**
 * The place after one more message. Its question says how many there are by now. It becomes another
 * question, of which on-call is told anew, an hour after they were last told and with the first
 * hold, since its reporter believes that nothing is sent. With each further hold it is another one
 * as well, so that nobody closes it over a hold that they have not seen.
 */
export const withStray = (state: UnreadReport, message: StatusMessage, at: Instant): UnreadReport => {
  if (!state.strays) return state;
  const { messages, reportIds, toHold, toldAt } = state.strays;
  const isHold = message.status === "hold";
  const isNews =
    (isHold && toHold.length === 0) || (toldAt !== undefined && plusHours(toldAt, tellsAgainAfterHours) <= at);
  const next: UnreadReport = {
    ...state,
    strays: {
      ...state.strays,
      messages: messages + 1,
      reportIds: withId(reportIds, message.reportId),
      toHold: isHold ? withId(toHold, message.reportId) : toHold,
    },
  };
  const reviews = state.reviews.map((review): Review => {
    const id = isHold || isNews ? `${review.question}.${state.version + 1}` : review.id;
    return { ...review, id, reason: saysOf(next), announced: review.announced && !isNews };
  });
  return { ...next, reviews };
};

const withId = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) || ids.length >= idsAtMost ? ids : [...ids, id];

/**
 * What happened, for the person: why they fit no report, how many there are, and the first few ids.
 */
export const saysOf = ({ field, reason, strays }: UnreadReport): string => {
  if (!strays) return `${field}: ${reason}`;
  const { reporter, messages, reportIds, toHold } = strays;
  const sent = `${messages} message${messages === 1 ? "" : "s"} of ${reporter}, about ${named(reportIds)}.`;
  return `${field}: ${reason} ${sent}${toHold.length > 0 ? ` To be held: ${named(toHold)}.` : ""}`;
};

const named = (ids: readonly string[]): string => {
  const first = ids
    .slice(0, idsNamed)
    .map((id) => (id.length > charactersNamed ? `${id.slice(0, charactersNamed)}…` : id));
  return `${first.join(", ")}${ids.length > idsNamed ? " and others" : ""}`;
};
