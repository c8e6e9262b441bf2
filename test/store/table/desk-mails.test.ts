import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { deskIdOf } from "../../../functions/case/case-id.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { type DeskMail, type DeskMails, givePlaceBack, noMails, takePlace } from "../../../functions/send/desk-pace.ts";
import { dynamoDeskMails } from "../../../functions/store/table/desk-mails.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { aCandidate, aCase, aSettings, morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { memoryDeskMails } from "../../support/memory-desk-mails.ts";

const newTable = aTableServer();
const policy = policyOf(aSettings())(aCase({}));
const inTable = async (): Promise<DeskMails> => {
  const { client, name } = await newTable();
  return dynamoDeskMails(tableOf(client, name));
};
const aMail = (spoilt: Partial<DeskMail> = {}): DeskMail => ({
  step: "first",
  to: aCandidate(),
  lane: "standard",
  category: "phishing",
  isShared: true,
  ...spoilt,
});

describe.each([
  ["in the table", inTable],
  ["in memory", async () => memoryDeskMails()],
])("mails to a desk %s", (_, made) => {
  test("are ten in any hour, however its mailbox is written and however many senders are at it", async () => {
    const desks = await made();
    const take = (minutes: number, email = "abuse@network.example") =>
      takePlace(desks, aMail({ to: aCandidate({ email }) }), policy, plusMinutes(morning, minutes));
    const first = await Promise.all(Array.from({ length: 4 }, () => take(0)));
    const next: boolean[] = [];
    for (let n = 0; n < 12; n++) next.push(await take(30, n % 2 === 0 ? "Abuse@Network.example" : undefined));
    const later = [await take(59), await take(60)];
    expect([[...first, ...next].filter(Boolean).length, later, await take(30, "abuse@other.example")]).toEqual([
      10,
      [false, true],
      true,
    ]);
    expect((await desks.last("abuse@network.example")).standard).toHaveLength(10);
  });

  test("of the urgent lane wait for no other, and those of the standard lane for both", async () => {
    const desks = await made();
    const take = (lane: DeskMail["lane"]) => takePlace(desks, aMail({ lane }), policy, morning);
    const taken = async (lane: DeskMail["lane"], times: number) => {
      let count = 0;
      for (let n = 0; n < times; n++) if (await take(lane)) count++;
      return count;
    };
    expect([await taken("standard", 7), await taken("urgent", 12), await taken("standard", 1)]).toEqual([7, 10, 0]);
  });

  test("are fewer by one where SES declined the last, and another takes its place", async () => {
    const desks = await made();
    expect(await takePlace(desks, aMail(), policy, morning)).toBe(true);
    await givePlaceBack(desks, aMail(), morning);
    expect(await desks.last(aCandidate().email)).toEqual(noMails);
    expect(await takePlace(desks, aMail(), policy, morning)).toBe(true);
  });

  test("are not written over by who has not seen the last of them", async () => {
    const desks = await made();
    const one = { ...noMails, urgent: [morning] };
    const two = { ...one, standard: [morning, morning] };
    const written = [
      await desks.write("a@network.example", noMails, one, morning),
      await desks.write("a@network.example", noMails, one, morning),
      await desks.write("a@network.example", one, two, morning),
      await desks.write("a@network.example", one, one, morning),
    ];
    expect([written, await desks.last("a@network.example")]).toEqual([[true, false, true, false], two]);
  });
});

test("what is kept of a desk names no mailbox, and is gone two hours after its last mail", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const mail = aMail({ to: aCandidate({ email: "Abuse@network.example" }) });
  await takePlace(dynamoDeskMails(tableOf(client, name)), mail, policy, morning);
  const Key = { pk: `DESK-MAILS#${deskIdOf("abuse@network.example")}`, sk: "LAST" };
  const { Item } = await table.send(new GetCommand({ TableName: name, Key }));
  expect(Item).toEqual({ ...Key, urgent: "", standard: morning, expiresAt: Date.parse(morning) / 1000 + 7_200 });
});
