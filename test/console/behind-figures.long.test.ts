import { beforeEach, describe, expect, test } from "vitest";
import type { CloseOutcome } from "../../functions/case/close-outcome.ts";
import type { MailEvent } from "../../functions/case/evolve-notice.ts";
import { lookThrough } from "../../functions/console/look-through.ts";
import { casesBehind } from "../../functions/console/overview/behind.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
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
const delivered = async (id: string) =>
  console.happened(id, {
    type: "delivered",
    at: console.now(),
    noticeId: firstNotice(await console.read(id)),
    sesMessageId: "x",
  });
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
const casesIn = async (path: string): Promise<readonly string[]> => {
  const { status, text } = await console.get(path);
  expect(status).toBe(200);
  return [...new Set([...text.matchAll(/href="\/cases\/(TD-[^"?/]+)"/g)].map(([, id]) => id ?? ""))].sort();
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
      "?open=2020-01-01",
      "?open=2999-01-01",
      "?in=2020-01-01&until=2026-11-24",
      "?mails=2026-11-24&figure=x",
      "?asked=2026-11-24",
    ])
      expect((await console.get(`/overview/cases${query}`)).status).toBe(404);
    const all = "/overview/cases?by=country&figure=asked&from=2026-11&to=2026-11";
    for (const at of ["&at=x&behind=y", "&at=2026-11&behind=%00"]) expect(await casesIn(all + at)).toEqual([id]);
  });

  test("of a day's mails: what went out, was delivered, came back and was complained about", async () => {
    const [quiet, delivered, back, complained] = [
      await asked("a.example", "NL"),
      await asked("b.example", "NL"),
      await asked("c.example", "NL"),
      await asked("d.example", "NL"),
    ];
    const heard = async (id: string, ...what: readonly MailEvent["type"][]) => {
      console.later(1);
      const [at, noticeId] = [console.now(), firstNotice(await console.read(id))];
      for (const type of what)
        await console.happened(
          id,
          type === "bounced"
            ? { type, at, noticeId, permanent: true, detail: "No such user." }
            : type === "complained"
              ? { type, at, noticeId }
              : { type: "delivered", at, noticeId, sesMessageId: "x" },
        );
    };
    await heard(delivered, "delivered");
    // Delivered first, it counts as bounced alone.
    await heard(back, "delivered", "bounced");
    await heard(complained, "delivered", "complained");
    console.later(24 * 60);
    const next = await asked("e.example", "NL");
    expect(await figuresOf("Mails by the day", ">24 Nov 2026<")).toMatchObject({
      Sent: ["4", [quiet, delivered, back, complained].sort()],
      Delivered: ["2", [delivered, complained].sort()],
      Bounced: ["1", [back]],
      Complaints: ["1", [complained]],
    });
    expect(await figuresOf("Mails by the day", ">25 Nov 2026<")).toMatchObject({ Sent: ["1", [next]] });
  });

  test("of a question: all that were asked in the days of the overview, answered or not", async () => {
    const first = await askedOfName(console, "a.example");
    await console.post(`/cases/${first}/reviews/name-gone.9`, { decision: "close", outcome: "gone", why: "Gone." });
    await console.minutePasses();
    console.later(24 * 60);
    const second = await askedOfName(console, "b.example");
    const unread = await console.unreadable("no report");
    const named = questionTexts["name-gone"].asks.split("’")[0] ?? "";
    expect(await figuresOf("Questions put before a person", named)).toMatchObject({
      Asked: ["2", [first, second].sort()],
    });
    const other = questionTexts["not-taken-in"].asks.split("’")[0] ?? "";
    expect(await figuresOf("Questions put before a person", other)).toMatchObject({ Asked: ["1", [unread]] });
  });

  test("of what was open at the end of a day: with desks, before a person, and closed since", async () => {
    const [early, late] = [await asked("a.example", "NL"), await asked("b.example", "NL")];
    const waits = await askedOfName(console, "c.example");
    const urgent = await console.opened(aReport({ reportId: "u", category: "csam", channel: "file-host" }));
    await closed(early, "gone");
    const again = await asked("d.example", "NL");
    await closed(again, "gone");
    console.later(24 * 60);
    await console.happened(again, { type: "reopened", at: console.now(), by: "jane", why: "x" });
    await closed(late, "gone");
    const new_ = await asked("e.example", "NL");
    console.later(24 * 60);
    await closed(again, "removed");
    expect(await figuresOf("In, out and open", ">24 Nov 2026<")).toMatchObject({
      Open: ["4", [late, waits, urgent, again].sort()],
    });
    expect(await figuresOf("In, out and open", ">25 Nov 2026<")).toMatchObject({
      Open: ["4", [waits, urgent, again, new_].sort()],
    });
    expect(await figuresOf("In, out and open", ">26 Nov 2026<")).toMatchObject({
      Open: ["3", [waits, urgent, new_].sort()],
    });
    expect(await casesIn("/overview/cases?open=2026-11-25&lane=urgent")).toEqual([urgent]);
  });

  test("on top: what is open, what came in and went out in a week, and what was gone within a time", async () => {
    const old = await asked("a.example", "NL");
    console.later(8 * 24 * 60);
    const slow = await asked("b.example", "NL");
    const fast = await asked("c.example", "NL");
    console.later(60);
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
      "2 in, the last 7 days": [slow, fast].sort(),
      "2 out, the last 7 days": [slow, fast].sort(),
      "33 % gone within a day of the first notice": [fast],
      "4 days in which half was gone": [slow, fast].sort(),
    });
    expect(await figuresOf("Cases that a desk was asked about", ">NL<")).toMatchObject({
      "in 1 h": ["33 %", [fast]],
      "in 7 days": ["67 %", [slow, fast].sort()],
    });
  });

  test("of 60 mails and questions goes on page by page, each once", async () => {
    for (let at = 0; at < 30; at++) {
      await asked(`m-${at}.example`, "NL");
      await askedOfName(console, `q-${at}.example`);
    }
    for (const path of ["mails=2026-11-24&figure=sent", "asked=2026-11-24&question=name-gone", "open=2026-11-24"]) {
      const ids: string[] = [];
      let next: string | undefined = `/overview/cases?${path}`;
      while (next !== undefined) {
        const { text } = await console.get(next);
        ids.push(...[...text.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id ?? ""));
        next = /href="([^"]+)">Further/.exec(text.replace(/\s+/g, " "))?.[1]?.replaceAll("&amp;", "&");
      }
      expect([path, ids.length, new Set(ids).size]).toEqual([path, path.startsWith("open") ? 60 : 30, ids.length]);
    }
  });
});

test("a page of such a list makes as many calls of a table with 120 cases as of one with 104", async () => {
  const { client, name } = await newTable();
  const calls = countsCalls(client);
  console = aConsole({ store: dynamoCaseStore(client, name, masterKeys) });
  const pages = {
    "mails=2026-11-24&figure=sent": 60,
    "mails=2026-11-24&figure=delivered": 60,
    "asked=2026-11-24&question=name-gone": 35,
    "asked=2026-10-28&until=2026-11-24&question=name-gone": 35,
    "open=2026-11-24": 35,
    "out=2026-11-24": 10,
  };
  const took = async () => {
    const all: Record<string, number> = {};
    for (const path of Object.keys(pages)) {
      calls.take();
      expect((await console.get(`/overview/cases?${path}`)).status).toBe(200);
      all[path] = calls.take().calls;
    }
    return all;
  };
  const filled = async (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      await delivered(await asked(`m-${at}.example`, "NL"));
      await askedOfName(console, `q-${at}.example`);
    }
  };
  await filled(0, 52);
  const few = await took();
  await filled(52, 60);
  expect(await took()).toEqual(few);
  for (const [path, most] of Object.entries(pages))
    expect([path, (few[path] ?? 0) <= most, few[path]]).toEqual([path, true, few[path]]);
}, 60_000);

test("of what waits for persons a page reads some hundred cases at most, whatever it looks for", async () => {
  const id = await askedOfName(console, "a.example");
  const state = await console.read(id);
  let reads = 0;
  const store = {
    ...console.store,
    inReview: async (limit: number) => {
      reads += limit;
      return { items: Array.from({ length: limit }, () => state), cursor: "x" };
    },
  };
  const { found, next } = await casesBehind(
    store,
    { of: "open", day: "2026-11-24", lane: "urgent" },
    undefined,
    console.now(),
  );
  expect([found, next]).toEqual([[], { list: "persons", behind: "x" }]);
  expect(reads).toBeLessThanOrEqual(300);
});

describe("a page of lists that are looked through", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const lists = { names: ["a", "b"], isWanted: (one: number) => one % 50 === 0, placeOf: String };
  const read = async (_: string, behind = "-1") => {
    const items = numbers(1000)
      .filter((one) => one > Number(behind))
      .slice(0, 300);
    return { items, cursor: items.length < 300 ? undefined : String(items.at(-1)) };
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
    const endless = async (): Promise<{ items: readonly number[]; cursor: string }> => {
      asks += 1;
      return { items: [1], cursor: "x" };
    };
    const { found, next } = await lookThrough({ ...lists, read: endless, isWanted: () => false }, undefined);
    expect([found, next, asks]).toEqual([[], { list: "a", behind: "x" }, 20]);
  });
});
