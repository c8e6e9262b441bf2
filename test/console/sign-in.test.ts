import { createHash, createHmac, generateKeyPairSync, sign } from "node:crypto";
import { EncryptJWT, generateSecret } from "jose";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sealedCookies } from "../../functions/adapters/sealed-cookie.ts";
import { undecided } from "../../functions/case/given.ts";
import { ownPath } from "../../functions/console/sign-in/session.ts";
import { aReport } from "../support/a-case.ts";
import { aProvider, client, issuer, type Spoilt } from "../support/a-provider.ts";
import { aBrowser, aBrowserConsole, origin } from "./a-browser-console.ts";
import { aNight, firstNotice, reviewOf } from "./a-console.ts";

const provider = await aProvider();
afterAll(() => provider.close());

const jane = { sub: "00u1", name: "Jane Doe", email: "jane@hotline.example", groups: ["staff", "on-call"] };
const janesName = "Jane Doe, jane@hotline.example (oidc id.provider.example 00u1)";

beforeEach(() => {
  provider.knows(jane);
  provider.spoils({});
  provider.goesDown(false);
});

const inBase64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
/** A token's claims under another head, signed anew. */
const signedAnew = (token: string, head: object, by: (text: string) => Buffer): string => {
  const text = `${inBase64(head)}.${token.split(".")[1]}`;
  return `${text}.${by(text).toString("base64url")}`;
};
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
const byStranger = (text: string): Buffer => sign("sha256", Buffer.from(text), stranger.privateKey);
const strangersKey = { ...stranger.publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256" };

const unescaped = (html: string): string =>
  html.replace(
    /&(quot|amp|lt|gt|#39);/g,
    (_, name: string) => ({ quot: '"', amp: "&", lt: "<", gt: ">" })[name] ?? "'",
  );
/** What the form for an address brings along unasked. */
const hiddenIn = (html: string, action: string): Record<string, string> => {
  const [, form = ""] = html.split(`<form method="post" action="${action}"`);
  return Object.fromEntries(
    [...(form.split("</form>")[0] ?? "").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [unescaped(name), unescaped(value)],
    ),
  );
};

/** A form that no page of ours sent, unless its headers say so. */
const sent = async (
  { answer }: ReturnType<typeof aBrowserConsole>,
  path: string,
  { env, ...given }: RequestInit & { readonly env?: object } = {},
) => {
  const headers = { "content-type": "application/x-www-form-urlencoded", ...given.headers };
  const response = await answer(new Request(`${origin}${path}`, { method: "POST", ...given, headers }), env);
  return { status: response.status, text: await response.text(), cookies: response.headers.getSetCookie() };
};
const ours = { "sec-fetch-site": "same-origin" };

const house = (given: Parameters<typeof aBrowserConsole>[1] = {}) => {
  const console = aBrowserConsole(provider, given);
  return { console, browser: aBrowser(console, provider) };
};

describe("a browser", () => {
  it("signs in by the provider and comes to the page that it asked for", async () => {
    const { browser } = house();
    const asked = await browser.open("/policy?x=1");
    expect(asked.status).toBe(403);
    expect(asked.text).toContain('href="/sign-in?to=%2Fpolicy%3Fx%3D1"');
    const back = await browser.signIn("/sign-in?to=%2Fpolicy%3Fx%3D1");
    expect([back.status, back.location]).toEqual([303, "/policy?x=1"]);
    const page = await browser.open("/policy?x=1");
    expect(page.status).toBe(200);
    expect(page.text).toContain(janesName);
  });

  it("asks the provider with PKCE, state and nonce, new each time, and one address to return to", async () => {
    const { browser } = house();
    const [one, other] = [await browser.open("/sign-in"), await browser.open("/sign-in")].map(
      ({ location }) => new URL(location ?? ""),
    );
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(one?.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.searchParams.get(name)).not.toBe(other?.searchParams.get(name));
    }
    expect(one?.searchParams.get("code_challenge_method")).toBe("S256");
    expect(one?.searchParams.get("redirect_uri")).toBe(`${origin}/sign-in/return`);
  });

  it("holds cookies that no script reads, no other host sets, and that end with the session", async () => {
    const { browser } = house();
    const begun = await browser.open("/sign-in");
    expect(begun.cookies).toEqual([
      expect.stringMatching(/^__Host-sign-in=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/),
    ]);
    const back = await browser.signIn();
    expect(back.cookies).toEqual([
      "__Host-sign-in=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0",
      expect.stringMatching(/^__Host-session=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=28800$/),
    ]);
    expect(atob((browser.jar.get("__Host-session") ?? "").split(".")[0] ?? "")).not.toContain("jane");
  });

  it("stays in the history by what never changes, and by a name that people read", async () => {
    const { console, browser } = house();
    await browser.signIn();
    const caseId = await console.house.unreadable("?");
    const path = `/cases/${caseId}/entry`;
    expect((await browser.open(path, { does: "discard", version: "9", why: "Empty." })).status).toBe(303);
    const [answered] = (await console.house.readEntry(caseId)).actions;
    expect(answered).toMatchObject({ by: janesName, why: "Empty." });
  });

  it("that signs out is out, and is shown where it is still signed in", async () => {
    const { browser } = house();
    await browser.signIn();
    const out = await browser.open("/sign-out", {});
    expect(out.text).toContain(`href="${issuer}/sign-out?client_id=takedown"`);
    expect(browser.jar.has("__Host-session")).toBe(false);
    expect((await browser.open("/")).status).toBe(403);
  });

  it("is signed out by no other site", async () => {
    const { console } = house();
    const { status, cookies } = await sent(console, "/sign-out", { headers: { "sec-fetch-site": "cross-site" } });
    expect([status, cookies]).toEqual([403, []]);
    expect((await console.answer(new Request(`${origin}/sign-out`))).status).toBe(404);
  });

  it("gets the same guards on its way in as on every page", async () => {
    const { browser } = house();
    for (const answer of [
      await browser.open("/sign-in"),
      await browser.open("/sign-in/return"),
      await browser.signIn(),
    ]) {
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });
});

describe("nobody is signed in", () => {
  const notIn = async (
    browser: ReturnType<typeof aBrowser>,
    answer: { readonly status: number; readonly text: string },
    status: number,
  ) => {
    expect(answer.status).toBe(status);
    expect(browser.jar.has("__Host-session")).toBe(false);
    expect((await browser.open("/")).status).toBe(403);
    expect(answer.text).toContain('href="/sign-in"');
  };
  const now = () => Math.floor(Date.now() / 1000);

  it.each<[string, () => Spoilt]>([
    ["another nonce", () => ({ claims: { nonce: "another" } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["another audience", () => ({ claims: { aud: "another-client" } })],
    ["another issuer", () => ({ claims: { iss: "https://id.elsewhere.example" } })],
    ["a time that is over", () => ({ claims: { exp: now() - 120 } })],
    ["no end", () => ({ claims: { exp: undefined } })],
    ["no sub", () => ({ claims: { sub: undefined } })],
    ["a sub of other letters than ASCII", () => ({ claims: { sub: "jané" } })],
    ["several audiences, issued to another", () => ({ claims: { aud: [client.id, "another"], azp: "another" } })],
    ["the signature of another key", () => ({ by: "another key" })],
    ["no signature (alg none)", () => ({ by: "nobody" })],
    [
      "claims that were changed after signing",
      () => ({ text: (token) => token.replace(/\.(.)/, (_, first) => `.${first === "e" ? "f" : "e"}`) }),
    ],
    [
      "claims put under the signature of others",
      () => ({
        text: (token) => {
          const claims = { iss: issuer, aud: client.id, sub: "root", exp: now() + 300, iat: now() };
          return token.replace(/\.[^.]+\./, `.${btoa(JSON.stringify(claims)).replace(/=+$/, "")}.`);
        },
      }),
    ],
    [
      "the signature of our own secret (HS256)",
      () => ({
        text: (token) =>
          signedAnew(token, { alg: "HS256" }, (text) => createHmac("sha256", client.secret).update(text).digest()),
      }),
    ],
    [
      "a key that it brings along (jwk)",
      () => ({ text: (token) => signedAnew(token, { alg: "RS256", jwk: strangersKey }, byStranger) }),
    ],
    [
      "an address of keys that it names (jku)",
      () => ({
        text: (token) =>
          signedAnew(token, { alg: "RS256", kid: "k1", jku: "https://id.elsewhere.example/keys" }, byStranger),
      }),
    ],
    ["a signature cut off", () => ({ text: (token) => token.replace(/[^.]+$/, "") })],
  ])("by a token with %s", async (_, spoilt) => {
    const { browser } = house();
    provider.spoils(spoilt());
    await notIn(browser, await browser.signIn(), 400);
  });

  it.each<[string, (back: URL) => void]>([
    ["another state", (back) => back.searchParams.set("state", "another")],
    ["no state", (back) => back.searchParams.delete("state")],
    ["two states", (back) => back.searchParams.append("state", back.searchParams.get("state") ?? "")],
    ["the name of another provider", (back) => back.searchParams.set("iss", "https://id.elsewhere.example")],
    ["no name of the provider's, which says that it gives it", (back) => back.searchParams.delete("iss")],
  ])("by a return with %s, and the code is not even brought to the provider", async (_, spoil) => {
    const { browser } = house();
    const back = await browser.toTheProvider();
    spoil(back);
    const before = provider.asked();
    await notIn(browser, await browser.comesBack(back), 400);
    expect(provider.asked()).toBe(before);
  });

  it("by a code that was used, even in the same browser with its cookie put back", async () => {
    const { browser } = house();
    const back = await browser.toTheProvider();
    const underWay = browser.jar.get("__Host-sign-in") ?? "";
    expect((await browser.comesBack(back)).status).toBe(303);
    browser.jar.clear();
    await notIn(browser, await browser.comesBack(back), 400);
    browser.jar.set("__Host-sign-in", underWay);
    const again = await browser.comesBack(back);
    await notIn(browser, again, 403);
    expect(again.text).toContain("invalid_grant");
  });

  it("by somebody else's code: it belongs to the browser that began", async () => {
    const { console, browser } = house();
    const other = aBrowser(console, provider);
    await other.open("/sign-in");
    await notIn(other, await other.comesBack(await browser.toTheProvider()), 400);
  });

  it("by a code under the verifier of another sign-in", async () => {
    const { browser } = house();
    const first = await browser.toTheProvider();
    const second = await browser.toTheProvider();
    // The cookie is the second's: its state lets through, the first's code does not fit its
    // verifier.
    second.searchParams.set("code", first.searchParams.get("code") ?? "");
    await notIn(browser, await browser.comesBack(second), 403);
  });

  it("after ten minutes on the way", async () => {
    const { console, browser } = house();
    const back = await browser.toTheProvider();
    console.house.later(11);
    await notIn(browser, await browser.comesBack(back), 400);
  });

  it("where the provider says no to the person, whatever it writes there", async () => {
    const { browser } = house();
    const back = await browser.toTheProvider();
    back.searchParams.delete("code");
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_description", "<b>Call 555-0100</b>");
    const answer = await browser.comesBack(back);
    await notIn(browser, answer, 403);
    expect(answer.text).toContain("access_denied");
    expect(answer.text).not.toContain("555-0100");
  });

  it("where the provider does not know our secret", async () => {
    const { console, browser } = house({ secret: "wrong" });
    const answer = await browser.signIn();
    await notIn(browser, answer, 403);
    expect(answer.text).toContain("invalid_client");
    expect(console.house.said.at(-1)).toBe('{"code":"invalid_client","outcome":"refused"}');
  });

  it.each([
    ["in no group", { groups: [] }],
    ["in others alone", { groups: ["on-call-of-another", "On-Call"] }],
    ["of whom the provider says no groups", { groups: undefined }],
    ["whose groups are one text that holds the right one", { groups: "staff on-call" }],
  ])("who is %s; the page says which to ask for", async (_, spoilt) => {
    const { console, browser } = house();
    provider.knows({ ...jane, ...spoilt });
    const answer = await browser.signIn();
    await notIn(browser, answer, 403);
    expect(answer.text).toContain("Jane Doe");
    expect(answer.text).toContain("“on-call” or “auditors”");
    expect(console.house.said.join()).not.toContain("jane");
  });

  it("while the provider is down; the page says so, and what goes on", async () => {
    const { browser } = house();
    provider.goesDown(true);
    const begun = await browser.open("/sign-in");
    await notIn(browser, begun, 503);
    expect(begun.text).toContain("Cases go on by themselves meanwhile.");
    provider.goesDown(false);
    const back = await browser.toTheProvider();
    provider.goesDown(true);
    await notIn(browser, await browser.comesBack(back), 503);
    provider.goesDown(false);
    expect((await browser.signIn()).status).toBe(303);
  });
});

describe("a session", () => {
  it("is over after its hours, and nothing that is sent then is recorded", async () => {
    const { console, browser } = house();
    await browser.signIn();
    const caseId = await console.house.unreadable("?");
    const path = `/cases/${caseId}/entry`;
    console.house.later(8 * 60 - 1);
    expect((await browser.open("/")).status).toBe(200);
    console.house.later(2);
    expect((await browser.open("/")).status).toBe(403);
    const late = await browser.open(path, { does: "discard", version: "9", why: "Empty." });
    expect(late.status).toBe(403);
    expect(late.text).toContain("nothing was recorded");
    expect((await console.house.readEntry(caseId)).actions).toEqual([]);
  });

  it("that is over gives whoever wrote a form their words to send once more, unshown and inert", async () => {
    const { browser } = house();
    const words = { why: '"><script>alert(1)</script>', explanation: "Line one.\nLine two." };
    const { status, text } = await browser.open("/cases/TD-1/correct?in=lane", words);
    expect(status).toBe(403);
    expect(text).toContain('<form method="post" action="/cases/TD-1/correct?in=lane">');
    expect(text).toContain('<input type="hidden" name="explanation" value="Line one.\nLine two."/>');
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(text).not.toContain("<script>alert");
  });

  it("that is over leaves words to who wrote them: whoever signs in next sends none in their own name", async () => {
    const { console, browser } = house();
    await browser.signIn();
    const caseId = await console.house.unreadable("?");
    const path = `/cases/${caseId}/entry`;
    const given = {
      does: "discard",
      version: "9",
      why: "Empty, see hxxps://bad.example/, tg://join and ours。example too.",
    };
    const written = { ...given, ...hiddenIn((await browser.open(`/cases/${caseId}`)).text, path) };
    expect(written).toMatchObject({ "written-by": janesName });
    console.sealedAnew();
    const late = await browser.open(path, written);
    expect(late.text).toContain("whoever else signs in can’t send it");
    const again = hiddenIn(late.text, path);
    expect(again).toEqual(written);

    provider.knows({ sub: "00u2", name: "Bob Roe", email: "bob@hotline.example", groups: ["on-call"] });
    await browser.signIn();
    // By the page's button, and by loading anew what was refused.
    for (const sent of [again, written]) {
      const { status, text } = await browser.open(path, sent);
      expect(status).toBe(409);
      expect(text).toContain(`${janesName} wrote this form, and you are signed in as Bob Roe`);
      expect(text).toContain("Nothing was recorded");
      expect(text).toContain("why: Empty, see hxxps://bad[.]example/, tg[:]//join and ours[.]example too.");
      expect(text).not.toContain("<form");
    }
    expect((await console.house.readEntry(caseId)).actions).toEqual([]);

    provider.knows({ ...jane, name: "Jane Poe" });
    await browser.signIn();
    expect((await browser.open(path, again)).status).toBe(303);
  });

  it("that is over says of a form that does not name its writer under whose name it would be recorded", async () => {
    const { browser } = house();
    const { text } = await browser.open("/cases/TD-1/hold", { why: "mine" });
    expect(text).toContain("does not say who wrote it");
  });

  it("sends no file of reports that was chosen on another's page", async () => {
    const { console, browser } = house();
    await browser.signIn();
    const form = new FormData();
    form.set("written-by", "Bob Roe, bob@hotline.example (oidc id.provider.example 00u2)");
    form.set("file", new File(["address\nbad.example"], "r.csv"));
    const headers = { cookie: `__Host-session=${browser.jar.get("__Host-session")}`, "sec-fetch-site": "same-origin" };
    const answer = await console.answer(new Request(`${origin}/report`, { method: "POST", body: form, headers }));
    const text = await answer.text();
    expect([answer.status, text.includes("Bob Roe, bob@hotline.example"), text.includes("<form")]).toEqual([
      409,
      true,
      false,
    ]);
  });

  it.each<[string, RequestInit, string?]>([
    ["what is no form", { headers: { ...ours, "content-type": "text/plain" } }],
    ["what is too long", { body: `why=${"x".repeat(70_000)}` }],
    ["more fields than any page of ours has", { body: "a&".repeat(30_000) }],
    ["a form whose address leads elsewhere", {}, "//evil.example/correct"],
  ])("that is over sends nothing once more of %s", async (_, spoilt, path = "/cases/TD-1/correct") => {
    const { console } = house();
    const { status, text } = await sent(console, path, { body: "why=mine", headers: ours, ...spoilt });
    expect([status, text.includes("<form"), text.includes("Sign in again")]).toEqual([403, false, true]);
  });

  it.each([
    ["another site's form", { "sec-fetch-site": "cross-site" }],
    ["a neighbour's form", { "sec-fetch-site": "same-site" }],
    ["a form of nobody knows where", {}],
  ])("that is over advises nobody to send %s once more", async (_, headers) => {
    const { console } = house();
    const { status, text } = await sent(console, "/cases/TD-1/hold", { body: "a", headers });
    expect([status, text.includes("<form"), text.includes("once more")]).toEqual([403, false, false]);
    expect(text).toContain("did not come from a page of this console");
  });

  it("ends for everybody when the key that seals it is changed", async () => {
    const { console, browser } = house();
    await browser.signIn();
    console.sealedAnew();
    expect((await browser.open("/")).status).toBe(403);
  });

  it.each<[string, (cookie: string) => string | Promise<string>]>([
    ["of no form", () => "jane"],
    ["that is empty", () => ""],
    ["with one letter changed", (cookie) => cookie.replace(/.$/, (last) => (last === "A" ? "Q" : "A"))],
    ["without its seal", (cookie) => cookie.replace(/[^.]+$/, "")],
    [
      "that is signed and not sealed, by nobody",
      () => `${btoa('{"alg":"none"}')}.${btoa('{"aud":"session","content":{"person":"root","mayDecide":true}}')}.`,
    ],
    [
      "that is sealed with another key",
      async () => {
        const key = String(await generateSecret("HS256"));
        return sealedCookies(async () => key, { now: () => "2026-11-24T03:00:00.000Z" }).seal(
          "session",
          { person: "root", mayDecide: true, since: "2026-11-24T03:00:00.000Z" },
          3600,
        );
      },
    ],
  ])("from a cookie %s is none", async (_, forge) => {
    const { browser } = house();
    await browser.signIn();
    browser.jar.set("__Host-session", await forge(browser.jar.get("__Host-session") ?? ""));
    expect((await browser.open("/")).status).toBe(403);
  });

  it("is not made of a sign-in that is under way, nor the other way round", async () => {
    const { browser } = house();
    const back = await browser.toTheProvider();
    browser.jar.set("__Host-session", browser.jar.get("__Host-sign-in") ?? "");
    expect((await browser.open("/")).status).toBe(403);
    expect((await browser.comesBack(back)).status).toBe(303);
    browser.jar.set("__Host-sign-in", browser.jar.get("__Host-session") ?? "");
    expect((await browser.comesBack(back)).status).toBe(400);
  });

  it("is opened as a session alone, whatever it holds", async () => {
    const seals = sealedCookies(async () => "a key", { now: () => "2026-11-24T03:00:00.000Z" });
    const session = { person: "jane", mayDecide: true, since: "2026-11-24T03:00:00.000Z" };
    const sealed = await seals.seal("session", session, 60);
    expect([await seals.open("session", sealed), await seals.open("underWay", sealed)]).toEqual([session, undefined]);
  });

  it("is sealed in one way alone, whatever its head says", async () => {
    const seals = sealedCookies(async () => "a key", { now: () => "2026-11-24T03:00:00.000Z" });
    const key = createHash("sha256").update("a key").digest();
    const sealedBy = (enc: string) =>
      new EncryptJWT({ content: { person: "jane", mayDecide: true } })
        .setProtectedHeader({ alg: "dir", enc })
        .setAudience("session")
        .setExpirationTime(new Date("2026-11-24T04:00:00.000Z"))
        .encrypt(key);
    expect(await seals.open("session", await sealedBy("A256GCM"))).toEqual({ person: "jane", mayDecide: true });
    expect(await seals.open("session", await sealedBy("A128CBC-HS256"))).toBeUndefined();
  });

  it("is made anew by each sign-in, with nothing in it that stays the same", async () => {
    const { browser } = house();
    const parts: string[] = [];
    for (const _ of ["once", "again"]) {
      await browser.signIn();
      parts.push(...(browser.jar.get("__Host-session") ?? "").split(".").slice(1).filter(Boolean));
    }
    expect(parts).toHaveLength(6);
    expect(new Set(parts).size).toBe(6);
  });

  it("of a reader is shown no form on any page that would be refused", async () => {
    const { console, browser } = house();
    provider.knows({ ...jane, groups: ["auditors"] });
    await browser.signIn();
    const night = await aNight(console.house);
    console.house.lying.delivery = { queue: "delivery", messages: 2 };
    console.house.sendingIs({
      lane: { kind: "stopped", since: console.house.now(), why: "5 % bounce", told: true },
      stops: {},
      refusals: {},
    });
    const at = console.house.now();
    const noticeId = firstNotice(await console.house.read(night.quiet));
    await console.house.happened(night.quiet, { type: "complained", at, noticeId });
    await console.house.happened(night.phishing, { type: "held", at, by: "kim", why: "The police ask." });
    const pages = [
      ...["/", "/search", "/overview", "/policy", "/dead-letters", "/stopped-desks"],
      ...Object.values(night).map((id) => `/cases/${id}`),
    ];
    const posts = async (page: string) =>
      [...(await browser.open(page)).text.matchAll(/<form[^>]*method="post"[^>]*>/g)].map(
        ([form]) => /action="([^"]*)"/.exec(form)?.[1],
      );
    expect(new Set((await Promise.all(pages.map(posts))).flat())).toEqual(new Set(["/sign-out", "/search"]));
    provider.knows(jane);
    await browser.signIn();
    expect(new Set((await Promise.all(pages.map(posts))).flat()).size).toBeGreaterThan(10);
  });

  it("of a reader shows everything and changes nothing", async () => {
    const { console, browser } = house();
    provider.knows({ ...jane, groups: ["auditors"] });
    await browser.signIn();
    const caseId = await console.house.unreadable("?");
    const page = await browser.open(`/cases/${caseId}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Only reviewers answer.");
    // The search, and to sign out.
    expect(page.text.match(/<form/g)).toHaveLength(2);
    const path = `/cases/${caseId}/entry`;
    const forms = [path, `/cases/${caseId}/hold`, `/cases/${caseId}/correct`];
    for (const form of [...forms, "/sending", "/dead-letters/delivery", "/stopped-desks/x", "/nowhere"])
      expect([form, (await browser.open(form, { decision: "close", outcome: "dismissed", why: "x" })).status]).toEqual([
        form,
        403,
      ]);
    expect((await console.house.readEntry(caseId)).actions).toEqual([]);
    expect((await browser.open("/search", { q: caseId })).status).toBe(303);
    expect((await browser.open("/sign-out", {})).status).toBe(200);
  });
});

it.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/%5Cevil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "/ /evil.example",
  "/.evil.example",
  "@evil.example",
  "/sign-in",
  "/sign-out",
  `/${"x".repeat(3000)}`,
  "",
])("the way back after signing in leads to no other host and into no circle: %j", async (to) => {
  const { browser } = house();
  const back = await browser.signIn(`/sign-in?to=${encodeURIComponent(to)}`);
  expect([back.status, back.location]).toEqual([303, "/"]);
});

it.each(["/", "/cases", "/cases/TD-0000-0000-0001?recorded=closed", "/statistics?from=2026-09&by=country", "/a//b"])(
  "the way back after signing in leads to a page of ours: %s",
  (to) => {
    expect(ownPath(to)).toBe(to);
    expect(new URL(to, origin).origin).toBe(origin);
  },
);

describe("two persons for a protected domain", () => {
  const asked = async (given: Parameters<typeof aBrowserConsole>[1] = {}) => {
    const { console, browser } = house(given);
    const caseId = await console.house.opened(
      aReport({ reporter: "cert", target: { kind: "host", host: "parliament.example" } }),
    );
    const reviewId = reviewOf(await console.house.read(caseId), "protected-target");
    const path = `/cases/${caseId}/reviews/${reviewId}`;
    const clear = { decision: "clear", why: "It is real." };
    const isOpen = async () => undecided(await console.house.read(caseId)).some(({ id }) => id === reviewId);
    const agrees = async (claims: object) => {
      const here = aBrowser(console, provider);
      provider.knows({ ...jane, ...claims });
      await here.signIn();
      return here.open(path, clear);
    };
    const signs = (name: string) => {
      const iam = { userArn: `arn:aws:sts::123456789012:assumed-role/OnCall/${name}` };
      const env = { event: { requestContext: { authorizer: { iam } } } };
      return sent(console, path, { env, headers: ours, body: new URLSearchParams(clear).toString() });
    };
    return { console, browser, isOpen, agrees, signs, caseId };
  };

  it("are two subs, whatever their names", async () => {
    const { agrees, isOpen } = await asked();
    await agrees({ sub: "00u1", name: "Jane Doe", email: "jane@hotline.example" });
    const again = await agrees({ sub: "00u1", name: "J. Smith", email: "smith@hotline.example" });
    expect(again.status).toBe(403);
    expect(again.text).toContain("a second, different person has to agree");
    expect(await isOpen()).toBe(true);
    await agrees({ sub: "00u2", name: "Jane Doe", email: "jane@hotline.example" });
    expect(await isOpen()).toBe(false);
  });

  it("are never one signed in by both ways: the later word replaces the first, and history shows both", async () => {
    const { console, agrees, signs, isOpen, caseId } = await asked();
    await agrees({ sub: "00u1" });
    await signs("jane");
    expect(await isOpen()).toBe(true);
    await agrees({ sub: "00u1" });
    expect(await isOpen()).toBe(true);
    const agreed = (await console.house.store.history(caseId)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "agreed" ? [event.by] : [])),
    );
    expect(agreed).toEqual([janesName, "jane", janesName]);
    await agrees({ sub: "00u2", name: "Kim", email: undefined });
    expect(await isOpen()).toBe(false);
  });

  it("may both be signed requests, as before", async () => {
    const { signs, isOpen } = await asked();
    await signs("jane");
    await signs("jane");
    expect(await isOpen()).toBe(true);
    await signs("kim");
    expect(await isOpen()).toBe(false);
  });

  it.each([["00u1"], ["JANE@hotline.example"]])("are not who stands for the reporter, listed as %s", async (listed) => {
    const { console, browser } = house({ people: [listed] });
    const caseId = await console.house.opened(
      aReport({ reporter: "hotline", target: { kind: "host", host: "parliament.example" } }),
    );
    await browser.signIn();
    const reviewId = reviewOf(await console.house.read(caseId), "protected-target");
    const answer = await browser.open(`/cases/${caseId}/reviews/${reviewId}`, {
      decision: "clear",
      why: "It is real.",
    });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("You stand for a reporter of this case");
  });
});
