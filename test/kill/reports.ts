import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import type { QueueName } from "../../infra/topology.ts";

const platforms = Array.from({ length: 40 }, (_, at) => ({ suffix: `p${at}.example`, email: `abuse@p${at}.example` }));
const hotline = "ntd@hotline-nl.example";

export const settings: Settings = settingsSchema.parse({
  stage: "kill-test",
  organisation: "Example Takedown Desk",
  senderAddress: "notices@takedown.example",
  replyDomain: "reply.takedown.example",
  verifyBy: "https://takedown.example/verify",
  configurationSets: { urgent: "urgent", standard: "standard" },
  reporters: [{ id: "hotline", organisation: "Example Hotline", contact: "reports@hotline.example", reportsAMinute: 1_000_000 }],
  directory: platforms.map(({ suffix, email }) => ({ matches: [suffix], name: suffix, scope: "platform" as const, email, country: "NL" })),
  countries: [{ country: "NL", hotline: { name: "Hotline NL", email: hotline }, language: "en" }],
  // The clock is the real one: nobody waits a quarter of an hour for others.
  digests: false,
  allowReserved: true,
});

export type Report = {
  readonly queue: QueueName;
  readonly body: string;
  readonly url: string;
  /** Who has to be told, once each. */
  readonly tells: readonly string[];
};

/** Reports of which it is known beforehand who has to be told: the platform, and for child abuse the hotline too. */
export const reportNumber = (number: number, seenAt: string): Report => {
  const platform = platforms[number % platforms.length] ?? { suffix: "", email: "" };
  const category = number % 10 === 3 ? "ncii" : number % 10 === 7 ? "csam" : "phishing";
  const url = `https://user${number}.${platform.suffix}/page`;
  const report = {
    version: 1,
    reporter: "hotline",
    reportId: `K-${number}`,
    category,
    target: { url },
    seenAt,
    evidence: { explanation: "Seen and classified by an analyst.", classification: "baseline", detectedBy: "manual-review" },
  };
  return {
    queue: category === "phishing" ? "report-standard" : "report-urgent",
    body: JSON.stringify(report),
    url,
    tells: category === "csam" ? [platform.email, hotline] : [platform.email],
  };
};
