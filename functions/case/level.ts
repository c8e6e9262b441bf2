import type { Case } from "./case.ts";
import type { Policy } from "./policy.ts";

type Level = Pick<Case, "level">;

/** On no level: it has not escalated yet, or its host moved altogether. */
export const noLevel = -1;

export const hasEscalated = ({ level }: Level): boolean => level !== noLevel;

export const standsOn = ({ levelId: id, levelsBelow: below = [] }: Pick<Case, "levelId" | "levelsBelow">) => ({
  id,
  below,
});

/** Where in today's escalation path it stands, or stood last where that was taken out; before the first at -1. */
export const orderOnPath = (state: Case, { row }: Policy): number => {
  if (!hasEscalated(state)) return -1;
  const { id, below } = standsOn(state);
  const here = row.path.findIndex((level) => level.id === id);
  return here >= 0 ? here : row.path.findLastIndex((level) => below.includes(level.id));
};
