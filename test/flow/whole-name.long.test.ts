import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, msOf } from "../../functions/kernel/instant.ts";
import { categories, laneOf } from "../../functions/report/category.ts";
import { playReport } from "../../infra/command/scenarios/play-report.ts";
import { evidenceOf } from "../../infra/command/scenarios/read-scenario.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { entity, playedSources, rdapNetwork } from "../support/sources.ts";

/*
 * > Never the registrar of a whole platform: 0 registrars notified by a machine for a name that is old, listed or
 * > undated. A name registered within a year, with the reporter's tick, has its registrar notified at first.
 */

const dayMs = 24 * 3_600_000;
const dayBefore = (days: number): string => instant(msOf(morning) - days * dayMs).slice(0, 10);

/** What an answer says of the date: days before the report, or something that is no date. */
const young = fc.integer({ min: 1, max: 360 }).map(dayBefore);
const old = fc.integer({ min: 367, max: 12_000 }).map(dayBefore);
const noDate = fc.constantFrom(undefined, "unknown", dayBefore(-400), "1970-01-01", "31-02-2026");

const desk = "abuse@registrar.example";
const rdapOf = (domain: string, date: string | undefined, named: boolean) => ({
  objectClassName: "domain",
  ldhName: domain,
  events: date === undefined ? [] : [{ eventAction: "registration", eventDate: `${date}T08:00:00Z` }],
  entities: [entity(["registrar"], undefined, { entities: named ? [entity(["abuse"], desk)] : [] })],
});
const whoisOf = (domain: string, date: string | undefined) =>
  `Domain Name: ${domain}\nRegistrar: Reg\nRegistrar Abuse Contact Email: ${desk}\n` +
  (date === undefined ? "" : `Creation Date: ${date}\n`);

type Dates = {
  readonly rdap?: string | undefined;
  readonly whois?: string | undefined;
  readonly asks: "rdap" | "whois";
};
const saidBy = (date: fc.Arbitrary<string | undefined>): fc.Arbitrary<Dates> =>
  fc.oneof(
    date.map((rdap) => ({ rdap, asks: "rdap" as const })),
    date.map((whois) => ({ whois, asks: "whois" as const })),
    date.map((both) => ({ rdap: both, whois: both, asks: "whois" as const })),
  );
/** Where two answers contradict each other, the older date is the one that counts. */
const contradicting: fc.Arbitrary<Dates> = fc
  .tuple(young, old, fc.boolean())
  .map(([one, other, turned]) => ({ asks: "whois", rdap: turned ? other : one, whois: turned ? one : other }));

const madeUp = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9]{5,11}$/),
    fc.constantFrom("com", "net", "org", "shop", "xyz", "co.uk", "example"),
  )
  // Nobody lends such a name out, and no list has it.
  .map(([label, top]) => `zz${label}.${top}`);

const told = async (
  domain: string,
  dates: Dates,
  report: { readonly below: string; readonly tick: boolean; readonly category: (typeof categories)[number] },
) => {
  const host = `${report.below}${domain}`;
  const whoisServer = "whois";
  const sources = playedSources({
    addresses: { [host]: ["192.0.2.10"] },
    rdap: {
      "ip/192.0.2.10": rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@harbour.example")]),
      [`domain/${domain}`]: rdapOf(domain, dates.rdap, dates.asks === "rdap"),
    },
  });
  const { mails } = await playReport({
    message: JSON.stringify({
      version: 1,
      reporter: "hotline",
      reportId: "r-1",
      category: report.category,
      target: { url: `https://${host}/login` },
      seenAt: "2026-11-24T09:00:00Z",
      domainIsMalicious: report.tick,
      evidence: evidenceOf(report.category),
    }),
    lane: laneOf(report.category, false),
    settings: aSettings(),
    sources: {
      ...sources,
      whois: async (question) =>
        dates.asks === "whois" && question.query.endsWith(domain)
          ? { kind: "answer", server: whoisServer, value: whoisOf(domain, dates.whois) }
          : sources.whois(question),
    },
    began: morning,
    hours: 30 * 24,
  });
  return mails;
};

const reports = fc.record({
  below: fc.constantFrom("", "www.", "shop."),
  tick: fc.boolean(),
  category: fc.constantFrom(...categories),
});
const seed = 20261201;

test("no machine notifies the registrar of a name that is old, or that no answer dates", async () => {
  const asUnwanted = fc.oneof(saidBy(old), saidBy(noDate), contradicting);
  await fc.assert(
    fc.asyncProperty(madeUp, asUnwanted, reports, async (domain, dates, report) => {
      const mails = await told(domain, dates, report);
      expect(mails.length).toBeGreaterThan(0);
      expect(mails.map(({ recipient }) => recipient)).not.toContain(desk);
    }),
    { seed, numRuns: 24 },
  );
}, 60_000);

test("nor that of a name that strangers share or that everybody knows, however young an answer has it", async () => {
  const listed = fc.constantFrom("bit.ly", "linktr.ee", "duckdns.org", "paypal.com", "wikipedia.org");
  await fc.assert(
    fc.asyncProperty(listed, saidBy(young), reports, async (domain, dates, report) => {
      const mails = await told(domain, dates, report);
      expect(mails.map(({ recipient }) => recipient)).not.toContain(desk);
    }),
    { seed, numRuns: 8 },
  );
}, 60_000);

test("a young name's registrar is notified with the host where the domain is said to be malicious", async () => {
  const dnsAbuse = fc.constantFrom("phishing", "malware", "botnet", "fraud" as const);
  await fc.assert(
    fc.asyncProperty(madeUp, saidBy(young), reports, dnsAbuse, async (domain, dates, report, category) => {
      const mails = await told(domain, dates, { ...report, tick: true, category });
      const first = mails.filter(({ at }) => at === mails[0]?.at).map(({ recipient }) => recipient);
      expect(first.toSorted()).toEqual(["abuse@harbour.example", desk]);
    }),
    { seed, numRuns: 6 },
  );
}, 60_000);
