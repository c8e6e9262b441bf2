import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { correctCase } from "../../functions/review/correct.ts";
import type { OutgoingMail } from "../../functions/send/send-port.ts";
import { aCandidate, aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";
import { aFlow, aReportedFlow, aReportedStory, aStory, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";
import { entity, playedSources, rdapNetwork } from "../support/sources.ts";

const network = aCandidate();
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const elsewhere = aCandidate({ email: "abuse@elsewhere.example" });
const protectedPage = nativeMessage({ target: { url: "https://www.parliament.example/x" } });
const wordsOf = async ({ mime }: OutgoingMail) => ((await PostalMime.parse(mime)).text ?? "").replace(/\s+/g, " ");
const corrects = async ({ work, theCase }: ReturnType<typeof aFlow>) =>
  correctCase(work, {
    caseId: (await theCase()).id,
    by: "jane",
    why: "The reporter mistook the bank.",
    explanation: "It copies Second Bank's page.",
  });

describe("opening a case again asks again for every gate", () => {
  test("a protected domain still needs its two persons after 'gone' and 'still up'", async () => {
    const flow = aStory();
    await flow.report(protectedPage);
    await flow.says("gone");
    await flow.says("still-up");
    await flow.pass({ hours: 1 });
    expect(flow.mails).toEqual([]);
    expect(await flow.questions()).toContain("protected-target");
  });
});

describe("a host that moves", () => {
  const moved = { candidates: [elsewhere], addresses: ["198.51.100.7"] };
  test("is not said to have moved because another registry spells its desk's mailbox in capitals", async () => {
    const flow = await aReportedStory();
    flow.contacts(() => ({ candidates: [aCandidate({ email: "Abuse@network.example" })], addresses: ["192.0.2.77"] }));
    await flow.pass({ hours: 26 });
    expect((await flow.theCase()).notices.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "first sent",
      "reminder sent",
    ]);
  });

  test("and moves on before its first desk heard of it has that desk told after all", async () => {
    const flow = await aReportedFlow();
    const again = aCandidate({ email: "abuse@third.example" });
    flow.contacts(() => moved);
    // What goes to the old desk is declined until the host has moved on.
    flow.sesSays((mail) =>
      mail.recipient === network.email
        ? { kind: "declined", code: "Throttling", final: false }
        : { kind: "accepted", sesMessageId: "ses" },
    );
    await flow.pass({ hours: 26 });
    flow.contacts(() => ({ candidates: [again], addresses: ["203.0.113.9"] }));
    await flow.pass({ hours: 24 });
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses" }));
    await flow.pass({ hours: 2 });
    const told = (await flow.theCase()).notices
      .filter(({ step, state }) => step === "moved" && state === "sent")
      .map(({ to }) => to.email);
    expect(told.sort()).toEqual([elsewhere.email, network.email].sort());
  });

  test("has its new desk alone told of a correction", async () => {
    const flow = await aReportedFlow();
    flow.contacts(() => moved);
    await flow.pass({ hours: 26 });
    await corrects(flow);
    await flow.pass({ hours: 1 });
    expect(
      (await flow.theCase()).notices.filter(({ step }) => step === "correction").map(({ to }) => to.email),
    ).toEqual([elsewhere.email]);
  });

  test("while SES declines the notice on the wire leaves its old desk without one, and without a word of it", () => {
    const noticeId = "0-first-dfcc798624";
    const { notices } = aCase({}, [
      { type: "contact-answered", at: morning, answer: anAnswer() },
      {
        type: "send-claimed",
        at: morning,
        noticeId,
        attemptId: "a_1",
        subject: "s",
        renderHash: "h",
        recipientHash: "h",
      },
      { type: "host-moved", at: morning, answer: anAnswer(moved), left: [noticeId] },
      {
        type: "send-declined",
        at: morning,
        noticeId,
        attemptId: "a_1",
        code: "Throttling",
        final: false,
        retryAt: morning,
      },
    ]);
    expect(notices.map(({ step, to, state }) => `${step} to ${to.email} ${state}`)).toEqual([
      `first to ${network.email} cancelled`,
      `moved to ${network.email} cancelled`,
      `first to ${elsewhere.email} queued`,
    ]);
  });

  test("has nothing sent again to its old desk, also by a person's word on a mail of which nobody knows", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [network, registrar] }));
    flow.sesSays((mail) =>
      mail.recipient === network.email
        ? { kind: "uncertain", code: "TimeoutError" }
        : { kind: "accepted", sesMessageId: "ses" },
    );
    await flow.report(nativeMessage({ domainIsMalicious: true }));
    await flow.pass({ minutes: 20 });
    flow.contacts(() => moved);
    await flow.pass({ hours: 26 });
    const reviewId = (await flow.theCase()).reviews.find(({ question }) => question === "unknown-send")?.id ?? "";
    expect(await flow.decides({ reviewId, verdict: { decision: "send-again" } })).toMatchObject({
      error: { kind: "not-an-answer", reason: "It is not sent again: the host moved away from its desk." },
    });
    expect(
      flow.mails.map(({ attemptId }) => attemptId.split("_")[1]).filter((id) => id === "0-first-dfcc798624"),
    ).toHaveLength(1);
  });

  test("to nowhere for one look-up is looked up an hour later: till then nobody hears, then its desk", async () => {
    const flow = await aReportedStory();
    flow.contacts(() => ({ ...unresolved, candidates: [] }));
    await flow.pass({ hours: 24, minutes: 50 });
    expect([flow.told(), (await flow.theCase()).reviews]).toEqual([[network.email], []]);
    flow.contacts(() => ({}));
    await flow.pass({ minutes: 61 });
    expect(flow.told()).toEqual([network.email, network.email]);
  });

  const unresolved = {
    addresses: [],
    failures: [{ source: "dns", server: "dns", outcome: "none", detail: "The name has no address." }],
  } as const;
  test("to nowhere and back while a person is asked goes on by itself, asking DNS ever more rarely", async () => {
    const flow = await aReportedStory();
    let asked = 0;
    flow.contacts(() => {
      asked += 1;
      return { ...unresolved, candidates: [] };
    });
    await flow.pass({ hours: 24 * 8 });
    expect(await flow.questions()).toEqual(["name-gone"]);
    expect(asked).toBeGreaterThan(8);
    expect(asked).toBeLessThan(24);
    flow.contacts(() => ({}));
    await flow.pass({ hours: 25 });
    expect([(await flow.theCase()).reviews, flow.told()]).toEqual([[], [network.email, network.email]]);
  });

  test("is not taken for gone because the resolver was silent", async () => {
    const flow = await aReportedStory();
    flow.contacts(() => ({
      addresses: [],
      candidates: [],
      failures: [{ source: "dns", server: "dns", outcome: "silent", detail: "No answer." }],
      retry: true,
    }));
    await flow.pass({ hours: 26 });
    expect((await flow.theCase()).reviews).toEqual([]);
    flow.contacts(() => ({}));
    await flow.pass({ hours: 2 });
    expect((await flow.theCase()).notices.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "first sent",
      "reminder sent",
    ]);
  });

  test("by its alias to a platform at the same address starts anew with the platform's desk", async () => {
    const flow = await aReportedStory();
    const platform = aCandidate({ email: "trust@pages-desk.example", scope: "platform" });
    flow.contacts(() => ({ candidates: [platform, { ...network, confidence: "medium" }], platform: "Pages" }));
    await flow.pass({ hours: 27 });
    expect(
      (await flow.theCase()).notices
        .filter(({ sentAt }) => sentAt)
        .map(({ to, step }) => `${step} to ${to.email}`)
        .sort(),
    ).toEqual([
      "first to abuse@network.example",
      "first to trust@pages-desk.example",
      "moved to abuse@network.example",
    ]);
  });

  test("is seen by a look-up in which its name has become an alias, at the same address", async () => {
    const registries = (aliases: Record<string, string>) =>
      playedSources({
        rdap: { "ip/192.0.2.10": rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], network.email)]) },
        addresses: { "www.bad.example": ["192.0.2.10"], "someone.netlify.app": ["192.0.2.10"] },
        aliases,
      });
    const find = (aliases: Record<string, string>) =>
      lookUpContact(
        {
          target: { kind: "host", host: "www.bad.example" },
          category: "phishing",
          settings: aSettings({ allowReserved: true }),
          now: morning,
        },
        registries(aliases),
      );
    const [before, after] = [await find({}), await find({ "www.bad.example": "someone.netlify.app" })];
    const flow = await aReportedFlow({ contacts: before });
    flow.contacts(() => after);
    await flow.pass({ hours: 26 });
    const { notices, reviews } = await flow.theCase();
    expect([before.platform, after.platform]).toEqual([undefined, "Netlify"]);
    expect(
      notices.filter(({ state }) => state !== "cancelled").map(({ step, to }) => `${step} to ${to.email}`),
    ).toEqual([`first to ${network.email}`, "first to fraud@netlify.com", `moved to ${network.email}`]);
    expect(reviews).toEqual([]);
  });

  test("by its alias to another platform starts anew, and is a person's where no desk is known for it", async () => {
    const flow = aStory();
    const first = aCandidate({ email: "trust@pages-desk.example", scope: "platform" });
    flow.contacts(() => ({ candidates: [first], platform: "Pages" }));
    await flow.report(nativeMessage());
    flow.contacts(() => ({ candidates: [{ ...network, confidence: "guess" }], platform: "Other Pages" }));
    await flow.pass({ hours: 26 });
    const { notices, reviews } = await flow.theCase();
    expect(
      notices.filter(({ state }) => state !== "cancelled").map(({ to, step }) => `${step} to ${to.email}`),
    ).toEqual(["first to trust@pages-desk.example", "moved to trust@pages-desk.example"]);
    expect(reviews.map(({ question }) => question)).toEqual(["no-contact"]);
  });

  test("is not said to have moved while the platform is the same, or its desk is who was told", async () => {
    const flow = await aReportedStory({ contacts: { candidates: [network], platform: "Pages" } });
    flow.contacts(() => ({
      candidates: [aCandidate({ email: "trust@pages-desk.example", scope: "platform" }), network],
      platform: "Pages",
    }));
    await flow.pass({ hours: 20 });
    flow.contacts(() => ({
      candidates: [aCandidate({ email: network.email, scope: "platform" })],
      platform: "Pages under a new name",
    }));
    await flow.pass({ hours: 6 });
    expect((await flow.theCase()).notices.map(({ step }) => step)).not.toContain("moved");
  });

  test("while registries are silent leaves its old desk in peace; the new one is told when they answer", async () => {
    const flow = await aReportedFlow();
    const silent = { source: "rdap", outcome: "silent", detail: "No answer." } as const;
    flow.contacts(() => ({ addresses: moved.addresses, candidates: [], failures: [silent], retry: true }));
    await flow.pass({ hours: 24, minutes: 10 });
    expect([flow.told(), (await flow.theCase()).reviews]).toEqual([[network.email], []]);
    flow.contacts(() => moved);
    await flow.pass({ minutes: 40 });
    expect(flow.told()).toEqual([network.email, elsewhere.email]);
    // An hour after the first look-up that did not find it there a second one has not either.
    await flow.pass({ minutes: 30 });
    expect(flow.told()).toEqual([network.email, elsewhere.email, network.email]);
  });
});

test("a registrar is told in its turn where the registry is silent by then", async () => {
  const flow = await aReportedFlow({
    contacts: { candidates: [network, registrar] },
    report: { target: { url: "https://bad.example/login" } },
  });
  await flow.pass({ hours: 30 });
  flow.contacts(() => ({ candidates: [network] }));
  await flow.pass({ hours: 20 });
  expect(flow.told()).toEqual([network.email, network.email, registrar.email]);
});

describe("a withdrawal by every reporter", () => {
  const told = async ({ theCase }: ReturnType<typeof aFlow>) =>
    (await theCase()).notices.map(({ step, state }) => `${step} ${state}`);
  const asked = async ({ theCase }: ReturnType<typeof aFlow>) =>
    (await theCase()).reviews.map(({ question }) => question);

  test("is followed by a first notice where it stands again: nobody is reminded of what was taken back", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network, upstream] } });
    await flow.pass({ hours: 49 });
    await flow.says("withdrawn");
    await flow.pass({ hours: 24 });
    expect(await flow.outcome()).toBe("withdrawn");
    const before = flow.mails.length;
    await flow.says("still-up");
    await flow.pass({ hours: 23 });
    const anew = flow.mails.slice(before);
    expect(anew.map(({ recipient }) => recipient).sort()).toEqual([network.email, upstream.email]);
    const { notices } = await flow.theCase();
    expect(notices.slice(-2).map(({ step }) => step)).toEqual(["first", "first"]);
    await flow.pass({ hours: 2 });
    const reminders = (await flow.theCase()).notices.slice(notices.length);
    expect(reminders.map(({ step }) => step)).toEqual(["reminder", "reminder"]);
    const mails = await Promise.all(flow.mails.map(wordsOf));
    const again = notices.findLast(({ to }) => to.email === upstream.email)?.sentAt ?? "";
    expect(mails.at(-1)).toContain(
      `Reminder 1: we have had no answer to our notice of ${again.slice(0, 10)} ${again.slice(11, 19)} UTC`,
    );
  });

  test.each([
    ["will never take", { kind: "declined", code: "MessageRejected", final: true }, "notice-refused"],
    ["may or may not have taken", { kind: "uncertain", code: "TimeoutError" }, "unknown-send"],
  ] as const)("that SES %s is before a person, who has it sent again", async (_, answer, question) => {
    const flow = await aReportedFlow();
    flow.sesSays(() => answer);
    await flow.says("withdrawn");
    await flow.pass({ hours: 1 });
    expect([await asked(flow), (await flow.theCase()).closed]).toEqual([[question], undefined]);
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-at-last" }));
    await flow.decides({ verdict: { decision: "send-again" } });
    await flow.pass({ minutes: 1 });
    expect([await told(flow), await flow.outcome()]).toEqual([["first sent", "withdrawal sent"], "withdrawn"]);
  });

  test("waits until it is known if the notice on the wire went out; who had none hears nothing", async () => {
    const flow = aFlow();
    const { sendOnce } = flow.sending;
    flow.sending.sendOnce = async () => {
      flow.sending.sendOnce = sendOnce;
      await flow.says("withdrawn");
      return { kind: "declined", code: "Throttling", final: false };
    };
    await flow.report(nativeMessage());
    await flow.pass({ hours: 1 });
    expect([flow.told(), await told(flow)]).toEqual([[], ["first cancelled", "withdrawal cancelled"]]);
    expect(await flow.outcome()).toBe("withdrawn");
  });
});

describe("a mailbox that must not be written to", () => {
  test.each([
    ["who opted out", "abuse@network.example", {}],
    ["that is our own", "c.x@reply.dispatch.example", {}],
    ["of the site itself, for child abuse material", "owner@bad.example", classifiedAbuse],
  ])("%s is refused also when a person names it", async (_, email, report) => {
    const flow = await aReportedStory({ settings: { optedOut: [network.email] }, report });
    expect(await flow.decides({ verdict: { decision: "send-to", email } })).toMatchObject({
      ok: false,
      error: { kind: "not-an-answer" },
    });
  });

  test("that had a notice already is refused with a sentence when a person names it again", async () => {
    const flow = await aReportedStory();
    await flow.pass({ hours: 49 });
    expect(await flow.decides({ verdict: { decision: "send-to", email: network.email } })).toMatchObject({
      ok: false,
      error: { kind: "not-an-answer" },
    });
  });
});

test("one case that can't be read does not stop the others, nor the call to on-call", async () => {
  const flow = await aReportedFlow({ contacts: { candidates: [] } });
  await flow.report(nativeMessage({ reportId: "r-2", target: { url: "https://other.example/" } }));
  const [broken] = (await flow.store.due(plusHours(flow.now(), 1), 10)).map(({ caseId }) => caseId);
  const read = flow.store.read;
  flow.work.store = {
    ...flow.store,
    read: async (id) => (id === broken ? Promise.reject(new Error("broken")) : read(id)),
  };
  await expect(flow.sweepNow()).rejects.toThrow("1 case");
  expect(flow.news[0]?.cases).toHaveLength(1);
});

test.each([
  ["a hash of half a megabyte", nativeMessage({ evidence: { hashes: [`sha256:${"a".repeat(500_000)}`] } })],
  ["a key of half a megabyte", nativeMessage({ ["k".repeat(500_000)]: 1 })],
])("%s is before a person with a reason that fits on a page", async (_, text) => {
  const flow = aStory();
  expect(await flow.report(text)).toBe("done");
  const entry = await flow.onlyEntry();
  expect(JSON.stringify(entry).length).toBeLessThan(3_000);
});
