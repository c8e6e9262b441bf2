/** Brackets with a gateway's words ("[link removed]"), not with a name's dot (`bad[.]example`, `[dot]`). */
const closing = String.raw`\]}】］〕⟧`;
const machines = new RegExp(
  String.raw`[[{【［〔⟦](?!\s?(?:\.|dot|punkt|at|@|:)\s?[${closing}])` +
    String.raw`(?=[^${closing}\n]{0,100}\p{L})[^${closing}\n]{1,100}[${closing}]`,
  "gu",
);

/** Plain words (`plainWords`) without what stands in a machine's brackets. */
export const withoutBrackets = (plain: string): string => plain.replace(machines, " ");
