import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { noticeTextOf } from "../../functions/console/case/notice-text.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { correctCase, foreseeCorrection } from "../../functions/review/correct.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import type { OutgoingMail } from "../../functions/send/send-port.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";
import { caseIdOf } from "../support/case-ids.ts";

const network = aCandidate();
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
const given = {
  by: "jane",
  why: "The reporter mistook the bank.",
  explanation: "It copies the page of another bank, Second Bank.",
};

const wordsOf = async (mail: OutgoingMail | undefined) =>
  ((await PostalMime.parse(mail?.mime ?? "")).text ?? "").replace(/\s+/g, " ");

const aToldStory = async () => {
  const flow = await aReportedFlow({ contacts: { candidates: [network, upstream] } });
  const { id: caseId } = await flow.theCase();
  return {
    ...flow,
    caseId,
    corrects: (spoilt: object = {}) => correctCase(flow.work, { caseId, ...given, ...spoilt }),
  };
};

describe("a correction", () => {
  test("goes to all who had the notice, with what is right; who, why and what stand in the history", async () => {
    const story = await aToldStory();
    await story.pass({ hours: 49 });
    expect((await story.corrects()).ok).toBe(true);
    await story.run();
    await story.pass({ hours: 1 });
    const corrections = story.mails.slice(-2);
    expect(corrections.map(({ recipient }) => recipient).sort()).toEqual([network.email, upstream.email]);
    for (const { mime } of corrections) {
      const { subject, text } = await PostalMime.parse(mime);
      expect(subject).toContain("CORRECTION");
      expect(text?.replace(/\s+/g, " ")).toContain(given.explanation);
    }
    const events = (await story.store.history(story.caseId))
      .flatMap((line) => line.events)
      .filter(({ type }) => type === "corrected");
    expect(events).toEqual([{ type: "corrected", at: expect.any(String), ...given }]);
  });

  test("is foreseen as the very mails that go out, and to whom", async () => {
    const story = await aToldStory();
    await story.pass({ hours: 49 });
    const { work, sending } = story;
    const state = await story.theCase();
    const seen = foreseeCorrection(state, { caseId: story.caseId, ...given }, work.policyOf, work.clock.now());
    if (!seen.ok) throw new Error(seen.error.reason);
    // The host is looked up afresh before a mail goes, and the mail says when that was.
    const words = (text: string) =>
      text
        .replace(/\s+/g, " ")
        .replace(/\(DNS, [\d :-]+ UTC\)/, "")
        .trim();
    const textOf = noticeTextOf(sending.settings, work.clock, "eu-central-1");
    const shown = await Promise.all(
      seen.value.mails.map(async ({ id, to }) => {
        const mail = await textOf(seen.value.next, id);
        return [to.email, mail.ok && mail.value.subject, mail.ok && words(mail.value.text)];
      }),
    );
    expect(await story.theCase()).toEqual(state);
    await story.corrects({ seen: seen.value.seen });
    await story.run();
    await story.pass({ hours: 1 });
    const sent = await Promise.all(
      story.mails.slice(-2).map(async (mail) => {
        const { subject } = await PostalMime.parse(mail.mime);
        return [mail.recipient, subject, words(await wordsOf(mail))];
      }),
    );
    expect(shown).toHaveLength(2);
    expect(shown.toSorted()).toEqual(sent.toSorted());
  });

  test("that comes while the first notice is written has it written anew", async () => {
    const flow = aFlow();
    flow.work.dropHint = async () => {};
    await flow.report(nativeMessage());
    const { id: caseId } = await flow.theCase();
    await flow.lookUp(caseId);
    const compose: typeof composeNotice = async (request) => {
      const composed = await composeNotice(request);
      await correctCase(flow.work, { caseId, ...given });
      return composed;
    };
    await sendHinted(
      { ...flow.sending, dropHint: async (to, _, hint) => void flow.hints.push({ to, hint }), compose },
      { caseId },
    );
    await flow.run();
    expect(flow.mails).toHaveLength(1);
    expect(await wordsOf(flow.mails[0])).toContain(given.explanation);
  });

  test("that comes while a mail about several cases is written has it written anew, with what is right", async () => {
    const flow = aFlow({ digests: true });
    const page = (number: number) =>
      nativeMessage({ reportId: `r-${number}`, target: { url: `https://shop.bad.example/page-${number}` } });
    for (const number of [1, 2, 3]) await flow.report(page(number));
    const caseId = caseIdOf("report hotline/r-1");
    const compose: typeof composeNotice = async (request) => {
      const composed = await composeNotice(request);
      await correctCase(flow.work, { caseId, ...given });
      return composed;
    };
    flow.sending.compose = compose;
    await flow.pass({ hours: 1 });
    const mails = await Promise.all(flow.mails.map(wordsOf));
    expect(mails).toEqual([expect.stringContaining(given.explanation)]);
    const state = await flow.store.read(caseId);
    expect(state?.kind === "case" && state.notices.map(({ step, state: come }) => `${step} ${come}`)).toEqual([
      "first sent",
    ]);
  });

  test("given twice is told once; another one is told again", async () => {
    const story = await aToldStory();
    await story.corrects();
    await story.corrects();
    await story.pass({ minutes: 2 });
    expect(story.mails).toHaveLength(2);
    await story.corrects({ explanation: "It copies the page of Third Bank." });
    await story.pass({ minutes: 6 });
    expect((await story.theCase()).notices.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "first sent",
      "correction sent",
      "correction sent",
    ]);
  });

  test("of a correction says when that one went out, and what was wrong with it", async () => {
    const story = await aToldStory();
    await story.corrects();
    await story.pass({ minutes: 11 });
    await story.corrects({ explanation: "It copies the page of Third Bank." });
    await story.pass({ minutes: 6 });
    const { sentAt = "" } = (await story.theCase()).notices[1] ?? {};
    const third = await wordsOf(story.mails[2]);
    expect(third).toContain(`our notice of ${sentAt.slice(0, 10)} ${sentAt.slice(11, 19)} UTC`);
    expect(third).toContain(`Earlier reason (incorrect): ${given.explanation}`);
  });

  test("tells each desk what was wrong in its own last notice", async () => {
    const story = await aToldStory();
    await story.pass({ minutes: 7 });
    await story.corrects();
    await story.pass({ hours: 49 });
    await story.corrects({ explanation: "It copies the page of Third Bank." });
    await story.corrects({ explanation: "It copies the page of Fourth Bank." });
    await story.pass({ minutes: 6 });
    const last = story.mails.slice(-2);
    expect(last.map(({ recipient }) => recipient).sort()).toEqual([network.email, upstream.email]);
    for (const text of await Promise.all(last.map(wordsOf)))
      expect(text).toContain(`Earlier reason (incorrect): ${given.explanation}`);
  });
});
