import { describe, expect, test } from "vitest";
import { senderOf } from "../../functions/answers/sender.ts";
import { aCandidate, aCase, anAnswer } from "../support/a-case.ts";
import { anInbox } from "./an-inbox.ts";
import { spellings } from "./from-spellings.ts";

const range = "192.0.2.0 - 192.0.2.255";
const stateWith = (...candidates: readonly Parameters<typeof aCandidate>[0][]) => ({
  ...aCase({}),
  contact: anAnswer({ candidates: candidates.map((candidate) => aCandidate(candidate)) }),
});
const sender = (
  desk: string,
  from: string | undefined,
  state = stateWith(),
  dmarc: "pass" | "fail" | "none" = "pass",
) => senderOf({ dmarc, ...(from && { from }) }, aCandidate({ email: desk, range }), state);

describe("who wrote", () => {
  test("is the desk where it is the mailbox that was written to, by SES's word on its domain", () => {
    expect(sender("abuse@hoster.com", "Abuse@hoster.com")).toBe("desk");
    for (const dmarc of ["fail", "none"] as const)
      expect(sender("abuse@hoster.com", "abuse@hoster.com", undefined, dmarc)).toBe("anybody");
    expect(sender("abuse@hoster.com", undefined)).toBe("anybody");
  });

  test("is the desk where the same look-up names the mailbox for the same range, at the same owner's domain", () => {
    const noc = { email: "noc@hoster.com", range };
    expect(sender("abuse@hoster.com", "noc@hoster.com", stateWith(noc))).toBe("desk");
    expect(sender("abuse@hoster.com", "noc@hoster.com", stateWith({ ...noc, range: "198.51.100.0/24" }))).toBe(
      "its-domain",
    );
    expect(sender("abuse@hoster.com", "noc@hoster.com", stateWith({ ...noc, scope: "upstream" }))).toBe("its-domain");
    expect(sender("abuse@hoster.com", "noc@hoster.com", stateWith({ ...noc, confidence: "guess" }))).toBe("its-domain");
    // A registry names a customer beside the hoster: that makes neither of them the other.
    expect(sender("abuse@hoster.com", "me@customer.com", stateWith({ email: "me@customer.com", range }))).toBe(
      "anybody",
    );
  });

  test.each([
    ["another mailbox at its domain", "abuse@hoster.com", "jane@hoster.com"],
    ["a customer of an access network", "abuse@access.net", "customer4711@access.net"],
    ["a customer's own machine below the hoster's domain", "abuse@hoster.com", "root@vps-17.customers.hoster.com"],
    ["its ticket system", "abuse@hoster.co.uk", "tickets@support.hoster.co.uk"],
  ])("is of its domain and no more where it is %s", (_, desk, from) => {
    expect(sender(desk, from)).toBe("its-domain");
  });

  test.each([
    ["another customer of a mail provider", "smallhost.abuse@gmail.com", "offender@gmail.com"],
    ["a neighbour below a private suffix (uk.com)", "abuse@smallhost.uk.com", "me@offender.uk.com"],
    ["a neighbour below a private suffix (eu.org)", "abuse@smallhost.eu.org", "me@offender.eu.org"],
    ["a customer of a dynamic DNS service", "abuse@duckdns.org", "me@offender.duckdns.org"],
    ["a platform's user", "abuse@github.io", "me@offender.github.io"],
    ["somebody else", "abuse@hoster.com", "x@evil.com"],
  ])("is anybody where it is %s", (_, desk, from) => {
    expect(sender(desk, from)).toBe("anybody");
  });
});

describe("a From that names more than one domain proves nobody, since SES may have judged the other one", () => {
  test.each([
    "<@evil.example:abuse@network.example>",
    "abuse@evil.example@network.example",
    "a@evil.example <abuse@network.example>",
  ])("%s", async (from) => {
    const inbox = await anInbox();
    await inbox.take(inbox.from(from));
    expect(await inbox.closed()).toBeUndefined();
  });
});

const desk = "abuse@network.example";
const reports: readonly Record<string, unknown>[] = [
  { category: "phishing" },
  { category: "malware" },
  { category: "copyright", evidence: { explanation: "x", imitates: "A film" } },
];

describe("a stranger whose From holds the desk's mailbox beside his own, of whose domain SES says PASS", () => {
  const forged = `(${desk} ") <mallory@evil.example> (")`;

  test.each(reports)("closes no case of $category, and a person is asked", async (report) => {
    const inbox = await anInbox({ report });
    await inbox.take(inbox.from(forged), { judges: "evil.example" });
    expect([await inbox.closed(), await inbox.questions()]).toEqual([undefined, ["reply"]]);
    expect((await inbox.events()).find(({ type }) => type === "replied")).toMatchObject({ authenticated: false });
  });

  test.each(Object.values(spellings(desk, "mallory@evil.example")).filter((head) => /^From: [ -~]{1,200}$/.test(head)))(
    "closes none by %s",
    async (head) => {
      const inbox = await anInbox();
      await inbox.take(inbox.from(head.slice("From: ".length)), { judges: "evil.example" });
      expect(await inbox.closed()).toBeUndefined();
    },
  );

  test("ends neither the reminder nor the question about silence where it is child abuse", async () => {
    const csam = { category: "csam", evidence: { explanation: "x", detectedBy: "manual-review" } };
    const lives = [await anInbox({ report: csam }), await anInbox({ report: csam })] as const;
    const [written, silent] = lives;
    await written.take(written.from(forged), { judges: "evil.example" });
    for (const { flow } of lives) await flow.pass({ hours: 40 });
    expect(written.flow.told()).toEqual(silent.flow.told());
    expect(await written.questions()).toEqual(expect.arrayContaining(await silent.questions()));
    expect((await silent.questions()).length).toBeGreaterThan(0);
  });
});

describe("a copy of the desk's own mail, with its Message-ID and its words, that a stranger in Cc sends faster", () => {
  const same = { "Message-ID": "<1@network.example>" };

  test.each([
    ["from the stranger's own domain", "mallory@evil.example", { judges: "evil.example" }],
    ["in the desk's name, unproven", desk, { dmarc: "FAIL" }],
    ["from another mailbox of its domain", "customer@network.example", {}],
  ])("%s, leaves the desk's mail to be taken in", async (_, from, as) => {
    const inbox = await anInbox();
    await inbox.take(inbox.from(from, same), as);
    expect(await inbox.closed()).toBeUndefined();
    await inbox.take(inbox.from(desk, same));
    expect(await inbox.closed()).toBe("removed");
  });

  test.each([
    ["the desk's", desk, {}],
    ["a stranger's", "mallory@evil.example", { judges: "evil.example" }],
    ["an unproven one's", desk, { dmarc: "FAIL" }],
  ])("%s own, delivered twice, is one reply", async (_, from, as) => {
    const inbox = await anInbox();
    const mail = inbox.from(from, same, "We look into it.");
    await inbox.take(mail, as);
    await inbox.take(Buffer.concat([Buffer.from("Received: from another by path\r\n"), mail]), as);
    expect((await inbox.events()).filter(({ type }) => type === "replied")).toHaveLength(1);
  });
});

describe("what is remembered of a desk, by which it and its provider are trusted", () => {
  const words = [
    "We have removed the content.",
    "We have received your report. Ticket: #4711",
    "We passed your notice on to our customer.",
    "This is not our customer.",
    "We will not remove this page.",
    "Which page do you mean?",
    "hm",
  ];

  /** That a mail arrived is proven by the token in its reply address, whoever writes there: no word of the desk's. */
  const learnt = async ({ flow }: Awaited<ReturnType<typeof anInbox>>) =>
    (await flow.store.outcomesAt(desk, 40))
      .map(({ what }) => what)
      .filter((what) => what !== "delivered")
      .toSorted();

  test.each([
    ["with the desk's mailbox in a comment", `(${desk} ") <mallory@evil.example> (")`, { judges: "evil.example" }],
    ["in a plain From of their own", "mallory@evil.example", { judges: "evil.example" }],
    ["in the desk's name, which fails DMARC", desk, { dmarc: "FAIL" }],
    ["in the desk's name, with SES's word about another domain", desk, { judges: "evil.example" }],
  ])("is as of a desk that is silent, whatever an unproven sender writes %s", async (_, from, as) => {
    const [written, silent] = [await anInbox(), await anInbox()] as const;
    for (const [at, text] of words.entries())
      await written.take(written.from(from, { "Message-ID": `<${at}@x.example>` }, text), as);
    for (const { flow } of [written, silent]) await flow.pass({ hours: 9 * 24 });
    expect(await learnt(written)).toEqual(["unanswered"]);
    expect(await learnt(silent)).toEqual(["unanswered"]);
  });

  test("holds a removal that the desk itself tells of", async () => {
    const inbox = await anInbox();
    await inbox.take(inbox.from(desk));
    expect(await learnt(inbox)).toEqual(["acted", "answered", "proven"]);
  });
});
