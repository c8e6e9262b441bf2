/**
 * Square, curly and their like hold what machines put there, as gateways do in the place of what they took out
 * ("[link removed]"); a name's dot in them (`bad[.]example`, `[dot]`) does not.
 */
const closing = String.raw`\]}】］〕⟧`;
const machines = new RegExp(
  String.raw`[[{【［〔⟦](?!\s?(?:\.|dot|punkt|at|@|:)\s?[${closing}])` +
    String.raw`(?=[^${closing}\n]{0,100}\p{L})[^${closing}\n]{1,100}[${closing}]`,
  "gu",
);

/** Plain words (`plainWords`) without what stands in a machine's brackets: nobody says it. */
export const withoutBrackets = (plain: string): string => plain.replace(machines, " ");
