import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { EventOf } from "../../../functions/case/event.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { aReport, morning } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { beforeAPerson, held, later, sent, told, upstream, withdrawal } from "../../support/laws.ts";

type Word = EventOf<"status">;
/** The case after a reporter's later word about the first report, an hour later. */
const says = (
  state: Case,
  status: Word["message"]["status"],
  message: Partial<Word["message"]> = {},
  more: Partial<Word> = {},
): Case =>
  evolveTarget(state, {
    type: "status",
    at: later(1),
    message: { kind: "status", reporter: "hotline", reportId: "r-1", status, at: later(1), ...message },
    stood: true,
    ...more,
  });
const joinedBy = (reporter: string, state: Case = told): Case =>
  evolveTarget(state, { type: "joined", at: morning, report: aReport({ reporter, reportId: "r-2" }) });

describe("a reporter has withdrawn", () => {
  test("when none of their reports stands any more", () => {
    const twice = joinedBy("hotline");
    const once = says(twice, "withdrawn");
    expect([once.standing, once.withdrawn]).toEqual([{ hotline: 1 }, []]);
    const all = says(once, "withdrawn", { reportId: "r-2" });
    expect([all.standing, all.withdrawn]).toEqual([{ hotline: 0 }, ["hotline"]]);
  });

  test("once, however often it is said", () => {
    const twice = says(says(told, "withdrawn"), "withdrawn");
    expect([twice.standing, twice.withdrawn]).toEqual([{ hotline: 0 }, ["hotline"]]);
  });

  test("and not by a word about a report that was taken back before", () => {
    expect(says(told, "withdrawn", {}, { stood: false })).toMatchObject({ standing: { hotline: 1 }, withdrawn: [] });
  });

  test("of somebody who has no report here no number goes below none", () => {
    expect(says(told, "withdrawn", { reporter: "cert" }).standing).toEqual({ hotline: 1, cert: 0 });
  });
});

describe("a case that is closed is open again", () => {
  const closed: Case = { ...told, closed: { at: morning, outcome: "removed" } };

  test("by 'still up'", () => expect(says(closed, "still-up")).not.toHaveProperty("closed"));
  test("where every reporter took back what a desk was told: it is owed the word", () =>
    expect(says(closed, "withdrawn")).not.toHaveProperty("closed"));
  test.each<readonly [string, Case]>([
    ["another reporter stands by it", joinedBy("cert", closed)],
    ["nobody was told", { ...closed, notices: [] }],
    ["it was closed as withdrawn", { ...closed, closed: { at: morning, outcome: "withdrawn" } }],
  ])("but not by a withdrawal where %s", (_, state) => expect(says(state, "withdrawn").closed).toEqual(state.closed));
  test("and not by 'gone'", () => expect(says(closed, "gone").closed).toEqual(closed.closed));
});

describe("'still up'", () => {
  test("ends the rest that a desk's word had given it", () => {
    expect(says({ ...told, quiet: true }, "still-up").quiet).toBe(false);
  });

  test("has a report that was taken back stand again", () => {
    const again = says({ ...told, withdrawn: ["hotline"], standing: { hotline: 0 } }, "still-up", {}, { stood: false });
    expect(again).toMatchObject({ withdrawn: [], standing: { hotline: 1 } });
  });

  test("has whoever took all back stand by it again, also by a report that stood", () => {
    const again = says({ ...told, withdrawn: ["hotline"], standing: { hotline: 0 } }, "still-up");
    expect(again).toMatchObject({ withdrawn: [], standing: { hotline: 1 } });
  });

  test("counts nothing twice of a report that stands", () => {
    expect(says(told, "still-up").standing).toEqual({ hotline: 1 });
  });
});

describe("what was taken back and stands again", () => {
  const word = aNotice("sent", { id: "0-withdrawal-x", step: "withdrawal", sentAt: later(0.5) });
  const ended = (notices: readonly Notice[], more: Partial<Case> = {}) =>
    says({ ...told, withdrawn: ["hotline"], standing: { hotline: 0 }, notices, ...more }, "still-up").notices.map(
      (notice) => notice.ended === true,
    );

  test("asks nothing of who heard that it was taken back by what they had before", () => {
    expect(ended([sent, word])).toEqual([true, true]);
  });
  test.each<readonly [string, Notice]>([
    ["has not gone out", withdrawal],
    ["came back", { ...word, ...aNotice("bounced", { step: "withdrawal", sentAt: later(0.5) }) }],
    ["went to another desk", { ...word, to: upstream }],
  ])("asks on where that word %s", (_, other) => expect(ended([sent, other])[0]).toBe(false));
  test("asks on what was asked after that word", () => {
    const after = aNotice("sent", { id: "0-first-x-2", sentAt: later(0.75) });
    expect(ended([sent, word, after])).toEqual([true, true, false]);
  });
  test("ends nothing as long as all take it back", () => {
    const state = { ...told, withdrawn: ["hotline"], standing: { hotline: 0 }, notices: [sent, word] };
    expect(says(state, "gone").notices).toEqual([sent, word]);
  });
});

describe("a reporter's hold", () => {
  test("stands with its reason, and without one says whose it is", () => {
    const came = { since: later(1), version: told.version + 1 };
    expect(says(told, "hold", { note: "the police asked" }).holds).toEqual([
      { by: "hotline", why: "the police asked", ...came },
    ]);
    expect(says(told, "hold").holds).toEqual([{ by: "hotline", why: "asked by the reporter", ...came }]);
  });

  test("stands once for each reporter", () => {
    const twice = says(says(told, "hold", { note: "first" }), "hold", { note: "second" });
    expect(twice.holds.map(({ why }) => why)).toEqual(["first"]);
    expect(says(twice, "hold", { reporter: "cert" }).holds.map(({ by }) => by)).toEqual(["hotline", "cert"]);
  });

  test("is lifted by the same reporter and nobody else", () => {
    const two = says(says(told, "hold"), "hold", { reporter: "cert" });
    expect(says(two, "release").holds.map(({ by }) => by)).toEqual(["cert"]);
  });

  test("takes the question about holds along when it is the last to go", () => {
    const asked = beforeAPerson(says(told, "hold"), "held", true);
    const open = (state: Case) => says(state, "release").reviews.map(({ question }) => question);
    expect(open(asked)).toEqual([]);
    expect(open({ ...asked, holds: [...asked.holds, ...held(told).holds] })).toEqual(["held"]);
    expect(open(beforeAPerson(says(told, "hold"), "reply"))).toEqual(["reply"]);
  });
});

test("a word that was told to another case of the same target is only noted", () => {
  const noted = says(told, "withdrawn", {}, { toldTo: "TD-OTHER" });
  expect(noted).toEqual({ ...told, lastSaid: { hotline: { withdrawn: later(1) } } });
});

test("the newest moment of each word is kept for each reporter", () => {
  const gone = says(inLine, "gone", { at: later(3) });
  expect(says(gone, "gone", { at: later(2) }).lastSaid).toEqual({ hotline: { gone: later(3) } });
});
