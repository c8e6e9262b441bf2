import { beforeEach, expect, it } from "vitest";
import { lookHeader } from "../../functions/console/case/case-page.tsx";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { viewMinutes } from "../../functions/review/views.ts";
import { allViews } from "../../infra/command/cases.ts";
import { aReport } from "../support/a-case.ts";
import { aConsole, firstNotice } from "./a-console.ts";

/** What a page says that its script is to say when it renews it. */
const lookIn = (text: string): string => / data-look="([^"]+)"/.exec(text)?.[1] ?? "";
const urgent = { category: "csam", channel: "file-host" } as const;
let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});
const seenBy = async (id: string) => (await allViews(console.deps.views, id)).map(({ by }) => by);

it("is kept once for a person and a quarter of an hour, and shown below its timeline", async () => {
  const id = await console.opened(aReport(urgent));
  for (const as of ["jane", "jane", "joe"]) {
    console.signIn(as);
    await console.get(`/cases/${id}`);
  }
  expect((await seenBy(id)).sort()).toEqual(["jane", "joe"]);
  console.later(viewMinutes);
  await console.get(`/cases/${id}`);
  expect(await seenBy(id)).toHaveLength(3);
  const { text } = await console.get(`/cases/${id}`);
  expect(text).toContain("Who looked at it");
  expect(text).toContain("<strong>jane</strong>");
});

it("is one where the page stays open and renews itself, and is said with its end", async () => {
  const id = await console.opened(aReport(urgent));
  let look = lookIn((await console.get(`/cases/${id}`)).text);
  const began = console.now();
  for (let renewals = 0; renewals < 20; renewals++) {
    console.later(5);
    look = lookIn((await console.get(`/cases/${id}`, { [lookHeader]: look })).text);
  }
  expect(await allViews(console.deps.views, id)).toEqual([
    { caseId: id, by: "jane", at: began, until: plusMinutes(began, 100) },
  ]);
  expect((await console.get(`/cases/${id}`)).text).toContain("open until");
});

it("is another one after a pause, after twelve hours, and whatever is said of a look that was not", async () => {
  const id = await console.opened(aReport(urgent));
  let look = lookIn((await console.get(`/cases/${id}`)).text);
  const renewed = async () => {
    look = lookIn((await console.get(`/cases/${id}`, { [lookHeader]: look })).text);
  };
  const looks = async () => (await seenBy(id)).length;
  console.later(viewMinutes + 1);
  await renewed();
  expect(await looks()).toBe(2);
  for (let minutes = 0; minutes <= 12 * 60; minutes += 10) {
    console.later(10);
    await renewed();
  }
  expect(await looks()).toBe(3);
  // Jane's look is none of Joe's, and what is no quarter of an hour, or is to come, begins none.
  console.signIn("joe");
  const other = await console.opened(
    aReport({ ...urgent, reportId: "r-2", target: { kind: "host", host: "b.example" } }),
  );
  for (const said of [look, "x", "2026-11-24T03:07:00.000Z", "2999-01-01T00:00:00.000Z"]) {
    console.later(viewMinutes);
    expect((await console.get(`/cases/${other}`, { [lookHeader]: said })).status).toBe(200);
  }
  expect(await seenBy(other)).toHaveLength(4);
});

it("is kept of its notices and its dossier as well", async () => {
  const id = await console.opened(aReport(urgent));
  await console.get(`/cases/${id}/notices/${firstNotice(await console.lookedUp(id))}`);
  console.signIn("joe");
  await console.get(`/cases/${id}/dossier`);
  expect((await seenBy(id)).sort()).toEqual(["jane", "joe"]);
});

it("is not kept of a standard case, nor of one that is not there", async () => {
  const id = await console.opened(aReport({ category: "phishing" }));
  const { text } = await console.get(`/cases/${id}`);
  await console.get("/cases/TD-0000-0000-0000");
  expect(await seenBy(id)).toEqual([]);
  expect(await seenBy("TD-0000-0000-0000")).toEqual([]);
  expect(text).not.toContain("Who looked at it");
});

it("hides the case from nobody where it cannot be kept or read, and the log says so", async () => {
  const failing = async () => {
    throw new Error("the table is throttled");
  };
  console = aConsole({ views: { note: failing, goOn: failing, of: failing } });
  const id = await console.opened(aReport(urgent));
  const { status, text } = await console.get(`/cases/${id}`);
  expect([status, text.includes("It cannot be read at the moment.")]).toEqual([200, true]);
  const said = console.said.filter((line) => line.includes("view.not-kept")).map((line) => JSON.parse(line));
  expect(said).toEqual([{ code: "view.not-kept", caseId: id, error: expect.stringMatching(/^Error\b/) }]);
});

it("shows the last ten, with a name as text, and says what lists them all", async () => {
  console = aConsole({ person: "<b>jane</b>" });
  const id = await console.opened(aReport(urgent));
  const page = async () => (await console.get(`/cases/${id}`)).text;
  for (let at = 0; at < 10; at++) {
    await page();
    console.later(viewMinutes);
  }
  const lists = `npx takedown case ${id} lists all.`;
  expect(await page()).not.toContain(lists);
  const text = await page();
  expect(text.split("<li><strong>&lt;b&gt;jane&lt;/b&gt;</strong>").length - 1).toBe(10);
  expect([text.includes(lists), text.includes("<b>")]).toEqual([true, false]);
});
