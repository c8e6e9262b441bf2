import { describe, expect, test } from "vitest";
import type { Notice } from "../../../functions/case/notice.ts";
import { noticeIdOf, queued, queueTo } from "../../../functions/case/path/queue.ts";
import type { Step } from "../../../functions/case/step.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { aCandidate, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, queuedOne } from "../../support/a-notice.ts";
import { network, opened, sent, told } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const line = (notices: readonly Notice[], step: Step = "first", to = network, with_ = policy) =>
  queued({ ...told, notices }, 0, step, to, with_, morning);

describe("the id of a notice", () => {
  const base = noticeIdOf(0, "first", network.email);
  test("says its escalation level, its step and, without the address, its mailbox in whatever letters", () => {
    expect(base).toMatch(/^0-first-[0-9a-f]{10}$/);
    expect(noticeIdOf(0, "first", network.email.toUpperCase())).toBe(base);
    expect(line([]).noticeId).toBe(base);
  });

  test("is one of its own for each further notice of its kind", () => {
    expect(line([sent]).noticeId).toBe(`${base}-2`);
    expect(line([sent, { ...sent, id: `${base}-2` }]).noticeId).toBe(`${base}-3`);
    expect(line([{ ...sent, id: noticeIdOf(0, "reminder", network.email) }]).noticeId).toBe(base);
  });

  test("is again that of the last which was cancelled before it went out", () => {
    const cancelled = aNotice("cancelled", { id: `${base}-2` });
    expect(line([aNotice("cancelled"), cancelled, { ...sent, id: `${base}-3` }]).noticeId).toBe(`${base}-2`);
    expect(line([aNotice("cancelled", { id: "0-reminder-x" })]).noticeId).toBe(base);
  });
});

describe("a contact that was not written to before", () => {
  const fresh = aCandidate({ memory: "new" });
  const minutes = 120;
  const wait = plusMinutes(morning, minutes);

  test("waits for a person's word, and goes out without one after a while, by itself", () => {
    const digests = policyOf(aSettings({ digests: true }))(opened);
    for (const rules of [policy, digests].map((one) => ({ ...one, approvalWaitMinutes: minutes }))) {
      expect(line([], "first", fresh, rules)).toMatchObject({ asksUntil: wait, notBefore: wait });
      expect(line([], "first", fresh, rules)).not.toHaveProperty("window");
    }
  });

  test.each<readonly [string, Step, typeof fresh, number]>([
    ["one that is known", "first", network, minutes],
    ["a step that tells nobody anew", "reminder", fresh, minutes],
    ["a stage that asks about none", "first", fresh, 0],
  ])("%s waits for nobody's word", (_, step, to, approvalWaitMinutes) => {
    const notice = line([], step, to, { ...policy, approvalWaitMinutes });
    expect(notice.notBefore).toBe(morning);
    expect(notice).not.toHaveProperty("asksUntil");
  });
});

test("where there are digests a notice waits for its window's end", () => {
  const end = plusMinutes(morning, 15);
  expect(line([], "first", network, policyOf(aSettings({ digests: true }))(opened))).toMatchObject({
    window: end,
    notBefore: end,
  });
});

test("a word to who was told goes to the same mailbox, on the escalation level of what it had", () => {
  expect(queueTo(told, { ...queuedOne, level: 3 }, "withdrawal", policy, morning)).toMatchObject({
    level: 3,
    step: "withdrawal",
    to: queuedOne.to,
    noticeId: noticeIdOf(3, "withdrawal", network.email),
  });
});
