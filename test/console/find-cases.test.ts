import { describe, expect, it } from "vitest";
import { caseNumber } from "../../functions/console/cases/case-number.ts";
import { findCases, foundAPage } from "../../functions/console/cases/find-cases.ts";
import { directoryEntry } from "../../functions/kernel/settings-rows.ts";
import type { Target } from "../../functions/report/report.ts";
import type { FoundPlace } from "../../functions/store/finds.ts";
import { aReport, aSettings } from "../support/a-case.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { aConsole, firstNotice } from "./a-console.ts";

const console = aConsole();
const caseId = await console.opened(aReport());
const wholeHost = await console.opened(
  aReport({ reportId: "r-2", category: "fraud", target: { kind: "host", host: "bad.example" } }),
);
const twice = await console.opened(aReport({ reportId: "r-3", category: "malware" }));
const find = async (query: string) => (await findCases(console.store, aSettings(), query)).ids;

it("takes a number as it is heard over the phone", async () => {
  expect(caseNumber("td 7k3m 9qxz-4b2n")).toBe("TD-7K3M-9QXZ-4B2N");
  expect(caseNumber("TDOIL0OIL0OIL0")).toBe("TD-0110-0110-0110");
  expect(caseNumber("7K3M")).toBeUndefined();
  expect(await find(` ${caseId.toLowerCase()} `)).toEqual([caseId]);
  expect(await find("TD-0000-0000-0000")).toEqual([]);
});

it("takes a number as it is copied from a mail, and without its first two letters", async () => {
  const signs = caseId.slice("TD-".length);
  for (const query of [
    `[${caseId}]`,
    `${caseId}.`,
    `Re: [${caseId}] Phishing at shop[.]bad[.]example`,
    signs,
    signs.replace(/-/g, "").toLowerCase(),
    `(${signs}),`,
  ])
    expect(await findCases(console.store, aSettings(), query), query).toEqual({ ids: [caseId], only: caseId });
});

it("takes for a number only what the cases know, so that a reporter of twelve letters is found", async () => {
  const house = aConsole();
  const id = await house.opened(aReport({ reporter: "harbourhosts" }));
  expect((await findCases(house.store, aSettings(), "harbourhosts")).ids).toEqual([id]);
});

it("takes a report's id, with or without its reporter", async () => {
  expect(await find("hotline/r-2")).toEqual([wholeHost]);
  expect(await find("r-2")).toEqual([wholeHost]);
  expect(await find("cert/r-2")).toEqual([]);
  expect(await find("R-2")).toEqual([wholeHost]);
  expect(await find("Hotline/R-2")).toEqual([wholeHost]);
});

it("takes the number of a message that can't be read, goes to it, and says nothing of what is in it", async () => {
  const house = aConsole();
  await house.unreadable('{"reporter":"hotline","reportId":"R-77","target":{"url":"https://secret.bad.example/x"},}');
  for (const q of ["R-77", " r-77 "]) {
    const { status, headers, text: page } = await house.post("/search", { q });
    const id = headers.get("location")?.slice("/cases/".length) ?? "";
    expect([status, (await house.readEntry(id)).messages, page.includes("secret")]).toEqual([303, 1, false]);
  }
  expect((await house.post("/search", { q: "R-78" })).text).toContain("Nothing was found.");
});

it("shows the very message of that number, of many that lie in one place", async () => {
  const house = aConsole();
  const problem = { kind: "unreadable", field: "category", reason: "Which?", fix: "Say one." } as const;
  for (const number of ["R-77", "R-78"])
    await house.takenIn({
      text: `{"reportId":"${number}"}`,
      lane: "standard",
      source: { sender: "AROAFEED" },
      problem,
    });
  const { headers } = await house.post("/search", { q: "R-78" });
  expect(headers.get("location")).toMatch(/\?message=2#message$/);
  const { text: page } = await house.get(headers.get("location")?.split("#")[0] ?? "");
  expect([page.includes("R-78"), page.includes("R-77")]).toEqual([true, false]);
});

it("gives both where the same number was read later", async () => {
  const house = aConsole();
  await house.unreadable('{"reporter":"hotline","reportId":"r-1",}');
  const read = await house.opened(aReport({ reportId: "r-1" }));
  const { ids, only } = await findCases(house.store, aSettings(), "r-1");
  expect([ids.length, ids[0], only]).toEqual([2, read, undefined]);
  const { text: page } = await house.post("/search", { q: "r-1" });
  expect(page).toContain("message that could not be read");
});

it("takes exactly one URL, in clear, defanged, or without its scheme, and gives every category's case", async () => {
  for (const query of [
    "https://shop.bad.example/login",
    "hxxps://shop[.]bad[.]example/login",
    "shop.bad.example/login",
    "HTTPS://SHOP.BAD.EXAMPLE/login#top",
    "hxxps[:]//shop[.]bad[.]example/login",
    "https[://]shop.bad(dot)example/login",
    "<https://shop.bad.example/login>",
    "https://shop.bad.example:443/login",
  ]) {
    expect(await find(query), query).toEqual([caseId, twice]);
  }
  expect(await find("https://shop.other.example/other")).toEqual([]);
});

it("takes the beginning of a number, four signs at least", async () => {
  expect(await find(caseId.slice(0, 7))).toEqual([caseId]);
  expect(await find(`td ${caseId.slice(3, 9).toLowerCase()}`)).toEqual([caseId]);
  expect(await find(caseId.slice(0, 6))).toEqual([]);
  expect(await find(`${caseId.slice(0, 7)}-ZZZZ`)).toEqual([]);
});

it("names one case alone where exactly what was written is reported", async () => {
  const house = aConsole();
  const offer = { kind: "url", url: "https://lotus.shop.example/offer", host: "lotus.shop.example" } as const;
  const id = await house.opened(aReport({ target: offer }));
  const by = (query: string) => findCases(house.store, aSettings(), query);
  for (const query of [offer.url, "hxxps://lotus[.]shop[.]example/offer", offer.host, "r-1", id.slice(0, 7)])
    expect([query, await by(query)]).toEqual([query, { ids: [id], only: id }]);
  for (const query of ["shop.example", "hotline"]) expect([query, await by(query)]).toEqual([query, { ids: [id] }]);
  expect(await by("lotus.shop.example/other")).toEqual({ ids: [id], ofHostAlone: offer.host });
  await house.happened(id, { type: "closed", at: house.now(), outcome: "gone", why: "x" });
  expect(await by("https://lotus.shop.example/offer")).toEqual({ ids: [id], only: id });
  expect(await by("https://lotus.shop.example/other")).toEqual({ ids: [id], ofHostAlone: offer.host });
});

it("takes what a desk calls it, and a desk's mailbox", async () => {
  const asked = await console.opened(aReport({ reportId: "r-9", target: { kind: "host", host: "c.example" } }));
  const told = await console.lookedUp(asked);
  await console.happened(asked, {
    type: "replied",
    at: console.now(),
    noticeId: firstNotice(told),
    replyClass: "acknowledgement",
    authenticated: true,
    mailHash: "one",
    ticket: "ABUSE-4711",
  });
  for (const words of [
    "abuse-4711",
    " ABUSE-4711 ",
    "Abuse@network.example",
    "abuse [at] network [.] example",
    "<abuse@network.example>",
    "abuse(at)network(dot)example",
  ])
    expect(await find(words)).toEqual([asked]);
  await console.happened(asked, { type: "closed", at: console.now(), outcome: "gone", why: "x" });
  expect(await find("c[.]example")).toEqual([asked]);
});

it("takes a whole host or a registered domain, and what stands below it", async () => {
  expect(new Set(await find("bad[.]example"))).toEqual(new Set([wholeHost, caseId, twice]));
  for (const query of [
    "shop.bad.example",
    "shop(dot)bad[dot]example",
    "shop.bad(.)example",
    "shop [.] bad [.] example",
    "shop.bad.example:443",
    "shop[.]bad[.]example:8443",
    "<shop.bad.example>",
  ])
    expect([query, new Set(await find(query))]).toEqual([query, new Set([caseId, twice])]);
  expect(await find("other.bad.example")).toEqual([]);
});

it("takes a reporter by id, former id or name, also of cases that it joined and of one who has left", async () => {
  const house = aConsole();
  const settings = {
    ...aSettings(),
    reporters: aSettings().reporters.map((one) => (one.id === "cert" ? { ...one, formerIds: ["old-cert"] } : one)),
  };
  const by = async (query: string) => (await findCases(house.store, settings, query)).ids;
  const first = await house.opened(aReport());
  house.later(1);
  const former = await house.opened(aReport({ reporter: "old-cert", target: { kind: "host", host: "b.example" } }));
  house.later(1);
  const left = await house.opened(aReport({ reporter: "gone-ngo", target: { kind: "host", host: "c.example" } }));
  await house.happened(first, { type: "joined", at: house.now(), report: aReport({ reporter: "cert" }) });
  for (const id of [first, former, left])
    await house.happened(id, { type: "closed", at: house.now(), outcome: "gone", why: "x" });
  for (const words of ["cert", "CERT", "old-cert", "Example CERT"]) expect(await by(words)).toEqual([former, first]);
  expect(await by("hotline")).toEqual([first]);
  expect(await by("gone-ngo")).toEqual([left]);
});

it("takes a closed case's report by an id of whatever signs", async () => {
  const house = aConsole();
  const ids = ["urn:uuid:7f3a", "2026/11 no. 4", "https://tickets.example/4"];
  for (const [at, reportId] of ids.entries()) {
    const id = await house.opened(aReport({ reportId, target: { kind: "host", host: `h${at}.example` } }));
    await house.happened(id, { type: "closed", at: house.now(), outcome: "gone", why: "x" });
    expect((await findCases(house.store, aSettings(), reportId)).ids, reportId).toEqual([id]);
    expect((await findCases(house.store, aSettings(), `hotline/${reportId}`)).ids, reportId).toEqual([id]);
  }
});

it("takes a provider by its name in the directory and by its domain, of a closed case", async () => {
  const house = aConsole();
  const settings = {
    ...aSettings(),
    directory: [
      directoryEntry.parse({
        name: "Harbour Hosting",
        scope: "network",
        matches: ["192.0.2.0/24"],
        email: "abuse@network.example",
      }),
    ],
  };
  const asked = await house.opened(aReport());
  const noticeId = firstNotice(await house.lookedUp(asked));
  await house.claimed(asked, noticeId);
  await house.sent(asked, noticeId, "m");
  await house.happened(asked, { type: "delivered", at: house.now(), noticeId, sesMessageId: "m" });
  await house.happened(asked, { type: "closed", at: house.now(), outcome: "gone", why: "x" });
  for (const words of ["harbour hosting", "network.example", "network[.]example", "ABUSE@network.example"])
    expect((await findCases(house.store, settings, words)).ids, words).toEqual([asked]);
  expect((await findCases(house.store, settings, "hosting")).ids).toEqual([]);
});

it("gives all of many, page by page, each once, and a later page by no more calls", async () => {
  let calls = 0;
  const store = memoryCaseStore();
  for (const [name, call] of Object.entries(store) as [string, (...all: unknown[]) => unknown][])
    Object.assign(store, {
      [name]: (...all: unknown[]) => {
        calls++;
        return call(...all);
      },
    });
  const house = aConsole({ store });
  const ids: string[] = [];
  for (let at = 0; at < 2 * foundAPage + 3; at++) {
    ids.unshift(await house.opened(aReport({ reportId: `r-${at}`, target: { kind: "host", host: `h${at}.example` } })));
    if (at % 3 === 0) house.later(1);
  }
  const seen: string[] = [];
  const pages: number[] = [];
  let before: FoundPlace | undefined;
  do {
    const { ids: here, next } = await findCases(house.store, aSettings(), "hotline", before);
    seen.push(...here);
    pages.push(here.length);
    before = next;
  } while (before);
  expect(pages).toEqual([foundAPage, foundAPage, 3]);
  expect(new Set(seen)).toEqual(new Set(ids));
  calls = 0;
  const { text } = await house.post("/search", { q: "hotline" });
  const first = calls;
  const place = /name="before" value="([^"]+)"/.exec(text)?.[1] ?? "";
  calls = 0;
  const second = await house.post("/search", { q: "hotline", before: place });
  // A page's cases and a list for each meaning; from its place on, the one list alone.
  expect([first, calls]).toEqual([foundAPage + 5, foundAPage + 1]);
  expect(second.text).toContain(`/cases/${seen[foundAPage]}"`);
  expect(second.text).not.toContain(`/cases/${seen[0]}"`);
  expect((await house.post("/search", { q: "hotline", before: "x#y" })).text).toContain(`/cases/${seen[0]}"`);
});

describe("parts", () => {
  const house = aConsole();
  const open = async (reportId: string, target: Target) => {
    const id = await house.opened(aReport({ reportId, target }));
    house.later(1);
    return id;
  };
  const opened = (async () => {
    const page = "https://login.account-check.bank.example/verify/me";
    const pageCase = await open("urn-7781", { kind: "url", url: page, host: new URL(page).host });
    const host = await open("urn-90", { kind: "host", host: "bank.other.example" });
    await house.lookedUp(pageCase);
    return { page: pageCase, host };
  })();
  const by = async (query: string) => (await findCases(house.store, aSettings(), query)).ids;

  it("finds open cases by a whole label of the host, the newest first", async () => {
    const { page, host } = await opened;
    expect(await by("account-check")).toEqual([page]);
    expect(await by("Bank")).toEqual([host, page]);
  });

  it.each([
    ["a label", "acco"],
    ["what stands behind a hyphen", "chec"],
    ["some labels", "account-check[.]ba"],
    ["an address of the Web", "hxxps://login[.]account-check[.]bank[.]example/veri"],
    ["an address at which the host is", "192.0.2."],
    ["a mailbox that was notified", "abuse@net"],
    ["a report's id", "URN-77"],
    ["a report's id, with its reporter", "hotline/urn-77"],
  ])("finds open cases by the beginning of %s", async (_, query) => {
    const { page } = await opened;
    expect(await by(query)).toContain(page);
  });

  it("finds open cases by a number without its first two letters, from its beginning", async () => {
    const { page } = await opened;
    expect(await by(page.slice("TD-".length, "TD-".length + 7).toLowerCase())).toEqual([page]);
  });

  it.each(["ban", "count", "example", "exam", "network.example"])("finds nothing by %j", async (query) => {
    await opened;
    expect(await by(query)).toEqual([]);
  });

  it("finds closed cases by whole names alone", async () => {
    const closing = aConsole();
    const id = await closing.opened(aReport({ target: { kind: "host", host: "shop.cove.example" } }));
    const of = async (query: string) => (await findCases(closing.store, aSettings(), query)).ids;
    expect([await of("cove"), await of("shop.co")]).toEqual([[id], [id]]);
    await closing.happened(id, { type: "closed", at: closing.now(), outcome: "gone", why: "x" });
    expect([await of("cove"), await of("shop.co"), await of("cove.example")]).toEqual([[], [], [id]]);
  });

  it("opens 300 open cases at most, those with the label first, and says where there are more", async () => {
    const many = aConsole();
    const oldest = await many.opened(aReport({ target: { kind: "host", host: "cove.example" } }));
    for (let at = 0; at < 300; at++) {
      many.later(1);
      await many.opened(aReport({ reportId: `n-${at}`, target: { kind: "host", host: `h${at}.example` } }));
    }
    const of = (query: string) => findCases(many.store, aSettings(), query);
    expect(await of("cove")).toEqual({ ids: [oldest], isCut: true });
    expect(await of("cove.exam")).toEqual({ ids: [], isCut: true });
    expect((await many.post("/search", { q: "cove.exam" })).text).toContain("Of the open cases, only those");
  });
});

it.each(["", "   ", "%", "http://", "javascript:alert(1)", "../../x", "a".repeat(9000)])(
  "finds nothing by %j",
  async (query) => {
    expect(await find(query)).toEqual([]);
  },
);
