import type { DynamoDBRecord } from "aws-lambda";
import { readHistoryLine } from "../case/stored.ts";
import type { WrittenLine } from "../case/tell-reporters.ts";

/** A history line as the table's stream hands it over. Throws when it is none that this program wrote. */
export const readHistoryRecord = ({ dynamodb }: DynamoDBRecord): WrittenLine => {
  const { pk, version, at, events } = dynamodb?.NewImage ?? {};
  return { caseId: String(pk?.S).slice("CASE#".length), line: readHistoryLine({ version: Number(version?.N), at: at?.S, events: events?.S }) };
};
