import { beforeEach, describe, expect, test } from "vitest";
import { readReviewRank, reviewRank } from "../../functions/matters/review-rank.ts";
import { aConsole, askedOfName } from "./a-console.ts";
import { manyDigests } from "./many-digests.ts";

let console: ReturnType<typeof aConsole>;
let digests: readonly string[];
let cases: string[];
beforeEach(async () => {
  console = aConsole();
  cases = [];
  const early = await askedOfName(console, "early.example");
  digests = await manyDigests(console, 60);
  console.later(5);
  for (const host of ["a.one.example", "b.two.example"]) cases.push(await askedOfName(console, host));
  cases.push(early);
});

const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
/** What a page lists, from above. */
const listedIn = (html: string) => [...new Set([...html.matchAll(/data-row="(TD-[^"]+)"/g)].map(([, id]) => id ?? ""))];

describe("digests never drown cases", () => {
  test.each(["/", "/waiting"])("on %s all cases stand before all digests, however long these wait", async (path) => {
    const { text } = await console.get(path);
    const listed = listedIn(text);
    expect(listed.slice(0, 3).sort()).toEqual([...cases].sort());
    expect(listed.slice(3).every((id) => digests.includes(id))).toBe(true);
    expect(textOf(text)).toContain(`3 cases and 60 digests wait${path === "/" ? " for you" : ""}`);
  });

  test("on call's page has each in a line by its desk, and none as a card", async () => {
    const { text } = await console.get("/");
    expect(text.match(/<li class="card /g)).toHaveLength(3);
    expect(textOf(text)).toContain("Digest for abuse@net-0.example");
  });

  test("a day's cases stand together where digests came between them, which stand folded", async () => {
    const { text } = await console.get("/cases");
    const [before = "", folded = ""] = text.split("<details>");
    expect(listedIn(before).sort()).toEqual([...cases].sort());
    expect(listedIn(folded).sort()).toEqual([...digests].sort());
    expect(textOf(text)).toContain("60 digests among these");
  });

  test("a digest’s place says what it is, of which lane, and that it is only to be read", async () => {
    const state = await console.read(digests[0] ?? "");
    const rank = reviewRank(state) ?? "";
    expect(readReviewRank(rank)).toMatchObject({ caseId: digests[0], lane: "standard", isDigest: true, toRead: false });
    expect(readReviewRank(rank.replace(/^1d/, "4d"))).toMatchObject({ isDigest: true, toRead: true });
    expect(readReviewRank(reviewRank(await console.read(cases[0] ?? "")) ?? "")).not.toHaveProperty("isDigest");
  });
});
