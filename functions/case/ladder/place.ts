import type { Case } from "../case.ts";
import type { Policy } from "../policy.ts";
import { hasClimbed } from "../rung.ts";

type Stand = { readonly id: string | undefined; readonly below: readonly string[] };
/** The step that a case is on, and those that it has passed, by their ids. */
export const standsOn = ({ rungId, rungsBelow = [] }: Pick<Case, "rungId" | "rungsBelow">): Stand => ({
  id: rungId,
  below: rungsBelow,
});

/**
 * Where in today's ladder a case stands: at its rung, or, where that was taken out, at the last one
 * below it that is still there; before the first at -1. Those behind this place are above it.
 */
export const placeInLadder = (state: Case, { row }: Policy): number => {
  if (!hasClimbed(state)) return -1;
  const { id, below } = standsOn(state);
  const here = row.ladder.findIndex((rung) => rung.id === id);
  return here >= 0 ? here : row.ladder.findLastIndex((rung) => below.includes(rung.id));
};
