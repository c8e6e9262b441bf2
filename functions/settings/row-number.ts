import type { SettingsTable } from "./store.ts";

/** Half of what a number counts exactly; a row above it was forged, and is not counted on from. */
const countedAtMost = 2 ** 52;

/** None where the id is not `<kind>-<number>`, or above what counts exactly. */
export const numberIn = (id: string, kind: string): number | undefined => {
  const digits = id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : "";
  const number = /^[1-9]\d*$/.test(digits) ? Number(digits) : 0;
  return number > 0 && number <= countedAtMost ? number : undefined;
};

/** How far a table has counted; imported rows may have higher numbers than the head. */
export const countedTo = ({ head, rows }: Pick<SettingsTable, "head" | "rows">): number =>
  rows.reduce((most, { id, kind }) => Math.max(most, numberIn(id, kind) ?? 0), head.version);
