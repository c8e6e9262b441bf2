import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { CaseEvent } from "../case/event.ts";
import { forgetfulEvent } from "../case/forget.ts";
import type { HistoryLine } from "../case/store.ts";
import { readHistoryLine } from "../case/stored.ts";

/*
 * A line of history is written once. What may be kept for ever stands in it readably; all of it stands beside that, sealed
 * by a key of the case. Retention throws the key away, and no line is ever changed.
 */

const cipher = "aes-256-gcm";
/** NIST SP 800-38D §8.2.2: 96 bits at random, far below 2^32 lines for one key. */
const nonceBytes = 12;
const tagBytes = 16;

/** A key for one case, as text. */
export const newCaseKey = (): string => randomBytes(32).toString("base64");

/** Tells keys apart and nothing of them. */
const nameOf = (caseKey: string): string => createHash("sha256").update(caseKey).digest("hex").slice(0, 16);

export type SealedLine = { readonly events: string; readonly sealed?: string; readonly sealedBy?: string };

/** The events of a line as they are stored. `place` (case and version) is bound into the seal, so that no line can stand for another. */
export const sealEvents = (events: readonly CaseEvent[], caseKey: string, place: string): SealedLine => {
  const whole = JSON.stringify(events);
  const kept = JSON.stringify(events.map(forgetfulEvent));
  if (whole === kept) return { events: kept };
  const nonce = randomBytes(nonceBytes);
  const seal = createCipheriv(cipher, Buffer.from(caseKey, "base64"), nonce).setAAD(Buffer.from(place));
  // Deflated: DynamoDB charges a write for each kilobyte, and what may be kept stands beside it.
  const sealed = Buffer.concat([nonce, seal.update(deflateRawSync(whole)), seal.final(), seal.getAuthTag()]);
  return { events: kept, sealed: sealed.toString("base64"), sealedBy: nameOf(caseKey) };
};

/**
 * A stored line: all of it while the case's key is there, and afterwards what may be kept. Throws when it is no line that
 * this program wrote, also when it was changed or moved.
 */
export const readSealedLine = (item: Readonly<Record<string, unknown>>, caseKey: string | undefined, place: string): HistoryLine => {
  const { sealed, sealedBy } = item;
  if (caseKey === undefined || typeof sealed !== "string" || sealedBy !== nameOf(caseKey)) return readHistoryLine(item);
  const bytes = Buffer.from(sealed, "base64");
  const open = createDecipheriv(cipher, Buffer.from(caseKey, "base64"), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes));
  const whole = inflateRawSync(Buffer.concat([open.update(bytes.subarray(nonceBytes, -tagBytes)), open.final()]));
  return readHistoryLine({ ...item, events: whole.toString("utf8") });
};
