import { beforeEach, describe, expect, it } from "vitest";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { aCandidate, anAnswer, aSettings } from "../support/a-case.ts";
import { aConsole, type Console } from "./a-console.ts";
import { press, preview, reportQueued } from "./a-file-of-reports.ts";

let console: Console;
beforeEach(() => {
  console = aConsole();
});

const pasted = (text: string, choices: Readonly<Record<string, string>> = {}) => preview(console, text, choices, false);
const queued = () => reportQueued(console);
const host = "login.bad.example";

describe("what is pasted", () => {
  it("is addresses, one a line, defanged or not; a bad line is named, and stays to be corrected", async () => {
    const look = await pasted("hxxps[://]a.bad[.]example/x\n\n- b.bad.example\n2. https://c.bad.example/y\nno url\n");
    expect(look.text).toContain("1 line not reported");
    expect(look.text).toMatch(/Line 5<\/strong><p>URL or host: it contains a space.*<p class="target">no url<\/p>/);
    const sent = await press(console, look, {}, "report");
    expect(console.queued.map(({ body }) => JSON.parse(body).target)).toEqual([
      { url: "https://a.bad.example/x" },
      { host: "b.bad.example" },
      { url: "https://c.bad.example/y" },
    ]);
    expect(sent.text.match(/>Open its case</g)).toHaveLength(3);
    expect((await press(console, sent, {}, "change")).text).toContain("no url");
  });

  it.each([
    ["rows without a header", "https://a.bad.example/x,phishing\n", "Add a header row, e.g. `url,category`."],
    ["too many lines", "a.bad.example\n".repeat(501), "It has 501 lines. Send 500 at most at once"],
    ["a spreadsheet", "PK\u0003\u0004\u0000", "This is a spreadsheet and no CSV file."],
  ])("is refused as %s, and kept", async (_, text, says) => {
    const look = await pasted(text);
    expect([look.status, look.text.includes(says), look.text.includes(text.slice(0, 4))]).toEqual([422, true, true]);
  });

  it("names what is wrong with all lines once, at the field", async () => {
    const { status, text } = await pasted("a.bad.example\nb.bad.example", { category: "" });
    expect([status, text.match(/class="problem"/g)]).toEqual([422, ['class="problem"']]);
  });

  it("is not read beside a file, and not lost", async () => {
    const form = new FormData();
    form.set("address", "a.bad.example");
    form.set("file", new File(["url\nb.bad.example"], "r.csv"));
    const headers = { "sec-fetch-site": "same-origin" };
    const answer = await console.app.request("/report", { method: "POST", body: form, headers });
    const text = await answer.text();
    expect([
      answer.status,
      text.includes("Paste it or choose a file, not both."),
      text.includes("a.bad.example"),
    ]).toEqual([422, true, true]);
  });
});

it("the last reporter is chosen for who reported for them, in their own browser and name alone", async () => {
  const fields = { address: host, category: "phishing", reporter: "cert", seenAt: "2026-11-24T01:00" };
  const look = await console.post("/report", fields);
  const previewed = /name="previewed" value="([^"]+)"/.exec(look.text)?.[1] ?? "";
  const sent = await console.post("/report", { ...fields, previewed, does: "report" });
  const set = sent.headers.get("set-cookie") ?? "";
  expect(set).toMatch(/^__Host-reporter=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const cookie = set.split(";")[0] ?? "";
  const chosen = async () =>
    /<option value="(\w*)" selected/g.exec((await form(cookie)).split('id="reporter"')[1] ?? "")?.[1];
  const form = async (cookieSent: string) => (await console.get("/report", { cookie: cookieSent })).text;
  expect(await chosen()).toBe("cert");
  console.signIn("bob");
  expect(await chosen()).toBe("");
});

describe("after a report", () => {
  it("its case is waited for, and shown as soon as there is one", async () => {
    const { location } = await press(console, await pasted(`https://${host}/x`), {}, "report");
    expect(location).toMatch(/^\/report\/done\?of=hotline%2Fconsole-[0-9a-f]{16}$/);
    const waits = await console.get(location ?? "");
    expect(waits.headers.get("refresh")).toBe(`2; url=${location}&looked=1`);
    expect(waits.text).toContain(`<a class="button quiet" href="${location}">Show now</a>`);
    const caseId = await console.opened(queued());
    expect((await console.get(location ?? "")).headers.get("location")).toBe(`/cases/${caseId}`);
  });

  it("it is not waited for without end, and no address of ours holds a reference that may be a host", async () => {
    const late = await console.get("/report/done?of=hotline%2Fr-1&looked=15");
    expect([late.headers.get("refresh"), late.text.includes("waits for its turn")]).toEqual([null, false]);
    expect(late.text).toContain("It may wait for its turn");
    const sent = await press(console, await pasted(`https://${host}/x`, { reportId: host }), {}, "report");
    expect([sent.location, sent.text.includes("Find its case")]).toEqual([null, true]);
    expect(sent.text).not.toMatch(new RegExp(`(?:href|action)="[^"]*${host}`));
  });

  it("a reference that was used for another page leads to its own case", async () => {
    const first = await press(console, await pasted("a.bad.example", { reportId: "r-1" }), {}, "report");
    const caseId = await console.opened(queued());
    const other = await press(console, await pasted("b.bad.example", { reportId: "r-1" }), {}, "report");
    expect((await console.get(first.location ?? "")).headers.get("location")).toBe(`/cases/${caseId}`);
    expect((await console.get(other.location ?? "")).status).toBe(200);
  });
});

describe("whom a report would notify", () => {
  const desk = aCandidate({ email: "abuse@network.example" });
  const answer = anAnswer({ candidates: [desk] });

  it("is not looked up by a page, and the notice is shown as to a network's desk", async () => {
    console.registries.answers.set(host, answer);
    const { text } = await pasted(`https://${host}/x`, { explanation: "It asks for a password." });
    expect(text).toContain("The abuse contact is not known yet");
    const [, mail = ""] = /<pre>(.*?)<\/pre>/s.exec(text) ?? [];
    for (const says of ["login[.]bad[.]example", "It asks for a password."]) expect(mail).toContain(says);
    expect(console.registries.asked.size).toBe(0);
  });

  it("is looked up by a button, once for each host", async () => {
    console.registries.answers.set(host, answer);
    const look = await pasted(`https://${host}/x\nhttps://${host}/y\n`);
    const { text } = await press(console, look, {}, "look-up");
    expect([...console.registries.asked]).toEqual([host]);
    expect(text.match(/Notifies <span class="mailbox">abuse@network\.example<\/span>/g)).toHaveLength(2);
    expect(text).not.toContain("Look up the contact now");
    expect(console.queued).toEqual([]);
  });

  it("is said to have no answer yet where there is none", async () => {
    const { text } = await press(console, await pasted(host), {}, "look-up");
    expect(text).toContain("No answer yet");
  });

  it("is known by the last case of the same host", async () => {
    await press(console, await pasted(`https://${host}/x`), {}, "report");
    const caseId = await console.opened(queued());
    await console.lookedUp(caseId, answer);
    const { text } = await pasted(`https://${host}/other`);
    expect(text).toContain("abuse@network.example");
    expect(text).toContain(`known by: ${caseId}, of the same host, looked up`);
    console.later(8 * 24 * 60);
    expect((await pasted(`https://${host}/other`)).text).toContain("The abuse contact is not known yet");
  });

  it("is known by the directory", async () => {
    const pages = { name: "Pages", matches: ["pages.example"], email: "abuse@pages.example", scope: "platform" };
    console = aConsole({ settings: settingsSchema.parse({ ...aSettings(), directory: [pages] }) });
    const { text } = await pasted("https://bad.pages.example/");
    for (const says of ["(known by: our directory)", "abuse@pages.example"]) expect(text).toContain(says);
  });

  it("is nobody before a person answered what is asked first", async () => {
    const { text } = await pasted("parliament.example", { category: "fraud" });
    expect(text).toContain("A person is asked first:");
    expect(text).not.toContain("The notice as it would be written now");
  });
});
