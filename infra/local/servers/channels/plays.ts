import type { ApiProvider } from "../../../../functions/kernel/channels.ts";
import { playAws } from "./aws.ts";
import { playCloudflare } from "./cloudflare.ts";
import { playGoDaddy } from "./godaddy.ts";
import { playNetcraft } from "./netcraft.ts";

/** Each provider's API as it is played. */
export const plays = {
  cloudflare: playCloudflare,
  godaddy: playGoDaddy,
  aws: playAws,
  netcraft: playNetcraft,
} as const;

/** What the played APIs let in beside any role. */
export const playedSecrets = {
  cloudflare: { account: "played", token: "played" },
  godaddy: { key: "played", secret: "secret" },
} as const satisfies Partial<Record<ApiProvider, Readonly<Record<string, string>>>>;
