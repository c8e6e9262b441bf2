import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { kept } from "./kept.ts";

/** Asks seldom, and a changed secret holds soon. */
const forMs = 5 * 60_000;

/** A secret that is one text, cached for five minutes. Throws when it can't be read or is empty. */
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
