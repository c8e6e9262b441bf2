import { beforeEach, expect, it } from "vitest";
import { aReport } from "../support/a-case.ts";
import { aConsole, askedOfName, type Console } from "./a-console.ts";

let console: Console;
beforeEach(() => {
  console = aConsole();
});

const pageOf = async (category: "csam" | "phishing"): Promise<string> => {
  const id = await console.opened(
    aReport({
      category,
      target: { kind: "url", url: "https://bad.example/words-in-a-path", host: "bad.example" },
      evidence: { explanation: "What is to be seen there." },
    }),
  );
  return (await console.get(`/cases/${id}`)).text;
};
const withoutDetails = (page: string) => page.replace(/<details class="folded">.*?<\/details>/gs, "");

it("what was written about a child's abuse stands folded on its page, and whole within", async () => {
  const page = await pageOf("csam");
  for (const words of ["words-in-a-path", "What is to be seen there."]) {
    expect(page).toContain(words);
    expect(withoutDetails(page)).not.toContain(words);
  }
  expect(withoutDetails(page)).toContain("bad[.]example");
});

it("what was written about a child's abuse is folded where that helps alone", async () => {
  const page = withoutDetails(await pageOf("phishing"));
  for (const words of ["words-in-a-path", "What is to be seen there."]) expect(page).toContain(words);
});

it("a break is spoken of once, above what comes next, to who answered for an hour without one", async () => {
  for (let nth = 0; nth <= 12; nth++) {
    const id = await askedOfName(console, `host-${nth}.example`);
    const answer = { decision: "close", outcome: "gone", why: "It is gone." };
    const { headers } = await console.post(`/cases/${id}/reviews/name-gone.9`, answer);
    const { text } = await console.get(headers.get("location") ?? "");
    expect([nth, text.includes("60 minutes without a break")]).toEqual([nth, nth === 12]);
    console.later(5);
  }
  expect((await console.get("/")).text).not.toContain("without a break");
});
