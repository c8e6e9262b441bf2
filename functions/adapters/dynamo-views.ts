import { createHash } from "node:crypto";
import { msOf, plusMinutes } from "../kernel/instant.ts";
import { personKey } from "../kernel/person.ts";
import { type CaseViews, viewMinutes, viewWindow } from "../review/views.ts";
import { type DocumentClient, PutCommand, QueryCommand, UpdateCommand } from "./document-client.ts";
import { whyNotWritten } from "./table-conflicts.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

const partition = (caseId: string): string => `VIEWED#${caseId}`;
const keepDays = 366;
const whose = (by: string): string => createHash("sha256").update(personKey(by)).digest("hex").slice(0, 16);

/** A place in the list as this wrote it; the newest for anything else. */
const placeIn = (cursor: string | undefined): string => {
  const place = Buffer.from(cursor ?? "", "base64url").toString();
  return /^\d{4}-[\dT:.-]{18}Z#[0-9a-f]{16}$/.test(place) ? place : "~";
};

/**
 * Who looked at which case, in the table. Network: one write to note or to go on, one query to list. Throws what
 * the table throws.
 */
export const dynamoViews = (table: DocumentClient, TableName: string): CaseViews => ({
  note: async ({ caseId, by, at }) => {
    try {
      await table.send(
        new PutCommand({
          TableName,
          Item: {
            pk: partition(caseId),
            sk: `${viewWindow(at)}#${whose(by)}`,
            by,
            at,
            expiresAt: Math.ceil(msOf(at) / 1000) + keepDays * 86_400,
          },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    } catch (error) {
      if (whyNotWritten(error) !== "condition") throw error;
    }
  },
  goOn: async ({ caseId, by, at }, begunIn) => {
    try {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: { pk: partition(caseId), sk: `${begunIn}#${whose(by)}` },
          UpdateExpression: "SET #until = :now",
          ConditionExpression: "#until >= :lately OR (attribute_not_exists(#until) AND #at >= :lately)",
          ExpressionAttributeNames: { "#until": "until", "#at": "at" },
          ExpressionAttributeValues: { ":now": at, ":lately": plusMinutes(at, -viewMinutes) },
        }),
      );
      return true;
    } catch (error) {
      if (whyNotWritten(error) !== "condition") throw error;
      return false;
    }
  },
  of: async (caseId, limit, cursor) => {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :case AND sk < :before",
        ExpressionAttributeValues: { ":case": partition(caseId), ":before": placeIn(cursor) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return {
      items: Items.map(({ by, at, until }) => ({
        caseId,
        by: String(by),
        at: String(at),
        ...(typeof until === "string" && { until }),
      })),
      ...(LastEvaluatedKey && { cursor: Buffer.from(String(LastEvaluatedKey.sk)).toString("base64url") }),
    };
  },
});
