import { beforeEach, describe, expect, it } from "vitest";
import { clockTime } from "../../functions/console/words.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { aConsole, aNight, askedOfName, type Console, reviewOf } from "./a-console.ts";

let console: Console;
let night: Awaited<ReturnType<typeof aNight>>;
beforeEach(async () => {
  console = aConsole();
  night = await aNight(console);
});

const decide = async (caseId: string, question: string, fields: Readonly<Record<string, string>>, from = "") =>
  console.post(`/cases/${caseId}/reviews/${reviewOf(await console.read(caseId), question)}${from}`, {
    why: "It is seen.",
    ...fields,
  });
const closes = { decision: "close", outcome: "gone" };
const rowsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<form method="post" action="\/reviews\/take-back[^"]*"[^>]*>([\s\S]*?)<\/form>/g)].flatMap(
    ([, form = ""]) => [...form.matchAll(/name="row" value="([^"]+)"/g)].map(([, row = ""]) => row),
  );
const takeBack = (rows: readonly string[], from = "") =>
  console.post(
    `/reviews/take-back${from}`,
    rows.map((row): [string, string] => ["row", row]),
  );

describe("a verdict that can be taken back", () => {
  it("stands on the case's page for everybody, with who, until when and the way back", async () => {
    await decide(night.phishing, "no-contact", closes);
    console.signIn("joe");
    const { text } = await console.get(`/cases/${night.phishing}`);
    expect(text).toContain("<strong>jane</strong> decided: Close the case: the content is gone.");
    const at = plusMinutes(console.now(), 1);
    expect(text).toContain(`<time datetime="${at}">${clockTime(at)}</time>`);
    expect(text).toContain('aria-keyshortcuts="u"');
    const rows = rowsIn(text);
    const back = await takeBack(rows);
    expect([back.status, back.headers.get("location")]).toEqual([303, `/cases/${night.phishing}?recorded=taken-back`]);
    const after = await console.get(back.headers.get("location") ?? "");
    expect(after.text).toContain("Nothing was sent; the question is open again.");
    expect(after.text).toContain("joe undid what was decided, before it took effect.");
    await console.minutePasses();
    expect((await console.read(night.phishing)).closed).toBeUndefined();
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["verdict.recorded", "verdict.taken-back"]);
  });

  it("that has taken effect says so, and changes nothing", async () => {
    await decide(night.phishing, "no-contact", closes);
    const rows = rowsIn((await console.get(`/cases/${night.phishing}`)).text);
    await console.minutePasses();
    const late = await takeBack(rows);
    expect([late.status, late.text.includes("It has taken effect, or somebody undid it before you.")]).toEqual([
      409,
      true,
    ]);
    expect((await console.read(night.phishing)).closed?.outcome).toBe("gone");
    expect((await takeBack(rows.map((row) => row.replace(/^[^@]+/, "TD-0000-0000-0000")))).status).toBe(404);
    expect((await takeBack(["nonsense"])).status).toBe(422);
  });

  it("that a colleague gave in the place of the one that was seen stands, and whose it is, is said", async () => {
    await decide(night.phishing, "no-contact", closes);
    const old = rowsIn((await console.get(`/cases/${night.phishing}`)).text);
    console.signIn("joe");
    await takeBack(old);
    await console.minutePasses();
    await decide(night.phishing, "no-contact", { decision: "look-again" });
    console.signIn("jane");
    const late = await takeBack(old);
    expect([late.status, late.text.includes("there is another decision since. joe decided: ")]).toEqual([409, true]);
    expect((await console.read(night.phishing)).reviews[0]?.given?.by).toBe("joe");
  });

  it("is offered above the next case of the list, and leads back into that list", async () => {
    const first = await askedOfName(console, "a.example");
    await askedOfName(console, "b.example");
    const to = (await decide(first, "name-gone", closes, "?in=question%3Dname-gone")).headers.get("location") ?? "";
    const next = await console.get(to);
    const rows = rowsIn(next.text);
    expect(rows).toEqual([`${first}@${reviewOf(await console.read(first), "name-gone")}@${console.now()}`]);
    expect(next.text).toContain('action="/reviews/take-back?in=question%3Dname-gone"');
    const back = await takeBack(rows, "?in=question%3Dname-gone");
    expect(back.headers.get("location")).toBe(`/cases/${first}?in=question%3Dname-gone&recorded=taken-back`);
    expect((await console.get(to)).text).toContain(`${first} asks again`);
    await console.minutePasses();
    console.signIn("joe");
    await decide(first, "name-gone", { decision: "look-again" });
    const later = await console.get(to);
    expect([later.text.includes("there is another decision since. joe decided: "), rowsIn(later.text)]).toEqual([
      true,
      [],
    ]);
  });

  it("is no case that waits meanwhile, and waits again when it was taken back", async () => {
    const listed = async () => (await console.get("/")).text.includes(`/cases/${night.phishing}`);
    await decide(night.phishing, "no-contact", closes);
    expect(await listed()).toBe(false);
    await takeBack(rowsIn((await console.get(`/cases/${night.phishing}`)).text));
    expect(await listed()).toBe(true);
  });

  it("of a group is taken back whole, and what has taken effect is said row by row", async () => {
    const ids = [await askedOfName(console, "a.gone.example"), await askedOfName(console, "b.gone.example")];
    const versions = await Promise.all(ids.map(async (id) => console.read(id)));
    const { text } = await console.post("/reviews/together", [
      ...versions.map(({ id, version, reviews }): [string, string] => ["row", `${id}@${version}@${reviews[0]?.id}`]),
      ["question", "name-gone"],
      ["decision", "close"],
      ["outcome", "gone"],
      ["why", "The registry says so."],
    ]);
    const rows = rowsIn(text);
    expect(rows).toHaveLength(2);
    expect(text).toContain("Undo all 2");
    await takeBack(rows.slice(0, 1));
    const all = await takeBack(rows);
    expect(all.text).toContain("1 case of 2 ask again");
    expect(all.text).toContain('href="/">Back to the list</a>');
    await console.minutePasses();
    expect((await Promise.all(ids.map(async (id) => (await console.read(id)).closed))).every((end) => !end)).toBe(true);
  });

  it("stands in the list of what was decided, where it can be taken back, with what became of it", async () => {
    await decide(night.phishing, "no-contact", closes);
    const before = await console.get("/?state=decided&from=2026-11-24&to=2026-11-24");
    expect(before.text).toContain(`takes effect at ${clockTime(plusMinutes(console.now(), 1))}`);
    expect(rowsIn(before.text)).toHaveLength(1);
    console.signIn("joe");
    await takeBack(rowsIn(before.text));
    const after = await console.get("/?state=decided&from=2026-11-24&to=2026-11-24");
    expect([after.text.includes("undone by joe"), rowsIn(after.text)]).toEqual([true, []]);
  });

  it("that something came in between says what, at the question and in the list", async () => {
    await decide(night.phishing, "no-contact", closes);
    await console.happened(night.phishing, {
      type: "corrected",
      at: console.now(),
      by: "anna",
      why: "A slip.",
      explanation: "It copies Second Bank's page.",
    });
    const { text } = await console.get(`/cases/${night.phishing}`);
    const says = "had decided “Close the case”. It did not take effect. Why: The explanation was corrected.";
    expect(text).toContain(says);
    expect((await console.get("/?state=decided")).text).toContain("did not take effect; the case says why");
  });

  it("is shown to a reader, who can't take it back", async () => {
    await decide(night.phishing, "no-contact", closes);
    const rows = rowsIn((await console.get(`/cases/${night.phishing}`)).text);
    const reader = aConsole({ store: console.store, mayDecide: false });
    const { text } = await reader.get(`/cases/${night.phishing}`);
    expect([text.includes("decided: Close the case"), rowsIn(text)]).toEqual([true, []]);
    const back = await reader.post("/reviews/take-back", { row: rows[0] ?? "" });
    expect([back.status, (await console.read(night.phishing)).reviews[0]?.given?.by]).toEqual([403, "jane"]);
  });
});

it("each answer says when it counts, in the standard lane after a minute, in the urgent one at once", async () => {
  expect((await console.get(`/cases/${night.phishing}`)).text).toContain(
    "It takes effect in a minute and can be undone until then.",
  );
  expect((await console.get(`/cases/${night.live}`)).text).toContain("It takes effect at once.");
  const state = await console.read(night.live);
  const [review] = state.reviews;
  const answer = await console.post(`/cases/${night.live}/reviews/${review?.id}`, { ...closes, why: "It is over." });
  expect(answer.headers.get("location")).toBe(`/cases/${night.live}?recorded=closed`);
  const { text } = await console.get(`/cases/${night.live}?recorded=closed`);
  expect([text.includes("It took effect at once."), rowsIn(text)]).toEqual([true, []]);
});
