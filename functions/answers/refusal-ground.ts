import type { RefusalGround } from "../case/answer-ways.ts";
import { pattern } from "../kernel/pattern.ts";
import { plainWords } from "./replies/plain-words.ts";

/**
 * There is nothing to act upon, in the desk's eyes. Words stand without accents, as `plainWords`
 * writes them.
 */
const disputesFact = pattern("u", [
  // en
  "false[ -]positives?",
  "\\bno (?:[a-z]+ ){0,2}(?:violations?|infringements?|abuse|evidence|malicious|phishing|malware)\\b",
  "\\b(?:does|do) not (?:[a-z]+ ){0,3}(?:violat|infring)",
  "\\b(?:is|are|was|were) not (?:[a-z]+ ){0,3}(?:violat|infring|illegal|unlawful|malicious|phishing|abusive|harmful)",
  "\\b(?:is|are) (?:a |an |entirely |completely |perfectly )?(?:legitimate|legal|lawful|parody|satire)\\b",
  "\\bunfounded\\b",
  // de
  "\\bkeine?n? (?:[a-z]+ ){0,2}(?:verstoss|verstosse|verletzung|rechtsverletzung|missbrauch|phishing|schadsoftware)",
  "\\bfehlalarm|\\bfalsch positiv|\\bunbegrundet|\\brechtmassig",
  // fr
  "\\baucune? (?:[a-z]+ ){0,2}(?:violation|infraction|atteinte|abus)|\\bfaux positif|\\best (?:parfaitement )?licite",
  // es, pt, it
  "\\b(?:ninguna?|nenhuma?|nessuna?) (?:[a-z]+ ){0,2}(?:violacion|infraccion|violacao|infracao|violazione|abuso)",
  "\\bfals[oi] positiv[oi]|\\bno infringe|\\bnao viola|\\bnon viola",
  // nl
  "\\bgeen (?:[a-z]+ ){0,2}(?:overtreding|inbreuk|schending|misbruik)|\\bvals positief|\\bvalse melding",
  // pl
  "\\bnie narusza|\\bnie stwierdz(?:ono|ilismy) (?:[a-z]+ ){0,2}narusze|\\bfalszyw",
  // tr
  "\\bihlal (?:yok|etmiyor|bulunma|tespit edilme)|\\byanlis (?:pozitif|alarm)",
  // ru, uk
  "не нарушает|нарушений не|ложное срабатывание|не порушує|порушень не|хибне спрацювання",
  // ja, ko, zh
  "誤検知|違反(?:は|が)?(?:あり|見当たり|認められ)?ません|違反していません",
  "오탐|위반(?:이|사항이|하지)? ?(?:없|않|아니)",
  "误报|誤報|(?:没有|未|不)(?:发现)?违反|不违规|未發現違規|未发现违规",
]);

/** Others can act, and this desk can't. */
const lacksCompetence = pattern("u", [
  // en
  "\\b(?:contact|ask|approach|write to|turn to|refer to|reach out to) (?:[a-z]+ ){0,3}(?:registrar|registry)\\b",
  "\\b(?:contact|ask|approach|write to|turn to|reach out to) (?:[a-z]+ ){0,3}(?:hosting|hoster|(?:web ?)?host)\\b",
  "\\bonly (?:[a-z]+ ){0,3}(?:registrar|registry|hosting provider|hoster|host) (?:can|is able|may|could)\\b",
  "\\bwe (?:are|act) (?:only|just|merely) (?:[a-z]+ ){0,3}(?:registrar|registry|reseller|proxy|cdn|carrier|network)\\b",
  "\\b(?:do|does|can) not (?:host|control|have (?:any )?(?:access|control))\\b",
  // de
  "\\bwenden sie sich (?:[a-z]+ ){0,4}(?:registrar|hoster|provider|hostinganbieter)",
  "\\bnicht (?:[a-z]+ ){0,2}zustandig",
  // fr, es, pt, it, nl
  "\\b(?:contacte[rz]|vous adresser a) (?:[a-z']+ ){0,3}(?:l')?(?:registrar|bureau d'enregistrement|hebergeur)",
  "\\bconta(?:cte|ctar|tar|tti|ttare) (?:[a-z]+ ){0,4}(?:registrador|registrar|proveedor|provedor|fornitore|hosting)",
  "\\bneem contact op met (?:[a-z]+ ){0,3}(?:registrar|hostingprovider|provider)",
]);

/**
 * Why a desk that refuses does not act, by its words in the languages that desks answer in;
 * `undefined` where they don't say, or say both.
 */
export const refusalGround = (text: string): RefusalGround | undefined => {
  const words = plainWords(text).replace(/\s+/g, " ");
  const [fact, competence] = [disputesFact.test(words), lacksCompetence.test(words)];
  if (fact === competence) return undefined;
  return fact ? "fact" : "competence";
};
