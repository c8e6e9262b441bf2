import { describe, expect, test } from "vitest";
import { alikeKey } from "../../functions/case/asked-alike.ts";
import type { Case, Review } from "../../functions/case/case.ts";
import { type Question, questionFacts, questions } from "../../functions/case/question.ts";
import { gather, recordForAll } from "../../functions/review/for-all.ts";
import { answersForAll } from "../../functions/review/verdict.ts";
import { reviewsText, rowText } from "../../infra/command/reviews.ts";
import { aCandidate, anAnswer, byApi, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { beforeAPerson, sent, told } from "../support/laws.ts";

const form = { url: "https://report.example/abuse", scope: "platform" } as const;
const asks = (question: Question, id: string, spoilt: Partial<Case> = {}): Case => ({
  ...beforeAPerson(told, question),
  id,
  ...spoilt,
});

describe("one question for what is one", () => {
  const toDesk = (email: string) => ({ notices: told.notices.map((one) => ({ ...one, to: { ...one.to, email } })) });
  test("is never one of safety, nor what nobody could read", () => {
    const safety: readonly Question[] = [
      "contact-may-be-suspect",
      "protected-target",
      "clearance",
      "held",
      "live",
      "unknown-send",
      "beside-dns",
    ];
    expect(safety.map((question) => questionFacts(question).inCommon)).toEqual(safety.map(() => "never"));
    expect(gather(safety.flatMap((question) => [asks(question, "TD-1"), asks(question, "TD-2")]))).toHaveLength(
      2 * safety.length,
    );
    const unread = asks("reply", "TD-1");
    expect(unread.reviews.map((review) => alikeKey(unread, review))).toEqual([undefined]);
    const read = { noticeId: sent.id, asRead: { replyClass: "refused" } } as const;
    const keyOf = (more: Partial<Review>) =>
      unread.reviews.map((one) => alikeKey(unread, { ...one, ...read, ...more }));
    expect([keyOf({}), keyOf({ toRead: true })]).toEqual([[expect.any(String)], [undefined]]);
  });

  test("is in the urgent lane what somebody waits with, a form, and what may be back; the rest is looked at", () => {
    const urgent = (question: Question, id: string, spoilt: Partial<Case> = {}) =>
      asks(question, id, { lane: "urgent", ...spoilt });
    const shared = questions.filter(
      (question) => gather([urgent(question, "TD-1"), urgent(question, "TD-2")]).length === 1,
    );
    expect(shared).toEqual(["form-only", "unanswered", "still-up", "may-be-back"]);
    expect(gather([asks("unanswered", "TD-1"), urgent("unanswered", "TD-2")])).toHaveLength(2);
  });

  test("is in the urgent lane the next morning's round of all that somebody waits with, whichever desk it is", () => {
    const waited = (id: string, email: string) =>
      asks("unanswered", id, { ...toDesk(email), lane: "urgent", waitUntil: morning, isWaitedWith: true });
    const cases = [waited("TD-1", "abuse@one.example"), waited("TD-2", "abuse@two.example")];
    expect(gather(cases)).toHaveLength(1);
    expect(gather(cases.map(({ isWaitedWith: _, ...first }) => first))).toHaveLength(2);
  });

  test("is taken of a list that was read before on-call was told of it again", async () => {
    const flow = aFlow();
    await flow.report(nativeMessage({ category: "ncii" }));
    await flow.pass({ hours: 24, minutes: 5 });
    const { id, version, reviews } = await flow.theCase();
    await flow.pass({ minutes: 61 });
    const rows = [{ caseId: id, reviewId: reviews[0]?.id ?? "", version }];
    const given = { verdict: { decision: "wait" }, by: "jane", why: "The desk acts on Mondays." } as const;
    expect((await flow.theCase()).version).toBeGreaterThan(version);
    expect((await recordForAll(flow.work, rows, given)).map(({ taken }) => taken.ok)).toEqual([true]);
  });

  test("names no one mailbox for cases of several desks", () => {
    const state = asks("form-only", "TD-1");
    const reviews = state.reviews.map((review) => ({ ...review, forms: [form] }));
    expect(reviews.map((review) => answersForAll(state, review).includes("send-to"))).toEqual([false]);
    const silent = asks("unanswered", "TD-1");
    const offered = (of: Case) => of.reviews.map((review) => answersForAll(of, review).includes("send-to"));
    expect(offered(silent)).toEqual([true]);
    expect(offered({ ...silent, lane: "urgent", waitUntil: morning, isWaitedWith: true })).toEqual([false]);
  });

  test("closes no urgent case: whoever looked at it closes it by itself", async () => {
    const flow = aFlow();
    for (const at of [1, 2])
      await flow.report(
        nativeMessage({ reportId: `u-${at}`, category: "ncii", target: { url: `https://bad.example/${at}` } }),
      );
    await flow.pass({ hours: 25 });
    const rows = (await flow.store.inReview(100)).items.map(({ id, version, reviews }) => ({
      caseId: id,
      reviewId: reviews[0]?.id ?? "",
      version,
    }));
    const close = { verdict: { decision: "close", outcome: "gone" }, by: "jane", why: "Seen." } as const;
    expect((await recordForAll(flow.work, rows, close)).map(({ taken }) => taken.ok)).toEqual([false, false]);
    // One after the other, as the command line gives them.
    const [first] = rows;
    const one = await recordForAll(flow.work, first ? [first] : [], { ...close, together: true });
    expect(one.map(({ taken }) => taken.ok)).toEqual([false]);
    const wait = { verdict: { decision: "wait" }, by: "jane", why: "The desk acts on Mondays." } as const;
    expect((await recordForAll(flow.work, rows, wait)).map(({ taken }) => taken.ok)).toEqual([true, true]);
  });

  const elsewhere = { kind: "host", host: `b.${told.target.host}` } as Case["target"];
  const known = (email: string) => ({ contact: anAnswer({ candidates: [aCandidate({ email })] }) });
  const nobody = { contact: anAnswer({ candidates: [] }) };
  const filled = (url: string): Partial<Case> => ({
    notices: [],
    contact: anAnswer({ candidates: [], forms: [{ ...form, url }] }),
  });
  const apiSays = (reason: string): Partial<Case> => ({
    notices: told.notices.map((one) => ({ ...one, to: byApi("cloudflare") })),
    reviews: beforeAPerson(told, "reply").reviews.map((one) => ({ ...one, reason, noticeId: sent.id })),
  });
  const otherCategory = apiSays("It is of another category. (wrong_report_category)");
  test.each<readonly [string, Question, Partial<Case>, Partial<Case>, number]>([
    ["is the same silence of the same desk", "unanswered", {}, {}, 1],
    ["is none of another desk's silence", "unanswered", {}, toDesk("abuse@elsewhere.example"), 2],
    ["is the same name", "name-gone", {}, {}, 1],
    ["is none of another name", "name-gone", {}, { target: { kind: "host", host: "other.example" } }, 2],
    [
      "is whom to write to in the place of the same desks, whichever host it is",
      "no-contact",
      known("abuse@Dead.example"),
      { ...known("abuse@Dead.example"), target: elsewhere },
      1,
    ],
    ["is not in the place of others", "no-contact", known("abuse@dead.example"), known("abuse@other.example"), 2],
    ["is whom to write to about one host, where nobody's desk is known", "no-contact", nobody, nobody, 1],
    ["is none of another host, where nobody's is", "no-contact", nobody, { ...nobody, target: elsewhere }, 2],
    ["is the same word of one provider's API", "reply", otherCategory, otherCategory, 1],
    ["is none of another word of it", "reply", otherCategory, apiSays("It wants more. (details_missing)"), 2],
    ["is one provider's silence whose form was filled in", "unanswered", filled(form.url), filled(form.url), 1],
    ["is none of another form's", "unanswered", filled(form.url), filled("https://other.example/abuse"), 2],
  ])("%s", (_, question, one, other, count) => {
    expect(gather([asks(question, "TD-1", one), asks(question, "TD-2", other)])).toHaveLength(count);
  });

  test("is every form that is to be filled in, whoever's it is and whether its cases wait for it or not", () => {
    const wants = (id: string, spoilt: Partial<Review>): Case => {
      const state = asks("form-only", id);
      return { ...state, reviews: state.reviews.map((review) => ({ ...review, ...spoilt })) };
    };
    const byLetter = { forms: [form], noticeId: sent.id };
    const blocking = wants("TD-1", { forms: [form], blocking: true });
    expect(gather([blocking, wants("TD-2", { forms: [form], blocking: false })])).toHaveLength(1);
    expect(gather([blocking, wants("TD-2", byLetter), wants("TD-3", { noticeId: sent.id })])).toHaveLength(1);
    const text = reviewsText([blocking, wants("TD-2", { forms: [form] })]);
    expect(text).toContain(`form: ${form.url.replace("https", "hxxps").replace("report.example", "report[.]example")}`);
    expect(text.match(/TD-[12] \| .* \| .* \| seen /g)).toHaveLength(2);
  });

  describe("at an escalation path's end where no desk is only silent", () => {
    const answeredBy = (email: string): Partial<Case> => ({
      notices: [{ ...sent, to: { ...sent.to, email }, answer: "refused", answeredAt: told.openedAt }],
    });
    const ended = (id: string, spoilt: Partial<Case>, blocking = false): Case => {
      const state = asks("unanswered", id, spoilt);
      return { ...state, reviews: state.reviews.map((review) => ({ ...review, blocking })) };
    };
    const [one, other] = [answeredBy("abuse@one.example"), answeredBy("abuse@other.example")];

    test("is one list while the cases go on beside it, whichever desks they are", () => {
      const cases = [ended("TD-1", one), ended("TD-2", other), ended("TD-3", { notices: [] })];
      expect(gather(cases)).toHaveLength(1);
    });

    test("is none with a silent desk's, and each desk's own once a case waits", () => {
      expect(gather([ended("TD-1", one), asks("unanswered", "TD-2")])).toHaveLength(2);
      expect(gather([ended("TD-1", one, true), ended("TD-2", other, true)])).toHaveLength(2);
      expect(gather([ended("TD-1", one, true), ended("TD-2", one, true)])).toHaveLength(1);
    });

    test("says of each case why it is asked about", () => {
      const second = ended("TD-2", other);
      const reviews = second.reviews.map((review) => ({ ...review, reason: "Its desk refuses." }));
      expect(reviewsText([ended("TD-1", one), { ...second, reviews }])).toContain(
        `TD-2@${second.version}  phishing  shop[.]bad[.]example  Its desk refuses.`,
      );
    });
  });

  test("is whether what was closed is there again: one list, a line for each with its reporter and its address", () => {
    const closed = { closed: { at: told.openedAt, outcome: "removed", askedAgain: true } } as const;
    const cases = [asks("may-be-back", "TD-1", closed), asks("may-be-back", "TD-2", { ...closed, target: elsewhere })];
    expect(gather(cases)).toHaveLength(1);
    const lines = reviewsText(cases).split("\n").slice(-2);
    expect(lines).toEqual(lines.toSorted());
    expect(lines[1]).toMatch(/^ {2}.+ \| TD-2 \| b\[\.\]shop\[\.\]bad\[\.\]example \| removed \d{4}-\d\d-\d\d$/);
  });

  test("stands once in the list, with each case and its version", () => {
    const text = reviewsText([asks("unanswered", "TD-1"), asks("unanswered", "TD-2")]);
    expect(text).toContain("(2 cases)");
    const about = "phishing  shop[.]bad[.]example";
    expect(text).toContain(`TD-1@${told.version}  ${about}\n  TD-2@${told.version}  ${about}`);
    expect(reviewsText([])).toBe("Nothing waits for a person.");
  });
});

describe("one answer for all", () => {
  const asked = async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [] }));
    await flow.report(nativeMessage());
    const state = await flow.onlyCase();
    const row = { caseId: state.id, reviewId: state.reviews[0]?.id ?? "", version: state.version };
    return { flow, row };
  };
  const given = { verdict: { decision: "close", outcome: "decided" }, by: "jane", why: "It is seen." } as const;

  test("is recorded where the case is as it was seen, and the rest goes through", async () => {
    const { flow, row } = await asked();
    const rows = await recordForAll(flow.work, [{ ...row, caseId: "TD-0000-0000-0000" }, row, row], given);
    expect(rows.map(rowText)).toEqual([
      "TD-0000-0000-0000  not recorded: there is no such case",
      `${row.caseId}  shop[.]bad[.]example  recorded; it takes effect at 24 Nov 2026, 10:01:00 UTC, until then: ` +
        `takedown take-back ${row.caseId}@${morning}`,
      `${row.caseId}  shop[.]bad[.]example  not recorded: jane has decided it; that takes effect at ` +
        "24 Nov 2026, 10:01:00 UTC",
    ]);
  });

  test("is not taken by a case that has changed since", async () => {
    const { flow, row } = await asked();
    const [taken] = await recordForAll(flow.work, [{ ...row, version: row.version - 1 }], given);
    expect(taken?.taken).toEqual({ ok: false, error: { kind: "changed-since" } });
    expect((await flow.onlyCase()).closed).toBeUndefined();
  });
});

test("one answer for many is none to a question of one case alone", async () => {
  const flow = aFlow({ protectedDomains: ["bad.example"] });
  await flow.report(nativeMessage());
  const { id, version, reviews } = await flow.theCase();
  const seen = { caseId: id, reviewId: reviews[0]?.id ?? "", version };
  const rows = [seen, { ...seen, caseId: "TD-AAAA-AAAA-AAAA" }];
  expect(reviews.map(({ question }) => question)).toEqual(["protected-target"]);
  const given = { verdict: { decision: "close", outcome: "dismissed" }, by: "ann", why: "all of them" } as const;
  const [row] = await recordForAll(flow.work, rows, given);
  expect(row?.taken).toMatchObject({ ok: false, error: { kind: "not-an-answer" } });
  expect((await flow.theCase()).closed).toBeUndefined();
});
