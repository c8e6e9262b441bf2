import { type ApiProvider, channelFacts } from "../../../functions/kernel/channels.ts";
import { type Settings, settingsSchema } from "../../../functions/kernel/settings.ts";
import { type Draw, rankedAt, shareAt } from "./draw.ts";
import { week } from "./week.ts";

/*
 * Who answers for hosts in the played week. Nobody of them exists: names lie under .example,
 * addresses in 2001:db8::/32, systems in 64496-64511 and 65536-65551.
 */

export const languages = ["en", "de", "fr", "es"] as const;
export type Language = (typeof languages)[number];

/** A desk behind a mailbox. A bad one takes no mail at all. */
export type Mailbox = { readonly email: string; readonly language: Language; readonly isBad: boolean };

export type Provider = {
  readonly name: string;
  /** What its customers' names lie below, where it is a platform. */
  readonly suffix?: string;
  /** `2001:db8:101:`, to which a host's own part is added. */
  readonly prefix: string;
  readonly asn: number;
  readonly country: string;
  readonly desk?: Mailbox;
  readonly form?: string;
};

const countries = { US: 0.36, NL: 0.16, DE: 0.15, GB: 0.12, FR: 0.11, ES: 0.1 } as const;
const languageOf: Readonly<Record<keyof typeof countries, Language>> = {
  US: "en",
  NL: "en",
  DE: "de",
  GB: "en",
  FR: "fr",
  ES: "es",
};

const counts = { network: 240, platform: 40, proxied: 1, "api-alone": 2, "form-alone": 14, carrier: 12, registrar: 24 };
/** Providers of the first ranks announce themselves; the others are announced by a carrier. */
const ownSystems = 18;
const systemAt = (at: number): number => (at < 16 ? 64_496 + at : 65_536 + at - 16);

/** A few have most: as the measured points of phishing by network fall, on log-log paper. */
const weightAt = (at: number): number => (at + 3) ** -1.3;

/** One of a list by its rank's weight. */
export const byRank = <T>(list: readonly T[], at: number): T => rankedAt(list, weightAt, at);

/**
 * Which of a list are bad mailboxes: drawn from the smaller ones until they have the week's share
 * of all mails. A large provider whose mailbox is dead would be known to everybody.
 */
const badRanks = (count: number, draw: Draw, kind: string): ReadonlySet<number> => {
  const weights = Array.from({ length: count }, (_, at) => weightAt(at));
  const wanted = weights.reduce((sum, one) => sum + one, 0) * week.mails.hardBounce;
  const order = weights.map((_, at) => at).toSorted((a, b) => draw("bad", kind, a) - draw("bad", kind, b));
  const bad = new Set<number>();
  let sum = 0;
  for (const at of order) {
    const weight = weights[at] ?? 0;
    if (at < count / 8 || sum + weight > wanted * 1.05) continue;
    bad.add(at);
    sum += weight;
  }
  return bad;
};

export type Providers = ReturnType<typeof providersOf>;

export const providersOf = (draw: Draw) => {
  let prefixes = 0x100;
  const make = (kind: keyof typeof counts, more: (at: number, domain: string) => Partial<Provider>) => {
    const bad = badRanks(counts[kind], draw, kind);
    return Array.from({ length: counts[kind] }, (_, at): Provider => {
      const country = shareAt(countries, draw(kind, "country", at));
      const domain = `${kind}-${at + 1}.example`;
      const carrier = systemAt(ownSystems + Math.floor(draw(kind, "carrier", at) * counts.carrier));
      return {
        name: `${kind[0]?.toUpperCase()}${kind.slice(1)} ${at + 1}`,
        prefix: `2001:db8:${(prefixes++).toString(16)}:`,
        asn: kind === "network" && at < ownSystems ? systemAt(at) : carrier,
        country,
        desk: { email: `abuse@${domain}`, language: languageOf[country], isBad: bad.has(at) },
        ...more(at, domain),
      };
    });
  };
  const byForm = (at: number, domain: string) => ({
    form: `https://report.${domain}/abuse`,
    ...(at % 2 === 1 && { suffix: domain }),
  });
  const carriers = make("carrier", (at) => ({ asn: systemAt(ownSystems + at) }));
  return {
    network: make("network", () => ({})),
    platform: make("platform", (_, domain) => ({ suffix: domain })),
    proxied: make("proxied", (_, domain) => ({ form: `https://report.${domain}/abuse` })),
    "api-alone": make("api-alone", byForm),
    "form-alone": make("form-alone", byForm),
    carriers,
    registrars: make("registrar", () => ({})),
    /** Hosts that no registry names anybody for. */
    nameless: { name: "Nameless", prefix: "2001:db8:ffff:", asn: 0, country: "" } satisfies Provider,
  };
};

const nationalDesks = Object.keys(countries).map((country) => country.toLowerCase());
const hotlineOf = (country: string): string => `notices@hotline-${country.toLowerCase()}.example`;

/** All mailboxes that the system may write to, by their names. */
export const mailboxesOf = (providers: Providers): ReadonlyMap<string, Mailbox> => {
  const { network, platform, carriers, registrars } = providers;
  const own = [network, platform, carriers, registrars].flat().flatMap(({ desk }) => desk ?? []);
  const national = nationalDesks.flatMap((country): readonly Mailbox[] => {
    const language = Object.entries(languageOf).find(([code]) => code.toLowerCase() === country)?.[1] ?? "en";
    return [hotlineOf(country), `incidents@cert-${country}.example`].map((email) => ({
      email,
      language,
      isBad: false,
    }));
  });
  return new Map([...own, ...national].map((one) => [one.email, one]));
};

/** Which of the features that spare the person are on. */
export type Features = {
  readonly checker: boolean;
  readonly ownChecker: boolean;
  readonly channels: boolean;
  readonly policyAnswers: boolean;
};

const reporterAt = (at: number) => `reporter-${at + 1}`;
export const reporterIds = Array.from({ length: week.reporters.count }, (_, at) => reporterAt(at));
/** The first of them have a checker. */
export const hasChecker = (reporter: string): boolean => reporterIds.indexOf(reporter) < week.reporters.withChecker;

/**
 * Whose API each played provider with one has: those that the system knows, since it knows no
 * other. The proxy has Cloudflare's. Of those that have no mailbox the larger has GoDaddy's.
 */
const apisOf = {
  proxied: ["cloudflare"],
  "api-alone": ["godaddy", "aws"],
} as const satisfies Record<string, readonly ApiProvider[]>;

const apiNameAt = (kind: keyof typeof apisOf, at: number): string => {
  const api = apisOf[kind][at];
  if (api === undefined) throw new Error(`Provider ${at + 1} of ${kind} has no API.`);
  return channelFacts[api].api;
};

/**
 * What the played stage decides. `features` turns on what spares the person; without `channels` a
 * provider with an API is one with a form.
 */
export const settingsOf = (providers: Providers, { checker, ownChecker, channels }: Features): Settings => {
  const inDirectory = (provider: Provider, kind: "site-builder" | "proxy" | "cloud", more: object) => ({
    matches: [provider.suffix ?? `${provider.prefix}:/48`],
    name: provider.name,
    kind,
    country: provider.country,
    ...more,
  });
  const formAlone = (provider: Provider, more: object) =>
    inDirectory(provider, "cloud", { form: provider.form, mail: "unread", ...more });
  return settingsSchema.parse({
    stage: "bench",
    organisation: "Example Takedown Desk",
    senderAddress: "notices@takedown.example",
    replyDomain: "reply.takedown.example",
    verifyBy: "https://takedown.example/verify",
    ...(ownChecker && { checker: {} }),
    configurationSets: { urgent: "urgent", standard: "standard" },
    reporters: reporterIds.map((id) => ({
      id,
      organisation: `Example Reporter ${id}`,
      contact: `reports@${id}.example`,
      reportsAMinute: 1_000_000,
      ...(checker && hasChecker(id) && { checks: true }),
    })),
    directory: [
      ...providers.platform.map((one) => inDirectory(one, "site-builder", { email: one.desk?.email })),
      ...providers.proxied.map((one, at) =>
        inDirectory(one, "proxy", { form: one.form, mail: "unread", api: apiNameAt("proxied", at) }),
      ),
      ...providers["api-alone"].map((one, at) => formAlone(one, { api: apiNameAt("api-alone", at) })),
      ...providers["form-alone"].map((one) => formAlone(one, {})),
    ],
    countries: Object.entries(languageOf).map(([country, language]) => ({
      country,
      hotline: { name: `Hotline ${country}`, email: hotlineOf(country) },
      cert: { name: `CERT ${country}`, email: `incidents@cert-${country.toLowerCase()}.example` },
      language,
      // One country whose police come first, so that clearance is asked as often as it would be.
      lawEnforcementFirst: country === "DE",
    })),
    ...(channels && { channels: { cloudflare: {}, godaddy: {}, aws: {} } }),
    allowReserved: true,
  } satisfies Parameters<typeof settingsSchema.parse>[0]);
};
