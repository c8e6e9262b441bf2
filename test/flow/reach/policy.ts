import { expect } from "vitest";
import type { CategoryPolicy, Level } from "../../../functions/case/policy.ts";
import { readPolicyTable } from "../../../functions/escalation/read-policy-table.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { isUrgent } from "../../../functions/report/category.ts";
import type { reachTables } from "../../../infra/guides/families/settings-reach.ts";
import { aCandidate, morning } from "../../support/a-case.ts";
import { nativeMessage } from "../../support/a-flow.ts";
import {
  aHostedFlow,
  brand,
  type Comes,
  type Flow,
  letsWithdrawalGo,
  minutesToReach,
  network,
  type Proofs,
  reporter,
  steps,
  told,
  untouchedClosed,
  upstream,
  waiting,
} from "./proof.ts";
import { settingsProofs } from "./settings.ts";

const policy =
  (row: Partial<CategoryPolicy> | ((row: CategoryPolicy) => Partial<CategoryPolicy>)): Comes =>
  (flow) =>
    flow.policyBecomes(typeof row === "function" ? row : () => row);
const slowly = (days: readonly number[]): Comes =>
  policy(({ category }) => (isUrgent(category) ? {} : { slowRemindersAfterDays: days }));
const hoursSince = (at: string | undefined) => at && (Date.parse(at) - Date.parse(morning)) / 3_600_000;
/** When each mail after the first went out, and on-call was asked, in hours from the report. */
const momentsOf = async (flow: Flow) => {
  const { notices, reviews } = await flow.theCase();
  return [
    ...notices.slice(1).flatMap((one) => ("sentAt" in one ? [`${one.step} ${hoursSince(one.sentAt)}`] : [])),
    ...reviews.map(({ question, askedAt }) => `${question} ${hoursSince(askedAt)}`),
  ];
};
/** By which clocks a case goes on that was told, and that stood for hours under others. */
const goesOn = async (
  before: Partial<CategoryPolicy>,
  after: Partial<CategoryPolicy>,
  hours: number,
  report: Parameters<typeof nativeMessage>[0] = {},
) => {
  const flow = aHostedFlow();
  policy(before)(flow);
  await flow.report(nativeMessage(report));
  await flow.pass({ hours: 2 });
  policy(after)(flow);
  await flow.pass({ minutes: minutesToReach });
  await flow.pass({ hours });
  return momentsOf(flow);
};
const short = { reminderAfterHours: 4, escalatesAfterHours: 12, onCallAfterHours: 30 };
const late = { ...short, escalatesAfterHours: 40, onCallAfterHours: 50 };
const long = { reminderAfterHours: 24, escalatesAfterHours: 48, onCallAfterHours: 7 * 24 };

const platform: Level = { id: "platform", name: "the platform", to: [{ anyOf: ["platform"] }] };
const certsDesk = aCandidate({ email: "cert@nl.example", scope: "cert", source: "directory" });
const certs: Level = { id: "cert", name: "the hosting country's CERT", to: [{ anyOf: ["cert"] }] };

/** No network is written to any more, in any category. */
const neverNetworks = policy(({ path }) => ({
  path: path.map(({ id, name, to }) => ({
    id,
    name,
    to: to.map((one) => ({ ...one, anyOf: one.anyOf.filter((scope) => scope !== "network") })),
  })),
  neverTo: ["network"],
}));
const night = "2026-11-24T20:00:00.000Z";

/** What a change of each column of the policy reaches. */
export const policyProofs = {
  category: {
    open: async () => {
      expect(() => readPolicyTable([])).toThrow("no row for");
    },
    closed: untouchedClosed(policy({ remindersAtMost: 0 })),
  },
  path: {
    open: async () => {
      const flow = await told();
      flow.contacts(() => ({
        candidates: [network, upstream, aCandidate({ email: "abuse@platform.example", scope: "platform" }), certsDesk],
      }));
      policy(({ path }) => ({
        path: [platform, ...path.slice(0, 1), certs, ...path.slice(1, 2)],
      }))(flow);
      await flow.pass({ hours: 47 });
      expect(await steps(flow)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
      await flow.pass({ hours: 3 });
      expect((await steps(flow)).slice(2)).toEqual(["escalation cert@nl.example"]);
      // Its own escalation level goes, and the one above is told in its time.
      const left = await told();
      policy(({ path }) => ({ path: path.slice(1) }))(left);
      await left.pass({ hours: 47 });
      expect(await steps(left)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
      await left.pass({ hours: 3 });
      expect((await steps(left)).slice(2)).toEqual([`escalation ${upstream.email}`]);
      // Another recipient comes to its own.
      const more = await told();
      more.contacts(() => ({ candidates: [network, certsDesk] }));
      policy(({ path }) => ({
        path: path.map((level, at) => (at === 0 ? { ...level, to: [...level.to, { anyOf: ["cert"] }] } : level)),
      }))(more);
      await more.pass({ hours: 25 });
      expect(more.told()).toContain(certsDesk.email);
    },
    closed: untouchedClosed(policy(({ path }) => ({ path: [platform, ...path] }))),
  },
  reminderAfterHours: {
    open: async () => {
      expect(await goesOn(long, { ...long, reminderAfterHours: 4 }, 20)).toEqual(["reminder 4"]);
      expect(await goesOn(short, { ...short, reminderAfterHours: 12 }, 9)).toEqual([]);
    },
    closed: untouchedClosed(policy({ reminderAfterHours: 4 })),
  },
  remindersAtMost: {
    open: async () => {
      expect(await goesOn(short, { ...short, remindersAtMost: 2 }, 9)).toEqual(["reminder 4", "reminder 8"]);
      expect(await goesOn(short, { ...short, remindersAtMost: 0 }, 9)).toEqual([]);
    },
    closed: untouchedClosed(policy({ remindersAtMost: 3 })),
  },
  escalatesAfterHours: {
    open: async () => {
      expect(await goesOn(long, { ...long, escalatesAfterHours: 26 }, 26)).toEqual(["reminder 24", "escalation 26"]);
      expect(await goesOn(short, { ...short, escalatesAfterHours: 20 }, 16)).toEqual(["reminder 4"]);
    },
    closed: untouchedClosed(policy(short)),
  },
  slowRemindersAfterDays: {
    open: async () => {
      const waits = async (before: readonly number[], after: readonly number[]) => {
        const flow = await told();
        slowly(before)(flow);
        const asked = async () => (await flow.theCase()).reviews.some(({ question }) => question === "unanswered");
        // The escalation path's end, from which the wait begins.
        for (let day = 0; day < 12 && !(await asked()); day++) await flow.leap(plusHours(flow.now(), 24));
        expect(await asked()).toBe(true);
        slowly(after)(flow);
        const mails = flow.mails.length;
        for (let day = 0; day < 5; day++) await flow.leap(plusHours(flow.now(), 24));
        const { reviews } = await flow.theCase();
        return [flow.mails.length > mails, ...reviews.map(({ question }) => question)];
      };
      expect(await waits([4], [7])).toEqual([true, "unanswered"]);
      expect(await waits([7], [4])).toEqual([false, "unanswered"]);
      expect(await waits([4], [])).toEqual([false, "unanswered"]);
    },
    closed: untouchedClosed(slowly([1])),
  },
  onCallAfterHours: {
    open: async () => {
      const urgent = { category: "ncii" };
      expect(await goesOn(long, { ...long, onCallAfterHours: 50 }, 52, urgent)).toContain("unanswered 50");
      expect(await goesOn(late, { ...late, onCallAfterHours: 70 }, 53, urgent)).toEqual([
        "reminder 4",
        "escalation 40",
        "reminder 44",
      ]);
    },
    closed: untouchedClosed(policy(short)),
  },
  forgetAfterDays: settingsProofs.forgetAfterDays,
  quietHours: {
    open: async () => {
      const comes = aHostedFlow({ digests: true });
      await comes.leap(night);
      await comes.report(nativeMessage());
      policy({ quietHours: "nights-and-days-off" })(comes);
      await comes.pass({ minutes: minutesToReach });
      await comes.pass({ hours: 10 });
      expect(comes.told()).toEqual([]);
      await comes.pass({ hours: 2 });
      expect(comes.told()).toEqual([network.email]);
      const goes = aHostedFlow();
      await goes.leap(night);
      await goes.report(nativeMessage(brand));
      policy({ quietHours: "never" })(goes);
      await goes.pass({ minutes: minutesToReach });
      await goes.pass({ hours: 10 });
      expect(goes.told()).toEqual([]);
      await goes.pass({ hours: 1 });
      expect(goes.told()).toEqual([network.email]);
    },
    closed: untouchedClosed(policy({ quietHours: "nights-and-days-off" })),
  },
  digestMinutes: {
    open: async () => {
      const flow = aHostedFlow({ digests: true });
      await flow.report(nativeMessage());
      policy({ digestMinutes: 60 })(flow);
      await flow.takeIn(nativeMessage({ reportId: "r-2", target: { url: "https://other.bad.example/" } }));
      await flow.pass({ minutes: 17 });
      expect(flow.told()).toEqual([network.email]);
      await flow.pass({ minutes: 45 });
      expect(flow.told()).toEqual([network.email, network.email]);
    },
    closed: untouchedClosed(policy({ digestMinutes: 60 })),
  },
  checks: {
    open: async () => {
      const flow = await told({ settings: reporter({ checks: true }) });
      policy(({ checks }) => ({ checks: { ...checks, answerWithinMinutes: 30 } }))(flow);
      await flow.pass({ minutes: minutesToReach });
      await flow.pass({ hours: 22 });
      expect((await flow.theCase()).checks).toBeUndefined();
      await flow.pass({ hours: 1 });
      expect((await flow.theCase()).checks?.causes).toEqual(["before-reminder.0.0"]);
    },
    closed: async () => {
      const flow = await told({ settings: reporter({ checks: true }) });
      await flow.deskReplies("removed", true);
      await flow.pass({ hours: 3 });
      policy(({ checks }) => ({ checks: { ...checks, againAfterDays: [2] } }))(flow);
      await flow.pass({ hours: 44 });
      expect((await flow.theCase()).checks?.causes).toHaveLength(1);
      await flow.pass({ hours: 4 });
      expect((await flow.theCase()).checks?.causes[1]).toMatch(/^after-removal\./);
      const nobodyLooks = await told();
      await nobodyLooks.deskReplies("removed", true);
      policy(({ checks }) => ({ checks: { ...checks, personAgainAfterDays: [2] } }))(nobodyLooks);
      await nobodyLooks.pass({ hours: 49 });
      expect(await nobodyLooks.questions()).toEqual(["may-be-back"]);
    },
  },
  neverTo: {
    open: async () => {
      const inLine = await waiting();
      neverNetworks(inLine);
      await inLine.run();
      await inLine.pass({ hours: 1 });
      expect(inLine.told()).not.toContain(network.email);
      const remindedNever = await told();
      neverNetworks(remindedNever);
      await remindedNever.pass({ hours: 40 });
      expect(await steps(remindedNever)).toEqual([`first ${network.email}`]);
      const onLevelsToCome = await told();
      policy(({ path }) => ({
        path: path.filter(({ to }) => !to.some(({ anyOf }) => anyOf.includes("upstream"))),
        neverTo: ["upstream"],
      }))(onLevelsToCome);
      await onLevelsToCome.pass({ hours: 72 });
      expect(await steps(onLevelsToCome)).toEqual([`first ${network.email}`, `reminder ${network.email}`]);
    },
    closed: letsWithdrawalGo(neverNetworks),
  },
} satisfies Record<keyof typeof reachTables.policy, Proofs>;
