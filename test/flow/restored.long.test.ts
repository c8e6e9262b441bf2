import { afterEach, expect, test } from "vitest";
import { tablePause } from "../../functions/adapters/table-pause.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { lanes } from "../../functions/report/category.ts";
import { deadLetters } from "../../infra/local/work-queues.ts";
import { aWorldTakenBack } from "../support/a-world-taken-back.ts";

let world: Awaited<ReturnType<typeof aWorldTakenBack>>;
afterEach(() => world.close());

/** Two days in which sending goes on again. */
const goesOn = async () => {
  await world.pass(40);
  await world.resume();
  await world.pass(2 * 24 * 60, 180);
};

test.each([
  ["is lost", false],
  ["comes again", true],
] as const)("a digest was open: its mail goes out once, and each case asks, where SES's word %s", async (_, again) => {
  world = await aWorldTakenBack({ digests: true });
  for (const id of ["r-1", "r-2", "r-3"]) await world.report(id);
  await world.remember();
  await world.pass(60, 5);
  expect(world.mails()).toHaveLength(1);
  await world.restore();
  expect((await world.behind()).inLine).toHaveLength(3);
  if (again) await world.replay();
  await goesOn();
  expect(world.mails()).toHaveLength(1);
  for (const id of ["r-1", "r-2", "r-3"])
    expect([await world.notices(id), await world.asked(id)]).toEqual([["first unknown"], ["unknown-send"]]);
  expect((await world.behind()).unknown).toHaveLength(3);
  // What nobody had then goes out with nobody who may have had it.
  for (const id of ["r-4", "r-5"]) await world.report(id, { seenAt: world.clock.now() });
  await world.pass(60, 5);
  expect(world.mails()).toHaveLength(2);
  expect([await world.notices("r-4"), await world.notices("r-5")]).toEqual([["first sent"], ["first sent"]]);
});

test.each([
  ["settles it, and nobody is asked", true, ["first delivered"], []],
  ["is lost: a person is asked", false, ["first unknown"], ["unknown-send"]],
] as const)("a notice was on the wire: what SES told since %s", async (_, isReplayed, notices, asked) => {
  let answersGetLost = true;
  world = await aWorldTakenBack({
    onAccepted: () => {
      if (answersGetLost) throw new Error("the answer is lost on its way");
    },
  });
  await world.report("r-1");
  answersGetLost = false;
  expect(await world.notices("r-1")).toEqual(["first on-wire"]);
  await world.remember();
  const [mail] = world.mails();
  if (mail) await world.sesTells(mail, { kind: "Delivery" });
  await world.restore();
  expect((await world.behind()).onWire).toHaveLength(1);
  if (isReplayed) await world.replay();
  await world.pass(40);
  expect([await world.notices("r-1"), await world.asked("r-1"), world.mails().length]).toEqual([notices, asked, 1]);
  if (isReplayed) return;
  await world.resume();
  await world.sendAgain("r-1");
  expect([await world.notices("r-1"), world.mails().length]).toEqual([["first sent"], 2]);
});

test("a notice was in line: what SES told since settles it before its time comes, and after", async () => {
  world = await aWorldTakenBack();
  const pause = tablePause(world.at);
  await pause.stop(lanes, { ...world.word, at: world.clock.now() });
  await world.report("r-1");
  await world.report("r-2");
  await world.remember();
  await world.resume();
  await world.pass(40);
  expect(world.mails()).toHaveLength(2);
  const [first, second] = world.mails();
  if (!first || !second) throw new Error("two mails went out");
  await world.sesTells(first, { kind: "Delivery" });
  await world.restore();
  await world.replay(first);
  await world.pass(40);
  const told = [await world.notices("r-1"), await world.notices("r-2")].flat();
  expect(told.sort()).toEqual(["first delivered", "first unknown"]);
  await world.sesTells(second, { kind: "Delivery" });
  expect([await world.notices("r-1"), await world.notices("r-2")].flat()).toEqual([
    "first delivered",
    "first delivered",
  ]);
  expect(world.mails()).toHaveLength(2);
});

test("the desk had not answered: it is not reminded, and no other is told, before a person looks", async () => {
  world = await aWorldTakenBack();
  await world.report("r-1");
  const [mail] = world.mails();
  if (!mail) throw new Error("a mail went out");
  await world.remember();
  await world.put("reply", world.reply(mail, "We have removed the content."));
  await world.run();
  expect((await world.theCase("r-1")).quiet).toBe(true);
  await world.restore();
  expect((await world.theCase("r-1")).quiet).toBe(false);
  await goesOn();
  expect(world.mails()).toHaveLength(1);
  expect(await world.notices("r-1")).toEqual(["first sent", "reminder unknown"]);
  expect(await world.asked("r-1")).toContain("unknown-send");
});

test("a case was not open yet: its report opens it again, and the answer that came before it is heard", async () => {
  world = await aWorldTakenBack();
  await world.remember();
  world.pass(5);
  await world.report("r-1");
  const [mail] = world.mails();
  if (!mail) throw new Error("a mail went out");
  await world.restore();
  await world.put("reply", world.reply(mail, "We have removed the content."));
  await world.replay();
  expect(await deadLetters(world.stand)).toBe(world.events.length + 1);
  await world.report("r-1");
  await world.pass(40);
  expect([await world.notices("r-1"), await world.asked("r-1")]).toEqual([["first unknown"], ["unknown-send"]]);
  // A person sends the dead letters back.
  await world.put("reply", world.reply(mail, "We have removed the content."));
  await world.run();
  expect([await world.notices("r-1"), await world.asked("r-1")]).toEqual([["first delivered"], []]);
  expect((await world.theCase("r-1")).quiet).toBe(true);
  await goesOn();
  expect(world.mails()).toHaveLength(1);
});

test("a case was not open yet, and its reports come in another order: nobody is told twice", async () => {
  const joins = () => world.report("r-2", { target: { url: "https://r-1.bad.example/login" } });
  world = await aWorldTakenBack();
  await world.remember();
  world.pass(5);
  await world.report("r-1");
  await joins();
  expect(world.mails()).toHaveLength(1);
  await world.restore();
  await joins();
  await world.report("r-1");
  await goesOn();
  expect(world.mails()).toHaveLength(1);
  expect([await world.notices("r-2"), await world.asked("r-2")]).toEqual([["first unknown"], ["unknown-send"]]);
  // Who knows that it did not go out has it sent, once, and past the restore guard.
  await world.sendAgain("r-2");
  expect(world.mails().map(({ tags }) => tags.attempt?.slice(-2))).toEqual(["_1", "_2"]);
  expect(await world.notices("r-2")).toEqual(["first sent"]);
});

test("a report had not joined yet: it joins again, and tells nobody twice", async () => {
  world = await aWorldTakenBack();
  await world.report("r-1");
  await world.remember();
  const joins = () => world.report("r-2", { target: { url: "https://r-1.bad.example/login" } });
  await joins();
  expect((await world.theCase("r-1")).reports).toBe(2);
  await world.restore();
  expect((await world.theCase("r-1")).reports).toBe(1);
  await joins();
  await goesOn();
  expect([(await world.theCase("r-1")).reports, world.mails().length]).toEqual([2, 1]);
});

test("a case was not forgotten yet: it is forgotten again, and tells nobody", async () => {
  world = await aWorldTakenBack();
  await world.report("r-1");
  await world.put(
    "report-standard",
    JSON.stringify({
      version: 1,
      reporter: "hotline",
      reportId: "r-1",
      status: "withdrawn",
      at: plusMinutes(world.clock.now(), 1),
    }),
  );
  await world.run();
  await world.pass(60);
  const sent = world.mails().length;
  expect((await world.theCase("r-1")).closed).toBeDefined();
  await world.pass(180 * 24 * 60, 30 * 24 * 60);
  await world.remember();
  await world.pass(15 * 24 * 60, 3 * 24 * 60);
  expect((await world.theCase("r-1")).forgottenAt).toBeDefined();
  await world.restore();
  expect((await world.theCase("r-1")).forgottenAt).toBeUndefined();
  await world.pass(60);
  expect((await world.theCase("r-1")).forgottenAt).toBeDefined();
  await goesOn();
  expect(world.mails()).toHaveLength(sent);
});
