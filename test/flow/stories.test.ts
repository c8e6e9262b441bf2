import { describe, expect, test } from "vitest";
import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { aCandidate } from "../support/a-case.ts";
import { aStory, nativeMessage, statusMessage } from "../support/a-flow.ts";

const network = aCandidate();
const second = aCandidate({ email: "noc@network.example", confidence: "medium" });
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const cert = aCandidate({ email: "reports@cert.example", scope: "cert", source: "directory" });
const hotline = aCandidate({ email: "ntd@hotline-abroad.example", scope: "hotline", source: "directory" });
const all = { candidates: [network, upstream, registrar, cert] };

describe("a report on its way to the host", () => {
  test("becomes a case, finds its contact, and the host is told once", async () => {
    const flow = aStory();
    expect(await flow.report(nativeMessage())).toBe("done");
    expect(flow.told()).toEqual(["abuse@network.example"]);
    const state = await flow.theCase();
    expect(state.notices.map(({ step, state: sent }) => [step, sent])).toEqual([["first", "sent"]]);
  });

  test("goes out in the host country's language and English, and its history says which", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    const events = (await flow.store.history((await flow.theCase()).id)).flatMap((line) => line.events);
    expect(events.find(({ type }) => type === "send-claimed")).toMatchObject({ languages: ["nl", "en"] });
  });

  test("delivered by the queue twice, is one report and one mail", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.report(nativeMessage());
    expect(flow.mails).toHaveLength(1);
    expect((await flow.theCase()).reports).toBe(1);
  });

  test("on the same target as another's is the same case, with two reporters and one mail", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-9" }));
    const state = await flow.theCase();
    expect([state.reporters, state.reports, flow.mails.length]).toEqual([["hotline", "cert"], 2, 1]);
  });

  test("is found again by the sweep when its hint was lost", async () => {
    const flow = aStory();
    const dropped = flow.work.dropHint;
    flow.work.dropHint = async () => {};
    await flow.report(nativeMessage());
    expect(flow.mails).toHaveLength(0);
    flow.work.dropHint = dropped;
    await flow.pass({ minutes: 22 });
    expect(flow.mails).toHaveLength(1);
  });
});

describe("silence", () => {
  test("is reminded after a day, and climbs after two, four and six; at its end a person is asked", async () => {
    const flow = aStory();
    flow.contacts(() => all);
    await flow.report(nativeMessage({ target: { url: "https://bad.example/login" } }));
    await flow.pass({ hours: 23 });
    expect(flow.told()).toEqual([network.email]);
    await flow.pass({ hours: 2 });
    expect(flow.told()).toEqual([network.email, network.email]);
    await flow.pass({ hours: 24 });
    expect(flow.told().slice(2)).toEqual([upstream.email]);
    await flow.pass({ hours: 49 });
    expect(flow.told()).toContain(registrar.email);
    await flow.pass({ hours: 49 });
    expect(flow.told()).toContain(cert.email);
    await flow.pass({ hours: 48 });
    const state = await flow.theCase();
    expect(state.reviews.map(({ question }) => question)).toEqual(["unanswered"]);
    expect(state.notices.filter(({ step }) => step === "escalation").map(({ to }) => to.scope)).toEqual([
      "upstream",
      "registrar",
      "cert",
    ]);
  });

  test("tells nobody twice as a first or an escalation, however long it lasts", async () => {
    const flow = aStory();
    flow.contacts(() => ({ candidates: [network, { ...network, scope: "upstream" }, cert] }));
    await flow.report(nativeMessage());
    await flow.pass({ hours: 24 * 8 });
    const asks = (await flow.theCase()).notices.filter(({ step }) => step !== "reminder").map(({ to }) => to.email);
    expect(asks).toEqual([network.email, cert.email]);
  });

  test("sends each reminder once, though the sweep ran twice at the same minute", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.pass({ hours: 24 });
    await Promise.all([flow.sweepNow(), flow.sweepNow()]);
    await flow.pass({ minutes: 16 });
    await Promise.all([flow.sweepNow(), flow.sweepNow()]);
    expect(flow.told()).toEqual([network.email, network.email]);
  });

  test("tells on-call of a new question once", async () => {
    const flow = aStory();
    flow.contacts(() => ({ candidates: [] }));
    await flow.report(nativeMessage());
    await flow.pass({ hours: 3 });
    expect(flow.news).toHaveLength(1);
    expect(flow.news[0]?.cases[0]?.question).toBe("no-contact");
  });
});

describe("child abuse material", () => {
  const report = nativeMessage({
    category: "csam",
    evidence: { classification: "baseline", detectedBy: "manual-review" },
  });

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

  test("waits for the police where the hosting country's row says so", async () => {
    const flow = aStory({ countries: [{ country: "NL", lawEnforcementFirst: true }] });
    await flow.report(report);
    expect([flow.mails.length, (await flow.theCase()).reviews[0]?.question]).toEqual([0, "clearance"]);
    await flow.decides({ verdict: { decision: "clear" } });
    expect(flow.told()).toEqual([network.email]);
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
    expect((await flow.theCase()).reviews.map(({ question }) => question)).toEqual(["no-contact"]);
  });

  test("is not closed by a reply that says it is removed", async () => {
    const flow = aStory();
    await flow.report(report);
    await flow.deskReplies("removed", true);
    const state = await flow.theCase();
    expect([state.closed, state.reviews.map(({ question }) => question)]).toEqual([undefined, ["reply"]]);
  });

  test("goes out at night and on a weekend", async () => {
    const flow = aStory();
    await flow.pass({ hours: 24 * 4 + 16 });
    expect(new Date(flow.now()).getUTCDay()).toBe(0);
    await flow.report(report);
    expect(flow.mails).toHaveLength(1);
  });
});

describe("answers", () => {
  test("a proven 'removed' closes a standard case, and no reminder follows", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.deskReplies("removed", true);
    await flow.pass({ hours: 24 * 10 });
    expect([(await flow.theCase()).closed?.outcome, flow.mails.length]).toEqual(["removed", 1]);
  });

  test("a 'removed' from who knows whom closes nothing and asks a person", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.deskReplies("removed", false);
    expect((await flow.theCase()).closed).toBeUndefined();
    expect((await flow.theCase()).reviews[0]?.question).toBe("reply");
  });

  test("a reply to a case that is closed is kept in its history and changes nothing else", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.says("gone");
    await flow.deskReplies("removed", true);
    const state = await flow.theCase();
    expect([state.closed?.outcome, state.reviews]).toEqual(["gone", []]);
    expect((await flow.store.history(state.id)).at(-1)?.events.map(({ type }) => type)).toEqual(["replied"]);
  });

  test("an acknowledgement keeps the ticket and does not stop the clock", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.deskReplies("acknowledgement", true, { ticket: "T-42" });
    await flow.pass({ hours: 25 });
    expect(flow.mails).toHaveLength(2);
    expect((await flow.theCase()).notices[0]?.ticket).toBe("T-42");
  });

  test("a bounce goes to the next contact of the same kind at once", async () => {
    const flow = aStory();
    flow.contacts(() => ({ candidates: [network, second, upstream] }));
    await flow.report(nativeMessage());
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "5.1.1" });
    expect(flow.told()).toEqual([network.email, second.email]);
  });

  test("bounces from everybody on a rung climb at once, and at the end a person is asked", async () => {
    const flow = aStory();
    flow.contacts(() => ({ candidates: [network, upstream] }));
    await flow.report(nativeMessage());
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "5.1.1" });
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "5.1.1" });
    expect(flow.told()).toEqual([network.email, upstream.email]);
    expect((await flow.theCase()).reviews[0]?.question).toBe("unanswered");
  });

  test("a desk that answered with a question is not reminded", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.deskReplies("question", true);
    await flow.pass({ hours: 30 });
    expect(flow.mails).toHaveLength(1);
  });
});

describe("what stops a notice", () => {
  test("a hold stops everything until it is released", async () => {
    const flow = aStory();
    flow.contacts(() => all);
    await flow.report(nativeMessage());
    await flow.says("hold");
    await flow.pass({ hours: 24 * 5 });
    expect(flow.mails).toHaveLength(1);
    await flow.says("release");
    await flow.pass({ hours: 23 });
    expect(flow.mails).toHaveLength(1);
    await flow.pass({ hours: 2 });
    expect(flow.mails.length).toBeGreaterThan(1);
  });

  test("'gone' from the reporter closes the case and cancels what was to go out", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.says("gone");
    await flow.pass({ hours: 48 });
    expect([(await flow.theCase()).closed?.outcome, flow.mails.length]).toEqual(["gone", 1]);
  });

  test("a withdrawal by every reporter is told to everyone who had the notice, once, and closes the case", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1" }));
    const withdrawn = (reporter: string, reportId: string) =>
      statusMessage("withdrawn", flow.now(), { reporter, reportId });
    await flow.report(withdrawn("hotline", "r-1"));
    expect(flow.mails).toHaveLength(1);
    await flow.report(withdrawn("cert", "c-1"));
    await flow.report(withdrawn("cert", "c-1"));
    await flow.pass({ hours: 48 });
    const state = await flow.theCase();
    expect(state.notices.map(({ step }) => step)).toEqual(["first", "withdrawal"]);
    expect([flow.mails.length, state.closed?.outcome]).toEqual([2, "withdrawn"]);
  });

  test("a protected domain needs two different persons", async () => {
    const flow = aStory();
    await flow.report(nativeMessage({ target: { url: "https://www.parliament.example/x" } }));
    expect((await flow.theCase()).reviews[0]?.question).toBe("protected-target");
    expect((await flow.decides({ verdict: { decision: "clear" }, by: "anna" })).ok).toBe(true);
    expect((await flow.decides({ verdict: { decision: "clear" }, by: "anna" })).ok).toBe(false);
    expect(flow.mails).toHaveLength(0);
    await flow.decides({ verdict: { decision: "clear" }, by: "ben" });
    expect(flow.told()).toEqual([network.email]);
  });

  test("a contact under the reported domain itself is not written to without a person", async () => {
    const flow = aStory();
    flow.contacts(() => ({ candidates: [aCandidate({ email: "abuse@bad.example" })] }));
    await flow.report(nativeMessage({ target: { url: "https://www.bad.example/x" } }));
    expect([flow.mails.length, (await flow.theCase()).reviews[0]?.question]).toEqual([0, "contact-may-be-suspect"]);
  });

  test("an opted-out contact is never written to", async () => {
    const flow = aStory({ optedOut: ["Abuse@Network.example"] });
    await flow.report(nativeMessage());
    expect([flow.mails.length, (await flow.theCase()).reviews[0]?.question]).toEqual([0, "no-contact"]);
  });

  test("a host moved before the reminder: the new desk is told at once, the old one an hour later", async () => {
    const flow = aStory();
    await flow.report(nativeMessage());
    const newHost = aCandidate({ email: "abuse@elsewhere.example" });
    flow.contacts(() => ({ candidates: [newHost], addresses: ["198.51.100.7"] }));
    await flow.pass({ hours: 27 });
    const state = await flow.theCase();
    expect(state.notices.filter(({ state: sent }) => sent === "sent").map(({ to, step }) => [to.email, step])).toEqual([
      [network.email, "first"],
      [newHost.email, "first"],
      [network.email, "moved"],
    ]);
  });
});

describe("an uncertain send", () => {
  test("is never repeated by itself, and after 15 minutes a person is asked", async () => {
    const flow = aStory();
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.report(nativeMessage());
    await flow.pass({ hours: 20 });
    expect(flow.mails).toHaveLength(1);
    expect((await flow.theCase()).reviews.map(({ question }) => question)).toEqual(["unknown-send"]);
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

  test.each(["sent", "delivered", "complained"] as const)(
    "the question disappears by itself when SES says %s after it was asked",
    async (kind) => {
      const flow = aStory();
      flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
      await flow.report(nativeMessage());
      await flow.pass({ minutes: 16 });
      const { id, notices } = await flow.theCase();
      const detail = {
        eventType: { sent: "Send", delivered: "Delivery", complained: "Complaint" }[kind],
        complaint: {},
        mail: { messageId: "ses-late", timestamp: flow.now(), tags: { attempt: [notices[0]?.attemptId] } },
      };
      await takeInDelivery(flow.work, JSON.stringify(detail));
      const settled = await flow.theCase();
      expect([id, settled.notices[0]?.state]).toEqual([settled.id, kind]);
      expect(settled.reviews.map(({ question }) => question)).not.toContain("unknown-send");
      expect(flow.mails).toHaveLength(1);
    },
  );

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
      expect(entry).toMatchObject({ field, messages: 1, reviews: [{ question: "unreadable-report" }] });
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
    expect((await flow.theCase()).closed?.outcome).toBe("gone");
  });
});
