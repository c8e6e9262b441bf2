import { describe, expect, test } from "vitest";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import { windowFor } from "../../functions/case/quiet-hours.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { batchIdOf } from "../../functions/send/mail/waiting.ts";
import { namedIn } from "../../functions/send/on-mail.ts";
import { aCandidate, aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";

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

describe("the batch that a notice waits in", () => {
  const keyOf = (target: Case["target"], spoilt: Partial<Candidate> = {}) => {
    const [notice] = aCase(
      { target },
      [{ type: "contact-answered", at: morning, answer: anAnswer() }],
      settings,
    ).notices;
    if (!notice) throw new Error("a notice waits for its window");
    return batchIdOf(aCase({ target }, [], settings), { ...notice, to: aCandidate(spoilt) });
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

test("a reply is about the cases that it names, and about all when it names none", () => {
  const members = ["TD-AAAA-AAAA-AAAA", "TD-BBBB-BBBB-BBBB"].map((caseId) => ({ caseId, noticeId: "0-first-a" }));
  const named = (said: string) => namedIn({ id: "TM-1", at: morning, members }, said).map(({ caseId }) => caseId);
  expect(named("We removed td-bbbb-bbbb-bbbb.")).toEqual(["TD-BBBB-BBBB-BBBB"]);
  expect(named("We removed it.")).toEqual(["TD-AAAA-AAAA-AAAA", "TD-BBBB-BBBB-BBBB"]);
  expect(named("TD-AAAA-AAAA-AAAA and TD-BBBB-BBBB-BBBB are gone; TD-CCCC-CCCC-CCCC is not ours.")).toHaveLength(2);
});
