import { describe, expect, test } from "vitest";
import { isOurSide } from "../../functions/contact/parties.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { aCase, aSettings } from "../support/a-case.ts";
import { anInbox, domain } from "./an-inbox.ts";

const desk = "abuse@network.example";
const today = { replyDomain: "answers.elsewhere.example", senderAddress: "notices@elsewhere.example" };

describe("an answer to a mail that named a former reply domain", () => {
  test("closes its case as any other does", async () => {
    const inbox = await anInbox({ settings: { ...today, formerReplyDomains: [domain] } });
    await inbox.take(inbox.from(desk));
    expect(await inbox.closed()).toBe("removed");
  });

  test("is found in the mail's head where there is no receipt that names it", async () => {
    const inbox = await anInbox({ settings: { ...today, formerReplyDomains: ["older.dispatch.example", domain] } });
    await inbox.take(inbox.from(desk), { recipients: [inbox.address.toUpperCase()] });
    expect(await inbox.closed()).toBe("removed");
  });

  test("comes to the case by a new reply address, too: a token is bound to no domain", async () => {
    const inbox = await anInbox({ settings: { ...today, formerReplyDomains: [domain] } });
    const address = inbox.address.replace(domain, today.replyDomain);
    await inbox.take(inbox.from(desk, { To: address }), { recipients: [address] });
    expect(await inbox.closed()).toBe("removed");
  });

  test("is a stranger's where the settings name its domain no more", async () => {
    const inbox = await anInbox({ settings: today });
    const before = await inbox.events();
    await inbox.take(inbox.from(desk));
    expect(await inbox.events()).toEqual(before);
    expect(inbox.logged).toEqual([{ code: "reply.foreign", fields: { code: "foreign" } }]);
  });

  test("is our own mail come back where it is written from there", async () => {
    const inbox = await anInbox({ settings: { ...today, formerReplyDomains: [domain] } });
    await inbox.take(inbox.from(`desk@${domain}`));
    expect(await inbox.closed()).toBeUndefined();
    expect(inbox.logged.map(({ code }) => code)).toEqual(["reply.foreign"]);
  });
});

test("former domains stay our own: nothing is written to them, and they are protected", () => {
  const settings = aSettings({
    ...today,
    formerReplyDomains: ["reply.dispatch.example"],
    formerSenderAddresses: ["notices@dispatch.example"],
  });
  const { ownDomains, protectedDomains } = policyOf(settings)(aCase({}));
  const own = ["answers.elsewhere.example", "reply.dispatch.example", "elsewhere.example", "dispatch.example"];
  expect(ownDomains).toEqual(own);
  expect(protectedDomains).toEqual(expect.arrayContaining(own));
  expect(isOurSide(settings)("abuse@dispatch.example")).toBe(true);
});
