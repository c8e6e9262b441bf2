import { describe, expect, test } from "vitest";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { TargetCase } from "../../functions/case/case.ts";
import { windowFor } from "../../functions/case/window.ts";
import type { Digest } from "../../functions/digest/digest.ts";
import type { Member } from "../../functions/digest/event.ts";
import { namedIn } from "../../functions/digest/evolve.ts";
import { digestKeyOf, partOf, type Waiting } from "../../functions/digest/waiting.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { instant, msOf } from "../../functions/kernel/instant.ts";
import { changeCase } from "../../functions/matters/change-case.ts";
import type { AnyEvent as CaseEvent } from "../../functions/matters/event.ts";
import type { CaseStore } from "../../functions/matters/store.ts";
import { aCandidate, aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

const settings = aSettings({ digests: true });
const policy = policyOf(settings)(aCase({}));
const rights = policyOf(settings)(aCase({ category: "brand" }));

describe("the window that a notice waits for", () => {
  test.each([
    ["in the middle of one", "2026-11-24T10:07:31.000Z", policy, "2026-11-24T10:15:00.000Z"],
    ["at the first moment of one", "2026-11-24T10:15:00.000Z", policy, "2026-11-24T10:30:00.000Z"],
    ["of an hour", "2026-11-24T10:07:00.000Z", rights, "2026-11-24T11:00:00.000Z"],
    ["that would end when the desk has gone home", "2026-11-24T17:30:00.000Z", rights, "2026-11-25T08:00:00.000Z"],
    ["on a Saturday", "2026-11-28T12:00:00.000Z", rights, "2026-11-30T08:00:00.000Z"],
  ])("%s ends when it says", (_, now, of, end) => {
    expect(windowFor(now, of, "standard")).toBe(end);
  });

  test("is none in the urgent lane, and where the row or the operator wants none", () => {
    expect(windowFor(morning, policy, "urgent")).toBeUndefined();
    expect(windowFor(morning, policyOf(settings)(aCase({ category: "csam" })), "standard")).toBeUndefined();
    expect(windowFor(morning, policyOf(aSettings({ digests: false }))(aCase({})), "standard")).toBeUndefined();
  });
});

describe("the parts of a digest", () => {
  const waiting = (count: number, bytes = 70): readonly Waiting[] =>
    Array.from({ length: count }, (_, at) => ({
      key: "k",
      caseId: `TD-${String(at).padStart(5, "0")}`,
      noticeId: "0-first-a",
      bytes,
    }));

  test.each([
    [1_000, 70, 1_000, false],
    [1_001, 70, 1_000, true],
    [500, 100_000, 50, true],
    [2, 9_000_000, 1, true],
  ])("of %i notices of %i bytes, the first takes %i", (count, bytes, taken, more) => {
    const part = partOf(waiting(count, bytes));
    expect([part.members.length, part.more]).toEqual([taken, more]);
  });

  test("are the same in whatever order the store lists who waits", () => {
    const some = waiting(1_500);
    expect(partOf([...some].reverse())).toEqual(partOf(some));
  });
});

describe("a digest's key", () => {
  const keyOf = (target: TargetCase["target"], spoilt: Partial<Candidate> = {}) => {
    const [notice] = aCase(
      { target },
      [{ type: "contact-answered", at: morning, answer: anAnswer() }],
      settings,
    ).notices;
    if (!notice) throw new Error("a notice waits for its window");
    return digestKeyOf(aCase({ target }, [], settings), { ...notice, to: aCandidate(spoilt) });
  };
  const url = { kind: "url", url: "https://shop.bad.example/login", host: "shop.bad.example" } as const;
  const peer = { kind: "peer", host: "192.0.2.9", port: 6881, seenAt: morning } as const;

  test("is the same for pages and hosts of one desk", () => {
    expect(keyOf({ kind: "host", host: "shop.bad.example" })).toBe(keyOf(url));
  });
  test("is another for peers, and for what the desk only stands in front of: each is asked something else", () => {
    const keys = [keyOf(url), keyOf(peer), keyOf(url, { isInFront: true })];
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(3);
  });
});

test("a reply is about the cases that it names, and about all when it names none or all", () => {
  const members: readonly Member[] = ["TD-AAAA-AAAA-AAAA", "TD-BBBB-BBBB-BBBB"].map((caseId) => ({
    caseId,
    noticeId: "0-first-a",
  }));
  expect(namedIn({ members }, "We removed td-bbbb-bbbb-bbbb.")).toEqual(["TD-BBBB-BBBB-BBBB"]);
  expect(namedIn({ members }, "We removed it.")).toEqual([]);
  expect(
    namedIn({ members }, "TD-AAAA-AAAA-AAAA and TD-BBBB-BBBB-BBBB are gone; TD-CCCC-CCCC-CCCC is not ours."),
  ).toEqual([]);
});

/**
 * A case whose notice is in a digest, which has come as far as `digestFacts` say and of which the
 * case has heard nothing.
 */
const inDigest = async (digestFacts: readonly ((noticeId: string) => CaseEvent)[] = []) => {
  const store = memoryCaseStore();
  const work = { store, policyOf: policyOf(settings), clock: { now: () => morning }, dropHint: async () => {} };
  const open = aCase({}, [], settings);
  await store.commit({ next: { ...open, version: 1 }, events: [], at: morning });
  await changeCase(work, open.id, () => [{ type: "contact-answered", at: morning, answer: anAnswer() }]);
  const state = await store.read(open.id);
  const notice = state?.kind === "case" ? state.notices[0] : undefined;
  if (state?.kind !== "case" || !notice?.window) throw new Error("a notice waits for its window");
  const [waiting] = await store.waitingFor(digestKeyOf(state, notice) ?? "");
  const digestId =
    (await store.due(instant(msOf(morning) + 3_600_000), 10))
      .map(({ caseId }) => caseId)
      .find((id) => id !== open.id) ?? "";
  await changeCase(work, digestId, () => [
    {
      type: "members-planned",
      at: morning,
      members: [
        { caseId: open.id, noticeId: notice.id },
        { caseId: "TD-OTHER", noticeId: notice.id },
      ],
      more: false,
    },
  ]);
  await changeCase(work, open.id, () => [
    { type: "notice-gathered", at: morning, noticeId: notice.id, digestId, heard: 0 },
  ]);
  for (const fact of digestFacts) await changeCase(work, digestId, () => [fact(notice.id)]);
  return {
    work,
    waiting,
    caseId: open.id,
    digestId,
    theCase: async () => {
      const now = await store.read(open.id);
      if (now?.kind !== "case") throw new Error("there is a case");
      return now;
    },
    theDigest: async (): Promise<Digest> => {
      const now = await store.read(digestId);
      if (now?.kind !== "digest") throw new Error("there is a digest");
      return now;
    },
  };
};
const attemptId = "TD-D_0-first-a_1";
const claimed = (noticeId: string): CaseEvent => ({
  type: "send-claimed",
  at: morning,
  noticeId,
  attemptId,
  subject: "s",
  renderHash: "r",
  recipientHash: "h",
});
const declined = (noticeId: string): CaseEvent => ({
  type: "send-declined",
  at: morning,
  noticeId,
  attemptId,
  code: "Throttling",
  final: false,
  retryAt: morning,
});
const hold: readonly CaseEvent[] = [{ type: "held", at: morning, by: "police", why: "an investigation" }];

describe("a case whose notice is in a digest", () => {
  test("waited in line before, under the digest's key, and does so no longer", async () => {
    const { work, waiting, caseId, theDigest } = await inDigest();
    expect(waiting).toMatchObject({ caseId, bytes: expect.any(Number) });
    expect(await work.store.waitingFor((await theDigest()).key)).toEqual([]);
  });

  test("leaves it in the very change that stops its notice", async () => {
    const { work, caseId, theCase, theDigest } = await inDigest();
    const before = (await theDigest()).version;
    await changeCase(work, caseId, () => hold);
    expect((await theCase()).notices.map(({ state, digest }) => [state, digest])).toEqual([["queued", undefined]]);
    expect([(await theDigest()).version, (await theDigest()).members?.map((member) => member.caseId)]).toEqual([
      before + 1,
      ["TD-OTHER"],
    ]);
  });

  test("stays in it when something happens that stops nothing, and the digest is not written", async () => {
    const { work, caseId, digestId, theCase, theDigest } = await inDigest();
    const before = await theDigest();
    await changeCase(work, caseId, () => [{ type: "contact-answered", at: morning, answer: anAnswer() }]);
    expect((await theCase()).notices.map(({ state, digest }) => [state, digest?.id])).toEqual([["gathered", digestId]]);
    expect(await theDigest()).toEqual(before);
  });

  test("first hears that the mail is on the wire, and is then held as after any claim", async () => {
    const { work, caseId, theCase, theDigest } = await inDigest([claimed]);
    await changeCase(work, caseId, () => hold);
    expect((await theCase()).notices.map((notice) => [notice.state, notice.attemptId])).toEqual([
      ["on-wire", attemptId],
    ]);
    expect((await theDigest()).members).toHaveLength(2);
    const events = (await work.store.history(caseId)).at(-1)?.events.map(({ type }) => type);
    expect(events?.slice(0, 3)).toEqual(["send-claimed", "digest-heard", "held"]);
  });

  test("is not in the next attempt when it is stopped in the moment in which SES declines the first", async () => {
    const { work, caseId, digestId, theCase, theDigest } = await inDigest([claimed]);
    let came = false;
    const store: CaseStore = {
      ...work.store,
      // SES's no is written after the digest was read on the wire, and before the stop is.
      commit: async (change) => {
        if (!came && change.next.id === caseId) {
          came = true;
          await changeCase(work, digestId, (digest) =>
            digest.kind === "digest" ? [declined(digest.notices[0]?.id ?? "")] : undefined,
          );
        }
        return work.store.commit(change);
      },
    };
    expect((await changeCase({ ...work, store }, caseId, () => hold)).ok).toBe(true);
    expect([(await theCase()).notices[0]?.state, (await theDigest()).members?.map((member) => member.caseId)]).toEqual([
      "queued",
      ["TD-OTHER"],
    ]);
  });

  test("that its digest went without is in line for another window", async () => {
    const { work, caseId, digestId, theCase } = await inDigest();
    await changeCase(work, digestId, (digest) =>
      digest.kind === "digest"
        ? [{ type: "members-left", at: morning, members: digest.members ?? [], why: "they could not go out with it" }]
        : undefined,
    );
    await changeCase(work, caseId, () => []);
    expect((await theCase()).notices).toMatchObject([{ state: "queued", window: "2026-11-24T10:15:00.000Z" }]);
  });
});
