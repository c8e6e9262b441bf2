import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { fingerprintOf, type NamedKeys } from "../store/table/named-keys.ts";
import { isNew, type Table } from "../store/table/table.ts";

const did = { master: "sealed under that name", "case-number": "numbered the cases of this table" } as const;
const named = { master: "master key", "case-number": "case number key" } as const;
type Proof = { readonly seals?: boolean; readonly of?: keyof typeof did };

/**
 * Compares keys with the fingerprints of those that have sealed in this table under their names.
 * Writes that of a new name before anything is sealed by it: a value written over an old name could
 * open nothing of before, and what it sealed would be lost when the old one comes back. Network:
 * one read for each key, and one write for each new one unless `seals` is false. Throws
 * `KeysUnusable`, and what the table throws.
 */
export const provenByFingerprint =
  (table: Table, { seals = true, of = "master" }: Proof = {}) =>
  async ({ keys }: NamedKeys): Promise<void> => {
    for (const [name, key] of Object.entries(keys)) {
      const own = { pk: `KEY#${of}`, sk: name };
      const fingerprint = fingerprintOf(key);
      const read = async () => (await table.get(own))?.fingerprint;
      // Where somebody was first, theirs counts.
      const note = async () =>
        (await table.write({ put: { ...own, fingerprint }, where: isNew })) ? fingerprint : read();
      const known = (await read()) ?? (seals ? await note() : fingerprint);
      if (known !== fingerprint)
        throw new KeysUnusable(
          "overwritten",
          `The ${named[of]} ${name} in the secret is not the one that ${did[of]}. The secret's version ` +
            "AWSPREVIOUS, or the copy in the safe, has the right one.",
        );
    }
  };
