import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { reviewRank } from "../../functions/store/review-rank.ts";
import { storedFormat } from "../../functions/store/stored.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { dynamoReservations } from "../../functions/store/table/reservations.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { anAnswer, aReport } from "../support/a-case.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole } from "./a-console.ts";
import { countsCalls } from "./counted-calls.ts";

const newTable = aTableServer();
const waiting = 10_000;

/** A case that asks something. It is kept readably, as thousands are sealed slowly. */
const aWaitingCase = async () => {
  const house = aConsole();
  const id = await house.opened(aReport({ category: "phishing", target: { kind: "host", host: "a.example" } }));
  await house.happened(id, { type: "contact-answered", at: house.now(), answer: anAnswer({ country: "DE" }) });
  return house.asks(id, "still-up", "The reporter says so.");
};

test("of thousands that wait, a screen, a filter and a further page take some queries and a page's cases", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const one = await aWaitingCase();
  if (one.kind !== "case" || !one.contact) throw new Error("no case");
  const { contact, reviews } = one;
  const items = Array.from({ length: waiting }, (_, at) => {
    const askedAt = plusMinutes("2026-11-01T00:00:00.000Z", at);
    const id = `TD-0000-0000-${String(at).padStart(4, "0")}`;
    const country = at % 1000 === 999 ? "FR" : "DE";
    const asked = reviews.map((review) => ({ ...review, askedAt }));
    const state = { ...one, id, contact: { ...contact, country }, reviews: asked };
    return {
      pk: `CASE#${id}`,
      sk: "STATE",
      version: one.version,
      format: storedFormat,
      state: JSON.stringify(state),
      reviewShard: "waiting",
      reviewRank: reviewRank(state, () => "0123456789abcdef012345"),
    };
  });
  for (let from = 0; from < items.length; from += 25)
    await table.send(
      new BatchWriteCommand({
        RequestItems: { [name]: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
  const console = aConsole({
    store: dynamoCaseStore(client, name, masterKeys),
    reservations: dynamoReservations(tableOf(client, name)),
  });
  const asked = countsCalls(client);
  for (const [query, found, read] of [
    ["", `${waiting} cases need you`, 50],
    ["country=FR", `${waiting / 1000} cases need you`, waiting / 1000],
    ["category=phishing&at=persons&behind=100", `${waiting} cases need you`, 50],
  ] as const) {
    const { text } = await console.get(`/?${query}`);
    expect(text).toContain(found);
    const { calls, reads, megabytes } = asked.take();
    // A list lies over four partitions, of which each answers a megabyte at a time; one more asks
    // who has which case, and on the first page alone one what became of the week's mails.
    expect([query, reads, calls - reads <= (query === "" ? 10 : 9), megabytes < 6]).toEqual([query, read, true, true]);
  }
});
