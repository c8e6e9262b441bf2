import { plusMinutes } from "../../kernel/instant.ts";
import { personKey } from "../../kernel/person.ts";
import { type CaseViews, viewMinutes, viewWindow } from "../../review/views.ts";
import { cursorOf, expiryOf, hashed, isNew, placeOf, type Table } from "./table.ts";

const partition = (caseId: string): string => `VIEWED#${caseId}`;
const kept = { days: 366 };
const whose = (by: string): string => hashed(personKey(by)).slice(0, 16);

/** A place in the list as this wrote it. The newest for anything else. */
const placeIn = (cursor: string | undefined): string => {
  const place = placeOf(cursor);
  return /^\d{4}-[\dT:.-]{18}Z#[0-9a-f]{16}$/.test(place) ? place : "~";
};

/** Network: one write to note or to go on, one query to list. Throws what the table throws. */
export const dynamoViews = (table: Table): CaseViews => ({
  note: async ({ caseId, by, at }) => {
    const key = { pk: partition(caseId), sk: `${viewWindow(at)}#${whose(by)}` };
    await table.write({ put: { ...key, by, at, expiresAt: expiryOf(at, kept) }, where: isNew });
  },
  goOn: ({ caseId, by, at }, begunIn) =>
    table.write({
      update: { pk: partition(caseId), sk: `${begunIn}#${whose(by)}` },
      by: "SET #until = :now",
      where: "#until >= :lately OR (attribute_not_exists(#until) AND #at >= :lately)",
      values: { now: at, lately: plusMinutes(at, -viewMinutes) },
    }),
  of: async (caseId, limit, cursor) => {
    const sk = ["<", placeIn(cursor)] as const;
    const { items, last } = await table.page({ pk: partition(caseId), sk, newestFirst: true, limit });
    return {
      items: items.map(({ by, at, until }) => ({
        caseId,
        by: String(by),
        at: String(at),
        ...(typeof until === "string" && { until }),
      })),
      ...cursorOf(last && String(last.sk)),
    };
  },
});
