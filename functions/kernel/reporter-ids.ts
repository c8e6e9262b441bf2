type Named = { readonly id: string; readonly formerIds?: readonly string[] | undefined };

/** All ids under which a reporter's reports may stand: today's, and former ones. */
export const idsOf = ({ id, formerIds = [] }: Named): readonly string[] => [id, ...formerIds];

/** The reporter who is known by this id, today or before. */
export const reporterOf = <Row extends Named>(reporters: readonly Row[], id: string): Row | undefined =>
  reporters.find((reporter) => idsOf(reporter).includes(id));
