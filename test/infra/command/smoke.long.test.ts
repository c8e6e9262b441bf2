import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, describe, expect, test } from "vitest";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { probes } from "../../../functions/smoke/probe.ts";
import { beginRun } from "../../../functions/store/table/smoke.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { sayRows, sayTally, smokeWords } from "../../../infra/command/deployed/rows.ts";
import { runSmoke, type SmokeWorld } from "../../../infra/command/deployed/run-smoke.ts";
import { endsWith, missingOf, type SmokeSeen, smokeRows } from "../../../infra/command/deployed/smoke.ts";
import { receiptOf } from "../../../infra/local/sample/inbound-mail.ts";
import { startChannels } from "../../../infra/local/servers/channels/start.ts";
import type { SesOutcome } from "../../../infra/local/servers/ses-events.ts";
import { replyBucket, tableName } from "../../../infra/local/stand.ts";
import { smokeTable } from "../../../infra/rehearsal/smoke.ts";
import { aStand } from "../../support/a-stand.ts";

const id = "abcdefghij234567";
const receives = { inboundMail: true, settings: {} };

/** What SES's simulator does with a mail, by the mailbox. */
const simulated: Readonly<Record<string, SesOutcome>> = {
  "success@simulator.amazonses.com": { kind: "Delivery" },
  "bounce@simulator.amazonses.com": {
    kind: "Bounce",
    bounceType: "Permanent",
    bounceSubType: "General",
    status: "5.1.1",
    diagnosticCode: "smtp; 550 5.1.1 user unknown",
  },
  "complaint@simulator.amazonses.com": { kind: "Complaint", feedbackType: "abuse" },
};

let house: Awaited<ReturnType<typeof aStand>>;

const theTable = () => tableOf(new DynamoDBClient({}), tableName);
const plain = () => DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Plays SES, its receiving and each minute's sweep while the command rests. */
const worldOf = ({
  brings = true,
  isAws = true,
}: {
  readonly brings?: boolean;
  readonly isAws?: boolean;
} = {}): SmokeWorld => {
  let nowMs = 0;
  let heard = 0;
  return {
    table: theTable(),
    isAws,
    put: async (name, body) => house.put(name === "aws" ? "channel-standard" : `notice-${probes[name].lane}`, body),
    confirmed: async () => 2,
    now: house.clock.now,
    nowMs: () => nowMs,
    say: () => {},
    rest: async () => {
      nowMs += 60_000;
      await house.run();
      const mails = house.mails().slice(heard);
      heard += mails.length;
      for (const mail of brings ? mails : []) {
        const [to = ""] = mail.destinations;
        const outcome = simulated[to];
        if (outcome) await house.sesTells(mail, outcome);
        else {
          const raw = house.textOf(mail);
          house.stand.s3.put(replyBucket, "told/1", Buffer.from(raw));
          await house.put("reply", receiptOf(replyBucket, "told/1", raw, house.clock.now()));
        }
      }
      await house.run();
      await house.sweep();
    },
  };
};

describe("a smoke test of the deployed functions", () => {
  afterEach(() => house.close());

  test("proves each path, and is in no statistics, no breaker and no desk's memory", async () => {
    house = await aStand();
    const seen = await runSmoke(receives, worldOf(), { id, waitMinutes: 6 });
    const rows = smokeRows(receives, seen);
    expect(rows.filter(({ state }) => state !== "ready")).toEqual([]);
    expect(sayTally(rows, smokeWords)).toBe(`${rows.length} proven, 0 to heed, 0 not proven here, 0 failed.`);
    expect(endsWith(rows, true)).toBe(0);
    expect(house.told).toEqual([expect.stringContaining(`Smoke test ${id}`)]);
    const { Items = [] } = await plain().send(new ScanCommand({ TableName: tableName }));
    const kinds = new Set(Items.map(({ pk }) => String(pk).split("#")[0] ?? ""));
    expect(
      [...kinds].filter((kind) => !["SMOKE", "PACE", "SENDER", "SETTINGS", "TOLD", "REACH", "KEY"].includes(kind)),
    ).toEqual([]);
    expect(
      (await plain().send(new GetCommand({ TableName: tableName, Key: { pk: "SENDER", sk: "STOP" } }))).Item,
    ).toBeUndefined();
  });

  test("proves a report to AWS, with the tag for tests, where the stage has its API", async () => {
    const channels = await startChannels(0, Date.now);
    house = await aStand({ channelsUrl: channels.url, also: { channels: { aws: {} } } });
    const tells = { inboundMail: true, settings: { channels: { aws: {} } } };
    const rows = smokeRows(tells, await runSmoke(tells, worldOf(), { id, waitMinutes: 6 }));
    const [report, ...more] = channels.submitted("aws");
    await channels.close();
    expect([rows.filter(({ state }) => state !== "ready"), more]).toEqual([[], []]);
    expect(report?.body).toMatchObject({ clientToken: `smoke_${id}`, report: { xarf: { tags: ["lifecycle:test"] } } });
  });

  test("fails where SES's events do not come, within the time that it was given", async () => {
    house = await aStand();
    const seen = await runSmoke(receives, worldOf({ brings: false }), { id, waitMinutes: 3 });
    const rows = smokeRows(receives, seen);
    expect(rows.filter(({ state }) => state === "stops").map(({ what }) => what)).toEqual([
      "Delivery event, urgent lane",
      "Delivery event, standard lane",
      "Bounce event, standard lane",
      "Complaint event, standard lane",
      "Reply by S3",
    ]);
    expect(endsWith(rows, true)).toBe(1);
  });

  test("does not wait in an emulator for what it can't bring, and does not call it proven", async () => {
    house = await aStand();
    const seen = await runSmoke(receives, worldOf({ brings: false, isAws: false }), { id, waitMinutes: 6 });
    const rows = smokeRows(receives, seen);
    expect(rows.filter(({ state }) => state === "unknown").map(({ what }) => what)).toEqual([
      "Delivery event, urgent lane",
      "Delivery event, standard lane",
      "Bounce event, standard lane",
      "Complaint event, standard lane",
      "Reply by S3",
    ]);
    expect([missingOf(receives, seen), endsWith(rows, false), endsWith(rows, true)]).toEqual([[], 0, 1]);
    expect(sayRows(rows, smokeWords)).toContain("AWS_ENDPOINT_URL is set");
  });

  test("is refused while another goes on, and not after it", async () => {
    house = await aStand();
    const world = worldOf();
    await beginRun(world.table, { id: "bbbbbbbbbb234567", at: plusMinutes(house.clock.now(), -5) });
    const again = () => runSmoke(receives, world, { id, waitMinutes: 6 });
    await expect(again()).rejects.toThrow("Another smoke test of this stage goes on");
    house.pass(26);
    await again();
    await runSmoke(receives, world, { id: "cccccccccc234567", waitMinutes: 6 });
  });
});

test("fails where AWS does not let us report, with its words", async () => {
  const refused = { notes: new Map([["sent#aws", { said: "AWS answered HTTP 403.", at: "" }]]), isAws: true };
  const rows = smokeRows({ inboundMail: false, settings: { channels: { aws: {} } } }, refused);
  expect(rows.find(({ what }) => what === "AWS Abuse Signal API")).toMatchObject({
    state: "stops",
    says: "AWS answered HTTP 403.",
  });
});

describe("the rehearsal's table", () => {
  const printed = (what: string, state: string, isAws = false) =>
    JSON.stringify({ stage: "rehearsal", region: "eu-central-1", isAws, rows: [{ what, state, says: "So." }] });

  test("is what the command said", () => {
    expect(smokeTable(printed("Sweep", "ready"))).toContain("proven");
    expect(smokeTable(printed("Bounce event, standard lane", "unknown"))).toContain(
      "0 proven, 0 to heed, 1 not proven here, 0 failed.",
    );
  });

  test("is refused where it calls proven what an emulator can't bring, or takes it for AWS", () => {
    expect(() => smokeTable(printed("Bounce event, standard lane", "ready"))).toThrow("called proven");
    expect(() => smokeTable(printed("Reply by S3", "ready"))).toThrow("called proven");
    expect(() => smokeTable(printed("Sweep", "ready", true))).toThrow();
  });
});

describe("what a run saw", () => {
  const at = "2026-11-24T09:00:00.000Z";
  const notesOf = (...names: readonly string[]) => new Map(names.map((name) => [name, { said: "accepted", at }]));
  const all = notesOf(
    ...["sent#urgent-delivered", "sent#delivered", "sent#bounced", "sent#complained"],
    ...["heard#urgent-delivered#Delivery", "heard#delivered#Delivery", "heard#bounced#Bounce"],
    ...["heard#complained#Complaint", "swept", "on-call"],
  );
  const rowOf = (what: string, seen: Partial<SmokeSeen>) =>
    smokeRows({ inboundMail: false, settings: {} }, { notes: all, isAws: true, confirmed: 1, ...seen }).find((row) =>
      row.what.startsWith(what),
    );

  test("a stage that receives no mail has no row for replies", () => {
    expect(rowOf("Reply", {})).toBeUndefined();
    expect(missingOf({ inboundMail: false, settings: {} }, { notes: all, isAws: true })).toEqual([]);
  });

  test.each([
    ["stopped", "A person or the breaker has stopped this lane"],
    ["day", "The day's quota of SES is spent"],
    ["declined: MessageRejected", "SES did not take it for certain (declined: MessageRejected)"],
  ])("a mail that was not sent (%s) fails, and its event is not waited for", (said, says) => {
    const notes = new Map([...all, ["sent#bounced", { said, at }]]);
    notes.delete("heard#bounced#Bounce");
    expect(rowOf("Send: bounced", { notes })).toMatchObject({ state: "stops", says: expect.stringContaining(says) });
    expect(rowOf("Bounce event", { notes })).toMatchObject({ state: "unknown", says: "Its mail was not sent." });
    expect(missingOf({ inboundMail: false, settings: {} }, { notes, isAws: true })).toEqual([]);
  });

  test("an on-call message that nobody can have heard is not proven", () => {
    expect(rowOf("On-call", { confirmed: 0 })).toMatchObject({ state: "stops" });
    expect(rowOf("On-call", { confirmed: 0, isAws: false })).toMatchObject({ state: "unknown" });
    expect(rowOf("On-call", { confirmed: "AccessDenied" })).toMatchObject({ state: "heed" });
  });
});
