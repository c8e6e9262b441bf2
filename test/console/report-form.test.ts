import { beforeEach, describe, expect, it } from "vitest";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { aSettings } from "../support/a-case.ts";
import { aConsole, type Console, threeAtNight } from "./a-console.ts";
import { type Answer, fieldsShown, press, preview, reportQueued } from "./a-file-of-reports.ts";

let console: Console;
beforeEach(() => {
  console = aConsole();
});

const phishing = {
  address: "hxxps[://]login.bad[.]example/x",
  category: "phishing",
  reporter: "hotline",
  seenAt: "2026-11-24T02:30",
  explanation: "It asks for a bank’s password.",
};
const queued = (at = 0) => reportQueued(console, at);
/** Previews a report that somebody typed; with `does: "report"`, presses the button then. */
const typed = async ({ address = "", does, ...choices }: Readonly<Record<string, string>>): Promise<Answer> => {
  const look = await preview(console, address, choices, false);
  return does === "report" && look.status === 200 ? press(console, look, {}, "report") : look;
};

describe("a report in the console's form", () => {
  it("is shown first, defanged and with its lane, and goes on the queue by the second press", async () => {
    const look = await typed(phishing);
    expect([look.status, console.queued.length]).toEqual([200, 0]);
    expect(look.text).toContain("hxxps://login[.]bad[.]example/x");
    expect(look.text).toContain("standard");
    const sent = await press(console, look, {}, "report");
    expect(sent.status).toBe(303);
    expect(console.queued.map(({ lane }) => lane)).toEqual(["standard"]);
    expect(queued()).toMatchObject({
      reporter: "hotline",
      category: "phishing",
      seenAt: "2026-11-24T02:30:00.000Z",
      enteredBy: "jane",
      target: { url: "https://login.bad.example/x" },
    });
    expect((await console.get(sent.location ?? "")).text).toContain("The report is queued.");
  });

  it("says before it is sent that the domain is said to be malicious, and what its registrar could stop", async () => {
    const words = "registered for the abuse: its registrar may be notified, and can only suspend the whole name";
    expect((await typed(phishing)).text).not.toContain(words);
    expect((await typed({ ...phishing, domainIsMalicious: "yes" })).text).toContain(words);
  });

  it("pressed twice is the same report twice, and another day's is another", async () => {
    const look = await typed(phishing);
    for (const _ of ["once", "twice"]) await press(console, look, {}, "report");
    expect(queued(1).reportId).toBe(queued(0).reportId);
    const other = await typed({ ...phishing, seenAt: "2026-11-23T02:30", does: "report" });
    expect(other.status).toBe(303);
    expect(queued(2).reportId).not.toBe(queued(0).reportId);
  });

  it("names all that is wrong by the queue's own rules, at its fields, and keeps what was written", async () => {
    const { status, text } = await typed({ ...phishing, address: "", category: "", does: "report" });
    expect([status, console.queued.length]).toEqual([422, 0]);
    for (const field of ["address", "category"]) expect(text).toContain(`class="problem" id="${field}-problem"`);
    expect(text).toContain("It asks for a bank’s password.");
  });

  it.each([
    [
      { address: "", service: "t.me", account: "@bad" },
      { kind: "account", host: "t.me", account: "@bad" },
    ],
    [
      { address: "", peer: "192.0.2.7", port: "6881" },
      { kind: "peer", host: "192.0.2.7", port: 6881 },
    ],
    [{ address: "bad[.]example" }, { kind: "host", host: "bad.example" }],
  ])("is of %j what it says", async (fields, target) => {
    await typed({ ...phishing, ...fields, does: "report" });
    expect(queued().target).toMatchObject(target);
  });

  it("was seen now where it does not say when, as its preview says, however late that is sent", async () => {
    const look = await typed({ ...phishing, seenAt: "" });
    console.later(30);
    await press(console, look, {}, "report");
    expect(queued().seenAt).toBe(threeAtNight);
  });

  it("says that the queue did not take it, and keeps all for another press", async () => {
    console.orders.queueIsShut = true;
    const { status, text } = await typed({ ...phishing, does: "report" });
    expect([status, text.includes("1 of 1 not queued")]).toEqual([503, true]);
    expect(fieldsShown(text)).toMatchObject(phishing);
    expect(console.said.map((line) => JSON.parse(line))).toMatchObject([{ code: "report.not-queued" }]);
  });

  it("names the case that is open already, which it joins, and whom that notified", async () => {
    await typed({ ...phishing, does: "report" });
    const caseId = await console.opened(queued());
    const sent = await console.lookedUp(caseId);
    await console.claimed(caseId, sent.notices[0]?.id ?? "");
    await console.sent(caseId, sent.notices[0]?.id ?? "", "ses-1");
    const { text } = await typed({ ...phishing, reportId: "r-9" });
    expect(text).toContain(`This case is open already: <a href="/cases/${caseId}">${caseId}</a>.`);
    expect(text).toContain(`Notified: ${sent.notices[0]?.to.email}.`);
  });

  it("is not taken for a reporter who speaks by senders of their own, and none from who only reads", async () => {
    const settings = settingsSchema.parse({
      ...aSettings(),
      reporters: [
        { id: "hotline", organisation: "Hotline", contact: "desk@hotline.example" },
        { id: "cert", organisation: "CERT", contact: "desk@cert.example", senders: ["AROAEXAMPLEEXAMPLE000"] },
      ],
    });
    console = aConsole({ settings });
    const form = await console.get("/report");
    expect(form.text).toContain("Not offered, as they speak by ways of their own alone: cert.");
    const taken = await typed({ ...phishing, reporter: "cert", does: "report" });
    expect([taken.status, console.queued.length]).toEqual([422, 0]);
    const reader = aConsole({ mayDecide: false });
    expect((await reader.post("/report", { ...phishing, does: "report" })).status).toBe(403);
  });
});

it("words that are mailed are each shown before a report is put on the queue", async () => {
  const words = {
    explanation: "It asks for a bank’s password.",
    reproduce: "From a phone in Norway.",
    imitates: "Nord Bank",
    legitimateSite: "https://bank.example/",
    rightNumber: "EU-123",
    detectedBy: "manual-review",
    source: "honeypot",
  };
  const more = '{"lureType":"security_alert","credentialFields":["user","pass phrase"],"confidence":0.75}';
  const { text } = await typed({ ...phishing, ...words, more, firstSeenAt: "2026-11-23T01:07" });
  const shownWords = [...text.matchAll(/<dt>Mailed: [^<]+<\/dt><dd>([^<]*)<\/dd>/g)].map(([, word]) => word);
  expect(shownWords.toSorted()).toEqual(
    [
      words.explanation,
      words.reproduce,
      words.imitates,
      "hxxps://bank[.]example/",
      words.rightNumber,
      words.detectedBy,
      words.source,
      "security_alert",
      "[&quot;user&quot;,&quot;pass phrase&quot;]",
      "0.75",
    ].toSorted(),
  );
  expect(text).toMatch(/<dt>First seen<\/dt>.*01:07 UTC/);
});

it("whose report it is is chosen by nobody where there are several, in the form and in a file", async () => {
  const [, options = ""] =
    /<select id="reporter"[^>]*>(.*?)<\/select>/s.exec((await console.get("/report")).text) ?? [];
  expect(options).toMatch(/^<option value="" selected[^>]*>Choose<\/option><option value="hotline">/);
  const form = await typed({ ...phishing, reporter: "", does: "report" });
  expect([form.status, form.text.includes('id="reporter-problem"')]).toEqual([422, true]);
  const file = await upload("url\nhttps://a.bad.example/x\n", { reporter: "", does: "report" });
  expect(file.text).toMatch(/Row 2<\/strong><p>Reporter: /);
  expect(console.queued).toEqual([]);
});

// An analyst in Berlin types what the clock on the wall says.
it.each(["look", "report"])("a moment that has not come yet is refused as the queue would, to %s", async (does) => {
  const { status, text } = await typed({ ...phishing, seenAt: "2026-11-24T04:00", does });
  const says = '<a href="#seenAt">Last seen: this moment has not come yet; the field is in UTC.</a>';
  expect([status, text.includes(says), console.queued.length]).toEqual([422, true, 0]);
});

it("what a person should know first is said of a moment long ago, and of what a notice needs", async () => {
  const { text } = await typed({ ...phishing, seenAt: "2024-01-01T00:00", category: "csam" });
  expect(text).toContain("It was last seen more than 90 days ago");
  expect(text).toContain("It lacks the source of its classification (“Source of detection”): a person is asked");
  expect((await typed(phishing)).text).not.toContain("Before you report");
});

it("who entered a report may not clear its case", async () => {
  const look = await typed({ ...phishing, category: "fraud", address: "parliament.example" });
  await press(console, look, {}, "report");
  const id = await console.opened(queued());
  const state = await console.read(id);
  const review = state.reviews.find(({ question }) => question === "protected-target");
  const answer = await console.post(`/cases/${id}/reviews/${review?.id}`, { decision: "clear", why: "x" });
  expect([answer.status, answer.text.includes("You entered a report of this case")]).toEqual([403, true]);
});

const seen = { seenAt: "2026-11-24T01:00" };
/** Previews a file; with `does: "report"`, presses the button then. */
const upload = async (
  csv: string,
  { does, ...choices }: Readonly<Record<string, string>> = {},
  asFile = true,
): Promise<Answer> => {
  const look = await preview(console, csv, choices, asFile);
  return does === "report" ? press(console, look, {}, "report") : look;
};

describe("a file of reports", () => {
  it("is shown with each bad row named; the good rows go on the queue by the second press", async () => {
    const csv = "url,category\nhttps://a.bad.example/x,malware\nno address here,phishing\nhttps://b.bad.example/y,\n";
    const look = await upload(csv);
    expect([look.status, console.queued.length]).toEqual([200, 0]);
    expect(look.text).toContain("1 row not reported");
    expect(look.text).toMatch(/Row 3<\/strong><p>URL or host: /);
    const sent = await upload(csv, { does: "report" }, false);
    expect(sent.status).toBe(200);
    expect(sent.text).toContain("2 reports are queued.");
    expect(sent.text).toContain("1 row not reported");
    expect(sent.text).toMatch(/Row 3<\/strong><p>URL or host: /);
    expect(sent.text).not.toContain("Report these");
    expect((await press(console, sent, {}, "change")).text).toContain("no address here,phishing");
    expect([queued(0).category, queued(1).category]).toEqual(["malware", "phishing"]);
  });

  it("is read as SCART exports it: its headings, semicolons, and only what it calls illegal", async () => {
    const csv =
      "filenumber;url;host;IP;first seen;first NTD;last seen;status;abuse email;country;hoster;registrar;" +
      "classification\n" +
      '"NC1";"https://img.bad.example/1";"img.bad.example";"192.0.2.1";"2026-11-23 10:00:00";"";' +
      '"2026-11-24 01:00:00";' +
      '"open";"abuse@network.example";"NL";"Network";"Registrar";"illegal"\n' +
      '"NC2";"https://img.bad.example/2";"img.bad.example";"192.0.2.1";"";"";"2026-11-24 01:00:00";' +
      '"open";"";"";"";"";' +
      '"not_illegal"\n';
    const given = { category: "csam", detectedBy: "manual-review" };
    const look = await upload(csv, given);
    expect(look.text).toContain("nothing is reported that is not illegal");
    expect(look.text).not.toContain("Left out");
    await upload(csv, { ...given, does: "report" });
    expect(console.queued.map(({ lane }) => lane)).toEqual(["urgent"]);
    expect(queued()).toMatchObject({
      reportId: "NC1",
      target: { url: "https://img.bad.example/1" },
      firstSeenAt: "2026-11-23T10:00:00.000Z",
      seenAt: "2026-11-24T01:00:00.000Z",
      evidence: { detectedBy: "manual-review" },
    });
  });

  it("mails nobody what stands in a column of notes, and asks whether to", async () => {
    const csv = "url,Notes\nhttps://a.bad.example/x,our informant works there\n";
    const look = await upload(csv);
    expect(look.text).toContain("Left out: Notes.");
    expect(look.text).toContain("None of your words is mailed.");
    expect(look.text).toContain(
      '<label for="explanation-column">Mail one of them to the host, as the explanation</label>',
    );
    expect(look.text).toContain('<option value="">None of them</option><option value="Notes">Notes</option>');
    await upload(csv, { does: "report" }, false);
    expect(queued().evidence).toEqual({});
    expect(console.queued[0]?.body).not.toContain("informant");
  });

  it("mails a column that a person chose, after its words were shown", async () => {
    const csv = "url,Remarks,Owner\nhttps://a.bad.example/x,It asks for a password.,mallory\n";
    const look = await upload(csv, { explanationColumn: "Remarks" }, false);
    expect(look.text).toMatch(/<dt>Mailed: Explanation<\/dt><dd>It asks for a password\.<\/dd>/);
    expect(look.text).toContain("Mailed to the host as the explanation: Remarks.");
    expect(look.text).toContain("Left out: Owner.");
    expect(fieldsShown(look.text)).toMatchObject({ explanationColumn: "Remarks", ...seen });
    await press(console, look, {}, "report");
    expect(queued().evidence).toEqual({ explanation: "It asks for a password." });
    expect(console.queued[0]?.body).not.toContain("mallory");
  });

  it("shows each address and each word that its rows are mailed, however many rows there are", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `https://a.bad.example/x${at},It asks for password ${at}.`);
    const { text } = await upload(`url,explanation\n${rows.join("\n")}\n`);
    for (const at of [0, 49, 50, 59]) {
      expect(text).toContain(`hxxps://a[.]bad[.]example/x${at}</section>`);
      expect(text).toContain(`<dd>It asks for password ${at}.</dd>`);
    }
  });

  it("has a row without a last sighting refused, or take what the form says for such rows", async () => {
    const csv = "url,last seen\nhttps://a.bad.example/x,\nhttps://a.bad.example/y,2026-11-23 10:00\n";
    const look = await upload(csv, { seenAt: "" });
    expect(look.text).toMatch(/Row 2<\/strong><p>Last seen: missing\. Add it in the column &quot;last seen&quot;/);
    await upload(csv, { seenAt: "2026-11-22T07:00", does: "report" });
    expect([queued(0).seenAt, queued(1).seenAt]).toEqual(["2026-11-22T07:00:00.000Z", "2026-11-23T10:00:00.000Z"]);
    expect((await console.get("/report")).text).toMatch(/id="seenAt"[^>]*value=""/);
  });

  it.each([
    ["", "URL or host: enter a URL or a host."],
    ["url,category\n", "It has a heading and no rows"],
    ["colour,taste\nred,sweet\n", "Add a header row, e.g. `url,category`"],
    [`url\n${"https://a.bad.example/\n".repeat(501)}`, "It has 501 rows"],
  ])("that is no table of reports is refused in a sentence", async (csv, says) => {
    const { status, text } = await upload(csv);
    expect([status, text.includes(says)]).toEqual([422, true]);
  });

  it("that is too long is refused before it is read, and no other form may be a file", async () => {
    const { status, text } = await upload("x".repeat(1_600_000));
    expect(status).toBe(413);
    expect(text).toMatch(/larger than the 1\.5 MB .* npx takedown report --csv FILE/);
    const form = new FormData();
    form.set("why", "x");
    const wrong = await console.app.request("/search", {
      method: "POST",
      body: form,
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(wrong.status).toBe(415);
  });

  it("names a number that stands at different pages, and nothing of one that stands twice at the same", async () => {
    const again = await upload("url,id\nhttps://a.bad.example/x,T-1\nhttps://a.bad.example/y,T-1\n");
    expect(again.text).toContain("Rows 2, 3: the reference T-1 is used for different pages.");
    const same = await upload("url,id\nhttps://a.bad.example/x,T-1\nhttps://a.bad.example/x,T-1\n");
    expect(same.text).not.toContain("used for different pages");
    expect(same.text).toContain("the same address and category. They go into one case.");
  });

  it("says what to know of its rows, each thing once, and names no report where all rows are bad", async () => {
    const csv =
      "url,category,last seen\nhttps://a.bad.example/x,csam,2024-01-01\n" +
      "https://a.bad.example/y,,\nhttps://a.bad.example/z,csam,\nhttps://a.bad.example/z,csam,\n";
    const { text } = await upload(csv);
    expect(text).toContain("Row 2: It was last seen more than 90 days ago");
    expect(text).toContain("Rows 2, 4, 5: It lacks the source of its classification (“Source of detection”)");
    expect((await upload("url,category\nhttps://a.bad.example/x,none\n")).text).toContain("Nothing to report");
  });
});
