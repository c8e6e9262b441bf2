import type { Settings } from "./settings.ts";

/** Providers that take reports by an API of theirs. */
export const apiProviders = ["cloudflare", "godaddy", "ngrok"] as const;
export type ApiProvider = (typeof apiProviders)[number];

type ChannelFacts = {
  readonly name: string;
  /** As rows of providers name its interface (`api` in `contact/platforms.json`). */
  readonly api: string;
  /** Its API lists what it was told, by which an answer that was lost is found again. */
  readonly lists: boolean;
};

/** What the steps before `send/channels/` have to know of each. */
export const channelFacts = {
  cloudflare: { name: "Cloudflare", api: "Cloudflare abuse reports", lists: true },
  godaddy: { name: "GoDaddy", api: "GoDaddy abuse reports", lists: true },
  ngrok: { name: "ngrok", api: "ngrok abuse reports", lists: false },
} as const satisfies Record<ApiProvider, ChannelFacts>;

/** The providers whose API is used now: those of the settings that are not paused. */
export const activeChannels = ({ channels = {} }: Pick<Settings, "channels">): readonly ApiProvider[] =>
  apiProviders.filter((provider) => channels[provider] !== undefined && channels[provider].paused !== true);

/** The provider behind an interface of this name. */
export const providerByApi = (api: string | undefined): ApiProvider | undefined =>
  apiProviders.find((provider) => channelFacts[provider].api === api);

/**
 * What stands where a mailbox does, so that a desk that is told by its API is told apart, counted
 * and remembered as any other. No mail gets there, whatever went wrong: `.invalid` resolves nowhere
 * (RFC 6761 §6.4).
 */
export const mailboxOf = (provider: ApiProvider): string => `${provider}@api.invalid`;
