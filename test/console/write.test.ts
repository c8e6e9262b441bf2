import { beforeEach, describe, expect, it } from "vitest";
import { aConsole, aNight, type Console } from "./a-console.ts";

let console: Console;
let path: string;
let id: string;
beforeEach(async () => {
  console = aConsole();
  id = (await aNight(console)).quiet;
  path = `/cases/${id}/write`;
});

const words = { to: "abuse@host.example", text: "It was a phone.\nTwice.", why: "They ask." };
const seenIn = (text: string): string => /name="seen" value="([0-9a-f]{16})"/.exec(text)?.[1] ?? "";
/** What the page that shows the mail sends. */
const confirmedOf = async (filled: typeof words) => ({
  ...filled,
  seen: seenIn((await console.post(path, filled)).text),
  confirmed: "yes",
});
const lettersOf = async () => {
  const state = await console.read(id);
  return state.kind === "case" ? state.notices.filter(({ step }) => step === "letter") : [];
};
const deskOf = async () => {
  const state = await console.read(id);
  return state.kind === "case" ? (state.notices[0]?.to.email ?? "") : "";
};

describe("writing to a desk in the console", () => {
  it("shows the mail first, goes with a second click, and stands in timeline and notices", async () => {
    const to = await deskOf();
    expect((await console.get(`/cases/${id}`)).text).toContain("Write to a desk");
    const seen = await console.post(path, { ...words, to });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain("Send this letter?");
    expect(seen.text).toMatch(/Re: ABUSE: malware/);
    expect(seen.text).toContain("It was a phone.\nTwice.");
    expect(await lettersOf()).toEqual([]);

    const sent = await console.post(path, { ...words, to, seen: seenIn(seen.text), confirmed: "yes" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `/cases/${id}?recorded=written`]);
    expect(await lettersOf()).toMatchObject([{ letter: { by: "jane", text: words.text } }]);
    const { text } = await console.get(`/cases/${id}?recorded=written`);
    expect(text).toContain("Recorded: the letter goes out");
    expect(text).toMatch(/jane wrote to [^:]*: They ask\./);
    expect(text).toContain("Our words to the desk:");
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["case.letter-written"]);
  });

  it("pressed twice is one letter, and says so", async () => {
    const confirmed = await confirmedOf({ ...words, to: await deskOf() });
    await console.post(path, confirmed);
    const again = await console.post(path, confirmed);
    expect([again.status, (await lettersOf()).length]).toEqual([422, 1]);
    expect(again.text).toContain("These very words went to this desk already");
  });

  it("that was seen by nobody, or in other words, is shown and not sent", async () => {
    const confirmed = await confirmedOf({ ...words, to: await deskOf() });
    for (const spoilt of [{ seen: "" }, { text: "Nobody saw this." }]) {
      const answer = await console.post(path, { ...confirmed, ...spoilt });
      expect([answer.status, await lettersOf()]).toEqual([200, []]);
      expect(answer.text).toContain("What would go may not be what you saw");
      expect(answer.text).toContain("Send this letter?");
    }
  });

  it("of a case that somebody holds meanwhile is shown again, with what keeps it back", async () => {
    const confirmed = await confirmedOf({ ...words, to: await deskOf() });
    await console.post(`/cases/${id}/hold`, { why: "The police ask." });
    const answer = await console.post(path, confirmed);
    expect([answer.status, await lettersOf()]).toEqual([200, []]);
    expect(answer.text).toContain("the letter waits until that is over");
    expect((await console.post(path, { ...confirmed, seen: seenIn(answer.text) })).status).toBe(303);
    expect(await lettersOf()).toHaveLength(1);
  });

  it.each([
    [{ text: "" }, "text-write", "Write what the desk is to read"],
    [{ text: "Write to me@hotline.example" }, "text-write", "It names a mailbox"],
    [{ text: "Do it within one hour." }, "text-write", "The finished mail failed its check"],
    [{ to: "other@host.example" }, "to-write", "A letter goes only to a mailbox that has a notice"],
    [{ why: "" }, "why-write", "Say why in a sentence"],
  ])("of %j is refused in words at its field, with what was filled in", async (spoilt, field, says) => {
    const filled = { ...words, to: await deskOf(), ...spoilt };
    for (const sent of [filled, { ...filled, confirmed: "yes" }]) {
      const answer = await console.post(path, sent);
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(new RegExp(`class="problem" id="${field}-problem">${says}`));
      expect(answer.text).toContain(filled.text.split("\n")[0]);
      expect(await lettersOf()).toEqual([]);
    }
  });

  it("comes from a form of our own pages, of a reviewer, about a case", async () => {
    const to = await deskOf();
    expect((await console.post(path, { ...words, to }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await console.post("/cases/TD-0000-0000-0000/write", words)).status).toBe(404);
    const reader = aConsole({ mayDecide: false, store: console.store });
    expect((await reader.post(path, { ...words, to, confirmed: "yes" })).status).toBe(403);
    expect(await lettersOf()).toEqual([]);
  });
});
