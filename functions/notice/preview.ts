import type { Candidate } from "../case/candidate.ts";
import type { CameBack, Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import { type Step, steps } from "../case/step.ts";
import type { Instant } from "../kernel/instant.ts";
import { isNetworks, isOfHost, isOfName, type Scope, scopes } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, categories, laneOf } from "../report/category.ts";
import { composeIn } from "./compose-notice.ts";
import type { ComposeNotice, NoticeMember } from "./request.ts";
import { english, textsFor } from "./templates/languages.ts";

/** `two-networks`: a host in two networks, of which the second's desk is notified. */
export const abouts = ["one", "several", "peer", "account", "ipv6", "live", "two-networks"] as const;
export type About = (typeof abouts)[number];

/** `language` is ISO 639-1; without texts in it, English stands alone. */
export type Preview = {
  readonly language: string;
  readonly category: Category;
  readonly scope: Scope;
  readonly step: Step;
  readonly about: About;
};

type Sample = { readonly categories: readonly Category[]; readonly scopes: readonly Scope[] };
const ofHost = ["platform", "network", "upstream"] as const;
const dnsAbuse = [...ofHost, "registrar", "cert"] as const;
/** Those on a category's path (`escalation/policy.ts`); others are notified only by a person. */
const notifiedAbout: Record<Category, readonly Scope[]> = {
  csam: [...ofHost, "hotline", "registrar"],
  csem: [...ofHost, "hotline", "registrar"],
  ncii: [...ofHost, "hotline"],
  terrorism: [...ofHost, "hotline"],
  phishing: dnsAbuse,
  malware: dnsAbuse,
  botnet: dnsAbuse,
  fraud: dnsAbuse,
  brand: ofHost,
  copyright: ofHost,
  "exposed-data": [...ofHost, "site", "cert"],
  other: ofHost,
};

/** There is a sample where the matter or the desk changes the words. */
const samples: Record<About, Sample> = {
  one: { categories, scopes },
  several: { categories, scopes },
  peer: { categories: ["csam", "malware", "copyright"], scopes: ["network", "hotline", "cert"] },
  account: {
    categories: ["csam", "csem", "ncii", "terrorism", "fraud", "brand", "other"],
    scopes: ["platform", "hotline", "cert"],
  },
  ipv6: { categories: ["csam", "phishing"], scopes: ["network", "upstream", "hotline", "cert"] },
  live: {
    categories: ["csam", "csem", "ncii", "terrorism", "fraud"],
    scopes: ["platform", "network", "upstream", "hotline", "cert"],
  },
  "two-networks": { categories: ["csam", "phishing"], scopes: ["network", "upstream"] },
};

/** No such recipient on the category's path, urgent mail goes out by itself, or no sample for such a desk. */
export const whyNotPreviewed = ({
  category,
  scope,
  about,
  step,
}: Pick<Preview, "category" | "scope" | "about"> & Partial<Pick<Preview, "step">>):
  | "never-told"
  | "never-gathered"
  | "no-sample"
  | undefined => {
  if (!notifiedAbout[category].includes(scope)) return "never-told";
  if (about === "several" && (laneOf(category, false) === "urgent" || step === "letter")) return "never-gathered";
  // A host that it is news to gets a first notice, whoever was notified before (`case/path/escalate.ts`).
  if (step === "escalation" && isOfHost(scope)) return "never-told";
  // A machine in such a network is another case each time it is seen.
  if (about === "peer" && step === "returned") return "no-sample";
  const sample = samples[about];
  return sample.categories.includes(category) && sample.scopes.includes(scope) ? undefined : "no-sample";
};

/** Every preview in a language, in the order of the lists it is chosen by. */
export const previewsIn = (language: string, only: readonly Category[] = categories): readonly Preview[] =>
  only
    .flatMap((category) =>
      scopes.flatMap((scope) =>
        steps.flatMap((step) => abouts.map((about) => ({ language, category, scope, step, about }))),
      ),
    )
    .filter((preview) => whyNotPreviewed(preview) === undefined);

/** A language's preview is about this country, so that the grounds of its law are seen. */
const countryOf: Readonly<Record<string, string>> = { en: "US", zh: "CN", ja: "JP", ko: "KR", uk: "UA" };
/** No copyright notice goes to the United States (`case/right-holder.ts`). */
const countryFor = (language: string, category: Category): string =>
  language === "en" && category === "copyright" ? "IE" : (countryOf[language] ?? language.toUpperCase());

const previewedAt: Instant = "2026-11-24T10:00:00.000Z";

/** A full sample notice, composed with every check of a real one. Touches nothing; fails as composing does. */
export const previewOf = (preview: Preview, settings: Settings): ReturnType<ComposeNotice> => {
  const { language, category, scope, step, about } = preview;
  const to = sampleContact(scope, { language, country: countryFor(language, category) });
  const [reporter] = settings.reporters;
  const sample = sampleAbout[about](sampleCase(category, to, step, reporter?.id));
  return composeIn(textsFor(language), {
    ...sample,
    ...(about === "several" && {
      also: [sampleNeighbour(sample, 2), sampleNeighbour(sample, 3)],
      digestId: "TD-4D1G-E5T7-SAMP",
    }),
    settings,
    replyAddress: `preview@${settings.replyDomain}`,
    attemptId: `${sample.case.id}_${sample.notice.id}_1`,
    now: previewedAt,
    messageIdDomain: "eu-central-1.amazonses.com",
  });
};

const sampleAbout: Record<About, (page: NoticeMember) => NoticeMember> = {
  one: (page) => page,
  several: (page) => page,
  peer: ({ notice, case: state }) => {
    const { reproduce: _, ...evidence } = state.evidence;
    return {
      notice,
      case: {
        ...state,
        lastSeenAt: state.firstSeenAt,
        channel: "peer-to-peer",
        target: { kind: "peer", host: "192.0.2.7", port: 51413, seenAt: state.firstSeenAt, protocol: "BitTorrent" },
        evidence: { ...evidence, hashes: [...(evidence.hashes ?? []), `btih:${"1e".repeat(20)}`] },
      },
    };
  },
  account: ({ notice, case: state }) => ({
    notice,
    case: { ...state, target: { kind: "account", host: "chat.example", account: "bad.seller_7" } },
  }),
  ipv6: (page) => {
    const { notice, case: state } = standingAt(page, ["2001:db8::7"], "2001:db8::/32");
    const target = { kind: "url", url: "https://[2001:db8::7]/page?session=1", host: "[2001:db8::7]" } as const;
    return { notice, case: { ...state, target } };
  },
  live: ({ notice, case: state }) => ({
    notice,
    case: { ...state, live: true, lane: "urgent", ...(notice.step !== "first" && { lastSeenAt: sampleReturn.seenAt }) },
  }),
  "two-networks": (page) => standingAt(page, ["192.0.2.7", "198.51.100.9"], "198.51.100.0 - 198.51.100.255"),
};

/** The host stands at these addresses; the notified desk answers for the last, in its range. */
const standingAt = (
  { notice, case: state }: NoticeMember,
  addresses: readonly string[],
  range: string,
): NoticeMember => {
  const to = isNetworks(notice.to.scope) ? { ...notice.to, range, serves: addresses.slice(-1) } : notice.to;
  return {
    notice: { ...notice, to },
    case: { ...state, ...(state.contact && { contact: { ...state.contact, addresses } }) },
  };
};

/** On the same host, seen some minutes earlier. */
const sampleNeighbour = ({ case: state, notice }: NoticeMember, number: number): NoticeMember => ({
  notice,
  case: {
    ...state,
    id: `TD-9P4D-${number}KXW-71ZF`,
    firstSeenAt: `2026-11-23T06:5${number}:40.000Z`,
    target: { kind: "url", url: `https://shop.bad.example/page?session=${number}`, host: "shop.bad.example" },
    evidence: {
      ...state.evidence,
      ...(state.evidence.explanation !== undefined && {
        explanation: `${state.evidence.explanation} It is the same on this page.`,
      }),
    },
  },
});

/** A full case with the notice to preview. Reserved names and addresses alone. */
export const sampleCase = (category: Category, to: Candidate, step: Step, reporter = "hotline"): NoticeMember => {
  const before =
    step === "escalation" ? sampleContact("network", to.language === undefined ? {} : { language: to.language }) : to;
  const notice: Notice = {
    id: `${step === "escalation" ? 1 : 0}-${step}-preview`,
    level: step === "escalation" ? 1 : 0,
    step,
    to,
    state: "queued",
    notBefore: "2026-11-24T10:00:00.000Z",
    attempts: 0,
    ...(step === "letter" && { letter: { about: "0-first-preview", by: "jane", text: sampleLetter } }),
  };
  const state: Case = {
    kind: "case",
    id: "TD-7K3M-9QXZ-4B2N",
    version: 3,
    lane: laneOf(category, false),
    category,
    channel: "website",
    target: { kind: "url", url: "https://shop.bad.example/page?session=1", host: "shop.bad.example" },
    evidence: evidenceOf[category],
    live: false,
    // A crime's name was registered for it; a shop's may be anybody's.
    domainIsMalicious: category === "malware" || category === "botnet",
    openedAt: "2026-11-23T07:00:00.000Z",
    firstSeenAt: "2026-11-23T06:58:12.000Z",
    lastSeenAt: "2026-11-23T06:58:12.000Z",
    reports: 1,
    reporters: [reporter],
    withdrawn: [],
    standing: { [reporter]: 1 },
    contact: {
      askedAt: step === "first" ? "2026-11-23T07:00:10.000Z" : sampleReturn.at,
      addresses: ["192.0.2.7"],
      candidates: [],
      forms: [],
      failures: [],
      retry: false,
      name: { registeredAt: "2026-11-20T09:12:00.000Z" },
    },
    silentLookups: 0,
    ...(step === "returned" && { cameBack: sampleReturn, lastSeenAt: sampleReturn.seenAt }),
    // A further report after the first notice.
    ...(step === "reminder" && { lastSeenAt: "2026-11-24T08:20:00.000Z" }),
    ...(step === "correction" && { wrongReasons: [{ until: "2026-11-24T09:00:00.000Z", text: "It is spam." }] }),
    level: notice.level,
    notices: step === "first" ? [notice] : [earlier(before, category, step), notice],
    holds: [],
    reviews: [],
    cleared: [],
    mails: [],
    quiet: false,
  };
  return { case: state, notice };
};

const sampleReturn: CameBack = {
  removedAt: "2026-11-23T15:30:00.000Z",
  seenAt: "2026-11-24T09:45:00.000Z",
  at: "2026-11-24T09:50:00.000Z",
  times: 1,
  keptMs: 0,
};

const sampleLetter =
  "Thank you for your answer.\n\nWe saw it with a phone in Germany, on each of three tries. It asks for a card " +
  "number on its second page.";

export const sampleContact = (scope: Scope, changed: Partial<Candidate> = {}): Candidate => ({
  ...changed,
  email: `abuse@${scope}.example`,
  scope,
  name: `Example ${scope}`,
  source: "rdap",
  range: isOfName(scope) ? "bad.example" : "192.0.2.0 - 192.0.2.255",
  confidence: "high",
  remarks: [],
});

/** A desk that is reminded did not answer it. */
const earlier = (to: Candidate, category: Category, step: Step): Notice => ({
  id: "0-first-preview",
  level: 0,
  step: "first",
  to,
  state: "delivered",
  notBefore: "2026-11-23T07:05:00.000Z",
  attempts: 1,
  sentAt: "2026-11-23T07:05:00.000Z",
  deliveredAt: "2026-11-23T07:05:03.000Z",
  ...(step !== "reminder" && { acknowledgedAt: "2026-11-23T07:06:10.000Z" }),
  subject:
    `ABUSE: ${english.parts[`type.${category}`]} - shop[.]bad[.]example (192.0.2.7) - ` +
    "2026-11-23 [TD-7K3M-9QXZ-4B2N]",
  sesMessageId: "0102018f00000000-preview-000000",
  ticket: "HOST-4711",
});

const page = { reproduce: "with a phone's user agent", detectedBy: "manual-review" } as const;
const evidenceOf: Record<Category, Case["evidence"]> = {
  csam: { detectedBy: "hash-match", classification: "baseline", hashes: [`sha256:${"0f".repeat(32)}`] },
  csem: { detectedBy: "manual-review", explanation: "An adult in a public chat asks a child for sexual acts." },
  ncii: { detectedBy: "user-report", explanation: "The person shown says that they did not consent." },
  terrorism: { ...page, explanation: "A video calls for attacks and explains how to carry them out." },
  phishing: {
    ...page,
    explanation: "It copies a bank's sign-in.",
    imitates: "Example Bank",
    legitimateSite: "https://bank.example/",
  },
  malware: {
    ...page,
    explanation: "The file is a downloader for a banking trojan.",
    hashes: [`sha256:${"0f".repeat(32)}`],
  },
  botnet: { ...page, explanation: "Infected machines get their commands here." },
  fraud: { ...page, explanation: "The shop takes payments and sends nothing." },
  brand: {
    ...page,
    explanation: "The shop sells copies under the brand's name.",
    imitates: "Example Brand",
    legitimateSite: "https://brand.example/",
  },
  copyright: {
    ...page,
    explanation: "The whole film can be downloaded.",
    imitates: "Example Film (2025)",
    legitimateSite: "https://films.example/",
  },
  "exposed-data": { ...page, explanation: "A list of customers' names and addresses is exposed." },
  other: { ...page, explanation: "The page gives a private person's home address and urges people to go." },
};
