import { labelTag, readLabelTags } from "../facets.ts";
import { type Find, type FoundPlace, messageIn, standsBeside } from "../finds.ts";
import type { FindIndex } from "../ports.ts";
import type { ReviewItem } from "../queue-entry.ts";
import { readReviewRank } from "../review-rank.ts";
import { type AnyChange, casePartition, type Footing, isOpen, readOpenRank, waiting } from "./case-item.ts";
import { type MasterKeys, type Sealing, tagsBy } from "./sealed.ts";
import { listed, merged } from "./spread-list.ts";
import { type Index, type Item, keysOf, type Table, type Write } from "./table.ts";

/** Its place among the days: only the holder of the master key can tell what it is found by. */
const findPartition = (tag: string): string => `FIND#${tag}`;
const findPlace = ({ caseId, openedAt }: FoundPlace): string => `${openedAt}#${caseId}`;
export const findPrefix = "FIND#";
const readFindPlace = (place: string, sk: string): FoundPlace => {
  const [openedAt = "", caseId = ""] = place.split("#");
  return { caseId, openedAt, ...(sk.startsWith(findPrefix) && messageIn(sk.slice(findPrefix.length))) };
};
/** What stands beside something else is in an index that slots leave free, so that one item holds two. */
const findIndexOf = (text: string): Index => (standsBeside(text) ? "review" : "opened");

export const placeIn = (index: Index, list: string, place: string): Item => {
  const { partition, sort } = keysOf[index];
  return { [partition]: list, [sort]: place };
};
/** What a case or an entry is found by, on an item of it. */
export const foundBy = (text: string, { id: caseId, openedAt }: ReviewItem, { master }: Sealing): Item =>
  placeIn(findIndexOf(text), findPartition(tagsBy(master)(text)), findPlace({ caseId, openedAt }));
/** Only the slot is named in its key, so that what it held is gone once the places are removed. */
const findItem = ({ slot, text, besideIt }: Find, found: ReviewItem, sealing: Sealing): Item => ({
  pk: casePartition(found.id),
  sk: `${findPrefix}${slot}`,
  ...foundBy(text, found, sealing),
  ...(besideIt !== undefined && foundBy(besideIt, found, sealing)),
});

export const findWrites = ({ next, finds = [] }: AnyChange, footing: Footing): readonly Write[] =>
  finds.map((find) => ({ put: findItem(find, next, footing) }));

export const findIndex = (table: Table, masterKeys: MasterKeys): FindIndex => ({
  found: async (text, limit, before) => {
    const master = await masterKeys();
    const index = findIndexOf(text);
    const sk = before && (["<", findPlace(before)] as const);
    // What was written before a key rotation stands under an older key.
    const over = Object.keys(master.keys).map((name) => findPartition(tagsBy(master, name)(text)));
    const { places } = await merged({ table, index, over, sk, newestFirst: true, each: limit }, limit);
    return places.map((item) => readFindPlace(String(item[keysOf[index].sort]), String(item.sk)));
  },
  stillOpen: async (label, limit) => {
    const master = await masterKeys();
    const asked = Object.keys(master.keys).map((name) => labelTag(label, tagsBy(master, name)));
    const hasLabel = (tags?: string) => readLabelTags(tags).some((tag) => asked.includes(tag));
    const review = { table, index: "review" } as const;
    const [before, others] = await Promise.all([
      listed({ ...review, list: waiting }, limit),
      listed({ ...review, list: isOpen, newestFirst: true }, limit),
    ]);
    return [
      ...before.places.map(({ reviewRank: rank }) => {
        const { caseId, facets } = readReviewRank(String(rank));
        return { caseId, hasLabel: hasLabel(facets.labelTags) };
      }),
      ...others.places.map(({ reviewRank: rank }) => {
        const { caseId, labelTags } = readOpenRank(String(rank));
        return { caseId, hasLabel: hasLabel(labelTags) };
      }),
    ];
  },
});
