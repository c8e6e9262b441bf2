import { expect, test } from "vitest";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

const network = aCandidate();
const second = aCandidate({ email: "noc@network.example", confidence: "medium" });
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });

const asksFor = (category: string, minutes: number) => aFlow({ approveNewContacts: { [category]: minutes } });
const again = nativeMessage({ reportId: "r-2", target: { url: "https://other.example/" } });

test("waits for a person, goes out on their word at once, and is known from then on", async () => {
  const flow = asksFor("phishing", 60);
  await flow.report(nativeMessage());
  expect(flow.told()).toEqual([]);
  const { reviews } = await flow.theCase();
  expect(reviews).toMatchObject([
    {
      question: "new-contact",
      blocking: false,
      reason:
        "abuse@network.example was not written to before; " +
        "the notice goes out at 2026-11-24T11:00Z if nobody answers.",
    },
  ]);
  await flow.pass({ minutes: 5 });
  expect(flow.news.flatMap(({ cases }) => cases.map(({ question }) => question))).toEqual(["new-contact"]);
  await flow.decides({ verdict: { decision: "clear" } });
  expect(flow.told()).toEqual([network.email]);
  expect((await flow.theCase()).reviews).toEqual([]);
  await flow.report(again);
  expect(flow.told()).toEqual([network.email, network.email]);
});

test("waits ten minutes more, not the hour that it had, when another report says that it happens now", async () => {
  const flow = asksFor("phishing", 60);
  await flow.report(nativeMessage());
  await flow.pass({ minutes: 5 });
  await flow.report(nativeMessage({ reportId: "r-2", live: true }));
  expect([
    flow.told(),
    (await flow.theCase()).reviews.findLast(({ question }) => question === "new-contact")?.reason,
  ]).toEqual([
    [],
    "abuse@network.example was not written to before; the notice goes out at 2026-11-24T10:15Z if nobody answers.",
  ]);
  await flow.pass({ minutes: 9 });
  expect(flow.told()).toEqual([]);
  await flow.pass({ minutes: 2 });
  expect([flow.told(), await flow.questions()]).toEqual([[network.email], ["live"]]);
});

test("that a person passes over gets nothing: the next of its kind is asked about, then the next level", async () => {
  const flow = asksFor("phishing", 60);
  flow.contacts(() => ({ candidates: [network, second, upstream] }));
  await flow.report(nativeMessage());
  await flow.decides({ verdict: { decision: "pass-over" } });
  expect((await flow.theCase()).reviews.map(({ reason }) => reason.split(" ")[0])).toEqual([second.email]);
  await flow.decides({ verdict: { decision: "pass-over" } });
  expect((await flow.theCase()).reviews.map(({ reason }) => reason.split(" ")[0])).toEqual([upstream.email]);
  await flow.decides({ verdict: { decision: "pass-over" } });
  expect(await flow.questions()).toEqual(["no-contact"]);
  await flow.pass({ hours: 48 });
  expect(flow.told()).toEqual([]);
});

test("is approved by nobody who stands for its reporter", async () => {
  const reporters = [
    {
      id: "hotline",
      organisation: "Example Hotline",
      contact: "desk@hotline.example",
      trustedFlagger: [],
      people: ["anna"],
      liveIn: [],
      reportsAMinute: 300,
    },
  ];
  const flow = await aReportedFlow({ settings: { approveNewContacts: { phishing: 60 }, reporters } });
  expect(await flow.decides({ verdict: { decision: "clear" }, by: "anna" })).toMatchObject({
    ok: false,
    error: { kind: "not-yours" },
  });
  expect(flow.told()).toEqual([]);
});
