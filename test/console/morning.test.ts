import { expect, test } from "vitest";
import { aConsole, askedOfName } from "./a-console.ts";

/** The first form about several on a page, as a browser sends it once an answer is chosen. */
const firstForm = (html: string) => {
  const form = /<form method="post" action="\/reviews\/together[^"]*">([\s\S]*?)<\/form>/.exec(html)?.[1];
  if (form === undefined) return undefined;
  const values = (name: string) => [...form.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))];
  return ["row", "question", "preset"].flatMap((name) =>
    values(name)
      .slice(0, name === "preset" ? 1 : undefined)
      .map(([, value = ""]): [string, string] => [name, value]),
  );
};

test("two hundred cases of forty causes are emptied in at most 120 actions and 60 pages", async () => {
  const console = aConsole();
  const ids: string[] = [];
  for (let at = 0; at < 200; at++) {
    const host = `h${at}.cause${at % 40}.example`;
    const id = await askedOfName(console, host);
    ids.push(id);
  }
  let { text } = await console.get("/");
  let [actions, pages] = [1, 1];
  for (let form = firstForm(text); form; form = firstForm(text)) {
    // The answer is chosen, and a reason at hand pressed.
    actions += 2;
    pages += 1;
    ({ text } = await console.post("/reviews/together", [...form, ["decision", "close:gone"], ["why", ""]]));
  }
  await console.minutePasses();
  for (const id of ids) expect((await console.read(id)).closed?.outcome).toBe("gone");
  expect([actions <= 120, pages <= 60]).toEqual([true, true]);
});
