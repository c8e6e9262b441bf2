import { describe, expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
import { givenAtMost, noticesAtMost, noticesWithCorrections } from "../../functions/case/bounds.ts";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent, EventOf } from "../../functions/case/event.ts";
import { beginTarget } from "../../functions/case/evolve/report.ts";
import { evolveTarget } from "../../functions/case/evolve.ts";
import { letterCharacters, lettersWaitingAtMost } from "../../functions/case/letter.ts";
import { questions } from "../../functions/case/question.ts";
import { boundedAnswer } from "../../functions/contact/bounded-answer.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { correctCase } from "../../functions/review/correct.ts";
import { holdCase } from "../../functions/review/hold.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { newCaseKey, sealState } from "../../functions/store/table/sealed.ts";
import { aConsole } from "../console/a-console.ts";
import { aCandidate, anAnswer, anOpening, aReport, aSettings, morning } from "../support/a-case.ts";
import { aFlow, statusMessage } from "../support/a-flow.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";

/*
 * DynamoDB holds 400 KB in an item (Service quotas). A case in which everything stands
 * that others can bring about, in signs that deflate to nothing, stays below 360,000 bytes as it is
 * sealed.
 */
const itemBytesAtMost = 360_000;

let seed = 1;
const random = (below: number): number => {
  seed = (seed * 48271) % 0x7fffffff;
  return seed % below;
};
/** Of letters that are three bytes each, or of those that hashes and addresses are written in. */
const signs = (length: number, sign: () => string): string => {
  let text = "";
  for (let n = 0; n < length; n++) text += sign();
  return text;
};
const ideographs = (length: number): string => signs(length, () => String.fromCharCode(0x4e00 + random(20_000)));
const letters = (length: number): string =>
  signs(length, () => "abcdefghijklmnopqrstuvwxyz0123456789".charAt(random(36)));
const mailbox = (): string => `${letters(60)}@${letters(60)}.${letters(60)}.${letters(60)}.example`;

const oneOfEach = { delivered: 1, bounced: 1, answered: 1, acted: 1, unanswered: 1 };
const aLargeCandidate = (spoilt: Partial<Candidate> = {}): Candidate =>
  aCandidate({
    email: mailbox(),
    name: ideographs(300),
    server: `${letters(60)}.${letters(60)}.example`,
    range: letters(500),
    remarks: Array.from({ length: 20 }, () => ideographs(500)),
    record: { ...oneOfEach, minutesToAnswer: 1234, minutesToRemoval: 1234 },
    ...spoilt,
  });
const form = () => ({
  url: `https://${letters(60)}.example/${letters(430)}`,
  scope: "network" as const,
  name: ideographs(300),
});

const reporters = Array.from({ length: 200 }, (_, n) => `${letters(37)}${n}`);
const settings = aSettings({
  reporters: settingsSchema.shape.reporters.parse([
    { id: "hotline", organisation: "Example Hotline", contact: "desk@hotline.example" },
    ...reporters.slice(1).map((id) => ({ id, organisation: "x", contact: "x@reporter.example" })),
  ]),
});
const policy = policyOf(settings);

const asTarget = (state: Case): Case => {
  if (state.kind !== "case") throw new Error("a case");
  return state;
};

const makeFullCase = (): Case => {
  const at = morning;
  const evidence = {
    explanation: ideographs(2000),
    reproduce: ideographs(1000),
    imitates: ideographs(500),
    legitimateSite: `https://x.example/${letters(2000)}`,
    hashes: Array.from({ length: 50 }, () => `photodna:${letters(1990)}`),
    redirects: Array.from({ length: 10 }, () => `https://x.example/${ideographs(126)}`),
    rightNumber: ideographs(200),
    credentialFields: Array.from({ length: 10 }, () => ideographs(64)),
    submissionUrl: `https://x.example/${ideographs(480)}`,
  };
  // The longest URL that the schema takes, of signs that the parser writes as nine each.
  const target = () => {
    const written = `https://shop.bad.example/${ideographs(8100)}`;
    return { kind: "url", url: new URL(written).href, host: "shop.bad.example", written } as const;
  };
  // Of these only how they are written stands in the case.
  const joined = (length: number) =>
    ({
      kind: "url",
      url: "https://shop.bad.example/x",
      host: "shop.bad.example",
      written: `https://shop.bad.example/${ideographs(length)}`,
    }) as const;
  const opening = anOpening({ category: "ncii", evidence, target: target() });
  const facts: CaseEvent[] = [];
  for (const reporter of reporters.slice(1)) {
    facts.push({
      type: "joined",
      at,
      report: aReport({ reporter, reportId: letters(200), evidence, target: joined(8100) }),
      notifiers: [{ organisation: letters(80), contact: `${letters(40)}@reporter.example` }],
    });
    facts.push({ type: "joined", at, report: aReport({ reporter, reportId: letters(200), target: joined(900) }) });
    const says = (status: EventOf<"status">["message"]["status"], more: object, note: object = {}) =>
      facts.push({
        type: "status",
        at,
        stood: true,
        ...more,
        message: {
          kind: "status",
          reporter,
          reportId: letters(200),
          status,
          at: plusMinutes(at, random(9_999_999)),
          ...note,
        },
      });
    for (const status of ["still-up", "release", "hold"] as const) says(status, {}, { note: ideographs(1000) });
    for (const status of ["gone", "withdrawn"] as const) says(status, { toldTo: "TD-0000-0000-0002" });
  }
  facts.push({
    type: "contact-answered",
    at,
    answer: boundedAnswer(
      anAnswer({
        candidates: Array.from({ length: 300 }, () => aLargeCandidate()),
        forms: Array.from({ length: 50 }, form),
        failures: Array.from({ length: 300 }, () => ({
          source: "rdap",
          server: `${ideographs(300)}`,
          outcome: "silent" as const,
          detail: ideographs(900),
        })),
        addresses: Array.from({ length: 300 }, (_, n) => `2001:db8::${n.toString(16)}`),
      }),
    ),
  });
  for (let n = 0; n < noticesWithCorrections - lettersWaitingAtMost; n++) {
    const noticeId = `${n % 3}-first-${letters(10)}-${n}`;
    const attemptId = `TD-0000-0000-0001_${noticeId}_1`;
    facts.push(
      {
        type: "notice-queued",
        at,
        noticeId,
        level: n % 3,
        step: "first",
        to: aLargeCandidate(),
        notBefore: plusMinutes(at, random(999_999)),
      },
      {
        type: "send-claimed",
        at: plusMinutes(at, random(999_999)),
        noticeId,
        attemptId,
        subject: letters(250),
        renderHash: letters(64),
        recipientHash: letters(64),
      },
      { type: "sent", at, noticeId, attemptId, sesMessageId: letters(60) },
      { type: "bounced", at, noticeId, permanent: true, detail: ideographs(1000) },
      {
        type: "replied",
        at: plusMinutes(at, random(999_999)),
        noticeId,
        replyClass: "unclear",
        authenticated: false,
        mailHash: letters(64),
        said: ideographs(4000),
        ticket: letters(60),
        messageId: `<${letters(100)}@${letters(100)}>`,
      },
    );
    const asks = { type: "asked", at, blocking: false, noticeId } as const;
    const reason = `The desk says that the host is not theirs but ${ideographs(80)}'s.`;
    if (n < noticesAtMost)
      facts.push(
        { ...asks, reviewId: `reply.${n}.${noticeId}`, question: "reply", reason },
        {
          ...asks,
          reviewId: `form-only.${n}.${noticeId}`,
          question: "form-only",
          reason: letters(80),
          forms: [form()],
        },
      );
  }
  for (let n = 0; n < lettersWaitingAtMost; n++)
    facts.push({
      type: "notice-queued",
      at,
      noticeId: `0-letter-${letters(10)}-${letters(8)}`,
      level: 0,
      step: "letter",
      to: aLargeCandidate(),
      notBefore: at,
      letter: { about: `0-first-${letters(10)}-0`, by: letters(60), text: ideographs(letterCharacters) },
      why: ideographs(1000),
    });
  for (let n = 0; n < 5; n++) facts.push({ type: "corrected", at, by: "jane", why: "", explanation: ideographs(2000) });
  for (const question of questions)
    if (question !== "held")
      facts.push({
        type: "asked",
        at,
        reviewId: `${question}.1`,
        question,
        blocking: true,
        reason: ideographs(900),
        forms: Array.from({ length: 20 }, form),
      });
  for (const [n, question] of questions.entries()) {
    const reviewId = `${question}.1`;
    const verdict = { decision: "send-to", email: `${letters(60)}@${letters(180)}.example` } as const;
    const given = { reviewId, verdict, by: letters(200), why: ideographs(1000), takesEffectAt: plusMinutes(at, 1) };
    facts.push({ type: "verdict-given", at, ...given });
    if (n >= givenAtMost) facts.push({ type: "verdict-dropped", at, reviewId, why: ideographs(900) });
  }
  for (let n = 0; n < 300; n++)
    facts.push({
      type: "held",
      at: plusMinutes(at, n),
      by: `person ${n}`,
      why: ideographs(1000),
      ...(n % 2 && { until: plusMinutes(at, 60_000 + n) }),
    });
  return asTarget(facts.reduce<Case>(evolveTarget, beginTarget(opening)));
};

let fullCase: Case | undefined;
/** The same for all tests: a state is never changed, and to make this one takes long. */
const aFullCase = (): Case => {
  fullCase ??= makeFullCase();
  return fullCase;
};

const sealedBytes = async (state: Case): Promise<number> => {
  const sealed = sealState(state, { master: await masterKeys(), caseKey: newCaseKey() });
  return "sealed" in sealed ? sealed.sealed.length : Buffer.byteLength(sealed.state);
};

const newTable = aTableServer();

describe("a case in which all stands that others can bring about", () => {
  test("stays far below what an item holds, and still lists what is many in part", async () => {
    const full = aFullCase();
    expect(full).toMatchObject({ reports: 1 + 2 * 199, hashesLeftOut: 40 });
    expect([full.reporters.length, full.notices.length, Object.keys(full.lastSaid ?? {}).length]).toEqual([
      200,
      noticesWithCorrections,
      199,
    ]);
    expect(full.holds.filter(({ by }) => reporters.includes(by))).toHaveLength(199);
    expect(await sealedBytes(full)).toBeLessThan(itemBytesAtMost);
  });

  test("has a page that Lambda gives back (6 MB)", async () => {
    const console = aConsole({ settings });
    const full = aFullCase();
    await console.store.commit({ next: { ...full, version: 1 }, events: [], at: morning });
    const { status, text } = await console.get(`/cases/${full.id}`);
    expect(status).toBe(200);
    expect(Buffer.byteLength(JSON.stringify({ body: text }))).toBeLessThan(1_500_000);
    expect(text).toContain(`<summary>${noticesWithCorrections - 20} earlier notices</summary>`);
    expect(text).toContain("more contacts were named than are kept");
  });

  test("takes a hold, a withdrawal, a person's verdict and its end", async () => {
    const { client, name } = await newTable();
    const store = dynamoCaseStore(client, name, masterKeys);
    const full = aFullCase();
    const opened = { ...full, version: 1, holds: [], withdrawn: [], standing: { ...full.standing, hotline: 1 } };
    await store.commit({ next: opened, events: [], at: morning, reportKeys: ["hotline/r-1"] });
    const { work, takeIn } = aFlow({ reporters: settings.reporters }, { store });
    const read = async () => asTarget((await store.read(full.id)) ?? full);

    expect((await holdCase(work, { caseId: full.id, by: "on-call", why: "The police ask for it." })).ok).toBe(true);
    expect(await takeIn(statusMessage("hold", plusMinutes(morning, 1), { note: ideographs(1000) }))).toBe("done");
    expect((await read()).holds.map(({ by }) => by)).toEqual(["on-call", "hotline"]);
    expect(await takeIn(statusMessage("withdrawn", plusMinutes(morning, 2)))).toBe("done");
    expect((await read()).withdrawn).toContain("hotline");
    const other = (await read()).reviews.find(({ question }) => question === "beside-dns");
    const verdict = { decision: "close", outcome: "decided" } as const;
    const end = { caseId: full.id, reviewId: other?.id ?? "", verdict, by: "jane", why: "Enough." };
    expect((await recordVerdict(work, end)).ok).toBe(true);
    expect((await read()).closed?.outcome).toBe("decided");
  }, 30_000);
});

describe("a case is bounded where others could go on for ever", () => {
  test("a reporter who takes back and reports again adds no notice", () => {
    const report = aReport({ category: "phishing" });
    const standard = policyOf(aSettings({ digests: true }));
    const looked = { type: "contact-answered", at: morning, answer: anAnswer() } as const;
    let state: Case = advance(beginTarget(anOpening()), [looked], standard, morning).next;
    for (let n = 0; n < 50; n++) {
      const said = {
        reporter: "hotline",
        reportId: `r-${n}`,
        status: "withdrawn",
        at: plusMinutes(morning, n),
      } as const;
      const message = { kind: "status", ...said } as const;
      state = advance(state, [{ type: "status", at: morning, stood: true, message }], standard, morning).next;
      const again = { type: "joined", at: morning, report: { ...report, reportId: `r-${n + 1}` } } as const;
      state = advance(state, [again], standard, morning).next;
    }
    const { notices } = asTarget(state);
    expect(notices.length).toBeLessThan(3);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
  });

  test("a correction that would be the hundredth mail of many is refused", async () => {
    const { client, name } = await newTable();
    const store = dynamoCaseStore(client, name, masterKeys);
    const full = aFullCase();
    await store.commit({ next: { ...full, version: 1 }, events: [], at: morning });
    const work = { store, policyOf: policy, clock: { now: () => morning }, dropHint: async () => {} };
    const words = { by: "jane", why: "It was wrong.", explanation: "This is right." };
    expect(await correctCase(work, { caseId: full.id, ...words })).toMatchObject({
      ok: false,
      error: { kind: "refused", reason: expect.stringContaining("withdrawn and made anew") },
    });
  });

  test("of more than forty holds persons' oldest become one; reporters lift theirs", () => {
    const full = aFullCase();
    const persons = full.holds.filter(({ by }) => by.startsWith("person"));
    expect(persons.length).toBeLessThan(40);
    expect(persons.some(({ until }) => until === undefined)).toBe(true);
    const [reporter = ""] = reporters.slice(5);
    const lifted = evolveTarget(full, {
      type: "status",
      at: morning,
      stood: true,
      message: { kind: "status", reporter, reportId: "x", status: "release", at: morning },
    });
    expect(asTarget(lifted).holds.map(({ by }) => by)).not.toContain(reporter);
    expect(asTarget(lifted).holds).toHaveLength(full.holds.length - 1);
  });
});
