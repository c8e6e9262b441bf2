import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sealedCookies } from "../../functions/adapters/sealed-cookie.ts";
import { sessionSchema } from "../../functions/console/sign-in/session.ts";
import { askedBy } from "../../functions/handlers/console.ts";
import { aProvider } from "../support/a-provider.ts";
import { aBrowser, aBrowserConsole, origin } from "./a-browser-console.ts";

const provider = await aProvider();
afterAll(() => provider.close());

const jane = { sub: "00u1", name: "Jane Doe", email: "jane@hotline.example", groups: ["on-call"] };
const janesName = "Jane Doe, jane@hotline.example (oidc id.provider.example 00u1)";
const bob = { sub: "00u2", name: "Bob Roe", email: "bob@hotline.example", groups: ["on-call"] };
const rita = { sub: "00u3", name: "Rita Poe", email: "rita@hotline.example", groups: ["auditors"] };
beforeEach(() => provider.knows(jane));

type Browser = ReturnType<typeof aBrowser>;
const newSessionEnd = "/settings/new/session-end";

const house = () => {
  const console = aBrowserConsole(provider);
  const signedIn = async (who: typeof jane): Promise<Browser> => {
    provider.knows(who);
    const browser = aBrowser(console, provider);
    await browser.signIn();
    return browser;
  };
  return { console, signedIn };
};

const ends = async (browser: Browser, person: string) => {
  const fields = { person, why: "Her laptop is lost." };
  const looked = await browser.open(newSessionEnd, { ...fields, step: "look" });
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(looked.text)?.[1] ?? "";
  return browser.open(newSessionEnd, { ...fields, step: "record", seen });
};
const lets = async (browser: Browser): Promise<boolean> => (await browser.open("/")).status === 200;

describe("somebody's sessions", () => {
  it.each([
    ["the whole name", janesName],
    ["a name that they had before", "Jane Poe (oidc id.provider.example 00u1)"],
    ["their mailbox", "Jane@Hotline.example"],
  ])(
    "end at the next request by one reviewer's word, in each browser, and nobody else's do: by %s",
    async (_, named) => {
      const { console, signedIn } = house();
      const [laptop, phone, other] = [await signedIn(jane), await signedIn(jane), await signedIn(bob)];
      console.house.later(1);
      expect((await ends(other, named)).location).toBe("/settings?recorded=in-force");
      expect([await lets(laptop), await lets(phone), await lets(other)]).toEqual([false, false, true]);
      const [line] = await console.house.deps.decided.store.audit(1);
      expect(line).toMatchObject({ does: "add", ids: ["session-end-1"], why: "Her laptop is lost." });
      expect(line?.by).toEqual(["Bob Roe, bob@hotline.example (oidc id.provider.example 00u2)"]);
    },
  );

  it("record nothing that is sent by one that was ended", async () => {
    const { console, signedIn } = house();
    const [lost, other] = [await signedIn(jane), await signedIn(bob)];
    console.house.later(1);
    await ends(other, janesName);
    const late = await lost.open("/settings/new/opt-out", { desk: "@quiet.example", why: "mine", step: "look" });
    expect([late.status, late.text.includes("nothing was recorded")]).toEqual([403, true]);
  });

  it("begin anew where the provider lets them in, and end anew", async () => {
    const { console, signedIn } = house();
    const [first, other] = [await signedIn(jane), await signedIn(bob)];
    console.house.later(1);
    await ends(other, janesName);
    console.house.later(1);
    const second = await signedIn(jane);
    expect([await lets(first), await lets(second)]).toEqual([false, true]);
    console.house.later(1);
    expect((await ends(other, janesName)).status).toBe(303);
    expect(await lets(second)).toBe(false);
  });

  it("stay ended until the last that could be left is over by itself", async () => {
    const { console, signedIn } = house();
    const lost = await signedIn(jane);
    await ends(await signedIn(bob), janesName);
    console.house.later(8 * 60 - 1);
    expect(await lets(lost)).toBe(false);
    const { rows } = await console.house.deps.decided.store.read();
    expect(rows.map(({ since, until }) => [since, until])).toEqual([
      ["2026-11-24T03:00:00.000Z", "2026-11-24T11:00:00.000Z"],
    ]);
  });

  it("are not given back by one person alone", async () => {
    const { console, signedIn } = house();
    const [lost, other] = [await signedIn(jane), await signedIn(bob)];
    await ends(other, janesName);
    const back = await other.open("/settings/rows/session-end-1/end", { why: "It was found." });
    expect([back.location, await lets(lost)]).toEqual(["/settings?recorded=proposed", false]);
    expect((await console.house.deps.decided.store.read()).rows[0]?.ended).toBeUndefined();
  });

  // An end is compared letter by letter: one that can match nobody must not read as recorded.
  it.each([
    ...["Jane Doe", "jane", "jane @hotline.example", "<jane@hotline.example>", "mailto:jane@hotline.example"],
    ...["jane@hotline.example,", "jane@hotline.example.", '"jane"@hotline.example', "jane@hotline[.]example"],
    `${"j".repeat(100)}@hotline.example`,
  ])("are not looked for by what names nobody: %s", async (named) => {
    const { signedIn } = house();
    const refused = await ends(await signedIn(bob), named);
    expect([refused.status, refused.text.includes("write a mailbox that the provider gives them")]).toEqual([
      422,
      true,
    ]);
  });

  it("end for no longer and no shorter than that: nobody says until when", async () => {
    const { signedIn } = house();
    const other = await signedIn(bob);
    expect((await other.open(newSessionEnd)).text).not.toContain('name="until"');
    const fields = { person: janesName, why: "For an hour.", until: "2026-11-24T04:00" };
    expect((await other.open(newSessionEnd, { ...fields, step: "look" })).status).toBe(422);
  });
});

it.each([
  ["a reviewer", jane],
  ["a reader", rita],
])("whoever is signed in by a browser ends all of their own by one press, and nobody else's: %s", async (_, who) => {
  const { console, signedIn } = house();
  const [here, there, other] = [await signedIn(who), await signedIn(who), await signedIn(bob)];
  expect((await here.open("/settings")).text).toContain('action="/settings/own-sessions"');
  console.house.later(1);
  expect((await here.open("/settings/own-sessions", {})).location).toBe("/");
  expect([await lets(here), await lets(there), await lets(other)]).toEqual([false, false, true]);
  const { rows } = await console.house.deps.decided.store.read();
  expect(rows.map(({ by, why }) => [by.length, by[0]?.includes(who.name), why])).toEqual([
    [1, true, "Signed out everywhere by themself."],
  ]);
});

it("whoever is signed in by a browser has no such press where IAM signed, whose requests are no session", async () => {
  const { console } = house();
  const signed = {
    event: { requestContext: { authorizer: { iam: { userArn: "arn:aws:iam::123456789012:user/kim" } } } },
  };
  const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  const page = await console.answer(new Request(`${origin}/settings`), signed);
  expect([page.status, (await page.text()).includes("own-sessions")]).toEqual([200, false]);
  const pressed = await console.answer(
    new Request(`${origin}/settings/own-sessions`, { method: "POST", body: "", headers }),
    signed,
  );
  expect([pressed.status, (await console.house.deps.decided.store.read()).rows]).toEqual([422, []]);
});

describe("a cookie", () => {
  const clock = { now: () => "2026-11-24T03:00:00.000Z" };
  const seals = sealedCookies(async () => "a session key", clock);
  const asked = async (content: object, ends: Parameters<typeof askedBy>[1]) => {
    const sealed = await seals.seal("session", sessionSchema.parse(content), 3600);
    const request = new Request(`${origin}/`, { headers: { cookie: `__Host-session=${sealed}` } });
    return askedBy(seals, ends)(request, {});
  };

  it("that does not say since when it is lets nobody in", async () => {
    const before = await seals.seal("session", { person: janesName, mayDecide: true } as never, 3600);
    const request = new Request(`${origin}/`, { headers: { cookie: `__Host-session=${before}` } });
    expect(await askedBy(seals, async () => [])(request, {})).toBeUndefined();
  });

  it("lets nobody in while it can't be read whose sessions were ended", async () => {
    const session = { person: janesName, mayDecide: true, since: clock.now() };
    expect(await asked(session, async () => [])).toEqual({ name: janesName, mayDecide: true, by: "cookie" });
    await expect(asked(session, () => Promise.reject(new Error("the table is silent")))).rejects.toThrow("silent");
  });

  it.each([
    ["a moment before", "2026-11-24T02:59:59.999Z", true],
    ["the moment itself", "2026-11-24T03:00:00.000Z", false],
    ["a moment after", "2026-11-24T03:00:00.001Z", false],
  ])("that began at three is over by an end of %s, or is not", async (_, upTo, isLetIn) => {
    const session = { person: janesName, mayDecide: true, since: clock.now() };
    const who = await asked(session, async () => [{ person: janesName, upTo }]);
    expect(who !== undefined).toBe(isLetIn);
  });
});
