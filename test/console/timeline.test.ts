import { expect, it } from "vitest";
import { entriesOf, runsOf } from "../../functions/console/case/timeline.tsx";
import type { HistoryLine } from "../../functions/news/reporter-steps.ts";
import { anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, firstNotice } from "./a-console.ts";

const console = aConsole();
const state = await console.read(await console.opened(aReport()));
const hour = (number: number): string => `2026-11-24T0${number}:00:00.000Z`;
const lookedUp = (version: number, contacts = 1): HistoryLine => ({
  version,
  at: hour(version),
  events: [{ type: "contact-answered", at: hour(version), answer: anAnswer(contacts === 0 ? { candidates: [] } : {}) }],
});
const complained = (version: number): HistoryLine => ({
  version,
  at: hour(version),
  events: [{ type: "complained", at: hour(version), noticeId: "n" }],
});
const runsIn = (...history: readonly HistoryLine[]) =>
  runsOf(entriesOf(history.toReversed(), state)).map((run) => run.map(({ at }) => at));

it("puts a lookup that is repeated all night together, with every moment", () => {
  expect(runsIn(lookedUp(1), lookedUp(2), lookedUp(3))).toEqual([[hour(3), hour(2), hour(1)]]);
});

it("puts the machine's steps behind each other together, and nothing that anybody said or decided", () => {
  expect(runsIn(lookedUp(1), lookedUp(2, 0), complained(3), lookedUp(4), complained(5), complained(6))).toEqual([
    [hour(6)],
    [hour(5)],
    [hour(4)],
    [hour(3)],
    [hour(2), hour(1)],
  ]);
});

it("says with a case's history how many mails of senders who are not proven were counted alone", async () => {
  const caseId = state.id;
  const noticeId = firstNotice(await console.lookedUp(caseId));
  const pageOf = async () => (await console.get(`/cases/${caseId}`)).text;
  const counted = "from senders that are not proven";
  for (let n = 0; n < 5; n++) await console.replied(caseId, noticeId, { mailHash: `${n}` });
  expect(await pageOf()).not.toContain(counted);
  for (const mailHash of ["5", "6", "7"])
    await console.store.countUnproven({ caseId, noticeId, mailHash, at: hour(3) });
  expect(await pageOf()).toContain(`And 3 more mails ${counted}: counted, and not kept.`);
});
