import { expect } from "vitest";
import { isSent } from "../../../functions/case/notice-progress.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import type { reachTables } from "../../../infra/guides/families/settings-reach.ts";
import { nativeMessage, statusMessage } from "../../support/a-flow.ts";
import {
  aHostedFlow,
  all,
  asked,
  brand,
  country,
  csam,
  type Flow,
  letsWithdrawalGo,
  mails,
  minutesToReach,
  network,
  type Proofs,
  saysYes,
  settings,
  steps,
  stopsFirst,
  told,
  untouchedClosed,
  upstream,
  waiting,
} from "./proof.ts";

const hotline = { name: "Hotline NL", email: "hotline@nl.example" };
const cert = { name: "CERT NL", email: "cert@nl.example" };
const police = { name: "Police NL", contact: "+31 00 0000" };

/** When a notice goes out that came in Tuesday's night there, under settings that change in that night. */
const goesOutAt = async (
  before: Partial<Settings>,
  after: Partial<Settings>,
  night = "2026-11-24T20:00:00.000Z",
): Promise<string | undefined> => {
  const flow = aHostedFlow(before);
  await flow.leap(night);
  await flow.report(nativeMessage(brand));
  await flow.pass({ minutes: minutesToReach });
  expect(flow.told()).toEqual([]);
  flow.settingsBecome(after);
  await flow.pass({ minutes: minutesToReach });
  await flow.pass({ hours: 60 });
  const [notice] = (await flow.theCase()).notices;
  return notice && isSent(notice) ? notice.sentAt.slice(0, 16) : undefined;
};
/** Who was told at the hotline or CERT of before hears of a withdrawal there. */
const withdrawnThere = async (flow: Flow, desk: string, become: Partial<Settings>) => {
  expect(flow.told()).toContain(desk);
  await flow.takeIn(statusMessage("withdrawn", flow.now()));
  await saysYes(flow);
  flow.settingsBecome(become);
  await flow.pass({ hours: 1 });
  expect(await steps(flow)).toContain(`withdrawal ${desk}`);
};
const clearance = country({ lawEnforcementFirst: true });

/** What a change of each column of a country's row reaches. */
export const countries = {
  country: {
    open: stopsFirst(settings(clearance), "clearance", { message: csam }),
    closed: untouchedClosed(settings(country({ holidays: ["2026-11-25"] }))),
  },
  hotline: {
    open: async () => {
      // Among the recipients of the escalation level that it stands on.
      const flow = await told({ message: csam });
      flow.settingsBecome(country({ hotline }));
      await flow.pass({ hours: 25 });
      expect(flow.told()).toContain(hotline.email);
      // On an escalation level above.
      const above = await told({ message: { ...csam, category: "ncii", evidence: { explanation: "A picture." } } });
      above.settingsBecome(country({ hotline: { ...hotline, takes: ["csam", "ncii"] } }));
      await above.pass({ hours: 60 });
      expect(await steps(above)).toContain(`escalation ${hotline.email}`);
    },
    closed: async () => {
      const flow = aHostedFlow(country({ hotline }));
      await flow.report(nativeMessage(csam));
      await withdrawnThere(flow, hotline.email, country({ hotline: { ...hotline, email: "other@nl.example" } }));
    },
  },
  police: {
    open: async () => {
      const flow = aHostedFlow(clearance);
      await flow.report(nativeMessage(csam));
      flow.settingsBecome(country({ lawEnforcementFirst: true, police }));
      await flow.pass({ hours: 3 });
      expect((await flow.theCase()).reviews.map(({ reason }) => reason.includes(police.contact))).toEqual([false]);
      const later = await waiting({ message: csam });
      later.settingsBecome(country({ lawEnforcementFirst: true, police }));
      await later.pass({ hours: 1 });
      expect((await later.theCase()).reviews.map(({ reason }) => reason.includes(police.contact))).toEqual([true]);
    },
    closed: untouchedClosed(settings(country({ police }))),
  },
  cert: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome(country({ cert }));
      await flow.pass({ hours: 120 });
      expect(await steps(flow)).toContain(`escalation ${cert.email}`);
    },
    closed: async () => {
      const flow = aHostedFlow(country({ cert }));
      await flow.report(nativeMessage());
      await flow.pass({ hours: 120 });
      await withdrawnThere(flow, cert.email, country({}));
    },
  },
  language: mails(
    settings(country({ language: "de" })),
    ({ subject = "" }) => /Erinnerung|ZURÜCKGEZOGEN/.test(subject),
    [false, true],
  ),
  lawEnforcementFirst: {
    open: all(stopsFirst(settings(clearance), "clearance", { message: csam }), async () => {
      const flow = await told({ message: csam });
      flow.settingsBecome(clearance);
      await flow.pass({ hours: 30 });
      expect([await asked(flow), flow.told()]).toEqual([[], [network.email, network.email, upstream.email]]);
    }),
    closed: letsWithdrawalGo(settings(clearance), { message: csam }),
  },
  timeZone: {
    open: async () => {
      const chicago = country({ timeZone: "America/Chicago" });
      expect(await goesOutAt({}, chicago)).toBe("2026-11-25T14:00");
      expect(await goesOutAt(chicago, {}, "2026-11-25T02:00:00.000Z")).toBe("2026-11-25T14:00");
    },
    closed: untouchedClosed(settings(country({ timeZone: "America/Chicago" })), { message: brand }),
  },
  workingHours: {
    open: async () => {
      expect(await goesOutAt({}, country({ workingHours: { from: 10, to: 12 } }))).toBe("2026-11-25T09:00");
      expect(await goesOutAt({}, country({ workingHours: { from: 0, to: 24 } }))).toBe("2026-11-25T07:00");
    },
    closed: untouchedClosed(settings(country({ workingHours: { from: 10, to: 12 } })), { message: brand }),
  },
  holidays: {
    open: async () => {
      const off = country({ holidays: ["2026-11-25"] });
      expect(await goesOutAt({}, off)).toBe("2026-11-26T07:00");
      expect(await goesOutAt(off, {})).toBe("2026-11-26T07:00");
    },
    closed: untouchedClosed(settings(country({ holidays: ["2026-11-25"] })), { message: brand }),
  },
} satisfies Record<keyof typeof reachTables.countries, Proofs>;
