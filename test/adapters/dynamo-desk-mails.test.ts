import { expect, test } from "vitest";
import { DocumentClient, QueryCommand } from "../../functions/adapters/document-client.ts";
import { dynamoDeskMails } from "../../functions/adapters/dynamo-desk-mails.ts";
import { deskIdOf } from "../../functions/case/case-id.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { morning } from "../support/a-case.ts";
import { aTableServer } from "../support/a-table-server.ts";

const newTable = aTableServer();

test("mails to a desk are counted by the hour, however it is written, and are gone two hours later", async () => {
  const { client, name } = await newTable();
  const table = DocumentClient.from(client);
  const [one, other] = [dynamoDeskMails(table, name), dynamoDeskMails(table, name)];
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : other).note(at % 3 === 0 ? "Abuse@Network.example" : "abuse@network.example", morning),
    ),
  );
  await one.note("abuse@other.example", morning);
  const counts = [
    await other.countIn("abuse@network.example", morning),
    await one.countIn("abuse@network.example", plusHours(morning, 1)),
    await one.countIn("abuse@none.example", morning),
  ];
  expect(counts).toEqual([20, 0, 0]);
  const pk = `DESK-MAILS#${deskIdOf("abuse@network.example")}`;
  const { Items } = await table.send(
    new QueryCommand({ TableName: name, KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pk } }),
  );
  expect(Items).toEqual([{ pk, sk: "2026-11-24T10", mails: 20, expiresAt: Date.parse(morning) / 1000 + 7_200 }]);
});
