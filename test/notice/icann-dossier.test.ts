import { expect, test } from "vitest";
import { icannDossier } from "../../functions/notice/icann-dossier.ts";
import type { Category } from "../../functions/report/category.ts";
import { aContact, aFullCase, sentBefore, settings } from "./a-request.ts";

const told = { ...sentBefore(aContact("registrar")), deliveredAt: "2026-11-23T08:00:04.000Z" };
const of = (category: Category, host: string, notices = [told]) =>
  icannDossier(aFullCase(category, { target: { kind: "url", url: `https://${host}/x`, host }, notices }), settings, "eu-west-1.amazonses.com");

test("proves that the registrar was asked first: when, where, by which mail, and that it arrived", () => {
  const dossier = of("phishing", "login.bad.com.example");
  expect(dossier.ok ? dossier.value : dossier.error).toBe(`Domain: com[.]example
Abuse: phishing, first seen 2026-11-23 06:58:12 UTC
Location, defanged: hxxps://login[.]bad[.]com[.]example/x
Registrar's abuse contact: abuse@registrar.example (Example registrar)
Our number: TD-7K3M-9QXZ-4B2N

What the registrar was sent, and what came of it:
- first, sent 2026-11-23 08:00:00 UTC
  Subject: ABUSE: phishing – bad[.]example – 2026-11-23 [TD-7K3M-9QXZ-4B2N]
  Message-ID: <0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com>
  Delivery: accepted by its mail server 2026-11-23 08:00:04 UTC
  Its ticket number: HOST-4711
  Answer: none`);
});

test.each([
  ["a country's domain", "phishing", "bad.de", [told]],
  ["what may be a country's domain in its own script", "phishing", "bad.xn--p1ai", [told]],
  ["what is not DNS abuse", "copyright", "bad.com.example", [told]],
  ["child abuse, which is content", "csam", "bad.com.example", [told]],
] as const)("is refused for %s", (_, category, host, notices) => {
  expect(of(category, host, [...notices])).toEqual({ ok: false, error: expect.stringContaining("ICANN has no say") });
});

test("is refused where the registrar was never told, or its mail came back", () => {
  const why = { ok: false, error: expect.stringContaining("asked first") };
  expect(of("phishing", "bad.com.example", [])).toEqual(why);
  expect(of("phishing", "bad.com.example", [{ ...told, state: "bounced" }])).toEqual(why);
});
