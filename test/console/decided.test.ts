import { beforeEach, expect, it } from "vitest";
import { aConsole, askedOfName } from "./a-console.ts";

let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

const asked = (host: string) => askedOfName(console, host);
const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

it("what was decided lately says by whom, what, and whether for one case or for several at once", async () => {
  const [one, two, three] = [await asked("a.example"), await asked("b.example"), await asked("c.example")];
  const close = { decision: "close", outcome: "gone", why: "It is gone." };
  await console.post(`/cases/${one}/reviews/name-gone.9`, close);
  console.later(1);
  console.signIn("joe");
  const rows = [two, three].map((id) => ["row", `${id}@2@name-gone.9`] as [string, string]);
  await console.post("/reviews/together", [...rows, ["question", "name-gone"], ...Object.entries(close)]);
  const text = textOf((await console.get("/?state=decided")).text);
  expect(text.match(/joe · with others · takes effect at/g)).toHaveLength(2);
  expect(text).toContain("jane · takes effect at");
  expect(text.indexOf("joe")).toBeLessThan(text.indexOf("jane"));
  for (const id of [one, two, three]) expect(text).toContain(id);
  for (const host of ["a", "b", "c"]) expect(text).toContain(`${host}[.]example`);
  expect(text).not.toContain("It is gone.");
  const mine = textOf((await console.get("/?state=decided&mine=yes")).text);
  expect([mine.includes(one), mine.includes(two), mine.includes(three)]).toEqual([false, true, true]);
});

it("what was decided lately is nothing on a day without a decision, and this week’s for what is no day", async () => {
  const id = await asked("a.example");
  await console.post(`/cases/${id}/reviews/name-gone.9`, { decision: "nonsense", why: "x" });
  expect((await console.get("/?state=decided")).text).toContain("There are none.");
  for (const day of ["2026-02-31", "x", "2026-11-24T00:00", "%3Cscript%3E"])
    expect((await console.get(`/?state=decided&from=${day}`)).text).toContain("Left out: from");
});

it("a note stands on the case for whoever looks next, once, and stays inside", async () => {
  const id = await asked("a.example");
  const note = { note: "The desk calls back at nine." };
  for (const _ of ["once", "twice"]) expect((await console.post(`/cases/${id}/note`, note)).status).toBe(303);
  const { text } = await console.get(`/cases/${id}`);
  expect(text.match(/class="words">The desk calls back at nine\./g)).toHaveLength(1);
  expect(text).toContain("jane noted: The desk calls back at nine.");
});

it("a note is refused where it is empty or too long, and of no case", async () => {
  const id = await asked("a.example");
  for (const note of [" ", "x".repeat(1001)])
    expect((await console.post(`/cases/${id}/note`, { note })).status).toBe(422);
  expect((await console.post("/cases/TD-0000-0000-0000/note", { note: "x" })).status).toBe(404);
});

it("a note leaves the newest five on the case, all in its history, and none once it is forgotten", async () => {
  const id = await asked("a.example");
  for (const at of [1, 2, 3, 4, 5, 6]) await console.post(`/cases/${id}/note`, { note: `note ${at}` });
  const { notes } = await console.read(id);
  expect(notes?.map(({ text }) => text)).toEqual([2, 3, 4, 5, 6].map((at) => `note ${at}`));
  await console.closed(id);
  await console.happened(id, { type: "forgotten", at: console.now() });
  expect(await console.read(id)).not.toHaveProperty("notes");
});
