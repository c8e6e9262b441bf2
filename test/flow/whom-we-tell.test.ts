import { describe, expect, test } from "vitest";
import { alikeKey } from "../../functions/case/asked-alike.ts";
import type { Candidate, ContactAnswer } from "../../functions/case/candidate.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";
import { beforeAPerson, opened } from "../support/laws.ts";

const host = aCandidate({ email: "abuse@harbour.example", scope: "network" });
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const lender = aCandidate({ email: "abuse@lender.example", scope: "registrar", source: "directory" });

const evidenceOf: Readonly<Record<string, object>> = {
  csam: { classification: "baseline", detectedBy: "manual-review" },
  csem: { explanation: "x", detectedBy: "manual-review" },
};

const of = (category: string) => ({ category, ...(evidenceOf[category] && { evidence: evidenceOf[category] }) });

/** A case after three weeks in which nobody answers: whom it told, and what a person was asked. */
const lived = async (
  answer: Partial<ContactAnswer>,
  report: Record<string, unknown> = {},
  settings: Parameters<typeof aFlow>[0] = {},
) => {
  const flow = await aReportedFlow({ settings, contacts: answer, report });
  const asked = (await flow.theCase()).reviews.map(({ question, blocking, reason }) => ({
    question,
    blocking,
    reason,
  }));
  await flow.pass({ hours: 21 * 24 });
  return {
    told: [...new Set(flow.told())],
    asked: asked.map(({ question, blocking }) => `${question}${blocking ? "!" : ""}`),
    reasons: asked.map(({ reason }) => reason),
  };
};

describe("a name that is the platform's or the hoster's own", () => {
  const ofPlatform = { candidates: [host, registrar], namedBy: "platform" } as const;

  test("has its registrar told at no step, whatever the reporter ticks", async () => {
    for (const domainIsMalicious of [false, true]) {
      expect((await lived(ofPlatform, { domainIsMalicious })).told).toEqual(["abuse@harbour.example"]);
      expect((await lived({ ...ofPlatform, namedBy: "host" }, { domainIsMalicious })).told).toEqual([
        "abuse@harbour.example",
      ]);
    }
  });

  test("keeps a notice to its registrar from going out that was put in line before that was known", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [host, registrar] }));
    flow.pause("standard");
    await flow.report(nativeMessage({ domainIsMalicious: true }));
    flow.contacts(() => ({ candidates: [host], namedBy: "platform" }));
    await flow.pass({ hours: 2 });
    flow.pause();
    await flow.pass({ hours: 21 * 24 });
    expect([...new Set(flow.told())]).toEqual(["abuse@harbour.example"]);
  });
});

describe("the registrar of an honest name", () => {
  const cert = aCandidate({ email: "team@cert.example", scope: "cert", country: "NL" });
  const all = { candidates: [host, registrar, cert] };

  test.each([
    [
      "one host below it is passed by, and the national team is told in its turn",
      { target: { url: "https://old.bad.example/x" } },
      false,
    ],
    ["the registered name itself has it told", { target: { url: "https://bad.example/x" } }, true],
    ["the same with www. has it told", { target: { url: "https://www.bad.example/x" } }, true],
    [
      "the reporter's word that it was registered for the abuse has it told",
      { target: { url: "https://old.bad.example/x" }, domainIsMalicious: true },
      true,
    ],
    [
      "one that the report names as the rightful site is passed by",
      {
        target: { url: "https://bad.example/x" },
        evidence: { explanation: "A copied page.", legitimateSite: "https://www.bad.example/" },
      },
      false,
    ],
  ])("%s", async (_, report, isTold) => {
    const { told } = await lived(all, report);
    expect(told).toEqual([
      "abuse@harbour.example",
      ...(isTold ? ["abuse@registrar.example"] : []),
      "team@cert.example",
    ]);
  });
});

describe("a host that two countries serve", () => {
  const national = (scope: "hotline" | "cert", country: string) =>
    aCandidate({ email: `${scope}@${country.toLowerCase()}.example`, scope, country });

  test.each([
    ["csam", "hotline"],
    ["phishing", "cert"],
  ] as const)("has the desk of each told (%s: %s)", async (category, scope) => {
    const candidates = [host, national(scope, "NL"), national(scope, "DE")];
    expect((await lived({ candidates, country: "NL", countries: ["NL", "DE"] }, of(category))).told).toEqual([
      "abuse@harbour.example",
      `${scope}@nl.example`,
      `${scope}@de.example`,
    ]);
  });
});

test("a live report has the form of who can take it down in its first question", async () => {
  const flow = aFlow();
  const form = { url: "https://files.example/abuse", scope: "platform", name: "Files" } as const;
  flow.contacts(() => ({ candidates: [host], forms: [form], namedBy: "platform", platform: "Files" }));
  await flow.report(nativeMessage({ ...of("csam"), live: true }));
  const [first] = (await flow.theCase()).reviews;
  expect([first?.question, first?.forms, flow.told()]).toEqual(["live", [form], ["abuse@harbour.example"]]);
});

test("a live report is before a person within two minutes where nobody looks its host up", async () => {
  const flow = aFlow();
  await flow.takeIn(nativeMessage({ ...of("csam"), live: true }));
  flow.hints.splice(0);
  await flow.pass({ minutes: 2 });
  expect(await flow.questions()).toContain("live");
});

describe("what is not to be reported by a machine", () => {
  test.each(["8.8.8.8", "1.1.1.1", "dns.google"])("asks a person whether %s was meant", async (name) => {
    const target = /^[\d.]+$/.test(name) ? { host: name } : { url: `https://${name}/x` };
    expect(await lived({ candidates: [host], everybodys: "a resolver" }, { target })).toMatchObject({
      told: [],
      asked: ["well-known-host!"],
    });
  });

  test("is a platform's bare name, and not what one customer keeps below it", async () => {
    const bucket = { target: { url: "https://s3.amazonaws.com/bad-bucket/x.html" } };
    expect(await lived({ candidates: [host], namedBy: "platform" }, bucket)).toMatchObject({
      told: ["abuse@harbour.example"],
      asked: [],
    });
    const page = { target: { url: "https://s3.eu-central-1.amazonaws.com/bad-bucket" } };
    expect(await lived({ candidates: [host], namedBy: "platform" }, page)).toMatchObject({
      told: ["abuse@harbour.example"],
      asked: [],
    });
    for (const target of [
      { url: "https://s3.amazonaws.com/" },
      { host: "s3.amazonaws.com" },
      { url: "https://co.uk/bad/page" },
    ])
      expect(await lived({ candidates: [host], namedBy: "platform" }, { target })).toMatchObject({
        told: [],
        asked: ["protected-target!"],
      });
  });
});

describe("where the police come first", () => {
  const hotline = aCandidate({ email: "desk@hotline-nl.example", scope: "hotline", country: "NL" });
  const transit = aCandidate({ email: "abuse@transit.example", scope: "upstream" });
  const countries = [{ country: "NL", lawEnforcementFirst: true }];

  test("the hotline hears at once, and nobody on the host's side for three weeks without their word", async () => {
    const answer = { candidates: [host, transit, lender, hotline], namedBy: "platform" } as const;
    expect(await lived(answer, of("csam"), { countries })).toMatchObject({
      told: ["desk@hotline-nl.example"],
      asked: ["clearance"],
    });
    expect((await lived({ candidates: [host, transit, hotline] }, {}, { countries })).told).toContain(
      "abuse@harbour.example",
    );
  });

  test("nothing but child abuse waits for them, nor where only the block's own record names the country", async () => {
    for (const category of ["ncii", "terrorism"])
      expect(await lived({ candidates: [host, hotline] }, of(category), { countries })).toMatchObject({
        told: expect.arrayContaining(["abuse@harbour.example"]),
        asked: expect.not.arrayContaining(["clearance"]),
      });
    const flow = await aReportedFlow({
      settings: { countries },
      contacts: { candidates: [host, hotline], unconfirmedCountries: ["NL"] },
      report: of("csam"),
    });
    expect(flow.told().toSorted()).toEqual(["abuse@harbour.example", "desk@hotline-nl.example"]);
    expect((await flow.theCase()).reviews).toMatchObject([{ question: "unconfirmed-country", blocking: false }]);
    const toPolice = { decision: "send-to", email: "desk@police.example" } as const;
    expect((await flow.decides({ verdict: toPolice })).ok).toBe(false);
    await flow.decides({ verdict: { decision: "continue" } });
    await flow.pass({ hours: 12 });
    expect((await flow.theCase()).reviews).toEqual([]);
  });

  test("the host hears once they cleared it, is reminded, and the network above it is told in its turn", async () => {
    const flow = await aReportedFlow({
      settings: { countries },
      contacts: { candidates: [host, transit, hotline] },
      report: of("csam"),
    });
    await flow.pass({ hours: 72 });
    expect([flow.told(), await flow.questions()]).toEqual([
      ["desk@hotline-nl.example", "desk@hotline-nl.example"],
      ["clearance"],
    ]);
    await flow.decides({ verdict: { decision: "clear" } });
    expect(flow.told().slice(2)).toEqual(["abuse@harbour.example"]);
    await flow.pass({ hours: 26 });
    expect([...new Set(flow.told().slice(3))].toSorted()).toEqual(["abuse@harbour.example", "abuse@transit.example"]);
  });

  test("the host's form is asked for after their word, and a registrar's never", async () => {
    const form = { url: "https://files.example/abuse", scope: "platform", name: "Files" } as const;
    const others = { url: "https://registrar.example/abuse", scope: "registrar" } as const;
    const flow = await aReportedFlow({
      settings: { countries },
      contacts: { candidates: [hotline], forms: [form, others] },
      report: of("csam"),
    });
    expect(await flow.questions()).toEqual(["clearance"]);
    await flow.decides({ verdict: { decision: "clear" } });
    expect((await flow.theCase()).reviews).toMatchObject([{ question: "form-only", forms: [form] }]);
    expect((await lived({ candidates: [], forms: [others] }, of("csam"))).asked).toEqual(["no-contact!"]);
  });
});

describe("child abuse that no person has classified", () => {
  const hotline = aCandidate({ email: "desk@hotline-nl.example", scope: "hotline", country: "NL" });
  const transit = aCandidate({ email: "abuse@transit.example", scope: "upstream" });
  const scanned = { category: "csam", evidence: { classification: "A1", detectedBy: "automated-scan" } };
  const opened = async (candidates: readonly Candidate[], report: object = scanned) => {
    const flow = await aReportedFlow({ contacts: { candidates }, report: { ...report } });
    return flow;
  };
  const asked = async (flow: ReturnType<typeof aFlow>) =>
    (await flow.theCase()).reviews.map(({ question, blocking }) => `${question}${blocking ? "!" : ""}`);

  test("goes to the hotline alone, however long nobody says what it is, and each hears once afterwards", async () => {
    const flow = await opened([host, transit, hotline]);
    await flow.pass({ hours: 72 });
    expect([[...new Set(flow.told())], await asked(flow)]).toEqual([[hotline.email], ["unclassified"]]);
    const before = flow.told().length;
    await flow.decides({ verdict: { decision: "clear" } });
    expect(flow.told().slice(before)).toEqual([host.email]);
    expect(
      (await flow.theCase()).notices.filter(({ step, to }) => step === "first" && to.email === hotline.email),
    ).toHaveLength(1);
  });

  test("goes to nobody where no hotline is known, until a person says so", async () => {
    const flow = await opened([host, transit]);
    await flow.pass({ hours: 72 });
    expect([flow.told(), await asked(flow)]).toEqual([[], ["unclassified!"]]);
    await flow.decides({ verdict: { decision: "clear" } });
    expect(flow.told()).toEqual([host.email]);
  });

  test("goes to the host once another report has a person's classification, which the notice then has", async () => {
    const flow = await opened([host, hotline]);
    await flow.report(
      nativeMessage({
        category: "csam",
        reporter: "cert",
        reportId: "r-2",
        evidence: { classification: "B1", detectedBy: "manual-review" },
      }),
    );
    expect([flow.told(), await asked(flow)]).toEqual([[hotline.email, host.email], []]);
    expect((await flow.theCase()).evidence).toMatchObject({ classification: "B1", detectedBy: "manual-review" });
  });
});

describe("child abuse on a name that was registered for it", () => {
  const transit = aCandidate({ email: "abuse@transit.example", scope: "upstream" });
  const young = { registeredAt: "2026-11-01T00:00:00.000Z" } as const;
  const malicious = { ...of("csam"), domainIsMalicious: true };
  const answer = { candidates: [host, registrar, transit], name: young } as const;
  const asked = async (flow: ReturnType<typeof aFlow>) =>
    (await flow.theCase()).reviews.map(({ question, blocking }) => `${question}${blocking ? "!" : ""}`);

  test("is never its registrar's by itself: a person is asked once the network above the host was silent", async () => {
    for (const name of [young, undefined]) {
      const { name: _, ...others } = answer;
      const flow = await aReportedFlow({ contacts: { ...others, ...(name && { name }) }, report: malicious });
      await flow.pass({ hours: 47 });
      expect([[...new Set(flow.told())], await asked(flow)]).toEqual([[host.email, transit.email], []]);
      await flow.pass({ hours: 3 });
      expect(await asked(flow)).toContain("registrar");
      expect((await flow.theCase()).reviews.find(({ question }) => question === "registrar")?.reason).toContain(
        "The Framework to Address Abuse has registrars, and then registries, act on child abuse",
      );
      await flow.pass({ hours: 21 * 24 });
      expect(flow.told()).not.toContain(registrar.email);
    }
  });

  test("is the registrar's where that person says so, once", async () => {
    const flow = await aReportedFlow({ contacts: answer, report: malicious });
    await flow.pass({ hours: 50 });
    const idOf = async (asked: string) =>
      (await flow.theCase()).reviews.find(({ question }) => question === asked)?.id ?? "none";
    await flow.decides({ reviewId: await idOf("registrar"), verdict: { decision: "clear" } });
    await flow.decides({ reviewId: await idOf("unanswered"), verdict: { decision: "wait" } });
    await flow.pass({ hours: 12 });
    expect(flow.told().filter((email) => email === registrar.email)).toHaveLength(1);
  });
});

describe("where hosts abroad are left to hotlines", () => {
  const hotline = aCandidate({ email: "desk@hotline-nl.example", scope: "hotline", country: "NL" });
  const transit = aCandidate({ email: "abuse@transit.example", scope: "upstream" });
  const form = { url: "https://harbour.example/abuse", scope: "network" } as const;
  const stage = (ownCountry: string) => ({ ownCountry, hostsAbroad: "left-to-hotlines" }) as const;

  test("child abuse there goes to the country's hotline alone, and to no desk or form of the host's side", async () => {
    const answer = { candidates: [host, transit, lender, hotline], forms: [form], namedBy: "platform" } as const;
    expect(await lived(answer, of("csam"), stage("DE"))).toMatchObject({ told: [hotline.email], asked: [] });
  });

  test("a person is asked where no hotline is known, however it was reported", async () => {
    for (const report of [of("csam"), { category: "csam", evidence: { detectedBy: "user-report" } }]) {
      const { told, asked, reasons } = await lived({ candidates: [host, transit], forms: [form] }, report, stage("DE"));
      expect([told, asked]).toEqual([[], ["no-contact!"]]);
      expect(reasons[0]).toContain("left to their country's hotline");
    }
  });

  test.each([
    ["in no country that is known", {}],
    ["in two countries", { countries: ["NL", "DE"] }],
  ])("a host %s is not known to be at home", async (_, more) => {
    const { country: __, ...known } = { country: "NL", candidates: [host], ...more };
    const answer = "countries" in more ? { ...known, country: "NL" } : { ...known, country: "" };
    expect((await lived(answer, of("csam"), stage("NL"))).told).toEqual([]);
  });

  test("hosts at home, and all that is no child abuse, are notified as ever", async () => {
    expect((await lived({ candidates: [host, hotline] }, of("csam"), stage("nl"))).told.toSorted()).toEqual([
      host.email,
      hotline.email,
    ]);
    expect((await lived({ candidates: [host] }, of("ncii"), stage("DE"))).told).toEqual([host.email]);
  });
});

test("a name for mail alone is not gone: its mail host and its registrar are told and reminded", async () => {
  const flow = aFlow();
  const answer = {
    addresses: [],
    mailAt: ["mx.harbour.example"],
    failures: [{ source: "dns", server: "dns", outcome: "none", detail: "No such thing." }],
  } as const;
  flow.contacts(() => ({ ...answer, candidates: [host, registrar] }));
  await flow.report(nativeMessage({ category: "fraud", target: { host: "bad.example" }, domainIsMalicious: true }));
  await flow.pass({ hours: 30 });
  expect(flow.told()).toEqual([
    "abuse@harbour.example",
    "abuse@registrar.example",
    "abuse@harbour.example",
    "abuse@registrar.example",
  ]);
});

describe("a party that is network, desk and site in one", () => {
  const own = aCandidate({ email: "abuse@bad.example", scope: "network" });

  test("has who carries it told at once, and a person asked beside it, where it announces itself", async () => {
    const carriers = ["abuse@one.example", "abuse@other.example"].map((email) =>
      aCandidate({ email, scope: "upstream", beside: true }),
    );
    const neighbours = { of: ["AS64500"], systems: ["AS174", "AS1299", "AS64510"] };
    expect(await lived({ candidates: [own, ...carriers], neighbours })).toMatchObject({
      told: ["abuse@one.example", "abuse@other.example"],
      asked: ["contact-may-be-suspect"],
      reasons: ["Others are told; the host's only desk, abuse@bad.example, may be the suspect's own."],
    });
    expect(await lived({ candidates: [own], neighbours })).toMatchObject({
      told: [],
      asked: ["contact-may-be-suspect!"],
      reasons: [expect.stringMatching(/ Neighbours of AS64500 by BGP: AS174, AS1299, AS64510\.$/)],
    });
  });

  test("has the registrar of a bad name told at once, and a person asked beside it", async () => {
    const { told, asked } = await lived({ candidates: [own, registrar] }, { domainIsMalicious: true });
    expect([told, asked]).toEqual([["abuse@registrar.example"], ["contact-may-be-suspect"]]);
  });
});

describe("exposed data", () => {
  const own = aCandidate({ email: "abuse@bad.example", scope: "network" });
  const cert = aCandidate({ email: "cert@nl.example", scope: "cert", source: "directory" });
  const guess = aCandidate({ email: "info@bad.example", scope: "site", confidence: "guess" });

  test("is told to the host and to who holds the site at once, and at last to the CERT", async () => {
    const flow = await aReportedFlow({
      contacts: { candidates: [own, host, registrar, cert, guess] },
      report: { category: "exposed-data" },
    });
    expect([flow.told().toSorted(), (await flow.theCase()).reviews]).toEqual([
      ["abuse@bad.example", "abuse@harbour.example"],
      [],
    ]);
    await flow.pass({ hours: 47 });
    expect(flow.told()).not.toContain(cert.email);
    await flow.pass({ hours: 3 });
    expect(flow.told()).toContain(cert.email);
    expect(flow.told()).not.toContain(registrar.email);
  });

  test("is told to a network that is its own site, which nobody has to be asked about", async () => {
    expect(await lived({ candidates: [own, guess] }, { category: "exposed-data" })).toMatchObject({
      told: ["abuse@bad.example"],
      asked: [],
    });
  });
});

describe("the registrar of a name that a machine has nobody stop", () => {
  const cert = aCandidate({ email: "team@cert.example", scope: "cert", country: "NL" });
  const desks = { candidates: [host, registrar, cert] };
  const old = { ...desks, name: { registeredAt: "2009-03-01T00:00:00.000Z" } };
  const undated = { ...desks, name: {} };
  const young = { ...desks, name: { registeredAt: "2026-10-01T00:00:00.000Z" } };
  const apex = { target: { url: "https://bad.example/x" } };
  const malicious = { ...apex, domainIsMalicious: true };
  const aCaseOf = async (answer: Partial<ContactAnswer>, report: Record<string, unknown>) => {
    const flow = await aReportedFlow({ contacts: answer, report });
    return flow;
  };
  const asked = async (flow: ReturnType<typeof aFlow>) =>
    (await flow.theCase()).reviews.map(({ question, blocking }) => `${question}${blocking ? "!" : ""}`);

  test("is never asked about where strangers share the name, whatever its date and the report say", async () => {
    for (const answer of [old, undated, young]) {
      const flow = await aCaseOf({ ...answer, name: { ...answer.name, isShared: true } }, malicious);
      await flow.pass({ hours: 30 * 24 });
      expect([flow.told().includes(registrar.email), await asked(flow)]).toEqual([false, ["unanswered"]]);
    }
  });

  test("never hears when a person says no, nor is anybody asked again", async () => {
    const flow = await aCaseOf(old, malicious);
    await flow.decides({ verdict: { decision: "pass-over" } });
    flow.contacts(() => young);
    await flow.pass({ hours: 30 * 24 });
    expect([flow.told().includes(registrar.email), await asked(flow)]).toEqual([false, ["unanswered"]]);
  });

  test("hears, where a later look-up has a date by which the name is young, and the question is over", async () => {
    const flow = await aCaseOf(undated, malicious);
    flow.contacts(() => young);
    await flow.pass({ hours: 26 });
    expect([flow.told().includes(registrar.email), await asked(flow)]).toEqual([true, []]);
  });

  test("keeps what waits for it from going out, where a look-up before it has an older date", async () => {
    const flow = aFlow();
    flow.contacts(() => young);
    flow.pause("standard");
    await flow.report(nativeMessage(malicious));
    flow.contacts(() => old);
    await flow.pass({ hours: 2 });
    flow.pause();
    await flow.pass({ hours: 2 });
    expect([flow.told(), await asked(flow)]).toEqual([["abuse@harbour.example"], ["registrar"]]);
  });

  test("hears where a person names its mailbox there, as who can stop the name, and nobody asks twice", async () => {
    const flow = await aCaseOf({ ...undated, candidates: [registrar] }, malicious);
    await flow.decides({ verdict: { decision: "send-to", email: registrar.email } });
    await flow.pass({ minutes: 5 });
    expect([flow.told(), (await flow.theCase()).notices[0]?.to.scope]).toEqual([[registrar.email], "registrar"]);
    await flow.deskReplies("refused", true, { text: "We will not act on this." });
    await flow.pass({ hours: 9 * 24 });
    expect(await asked(flow)).not.toContain("registrar");
    expect(flow.told().filter((email) => email === registrar.email)).toHaveLength(1);
  });
});

describe("a name that everybody knows", () => {
  const known = { candidates: [host], name: { registeredAt: "2009-03-01T00:00:00.000Z", isWellKnown: true as const } };
  const apex = { target: { url: "https://www.bad.example/x" } };

  test.each(["phishing", "csam", "ncii"])("has one person asked before anybody hears of %s", async (category) => {
    const flow = await aReportedFlow({ contacts: known, report: { ...of(category), ...apex } });
    await flow.pass({ hours: 1 });
    const { reviews } = await flow.theCase();
    expect([flow.told(), reviews.map(({ question }) => question)]).toEqual([[], ["well-known-host"]]);
    await flow.decides({ verdict: { decision: "clear" } });
    await flow.pass({ minutes: 5 });
    expect(flow.told()).toEqual(["abuse@harbour.example"]);
  });

  test("is one question for all of its pages", () => {
    const keys = ["https://bad.example/x", "https://www.bad.example/y"].map((url) => {
      const target = { kind: "url", url, host: new URL(url).hostname } as const;
      const state = beforeAPerson({ ...opened, target }, "well-known-host", true);
      return state.reviews.map((review) => alikeKey(state, review));
    });
    expect(keys[0]).toEqual(["standard well-known-host true bad.example"]);
    expect(keys[1]).toEqual(keys[0]);
  });
});
