import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breakerCounters } from "../../functions/adapters/breaker-counters.ts";
import { sesQuota } from "../../functions/adapters/ses-quota.ts";
import { sendingTurns } from "../../functions/adapters/ses-quota-turns.ts";
import { stops, tellOfStop } from "../../functions/send/breaker-state.ts";
import { emptyStretch, noOutcomes, watchReputation } from "../../functions/send/circuit-breaker.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import { startSes } from "../../infra/local/servers/ses.ts";
import { counted } from "../support/counted.ts";

const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const folder = mkdtempSync(path.join(tmpdir(), "takedown-turns-"));
let dynamo: Awaited<ReturnType<typeof startDynamoDb>>;
let client: DynamoDBClient;
let number = 0;

beforeAll(async () => {
  dynamo = await startDynamoDb({ port: 0 });
  client = new DynamoDBClient({ endpoint: dynamo.url, region: "us-east-1", credentials });
});
afterAll(async () => {
  await dynamo.close();
  rmSync(folder, { recursive: true, force: true });
});
const aTable = async (): Promise<string> => {
  const name = `turns-${number++}`;
  await createTable(client, name);
  return name;
};

/** Instances of one function on one table, on a clock that sleeping moves. */
const instances = async (
  count: number,
  quota: { readonly perSecond: number; readonly sentInLastDay?: number },
  stopped = false,
) => {
  const TableName = await aTable();
  let nowMs = 1_764_000_000_000;
  const counting = counted(client);
  const one = () =>
    sendingTurns({
      table: tableOf(counting.client, TableName),
      quota: async () => ({ perDay: 1_000, sentInLastDay: 0, askedAtMs: nowMs, ...quota }),
      isStopped: async (lane) => stopped && lane === "standard",
      nowMs: () => nowMs,
      sleep: async (ms) => {
        nowMs += ms;
      },
    });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { turns: Array.from({ length: count }, one), now: () => nowMs, writes: counting.calls, pass };
};

describe("senders on one table", () => {
  test("never send more than 14 in any second, whoever sends", async () => {
    const { turns, now, writes } = await instances(5, { perSecond: 14 });
    const sentAt: number[] = [];
    for (let at = 0; at < 60; at++) {
      const answer = await turns[at % turns.length]?.(at % 3 === 0 ? "urgent" : "standard");
      if (answer?.kind === "go") sentAt.push(now());
    }
    expect(sentAt.length).toBe(60);
    const most = Math.max(...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + 1000).length));
    expect(most).toBeLessThanOrEqual(14);
    // One write for each notice, or less; a lost race costs one more.
    expect(writes()).toBeLessThanOrEqual(60 * 1.5);
  });

  test("write once for a mail where one of them sends and the others rest, however near its mails come", async () => {
    const { turns, writes, pass } = await instances(2, { perSecond: 5_000 });
    for (let at = 0; at < 20; at++) {
      pass(at % 2 === 0 ? 250 : 700);
      expect(await turns[0]?.("standard")).toEqual({ kind: "go" });
    }
    expect(writes()).toBe(20);
  });

  test("turn standard mail away when the day is spent but for the reserve, and urgent mail not", async () => {
    const { turns } = await instances(1, { perSecond: 14, sentInLastDay: 900 });
    expect([await turns[0]?.("standard"), await turns[0]?.("urgent")]).toEqual([
      { kind: "no-turn", why: "day" },
      { kind: "go" },
    ]);
  });

  test("turn standard mail away while the breaker is open, and urgent mail not", async () => {
    const { turns, writes } = await instances(1, { perSecond: 14 }, true);
    expect([await turns[0]?.("standard"), writes(), await turns[0]?.("urgent")]).toEqual([
      { kind: "no-turn", why: "stopped" },
      0,
      { kind: "go" },
    ]);
  });
});

test("SES's quota is asked once by all instances together and held for a minute", async () => {
  const TableName = await aTable();
  const ses = await startSes({
    port: 0,
    folder,
    clock: { now: () => new Date().toISOString() },
    verified: [],
    configurationSets: [],
    ratePerSecond: 20,
  });
  const sesClient = new SESClient({ endpoint: ses.url, region: "us-east-1", credentials, maxAttempts: 1 });
  let now = 1_000_000;
  const given = { ses: sesClient, table: tableOf(client, TableName), nowMs: () => now };
  const quotas = [sesQuota(given), sesQuota(given)];
  expect((await quotas[0]?.())?.perSecond).toBe(20);
  await ses.close();
  now += 59_000;
  expect([(await quotas[0]?.())?.perSecond, (await quotas[1]?.())?.perSecond]).toEqual([20, 20]);
  // SES is gone: its last word holds.
  now += 60_000;
  expect((await quotas[1]?.())?.perSecond).toBe(20);
});

const tenOrganisations = Array.from({ length: 10 }, (_, at) => `organisation-${at}`);

test("the breaker stops the standard lane once; once a person lets it run, the old count stops nothing", async () => {
  const TableName = await aTable();
  const reputation = breakerCounters(tableOf(client, TableName), () => 0.3);
  await reputation.count("2026-11-24T10:01:00.000Z", {
    ...emptyStretch,
    standard: { ...noOutcomes, concluded: 100, bounced: 10, bouncedAt: tenOrganisations },
  });
  const stopped = await watchReputation(reputation, "2026-11-24T10:02:00.000Z");
  expect(stopped).toEqual({
    kind: "stopped",
    since: "2026-11-24T10:02:00.000Z",
    why: "10.0 % permanent bounces among the last 100 mails, each organisation counted once",
    told: false,
  });
  await reputation.resume("2026-11-24T10:05:00.000Z", "jane", "the directory entry is corrected");
  expect((await watchReputation(reputation, "2026-11-24T10:06:00.000Z")).kind).toBe("runs");
  await reputation.count("2026-11-24T10:15:00.000Z", {
    ...emptyStretch,
    standard: { ...noOutcomes, concluded: 100, bounced: 10, bouncedAt: tenOrganisations },
  });
  expect((await watchReputation(reputation, "2026-11-24T10:16:00.000Z")).kind).toBe("stopped");
});

test("on-call is told of a stop once, and of the next stop again", async () => {
  const reputation = breakerCounters(tableOf(client, await aTable()), () => 0.3);
  const told: string[] = [];
  const tell = async ({ why }: { readonly why: string }) => void told.push(why);
  await tellOfStop(reputation, tell);
  await reputation.stop("2026-11-24T10:00:00.000Z", "too many bounces");
  await tellOfStop(reputation, tell);
  await tellOfStop(reputation, tell);
  await reputation.resume("2026-11-24T12:00:00.000Z", "anna", "the list was corrected");
  await tellOfStop(reputation, tell);
  await reputation.stop("2026-11-24T15:00:00.000Z", "complaints");
  await tellOfStop(reputation, tell);
  expect(told).toEqual(["too many bounces", "complaints"]);
});

test("the last line stops the urgent lane too, also after the standard one, and on-call hears of both", async () => {
  const reputation = breakerCounters(tableOf(client, await aTable()), () => 0.3);
  const told: (true | undefined)[] = [];
  const tell = async ({ urgentToo }: { readonly urgentToo?: true }) => void told.push(urgentToo);
  await reputation.count("2026-11-24T10:01:00.000Z", {
    ...emptyStretch,
    standard: { ...noOutcomes, concluded: 100, bounced: 10, bouncedAt: tenOrganisations },
  });
  await watchReputation(reputation, "2026-11-24T10:02:00.000Z");
  await tellOfStop(reputation, tell);
  await reputation.count("2026-11-24T10:11:00.000Z", {
    ...emptyStretch,
    urgent: { ...noOutcomes, concluded: 500, bounced: 60, bouncedAt: ["one"] },
  });
  const state = await watchReputation(reputation, "2026-11-24T10:12:00.000Z");
  await tellOfStop(reputation, tell);
  expect([state.kind, stops(state, "urgent"), stops(state, "standard"), told]).toEqual([
    "stopped",
    true,
    true,
    [undefined, true],
  ]);
  await reputation.resume("2026-11-24T10:30:00.000Z", "jane", "the hostile block is passed over");
  expect(stops(await watchReputation(reputation, "2026-11-24T10:31:00.000Z"), "urgent")).toBe(false);
});
