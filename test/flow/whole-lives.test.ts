import { expect, test } from "vitest";
import type { Settings } from "../../functions/kernel/settings.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * Cases from the report to the end: every mail with its moment, and how it ended. The clock begins
 * on Tuesday, 24 November 2026, at ten in the morning (UTC), and goes by half hours.
 */

const network = aCandidate();
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const cert = aCandidate({ email: "reports@cert-nl.example", scope: "cert", source: "directory" });
const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });

const day = 24;

const aLife = (spoilt: Partial<Settings> = {}) => {
  const flow = aFlow(spoilt);
  return {
    ...flow,
    /** Every mail that went out, `Tue 24 10:00 first to …`, and how the case stands. */
    story: async () => {
      const { notices, closed, reviews } = await flow.theCase();
      const sent = notices
        .flatMap(({ sentAt, step, to }) => (sentAt ? [{ sentAt, says: `${step} to ${to.email}` }] : []))
        .sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
      expect(flow.mails).toHaveLength(sent.length);
      return {
        mails: sent.map(
          ({ sentAt, says }) =>
            `${weekdays[new Date(sentAt).getUTCDay()]} ${sentAt.slice(8, 10)} ${sentAt.slice(11, 16)} ${says}`,
        ),
        ends: closed?.outcome ?? reviews.map(({ question }) => question),
      };
    },
  };
};
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

test("phishing by the policy's own hours: an level a day, as it is reminded, and a person after four", async () => {
  const life = aLife({ clocks: {} });
  life.contacts(() => ({ candidates: [network, upstream, registrar, cert] }));
  await life.report(nativeMessage({ target: { url: "https://bad.example/login" } }));
  await life.pass({ hours: 4 * day - 1 });
  const mails = [
    "Tue 24 10:00 first to abuse@network.example",
    "Wed 25 10:00 reminder to abuse@network.example",
    "Wed 25 10:30 escalation to abuse@upstream.example",
    "Thu 26 10:30 reminder to abuse@upstream.example",
    "Thu 26 11:00 escalation to abuse@registrar.example",
    "Fri 27 11:00 reminder to abuse@registrar.example",
    "Fri 27 11:30 escalation to reports@cert-nl.example",
  ];
  expect(await life.story()).toEqual({ mails, ends: [] });
  await life.pass({ hours: 4 });
  expect(await life.story()).toEqual({
    mails: [...mails, "Sat 28 11:30 reminder to reports@cert-nl.example"],
    ends: ["unanswered"],
  });
});

test("not ours: no reminder; nobody is above; a person has the one that is named told, who removes it", async () => {
  const life = aLife();
  await life.report(nativeMessage());
  await life.pass({ hours: 2 });
  await life.deskReplies("not-ours", true);
  await life.pass({ hours: 1 });
  expect((await life.story()).ends).toEqual(["unanswered"]);
  await life.decides({ verdict: { decision: "send-to", email: "abuse@tenant.example" } });
  await life.deskReplies("removed", true);
  await life.pass({ hours: 3 * day });
  expect(await life.story()).toEqual({
    mails: ["Tue 24 10:00 first to abuse@network.example", "Tue 24 13:01 first to abuse@tenant.example"],
    ends: "removed",
  });
});

test("refused, since others have to act: no reminder; the next level is told at once, and removes it", async () => {
  const life = aLife();
  life.contacts(() => ({ candidates: [network, upstream] }));
  await life.report(nativeMessage());
  await life.pass({ hours: 5 });
  await life.deskReplies("refused", true, { text: "Please contact the hosting provider." });
  await life.pass({ hours: day });
  await life.deskReplies("removed", true);
  await life.pass({ hours: 3 * day });
  expect(await life.story()).toEqual({
    mails: [
      "Tue 24 10:00 first to abuse@network.example",
      "Tue 24 15:00 escalation to abuse@upstream.example",
      "Wed 25 15:00 reminder to abuse@upstream.example",
    ],
    ends: "removed",
  });
});

const outOfDns = {
  addresses: [],
  failures: [{ source: "dns", server: "dns", outcome: "none", detail: "The name has no address." }],
} as const;

test("out of DNS and back elsewhere: its new host is told, the old one hears that nothing more is asked", async () => {
  const life = aLife();
  await life.report(nativeMessage());
  life.contacts(() => ({ ...outOfDns, candidates: [] }));
  await life.pass({ hours: 2 * day });
  life.contacts(() => ({ candidates: [elsewhere], addresses: ["198.51.100.7"] }));
  await life.decides({ verdict: { decision: "look-again" } });
  await life.pass({ hours: 1 });
  expect(await life.story()).toEqual({
    mails: [
      "Tue 24 10:00 first to abuse@network.example",
      "Thu 26 10:01 first to abuse@elsewhere.example",
      "Thu 26 11:01 moved to abuse@network.example",
    ],
    ends: [],
  });
});

test("out of DNS and back where it was, again and again: its desk is asked on, and told nothing twice", async () => {
  const life = aLife();
  await life.report(nativeMessage());
  await life.pass({ hours: 1 });
  for (let times = 0; times < 3; times++) {
    life.contacts(() => ({ ...outOfDns, candidates: [] }));
    await life.pass({ hours: day + 2 });
    life.contacts(() => ({}));
    await life.pass({ hours: 6 });
  }
  const { mails } = await life.story();
  expect(mails.filter((mail) => mail.includes("first to abuse@network.example"))).toHaveLength(1);
});

test("on client hold from the start: told once, then asked about, not reminded; who is named still is", async () => {
  const life = aLife();
  life.contacts(() => ({ candidates: [network, upstream], outOfDns: "client hold" }));
  await life.report(nativeMessage());
  await life.pass({ hours: 3 * day });
  expect(await life.story()).toEqual({ mails: ["Tue 24 10:00 first to abuse@network.example"], ends: ["name-gone"] });
  await life.decides({ verdict: { decision: "send-to", email: "desk@named.example" } });
  await life.pass({ hours: day + 1 });
  expect(await life.story()).toEqual({
    mails: [
      "Tue 24 10:00 first to abuse@network.example",
      "Fri 27 10:01 first to desk@named.example",
      "Sat 28 10:01 reminder to desk@named.example",
    ],
    ends: [],
  });
});

test("without an address from the start, with a registrar to tell: told and reminded, as nothing changed", async () => {
  const life = aLife();
  life.contacts(() => ({ ...outOfDns, candidates: [registrar] }));
  await life.report(nativeMessage({ target: { url: "https://bad.example/login" } }));
  await life.pass({ hours: day + 1 });
  expect(await life.story()).toEqual({
    mails: ["Tue 24 10:00 first to abuse@registrar.example", "Wed 25 10:00 reminder to abuse@registrar.example"],
    ends: [],
  });
});

test("live stream at night on a holiday: goes out, is reminded, and on-call knows within the minute", async () => {
  const life = aLife();
  life.contacts(() => ({ candidates: [network, upstream] }));
  // Christmas Day, at eleven in the evening in Amsterdam.
  await life.pass({ hours: 31 * day + 12 });
  const brand = { explanation: "Copies.", imitates: "Example", legitimateSite: "https://brand.example/" };
  await life.report(
    nativeMessage({ category: "brand", evidence: brand, channel: "live-stream", live: true, seenAt: life.now() }),
  );
  expect((await life.story()).mails).toEqual(["Fri 25 22:00 first to abuse@network.example"]);
  await life.pass({ minutes: 1 });
  expect(life.news.at(-1)?.cases.map(({ question, lane }) => `${lane} ${question}`)).toEqual(["urgent live"]);
  await life.pass({ hours: 4 * day });
  await life.says("gone");
  expect(await life.story()).toEqual({
    mails: ["Fri 25 22:00 first to abuse@network.example", "Mon 28 22:01 reminder to abuse@network.example"],
    ends: "gone",
  });
});
