import { expect, it } from "vitest";
import { entriesOf, runsOf } from "../../functions/console/case/timeline.tsx";
import type { HistoryLine } from "../../functions/matters/event.ts";
import { anAnswer, aReport } from "../support/a-case.ts";
import { aConsole } from "./a-console.ts";

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
const shapeOf = (history: readonly HistoryLine[]) => entriesOf(history, state).map(({ at, before }) => [at, before]);

it("shows the same look-up, again and again, as one entry with every moment", () => {
  expect(shapeOf([lookedUp(1), lookedUp(2), lookedUp(3)])).toEqual([[hour(3), [hour(2), hour(1)]]]);
});

it("puts the machine's steps behind each other together, and nothing that anybody said or decided", () => {
  const entries = entriesOf([lookedUp(1), lookedUp(2, 0), complained(3), lookedUp(4), complained(5)], state);
  expect(runsOf(entries).map((run) => run.length)).toEqual([1, 1, 1, 2]);
});

it("keeps apart what differs, what lies between, and what others did twice", () => {
  expect(shapeOf([lookedUp(1), lookedUp(2, 0)])).toEqual([
    [hour(2), []],
    [hour(1), []],
  ]);
  expect(shapeOf([lookedUp(1), complained(2), lookedUp(3)])).toHaveLength(3);
  expect(shapeOf([complained(1), complained(2)])).toHaveLength(2);
});
