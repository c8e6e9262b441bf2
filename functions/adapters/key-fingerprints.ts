import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { GetCommand, PutCommand } from "./document-client.ts";
import type { InTable } from "./in-table.ts";
import { fingerprintOf, type NamedKeys } from "./named-keys.ts";

/** Whose keys, by the place of their fingerprints in the table; and what each did there. */
const did = { master: "sealed under that name", "case-number": "numbered the cases of this table" } as const;
const named = { master: "master key", "case-number": "case number key" } as const;
type Proof = { readonly seals?: boolean; readonly of?: keyof typeof did };

/**
 * Holds keys against the fingerprints of those that have sealed in this table under their names, and
 * writes down that of a name that is new: before anything is sealed by it. A value that was written
 * over an old name would else open nothing of before, and what it sealed would be lost when the old
 * one comes back. Network: one read for each key; one write more for each that is new, but for who
 * `seals` nothing. Throws `KeysUnusable`, and what the table throws.
 */
export const provenByFingerprint =
  ({ table, TableName }: InTable, { seals = true, of = "master" }: Proof = {}) =>
  async ({ keys }: NamedKeys): Promise<void> => {
    for (const [name, key] of Object.entries(keys)) {
      const own = { pk: `KEY#${of}`, sk: name };
      const fingerprint = fingerprintOf(key);
      const { Item } = await table.send(new GetCommand({ TableName, Key: own, ConsistentRead: true }));
      const known = Item?.fingerprint ?? (seals ? await noted(table, TableName, { ...own, fingerprint }) : fingerprint);
      if (known !== fingerprint)
        throw new KeysUnusable(
          "overwritten",
          `The ${named[of]} ${name} in the secret is not the one that ${did[of]}. The secret's version ` +
            "AWSPREVIOUS, or the copy in the safe, has the right one.",
        );
    }
  };

/** Writes it down, and gives what stands there: that of whoever was first. */
const noted = async (
  table: InTable["table"],
  TableName: string,
  Item: { readonly pk: string; readonly sk: string; readonly fingerprint: string },
): Promise<unknown> => {
  try {
    await table.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
    return Item.fingerprint;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { Item: first } = await table.send(
      new GetCommand({ TableName, Key: { pk: Item.pk, sk: Item.sk }, ConsistentRead: true }),
    );
    return first?.fingerprint;
  }
};
