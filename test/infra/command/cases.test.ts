import { beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { DayList } from "../../../functions/store/ports.ts";
import { daysAsked, type ListOptions, newestOf } from "../../../infra/command/cases.ts";
import { sayer } from "../../../infra/command/watch.ts";
import { aCase, anAnswer, morning } from "../../support/a-case.ts";

const options = (asked: Partial<ListOptions> = {}): ListOptions => ({ folder: "", limit: 30, ...asked });

let cases: readonly Case[];
beforeAll(() => {
  const one = aCase({ category: "phishing" });
  const found = (country: string) => [
    { type: "contact-answered", at: morning, answer: anAnswer({ country }) } as const,
  ];
  cases = [
    { ...one, id: "TD-0000-0000-0001", labels: ["acme corp"] },
    { ...aCase({ category: "csam" }, found("NL")), id: "TD-0000-0000-0002", lane: "urgent" },
    { ...one, id: "TD-0000-0000-0003", closed: { at: morning, outcome: "removed" } } as Case,
  ];
});

/** Gives one case a page, so that a list has to turn them. */
const store: Pick<DayList, "openedOn"> = {
  openedOn: async (day, _, cursor = "0") => ({
    items: day === "2026-11-24" ? cases.slice(Number(cursor), Number(cursor) + 1) : [],
    ...(day === "2026-11-24" && Number(cursor) + 1 < cases.length && { cursor: String(Number(cursor) + 1) }),
  }),
};
const listed = async (asked: Partial<ListOptions>) =>
  (await newestOf(store, options(asked), daysAsked(options(asked), morning))).cases.map(({ id }) => id.slice(-1));

test.each([
  [{}, ["1", "2", "3"]],
  [{ limit: 2 }, ["1", "2"]],
  [{ status: "open" }, ["1", "2"]],
  [{ status: "closed" }, ["3"]],
  [{ category: "phishing" }, ["1", "3"]],
  [{ lane: "urgent" }, ["2"]],
  [{ country: "nl" }, ["2"]],
  [{ country: "DE" }, []],
  [{ label: "Acme Corp" }, ["1"]],
  [{ label: "acme" }, []],
  [{ status: "open", category: "phishing" }, ["1"]],
  [{ day: "yesterday" }, []],
] as const)("the list of cases by %j", async (asked, ids) => expect(await listed(asked)).toEqual(ids));

test("the list of cases refuses a country that is none", () => {
  expect(() => daysAsked(options({ country: "Germany" }), morning)).toThrow(
    "--country is two letters, like DE, and not Germany.",
  );
});

describe("the list that is renewed", () => {
  const shown = (screen: { readonly isTTY?: boolean; readonly json?: true }) => {
    const written: string[] = [];
    const say = sayer(screen, { ...screen, write: (text) => written.push(text) });
    return { say, written };
  };

  test("stands in its place on a terminal", () => {
    const { say, written } = shown({ isTTY: true });
    say(cases.slice(0, 1), morning);
    expect(written).toEqual([
      expect.stringMatching(/^\u001b\[H2026-11-24 10:00:00 UTC[\s\S]*TD-0000-0000-0001[\s\S]*\u001b\[J$/),
    ]);
  });

  test("has a row for each case, however narrow the terminal is: its head must not leave the screen", () => {
    const written: string[] = [];
    sayer({}, { isTTY: true, rows: 4, columns: 70, write: (text) => written.push(text) })(cases, morning);
    const rows = (written[0] ?? "").replaceAll(/\u001b\[[\d;]*[A-Za-z]/g, "").split("\n");
    expect(rows[2]).toHaveLength(70);
    expect(rows).toEqual([
      "2026-11-24 10:00:00 UTC · Ctrl-C ends",
      "",
      expect.stringMatching(/^TD-0000-0000-0001 {10}phishing {2}shop\[\.\]bad\[\.\]example +Waits fo.*$/),
      "",
    ]);
  });

  test("gives a program each case once for each version of it, the oldest first", () => {
    const { say, written } = shown({ json: true });
    say(cases.slice(0, 2), morning);
    say(cases.slice(0, 2), morning);
    say(
      cases.slice(0, 1).map((state) => ({ ...state, version: 99 })),
      morning,
    );
    expect(written.map((line) => JSON.parse(line)).map(({ id, version }) => [id.slice(-1), version === 99])).toEqual([
      ["2", false],
      ["1", false],
      ["1", true],
    ]);
  });
});
