import type { Candidate, Scope } from "../../../functions/case/candidate.ts";
import type { Notice, Step, TargetCase } from "../../../functions/case/case.ts";
import { type Category, laneOf } from "../../../functions/report/category.ts";

/** One full case for each category, so that a preview shows every line that a notice can have. Reserved names and addresses alone. */
export const previewCase = (category: Category, to: Candidate, step: Step): { readonly state: TargetCase; readonly notice: Notice } => {
  const before = step === "escalation" ? contactOf("network", to) : to;
  const notice: Notice = {
    id: `${step === "escalation" ? 1 : 0}-${step}-preview`,
    rung: step === "escalation" ? 1 : 0,
    step,
    to,
    state: "queued",
    notBefore: "2026-11-24T10:00:00.000Z",
    attempts: 0,
  };
  const state: TargetCase = {
    kind: "case",
    id: "TD-7K3M-9QXZ-4B2N",
    version: 3,
    lane: laneOf(category, false),
    category,
    channel: "website",
    target: { kind: "url", url: "https://shop.bad.example/page?session=1", host: "shop.bad.example" },
    evidence: evidenceOf[category],
    live: false,
    domainIsMalicious: false,
    openedAt: "2026-11-23T07:00:00.000Z",
    firstSeenAt: "2026-11-23T06:58:12.000Z",
    reports: 1,
    reporters: ["hotline"],
    withdrawn: [],
    standing: { hotline: 1 },
    takenBack: [],
    contact: { askedAt: "2026-11-23T07:00:10.000Z", addresses: ["192.0.2.7"], candidates: [], forms: [], failures: [], retry: false },
    silentLookups: 0,
    rung: notice.rung,
    notices: step === "first" ? [notice] : [earlier(before), notice],
    holds: [],
    reviews: [],
    cleared: [],
    mails: [],
    quiet: false,
  };
  return { state, notice };
};

export const contactOf = (scope: Scope, changed: Partial<Candidate> = {}): Candidate => ({
  ...changed,
  email: `abuse@${scope}.example`,
  scope,
  name: `Example ${scope}`,
  source: "rdap",
  range: scope === "registrar" ? "bad.example" : "192.0.2.0 - 192.0.2.255",
  confidence: "high",
  remarks: [],
});

const earlier = (to: Candidate): Notice => ({
  id: "0-first-preview",
  rung: 0,
  step: "first",
  to,
  state: "delivered",
  notBefore: "2026-11-23T07:05:00.000Z",
  attempts: 1,
  sentAt: "2026-11-23T07:05:00.000Z",
  deliveredAt: "2026-11-23T07:05:03.000Z",
  acknowledgedAt: "2026-11-23T07:06:10.000Z",
  subject: "ABUSE – shop[.]bad[.]example – 2026-11-23 [TD-7K3M-9QXZ-4B2N]",
  sesMessageId: "0102018f00000000-preview-000000",
  ticket: "HOST-4711",
});

const page = { reproduce: "from any country, with a phone's user agent", detectedBy: "manual-review" } as const;
const evidenceOf: Record<Category, TargetCase["evidence"]> = {
  csam: { detectedBy: "hash-match", classification: "baseline", hashes: [`sha256:${"0f".repeat(32)}`] },
  csem: { detectedBy: "manual-review", explanation: "An adult asks a child for sexual acts in a public room." },
  ncii: { detectedBy: "user-report", explanation: "The person shown says that they did not consent." },
  terrorism: { ...page, explanation: "A video calls for attacks and explains how to carry them out." },
  phishing: {
    ...page,
    explanation: "The page copies a bank's sign-in page and sends on what is typed.",
    imitates: "Example Bank",
    legitimateSite: "https://bank.example/",
  },
  malware: { ...page, explanation: "The file is a downloader for a banking trojan.", hashes: [`sha256:${"0f".repeat(32)}`] },
  botnet: { ...page, explanation: "Infected machines fetch their orders here." },
  fraud: { ...page, explanation: "The shop takes payments and sends nothing." },
  brand: { ...page, explanation: "The shop sells copies under the brand's name.", imitates: "Example Brand", legitimateSite: "https://brand.example/" },
  copyright: { ...page, explanation: "The whole film can be downloaded.", imitates: "Example Film (2025)", legitimateSite: "https://films.example/" },
  "exposed-data": { ...page, explanation: "A table of customers with names and addresses lies open." },
  other: { ...page, explanation: "The page publishes a private person's home address and asks to go there." },
};
