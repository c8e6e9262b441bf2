import type { Review } from "../../functions/case/case.ts";
import type { Verdict } from "../../functions/case/event.ts";
import { instant } from "../../functions/kernel/instant.ts";
import { toldByApi } from "./api.ts";
import { delivers, everybody, hourMs, minuteMs, network, repliesRemoved, startMs } from "./cast.ts";
import type { Fault } from "./faults.ts";
import { hostile } from "./hostile-scenarios.ts";
import type { House, HouseRules } from "./house.ts";
import { mailStories } from "./mail-scenarios.ts";

/**
 * A short story with one moment of interest. Faults strike at its awaits from `act` on; what is set
 * up before is undisturbed.
 */
export type Scenario = {
  readonly name: string;
  readonly world: Pick<
    HouseRules,
    "answerOf" | "deskOf" | "lettersOn" | "outside" | "reads" | "settingsChanges" | "holds"
  >;
  readonly setUp?: (house: House) => Promise<void>;
  /** Puts things on queues and into the future; nothing has happened yet when it returns. */
  readonly act: (house: House) => void;
  /** Notices to one desk wait for each other. */
  readonly digests?: true;
  /** SES takes what is sent in the set-up; its answer is lost, and its events come half an hour later, or never. */
  readonly setUpSes?: "late" | "silent";
  /** How long faults may strike. */
  readonly minutes: number;
  /** The wire's order without faults, as `recipient step`. */
  readonly mailsWithoutFaults: number;
  /**
   * Without faults: a mailbox that has to be told, or `mailbox step`; and one step that a mailbox
   * must not be told.
   */
  readonly tells?: readonly string[];
  readonly spares?: readonly string[];
  /** How many questions then stand before a person, those of many cases that are one as one. */
  readonly asks?: number;
  /** Which faults strike, where a story is too long for all. */
  readonly faults?: readonly Fault[];
  /** All pairs of its faults are tried, too. */
  readonly pairs: boolean;
  /**
   * Only without faults: it differs from others by what is written and not by what is awaited, or
   * is long; the schedules strike in its like.
   */
  readonly calm?: true;
};

const usual = { answerOf: () => everybody, deskOf: () => delivers };
const until = (house: House, minutes: number) => house.world.run(startMs + minutes * minuteMs);

/** What a person says to each question, where a scenario has one. */
const decides =
  (question: Review["question"], verdict: Verdict) =>
  (review: Review): Verdict | undefined =>
    review.question === question ? verdict : undefined;

/** SES took the mail, the answer was lost, and no event ever came: a person is asked. */
const untilUnknown = async (house: House): Promise<void> => {
  house.report();
  await until(house, 20);
};

const held = (afterMs: number): Scenario => ({
  name: `hold-${afterMs}-ms-into-the-send`,
  world: usual,
  act: (house) => {
    house.report();
    house.says("hold", {}, afterMs);
  },
  minutes: 12,
  mailsWithoutFaults: -1,
  pairs: false,
});

const page = (number: number) => ({
  reportId: `r-${number}`,
  target: { url: `https://shop.bad.example/canary-page-${number}` },
});

export const scenarios: readonly Scenario[] = [
  // Its pairs are among those of "bounce-to-the-next", which begins as it does.
  {
    name: "first-notice",
    world: usual,
    act: (house) => house.report(),
    minutes: 20,
    mailsWithoutFaults: 1,
    pairs: false,
  },
  // The network above the host hears a quarter of an hour later: both are due after a day.
  {
    name: "reminder",
    world: usual,
    setUp: async (house) => {
      house.report();
      await until(house, 24 * 60 - 2);
    },
    act: () => {},
    minutes: 20,
    mailsWithoutFaults: 3,
    pairs: true,
  },
  {
    name: "bounce-to-the-next",
    world: { ...usual, deskOf: (recipient) => (recipient === network.email ? { outcome: "bounced" } : delivers) },
    act: (house) => house.report(),
    minutes: 20,
    mailsWithoutFaults: 2,
    pairs: true,
  },
  // One await takes 20 ms: the hold comes in at every place before, in and after the send.
  // From 480 ms on the notice has gone, and every later hold meets the same awaits.
  ...Array.from({ length: 25 }, (_, at) => held(at * 20)),
  {
    name: "withdrawal",
    world: usual,
    setUp: async (house) => {
      house.report();
      await until(house, 5);
    },
    act: (house) => house.says("withdrawn"),
    minutes: 20,
    mailsWithoutFaults: 2,
    pairs: true,
  },
  {
    name: "withdrawal-during-the-send",
    world: usual,
    act: (house) => {
      house.report();
      house.says("withdrawn", {}, 400);
    },
    minutes: 20,
    mailsWithoutFaults: -1,
    pairs: false,
  },
  {
    name: "reply-closes",
    world: { ...usual, deskOf: () => repliesRemoved(10 * minuteMs) },
    setUp: async (house) => {
      house.report();
      await until(house, 9);
    },
    act: () => {},
    minutes: 15,
    mailsWithoutFaults: 1,
    pairs: true,
  },
  {
    name: "two-reporters-at-once",
    world: usual,
    act: (house) => {
      house.report();
      house.report({ reporter: "cert", reportId: "c-9" });
    },
    minutes: 15,
    mailsWithoutFaults: 1,
    pairs: false,
  },
  {
    // A second reporter joins while SES has yet to say what became of the mail. Joining during the
    // send, with more faults than one, is the schedules'.
    name: "joins-after-the-send",
    world: usual,
    setUp: async (house) => {
      house.report();
      await until(house, 0.01);
    },
    act: (house) => house.report({ reporter: "cert", reportId: "c-9" }),
    minutes: 15,
    mailsWithoutFaults: 1,
    pairs: true,
  },
  {
    name: "the-same-report-twice",
    world: usual,
    act: (house) => {
      house.report();
      house.report();
    },
    minutes: 15,
    mailsWithoutFaults: 1,
    pairs: false,
  },
  {
    name: "send-again",
    world: usual,
    setUpSes: "silent",
    setUp: untilUnknown,
    act: (house) => {
      // On-call, and a colleague who sees the same question half a second later; both come back
      // while it stands.
      for (const minutes of [0, 0.01, 3, 9]) {
        house.world.at(startMs + (20.5 + minutes) * minuteMs, "a person decides", () =>
          house.personDecides(decides("unknown-send", { decision: "send-again" })),
        );
      }
    },
    minutes: 20,
    mailsWithoutFaults: 2,
    pairs: true,
  },
  {
    // What is decided first is taken back in its minute, and by a colleague who sees it a second later;
    // what is decided then takes effect before anybody comes to take it back.
    name: "taken-back",
    world: usual,
    setUpSes: "silent",
    setUp: untilUnknown,
    act: (house) => {
      for (const minutes of [0, 5])
        house.world.at(startMs + (20.5 + minutes) * minuteMs, "a person decides", () =>
          house.personDecides(decides("unknown-send", { decision: "send-again" })),
        );
      const inMs = startMs + 20.5 * minuteMs - house.world.nowMs();
      for (const seconds of [40, 41, 480]) house.personTakesAllBack(inMs + seconds * 1_000);
    },
    minutes: 20,
    mailsWithoutFaults: 2,
    pairs: false,
  },
  {
    // On-call writes, presses twice, and a colleague writes the same half a second later; both come
    // back to it.
    name: "person-writes",
    world: usual,
    setUp: async (house) => {
      house.report();
      await until(house, 5);
    },
    act: (house) => {
      for (const [minutes, by] of [
        [0, "on-call"],
        [0, "on-call"],
        [0.01, "a colleague"],
        [4, "on-call"],
      ] as const)
        house.personWrites("canary words", minutes * minuteMs, by);
    },
    minutes: 20,
    mailsWithoutFaults: 2,
    tells: [`${network.email} letter`],
    pairs: false,
  },
  {
    // A machine at the desk that no header gives away: it answers each mail of ours with a question.
    name: "a-desk-that-asks-again-and-again",
    world: {
      ...usual,
      deskOf: () => ({
        outcome: "delivered",
        replies: { afterMs: 5 * minuteMs, words: "Please send us the exact time with time zone.", proven: true },
      }),
      reads: () => ({ replyClass: "question", confidence: 1 }),
    },
    setUp: async (house) => {
      house.report();
      await until(house, 4);
    },
    act: () => {},
    minutes: 40,
    mailsWithoutFaults: 2,
    tells: [`${network.email} letter`],
    pairs: false,
  },
  {
    name: "escalation",
    world: usual,
    setUp: async (house) => {
      house.report();
      await house.world.run(startMs + 48 * hourMs - 2 * minuteMs);
    },
    act: () => {},
    minutes: 20,
    // The first notice, and a reminder and the next step at 24 and at 48 hours.
    mailsWithoutFaults: 5,
    pairs: false,
  },
  {
    name: "children-host-and-hotline",
    world: usual,
    act: (house) =>
      house.report({
        category: "csam",
        evidence: { classification: "baseline", detectedBy: "manual-review", explanation: "canary" },
      }),
    minutes: 20,
    mailsWithoutFaults: 2,
    pairs: false,
  },
  {
    // A desk complains about one page, and a person lets notices go to it again before the next is
    // reported.
    name: "complained-and-allowed",
    world: { ...usual, deskOf: (_, nth) => (nth === 1 ? { outcome: "complained" } : delivers) },
    setUp: async (house) => {
      house.report(page(1));
      await until(house, 35);
    },
    act: (house) => {
      house.personAllows();
      house.report(page(2), 1_000);
    },
    minutes: 15,
    mailsWithoutFaults: -1,
    pairs: false,
  },
  {
    // Its desk removed it; a reporter's word and another's report say in one second that it is back.
    name: "back-by-two",
    world: { ...usual, deskOf: (_, nth) => (nth === 1 ? repliesRemoved(10 * minuteMs) : delivers) },
    setUp: async (house) => {
      house.report();
      await until(house, 60);
    },
    act: (house) => {
      house.says("still-up", {}, minuteMs);
      house.report({ reporter: "cert", reportId: "c-9", seenAt: instant(startMs + 60 * minuteMs) }, minuteMs);
    },
    minutes: 20,
    mailsWithoutFaults: 2,
    tells: [`${network.email} returned`],
    pairs: false,
  },
  {
    // Two persons open it again in the same moment, and its reporter says once more that it is gone.
    name: "opened-again-by-two",
    world: usual,
    setUp: async (house) => {
      house.report();
      house.says("gone", {}, minuteMs);
      await house.world.run(startMs + 10 * minuteMs);
    },
    act: (house) => {
      for (const by of ["on-call", "a colleague"]) house.personReopens(0, by);
      house.says("gone", {}, 30 * minuteMs);
    },
    minutes: 60,
    mailsWithoutFaults: 1,
    pairs: false,
  },
  {
    // Held, let go, held again, and then for good: it ends a day after that began, and no sooner.
    name: "held-by-its-registry",
    world: {
      ...usual,
      holds: (nowMs) => nowMs < startMs + 20 * hourMs || nowMs >= startMs + 21 * hourMs,
    },
    act: (house) => house.report(),
    minutes: 72 * 60,
    mailsWithoutFaults: 0,
    pairs: false,
    calm: true,
  },
  {
    name: "forgotten",
    world: usual,
    setUp: async (house) => {
      house.report();
      house.says("gone", {}, minuteMs);
      await house.world.run(startMs + (190 * 24 * 60 - 10) * minuteMs);
    },
    act: () => {},
    minutes: 30,
    mailsWithoutFaults: 1,
    pairs: false,
  },
  {
    // A report to a provider's API, whose answer may be lost, late or no.
    name: "told-by-api",
    world: { answerOf: () => toldByApi("godaddy"), deskOf: () => delivers },
    act: (house) => house.report(),
    minutes: 80,
    mailsWithoutFaults: 0,
    pairs: false,
  },
  {
    // The same where a report whose answer was lost is put again by itself.
    name: "told-by-idempotent-api",
    world: { answerOf: () => toldByApi("aws"), deskOf: () => delivers },
    act: (house) => house.report(),
    minutes: 80,
    mailsWithoutFaults: 0,
    pairs: false,
  },
  {
    name: "api-said-told",
    world: { answerOf: () => toldByApi("godaddy"), deskOf: () => delivers },
    act: (house) => {
      house.report();
      house.world.at(startMs + 21 * minuteMs, "a person decides", () => {
        house.personDecides(decides("unknown-send", { decision: "treat-as-sent" }));
        house.api.decide("ACTIONED");
      });
    },
    minutes: 80,
    mailsWithoutFaults: 0,
    pairs: false,
  },
  {
    // It fails report after report, is left alone, and works again: what waited is told once.
    name: "api-out",
    world: { answerOf: () => toldByApi("godaddy"), deskOf: () => delivers },
    act: (house) => {
      house.api.refuse({ kind: "answered", status: 500, json: { code: "INTERNAL" } });
      for (let page = 1; page <= 5; page++)
        house.report({ reportId: `r-${page}`, target: { url: `https://shop-${page}.bad.example/` } }, page * 1_000);
      house.world.at(startMs + 40 * minuteMs, "a provider's API works again", () => house.api.refuse());
    },
    minutes: 120,
    mailsWithoutFaults: 0,
    pairs: false,
  },
  ...mailStories,
  ...hostile,
];
