import type { Settings } from "./settings.ts";

export const apiProviders = ["cloudflare", "godaddy", "aws"] as const;
export type ApiProvider = (typeof apiProviders)[number];

/** Blocks pages in browsers: notified once alongside a case's desks; no case waits for it. */
export const protector = "netcraft";
/** Whom the one function asks that talks to APIs. */
export type ApiName = ApiProvider | typeof protector;

type ChannelFacts = {
  readonly name: string;
  /** Its name in rows of providers (`api` in `contact/platforms.json`). */
  readonly api: string;
};

export const channelFacts = {
  cloudflare: { name: "Cloudflare", api: "Cloudflare abuse reports" },
  godaddy: { name: "GoDaddy", api: "GoDaddy abuse reports" },
  aws: { name: "AWS", api: "AWS Abuse Signal API" },
} as const satisfies Record<ApiProvider, ChannelFacts>;

/** Providers in the settings that are not paused. */
export const activeChannels = ({ channels = {} }: Pick<Settings, "channels">): readonly ApiProvider[] =>
  apiProviders.filter((provider) => channels[provider] !== undefined && channels[provider].paused !== true);

export const providerByApi = (api: string | undefined): ApiProvider | undefined =>
  apiProviders.find((provider) => channelFacts[provider].api === api);

/**
 * Stands in for a mailbox, so that a desk notified by API is identified, counted and remembered like any other.
 * Mail never gets there: `.invalid` resolves nowhere (RFC 6761 §6.4).
 */
export const mailboxOf = (provider: ApiName): string => `${provider}@api.invalid`;
