import type { DynamoDBRecord } from "aws-lambda";
import type { FurtherReport } from "../../case/case.ts";
import type { WrittenLine } from "../../news/tell-reporters.ts";
import type { CaseHistory, LineReader } from "../ports.ts";
import { storedFormat } from "../stored.ts";
import { type AnyChange, caseKey, type Footing, keyIn } from "./case-item.ts";
import { countsOnLine } from "./counts.ts";
import { type MasterKeys, readSealedLine, readSealedPiece, sealLine, sealPiece } from "./sealed.ts";
import { placesOnDays } from "./statistics.ts";
import { type Item, isNew, type Table, type Write } from "./table.ts";

/* History lines of a case, and names of further reports: each written once, for ever. */

const digits = (number: number, count: number): string => String(number).padStart(count, "0");
export const historyPartition = (caseId: string): string => `HISTORY#${caseId}`;
const historyKey = (caseId: string, version: number) => ({
  pk: historyPartition(caseId),
  sk: `EVENT#${digits(version, 6)}`,
});
/** Further reports of a case, in order of arrival. */
const furtherPartition = (caseId: string): string => `REPORTS#${caseId}`;
const furtherPrefix = (version: number): string => `${digits(version, 6)}#`;
/** What is bound into its seal. */
const furtherPlace = (sk: string): string => `REPORTS#${sk}`;

/** The line of a change and the further reports with it. Nothing for an entry. */
export const historyWrites = (change: AnyChange, footing: Footing): readonly Write[] => {
  const { next, at, events, reporterSteps, furtherReports = [] } = change;
  if (!events) return [];
  const line: Item = {
    ...historyKey(next.id, next.version),
    version: next.version,
    format: storedFormat,
    at,
    ...sealLine({ events, ...(reporterSteps && { reporterSteps }) }, footing, next.id, next.version),
    ...placesOnDays(change),
    ...countsOnLine(change),
  };
  const further = furtherReports.map((report, place): Item => {
    const sk = `${furtherPrefix(next.version)}${digits(place, 3)}`;
    const bytes = Buffer.from(JSON.stringify(report));
    return { pk: furtherPartition(next.id), sk, ...sealPiece(bytes, footing, next.id, furtherPlace(sk)) };
  });
  return [line, ...further].map((put) => ({ put, where: isNew }));
};

type KeyOf = (caseId: string) => Promise<string | undefined>;

/** A case's own key, while it exists, for those handed a line by the stream. */
export const caseKeys =
  (table: Table): KeyOf =>
  async (caseId) =>
    keyIn(await table.get(caseKey(caseId)));

/** Reads single lines, without a right to the whole history. `keyOf`: the case's key, where already known. */
export const lineReader = (table: Table, masterKeys: MasterKeys, keyOf: KeyOf = caseKeys(table)): LineReader => ({
  lineOf: async (caseId, version) => {
    const line = await table.get(historyKey(caseId, version));
    return line && readSealedLine(line, masterKeys, await keyOf(caseId), caseId);
  },
  furtherReports: async (caseId, before) => {
    const sk = ["<", furtherPrefix(before)] as const;
    const all = await table.all({ pk: furtherPartition(caseId), sk, consistent: true });
    const key = await keyOf(caseId);
    const names = await Promise.all(
      all.map(async (item) => {
        const sealed = { ...item, sk: furtherPlace(String(item.sk)) };
        return readFurther(await readSealedPiece(sealed, masterKeys, key, caseId), Number(String(item.sk).slice(0, 6)));
      }),
    );
    return names.flat();
  },
});

/** None once the case is forgotten. */
const readFurther = (bytes: Uint8Array, version: number): readonly FurtherReport[] => {
  if (bytes.length === 0) return [];
  const { reporter, reportId }: Partial<Readonly<Record<string, unknown>>> = JSON.parse(Buffer.from(bytes).toString());
  return [{ reporter: String(reporter), reportId: String(reportId), version }];
};

export const caseHistory = (table: Table, masterKeys: MasterKeys): CaseHistory => {
  const keyOf = caseKeys(table);
  const opened = async (caseId: string, reading: Promise<readonly Item[]>) => {
    const [key, lines] = await Promise.all([keyOf(caseId), reading]);
    return Promise.all(lines.map((line) => readSealedLine(line, masterKeys, key, caseId)));
  };
  return {
    history: (caseId) => opened(caseId, table.all({ pk: historyPartition(caseId), consistent: true })),
    // One answer, which DynamoDB ends at 1 MB: a page of a long history is never the whole of it.
    latestLines: (caseId, limit, before) => {
      const sk = before === undefined ? undefined : (["<", historyKey(caseId, before).sk] as const);
      const lines = { pk: historyPartition(caseId), sk, consistent: true, newestFirst: true, limit } as const;
      return opened(
        caseId,
        table.page(lines).then(({ items }) => items),
      );
    },
  };
};

/** Throws when this program did not write the line. Network: one read of the case's key. */
export const readHistoryRecord = async (
  { dynamodb }: DynamoDBRecord,
  masterKeys: MasterKeys,
  keyOf: KeyOf,
): Promise<WrittenLine> => {
  const { pk, version, format, at, events, sealed, sealedBy } = dynamodb?.NewImage ?? {};
  const caseId = String(pk?.S).slice("HISTORY#".length);
  const item = {
    version: Number(version?.N),
    format: Number(format?.N),
    at: at?.S,
    events: events?.S,
    sealed: sealed?.B,
    sealedBy: sealedBy?.S,
  };
  return { caseId, line: await readSealedLine(item, masterKeys, await keyOf(caseId), caseId) };
};
