import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { make as watchdog } from "../../functions/handlers/watchdog.ts";
import { aStand } from "../support/a-stand.ts";

/*
 * SES takes the mail and its answer is lost: the real functions on servers on loopback, from the
 * report to the wire.
 */

let house: Awaited<ReturnType<typeof aStand>>;
let answersGetLost = true;
beforeEach(async () => {
  answersGetLost = true;
  house = await aStand({
    onAccepted: () => {
      if (answersGetLost) throw new Error("the answer is lost on its way");
    },
  });
  await house.put("report-standard", house.report("r-1"));
  await house.run();
});
afterEach(() => house.close());

const notice = async () => (await house.theCase("r-1")).notices[0];
const questions = async () => (await house.theCase("r-1")).reviews.map(({ question }) => question);
const onlyMail = () => {
  const [mail, ...more] = house.mails();
  if (!mail || more.length > 0) throw new Error(`${more.length + 1} mails are on the wire`);
  return mail;
};
/** Minutes pass, and the sweep comes after each step of them. */
const pass = async (minutes: number, step = minutes) => {
  for (let passed = 0; passed < minutes; passed += step) {
    house.pass(step);
    await house.sweep();
    await house.run();
  }
};
/** A person decides by the console's form; what they decided takes effect a minute later. */
const decide = async (fields: Readonly<Record<string, string>>) => {
  const answer = await give(fields);
  if (answer.status === 303) await pass(1);
  return answer;
};
const give = async (fields: Readonly<Record<string, string>>) => {
  const { id, reviews } = await house.theCase("r-1");
  const answer = await house.page(
    `/cases/${id}/reviews/${reviews.find(({ question }) => question === "unknown-send")?.id}`,
    fields,
  );
  await house.run();
  return answer;
};

describe("a mail that SES took and of which the answer was lost", () => {
  test("stays on the wire and is not sent again, though its hint comes again", async () => {
    await house.put("notice-standard", JSON.stringify({ caseId: house.caseIdOf("r-1") }));
    await house.run();
    expect([(await notice())?.state, house.mails().length]).toEqual(["on-wire", 1]);
    expect(house.said.filter(({ code }) => code === "notice.uncertain")).toHaveLength(1);
  });

  test.each([
    ["Send", "sent"],
    ["Delivery", "delivered"],
  ] as const)("is settled by SES's event %s, and nobody is asked", async (kind, state) => {
    await house.sesTells(onlyMail(), { kind });
    expect((await notice())?.state).toBe(state);
    expect((await notice())?.sesMessageId).toBe(onlyMail().messageId);
    await pass(20);
    expect([await questions(), house.told, house.mails().length]).toEqual([[], [], 1]);
  });

  test("is settled by a bounce that SES tells; the next step is a person's, as nobody else is known", async () => {
    await house.sesTells(onlyMail(), {
      kind: "Bounce",
      bounceType: "Permanent",
      bounceSubType: "General",
      status: "5.1.1",
      diagnosticCode: "550 unknown user",
    });
    await pass(20);
    expect([(await notice())?.state, await questions()]).toEqual(["bounced", ["unanswered"]]);
    expect(house.mails()).toHaveLength(1);
  });

  test.each([
    ["an answer", "We are looking into it and will write again.", {}, "delivered"],
    ["an automatic reply", "Your ticket is EX-4711.", { automatic: true }, "delivered"],
  ] as const)("is settled by %s of the desk, and nobody is asked whether it went out", async (_, text, how, state) => {
    await house.put("reply", house.reply(onlyMail(), text, how));
    await house.run();
    expect((await notice())?.state).toBe(state);
    await pass(20);
    expect(await questions()).not.toContain("unknown-send");
    expect(house.mails()).toHaveLength(1);
  });

  test("is settled by a bounce by mail: it went out; what else the bounce says is nobody's proven word", async () => {
    await house.put("reply", house.bounceByMail(onlyMail()));
    await house.run();
    expect((await notice())?.state).toBe("sent");
    await pass(20);
    expect(await questions()).toEqual([]);
    expect(house.mails()).toHaveLength(1);
  });
});

describe("without evidence for 15 minutes", () => {
  beforeEach(() => pass(16));

  test("on-call is told once, and the case asks whether it went out, with two ways on", async () => {
    expect(await questions()).toEqual(["unknown-send"]);
    await pass(10, 5);
    expect(house.told).toHaveLength(1);
    expect(house.told[0]).toContain(`${house.caseIdOf("r-1")}  phishing: Did this notice go out?`);
    const { text } = await house.page(`/cases/${house.caseIdOf("r-1")}`);
    expect(text).toContain("Did this notice go out?");
    expect([...text.matchAll(/name="decision" value="([a-z-]+)"/g)].map(([, decision]) => decision)).toEqual([
      "treat-as-sent",
      "send-again",
      "close",
    ]);
    expect((await house.page("/")).text).toContain("<h1>1 case needs you</h1>");
  });

  test("it is counted among the sends that nobody knows about, until a person has said what became of it", async () => {
    const watch = watchdog(house.stand.variables, house.clock, house.stand.log);
    const counts = () => house.said.filter(({ code }) => code === "watchdog.unknown").map(({ fields }) => fields.count);
    await watch();
    await decide({ decision: "treat-as-sent", why: "The desk has it." });
    await watch();
    expect(counts()).toEqual([1, 0]);
  });

  test("it is never sent again by itself, however many days pass", async () => {
    answersGetLost = false;
    await pass(5 * 24 * 60, 6 * 60);
    expect(onlyMail().tags.attempt).toMatch(/_1$/);
    expect(await questions()).toContain("unknown-send");
  });

  test("'treat as sent' sends nothing, and the desk is reminded a day after the mail went on the wire", async () => {
    const before = await notice();
    const answer = await decide({ decision: "treat-as-sent", why: "Their ticket system has it." });
    expect([answer.status, await questions(), house.mails().length]).toEqual([303, [], 1]);
    expect(await notice()).toMatchObject({ state: "sent", sentAt: before?.wireAt });
    answersGetLost = false;
    await pass(24 * 60, 6 * 60);
    expect((await house.theCase("r-1")).notices.map(({ step, state }) => [step, state])).toEqual([
      ["first", "sent"],
      ["reminder", "sent"],
    ]);
  });

  test("'send again' is asked twice, sends once, and is marked as a possible duplicate", async () => {
    answersGetLost = false;
    const why = "Their ticket system has no trace of it.";
    const first = await decide({ decision: "send-again", why });
    expect([first.status, house.mails().length]).toEqual([200, 1]);
    expect(first.text).toContain("Send again, perhaps twice");
    const second = await decide({ decision: "send-again", why, confirmed: "yes" });
    expect(second.status).toBe(303);
    expect(house.mails().map(({ tags, destinations }) => [tags.attempt?.slice(-2), destinations])).toEqual([
      ["_1", ["abuse@platform.example"]],
      ["_2", ["abuse@platform.example"]],
    ]);
    const texts = await Promise.all(house.mails().map((mail) => PostalMime.parse(house.textOf(mail))));
    expect(texts.map(({ text = "" }) => /You may already\s+have\s+this\s+message/.test(text))).toEqual([false, true]);
    expect([(await notice())?.state, (await notice())?.attempts, await questions()]).toEqual(["sent", 2, []]);
    const { text } = await house.page(`/cases/${house.caseIdOf("r-1")}`);
    expect(text).toContain("What jane decided took effect: Send again, accepting that it may arrive twice");
    expect(text).toContain("It may have reached the desk twice: a person had it sent again.");
    await pass(60, 20);
    expect(house.mails()).toHaveLength(2);
  });

  test("'send again' sends nothing where it is taken back, or SES tells in its minute of the mail", async () => {
    answersGetLost = false;
    const fields = { decision: "send-again", why: "No trace of it.", confirmed: "yes" };
    await give(fields);
    const { id, reviews } = await house.theCase("r-1");
    const back = await house.page("/reviews/take-back", { row: `${id}@${reviews[0]?.id}@${reviews[0]?.given?.at}` });
    await pass(3);
    expect([back.status, house.mails().length, await questions()]).toEqual([303, 1, ["unknown-send"]]);
    await give(fields);
    await house.sesTells(onlyMail(), { kind: "Delivery" });
    await pass(3);
    expect([house.mails().length, await questions()]).toEqual([1, []]);
  });

  test("'send again' sent off twice at once is one mail", async () => {
    answersGetLost = false;
    const fields = { decision: "send-again", why: "No trace of it.", confirmed: "yes" };
    await Promise.all([give(fields), give(fields)]);
    await pass(10);
    expect(house.mails()).toHaveLength(2);
  });

  test.each([
    ["SES's event", () => house.sesTells(onlyMail(), { kind: "Delivery" })],
    [
      "an answer of the desk",
      () => house.put("reply", house.reply(onlyMail(), "We have removed the content.")).then(house.run),
    ],
  ])("%s that comes late takes the question back", async (_, evidence) => {
    await evidence();
    expect(await questions()).not.toContain("unknown-send");
    expect((await notice())?.state).toBe("delivered");
    expect(house.mails()).toHaveLength(1);
    expect((await house.page(`/cases/${house.caseIdOf("r-1")}`)).text).not.toContain("may have reached the desk twice");
  });
});
