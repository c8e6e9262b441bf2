import type { CaseReader, QueueEntries } from "./ports.ts";
import type { ReviewItem } from "./queue-entry.ts";

/** The line shown in place of a case that can't be opened. */
export const sayDamaged = (caseId: string): string =>
  `${caseId} can't be read: see operations.md, A case that was damaged.`;

/** A case whose keys are there but whose state can't be opened: changed, moved, cut short, or not ours. */
export class DamagedCase extends Error {
  override name = "DamagedCase";

  readonly caseId: string;

  constructor(caseId: string, options?: ErrorOptions) {
    super(sayDamaged(caseId), options);
    this.caseId = caseId;
  }
}

/** What was read for a list. `damaged`: ids that can't be opened. */
export type CasesRead<T = ReviewItem> = { readonly cases: readonly T[]; readonly damaged: readonly string[] };

export const reviewItem =
  ({ read, readEntry }: CaseReader & Pick<QueueEntries, "readEntry">) =>
  async (id: string): Promise<ReviewItem | undefined> =>
    (await read(id)) ?? readEntry(id);

/** What a list shows. A damaged one does not hide the others. Throws whatever else `reads` throws. */
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
