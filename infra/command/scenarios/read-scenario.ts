import * as z from "zod";
import { type Settings, settingsSchema } from "../../../functions/kernel/settings.ts";
import { type Category, categories } from "../../../functions/report/category.ts";
import { liveSettings } from "../../local/live-settings.ts";
import type { PlayedWorld } from "./played-sources.ts";

const authority = z.object({ country: z.string(), name: z.string(), email: z.string() });
const lists = z.record(z.string(), z.array(z.string()));

/** A scenario's line, but for what an expert expects of it: whoever plays it must not see that. */
const scenarioLine = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  configured: z
    .object({
      hotlines: z.array(authority).default([]),
      certs: z.array(authority).default([]),
      protected: z.array(z.string()).default([]),
      optedOut: z.array(z.string()).default([]),
    })
    .prefault({}),
  report: z.object({
    category: z.enum(categories),
    target: z.record(z.string(), z.unknown()),
    channel: z.string().optional(),
    domainIsMalicious: z.boolean().default(false),
    live: z.boolean().default(false),
    evidence: z.record(z.string(), z.unknown()).default({}),
  }),
  world: z.object({
    addresses: lists.optional(),
    aliases: z.record(z.string(), z.string()).optional(),
    mail: lists.optional(),
    texts: lists.optional(),
    rdap: z.record(z.string(), z.unknown()).optional(),
    whois: z.record(z.string(), z.string()).optional(),
    silent: z.array(z.enum(["rdap", "whois", "dns"])).optional(),
  }),
});

/** One hosting situation, ready to be played. */
export type Scenario = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly category: Category;
  readonly live: boolean;
  /** The report as its reporter puts it on the queue. */
  readonly message: string;
  readonly settings: Settings;
  readonly world: PlayedWorld;
};

/** A Tuesday morning, when desks read their mail. */
export const scenarioBegins = "2026-11-24T09:05:00.000Z";
const seenAt = "2026-11-24T09:00:00.000Z";

/**
 * Reads one line of scenarios. What the operator set (`configured`) becomes settings of a stage;
 * reserved names and addresses are admitted. A target that is no target of ours stays as it is:
 * taking in is to say so. Throws with the field's name where the line is no scenario.
 */
export const readScenario = (line: string): Scenario => {
  const { id, name, configured, report, world } = scenarioLine.parse(JSON.parse(line));
  const { category, live, target, evidence, ...rest } = report;
  return {
    id,
    name,
    category,
    live,
    world,
    settings: settingsOf(configured),
    message: JSON.stringify({
      version: 1,
      reporter: "local",
      reportId: id,
      category,
      live,
      ...rest,
      target: targetOf(target),
      seenAt,
      evidence: { ...evidenceOf(category), ...evidence },
    }),
  };
};

/** A report names an address as a host. */
const targetOf = ({ address, ...others }: Readonly<Record<string, unknown>>) =>
  address === undefined ? others : { ...others, host: address };

/**
 * What a notice needs of each report (`notice/required.ts`); which scenario it is decides whom to
 * tell and not what to say.
 */
export const evidenceOf = (category: Category) => ({
  explanation: `It was looked at and is ${category}.`,
  detectedBy: "manual-review",
  ...((category === "brand" || category === "copyright") && { imitates: "Example Work" }),
  ...(category === "brand" && { legitimateSite: "https://brand.example/" }),
});

const settingsOf = ({
  hotlines,
  certs,
  protected: protectedDomains,
  optedOut,
}: z.infer<typeof scenarioLine>["configured"]): Settings => {
  const countries = [...new Set([...hotlines, ...certs].map(({ country }) => country))];
  const of = (list: readonly z.infer<typeof authority>[], wanted: string) => {
    const found = list.find(({ country }) => country === wanted);
    return found && { name: found.name, email: found.email };
  };
  return settingsSchema.parse({
    ...liveSettings,
    stage: "scenarios",
    digests: true,
    allowReserved: true,
    protectedDomains,
    optedOut,
    countries: countries.map((country) => ({ country, hotline: of(hotlines, country), cert: of(certs, country) })),
  });
};
