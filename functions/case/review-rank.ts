import type { Case } from "./case.ts";

/** Where a case stands in the list of reviews: urgent lane first, then who has waited longest. None without an open review. */
export const reviewRank = (state: Case): string | undefined => {
  const oldest = state.reviews.map(({ askedAt }) => askedAt).sort()[0];
  return oldest && `${state.lane === "urgent" ? 0 : 1}#${oldest}#${state.id}`;
};
