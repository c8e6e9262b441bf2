import { beforeEach, describe, expect, test } from "vitest";
import type { CloseOutcome } from "../../functions/case/close-outcome.ts";
import { lookThrough } from "../../functions/console/list/look-through.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole, askedOfName, firstNotice } from "./a-console.ts";
import { countsCalls } from "./counted-calls.ts";

const newTable = aTableServer();
let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

/** A case about which a desk of the country was asked. */
const asked = async (host: string, country: string): Promise<string> => {
  const id = await console.opened(aReport({ reportId: host, category: "phishing", target: { kind: "host", host } }));
  const noticeId = firstNotice(
    await console.lookedUp(id, { country, candidates: [aCandidate({ email: "abuse@net.example" })] }),
  );
  await console.claimed(id, noticeId);
  await console.sent(id, noticeId, id);
  return id;
};
const heardOf = async (id: string) => ({ at: console.now(), noticeId: firstNotice(await console.read(id)) });
const delivered = async (id: string) =>
  console.happened(id, { type: "delivered", ...(await heardOf(id)), sesMessageId: "x" });
const bounced = async (id: string) =>
  console.happened(id, { type: "bounced", ...(await heardOf(id)), permanent: true, detail: "No such user." });
const closed = (id: string, outcome: CloseOutcome) =>
  console.happened(id, { type: "closed", at: console.now(), outcome, why: "x" });

/** A row's figures of the overview, by their columns' heads, each with the cases that it opens. */
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
const casesIn = async (path: string): Promise<readonly string[]> => {
  const { status, text } = await console.get(path);
  expect(status).toBe(200);
  return [...new Set([...text.matchAll(/href="\/cases\/(TD-[^"?/]+)["?]/g)].map(([, id]) => id ?? ""))].sort();
};

describe("a figure of the overview opens the cases behind it", () => {
  test("of a day: what was opened and closed, by lane and outcome, and not what is open again", async () => {
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
    const figures = await figuresOf("By day", ">24 Nov 2026<");
    expect(figures).toMatchObject({
      Opened: ["3", [gone, decided, again].sort()],
      Closed: ["2", [gone, decided].sort()],
      gone: ["1", [gone]],
      decided: ["1", [decided]],
      removed: ["0", []],
    });
    expect(Object.values(figures).flatMap(([, ids]) => ids)).not.toContain(unread);
    console.later(24 * 60);
    await closed(again, "removed");
    expect(await casesIn("/?state=closed&from=2026-11-25&to=2026-11-25")).toEqual([again]);
  });

  test("of a country or provider: its name opens the cases of these months", async () => {
    const [dutch, german] = [await asked("a.example", "NL"), await asked("b.example", "DE")];
    await delivered(german);
    const { text } = await console.get("/overview");
    const opens = (name: string) =>
      new RegExp(`href="([^"]+)">${name}<`).exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await casesIn(opens("NL"))).toEqual([dutch]);
    // By what cases are found by: a provider that a mail reached, or bounced at.
    expect(await casesIn(opens("net[.]example"))).toEqual([german]);
  });

  test("of a person: the decisions in the days of the overview", async () => {
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
    // What was undone is counted for nobody, and listed as undone.
    expect(await figuresOf("Who answered", ">jane<")).toEqual({ Answers: ["1", [first, third].sort()] });
    expect(await figuresOf("Who answered", ">joe<")).toEqual({ Answers: ["1", [second]] });
    const { text } = await console.get("/?state=decided&by=nobody&from=2026-11-01&to=2026-11-24");
    expect(text).toContain("There are none.");
  });

  test("of a day's mails: what went out, was delivered, came back and was complained about", async () => {
    const [quiet, reached, back, complained] = [
      await asked("a.example", "NL"),
      await asked("b.example", "NL"),
      await asked("c.example", "NL"),
      await asked("d.example", "NL"),
    ];
    console.later(1);
    for (const id of [reached, back, complained]) await delivered(id);
    // Delivered first, it counts as bounced alone.
    await bounced(back);
    await console.happened(complained, { type: "complained", ...(await heardOf(complained)) });
    console.later(24 * 60);
    const next = await asked("e.example", "NL");
    expect(await figuresOf("Mails by the day", ">24 Nov 2026<")).toMatchObject({
      Sent: ["4", [quiet, reached, back, complained].sort()],
      Delivered: ["2", [reached, complained].sort()],
      Bounced: ["1", [back]],
      Complaints: ["1", [complained]],
    });
    expect(await figuresOf("Mails by the day", ">25 Nov 2026<")).toMatchObject({ Sent: ["1", [next]] });
  });

  test("on top: what is open, and what was opened and closed in a week", async () => {
    const old = await asked("a.example", "NL");
    console.later(8 * 24 * 60);
    const [slow, fast] = [await asked("b.example", "NL"), await asked("c.example", "NL")];
    await closed(fast, "gone");
    console.later(3 * 24 * 60);
    await closed(slow, "gone");
    const { text } = await console.get("/overview?months=3");
    const tiles = text.slice(text.indexOf('<ul class="tiles">')).split("</ul>")[0] ?? "";
    const opened = [...tiles.matchAll(/href="([^"]+)" aria-label="([^"]+)"/g)].map(
      async ([, href = "", says = ""]) => [says, await casesIn(href.replaceAll("&amp;", "&"))] as const,
    );
    expect(Object.fromEntries(await Promise.all(opened))).toEqual({
      "1 open, 0 of them urgent": [old],
      "2 opened, the last 7 days": [slow, fast].sort(),
      "2 closed, the last 7 days": [slow, fast].sort(),
    });
  });
});

test("each list goes on page by page, and shows each case once", async () => {
  for (let at = 0; at < 60; at++) {
    await asked(`m-${at}.example`, "NL");
    await askedOfName(console, `q-${at}.example`);
  }
  for (const [query, most] of [
    ["", 60],
    ["state=open", 120],
    ["state=all", 120],
    ["state=all&provider=net.example", 0],
    ["state=all&reporter=hotline", 120],
    ["mail=sent&from=2026-11-24&to=2026-11-24", 60],
  ] as const) {
    const ids: string[] = [];
    let next: string | undefined = `/?${query}`;
    while (next !== undefined) {
      const { text } = await console.get(next);
      ids.push(...[...text.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id ?? ""));
      next = /href="([^"]+)">(?:More|Earlier ones)</.exec(text)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([query, ids.length, new Set(ids).size]).toEqual([query, most, ids.length]);
  }
});

test("a list or search makes as many calls of a table with 210 cases as of one with 156", async () => {
  const { client, name } = await newTable();
  const calls = countsCalls(client);
  console = aConsole({ store: dynamoCaseStore(client, name, masterKeys) });
  const pages = {
    "/?mail=sent&from=2026-11-24&to=2026-11-24": 110,
    "/?state=open": 80,
    "/?state=all": 80,
    "/?state=closed": 80,
    "/?state=decided": 30,
    "a provider: net.example": 150,
    "a domain: other[.]example": 150,
    "a reporter: hotline": 150,
  };
  const took = async () => {
    const all: Record<string, number> = {};
    for (const path of Object.keys(pages)) {
      calls.take();
      const [, q] = path.split(": ");
      expect((await (q ? console.post("/search", { q }) : console.get(path))).status).toBe(200);
      all[path] = calls.take().calls;
    }
    return all;
  };
  const filled = async (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      await delivered(await asked(`m-${at}.example`, "NL"));
      await closed(await asked(`c-${at}.other.example`, "NL"), "gone");
      await askedOfName(console, `q-${at}.example`);
    }
  };
  await filled(0, 52);
  const few = await took();
  await filled(52, 70);
  expect(await took()).toEqual(few);
  for (const [path, most] of Object.entries(pages))
    expect([path, (few[path] ?? 0) <= most, few[path]]).toEqual([path, true, few[path]]);
}, 60_000);

describe("a page of lists that are looked through", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const candidate = (one: number) => ({ place: String(one), rows: async () => (one % 50 === 0 ? [one] : []) });
  const read = async (_: string, behind = "-1") => {
    const items = numbers(1000)
      .filter((one) => one > Number(behind))
      .slice(0, 300);
    const cursor = items.length < 300 ? undefined : String(items.at(-1));
    return { candidates: items.map(candidate), cursor, passed: 0 };
  };

  test("ends where it has cost enough, goes on behind that, and misses none and shows none twice", async () => {
    const rows: number[] = [];
    let next: Parameters<typeof lookThrough>[1];
    do {
      const looked = await lookThrough({ names: ["a", "b"], read }, next);
      expect(looked.looked).toBeLessThanOrEqual(600);
      rows.push(...looked.rows);
      next = looked.next;
    } while (next !== undefined);
    expect(rows).toEqual([0, 1].flatMap(() => numbers(20).map((one) => one * 50)));
  });

  test("costs no more where nothing is wanted, and says that there is more", async () => {
    let asks = 0;
    const endless = async () => {
      asks += 1;
      return { candidates: [], cursor: "x", passed: 1 };
    };
    const { rows, looked, next } = await lookThrough({ names: ["a", "b"], read: endless }, undefined);
    expect([rows, looked, next, asks]).toEqual([[], 100, { list: "a", behind: "x" }, 100]);
  });
});
