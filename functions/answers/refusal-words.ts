import type { AnswerLanguage } from "./replies/languages.ts";

/** Patterns on words as `plainWords` writes them: lower case, Latin ones without accents. */
export type RefusalWords = {
  /** There is nothing to act upon, in the desk's eyes. */
  readonly disputesFact: readonly string[];
  /**
   * Others can act, and this desk can't: said in passing by refusals, and alone by who is not the right party.
   * Never the bare word for "responsible" or "competent": departments and courts are that, too.
   */
  readonly lacksCompetence: readonly string[];
};

const latin = "(?:[a-z']+ )";

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
    lacksCompetence: [
      "\\b(?:outside|not within|beyond) our (?:responsibility|remit|competence|control|jurisdiction|scope|network)\\b",
      "\\bnot (?:hosted|registered|managed|operated) (?:by|with|through) us\\b|\\bdoes not belong to us\\b",
      "\\bhosted elsewhere\\b",
      "\\b(?:not our|no|not a) customers?(?: of ours)?\\b(?! (?:fault|doing))",
      "\\b(?:wrong|not the right) (?:party|company|provider)\\b",
      "\\b(?:we|i) are (?:only|just|merely|simply) (?:a|the) (?:registrar|reseller|proxy|cdn|carrier|transit)",
      "\\b(?:do|can) not host\\b",
      "\\bonly the (?:registrar|registry|hosting provider|host) can\\b",
      "(?<!we will )\\bcontact the (?:registrar|hosting provider|host)\\b",
    ],
  },
  de: {
    disputesFact: [
      `\\bkeine?n? ${latin}{0,2}(?:verstoss|verstosse|verletzung|rechtsverletzung|missbrauch|phishing|schadsoftware)`,
      "\\bfehlalarm|\\bfalsch positiv|\\bunbegrundet|\\brechtmassig",
    ],
    lacksCompetence: [
      "\\b(?:nicht in|ausserhalb) unsere[nrms]{1,2} (?:zustandigkeit|verantwortung|netz)|\\bnicht zustandig",
      "\\bgehort nicht (?:zu )?uns\\b",
      "\\bnicht (?:bei|von|uber) uns (?:gehostet|registriert|betrieben)",
      "\\bnicht (?:auf|in) unsere[nrm] (?:server|netz)",
      "\\b(?:kein kunde von uns|nicht unser kunde)\\b|\\bnicht der richtige (?:ansprechpartner|adressat)",
      "\\b(?:nur|lediglich) (?:der )?(?:registrar|reseller|carrier|proxy)",
      "\\bwenden sie sich an den (?:registrar|hoster|provider)",
    ],
  },
  fr: {
    disputesFact: [
      `\\baucune? ${latin}{0,2}(?:violation|infraction|atteinte|abus)|\\bfaux positif|\\best (?:parfaitement )?licite`,
    ],
    lacksCompetence: [
      "\\bne nous appartient pas|\\bn'est pas notre client\\b",
      "\\bne sommes pas (?:competent|le bon interlocuteur)",
      "\\bn'est pas (?:heberge|enregistre)[es]{0,2} (?:chez|par) nous",
      "\\bsort de notre (?:champ de )?(?:competence|ressort)",
      "\\bsommes (?:seulement|uniquement) le (?:registrar|bureau d'enregistrement)",
      "\\bcontacter (?:le registrar|l'hebergeur)",
    ],
  },
  es: {
    disputesFact: [`\\bninguna? ${latin}{0,2}(?:violacion|infraccion|abuso)|\\bfalso positivo|\\bno infringe`],
    lacksCompetence: [
      "\\bno nos pertenece|\\bno es (?:un )?cliente nuestro\\b|\\bno es nuestro cliente\\b",
      "\\b(?:no es|fuera) de nuestra competencia",
      "\\bno esta (?:alojad|registrad)[oa] (?:en nuestr|con nosotros)|\\bno somos la parte competente",
      "\\bsomos (?:unicamente|solo) el registrador",
      "\\b(?:contacte|dirijase) (?:con el|al) (?:registrador|proveedor)",
    ],
  },
  nl: {
    disputesFact: [`\\bgeen ${latin}{0,2}(?:overtreding|inbreuk|schending|misbruik)|\\bvals positief|\\bvalse melding`],
    lacksCompetence: [
      "\\bniet (?:onder|binnen) onze (?:verantwoordelijkheid|bevoegdheid)|\\bbuiten onze bevoegdheid",
      "\\bgeen klant van ons\\b",
      "\\bniet (?:bij ons geregistreerd|door ons gehost|op onze servers|van ons)\\b",
      "\\bniet de juiste partij\\b",
      "\\bslechts de registrar\\b|\\bneem contact op met de (?:registrar|hostingprovider)",
    ],
  },
  it: {
    disputesFact: [`\\bnessuna? ${latin}{0,2}(?:violazione|abuso)|\\bfalso positivo|\\bnon viola`],
    lacksCompetence: [
      "\\bnon ci appartiene|\\bnon e (?:un )?nostro cliente\\b|\\bnon e di nostra competenza",
      "\\besula dalle nostre competenze",
      "\\bnon e (?:ospitat|registrat)[oa] (?:sui nostri|presso di noi)|\\bnon siamo il soggetto competente",
      "\\bsiamo solo il registrar",
    ],
  },
  pt: {
    disputesFact: [`\\bnenhuma? ${latin}{0,2}(?:violacao|infracao|abuso)|\\bfalso positivo|\\bnao viola`],
    lacksCompetence: [
      "\\bnao nos pertence|\\bnao e (?:o )?nosso cliente\\b|\\b(?:nao e|fora) da nossa competencia",
      "\\bnao esta (?:hospedad|alojad|regista?d)[oa] (?:na nossa|connosco|conosco)",
      "\\bnao somos a entidade competente",
      "\\bsomos apenas o (?:registrador|provedor)|\\bcontacte o (?:registrador|provedor)",
    ],
  },
  pl: {
    disputesFact: [`\\bnie narusza|\\bnie stwierdz(?:ono|ilismy) ${latin}{0,2}narusze|\\bfalszyw`],
    lacksCompetence: [
      "\\bnie (?:nalezy|naleza) do (?:nas|naszej)\\b|\\bnie jest naszym klientem",
      "\\bpoza nasz(?:ymi|a) (?:kompetencj|kontrol)",
      "\\bnie lezy w naszej kompetencji|\\bnie jest (?:hostowan|zarejestrowan)[aey] u nas",
      "\\bjestesmy (?:tylko|jedynie) rejestratorem",
    ],
  },
  tr: {
    disputesFact: ["\\bihlal (?:yok|etmiyor|bulunma|tespit edilme)|\\byanlis (?:pozitif|alarm)"],
    lacksCompetence: [
      "\\bbize ait degil|\\bmusterimiz degil|\\b(?:yetki|gorev|sorumluluk) alanimiz (?:disinda|icinde degil)",
      "\\bbizim sunucularimizda (?:barindirilmi|bulunmu)yor",
      "\\b(?:sadece|yalnizca) (?:alan adi )?kayit (?:firmasi|kurulusu)yuz",
    ],
  },
  ja: {
    disputesFact: ["誤検知|違反(?:は|が)?(?:あり|見当たり|認められ)?ません|違反していません"],
    lacksCompetence: [
      "(?:弊社|当社|当方)の(?:管轄|権限|所管)(?:外|の?及ばない)",
      "(?:弊社|当社|当方)の(?:お客様|顧客|サーバー)ではありません|のものではありません",
    ],
  },
  ko: {
    disputesFact: ["오탐|위반(?:이|사항이|하지)? ?(?:없|않|아니)"],
    lacksCompetence: [
      "(?:당사|저희)(?:의)? ?(?:소관|고객|권한)(?:이|이) ?아닙니다|당사 권한 밖|(?:당사|저희) 서버에서 호스팅되지",
    ],
  },
  zh: {
    disputesFact: ["误报|誤報|(?:没有|未|不)(?:发现)?违反|不违规|未發現違規|未发现违规"],
    lacksCompetence: [
      "不属于我[司们]的?(?:职责|管辖|客户)|不在我们的管辖范围",
      "(?:未|没有)托管在我们的服务器|不是我们的(?:客户|服务器|[ip ]{0,3}地址)",
    ],
  },
  ru: {
    disputesFact: ["не нарушает|нарушений не|ложное срабатывание"],
    lacksCompetence: [
      "не входит в нашу компетенцию|вне нашей (?:компетенции|зоны ответственности)|не является нашим клиентом",
      "не (?:размещ[её]н|зарегистрирован)[ао]? у нас|нам не принадлежит|мы (?:только|лишь) регистратор",
      "обратитесь к (?:хостинг|регистратор)",
    ],
  },
  uk: {
    disputesFact: ["не порушує|порушень не|хибне спрацювання"],
    lacksCompetence: [
      "не належить до нашої компетенції|поза нашою компетенцією|не є нашим клієнтом|нам не належить",
      "не (?:розміщен|зареєстрован)(?:о|а|ий) у нас|ми (?:лише|тільки) реєстратор",
      "зверніться до (?:хостинг|реєстратор)",
    ],
  },
} as const satisfies Record<AnswerLanguage, RefusalWords>;
