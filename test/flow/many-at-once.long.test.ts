import { afterAll, beforeAll, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { statusMessage } from "../support/a-flow.ts";
import { aStand } from "../support/a-stand.ts";

/*
 * The functions that are deployed: ten readers of a report queue side by side, ten messages each
 * (`infra/stack/topology.ts`).
 */

const readers = 10;
let stand: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  stand = await aStand();
});
afterAll(() => stand.close());

const target = { url: "https://hot.bad.example/x" };
const feed = Array.from({ length: 100 }, (_, n) => `c-${n}`);

const theCase = async () => {
  const state = await stand.stand.store.read((await stand.stand.store.caseOfReport("hotline/h-1")) ?? "");
  if (state?.kind !== "case") throw new Error("there is no case");
  return state;
};

/** A call that was cut off, or asked again while its first asking was still being done. */
const outOfTime = () =>
  stand.said.filter(
    ({ code, fields: { error } }) => code === "unforeseen" && /^(Timeout|TransactionInProgress)/.test(String(error)),
  ).length;

/**
 * All at once, in batches of ten. Gives how many went back to the queue, but for those whose call
 * to the table ran out of its seconds, since all ten readers and the table share this process: they
 * are brought again, as the queue does.
 */
const bring = async (bodies: readonly string[]): Promise<number> => {
  const batches = Array.from({ length: readers }, (_, n) => bodies.slice(n * 10, n * 10 + 10));
  const before = outOfTime();
  const answers = await Promise.all(batches.map((batch) => stand.batch("report-standard", batch)));
  const back = answers.flatMap(({ batchItemFailures }, n) =>
    batchItemFailures.map(({ itemIdentifier }) => batches[n]?.[Number(itemIdentifier.slice("m-".length))] ?? ""),
  );
  const late = outOfTime() - before;
  if (late > 0) await stand.batch("report-standard", back);
  return back.length - late;
};

test("a hundred reports of one target and a hundred words with a hold among them are taken in at first", async () => {
  // The first of them opens the case, and each wants its host looked up.
  expect(await bring(feed.map((id) => stand.report(id, { reporter: "cert", target })))).toBe(0);
  await stand.put("report-standard", stand.report("h-1", { target }));
  await stand.run();
  expect(await theCase()).toMatchObject({ reports: 101, standing: { hotline: 1, cert: 100 } });

  const before = (await theCase()).version;
  const words = feed.map((reportId) =>
    statusMessage("still-up", plusMinutes(stand.clock.now(), -5), { reporter: "cert", reportId }),
  );
  words[99] = statusMessage("hold", stand.clock.now(), { reporter: "hotline", reportId: "h-1" });
  expect(await bring(words)).toBe(0);
  const state = await theCase();
  expect(state.holds.map(({ by }) => by)).toEqual(["hotline"]);
  // One change for each message would make a hundred writers of ten.
  expect(state.version - before).toBeLessThan(50);
}, 60_000);
