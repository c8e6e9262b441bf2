import { describe, expect, test } from "vitest";
import type { ContactForm } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { formsFor, formsOnLevels, platformForms } from "../../../functions/case/path/forms.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, aSettings } from "../../support/a-case.ts";
import { beforeAPerson, form, found, network, opened, upstream } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const platform = aCandidate({ email: "abuse@pages.example", scope: "platform" });
const ofPlatform: ContactForm = { url: "https://pages.example/abuse", scope: "platform" };
const ofUpstream: ContactForm = { url: "https://carrier.example/abuse", scope: "upstream" };
const ofHotline: ContactForm = { url: "https://hotline.example/report", scope: "hotline" };
const urls = (forms: readonly ContactForm[]) => forms.map(({ url }) => url);
const awaitsPolice = (state: Case) => beforeAPerson(state, "clearance");

describe("forms of recipients whom no mail reaches", () => {
  const on = (from: number, to: number, answer: Parameters<typeof found>[0], settle = (state: Case) => state) =>
    urls(formsOnLevels(settle(found(answer)), policy, from, to));

  test("are those of the escalation levels in question", () => {
    const answer = { candidates: [], forms: [form, ofUpstream] };
    expect([on(0, 1, answer), on(1, 2, answer), on(0, 2, answer), on(0, 0, answer)]).toEqual([
      [form.url],
      [ofUpstream.url],
      [form.url, ofUpstream.url],
      [],
    ]);
  });

  test("are none where a desk of that recipient may be written to", () => {
    expect(on(0, 1, { candidates: [network], forms: [form] })).toEqual([]);
    expect(on(0, 1, { candidates: [upstream], forms: [form] })).toEqual([form.url]);
    expect(on(0, 1, { candidates: [aCandidate({ confidence: "guess" })], forms: [form] })).toEqual([form.url]);
    expect(on(0, 1, { candidates: [aCandidate({ confidence: "guess" }), network], forms: [form] })).toEqual([]);
  });

  test("are none while the host's side waits for the police, nor before anything was looked up", () => {
    expect(on(0, 1, { candidates: [], forms: [form] }, awaitsPolice)).toEqual([]);
    expect(formsOnLevels(opened, policy, 0, 1)).toEqual([]);
  });

  test("are none of a recipient that is not wanted here", () => {
    const registrar: ContactForm = { url: "https://registrar.example/abuse", scope: "registrar" };
    const answer = { candidates: [], forms: [registrar] };
    expect(on(0, 1, answer)).toEqual([]);
    const malicious = (state: Case) => ({ ...state, domainIsMalicious: true });
    expect(on(0, 1, answer, malicious)).toEqual([registrar.url]);
    expect(on(0, 1, { ...answer, outOfDns: "client hold" }, malicious)).toEqual([]);
  });
});

describe("a registrar's form", () => {
  const ofRegistrar: ContactForm = { url: "https://registrar.example/abuse", scope: "registrar" };
  const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
  const offered = (answer: Parameters<typeof found>[0], more: Partial<Case> = {}) =>
    urls(
      formsFor(
        { ...found({ ...answer, forms: [ofRegistrar] }), target: { kind: "host", host: "bad.example" }, ...more },
        policy,
      ),
    );
  const old = { candidates: [], name: { registeredAt: "2009-03-01T00:00:00.000Z" } };

  test("is offered where its desk would be told", () => {
    expect(offered({ candidates: [] })).toEqual([ofRegistrar.url]);
    expect(offered(old, { cleared: ["registrar"] })).toEqual([ofRegistrar.url]);
    expect(offered({ ...old, namedBy: "platform" }, { domainIsMalicious: true })).toEqual([ofRegistrar.url]);
  });

  test("is not of an old name, but where the domain is malicious and no desk is asked about in its place", () => {
    expect(offered(old)).toEqual([]);
    expect(offered(old, { domainIsMalicious: true })).toEqual([ofRegistrar.url]);
    expect(offered({ ...old, candidates: [registrar] }, { domainIsMalicious: true })).toEqual([]);
  });

  test("is not where a person said no", () => {
    expect(offered({ candidates: [] }, { noRegistrar: true })).toEqual([]);
  });
});

describe("a platform's form, beside the network below it", () => {
  const beside = (candidates: readonly ReturnType<typeof aCandidate>[], settle = (state: Case) => state) =>
    urls(platformForms(settle(found({ candidates, forms: [form, ofPlatform] })), policy));

  test("is offered where no desk of the platform may be told", () => {
    expect(beside([network])).toEqual([ofPlatform.url]);
    expect(beside([network, { ...platform, confidence: "guess" }])).toEqual([ofPlatform.url]);
    expect(platformForms(opened, policy)).toEqual([]);
  });

  test("is not where one may, or was", () => {
    expect(beside([platform])).toEqual([]);
    expect(beside([platform, network])).toEqual([]);
  });

  test("is not while the host's side waits for the police, nor where the policy asks no platform", () => {
    expect(beside([network], awaitsPolice)).toEqual([]);
    const path = policy.row.path.map((level) => ({
      ...level,
      to: [{ anyOf: ["upstream" as const] }],
    }));
    const rules = { ...policy, row: { ...policy.row, path } };
    expect(platformForms(found({ candidates: [network], forms: [ofPlatform] }), rules)).toEqual([]);
  });
});

test("forms for whoever the escalation path would tell, and for nobody else", () => {
  const state = found({ candidates: [], forms: [form, ofUpstream, ofHotline] });
  expect(urls(formsFor(state, policy))).toEqual([form.url, ofUpstream.url]);
});
