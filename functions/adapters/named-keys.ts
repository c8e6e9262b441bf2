import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";

/**
 * Keys by name. `current` is the one for what is made now; the others stay for what was made
 * before.
 */
export type NamedKeys = { readonly current: string; readonly keys: Readonly<Record<string, string>> };

/** `{"current":"k2","k1":"…","k2":"…"}`: rotating is adding a key and naming it current. */
const secretSchema = z.object({ current: z.string().min(1) }).catchall(z.string().min(16));

const restsMs = 60_000;

/**
 * The keys in a secret, read once and kept while the function lives. Who wants a key by its name
 * has the secret read again where what is kept lacks it: it may have been added since. Not within a
 * minute, since strangers can name keys in mail. Network: one GetSecretValue. Throws when the
 * secret is not of that form, and what Secrets Manager throws.
 */
export const namedKeysFrom = (
  client: SecretsManagerClient,
  secretId: string,
  nowMs: () => number = Date.now,
): ((wanted?: string) => Promise<NamedKeys>) => {
  let readAt = Number.NEGATIVE_INFINITY;
  const readOnce = async (): Promise<NamedKeys> => {
    readAt = nowMs();
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    const { current, ...keys } = secretSchema.parse(JSON.parse(SecretString ?? "{}"));
    if (!Object.hasOwn(keys, current)) throw new Error("The secret names a current key that it does not hold.");
    return { current, keys };
  };
  let reading: Promise<NamedKeys> | undefined;
  const read = (): Promise<NamedKeys> => {
    // A read that failed is not remembered, so that the next message asks again.
    reading ??= readOnce().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
  return async (wanted) => {
    const kept = await read();
    if (wanted === undefined || Object.hasOwn(kept.keys, wanted) || nowMs() - readAt < restsMs) return kept;
    reading = undefined;
    return read();
  };
};
