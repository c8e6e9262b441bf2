import { beforeEach, describe, expect, it } from "vitest";
import { aReport } from "../support/a-case.ts";
import { aConsole, aNight, type Console } from "./a-console.ts";

let console: Console;
let night: Awaited<ReturnType<typeof aNight>>;
beforeEach(async () => {
  console = aConsole();
  night = await aNight(console);
});

const holdsOf = async (id: string) => (await console.read(id)).holds;

describe("a hold in the console", () => {
  it("is set with why and until when, shows on case and timeline, and is lifted by another person", async () => {
    const path = `/cases/${night.child}`;
    const version = (await console.read(night.child)).version + 1;
    const set = await console.post(`${path}/hold`, { why: "The police asked.", until: "2026-12-01T09:00" });
    expect([set.status, set.headers.get("location")]).toEqual([303, `${path}?recorded=held`]);
    expect(await holdsOf(night.child)).toEqual([
      { by: "jane", why: "The police asked.", since: console.now(), until: "2026-12-01T09:00:00.000Z", version },
    ]);
    const { text } = await console.get(`${path}?recorded=held`);
    expect(text).toContain("On hold: nothing more goes out");
    expect(text).toContain("Nothing goes out: jane holds the case until then.");
    expect(text).toMatch(/jane asked that nothing be sent until [^<]*: The police asked\./);
    console.signIn("ben");
    const lifted = await console.post(`${path}/release`, { why: "They have it." });
    expect(lifted.headers.get("location")).toBe(`${path}?recorded=released`);
    expect(await holdsOf(night.child)).toEqual([]);
    expect((await console.get(path)).text).toContain("The hold was lifted by ben: They have it.");
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["case.held", "case.released"]);
  });

  it("is lifted only where one stands, and set on no message that could not be read", async () => {
    expect((await console.post(`/cases/${night.child}/release`, { why: "x" })).text).toContain(
      "No hold stands on this case",
    );
    expect((await console.post(`/cases/${night.unread}/hold`, { why: "x" })).status).toBe(404);
    expect((await console.post("/cases/TD-0000-0000-0000/hold", { why: "x" })).status).toBe(404);
  });
});

describe("a correction in the console", () => {
  const words = { explanation: "It is another file.", why: "The hotline says so." };
  const seenIn = (text: string): string => /name="seen" value="([0-9a-f]{16})"/.exec(text)?.[1] ?? "";
  /** What a page of these words sends by its second press. */
  const confirmedOf = async (path: string, filled = words) => ({
    ...filled,
    seen: seenIn((await console.post(path, filled)).text),
    confirmed: "yes",
  });
  const correctionsOf = async (id: string) =>
    (await console.read(id)).notices.filter(({ step }) => step === "correction");
  const explanationOf = async (id: string) => (await console.read(id)).evidence.explanation;

  it("shows each mail and its desk first, goes with a second press, and stands in the timeline", async () => {
    const path = `/cases/${night.quiet}`;
    const { text: before } = await console.get(path);
    expect(before).toContain("You see each mail before it goes.");
    const asked = await console.post(`${path}/correct`, words);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain("Send this correction?");
    expect(asked.text).toMatch(/<h2 id="to-[^"]*">To abuse@[^<]* – /);
    expect(asked.text).toMatch(/<p class="subject">[^<]*CORRECTION/);
    expect(asked.text).toMatch(/<pre[^>]*>[^<]*It is another file\.[^<]*<\/pre>/);
    expect(asked.text).toContain("Your reason: The hotline says so.");
    expect([await correctionsOf(night.quiet), console.said]).toEqual([[], []]);
    expect(await explanationOf(night.quiet)).not.toBe(words.explanation);

    const confirmed = { ...words, seen: seenIn(asked.text), confirmed: "yes" };
    const sent = await console.post(`${path}/correct`, confirmed);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${path}?recorded=corrected`]);
    const { text } = await console.get(`${path}?recorded=corrected`);
    expect(text).toContain("The correction goes out");
    expect(text).toContain("Now it says: It is another file.");
    expect(text).toContain("jane corrected the explanation");
    expect(await explanationOf(night.quiet)).toBe(words.explanation);
    expect(await correctionsOf(night.quiet)).toHaveLength(1);
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["case.corrected"]);
  });

  it("pressed twice is told once, and loaded again after another correction tells nothing more", async () => {
    const path = `/cases/${night.quiet}/correct`;
    const confirmed = await confirmedOf(path);
    await console.post(path, confirmed);
    const again = await console.post(path, confirmed);
    expect([again.status, (await correctionsOf(night.quiet)).length]).toEqual([303, 1]);

    console.signIn("ben");
    const bens = { explanation: "It is a third file.", why: "I looked." };
    await console.post(path, await confirmedOf(path, bens));
    const events = () => console.store.history(night.quiet).then((lines) => lines.flatMap(({ events }) => events));
    const before = (await events()).length;
    const late = await console.post(path, confirmed);
    expect(late.status).toBe(200);
    expect(late.text).toContain("What would go may not be what you saw");
    expect(late.text).toContain("Send this correction?");
    expect([(await events()).length, await explanationOf(night.quiet)]).toEqual([before, bens.explanation]);
  });

  it("of a case that somebody holds meanwhile is shown again, with what keeps it back", async () => {
    const path = `/cases/${night.quiet}`;
    const confirmed = await confirmedOf(`${path}/correct`);
    await console.post(`${path}/hold`, { why: "The police ask." });
    const answer = await console.post(`${path}/correct`, confirmed);
    expect([answer.status, await correctionsOf(night.quiet)]).toEqual([200, []]);
    expect(answer.text).toContain("A hold or a question keeps this case back");
    await console.post(`${path}/correct`, { ...confirmed, seen: seenIn(answer.text) });
    expect(await correctionsOf(night.quiet)).toHaveLength(1);
    expect((await console.get(`${path}?recorded=corrected`)).text).toContain("It waits for holds");
  });

  it("of a case that was closed meanwhile is refused, with what was written to copy", async () => {
    const path = `/cases/${night.quiet}/correct`;
    const confirmed = await confirmedOf(path);
    await console.closed(night.quiet);
    const { status, text } = await console.post(path, confirmed);
    expect(status).toBe(422);
    expect(text).toContain("The case is closed");
    expect(text).toMatch(/What you wrote, to copy:<\/p><p class="copy">It is another file\.\nThe hotline says so\.</);
  });

  it("of a case whose notice nobody has says so, and is recorded by a second press", async () => {
    const id = await console.opened(aReport({ reportId: "r-9", target: { kind: "host", host: "untold.example" } }));
    const path = `/cases/${id}/correct`;
    const { text } = await console.post(path, words);
    expect(text).toContain("Record this correction?");
    expect(text).toContain("No desk that is notified by mail has the notice");
    await console.post(path, { ...words, seen: seenIn(text), confirmed: "yes" });
    expect(await explanationOf(id)).toBe(words.explanation);
  });

  it("in the words that stand there already is refused before anything is shown", async () => {
    const path = `/cases/${night.quiet}/correct`;
    await console.post(path, await confirmedOf(path));
    const { status, text } = await console.post(path, words);
    expect([status, text.includes("The case says these very words already")]).toEqual([422, true]);
  });

  it("is made of a case alone, and by a reviewer", async () => {
    expect((await console.post("/cases/TD-0000-0000-0000/correct", words)).status).toBe(404);
    expect((await console.post(`/cases/${night.unread}/correct`, words)).status).toBe(404);
    const reader = aConsole({ mayDecide: false, store: console.store });
    expect((await reader.post(`/cases/${night.quiet}/correct`, words)).status).toBe(403);
  });
});

describe("a closed case in the console", () => {
  it("is opened again with a reason, and goes on; both stand in its timeline and in the list of the day", async () => {
    await console.closed(night.child);
    const path = `/cases/${night.child}`;
    expect((await console.get(path)).text).toContain("Open this case again");
    const done = await console.post(`${path}/reopen`, { why: "It stands there as before." });
    expect([done.status, done.headers.get("location")]).toEqual([303, `${path}?recorded=reopened`]);
    const { text } = await console.get(`${path}?recorded=reopened`);
    expect(text).toContain("The case is open again");
    expect(text).toContain("jane opened it again: It stands there as before.");
    expect(text).not.toContain("Open this case again");
    expect((await console.read(night.child)).closed).toBeUndefined();
    const { text: decided } = await console.get("/?state=decided");
    expect(decided).toContain("Opened again");
    expect(decided).toContain("Nobody asked: the case was closed");
  });

  it("is opened by two presses once", async () => {
    await console.closed(night.child);
    const path = `/cases/${night.child}/reopen`;
    await console.post(path, { why: "x" });
    const again = await console.post(path, { why: "x" });
    expect([again.status, again.text.includes("The case is open; nothing was changed.")]).toEqual([422, true]);
  });
});

it.each([
  ["hold", { why: " " }, "why", "Say why in a sentence"],
  ["hold", { why: "x", until: "tomorrow" }, "until", "Not a valid date and time"],
  ["hold", { why: "x", until: "2026-11-01T09:00" }, "until", "This moment is over already"],
  ["correct", { why: "x", explanation: " " }, "explanation", "Write what is right"],
  ["correct", { why: "", explanation: "Another file." }, "why", "Say why in a sentence"],
  ["reopen", { why: " " }, "why", "Say why in a sentence"],
] as const)("%s of %j is refused in words at its field, with what was filled in", async (does, filled, field, says) => {
  if (does === "reopen") await console.closed(night.quiet);
  const before = await console.read(night.quiet);
  const { status, text } = await console.post(`/cases/${night.quiet}/${does}`, filled);
  expect([status, text.includes("Not recorded")]).toEqual([422, true]);
  expect(text).toMatch(new RegExp(`class="problem" id="${field}-${does}-problem">${says}`));
  for (const words of Object.values<string>(filled)) expect(text).toContain(words.trim());
  expect(await console.read(night.quiet)).toEqual(before);
});
