import { describe, expect, it } from "vitest";
import {
  confirmation,
  customerOf,
  deskOf,
  deskToTell,
  isInFront,
  isPlatformsOwn,
  providerAt,
} from "../../functions/contact/platforms.ts";
import { hasExpired } from "../../functions/contact/provider-rows.ts";
import { directoryEntry } from "../../functions/kernel/settings-rows.ts";
import { aSettings, morning } from "../support/a-case.ts";

const withEntries = (...entries: readonly object[]) =>
  aSettings({ directory: entries.map((entry) => directoryEntry.parse(entry)) });
const none = aSettings();
const brief = (...of: Parameters<typeof providerAt>) => {
  const found = providerAt(...of);
  if (!found) return undefined;
  const { row, match } = found;
  return `${row.entry.name}, ${row.kind}, by ${match.by}${match.suffix ? ` ${match.suffix}` : ""}`;
};

describe("whose platform a host is on", () => {
  it.each([
    [{ host: "bad.github.io" }, "GitHub, cloud, by name github.io"],
    [{ host: "github.io" }, "GitHub, cloud, by name github.io"],
    [{ host: "notgithub.io" }, undefined],
    [{ host: "bad.blogspot.co.uk" }, "Blogger, site-builder, by name blogspot.co.uk"],
    [{ host: "blogspot.evil.example" }, undefined],
    [{ host: "x.byethost31.com" }, "iFastNet, site-builder, by name byethost31.com"],
    [{ host: "ns1.ip-51-255-1.eu" }, "OVHcloud, cloud, by name ip-51-255-1.eu"],
    [{ host: "ip-brand-login-now.eu" }, undefined],
    [{ host: "shop.example", aliases: ["shop.netlify.app"] }, "Netlify, cloud, by alias netlify.app"],
    [{ host: "shop.example", addresses: ["23.227.38.65"], origins: ["AS13335"] }, "Shopify, site-builder, by range"],
    [{ host: "shop.example", addresses: ["198.51.100.1"], origins: ["AS13335"] }, "Cloudflare, proxy, by system"],
    [{ host: "bad.pages.dev", origins: ["AS13335"] }, "Cloudflare Pages, Workers and R2, cloud, by name pages.dev"],
    [{ addresses: ["149.154.167.99"] }, "Telegram, messaging, by range"],
    [{ host: "shop.example", addresses: ["192.0.2.1"] }, undefined],
  ])("%j: %s", (seen, found) => expect(brief(seen, none)).toBe(found));

  it("is said by the narrower pattern, and by the operator where two are as narrow", () => {
    const wide = { name: "Wide", matches: ["example.net"], kind: "cloud" };
    const narrow = { name: "Narrow", matches: ["pages.example.net"], kind: "site-builder" };
    expect(brief({ host: "a.pages.example.net" }, withEntries(wide, narrow))).toBe(
      "Narrow, site-builder, by name pages.example.net",
    );
    const ours = { name: "Ours", matches: ["netlify.app"], kind: "file-host", email: "desk@ours.example" };
    expect(brief({ host: "a.netlify.app" }, withEntries(ours))).toBe("Ours, file-host, by name netlify.app");
  });

  it("keeps what is the platform's own where the operator's entry gives another desk, and nothing of its desk", () => {
    const settings = withEntries({
      name: "github",
      matches: ["ghe.example"],
      scope: "platform",
      email: "partner@github.example",
    });
    for (const host of ["bad.github.io", "bad.ghe.example"]) {
      const row = providerAt({ host }, settings)?.row;
      expect(row).toMatchObject({ kind: "cloud", entry: { countries: ["US"] }, isOperators: true });
      expect(row && deskOf(row, morning)).toEqual({
        email: "partner@github.example",
        certainty: "high",
        countsAlone: true,
      });
      expect(row?.entry).not.toHaveProperty("form");
    }
  });

  it("tells what stands in front from what hosts: a CDN's own names are a platform's", () => {
    const front = (seen: Parameters<typeof providerAt>[0]) => {
      const found = providerAt(seen, none);
      return found?.row.kind && isInFront(found.row.kind, found.match.by);
    };
    expect([
      front({ host: "shop.example", aliases: ["d1.cloudfront.net"] }),
      front({ host: "d1.cloudfront.net" }),
      front({ origins: ["AS13335"] }),
    ]).toEqual([true, false, true]);
  });
});

describe("the desk of a platform", () => {
  const rowAt = (host: string) => {
    const found = providerAt({ host }, none);
    if (!found) throw new Error(`no provider at ${host}`);
    return found.row;
  };
  const deskAt = (host: string, now = morning) => {
    const desk = deskOf(rowAt(host), now);
    if (!desk) throw new Error(`no desk at ${host}`);
    return desk;
  };
  const later = "2027-12-01T00:00:00.000Z";

  it("counts by itself where it is known well enough, until its day", () => {
    expect([
      deskAt("a.netlify.app").countsAlone,
      deskAt("a.netlify.app", later).countsAlone,
      deskAt("a.tilda.ws").countsAlone,
    ]).toEqual([true, false, false]);
  });

  it("counts later, or where it is little known, by a mailbox that a registry names at the same domain", () => {
    const tilda = deskAt("a.tilda.ws");
    expect(deskToTell(tilda, ["abuse@network.example"])).toEqual({ email: "abuse@tilda.cc", confidence: "guess" });
    expect(deskToTell(tilda, ["noc@mail.tilda.cc"])).toEqual({
      email: "abuse@tilda.cc",
      confidence: "medium",
      confirmedBy: "noc@mail.tilda.cc",
    });
    expect(deskToTell(deskAt("a.netlify.app", later), ["abuse@netlify.com"])).toMatchObject({
      email: "fraud@netlify.com",
      confidence: "medium",
    });
    expect(confirmation({ email: "abuse@tilda.cc" }, ["noc@tilda.cc", "ABUSE@tilda.cc"])).toBe("ABUSE@tilda.cc");
  });

  it("is none where mail is not read, and says that until its day", () => {
    const row = rowAt("a.blob.core.windows.net");
    expect(row).toMatchObject({ mail: "unread", entry: { form: "https://msrc.microsoft.com/report/abuse" } });
    expect(deskOf(row, morning)).toBeUndefined();
    expect([hasExpired(row, morning), hasExpired(row, later)]).toEqual([false, true]);
  });
});

describe("where a platform ends and its customer begins", () => {
  it.each([
    ["bad.github.io", true, "bad.github.io"],
    ["a.bad.github.io", true, "bad.github.io"],
    ["github.io", true, undefined],
    ["bad-bucket.s3.amazonaws.com", true, "bad-bucket.s3.amazonaws.com"],
    ["s3.eu-west-1.amazonaws.com", true, undefined],
    ["kunde17.strato.de", true, "kunde17.strato.de"],
    ["x.squarespace.com", true, "x.squarespace.com"],
    ["sites.google.com", true, undefined],
    ["www.dropbox.com", true, undefined],
    ["bit.ly", true, undefined],
    ["a.shop.co.uk", false, "shop.co.uk"],
    ["192.0.2.1", false, undefined],
    ["2001:db8::1", false, undefined],
  ])("%s: the platform's own %s, the customer's %s", (host, isOwn, customer) => {
    expect([isPlatformsOwn(host, none), customerOf(host, none)]).toEqual([isOwn, customer]);
  });

  it("is no proxy's or registrar's to say whose names an operator lists", () => {
    const proxy = { name: "Shield", matches: ["shop.example"], scope: "network", kind: "proxy" };
    const registrar = { name: "Names", matches: ["shop.example"], scope: "registrar", email: "abuse@names.example" };
    for (const entry of [proxy, registrar]) expect(isPlatformsOwn("www.shop.example", withEntries(entry))).toBe(false);
  });

  it("outlasts the day of the entry", () => {
    const settings = withEntries({
      name: "Pages",
      matches: ["pages.example"],
      scope: "platform",
      email: "abuse@pages.example",
      expires: "2026-01-01",
    });
    expect([isPlatformsOwn("a.pages.example", settings), customerOf("a.pages.example", settings)]).toEqual([
      true,
      "a.pages.example",
    ]);
  });
});

describe("an operator's entry", () => {
  const problems = (entry: object) =>
    directoryEntry.safeParse(entry).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("may say what the provider is in place of what its desk answers for, and has to say one of them", () => {
    expect(directoryEntry.parse({ name: "Tunnels", matches: ["tunnels.example"], kind: "tunnel" }).scope).toBe(
      "platform",
    );
    expect(directoryEntry.parse({ name: "Names", matches: ["@names.example"], kind: "registrar" }).scope).toBe(
      "registrar",
    );
    expect(problems({ name: "Pages", matches: ["pages.example"] })?.[0]).toMatch(
      /^scope: Pages: say in scope what its desk answers for/,
    );
  });
});
