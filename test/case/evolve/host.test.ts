import { describe, expect, test } from "vitest";
import type { ContactAnswer } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { aCandidate, anAnswer } from "../../support/a-case.ts";
import { queuedOne } from "../../support/a-notice.ts";
import { later, opened, sent, told, upstream, withdrawal } from "../../support/laws.ts";

const elsewhere: Partial<ContactAnswer> = {
  askedAt: later(1),
  addresses: ["198.51.100.7"],
  candidates: [aCandidate({ email: "abuse@elsewhere.example", range: "198.51.100.0/24" })],
};
const silent: Partial<ContactAnswer> = { askedAt: later(1), addresses: [], candidates: [], retry: true };
const lookedUp = (state: Case, answer: Partial<ContactAnswer> = {}): Case =>
  evolveTarget(state, { type: "contact-answered", at: later(1), answer: anAnswer({ askedAt: later(1), ...answer }) });
const moved = (
  state: Case,
  answer: Partial<ContactAnswer>,
  more: { readonly left?: readonly string[]; readonly isGone?: true },
): Case => evolveTarget(state, { type: "host-moved", at: later(1), answer: anAnswer(answer), left: [], ...more });
const onFirstLevel: Case = { ...told, level: 0, escalatedAt: later(0) };

describe("after a look-up", () => {
  test("its answer is what is known, and a wish for a fresh one is granted", () => {
    const state = lookedUp({ ...opened, lookAgain: later(0) });
    expect(state.contact).toEqual(anAnswer({ askedAt: later(1) }));
    expect(state).not.toHaveProperty("lookAgain");
  });

  test.each<readonly [string, Partial<ContactAnswer>, number]>([
    ["nothing found, and a source was silent: once more", silent, 3],
    ["a guess only, and a source was silent", { candidates: [aCandidate({ confidence: "guess" })], retry: true }, 3],
    ["nothing found, and no source was silent", { candidates: [] }, 0],
    ["a mailbox found", { retry: true }, 0],
    [
      "a mailbox found beside a guess",
      { candidates: [aCandidate({ confidence: "guess" }), aCandidate()], retry: true },
      0,
    ],
    [
      "a form found",
      { candidates: [], forms: [{ url: "https://network.example/abuse", scope: "network" }], retry: true },
      0,
    ],
  ])("silent look-ups in a row are counted: %s", (_, answer, count) => {
    expect(lookedUp({ ...opened, silentLookups: 2 }, answer).silentLookups).toBe(count);
  });
});

describe("what a person cleared", () => {
  const cleared = ["protected-target", "clearance", "form-only"] as const;
  const stillCleared = (state: Case) => state.cleared;

  test("stands while the host stands where it stood", () => {
    expect(stillCleared(lookedUp({ ...told, cleared }))).toEqual(cleared);
  });

  test("for the police of one country does not hold in another", () => {
    const abroad = { ...elsewhere, addresses: ["192.0.2.10"], country: "DE", candidates: [aCandidate()] };
    expect(stillCleared(lookedUp({ ...told, cleared }, abroad))).toEqual(["protected-target", "form-only"]);
    const inBoth = { ...abroad, candidates: [aCandidate(), aCandidate({ country: "DE" })] };
    expect(stillCleared(lookedUp({ ...told, cleared }, inBoth))).toEqual(["protected-target", "form-only"]);
  });

  test("before anything was looked up is for whatever is found", () => {
    expect(stillCleared(lookedUp({ ...opened, cleared }))).toEqual(cleared);
  });

  test("about a host ends where no desk that was told has it any more", () => {
    expect(stillCleared(lookedUp({ ...told, cleared }, elsewhere))).toEqual(["protected-target", "clearance"]);
    expect(stillCleared(moved({ ...told, cleared }, silent, { isGone: true }))).toEqual(["protected-target"]);
  });
});

describe("where a look-up does not find the host at the desk that was told", () => {
  test("the desk's 'removed' gives no rest any more, once", () => {
    const missed = lookedUp({ ...told, quiet: true }, elsewhere);
    expect(missed.quiet).toBe(false);
    expect(lookedUp({ ...missed, quiet: true }, { ...elsewhere, askedAt: later(2) }).quiet).toBe(true);
    expect(lookedUp({ ...told, quiet: true }).quiet).toBe(true);
  });

  test("since when is noted, and forgotten where it is found again", () => {
    const missed = lookedUp(told, elsewhere);
    expect(missed.notices[0]?.missedAt).toBe(later(1));
    expect(lookedUp(missed, { askedAt: later(2) }).notices[0]).not.toHaveProperty("missedAt");
  });
});

describe("what was asked about a name that is out of DNS", () => {
  const state: Case = {
    ...onFirstLevel,
    quiet: true,
    lookAgain: later(0),
    silentLookups: 2,
    notices: [sent, { ...queuedOne, id: "0-reminder-x", step: "reminder" }, withdrawal],
  };
  const gone = (answer = silent) => moved(state, answer, { isGone: true });

  test("rests from no escalation level on", () => {
    expect(gone()).toMatchObject({ level: -1, quiet: false, silentLookups: 1, contact: anAnswer(silent) });
    for (const none of ["escalatedAt", "lookAgain"]) expect(gone()).not.toHaveProperty(none);
    expect(gone({ ...silent, retry: false }).silentLookups).toBe(0);
  });

  test("asks its desk nothing more, which still hears that it was taken back", () => {
    expect(gone().notices.map(({ state: reached, ended }) => [reached, ended])).toEqual([
      ["sent", true],
      ["cancelled", true],
      ["queued", true],
    ]);
  });
});

describe("a name that was found out of DNS", () => {
  const ended: Notice = { ...sent, id: "0-first-ended", ended: true };
  const gone = () => moved({ ...onFirstLevel, notices: [sent, ended] }, silent, { isGone: true });

  test("leaves behind where the case stood and whom it asked", () => {
    expect(gone().beforeGone).toEqual({ level: 0, escalatedAt: later(0), ended: [sent.id] });
    const { escalatedAt: _, ...never } = onFirstLevel;
    expect(moved(never, silent, { isGone: true }).beforeGone).toEqual({ level: 0, ended: [sent.id] });
  });

  test("goes on from there where it stands again", () => {
    const again = lookedUp(gone(), { askedAt: later(2) });
    expect(again).toMatchObject({ level: 0, escalatedAt: later(0) });
    expect(again).not.toHaveProperty("beforeGone");
    expect(again.notices.map((notice) => "ended" in notice)).toEqual([false, true]);
  });

  test("waits on while it does not", () => {
    for (const answer of [silent, { goneSince: later(0) }])
      expect(lookedUp(gone(), answer)).toMatchObject({ level: -1, beforeGone: gone().beforeGone });
  });

  test("and is another host's where others were told meanwhile", () => {
    const escalated = lookedUp({ ...gone(), level: 1, escalatedAt: later(3) });
    expect(escalated).toMatchObject({ level: 1, escalatedAt: later(3) });
    expect(escalated).not.toHaveProperty("beforeGone");
    expect(escalated.notices[0]?.ended).toBe(true);
  });
});

describe("a host that left one of its desks", () => {
  const other: Notice = { ...sent, id: "0-first-other", to: aCandidate({ email: "abuse@other.example" }) };
  const reminder: Notice = { ...queuedOne, id: "0-reminder-x", step: "reminder" };
  const state: Case = {
    ...onFirstLevel,
    quiet: true,
    lookAgain: later(0),
    silentLookups: 2,
    notices: [sent, reminder, other],
  };

  test("has nothing more asked of that mailbox, and the others asked on", () => {
    const after = moved(state, { askedAt: later(1) }, { left: [sent.id] });
    expect(after.notices.map(({ state: reached, ended }) => [reached, ended])).toEqual([
      ["sent", true],
      ["cancelled", true],
      ["sent", undefined],
    ]);
    expect(after).toMatchObject({ level: 0, escalatedAt: later(0), quiet: true, silentLookups: 0 });
    expect(after).not.toHaveProperty("lookAgain");
  });

  test("is owed a first escalation level of its own where that was the last", () => {
    const aboveToo: Notice = { ...sent, id: "1-escalation-up", step: "escalation", to: upstream };
    const after = moved({ ...state, notices: [sent, aboveToo] }, elsewhere, { left: [sent.id] });
    expect(after).toMatchObject({ level: -1, quiet: false });
    expect(after).not.toHaveProperty("escalatedAt");
    expect(after.notices[1]).not.toHaveProperty("ended");
  });
});
