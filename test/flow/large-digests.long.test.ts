import { describe, expect, test } from "vitest";
import { replyFacts } from "../../functions/answers/reply-facts.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { sendHinted } from "../../functions/send/mail/send-hinted.ts";
import { mailBytesAtMost } from "../../functions/digest/waiting.ts";
import { changeCase } from "../../functions/matters/change-case.ts";
import { noticeToken } from "../../functions/notice/reply-address.ts";
import { holdCase } from "../../functions/review/hold.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { caseIdOf } from "../support/case-ids.ts";

const honest = caseIdOf("report hotline/h-1");
const noticesOf = async (flow: ReturnType<typeof aFlow>, caseId: string) => {
  const state = await flow.store.read(caseId);
  return state?.kind === "case" ? state.notices.map(({ state: come }) => come) : [];
};
const digestsOf = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.store.openedOn("2026-11-24", 500)).items.flatMap((state) => (state.kind === "digest" ? [state] : []));

describe("a mail of a digest stays below what SES takes", () => {
  /** As many and as long as a report may bring; no two alike, or the mail would hold them once. */
  const hashes = (of: number) => Array.from({ length: 50 }, (_, n) => `photodna:${`${of}x${n}`.padEnd(1800, "Ab3")}`);
  /** Letters that a mail writes as nine. */
  const words = (of: number) => `${of} ${"漢".repeat(990)}`;
  const large = (n: number, spoilt: object = {}) =>
    nativeMessage({
      reporter: "cert",
      reportId: `c-${n}`,
      target: { url: `https://evil.bad.example/${n}` },
      evidence: { explanation: words(n) + words(n), reproduce: words(n), hashes: hashes(n) },
      ...spoilt,
    });

  test("where many reports bring all that the form takes: in parts, and another reporter's too", async () => {
    const flow = aFlow({ digests: true });
    const many = 60;
    for (let n = 0; n < many; n++) await flow.report(large(n));
    await flow.report(nativeMessage({ reportId: "h-1" }));
    await flow.pass({ minutes: 17 });
    expect(await noticesOf(flow, honest)).toEqual(["sent"]);
    expect(flow.mails.length).toBeGreaterThan(1);
    expect(Math.max(...flow.mails.map(({ mime }) => mime.length))).toBeLessThan(mailBytesAtMost);
    expect((await digestsOf(flow)).flatMap(({ members = [] }) => members)).toHaveLength(many + 1);
  }, 180_000);

  test("where what a case adds became more while it stood in line", async () => {
    const flow = aFlow({ digests: true });
    const many = 130;
    for (let n = 0; n < many; n++) await flow.report(large(n, { evidence: { explanation: "x" } }));
    for (let n = 0; n < many; n++)
      await flow.report(large(n, { reportId: `again-${n}`, evidence: { reproduce: words(n), hashes: hashes(n) } }));
    await flow.pass({ minutes: 16 });
    expect(flow.mails.length).toBeGreaterThan(1);
    expect(Math.max(...flow.mails.map(({ mime }) => mime.length))).toBeLessThan(mailBytesAtMost);
  }, 180_000);

  test("where those in line are taken for less than they are: half of them wait for the next window", async () => {
    const flow = aFlow({ digests: true });
    const { waitingFor } = flow.store;
    // As notices were put in line before what was reported counted.
    const store = {
      ...flow.store,
      waitingFor: async (key: string) => (await waitingFor(key)).map((one) => ({ ...one, bytes: 80 })),
    };
    Object.assign(flow.sending, { store });
    const many = 120;
    for (let n = 0; n < many; n++) await flow.report(large(n));
    await flow.pass({ minutes: 16 });
    expect([flow.mails.length, Math.max(...flow.mails.map(({ mime }) => mime.length)) < mailBytesAtMost]).toEqual([
      1,
      true,
    ]);
    await flow.pass({ minutes: 16 });
    expect(flow.mails).toHaveLength(2);
    expect(
      (
        await Promise.all(Array.from({ length: many }, (_, n) => noticesOf(flow, caseIdOf(`report cert/c-${n}`))))
      ).flat(),
    ).toEqual(Array(many).fill("sent"));
  }, 180_000);
});

/** A digest of three to which so many mails come before its cases hear of any. */
const flooded = async (
  replies: number,
  { isOnWire, text = () => "hm" }: { readonly isOnWire: boolean; readonly text?: (n: number) => string },
) => {
  const flow = aFlow({ digests: true });
  for (const n of [1, 2, 3])
    await flow.report(nativeMessage({ reportId: `r-${n}`, target: { url: `https://shop.bad.example/${n}` } }));
  if (isOnWire) flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
  await flow.pass({ minutes: 16 });
  const [digest] = await digestsOf(flow);
  const [mail] = digest?.notices ?? [];
  if (!digest || !mail) throw new Error("no digest");
  const classes: readonly ReplyClass[] = ["unclear", "question", "auto-reply", "refused"];
  const comes = (n: number) =>
    changeCase(flow.work, digest.id, (state) =>
      state.kind === "digest"
        ? replyFacts(
            state,
            {
              about: [{ caseId: digest.id, noticeToken: noticeToken(mail) }],
              replyClass: classes[n % classes.length] ?? "unclear",
              rule: "x",
              // The desk's own: of strangers' few are more than a number.
              dmarc: "pass",
              from: mail.to.email,
              mailHash: `m${n}`,
              subject: "Re",
              text: text(n),
              automatic: false,
              attachments: [],
            },
            flow.now(),
          )
        : undefined,
    );
  for (let n = 0; n < replies; n++) await comes(n);
  const read = async () => {
    const state = await flow.store.read(digest.id);
    if (state?.kind !== "digest") throw new Error("no digest");
    return state;
  };
  return { flow, read, member: caseIdOf("report hotline/r-1") };
};

describe("a digest to whose address hundreds of mails come before its cases have heard of any", () => {
  test.each([
    [150, true],
    [250, true],
    [300, false],
  ])(
    "%i of them, with its mail's fate open: %s: its cases hear, can be held, and can be taken back",
    async (replies, isOnWire) => {
      const { flow, read, member } = await flooded(replies, { isOnWire });
      expect(JSON.stringify((await read()).news).length).toBeLessThan(20_000);
      expect(await sendHinted(flow.sending, { caseId: (await read()).id })).toBe("done");
      expect((await holdCase(flow.work, { caseId: member, by: "on-call", why: "The police ask for it." })).ok).toBe(
        true,
      );
      expect(await flow.takeIn(statusMessage("withdrawn", flow.now()))).toBe("done");
      await flow.pass({ minutes: 30 });
      expect((await read()).news).toEqual([]);
      const state = await flow.store.read(member);
      expect(state?.kind === "case" && [state.holds.length, state.withdrawn]).toEqual([1, ["hotline"]]);
    },
  );

  test("each naming one case: it hears the first of them word for word, and a person reads the others", async () => {
    const { flow, read, member } = await flooded(250, {
      isOnWire: true,
      text: (n) => `About ${caseIdOf("report hotline/r-1")}: ${"y".repeat(3900)} ${n}`,
    });
    const { news, reviews } = await read();
    expect(JSON.stringify(news).length).toBeLessThan(70_000);
    expect(reviews.map(({ question }) => question)).toContain("reply");
    expect((await holdCase(flow.work, { caseId: member, by: "on-call", why: "The police ask for it." })).ok).toBe(true);
    const heard = (await flow.store.history(member)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "replied" ? [event.said] : [])),
    );
    expect(heard.length).toBeGreaterThan(10);
    const kept = (await flow.store.history((await read()).id)).flatMap(({ events }) =>
      events.filter(({ type }) => type === "replied"),
    );
    expect(kept).toHaveLength(250);
  });
});
