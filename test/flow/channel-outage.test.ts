import { expect, test } from "vitest";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import { byApi, formOfApi, morning } from "../support/a-case.ts";
import { aFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

const error: HttpAnswer = { kind: "answered", status: 500, json: { code: "INTERNAL" } };
const nobodyThere: HttpAnswer = { kind: "unreached", detail: "No connection (ECONNREFUSED)." };
const csam = classifiedAbuse;

/** Pages at a provider whose API fails: by then three reports were put to it. */
const anOutage = async (refuse: HttpAnswer = error) => {
  const flow = aFlow({ channels: { godaddy: {} } });
  const api = aPlayedApi("godaddy", flow.now);
  flow.apiSays(api.ask);
  api.refuse(refuse);
  const to = byApi("godaddy");
  flow.contacts(() => ({ candidates: [to], forms: [formOfApi("godaddy")] }));
  let pages = 0;
  const report = async (more: Record<string, unknown> = {}) => {
    const number = ++pages;
    const target = { url: `https://shop-${number}.bad.example/` };
    await flow.report(nativeMessage({ reportId: `r-${number}`, target, ...more }));
    return async () => {
      const { items } = await flow.store.openedOn(morning.slice(0, 10), 100);
      return items.find(({ target }) => target.host === `shop-${number}.bad.example`) ?? expect.fail("it has a case");
    };
  };
  for (let page = 0; page < 3; page++) await report();
  return { flow, api, report };
};
type A = Awaited<ReturnType<Awaited<ReturnType<typeof anOutage>>["report"]>>;
const asked = async (one: A) => (await one()).reviews.map(({ question, reason }) => [question, reason]);
const state = async (one: A) => (await one()).notices[0]?.state;

test("an API that failed three times in a row is left alone, and a person is asked once, and why", async () => {
  const { flow, api, report } = await anOutage();
  const first = await report();
  const second = await report();
  expect(await asked(first)).toEqual([
    ["form-only", expect.stringMatching(/ GoDaddy's API failed 3 times in a row\. Its last answer: HTTP 500/)],
  ]);
  expect([await asked(second), await state(second), api.puts()]).toEqual([[], "queued", 3]);
  expect(flow.said.filter(({ code }) => code === "channel.shut")).toMatchObject([
    { fields: { source: "godaddy", code: "outage" } },
  ]);
});

test("what waited is told, once, when it works again", async () => {
  const { flow, api, report } = await anOutage();
  await report();
  const waits = [await report(), await report()];
  api.refuse();
  await flow.pass({ hours: 2 });
  for (const one of waits) expect([await state(one), await asked(one)]).toEqual(["sent", []]);
  expect(api.submitted).toHaveLength(2);
});

test("what is urgent is left to the form at once, and the rest after six hours", async () => {
  const { flow, report } = await anOutage();
  await report();
  const urgent = await report(csam);
  const waits = await report();
  expect((await asked(urgent)).map(([question]) => question)).toEqual(["form-only"]);
  await flow.pass({ hours: 9 });
  expect(await state(waits)).not.toBe("queued");
  expect((await asked(waits)).length).toBeGreaterThan(0);
});

test("an API that is not reached is left alone, too, and its three reports are told when it is", async () => {
  const { flow, api } = await anOutage(nobodyThere);
  api.refuse();
  await flow.pass({ hours: 2 });
  expect(api.submitted).toHaveLength(3);
});
