import { membersAtMost } from "../../functions/send/mail/waiting.ts";
import { delivers, everybody, minuteMs, network, repliesRemoved, startMs } from "./cast.ts";
import { aLetter } from "./hostile-desk.ts";
import type { House } from "./house.ts";
import type { Scenario } from "./scenarios.ts";

/*
 * A mail about several cases: what waits in a window is claimed with its mail in one transaction, and what
 * comes back for the mail happens to each of its members.
 */

const windowMinutes = 15;

/** Pages on one host, half a second before their window ends; and on for some minutes. */
const pagesWait =
  (pages: number, minutes = -0.01) =>
  async (house: House): Promise<void> => {
    for (let number = 1; number <= pages; number++)
      house.report({ reportId: `r-${number}`, target: { url: `https://shop.bad.example/canary-page-${number}` } });
    await house.world.run(startMs + (windowMinutes + minutes) * minuteMs);
  };

const together = {
  world: { answerOf: () => everybody, deskOf: () => delivers },
  digests: true,
  setUp: pagesWait(2),
  act: () => {},
  minutes: 12,
  mailsWithoutFaults: 1,
  pairs: false,
} as const satisfies Partial<Scenario>;

/**
 * A hold on one of two at every place before, in and after their mail. From 640 ms on it has gone and been told, and
 * every later hold meets the same awaits.
 */
const held = Array.from(
  { length: 17 },
  (_, at): Scenario => ({
    ...together,
    name: `hold-${at * 40}-ms-into-the-digest`,
    act: (house) => house.says("hold", { reportId: "r-2" }, 500 + at * 40),
    mailsWithoutFaults: -1,
  }),
);

/** A person stops all sending at each await of a mail, and lets it go on: then it has gone out, once. */
const stopped = Array.from(
  { length: 21 },
  (_, at): Scenario => ({
    ...together,
    name: `stop-${at * 20}-ms-into-the-digest`,
    act: (house) => {
      house.personStops(["urgent", "standard"], 500 + at * 20);
      house.personResumes(30 * minuteMs);
    },
    minutes: 90,
    calm: true,
  }),
);

/** As many strangers' letters about the first mail, one a second. */
const strangers = (letters: number, more: Partial<Scenario>): Scenario => ({
  ...together,
  name: `digest-and-${letters}-strangers`,
  world: {
    ...together.world,
    lettersOn: ([first, ...more], newKey) =>
      first && more.length === 0
        ? Array.from({ length: letters }, (_, at) => ({
            letter: aLetter(newKey(), "in their own name", "removed", [first]),
            afterMs: 5 * minuteMs + at * 1_000,
          }))
        : [],
  },
  setUp: pagesWait(3, 4),
  minutes: 20,
  asks: 1,
  ...more,
});

export const mailStories: readonly Scenario[] = [
  { ...together, name: "digest", pairs: true },
  ...held,
  ...stopped,
  // A crash at each await of as many as one mail holds; what else may go wrong does with two.
  { ...together, name: "digest-full", setUp: pagesWait(membersAtMost), faults: ["die-before"] },
  {
    ...together,
    name: "digest-and-a-withdrawal",
    act: (house) => house.says("withdrawn", { reportId: "r-1" }, 1_000),
    minutes: 50,
    mailsWithoutFaults: -1,
  },
  {
    ...together,
    name: "digest-bounces",
    world: {
      ...together.world,
      deskOf: (recipient) => (recipient === network.email ? { outcome: "bounced" } : delivers),
    },
    minutes: 50,
    mailsWithoutFaults: 2,
  },
  {
    ...together,
    name: "digest-reply-closes",
    world: { ...together.world, deskOf: () => repliesRemoved(5 * minuteMs) },
    setUp: pagesWait(2, 4),
    minutes: 15,
  },
  {
    ...together,
    name: "digest-unknown-and-sent-again",
    setUpSes: "silent",
    setUp: pagesWait(2, 20),
    act: (house) => {
      house.says("hold", { reportId: "r-2" }, 31_000);
      house.world.at(startMs + (windowMinutes + 20.5) * minuteMs, "a person decides", () =>
        house.personDecides(({ question }) => (question === "unknown-send" ? { decision: "send-again" } : undefined)),
      );
    },
    minutes: 20,
    mailsWithoutFaults: -1,
  },
  // The sender heard nothing, a person is asked of each, and then SES tells of the mail: cut off after any of them.
  { ...together, name: "digest-heard-of-late", setUpSes: "late", setUp: pagesWait(4, 24), asks: 0 },
  // Of the mails about them none holds more than fits, and their desk gets no more an hour than it can read.
  {
    ...together,
    name: "a-thousand-wait",
    setUp: pagesWait(1_000),
    minutes: 8 * 60,
    mailsWithoutFaults: Math.ceil(1_000 / membersAtMost),
    asks: 0,
    calm: true,
  },
  strangers(6, {}),
  strangers(300, { calm: true }),
];
