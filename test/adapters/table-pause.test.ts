import { expect, test } from "vitest";
import { tablePause } from "../../functions/adapters/table-pause.ts";
import { lanes } from "../../functions/report/category.ts";
import { tellOfPause } from "../../functions/send/pause.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { aTableServer } from "../support/a-table-server.ts";

const aTable = aTableServer();

const aPause = async () => {
  const { client, name } = await aTable();
  return tablePause(tableOf(client, name));
};
const jane = { at: "2026-11-24T03:00:00.000Z", by: "jane", why: "wrong hosts" };
const anna = { at: "2026-11-24T03:10:00.000Z", by: "anna", why: "me too" };

test("a stop holds for its lanes from the moment at which it is written, and who was first is kept", async () => {
  const pause = await aPause();
  expect(await pause.stops()).toEqual({});
  expect(await pause.stop(["standard"], jane)).toBe(true);
  expect([await pause.isOn("standard"), await pause.isOn("urgent")]).toEqual([true, false]);
  expect(await pause.stop(lanes, anna)).toBe(true);
  expect(await pause.stops()).toEqual({ standard: jane, urgent: anna });
  expect(await pause.stop(lanes, jane)).toBe(false);
});

test("who resumes ends the stop that they saw, and no later one", async () => {
  const pause = await aPause();
  await pause.stop(["urgent"], jane);
  const seen = await pause.stops();
  await pause.resume(["urgent"], seen, jane);
  await pause.stop(["urgent"], anna);
  expect(await pause.resume(["urgent"], seen, jane)).toBe(false);
  expect(await pause.stops()).toEqual({ urgent: anna });
});

test("a stop without a reason gets one after, once, and its line too", async () => {
  const pause = await aPause();
  await pause.stop(lanes, { ...jane, why: "" });
  const seen = await pause.stops();
  expect(await pause.explain(seen, "wrong hosts")).toBe(true);
  expect(await pause.explain(seen, "another")).toBe(false);
  expect(await pause.stops()).toEqual({ urgent: jane, standard: jane });
  expect((await pause.audit(10)).map(({ why }) => why)).toEqual(["wrong hosts", "wrong hosts"]);
  await pause.resume(lanes, seen, anna);
  expect(await pause.explain(seen, "too late")).toBe(false);
});

test("each stop and each resuming leaves a line with who and why, the newest first", async () => {
  const pause = await aPause();
  await pause.stop(["urgent"], jane);
  const seen = await pause.stops();
  expect(await pause.resume(lanes, seen, anna)).toBe(true);
  expect(await pause.resume(lanes, seen, anna)).toBe(false);
  expect(await pause.isOn("urgent")).toBe(false);
  expect(await pause.audit(10)).toEqual([
    { ...anna, lane: "urgent", does: "resume" },
    { ...jane, lane: "urgent", does: "stop" },
  ]);
});

test("on-call is told of a stop at once, again after six hours, and of the next stop at once", async () => {
  const pause = await aPause();
  const noted = new Map<string, string>();
  const told = {
    lastAt: async (of: string) => noted.get(of),
    note: async (of: string, at: string) => void noted.set(of, at),
  };
  const heard: string[] = [];
  const tellAt = (now: string) => tellOfPause({ pause, told, now }, async () => void heard.push(now.slice(11, 16)));
  await tellAt("2026-11-24T02:00:00.000Z");
  await pause.stop(lanes, jane);
  for (const time of ["03:01", "03:02", "09:00", "09:02"]) await tellAt(`2026-11-24T${time}:00.000Z`);
  await pause.resume(lanes, await pause.stops(), anna);
  await tellAt("2026-11-24T09:03:00.000Z");
  await pause.stop(["standard"], { ...anna, at: "2026-11-24T09:04:00.000Z" });
  await tellAt("2026-11-24T09:05:00.000Z");
  expect(heard).toEqual(["03:01", "09:02", "09:05"]);
});
