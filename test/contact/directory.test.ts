import { describe, expect, it } from "vitest";
import { readDirectory } from "../../functions/contact/directory.ts";
import { expiredEntries, sayExpired, tellOfExpired } from "../../functions/contact/tell-of-expired.ts";
import { type Instant, plusHours } from "../../functions/kernel/instant.ts";
import { aSettings, morning } from "../support/a-case.ts";

const pages = {
  name: "Pages",
  scope: "platform",
  kind: "contact",
  email: "trust@pages-desk.example",
  xarf: "single",
  expires: "2026-11-20",
} as const;
const settings = (more: object = {}) => aSettings({ directory: [{ ...pages, matches: ["pages.example"], ...more }] });

describe("what is known of providers", () => {
  it("is said to have expired the day after its date where it decided, unless the operator's entry replaces it", () => {
    const names = (day: string, of = aSettings()) => expiredEntries(of, `${day}T00:00:00.000Z`).map(({ name }) => name);
    expect(names("2027-05-25")).toEqual([]);
    const all = names("2027-05-26");
    expect(all).toEqual(expect.arrayContaining(["GoDaddy", "GitHub"]));
    // Of these nobody was told by the list's word alone.
    expect(all).not.toEqual(expect.arrayContaining(["Tilda"]));
    expect(names("2027-05-26", settings({ name: "godaddy", expires: "2028-01-01" }))).toEqual(
      all.filter((name) => name !== "GoDaddy"),
    );
  });
});

describe("a mailbox that nothing confirms", () => {
  const found = (day: string, named: readonly string[] = []) => {
    const [candidate] = readDirectory(aSettings(), { host: "shop.tilda.ws", named }, `${day}T00:00:00.000Z`).candidates;
    return [candidate?.confidence, candidate?.isLittleKnown];
  };

  it("is little known until its day, whom this stage's own notices may prove; past it or confirmed it is not", () => {
    expect(found("2026-12-01")).toEqual(["guess", true]);
    expect(found("2027-05-26")).toEqual(["guess", undefined]);
    expect(found("2026-12-01", ["noc@tilda.cc"])).toEqual(["medium", undefined]);
  });
});

describe("telling on-call of expired entries", () => {
  const told = () => {
    let last: Instant | undefined;
    const note = (_: string, at: Instant) => {
      last = at;
      return Promise.resolve();
    };
    return { lastAt: () => Promise.resolve(last), note };
  };
  it("is done once a week, and not while all hold", async () => {
    const said: string[] = [];
    const memory = told();
    const tell = (entries: readonly { name: string; expires: string }[]) =>
      Promise.resolve(void said.push(...entries.map(({ name, expires }) => `${name} ${expires}`)));
    for (const hours of [0, 1, 167, 168, 169])
      await tellOfExpired({ settings: settings(), told: memory, now: plusHours(morning, hours) }, tell);
    await tellOfExpired({ settings: aSettings(), told: told(), now: morning }, tell);
    expect(said).toEqual(["Pages 2026-11-20", "Pages 2026-11-20"]);
  });

  it("comes again where it could not be told", async () => {
    const memory = told();
    const fails = () => Promise.reject(new Error("SNS"));
    await expect(tellOfExpired({ settings: settings(), told: memory, now: morning }, fails)).rejects.toThrow("SNS");
    expect(await memory.lastAt()).toBeUndefined();
  });

  it("names a dozen of a day and counts the others", () => {
    const many = Array.from({ length: 90 }, (_, at) => ({ name: `P${at}`, expires: "2027-05-25" }));
    expect(sayExpired([{ name: "Pages", expires: "2026-11-20" }, ...many])).toEqual([
      "2026-11-20: Pages",
      "2027-05-25: P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11 and 78 more",
    ]);
  });
});
