import { describe, expect, it } from "vitest";
import { apiProviders } from "../../../functions/kernel/channels.ts";
import { categories } from "../../../functions/report/category.ts";
import { providers } from "../../../functions/send/channels/providers.ts";
import { tellingOf } from "../../../functions/send/channels/telling.ts";
import { aCase, aSettings } from "../../support/a-case.ts";
import { aTelling } from "./a-telling.ts";

const bodyOf = (provider: (typeof apiProviders)[number], spoilt: Parameters<typeof aTelling>[0] = {}) => {
  const made = providers[provider].toRequest(aTelling(spoilt));
  if (!made.ok) return made.error.why;
  return made.value.method === "POST" ? { path: made.value.path, ...made.value.body } : "no body";
};

describe("a report by an API", () => {
  it("is Cloudflare's form for phishing, with the brand and without our name to host and owner", () => {
    expect(bodyOf("cloudflare", { imitates: "Example Bank" })).toEqual({
      path: "/accounts/{account}/abuse-reports/abuse_phishing",
      act: "abuse_phishing",
      email: "r.k1.0001@reply.dispatch.example",
      email2: "r.k1.0001@reply.dispatch.example",
      name: "Example Hotline",
      company: "Example Hotline",
      urls: "https://shop.bad.example/login",
      host_notification: "send-anon",
      owner_notification: "send-anon",
      justification: "What it is: A copy of a bank's sign-in page.",
      original_work: "Example Bank",
    });
  });

  it("is GoDaddy's ticket with one address and the brand", () => {
    expect(bodyOf("godaddy", { imitates: "Example Bank" })).toEqual({
      path: "/v2/abuse/tickets",
      type: "PHISHING",
      source: "https://shop.bad.example/login",
      target: "Example Bank",
      info: "What it is: A copy of a bank's sign-in page.\nOur number: TD-0000-0000-0001",
    });
  });

  it("is XARF to AWS, named by its notice", () => {
    expect(bodyOf("aws")).toMatchObject({
      path: "/v1/abuse",
      clientToken: "TD-0000-0000-0001_0-first-a",
      correlationId: "TD-0000-0000-0001_0-first-a",
      report: { xarf: { category: "content", type: "phishing", url: "https://shop.bad.example/login" } },
    });
  });

  it.each(categories.map((category) => [category]))("has owners of %s told as the category wants it", (category) => {
    const body = bodyOf("cloudflare", { category });
    if (typeof body === "string") {
      expect(["brand", "copyright", "terrorism"]).toContain(category);
      return;
    }
    const isSilent = ["csam", "csem", "ncii"].includes(category);
    expect(body).toMatchObject({
      host_notification: "send-anon",
      owner_notification: isSilent ? "none" : "send-anon",
    });
    expect(providers.cloudflare.passesOn(category)).toEqual({
      host: "unnamed",
      owner: isSilent ? "nobody" : "unnamed",
    });
  });

  it("tells the clearing house of child abuse without our name, and speaks as nobody who is shown", () => {
    expect(bodyOf("cloudflare", { category: "csam" })).toMatchObject({
      act: "abuse_children",
      ncmec_notification: "send-anon",
    });
    const imagery = bodyOf("cloudflare", { category: "ncii" });
    expect(imagery).toMatchObject({ act: "abuse_ncsei", ncsei_subject_representation: false });
    expect(imagery).not.toHaveProperty("justification");
  });

  it.each([
    ["cloudflare", { category: "copyright" }, "Cloudflare does not take copyright by its API."],
    [
      "cloudflare",
      { category: "terrorism" },
      "Cloudflare tells the owner of a general report by its API, and the owner is never told of terrorism.",
    ],
    ["godaddy", { category: "fraud" }, "GoDaddy does not take fraud by its API."],
    ["godaddy", { toldOfDomain: 5 }, "GoDaddy was told of 5 addresses of this domain, and takes no more of one."],
    ["cloudflare", { text: "x".repeat(5001) }, "Cloudflare takes 5000 characters as justification, and here are 5001."],
    [
      "cloudflare",
      { category: "ncii", text: "x".repeat(2001) },
      "Cloudflare takes 2000 characters as comments, and here are 2001.",
    ],
    [
      "cloudflare",
      { imitates: "x".repeat(256) },
      "Cloudflare takes 255 characters as original_work, and here are 256.",
    ],
    ["aws", { category: "other" }, "AWS takes reports in XARF, which has no type for what is known of this one."],
    ...(["cloudflare", "godaddy"] as const).map(
      (provider) =>
        [provider, { url: undefined }, /takes addresses of pages and hosts by its API, and nothing else/] as const,
    ),
  ] as const)("to %s that does not fit (%j) is a person's form, with the sentence why", (provider, spoilt, why) => {
    const { url: _, ...withoutUrl } = aTelling();
    const made = providers[provider].toRequest("url" in spoilt ? withoutUrl : aTelling(spoilt));
    if (made.ok) throw new Error("It fits.");
    if (typeof why === "string") expect(made.error).toEqual({ kind: "unfit", why });
    else expect(made.error.why).toMatch(why);
  });

  it("to GoDaddy forbids mail to its four desks besides", () => {
    expect(providers.godaddy.rules).toEqual({
      urlsOfDomainAtMost: 5,
      sharesAtMost: { mistaken: 0.4, duplicates: 0.2 },
      noMailBesides: ["phishing@godaddy.com", "netabuse@godaddy.com", "malware@godaddy.com", "spam@godaddy.com"],
    });
  });

  it("goes to three hosts and no other", () => {
    expect(apiProviders.map((provider) => providers[provider].host)).toEqual([
      "api.cloudflare.com",
      "api.godaddy.com",
      "abuse.us-east-1.amazonaws.com",
    ]);
  });
});

const theReporter = ({ reporters: [first] }: ReturnType<typeof aSettings>) => {
  if (!first) throw new Error("The settings have a reporter.");
  return first;
};

describe("what is told", () => {
  const circumstances = { settings: aSettings(), replyAddress: "r@reply.dispatch.example", toldOfDomain: 0 };

  it("has the address in clear in its field and no link in its words", () => {
    const told = tellingOf(
      aCase({ evidence: { explanation: "See https://shop.bad.example/login\nand bank.example", imitates: "Bank" } }),
      circumstances,
    );
    expect(told.url).toBe("https://shop.bad.example/login");
    expect(told.text).not.toMatch(/https:|bad\.example/);
    expect(told.text.split("\n")).toHaveLength(3);
  });

  it("holds no hash, no picture, no page of redirects", () => {
    const told = tellingOf(
      aCase({
        evidence: {
          explanation: "A copy.",
          hashes: [`sha256:${"ab".repeat(32)}`],
          screenshot: true,
          redirects: ["https://way.example/"],
        },
      }),
      circumstances,
    );
    // The standard's form has what AWS asks for: "URLs, hash values, and reference identifiers only".
    const { xarf: _, ...words } = told;
    expect(JSON.stringify(words)).not.toMatch(/sha256|abab|screenshot|way/);
  });

  it("names nobody who reported child abuse", () => {
    const settings = aSettings({ organisation: "Example Dispatch" });
    const told = tellingOf(
      aCase({ category: "csam", evidence: { explanation: "Example Hotline saw it.", detectedBy: "manual-review" } }),
      { ...circumstances, settings },
    );
    expect(JSON.stringify(told)).not.toContain("Hotline");
  });

  it("names nobody who tells it, in words that are passed on, however they are written; and no number of ours", () => {
    const settings = aSettings({ organisation: "Example Dispatch" });
    const { organisation, contact } = theReporter(settings);
    const explanation =
      `EXAMPLE DISPATCH and ${organisation.toLowerCase()} saw it; ` +
      `ask ${contact.replace("@", " (at) ")} or ${contact.replace(/\./g, "[.]")}; ` +
      `write to ${settings.senderAddress} at ${settings.replyDomain}.`;
    const told = tellingOf(aCase({ evidence: { explanation } }), { ...circumstances, settings });
    const [, domain = ""] = contact.split("@");
    for (const name of [
      "Example Dispatch",
      organisation,
      contact,
      domain,
      settings.senderAddress,
      settings.replyDomain,
      "TD-",
    ])
      expect(told.text.replaceAll("[.]", ".").toLowerCase()).not.toContain(name.toLowerCase());
    expect(told.organisation).toBe("Example Dispatch");
    expect(told.xarf?.reporter).toEqual(told.xarf?.sender);
    expect(JSON.stringify(told.xarf)).not.toContain(organisation);
  });

  it("names the brand that is imitated, also where the brand reports it", () => {
    const { organisation } = theReporter(circumstances.settings);
    const told = tellingOf(aCase({ evidence: { explanation: `A copy of ${organisation}.`, imitates: organisation } }), {
      ...circumstances,
      settings: aSettings({ organisation: "Example Dispatch" }),
    });
    expect([told.imitates, told.text]).toEqual([organisation, expect.stringContaining(`A copy of ${organisation}.`)]);
  });

  it.each([
    [{ kind: "host", host: "bad.example" } as const, "http://bad.example/"],
    [{ kind: "host", host: "2001:db8::1" } as const, "http://[2001:db8::1]/"],
    [{ kind: "account", host: "chat.example", account: "someone" } as const, undefined],
  ])("of %j has the address %s", (target, url) => {
    expect(tellingOf(aCase({ target }), circumstances).url).toBe(url);
  });
});
