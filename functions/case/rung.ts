import type { Case } from "./case.ts";

type Rung = Pick<Case, "rung">;

/**
 * The rung of a case that stands on none, as cases are stored: it has not climbed yet, or its host
 * moved altogether.
 */
export const noRung = -1;

/** Stands on a rung: somebody was told, or was to be. */
export const hasClimbed = ({ rung }: Rung): boolean => rung !== noRung;
