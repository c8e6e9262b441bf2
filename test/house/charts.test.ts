import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noticeStates } from "../../functions/case/notice-state.ts";
import { caseWays, phases } from "./charts/case-chart.ts";
import { noticeWays } from "./charts/notice-chart.ts";
import { statesPage, statesPagePath } from "./charts/states-page.ts";

const notices = noticeWays();
const cases = caseWays();

test("the page of states and rules is what the code does; `npm run generate -- charts` draws it anew", () => {
  expect(readFileSync(statesPagePath, "utf8")).toBe(statesPage(notices, cases));
});

describe("a notice", () => {
  const into = (state: string) =>
    notices.filter(({ to }) => to === state).map(({ from, by }) => [from, [...by].toSorted().join(", ")]);
  const outOf = (state: string) => notices.filter(({ from }) => from === state).map(({ to }) => to);

  test("comes to every state that it may have", () => {
    expect(noticeStates.filter((state) => into(state).length === 0)).toEqual([]);
  });

  test("comes to the wire by a claim alone, out of its line", () => {
    expect(into("on-wire")).toEqual([["queued", "send-claimed"]]);
  });

  test("is put in line again from the wire by SES's no, and from what is unknown or turned away by a person", () => {
    const again = into("queued").filter(([from]) => !["[*]", "queued", "cancelled"].includes(from ?? ""));
    expect(again).toEqual([
      ["failed", "answered: send-again"],
      ["on-wire", "send-declined"],
      ["rejected", "answered: send-again"],
      ["unknown", "answered: send-again"],
    ]);
  });

  test("that came back, or that a desk complained about, goes nowhere but to stronger evidence", () => {
    expect([outOf("bounced"), outOf("complained")]).toEqual([["complained"], []]);
  });
});

test("a case comes to every place, and out of each but where it is forgotten", () => {
  expect(phases.filter((phase) => !cases.some(({ to }) => to === phase))).toEqual([]);
  expect(phases.filter((phase) => !cases.some(({ from }) => from === phase))).toEqual(["forgotten"]);
});
