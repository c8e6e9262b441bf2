import { type ReplyClass, replyClasses } from "../../case/reply-class.ts";
import { once } from "../../kernel/once.ts";
import { oncePer } from "../../kernel/once-per.ts";
import { pattern } from "../../kernel/pattern.ts";
import { isGatewayText, withoutGatewayTexts } from "./gateway-texts.ts";
import { japanese } from "./ja.ts";
import { languagesOf, latin } from "./languages.ts";
import { isSaid, type Lexicon, type Saying, type Sayings } from "./lexicon.ts";
import { inAnyLanguage } from "./mail-words.ts";
import { anyOf, type Grams, gramsOf, mayMatch, type Needs, needsOf, takenOut } from "./pattern-shape.ts";
import { tellerOf, withoutNames } from "./plain-telling.ts";
import { clausesOf, plainWords, sentencesIn, wordsOf } from "./plain-words.ts";
import { withoutTicketFields } from "./ticket-fields.ts";
import { chinese } from "./zh.ts";

/**
 * What words can say. `stands` is that it is still there; `asks` whether it is gone; `away` that
 * nobody reads; `doubted` that more is told than is understood, so that nothing counts as removed;
 * `hinted` that something may be gone, in a sentence that neither promises it nor is understood;
 * `besides` that more stands there than plain words of removals and courtesies;
 * `closed` that the ticket is; `absent` that nobody is there, in words that need no header;
 * `unreached` that our mail did not arrive; `unread` that this mailbox takes no reports.
 */
export type Said =
  | Worded
  | "stands"
  | "asks"
  | "doubted"
  | "hinted"
  | "besides"
  | "away"
  | "closed"
  | "absent"
  | "unreached"
  | "unread";

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
  "passed-on": "passedOn",
  removed: "plainly",
  "not-ours": "notOurs",
  "use-our-form": "form",
  refused: "refused",
  "not-found": "notFound",
  question: "question",
  unclear: undefined,
} as const satisfies Record<ReplyClass, SayingsOf | "plainly" | undefined>;
type SayingsOf = { [Name in keyof Sayings]: Sayings[Name] extends readonly Saying[] ? Name : never }[keyof Sayings];

/** Classes that words can say. */
export type Worded = { [C in ReplyClass]: (typeof heardBy)[C] extends string ? C : never }[ReplyClass];
const byName: Readonly<Record<string, string | undefined>> = heardBy;
export const isWorded = (said: ReplyClass | Said): said is Worded => byName[said] !== undefined;

const tellerIn = oncePer(tellerOf);

/** The sayings by which something is heard, each with what it needs (`needsOf`). */
type Rule = {
  readonly said: Said;
  readonly sayings: readonly Saying[];
  readonly each: readonly { readonly saying: Saying; readonly needs: Needs }[];
};

const rulesIn = oncePer((lexicon: Lexicon): readonly Rule[] => {
  const words = lexicon.sayings();
  const rule = (said: Said, sayings: readonly Saying[]): Rule => ({
    said,
    sayings,
    each: sayings.map((saying) => ({ saying, needs: needsOf(patternOf(saying)) })),
  });
  return [
    rule("stands", words.stands),
    ...replyClasses.filter(isWorded).flatMap((said) => {
      const by = heardBy[said];
      return by === "plainly" ? [] : [rule(said, words[by])];
    }),
    rule("away", words.away),
    rule("closed", words.closed),
    rule("absent", words.absent),
    rule("unreached", words.unreached),
  ];
});
const courtesyIn = oncePer(({ sayings }: Lexicon) => takenOut(sayings().polite));
const isHypotheticalIn = oncePer(({ sayings }: Lexicon) => anyOf([sayings().hypothetical]));
const greetsIn = oncePer(({ sayings }: Lexicon) => anyOf(sayings().greetings));

/** What the rules heard in a text, and what they made of it on the way; another reader needs no reading of its own. */
export type WordsHeard = {
  /** All that it says, each with the saying by which it was heard first. */
  readonly said: ReadonlyMap<Said, string>;
  /** Its plain words, as far as they were read. */
  readonly plain: string;
  /**
   * Its sentences, in plain words, that tell of something gone, understood or not; but not of a way in
   * that was shut, which leaves what is reported where it is.
   */
  readonly telling: readonly string[];
};

/**
 * Reads a text for all that it says. One in several languages is read in each, paragraph by
 * paragraph. Where a machine wrote it, what stands under a condition ("if it is not hosted by us,
 * …") is for everybody and says nothing of this mail.
 */
export const readWords = (text: string, automatic: boolean): WordsHeard => {
  const plain = plainWords(text);
  const found = new Map<Said, string>();
  const telling: string[] = [];
  let isSigned = false;
  for (const { lexicons, ...one } of sentencesOf(plain)) {
    const { sentence, words, grams } = one;
    const tells = readSentence({ ...one, isSignature: isSigned && isShort(words) }, lexicons, automatic, found);
    if (tells && !aWayIn.test(words)) telling.push(sentence);
    // A greeting behind what was told is the closing one, and names come behind it.
    isSigned ||= found.size > 0 && lexicons.some((lexicon) => greetsIn(lexicon)(words, grams));
  }
  return { said: found, plain, telling };
};

const aWayIn = / (?:s?ftp|ssh|logins?|passwords?) /;

type SentenceRead = Omit<Sentence, "isSignature"> & { readonly lexicons: readonly Lexicon[] };

/** The sentences of plain words that somebody wrote, each with the languages in which it is read. */
const sentencesOf = (written: string): readonly SentenceRead[] => {
  const plain = withoutGatewayTexts(written);
  const ofAll = languagesOf(plain);
  return plain.split(/\n\s*\n/).flatMap((paragraph) => {
    // A signature in Han alone is Japanese under a Japanese letter.
    const told = languagesOf(paragraph);
    const own = ofAll.includes(japanese) && told.includes(chinese) ? [japanese] : told;
    const lexicons = own.length > 0 ? own : ofAll.length > 0 ? ofAll : latin;
    return sentencesIn(withoutTicketFields(paragraph))
      .map((sentence) => ({ sentence, words: wordsOf(sentence), lexicons }))
      .map((one) => ({ ...one, grams: gramsOf(one.words) }))
      .filter(({ words, grams }) => !isGatewayText(words, grams));
  });
};

const isShort = (words: string): boolean => words.trim().split(" ").length <= 6;

/** A question by its mark, or by its ending where that may do without. */
const isAsked = new RegExp(String.raw`[?？]|(?:${inAnyLanguage("asks")})[。\s]*$`, "u");

/** A sentence with its punctuation, and as sayings are read on it. */
type Sentence = {
  readonly sentence: string;
  readonly words: string;
  readonly grams: Grams;
  readonly isSignature: boolean;
};

/** Notes all that a sentence says; gives whether it tells of something gone, be it of a ticket. */
const readSentence = (
  { sentence, words, grams, isSignature }: Sentence,
  lexicons: readonly Lexicon[],
  automatic: boolean,
  found: Map<Said, string>,
): boolean => {
  const note = (said: Said, lexicon: Lexicon | undefined, by: string) => {
    if (!found.has(said)) found.set(said, `${said} (${lexicon?.language}: ${by})`);
  };
  let isPromised = false;
  for (const lexicon of lexicons) {
    const heard = heardInSentence({ sentence, words, grams }, lexicon, automatic);
    isPromised ||= heard.isPromised;
    for (const [said, by] of heard.said) note(said, lexicon, by);
  }
  const named = withoutNames(sentence);
  const ofReport = withoutNames(withoutClosedTicket()(sentence));
  const tells = lexicons.map((lexicon) => {
    const teller = tellerIn(lexicon);
    const whole = teller.read(named);
    return { lexicon, teller, whole, told: (ofReport === named ? whole : teller.read(ofReport)).tells() };
  });
  const mayAsk = /[?？か]/.test(sentence);
  const asking = tells.find(
    ({ lexicon, teller }) =>
      mayAsk &&
      clausesOf(sentence, lexicon.sayings().joints).some((clause) => isAsked.test(clause) && teller.hears(clause)),
  );
  if (asking) note("asks", asking.lexicon, "whether it is gone");
  const plain = tells.find(({ told }) => told === "understood") ?? tells.find(({ told }) => told === "partly");
  if (plain) note("removed", plain.lexicon, "plainly told");
  const isTelling = tells.some(({ whole, told }) => (ofReport === named ? told : whole.tells()) !== undefined);
  if (plain?.told === "understood") return isTelling;
  if (!isSignature && !found.has("besides") && !tells.some(({ whole }) => whole.knows()))
    note("besides", tells[0]?.lexicon, "in words that are not known");
  // Once is enough, and to look for doubts takes as long as all else.
  const unsure = found.has("doubted")
    ? undefined
    : tells.find(({ whole, told }) => told !== undefined || whole.doubts());
  if (unsure) note("doubted", unsure.lexicon, unsure.told ?? "elsewhere");
  const hint = tells.find(({ told }) => told !== undefined);
  if (hint && !isPromised) note("hinted", hint.lexicon, "in words that are not understood");
  return isTelling;
};

/** Not, no, no longer, in any language: what a form or a party is said beside. */
export const isDenied = pattern("", [
  " (?:not|no|never|nor|neither|only|nicht|kein[a-z]*|nur|lediglich|ne|n|pas|plus|seulement|non|solo|nao) ",
  " (?:apenas|niet|geen|alleen|nie|tylko|не|нет|только|ні|лише) ",
  "ません|ない|ず|않|없|불가|[不无無未非]",
  "(?:ma|me)(?:mak|z|di|yor|mis)[a-z]* |degil",
]);
/**
 * A ticket that is closed, where the word for it is also said of accounts: it says nothing of what
 * was reported.
 */
const aTicketIsClosed = new RegExp(
  [
    String.raw`(?:chamado|caso|ticket|tiquete|protocolo|ocorrencia|incidencia|solicitud|solicitacao|`,
    String.raw`melding|zaak|aanvraag)`,
    String.raw`(?:[ #:nro.]{0,5}[a-z]{0,8}-?\d[a-z\d-]{0,20})?`,
    String.raw` (?:foi|fue|esta|ha sido|is|werd|wordt) (?:[a-z]+ (?:e|y|en) )?`,
    String.raw`(?:encerrad[oa]|fechad[oa]|concluid[oa]|resolvid[oa]|cerrad[oa]|resuelt[oa]|`,
    String.raw`gesloten|afgesloten|opgelost)\b`,
    String.raw`(?: (?:e|y|en) (?:[a-z]+[ai]d[oa]|verwijderd)\b)?`,
  ].join(""),
  "gu",
);

const withoutClosedTicket = once(() => takenOut([aTicketIsClosed]));

/** That a ticket will be closed, or would. */
const isToCome = pattern("", [
  " (?:will|would|may|can|shall|once|until|unless|after|wird|werden|kann|sera|seront|sara|verra|puede|pode) ",
  " (?:zal|wordt|kan|zostanie|moze|будет|будут|может|буде|може) ",
  "ecektir|acaktir|予定|예정|[将會]",
]);

type HeardInSentence = { readonly said: readonly (readonly [Said, string])[]; readonly isPromised: boolean };

/** What a sentence says in one language, each with the saying by which it was heard. */
const heardInSentence = (
  { sentence, words: courteous, grams: ofCourteous }: Omit<Sentence, "isSignature">,
  lexicon: Lexicon,
  automatic: boolean,
): HeardInSentence => {
  const words = courtesyIn(lexicon)(courteous, ofCourteous);
  const grams = words === courteous ? ofCourteous : gramsOf(words);
  const isHypothetical = isHypotheticalIn(lexicon)(words, grams);
  const says = (sayings: readonly Saying[], where: string) => sayings.find((saying) => isSaid(saying, where));
  const heard = rulesIn(lexicon).flatMap(({ said, sayings, each }) => {
    const by = each.find(({ saying, needs }) => mayMatch(needs, grams) && isSaid(saying, words))?.saying;
    return by ? [{ said, sayings, by }] : [];
  });
  const has = (said: Said) => heard.some((one) => one.said === said);
  const isMeant = ({ said, sayings }: (typeof heard)[number]): boolean => {
    if (automatic && isHypothetical && said !== "acknowledgement" && said !== "use-our-form") return false;
    // "If it is not removed by Friday, we suspend the server" is a promise, and no word on how
    // things are.
    if (said === "stands") return !isHypothetical || !(has("acknowledgement") || has("passed-on"));
    if (said === "use-our-form") return !lexicon.sayings().forLater.test(words);
    if (said === "closed") return !isHypothetical && !isToCome.test(words);
    if (said === "question")
      return !has("not-found") || says(sayings, withoutNotFound(sentence, lexicon)) !== undefined;
    // A party or a refusal under a condition is none yet: "if it is not our customer's by Friday".
    if (said === "not-ours" && lexicon.sayings().ofOurs.test(words) && !isDenied.test(words)) return false;
    return (
      !isHypothetical ||
      (said !== "not-ours" && said !== "refused") ||
      says(sayings, withoutConditions(sentence, lexicon)) !== undefined
    );
  };
  const said = heard.filter(isMeant).flatMap(({ said: one, by }): readonly (readonly [Said, string])[] => {
    const source = patternOf(by).source.trim().slice(0, 60);
    const isUnread = one === "use-our-form" && isDenied.test(words);
    return isUnread
      ? [
          [one, source],
          ["unread", source],
        ]
      : [[one, source]];
  });
  return { said, isPromised: isHypothetical || has("acknowledgement") || has("passed-on") };
};

/** The clauses that stand under no condition, and of one with a condition in it what stands before. */
const withoutConditions = (sentence: string, lexicon: Lexicon): string =>
  ` ${clausesOf(sentence, lexicon.sayings().joints)
    .map((clause) => {
      const at = clause.search(lexicon.sayings().hypothetical);
      return at < 0 ? clause.trim() : conditionEndsClause.has(lexicon.language) ? "" : clause.slice(0, at).trim();
    })
    .filter((clause) => clause !== "")
    .join(" ")} `;
/** There the condition's word stands behind what it is about. */
const conditionEndsClause: ReadonlySet<string> = new Set(["tr", "ja", "ko", "zh"]);

/** That nothing was found is no question; what is asked in the same breath is. */
const withoutNotFound = (sentence: string, lexicon: Lexicon): string =>
  ` ${clausesOf(sentence, lexicon.sayings().joints)
    .filter((clause) => !lexicon.sayings().notFound.some((saying) => isSaid(saying, clause)))
    .map((clause) => clause.trim())
    .join(" ")} `;

const patternOf = (saying: Saying): RegExp => (saying instanceof RegExp ? saying : saying[0]);
