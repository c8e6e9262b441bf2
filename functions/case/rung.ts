import type { Case } from "./case.ts";
import type { Policy } from "./policy.ts";

type Rung = Pick<Case, "rung">;

/** Stands on no step: it has not climbed yet, or its host moved altogether. */
export const noRung = -1;

export const hasClimbed = ({ rung }: Rung): boolean => rung !== noRung;

type Stand = { readonly id: string | undefined; readonly below: readonly string[] };

export const standsOn = ({ rungId, rungsBelow = [] }: Pick<Case, "rungId" | "rungsBelow">): Stand => ({
  id: rungId,
  below: rungsBelow,
});

/** Where in today's ladder it stands, or stood last where that was taken out; before the first at -1. */
export const placeInLadder = (state: Case, { row }: Policy): number => {
  if (!hasClimbed(state)) return -1;
  const { id, below } = standsOn(state);
  const here = row.ladder.findIndex((rung) => rung.id === id);
  return here >= 0 ? here : row.ladder.findLastIndex((rung) => below.includes(rung.id));
};
