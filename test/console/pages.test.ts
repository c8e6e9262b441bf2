import { beforeAll, describe, expect, it } from "vitest";
import { needsClearance } from "../../functions/case/clearance.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { categories } from "../../functions/report/category.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { aCandidate, aCase, anAnswer, aReport, aSettings } from "../support/a-case.ts";
import { aConsole, aNight, textOf } from "./a-console.ts";

const console = aConsole();
let night: Awaited<ReturnType<typeof aNight>>;
beforeAll(async () => {
  night = await aNight(console);
});

it("what waits stands worst first, with lane, category, host, question, reason and wait", async () => {
  const { text, status } = await console.get("/");
  expect(status).toBe(200);
  const order = [...text.matchAll(/<li class="(\w+)" data-row[^>]*>[\s\S]*?href="\/cases\/([^"?]+)/g)].map(
    ([, lane, id]) => [lane, id],
  );
  expect(order).toEqual([
    ["urgent", night.live],
    ["urgent", night.child],
    ["standard", night.phishing],
    ["standard", night.parliament],
    ["standard", night.unread],
  ]);
  const read = textOf(text);
  expect(read).toContain("5 items need you (4 cases, 1 unreadable report) 2 urgent. Worst first.");
  expect(read).toContain("files[.]bad[.]example Urgent Did this notice go out? · Continues without you");
  expect(read).toContain("child sexual abuse material · ");
  expect(read).toContain("3 h 12 min");
  expect(read).toContain("these sources stayed silent");
  expect(text).toContain("<title>5 need you · Example Hotline</title>");
});

it("what waits is said to be nothing when nothing waits", async () => {
  expect(textOf((await aConsole().get("/")).text)).toContain("All is well Worst first.");
});

it("a case's page is in the order of reading, and leads to nothing that is not there", async () => {
  const { text: asked } = await console.get(`/cases/${night.child}`);
  const parts = [...asked.matchAll(/data-part="([^"]+)"/g)].map(([, part]) => part);
  expect(parts).toEqual([
    ...["paused", "title", "reservation", "asked", "next", "notices"],
    ...["reported", "contacts", "by-hand", "notes", "timeline"],
  ]);
  for (const caseId of Object.values(night)) {
    const { text } = await console.get(`/cases/${caseId}`);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    for (const target of targets) expect(text).toContain(`id="${target}"`);
  }
});

it("the list of cases shows where each stands", async () => {
  expect(textOf((await console.get("/?state=all")).text)).toContain("Escalation level 1, 1 notice sent");
});

describe("a case", () => {
  it("shows what was reported, what is next, contacts with their sources, notices and its whole history", async () => {
    const read = textOf((await console.get(`/cases/${night.quiet}`)).text);
    for (const words of [
      "hxxp://203[.]0[.]113[.]80/drop.bin",
      "The reminder to abuse@network.example goes out.",
      "Example Network: hosting network, sure",
      "from RDAP (rdap.registry.example), for 192.0.2.0/24",
      "delivered First notice level 1",
      "The mail service accepted the first notice to abuse@network.example.",
      "hotline reported malware",
      "Reported by Example Hotline 1 report",
    ])
      expect(read).toContain(words);
  });

  it.each([
    [
      { delivered: 3, bounced: 1, answered: 2, acted: 1, unanswered: 1, minutesToAnswer: 180, minutesToRemoval: 4000 },
      "Lately: 3 mails reached it; 1 mail came back; it answered about 2 cases, half of them within 3 " +
        "hours; the content went in 1 case, after 3 days; " +
        "1 notice had no answer until the next escalation level was told.",
    ],
    [
      { delivered: 1, bounced: 0, answered: 1, acted: 0, unanswered: 0, minutesToAnswer: 45 },
      "Lately: 1 mail reached it; it answered about 1 case, after 45 minutes.",
    ],
  ])("says beside a contact what came of the last notices to it (%#)", async (record, says) => {
    const other = aConsole();
    const caseId = await other.opened(aReport());
    await other.lookedUp(caseId, { candidates: [aCandidate({ record })] });
    expect(textOf((await other.get(`/cases/${caseId}`)).text)).toContain(says);
  });

  it.each([
    ["phishing", { domainIsMalicious: true }, true],
    ["phishing", { domainIsMalicious: false }, false],
    ["copyright", { domainIsMalicious: true }, false],
  ] as const)("of %s, with %j: offers a registrar's form: %s", async (category, said, isOffered) => {
    const other = aConsole();
    const target = { kind: "url", url: "https://shop.bad.example/login", host: "shop.bad.example" } as const;
    const caseId = await other.opened(aReport({ category, target, ...said }));
    const host = { url: "https://network.example/abuse", scope: "network" } as const;
    const registrar = { url: "https://registrar.example/abuse", scope: "registrar" } as const;
    await other.lookedUp(caseId, { candidates: [], forms: [registrar, host] });
    const read = textOf((await other.get(`/cases/${caseId}`)).text);
    expect([read.includes(host.url), read.includes(registrar.url)]).toEqual([true, isOffered]);
  });

  it("names the reporter of child abuse by id alone", async () => {
    const { text } = await console.get(`/cases/${night.child}`);
    expect(textOf(text)).toContain("Reported by hotline 1 report");
    expect(text.replace(/<title>.*?<\/title>|<div class="brand">[\s\S]*?<\/div>/g, "")).not.toContain(
      "Example Hotline",
    );
  });

  it("has the form's address as text, and the notice's text ready to paste", async () => {
    const { text } = await console.get(`/cases/${night.live}`);
    expect(text).toContain("https://platform.example/report-abuse");
    expect(text).not.toMatch(/href="https?:/);
    const paste = /<textarea id="form-text"[^>]*>([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? "";
    expect(paste).toContain(`[${night.live}]`);
    expect(paste).toContain("stream[.]bad[.]example");
  });

  it("has what the provider's own interface asks for, field by field, defanged, with what it passes on", async () => {
    const { text } = await console.get(`/cases/${night.live}`);
    const read = textOf(/<details[^>]*><summary>What Cloudflare[\s\S]*?<\/details>/.exec(text)?.[0] ?? "");
    expect(read).toContain("Cloudflare tells the host without our name, and tells the owner nothing.");
    expect(read).toContain("urls hxxp://stream[.]bad[.]example/");
    expect(read).toContain("owner_notification none");
    expect(read).not.toContain("email");
  });

  it("shows a message that could not be read as text, defanged and marked as not trusted", async () => {
    const { text } = await console.get(`/cases/${night.unread}`);
    expect(text).toContain("Untrusted");
    expect(/<pre[^>]*>([\s\S]*?)<\/pre>/.exec(text)?.[1]).toContain("hxxps://unread[.]bad[.]example/x");
  });

  it("shows what was said of unknown reports as one line, with each message beside it, defanged", async () => {
    const other = aConsole();
    for (const reportId of ["lost-1", "http://lost.example/2"]) await other.strayed({ reportId });
    const caseId = await other.strayed({ reportId: "lost-3", status: "hold", note: "see http://lost.example/3" });
    const list = textOf((await other.get("/")).text);
    expect(list).toContain("1 unreadable report needs you");
    expect(list).toContain("3 messages of hotline, about lost-1, hxxp://lost[.]example/2, lost-3. To be held: lost-3.");
    const { text } = await other.get(`/cases/${caseId}`);
    const read = textOf(text);
    expect(read).toContain("Status messages of hotline that fit no report");
    expect(read).toContain("Reports lost-1, hxxp://lost[.]example/2, lost-3 To be held lost-3");
    expect(read).toContain("Message 1 of 3");
    expect(textOf((await other.get(`/cases/${caseId}?message=3`)).text)).toContain("hxxp://lost[.]example/3");
    expect(text).not.toMatch(/https?:\/\//i);
  });

  it("shows the text of each notice", async () => {
    const links = [
      ...(await console.get(`/cases/${night.child}`)).text.matchAll(/href="(\/cases\/[^"]+\/notices\/[^"]+)"/g),
    ].map(([, href]) => href ?? "");
    expect(new Set(links).size).toBe(1);
    const { text, status } = await console.get(links[0] ?? "");
    expect(status).toBe(200);
    expect(text).toContain("hxxps://files[.]bad[.]example/d/4f2a9c");
    expect((await console.get(`/cases/${night.child}/notices/9-first-0000000000`)).status).toBe(404);
  });

  it("holds no reported URL or host in clear, on any page of any case", async () => {
    for (const caseId of Object.values(night)) {
      const { text } = await console.get(`/cases/${caseId}`);
      expect(text.replaceAll("https://platform.example/report-abuse", "")).not.toMatch(/https?:\/\//i);
      expect(text).not.toMatch(/(files|stream|login|unread|shop)\.bad\.example|203\.0\.113\.80/);
    }
  });
});

describe("search", () => {
  it("goes straight to the one case, and lists several", async () => {
    const found = await console.post("/search", { q: "http://203.0.113.80/drop.bin" });
    expect([found.status, found.headers.get("location")]).toEqual([303, `/cases/${night.quiet}`]);
    await console.opened(
      aReport({
        reportId: "r-6",
        category: "botnet",
        target: { kind: "url", url: "http://203.0.113.80/drop.bin", host: "203.0.113.80" },
      }),
    );
    const { text } = await console.post("/search", { q: "hxxp://203[.]0[.]113[.]80/drop.bin" });
    expect([...text.matchAll(/data-row="/g)]).toHaveLength(2);
  });

  it("lists what is known of the host of a page that is not reported, and goes nowhere", async () => {
    const { status, text } = await console.post("/search", { q: "https://files.bad.example/another" });
    expect(status).toBe(200);
    expect(textOf(text)).toContain("This page is not reported. Of the same host, files[.]bad[.]example:");
    expect([...text.matchAll(/data-row="/g)]).toHaveLength(1);
    const reported = await console.post("/search", { q: "hxxps://files[.]bad[.]example/d/4f2a9c" });
    expect(reported.headers.get("location")).toBe(`/cases/${night.child}`);
  });

  it("says once what can be searched, when it finds nothing and when it finds some", async () => {
    const said = "Type a host, page, case number,";
    const none = textOf((await console.get("/search?q=nowhere.example")).text);
    expect([none.includes(`Nothing was found. ${said}`), none.split(said).length]).toEqual([true, 2]);
    // Whoever sees some cases takes them for all.
    const some = textOf((await console.post("/search", { q: "hotline" })).text);
    expect([some.includes("Nothing was found"), some.split(said).length]).toEqual([false, 2]);
  });
});

describe("what would happen to a case like this", () => {
  it("stands in a table for the case that is chosen, by the decider", async () => {
    const { text } = await aConsole().get(
      "/policy/course?category=copyright&country=DE&standing=proxy&reporter=cert&at=2026-12-24T20:00",
    );
    const read = textOf(text);
    expect(read).toContain("Copyright infringement, behind a proxy, Germany");
    expect(read).toContain("After 3 days 11 h 28 Dec 2026, 07:00 UTC Mon 08:00 in Europe/Berlin");
    expect(read).toContain("The first notice to abuse@proxy.example goes out.");
    expect(read).toContain("You are asked “No confirmation that it was removed. What next?”");
    expect(read).toContain("25 Dec 2026, 1 Jan 2027: public holidays at the host in this time");
    expect(text).not.toContain("style=");
  });

  it("is of phishing, now, where nothing was chosen", async () => {
    const { status, text } = await aConsole().get("/policy/course?category=&country=&at=&reporter=");
    expect(status).toBe(200);
    expect(textOf(text)).toContain("Phishing, at a hosting network");
    expect(textOf(text)).toContain("At once 24 Nov 2026, 03:00 UTC");
  });

  it.each([
    ["category", "%3Cb%3E", "&lt;b&gt;"],
    ["lane", "x", "x"],
    ["country", "XX", "XX"],
    ["standing", "x", "x"],
    ["malicious", "x", "x"],
    ["reporter", "nobody", "nobody"],
    ["at", "never", "never"],
    ["unheardOf", "x", "x"],
  ])("is played without a %s that is unknown, and says so above", async (field, said, shown) => {
    const { text } = await aConsole().get(`/policy/course?${field}=${said}`);
    expect(textOf(text)).toContain(`Left out: ${field} “${shown}”. It is played without.`);
    expect(text).toContain('id="course"');
  });

  it("says that a person keeps such notices back now", async () => {
    const until = "2026-11-25T03:00:00.000Z";
    const inhibition = { about: { category: "phishing" }, since: "2026-11-24T02:00:00.000Z", until, planned: until };
    const console = aConsole({ settings: { ...aSettings(), inhibitions: [inhibition] } as Settings });
    const kept = "Notices about phishing are paused None goes out until 25 Nov 2026, 03:00 UTC .";
    expect(textOf((await console.get("/policy/course?category=phishing")).text)).toContain(kept);
    for (const other of ["category=fraud", "category=phishing&at=2026-11-26T03:00"])
      expect(textOf((await console.get(`/policy/course?${other}`)).text)).not.toContain("are paused");
  });
});

it("the policy can be read by somebody who does not program", async () => {
  const read = textOf((await console.get("/policy")).text);
  expect(read).toContain("Child sexual abuse material, sexual exploitation of a child");
  expect(read).toContain("platform or else hosting network; and at the same time the national hotline");
  expect(read).toContain("Next step after 24 hours without an answer");
  expect(read).toContain("Never notified the site’s own mailbox");
  expect(read).toContain("night, weekend and public holidays of the host’s country");
});

it("the forecast for a country says that its police clear a notice of child abuse, as cases are decided", async () => {
  for (const category of categories) {
    const state = { ...aCase({ category }), contact: anAnswer({ country: "FI" }) };
    const isCleared = needsClearance({ cleared: [] }, policyOf(aSettings())(state));
    const { text } = await console.get(`/policy/course?category=${category}&country=FI`);
    expect([category, textOf(text).includes(questionTexts.clearance.asks)]).toEqual([category, isCleared]);
  }
});

it("an entry of the stage's directory says until when its mailbox is valid", async () => {
  const pages = { name: "Pages", scope: "platform", kind: "contact", email: "trust@pages-desk.example" } as const;
  const directory = [{ ...pages, matches: ["pages.example"], xarf: "single" as const, expires: "2026-11-23" }];
  const read = textOf((await aConsole({ settings: aSettings({ directory }) }).get("/settings")).text);
  expect(read).toContain("has this mailbox until 2026-11-23");
});
