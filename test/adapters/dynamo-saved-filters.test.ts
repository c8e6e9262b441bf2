import { DocumentClient } from "../../functions/adapters/document-client.ts";
import { dynamoSavedFilters } from "../../functions/adapters/dynamo-saved-filters.ts";
import { savedFiltersContract } from "../contracts/saved-filters.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { memorySavedFilters } from "../support/memory-saved-filters.ts";

const newTable = aTableServer();

savedFiltersContract("the double", memorySavedFilters);
savedFiltersContract("DynamoDB", async () => {
  const { client, name } = await newTable();
  return dynamoSavedFilters(DocumentClient.from(client), name);
});
