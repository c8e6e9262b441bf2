import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registrySources } from "../../../functions/adapters/registries.ts";
import type { Sources } from "../../../functions/contact/sources.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { categories } from "../../../functions/report/category.ts";
import { type Foreseen, foresee, type ToForesee } from "../../../infra/command/foresee/foresee.ts";
import { sayForeseen } from "../../../infra/command/foresee/say-foreseen.ts";
import { lookUp } from "../../../infra/command/look-up.ts";
import { liveSettings } from "../../../infra/local/live-settings.ts";
import { sampleRegistries } from "../../../infra/local/sample/registries.ts";
import { type Registries, registriesVariable, startRegistries } from "../../../infra/local/sample/registry-servers.ts";
import { sampleSettings } from "../../../infra/local/sample/settings.ts";
import { entity, playedSources, rdapNetwork } from "../../support/sources.ts";

let registries: Registries;
let samples: Sources;
beforeAll(async () => {
  registries = await startRegistries(sampleRegistries("2026-11-24T10:00:00.000Z"));
  samples = registrySources(registriesVariable(registries), true)("urgent");
});
afterAll(() => registries.close());

const now = "2026-11-24T10:00:00.000Z";
const question = { category: "phishing", domainIsMalicious: false, now } as const;
type Given = Omit<ToForesee, "settings" | "sources" | "now" | "target"> & {
  readonly settings: Settings;
  readonly sources: Sources;
};

const foreseen = async (host: string, given: Partial<Given> = {}): Promise<Foreseen> => {
  const read = await foresee({ ...question, settings: sampleSettings, sources: samples, target: { host }, ...given });
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
};
const toldIn = ({ told }: Foreseen) => told.map(({ email }) => email);
const rulesIn = ({ untold }: Foreseen) =>
  Object.fromEntries(untold.map(({ email, scope, rule }) => [email ?? scope, rule]));

describe("takedown lookup says whom a report would tell", () => {
  test("at a plain host: who first, who later, who never, and what a person is asked, in one screen", async () => {
    expect(sayForeseen(await foreseen("account-check.example"))).toBe(`account-check[.]example, reported as phishing
Stands at     192[.]0[.]2[.]10 · hosted in NL

First         abuse@harbour.example
              hosting network, Harbour Hosting B.V. Abuse; high confidence, by RDAP 127.0.0.1 for 192[.]0[.]2[.]0 -
              192[.]0[.]2[.]31; reminded after 1 day
After 1 day   abuse@carrier-nord.example
              network above the host, Carrier Nord Abuse; high confidence, by RDAP 127.0.0.1 for AS64500; reminded
              after 1 day
After 2 days  abuse@registrar-one.example
              domain’s registrar, which can only stop the whole name, Registrar One, Inc. Abuse; high confidence, by
              RDAP 127.0.0.1 for account-check[.]example; reminded after 1 day
After 3 days  incidents@cert-nl.example
              national CERT, CERT NL; high confidence, by our directory; reminded after 1 day

Never         notices@hotline-nl.example (national hotline): the policy for phishing has no step for it here
A person      is asked after 4 days: No confirmation that it was removed. What next?
              unanswered: No escalation level is left: no answer.
`);
  });

  test("at a platform: its desk, and never the registrar of its name", async () => {
    const answer = await foreseen("fan-club.pages.example");
    expect(answer.told[0]).toMatchObject({ email: "abuse@pages.example", scope: "platform", source: "directory" });
    expect(rulesIn(answer)).toMatchObject({ registrar: "others-name", "abuse@carrier-west.example": "in-place" });
    expect(answer.platform).toMatchObject({
      name: "Pages",
      facts: { certainty: "high", sources: ["the operator's own directory"] },
    });
  });

  test("behind a proxy: what stands in front, and the registrar at the same time where the domain is bad", async () => {
    const answer = await foreseen("hidden-shop.example", { domainIsMalicious: true });
    expect(answer.inFront?.name).toBe("Shield Proxy");
    expect(sayForeseen(answer)).toMatch(/In front {6}Shield Proxy \(proxy\) stands in front and does not host/);
    expect(sayForeseen(answer)).toMatch(/With it {7}abuse@registrar-one\.example/);
  });

  test("at a name that is old, undated or young: what its registrar could do, and when it hears", async () => {
    const played = (events: readonly object[]) =>
      playedSources({
        addresses: { "bad.example": ["192.0.2.1"] },
        rdap: {
          "ip/192.0.2.1": rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@carrier.example")]),
          "domain/bad.example": {
            objectClassName: "domain",
            ldhName: "bad.example",
            events,
            entities: [
              { ...entity(["registrar"], undefined), entities: [entity(["abuse"], "abuse@registrar.example")] },
            ],
          },
        },
      });
    const registered = (eventDate: string) => played([{ eventAction: "registration", eventDate }]);
    const said = async (sources: Sources, domainIsMalicious = false) =>
      sayForeseen(await foreseen("bad.example", { sources, domainIsMalicious })).replaceAll(/\s+/g, " ");
    const old = registered("2009-03-01T00:00:00Z");
    const registrar = "abuse@registrar.example (domain’s registrar): it can only stop the whole name. The name is";
    expect(await said(old)).toContain(`Never ${registrar} registered since 2009-03-01. Its step is skipped`);
    expect(await said(old, true)).toContain(`Perhaps ${registrar} registered since 2009-03-01. A person decides`);
    expect(await said(played([]))).toContain(
      "Perhaps abuse@registrar.example (domain’s registrar): it can only stop the whole name. The answers that we " +
        "have carry no date of the name's registration. A person is asked at the end of the path",
    );
    expect(await said(registered("2026-10-01T00:00:00Z"))).toContain(
      "abuse@registrar.example domain’s registrar, which can only stop the whole name",
    );
  });

  test("where the provider reads no mail: nobody, the form, and the question that comes first", async () => {
    const answer = await foreseen("shop.formhost.example");
    expect([toldIn(answer), answer.forms.map(({ url }) => url)]).toEqual([
      [],
      ["https://formhost.example/report-abuse"],
    ]);
    expect(answer.asked[0]).toMatchObject({ question: "form-only", blocking: true, afterMinutes: 0 });
    expect(sayForeseen(answer)).toContain(
      "A person      is asked before anybody is told: Please report this on the provider's own form.",
    );
  });

  test("of child abuse: the hotline with the host, each network, and never a registrar, CERT or site", async () => {
    const answer = await foreseen("board.example", { category: "csam" });
    expect(answer.told.filter(({ afterMinutes }) => afterMinutes < 60).map(({ email }) => email)).toEqual([
      "abuse@harbour.example",
      "abuse@sixtree.example",
      "notices@hotline-nl.example",
    ]);
    expect(rulesIn(answer)).toMatchObject({
      "abuse@registrar-one.example": "no-step",
      "incidents@cert-nl.example": "no-step",
      site: "never-for-this-category",
    });
  });

  test("where the police come first: its hotline at once, the host's desk once a person cleared it", async () => {
    const answer = await foreseen("192.0.2.41", { category: "csam" });
    expect(answer.told.map(({ email }) => email)).toEqual(["notices@hotline-de.example"]);
    expect(answer.asked).toMatchObject([{ question: "clearance", blocking: false }]);
    expect(rulesIn(answer)).toMatchObject({ "abuse@lantern.example": "waits" });
  });

  test("a name that is none of DNS: whom a person may pass it on to, and nothing is looked up", async () => {
    const sources = playedSources({});
    expect(await foreseen("abcdefgh.onion", { sources })).toMatchObject({
      told: [],
      asked: [{ question: "beside-dns", blocking: true }],
    });
    expect(sources.asked).toEqual([]);
  });

  test.each(categories)("of %s it can say it, since every notice can be composed", async (category) => {
    const answer = await foreseen("account-check.example", { category });
    expect(answer.told[0]?.email).toBe("abuse@harbour.example");
    expect(answer.asked.map(({ question }) => question)).not.toContain("notice-refused");
    expect(sayForeseen(answer).split("\n").length).toBeLessThanOrEqual(30);
    expect(sayForeseen(answer)).not.toMatch(/^After .*\d (?:min|h|days?)[a-z]+@/m);
  });
});

describe("what is known of the provider", () => {
  const settings = { ...liveSettings, allowReserved: true };
  const at = (host: string) =>
    playedSources({
      addresses: { [host]: ["192.0.2.1"] },
      rdap: { "ip/192.0.2.1": rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@carrier.example")]) },
    });

  test("stands with its certainty, its source and its day", async () => {
    const answer = await foreseen("someone.github.io", { settings, sources: at("someone.github.io") });
    expect(answer.platform).toMatchObject({
      name: "GitHub",
      facts: {
        kind: "cloud",
        desk: "abuse@github.com",
        certainty: "medium",
        read: "2026-11-25",
        expires: "2027-05-25",
        hasExpired: false,
      },
    });
    expect(answer.platform?.facts?.sources).toContain("a registry's answer");
    expect(toldIn(answer)[0]).toBe("abuse@github.com");
    expect(rulesIn(answer).registrar).toBe("others-name");
  });

  test("names the interface by which it takes reports from programs", async () => {
    const answer = await foreseen("bad.web.app", { settings, sources: at("bad.web.app") });
    expect(answer.forms).toMatchObject([{ name: "Firebase", api: "Google Web Risk" }]);
    expect(sayForeseen(answer)).toContain("Takes reports from programs: Google Web Risk");
  });
});

test("a look-up for a person asks each question once, however long the case lives", async () => {
  const sources = playedSources({
    addresses: { "bad.example": ["192.0.2.1"] },
    rdap: { "ip/192.0.2.1": rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@harbour.example")]) },
  });
  const settings = { ...liveSettings, allowReserved: true };
  expect((await foreseen("bad.example", { settings, sources })).told.length).toBeGreaterThan(0);
  expect(sources.asked.filter((asked) => asked === "dns bad.example").length).toBeLessThanOrEqual(3);
  expect(sources.asked.filter((asked) => asked === "rdap ip/192.0.2.1")).toHaveLength(1);
});

test("a look-up for a person says which sources were silent", async () => {
  const answer = await foreseen("bad.example", {
    sources: playedSources({ addresses: { "bad.example": ["192.0.2.1"] }, silent: ["rdap", "whois"] }),
  });
  expect(sayForeseen(answer)).toMatch(/^Silent {8}.*No answer in time\.$/m);
});

test("a look-up for a person gives programs fields that stay", async () => {
  const answer = await foreseen("account-check.example");
  const keys = [
    "version",
    "host",
    "category",
    "domainIsMalicious",
    "at",
    "addresses",
    "countries",
    "told",
    "untold",
    "forms",
    "asked",
    "contact",
  ];
  expect(Object.keys(answer)).toEqual(keys);
  expect(Object.keys(answer.told[0] ?? {}).sort()).toEqual(
    [
      "afterMinutes",
      "confidence",
      "email",
      "name",
      "range",
      "reminderAfterMinutes",
      "scope",
      "server",
      "source",
      "step",
    ].sort(),
  );
  expect(Object.keys(answer.asked[0] ?? {})).toEqual(["afterMinutes", "question", "asks", "reason", "blocking"]);
  expect(Object.keys(answer.untold[0] ?? {})).toEqual(["email", "scope", "rule", "why"]);
});

describe("what can't be looked up is refused with what to do instead", () => {
  const options = { folder: "nowhere", category: "phishing" } as const;
  test.each([
    ["a swarm", "magnet:?xt=urn:btih:abc", /This names a swarm.* Report each peer/],
    ["what is no host", "bad_ example", /This holds characters that no host has\. Write a name such as/],
    ["an address that is nobody's", "http://10.0.0.8/x", /reserved|private/i],
    [
      "a sample's name while no sample registry runs",
      "https://board.example/x",
      /known while npm start runs with the folder nowhere\.$/,
    ],
    ["a stage that is not there", "bad-site.com", /nowhere/],
  ])("%s", async (what, asked, says) => {
    await expect(
      lookUp(asked, { ...options, ...(what.startsWith("a stage") && { stage: "nowhere" }) }),
    ).rejects.toThrow(says);
  });
});

describe("the README and its guide", () => {
  const texts = ["README.md", "infra/guides/whom-it-tells.md"].map((file) => readFileSync(file, "utf8")).join("\n");
  const shown = [...texts.matchAll(/```console\n\$ npx takedown lookup (\S+)( --domain-is-malicious)?\n([^`]*)```/g)];

  test("show a plain host, a platform and a proxy", () => {
    expect(shown.map(([, host]) => host)).toEqual([
      "account-check.example",
      "fan-club.pages.example",
      "hidden-shop.example",
    ]);
  });

  test.each(shown.map(([, host = "", malicious, output]) => [host, malicious !== undefined, output] as const))(
    "show what is printed for %s",
    async (host, domainIsMalicious, output) => {
      expect(sayForeseen(await foreseen(host, { domainIsMalicious }))).toBe(output);
    },
  );
});
