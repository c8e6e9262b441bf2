import type { Instant } from "../../kernel/instant.ts";
import { labelTagsOf, type TagOf } from "../facets.ts";
import type { Change, EntryChange, OpenPlace } from "../ports.ts";
import { isEntry, type ReviewItem } from "../queue-entry.ts";
import { reviewRank } from "../review-rank.ts";
import { storedFormat } from "../stored.ts";
import { duePlace } from "./due.ts";
import { type Sealing, sealState, tagsBy } from "./sealed.ts";
import { partitionIn } from "./spread-list.ts";
import type { Item } from "./table.ts";

/* The item of a case or queue entry: sealed state, own key that opens it, places in the indexes. */

export const casePartition = (caseId: string): string => `CASE#${caseId}`;
export const caseKey = (caseId: string) => ({ pk: casePartition(caseId), sk: "STATE" });
export const keyIn = (state: Item | undefined): string | undefined =>
  typeof state?.caseKey === "string" ? state.caseKey : undefined;

/** A change as it is written: an entry has no history. */
export type AnyChange = Omit<Change, "next" | "events" | "together"> &
  Partial<Pick<Change, "events" | "together">> & { readonly next: ReviewItem } & Pick<
    EntryChange,
    "message" | "takenAgain"
  >;

/** Its own key, made now where there is none of that id, and its place in the due index from then on. */
export type Footing = Sealing & {
  readonly isNew: boolean;
  readonly dueAt: Instant | undefined;
};

/** Open cases that wait for nobody stand apart from those that wait, the longest open first. */
export const waiting = "waiting";
export const isOpen = "open";
const openRank = (state: ReviewItem, tagOf: TagOf): string | undefined =>
  state.kind === "case" && !state.closed
    ? `${openRankAt({ ...state, caseId: state.id })}#${labelTagsOf(state.target.host, tagOf)}`
    : undefined;
export const openRankAt = ({ openedAt, lane, caseId }: OpenPlace): string =>
  `${openedAt}#${lane === "urgent" ? 0 : 1}#${caseId}`;
export const readOpenRank = (rank: string): OpenPlace & { readonly labelTags: string } => {
  const [openedAt = "", lane, caseId = "", labelTags = ""] = rank.split("#");
  return { openedAt, lane: lane === "0" ? "urgent" : "standard", caseId, labelTags };
};

/** Before the day, in the list of entries. */
export const ofEntries = "ENTRY#";

export const stateItem = ({ next }: AnyChange, { dueAt, ...sealing }: Footing): Item => {
  const tagOf = tagsBy(sealing.master);
  const openAt = openRank(next, tagOf);
  const rank = reviewRank(next, tagOf);
  const placed = (list: string) => partitionIn(list, next.id);
  return {
    ...caseKey(next.id),
    version: next.version,
    format: storedFormat,
    ...sealState(next, sealing),
    caseKey: sealing.caseKey,
    openedDay: placed(`${isEntry(next) ? ofEntries : ""}${next.openedAt.slice(0, 10)}`),
    openedAt: `${next.openedAt}#${next.id}`,
    ...(dueAt && duePlace(next.id, next.lane, dueAt)),
    ...(rank
      ? { reviewShard: placed(waiting), reviewRank: rank }
      : openAt && { reviewShard: placed(isOpen), reviewRank: openAt }),
  };
};

/** The version that was read, and its key: one deleted in between must not come back with the change. */
export const stillAt = (read: number, { caseKey: key, isNew }: Footing) => ({
  where: `version = :read AND ${isNew ? "attribute_not_exists(caseKey)" : "caseKey = :key"}`,
  values: { read, ...(!isNew && { key }) },
});
