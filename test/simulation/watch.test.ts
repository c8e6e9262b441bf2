import { describe, expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { forgetfulTarget } from "../../functions/case/forget.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import type { Change } from "../../functions/store/ports.ts";
import { simulatedTable } from "../../infra/command/scenarios/table-double.ts";
import { aCandidate, aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";
import type { Breach } from "./breach.ts";
import { aLetter, type LetterWords, type LetterWriter } from "./hostile-desk.ts";
import { aWatchOverBounds } from "./watch-bounds.ts";
import { aWatchOverContacts } from "./watch-contacts.ts";
import { aWatchOverJudged } from "./watch-judged.ts";
import { aWatchOverLetters } from "./watch-letters.ts";
import { aWatchOverPages } from "./watch-pages.ts";

/* What the watch takes for broken, and what not. */

const policies = policyOf(aSettings());
const desk = aCandidate();
const told = (): { readonly state: Case; readonly notice: Notice } => {
  const state = aCase({}, [
    {
      type: "contact-answered",
      at: morning,
      answer: anAnswer({ candidates: [desk, aCandidate({ email: "noc@network.example" })] }),
    },
  ]);
  const [queued] = state.notices;
  if (!queued) throw new Error("a case with a contact has a notice");
  const attemptId = `${state.id}_${queued.id}_1`;
  const facts: readonly CaseEvent[] = [
    {
      type: "send-claimed",
      at: morning,
      noticeId: queued.id,
      attemptId,
      subject: "",
      renderHash: "",
      recipientHash: "",
    },
    { type: "delivered", at: morning, noticeId: queued.id, sesMessageId: "ses-1" },
  ];
  const { next } = advance(state, facts, policies, morning);
  const [notice] = next.kind === "case" ? next.notices : [];
  if (next.kind !== "case" || !notice) throw new Error("it is a case with a notice still");
  return { state: next, notice };
};
const tells = () => {
  const breaches: Breach[] = [];
  return { breaches, breach: (promise: Breach["promise"], what: string) => void breaches.push({ promise, what }) };
};
const later = plusHours(morning, 1);
/** No registry names two mailboxes for one thing. */
const nobodyElse = () => false;

describe("a mail", () => {
  /** What somebody's reply does to a case, as if the case believed it to be the desk's or not. */
  const taken = (by: LetterWriter, what: LetterWords, events: (notice: Notice) => readonly CaseEvent[]) => {
    const { state, notice } = told();
    const { breaches, breach } = tells();
    const letter = aLetter("mail-1", by, what, [{ address: "c.x@reply.dispatch.example", recipient: notice.to.email }]);
    const change = changeOf(advance(state, events(notice), policies, later), later, state);
    aWatchOverLetters(simulatedTable(), breach, nobodyElse).committed(state, change, policies, letter);
    return breaches.map(({ promise }) => promise);
  };
  const replied =
    (replyClass: "removed" | "acknowledgement" | "passed-on", authenticated: boolean) =>
    ({ id: noticeId }: Notice): readonly CaseEvent[] => [
      { type: "replied", at: later, noticeId, replyClass, authenticated, mailHash: "hash-1", ticket: "T-1" },
    ];

  test("of a stranger that closes its case breaks a promise, and the desk's own does not", () => {
    expect(taken("in the desk's name", "removed", replied("removed", true))).toContain("moved by a stranger");
    expect(taken("from the desk's mail domain", "removed", replied("removed", true))).toContain("moved by a stranger");
    expect(taken("as the desk", "removed", replied("removed", true))).toEqual([]);
  });

  test("of the desk that closes its case and does not say that the page is gone breaks one", () => {
    expect(taken("as the desk", "a link in an acknowledgement", replied("removed", true))).toContain(
      "moved by a stranger",
    );
  });

  test("of the desk's mail domain may acknowledge and give a ticket; a stranger's may not", () => {
    expect(taken("from the desk's mail domain", "acknowledgement", replied("acknowledgement", true))).toEqual([]);
    expect(taken("in their own name", "acknowledgement", replied("acknowledgement", true))).toContain(
      "moved by a stranger",
    );
  });

  test("is never a bounce, and stops no desk for all cases", () => {
    const bounced = ({ id: noticeId }: Notice): readonly CaseEvent[] => [
      { type: "bounced", at: later, noticeId, permanent: true, detail: "5.1.1" },
    ];
    const complained = ({ id: noticeId }: Notice): readonly CaseEvent[] => [
      { type: "complained", at: later, noticeId },
    ];
    expect(taken("as the desk", "a bounce", bounced)).toContain("moved by a stranger");
    expect(taken("as the desk", "unsubscribe", complained)).toContain("moved by a stranger");
  });

  test("of a stranger may have whoever can look asked sooner, and puts nothing else off", () => {
    const withChecker = policyOf({
      ...aSettings(),
      reporters: aSettings().reporters.map((one) => ({ ...one, checks: true })),
    });
    const { state, notice } = told();
    const at = plusHours(morning, 21);
    const letter = aLetter("mail-1", "in the desk's name", "removed", [
      { address: "c.x@reply.dispatch.example", recipient: notice.to.email },
    ]);
    const [replies] = replied("removed", false)(notice);
    const change = changeOf(advance(state, replies ? [{ ...replies, at }] : [], withChecker, at), at, state);
    const breaks = (one: Change) => {
      const { breaches, breach } = tells();
      aWatchOverLetters(simulatedTable(), breach, nobodyElse).committed(state, one, withChecker, letter);
      return breaches.map(({ promise }) => promise);
    };
    expect(change.dueAt).toBe(plusHours(morning, 23));
    expect(breaks(change)).toEqual([]);
    expect(breaks({ ...change, dueAt: plusHours(morning, 25) })).toEqual(["moved by a stranger"]);
    const { dueAt: _, ...forgotten } = change;
    expect(breaks(forgotten)).toEqual(["moved by a stranger"]);
  });

  test("that left its queue and stands nowhere is lost", () => {
    const { breaches, breach } = tells();
    const table = simulatedTable();
    const { state } = told();
    table.commit({ next: { ...state, version: 1 }, events: [], at: morning });
    const letter = aLetter("mail-1", "as the desk", "refused", [
      { address: "c.x@reply.dispatch.example", recipient: desk.email },
    ]);
    aWatchOverLetters(table, breach, nobodyElse).taken(letter, [state.id]);
    expect(breaches.map(({ promise }) => promise)).toEqual(["lost"]);
  });

  test("that is only counted is lost where its desk wrote it, and stands nowhere else where a stranger did", () => {
    const { state, notice } = told();
    const table = simulatedTable();
    table.commit({ next: { ...state, version: 1 }, events: [], at: morning });
    const countedFrom = (by: LetterWriter) => {
      const { breaches, breach } = tells();
      const watch = aWatchOverLetters(table, breach, nobodyElse);
      const letter = aLetter("mail-1", by, "refused", [
        { address: "c.x@reply.dispatch.example", recipient: desk.email },
      ]);
      watch.counted({ caseId: state.id, noticeId: notice.id, mailHash: "hash-1", at: later }, letter);
      watch.taken(letter, [state.id]);
      return breaches.map(({ promise }) => promise);
    };
    expect([countedFrom("as the desk"), countedFrom("in the desk's name")]).toEqual([["lost"], []]);
  });
});

describe("what a person says of a reply", () => {
  const asked = { id: "reply.2", question: "reply", asRead: { replyClass: "refused" } } as const;
  const judged = [{ read: "refused" }] as const;
  /** The promises that are broken by such changes of a case with that question. */
  const counting = (...changes: readonly (Partial<Change> & { readonly answers?: string })[]) => {
    const { breaches, breach } = tells();
    const { state } = told();
    const before = {
      ...state,
      reviews: [{ ...asked, askedAt: morning, blocking: false, reason: "", announced: true }],
    };
    const watch = aWatchOverJudged(breach);
    for (const { answers, ...change } of changes)
      watch.committed(before, { next: state, events: [], at: later, ...change }, answers);
    return breaches.map(({ promise }) => promise);
  };
  const answer = { reviewId: asked.id, verdict: { decision: "continue" }, by: "jane", why: "seen" } as const;
  const events: readonly CaseEvent[] = [{ type: "answered", at: later, ...answer }];

  test("is counted once, or a promise is broken", () => {
    expect(counting({ events, judged, answers: asked.id })).toEqual([]);
    expect(counting({ events, answers: asked.id })).toEqual(["lost"]);
    expect(counting({ events, judged, answers: asked.id }, { events, judged, answers: asked.id })).toEqual([
      "acted twice",
    ]);
    expect(counting({ events, judged })).toEqual(["acted twice"]);
    expect(counting({ events })).toEqual([]);
  });

  test("is counted when it takes effect, whoever wrote the change", () => {
    const effect: readonly CaseEvent[] = [{ type: "answered", at: later, ...answer, givenAt: morning }];
    expect(counting({ events: effect, judged })).toEqual([]);
    expect(counting({ events: effect })).toEqual(["lost"]);
    expect(counting({ events: effect, judged }, { events: effect, judged })).toEqual(["acted twice"]);
  });
});

describe("a mailbox is told", () => {
  const wired = (tell: (watch: ReturnType<typeof aWatchOverContacts>, state: Case) => void, at = later) => {
    const { state, notice } = told();
    const { breaches, breach } = tells();
    let now = morning;
    const watch = aWatchOverContacts(() => now, breach);
    tell(watch, state);
    now = at;
    watch.wired(state, notice);
    return breaches.map(({ promise }) => promise);
  };

  test("only where a registry named it for an address that DNS gave in the hour before", () => {
    const named = (watch: ReturnType<typeof aWatchOverContacts>) => watch.answered(["192.0.2.10"], [desk]);
    expect(wired(named)).toEqual([]);
    expect(wired(named, plusHours(morning, 1.1))).toEqual(["wrong recipient"]);
    expect(wired(({ hearing }) => hearing.gave(["192.0.2.10"]))).toEqual(["wrong recipient"]);
    expect(wired(({ hearing }) => hearing.named("192.0.2.10", [desk.email]))).toEqual(["wrong recipient"]);
  });

  test("or for the system that announces it, or where a person chose it for that case", () => {
    const carried = ({ hearing }: ReturnType<typeof aWatchOverContacts>) => {
      hearing.gave(["192.0.2.10"]);
      hearing.lies("192.0.2.10", "AS64500");
      hearing.named("AS64500", [desk.email]);
    };
    expect(wired(carried)).toEqual([]);
    expect(wired((watch, { id }) => watch.chose(id, desk.email))).toEqual([]);
    expect(wired((watch) => watch.chose("TD-another", desk.email))).toEqual(["wrong recipient"]);
  });
});

test("mails for a case and to a mailbox, desks that the machine tells, and a case's lists have bounds", () => {
  const { state, notice } = told();
  const { breaches, breach } = tells();
  const { wired, mailed, committed, ended } = aWatchOverBounds(() => morning, breach);
  const what = () => breaches.splice(0).map((one) => one.what.replace(/^TD-\S+/, "it"));
  for (let at = 0; at < 41; at++) wired(state, { ...notice, step: "reminder" });
  expect(what()).toEqual(["it has had 41 mails"]);
  for (let at = 0; at < 10; at++)
    wired(state, { ...notice, to: { ...desk, email: `abuse@many-${at}.example`, range: `${at}` } });
  expect(what()).toContain("it has been told to 4 networks");
  // What came back is told anew.
  const removed = { at: morning, outcome: "removed", why: "" } as const;
  committed({ ...state, closed: removed }, state);
  for (let at = 0; at < 3; at++)
    wired(state, { ...notice, to: { ...desk, email: `abuse@many-${at}.example`, range: `${at}` } });
  expect(what()).toEqual([]);
  committed({ ...state, closed: { ...removed, outcome: "decided" } }, state);
  wired(state, { ...notice, to: { ...desk, email: "abuse@many-3.example", range: "3" } });
  expect(what()).toEqual(["it has been told to 4 networks"]);
  for (let at = 0; at < 40; at++) mailed(desk.email);
  expect(what()).toEqual([`${desk.email} has had 21 mails in an hour`]);
  const longList = Array.from({ length: 121 }, (_, at) => `r-${at}`);
  committed(state, { ...state, withdrawn: longList });
  const handedOn = (until: string): Case => ({
    ...state,
    notices: [{ ...notice, passedOn: { at: morning, until } }],
  });
  committed(state, handedOn(later));
  committed(state, handedOn(later));
  expect(what()).toEqual(["it lists 121 withdrawn"]);
  committed(state, handedOn(plusHours(later, 1)));
  expect(what()).toEqual([expect.stringMatching(/ waits for its customer a second time$/)]);
  ended([{ ...state, evidence: { explanation: "x".repeat(200_000) } }]);
  expect(what()).toEqual([expect.stringMatching(/^it has grown to/)]);
});

test("one page is one open case, however it is written, and a report on it is in a case or before a person", () => {
  const { breaches, breach } = tells();
  const table = simulatedTable();
  const pages = aWatchOverPages(table, breach);
  const { state } = told();
  const url = "https://shop.bad.example/login";
  pages.spell("http://shop.bad.example/login", url);
  table.commit({ next: { ...state, version: 1 }, events: [], at: morning });
  const report = { id: "hotline r-1", url, category: "phishing" } as const;
  pages.taken(report, undefined);
  expect(breaches).toEqual([]);
  pages.opened({
    ...state,
    id: "TD-another",
    target: { kind: "url", url: "http://shop.bad.example/login", host: "shop.bad.example" },
  });
  const other = { ...report, url: "https://shop.bad.example/other" };
  pages.taken(other, undefined);
  expect(breaches.map(({ promise }) => promise)).toEqual(["duplicate", "lost"]);
  table.commit({ next: { ...forgetfulTarget(state, morning), version: 2 }, events: [], at: morning });
  pages.taken(report, undefined);
  expect(breaches).toHaveLength(2);
  for (const another of [other, { ...report, id: "hotline r-2" }]) pages.taken(another, undefined);
  expect(breaches.slice(2).map(({ promise }) => promise)).toEqual(["lost", "lost"]);
});
