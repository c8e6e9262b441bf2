import type { DynamoDBRecord } from "aws-lambda";
import type { WrittenLine } from "../../case/tell-reporters.ts";
import { type MasterKeys, readSealedLine } from "./sealed.ts";

/**
 * A history line as the table's stream hands it over, opened by its case's key. Throws when it is
 * none that this program wrote. Touches: one read of the case's key.
 */
export const readHistoryRecord = async (
  { dynamodb }: DynamoDBRecord,
  masterKeys: MasterKeys,
  keyOf: (caseId: string) => Promise<string | undefined>,
): Promise<WrittenLine> => {
  const { pk, version, format, at, events, sealed, sealedBy } = dynamodb?.NewImage ?? {};
  const caseId = String(pk?.S).slice("HISTORY#".length);
  const item = {
    version: Number(version?.N),
    format: Number(format?.N),
    at: at?.S,
    events: events?.S,
    sealed: sealed?.B,
    sealedBy: sealedBy?.S,
  };
  return { caseId, line: await readSealedLine(item, masterKeys, await keyOf(caseId), caseId) };
};
