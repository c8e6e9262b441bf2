import { describe, expect, test } from "vitest";
import { within } from "../../functions/adapters/within.ts";
import { type Beside, takenAs } from "../../functions/answers/read-beside.ts";
import { type Letter, readGuess, type SecondReader, type Within } from "../../functions/answers/reader.ts";
import type { ReplyReading } from "../../functions/answers/reply-reading.ts";
import { type ReplyClass, replyClasses } from "../../functions/case/reply-class.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import { anInbox, domain, keys } from "./an-inbox.ts";
import { bounceForms } from "./bounce-forms.ts";

const desk = "abuse@network.example";
const patient: Within = async (_ms, ask) => ask(new AbortController().signal);
/** Two seconds are over as soon as it is asked. */
const hurried: Within = async (_ms, ask) => {
  const asking = new AbortController();
  void ask(asking.signal);
  asking.abort();
  return "late";
};

/** A reader of which each question is noted. */
const aReader = (
  read: SecondReader["read"] = async () => ({ replyClass: "refused", confidence: 0.83456 }),
  waits: Within = patient,
) => {
  const asked: Letter[] = [];
  const reader: SecondReader = {
    name: "a model",
    read: (letter, beside) => {
      asked.push(letter);
      return read(letter, beside);
    },
  };
  const beside: Beside = { reader, within: waits };
  return { beside, asked };
};

const repliesIn = async (inbox: Awaited<ReturnType<typeof anInbox>>) =>
  (await inbox.events()).filter((event) => event.type === "replied");

describe("a second reader of replies", () => {
  test("is given the subject, the writer's own words and whether a machine sent it, and nothing else", async () => {
    const { beside, asked } = aReader();
    const inbox = await anInbox({ beside });
    await inbox.take(
      inbox.from(desk, { Subject: "Re: your mail", "Auto-Submitted": "auto-replied" }, "We looked.\n> quoted"),
    );
    expect(asked).toEqual([{ subject: "Re: your mail", text: "We looked.", automatic: true }]);
  });

  test("has its reading kept beside the rules', cut to thousandths and never rounded up", async () => {
    const { beside } = aReader();
    const inbox = await anInbox({ beside, secondReader: "shadow" });
    await inbox.take(inbox.from(desk, {}, "We have received your report."));
    const [reply] = await repliesIn(inbox);
    expect(reply?.readings).toMatchObject({
      rules: "acknowledgement",
      other: "refused",
      confidence: 0.834,
      reader: "a model",
    });
  });

  test("is asked once a mail, however many cases the mail is about", async () => {
    const { beside, asked } = aReader();
    const inbox = await anInbox({ beside });
    const another = replyAddress({ caseId: "TD-0000-0000-0009", notice: inbox.notice }, keys, domain);
    await inbox.take(inbox.from(desk), { recipients: [inbox.address, another] });
    expect(asked).toHaveLength(1);
  });

  test("that does not say leaves what the rules read", async () => {
    const { beside } = aReader(async () => undefined);
    const inbox = await anInbox({ beside });
    await inbox.take(inbox.from(desk, {}, "We have received your report."));
    const [reply] = await repliesIn(inbox);
    expect([reply?.replyClass, reply?.readings]).toEqual([
      "acknowledgement",
      { rules: "acknowledgement", reader: "a model" },
    ]);
    expect(inbox.logged.map(({ code }) => code)).toEqual(["reply.recorded"]);
  });

  test.each(["bounce", "complaint"] as const)("is never asked about what is a %s by structure", async (what) => {
    const { beside, asked } = aReader();
    const inbox = await anInbox({ beside });
    const [form] = bounceForms;
    await inbox.take(
      what === "bounce"
        ? inbox.from(form?.from ?? "", { Subject: form?.subject ?? "", ...form?.headers }, form?.body)
        : inbox.from(
            desk,
            { "Content-Type": 'multipart/report; report-type=feedback-report; boundary="b-1"' },
            "--b-1\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n--b-1--",
          ),
    );
    const [reply] = await repliesIn(inbox);
    expect([reply?.replyClass, reply?.readings, asked]).toEqual([what, undefined, []]);
  });
});

describe("a reply that both readers take for something else than the rules", () => {
  const read = (text: string, replyClass: ReplyClass, more: Partial<ReplyReading> = {}): ReplyReading => ({
    about: [],
    replyClass,
    rule: "as the rules read it",
    dmarc: "pass",
    from: desk,
    mailHash: "h",
    subject: "Re: notice",
    text,
    automatic: false,
    attachments: [],
    ticket: "#4711",
    ...more,
  });
  const both = (replyClass: ReplyClass) => ({ replyClass, rule: "as both came to it" });
  const form = { url: "https://network.example/abuse-form", scope: "platform" } as const;

  test("points to the form that stands in it", () => {
    const reply = read(`Reports go here: ${form.url}`, "unclear");
    expect(takenAs(reply, both("use-our-form"))).toEqual({ ...reply, ...both("use-our-form"), form });
  });

  test("names the party that stands in it", () => {
    const reply = read("Please write to abuse@other.example.", "unclear");
    const expected = { ...reply, ...both("not-ours"), namedParty: "abuse@other.example" };
    expect(takenAs(reply, both("not-ours"))).toEqual(expected);
  });

  test("keeps neither where its class has no use for them", () => {
    const reply = read(`Reports go here: ${form.url}`, "use-our-form", { form });
    const { form: _, ...without } = reply;
    expect(takenAs(reply, both("question"))).toEqual({ ...without, ...both("question") });
  });

  test("keeps what the rules found in it where the class is the same", () => {
    const reply = read("It is elsewhere.", "not-ours", { namedParty: "Other Hosting" });
    expect(takenAs(reply, both("not-ours"))).toEqual({ ...reply, rule: "as both came to it" });
  });
});

test("a second reader is never asked about a server's word that a mail arrived, which is no answer", async () => {
  const { beside, asked } = aReader();
  const inbox = await anInbox({ beside });
  await inbox.take(
    inbox.from(
      "MAILER-DAEMON@mx.network.example",
      { "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b-1"' },
      "--b-1\nContent-Type: text/plain\n\nDelivered.\n\n--b-1\nContent-Type: message/delivery-status\n\n" +
        "Reporting-MTA: dns; mx.network.example\n\nFinal-Recipient: rfc822; abuse@network.example\n" +
        "Action: delivered\nStatus: 2.0.0\n--b-1--",
    ),
  );
  const [reply] = await repliesIn(inbox);
  expect([reply?.replyClass, reply?.readings, asked]).toEqual(["auto-reply", undefined, []]);
});

describe("a second reader that fails", () => {
  const waysToFail: Readonly<Record<string, { readonly beside: Beside; readonly code: string }>> = {
    rejects: { beside: aReader(async () => Promise.reject(new Error("secret words"))).beside, code: "failed" },
    "throws at once": {
      beside: aReader(() => {
        throw new TypeError("secret words");
      }).beside,
      code: "failed",
    },
    "never answers": { beside: aReader(() => new Promise(() => {}), hurried).beside, code: "late" },
    "is sure beyond certainty": {
      beside: aReader(async () => ({ replyClass: "removed", confidence: 1.5 })).beside,
      code: "nonsense",
    },
    "names what no words can say": {
      beside: aReader(async () => ({ replyClass: "bounce", confidence: 1 })).beside,
      code: "nonsense",
    },
  };

  test.each(Object.entries(waysToFail))("since it %s is as one that does not say", async (_way, { beside, code }) => {
    const [alone, inbox] = [await anInbox(), await anInbox({ beside })];
    const words = "This is not our customer. Please contact abuse@other.example.";
    await alone.take(alone.from(desk, {}, words));
    await inbox.take(inbox.from(desk, {}, words));
    const [[without], [reply]] = [await repliesIn(alone), await repliesIn(inbox)];
    expect(reply).toEqual({
      ...without,
      mailHash: reply?.mailHash,
      readings: { rules: "not-ours", reader: "a model" },
    });
    expect(await inbox.questions()).toEqual(await alone.questions());
    expect(inbox.logged.map(({ code }) => code)).toEqual(["reply.second-reader", "reply.recorded"]);
    expect(inbox.logged[0]?.fields.code).toBe(code);
    expect(JSON.stringify(inbox.logged)).not.toContain("secret");
  });

  test.each([
    undefined,
    null,
    "removed",
    7,
    {},
    [],
    { replyClass: "removed" },
    { replyClass: "taken down", confidence: 0.5 },
    { replyClass: "toString", confidence: 0.5 },
    { replyClass: "removed", confidence: "0.9" },
    { replyClass: "removed", confidence: Number.NaN },
    { replyClass: "removed", confidence: -0.1 },
    { replyClass: "removed", confidence: Number.POSITIVE_INFINITY },
    { replyClass: "complaint", confidence: 0.5 },
  ])("by saying %j is not believed", (said) => {
    expect(readGuess(said)).toBeUndefined();
  });

  test("is believed at both ends of certainty", () => {
    expect([0, 1].map((confidence) => readGuess({ replyClass: "removed", confidence })?.confidence)).toEqual([0, 1]);
  });
});

describe("the setting secondReader", () => {
  const words = "We have received your report.";
  const every = replyClasses.filter((one) => one !== "bounce" && one !== "complaint");

  test.each(every)("shadow: a reading of %s is kept and decides nothing", async (replyClass) => {
    const { beside } = aReader(async () => ({ replyClass, confidence: 1 }));
    const [alone, inbox] = [await anInbox(), await anInbox({ beside, secondReader: "shadow" })];
    await alone.take(alone.from(desk, {}, words));
    await inbox.take(inbox.from(desk, {}, words));
    const [[without], [reply]] = [await repliesIn(alone), await repliesIn(inbox)];
    const { readings, ...event } = reply ?? {};
    expect(event).toEqual({ ...without, mailHash: reply?.mailHash });
    expect(readings).toMatchObject({ rules: "acknowledgement", other: replyClass, confidence: 1 });
    expect([await inbox.closed(), await inbox.questions()]).toEqual([await alone.closed(), await alone.questions()]);
  });

  test("shadow: one that does not say, or fails, would have left what the rules read", async () => {
    for (const read of [async () => undefined, async () => Promise.reject(new Error("no"))]) {
      const inbox = await anInbox({ beside: aReader(read).beside, secondReader: "shadow" });
      await inbox.take(inbox.from(desk, {}, "This is not our customer."));
      const [reply] = await repliesIn(inbox);
      expect(reply?.readings).toEqual({ rules: "not-ours", reader: "a model", wouldBe: "not-ours" });
    }
  });

  test("off: it is not asked, and nothing is kept of it", async () => {
    const { beside, asked } = aReader();
    const inbox = await anInbox({ beside, secondReader: "off" });
    await inbox.take(inbox.from(desk, {}, words));
    expect([asked, (await repliesIn(inbox))[0]?.readings]).toEqual([[], undefined]);
  });
});

describe("waiting for an answer", () => {
  test("gives the answer, or how it failed", async () => {
    expect(await within(5_000, async () => "here")).toBe("here");
    await expect(within(5_000, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });

  test("ends when the time is over, tells by the signal, and hears no more of it", async () => {
    let hung: AbortSignal | undefined;
    const asked = within(1, (signal) => {
      hung = signal;
      return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("too late"))));
    });
    expect([await asked, hung?.aborted]).toEqual(["late", true]);
  });
});
