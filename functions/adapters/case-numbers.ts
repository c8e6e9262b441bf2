import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { caseIdOf, caseNumberKeyName } from "../case/case-id.ts";
import type { CaseIdOf } from "../intake/work.ts";
import { type NamedKeys, namedKeysFrom } from "../store/table/named-keys.ts";

/**
 * Numbers cases by the key in its secret. `prove` compares it with its fingerprint in the table:
 * over a restored table, or its copy in a second region, no case is opened under another key.
 * Network: one GetSecretValue, and that of `prove`. Throws `KeysUnusable`.
 */
export const numbersCases = (
  client: SecretsManagerClient,
  secretId: string,
  prove: (keys: NamedKeys) => Promise<void>,
): CaseIdOf => {
  const keysOf = namedKeysFrom(client, secretId, { named: caseNumberKeyName, prove });
  return async (openedBy) => {
    const { current, keys } = await keysOf();
    const key = keys[current];
    if (key === undefined) throw new TypeError("The current key is not among its keys.");
    return caseIdOf(key, openedBy);
  };
};
