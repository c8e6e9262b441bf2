import fc from "fast-check";
import PostalMime from "postal-mime";
import type { Case } from "../../functions/case/case.ts";
import * as z from "../../functions/kernel/zod.ts";
import { previewOf, previewsIn, sampleCase, sampleContact } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { type Xarf, xarfOf } from "../../functions/notice/xarf.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import { particularsOf } from "../../functions/report/particulars.ts";
import { type Evidence, evidenceSources, type Target } from "../../functions/report/report.ts";
import { sampleSettings } from "../../infra/local/sample/settings.ts";

/**
 * A machine-readable report as we make it. `isComplete`: its report gave all that the standard
 * recommends, so that strict readers take it, too.
 */
export type XarfCase = { readonly named: string; readonly isComplete: boolean; readonly report: Xarf };
type GeneratedCase = XarfCase & { readonly target: Target };

/** Every report that is attached to a preview; one language's, as they are the same in all. */
export const previewedCases = async (): Promise<readonly XarfCase[]> => {
  const cases: XarfCase[] = [];
  for (const preview of previewsIn("en")) {
    const named = `${preview.category} ${preview.scope} ${preview.step} ${preview.about}`;
    const composed = await previewOf(preview, { ...sampleSettings, verifyBy: "call +00 000 0000" });
    if (!composed.ok) throw new Error(`${named}: ${describeProblem(composed.error)}`);
    const { attachments } = await PostalMime.parse(composed.value.mime, { attachmentEncoding: "utf8" });
    for (const { filename, content } of attachments)
      if (filename?.startsWith("xarf") && typeof content === "string")
        cases.push({ named, isComplete: false, report: JSON.parse(content) });
  }
  return cases;
};

const said = fc.lorem({ maxCount: 4 });
/** Whatever the table of particulars has, as the schema takes it. */
const anyOf = (values: z.ZodMiniType, name: string): fc.Arbitrary<unknown> => {
  if (values instanceof z.ZodMiniEnum) return fc.constantFrom(...values.options);
  if (values instanceof z.ZodMiniArray && values.def.element instanceof z.ZodMiniType)
    return fc.array(anyOf(values.def.element, name), { minLength: 1, maxLength: 3 });
  if (values instanceof z.ZodMiniNumber) return fc.constantFrom(0, 1);
  return name === "submissionUrl" ? fc.webUrl() : said;
};

const hash = (algorithm: string, length: number) =>
  fc
    .array(fc.constantFrom(..."0123456789abcdefABCDEF"), { minLength: length, maxLength: length })
    .map((digits) => `${algorithm}:${digits.join("")}`);
const swarm = hash("btih", 40);

const particulars = (category: Category) =>
  Object.fromEntries(Object.entries(particularsOf(category)).map(([name, values]) => [name, anyOf(values, name)]));

const whole = (category: Category) =>
  fc.record({
    explanation: said,
    reproduce: said,
    imitates: said,
    legitimateSite: fc.webUrl(),
    rightNumber: said,
    redirects: fc.array(fc.webUrl(), { maxLength: 10 }),
    hashes: fc.tuple(hash("sha256", 64), hash("md5", 32), hash("sha1", 40), swarm),
    classification: fc.constantFrom("baseline", "A1", "A2", "B1", "B2"),
    detectedBy: fc.constantFrom("manual-review", "user-report"),
    source: fc.constantFrom(undefined, "user_report", "rights_holder", "crawler"),
    confidence: fc.constantFrom(0, 0.5, 1),
    ...particulars(category),
  });

const anything = fc.string({ unit: "binary", maxLength: 1500 });
/** Some of it, each in any form that the reader lets through. */
const some = (category: Category) =>
  fc.record(
    {
      explanation: anything,
      reproduce: anything,
      imitates: anything,
      legitimateSite: fc.oneof(fc.webUrl(), anything),
      rightNumber: anything,
      redirects: fc.array(fc.oneof(fc.webUrl(), anything), { maxLength: 10 }),
      hashes: fc.array(fc.oneof(hash("sha256", 64), hash("md5", 32), hash("sha1", 40), swarm, anything)),
      classification: fc.constantFrom("baseline", "A1", "A2", "B1", "B2"),
      detectedBy: fc.constantFrom("manual-review", "hash-match", "user-report", "automated-scan"),
      source: fc.constantFrom(...evidenceSources),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      ...particulars(category),
    },
    { requiredKeys: [] },
  );

/** Names as they are reported: the standard takes the first kind alone as `domain`. */
const host = fc.oneof(
  fc.domain(),
  fc.constantFrom("xn--bcher-kva.example", "xn--fsqu00a.xn--0zwm56d", "a_b.bad.example", "192.0.2.9", "a--b.example"),
);
const pageAt = (name: fc.Arbitrary<string>, path: fc.Arbitrary<string>): fc.Arbitrary<Target> =>
  fc
    .tuple(fc.constantFrom("http", "https"), name, path)
    .map(([scheme, at, rest]) => `${scheme}://${at}/${rest}`)
    .filter((url) => URL.canParse(url))
    .map((url) => ({ kind: "url", url: new URL(url).href, host: new URL(url).hostname }));
const peer: fc.Arbitrary<Target> = fc.integer({ min: 1, max: 65_535 }).map((port) => ({
  kind: "peer",
  host: "192.0.2.9",
  port,
  seenAt: "2026-11-23T06:58:12.000Z",
  protocol: "BitTorrent",
}));
const plainPage = pageAt(fc.constantFrom("bad.example", "shop.bad.example"), fc.webPath());
const wholeTarget = (category: Category) => (category === "copyright" ? fc.oneof(plainPage, peer) : plainPage);
const someTarget: fc.Arbitrary<Target> = fc.oneof(
  pageAt(host, anything),
  host.map((name): Target => ({ kind: "host", host: name })),
  peer,
  anything.map((account): Target => ({ kind: "account", host: "social.example", account: account || "x" })),
);

const generated = fc.constantFrom(...categories).chain((category) =>
  fc.oneof(
    fc.record({
      category: fc.constant(category),
      isComplete: fc.constant(true),
      target: wholeTarget(category),
      evidence: whole(category),
    }),
    fc.record({
      category: fc.constant(category),
      isComplete: fc.constant(false),
      target: someTarget,
      evidence: some(category),
    }),
  ),
);

/**
 * As many reports of cases drawn from the seed, of every type that is made. The same seed gives the
 * same. Throws where a case has a report that is not valid by our own form.
 */
export const generatedCases = (count: number, seed: number): readonly GeneratedCase[] => {
  const cases: GeneratedCase[] = [];
  for (const { category, isComplete, target, evidence } of fc.sample(generated, { numRuns: 4 * count, seed })) {
    if (cases.length === count) break;
    const { case: sample, notice } = sampleCase(category, sampleContact("network"), "first");
    const state: Case = { ...sample, target, evidence: known(evidence) };
    const made = xarfOf({
      case: state,
      notice,
      settings: sampleSettings,
    });
    const named = `${category} ${JSON.stringify(target)} ${JSON.stringify(evidence)}`.slice(0, 2000);
    if (!made.ok) throw new Error(`${made.error.field}: ${made.error.reason}: ${named}`);
    if (made.value) cases.push({ named, isComplete, target, report: made.value });
  }
  return cases;
};

/** Without what was not said. */
const known = (evidence: object): Evidence =>
  Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== undefined));
