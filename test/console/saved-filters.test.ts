import { beforeEach, expect, it } from "vitest";
import { nameAtMost, saved, savedAtMost } from "../../functions/console/list/saved-filters.ts";
import { anAnswer } from "../support/a-case.ts";
import { aConsole, askedOfName } from "./a-console.ts";

let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

const change = (does: string, fields: Record<string, string>) => console.post("/lists", { does, ...fields });
const keep = (name: string, from = "country=DE") => change("save", { name, in: from });
const listsIn = (text: string) =>
  [...text.matchAll(/<li><a class="button quiet" href="\/\?([^"]*)"[^>]*>([^<]*)<\/a><\/li>/g)].map(
    ([, query, says]) => [query?.replaceAll("&amp;", "&"), says],
  );
const lists = async () => listsIn((await console.get("/")).text);

it("stands as a link with how much of it waits, for its person alone", async () => {
  await askedOfName(console, "a.one.example", anAnswer({ country: "DE" }));
  await askedOfName(console, "b.two.example", anAnswer({ country: "FR" }));
  const answer = await keep(" German \n hosts ", "country=DE&sort=newest&at=x&evil=1");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/?country=DE&sort=newest"]);
  expect(await lists()).toEqual([["country=DE&sort=newest", "German hosts (1)"]]);
  expect((await console.get("/?country=DE&sort=newest")).text).toMatch(/aria-current="page">\s*German hosts/);
  console.signIn("joe");
  expect(await lists()).toEqual([]);
});

it("is renamed and removed, and takes another list under the name that it has", async () => {
  await keep("mornings");
  await keep("nights", "lane=urgent");
  await keep("MORNINGS", "country=FR");
  expect(await lists()).toEqual([
    ["country=FR", "MORNINGS (0)"],
    ["lane=urgent", "nights (0)"],
  ]);
  expect((await change("rename", { from: "nights", name: "mornings", in: "" })).text).toContain(
    "Another of your lists has this name.",
  );
  await change("rename", { from: "nights", name: "Nights", in: "" });
  await change("remove", { from: "mornings", name: "", in: "" });
  expect(await lists()).toEqual([["lane=urgent", "Nights (0)"]]);
  expect((await change("rename", { from: "mornings", name: "x", in: "" })).status).toBe(422);
  expect((await change("remove", { from: "mornings", in: "" })).status).toBe(303);
});

it("is bounded in number and length, and is never all that waits", async () => {
  for (const name of ["", " ", "x".repeat(nameAtMost + 1)]) expect((await keep(name)).status).toBe(422);
  expect((await keep("everything", "evil=1")).text).toContain("Filter the list first");
  for (let at = 0; at < savedAtMost; at++) await keep(`list ${at}`);
  expect((await keep("one more")).text).toContain(`You keep ${savedAtMost} lists already`);
  expect((await keep("list 3", "country=FR")).status).toBe(303);
  expect(await lists()).toHaveLength(savedAtMost);
});

it.each(["shop.bad.example", "shop[.]bad[.]example", "bad。example", "http://x", "me@x"])(
  "holds no host or address in its name: %s",
  (name) => {
    expect(saved([], name, { country: "DE" }).ok).toBe(false);
  },
);

it.each([
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt; (0)"],
  ["\u202etxt", "\\u202etxt (0)"],
  ["a & b, etc.", "a &amp; b, etc. (0)"],
])("shows a name as text: %s", async (name, says) => {
  await keep(name);
  expect((await lists()).map(([, text]) => text)).toEqual([says]);
});

it("is kept by who reads alone, too, and by no page elsewhere", async () => {
  console = aConsole({ mayDecide: false });
  expect((await keep("mine")).status).toBe(303);
  const elsewhere = await console.post(
    "/lists",
    { does: "remove", from: "mine", in: "" },
    { "sec-fetch-site": "cross-site" },
  );
  expect(elsewhere.status).toBe(403);
  expect(await lists()).toHaveLength(1);
});

it("is lost in neither of two windows in which a person keeps one at once", async () => {
  await Promise.all(["one", "two", "three"].map((name) => keep(name)));
  expect((await lists()).map(([, says]) => says)).toHaveLength(3);
});
