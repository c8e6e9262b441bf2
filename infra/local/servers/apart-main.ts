// One server in a process of its own (`apart.ts`): tells its parent the port, and ends with it.
import { startDynamoDb } from "./dynamodb.ts";
import { startSqs } from "./sqs.ts";

const [, , server, argument] = process.argv;
process.on("disconnect", () => process.exit());
const { port } = await (server === "sqs"
  ? startSqs({ port: 0, visibilitySeconds: Number(argument) })
  : startDynamoDb({ port: 0 }));
process.send?.(port);
