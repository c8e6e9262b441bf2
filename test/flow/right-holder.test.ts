import { expect, test } from "vitest";
import type { Candidate, ContactAnswer } from "../../functions/case/candidate.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * > 17 U.S.C. 512(c)(3)(A): … must be a written communication … that includes substantially the following.
 *
 * A report has neither the right holder's signature nor their statements, so no notice goes where that law is asked.
 */

const copy = nativeMessage({ category: "copyright", evidence: { explanation: "The whole film.", imitates: "A film" } });
const at = (country: string | undefined, spoilt: Partial<Candidate> = {}): Candidate => {
  const { country: _, ...desk } = aCandidate(spoilt);
  return { ...desk, ...(country && { country }) };
};
const answer = (country: string | undefined, candidates: readonly Candidate[], spoilt: Partial<ContactAnswer> = {}) =>
  ({ candidates, country, ...spoilt }) as Partial<ContactAnswer>;
const upstream = (country: string) => at(country, { email: "abuse@upstream.example", scope: "upstream" });

const reported = async (contact: Partial<ContactAnswer>, message = copy) => {
  const flow = aFlow();
  flow.contacts(() => contact);
  await flow.report(message);
  await flow.pass({ hours: 24 });
  return flow;
};
type Flow = ReturnType<typeof aFlow>;
const newsOf = async (flow: Flow) => {
  const { id } = await flow.theCase();
  return newsIn(id, await flow.store.history(id));
};
const needs = async (flow: Flow) =>
  (await newsOf(flow)).filter((news) => news.happened === "needs-you" && news.asks === "right-holder");
const lacks = ["signature", "contact", "good-faith", "accuracy-and-authority"];
const byMail = { url: "https://desk.example/form", scope: "network", name: "Example" } as const;

test.each([
  ["whose host is in the United States", answer("US", [at("US")])],
  ["whose host's country is not known", answer(undefined, [at(undefined)])],
  ["whose host's networks are in two countries", answer("DE", [at(undefined)], { countries: ["DE", "US"] })],
  ["whose platform's country is not known", answer("DE", [at(undefined, { scope: "platform" })])],
  ["whose host takes a form alone", answer("US", [], { forms: [byMail] })],
  ["about whose host nothing is known", answer(undefined, [])],
  ["whose upstream is in the United States, too", answer("US", [at("US"), upstream("US")])],
  ["whose desk may be the suspect's own", answer("US", [at("US", { email: "abuse@bad.example" })])],
])("%s is returned to its reporter: no notice, and nobody on call", async (_, contact) => {
  const flow = await reported(contact);
  const { notices, reviews, closed } = await flow.theCase();
  expect([notices, flow.mails, reviews, flow.news, closed?.outcome]).toEqual([[], [], [], [], "returned-to-reporter"]);
  expect(await needs(flow)).toMatchObject([
    { asks: "right-holder", lacks, advice: expect.stringContaining("Only the right holder or their agent") },
  ]);
});

test("is told what identifies neither work nor place, too", async () => {
  const message = nativeMessage({
    category: "copyright",
    target: { host: "bad.example" },
    evidence: { explanation: "Films." },
  });
  const [news] = await needs(await reported(answer("US", [at("US")]), message));
  expect(news).toMatchObject({
    lacks: ["signature", "work", "material", "contact", "good-faith", "accuracy-and-authority"],
  });
});

test("skips the next step in the United States", async () => {
  const flow = aFlow();
  flow.contacts(() => answer("DE", [at("DE"), upstream("US")]));
  await flow.report(copy);
  await flow.pass({ hours: 24 * 6 });
  expect(new Set(flow.told())).toEqual(new Set([aCandidate().email]));
  expect(await needs(flow)).toHaveLength(1);
});

test("whose host has moved to the United States before the notice goes out has none", async () => {
  const flow = aFlow();
  flow.contacts(() => answer("NL", [at("NL")]));
  flow.sesSays(() => ({ kind: "declined", code: "Throttling", final: false }));
  await flow.report(copy);
  flow.contacts(() => answer("US", [at("US")]));
  const before = flow.mails.length;
  await flow.pass({ hours: 48 });
  expect((await flow.theCase()).notices.map(({ state }) => state)).toEqual(["cancelled"]);
  expect(await flow.outcome()).toBe("returned-to-reporter");
  expect(before).toBeGreaterThan(0);
});

test("that was returned is looked up anew where its reporter says that it is still up", async () => {
  const flow = await reported(answer("US", [at("US")]));
  flow.contacts(() => answer("NL", [at("NL")]));
  await flow.pass({ hours: 48 });
  await flow.says("still-up");
  await flow.pass({ hours: 24 });
  expect([flow.told()[0], (await flow.theCase()).closed]).toEqual([aCandidate().email, undefined]);
});

test("that is returned again says so again", async () => {
  const flow = await reported(answer("US", [at("US")]));
  await flow.pass({ hours: 48 });
  await flow.says("still-up");
  await flow.pass({ hours: 1 });
  expect([await flow.outcome(), (await needs(flow)).length]).toEqual(["returned-to-reporter", 2]);
});
