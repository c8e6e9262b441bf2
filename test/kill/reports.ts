import { channelFacts, mailboxOf } from "../../functions/kernel/channels.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { type Category, laneOf } from "../../functions/report/category.ts";
import { measuredSettings } from "../../infra/bench/settings.ts";
import type { QueueName } from "../../infra/stack/topology.ts";

const platforms = Array.from({ length: 100 }, (_, at) => ({ suffix: `p${at}.example`, email: `abuse@p${at}.example` }));
/** Told by its API, whose list settles what a kill cut off. */
const byApi = { suffix: "told-by-api.example", email: mailboxOf("cloudflare") };
const hotline = "ntd@hotline-nl.example";

export const settings: Settings = measuredSettings({
  stage: "kill-test",
  directory: [
    ...platforms.map(({ suffix, email }) => ({
      matches: [suffix],
      name: suffix,
      scope: "platform" as const,
      email,
      country: "NL",
    })),
    {
      matches: [byApi.suffix],
      name: byApi.suffix,
      scope: "platform" as const,
      form: `https://${byApi.suffix}/abuse`,
      api: channelFacts.cloudflare.api,
    },
  ],
  channels: { cloudflare: {} },
  countries: [{ country: "NL", hotline: { name: "Hotline NL", email: hotline }, language: "en" }],
});

export type Report = {
  readonly queue: QueueName;
  readonly body: string;
  readonly url: string;
  /** Who has to be told, once each. */
  readonly tells: readonly string[];
};

/** Half of them in each lane: the urgent ones go out by themselves, and the others in digests. */
const mix: readonly Category[] = [
  "phishing",
  "ncii",
  "malware",
  "csam",
  "fraud",
  "ncii",
  "botnet",
  "ncii",
  "phishing",
  "ncii",
];
/** Each fifth goes by an API, of both lanes and none of child abuse. */
const isByApi = (number: number): boolean => number % 5 === 4;
/**
 * So few reports to a desk that there are many digests to kill in the middle of, and so many that
 * hardly a notice is alone in its window.
 */
const reportsToADesk = 50;

/**
 * Reports of which it is known beforehand who has to be told: the platform, by mail or by its API, and
 * for child abuse the hotline too.
 */
export const someReports = (count: number, seenAt: string): readonly Report[] => {
  const desks = platforms.slice(0, Math.ceil(count / reportsToADesk));
  return Array.from({ length: count }, (_, number) => {
    const { suffix, email } = isByApi(number)
      ? byApi
      : (desks[Math.floor(number / mix.length) % desks.length] ?? { suffix: "", email: "" });
    const category = mix[number % mix.length] ?? "other";
    const url = `https://user${number}.${suffix}/page`;
    const report = {
      version: 1,
      reporter: "hotline",
      reportId: `K-${number}`,
      category,
      target: { url },
      seenAt,
      evidence: {
        explanation: "Seen and classified by an analyst.",
        classification: "baseline",
        detectedBy: "manual-review",
      },
    };
    return {
      queue: `report-${laneOf(category, false)}`,
      body: JSON.stringify(report),
      url,
      tells: category === "csam" ? [email, hotline] : [email],
    };
  });
};
