import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { forgetfulCaseEvent } from "../../case/forget.ts";
import type { HistoryLine } from "../../news/reporter-steps.ts";
import { DamagedCase } from "../damaged-case.ts";
import type { ReviewItem } from "../queue-entry.ts";
import { readHistoryLine, readState, refuseOtherFormat } from "../stored.ts";
import type { NamedKeys } from "./named-keys.ts";
import { sealedDictionary } from "./sealed-dictionary.ts";
import type { Item } from "./table.ts";

/*
 * What the table holds of a case is sealed: state, history, and an entry's messages. The key is made of a master
 * key, of which the table holds nothing, and the case's own key beside its state. Once retention has deleted that,
 * nobody opens it.
 */

const cipher = "aes-256-gcm";
/** NIST SP 800-38D §8.2.2: 96 bits at random, far below 2^32 seals for one key. */
const nonceBytes = 12;
const tagBytes = 16;
/** Purpose and version of a key (RFC 5869 §3.2, "info"). */
type Purpose = `takedown-dispatcher ${"case" | "known" | "put-off" | "found"} 1`;

/** The master keys: with the one wanted, or as cached (`named-keys.ts`). */
export type MasterKeys = (wanted?: string) => Promise<NamedKeys>;
/** What seals for one case now: the current master key and the case's own. */
export type Sealing = { readonly master: NamedKeys; readonly caseKey: string };
/** `sealedBy`: the master key and case key that open it (`k1/3f…`), or the master key alone (`k1`). */
export type Sealed = { readonly sealed: Uint8Array; readonly sealedBy: string };

/** A case's own key: the salt of the key that seals. */
export const newCaseKey = (): string => randomBytes(32).toString("base64");

/** Tells case keys apart and nothing of them. */
const nameOf = (caseKey: string): string => createHash("sha256").update(caseKey).digest("hex").slice(0, 16);

/** RFC 5869: HKDF with SHA-256, so that KMS is not asked for every case. */
const keyOf = ({ keys }: NamedKeys, name: string, salt: string, purpose: Purpose): Uint8Array => {
  const master = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (master === undefined)
    throw new Error(`There is no master key ${name}: it was taken out of its secret, or this is another secret.`);
  return new Uint8Array(hkdfSync("sha256", master, Buffer.from(salt, "base64"), purpose, 32));
};

/** Binds the place into the seal, so that nothing can stand for another. */
const sealBy = (key: Uint8Array, plain: string | Uint8Array, place: string): Uint8Array => {
  const nonce = randomBytes(nonceBytes);
  const by = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place));
  // Deflated: DynamoDB charges a write for each kilobyte.
  const deflated = deflateRawSync(plain, { dictionary: sealedDictionary });
  return Buffer.concat([nonce, by.update(deflated), by.final(), by.getAuthTag()]);
};

/** Opens what `sealBy` sealed. Throws where it was changed, moved, or sealed by another key. */
const openBy = (key: Uint8Array, bytes: Uint8Array, place: string): Buffer => {
  const open = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes));
  return inflateRawSync(Buffer.concat([open.update(bytes.subarray(nonceBytes, -tagBytes)), open.final()]), {
    dictionary: sealedDictionary,
    // Most are shorter. A longer one takes several.
    chunkSize: 8_192,
  });
};

const seal = (plain: string | Uint8Array, { master, caseKey }: Sealing, place: string): Sealed => ({
  sealed: sealBy(keyOf(master, master.current, caseKey, "takedown-dispatcher case 1"), plain, place),
  sealedBy: `${master.current}/${nameOf(caseKey)}`,
});

/**
 * `undefined` where nothing is sealed or the case's key was deleted. Throws what the master keys throw. The function
 * it gives throws where the item was changed or moved.
 */
const openerOf = async (
  { sealed, sealedBy }: Item,
  masterKeys: MasterKeys,
  caseKey: string | undefined,
): Promise<((place: string) => Buffer) | undefined> => {
  // The table's stream hands bytes over as text.
  const bytes = typeof sealed === "string" ? Buffer.from(sealed, "base64") : sealed;
  if (caseKey === undefined || !(bytes instanceof Uint8Array) || typeof sealedBy !== "string") return undefined;
  const [, master, named] = /^(.+)\/([0-9a-f]{16})$/.exec(sealedBy) ?? [];
  if (master === undefined || named !== nameOf(caseKey)) return undefined;
  const key = keyOf(await masterKeys(master), master, caseKey, "takedown-dispatcher case 1");
  return (place) => openBy(key, bytes, place);
};

const statePlace = (caseId: string, version: unknown): string => `${caseId}#STATE#${version}`;
const linePlace = (caseId: string, version: unknown): string => `${caseId}#${version}`;
const piecePlace = (caseId: string, piece: string): string => `${caseId}#${piece}`;

/** What is left of a forgotten case may stand readably, and must outlive the key. */
export const sealState = (state: ReviewItem, sealing: Sealing): { readonly state: string } | Sealed => {
  const whole = JSON.stringify(state);
  return state.forgottenAt !== undefined ? { state: whole } : seal(whole, sealing, statePlace(state.id, state.version));
};

/** Throws `DamagedCase` where changed, moved or not ours, another error where it is of another format. */
export const readSealedState = async (
  item: Item,
  masterKeys: MasterKeys,
  caseKey: string | undefined,
): Promise<ReviewItem> => {
  refuseOtherFormat(item);
  const caseId = String(item.pk).slice("CASE#".length);
  const open = typeof item.state === "string" ? undefined : await openerOf(item, masterKeys, caseKey);
  try {
    return readState(item.state ?? open?.(statePlace(caseId, item.version)).toString("utf8"));
  } catch (cause) {
    throw new DamagedCase(caseId, { cause });
  }
};

/**
 * Readably what may be kept for ever of its events, and beside it everything, sealed: the events, or these and the
 * reporter steps. No line is ever changed.
 */
export const sealLine = (
  { events, reporterSteps }: Pick<HistoryLine, "events" | "reporterSteps">,
  sealing: Sealing,
  caseId: string,
  version: number,
): { readonly events: string } & Partial<Sealed> => {
  const whole = JSON.stringify(reporterSteps ? { events, reporterSteps } : events);
  const kept = JSON.stringify(events.map(forgetfulCaseEvent));
  return whole === kept ? { events: kept } : { events: kept, ...seal(whole, sealing, linePlace(caseId, version)) };
};

/**
 * All of it while the case's key is there, then what may be kept. Throws where changed, moved or not ours.
 */
export const readSealedLine = async (
  item: Item,
  masterKeys: MasterKeys,
  caseKey: string | undefined,
  caseId: string,
): Promise<HistoryLine> => {
  refuseOtherFormat(item);
  const open = await openerOf(item, masterKeys, caseKey);
  const whole = open?.(linePlace(caseId, item.version));
  return readHistoryLine(whole ? { ...item, events: whole.toString("utf8") } : item);
};

export const sealPiece = (bytes: Uint8Array, sealing: Sealing, caseId: string, piece: string): Sealed =>
  seal(bytes, sealing, piecePlace(caseId, piece));

/** A stored piece. Empty once it is forgotten. */
export const readSealedPiece = async (
  item: Item,
  masterKeys: MasterKeys,
  caseKey: string | undefined,
  caseId: string,
): Promise<Uint8Array> => {
  const open = await openerOf(item, masterKeys, caseKey);
  return open?.(piecePlace(caseId, String(item.sk))) ?? new Uint8Array(0);
};

/** A message that waits for intake: by the master key alone, as it has no case. `place` is bound in. */
export const sealPutOff = (text: string, master: NamedKeys, place: string): Sealed => ({
  sealed: sealBy(keyOf(master, master.current, "", "takedown-dispatcher put-off 1"), text, place),
  sealedBy: master.current,
});

/** Throws where it was changed or moved, or its master key was removed from the secret. */
export const openPutOff = async (
  { sealed, sealedBy }: Item,
  masterKeys: MasterKeys,
  place: string,
): Promise<string> => {
  if (!(sealed instanceof Uint8Array) || typeof sealedBy !== "string")
    throw new TypeError("This item holds no message that waits.");
  const key = keyOf(await masterKeys(sealedBy), sealedBy, "", "takedown-dispatcher put-off 1");
  return openBy(key, sealed, place).toString("utf8");
};

/**
 * Seals what lookups share, which names reported domains: by one key for all, since it belongs to no case and lives
 * for days. Only by the current master key: after a rotation nothing is known, and registries are asked again.
 */
export const knownSeal = (master: NamedKeys) => {
  const key = keyOf(master, master.current, "", "takedown-dispatcher known 1");
  return {
    /** What stands in the table for a lookup's key. */
    nameOf: (known: string): string => createHmac("sha256", key).update(known).digest("hex").slice(0, 40),
    seal: (known: string, text: string): Uint8Array => sealBy(key, text, known),
    /** `undefined` for what was not sealed under this key: it is not known, and is asked. */
    open: (known: string, sealed: Uint8Array): string | undefined => {
      try {
        return openBy(key, sealed, known).toString("utf8");
      } catch {
        // Changed, moved, or cut short. All of it may be thrown away.
        return undefined;
      }
    },
  };
};

/** So that only the holder of the master key finds it in an index, or can tell what it is. */
export const tagsBy = (master: NamedKeys, name: string = master.current): ((text: string) => string) => {
  const key = keyOf(master, name, "", "takedown-dispatcher found 1");
  return (text) => createHmac("sha256", key).update(text).digest("base64url").slice(0, 22);
};
