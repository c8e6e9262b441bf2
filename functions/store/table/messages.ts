import type { QueueEntries } from "../ports.ts";
import { type AnyChange, caseKey, casePartition, type Footing, keyIn } from "./case-item.ts";
import { type MasterKeys, readSealedPiece, sealPiece } from "./sealed.ts";
import { placesOnDays } from "./statistics.ts";
import { isNew, type Table, type Write } from "./table.ts";

/** A DynamoDB item holds 400 KB. A message of 1 MiB is kept in pieces. */
const pieceBytes = 300_000;

export const messagesPrefix = "MESSAGE#";
const prefixOf = (number: number): string => `${messagesPrefix}${String(number).padStart(6, "0")}#`;

const piecesOf = (text: string): readonly Uint8Array[] => {
  const bytes = Buffer.from(text, "utf8");
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / pieceBytes)) }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
};

export const messageWrites = (change: AnyChange, footing: Footing): readonly Write[] => {
  const { next, message } = change;
  if (!message) return [];
  return piecesOf(message.text).map((bytes, at) => {
    const sk = `${prefixOf(message.number)}${String(at).padStart(3, "0")}`;
    const places = at === 0 ? placesOnDays(change) : {};
    const put = { pk: casePartition(next.id), sk, ...sealPiece(bytes, footing, next.id, sk), ...places };
    return { put, where: isNew };
  });
};

export const messages = (table: Table, masterKeys: MasterKeys): Pick<QueueEntries, "messageOf"> => ({
  messageOf: async (id, number) => {
    const [state, pieces] = await Promise.all([
      table.get(caseKey(id)),
      table.all({ pk: casePartition(id), sk: ["begins", prefixOf(number)], consistent: true }),
    ]);
    const texts = await Promise.all(pieces.map((piece) => readSealedPiece(piece, masterKeys, keyIn(state), id)));
    return texts.length > 0 ? Buffer.concat(texts).toString("utf8") : undefined;
  },
});
