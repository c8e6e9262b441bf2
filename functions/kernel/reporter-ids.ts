type Named = { readonly id: string; readonly formerIds?: readonly string[] | undefined };

export const idsOf = ({ id, formerIds = [] }: Named): readonly string[] => [id, ...formerIds];

/** By a current or former id. */
export const reporterOf = <Row extends Named>(reporters: readonly Row[], id: string): Row | undefined =>
  reporters.find((reporter) => idsOf(reporter).includes(id));
