import { describe, expect, test } from "vitest";
import type { Candidate } from "../../functions/case/candidate.ts";
import { reportKeyOf } from "../../functions/case/case-id.ts";
import type { ApiProvider } from "../../functions/kernel/channels.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import { numberOf } from "../../infra/local/servers/channels/played.ts";
import { aCandidate, aSettings, byApi, formOfApi } from "../support/a-case.ts";
import { aFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

const on = { channels: { cloudflare: {}, godaddy: {}, aws: {} } };
const checks: Partial<Settings> = {
  reporters: aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, checks: true } : one)),
};
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });

/** A page at a provider that is told by its API, and the network above it. */
const aToldFlow = async (
  provider: ApiProvider = "godaddy",
  {
    settings = {},
    report = {},
    to = {},
    spoil,
    refuse,
  }: {
    readonly settings?: Partial<Settings>;
    readonly report?: Record<string, unknown>;
    readonly to?: Partial<Pick<Candidate, "scope">>;
    readonly spoil?: HttpAnswer;
    readonly refuse?: HttpAnswer;
  } = {},
) => {
  const flow = aFlow({ ...on, ...settings });
  const api = aPlayedApi(provider, flow.now);
  if (spoil) api.spoil(spoil);
  if (refuse) api.refuse(refuse);
  flow.apiSays(api.ask);
  flow.contacts(() => ({ candidates: [byApi(provider, to), carrier], forms: [{ ...formOfApi(provider), ...to }] }));
  await flow.report(nativeMessage(report));
  return { flow, api };
};
type ChannelFlow = Awaited<ReturnType<typeof aToldFlow>>["flow"];

const asked = async (flow: ChannelFlow) =>
  (await flow.theCase()).reviews.map(({ question, reason }) => [question, reason]);
const notice = async (flow: ChannelFlow) => (await flow.theCase()).notices[0] ?? expect.fail("the case has a notice");

describe("a provider whose API is on", () => {
  test("is told by it, by no mail, and with nobody asked", async () => {
    const { flow, api } = await aToldFlow();
    expect([api.submitted.length, flow.mails.length, await asked(flow)]).toEqual([1, 0, []]);
    expect(await notice(flow)).toMatchObject({ state: "sent", ticket: numberOf("godaddy", 1) });
  });

  test.each([
    ["off", {}],
    ["paused", { godaddy: { paused: true } }],
  ])("is told by its form, and by no machine, where the API is %s", async (_, channels) => {
    const { flow, api } = await aToldFlow("godaddy", { settings: { channels } });
    expect([api.asks(), flow.mails.length]).toEqual([0, 0]);
    expect((await asked(flow)).map(([question]) => question)).toEqual(["form-only"]);
  });

  test("is told by its form of what the API does not take", async () => {
    const { flow, api } = await aToldFlow("godaddy", { report: { category: "fraud" } });
    expect([api.asks(), flow.mails.length]).toEqual([0, 0]);
    expect((await asked(flow)).map(([question]) => question)).toEqual(["form-only"]);
  });

  test("that says it acted, and whose reporter's checker says so too, needs no person", async () => {
    const { flow, api } = await aToldFlow("godaddy", { settings: checks });
    api.decide("ACTIONED");
    await flow.pass({ hours: 1 });
    expect((await flow.theCase()).checks?.open).toMatchObject({ closes: true });
    await flow.says("gone");
    await flow.pass({ minutes: 3 });
    const { closed, reviews } = await flow.theCase();
    expect([closed?.outcome, reviews, flow.news, flow.mails]).toEqual(["removed", [], [], []]);
  });

  test("closes nothing by what its list says of a report from before the case was opened again", async () => {
    const { flow, api } = await aToldFlow("godaddy", { settings: checks });
    await flow.says("gone");
    await flow.pass({ minutes: 3 });
    expect(await flow.outcome()).toBe("gone");
    api.decide("ACTIONED");
    await flow.pass({ hours: 30 });
    await flow.says("still-up");
    await flow.pass({ hours: 8 });
    expect((await flow.theCase()).closed).toBeUndefined();
    expect(await asked(flow)).toContainEqual(["reply", "GoDaddy says that it acted on what was reported. (ACTIONED)"]);
  });

  test("is asked after an hour, after six, and then each day, and no more once the case is closed", async () => {
    const { flow, api } = await aToldFlow();
    const asks: number[] = [];
    for (const hours of [0.5, 0.5, 4, 1, 12, 12]) {
      await flow.pass({ hours });
      asks.push(api.asks() - 1);
    }
    expect(asks).toEqual([0, 1, 1, 2, 2, 3]);
    await flow.says("gone");
    const before = api.asks();
    await flow.pass({ hours: 30 });
    expect(api.asks()).toBe(before);
  });

  test("that is silent is left for the next escalation level, as a desk that is silent by mail", async () => {
    const { flow, api } = await aToldFlow();
    await flow.pass({ hours: 49 });
    expect([flow.told(), api.puts()]).toEqual([[carrier.email], 1]);
  });
});

describe("an answer in the words of a list", () => {
  test.each([
    ["godaddy", "FORWARDED_COMPLAINT"],
    ["cloudflare", "duplicate_report"],
  ] as const)("of %s that it has the report is a receipt: %s", async (provider, word) => {
    const { flow, api } = await aToldFlow(provider);
    if (provider === "cloudflare") await flow.pass({ hours: 1 });
    api.decide(word);
    await flow.pass({ hours: 6 });
    expect((await notice(flow)).acknowledgedAt).toBeDefined();
    expect(await asked(flow)).toEqual([]);
  });

  test("that it is not theirs looks the host up again and tells the next", async () => {
    const { flow, api } = await aToldFlow();
    api.decide("NOT_REGISTERED_HOSTED_HERE");
    await flow.pass({ hours: 1.5 });
    expect([(await notice(flow)).taken?.way, flow.told()]).toEqual(["right-party", [carrier.email]]);
  });

  test.each(["RECLASSIFIED", "SOMETHING_NEW"])(
    "that says our report is wrong, or that nobody knows, is a person's: %s",
    async (word) => {
      const { flow, api } = await aToldFlow();
      api.decide(word);
      await flow.pass({ hours: 1 });
      const [question] = await asked(flow);
      expect(question).toEqual(["reply", expect.stringMatching(new RegExp(`GoDaddy.*${word}`))]);
      expect((await flow.theCase()).closed).toBeUndefined();
    },
  );

  test("that a proxy acted ends nothing: whoever it told counts as told, and hears of nobody else", async () => {
    const { flow, api } = await aToldFlow("cloudflare", { to: { scope: "network" } });
    await flow.pass({ hours: 1 });
    api.decide("accepted");
    await flow.pass({ hours: 6 });
    expect([(await flow.theCase()).closed, (await notice(flow)).acknowledgedAt !== undefined]).toEqual([
      undefined,
      true,
    ]);
    expect([flow.told(), await asked(flow)]).toEqual([[], []]);
    expect(api.submitted[0]?.body).toMatchObject({ host_notification: "send-anon", owner_notification: "send-anon" });
  });

  test("of child abuse the owner is told nothing", async () => {
    const { api } = await aToldFlow("cloudflare", { report: classifiedAbuse });
    expect(api.submitted[0]?.body).toMatchObject({ act: "abuse_children", owner_notification: "none" });
  });
});

const answered = (status: number, json: unknown): HttpAnswer => ({ kind: "answered", status, json });
const nothingSure: readonly (readonly [string, HttpAnswer])[] = [
  ["a page of HTML", { kind: "unreadable", status: 200, detail: "which is not JSON." }],
  ["an error of its own", answered(500, { code: "INTERNAL" })],
  ["nothing in time", { kind: "silent", detail: "No answer in time." }],
  ["a redirect", { kind: "unreadable", status: 307, detail: "which leads elsewhere." }],
  ["ten megabytes", { kind: "unreadable", status: 200, detail: "which is too long to be read." }],
  ["an answer without a number", answered(200, {})],
];

describe("an API that answers a report with", () => {
  test.each(nothingSure)("%s is not asked again: its own list settles it", async (_, spoil) => {
    const { flow, api } = await aToldFlow("godaddy", { spoil });
    expect((await notice(flow)).state).toBe("on-wire");
    await flow.pass({ minutes: 6 });
    expect(await notice(flow)).toMatchObject({ state: "sent", ticket: numberOf("godaddy", 1) });
    expect([api.puts(), await asked(flow)]).toEqual([1, []]);
  });

  test.each([
    ["that we are not let in", answered(401, { code: "UNABLE_TO_AUTHENTICATE" }), "HTTP 401"],
    ["that it does not take it", answered(422, { code: "INVALID_BODY" }), "INVALID_BODY"],
  ] as const)("%s leaves it to its form, and a person, at once", async (_, refuse, says) => {
    const { flow, api } = await aToldFlow("godaddy", { refuse });
    expect([api.puts(), flow.told()]).toEqual([1, []]);
    expect(await asked(flow)).toEqual([["form-only", expect.stringMatching(new RegExp(`GoDaddy.*${says}`))]]);
    await flow.decides({ verdict: { decision: "continue" } });
    await flow.pass({ hours: 2 });
    expect(api.puts()).toBe(1);
  });

  test("that it is too busy is tried again, and left to its form in the end", async () => {
    const { flow, api } = await aToldFlow("godaddy", { refuse: answered(429, { code: "TOO_MANY_REQUESTS" }) });
    expect([api.puts(), await asked(flow)]).toEqual([1, []]);
    await flow.pass({ hours: 8 });
    expect(api.puts()).toBe(6);
    expect(await asked(flow)).toEqual([["form-only", expect.stringContaining("GoDaddy answered HTTP 429")]]);
  });
});

describe("a report whose answer was lost, of a page that another case had put to the provider", () => {
  const silent: HttpAnswer = { kind: "silent", detail: "No answer in time." };
  /** `isPut`: the provider has the second report as well. */
  const second = async (minutesLater: number, isPut: boolean) => {
    const { flow, api } = await aToldFlow();
    await flow.says("gone");
    await flow.pass({ minutes: minutesLater });
    if (isPut) api.spoil(silent);
    else flow.apiSays(async (of, request) => (request.method === "POST" ? silent : api.ask(of, request)));
    await flow.report(nativeMessage({ reportId: "r-2", seenAt: flow.now() }));
    await flow.pass({ minutes: 16 });
    const caseId = await flow.store.caseOfReport(reportKeyOf("hotline", "r-2"));
    const state = caseId === undefined ? undefined : await flow.store.read(caseId);
    if (state?.kind !== "case") throw new Error("the second report has a case");
    return [state.notices.map((one) => [one.state, one.ticket]), state.reviews.map(({ question }) => question)];
  };

  test("minutes before is not taken for put by the other's number: a person is asked", async () => {
    expect(await second(3, false)).toEqual([[["unknown", undefined]], ["unknown-send"]]);
  });

  test("an hour before is found in the list by its own", async () => {
    expect(await second(60, true)).toEqual([[["sent", numberOf("godaddy", 2)]], []]);
  });
});

describe("an API that is asked what became of a report and answers with", () => {
  test.each([...nothingSure.slice(0, 5), ["that we are not let in", answered(401, {})] as const])(
    "%s closes nothing, and is asked again in its time",
    async (_, refuse) => {
      const { flow, api } = await aToldFlow();
      api.refuse(refuse);
      await flow.pass({ hours: 6 });
      expect([api.asks(), (await flow.theCase()).closed, await asked(flow)]).toEqual([3, undefined, []]);
    },
  );

  test("another report than was asked for is a person's", async () => {
    const { flow, api } = await aToldFlow();
    const ticket = { ticketId: "another", closed: true, closeReason: "ACTIONED", source: "", type: "", createdAt: "" };
    api.refuse(answered(200, ticket));
    await flow.pass({ hours: 1 });
    expect(await asked(flow)).toEqual([["reply", "GoDaddy answered about another report than was asked for."]]);
    expect((await flow.theCase()).closed).toBeUndefined();
  });
});

describe("what stops a mail stops a report to an API", () => {
  test("a dry run: the case goes on as if it were told, and nothing leaves", async () => {
    const { flow, api } = await aToldFlow("godaddy", { settings: { dryRunMailbox: "dry@dispatch.example" } });
    await flow.pass({ hours: 7 });
    expect([api.asks(), (await notice(flow)).state]).toEqual([0, "sent"]);
  });

  test("a lane that a person stopped", async () => {
    const flow = aFlow(on);
    const api = aPlayedApi("godaddy", flow.now);
    flow.apiSays(api.ask);
    flow.pause("standard");
    flow.contacts(() => ({ candidates: [byApi("godaddy"), carrier], forms: [formOfApi("godaddy")] }));
    await flow.report(nativeMessage());
    expect(api.asks()).toBe(0);
    flow.pause();
    await flow.pass({ hours: 1 });
    expect(api.puts()).toBe(1);
  });

  test("a lane that a person stops between its claim and the API, until they resume", async () => {
    const flow = aFlow(on);
    const api = aPlayedApi("godaddy", flow.now);
    flow.apiSays(api.ask);
    flow.contacts(() => ({ candidates: [byApi("godaddy"), carrier], forms: [formOfApi("godaddy")] }));
    const { commit } = flow.store;
    const stops: typeof commit = async (change) => {
      if (change.events.some(({ type }) => type === "send-claimed")) flow.pause("standard");
      return commit(change);
    };
    Object.assign(flow.telling, { store: { ...flow.store, commit: stops } });
    await flow.report(nativeMessage());
    expect([api.asks(), (await notice(flow)).state]).toEqual([0, "queued"]);
    Object.assign(flow.telling, { store: flow.store });
    flow.pause();
    await flow.pass({ hours: 1 });
    expect([api.puts(), await flow.questions()]).toEqual([1, []]);
  });

  test("a report that is taken back: no API takes such a word, and no mail goes in its place", async () => {
    const { flow, api } = await aToldFlow();
    await flow.says("withdrawn");
    expect([await flow.outcome(), flow.mails.length, api.puts()]).toEqual(["withdrawn", 0, 1]);
  });
});

test("GoDaddy is told of five addresses of a domain, and the next is its form's", async () => {
  const flow = aFlow(on);
  const api = aPlayedApi("godaddy", flow.now);
  flow.apiSays(api.ask);
  flow.contacts(() => ({ candidates: [byApi("godaddy"), carrier], forms: [formOfApi("godaddy")] }));
  for (let page = 1; page <= 6; page++)
    await flow.report(nativeMessage({ reportId: `r-${page}`, target: { url: `https://shop.bad.example/${page}` } }));
  expect(api.puts()).toBe(5);
});

test("GoDaddy's API is left alone for the month once it called four in ten of our reports mistaken", async () => {
  const { flow, api } = await aToldFlow();
  for (let past = 0; past < 20; past++)
    await flow.counts.noteAnswer("godaddy", past < 9 ? "mistaken" : "fair", flow.now());
  await flow.report(nativeMessage({ reportId: "r-2", target: { url: "https://other.bad.example/" } }));
  expect(api.puts()).toBe(1);
  expect(flow.said.filter(({ code }) => code === "channel.shut")).toMatchObject([
    { fields: { source: "godaddy", code: "mistaken" } },
  ]);
});
