import { describe, expect, test } from "vitest";
import type { Notice } from "../../functions/case/notice.ts";
import { caseDossier, icannDossier } from "../../functions/notice/dossier.ts";
import type { Category } from "../../functions/report/category.ts";
import { aContact, aFullCase, sentBefore } from "./a-request.ts";

const told = { ...sentBefore(aContact("registrar")), deliveredAt: "2026-11-23T08:00:04.000Z" } as const;
const of = (category: Category, host: string, notices: readonly Notice[] = [told]) =>
  icannDossier(
    aFullCase(category, { target: { kind: "url", url: `https://${host}/x`, host }, notices }),
    "eu-west-1.amazonses.com",
  );

test("proves that the registrar was asked first: when, where, by which mail, and that it arrived", () => {
  const dossier = of("phishing", "login.bad.com.example");
  expect(dossier.ok ? dossier.value : dossier.error).toBe(`Domain: com[.]example
Abuse: phishing, first seen 2026-11-23 06:58:12 UTC
Location, defanged: hxxps://login[.]bad[.]com[.]example/x
Why it is what we say: The page copies a bank's sign-in and sends what is typed to hxxps://collect[.]example/x.
Our number: TD-7K3M-9QXZ-4B2N
Registrar's abuse contact: abuse@registrar.example (Example registrar)

What the registrar was sent, and what came of it:
- first, sent 2026-11-23 08:00:00 UTC
  Subject: ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-23 [TD-7K3M-9QXZ-4B2N]
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
  ["a name that a provider gave out below its own", "phishing", "bad.github.io", [told]],
  ["a domain that no accredited registrar sells", "phishing", "bad.gov", [told]],
] as const)("is refused for %s", (_, category, host, notices) => {
  expect(of(category, host, [...notices])).toEqual({ ok: false, error: expect.stringContaining("ICANN has no say") });
});

test("is refused where the registrar was never told, or its mail came back", () => {
  const why = { ok: false, error: expect.stringContaining("asked first") };
  expect(of("phishing", "bad.com.example", [])).toEqual(why);
  expect(of("phishing", "bad.com.example", [{ ...told, state: "bounced" }])).toEqual(why);
});

describe("the dossier of a case", () => {
  test("says whom we told, when, by which mail, and what came of it, with the reported host nowhere in clear", () => {
    const hostly = { ...sentBefore(aContact("network", { name: "Desk of bad.example" })), state: "bounced" as const };
    const upstream = {
      ...told,
      id: "1-escalation-1a2b3c4d5e",
      step: "escalation" as const,
      to: aContact("upstream"),
      answer: "refused" as const,
    };
    const unsent = { ...told, id: "x", state: "queued" as const };
    const dossier = caseDossier(
      aFullCase("csam", { notices: [hostly, upstream, unsent] }),
      "eu-west-1.amazonses.com",
      [],
    );
    expect(dossier.ok ? dossier.value : dossier.error).toBe(`Abuse: csam, first seen 2026-11-23 06:58:12 UTC
Location, defanged: hxxps://bad[.]example/login?session=1
Why it is what we say: The page copies a bank's sign-in and sends what is typed to hxxps://collect[.]example/x.
Our number: TD-7K3M-9QXZ-4B2N

Who was told, and what came of it:
- first to network: abuse@network.example (Desk of bad[.]example), sent 2026-11-23 08:00:00 UTC
  Subject: ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-23 [TD-7K3M-9QXZ-4B2N]
  Message-ID: <0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com>
  Delivery: returned as undeliverable
  Its ticket number: HOST-4711
  Answer: none
- escalation to upstream: abuse@upstream.example (Example upstream), sent 2026-11-23 08:00:00 UTC
  Subject: ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-23 [TD-7K3M-9QXZ-4B2N]
  Message-ID: <0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com>
  Delivery: accepted by its mail server 2026-11-23 08:00:04 UTC
  Its ticket number: HOST-4711
  Answer: refused`);
  });

  test("is refused where nobody was told", () => {
    expect(caseDossier(aFullCase(), "eu-west-1.amazonses.com", [])).toEqual({
      ok: false,
      error: "No notice is known to have left: there is nothing to show yet.",
    });
  });
});

test("a dossier says of a mail that SES did not try that nobody returned it", () => {
  const untried = { ...told, state: "bounced" as const, untried: true as const };
  const dossier = caseDossier(aFullCase("csam", { notices: [untried] }), "eu-west-1.amazonses.com", []);
  expect(dossier.ok && dossier.value).toContain(
    "  Delivery: not tried by our mail provider, which suppresses the address",
  );
});
