import { beforeEach, expect, it } from "vitest";
import { aConsole, type Console } from "./a-console.ts";
import { type Answer, fieldsShown, press, preview } from "./a-file-of-reports.ts";

let console: Console;
beforeEach(() => {
  console = aConsole();
});

const csv = "url,note\nhttps://a.bad.example/x,our informant works there\nhttps://a.bad.example/y,\n";
const previewedAgain = "Nothing was sent: the choices were changed";
const bodies = () => console.queued.map(({ body }) => JSON.parse(body));

it("is what was previewed: the words of a column are not mailed that somebody took back from the list", async () => {
  const chosen = await press(console, await preview(console, csv), { explanationColumn: "note" }, "preview");
  expect(chosen.text).toContain("<dd>our informant works there</dd>");
  const back = await press(console, chosen, { explanationColumn: "" }, "report");
  expect([back.status, back.text.includes(previewedAgain), console.queued.length]).toEqual([200, true, 0]);
  expect(back.text).not.toContain("<dd>our informant works there</dd>");
  expect((await press(console, back, {}, "report")).text).toContain("2 reports are queued.");
  expect(JSON.stringify(bodies())).not.toContain("informant");
});

it.each<[string, string, object]>([
  ["explanationColumn", "note", { evidence: { explanation: "our informant works there" } }],
  ["reporter", "cert", { reporter: "cert" }],
  ["category", "malware", { category: "malware" }],
  ["seenAt", "2026-11-23T02:00", { seenAt: "2026-11-23T02:00:00Z" }],
  ["detectedBy", "hash-match", { evidence: { detectedBy: "hash-match" } }],
  ["address", "url\r\nhttps://b.bad.example/z\r\n", { target: { url: "https://b.bad.example/z" } }],
])("is previewed again where %s was changed, nothing sent before", async (field, value, says) => {
  const look = await preview(console, csv, { detectedBy: "manual-review" });
  expect(fieldsShown(look.text)).toHaveProperty(field);
  const again = await press(console, look, { [field]: value }, "report");
  expect([again.status, again.text.includes(previewedAgain), console.queued.length]).toEqual([200, true, 0]);
  await press(console, again, {}, "report");
  expect(bodies()[0]).toMatchObject(says);
});

it("has every choice in one form, with the button that sends it", async () => {
  const { text } = await preview(console, csv);
  expect(text.match(/<form[^>]*action="\/report"/g)).toHaveLength(1);
});

it("was not changed by a browser's line breaks, whatever the file begins with", async () => {
  for (const [begins, column] of [
    ["\n\n", "note"],
    ["\ufeff", "note"],
    ["\r\n", "of\nmine"],
  ]) {
    const file = `${begins}url,"${column}"\r\nhttps://a.bad.example/x,It asks for a password.\r\n`;
    const look = await press(console, await preview(console, file), { explanationColumn: column ?? "" }, "preview");
    expect((await press(console, look, {}, "report")).location).toMatch(/^\/report\/done/);
  }
  expect(bodies().map(({ evidence }) => evidence)).toEqual(
    Array.from({ length: 3 }, () => ({ explanation: "It asks for a password." })),
  );
});

it("was previewed before it is sent: what was not shown is not", async () => {
  const unseen: Answer = { status: 200, location: null, text: "" };
  const look = await press(
    console,
    unseen,
    { address: csv, reporter: "hotline", category: "phishing", seenAt: "2026-11-24T01:00" },
    "report",
  );
  expect([look.text.includes(previewedAgain), console.queued.length]).toEqual([true, 0]);
});
