import { expect, test } from "vitest";
import { advance } from "../../../functions/case/advance.ts";
import { beginTarget } from "../../../functions/case/evolve/report.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import { storeAt } from "../../../infra/command/connection.ts";
import { answerAll, takeBackAll } from "../../../infra/command/reviews.ts";
import { anAnswer, anOpening, aSettings, morning } from "../../support/a-case.ts";
import { besideATable } from "../../support/beside-a-table.ts";

const { folder, said } = besideATable();
const where = { folder };

/** A case of which nobody is named who could be told, as `reviews` lists it. */
const asked = async () => {
  const opening = anOpening();
  const facts = [opening, { type: "contact-answered", at: morning, answer: anAnswer({ candidates: [] }) } as const];
  const advanced = advance(beginTarget(opening), facts, policyOf(aSettings()), morning);
  expect((await storeAt(where).commit(changeOf(advanced, morning, undefined))).ok).toBe(true);
  return advanced.next;
};
const closes = { ...where, question: "no-contact", outcome: "decided", why: "It is seen." } as const;

test("an answer says until when it can be taken back, and takedown take-back asks the question as before", async () => {
  const { id, version } = await asked();
  await answerAll("close", [`${id}@${version}`], closes);
  const given = await storeAt(where).read(id);
  expect([given?.closed, given?.reviews[0]?.given?.by]).toEqual([undefined, "local operator"]);
  await takeBackAll([id.toLowerCase()], where);
  const back = await storeAt(where).read(id);
  expect([back?.closed, back?.reviews.map(({ question, given }) => [question, given])]).toEqual([
    undefined,
    [["no-contact", undefined]],
  ]);
  expect(said).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${id}  shop\\[.\\]bad\\[.\\]example  recorded; it takes effect at [0-9A-Za-z,: ]{20,30} UTC, until then: ` +
          `takedown take-back ${id}@[-0-9T:.]+Z$`,
      ),
    ),
    `${id}  shop[.]bad[.]example  taken back; the question is asked as before`,
  ]);
});

test("takedown take-back says where there is nothing to take back, and ends with 1", async () => {
  const { id } = await asked();
  await takeBackAll([id, "TD-0000-0000-0000"], where);
  expect(said.map((line) => line.split("  ").at(-1))).toEqual([
    "not taken back: nothing of it waits to take effect. A closed case is opened again by: takedown reopen",
    "not taken back: there is no such case",
  ]);
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});

test.each(["yesterday", "", "2026-11-24", "2026-11-24T10:00:00Z@x"])(
  "takedown take-back refuses %j behind the @, and takes nothing back",
  async (moment) => {
    const { id, version } = await asked();
    await answerAll("close", [`${id}@${version}`], closes);
    await expect(takeBackAll([`${id}@${moment}`], where)).rejects.toThrow(/what stands behind the @ is no moment/);
    expect((await storeAt(where).read(id))?.reviews[0]?.given).toBeDefined();
  },
);

test("an answer that is not recorded ends with 1", async () => {
  const { id, version } = await asked();
  await answerAll("close", [`${id}@${version + 1}`], closes);
  expect(said).toEqual([
    `${id}  shop[.]bad[.]example  not recorded: it has changed since you saw it; look at it again`,
  ]);
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});

test("an answer that is none is said with those that are, and so is how it ended", async () => {
  const case_ = "TD-7K3M-9QXZ-4B2N@3";
  await expect(answerAll("clse", [case_], closes)).rejects.toThrow(
    "clse is no answer to no-contact. It takes send-to, look-again, close.",
  );
  await expect(answerAll("close", [case_], { ...closes, outcome: "over" })).rejects.toThrow(
    /^Say how it ended\. --outcome is one of .*decided/,
  );
});

test("hours that no lane offers are said with those that each does", async () => {
  const waits = { ...where, question: "unanswered", why: "Their holidays.", againIn: "7" } as const;
  await expect(answerAll("wait", ["TD-7K3M-9QXZ-4B2N@3"], waits)).rejects.toThrow(
    "In the urgent lane you can be asked again in 1, 2, 4, 12, 24 hours. " +
      "In the standard lane you can be asked again in 24, 72, 168, 336 hours.",
  );
});

test("takedown take-back leaves what another decided, and says how that one is named", async () => {
  const state = await asked();
  const { id } = state;
  const at = plusMinutes(morning, 1);
  const given = {
    type: "verdict-given",
    at,
    reviewId: state.reviews[0]?.id ?? "",
    verdict: { decision: "close", outcome: "decided" },
    by: "joe",
    why: "It is seen.",
    takesEffectAt: plusMinutes(at, 1),
  } as const;
  const decided = advance(state, [given], policyOf(aSettings()), at);
  expect((await storeAt(where).commit(changeOf(decided, at, state))).ok).toBe(true);
  await takeBackAll([id], where);
  expect(said.at(-1)).toContain("not taken back: joe decided it (close), with effect at");
  expect(said.at(-1)).toContain(`takedown take-back ${id}@${at}`);
  await takeBackAll([`${id}@2026-11-24T00:00:00.000Z`], where);
  expect(said.at(-1)).toContain("joe decided it");
  process.exitCode = 0;
  await takeBackAll([`${id}@${at}`], where);
  expect(said.at(-1)).toBe(`${id}  shop[.]bad[.]example  taken back; the question is asked as before`);
  expect(process.exitCode).toBe(0);
});
