import { undecided } from "../case/given.ts";
import { urgencyOf } from "../case/lasting.ts";
import { isOnCalls } from "../case/question.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import { type Facets, facetsOf, readFacets, type TagOf, writeFacets } from "./facets.ts";
import { isEntry, type ReviewItem, targetIn } from "./queue-entry.ts";

/** Marks a case with a send of unknown outcome, to count those without reading a case. */
const unknownSendMark = "#unknown-send";

/** What is only to be read stands behind all that waits. */
const toReadRank = 4;

/**
 * What could not be read comes last: it may be no report, and anyone on the queue can make as much of it as they
 * like. A report whose target has no host was read.
 */
const rankOf = (state: ReviewItem): number =>
  (isEntry(state) && state.source.reporter === undefined && !state.noHost ? 2 : 0) + (state.lane === "urgent" ? 0 : 1);

/** Nothing waits for a person, but something is to be read. */
export const isToRead = (state: Pick<ReviewItem, "lane" | "reviews">): boolean => {
  const asked = undecided(state);
  return asked.length > 0 && !asked.some((review) => isOnCalls(state.lane, review));
};

/**
 * Where a case stands in the review list: urgent lane first, then live, clearance, longest wait. Then the
 * same of what could not be read, and last what is only to be read. Its facets follow, so that a filter
 * reads the index alone. None without an open review. What somebody has decided is not listed, and is in its
 * place again where that is undone.
 */
export const reviewRank = (state: ReviewItem, tagOf?: TagOf): string | undefined => {
  const toRead = isToRead(state);
  const asked = undecided(state);
  const listed = toRead ? asked : asked.filter((review) => isOnCalls(state.lane, review));
  const oldest = listed.map(({ askedAt }) => askedAt).sort()[0];
  const mark = asked.some(({ question }) => question === "unknown-send") ? unknownSendMark : "";
  if (oldest === undefined) return undefined;
  const place = toRead ? toReadRank : rankOf(state);
  // What is live stays first after its first answer, too.
  const urgency = targetIn(state)?.live ? 0 : Math.min(...listed.map(urgencyOf));
  const facets = writeFacets(facetsOf(state, tagOf));
  return `${place}${urgency}#${oldest}#${state.id}#${facets}${mark}`;
};

/** A case before a person, by its rank alone. */
export type InLine = {
  readonly caseId: string;
  readonly lane: Lane;
  readonly since: Instant;
  readonly unknownSend: boolean;
  /** Nobody is waited for. */
  readonly toRead: boolean;
  readonly facets: Facets;
};

/** Reads a rank: `12#2026-11-24T10:00:00.000Z#TD-…#reply!…`. */
export const readReviewRank = (rank: string): InLine => {
  const [place = "", since = "", caseId = "", behind] = rank.split("#");
  return {
    caseId,
    lane: rank.startsWith("0") || rank.startsWith("2") ? "urgent" : "standard",
    since,
    unknownSend: rank.endsWith(unknownSendMark),
    toRead: place.startsWith(String(toReadRank)),
    facets: readFacets(behind),
  };
};
