import { expect, test } from "vitest";
import { lacks } from "../../functions/answers/lacks-notice.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { tellChannel } from "../../functions/send/channels/tell-channel.ts";
import { mayHaveGoneOut, type RestoreGuard } from "../../functions/send/restore-guard.ts";
import { aCandidate, byApi, formOfApi, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";
import { aSender, states } from "../support/a-sender.ts";

const guard: RestoreGuard = {
  restoredTo: plusMinutes(morning, -60),
  at: morning,
  by: "jane",
  why: "A bad deployment.",
};
const later = (minutes: number) => plusMinutes(morning, minutes);

test.each([
  ["where its case was open before", true, { openedAt: later(-90), firstSeenAt: later(-95) }, {}],
  [
    "where its case was opened anew, by what was seen before",
    true,
    { openedAt: later(30), firstSeenAt: later(-5) },
    {},
  ],
  ["where its reporter's clock is ahead", true, { openedAt: later(30), firstSeenAt: later(10) }, {}],
  ["but not where it was seen after that", false, { openedAt: later(30), firstSeenAt: later(20) }, {}],
  ["where SES was asked before", true, { openedAt: later(-90), firstSeenAt: later(-95) }, { wireAt: later(-80) }],
  [
    "but not where that was known since",
    false,
    { openedAt: later(-90), firstSeenAt: later(-95) },
    { wireAt: later(1) },
  ],
  [
    "but not where a person has it sent again since",
    false,
    { openedAt: later(-90), firstSeenAt: later(-95) },
    { attempts: 1, wireAt: later(-80), doubtedAttempt: 1, notBefore: later(20) },
  ],
  [
    "where a person had it sent again before, and it waits anew since",
    true,
    { openedAt: later(-90), firstSeenAt: later(-95) },
    { attempts: 1, wireAt: later(-80), doubtedAttempt: 1, notBefore: later(20), dueAt: later(-70) },
  ],
] as const)("a notice may have gone out in the time that the table has forgotten: %s", (_, may, state, notice) => {
  expect(mayHaveGoneOut(guard, state, { attempts: 0, notBefore: later(-90), ...notice })).toBe(may);
});

test("behind a restore guard nothing is handed to SES: a person is asked, and it is said why", async () => {
  const sender = await aSender(1, { guard: async () => guard });
  expect([await sender.send(), sender.asked, states(await sender.read())]).toEqual(["done", [], ["unknown"]]);
  const [review] = (await sender.read()).reviews;
  expect([review?.question, review?.reason]).toEqual(["unknown-send", expect.stringContaining(guard.restoredTo)]);
  expect(sender.said).toContain("notice.guarded");
});

test("a restore guard that can't be read keeps everything back", async () => {
  const sender = await aSender(1, { guard: () => Promise.reject(new Error("the table is away")) });
  await expect(sender.send()).rejects.toThrow("the table is away");
  expect([sender.asked, states(await sender.read())]).toEqual([[], ["queued"]]);
});

test("a provider's API is asked nothing behind a restore guard, and the case asks a person", async () => {
  const flow = aFlow({ channels: { cloudflare: {}, godaddy: {}, aws: {} } });
  const api = aPlayedApi("godaddy", flow.now);
  flow.contacts(() => ({ candidates: [byApi("godaddy", {}), aCandidate()], forms: [formOfApi("godaddy")] }));
  await flow.takeIn(nativeMessage());
  const { id } = await flow.theCase();
  await flow.lookUp(id);
  await tellChannel({ ...flow.telling, ask: api.ask, guard: async () => guard }, { caseId: id });
  expect(api.asks()).toBe(0);
  const [told] = (await flow.theCase()).notices.filter(({ to }) => to.channel !== undefined);
  expect(told?.state).toBe("unknown");
});

test("what comes for a notice that is not there waits for it, but not where retention took it", async () => {
  const state = await (await aSender(1)).read();
  const has = ({ notices }: { readonly notices: readonly unknown[] }) => notices.length > 0;
  const none = () => false;
  expect(lacks(undefined, has)).toBe(true);
  expect([lacks(state, has), lacks(state, none)]).toEqual([false, true]);
  expect(lacks({ ...state, forgottenAt: morning }, none)).toBe(false);
});
