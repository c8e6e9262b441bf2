import { describe, expect, test } from "vitest";
import { movedInLine, rested } from "../../functions/case/inhibited.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { readDeskMatch } from "../../functions/kernel/desk-match.ts";
import type { Inhibition } from "../../functions/kernel/in-force.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { aCandidate, anAnswer, aSettings, morning } from "../support/a-case.ts";
import { inLine, queuedOne } from "../support/a-notice.ts";

const later = (hours: number) => plusHours(morning, hours);
const until = (hours: number, more: Partial<Inhibition> = {}): Inhibition => ({
  about: { category: "phishing" },
  since: later(-1),
  until: later(hours),
  planned: later(hours),
  ...more,
});
const desk = (line: string) => ({ about: { desk: readDeskMatch(line) } });
const contact = anAnswer({ candidates: [queuedOne.to], addresses: ["192.0.2.10"], origins: ["AS64500"] });
const state = { ...inLine, contact };
const policy = (...inhibitions: readonly Inhibition[]) => policyOf({ ...aSettings(), inhibitions })(state);
const moved = (...inhibitions: readonly Inhibition[]) => movedInLine(state, queuedOne, policy(...inhibitions), morning);

describe("a notice in line waits for the end of an inhibition", () => {
  test.each([
    ["its mailbox", `${queuedOne.to.email.toUpperCase()}`],
    ["its mail domain", "@network.example"],
    ["the host's domain", "bad.example"],
    ["the host's range", "192.0.2.0/28"],
    ["the host's system", "AS64500"],
  ])("of %s", (_, line) => {
    expect(moved(until(5, desk(line)))?.notBefore.slice(0, 16)).toBe(later(5).slice(0, 16));
  });

  test("of its category", () => expect(moved(until(5))?.why).toContain("nothing sent there until"));

  test.each(["abuse@other.example", "@other.example", "other.example", "198.51.100.0/24", "AS64501"])(
    "and for none of %s",
    (line) => expect(moved(until(5, desk(line)))).toBeUndefined(),
  );

  test("and of several for the last", () => {
    expect(moved(until(5), until(7), until(6))?.notBefore.slice(0, 16)).toBe(later(7).slice(0, 16));
  });

  test("and for none that is over", () => expect(moved(until(0))).toBeUndefined());

  test("and for one that a clock recorded that is ahead", () => {
    expect(moved(until(5, { since: later(0.01) }))?.notBefore.slice(0, 16)).toBe(later(5).slice(0, 16));
  });
});

test("a notice that stands right is not moved again", () => {
  const waiting = { ...queuedOne, notBefore: later(5) };
  expect(movedInLine(state, waiting, policy(until(5)), morning)).toBeUndefined();
});

test("one whose inhibition was ended early goes on now, and one that waits for something else does not", () => {
  const ended = until(0, { planned: later(5) });
  const at = (notBefore: string) => movedInLine(state, { ...queuedOne, notBefore }, policy(ended), morning);
  expect(at(later(5))?.why).toBe("what kept it back was ended");
  expect(at(later(4))).toBeUndefined();
});

test("one whose inhibition ended within the window that it waits for stands right", () => {
  const ended = until(0, { planned: later(0.1) });
  const waits = policyOf({ ...aSettings({ digests: true }), inhibitions: [ended] })(state);
  const window = later(0.25);
  expect(movedInLine(state, { ...queuedOne, notBefore: window, window }, waits, morning)).toBeUndefined();
});

test("one to a provider's API waits for the end, and then for no window and no morning", () => {
  const byApi = { ...queuedOne, to: { ...queuedOne.to, channel: "godaddy" as const } };
  const kept = policyOf({ ...aSettings({ digests: true }), inhibitions: [until(12.1)] })(state);
  expect(movedInLine(state, byApi, kept, morning)).toEqual({
    notBefore: later(12.1),
    why: expect.stringContaining("nothing sent there until"),
  });
});

describe("clocks rest while nothing is sent to their desk", () => {
  const endsAt = (...inhibitions: readonly Inhibition[]) =>
    rested(state, [aCandidate({ email: queuedOne.to.email })], policy(...inhibitions), {
      at: morning,
      hours: 10,
      planned: later(10),
    });
  test("by as long as it lasts", () => expect(endsAt(until(5, { since: later(2) }))).toBe(later(13)));
  test("from when they began", () => expect(endsAt(until(5))).toBe(later(15)));
  test("by each hour once, of two that overlap", () => {
    expect(endsAt(until(5, { since: later(2) }), until(6, { since: later(3) }))).toBe(later(14));
  });
  test("by one that begins while another has made them longer", () => {
    expect(endsAt(until(5, { since: later(2) }), until(14, { since: later(12) }))).toBe(later(15));
  });
  test("by none that is over before, or begins after", () => {
    expect(endsAt(until(-0.5), until(20, { since: later(11) }))).toBe(later(10));
  });
  test("by none of others", () => expect(endsAt(until(5, desk("@other.example")))).toBe(later(10)));
});
