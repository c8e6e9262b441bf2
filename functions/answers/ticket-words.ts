import { once } from "../kernel/once.ts";
import { pattern } from "../kernel/pattern.ts";
import { type AnswerLanguage, answerLanguages } from "./replies/languages.ts";

/**
 * What desks call their number, as parts of a pattern in lower case. `certain`: what follows is a number of theirs.
 * `loose`: only with a word or sign between ("request no. 4711", "case #4711"), or if a long number follows at
 * once.
 */
type TicketWords = { readonly certain: readonly string[]; readonly loose: readonly string[] };

const words: Record<AnswerLanguage, TicketWords> = {
  en: {
    certain: [
      "(?:support |trouble |abuse |help ?desk )?tickets?",
      "(?:case|ticket|incident|abuse|complaint|tracking|report|request|reference|file|issue" +
        "|submission|service request)" +
        "[ -]?(?:identifier|id|no\\.?|nr\\.?|number|num\\.?|ref(?:erence)?(?: (?:no\\.?|number|id))?|code|key)",
      "ticket[ -]?ref(?:erence)?",
      "tkt",
      "under (?:the )?(?:number|reference)",
      "ref(?:erence)?(?=[.:#])",
      "tracking (?:id|code)",
    ],
    loose: [
      "case",
      "incident",
      "request",
      "reference",
      "report",
      "ref",
      "issue",
      "abuse",
      "complaint",
      "file",
      "inquiry",
      "notice",
      "conversation",
      "matter",
      "number",
      "(?:logged|registered|recorded|filed|tracked|known|taken)(?: in work)?(?= (?:as|under|with))",
      "quot(?:e|ing)",
    ],
  },
  de: {
    certain: [
      "(?:vorgangs|ticket|fall|bearbeitungs|referenz|anfrage|beschwerde|melde|meldungs" +
        "|support|geschäfts|abuse|case|incident)" +
        "[ -]?(?:nummer|nr\\.?|kennung|id|zeichen)",
      "(?:unser )?(?:aktenzeichen|geschäftszeichen|az\\.|gz\\.|unser zeichen)",
      "unter der (?:nummer|nr\\.?)",
      "vorgang",
    ],
    loose: [
      "fall",
      "referenz",
      "anfrage",
      "meldung",
      "beschwerde",
      "hinweis",
      "vorfall",
      "anliegen",
      "nummer",
      "zeichen",
      "(?:läuft|geführt|bekannt|erfasst|registriert)(?: bei uns)?(?= unter)",
    ],
  },
  fr: {
    certain: [
      "(?:numéro|n°|no|réf\\.?|référence|identifiant)(?: (?:de|du|d['’]))? ?(?:dossier" +
        "|ticket|suivi|demande|signalement|incident|référence|la demande|réclamation)",
      "sous (?:le numéro|la référence|le n°)",
      "(?:notre )?(?:réf|référence)(?=[ .:]*[:°#])",
      "réf(?=\\.)",
      "dossier(?= ?(?:n°|no|:|#))",
    ],
    loose: [
      "dossier",
      "référence",
      "demande",
      "signalement",
      "requête",
      "notification",
      "réclamation",
      "numéro",
      "enregistrée?(?= sous)",
    ],
  },
  es: {
    certain: [
      "(?:número|nº|n\\.º|no\\.|núm\\.?|código|id)(?: de)?(?: la| su)? (?:referencia" +
        "|expediente|ticket|caso|incidencia|solicitud|seguimiento|reclamo|folio|denuncia" +
        "|reporte|gestión)",
      "con (?:el )?(?:número|nº|folio)",
      "(?:expediente|folio|radicado)",
      "referencia(?= ?[:#])",
    ],
    loose: [
      "caso",
      "incidencia",
      "solicitud",
      "referencia",
      "reporte",
      "reclamo",
      "incidente",
      "aviso",
      "asunto",
      "denuncia",
      "notificación",
      "reclamación",
      "número",
    ],
  },
  nl: {
    certain: [
      "(?:zaak|ticket|meldings?|melding|dossier|referentie|incident|case|klacht|kenmerk)[" +
        " -]?(?:nummer|nr\\.?|id|code)",
      "(?:ons )?kenmerk",
      "onder (?:het )?nummer",
      "referentie(?= ?[:#])",
    ],
    loose: ["zaak", "dossier", "melding", "referentie", "genummerd", "klacht", "bekend(?= onder)"],
  },
  it: {
    certain: [
      "(?:numero|n\\.|nr\\.?|codice|id)(?: di| del| della| la)? ?(?:protocollo|pratica" +
        "|ticket|riferimento|segnalazione|richiesta|caso)",
      "(?:protocollo|prot\\.|pratica)",
      "con (?:il )?(?:numero|n\\.|n°)",
      "riferimento(?= ?(?:[:#]|interno|n\\.))",
      "rif(?=\\.)",
    ],
    loose: [
      "caso",
      "segnalazione",
      "richiesta",
      "riferimento",
      "incidente",
      "numero",
      "provvedimento",
      "protocollat[ao]",
      "notifica",
    ],
  },
  pt: {
    certain: [
      "(?:número|nº|n\\.º|n°|código|id)(?: de| do| da)?(?: seu| sua)? (?:protocolo|chamado" +
        "|ticket|caso|processo|referência|ocorrência|solicitação|atendimento|incidente)",
      "(?:protocolo|chamado)",
      "sob o (?:número|nº|n\\.º)",
      "referência(?= ?[:#])",
    ],
    loose: [
      "caso",
      "processo",
      "ocorrência",
      "solicitação",
      "referência",
      "incidente",
      "denúncia",
      "notificação",

      "número",
    ],
  },
  pl: {
    certain: [
      "(?:numer|nr|id|sygnatura)(?: (?:tego|tej|państwa))? (?:zgłoszenia|sprawy|ticketu" +
        "|incydentu|referencyjny|zgloszenia|akt)",
      "(?:sygnatura|sygn\\. ?(?:akt)?|znak sprawy)",
      "(?:pod|z|otrzymało|nadano) (?:numerem|numer|nr)",
      "(?:zgłoszenie|zgłoszenia|sprawa|sprawy|zgłoszeniu)(?= ?(?:nr|numer|#|id))",
    ],
    loose: ["zgłoszeni(?:em|e|a|u)", "spraw(?:a|y|ie|ę)", "incydent(?:em|u)?", "numer(?:em)?"],
  },
  tr: {
    certain: [
      "(?:talep|kayıt|takip|başvuru|vaka|bildirim|şikayet|şikâyet|destek|referans|olay|bilet|ticket|dosya)" +
        " ?(?:no(?:su)?|numara(?:sı|nız|mız|lı)?|numaranız|kodu|id)",
      "(?:talep|kayıt|takip|başvuru|destek) (?:talebi )?numaranız",
    ],
    loose: ["talep", "talebiniz", "kayıt", "başvuru", "referans"],
  },
  ja: {
    certain: [
      "(?:受付|受理|お?問い?合わ?せ|問合せ|管理|整理|案件|チケット|参照|ケース|インシデント" +
        "|照会|通報|報告|リクエスト|申請|追跡|対応)" +
        "(?:番号|no\\.?|id|ナンバー|番|コード)",
      "(?:チケット|インシデント|案件)",
    ],
    loose: ["番号"],
  },
  ko: {
    certain: [
      "(?:접수|문의|티켓|사건|관리|처리|신고|요청|민원|케이스|참조|상담|사고)(?: ?(?:번호|id|no\\.?|코드))",
      "(?:티켓)",
    ],
    loose: ["접수", "번호", "문의", "신고"],
  },
  zh: {
    certain: [
      "(?:工单|工單|受理|案件|案号|案號|编号|編號|事件|参考|參考|查询|查詢|投诉|投訴|举报" +
        "|舉報|处理|處理|服务|服務|流水|跟踪|追蹤|问题|個案)" +
        "(?:编号|編號|单号|單號|号码|號碼|号|號|id|代码)",
      "(?:工单|工單|编号|編號|单号|單號|案号|案號)",
    ],
    loose: ["案件"],
  },
  ru: {
    certain: [
      "(?:номер(?:ом)?|№)(?: вашего| вашей| этого)? ?(?:обращени[яею]|заявк[иа]|тикета" +
        "|запроса|жалобы|инцидента|заявления|дела)",
      "(?:под|за|присвоен|с) (?:регистрационным |регистрационный |входящим )?(?:номером|номер|№)",
      "(?:обращени[еяю]|заявк[аеиу]|тикет[аеу]?|запрос[ау]?|инцидент[ау]?|жалоб[ае])(?= ?(?:№|no|#|n\\b|:|номер))",
      "(?:тикет|вх\\.)",
    ],
    loose: [
      "обращени(?:ем|е|я|ю|и)",
      "заявк(?:ой|а|и|е|у)",
      "запрос(?:ом|а|у|е)?",
      "инцидент(?:ом|а|у|е)?",
      "жалоб(?:ой|а|ы|е|у)",
      "номер(?:ом)?",
    ],
  },
  uk: {
    certain: [
      "(?:номер(?:ом)?|№)(?: вашого| вашої| цього)? ?(?:звернення|заявки|тікета|тікету" +
        "|запиту|скарги|інциденту|справи)",
      "(?:під|за|присвоєно|з) (?:реєстраційним )?(?:номером|номер|№)",
      "(?:звернення|заявк[аиу]|тікет[ау]?|запит[ау]?|інцидент[ау]?|скарг[аи])(?= ?(?:№|no|#|:|номер))",
      "(?:тікет)",
    ],
    loose: ["звернення(?:м|ю)?", "заявк(?:ою|а|и|у)", "запит(?:ом|у|і)?", "інцидент(?:ом|у|і)?", "скарг(?:ою|а|и|у)"],
  },
};

/** Whose number it is, if not the desk's. */
const ofOthers = pattern(
  "",
  [
    "customer|client|account|kunden|kunde|vertrags|order|bestell|invoice|rechnungs|phone|tel|mobile|fax|hrb|ust|vat" +
      "|serial" +
      "|registration|company|as|port|build|version|bank|iban|card|tax|room|house|contract|policy|licen[cs]e|telefon" +
      "|tel\\.|telefono|teléfono|téléphone|telefone|telefoon|handy|haus|steuer|konto|serien|artikel|factura|fattura" +
      "|facture|faktur[ay]|fatura|contrato|contratto|client|commande|ordine|pedido|encomenda|zamówienia|klienta",
    "postal|klant|cliente|клиента|клієнта|müşteri|고객|전화|계좌|客户|客戶|お客様|顧客|電話|口座|会員|电话",
  ],
  "[ -]?$",
);

/** Where each word for a number ends. No lookbehind: compiling it takes longer than the whole reading. */
export function* wordsForNumbers(lower: string, kind: keyof TicketWords): Generator<number> {
  for (const { 0: found, index } of lower.matchAll(wordsIn()[kind])) {
    const before = lower.slice(Math.max(0, index - 14), index);
    if (!/[a-zß-ÿа-яёіїєґ0-9]$/.test(before) && !ofOthers.test(before)) yield index + found.length;
  }
}

const wordsIn = once(() => {
  const ofAll = (kind: keyof TicketWords, behind: string) =>
    new RegExp(`(?:${answerLanguages.flatMap((language) => words[language][kind]).join("|")})${behind}`, "g");
  return { certain: ofAll("certain", ""), loose: ofAll("loose", "(?![a-zß-ÿа-яёіїєґ])") } as const;
});
