import type { ApiProvider } from "../../../../functions/kernel/channels.ts";
import { playCloudflare } from "./cloudflare.ts";
import { playGoDaddy } from "./godaddy.ts";
import { playNgrok } from "./ngrok.ts";

/** Each provider's API as it is played. */
export const plays = { cloudflare: playCloudflare, godaddy: playGoDaddy, ngrok: playNgrok } as const;

/** What the played APIs let in. */
export const playedSecrets = {
  cloudflare: { account: "played", token: "played" },
  godaddy: { key: "played", secret: "secret" },
  ngrok: { key: "played" },
} as const satisfies Record<ApiProvider, Readonly<Record<string, string>>>;
