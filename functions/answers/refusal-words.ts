import { chinese, japanese, korean, turkish } from "./competence/eastern.ts";
import { polish, russian, ukrainian } from "./competence/slavic.ts";
import { dutch, english, french, german, italian, portuguese, spanish } from "./competence/western.ts";
import type { AnswerLanguage } from "./replies/languages.ts";

/** Sources of patterns, on words as `plainWords` writes them: in small letters, Latin ones without accents. */
export type RefusalWords = {
  /** There is nothing to act upon, in the desk's eyes. */
  readonly disputesFact: readonly string[];
  /**
   * Others can act, and this desk can't. Never the bare word for "responsible" or "competent": departments and
   * courts are that, too. Whoever says that they wrote to the other party themselves passes it on.
   */
  readonly lacksCompetence: readonly string[];
};

const latin = "(?:[a-z']+ )";

/** Why desks refuse, in each language that they answer in. */
export const refusalWords = {
  en: {
    disputesFact: [
      "false[ -]positives?",
      `\\bno ${latin}{0,2}(?:violations?|infringements?|abuse|evidence|malicious|phishing|malware)\\b`,
      `\\b(?:does|do) not ${latin}{0,3}(?:violat|infring)`,
      `\\b(?:is|are|was|were) not ${latin}{0,3}(?:violat|infring|illegal|unlawful|malicious|phishing|abusive|harmful)`,
      "\\b(?:is|are) (?:a |an |entirely |completely |perfectly )?(?:legitimate|legal|lawful|parody|satire)\\b",
      "\\bunfounded\\b",
    ],
    lacksCompetence: english,
  },
  de: {
    disputesFact: [
      `\\bkeine?n? ${latin}{0,2}(?:verstoss|verstosse|verletzung|rechtsverletzung|missbrauch|phishing|schadsoftware)`,
      "\\bfehlalarm|\\bfalsch positiv|\\bunbegrundet|\\brechtmassig",
    ],
    lacksCompetence: german,
  },
  fr: {
    disputesFact: [
      `\\baucune? ${latin}{0,2}(?:violation|infraction|atteinte|abus)|\\bfaux positif|\\best (?:parfaitement )?licite`,
    ],
    lacksCompetence: french,
  },
  es: {
    disputesFact: [`\\bninguna? ${latin}{0,2}(?:violacion|infraccion|abuso)|\\bfalso positivo|\\bno infringe`],
    lacksCompetence: spanish,
  },
  nl: {
    disputesFact: [`\\bgeen ${latin}{0,2}(?:overtreding|inbreuk|schending|misbruik)|\\bvals positief|\\bvalse melding`],
    lacksCompetence: dutch,
  },
  it: {
    disputesFact: [`\\bnessuna? ${latin}{0,2}(?:violazione|abuso)|\\bfalso positivo|\\bnon viola`],
    lacksCompetence: italian,
  },
  pt: {
    disputesFact: [`\\bnenhuma? ${latin}{0,2}(?:violacao|infracao|abuso)|\\bfalso positivo|\\bnao viola`],
    lacksCompetence: portuguese,
  },
  pl: {
    disputesFact: [`\\bnie narusza|\\bnie stwierdz(?:ono|ilismy) ${latin}{0,2}narusze|\\bfalszyw`],
    lacksCompetence: polish,
  },
  tr: {
    disputesFact: ["\\bihlal (?:yok|etmiyor|bulunma|tespit edilme)|\\byanlis (?:pozitif|alarm)"],
    lacksCompetence: turkish,
  },
  ja: {
    disputesFact: ["誤検知|違反(?:は|が)?(?:あり|見当たり|認められ)?ません|違反していません"],
    lacksCompetence: japanese,
  },
  ko: {
    disputesFact: ["오탐|위반(?:이|사항이|하지)? ?(?:없|않|아니)"],
    lacksCompetence: korean,
  },
  zh: {
    disputesFact: ["误报|誤報|(?:没有|未|不)(?:发现)?违反|不违规|未發現違規|未发现违规"],
    lacksCompetence: chinese,
  },
  ru: {
    disputesFact: ["не нарушает|нарушений не|ложное срабатывание"],
    lacksCompetence: russian,
  },
  uk: {
    disputesFact: ["не порушує|порушень не|хибне спрацювання"],
    lacksCompetence: ukrainian,
  },
} as const satisfies Record<AnswerLanguage, RefusalWords>;
