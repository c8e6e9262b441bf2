import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoKnown } from "../../functions/adapters/dynamo-known.ts";
import { dynamoRegistryPace } from "../../functions/adapters/dynamo-registry-pace.ts";
import { knownStoreContract } from "../contracts/known-store.ts";
import { registryPaceContract } from "../contracts/registry-pace.ts";
import { aTableServer } from "../support/a-table-server.ts";

const newTable = aTableServer();
const freshTable = async () => {
  const { client, name } = await newTable();
  return [DynamoDBDocumentClient.from(client), name] as const;
};

knownStoreContract("the store in DynamoDB", async () => dynamoKnown(...(await freshTable())));
registryPaceContract("the store in DynamoDB", async () => dynamoRegistryPace(...(await freshTable())));
