import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import { caseStoreContract } from "../../contracts/case-store.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { masterKeys } from "../../support/master-keys.ts";

const newTable = aTableServer();

caseStoreContract("the store in DynamoDB whose lists lie over several partitions", async () => {
  const made = await newTable();
  return dynamoCaseStore(made.client, made.name, masterKeys, { spreadsLists: true });
});
