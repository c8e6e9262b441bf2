import { expect, test } from "vitest";
import { tableAccount } from "../../functions/adapters/table-account.ts";
import { instant, msOf } from "../../functions/kernel/instant.ts";
import { tellOfRefusal } from "../../functions/send/refusal.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { counted } from "../support/counted.ts";

const refused = { kind: "declined", code: "AccountSendingPausedException", final: false, of: "account" } as const;
const accepted = { kind: "accepted", sesMessageId: "ses-1" } as const;
const aTable = aTableServer();

const senders = async (count: number) => {
  const { client, name: TableName } = await aTable();
  let nowMs = msOf("2026-11-24T10:00:00.000Z");
  const counting = counted(client);
  const one = () =>
    tableAccount({
      table: tableOf(counting.client, TableName),
      clock: { now: () => instant(nowMs) },
      nowMs: () => nowMs,
    });
  return {
    of: Array.from({ length: count }, one),
    calls: counting.calls,
    now: () => instant(nowMs),
    pass: (minutes: number) => {
      nowMs += minutes * 60_000;
    },
  };
};

const later = "2026-11-24T10:01:00.000Z";

test("while SES refuses, one case of all has the turn when it comes, and the others wait for its answer", async () => {
  const { of, pass, now } = await senders(3);
  await of[0]?.heard("urgent", refused);
  expect(await Promise.all(of.map(({ turn }) => turn("urgent", "a")))).toEqual([later, later, later]);
  expect(await of[1]?.turn("standard", "a")).toBeUndefined();
  pass(1);
  const tried = await Promise.all(of.map(({ turn }, n) => turn("urgent", `case-${n}`)));
  expect(tried.filter((until) => until === undefined)).toHaveLength(1);
  expect(tried.filter((until) => until !== undefined && until > now())).toHaveLength(2);
});

test("the case that has the turn keeps it from its look-up to its mail, at whichever sender", async () => {
  const { of, pass } = await senders(3);
  await of[0]?.heard("urgent", refused);
  await of[2]?.turn("urgent", "a");
  pass(1);
  expect(await of[0]?.turn("urgent", "a")).toBeUndefined();
  expect(await of[2]?.turn("urgent", "a")).toBeUndefined();
  pass(3);
  expect(await of[1]?.turn("urgent", "a")).toBeUndefined();
  expect(await of[1]?.turn("urgent", "b")).toBe("2026-11-24T10:07:00.000Z");
  await of[1]?.heard("urgent", refused);
  expect(await of[1]?.turn("urgent", "a")).toBe("2026-11-24T10:06:00.000Z");
});

test("who only asks takes no turn", async () => {
  const { of, pass } = await senders(1);
  expect(await of[0]?.turn("urgent")).toBeUndefined();
  await of[0]?.heard("urgent", refused);
  expect(await of[0]?.turn("urgent")).toBe(later);
  pass(1);
  expect(await of[0]?.turn("urgent")).toBe("2026-11-24T10:07:00.000Z");
  expect(await of[0]?.turn("urgent", "a")).toBeUndefined();
});

test("a try that nobody heard of again delays the next one by minutes and no more", async () => {
  const { of, pass } = await senders(2);
  await of[0]?.heard("urgent", refused);
  pass(1);
  expect(await of[0]?.turn("urgent", "a")).toBeUndefined();
  pass(6.1);
  expect(await of[1]?.turn("urgent", "b")).toBeUndefined();
});

test("a mail that SES takes ends the refusal for all senders", async () => {
  const { of, pass } = await senders(2);
  await of[0]?.heard("urgent", refused);
  expect(await of[1]?.turn("urgent", "b")).toBe(later);
  pass(1);
  expect(await of[0]?.turn("urgent", "a")).toBeUndefined();
  await of[0]?.heard("urgent", accepted);
  expect(await of[0]?.refusals()).toEqual({});
  expect(await of[1]?.turn("urgent", "b")).toBeUndefined();
});

test("once a person has fixed it, the next try is due at once, in each lane that is refused", async () => {
  const { of, now } = await senders(2);
  for (let tries = 0; tries < 12; tries++) await of[0]?.heard("urgent", refused);
  await of[1]?.tryNow();
  expect((await of[1]?.refusals())?.urgent).toMatchObject({ nextTryAt: now(), tries: 12 });
  expect(Object.keys((await of[1]?.refusals()) ?? {})).toEqual(["urgent"]);
  expect(await of[1]?.turn("urgent", "a")).toBeUndefined();
});

test("asks the table once in a quarter of a minute and writes nothing while SES takes mail", async () => {
  const { of, calls } = await senders(1);
  for (let mails = 0; mails < 50; mails++) {
    await of[0]?.turn("standard", "a");
    await of[0]?.heard("standard", accepted);
  }
  expect(calls()).toBe(1);
});

test("on-call is told once of a refusal that outlasts a hiccup", async () => {
  const { of, now } = await senders(1);
  const noted = new Map<string, string>();
  const told = {
    lastAt: async (what: string) => noted.get(what),
    note: async (what: string, at: string) => void noted.set(what, at),
  };
  const heard: string[] = [];
  const tell = () =>
    tellOfRefusal(
      { account: of[0] ?? expect.fail("no sender"), told, now: now() },
      async ({ urgent }) => void heard.push(urgent?.code ?? ""),
    );
  await of[0]?.heard("urgent", refused);
  await tell();
  expect(heard).toEqual([]);
  await of[0]?.heard("urgent", refused);
  await tell();
  await tell();
  expect(heard).toEqual(["AccountSendingPausedException"]);
});
