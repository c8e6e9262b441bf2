import { describe, expect, test } from "vitest";
import { deskIdOf } from "../../functions/case/case-id.ts";
import { aCandidate, anAnswer, aReport, aSettings } from "../support/a-case.ts";
import { aConsole, type Console, firstNotice, records, seenIn, textOf } from "./a-console.ts";

const desk = aCandidate();
const told = async (console: Console, reportId = "r-1"): Promise<string> => {
  const caseId = await console.opened(aReport({ reportId, target: { kind: "host", host: `${reportId}.bad.example` } }));
  await console.happened(caseId, {
    type: "contact-answered",
    at: console.now(),
    answer: anAnswer({ candidates: [desk] }),
  });
  return caseId;
};

const optsOut = { desk: desk.email, why: "They asked us on the phone." };

describe("the page of settings", () => {
  test("shows what the stage's file says and what people decided, with where it comes from", async () => {
    const console = aConsole({ settings: { ...aSettings(), optedOut: ["@never.example"] } });
    await records(console, "/settings/new/opt-out", optsOut);
    const text = textOf((await console.get("/settings")).text);
    expect(text).toContain("@never.example gets no notices. The stage’s file");
    expect(text).toContain(
      `${desk.email} gets no notices. jane, 24 Nov 2026, 03:00 UTC · less than a minute ago : ` +
        "They asked us on the phone.",
    );
  });

  test("has contradictions on top, and what ends within a week", async () => {
    const console = aConsole();
    const limit = { id: "hotline", reportsAMinute: "10", why: "A burst." };
    await records(console, "/settings/new/reporter", limit);
    await records(console, "/settings/new/protected", {
      domain: "parliament-2.example",
      until: "2026-11-27T03:00",
      why: "An election.",
    });
    const { text } = await console.get("/settings");
    expect(textOf(text)).toContain("Ends within 7 days parliament-2[.]example");
    expect(textOf(text)).not.toContain("contradict");
    console.decides({ ...aSettings(), reporters: aSettings().reporters.filter(({ id }) => id !== "hotline") });
    const top = textOf((await console.get("/settings")).text);
    expect(top).toContain("1 row contradicts the stage’s file hotline");
    expect(top.indexOf("contradicts")).toBeLessThan(top.indexOf("Ends within"));
  });
});

describe("recording a setting", () => {
  test("says what it touches before anything is recorded, and then records it with who and why", async () => {
    const console = aConsole();
    await told(console);
    await told(console, "r-2");
    const looked = await console.post("/settings/new/opt-out", { ...optsOut, step: "look" });
    expect(textOf(looked.text)).toContain("This affects at least 2 open cases and 2 queued notices");
    expect((await console.deps.decided.store.head()).version).toBe(0);
    const recorded = await console.post("/settings/new/opt-out", {
      ...optsOut,
      step: "record",
      seen: seenIn(looked.text),
    });
    expect([recorded.status, recorded.headers.get("location")]).toEqual([303, "/settings?recorded=in-force"]);
    expect((await console.deps.decided.store.read()).rows).toMatchObject([
      { kind: "opt-out", value: { desk: desk.email }, by: ["jane"], why: optsOut.why, since: console.now() },
    ]);
    expect(console.said).toEqual(['{"code":"settings.changed","outcome":"in-force","count":1}']);
  });

  test("records nothing whose reach nobody has seen", async () => {
    const console = aConsole();
    const looked = await console.post("/settings/new/opt-out", { ...optsOut, step: "look" });
    const changed = { ...optsOut, desk: "@provider.example", step: "record", seen: seenIn(looked.text) };
    const { status, text } = await console.post("/settings/new/opt-out", changed);
    expect([status, textOf(text).includes("what you wrote has changed")]).toEqual([200, true]);
    expect((await console.deps.decided.store.head()).version).toBe(0);
  });

  test.each([
    ["opt-out", { desk: "@com" }, "desk", "a mailbox, a mail domain"],
    ["opt-out", { desk: "@co.uk" }, "desk", "everybody below a public suffix"],
    ["opt-out", { desk: "10.0.0.0/6" }, "desk", "wider than one block"],
    ["opt-out", { desk: "" }, "desk", "is missing"],
    ["reason", { name: "night", text: "two\nlines" }, "text", "write it on one line"],
    [
      "provider",
      { name: "P\u202e", matches: "pages.example", scope: "network" },
      "name",
      "turns the reading order (U+202E)",
    ],
    ["inhibition", { category: "brand", hours: "3", until: "2026-11-25T03:00" }, "until", "say one of the two"],
    ["inhibition", { category: "brand", until: "2027-11-25T03:00" }, "until", "is more than 30 days away"],
    ["protected", { domain: "Not A Domain" }, "domain", "a domain in lower case"],
    ["protected", { domain: "gov.example", until: "2020-01-01T00:00" }, "until", "is past"],
    ["inhibition", { desk: "192.0.2.0/24", hours: "721" }, "hours", "from 1 to 720"],
    ["inhibition", { hours: "12" }, "desk", "say in desk whom it is about"],
    ["provider", { name: "Pages", matches: "pages.example", email: "nobody" }, "email", "a mail address"],
    ["reporter", { id: "hotline", reportsAMinute: "many" }, "reportsAMinute", "a number"],
    ["country", { country: "NL", "hotline.name": "H" }, "hotline-email", "is missing"],
  ])("refuses a bad %s of %j at its field, with what to write", async (kind, fields, field, says) => {
    const console = aConsole();
    const { status, text } = await console.post(`/settings/new/${kind}`, { ...fields, why: "It is so.", step: "look" });
    expect(status).toBe(422);
    expect(text).toContain(`href="#field-${field}"`);
    expect(text).toContain(`id="field-${field}-problem"`);
    expect(textOf(text)).toContain(says);
    expect((await console.deps.decided.store.head()).version).toBe(0);
  });

  test("refuses by its name what is given twice", async () => {
    const console = aConsole();
    const path = "/settings/new/opt-out";
    const looked = await console.post(path, { ...optsOut, step: "look" });
    const twice = [
      ...Object.entries({ ...optsOut, step: "record", seen: seenIn(looked.text) }),
      ["desk", "b@other.example"],
    ];
    const { status, text } = await console.post(path, twice as never);
    expect([status, textOf(text).includes("Desk: is given twice; write it once")]).toEqual([422, true]);
    expect((await console.deps.decided.store.head()).version).toBe(0);
  });

  test("an inhibition lasts until the moment that was said, and its own form keeps that", async () => {
    const console = aConsole();
    const until = "2026-11-25T03:00";
    await records(console, "/settings/new/inhibition", { category: "brand", hours: "", until, why: "An election." });
    expect((await console.deps.decided.store.read()).rows).toMatchObject([{ until: `${until}:00.000Z` }]);
    expect((await console.get("/settings/rows/inhibition-1")).text).toContain(`value="${until}"`);
  });

  test.each(["two\nlines", "red \u001b[31m"])("refuses %j as the reason", async (why) => {
    const console = aConsole();
    const { status, text } = await records(console, "/settings/new/opt-out", { ...optsOut, why });
    expect([status, text.includes('id="why-problem"')]).toEqual([422, true]);
    await records(console, "/settings/new/opt-out", optsOut);
    expect((await console.post("/settings/rows/opt-out-1/end", { why })).status).toBe(422);
    expect((await console.deps.decided.store.head()).version).toBe(1);
  });

  test("asks why, and keeps what was written", async () => {
    const console = aConsole();
    const { status, text } = await records(console, "/settings/new/opt-out", { ...optsOut, why: "" });
    expect([status, text.includes(`value="${desk.email}"`), text.includes('id="why-problem"')]).toEqual([
      422,
      true,
      true,
    ]);
  });
});

describe("the form of a setting", () => {
  test("asks first for what is needed, with an example beside it, and folds the rest", async () => {
    const { text } = await aConsole().get("/settings/new/provider");
    const fold = text.indexOf('<details class="folded"><summary>17 optional fields</summary>');
    const placeOf = (field: string) => text.indexOf(`name="${field}"`);
    expect(["name", "matches", "scope", "email"].map((field) => placeOf(field) < fold)).not.toContain(false);
    expect(["form", "language", "note", "until"].map((field) => placeOf(field) > fold)).not.toContain(false);
    expect(textOf(text)).toContain("Mailbox Example: abuse@pages-desk.example");
  });

  test("shows all once one of the rest says something or is wrong", async () => {
    const console = aConsole();
    const fields = { name: "Pages", matches: "pages.example", scope: "platform", language: "deutsch", step: "look" };
    expect((await console.post("/settings/new/provider", fields)).text).not.toContain("optional fields");
  });

  test("of a row stands below what it says, and both of its buttons take the reason", async () => {
    const console = aConsole();
    await records(console, "/settings/new/opt-out", optsOut);
    const { text } = await console.get("/settings/rows/opt-out-1");
    expect(textOf(text)).toContain(`${desk.email} gets no notices opt-out-1 In force Recorded jane, 24 Nov 2026`);
    expect(text).toContain('action="/settings/rows/opt-out-1/change"');
    expect(text).toContain('formaction="/settings/rows/opt-out-1/end"');
    const refused = await console.post("/settings/rows/opt-out-1/end", { why: "x".repeat(1001) });
    expect([refused.status, refused.text.includes("<title>Error: Settings")]).toEqual([422, true]);
    expect([refused.text.includes('href="#why"'), refused.text.includes("x".repeat(1001))]).toEqual([true, true]);
  });

  test("is shown to no reader, nor for a row that has ended", async () => {
    const reader = aConsole({ mayDecide: false });
    for (const path of ["new/opt-out", "import"])
      expect((await reader.get(`/settings/${path}`)).text).not.toContain("<textarea");
    const console = aConsole();
    await records(console, "/settings/new/reason", { name: "night", text: "Nobody is there.", why: "For nights." });
    expect((await console.post("/settings/rows/reason-1/end", { why: "Somebody is." })).status).toBe(303);
    const { text } = await console.get("/settings/rows/reason-1");
    expect([textOf(text).includes("Over Recorded jane"), text.includes("<textarea")]).toEqual([true, false]);
  });
});

describe("from a case's page", () => {
  test("a desk is never written to again, with its mailbox in no address", async () => {
    const console = aConsole();
    const caseId = await told(console);
    const { text } = await console.get(`/cases/${caseId}`);
    const path = `/settings/new/opt-out?case=${caseId}&desk=${deskIdOf(desk.email)}`;
    expect(text).toContain(`href="${path.replace("&", "&amp;")}"`);
    const form = await console.get(path);
    expect(textOf(form.text)).toContain("This affects at least 1 open case and 1 queued notice");
    const fields = { desk: desk.email, why: "They asked.", step: "record", seen: seenIn(form.text) };
    expect((await console.post("/settings/new/opt-out", fields)).status).toBe(303);
    expect(firstNotice(await console.read(caseId))).not.toBe("");
  });

  test("nothing is written to it for some hours", async () => {
    const console = aConsole();
    const caseId = await told(console);
    const form = await console.get(`/settings/new/inhibition?case=${caseId}&desk=${deskIdOf(desk.email)}`);
    expect(form.text).toContain('value="12"');
    await console.post("/settings/new/inhibition", {
      desk: desk.email,
      hours: "12",
      why: "They fix it tonight.",
      step: "record",
      seen: seenIn(form.text),
    });
    expect((await console.deps.decided.store.read()).rows).toMatchObject([
      { kind: "inhibition", until: "2026-11-24T15:00:00.000Z" },
    ]);
  });

  test("another case's desk, or one that is none of its, is filled in nowhere", async () => {
    const console = aConsole();
    const caseId = await told(console);
    const { text } = await console.get(`/settings/new/opt-out?case=${caseId}&desk=${deskIdOf("a@b.example")}`);
    expect(text).not.toContain("What changes.");
  });
});

describe("what takes two persons", () => {
  const ends = async (console: Console) => {
    await records(console, "/settings/new/opt-out", optsOut);
    const [row] = (await console.deps.decided.store.read()).rows;
    const asked = await console.post(`/settings/rows/${row?.id}/end`, { why: "They write to us again." });
    return { row: row?.id ?? "", location: asked.headers.get("location") };
  };

  test("waits until another signs in and agrees", async () => {
    const console = aConsole();
    const { row, location } = await ends(console);
    expect(location).toBe("/settings?recorded=proposed");
    const { text } = await console.get("/settings");
    expect(textOf(text)).toContain(`Waits for a second person End ${desk.email} (${row})`);
    const proposal = /proposals\/(proposal-\d+)/.exec(text)?.[1] ?? "";
    const asked = (await console.get(`/settings/proposals/${proposal}`)).text;
    expect([asked.includes("I agree"), asked.includes("Take it back")]).toEqual([false, true]);
    const own = await console.post(`/settings/proposals/${proposal}/agree`, {});
    expect([own.status, textOf(own.text).includes("a second, different person")]).toEqual([403, true]);
    console.signIn("anna");
    expect((await console.get(`/settings/proposals/${proposal}`)).text).toContain("I agree");
    expect((await console.post(`/settings/proposals/${proposal}/agree`, {})).status).toBe(303);
    expect((await console.deps.decided.store.read()).rows[0]?.ended).toMatchObject({ by: ["jane", "anna"] });
    expect((await console.post(`/settings/proposals/${proposal}/agree`, {})).status).toBe(409);
  });

  test("is taken back with a reason, and nothing comes of it", async () => {
    const console = aConsole();
    const { row } = await ends(console);
    const back = await console.post("/settings/proposals/proposal-2/take-back", { why: "" });
    expect(back.status).toBe(422);
    expect((await console.post("/settings/proposals/proposal-2/take-back", { why: "A slip." })).status).toBe(303);
    console.signIn("anna");
    expect((await console.post("/settings/proposals/proposal-2/agree", {})).status).toBe(409);
    expect((await console.deps.decided.store.read()).rows.find(({ id }) => id === row)?.ended).toBeUndefined();
  });

  test("is on the audit's page with who, why and what stood before", async () => {
    const console = aConsole();
    await ends(console);
    const text = textOf((await console.get("/settings/audit")).text);
    expect(text).toContain("Asked for proposal-2 Version 2: jane, 24 Nov 2026, 03:00 UTC");
    expect(text).toContain("Added opt-out-1 Version 1: jane");
    expect(text.indexOf("Asked for")).toBeLessThan(text.indexOf("Added"));
  });
});

test("no page of settings is there for a kind, a row or a proposal that is none", async () => {
  const console = aConsole();
  for (const path of ["new/nothing", "kinds/nothing", "rows/opt-out-9", "proposals/x", "else"])
    expect([path, (await console.get(`/settings/${path}`)).status]).toEqual([path, 404]);
});

test("saved reasons are offered wherever somebody types why, as text, and nowhere where nobody saved one", async () => {
  const settings = { ...aSettings(), reasons: [{ name: "night", text: "Nobody is there <b>at night</b>." }] };
  const [offered, plainly] = [aConsole({ settings }), aConsole()];
  for (const console of [offered, plainly]) {
    const caseId = await told(console);
    const unread = await console.unreadable("no report at all");
    for (const path of [`/cases/${unread}`, `/cases/${caseId}`]) {
      const { text } = await console.get(path);
      expect([path, text.includes('name="why"')]).toEqual([path, true]);
      expect([path, text.includes("Nobody is there &lt;b&gt;at night&lt;/b&gt;.")]).toEqual([
        path,
        console === offered,
      ]);
    }
  }
});

describe("a file of settings", () => {
  const posts = async (console: Console, fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const headers = { "sec-fetch-site": "same-origin" };
    const response = await console.app.request("/settings/import", { method: "POST", body: form, headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  test("is exported, edited, looked at and imported, by the text that the command line takes", async () => {
    const console = aConsole();
    await records(console, "/settings/new/opt-out", optsOut);
    const { text } = await console.get("/settings/export");
    expect(text).toContain(`desk: "${desk.email}"`);
    const more = text.slice(text.indexOf('  - kind: "opt-out"')).replace("opt-out-1", "opt-out-2");
    const edited = `${text}${more.replace(desk.email, "@other.example")}`;
    const looked = await posts(console, { text: edited });
    expect(textOf(looked.text)).toContain("Add: @other.example gets no notices");
    expect((await console.deps.decided.store.head()).version).toBe(1);
    const seen = seenIn(looked.text);
    const unexplained = await posts(console, { text: edited, seen });
    expect([unexplained.status, textOf(unexplained.text).includes("why: is empty; say why")]).toEqual([422, true]);
    // A browser ends the lines of a field in its own way.
    const recorded = await posts(console, { text: edited.replaceAll("\n", "\r\n"), seen, why: "They asked." });
    expect([recorded.status, recorded.headers.get("location")]).toEqual([303, "/settings?recorded=in-force"]);
    expect((await console.deps.decided.store.read()).rows.map(({ id }) => id)).toEqual(["opt-out-1", "opt-out-2"]);
  });

  test("is refused by its row, field and fix, and keeps its text", async () => {
    const console = aConsole();
    await records(console, "/settings/new/opt-out", optsOut);
    const text = (await console.get("/settings/export")).text.replace(desk.email, "@co.uk");
    const refused = await posts(console, { text });
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain("opt-out-1, desk: @co.uk means everybody below a public suffix");
    expect(refused.text).toContain("takedown-settings");
    expect((await posts(console, { text: "rows: [" })).status).toBe(422);
  });
});

describe("on the first page, what people keep back", () => {
  test("stands above all else while it holds: a whole category first, and all is not well by it", async () => {
    const console = aConsole();
    await records(console, "/settings/new/inhibition", { desk: desk.email, hours: "48", why: "They fix it." });
    expect((await console.get("/")).text).toContain("All is well");
    await records(console, "/settings/new/inhibition", { category: "phishing", hours: "24", why: "An election." });
    const { text } = await console.get("/");
    const read = textOf(text);
    expect(read).toMatch(
      /Paused for a while all of phishing until 25 Nov 2026, 03:00 UTC .* by jane: An election\. See/,
    );
    expect(read.indexOf("all of phishing until")).toBeLessThan(read.indexOf(`${desk.email} until`));
    expect(text).toContain('href="/settings/rows/inhibition-2"');
    expect(text).not.toContain("All is well");
    console.later(25 * 60);
    expect(textOf((await console.get("/")).text)).not.toContain("all of phishing until");
    expect((await console.get("/")).text).toContain("All is well");
  });
});
