import { beforeEach, describe, expect, test } from "vitest";
import type { CloseOutcome } from "../../functions/case/close-outcome.ts";
import { lookThrough } from "../../functions/console/look-through.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, askedOfName, firstNotice } from "./a-console.ts";

let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

/** A case about which a desk of the country was asked. */
const asked = async (host: string, country: string): Promise<string> => {
  const id = await console.opened(aReport({ reportId: host, category: "phishing", target: { kind: "host", host } }));
  const [at, attemptId] = [console.now(), `${id}_1`];
  await console.happened(id, {
    type: "contact-answered",
    at,
    answer: anAnswer({ country, candidates: [aCandidate({ email: "abuse@net.example" })] }),
  });
  const noticeId = firstNotice(await console.read(id));
  const claim = { subject: "x", renderHash: "00", recipientHash: "00" };
  await console.happened(id, { type: "send-claimed", at, noticeId, attemptId, ...claim });
  await console.happened(id, { type: "sent", at, noticeId, attemptId, sesMessageId: attemptId });
  return id;
};
const closed = (id: string, outcome: CloseOutcome) =>
  console.happened(id, { type: "closed", at: console.now(), outcome, why: "x" });

/** The figures of a row of the overview, by the heads of their columns, each with the cases that it opens. */
const figuresOf = async (caption: string, row: string, query = "") => {
  const { text } = await console.get(`/overview${query}`);
  const table = text.split("<table").find((one) => one.includes(`<caption>${caption}`)) ?? "";
  const heads = [...table.matchAll(/<th scope="col">([^<]*)/g)].map(([, head]) => head ?? "");
  const cells = table.split("<tr>").find((one) => one.includes('scope="row"') && one.includes(row)) ?? "";
  const figures: Record<string, readonly [string, readonly string[]]> = {};
  for (const [at, [, cell = ""]] of [...cells.matchAll(/<td>(.*?)<\/td>/g)].entries()) {
    const href = /href="([^"]+)"/.exec(cell)?.[1]?.replaceAll("&amp;", "&");
    figures[heads[at + 1] ?? ""] = [cell.replace(/<[^>]*>/g, ""), href === undefined ? [] : await casesIn(href)];
  }
  return figures;
};
/** The cases that a page lists, in the order of their numbers. */
const casesIn = async (path: string): Promise<readonly string[]> => {
  const { status, text } = await console.get(path);
  expect(status).toBe(200);
  return [...new Set([...text.matchAll(/href="\/cases\/(TD-[^"?]+)"/g)].map(([, id]) => id ?? ""))].sort();
};

describe("a figure of the overview opens exactly the cases behind it", () => {
  test("of a country and of all: asked, closed and gone", async () => {
    const [gone, decided, open] = [
      await asked("a.example", "NL"),
      await asked("b.example", "NL"),
      await asked("c.example", "NL"),
    ];
    const german = await asked("d.example", "DE");
    await askedOfName(console, "e.example", anAnswer({ country: "NL" }));
    await closed(gone, "gone");
    await closed(decided, "decided");
    expect(await figuresOf("Cases that a desk was asked about", ">NL<")).toMatchObject({
      Asked: ["3", [gone, decided, open].sort()],
      Closed: ["2", [gone, decided].sort()],
      Gone: ["1", [gone]],
    });
    expect(await figuresOf("Cases that a desk was asked about", ">All<", "?by=category&months=1")).toMatchObject({
      Asked: ["4", [gone, decided, open, german].sort()],
      Gone: ["1", [gone]],
    });
    expect(await figuresOf("The same of all cases", ">Nov 2026<")).toMatchObject({
      Closed: ["2", [gone, decided].sort()],
    });
  });

  test("of a day: what came in and went out, by lane and how it ended, and not what is open again", async () => {
    const [gone, decided, again] = [
      await asked("a.example", "NL"),
      await asked("b.example", "NL"),
      await asked("c.example", "NL"),
    ];
    const unread = await console.unreadable("no report");
    await closed(gone, "gone");
    await closed(decided, "decided");
    await closed(again, "gone");
    await console.happened(again, { type: "reopened", at: console.now(), by: "jane", why: "x" });
    const figures = await figuresOf("In, out and open", ">24 Nov 2026<");
    expect(figures).toMatchObject({
      In: ["3", [gone, decided, again].sort()],
      Out: ["2", [gone, decided].sort()],
      gone: ["1", [gone]],
      decided: ["1", [decided]],
      removed: ["0", []],
    });
    expect(Object.values(figures).flatMap(([, ids]) => ids)).not.toContain(unread);
    console.later(24 * 60);
    await closed(again, "removed");
    expect(await casesIn("/overview/cases?out=2026-11-25")).toEqual([again]);
  });

  test("of a person: the answers that took effect, in the days of the overview", async () => {
    const ids = [];
    for (const host of ["a.example", "b.example", "c.example"]) {
      const id = await askedOfName(console, host);
      ids.push(id);
      const close = { decision: "close", outcome: "gone", why: "It is gone." };
      await console.post(`/cases/${id}/reviews/name-gone.9`, close);
      // Joe answers the second one, and the third is taken back.
      if (host === "a.example") console.signIn("joe");
      if (host === "b.example") console.signIn("jane");
    }
    const [first, second, third = ""] = ids;
    const given = (await console.store.decidedOn("2026-11-24", 9)).items.find(({ caseId }) => caseId === third);
    await console.post("/reviews/take-back", { row: `${third}@name-gone.9@${given?.at}` });
    await console.minutePasses();
    expect(await figuresOf("Who answered", ">jane<")).toEqual({ Answers: ["1", [first]] });
    expect(await figuresOf("Who answered", ">joe<")).toEqual({ Answers: ["1", [second]] });
    const { text } = await console.get("/decided?by=nobody&from=2026-11-01&to=2026-11-24");
    expect(text).toContain("There are none.");
  });

  test("what is no figure is no page, and a place that is none begins at the beginning", async () => {
    const id = await asked("a.example", "NL");
    for (const query of [
      "",
      "?by=x&figure=gone&from=2026-11&to=2026-11",
      "?by=country&figure=gone&from=1000-01&to=2026-11",
    ])
      expect((await console.get(`/overview/cases${query}`)).status).toBe(404);
    const all = "/overview/cases?by=country&figure=asked&from=2026-11&to=2026-11";
    for (const at of ["&at=x&behind=y", "&at=2026-11&behind=%00"]) expect(await casesIn(all + at)).toEqual([id]);
  });

  test("says of mails that no list is kept of a day’s, and where they are", async () => {
    await asked("a.example", "NL");
    expect((await console.get("/overview")).text).toContain("No list is kept of a day");
  });
});

describe("a page of lists that are looked through", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const lists = { names: ["a", "b"], isWanted: (one: number) => one % 50 === 0, placeOf: String };
  const read = async (_: string, behind = "-1") => {
    const items = numbers(1000)
      .filter((one) => one > Number(behind))
      .slice(0, 300);
    return { items, next: items.length < 300 ? undefined : String(items.at(-1)) };
  };

  test("ends where it is full, goes on behind that, and misses none and shows none twice", async () => {
    const first = await lookThrough({ ...lists, read }, undefined);
    expect([first.found.length, first.next]).toEqual([25, { list: "b", behind: "200" }]);
    const second = await lookThrough({ ...lists, read }, first.next);
    expect([...first.found, ...second.found]).toEqual([0, 1].flatMap(() => numbers(20).map((one) => one * 50)));
    expect(second.next).toBeUndefined();
  });

  test("costs no more where nothing is wanted, and says that there is more", async () => {
    let asks = 0;
    const endless = async (): Promise<{ items: readonly number[]; next: string }> => {
      asks += 1;
      return { items: [1], next: "x" };
    };
    const { found, next } = await lookThrough({ ...lists, read: endless, isWanted: () => false }, undefined);
    expect([found, next, asks]).toEqual([[], { list: "a", behind: "x" }, 20]);
  });
});
