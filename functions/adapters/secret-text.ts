import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { kept } from "./kept.ts";

/** Long enough to ask seldom, and short enough that a secret that was changed holds soon. */
const forMs = 5 * 60_000;

/**
 * A secret that is one text, believed for five minutes. Throws when it can't be read or is empty.
 */
export const secretText = (
  client: SecretsManagerClient,
  SecretId: string,
  nowMs: () => number,
): (() => Promise<string>) =>
  kept(
    async () => {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
      if (!SecretString) throw new Error("The secret holds no text.");
      return SecretString;
    },
    { forMs, nowMs },
  );
