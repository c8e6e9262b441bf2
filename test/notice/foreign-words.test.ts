import { describe, expect, test } from "vitest";
import type { Step } from "../../functions/case/step.ts";
import { namesInClear } from "../../functions/kernel/defang.ts";
import { checkNotice } from "../../functions/notice/check-notice.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { unbroken } from "../../functions/notice/plain-text.ts";
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
