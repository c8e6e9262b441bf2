import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import type { ReplyKeys } from "../notice/reply-address.ts";

/** `{"current":"k2","k1":"…","k2":"…"}`: rotating is adding a key and naming it current. */
const secretSchema = z.object({ current: z.string().min(1) }).catchall(z.string().min(16));

/** The keys of the reply addresses, read once and kept while the function lives. Throws when the secret is not of that form. */
export const replyKeysFrom = (client: SecretsManagerClient, secretId: string): (() => Promise<ReplyKeys>) => {
  const readOnce = async (): Promise<ReplyKeys> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    const { current, ...keys } = secretSchema.parse(JSON.parse(SecretString ?? "{}"));
    if (!Object.hasOwn(keys, current)) throw new Error("The secret of the reply keys names a current key that it does not hold.");
    return { current, keys };
  };
  let reading: Promise<ReplyKeys> | undefined;
  return () => {
    // A read that failed is not remembered, so that the next message asks again.
    reading ??= readOnce().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
};
