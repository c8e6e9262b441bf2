import { beforeEach, expect, it } from "vitest";
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
const confirmedOf = async (filled: typeof words) => ({
  ...filled,
  seen: seenIn((await console.post(path, filled)).text),
  confirmed: "yes",
});
const lettersOf = async () => (await console.read(id)).notices.filter(({ step }) => step === "letter");
const deskOf = async () => (await console.read(id)).notices[0]?.to.email ?? "";

it("shows the mail first, goes with a second click, and stands in timeline and notices", async () => {
  const to = await deskOf();
  expect((await console.get(`/cases/${id}`)).text).toContain("Write to a desk");
  const seen = await console.post(path, { ...words, to });
  expect(seen.status).toBe(200);
  expect(seen.text).toContain("Send this message?");
  expect(seen.text).toMatch(/Re: ABUSE: malware/);
  expect(seen.text).toContain("It was a phone.\nTwice.");
  expect(await lettersOf()).toEqual([]);

  const sent = await console.post(path, { ...words, to, seen: seenIn(seen.text), confirmed: "yes" });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `/cases/${id}?recorded=written`]);
  expect(await lettersOf()).toMatchObject([{ letter: { by: "jane", text: words.text } }]);
  const { text } = await console.get(`/cases/${id}?recorded=written`);
  expect(text).toContain("The message goes out");
  expect(text).toMatch(/jane wrote to [^:]*: They ask\./);
  expect(text).toContain("Our words to the desk:");
  expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["case.letter-written"]);
});

it("that was seen by nobody, or in other words, is shown and not sent", async () => {
  const confirmed = await confirmedOf({ ...words, to: await deskOf() });
  for (const spoilt of [{ seen: "" }, { text: "Nobody saw this." }]) {
    const answer = await console.post(path, { ...confirmed, ...spoilt });
    expect([answer.status, await lettersOf()]).toEqual([200, []]);
    expect(answer.text).toContain("What would go may not be what you saw");
    expect(answer.text).toContain("Send this message?");
  }
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
