import { describe, expect, test } from "vitest";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import { numberOf } from "../../infra/local/servers/channels/played.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

const email = "reports@dispatcher.example";
const answered = (status: number, json: unknown): HttpAnswer => ({ kind: "answered", status, json });

class Died extends Error {}

/** The same ports, each with `strike` before and after its effect. */
const struck = <T extends object>(ports: T, strike: (moment: "before" | "after") => void): T => {
  const through =
    (call: (...given: readonly unknown[]) => unknown) =>
    async (...given: readonly unknown[]) => {
      strike("before");
      const answer = await call(...given);
      strike("after");
      return answer;
    };
  const all = Object.entries(ports).map(([port, call]) => [port, typeof call === "function" ? through(call) : call]);
  return { ...ports, ...Object.fromEntries(all) };
};

const alongside = async (
  given: {
    settings?: Partial<Settings>;
    report?: Record<string, unknown>;
    spoil?: HttpAnswer;
    refuse?: HttpAnswer;
  } = {},
) => {
  const flow = aFlow({ channels: { netcraft: { email } }, ...given.settings });
  const api = aPlayedApi("netcraft", flow.now);
  if (given.spoil) api.spoil(given.spoil);
  if (given.refuse) api.refuse(given.refuse);
  flow.apiSays(api.ask);
  await flow.report(nativeMessage(given.report));
  return { flow, api };
};

describe("Netcraft", () => {
  test.each(["phishing", "malware"])("is notified once of %s, after its desk, in few words", async (category) => {
    const { flow, api } = await alongside({ report: { category } });
    await flow.pass({ minutes: 90 });
    const { id, target, protector } = await flow.theCase();
    expect(flow.mails).toHaveLength(1);
    expect(protector?.ticket).toBe(numberOf("netcraft", 1));
    expect(api.submitted.map(({ body }) => body)).toEqual([
      {
        email,
        reason: `Reported to us as ${category}. Our reference: ${id}`,
        urls: [{ url: target.kind === "url" ? target.url : "" }],
      },
    ]);
    await flow.pass({ hours: 40 });
    expect(api.asks()).toBe(1);
  });

  test.each(["csam", "ncii", "terrorism", "fraud", "botnet", "other"])("hears nothing of %s", async (category) => {
    const { flow, api } = await alongside({ report: { category } });
    await flow.pass({ hours: 3 });
    expect(api.asks()).toBe(0);
  });

  test.each<[string, Partial<Settings>]>([
    ["it is not in the settings", { channels: {} }],
    ["it is paused", { channels: { netcraft: { email, paused: true } } }],
    ["this is a dry run", { channels: { netcraft: { email } }, dryRunMailbox: "dry@dispatcher.example" }],
  ])("hears nothing where %s", async (_, settings) => {
    const { flow, api } = await alongside({ settings });
    await flow.pass({ hours: 3 });
    expect([api.asks(), flow.mails.length]).toEqual([0, 1]);
  });

  test("hears nothing before the first notice goes out", async () => {
    const { flow, api } = await alongside({ settings: { protectedDomains: ["bad.example"] } });
    await flow.pass({ hours: 3 });
    expect([api.asks(), flow.mails.length]).toEqual([0, 0]);
  });

  const lies: readonly (readonly [string, HttpAnswer])[] = [
    ["no number", answered(200, {})],
    ["a number that is none", answered(200, { uuid: "<b>" })],
    ["a page of HTML", { kind: "unreadable", status: 200, detail: "which is not JSON." }],
    ["nothing in time", { kind: "silent", detail: "No answer in time." }],
    ["nothing, since it is down", { kind: "unreached", detail: "No connection." }],
    ["that it is too much", answered(429, { message: "Too many" })],
    ["that it does not take it", answered(400, { message: "Bad Request" })],
    ["an error of its own", answered(500, { message: "Internal" })],
  ];
  test.each(lies)("answers %s, and the case goes as it would: no second try, nobody asked", async (_, refuse) => {
    const alone = await alongside({ settings: { channels: {} } });
    const { flow, api } = await alongside({ refuse });
    for (const one of [alone.flow, flow]) await one.pass({ hours: 60 });
    expect([api.asks(), (await flow.theCase()).protector?.ticket]).toEqual([1, undefined]);
    expect(flow.told()).toEqual(alone.flow.told());
    const asked = async (of: typeof flow) => (await of.theCase()).reviews.map(({ question }) => question);
    expect(await asked(flow)).toEqual(await asked(alone.flow));
    expect((await flow.theCase()).notices.length).toBe((await alone.flow.theCase()).notices.length);
  });

  test.each(["before", "after"] as const)(
    "is notified once at most, a death %s any touch of its worker",
    async (when) => {
      const seen = new Set<string>();
      for (let at = 0, hasDied = true; hasDied; at++) {
        const flow = aFlow({ channels: { netcraft: { email } } });
        const api = aPlayedApi("netcraft", flow.now);
        flow.apiSays(api.ask);
        let touches = 0;
        hasDied = false;
        const strike = (moment: typeof when) => {
          if (moment === "before") touches++;
          if (hasDied || moment !== when || touches !== at + 1) return;
          hasDied = true;
          throw new Died();
        };
        const { store, counts, ask, inForce, isPaused, guard } = flow.telling;
        Object.assign(flow.telling, struck({ ask, inForce, isPaused, guard }, strike), {
          store: struck(store, strike),
          counts: struck(counts, strike),
        });
        await flow.report(nativeMessage()).catch(() => undefined);
        await flow.pass({ minutes: 90 }).catch(() => undefined);
        await flow.pass({ hours: 30 });
        const { id, protector } = await flow.theCase();
        await flow.tell(id).catch(() => undefined);
        const history = (await flow.store.history(id)).flatMap(({ events }) => events.map(({ type }) => type));
        const outcome = [protector?.ticket !== undefined, api.asks(), history.includes("protector-answered")].join();
        // Whatever came of it, the history holds the claim.
        const claims = history.filter((type) => type === "protector-claimed");
        expect(claims, `touch ${at}`).toHaveLength(1);
        expect(["true,1,true", "false,1,false", "false,0,false"], `touch ${at}`).toContain(outcome);
        seen.add(outcome);
      }
      expect([...seen].sort()).toEqual(["false,0,false", "false,1,false", "true,1,true"]);
    },
  );
});
