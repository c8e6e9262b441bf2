import { afterAll, beforeAll, expect, test } from "vitest";
import { statusMessage } from "../support/a-flow.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

test("what a reporter says of thirty reports that nobody knows is one case in the table, of which on-call is told once", async () => {
  for (let number = 0; number < 30; number++)
    await house.put("report-standard", statusMessage("gone", house.clock.now(), { reportId: `lost-${number}`, note: "secret-words" }));
  await house.run();
  await house.sweep();
  house.pass(30);
  await house.sweep();
  const { items } = await house.stand.store.inReview(100);
  expect(items.map((state) => state.kind === "unread" && state.strays?.messages)).toEqual([30]);
  const history = await house.stand.store.history(items[0]?.id ?? "");
  const words = history.flatMap(({ events }) => events.flatMap((event) => (event.type === "strayed" ? [event.message.reportId] : [])));
  expect([words.length, new Set(words).size]).toEqual([30, 30]);
  expect(house.told.map((text) => text.includes("Which reports does this reporter speak of?"))).toEqual([true]);
  expect(JSON.stringify([house.told, house.said])).not.toMatch(/lost-|secret/);

  const page = await house.page(`/cases/${items[0]?.id}`);
  expect(page.text).toContain("30 messages of hotline");
  const answer = await house.page(`/cases/${items[0]?.id}/reviews/${items[0]?.reviews[0]?.id}`, { decision: "close", outcome: "dismissed", why: "Told them." });
  expect([answer.status, (await house.stand.store.inReview(100)).items]).toEqual([303, []]);
});
