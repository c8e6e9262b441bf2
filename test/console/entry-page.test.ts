import { expect, it } from "vitest";
import { closingOf } from "../../functions/store/queue-entry.ts";
import { nativeMessage } from "../support/a-flow.ts";
import { aConsole } from "./a-console.ts";

const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? "";
const anEntryPage = async (given: Parameters<typeof aConsole>[0] = {}) => {
  const console = aConsole(given);
  const id = await console.unreadable(
    nativeMessage({ target: { url: "https://login.bad.example/x" }, seenAt: "2026-11-24T01:00:00Z" }),
    "category",
  );
  const { text } = await console.get(`/cases/${id}`);
  return { console, id, text, version: versionIn(text), path: `/cases/${id}/entry` };
};

it("says what is wrong and offers what to do, each with its reason", async () => {
  const { text } = await anEntryPage();
  for (const words of ["This could not be taken in.", "Retry it as it is", "Discard it", "Take it in as fixed"])
    expect(text).toContain(words);
  expect(text.match(/<textarea[^>]*name="why"/g)).toHaveLength(2);
  expect(text).not.toContain("Passed on; close it");
});

it("shows no reported address in clear, not even where its message is edited", async () => {
  const { text } = await anEntryPage();
  expect(text).toContain("hxxps://login[.]bad[.]example/x");
  expect(text).not.toContain("login.bad.example");
});

it("is discarded, and says by whom; it can be opened again", async () => {
  const { console, id, version, path } = await anEntryPage();
  const { status, headers } = await console.post(path, { does: "discard", version, why: "A test message." });
  expect([status, headers.get("location")]).toEqual([303, `/cases/${id}?done=discard`]);
  const { text } = await console.get(`/cases/${id}?done=discard`);
  for (const words of ["Closed: discarded by jane", "A test message.", "Open it again"]) expect(text).toContain(words);
  await console.post(path, { does: "reopen", version: versionIn(text), why: "A slip." });
  expect(closingOf(await console.readEntry(id))).toBeUndefined();
  expect((await console.get("/?state=decided")).text).toContain("Opened again");
});

it("is fixed in its text, whose defanged addresses are read as what they stand for", async () => {
  const { console, id, text, version, path } = await anEntryPage();
  const [, edited = ""] = /<textarea id="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(text) ?? [];
  const fields = { does: "fix", version, message: "1", why: "By phone.", text: edited.replaceAll("&quot;", '"') };
  expect((await console.post(path, fields)).status).toBe(303);
  expect(console.putBack()).toMatchObject([{ text: expect.stringContaining("https://login.bad.example/x") }]);
  expect(closingOf(await console.readEntry(id))?.does).toBe("fix");
});

it("keeps what was typed where it still can't be taken in, and says what is wrong", async () => {
  const { console, version, path } = await anEntryPage();
  const fields = { does: "fix", version, message: "1", why: "By phone.", text: '{"reporter":"nobody"}' };
  const { status, text } = await console.post(path, fields);
  expect([status, console.putBack()]).toEqual([422, []]);
  for (const words of ["By phone.", "nobody", "It still can’t be taken in", 'id="text-problem"'])
    expect(text.replaceAll("&#39;", "’")).toContain(words);
});

it.each([
  [{ why: "" }, 422, "Say why in a sentence"],
  [{ version: "0" }, 409, "Messages or actions came since you saw it"],
  [{ does: "explode" }, 404, "No such case"],
])("records nothing by %j", async (spoilt, status, words) => {
  const { console, id, version, path } = await anEntryPage();
  const answer = await console.post(path, { does: "discard", version, why: "x", ...spoilt });
  expect([answer.status, answer.text.includes(words)]).toEqual([status, true]);
  expect((await console.readEntry(id)).actions).toEqual([]);
});

it("offers a reader nothing to do", async () => {
  const { console, id } = await anEntryPage();
  const reader = aConsole({ mayDecide: false, store: console.store });
  const { text } = await reader.get(`/cases/${id}`);
  expect([text.includes("Only reviewers answer."), text.includes('name="does"')]).toEqual([true, false]);
});
