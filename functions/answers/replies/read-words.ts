import { type ReplyClass, replyClasses } from "../../case/reply-class.ts";
import { isGatewayText, withoutGatewayTexts } from "./gateway-texts.ts";
import { japanese } from "./ja.ts";
import { lexicons as allLexicons, languagesOf, latin } from "./languages.ts";
import { isSaid, type Lexicon, type Saying } from "./lexicon.ts";
import { inAnyLanguage } from "./mail-words.ts";
import { type Teller, tellerOf } from "./plain-telling.ts";
import { clausesOf, plainWords, sentencesIn, wordsOf } from "./plain-words.ts";
import { chinese } from "./zh.ts";

/**
 * What words can say. `stands` is that it is still there; `asks` whether it is gone; `away` that
 * nobody reads; `doubted` that more is told than is understood, so that nothing counts as removed;
 * `hinted` that something may be gone, in a sentence that neither promises it nor is understood.
 */
export type Said = Worded | "stands" | "asks" | "doubted" | "hinted" | "away";

/**
 * The sayings of a lexicon by which each class is heard. `plainly`: by its grammar
 * (`plain-telling.ts`). `undefined`: no words say it, but a mail's headers, its form or the want of
 * anything else.
 */
const heardBy = {
  bounce: undefined,
  complaint: undefined,
  "auto-reply": undefined,
  acknowledgement: "acknowledged",
  "passed-on": undefined,
  removed: "plainly",
  "not-ours": "notOurs",
  "use-our-form": "form",
  refused: "refused",
  "not-found": undefined,
  question: "question",
  unclear: undefined,
} as const satisfies Record<ReplyClass, SayingsOf | "plainly" | undefined>;
type SayingsOf = { [Name in keyof Lexicon]: Lexicon[Name] extends readonly Saying[] ? Name : never }[keyof Lexicon];

/** Classes that words can say. */
export type Worded = { [C in ReplyClass]: (typeof heardBy)[C] extends string ? C : never }[ReplyClass];
const byName: Readonly<Record<string, string | undefined>> = heardBy;
export const isWorded = (said: ReplyClass | Said): said is Worded => byName[said] !== undefined;

const tellers = new Map<Lexicon, Teller>(allLexicons.map((lexicon) => [lexicon, tellerOf(lexicon)]));

const rulesOf = (lexicon: Lexicon): readonly (readonly [Said, readonly Saying[]])[] => [
  ["stands", lexicon.stands],
  ...replyClasses.filter(isWorded).flatMap((said): readonly (readonly [Said, readonly Saying[]])[] => {
    const by = heardBy[said];
    return by === "plainly" ? [] : [[said, lexicon[by]]];
  }),
  ["away", lexicon.away],
];

/**
 * All that a text says, each with the saying by which it was heard first. A text in several
 * languages is read in each, paragraph by paragraph. Where a machine wrote it, what stands under a
 * condition ("if it is not hosted by us, …") is for everybody and says nothing of this mail.
 */
export const readWords = (text: string, automatic: boolean): ReadonlyMap<Said, string> => {
  const plain = withoutGatewayTexts(plainWords(text));
  const ofAll = languagesOf(plain);
  const found = new Map<Said, string>();
  for (const paragraph of plain.split(/\n\s*\n/)) {
    // A signature in Han alone is Japanese under a Japanese letter.
    const told = languagesOf(paragraph);
    const own = ofAll.includes(japanese) && told.includes(chinese) ? [japanese] : told;
    const lexicons = own.length > 0 ? own : ofAll.length > 0 ? ofAll : latin;
    for (const sentence of sentencesIn(paragraph))
      if (!isGatewayText(wordsOf(sentence))) readSentence(sentence, lexicons, automatic, found);
  }
  return found;
};

/** A question by its mark, or by its ending where that may do without. */
const isAsked = new RegExp(String.raw`[?？]|(?:${inAnyLanguage("asks")})[。\s]*$`, "u");

const readSentence = (
  sentence: string,
  lexicons: readonly Lexicon[],
  automatic: boolean,
  found: Map<Said, string>,
): void => {
  const note = (said: Said, lexicon: Lexicon | undefined, by: string) => {
    if (!found.has(said)) found.set(said, `${said} (${lexicon?.language}: ${by})`);
  };
  let isPromised = false;
  for (const lexicon of lexicons) {
    const words = lexicon.polite.reduce((left, courtesy) => left.replace(courtesy, " "), wordsOf(sentence));
    isPromised ||= lexicon.hypothetical.test(words) || lexicon.acknowledged.some((saying) => isSaid(saying, words));
    const isForAll = automatic && lexicon.hypothetical.test(words);
    for (const [said, sayings] of rulesOf(lexicon)) {
      if (isForAll && said !== "acknowledgement" && said !== "use-our-form") continue;
      // "If it is not removed by Friday, we suspend the server" is a promise, and no word on how
      // things are.
      if (
        said === "stands" &&
        lexicon.hypothetical.test(words) &&
        lexicon.acknowledged.some((saying) => isSaid(saying, words))
      )
        continue;
      const heard = sayings.find((saying) => isSaid(saying, words));
      if (heard) note(said, lexicon, patternOf(heard).source.trim().slice(0, 60));
    }
  }
  const tells = lexicons.flatMap((lexicon) => {
    const teller = tellers.get(lexicon);
    return teller ? [{ lexicon, teller, told: teller.tell(sentence) }] : [];
  });
  const asking = tells.find(({ lexicon, teller }) =>
    clausesOf(sentence, lexicon.joints).some((clause) => isAsked.test(clause) && teller.hears(clause)),
  );
  if (asking) note("asks", asking.lexicon, "whether it is gone");
  const plain = tells.find(({ told }) => told === "understood") ?? tells.find(({ told }) => told === "partly");
  if (plain) note("removed", plain.lexicon, "plainly told");
  if (plain?.told === "understood") return;
  const unsure = tells.find(({ teller, told }) => told !== undefined || teller.doubts(sentence));
  if (unsure) note("doubted", unsure.lexicon, unsure.told ?? "elsewhere");
  const hint = tells.find(({ told }) => told !== undefined);
  if (hint && !isPromised) note("hinted", hint.lexicon, "in words that are not understood");
};

const patternOf = (saying: Saying): RegExp => (saying instanceof RegExp ? saying : saying[0]);
