import { describe, expect, test } from "vitest";
import type { ApiProvider } from "../../functions/kernel/channels.ts";
import { tellChannel } from "../../functions/send/channels/tell-channel.ts";
import { byApi, formOfApi } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

/*
 * A worker dies at each of its awaits in turn, before what it asked for came about or after it; then
 * others go on with the case. The provider never has the report twice, and the case ends told, or
 * before a person.
 */

class Died extends Error {}

/** A port whose calls are counted with all others; at one of them its worker dies. */
const mortal = <Port extends object>(port: Port, dies: () => "before" | "after" | undefined): Port =>
  new Proxy(port, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === "function" ? dying(value.bind(target), dies) : value;
    },
  });
const dying =
  (call: (...given: readonly unknown[]) => unknown, dies: () => "before" | "after" | undefined) =>
  async (...given: readonly unknown[]): Promise<unknown> => {
    const when = dies();
    if (when === "before") throw new Died();
    const answer = await call(...given);
    if (when === "after") throw new Died();
    return answer;
  };

const ready = async (provider: ApiProvider) => {
  const flow = aFlow({ channels: { [provider]: {} } });
  const api = aPlayedApi(provider, flow.now);
  flow.apiSays(api.ask);
  flow.pause("standard");
  const to = byApi(provider);
  flow.contacts(() => ({ candidates: [to], forms: [formOfApi(provider)] }));
  await flow.report(nativeMessage());
  flow.pause();
  return { flow, api };
};

/** Whether the worker came to the await at which it was to die. */
const dieAt = async (provider: ApiProvider, at: number, when: "before" | "after") => {
  const { flow, api } = await ready(provider);
  let awaits = 0;
  const dies = () => (awaits++ === at ? when : undefined);
  const { store, inForce, replyKeys, ask, counts, isPaused } = flow.telling;
  const ports = mortal({ inForce, replyKeys, ask, isPaused }, dies);
  const work = { ...flow.telling, ...ports, store: mortal(store, dies), counts: mortal(counts, dies) };
  const { id } = await flow.theCase();
  const died = await tellChannel(work, { caseId: id }).then(
    () => false,
    (error: unknown) => error instanceof Died,
  );
  await flow.pass({ minutes: 20 });
  await flow.pass({ hours: 7 });
  const { notices, reviews } = await flow.theCase();
  const isTold = notices.some(({ state }) => state === "sent" || state === "delivered");
  // AWS takes a report once, however often it is put.
  const times = provider === "aws" ? api.submitted.length : api.puts();
  return { died, times, isSeen: isTold || reviews.length > 0 };
};

describe.each(["godaddy", "cloudflare", "aws"] as const)("a worker that dies while it tells %s", (provider) => {
  test.each(["before", "after"] as const)(
    "%s any of its awaits tells it once at most, and leaves nothing unseen",
    async (when) => {
      const outcomes = [];
      for (let at = 0; ; at++) {
        const outcome = await dieAt(provider, at, when);
        outcomes.push(outcome);
        if (!outcome.died) break;
      }
      expect(outcomes.length).toBeGreaterThan(6);
      for (const [at, { times, isSeen }] of outcomes.entries())
        expect([at, times <= 1, isSeen]).toEqual([at, true, true]);
    },
  );
});
