import { describe, expect, test } from "vitest";
import { namesInClear } from "../../functions/kernel/in-clear.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { describeProblem, type NoticeRequest } from "../../functions/notice/request.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

/* What an adversary and a careless source got into a notice, or stopped one by. */
const composed = async (request: NoticeRequest) => {
  const result = await composeNotice(request);
  return result.ok ? result.value : { subject: "", text: describeProblem(result.error) };
};
const flat = (text: string) => text.replace(/\s+/g, " ");

describe("of child sexual abuse the notifier is named to nobody (DSA Art. 16(2)(c))", () => {
  const named = (organisation: string, contact: string) =>
    settingsSchema.parse({ ...settings, reporters: [{ id: "hotline-a", organisation, contact }] });
  const hotline = named("Hotline.example", "report@hotline.example");

  test.each([
    "Assessed by Hotline.example, report@hotline.example.",
    "Seen https://hotline.example/case/77",
    "see HOTLINE[.]EXAMPLE",
    "by hotline.example's analyst",
  ])("not by the words of a report: %j", async (explanation) => {
    const state = aFullCase("csam", {
      evidence: { ...aFullCase("csam").evidence, explanation, reproduce: explanation },
    });
    const { text } = await composed(aRequest(aNotice(), state, { settings: hotline }));
    expect(text).toContain("hxxps://bad[.]example/login");
    expect(text.replaceAll("[.]", ".")).not.toMatch(/hotline\.example/i);
  });
  test("not by the one redirect that there is", async () => {
    const evidence = { ...aFullCase("csam").evidence, redirects: ["https://hotline.example/case/77"] };
    const { text } = await composed(aRequest(aNotice(), aFullCase("csam", { evidence }), { settings: hotline }));
    expect(text).toContain("hxxps://bad[.]example/login");
    expect(text.replaceAll("[.]", ".")).not.toMatch(/hotline\.example/i);
  });
  test("not by the desks that were told before", async () => {
    const told = sentBefore(aContact("hotline", { email: "report@hotline.example", name: "Hotline.example" }));
    const notice = aNotice("escalation", aContact("upstream"));
    const { text } = await composed(
      aRequest(notice, aFullCase("csam", { notices: [told, notice] }), { settings: hotline }),
    );
    expect(text).toContain("hxxps://bad[.]example/login");
    expect(text.replaceAll("[.]", ".")).not.toMatch(/hotline\.example/i);
  });
  test.each(["Police", "NCMEC", "CyberTipline", "Report", "IP", "Hotline", "警察"])(
    "and an organisation that is called as a word of ours, %s, stops no notice",
    async (organisation) => {
      const of = named(organisation, "desk@reporter.example");
      for (const country of ["US", "DE", "JP"]) {
        const request = aRequest(aNotice("first", aContact("network", { country })), aFullCase("csam"), {
          settings: of,
        });
        expect((await composed(request)).text).toContain("hxxps://bad[.]example/login");
      }
    },
  );
});

describe("a page whose address names its own host", () => {
  test.each([
    "https://bad.example/login?continue=https://bad.example/account",
    "https://bad.example/?email=info@bad.example",
    "https://bad.example/wp-content/cache/bad.example/a.exe",
    "https://bad.example/home/BAD.EXAMPLE/public_html/.env",
  ])("%s is told, and stands in clear nowhere", async (url) => {
    const state = aFullCase("phishing", { target: { kind: "url", url, host: "bad.example" } });
    const { text, subject } = await composed(aRequest(aNotice(), state));
    expect(text).toContain("hxxps://bad[.]example/");
    expect(namesInClear(`${subject}\n${text}`)).not.toContain("bad.example");
  });
  test("may stand in a redirect and in the genuine site", async () => {
    const evidence = {
      ...aFullCase().evidence,
      redirects: ["https://short.example/r?url=https://bad.example/login"],
      legitimateSite: "https://bank.example/?next=bad.example",
    };
    const { text } = await composed(aRequest(aNotice(), aFullCase("phishing", { evidence })));
    expect(flat(text)).toContain("hxxps://short[.]example/r?url=hxxps://bad[.]example/login");
    expect(namesInClear(text)).not.toContain("bad.example");
  });
});

describe("a registry's range", () => {
  test.each([
    "192.0.2.0 - 192.0.2.255 (https://evil.example/x)",
    "192.0.2.0 - see https://evil.example",
    "192.0.2.0/24 https://evil.example",
    "192.0.2.0 - bad.example",
  ])("%s is not printed", async (range) => {
    const { text } = await composed(aRequest(aNotice("first", aContact("network", { range, language: "en" }))));
    expect(text).toContain("hxxps://bad[.]example/login");
    expect(text).not.toMatch(/evil|Your network/);
  });
  test.each(["192.0.2.0 - 192.0.2.255", "192.0.2.0/24", "2001:db8::/32", "AS64500"])("%s is", async (range) => {
    const { text } = await composed(aRequest(aNotice("first", aContact("network", { range, language: "en" }))));
    expect(text).toContain(`Your network: ${range}`);
  });
});

test("a host too long for the subject is cut there in ASCII", async () => {
  const host = `${"b".repeat(60)}.bad.example`;
  const state = aFullCase("phishing", { target: { kind: "url", url: `https://${host}/`, host } });
  const { subject } = await composed(aRequest(aNotice("first", aContact("network", { language: "en" })), state));
  expect(subject).toMatch(/^[\x20-\x7e]+$/);
});
