import type { CaseReader, QueueEntries } from "./ports.ts";
import type { ReviewItem } from "./queue-entry.ts";

/** The one line that stands for a case which can't be opened, wherever it would stand. */
export const sayDamaged = (caseId: string): string =>
  `${caseId} can't be read: see operations.md, A case that was damaged.`;

/**
 * A case whose state can't be opened although its keys are there: it was changed, moved or cut short, or is none
 * that this program wrote.
 */
export class DamagedCase extends Error {
  override name = "DamagedCase";

  readonly caseId: string;

  constructor(caseId: string, options?: ErrorOptions) {
    super(sayDamaged(caseId), options);
    this.caseId = caseId;
  }
}

/** What was read for a list. `damaged`: of these the ones that can't be opened. */
export type CasesRead<T = ReviewItem> = { readonly cases: readonly T[]; readonly damaged: readonly string[] };

/** A case, or an entry of the review queue. */
export const reviewItem =
  ({ read, readEntry }: CaseReader & Pick<QueueEntries, "readEntry">) =>
  async (id: string): Promise<ReviewItem | undefined> =>
    (await read(id)) ?? readEntry(id);

/** What a list shows: one that was damaged keeps no other from being shown. Throws whatever else `reads` throws. */
export const readAll = async <T>(
  reads: (id: string) => Promise<T | undefined>,
  ids: readonly string[],
): Promise<CasesRead<T>> => {
  const all = await Promise.all(
    ids.map((id) =>
      reads(id).catch((error: unknown) => {
        if (error instanceof DamagedCase) return error;
        throw error;
      }),
    ),
  );
  return {
    cases: all.flatMap((one) => (one === undefined || one instanceof DamagedCase ? [] : [one])),
    damaged: all.flatMap((one) => (one instanceof DamagedCase ? [one.caseId] : [])),
  };
};
