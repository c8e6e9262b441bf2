import type { CaseStore } from "../../functions/store/ports.ts";
import { simulatedTable, storeOver } from "../../infra/command/scenarios/table-double.ts";

/**
 * The store's double: the simulation's table without lag and faults. What goes in and out is a
 * copy, as with the real one, and held to the same contract suite (`test/contracts/case-store.ts`).
 */
export const memoryCaseStore = (): CaseStore => {
  const store = storeOver(simulatedTable(), async (_, effect) => structuredClone(effect()));
  return {
    ...store,
    commit: (change) => store.commit(structuredClone(change)),
    writeEntry: (change) => store.writeEntry(structuredClone(change)),
  };
};
