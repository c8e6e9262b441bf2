import { advance } from "../../functions/case/advance.ts";
import type { Candidate, ContactAnswer, ContactForm } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { beginTarget } from "../../functions/case/evolve/report.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { type ApiProvider, channelFacts, mailboxOf } from "../../functions/kernel/channels.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { categories, laneOf } from "../../functions/report/category.ts";
import type { Report } from "../../functions/report/report.ts";

/** A Tuesday morning in UTC. */
export const morning = "2026-11-24T10:00:00.000Z";

/**
 * A stage whose phishing escalates a day after the reminder, so that laws of either tell them apart.
 * What the policy itself has is `clocks: {}` (`test/escalation`, `test/flow/whole-lives.test.ts`).
 */
export const aSettings = (spoilt: Partial<Settings> = {}): Settings => ({
  ...settingsSchema.parse({
    stage: "test",
    organisation: "Example Hotline",
    senderAddress: "notices@dispatch.example",
    replyDomain: "reply.dispatch.example",
    verifyBy: "+00 0000 000000",
    configurationSets: { urgent: "urgent", standard: "standard" },
    reporters: [
      { id: "hotline", organisation: "Example Hotline", contact: "desk@hotline.example", liveIn: [...categories] },
      { id: "cert", organisation: "Example CERT", contact: "desk@cert.example", liveIn: [...categories] },
    ],
    protectedDomains: ["parliament.example"],
    digests: false,
    clocks: { phishing: { escalatesAfterHours: 48, onCallAfterHours: 7 * 24 } },
    allowReserved: true,
  }),
  ...spoilt,
});

export const aReport = (spoilt: Partial<Report> = {}): Report => ({
  kind: "report",
  reporter: "hotline",
  reportId: "r-1",
  category: "phishing",
  channel: "website",
  target: { kind: "url", url: "https://shop.bad.example/login", host: "shop.bad.example" },
  seenAt: "2026-11-24T09:00:00.000Z",
  live: false,
  domainIsMalicious: false,
  evidence: { explanation: "A copy of a bank's sign-in page asks for passwords." },
  ...spoilt,
});

export const aCandidate = (spoilt: Partial<Candidate> = {}): Candidate => ({
  email: "abuse@network.example",
  scope: "network",
  name: "Example Network",
  source: "rdap",
  server: "rdap.registry.example",
  range: "192.0.2.0/24",
  confidence: "high",
  country: "NL",
  remarks: [],
  ...spoilt,
});

/** A provider that is told by its API. */
export const byApi = (provider: ApiProvider, spoilt: Partial<Candidate> = {}): Candidate =>
  aCandidate({
    email: mailboxOf(provider),
    name: channelFacts[provider].name,
    scope: "platform",
    source: "directory",
    channel: provider,
    ...spoilt,
  });

/** The form that stands in for that API. */
export const formOfApi = (provider: ApiProvider): ContactForm => ({
  url: `https://${provider}.example/abuse`,
  scope: "platform",
  api: channelFacts[provider].api,
});

export const anAnswer = (spoilt: Partial<ContactAnswer> = {}): ContactAnswer => ({
  askedAt: morning,
  addresses: ["192.0.2.10"],
  candidates: [aCandidate()],
  forms: [],
  failures: [],
  country: "NL",
  name: { registeredAt: "2026-10-01T00:00:00.000Z" },
  retry: false,
  ...spoilt,
});

/** A case just opened and not yet written, with nothing done about it. */
export const anOpening = (report: Partial<Report> = {}): Extract<CaseEvent, { type: "opened" }> => {
  const read = aReport(report);
  return {
    type: "opened",
    at: morning,
    caseId: "TD-0000-0000-0001",
    lane: laneOf(read.category, read.live),
    report: read,
  };
};

/** A case after these facts and all that followed from them, each at its own moment. */
export const aCase = (
  report: Partial<Report>,
  facts: readonly CaseEvent[] = [],
  settings: Settings = aSettings(),
): Case => {
  const opening = anOpening(report);
  const policy = policyOf(settings);
  const state = [opening, ...facts].reduce<Case>(
    (current, fact) => advance(current, [fact], policy, fact.at).next,
    beginTarget(opening),
  );
  if (state.kind !== "case") throw new Error("a report opens a case about a target");
  return state;
};
