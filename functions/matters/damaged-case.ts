import type { Case } from "./case.ts";
import type { CaseReader } from "./store.ts";

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

/** Cases that were read for a list. `damaged`: of these the ones that can't be opened. */
export type CasesRead = { readonly cases: readonly Case[]; readonly damaged: readonly string[] };

/** The cases of a list: one that was damaged keeps no other from being shown. Throws whatever else `read` throws. */
export const readAll = async ({ read }: CaseReader, caseIds: readonly string[]): Promise<CasesRead> => {
  const all = await Promise.all(
    caseIds.map((caseId) =>
      read(caseId).catch((error: unknown) => {
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
