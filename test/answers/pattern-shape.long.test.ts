import { describe, expect, test } from "vitest";
import { lexicons } from "../../functions/answers/replies/languages.ts";
import { firstLettersOf, gramsOf, mayMatch, needsOf, takenOut } from "../../functions/answers/replies/pattern-shape.ts";
import { plainWords, sentencesIn, wordsOf } from "../../functions/answers/replies/plain-words.ts";
import { entriesOf, wordList, wordLists } from "../../functions/answers/replies/word-list.ts";
import { writtenOut } from "../../functions/answers/replies/written-out.ts";
import { replySet } from "./reply-set.ts";

const mayStandIn = (pattern: RegExp, text: string): boolean => mayMatch(needsOf(pattern), gramsOf(text));

describe("what is known of a pattern without running it", () => {
  test.each([
    ["removed|deleted", "rd"],
    ["(not_)?gone", "ng"],
    ["(un)?(known|seen)", "uks"],
    ["[ab]c", "ab"],
    ["x?y", "xy"],
    ["(?<!not )gone", "g"],
    ["(?=z)a{2}", "a"],
    ["x{0}y", "xy"],
  ])("%s begins with one of %s", (source, letters) => {
    expect([...(firstLettersOf(source) ?? [])].join("")).toBe(letters);
  });

  test.each(["[^a]b", "[a-z]b", ".b", "\\d", "a?", "", "(a|)", "(a", "\\x41"])(
    "%s may begin with any letter",
    (source) => {
      expect(firstLettersOf(source)).toBeUndefined();
    },
  );

  test.each([
    [/ we (have )?removed /, "they removed it", true],
    [/ we (have )?removed /, "we remove it", false],
    [/ (page|site)s? is gone /, " sites is gone ", true],
    [/ (page|site)s? is gone /, " page was gone ", false],
    [/ab+c/, "xabbbcx", true],
    [/(?:a|[^b])c?/, "zzz", true],
    [/削除(?!し)/, "削除済み", true],
    [/削除(?!し)/, "除削", false],
    [/REMOVED/i, "removed", true],
  ])("%s in %j: perhaps is %s", (pattern, text, perhaps) => {
    expect(mayStandIn(pattern, text)).toBe(perhaps);
  });

  test("never rules out a saying that is said in a reply of the set", () => {
    const sayings = lexicons.flatMap((lexicon) =>
      Object.values(lexicon.sayings())
        .flat(2)
        .filter((each) => each instanceof RegExp)
        .map((pattern) => ({
          pattern: new RegExp(pattern.source, pattern.flags.replace("g", "")),
          needs: needsOf(pattern),
        })),
    );
    const sentences = replySet().flatMap(({ body }) => sentencesIn(plainWords(body)).map(wordsOf));
    const wrong = sentences.flatMap((words) => {
      const grams = gramsOf(words);
      return sayings.filter(({ pattern, needs }) => !mayMatch(needs, grams) && pattern.test(words));
    });
    expect(wrong).toEqual([]);
    // Else it would spare nothing.
    expect(sayings.filter(({ needs }) => needs === undefined).length).toBeLessThan(sayings.length / 20);
  });
});

test("what is taken out makes way for the next, which may stand across its place", () => {
  expect(takenOut([/ please /g, / a b /g])("x a please b y")).toBe("x y");
});

describe("all that an entry of a vocabulary matches", () => {
  test.each([
    ["gone", ["gone"]],
    ["remov(ed|al)s?", ["removeds", "removed", "removals", "removal"]],
    ["(?:the )?(page|site) off[ -]?", undefined],
    ["[oa]s?", ["os", "o", "as", "a"]],
    ["(a(b|c)?|d)e", ["abe", "ace", "ae", "de"]],
    ["a|b(c|d)", ["a", "bc", "bd"]],
  ])("%s is %j, in the order in which it is tried", (source, ways) => expect(writtenOut(source)).toEqual(ways));

  test.each([
    "a+",
    "a*",
    "a{2}",
    "a??",
    "(?<!b)a",
    "a(?! b)",
    "[a-z]",
    "[^a]",
    "\\d",
    "^a",
    ".",
    "([ab][ab][ab][ab]){2}",
  ])("%s is not written out", (source) => expect(writtenOut(source)).toBeUndefined());

  test("is no more than a table should hold", () => {
    expect(writtenOut("(a|b|c|d)(a|b|c|d)(a|b|c|d)")).toHaveLength(64);
    expect(writtenOut("(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)")).toBeUndefined();
  });

  test("is what its pattern matches, whatever a vocabulary says", () => {
    const entries = lexicons.flatMap((lexicon) => Object.values(lexicon.sayings().plain).flatMap(entriesOf));
    const wrong = entries.flatMap(({ source }) =>
      (writtenOut(source) ?? []).filter((text) => !new RegExp(`^(?:${source})$`, "u").test(text)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a list of words", () => {
  const list = wordList(entriesOf("gone is_gone page (not|never)_there (?<!web_)site"), true);

  test.each([
    [" page is gone ", true],
    [" page is ", false],
    [" never there ", true],
    [" web site ", false],
    ["  ", true],
  ])("covers %j: %s", (clause, isCovered) => expect(list.covers(clause)).toBe(isCovered));

  test("stands in a clause with any of its words, and not with a part of one", () => {
    expect([" it is gone now ", " pages ", " a site "].map(list.standsIn)).toEqual([true, false, true]);
  });

  test("takes the longest entry first, be it a pattern or not, and of one entry what is tried first", () => {
    const covers = (words: string, clause: string) => wordList(entriesOf(words), true).covers(clause);
    // "is gone" and then "now" are known; taken word by word, "gone now" would not be.
    expect(covers("is(_gone)? now gone_now_and_then", " is gone now ")).toBe(true);
    expect(covers("is (?<=is_)gone_now is_gone", " is gone now ")).toBe(false);
    expect(covers("is [a-z]{1,9}_now is_gone", " is gone now ")).toBe(false);
  });

  test("shares its entries with others, and holds its own alone", () => {
    const lists = wordLists(true);
    const [things, acts] = [entriesOf("page site"), entriesOf("is_gone")];
    const [some, all] = [lists(things), lists([...things, ...acts])];
    expect([all.covers(" page is gone "), some.covers(" page is gone "), some.covers(" page site ")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("where words stand without blanks is looked for at each letter", () => {
    const unspaced = wordList(entriesOf("削除 しました を"), false);
    expect([unspaced.covers("削除しました"), unspaced.covers("削除します"), unspaced.standsIn("頁を見る")]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
