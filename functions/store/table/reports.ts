import type { ReportIndex } from "../ports.ts";
import { readWords } from "../stored.ts";
import { type AnyChange, casePartition } from "./case-item.ts";
import { expiryOf, hashed, isNew, type Key, type Table, type Write } from "./table.ts";

/** Hashed: it stays for ever, and reporters' numbers may be what they reported. */
const reportItemKey = (reportKey: string) => ({ pk: `REPORT#${hashed(reportKey)}`, sk: "REPORT" });
const wordsKey = (caseId: string, reportKey: string) => ({
  pk: casePartition(caseId),
  sk: `SAID#${hashed(reportKey)}`,
});
const targetItemKey = (targetKey: string) => ({ pk: `TARGET#${targetKey}`, sk: "OPEN" });
const removedItemKey = (targetKey: string) => ({ pk: `TARGET#${targetKey}`, sk: "REMOVED" });
const unprovenPartition = (caseId: string): string => `UNPROVEN#${caseId}`;
/** Longer than any case is kept after its end (`escalation/policy.ts`). */
const unprovenKept = { days: 400 };

export const reportWrites = ({ next, reportKeys = [], words, targetKey, removedKey }: AnyChange): readonly Write[] => {
  const own = { caseId: next.id };
  return [
    ...reportKeys.map((key) => ({ put: { ...reportItemKey(key), ...own }, where: isNew })),
    // Guarded by the state's version in the same transaction, as a statistic is.
    ...[...(words ?? [])].map(([key, said]) => ({ put: { ...wordsKey(next.id, key), words: JSON.stringify(said) } })),
    ...(targetKey?.does === "claim" ? [{ put: { ...targetItemKey(targetKey.key), ...own }, where: isNew }] : []),
    ...(targetKey?.does === "release"
      ? [{ remove: targetItemKey(targetKey.key), where: `${isNew} OR caseId = :caseId`, values: own }]
      : []),
    // Of two cases the later one counts.
    ...(removedKey?.does === "claim" ? [{ put: { ...removedItemKey(removedKey.key), ...own } }] : []),
    ...(removedKey?.does === "release" ? [{ remove: removedItemKey(removedKey.key) }] : []),
  ];
};

export const reportIndex = (table: Table): ReportIndex => {
  const pointedAt = async (key: Key): Promise<string | undefined> => {
    const found = await table.get(key);
    return typeof found?.caseId === "string" ? found.caseId : undefined;
  };
  return {
    wordsOf: async (caseId, reportKey) => {
      const found = await table.get(wordsKey(caseId, reportKey));
      return found && readWords(found.words);
    },
    caseOfReport: (reportKey) => pointedAt(reportItemKey(reportKey)),
    openCaseOfTarget: (targetKey) => pointedAt(targetItemKey(targetKey)),
    removedCaseOfTarget: (targetKey) => pointedAt(removedItemKey(targetKey)),
    countUnproven: async ({ caseId, noticeId, mailHash: mail, at }) => {
      await table.write({
        update: { pk: unprovenPartition(caseId), sk: noticeId },
        by: "SET lastMail = :mail, expiresAt = :until ADD mails :one",
        where: `${isNew} OR lastMail <> :mail`,
        values: { mail, one: 1, until: expiryOf(at, unprovenKept) },
      });
    },
    unprovenOf: async (caseId) => {
      const all = await table.all({ pk: unprovenPartition(caseId), consistent: true });
      return new Map(all.map(({ sk, mails }) => [String(sk), Number(mails)]));
    },
  };
};
