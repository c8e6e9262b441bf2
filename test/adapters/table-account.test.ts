import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { tableAccount } from "../../functions/adapters/table-account.ts";
import { instant, msOf } from "../../functions/kernel/instant.ts";
import { tellOfRefusal } from "../../functions/notice/refusal.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { counted } from "../support/counted.ts";

const refused = { kind: "declined", code: "AccountSendingPausedException", final: false, of: "account" } as const;
const accepted = { kind: "accepted", sesMessageId: "ses-1" } as const;
const aTable = aTableServer();

/** Senders on one table, on a clock moved by hand. */
const senders = async (count: number) => {
  const { client, name: TableName } = await aTable();
  let nowMs = msOf("2026-11-24T10:00:00.000Z");
  const counting = counted(DynamoDBDocumentClient.from(client));
  const one = () => tableAccount({ table: counting.table, TableName, clock: { now: () => instant(nowMs) }, nowMs: () => nowMs });
  return {
    of: Array.from({ length: count }, one),
    calls: counting.calls,
    now: () => instant(nowMs),
    pass: (minutes: number) => {
      nowMs += minutes * 60_000;
    },
  };
};

test("while SES refuses, one of all senders tries when the time has come, and the others wait for what it hears", async () => {
  const { of, pass } = await senders(3);
  await of[0]?.heard("urgent", refused);
  expect(await Promise.all(of.map(({ mayTry }) => mayTry("urgent")))).toEqual([false, false, false]);
  expect(await of[1]?.mayTry("standard")).toBe(true);
  pass(1);
  const tried = [];
  for (const { mayTry } of of) tried.push(await mayTry("urgent"));
  expect(tried.filter(Boolean)).toHaveLength(1);
});

test("a try that nobody heard of again delays the next one by a minute and no more", async () => {
  const { of, pass } = await senders(2);
  await of[0]?.heard("urgent", refused);
  pass(1);
  expect(await of[0]?.mayTry("urgent")).toBe(true);
  pass(1.1);
  expect(await of[1]?.mayTry("urgent")).toBe(true);
});

test("a mail that SES takes ends the refusal for all senders", async () => {
  const { of, pass } = await senders(2);
  await of[0]?.heard("urgent", refused);
  expect(await of[1]?.mayTry("urgent")).toBe(false);
  pass(1);
  expect(await of[0]?.mayTry("urgent")).toBe(true);
  await of[0]?.heard("urgent", accepted);
  expect(await of[0]?.refusals()).toEqual({});
  expect(await of[1]?.mayTry("urgent")).toBe(true);
});

test("asks the table once in a quarter of a minute and writes nothing while SES takes mail", async () => {
  const { of, calls } = await senders(1);
  for (let mails = 0; mails < 50; mails++) {
    await of[0]?.mayTry("standard");
    await of[0]?.heard("standard", accepted);
  }
  expect(calls()).toBe(1);
});

test("on-call is told once of a refusal that outlasts a hiccup", async () => {
  const { of, now } = await senders(1);
  const noted = new Map<string, string>();
  const told = { lastAt: async (what: string) => noted.get(what), note: async (what: string, at: string) => void noted.set(what, at) };
  const heard: string[] = [];
  const tell = () => tellOfRefusal({ account: of[0] ?? expect.fail("no sender"), told, now: now() }, async ({ urgent }) => void heard.push(urgent?.code ?? ""));
  await of[0]?.heard("urgent", refused);
  await tell();
  expect(heard).toEqual([]);
  await of[0]?.heard("urgent", refused);
  await tell();
  await tell();
  expect(heard).toEqual(["AccountSendingPausedException"]);
});
