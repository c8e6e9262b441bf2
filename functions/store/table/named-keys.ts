import { createHash } from "node:crypto";
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { KeysUnusable } from "../../kernel/keys-unusable.ts";
import * as z from "../../kernel/zod.ts";

/** `current` is the key for what is made now. The others stay for what was made before. */
export type NamedKeys = { readonly current: string; readonly keys: Readonly<Record<string, string>> };

/** `{"current":"k2","k1":"…","k2":"…"}`: rotating is adding a key and naming it current. */
const secretSchema = z.catchall(
  z.object({ current: z.string().check(z.minLength(1)) }),
  z.string().check(z.minLength(16)),
);

const restsMs = 60_000;

type Reads = {
  /** Real milliseconds. */
  readonly nowMs?: () => number;
  /** What a key's name must match. Others are ignored. Absent: any. */
  readonly named?: RegExp;
  /** Checks what was read before use. Throws `KeysUnusable`. */
  readonly prove?: (keys: NamedKeys) => Promise<void>;
};

/**
 * The keys in a secret, read once and cached while the function lives. A key wanted by name has the secret read
 * again where the cache lacks it, as it may have been added since. Not within a minute, since strangers can name
 * keys in mail. Network: one GetSecretValue, and what `prove` asks. Throws `KeysUnusable` with the cause where the
 * secret is gone, refused, silent or not of that form.
 */
export const namedKeysFrom = (
  client: SecretsManagerClient,
  secretId: string,
  { nowMs = Date.now, named = /./, prove }: Reads = {},
): ((wanted?: string) => Promise<NamedKeys>) => {
  let readAt = Number.NEGATIVE_INFINITY;
  const readOnce = async (): Promise<NamedKeys> => {
    readAt = nowMs();
    const read = readNamedKeys(await secretTextIn(client, secretId), named);
    await prove?.(read);
    return read;
  };
  let reading: Promise<NamedKeys> | undefined;
  const read = (): Promise<NamedKeys> => {
    // A failed read is not cached, so that the next message asks again.
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

/** Drops keys not `named` so. Throws `KeysUnusable`: wrong form, or current key missing or misnamed. */
export const readNamedKeys = (text: string, named: RegExp = /./): NamedKeys => {
  const read = secretSchema.safeParse(parsed(text));
  if (!read.success)
    throw new KeysUnusable("wrong-form", 'It is not of the form {"current":"k1","k1":"at least 16 characters"}.');
  const { current, ...all } = read.data;
  if (!Object.hasOwn(all, current))
    throw new KeysUnusable("no-current", "It names a current key that it does not hold.");
  if (!named.test(current))
    throw new KeysUnusable(
      "wrong-name",
      `The name of its current key can't be used here: it has to be ${named.source}.`,
    );
  return { current, keys: Object.fromEntries(Object.entries(all).filter(([name]) => named.test(name))) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: not of the form.
    return undefined;
  }
};

const secretTextIn = async (client: SecretsManagerClient, SecretId: string): Promise<string> => {
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? "";
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown";
    // Secrets Manager API Reference, GetSecretValue, Errors: a secret that is marked for deletion is an invalid
    // request.
    if (name === "ResourceNotFoundException" || name === "InvalidRequestException")
      throw new KeysUnusable("gone", "The secret is not there, or is marked for deletion.", { cause: error });
    if (/AccessDenied|DecryptionFailure|KMS/.test(name))
      throw new KeysUnusable("refused", "The secret, or the key in KMS that opens it, may not be used.", {
        cause: error,
      });
    throw new KeysUnusable("silent", "Secrets Manager gave no answer that can be used.", { cause: error });
  }
};

/** Tells a key from another and nothing of it: 64 bits of a hash of 64 random characters. */
export const fingerprintOf = (key: string): string =>
  createHash("sha256").update(`takedown-dispatcher fingerprint 1\n${key}`).digest("hex").slice(0, 16);
