import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { consoleApp } from "../../../functions/console/app.tsx";
import { readFilled, seenOf } from "../../../functions/console/settings/fields.ts";
import { caseWork } from "../../../functions/handlers/case-work.ts";
import { consoleOf, type LocalConsole, startConsole } from "../../../infra/local/console-server.ts";
import { PortInUse } from "../../../infra/local/servers/loopback.ts";
import { aConsole } from "../../console/a-console.ts";
import { aStand } from "../../support/a-stand.ts";

const { person: _, ...deps } = aConsole().deps;
let server: LocalConsole;
beforeAll(async () => {
  server = await startConsole({ app: (person) => consoleApp({ ...deps, person }), port: 0 });
});
afterAll(() => server.close());

const open = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(address, { redirect: "manual", headers });
const cookieOf = (response: Response): string => response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("the console on one machine", () => {
  it("exchanges a one-time address for a cookie that no script and no other site can use", async () => {
    const answer = await open(server.url);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    expect(answer.headers.get("set-cookie")).toMatch(/^takedown-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
    const page = await open(`${server.origin}/`, { cookie: cookieOf(answer) });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<strong>local operator</strong>");
  });

  it("takes each address once, and says so", async () => {
    const address = server.addressFor("joe");
    const cookie = cookieOf(await open(address));
    const again = await open(address);
    expect([again.status, await again.text()]).toEqual([
      403,
      "This one-time address was used before or is none of ours. " +
        "A fresh one stands on top of the terminal of npm start, and in its folder in console-address.txt.\n",
    ]);
    expect((await open(address, { cookie })).headers.get("location")).toBe("/");
  });

  it("has another address for whose was used, and that one works", async () => {
    const used: [string, string][] = [];
    const app = (person: Parameters<typeof consoleApp>[0]["person"]) => consoleApp({ ...deps, person });
    const one = await startConsole({ app, port: 0, onUsed: (...next) => used.push(next) });
    await open(one.url);
    await open(one.url);
    expect(used.map(([person]) => person)).toEqual(["local operator"]);
    expect((await open(used[0]?.[1] ?? "")).status).toBe(303);
    await one.close();
  });

  it("signs in two different persons, each by an address of their own", async () => {
    for (const person of ["joe", "second person"]) {
      const cookie = cookieOf(await open(server.addressFor(person)));
      expect(await (await open(`${server.origin}/`, { cookie })).text()).toContain(`<strong>${person}</strong>`);
    }
  });

  it.each(["/", "/cases", "/search?q=x", "/policy", "/nowhere", "/?token=", "/?token=guessed"])(
    "shows nothing at %s without it",
    async (path) => {
      for (const cookie of ["", "takedown=x", `takedown-${new URL(server.origin).port}=guessed`]) {
        const answer = await open(`${server.origin}${path}`, { cookie });
        expect(answer.status).toBe(403);
        expect(await answer.text()).toMatch(/one-time address/);
        expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
      }
    },
  );

  it("says to whom their session is gone that sending is NOT paused, and pauses nothing", async () => {
    const answer = await fetch(`${server.origin}/sending/stop`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
      body: "lane=all&why=x",
    });
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toMatch(/<main id="content">[^A-Za-z]*<[^>]+>(<[^>]+>)*Sending is NOT paused/);
    expect(text).toContain("npx takedown sending --stop");
    expect((await deps.sending.state()).stops).toEqual({});
  });

  it("answers to no name but this machine's, whatever a browser was told the name means", async () => {
    const cookie = cookieOf(await open(server.addressFor("joe")));
    const status = await new Promise((resolve, reject) => {
      request(`${server.origin}/`, { headers: { host: "rebound.example", cookie } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it("says when its port is taken", async () => {
    await expect(
      startConsole({ app: (person) => consoleApp({ ...deps, person }), port: Number(new URL(server.origin).port) }),
    ).rejects.toBeInstanceOf(PortInUse);
  });
});

test("what a person records in it stops the notice that is queued, and it decides by that at once", async () => {
  const house = await aStand();
  const { clock, log, variables } = house.stand;
  const base = caseWork(variables, clock, log);
  const local = await startConsole({ app: (person) => consoleOf(base, person), port: 0 });
  try {
    const cookie = cookieOf(await open(local.url));
    const page = async (path: string) => (await open(`${local.origin}${path}`, { cookie })).text();
    const records = async (kind: "opt-out" | "protected", said: Readonly<Record<string, string>>) => {
      const form = new URLSearchParams({ ...said, why: "They asked us.", step: "record" });
      form.set("seen", seenOf(kind, readFilled(kind, form)));
      const headers = { cookie, origin: local.origin };
      const address = `${local.origin}/settings/new/${kind}`;
      const answer = await fetch(address, { method: "POST", redirect: "manual", headers, body: form });
      expect(answer.headers.get("location")).toBe("/settings?recorded=in-force");
    };
    expect(await page("/settings")).not.toContain("shop[.]example");
    await house.batch("report-standard", [house.report("r-1")]);
    await house.batch("contact-standard", [JSON.stringify({ caseId: house.caseIdOf("r-1") })]);
    const state = async () => (await house.theCase("r-1")).notices.map((notice) => notice.state);
    expect(await state()).toEqual(["queued"]);
    await records("opt-out", { desk: "@platform.example" });
    await records("protected", { domain: "shop.example" });
    await house.run();
    expect([house.mails(), await state()]).toEqual([[], ["cancelled"]]);
    house.pass(1);
    expect(await page("/settings")).toContain("shop[.]example");
  } finally {
    await local.close();
    await house.close();
  }
});
