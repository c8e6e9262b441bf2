import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { batchIdOf } from "../../functions/send/mail/waiting.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, copiedBrand, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { caseIdOf } from "../support/case-ids.ts";

const form = "https://network.example/abuse-form";
const network = aCandidate({ email: "abuse@desk.network.example" });
const upstream = aCandidate({ email: "abuse@carrier.example", scope: "upstream", range: "AS64500" });
const hosted = { candidates: [network, upstream], addresses: ["192.0.2.10"], origins: ["AS64500"] };
const directory = (entry: object): Partial<Settings> => ({
  directory: settingsSchema.parse({
    ...aSettings(),
    directory: [{ name: "Example Network", scope: "network", ...entry }],
  }).directory,
});

const optOuts: readonly (readonly [string, Partial<Settings>])[] = [
  ["by its mailbox", { optedOut: ["Abuse@Desk.Network.example"] }],
  ["by its mail domain", { optedOut: ["@desk.network.example"] }],
  ["by a mail domain above its own", { optedOut: ["@network.example"] }],
  ["by the range that the host is in", { optedOut: ["192.0.2.0/28"] }],
  ["by that range as IPv6 wraps it", { optedOut: ["::ffff:192.0.2.0/124"] }],
  ["by the system that announces the host", { optedOut: ["AS64500"] }],
  ["by its mail domain in the directory", directory({ kind: "opted-out", matches: ["@network.example"] })],
  ["by range in the directory", directory({ kind: "opted-out", matches: ["192.0.2.0/24"] })],
  [
    "by that range in the directory as IPv6 wraps it",
    directory({ kind: "opted-out", matches: ["::ffff:192.0.2.0/120"] }),
  ],
];

/** The hint for `send-notice` is on its queue, with the notice ready to go. */
const waiting = async (
  message: Record<string, unknown> = {},
  answer: Parameters<ReturnType<typeof aFlow>["contacts"]>[0] = () => hosted,
) => {
  const flow = aFlow();
  flow.contacts(answer);
  await flow.takeIn(nativeMessage(message));
  await flow.runOne();
  return flow;
};
type Flow = Awaited<ReturnType<typeof waiting>>;
const asked = async (flow: Flow) => await flow.questions();
const notices = async (flow: Flow) =>
  (await flow.theCase()).notices.map(({ to, step, state, problem }) => [to.email, step, state, problem ?? ""]);

describe("settings that come while the hint of a notice lies on its queue", () => {
  test.each(optOuts)(
    "that opt the desk out %s: nothing goes to it, the case says so, and the next desk is told",
    async (_, settings) => {
      const flow = await waiting({}, () => ({
        ...hosted,
        candidates: [
          network,
          aCandidate({ email: "abuse@other-carrier.example", scope: "upstream", range: "AS64501" }),
        ],
      }));
      flow.settingsBecome(settings);
      await flow.run();
      // Whoever is told instead is told with the next sweep: nobody hints at their own queue.
      await flow.pass({ minutes: 1 });
      // A sender gives itself no hint: the sweep brings what follows.
      await flow.pass({ minutes: 6 });
      expect(flow.told()).toEqual(["abuse@other-carrier.example"]);
      expect((await notices(flow))[0]).toEqual([
        network.email,
        "first",
        "cancelled",
        "the mailbox must not be written to",
      ]);
    },
  );

  test.each([
    ["by mail domain", ["@network.example"]],
    ["by range", ["192.0.2.0/24"]],
    ["by system", ["AS64500"]],
  ])(
    "that name a form as the desk's only way (%s): its form is asked for before anybody above it is told",
    async (_, matches) => {
      const flow = await waiting();
      flow.settingsBecome(directory({ kind: "form-only", matches, form }));
      await flow.run();
      expect(flow.told()).toEqual([]);
      expect((await flow.theCase()).reviews).toMatchObject([
        { question: "form-only", forms: [{ url: form, scope: "network", name: "Example Network" }] },
      ]);
    },
  );

  test("that opt out one of two networks leave the other's desk, and whoever is above them", async () => {
    const second = aCandidate({ email: "abuse@second.example", range: "198.51.100.0/24" });
    const flow = await waiting({}, () => ({
      ...hosted,
      addresses: ["192.0.2.10", "198.51.100.10"],
      candidates: [network, second, upstream],
    }));
    flow.settingsBecome({ optedOut: ["192.0.2.0/24"] });
    await flow.run();
    await flow.pass({ minutes: 1 });
    // A sender gives itself no hint: the sweep brings what follows.
    await flow.pass({ minutes: 6 });
    expect(flow.told()).toEqual(["abuse@second.example"]);
  });
});

describe("every further mail to who has opted out since", () => {
  const out = { optedOut: ["192.0.2.0/24"] };

  test("a mailbox that a person names, which sources had named for an opted-out range", async () => {
    const flow = await aReportedFlow({
      settings: out,
      contacts: { ...hosted, candidates: [], optedOut: [network.email] },
    });
    expect(await asked(flow)).toEqual(["no-contact"]);
    expect(await flow.decides({ verdict: { decision: "send-to", email: "ABUSE@desk.network.example" } })).toMatchObject(
      {
        ok: false,
        error: { kind: "not-an-answer" },
      },
    );
    expect((await flow.decides({ verdict: { decision: "send-to", email: "noc@elsewhere.example" } })).ok).toBe(true);
    expect(flow.told()).toEqual(["noc@elsewhere.example"]);
  });
});

test("a desk that came to take a form only isn't reminded by mail, and hears of a withdrawal of its mail", async () => {
  const flow = await waiting({}, () => ({ ...hosted, candidates: [network] }));
  await flow.run();
  flow.settingsBecome(directory({ kind: "form-only", matches: ["@network.example"], form }));
  await flow.pass({ hours: 30 });
  expect(flow.told()).toEqual([network.email]);
  await flow.says("withdrawn");
  await flow.pass({ hours: 1 });
  expect(flow.told()).toEqual([network.email, network.email]);
});

describe("settings that come while notices wait for their digest", () => {
  const caseOf = async (flow: ReturnType<typeof aFlow>, number: number) => {
    const state = await flow.store.read(caseIdOf(`report hotline/r-${number}`));
    if (state?.kind !== "case") throw new Error(`there is no case of report ${number}`);
    return state;
  };
  /** Three pages on three addresses of one network, whose notices wait for their window's end. */
  const aWindow = async () => {
    const flow = aFlow({ digests: true });
    flow.contacts(({ target }) => ({
      ...hosted,
      candidates: [network],
      addresses: [`192.0.2.${10 * Number(target.host[0])}`],
    }));
    for (const number of [1, 2, 3])
      await flow.takeIn(
        nativeMessage({ reportId: `r-${number}`, target: { url: `https://${number}.bad.example/login` } }),
      );
    await flow.run();
    expect(flow.mails).toHaveLength(0);
    return flow;
  };
  const sent = async (flow: ReturnType<typeof aFlow>) =>
    Promise.all([1, 2, 3].map(async (number) => (await caseOf(flow, number)).notices[0]?.state));

  test.each([
    ["opts the desk out", { optedOut: ["@network.example"] }],
    ["gives it a form alone", directory({ kind: "form-only", matches: ["@network.example"], form })],
  ])(
    "that SES declined, and whose desk a setting since %s: no mail, and each case asks a person",
    async (_, settings) => {
      const flow = await aWindow();
      flow.sesSays(() => ({ kind: "declined", code: "Throttling", final: false }));
      await flow.pass({ minutes: 16 });
      expect([flow.mails.length > 0, await sent(flow)]).toEqual([true, ["queued", "queued", "queued"]]);
      const before = flow.mails.length;
      flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-too-late" }));
      flow.settingsBecome({ digests: true, ...settings });
      // The batch's own hint comes first, before the sweep has looked at any of the cases.
      const first = await caseOf(flow, 1);
      const batch = first.notices[0] && batchIdOf(first, first.notices[0]);
      await sendHinted(flow.sending, { caseId: batch ?? "" });
      await flow.pass({ hours: 2 });
      expect([flow.mails.length, await sent(flow)]).toEqual([before, ["cancelled", "cancelled", "cancelled"]]);
      for (const number of [1, 2, 3]) expect((await caseOf(flow, number)).reviews).toHaveLength(1);
    },
  );
});

test("a day off that comes keeps a withdrawal a day longer, and retention counts from the later end", async () => {
  const night = "2026-11-24T20:00:00.000Z";
  const endsWith = async (holidays: readonly string[]) => {
    const flow = await aReportedFlow({ contacts: hosted, report: copiedBrand });
    await flow.leap(night);
    await flow.takeIn(statusMessage("withdrawn", night));
    await flow.pass({ minutes: 30 });
    flow.settingsBecome({
      forgetAfterDays: { brand: 30 },
      countries: settingsSchema.shape.countries.parse([{ country: "NL", holidays }]),
    });
    await flow.pass({ hours: 48 });
    const endedAt = (await flow.theCase()).closed?.at ?? "";
    const isForgotten: boolean[] = [];
    for (const hours of [30 * 24 - 1, 30 * 24]) {
      await flow.leap(plusHours(endedAt, hours));
      isForgotten.push((await flow.theCase()).forgottenAt !== undefined);
    }
    return [flow.told(), endedAt.slice(0, 16), isForgotten];
  };
  const twice = [network.email, network.email];
  expect(await endsWith([])).toEqual([twice, "2026-11-25T07:00", [false, true]]);
  expect(await endsWith(["2026-11-25"])).toEqual([twice, "2026-11-26T07:00", [false, true]]);
});
