import type { AnswerLanguage } from "./replies/lexicon.ts";

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
const russian = "(?:[а-я]+[ -])";
const ukrainian = "(?:[а-яіїєґ']+[ -])";

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
    lacksCompetence: [
      "(?<!\\bwe (?:will|shall|did) )\\b(?:contact|ask|approach|write to|turn to|refer to|reach out to) " +
        `${latin}{0,3}(?:registrar|registry|hosting|hoster|(?:web ?)?host)\\b`,
      `\\bonly ${latin}{0,3}(?:registrar|registry|hosting provider|hoster|host) (?:can|is able|may|could)\\b`,
      `\\bwe (?:are|act) (?:only|just|merely) ${latin}{0,3}` +
        "(?:registrar|registry|reseller|proxy|cdn|carrier|network)\\b",
      "\\b(?:do|does|can) not (?:host|control|have (?:any )?(?:access|control))\\b",
      "\\bnot the (?:right|correct|appropriate|responsible|competent|relevant) " +
        "(?:party|company|provider|contact|entity|addressee|recipient)\\b",
      "\\b(?:wrong|incorrect) (?:party|company|provider|addressee|recipient)\\b",
      "\\b(?:outside|not within|beyond) our (?:responsibility|remit|competence|control|jurisdiction|scope)\\b",
      "\\b(?:not hosted (?:by us|with us|here|on our)|hosted elsewhere|not on our (?:network|servers?))\\b",
    ],
  },
  de: {
    disputesFact: [
      `\\bkeine?n? ${latin}{0,2}(?:verstoss|verstosse|verletzung|rechtsverletzung|missbrauch|phishing|schadsoftware)`,
      "\\bfehlalarm|\\bfalsch positiv|\\bunbegrundet|\\brechtmassig",
    ],
    lacksCompetence: [
      `\\bwenden sie sich ${latin}{0,4}(?:registrar|hoster|provider|hostinganbieter)`,
      `\\bnicht ${latin}{0,2}zustandig`,
      "\\bnicht (?:der|die) (?:richtige|korrekte)r? (?:ansprechpartner|adressat|stelle|empfanger|anbieter)",
      "\\bnicht in unsere[nrm]? (?:zustandigkeit|verantwortung|kompetenz)",
      "\\b(?:nicht|weder) (?:auf|bei|in) unsere[nrm]? (?:server|netz|system)|\\bnicht (?:bei|von) uns gehostet",
    ],
  },
  fr: {
    disputesFact: [
      `\\baucune? ${latin}{0,2}(?:violation|infraction|atteinte|abus)|\\bfaux positif|\\best (?:parfaitement )?licite`,
    ],
    lacksCompetence: [
      `\\b(?:contacte[rz]|vous adresser a) ${latin}{0,3}(?:l')?(?:registrar|bureau d'enregistrement|hebergeur)`,
      "\\bne sommes pas (?:competente?s?\\b|" +
        "(?:le bon|la bonne|le) (?:interlocuteur|service|destinataire|entite|hebergeur))",
      "\\b(?:n'est|ne releve) pas (?:de (?:notre|nos) (?:competence|ressort|responsabilite)|" +
        "heberge[es]? (?:chez|par) nous|heberge[es]? sur nos)",
    ],
  },
  es: {
    disputesFact: [`\\bninguna? ${latin}{0,2}(?:violacion|infraccion|abuso)|\\bfalso positivo|\\bno infringe`],
    lacksCompetence: [
      `\\b(?:contacte|contactar|dirijase|dirigirse) ${latin}{0,4}(?:registrador|registrar|proveedor|hosting)`,
      "\\bno somos (?:la|el|los|las)? ?(?:(?:parte|entidad|empresa|organo|responsable) )?(?:competentes?|" +
        "indicad[oa]s?|adecuad[oa]s?|proveedor|titulares?)\\b",
      "\\bno es de nuestra (?:competencia|incumbencia)|\\bno (?:esta|se encuentra) (?:alojad[oa]|hospedad[oa]) " +
        "(?:en nuestr|con nosotros|por nosotros)",
    ],
  },
  nl: {
    disputesFact: [`\\bgeen ${latin}{0,2}(?:overtreding|inbreuk|schending|misbruik)|\\bvals positief|\\bvalse melding`],
    lacksCompetence: [
      `\\bneem contact op met ${latin}{0,3}(?:registrar|hostingprovider|provider)`,
      "\\bniet de (?:juiste|aangewezen|bevoegde) (?:partij|instantie|contactpersoon|provider|ontvanger)",
      "\\bniet (?:onder|binnen) (?:onze|ons) (?:verantwoordelijkheid|bevoegdheid|beheer)",
      "\\bniet (?:op onze (?:servers?|systemen)|in ons netwerk|bij ons gehost|door ons gehost)",
    ],
  },
  it: {
    disputesFact: [`\\bnessuna? ${latin}{0,2}(?:violazione|abuso)|\\bfalso positivo|\\bnon viola`],
    lacksCompetence: [
      `\\bcontatt(?:i|are|ate) ${latin}{0,4}(?:registrar|provider|fornitore|hosting)`,
      "\\bnon siamo (?:noi )?(?:il|la|i|le)? ?(?:(?:soggetto|parte|ente|societa|referente) )?(?:competent[ei]|" +
        "corrett[oa]|giust[oa]|indicat[oa]|fornitore|titolari)\\b",
      "\\bnon (?:e|rientra) (?:di|nella|tra le) nostr[ae] competenz[ae]",
      "\\bnon e ospitat[oa] (?:sui|dai|nei|da|presso) no",
    ],
  },
  pt: {
    disputesFact: [`\\bnenhuma? ${latin}{0,2}(?:violacao|infracao|abuso)|\\bfalso positivo|\\bnao viola`],
    lacksCompetence: [
      `\\bconta(?:cte|ctar|te|tar) ${latin}{0,4}(?:registrador|registrar|provedor|fornecedor|hosting|alojamento)`,
      "\\bnao somos (?:a|o|os|as)? ?(?:(?:parte|entidade|empresa|orgao) )?(?:competentes?|indicad[oa]s?|" +
        "corret[oa]s?|adequad[oa]s?|provedor|titulares?)\\b",
      "\\bnao e da nossa (?:competencia|alcada)",
      "\\bnao (?:esta|se encontra) (?:hospedad[oa]|alojad[oa]) (?:n[ao]s? noss|em noss|connosco|conosco)",
    ],
  },
  pl: {
    disputesFact: [`\\bnie narusza|\\bnie stwierdz(?:ono|ilismy) ${latin}{0,2}narusze|\\bfalszyw`],
    lacksCompetence: [
      "\\bnie jestesmy (?:(?:wlasciwym|odpowiednim|odpowiednia|wlasciwa|kompetentnym) )" +
        "(?:podmiotem|adresatem|strona|organem|dostawca|instytucja|firma)",
      "\\bnie (?:lezy|leza|miesci sie|pozostaje|jest) w (?:naszych kompetencjach|naszej kompetencji|naszej gestii|" +
        "zakresie naszych)",
      `\\bnie (?:jest|sa) ${latin}{0,2}(?:hostowan|utrzymywan|umieszczon)[a-z]+ ` +
        "(?:na naszych|u nas|w naszej|przez nas)",
      "\\b(?:prosimy o kontakt z|prosze skontaktowac sie z|nalezy (?:skontaktowac sie z|zwrocic sie do)|" +
        `prosimy (?:skontaktowac sie z|zwrocic sie do)) ${latin}{0,3}` +
        "(?:rejestrator|dostawc|hostingodawc|operator)",
    ],
  },
  tr: {
    disputesFact: ["\\bihlal (?:yok|etmiyor|bulunma|tespit edilme)|\\byanlis (?:pozitif|alarm)"],
    lacksCompetence: [
      `\\b(?:dogru|yetkili|ilgili) (?:muhatap|taraf|kurum|kurulus|merci|adres|firma) ${latin}{0,2}degil`,
      `\\b(?:yetki|sorumluluk|gorev) alanimiz(?:da|a|in)? ${latin}{0,2}(?:degil|disinda|girmiyor|girmemektedir)`,
      "\\b(?:sunucularimizda|agimizda|altyapimizda|bizde|tarafimizca) " +
        `${latin}{0,2}(?:barindirilm|bulunmuyor|bulunmamaktadir|degil|yer almiyor)`,
      `\\b(?:kayit|hosting|barindirma|yer saglayici)[a-z]* ${latin}{0,3}` +
        "(?:basvurun|basvurunuz|iletisime gec(?:in|iniz)|bildirin|bildiriniz|ulasin|ulasiniz)\\b",
    ],
  },
  ja: {
    disputesFact: ["誤検知|違反(?:は|が)?(?:あり|見当たり|認められ)?ません|違反していません"],
    lacksCompetence: [
      "(?:担当窓口|担当部署|適切な窓口|適切な連絡先|対応窓口|管轄|当事者)では(?:ございません|ありません|ない)",
      "(?:管轄外|管理外|管理対象外|所管外|権限外|担当外)(?:です|で|の|と|に|となり)",
      "(?:弊社|当社|当方)[^。]{0,24}(?:ホスト|ホスティング|管理|運営)(?:は)?(?:されて|して)(?:おりません|いません)",
      "(?:ホスティング|サーバー?|レジストラ|登録)[^。はが]{0,12}(?:事業者|会社|業者|者|ラ)?(?:様)?" +
        "(?:へ|に|まで)(?:直接)?(?:お問い合わせ|ご連絡|ご相談|お申し出)(?:ください|下さい|願います|をお願い|いただ|頂)",
    ],
  },
  ko: {
    disputesFact: ["오탐|위반(?:이|사항이|하지)? ?(?:없|않|아니)"],
    lacksCompetence: [
      "(?:소관|관할|담당)[^.]{0,8}(?:아닙니다|아니며|아니므로|아니라|아닌)",
      "(?:권한이 있는|적절한|올바른|담당) ?(?:기관|업체|회사|부서|당사자|수신자|주체)" +
        "(?:이|가)? ?(?:아닙니다|아니며|아니므로)",
      "(?:당사|저희|우리)[^.]{0,16}호스팅(?:되지|하지|하고 있지|되고 있지) ?(?:않|아니)",
      "(?:호스팅|등록 ?(?:대행|기관|업체)|레지스트라|서버)[^.]{0,10}(?:에|로|에게|측에|으로) ?(?:직접 )?" +
        "(?:문의|연락|신고|요청)(?:하시|해 ?주|바랍|하십|하여 ?주|부탁)",
    ],
  },
  zh: {
    disputesFact: ["误报|誤報|(?:没有|未|不)(?:发现)?违反|不违规|未發現違規|未发现违规"],
    lacksCompetence: [
      "(?:不是|并非|並非|非)[^，。]{0,16}(?:适当|適當|正确|正確|合适|合適|主管|责任|責任)(?:的)?" +
        "(?:对象|對象|机构|機構|单位|單位|联系人|聯絡人|方)",
      "(?:不属于|不屬於|不在|超出|不归|不歸)[^，。]{0,4}(?:我司|我们|我們|本公司|我方)(?:的)?" +
        "(?:职责|職責|管辖|管轄|权限|權限|责任|責任|管理)",
      "(?:未|没有|沒有|并未|並未|不)(?:托管|託管|存放)?在(?:我们|我們|我司|本公司|我方)的?" +
        "(?:服务器|伺服器|网络|網路|机房|機房)",
      "(?:我们|我們|我司|本公司|我方)(?:不是|并非|並非)[^，。]{0,12}" +
        "(?:托管商|主机商|主機商|服务商|服務商|注册商|註冊商)",
      "(?:请|請|应|應|建议|建議)(?:您)?(?:直接)?(?:向|与|與|联系|聯繫|联络|聯絡|咨询|諮詢)[^，。]{0,8}" +
        "(?:注册商|註冊商|主机商|主機商|托管商|託管商|供应商|供應商|服务商|服務商)",
    ],
  },
  ru: {
    disputesFact: ["не нарушает|нарушений не|ложное срабатывание"],
    lacksCompetence: [
      "не являемся (?:надлежащим|правильным|ответственным|компетентным) (?:адресатом|лицом|органом|получателем)",
      "не (?:входит|относится|находится) (?:в|к) наш(?:у|ей|ем) (?:компетенц|зон|ведени|ответственност)",
      `не на наших (?:серверах|мощностях|площадках)|не ${russian}{0,2}(?:у нас|нами) (?:размещ|хост)`,
      `(?:обратитесь|обращайтесь|следует обратиться|необходимо обратиться|рекомендуем обратиться) ${russian}{0,2}` +
        `(?:к|в) ${russian}{0,3}(?:регистратор|хостинг|хостер|провайдер)`,
    ],
  },
  uk: {
    disputesFact: ["не порушує|порушень не|хибне спрацювання"],
    lacksCompetence: [
      "не є (?:належн|правильн|відповідальн|компетентн)[а-яіїєґ]+ (?:адресат|особ|орган|отримувач)",
      "не (?:належить|входить|відноситься|перебуває) (?:до|в|у) наш(?:ої|у|ій) (?:компетенці|зон|відповідальност)",
      `не на наших (?:серверах|потужностях|майданчиках)|не ${ukrainian}{0,2}(?:у нас|нами) (?:розміщ|хост)`,
      `(?:зверніться|звертайтес[яь]|слід звернутися|необхідно звернутися|радимо звернутися) ${ukrainian}{0,2}` +
        `(?:до|в|у) ${ukrainian}{0,3}(?:реєстратор|хостинг|хостер|провайдер)`,
    ],
  },
} as const satisfies Record<AnswerLanguage, RefusalWords>;
