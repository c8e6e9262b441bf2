import { describe, expect, test } from "vitest";
import type { Step } from "../../functions/case/step.ts";
import { namesInClear } from "../../functions/kernel/in-clear.ts";
import { checkNotice } from "../../functions/notice/check-notice.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { unbroken } from "../../functions/notice/plain-text.ts";
import { aMail } from "../answers/a-mail.ts";
import { readMail } from "../answers/as-deployed.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

/**
 * A place in the ways in which strangers write one: in clear, in letters of other scripts, in
 * look-alikes, with a dot that is none.
 */
const places = [
  "mirror-of-it.com/kids/1",
  "cdn.mirror-of-it.com",
  "spiegel-münchen.example",
  "xn--spiegel-mnchen-7ob.example",
  "bаd.example",
  "bad。example",
  "192.0.2.77",
  "i❤.example",
  "spiegel・.example",
  "2001:db8::77",
  "tg://join?invite=AbC",
];
const betraying = `also at ${places.join(" and ")}`;
const evidence = {
  explanation: betraying,
  reproduce: betraying,
  imitates: betraying,
  detectedBy: "manual-review",
  hashes: [`sha256:${"ab".repeat(32)}`],
} as const;

const ours = [
  settings.senderAddress,
  settings.replyDomain,
  settings.verifyBy,
  "abuse@network.example",
  "ntd@alpha.example",
  "abuse@beta.example",
  // Addresses and ranges of the registries are no links, and a desk searches its logs by them.
  "192.0.2.7 192.0.2.0 192.0.2.255",
].flatMap((text) => [...namesInClear(text)]);
const foreignIn = (text: string) =>
  namesInClear(text).filter((name) => !ours.includes(name) && name !== "eu-west-1.amazonses.com");

describe.each(["csam", "phishing"] as const)("a notice about %s", (category) => {
  test.each(["first", "reminder", "escalation", "withdrawal", "correction"] as const)(
    "shows no name of a stranger's writing in clear: %s",
    async (step: Step) => {
      const desk = aContact("network", { name: `Desk of ${places[0]}`, range: "bad.example" });
      const earlier = { ...sentBefore(desk), ticket: "evil-portal.com/login1" };
      const state = aFullCase(category, {
        evidence,
        notices: [earlier],
        target: { kind: "account", account: betraying, host: "social.example" },
      });
      const composed = await composeNotice(
        aRequest(aNotice(step, step === "escalation" ? aContact("upstream") : desk), state),
      );
      if (!composed.ok) throw new Error(JSON.stringify(composed.error));
      expect(foreignIn(`${composed.value.subject}\n${composed.value.text}`)).toEqual([]);
      for (const place of ["evil-portal.com", ...places]) expect(composed.value.text).not.toContain(place);
    },
  );
});

test("an account stays within its quotes, whatever quotes it holds", async () => {
  const account = `a" , hxxps://other[.]example “b” „c‟`;
  const state = aFullCase("phishing", { target: { kind: "account", account, host: "social.example" } });
  const composed = await composeNotice(aRequest(aNotice(), state));
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  expect(unbroken(composed.value.text)).toContain(`"a' , hxxps://other[.]example 'b' 'c'", social[.]example`);
});

test("the check on the finished mail knows the reported host in its international form", async () => {
  const state = aFullCase("phishing", {
    target: { kind: "url", url: "https://xn--mnchen-3ya.example/x", host: "xn--mnchen-3ya.example" },
  });
  const request = aRequest(aNotice(), state);
  const composed = await composeNotice(request);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  const mail = {
    ...composed.value,
    request,
    recipient: "abuse@network.example",
    outline: { grounds: [] },
    sections: [],
    block: { parts: {}, text: "" },
    values: [],
    list: undefined,
    hasXarf: false,
    machineValues: [],
  };
  const inClear = "the reported location stands in clear outside the machine-readable part";
  expect(checkNotice(mail as never)).not.toContain(inClear);
  for (const written of ["münchen.example", "MÜNCHEN.example", "münchen。example", "»mün\u00adchen．example"])
    expect(checkNotice({ ...mail, text: `${mail.text}\nsee ${written}` } as never)).toContain(inClear);
});

describe("the desk's own ticket in our subject", () => {
  const subjectWith = async (deskSubject: string, host = "bad.example") => {
    const { ticket, ticketTag } = readMail(aMail({ Subject: deskSubject }, ""));
    const earlier = { ...sentBefore(), ...(ticket && { ticket }), ...(ticketTag && { ticketTag }) };
    const state = aFullCase("phishing", {
      target: { kind: "host", host },
      notices: [earlier],
    });
    const composed = await composeNotice(aRequest(aNotice("reminder"), state));
    if (!composed.ok) throw new Error(JSON.stringify(composed.error));
    return composed.value.subject.split("[TD-7K3M-9QXZ-4B2N]")[1];
  };

  test.each([
    ["[#4711] Re: ABUSE", "[#4711]"],
    ["[#ABC-123-45678] Re: ABUSE", "[#ABC-123-45678]"],
    ["Re: ABUSE [~4711]", "[~4711]"],
    ["[Request ID :##4711##] : ABUSE", "[Request ID :##4711##]"],
    ["##4711## ABUSE", "##4711##"],
    ["##RE-4711## ABUSE", "##RE-4711##"],
    ["ABUSE (ABC-4711)", "(ABC-4711)"],
    ["[SD#4711] ABUSE", "[SD#4711]"],
    ["[T4711] ABUSE", "[T4711]"],
    ["{4711} ABUSE", "{4711}"],
    ["[Hetzner] AbuseID:ABC123:1A: ABUSE", "AbuseID:ABC123:1A"],
    ["[Ticket#2026112410000012] ABUSE", "[Ticket#2026112410000012]"],
    ["[network.example #4711] ABUSE", "[network.example #4711]"],
    ["[rt.network.example #4711] ABUSE", "[rt.network.example #4711]"],
  ])("stands at its end as the desk wrote it: %s", async (deskSubject, tag) => {
    expect(await subjectWith(deskSubject)).toBe(` ${tag}`);
  });

  test.each([
    "[bad.example #4711]",
    "[other.example #4711]",
    "[bad.example.network.example #4711]",
    "[BAD.EXAMPLE.network.example #4711]",
    "[x.bad.example.network.example #4711]",
    "[under penalty of perjury #4711]",
  ])("is the number alone where the desk wrote more than is ours to print: %s", async (deskSubject) => {
    expect(await subjectWith(deskSubject)).toBe(" [4711]");
  });

  test("names no host of the desk's own that was reported", async () => {
    expect(await subjectWith("[bad.network.example #4711]", "bad.network.example")).toBe(" [4711]");
  });
});
