import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import { headerOf } from "../../infra/local/mime-headers.ts";
import { inboundMail, receiptOf } from "../../infra/local/sample/inbound-mail.ts";
import type { KeptMail } from "../../infra/local/servers/ses-events.ts";
import { replyBucket } from "../../infra/local/stand.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

const desk = "abuse@platform.example";
const replyTo = (mail: KeptMail): string =>
  /<([^>]+)>/.exec(headerOf(mail.headers, "reply-to") ?? "")?.[1] ?? headerOf(mail.headers, "reply-to") ?? "";
let written = 0;
/** The desk's mail, or one in its name whose envelope is a stranger's, as SES writes both. */
const aReply = (
  to: string,
  { text = "The content has been removed.", subject = "Re: your notice", isForged = false } = {},
): { key: string; mime: string } => {
  written += 1;
  const honest = inboundMail({
    id: `reply-${written}`,
    at: house.clock.now(),
    from: { name: "Abuse Desk", email: desk },
    to,
    subject,
    inReplyTo: "<x@platform.example>",
    automatic: false,
    text,
  });
  const forged = honest
    .replaceAll("envelope-from=abuse@platform.example", "envelope-from=dmarc=pass@evil.example")
    .replace("dkim=pass header.i=@platform.example", "dkim=pass header.i=@evil.example")
    .replace("dmarc=pass header.from", "dmarc=fail header.from")
    .replace("Return-Path: <abuse@platform.example>", "Return-Path: <dmarc=pass@evil.example>");
  return { key: `reply-${written}`, mime: isForged ? forged : honest };
};
const arrives = async ({ key, mime }: { key: string; mime: string }) => {
  house.stand.s3.put(replyBucket, key, Buffer.from(mime));
  await house.put("reply", receiptOf(replyBucket, key, mime, house.clock.now()));
  await house.run();
};
let reports = 0;
const aNotice = async (category = "phishing") => {
  // A desk gets four mails an hour one by one.
  house.clock.jumpTo(plusHours(house.clock.now(), 1));
  const reportId = `merged-${++reports}`;
  await house.put("report-standard", house.report(reportId, { category }));
  await house.run();
  const mail = house.mails().at(-1);
  if (!mail) throw new Error("a notice went out");
  return { reportId, to: replyTo(mail) };
};

describe("a mail", () => {
  test("in the desk's name, with a verdict of the sender's own making, closes nothing and stops no desk", async () => {
    const { reportId, to } = await aNotice();
    await arrives(aReply(to, { isForged: true }));
    await arrives(aReply(to, { isForged: true, subject: "unsubscribe", text: "x" }));
    const state = await house.theCase(reportId);
    expect(state.closed).toBeUndefined();
    expect(state.reviews.map(({ question, reason }) => [question, /the sender is not proven/.test(reason)])).toEqual([
      ["reply", true],
      ["reply", true],
    ]);
    expect(await house.stand.store.isStopped(desk)).toBe(false);
  });

  test("with the desk's mailbox in a comment beside the writer's own, closes nothing and stops no desk", async () => {
    const { reportId, to } = await aNotice();
    for (const from of [
      `(${desk} ") <x@evil.example> (")`,
      `=?utf-8?q?${desk}_=22?= <x@evil.example> (=?utf-8?q?=22?=)`,
    ]) {
      const { key, mime } = aReply(to);
      const own = mime.replaceAll("platform.example", "evil.example");
      await arrives({ key, mime: own.replace(/^From: .*$/m, () => `From: ${from}`) });
    }
    const state = await house.theCase(reportId);
    expect([state.closed, await house.stand.store.isStopped(desk)]).toEqual([undefined, false]);
  });

  test("and is the desk's closes a case of the standard lane", async () => {
    const { reportId, to } = await aNotice();
    await arrives(aReply(to));
    expect((await house.theCase(reportId)).closed?.outcome).toBe("removed");
  });
});

describe("a desk that merged its tickets and answers them in one mail", () => {
  test("is heard for each of them", async () => {
    const [one, two] = [await aNotice("ncii"), await aNotice("ncii")];
    await arrives(
      aReply(`${one.to}, ${two.to}`, { text: "We do not host this; please ask the customer's own provider." }),
    );
    for (const { reportId } of [one, two]) {
      const { reviews, notices } = await house.theCase(reportId);
      expect([reviews.map(({ question }) => question), notices[0]?.answer]).toEqual([["reply"], "not-ours"]);
    }
  });

  test("is heard once for a case, however many of its addresses it writes to and however often", async () => {
    const { reportId, to } = await aNotice("ncii");
    const reply = aReply(`${to}, ${to}`, { text: "Could you please send us a screenshot?" });
    await arrives(reply);
    await arrives(reply);
    const lines = await house.stand.store.history((await house.theCase(reportId)).id);
    expect(lines.flatMap(({ events }) => events).filter(({ type }) => type === "replied")).toHaveLength(1);
  });
});
