/** So many ways to write one entry are kept; one with more is read as a pattern. */
const waysAtMost = 128;
const sign = /[()[\]?|\\^$.*+{}]/;
const plainText = /[^()[\]?|]+/y;
/** What has no end of ways, looks around, or is no single letter. */
const endless = /[*+{}^$.\\\ud800-\udfff]|\(\?[^:]|\?\?|\[[^\]]*-/;

/**
 * All that a pattern matches, in the order in which it is tried; `undefined` where that has no end, is more than is
 * kept, or depends on what stands around. A word in a table is found sooner than by the best pattern, and needs no
 * compiling.
 */
export const writtenOut = (source: string): readonly string[] | undefined => {
  if (!sign.test(source)) return [source];
  if (endless.test(source)) return undefined;
  let at = 0;
  let isKept = true;
  const one = (): readonly string[] => {
    if (source[at] === "[") {
      const end = source.indexOf("]", at);
      const letters = source.slice(at + 1, end);
      at = end + 1;
      return letters.split("");
    }
    at += source.startsWith("(?:", at) ? 3 : 1;
    const ways = allWays();
    at += 1;
    return ways;
  };
  const way = (): readonly string[] => {
    let all: readonly string[] = [""];
    while (isKept && at < source.length && source[at] !== "|" && source[at] !== ")") {
      plainText.lastIndex = at;
      const text = plainText.exec(source)?.[0] ?? "";
      at += text.length;
      const isLastPerhaps = text !== "" && source[at] === "?";
      const always = isLastPerhaps ? text.slice(0, -1) : text;
      if (always !== "") all = all.map((before) => before + always);
      if (text !== "" && !isLastPerhaps) continue;
      const ways = isLastPerhaps ? [text.slice(-1)] : one();
      const mayMiss = source[at] === "?";
      if (mayMiss) at += 1;
      all = all.flatMap((before) => [...ways.map((each) => before + each), ...(mayMiss ? [before] : [])]);
      isKept &&= all.length <= waysAtMost;
    }
    return all;
  };
  const allWays = (): readonly string[] => {
    let ways = way();
    while (isKept && source[at] === "|") {
      at += 1;
      ways = [...ways, ...way()];
    }
    return ways;
  };
  const ways = allWays();
  return isKept && ways.length <= waysAtMost && at === source.length ? ways : undefined;
};
