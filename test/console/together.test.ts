import { beforeEach, describe, expect, it } from "vitest";
import { anAnswer } from "../support/a-case.ts";
import { aConsole, askedOfName } from "./a-console.ts";

let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

/** Two cases of one registered name that is out of DNS. */
const twoAlike = async () => {
  const ids: string[] = [];
  for (const host of ["a.gone.example", "b.gone.example"]) {
    const id = await askedOfName(console, host, anAnswer({ askedAt: console.now(), candidates: [], addresses: [] }));
    ids.push(id);
  }
  return ids;
};
const rowsIn = (text: string): readonly string[] =>
  [...text.matchAll(/name="row" value="([^"]+)"/g)].map(([, row]) => row ?? "");

describe("one question of several cases", () => {
  it("stands once, and takes one answer for those chosen, each as it was seen", async () => {
    const [one = "", other = ""] = await twoAlike();
    const rows = rowsIn((await console.get("/")).text).filter((row) => row.includes("name-gone"));
    expect(rows.map((row) => row.split("@")[0]).sort()).toEqual([one, other].sort());
    await console.happened(other, { type: "held", at: console.now(), by: "anna", why: "The police ask for it." });
    const form: [string, string][] = [
      ...rows.map((row): [string, string] => ["row", row]),
      ["question", "name-gone"],
      ["decision", "close"],
      ["outcome", "gone"],
      ["why", "The registry says so."],
    ];
    const { text } = await console.post("/reviews/together", form);
    expect(text).toContain("1 case took your answer");
    expect(text).toContain("it has changed since you saw it");
    expect((await console.store.read(one))?.closed?.outcome).toBe("gone");
    expect((await console.store.read(other))?.closed).toBeUndefined();
  });

  it("records nothing without a reason, a case or an answer", async () => {
    const [one = ""] = await twoAlike();
    const form: [string, string][] = [
      ["row", rowsIn((await console.get("/")).text)[0] ?? ""],
      ["question", "name-gone"],
      ["decision", "close"],
      ["outcome", "gone"],
    ];
    expect((await console.post("/reviews/together", form)).status).toBe(422);
    expect((await console.post("/reviews/together", {})).status).toBe(422);
    expect((await console.store.read(one))?.closed).toBeUndefined();
  });
});
