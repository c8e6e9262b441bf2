import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import type { EventOf } from "../../../functions/case/event.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { aCandidate, anAnswer } from "../../support/a-case.ts";
import { inLine, queuedOne } from "../../support/a-notice.ts";
import { found, later, network, onWire, opened, sent, upstream } from "../../support/laws.ts";

const noticeId = queuedOne.id;
const inLineAnew = (state: Case, spoilt: Partial<EventOf<"notice-queued">> = {}): Case =>
  evolveTarget(state, {
    type: "notice-queued",
    at: later(1),
    noticeId,
    level: 0,
    step: "first",
    to: network,
    notBefore: later(2),
    ...spoilt,
  });
const queued = (...given: Parameters<typeof inLineAnew>): Notice | undefined => inLineAnew(...given).notices.at(-1);
const requeued = (notice: Notice, spoilt: Partial<EventOf<"notice-requeued">> = {}): Notice | undefined =>
  evolveTarget(
    { ...inLine, notices: [notice] },
    { type: "notice-requeued", at: later(1), noticeId, notBefore: later(2), why: "it waits anew", ...spoilt },
  ).notices[0];
describe("a notice that is put in line", () => {
  test("waits there, and its contact is kept without what a registry remarked", () => {
    const { server: _, ...to } = network;
    expect(queued(opened)).toEqual({
      id: noticeId,
      level: 0,
      step: "first",
      to: { ...to, remarks: [] },
      notBefore: later(2),
      state: "queued",
      attempts: 0,
    });
  });

  test("waits for others where it has a window", () => {
    expect(queued(opened, { window: later(3) })?.window).toBe(later(3));
  });

  test("says where the host stood, where it tells the host's desk", () => {
    const state = found({ platform: "Example Pages", candidates: [network, upstream] });
    expect(queued(state)?.where).toEqual({ addresses: anAnswer().addresses, platform: "Example Pages" });
    expect(queued(state, { to: upstream })).not.toHaveProperty("where");
    expect(queued(state, { to: aCandidate({ source: "person" }) })).not.toHaveProperty("where");
  });

  test("takes the place of one that was cancelled, whose attempts keep their numbers", () => {
    const cancelled: Notice = { ...queuedOne, state: "cancelled", attempts: 2, doubtedAttempt: 1 };
    const other: Notice = { ...sent, id: "0-first-other" };
    const state = { ...inLine, notices: [cancelled, other] };
    expect(queued(state)).toMatchObject({ state: "queued", attempts: 2, doubtedAttempt: 1 });
    expect(inLineAnew(state).notices.map(({ id }) => id)).toEqual([other.id, noticeId]);
    expect(queued({ ...inLine, notices: [other] })).toMatchObject({ attempts: 0 });
  });
});

test("a notice that waits anew by itself leaves its window, and remembers its first due time", () => {
  const windowed: Notice = { ...queuedOne, window: later(9) };
  const anew = requeued(windowed);
  expect(anew).toMatchObject({ state: "queued", notBefore: later(2), dueAt: queuedOne.notBefore });
  for (const gone of ["window", "paced"]) expect(anew).not.toHaveProperty(gone);
  expect(requeued({ ...windowed, dueAt: later(0.5) })?.dueAt).toBe(later(0.5));
});

test("a notice that waits anew with others has their window, and whether it is paced", () => {
  expect(requeued(queuedOne, { window: later(3), paced: true })).toMatchObject({ window: later(3), paced: true });
});

test("a notice that waits anew does not where it is out by itself", () => {
  expect(requeued(onWire)).toEqual(onWire);
  expect(requeued(sent)).toEqual(sent);
});
