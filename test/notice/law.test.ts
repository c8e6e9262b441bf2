import { describe, expect, test } from "vitest";
import type { TargetCase } from "../../functions/case/case.ts";
import type { Scope } from "../../functions/kernel/scope.ts";
import { composeIn, composeNotice } from "../../functions/notice/compose-notice.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { english } from "../../functions/notice/templates/en.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import { aContact, aFullCase, aNotice, aRequest } from "./a-request.ts";

/*
 * The laws and practices that a notice stands on, element by element: what it carries, what it
 * never claims, and what stops it. Nothing here is legal advice; each row quotes what it was read
 * from.
 */
type Given = {
  readonly category: Category;
  readonly scope?: Scope;
  readonly country?: string;
  readonly host?: string;
  readonly changed?: Partial<TargetCase>;
};

const requestOf = ({ category, scope = "network", country = "DE", host = "bad.example", changed = {} }: Given) => {
  const target = { kind: "url", url: `https://${host}/login?session=1`, host } as const;
  return aRequest(
    aNotice("first", aContact(scope, { country, language: "en" })),
    aFullCase(category, { target, ...changed }),
  );
};
const noticeOf = async (given: Given) => {
  const composed = await composeNotice(requestOf(given));
  if (!composed.ok) throw new Error(describeProblem(composed.error));
  const { subject, text, mime } = composed.value;
  const raw = Buffer.from(mime).toString("latin1");
  const json = /name=xarf\.json[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1] ?? "";
  return { text: text.replace(/\s+/g, " "), subject, raw, machine: Buffer.from(json, "base64").toString("utf8") };
};
const textOf = async (given: Given) => (await noticeOf(given)).text;

/** What stops a notice whose case lacks these of its facts. */
const without = async (category: Category, ...lacking: readonly (keyof TargetCase["evidence"])[]) => {
  const evidence = Object.fromEntries(
    Object.entries(aFullCase(category).evidence).filter(([name]) => !lacking.some((one) => one === name)),
  );
  const composed = await composeNotice(requestOf({ category, changed: { evidence } }));
  return composed.ok ? "composed" : composed.error.kind === "fact-missing" ? composed.error.fact : composed.error.kind;
};
/** What stops a notice into which somebody wrote this sentence. */
const withSentence = async (sentence: string, given: Given) => {
  const texts = { ...english, parts: { ...english.parts, reach: `${english.parts.reach} ${sentence}` } };
  const composed = await composeIn([texts], requestOf(given));
  return composed.ok ? "composed" : describeProblem(composed.error);
};

describe("DSA, Regulation (EU) 2022/2065, Art. 16(2)", () => {
  test("(a) a substantiated explanation stands in the notice", async () => {
    expect(await textOf({ category: "terrorism" })).toContain(
      "Why it is what we say: The page copies a bank's sign-in",
    );
  });
  test.each(["terrorism", "ncii", "other"] as const)(
    "(a) of %s, which the location alone does not show, nothing goes out without one",
    async (category) => {
      expect(await without(category, "explanation")).toBe("an explanation of why it is what the report says");
    },
  );
  test("(b) the location stands exact in the machine-readable part and defanged in the text, with help", async () => {
    const { text, machine } = await noticeOf({ category: "phishing" });
    expect(text).toContain("hxxps://bad[.]example/login?session=1");
    expect(text).toContain("How to see it: only from Germany, with a phone's user agent");
    expect(machine).toContain('"url": "https://bad.example/login?session=1"');
  });
  test("(c) the notifier's name and mailbox stand in it", async () => {
    expect(await textOf({ category: "phishing" })).toContain("Notifier: Hotline Alpha, ntd@alpha.example");
  });
  test.each(["csam", "csem"] as const)(
    "(c) of %s the notifier is named nowhere: text, headers, machine-readable part",
    async (category) => {
      const { text, raw, machine } = await noticeOf({ category });
      expect(`${text}${raw}${machine}`).not.toMatch(/alpha/i);
    },
  );
  test("(d) good faith that it is accurate and complete is stated", async () => {
    expect(await textOf({ category: "phishing" })).toContain(
      "We believe in good faith that the information in this notice is accurate and complete.",
    );
  });
  test("(4), (5): it asks for receipt and decision; a trusted flagger's alone claims Art. 22 priority", async () => {
    const flagged = await textOf({ category: "phishing" });
    expect(flagged).toMatch(
      /Article 16 of Regulation \(EU\) 2022\/2065 .* confirm its receipt and tell us your decision/,
    );
    expect(flagged).toContain("trusted flagger under Article 22");
    expect(await textOf({ category: "phishing", changed: { reporters: ["brand-b"] } })).not.toContain(
      "trusted flagger",
    );
  });
  test.each([
    ["network", "US"],
    ["network", "GB"],
    ["network", "CH"],
    ["network", "NO"],
    ["upstream", "DE"],
    ["registrar", "DE"],
    ["hotline", "DE"],
    ["cert", "DE"],
    ["site", "DE"],
  ] as const)("is not cited to a %s in %s, whom Art. 16 does not bind for certain", async (scope, country) => {
    expect(await textOf({ category: "phishing", scope, country })).not.toMatch(
      /2022\/2065|Digital Services Act|trusted flagger/,
    );
  });
});

describe("18 U.S.C. 2258A and the REPORT Act", () => {
  test("are recalled to a host in the United States on child abuse: report to the CyberTipline, preserve", async () => {
    expect(await textOf({ category: "csam", country: "US" })).toMatch(
      /18 U\.S\.C\. 2258A .* CyberTipline and to preserve/,
    );
  });
  test.each([
    { category: "csam", country: "DE" },
    { category: "csam", country: "US", scope: "registrar" },
    { category: "ncii", country: "US" },
    { category: "phishing", country: "US" },
  ] as const)("are not cited in %j", async (given) => {
    expect(await textOf(given)).not.toContain("2258A");
  });
  test("preservation is asked before removal, no warning to the uploader, and never the material itself", async () => {
    expect(await textOf({ category: "csam", country: "US" })).toMatch(
      /1\. Before removal, preserve .* 2\. Remove .* 4\. Do not warn .* do not send us any of the material/,
    );
  });
  test.each(["csam", "csem"] as const)(
    "of %s the source of the classification stands in the notice, and without one nothing goes out",
    async (category) => {
      expect(await textOf({ category })).toContain("Assessed by: a person at the reporting organisation");
      expect(await without(category, "detectedBy")).toBe("the source of its classification (detectedBy)");
    },
  );
});

describe("TAKE IT DOWN Act, P.L. 119-12, sec. 3(a)", () => {
  test("(1) only the depicted person signs a request, so no notice cites the Act, to whomever it goes", async () => {
    for (const scope of ["platform", "network", "registrar", "upstream"] as const)
      expect(await textOf({ category: "ncii", scope, country: "US" })).not.toMatch(/take it down|48 hours/i);
    expect(await withSentence("This is a request under the TAKE IT DOWN Act.", { category: "ncii" })).toContain(
      "whose request only the depicted person can sign",
    );
  });
  test("(2) where the imagery is, (3) why without consent and (4) how to reach the notifier stand in it", async () => {
    const text = await textOf({ category: "ncii", country: "US" });
    for (const element of [
      "hxxps://bad[.]example/login?session=1",
      "Why it is what we say:",
      "Notifier: Hotline Alpha, ntd@alpha.example",
    ])
      expect(text).toContain(element);
  });
  test("the imagery is not asked for, and no machine-readable part could name a victim", async () => {
    const { text, machine, subject } = await noticeOf({ category: "ncii" });
    expect(text).toContain("Please do not send us any of the imagery.");
    expect([machine, subject]).toEqual([
      "",
      "ABUSE: non-consensual intimate imagery – bad[.]example – 2026-11-23 [TD-7K3M-9QXZ-4B2N]",
    ]);
  });
});

describe("DMCA, 17 U.S.C. 512(c)(3)(A)", () => {
  test("(ii) the work, (iii) the material, its place and (iv) the notifier's contact stand in it", async () => {
    const text = await textOf({ category: "copyright", country: "US" });
    for (const element of [
      "Imitated or infringed: Example Bank",
      "hxxps://bad[.]example/login?session=1",
      "Notifier: Hotline Alpha, ntd@alpha.example",
    ])
      expect(text).toContain(element);
  });
  test("(ii) without the work nothing goes out", async () => {
    expect(await without("copyright", "imitates")).toBe("the work or brand that is infringed");
  });
  test("(i), (v), (vi): signature, belief and perjury are a person's; the notice declares none", async () => {
    expect(await textOf({ category: "copyright", country: "US" })).toContain(
      "This mail makes no declaration under 17 U.S.C. 512(c)(3)",
    );
    expect(
      await withSentence("I declare under penalty of perjury that it is so.", { category: "copyright" }),
    ).toContain("which only a person can");
  });
});

describe("TCO, Regulation (EU) 2021/784, Art. 3", () => {
  test("one hour runs from an authority's order alone: a text that cites it is stopped", async () => {
    for (const country of ["DE", "FR", "US"])
      expect(await textOf({ category: "terrorism", country })).not.toMatch(/2021\/784|hour/);
    expect(await withSentence("Remove it within one hour.", { category: "terrorism" })).toContain("one-hour duty");
    expect(await withSentence("Regulation (EU) 2021/784 applies.", { category: "terrorism" })).toContain(
      "one-hour duty",
    );
  });
  test("DSA Art. 16 is what a host in the Union is asked by", async () => {
    expect(await textOf({ category: "terrorism", country: "FR" })).toContain("Article 16 of Regulation (EU) 2022/2065");
  });
});

describe("ICANN RAA 3.18, since 2024-04-05", () => {
  test.each(["phishing", "malware", "botnet"] as const)(
    "is cited to the registrar of a generic name about %s, with the evidence in the mail",
    async (category) => {
      const text = await textOf({ category, scope: "registrar", host: "bad.com.example" });
      expect(text).toMatch(
        /this mail holds our evidence; section 3\.18 of the ICANN Registrar Accreditation Agreement/,
      );
      expect(text).toContain("First seen: 2026-11-23 06:58:12 UTC");
    },
  );
  test.each(categories.filter((category) => !["phishing", "malware", "botnet"].includes(category)))(
    "is not cited about %s, which is not DNS abuse",
    async (category) => {
      expect(await textOf({ category, scope: "registrar", host: "bad.com.example" })).not.toMatch(
        /Accreditation|3\.18/,
      );
    },
  );
  test.each([
    ["registrar", "bad.de"],
    ["registrar", "bad.xn--p1ai"],
    ["network", "bad.com.example"],
  ] as const)("is not cited to a %s about %s", async (scope, host) => {
    expect(await textOf({ category: "phishing", scope, host })).not.toMatch(/Accreditation|3\.18/);
  });
});

describe("brand and trade mark", () => {
  test("the brand and the rightful site stand in the notice, and without either nothing goes out", async () => {
    expect(await textOf({ category: "brand" })).toMatch(
      /Imitated or infringed: Example Bank The rightful place: hxxps:\/\/bank\[\.\]example\//,
    );
    expect(await without("brand", "imitates")).toBe("the work or brand that is infringed");
    expect(await without("brand", "legitimateSite")).toBe("where the rightful thing is (legitimateSite)");
  });
});

describe("phishing, malware, botnets and fraud, which desks act on by their own terms", () => {
  test.each(["phishing", "malware", "botnet", "fraud"] as const)(
    "%s carries moments with their zone, brand, hash and evidence where they were reported",
    async (category) => {
      const text = await textOf({ category, country: "US" });
      for (const element of [
        "First seen: 2026-11-23 06:58:12 UTC",
        "Imitated or infringed: Example Bank",
        "Hash: sha256:ab",
        "Why it is what we say:",
        "own terms of use",
      ])
        expect(text).toContain(element);
    },
  );
});

describe("laws of other countries", () => {
  const ofOthers =
    /Online Safety|NetzDG|Netzwerkdurchsetzung|eSafety|Marco Civil|LCEN|provider liability|IT Act|Section 230/i;

  test("Online Safety Act and former NetzDG bind by an authority: no text in any language cites one", () => {
    const cited = languages.flatMap(({ language, parts }) =>
      Object.entries(parts).flatMap(([name, text]) => (ofOthers.test(text) ? [`${language} ${name}`] : [])),
    );
    expect(cited).toEqual([]);
  });
  test.each(["GB", "CH", "BR", "JP", "KR", "AU", "IN"])(
    "a host in %s is asked by its own terms alone",
    async (country) => {
      const text = await textOf({ category: "other", country });
      expect(text).toContain(
        "We ask it under your own terms of use or acceptable use policy. We believe in good faith",
      );
      expect(text).not.toMatch(/Regulation|U\.S\.C|\bAct\b|Article/);
    },
  );
});
