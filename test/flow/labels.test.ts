import { expect, test } from "vitest";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

test("labels stay in the case: no mail, message to a reporter or to on-call and no log line has one", async () => {
  const flow = aFlow();
  await flow.report(nativeMessage({ labels: ["Acme Corp", "spring-sale"] }));
  await flow.report(nativeMessage({ reportId: "r-2", labels: ["spring-sale", "third one"] }));
  await flow.pass({ hours: 400 });
  const { id, labels } = await flow.theCase();
  expect(labels).toEqual(["acme corp", "spring-sale", "third one"]);
  expect(flow.mails.length).toBeGreaterThan(0);
  const went = JSON.stringify([
    flow.mails.map(({ mime }) => mime),
    flow.news,
    flow.said,
    newsIn(id, await flow.store.history(id)),
  ]);
  expect(went).not.toMatch(/acme|spring-sale|third one/i);
});
