import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type ApiProvider, apiProviders } from "../kernel/channels.ts";
import * as z from "../kernel/zod.ts";
import type { ChannelClientOptions } from "./channel-client.ts";
import { secretText } from "./secret-text.ts";

const fields = z.record(z.string(), z.string());

/** Each secret is a flat JSON object of texts. Throws where it can't be read or holds something else. */
export const channelSecrets = (
  client: SecretsManagerClient,
  secretIds: Readonly<Record<string, string>>,
  nowMs: () => number,
): ChannelClientOptions["secretOf"] => {
  const texts = new Map<ApiProvider, () => Promise<string>>();
  for (const provider of apiProviders) {
    const id = secretIds[provider];
    if (id !== undefined) texts.set(provider, secretText(client, id, nowMs));
  }
  return async (provider) => {
    const text = await texts.get(provider)?.();
    return text === undefined ? undefined : fields.parse(JSON.parse(text));
  };
};
