import { afterAll, beforeAll, expect, test } from "vitest";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole } from "./a-console.ts";
import { closedCases, closedId, startMillionClosed } from "./a-million-closed.ts";
import { countsCalls } from "./counted-calls.ts";

let table: Awaited<ReturnType<typeof startMillionClosed>>;
let calls: ReturnType<typeof countsCalls>;
let console: ReturnType<typeof aConsole>;
beforeAll(async () => {
  table = await startMillionClosed();
  console = aConsole({ store: dynamoCaseStore(table.client, table.name, masterKeys) });
  calls = countsCalls(table.client);
}, 120_000);
afterAll(() => table.close());

/** What a search answers, the calls that it took and how large their answers were. */
const search = async (fields: Readonly<Record<string, string>>) => {
  calls.take();
  const { text } = await console.post("/search", fields);
  const ids = [...text.matchAll(/href="\/cases\/(TD-[^"?]+)"/g)].map(([, id]) => id);
  return { text, ids, ...calls.take() };
};
const newest = (count: number, step: number, from: number) =>
  Array.from({ length: count }, (_, at) => closedId(from - at * step));

test.each([
  ["a reporter with all of them", "hotline", newest(50, 1, closedCases - 1)],
  ["a provider", "net-7.example", newest(50, 30, closedCases - 3)],
  ["a domain", "cause77[.]example", newest(50, 400, closedCases - 323)],
] as const)(
  "of a million closed cases a search for %s reads one page and a list for each meaning",
  async (_, q, ids) => {
    const found = await search({ q });
    expect(found.ids).toEqual(ids);
    expect(found.calls).toBeLessThan(150);
    expect(found.megabytes).toBeLessThan(1);
  },
);

test("it goes on page by page from where it stood, with no more calls than before", async () => {
  const first = await search({ q: "hotline" });
  const before = /name="before" value="([^"]+)"/.exec(first.text)?.[1] ?? "";
  const second = await search({ q: "hotline", before });
  expect(second.ids).toEqual(newest(50, 1, closedCases - 51));
  expect(second.calls).toBeLessThanOrEqual(first.calls);
});

test("a closed case is found by its host alone, and opens", async () => {
  const answer = await console.post("/search", { q: "c400077.cause77.example" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/cases/${closedId(400_077)}`]);
  expect((await console.get(`/cases/${closedId(400_077)}`)).text).toContain("c400077[.]cause77[.]example");
});

test("a day of thousands, what waits, a filter and the overview read a page each, or counts", async () => {
  const asked = async (path: string) => {
    calls.take();
    const { status } = await console.get(path);
    const { megabytes, ...took } = calls.take();
    return { path, status, ...took, isSmall: megabytes < 1 };
  };
  const bounds = {
    "/": 12,
    "/?country=NL": 12,
    "/?state=all&from=2026-10-01&to=2026-10-01": 65,
    "/?state=closed&from=2026-10-01&to=2026-10-01": 65,
    "/?state=all&country=NL&from=2026-10-01&to=2026-10-31": 400,
    "/?state=decided&by=jane&from=2026-08-26&to=2026-11-24": 110,
    "/overview": 40,
  };
  for (const [path, most] of Object.entries(bounds)) {
    const took = await asked(path);
    expect(took).toMatchObject({ status: 200, isSmall: true });
    expect([path, took.calls <= most, took.calls]).toEqual([path, true, took.calls]);
  }
});
