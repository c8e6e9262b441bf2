import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * A client of the SDK that puts up a signer once for each service and region, and not for each call, for which it
 * copies all of its configuration. A signer keeps no credentials and no moment: it asks for the ones and is told the
 * other each time. One that could not be put up is asked for again.
 */
export const withOneSigner = <Client extends { readonly config: Pick<DynamoDBClient["config"], "signer"> }>(
  client: Client,
): Client => {
  const { config } = client;
  const { signer: make } = config;
  const signers = new Map<string, ReturnType<typeof make>>();
  config.signer = (scheme) => {
    const { name, signingName, signingRegion } = scheme ?? {};
    const by = JSON.stringify([name, signingName, signingRegion]);
    const known = signers.get(by);
    if (known !== undefined) return known;
    const made = make(scheme);
    signers.set(by, made);
    made.catch(() => signers.delete(by));
    return made;
  };
  return client;
};
