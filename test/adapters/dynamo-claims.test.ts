import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamoClaims } from "../../functions/adapters/dynamo-claims.ts";
import { claimOf } from "../../functions/review/claims.ts";
import { claimsContract } from "../contracts/claims.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { memoryClaims } from "../support/memory-claims.ts";

const newTable = aTableServer();

claimsContract("the double", memoryClaims);
claimsContract("DynamoDB", async () => {
  const { client, name } = await newTable();
  return dynamoClaims(DynamoDBDocumentClient.from(client), name);
});

test("a claim goes out of the table by itself when it has run out", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const claim = claimOf("TD-0000-0000-0001", "jane", "2026-11-24T03:00:00.000Z");
  await dynamoClaims(table, name).take(claim);
  const key = { pk: "CLAIMS", sk: claim.caseId };
  const { Item } = await table.send(new GetCommand({ TableName: name, Key: key }));
  const { caseId: _, ...rest } = claim;
  expect(Item).toEqual({ ...key, ...rest, expiresAt: Date.parse("2026-11-24T03:15:00.000Z") / 1000 });
});
