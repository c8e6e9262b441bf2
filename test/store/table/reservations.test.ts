import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { reservationOf } from "../../../functions/review/reservations.ts";
import { dynamoReservations } from "../../../functions/store/table/reservations.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { reservationsContract } from "../../contracts/reservations.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { memoryReservations } from "../../support/memory-reservations.ts";

const newTable = aTableServer();

reservationsContract("the double", memoryReservations);
reservationsContract("DynamoDB", async () => {
  const { client, name } = await newTable();
  return dynamoReservations(tableOf(client, name));
});

test("a reservation goes out of the table by itself when it has run out", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const reservation = reservationOf("TD-0000-0000-0001", "jane", "2026-11-24T03:00:00.000Z");
  await dynamoReservations(tableOf(client, name)).take(reservation);
  const key = { pk: "RESERVED", sk: reservation.caseId };
  const { Item } = await table.send(new GetCommand({ TableName: name, Key: key }));
  const { caseId: _, ...rest } = reservation;
  expect(Item).toEqual({ ...key, ...rest, expiresAt: Date.parse("2026-11-24T03:15:00.000Z") / 1000 });
});
