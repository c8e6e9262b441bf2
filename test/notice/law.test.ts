import { describe, expect, test } from "vitest";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { Scope } from "../../functions/kernel/scope.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { boundClaims, forbiddenClaims } from "../../functions/notice/claims.ts";
import { composeIn, composeNotice } from "../../functions/notice/compose-notice.ts";
import { flaggerOf, groundsOf } from "../../functions/notice/ground.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { english, languages } from "../../functions/notice/templates/languages.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import type { Target } from "../../functions/report/report.ts";
import { type TargetKind, targetKinds } from "../../functions/report/target.ts";
import { aContact, aFullCase, aNotice, aRequest, settings } from "./a-request.ts";

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
  readonly changed?: Partial<Case>;
  readonly named?: true;
};

const childAbuse = ["csam", "csem"] as const;

const requestOf = ({
  category,
  scope = "network",
  country = "DE",
  host = "bad.example",
  changed = {},
  named,
}: Given) => {
  const target = { kind: "url", url: `https://${host}/login?session=1`, host } as const;
  return aRequest(
    aNotice("first", aContact(scope, { country, language: "en" })),
    aFullCase(category, { target, ...changed }),
    named ? { settings: naming } : {},
  );
};
/** Its first reporter is named about child abuse, too. */
const naming = settingsSchema.parse({
  ...settings,
  reporters: settings.reporters.map((reporter) => ({ ...reporter, namedInChildAbuse: true })),
});
const noticeOf = async (given: Given) => {
  const composed = await composeNotice(requestOf(given));
  if (!composed.ok) throw new Error(describeProblem(composed.error));
  const { subject, text, mime } = composed.value;
  const raw = Buffer.from(mime).toString("latin1");
  const json = /name=xarf-[\w-]+\.json[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1] ?? "";
  return { text: text.replace(/\s+/g, " "), subject, raw, machine: Buffer.from(json, "base64").toString("utf8") };
};
const textOf = async (given: Given) => (await noticeOf(given)).text;

/** What stops a notice whose case lacks these of its facts. */
const without = async (category: Category, ...lacking: readonly (keyof Case["evidence"])[]) => {
  const evidence = Object.fromEntries(
    Object.entries(aFullCase(category).evidence).filter(([name]) => !lacking.some((one) => one === name)),
  );
  const composed = await composeNotice(requestOf({ category, changed: { evidence } }));
  return composed.ok ? "composed" : composed.error.kind === "fact-missing" ? composed.error.fact : composed.error.kind;
};
/** What stops a notice into which somebody wrote this sentence. */
const withSentence = async (sentence: string, given: Given) => {
  const good = "ground.good-faith";
  const texts = { ...english, parts: { ...english.parts, [good]: `${english.parts[good]} ${sentence}` } };
  const composed = await composeIn([texts], requestOf(given));
  return composed.ok ? "composed" : describeProblem(composed.error);
};

/** Facts of the case, as they stand in the notice behind whichever label. */
const explanation = "The page copies a bank's sign-in";
const location = "hxxps://bad[.]example/login?session=1";
const notifier = "Notifier: Hotline Alpha, ntd@alpha.example";

describe("DSA, Regulation (EU) 2022/2065, Art. 16(2)", () => {
  test("(a) a substantiated explanation stands in the notice", async () => {
    expect(await textOf({ category: "terrorism" })).toContain(explanation);
  });
  test.each(["terrorism", "ncii", "other"] as const)(
    "(a) of %s, which the location alone does not show, nothing goes out without one",
    async (category) => {
      expect(await without(category, "explanation")).toBe("an explanation of why it is what the report says");
    },
  );
  test.each(["phishing", "malware", "botnet", "fraud", "exposed-data"] as const)(
    "(a) of %s with nothing but its location, Article 16 is not claimed, and the desk's own terms are",
    async (category) => {
      const bare = { category, changed: { evidence: {} } } as const;
      expect(await textOf(bare)).not.toMatch(/2022\/2065|Article \d/);
      expect(await textOf(bare)).toContain(english.parts["ground.terms"]);
      const shown: readonly Case["evidence"][] = [
        { explanation: "It asks for a card number." },
        { screenshot: true },
        { hashes: [`sha256:${"ab".repeat(32)}`] },
        { redirects: ["https://short.example/a1"] },
        { imitates: "Example Bank", legitimateSite: "https://bank.example/" },
      ];
      for (const evidence of shown) expect(await textOf({ category, changed: { evidence } })).toContain("Article 16");
    },
  );
  test.each(childAbuse)(
    "(a) of %s the notifier's assessment is the reason where no words are given",
    async (category) => {
      const evidence = { detectedBy: "manual-review" } as const;
      expect(await textOf({ category, changed: { evidence } })).toContain(
        `Reason (as reported): ${english.parts["reason.assessment"]}`,
      );
      expect(await textOf({ category })).not.toContain(english.parts["reason.assessment"]);
    },
  );
  test("(b) the location stands exact in the machine-readable part and defanged in the text, with help", async () => {
    const { text, machine } = await noticeOf({ category: "phishing" });
    expect(text).toContain(location);
    expect(text).toContain("only from Germany, with a phone's user agent");
    expect(machine).toContain('"url": "https://bad.example/login?session=1"');
  });
  test("(c) the notifier's name and mailbox stand in it", async () => {
    expect(await textOf({ category: "phishing" })).toContain(notifier);
  });
  test.each(["csam", "csem"] as const)(
    "(c) of %s the notifier is named nowhere: text, headers, machine-readable part",
    async (category) => {
      const { text, raw, machine } = await noticeOf({ category });
      expect(`${text}${raw}${machine}`).not.toMatch(/alpha/i);
    },
  );
  test.each(childAbuse)(
    '(c) of %s, "except in the case of information considered to involve" it: who wants it is named',
    async (category) => {
      const { subject, text, machine } = await noticeOf({ category, named: true });
      expect(text).toContain(notifier);
      if (machine !== "") expect(machine).toContain("ntd@alpha.example");
      expect(subject).not.toContain("Alpha");
    },
  );
  test("(d) good faith that it is accurate and complete is stated", async () => {
    expect(await textOf({ category: "phishing" })).toMatch(/believe in good faith that .* accurate and complete\./);
  });
  test("(5): it asks for the decision", async () => {
    expect(await textOf({ category: "phishing" })).toMatch(
      /Article 16 of Regulation \(EU\) 2022\/2065 .* tell us your decision/,
    );
  });
  test("Art. 22: priority is claimed at a platform for a trusted flagger's notice, and for no other", async () => {
    const flagged: Given = { category: "phishing", scope: "platform" };
    expect(await textOf(flagged)).toMatch(/trusted flagger \(Hotline Alpha\); please .*Article 22/);
    for (const given of [
      { ...flagged, scope: "network" as const },
      { ...flagged, changed: { reporters: ["brand-b"] } },
    ])
      expect(await textOf(given)).not.toMatch(/trusted flagger|Article 22/);
  });
  test.each(childAbuse)("Art. 22 of %s: no status is claimed by whom the notice does not name", async (category) => {
    const flagged: Given = { category, scope: "platform" };
    expect(await textOf(flagged)).not.toMatch(/trusted flagger|Article 22/);
    expect(await textOf({ ...flagged, named: true })).toContain("trusted flagger (Hotline Alpha)");
  });
  test("Art. 22: a mail about cases of two flaggers names neither as the one of both", async () => {
    const reporters = settings.reporters.map((reporter) => ({ ...reporter, trustedFlagger: ["fraud"] }));
    const both = settingsSchema.parse({ ...settings, reporters });
    const notice = aNotice("first", aContact("platform", { language: "en" }));
    const second = { case: aFullCase("fraud", { id: "TD-2222-2222-2222", reporters: ["brand-b"] }), notice };
    const digest = { also: [second], digestId: "TD-DDDD-DDDD-DDDD", settings: both };
    const composed = await composeNotice(aRequest(notice, aFullCase("fraud"), digest));
    expect(composed.ok ? composed.value.text : describeProblem(composed.error)).not.toContain("trusted flagger");
  });
  test("Art. 18: a host's own duty to inform the police is recalled about child abuse alone", async () => {
    expect(await textOf({ category: "csam" })).toMatch(/Article 18 \(threats to life or safety\)/);
    expect(await textOf({ category: "phishing" })).not.toContain("Article 18");
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

describe("DSA Art. 3(g): hosting is storage for others, and Art. 4: a mere conduit only carries", () => {
  const standFor = (to: Partial<Candidate>) => groundsOf(aFullCase("phishing"), aContact("network", to), settings);
  test.each([
    ["whose range is the carrier's system", { range: "AS1299" }],
    ["announced by a carrier alone, as in its colocation", { origins: ["AS174"] }],
    ["announced by two carriers", { origins: ["AS174", "AS3356"] }],
  ] as const)("a network %s is no host", (_, to) => {
    expect(standFor(to)).not.toContain("ground.dsa");
    expect(standFor(to)).toContain("ground.terms");
  });
  test("a network that announces itself is, whoever carries it", () => {
    expect(standFor({ origins: ["AS64500"] })).toContain("ground.dsa");
    expect(standFor({ origins: ["AS64500", "AS174"] })).toContain("ground.dsa");
  });
});

describe("18 U.S.C. 2258A and the REPORT Act", () => {
  test.each([
    ["csam", undefined, "any visual depiction is of 2252 or 2252A", true],
    ["csem", "production", "2251", true],
    ["csem", "distribution", "2252, 2252A", true],
    ["csem", "possession", "2252, 2252A", true],
    ["csem", "trafficking", "1591, since the REPORT Act", true],
    ["csem", "solicitation", "2422(b): persuades, induces, entices, since the REPORT Act", true],
    ["csem", "sextortion", "2422(b): coerces", true],
    ["csem", "grooming", "no offence yet that (a)(2) lists for certain", false],
    ["csem", undefined, "nobody said which offence it is", false],
  ] as const)("(a)(2): %s, %s: %s", async (category, exploitationType, _, isListed) => {
    const evidence = { ...aFullCase(category).evidence, ...(exploitationType && { exploitationType }) };
    const text = await textOf({ category, country: "US", changed: { evidence } });
    expect(text.includes("18 U.S.C. 2258A")).toBe(isListed);
  });
  test("are recalled to a host in the United States on child abuse: report to the CyberTipline, preserve", async () => {
    expect(await textOf({ category: "csam", country: "US" })).toMatch(/18 U\.S\.C\. 2258A .* CyberTipline.* preserv/);
  });
  test.each([
    { category: "csam", country: "DE" },
    { category: "csam", country: "US", scope: "registrar" },
    { category: "ncii", country: "US" },
    { category: "phishing", country: "US" },
  ] as const)("are not cited in %j", async (given) => {
    expect(await textOf(given)).not.toContain("2258A");
  });
  test("preservation is asked, the uploader is not to be warned, and the material is never asked for", async () => {
    expect(await textOf({ category: "csam", country: "US" })).toMatch(
      /preserve .*do not alert the uploader until that is done.*send us no content/i,
    );
  });
  test.each(["csam", "csem"] as const)(
    "of %s the source of the classification stands in the notice, and without one nothing goes out",
    async (category) => {
      expect(await textOf({ category })).toMatch(/Basis of assessment: manual review/);
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
    for (const element of [location, explanation, notifier]) expect(text).toContain(element);
  });
  test("the imagery is not asked for, and no machine-readable part could name a victim", async () => {
    const { text, machine, subject } = await noticeOf({ category: "ncii" });
    expect(text).toContain("Please do not send us any of the imagery");
    expect(machine).toBe("");
    expect(subject).toMatch(
      /^ABUSE: non-consensual intimate imagery [–-] bad\[\.\]example [^"]*2026-11-23 \[TD-[^"]*\]$/,
    );
  });
});

describe("copyright, DSA Art. 16 and 17 U.S.C. 512(c)(3)(A)", () => {
  test("the work, the material, its place and the notifier's contact stand in it", async () => {
    const text = await textOf({ category: "copyright" });
    for (const element of [": Example Bank", location, notifier]) expect(text).toContain(element);
  });
  test("(ii) without the work nothing goes out", async () => {
    expect(await without("copyright", "imitates")).toBe("the work or brand that is infringed");
  });
  test.each([
    ["anybody in the United States", "US", ["platform", "network", "front", "registrar", "upstream"]],
    ["a host nobody knows where", undefined, ["platform", "network", "front"]],
  ] as const)(
    "(i), (vi), (B)(i): without a signature and an oath a notice is void, and none goes to %s",
    async (_, country, told) => {
      for (const scope of told) {
        const to = deskOf({ recipient: scope, country });
        const problem = async (step: "first" | "reminder" | "withdrawal") => {
          const composed = await composeIn([english], aRequest(aNotice(step, to), aFullCase("copyright")));
          return composed.ok ? "composed" : describeProblem(composed.error);
        };
        expect(await problem("first")).toContain("only the right holder or their agent can give");
        expect(await problem("reminder")).toContain("only the right holder or their agent can give");
        expect(await problem("withdrawal")).toBe("composed");
      }
    },
  );
  test("(i), (v), (vi): signature, belief and perjury are a person's; no notice speaks of that law", async () => {
    for (const country of ["DE", "FR", "GB"])
      expect(await textOf({ category: "copyright", country })).not.toMatch(/U\.S\.C|DMCA|perjury/);
    expect(await withSentence("This is a notice under the DMCA.", { category: "copyright" })).toContain(
      "17 U.S.C. 512",
    );
    expect(
      await withSentence("I declare under penalty of perjury that it is so.", { category: "copyright" }),
    ).toContain("which only a person can");
  });
});

describe("TCO, Regulation (EU) 2021/784, Art. 3", () => {
  test("one hour runs from an authority's order alone: a text that cites it is stopped", async () => {
    for (const country of ["DE", "FR", "US"])
      expect(await textOf({ category: "terrorism", country })).not.toMatch(/2021\/784|\b(an|one|1) hour/);
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
      expect(text).toMatch(/section 3\.18(\.2)? of ICANN's Registrar Accreditation Agreement/);
      expect(text).toContain("2026-11-23 06:58:12 UTC");
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
    expect(await textOf({ category: "brand" })).toMatch(/: Example Bank [^:]*: hxxps:\/\/bank\[\.\]example\//);
    expect(await without("brand", "imitates")).toBe("the work or brand that is infringed");
    expect(await without("brand", "legitimateSite")).toBe("where the rightful thing is (legitimateSite)");
  });
});

describe("phishing, malware, botnets and fraud, which desks act on by their own terms", () => {
  test.each(["phishing", "malware", "botnet", "fraud"] as const)(
    "%s carries moments with their zone, brand, hash and evidence where they were reported",
    async (category) => {
      const text = await textOf({ category, country: "US" });
      for (const element of ["2026-11-23 06:58:12 UTC", ": Example Bank", "sha256:ab", explanation, "acceptable use"])
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
      expect(text).toMatch(/your (own )?terms of (use|service) or acceptable use policy\. [^.]* in good faith/);
      expect(text).not.toMatch(/Regulation|U\.S\.C|\bAct\b|Article/);
    },
  );
});

/** What a recipient is to the law, of which the dispatcher knows the kind of desk and of target. */
const roles = {
  platform: { ofContent: "online platform", ofPeer: "access provider" },
  network: { ofContent: "hosting network", ofPeer: "access provider" },
  front: { ofContent: "cache", ofPeer: "cache" },
  upstream: { ofContent: "carrier", ofPeer: "carrier" },
  registrar: { ofContent: "registrar", ofPeer: "registrar" },
  hotline: { ofContent: "national desk", ofPeer: "national desk" },
  cert: { ofContent: "national desk", ofPeer: "national desk" },
  site: { ofContent: "owner of the site", ofPeer: "owner of the site" },
} as const satisfies Record<Scope | "front", { readonly ofContent: string; readonly ofPeer: string }>;
type Recipient = keyof typeof roles;
type Role = (typeof roles)[Recipient]["ofContent" | "ofPeer"];
const recipients = Object.keys(roles).filter((name): name is Recipient => Object.hasOwn(roles, name));

const members =
  "Austria AT, Belgium BE, Bulgaria BG, Croatia HR, Cyprus CY, Czechia CZ, Denmark DK, Estonia EE, Finland FI, " +
  "France FR, Germany DE, Greece GR, Hungary HU, Ireland IE, Italy IT, Latvia LV, Lithuania LT, Luxembourg LU, " +
  "Malta MT, Netherlands NL, Poland PL, Portugal PT, Romania RO, Slovakia SK, Slovenia SI, Spain ES, Sweden SE";
const union = members.split(", ").map((member) => member.slice(-2));
const elsewhere = ["US", "CH", "GB", "NO", "IS", "TR", "UA", "RS", "RU", "CA", "JP", "EU", undefined] as const;

const standings = ["none", "in its area", "out of its area", "withdrawn", "of another"] as const;
const all = { categories, targets: targetKinds, standings, countries: [...union, ...elsewhere] } as const;

/**
 * Each ground with the law's sentence: whom it binds, where, about what. What is not said here is
 * all there is.
 */
const laws: readonly {
  readonly ground: string;
  readonly says: string;
  readonly binds: readonly Role[];
  readonly in?: readonly (string | undefined)[];
  readonly about?: readonly Category[];
  readonly targets?: readonly TargetKind[];
  readonly standing?: (typeof standings)[number];
}[] = [
  {
    ground: "ground.dsa",
    says: "DSA Art. 16(1): Providers of hosting services shall put mechanisms in place …",
    binds: ["online platform", "hosting network"],
    in: union,
  },
  {
    ground: "ground.dsa-life",
    says: "DSA Art. 18(1): Where a provider of hosting services becomes aware … threat to the life or safety …",
    binds: ["online platform", "hosting network"],
    in: union,
    about: childAbuse,
  },
  {
    ground: "ground.trusted-flagger",
    says: "DSA Art. 22(1): Providers of online platforms … acting within their designated area of expertise …",
    binds: ["online platform"],
    in: union,
    standing: "in its area",
    about: categories.filter((category) => !childAbuse.some((one) => one === category)),
  },
  {
    ground: "ground.us-provider",
    says: "18 U.S.C. 2258E(6): an electronic communication service provider or remote computing service",
    binds: ["online platform", "hosting network", "access provider", "cache"],
    in: ["US"],
    // Of the other no offence is said in these rows.
    about: ["csam"],
  },
  {
    ground: "ground.raa",
    says: "RAA 3.18.2: Registrar has actionable evidence that a Registered Name … is being used for DNS Abuse",
    binds: ["registrar"],
    about: ["phishing", "malware", "botnet"],
    targets: ["url", "host", "account"],
  },
  {
    ground: "ground.terms",
    says: "whoever sells a service has terms for its customers",
    binds: ["online platform", "hosting network", "access provider", "cache", "carrier", "registrar"],
  },
  { ground: "ground.national", says: "a national desk has a mandate of its own", binds: ["national desk"] },
  { ground: "ground.site", says: "whose site is abused is asked for help", binds: ["owner of the site"] },
  {
    ground: "ground.good-faith",
    says: "DSA Art. 16(2)(d): a statement confirming the bona fide belief …",
    binds: Object.values(roles).flatMap(({ ofContent, ofPeer }) => [ofContent, ofPeer]),
  },
];

type Row = {
  readonly category: Category;
  readonly recipient: Recipient;
  readonly country: string | undefined;
  readonly target: TargetKind;
  readonly standing: (typeof standings)[number];
};
const lawful = ({ category, recipient, country, target, standing }: Row): readonly string[] => {
  const role = roles[recipient][target === "peer" ? "ofPeer" : "ofContent"];
  return laws.flatMap((law) =>
    law.binds.includes(role) &&
    (law.in ?? all.countries).includes(country) &&
    (law.about ?? all.categories).includes(category) &&
    (law.targets ?? all.targets).includes(target) &&
    (law.standing ?? standing) === standing
      ? [law.ground]
      : [],
  );
};

const aTarget: Readonly<Record<TargetKind, Target>> = {
  url: { kind: "url", url: "https://bad.example/login?session=1", host: "bad.example" },
  host: { kind: "host", host: "bad.example" },
  peer: { kind: "peer", host: "192.0.2.7", port: 6881, seenAt: "2026-11-23T06:58:12.000Z" },
  account: { kind: "account", host: "bad.example", account: "seller-1" },
};
/** Two reporters, the first of whom may have been designated. */
const flagging = Object.fromEntries(
  categories.flatMap((category) =>
    standings.map((standing) => {
      const others = categories.filter((other) => other !== category);
      const areas = { none: [], "in its area": [category], "out of its area": others };
      const [flagger, ...rest] = settings.reporters;
      const own = standing === "withdrawn" || standing === "of another" ? [category] : areas[standing];
      return [`${category} ${standing}`, { reporters: [{ ...flagger, trustedFlagger: own }, ...rest] }];
    }),
  ),
);
const settingsOf = ({ category, standing }: Row) =>
  settingsSchema.parse({ ...settings, ...flagging[`${category} ${standing}`] });
const caseOf = ({ category, target, standing }: Row): Case =>
  aFullCase(category, {
    target: aTarget[target],
    reporters: standing === "of another" ? ["brand-b"] : ["hotline-a", "brand-b"],
    withdrawn: standing === "withdrawn" ? ["hotline-a"] : [],
  });
const deskOf = ({ recipient, country }: Pick<Row, "recipient" | "country">): Candidate => {
  const { country: _, ...desk } = aContact(recipient === "front" ? "network" : recipient);
  return { ...desk, ...(recipient === "front" && { isInFront: true }), ...(country !== undefined && { country }) };
};

const rowsOf = (countries: readonly (string | undefined)[]): readonly Row[] =>
  categories.flatMap((category) =>
    recipients.flatMap((recipient) =>
      targetKinds.flatMap((target) =>
        standings.flatMap((standing) =>
          countries.map((country): Row => ({ category, recipient, country, target, standing })),
        ),
      ),
    ),
  );

describe("the grounds that may stand", () => {
  test("are exactly those that bind this recipient, in every category, country, standing and kind of target", () => {
    const known = new Map<string, ReturnType<typeof settingsOf>>();
    const settingsFor = (row: Row) => {
      const key = `${row.category} ${row.standing}`;
      const made = known.get(key) ?? settingsOf(row);
      known.set(key, made);
      return made;
    };
    const rows = rowsOf(all.countries);
    const wrong = rows.flatMap((row) => {
      const stand = groundsOf(caseOf(row), deskOf(row), settingsFor(row));
      return stand.join() === lawful(row).join() ? [] : [{ ...row, stand, lawful: lawful(row) }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(rows.length).toBeGreaterThan(50_000);
  });

  test("stand in the mail, and no other does", async () => {
    const rows = rowsOf(["DE", "US", undefined]).filter(
      ({ category, recipient, target, standing }) =>
        ["csam", "phishing", "terrorism"].includes(category) &&
        !(category === "csam" && recipient === "site") &&
        (target === "url" || target === "peer") &&
        standing === "in its area",
    );
    const wordsOf = (name: string) =>
      (Object.entries(english.parts).find(([part]) => part === name)?.[1] ?? "").replace(
        "{{flagger}}",
        "Hotline Alpha",
      );
    // A desk's own terms may give way to what the law says.
    const terms = "ground.terms";
    const grounds = Object.keys(english.parts).filter((part) => part.startsWith("ground."));
    for (const row of rows) {
      const request = aRequest(aNotice("first", deskOf(row)), caseOf(row), { settings: settingsOf(row) });
      const composed = await composeIn([english], request);
      const text = composed.ok ? composed.value.text.replace(/\s+/g, " ") : describeProblem(composed.error);
      const stands = (ground: string) => text.includes(wordsOf(ground));
      const wrong = grounds.filter((ground) => stands(ground) !== lawful(row).includes(ground) && ground !== terms);
      const isAskedByTerms = stands(terms) && !lawful(row).includes(terms);
      expect({ ...row, wrong, isAskedByTerms }).toEqual({ ...row, wrong: [], isAskedByTerms: false });
    }
  });

  test.each([
    ["hotline-a", true],
    ["brand-b", false],
  ] as const)("a mail about two cases, the second reported by %s, is a trusted flagger's: %s", async (reporter, is) => {
    const notice = aNotice("first", aContact("platform", { language: "en" }));
    const second = { case: aFullCase("fraud", { id: "TD-2222-2222-2222", reporters: [reporter] }), notice };
    const digest = { also: [second], digestId: "TD-DDDD-DDDD-DDDD" };
    const composed = await composeNotice(aRequest(notice, aFullCase("fraud"), digest));
    expect(composed.ok ? composed.value.text.includes("Article 22") : describeProblem(composed.error)).toBe(is);
  });

  test("a mail about cases on different grounds stands on what they share, and claims no other", async () => {
    const notice = aNotice("first", aContact("registrar", { language: "en" }));
    const about = (host: string, id: string) => aFullCase("phishing", { id, target: { kind: "host", host } });
    const second = { case: about("bad.de", "TD-2222-2222-2222"), notice };
    const digest = { also: [second], digestId: "TD-DDDD-DDDD-DDDD" };
    const composed = await composeNotice(aRequest(notice, about("bad.example.com", "TD-1111-1111-1111"), digest));
    const text = composed.ok ? composed.value.text.replace(/\s+/g, " ") : describeProblem(composed.error);
    expect(text).toContain("acceptable use policy");
    expect(text).not.toContain("Accreditation");
  });

  test.each([
    ["bad.example.com", "phishing", true],
    ["www.bad.shop", "malware", true],
    ["bad.de", "phishing", false],
    ["bad.co.uk", "phishing", false],
    ["bad.xn--p1ai", "phishing", false],
    ["bad.edu", "phishing", false],
    ["bad.gov", "malware", false],
    ["bad.int", "malware", false],
    ["bad.mil", "malware", false],
    ["1.2.0.192.in-addr.arpa", "malware", false],
    ["bad.uk.com", "phishing", false],
    ["bad.github.io", "phishing", false],
    ["192.0.2.7", "phishing", false],
    ["2001:db8::1", "botnet", false],
    ["bad.example.com", "fraud", false],
  ] as const)("RAA 3.18: a registrar of %s about %s: %s", (host, category, binds) => {
    const state = aFullCase(category, { target: { kind: "host", host } });
    expect(groundsOf(state, aContact("registrar"), settings).includes("ground.raa")).toBe(binds);
  });
  test("RAA 3.18: who lends out names below its own is no registrar", () => {
    const state = aFullCase("phishing");
    const lent = { ...state, contact: state.contact && { ...state.contact, namedBy: "platform" as const } };
    expect(groundsOf(lent, aContact("registrar"), settings)).not.toContain("ground.raa");
  });

  describe("by the country of the recipient, and not by the host's", () => {
    const [network, platform] = (["network", "platform"] as const).map((recipient) =>
      deskOf({ recipient, country: undefined }),
    ) as [Candidate, Candidate];
    const stateOf = (found: object) => {
      const state = aFullCase("csam");
      return { ...state, contact: state.contact && { ...state.contact, candidates: [network, platform], ...found } };
    };
    const standFor = (to: Candidate, found: object = {}) => groundsOf(stateOf(found), to, settings);

    test.each([
      ["a network that the look-up names, in the one country that it found", network, {}, true],
      ["one in two countries", network, { countries: ["DE", "US"] }, false],
      ["one below a platform, whose country it is", network, { platform: "Pages" }, false],
      ["one that no look-up names any more", network, { candidates: [] }, false],
      ["a platform that the look-up names", platform, {}, false],
    ] as const)("%s", (_, to, found, binds) => {
      expect(standFor(to, found).includes("ground.dsa")).toBe(binds);
    });
    test("is read however it is written", () => {
      expect(standFor(aContact("network", { country: "de" }))).toContain("ground.dsa");
    });
  });
});

describe("who is named as the trusted flagger", () => {
  const platform = aContact("platform");
  const row: Row = { category: "fraud", recipient: "platform", country: "DE", target: "url", standing: "in its area" };
  const flagger = (given: Row, to = platform) => flaggerOf(caseOf(given), to, settingsOf(given))?.id;

  test("is the first who stands by the case and was designated for it", () => {
    expect(flagger(row)).toBe("hotline-a");
    const designated = settings.reporters.map((reporter) => ({ ...reporter, trustedFlagger: ["fraud"] }));
    const both = settingsSchema.parse({ ...settings, reporters: designated });
    expect(flaggerOf(aFullCase("fraud", { reporters: ["brand-b", "hotline-a"] }), platform, both)?.id).toBe("brand-b");
  });
  test.each(standings.filter((standing) => standing !== "in its area"))("is nobody: %s", (standing) => {
    expect(flagger({ ...row, standing })).toBeUndefined();
  });
  test("is nobody where Article 22 gives no priority", () => {
    expect(flagger(row, aContact("network"))).toBeUndefined();
    expect(flagger(row, aContact("platform", { country: "US" }))).toBeUndefined();
    expect(flagger({ ...row, target: "peer" })).toBeUndefined();
  });
  test.each(childAbuse)("DSA Art. 16(2)(c): is nobody about %s, unless it is named there", (category) => {
    const given = { ...row, category };
    expect(flagger(given)).toBeUndefined();
    expect(groundsOf(caseOf(given), platform, settingsOf(given))).not.toContain("ground.trusted-flagger");
    expect(flaggerOf(caseOf(given), platform, naming)?.id).toBe("hotline-a");
  });
});

describe("the law check knows the words of each law in each language", () => {
  test("those of a ground that binds some alone, wherever it stands", () => {
    const unknown = languages.flatMap(({ language, parts }) =>
      boundClaims.filter(({ claim, ground }) => !claim.test(parts[ground])).map(({ ground }) => [language, ground]),
    );
    expect(unknown).toEqual([]);
  });
  test("and no other text claims one of them, nor what nobody may claim", () => {
    const claimed = languages.flatMap(({ language, parts }) =>
      Object.entries(parts).flatMap(([name, text]) =>
        [
          ...boundClaims.filter(({ claim, ground }) => ground !== name && claim.test(text)),
          ...forbiddenClaims.filter(({ claim }) => claim.test(text)),
        ].map(({ why }) => [language, name, why]),
      ),
    );
    expect(claimed).toEqual([]);
  });

  const said = {
    en: ["within one hour", "a removal order", "under penalty of perjury", "trusted flagger", "Article 16"],
    de: [
      "innerhalb einer Stunde",
      "eine Entfernungsanordnung",
      "an Eides statt",
      "vertrauenswürdigen Hinweisgebers",
      "Art. 16",
    ],
    fr: [
      "dans l’heure",
      "une injonction de retrait",
      "sous peine de parjure",
      "signaleurs de confiance",
      "l'article 16",
    ],
    es: [
      "en el plazo de una hora",
      "una orden de retirada",
      "bajo pena de perjurio",
      "alertadores fiables",
      "artículo 16",
    ],
    it: ["entro un'ora", "un ordine di rimozione", "reato di spergiuro", "segnalatori attendibili", "dell'articolo 16"],
    pt: [
      "no prazo de uma hora",
      "uma ordem de remoção",
      "sob pena de perjúrio",
      "sinalizadores de confiança",
      "artigo 16.º",
    ],
    nl: ["binnen één uur", "een verwijderingsbevel", "op straffe van meineed", "betrouwbare flaggers", "artikel 16"],
    pl: [
      "w ciągu jednej godziny",
      "nakaz usunięcia",
      "za krzywoprzysięstwo",
      "zaufany podmiot sygnalizujący",
      "art. 16",
    ],
    ru: ["в течение одного часа", "приказ об удалении", "за лжесвидетельство", "доверенным заявителем", "статьёй 16"],
    uk: [
      "протягом однієї години",
      "наказ про видалення",
      "за неправдиві свідчення",
      "довіреного заявника",
      "статтею 16",
    ],
    tr: ["bir saat içinde", "bir kaldırma emri", "yalan yere yemin", "güvenilir bildirimciden", "16. madde"],
    ja: ["１時間以内に", "削除命令", "偽証罪", "信頼された通報者", "第１６条"],
    ko: ["1시간 이내에", "삭제 명령", "위증죄", "신뢰할 수 있는 신고자", "제16조"],
    zh: ["一小时内", "删除令", "伪证罪", "可信举报者", "第 16 条"],
  } as const;
  const [dsa, , flagger] = boundClaims;
  const [hour, order, oath] = forbiddenClaims;
  test.each(languages.map(({ language }) => language))("in %s", (language) => {
    const sentences = Object.entries(said).find(([code]) => code === language)?.[1] ?? [];
    const caught = [hour, order, oath, flagger, dsa].map((rule, at) => rule?.claim.test(`… ${sentences[at]}, …`));
    expect(caught).toEqual([true, true, true, true, true]);
  });
  test.each([
    "within 24 hours",
    "24小时内",
    "24時間以内",
    "24시간 이내",
    "XARF 4.2",
    "Article 160",
    "2026-11-16",
    "第168条",
  ])("and takes %s for none of them", (words) => {
    expect([...boundClaims, ...forbiddenClaims].filter(({ claim }) => claim.test(words))).toEqual([]);
  });
  test.each(boundClaims.map(({ ground }) => ground))(
    "a mail to a national desk into which somebody wrote the words of %s is stopped",
    async (ground) => {
      expect(
        await withSentence(english.parts[ground].replace("{{flagger}}", "Hotline Alpha"), {
          category: "fraud",
          scope: "hotline",
        }),
      ).toContain("check");
    },
  );
});
