import { dynamoSavedFilters } from "../../../functions/store/table/saved-filters.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { savedFiltersContract } from "../../contracts/saved-filters.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { memorySavedFilters } from "../../support/memory-saved-filters.ts";

const newTable = aTableServer();

savedFiltersContract("the double", memorySavedFilters);
savedFiltersContract("DynamoDB", async () => {
  const { client, name } = await newTable();
  return dynamoSavedFilters(tableOf(client, name));
});
