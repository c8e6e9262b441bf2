import { describe, expect, test } from "vitest";
import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { aCandidate } from "../support/a-case.ts";
import { aReportedStory, aStory, classifiedAbuse, nativeMessage, statusMessage } from "../support/a-flow.ts";

const network = aCandidate();
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const cert = aCandidate({ email: "reports@cert.example", scope: "cert", source: "directory" });
const hotline = aCandidate({ email: "ntd@hotline-abroad.example", scope: "hotline", source: "directory" });

test("a report on its way to the host becomes a case, finds its contact, and the host is told once", async () => {
  const flow = aStory();
  expect(await flow.report(nativeMessage())).toBe("done");
  expect(flow.told()).toEqual(["abuse@network.example"]);
  const state = await flow.theCase();
  expect(state.notices.map(({ step, state: sent }) => [step, sent])).toEqual([["first", "sent"]]);
});

test("silence tells nobody twice as a first or an escalation, however long it lasts", async () => {
  const flow = await aReportedStory({ contacts: { candidates: [network, { ...network, scope: "upstream" }, cert] } });
  await flow.pass({ hours: 24 * 8 });
  const asks = (await flow.theCase()).notices.filter(({ step }) => step !== "reminder").map(({ to }) => to.email);
  expect(asks).toEqual([network.email, cert.email]);
});

test("silence sends each reminder once, though the sweep ran twice at the same minute", async () => {
  const flow = await aReportedStory();
  await flow.pass({ hours: 24 });
  await Promise.all([flow.sweepNow(), flow.sweepNow()]);
  await flow.pass({ minutes: 16 });
  await Promise.all([flow.sweepNow(), flow.sweepNow()]);
  expect(flow.told()).toEqual([network.email, network.email]);
});

describe("child abuse material", () => {
  const report = nativeMessage(classifiedAbuse);

  test("is told to the host and to its country's hotline at once, never to the site or the registrar", async () => {
    const flow = aStory();
    const site = aCandidate({ email: "owner@elsewhere.example", scope: "site" });
    flow.contacts(() => ({ candidates: [site, network, hotline, registrar] }));
    await flow.report(report);
    expect(flow.told().sort()).toEqual([network.email, hotline.email].sort());
    await flow.pass({ hours: 24 * 10 });
    expect(flow.told()).not.toContain(site.email);
    expect(flow.told()).not.toContain(registrar.email);
  });

  test("without a contact is before a person within minutes", async () => {
    const flow = aStory();
    flow.contacts(() => ({
      candidates: [],
      retry: true,
      failures: [{ source: "rdap", outcome: "silent", detail: "timeout" }],
    }));
    await flow.report(report);
    await flow.pass({ minutes: 8 });
    expect(await flow.questions()).toEqual(["no-contact"]);
  });

  test("goes out at night and on a weekend", async () => {
    const flow = aStory();
    await flow.pass({ hours: 24 * 4 + 16 });
    expect(new Date(flow.now()).getUTCDay()).toBe(0);
    await flow.report(report);
    expect(flow.mails).toHaveLength(1);
  });
});

describe("an uncertain send", () => {
  test("is never repeated by itself, and after 15 minutes a person is asked", async () => {
    const flow = aStory();
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.report(nativeMessage());
    await flow.pass({ hours: 20 });
    expect(flow.mails).toHaveLength(1);
    expect(await flow.questions()).toEqual(["unknown-send"]);
  });

  test("goes out a second time only by a person's word", async () => {
    const flow = aStory();
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.report(nativeMessage());
    await flow.pass({ minutes: 16 });
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-again" }));
    await flow.decides({ verdict: { decision: "send-again" } });
    expect(flow.mails.map(({ attemptId }) => attemptId.slice(-2))).toEqual(["_1", "_2"]);
    expect((await flow.theCase()).notices[0]?.state).toBe("sent");
  });

  test("evidence about the first attempt stops a second that a person asked for and that isn't out yet", async () => {
    const flow = aStory();
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.report(nativeMessage());
    await flow.pass({ minutes: 16 });
    const { id, reviews, notices } = await flow.theCase();
    await recordVerdict(
      { ...flow.work, dropHint: async () => {} },
      {
        caseId: id,
        reviewId: reviews[0]?.id ?? "",
        verdict: { decision: "send-again" },
        by: "on-call",
        why: "no trace of it",
      },
    );
    await takeInDelivery(
      flow.work,
      JSON.stringify({
        eventType: "Send",
        mail: { messageId: "ses-late", timestamp: flow.now(), tags: { attempt: [notices[0]?.attemptId] } },
      }),
    );
    await flow.pass({ minutes: 30 });
    expect([flow.mails.length, (await flow.theCase()).notices[0]?.state]).toEqual([1, "sent"]);
  });

  test("a definite no is tried again later, under a new attempt", async () => {
    const flow = aStory();
    let asked = 0;
    flow.sesSays(() =>
      asked++ < 3
        ? { kind: "declined", code: "Throttling", final: false }
        : { kind: "accepted", sesMessageId: "ses-4" },
    );
    await flow.report(nativeMessage());
    await flow.pass({ hours: 2 });
    expect(flow.mails).toHaveLength(4);
    expect((await flow.theCase()).notices[0]?.state).toBe("sent");
  });
});

describe("input that is no report", () => {
  test.each([
    ["malformed JSON", "{", "(message)"],
    ["a wrong type", nativeMessage({ seenAt: 7 }), "seenAt"],
    ["an unknown category", nativeMessage({ category: "spam" }), "category"],
    ["an unknown envelope", JSON.stringify({ Records: [] }), "(message)"],
    ["a mebibyte of text", "not a report. ".repeat(74_899), "(message)"],
    ["a private address", nativeMessage({ target: { url: "http://10.0.0.1/" } }), "target.url"],
    ["a javascript URL", nativeMessage({ target: { url: "javascript:alert(1)" } }), "target.url"],
    ["a file URL", nativeMessage({ target: { url: "file:///etc/passwd" } }), "target.url"],
    ["a URL with a user name", nativeMessage({ target: { url: "https://bank.example@bad.example/" } }), "target.url"],
    ["a numeric host", nativeMessage({ target: { url: "http://3221225985/" } }), "target.url"],
    ["an unknown reporter", nativeMessage({ reporter: "stranger" }), "reporter"],
    ["two targets", nativeMessage({ target: { url: "https://a.example/", host: "a.example" } }), "target"],
    ["a field that is none", nativeMessage({ prority: 1 }), "prority"],
  ])(
    "%s is before a person with the field's name, the text is kept whole, and the message is done",
    async (_, text, field) => {
      const flow = aStory();
      expect(await flow.report(text)).toBe("done");
      expect(await flow.report(text)).toBe("done");
      const entry = await flow.onlyEntry();
      expect(entry).toMatchObject({ field, messages: 1, reviews: [{ question: "not-taken-in" }] });
      expect(await flow.store.messageOf(entry.id, 1)).toBe(text);
      expect(flow.mails).toHaveLength(0);
    },
  );

  test("what may be the content itself is neither kept nor shown", async () => {
    const flow = aStory();
    const image = Buffer.from("an image that nobody may keep ".repeat(40)).toString("base64");
    await flow.report(nativeMessage({ evidence: { explanation: "Seen.", attachment: image } }));
    const kept = (await flow.store.messageOf((await flow.onlyEntry()).id, 1)) ?? "";
    expect(kept).toContain("characters left out: they may be content");
    expect(kept).not.toContain(image.slice(0, 40));
    expect(kept).toContain("Seen.");
  });

  test("a page said to be seen tomorrow is before a person: a desk would search its logs at a wrong hour", async () => {
    const flow = aStory();
    await flow.report(nativeMessage({ seenAt: plusHours(flow.now(), 24) }));
    expect(await flow.onlyEntry()).toMatchObject({ field: "seenAt" });
    expect(flow.mails).toHaveLength(0);
  });

  test("a status that overtook its report is kept on the queue, and only in the end asks a person", async () => {
    const flow = aStory();
    const status = statusMessage("gone", flow.now());
    expect(await flow.report(status)).toBe("later");
    await flow.report(nativeMessage());
    expect(await flow.report(status)).toBe("done");
    expect(await flow.outcome()).toBe("gone");
  });
});
