import { describe, expect, test } from "vitest";
import { alwaysATurn } from "../../functions/send/pacing.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import { senders } from "./bad-senders.ts";
import type { Breach } from "./breach.ts";
import { lightCompose } from "./cast.ts";
import { allSingles, aTally, count, runScenario, type Tally } from "./exhaustive.ts";
import { readFaults } from "./faults.ts";
import { inForce } from "./in-force.ts";
import { scenarios } from "./scenarios.ts";
import type { Sender } from "./senders.ts";

const faultsIn = (text: string) => readFaults(text) ?? new Map();

/** Plays single faults with such a sender until this promise is broken, or all were played. */
const brokenBy = async (
  promise: Breach["promise"],
  sender: Sender | undefined,
  named = "first-notice",
): Promise<Tally> => {
  const tally = aTally();
  const first = scenarios.find(({ name }) => name === named);
  if (!first || !sender) throw new Error("there is no such sender");
  const isEnough = () => (tally.broken[promise] ?? 0) > 0;
  await allSingles(first, tally, { sender, compose: lightCompose, isEnough });
  return tally;
};

describe("the simulation bites", () => {
  test("it finds a mail to another than the approved contact", async () => {
    const astray: Sender = (work, hint) =>
      sendHinted(
        { ...work, sendOnce: (mail) => work.sendOnce({ ...mail, recipient: "canary-victim@third.example" }) },
        hint,
      );
    expect((await brokenBy("wrong recipient", astray)).broken["wrong recipient"]).toBeGreaterThan(0);
  });

  test("it finds a mail address in a log line, and what was reported in an error", async () => {
    const talks: Sender = (work, hint) =>
      sendHinted(
        {
          ...work,
          compose: async (request) => {
            work.log.info("notice.sent", { source: request.notice.to.email });
            return work.compose(request);
          },
        },
        hint,
      );
    expect((await brokenBy("leak", talks)).broken.leak).toBeGreaterThan(0);
    const throws: Sender = async (work, { caseId }) => {
      const state = await work.store.read(caseId);
      throw new Error(
        `could not send ${state?.kind === "case" && state.target.kind === "url" ? state.target.url : ""}`,
      );
    };
    expect((await brokenBy("leak", throws)).broken.leak).toBeGreaterThan(0);
  });

  test("it finds a mail that goes out after a person stopped sending", async () => {
    const unpaused: Sender = (work, hint) =>
      sendHinted({ ...work, takeTurn: alwaysATurn, isPaused: async () => false }, hint);
    expect((await brokenBy("mail after a stop", unpaused, "stop")).broken["mail after a stop"]).toBeGreaterThan(0);
  });

  test("it finds what waits by the clocks of before, where nobody walks through it", async () => {
    const scenario = scenarios.find(({ name }) => name === "settings-shorter-clocks-walked");
    if (!scenario) throw new Error("there is no such story");
    const stays = { ...scenario, world: { ...scenario.world, walks: false } };
    const [walked, unwalked] = [
      await runScenario(scenario, new Map(), { compose: lightCompose }),
      await runScenario(stays, new Map(), { compose: lightCompose }),
    ];
    expect([walked.breaches, unwalked.breaches.map(({ promise }) => promise)]).toEqual([[], ["out of time"]]);
  });

  test.each(["settings-a-desk-opted-out", "settings-a-domain-protected"])(
    "it finds a claim by the settings of before: %s",
    async (name) => {
      const { settings, policyOf } = inForce("nothing", false);
      const outdated: Sender = (work, hint) =>
        sendHinted({ ...work, settings, policyOf, inForce: async () => ({ settings, policyOf }) }, hint);
      expect((await brokenBy("mail after a stop", outdated, name)).broken["mail after a stop"]).toBeGreaterThan(0);
    },
  );

  test.each(["a-desk-opted-out", "a-domain-protected", "a-desk-inhibited-for-twenty-minutes"])(
    "it finds a claim without a look at what is in force: %s",
    async (change) => {
      const blind: Sender = (work, hint) => sendHinted({ ...work, inForce: async () => work }, hint);
      const tally = aTally();
      for (const scenario of scenarios.filter(({ name }) => name.startsWith(`settings-${change}-`)))
        count(tally, await runScenario(scenario, new Map(), { sender: blind, compose: lightCompose }));
      expect(tally.broken["mail after a stop"]).toBeGreaterThan(0);
    },
  );

  test.each([
    ["sdk-default", "duplicate"],
    ["idempotency-lease", "duplicate"],
    ["save-after-send", "duplicate"],
    ["queued-then-later", "lost"],
  ] as const)("it finds what is wrong with %s: %s", async (name, promise) => {
    const tally = await brokenBy(promise, senders[name]);
    expect(tally.broken[promise]).toBeGreaterThan(0);
    const found = tally.failures.find(({ breach }) => breach.promise === promise);
    const [, order, faults] = found?.name.includes("one-by-one")
      ? (found?.name.split("/") ?? [])
      : ["", "together", found?.name.split("/").at(-1)];
    const [first] = scenarios;
    const again =
      first &&
      (await runScenario(first, faultsIn(faults ?? ""), {
        order: order === "one-by-one" ? "one-by-one" : "together",
        ...(senders[name] && { sender: senders[name] }),
      }));
    expect(again?.breaches.map((breach) => breach.promise)).toContain(promise);
  });
});
