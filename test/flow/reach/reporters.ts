import { expect } from "vitest";
import type { Settings } from "../../../functions/kernel/settings.ts";
import type { reachTables } from "../../../infra/guides/families/settings-reach.ts";
import { nativeMessage, statusMessage } from "../../support/a-flow.ts";
import {
  aHostedFlow,
  all,
  closed,
  type Flow,
  mails,
  network,
  type Proofs,
  read,
  reporter,
  settings,
  takenBack,
  told,
  untouchedClosed,
} from "./proof.ts";

const other = { target: { url: "https://other.bad.example/" }, reportId: "r-2" };
const renamed = reporter({ id: "helpline" });
const known = reporter({ id: "helpline", formerIds: ["hotline"] });
const says = (flow: Flow, status: string, by: string, reportId = "r-1") =>
  flow.takeIn(statusMessage(status, flow.now(), { reporter: by, reportId }));

/** What is put on a queue in the reporter's name goes before a person, unless `sender` may speak for it. */
const takesFrom = async (flow: Flow, row: object, sender: string | undefined, isTaken: boolean) => {
  flow.settingsBecome(reporter(row));
  const before = (await flow.store.history((await flow.theCase()).id)).length;
  await flow.takeIn(statusMessage("still-up", flow.now()), sender === undefined ? {} : { sender });
  const after = (await flow.store.history(await firstCase(flow))).length;
  expect(after > before).toBe(isTaken);
};
const firstCase = async (flow: Flow) => {
  const { items } = await flow.store.openedOn(flow.now().slice(0, 10), 10);
  return items.find(({ kind }) => kind === "case")?.id ?? "";
};
const role = "AROAEXAMPLE123456789";
const topic = "arn:aws:sns:eu-central-1:123456789012:reports";

const xarf = (contact: string) =>
  JSON.stringify({
    xarf_version: "4.2.0",
    report_id: "7d6f1c52-3c2e-4d4e-8f2a-5f0f6f3b9a01",
    timestamp: "2026-11-24T09:00:00Z",
    reporter: { org: "Example Hotline", contact, domain: "hotline.example" },
    sender: { org: "Example Hotline", contact, domain: "hotline.example" },
    source_identifier: "192.0.2.10",
    category: "content",
    type: "phishing",
    url: "https://shop.bad.example/login",
  });
/** Nobody stands by what was taken back, so that its mail names no reporter. */
const namesNobody =
  (become: Partial<Settings>): Proofs["closed"] =>
  async () => {
    const texts = [];
    for (const then of [{}, become]) {
      const flow = await takenBack({ candidates: [{ ...network, scope: "platform" }] });
      flow.settingsBecome(then);
      await flow.run();
      expect(flow.mails).toHaveLength(2);
      texts.push((await read(flow.mails[1] ?? expect.fail())).text);
    }
    expect(texts[1]).toBe(texts[0]);
  };
const contactMails = mails(
  settings(reporter({ contact: "team@hotline.example" })),
  ({ text = "" }) => ["desk@hotline.example", "team@hotline.example"].filter((contact) => text.includes(contact)),
  [["desk@hotline.example"], ["team@hotline.example"]],
);

/** What a change of each column of a reporter's row reaches. */
export const reporters = {
  id: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome(renamed);
      await says(flow, "gone", "helpline");
      expect(await outcomeOf(flow)).toBeUndefined();
      flow.settingsBecome(known);
      await says(flow, "gone", "helpline");
      expect(await outcomeOf(flow)).toBe("gone");
    },
    closed: async () => {
      const flow = await closed();
      flow.settingsBecome(renamed);
      await says(flow, "still-up", "helpline");
      expect(await outcomeOf(flow)).toBe("gone");
      flow.settingsBecome(known);
      await says(flow, "still-up", "helpline");
      expect(await outcomeOf(flow)).toBeUndefined();
    },
  },
  formerIds: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome(known);
      await flow.takeIn(nativeMessage({ reporter: "helpline" }));
      expect(await flow.theCase()).toMatchObject({ reports: 1, reporters: ["hotline"] });
      await says(flow, "hold", "helpline");
      expect((await flow.theCase()).holds).toHaveLength(1);
      await flow.pass({ minutes: 1 });
      await says(flow, "release", "hotline");
      expect((await flow.theCase()).holds).toHaveLength(0);
      flow.settingsBecome(reporter({ id: "helpline", formerIds: ["hotline"], reportsAMinute: 1 }));
      await flow.pass({ minutes: 1 });
      for (const [by, reportId] of [
        ["helpline", "r-3"],
        ["hotline", "r-4"],
      ])
        await flow.takeIn(nativeMessage({ ...other, reporter: by, reportId }));
      expect(flow.putOffs()).toEqual(["r-4"]);
    },
    closed: async () => {
      for (const by of ["helpline", "hotline"]) {
        const flow = await closed();
        flow.settingsBecome(known);
        await says(flow, "still-up", by);
        expect(await outcomeOf(flow)).toBeUndefined();
      }
    },
  },
  organisation: {
    open: mails(
      settings(reporter({ organisation: "Another Line" })),
      ({ text = "" }) => ["Example Line", "Another Line"].filter((name) => text.includes(name)),
      [["Example Line"], ["Another Line"]],
      { settings: reporter({ organisation: "Example Line" }) },
    ).open,
    closed: namesNobody(reporter({ organisation: "Another Line" })),
  },
  contact: {
    open: all(contactMails.open, async () => {
      const flow = aHostedFlow(reporter({ contact: "team@hotline.example" }));
      await flow.takeIn(xarf("team@hotline.example"));
      expect((await flow.theCase()).reporters).toEqual(["hotline"]);
    }),
    closed: namesNobody(reporter({ contact: "team@hotline.example" })),
  },
  trustedFlagger: {
    open: mails(
      settings(reporter({ trustedFlagger: ["phishing"] })),
      ({ text = "" }) => text.includes("trusted flagger"),
      [false, true],
      { candidates: [{ ...network, scope: "platform" }] },
    ).open,
    closed: namesNobody(reporter({ trustedFlagger: ["phishing"] })),
  },
  namedInChildAbuse: {
    open: async () => {
      for (const namedInChildAbuse of [false, true]) {
        const flow = aHostedFlow();
        flow.settingsBecome(reporter({ namedInChildAbuse }));
        await flow.report(nativeMessage({ category: "csam", evidence: { detectedBy: "manual-review" } }));
        const told = flow.mails[0] ?? expect.fail();
        expect((await read(told)).text?.includes("desk@hotline.example")).toBe(namedInChildAbuse);
      }
    },
    closed: namesNobody(reporter({ namedInChildAbuse: true })),
  },
  onBehalfOf: {
    open: mails(
      settings(reporter({ onBehalfOf: "Example Bank" })),
      ({ text = "" }) => text.includes("On behalf of: Example Bank"),
      [false, true],
    ).open,
    closed: namesNobody(reporter({ onBehalfOf: "Example Bank" })),
  },
  people: {
    open: async () => {
      const flow = aHostedFlow({ protectedDomains: ["bad.example"] });
      await flow.report(nativeMessage());
      flow.settingsBecome({ protectedDomains: ["bad.example"], ...reporter({ people: ["anna"] }) });
      expect(await flow.decides({ by: "anna", verdict: { decision: "clear" } })).toMatchObject({
        ok: false,
        error: { kind: "not-yours" },
      });
      expect((await flow.decides({ by: "jane", verdict: { decision: "clear" } })).ok).toBe(true);
    },
    closed: untouchedClosed(settings(reporter({ people: ["anna"] }))),
  },
  liveIn: {
    open: async () => {
      const flow = aHostedFlow();
      await flow.report(nativeMessage({ live: true }));
      flow.settingsBecome(reporter({ liveIn: [] }));
      await flow.pass({ hours: 1 });
      expect(await flow.theCase()).toMatchObject({ lane: "urgent", live: true });
      await flow.takeIn(nativeMessage({ ...other, live: true }));
      const { items } = await flow.store.openedOn(flow.now().slice(0, 10), 10);
      expect(items.map(({ lane }) => lane).sort()).toEqual(["standard", "urgent"]);
    },
    closed: untouchedClosed(settings(reporter({ liveIn: [] }))),
  },
  checks: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome(reporter({ checks: true }));
      await flow.pass({ hours: 23 });
      expect((await flow.theCase()).checks?.causes).toEqual(["before-reminder.0.0"]);
    },
    closed: async () => {
      const flow = await told();
      await flow.deskReplies("removed", true);
      flow.settingsBecome(reporter({ checks: true }));
      await flow.pass({ hours: 26 });
      expect((await flow.theCase()).checks?.causes).toEqual([expect.stringMatching(/^after-removal\./)]);
    },
  },
  senders: {
    open: async () => {
      await takesFrom(await told(), { senders: [role] }, role, true);
      await takesFrom(await told(), { senders: [role] }, "AROAANOTHER123456789", false);
    },
    closed: async () => {
      await takesFrom(await closed(), { senders: [role] }, role, true);
      await takesFrom(await closed(), { senders: [role] }, "AROAANOTHER123456789", false);
    },
  },
  through: {
    open: async () => takesFrom(await told(), { through: topic }, undefined, false),
    closed: async () => takesFrom(await closed(), { through: topic }, undefined, false),
  },
  reportsAMinute: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome(reporter({ reportsAMinute: 1 }));
      await flow.takeIn(nativeMessage(other));
      expect(flow.putOffs()).toEqual(["r-2"]);
      flow.settingsBecome(reporter({ reportsAMinute: 300 }));
      await flow.pass({ minutes: 15 });
      expect([flow.putOffs(), flow.told()]).toEqual([[], [network.email, network.email]]);
    },
    closed: untouchedClosed(settings(reporter({ reportsAMinute: 1 }))),
  },
} satisfies Record<keyof typeof reachTables.reporters, Proofs>;

/** Of the first case of the story, beside unmatched. */
const outcomeOf = async (flow: Flow) => {
  const state = await flow.store.read(await firstCase(flow));
  return state?.closed?.outcome;
};
