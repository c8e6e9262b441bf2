import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { readReplyAddress, replyAddress } from "../../functions/notice/reply-address.ts";
import { correctCase } from "../../functions/review/correct.ts";
import { recordForAll } from "../../functions/review/for-all.ts";
import { takeBack } from "../../functions/review/take-back.ts";
import { membersAtMost } from "../../functions/send/mail/waiting.ts";
import { aBatch, type Batch, idOf, pageReport } from "../support/a-batch.ts";
import { aCandidate, morning } from "../support/a-case.ts";
import { statusMessage } from "../support/a-flow.ts";
import { aTableStore } from "../support/a-table-server.ts";

/*
 * What strikes a mail about several cases from outside: messages that come twice and at once, words of SES at the
 * wrong moment, cases that change under the sender's hands, and whoever writes to the mail's reply address.
 * Deaths, copies, holds and a person's stop at each await: `batch.test.ts` and the simulation.
 */
const network = aCandidate();
const second = aCandidate({ email: "noc@network.example", confidence: "medium" });
const says = (number: number, status: string, at: string) => statusMessage(status, at, { reportId: `r-${number}` });
const isPage = ({ target }: Pick<Case, "target">, pages: RegExp) => target.kind === "url" && pages.test(target.url);

/** Plays with something at one of the batch's awaits, until there is no such await. */
const atEach = async (
  comes: (batch: Batch) => Promise<unknown>,
  holds: (batch: Batch, at: number) => Promise<void>,
  begins: () => Promise<Batch> = () => aBatch(),
) => {
  for (let at = 0; ; at++) {
    const batch = await begins();
    await batch.flow.pass({ minutes: 14 });
    let calls = 0;
    let hasCome = false;
    batch.strikes(async () => {
      if (calls++ !== at || hasCome) return undefined;
      hasCome = true;
      await comes(batch);
      return undefined;
    });
    await batch.flow.pass({ minutes: 6 });
    batch.strikes(async () => undefined);
    await batch.flow.pass({ minutes: 90 });
    await holds(batch, at);
    if (!hasCome) return;
  }
};
const eachOnce = async ({ all, times, asked }: Batch, at: number) =>
  expect([at, all.map(times), await asked()]).toEqual([at, all.map(() => 1), []]);

describe("at each await of a batch, no case is told twice and none is lost, though there comes", () => {
  test.each<[string, (batch: Batch) => Promise<unknown>, typeof eachOnce]>([
    ["a message of one of its cases", ({ sends }) => sends(idOf(2)), eachOnce],
    [
      "a report that it happens now, so that one goes alone",
      async ({ flow, sends }) => {
        await flow.takeIn(pageReport(2, { reportId: "r-live", live: true }));
        await sends(idOf(2));
      },
      async ({ all, times }, at) => expect([at, all.map(times)]).toEqual([at, [1, 1, 1, 1]]),
    ],
    [
      "a second page of the desk",
      async ({ flow }) => {
        await flow.takeIn(pageReport(5));
        await flow.lookUp(idOf(5));
      },
      async (batch, at) => {
        await eachOnce(batch, at);
        if (await batch.store.read(idOf(5))) expect([at, batch.times(5)]).toEqual([at, 1]);
      },
    ],
    [
      "another reporter of the same page",
      ({ flow }) => flow.takeIn(pageReport(2, { reporter: "cert", reportId: "c-2", seenAt: flow.now() })),
      eachOnce,
    ],
    [
      "another desk for one",
      async ({ flow }) => {
        flow.contacts((state) => (isPage(state, /page-2$/) ? { candidates: [second] } : {}));
        await flow.lookUp(idOf(2));
      },
      async ({ times, mailsTold, flow }, at) => {
        expect([at, times(1), times(3), times(4)]).toEqual([at, 1, 1, 1]);
        const ids = mailsTold(2).map(({ attemptId }) => attemptId);
        const to = flow.mails.filter(({ attemptId }) => ids.includes(attemptId)).map(({ recipient }) => recipient);
        expect([at, to.length > 0, new Set(to).size]).toEqual([at, true, to.length]);
      },
    ],
    ["the end of digests", async ({ flow }) => flow.settingsBecome({ digests: false }), eachOnce],
    [
      "three holds, releases and a look-up",
      async ({ flow }) => {
        for (const n of [1, 2, 3]) await flow.takeIn(says(n, "hold", flow.now()));
        flow.clockTo(plusMinutes(flow.now(), 0.1));
        for (const n of [3, 2, 1]) await flow.takeIn(says(n, "release", flow.now()));
        await flow.lookUp(idOf(2));
      },
      eachOnce,
    ],
    [
      "a correction of one, which stands in every mail about it",
      async ({ flow }) =>
        correctCase(flow.work, { caseId: idOf(2), by: "jane", why: "Wrong bank.", explanation: "Second Bank." }),
      async ({ times, mailsTold, caseOf }, at) => {
        expect([at, times(1), times(3), times(4)]).toEqual([at, 1, 1, 1]);
        const isCorrected = (await caseOf(2)).evidence.explanation === "Second Bank.";
        const told = mailsTold(2);
        expect([at, told.length <= 2, told.at(-1)?.text.includes("Second Bank")]).toEqual([at, true, isCorrected]);
      },
    ],
    [
      "the desk's opting out",
      async ({ flow }) => flow.settingsBecome({ optedOut: [network.email] }),
      async ({ all, times }, at) => expect([at, all.every((n) => times(n) <= 1)]).toEqual([at, true]),
    ],
    [
      "SES's word of a mail that is not yet written down",
      ({ tells, flow }) =>
        tells("Delivery", [...flow.mails.map(({ attemptId }) => attemptId), "TM-0000-0000-0000_mail_1"]),
      eachOnce,
    ],
  ])("%s", (_, comes, holds) => atEach(comes, holds));

  test("a bounce, twice: each case goes on once", () =>
    atEach(
      async ({ tells }) => [await tells("Bounce"), await tells("Bounce")],
      async ({ caseOf, all }, at) => {
        for (const n of all) {
          const told = (await caseOf(n)).notices.map(({ to }) => to.email);
          expect([at, n, new Set(told).size === told.length]).toEqual([at, n, true]);
        }
      },
      async () => {
        const batch = await aBatch(0);
        batch.flow.contacts(() => ({ candidates: [network, second] }));
        for (const n of [1, 2, 3]) await batch.flow.report(pageReport(n));
        return { ...batch, all: [1, 2, 3] };
      },
    ));

  test("a complaint about an earlier mail to their desk: no mail is claimed after it", async () => {
    for (let at = 0, hasCome = true; hasCome; at++) {
      const batch = await aBatch(0);
      for (const n of [90, 91]) await batch.flow.report(pageReport(n, { category: "malware" }));
      await batch.flow.pass({ minutes: 15 });
      for (const n of [1, 2, 3]) await batch.flow.report(pageReport(n));
      await batch.flow.pass({ minutes: 14 });
      let [calls, wasClaimed] = [0, false];
      hasCome = false;
      batch.strikes(async () => {
        if (hasCome || calls++ !== at) return undefined;
        hasCome = true;
        for (const n of [1, 2, 3]) wasClaimed ||= (await batch.caseOf(n)).notices[0]?.state !== "queued";
        await batch.tells("Complaint", [batch.flow.mails[0]?.attemptId ?? ""]);
        return undefined;
      });
      await batch.flow.pass({ minutes: 60 });
      if (hasCome && !wasClaimed) expect([at, [1, 2, 3].map(batch.times)]).toEqual([at, [0, 0, 0]]);
    }
  });
});

describe("four workers at once", () => {
  test("and a hundred that wait: each is told once", async () => {
    const batch = await aBatch(100);
    const id = await batch.batchOf(1);
    batch.flow.clockTo(plusMinutes(morning, 16));
    await Promise.allSettled([1, 2, 3, 4].map(() => batch.sends(id)));
    await batch.store.endTimer(id);
    await batch.flow.pass({ minutes: 150 });
    expect(batch.all.filter((n) => batch.times(n) !== 1)).toEqual([]);
    for (const { text } of batch.texts())
      expect(new Set(text.match(/page-\d+/g)).size).toBeLessThanOrEqual(membersAtMost);
  });

  const aStore = aTableStore();
  test("and every case's own message, on the table: each is told once, and nobody is asked", async () => {
    const batch = await aBatch(12, {}, await aStore());
    const id = await batch.batchOf(1);
    batch.flow.clockTo(plusMinutes(morning, 16));
    await Promise.allSettled([
      ...[1, 2, 3, 4].map(() => batch.sends(id)),
      ...batch.all.map((n) => batch.sends(idOf(n))),
      batch.flow.takeIn(says(5, "hold", batch.flow.now())),
      batch.flow.takeIn(pageReport(6, { reporter: "cert", reportId: "c-6" })),
    ]);
    for (const minutes of [17, 18, 19, 25, 40]) await batch.flow.leap(plusMinutes(morning, minutes));
    const others = batch.all.filter((n) => n !== 5);
    expect([others.map(batch.times), batch.times(5) <= 1]).toEqual([others.map(() => 1), true]);
    expect((await batch.asked()).filter(([question]) => question === "unknown-send")).toEqual([]);
  });
});

describe("SES's word", () => {
  const never = { kind: "declined", code: "Throttling", final: false } as const;
  test.each([never, { ...never, code: "AccountSuspended", of: "account" as const }])(
    "no, thrice, of $code: the batch's timer and the members' own wake-ups give one mail about each",
    async (no) => {
      const batch = await aBatch();
      const id = await batch.batchOf(1);
      let times = 0;
      batch.flow.sesSays(() => (times++ < 3 ? no : { kind: "accepted", sesMessageId: `ses-${times}` }));
      await batch.flow.pass({ minutes: 16 });
      for (let minute = 0; minute < 60; minute++) {
        batch.flow.clockTo(plusMinutes(batch.flow.now(), 1));
        await Promise.allSettled([
          ...batch.all.map((n) => batch.sends(idOf(n))),
          batch.sends(id),
          batch.flow.sweepNow(),
        ]);
      }
      await batch.flow.pass({ minutes: 120 });
      await eachOnce(batch, 0);
    },
  );

  test("no, and then its event of the same mail: none is told twice", async () => {
    const batch = await aBatch(3);
    batch.flow.sesSays(() => never);
    await batch.flow.pass({ minutes: 15 });
    batch.flow.sesSays(() => ({ kind: "accepted", sesMessageId: "s" }));
    await batch.tells("Delivery");
    await batch.flow.pass({ minutes: 120 });
    expect([batch.flow.mails.length, await batch.states()]).toEqual([1, ["delivered", "delivered", "delivered"]]);
  });

  test("of a mail that nobody knows is kept while a restore guard stands, and else done with", async () => {
    const { tells } = await aBatch(2);
    const unknown = ["TM-0000-0000-0000_mail_1"];
    const guard = async () => ({ restoredTo: morning, at: morning, by: "jane", why: "restored" });
    expect([await tells("Bounce", unknown), await tells("Bounce", unknown, { guard })]).toEqual([["done"], ["later"]]);
  });
});

test("after hours of delay none goes to the desk of before, where a look-up found another", async () => {
  const batch = await aBatch();
  const { flow } = batch;
  const { dropHint } = flow.work;
  flow.work.dropHint = async () => {};
  await flow.pass({ minutes: 200 });
  flow.work.dropHint = dropHint;
  flow.contacts((state) => (isPage(state, /page-[12]$/) ? { candidates: [second] } : {}));
  await flow.pass({ minutes: 200 });
  expect(batch.all.map(batch.times)).toEqual([1, 1, 1, 1]);
  for (const { recipient, text } of batch.texts())
    expect([/page-[12](?!\d)/.test(text), /page-[34](?!\d)/.test(text)]).toEqual(
      [second.email, network.email].map((desk) => desk === recipient),
    );
});

test("a mail tells of nothing that is another's: of desk, spelling, language, country, category and lane", async () => {
  const { flow, texts } = await aBatch(0);
  const desks = [
    network,
    aCandidate({ email: "Abuse@Network.Example" }),
    aCandidate({ email: "abuse@network.example.", confidence: "low" }),
    aCandidate({ language: "de" }),
    aCandidate({ country: "DE" }),
    aCandidate({ scope: "registrar" }),
    second,
  ];
  const deskOf = (n: number) => desks[n % desks.length] ?? second;
  const numberOf = (text: string) => Number(/page-(\d+)/.exec(text)?.[1]);
  flow.contacts(({ target }) => ({ candidates: [deskOf(target.kind === "url" ? numberOf(target.url) : 0)] }));
  const numbers = Array.from({ length: 56 }, (_, at) => at + 10);
  for (const n of numbers)
    await flow.report(pageReport(n, { category: n % 2 ? "malware" : "phishing", ...(n % 5 === 0 && { live: true }) }));
  await flow.pass({ minutes: 200 });
  for (const { recipient, text } of texts()) {
    const inIt = numbers.filter((n) => text.includes(`page-${n}`));
    expect([inIt, new Set(inIt.map((n) => [n % desks.length, n % 2, n % 5 === 0].join())).size]).toEqual([inIt, 1]);
    for (const n of inIt) expect([n, recipient]).toEqual([n, deskOf(n).email]);
  }
});

describe("an answer to a mail about several cases", () => {
  const aSentBatch = async () => {
    const batch = await aBatch(3);
    await batch.flow.pass({ minutes: 16 });
    return { ...batch, mail: await batch.mailOf(1) };
  };
  const open = [undefined, undefined, undefined];

  test.each([
    ...["\u2010", "\u2011", "\u2013", "\u2212", "\u00ad-"].map(
      (dash) => `We removed ${idOf(1).replaceAll("-", dash)} and ${idOf(3).replaceAll("-", dash)}.`,
    ),
    ...["except", "but not", "apart from"].map((but) => `All pages have been removed, ${but} ${idOf(2)}.`),
    "We removed https://shop.bad.example/page-1 today.",
    "We removed hxxps://shop[.]bad[.]example/page-1 today.",
    "Page 1 of 3 has been removed, see /page-1.",
  ])("that names some closes no other: %s", async (text) => {
    const batch = await aSentBatch();
    await batch.writes(batch.mail.id, "removed", text);
    expect((await batch.closed())[1]).toBeUndefined();
  });

  test("that names cases of another mail alone, or comes to a mail that nobody knows, closes nothing", async () => {
    const batch = await aSentBatch();
    for (const n of [11, 12]) await batch.flow.report(pageReport(n));
    await batch.flow.pass({ minutes: 16 });
    await batch.writes(batch.mail.id, "removed", `We removed ${idOf(11)} and ${idOf(12)}.`);
    await batch.writes("TM-0000-0000-0000", "removed", "All removed.");
    expect([(await batch.caseOf(11)).closed, await batch.closed()]).toEqual([undefined, open]);
  });

  test("reaches the others where the first is closed, held or withdrawn, and strangers wrote before", async () => {
    for (const status of ["hold", "withdrawn", "gone"]) {
      const batch = await aSentBatch();
      const first = batch.all.find((n) => idOf(n) === batch.mail.members[0]?.caseId) ?? 1;
      await batch.flow.report(says(first, status, batch.flow.now()));
      await batch.flow.pass({ minutes: 120 });
      for (let n = 0; n < 10; n++) await batch.writes(batch.mail.id, "unclear", "Hm.", `s${n}@elsewhere.example`);
      await batch.writes(batch.mail.id, "removed", "All pages have been removed.");
      const closed = await batch.closed();
      expect([status, batch.all.filter((n) => n !== first && closed[n - 1] !== "removed")]).toEqual([status, []]);
    }
  });

  test("is one question with one verdict, which is taken back of each", async () => {
    const batch = await aSentBatch();
    await batch.writes(batch.mail.id, "unclear", "Grmpf.");
    expect(await batch.asked()).toEqual([["reply", 3]]);
    const states = await Promise.all(batch.all.map(batch.caseOf));
    const rows = states.map(({ id, reviews, version }) => ({ caseId: id, reviewId: reviews[0]?.id ?? "", version }));
    const verdict = { decision: "close", outcome: "decided" } as const;
    for (const row of await recordForAll(batch.flow.work, rows, { verdict, by: "jane", why: "Enough." })) {
      const given = row.taken.ok ? row.taken.value.reviews[0]?.given : undefined;
      expect((await takeBack(batch.flow.work, { ...row, givenAt: given?.at ?? "", by: "jane" })).ok).toBe(true);
    }
    await batch.flow.pass({ minutes: 5 });
    expect([await batch.closed(), await batch.asked()]).toEqual([open, [["reply", 3]]]);
  });

  test("comes to the mail's own address: what is changed in it opens no other mail and no case", async () => {
    const { mail, caseOf, texts } = await aSentBatch();
    const [domain, keys] = [
      "reply.dispatch.example",
      { current: "k1", keys: { k1: "a key for tests that opens nothing" } },
    ];
    const {
      notices: [notice],
    } = await caseOf(1);
    if (!notice) throw new Error("there is a mail");
    const address = replyAddress({ caseId: mail.id, notice }, keys, domain);
    expect(texts()[0]?.text.replaceAll("=\r\n", "")).toContain(address.split(".")[1]);
    const named = [mail.id, idOf(1), idOf(2), "TM-0000-0000-0000"].map((id) =>
      readReplyAddress(address.replace(mail.id.toLowerCase(), id.toLowerCase()), keys, [domain]),
    );
    expect(named.map((read) => read?.caseId)).toEqual([mail.id, undefined, undefined, undefined]);
  });
});
