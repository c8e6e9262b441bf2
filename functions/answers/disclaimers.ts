import { once } from "../kernel/once.ts";
import { type AnswerLanguage, answerLanguages } from "./replies/languages.ts";

/** How standing texts under mails begin, one pattern a line. Each is about the mail, not what is reported. */
const beginnings: Record<AnswerLanguage, readonly string[]> = {
  en: [
    "(?:this|the) (?:information|contents?)(?: contained)? (?:in|of) this (?:e-?mail|message|communication)",
    "(?:the )?information (?:contained |transmitted )?(?:in|by|with) this (?:e-?mail|message|communication)",
    "this (?:e-?mail|message|communication|electronic mail|transmission)(?: message)?,?(?:" +
      " \\(?(?:and|including|with)" +
      "[^.\\n]{0,60})?,? (?:is|are|may be|may contain|contains?|was|has been) [^.]{0,60}" +
      "(?:confidential|privileged|intended|legally|proprietary|solely|scanned|virus)",
    "(?:if|in case|should) you (?:are|were|be) not the (?:intended|named|correct) (?:recipient|addressee)",
    "(?:if|in case|should) you (?:have )?receive[ds]? this (?:e-?mail|message|communication|transmission|mail)" +
      " (?:in error|by mistake|by error|erroneously)",
    "(?:confidentiality|legal|privacy|privilege) (?:notice|disclaimer|note|warning)\\b",
    "disclaimer\\b",
    "(?:please )?(?:consider|think (?:of|about)) the environment",
    "any (?:unauthori[sz]ed )?(?:review|use|disclosure|copying|dissemination" +
      "|distribution)[^.]{0,80}(?:prohibited|unlawful)",
    "e-?mail (?:transmission )?(?:can ?not be guaranteed|communication is not secure)",
    "nothing in this (?:e-?mail|message|communication) (?:shall|should|may|is|constitutes)",
    "the views (?:and|or) opinions (?:expressed|in this)",
  ],
  de: [
    "dies(?:e|er|es) (?:e-?mail|nachricht|mail|mitteilung|schreiben)[^.]{0,60}(?:vertraulich|rechtlich geschützt|" +
      "ausschließlich für|nur für den|ausschliesslich für)",
    "(?:der inhalt|die informationen|inhalt) (?:in )?dieser (?:e-?mail|nachricht|mail)[^.]{0,60}" +
      "(?:vertraulich|bestimmt|geschützt)",
    "(?:wenn|falls|sollten|sofern) sie (?:nicht der|diese (?:e-?mail|nachricht" +
      "|mail)[^.]{0,30}(?:irrtümlich|versehentlich))",
    "sollten sie nicht der (?:richtige|vorgesehene|beabsichtigte)",
    "(?:vertraulichkeits|haftungs|rechts|datenschutz)hinweis(?:e)?(?: ?:|\\n|$)",
    "das unerlaubte kopieren",
    "bitte (?:denken|prüfen) sie[^.]{0,40}(?:umwelt|ausdruck)",
    "(?:sitz der gesellschaft|registergericht|geschäftsführer(?:in|ung)?|handelsregister|amtsgericht) ?:",
    "sitz der gesellschaft",
  ],
  fr: [
    "(?:ce|le présent) (?:message|courriel|e-?mail|mail)[^.]{0,80}(?:confidentiel|destiné|établi|exclusi)",
    "(?:les informations|le contenu)[^.\\n]{0,30}(?:ce|présent) (?:message|courriel|e-?mail)",
    "si vous (?:n['’]êtes pas|avez reçu|recevez)[^.]{0,40}(?:destinataire|erreur|message|courriel)",
    "avis de confidentialité",
    "(?:pensez|merci de penser) à l['’]environnement",
    "toute (?:utilisation|diffusion|reproduction)[^.]{0,80}(?:interdite|autorisée)",
  ],
  es: [
    "(?:este|el presente|la información (?:contenida|incluida)(?: en)?(?: este)?) (?:mensaje" +
      "|correo|e-?mail)[^.]{0,100}" +
      "(?:confidencial|privilegiad|dirigid|destinatari)",
    "la información (?:contenida|incluida)",
    "si (?:usted )?(?:no es|ha recibido|recibe|recibió|lo ha recibido)[^.]{0,60}(?:destinatario|error)",
    "(?:aviso (?:legal|de confidencialidad)|cláusula de confidencialidad|confidencialidad ?:)",
    "(?:antes de imprimir|piense en el medio|por favor,? piense)",
    "(?:de conformidad con|en cumplimiento de)[^.]{0,60}(?:protección de datos|rgpd|lopd)",
    "queda (?:terminantemente )?(?:prohibid|notificad)",
  ],
  nl: [
    "(?:dit|deze) (?:e-?mail|bericht|mail|e-?mailbericht)[^.]{0,80}(?:vertrouwelijk|bestemd|bedoeld voor)",
    "de (?:informatie|inhoud)(?: verzonden)?[^.]{0,30}(?:dit|deze) (?:e-?mail|bericht|mail|e-?mailbericht)",
    "(?:indien|als|mocht) u (?:niet de|dit bericht|deze e-?mail)[^.]{0,60}(?:geadresseerde" +
      "|onterecht|abusievelijk|per abuis|vergissing)",
    "(?:vertrouwelijkheidsclausule|disclaimer)",
    "denk aan het milieu",
  ],
  it: [
    "(?:questo|il presente|la presente|questa) (?:messaggio|e-?mail|comunicazione|mail)[^.]{0,80}" +
      "(?:riservat|confidenzial|destinat|esclusiv)",
    "le informazioni (?:contenute|trasmesse|presenti)[^.]{0,40}(?:messaggio|e-?mail|comunicazione|mail)",
    "(?:se|qualora) (?:non (?:siete|è|sei|foste|fosse)|avete ricevuto|ha ricevuto|il messaggio|riceveste)[^.]{0,60}" +
      "(?:destinatari|errore)",
    "(?:ai sensi del|in ottemperanza)[^.]{0,80}(?:privacy|gdpr|d\\.? ?lgs|regolamento|dati personali)",
    "(?:avviso|clausola) di riservatezza",
    "prima di stampare",
  ],
  pt: [
    "(?:esta|a presente|este|o presente) (?:mensagem|e-?mail" +
      "|correio)[^.]{0,80}(?:confidencia|destina|privilegiad|dirigid)",
    "as informações contidas",
    "(?:se|caso) (?:você |o senhor )?(?:não (?:é|for|seja)|recebeu|tenha recebido" +
      "|receb)[^.]{0,60}(?:destinatári|engano|erro)",
    "aviso (?:legal|de confidencialidade)",
    "antes de imprimir",
    "(?:em conformidade com|nos termos da)[^.]{0,40}(?:lgpd|rgpd|proteção de dados)",
  ],
  pl: [
    "(?:niniejsza|ta) (?:wiadomość|korespondencja)[^.]{0,80}(?:poufn|przeznaczon|wyłącznie)",
    "(?:informacje|treść)[^.]{0,30}(?:zawarte w|tej|niniejszej) (?:tej |niniejszej" +
      " )?(?:wiadomości|korespondencji)[^.]{0,60}" +
      "(?:poufn|przeznaczon)",
    "(?:jeżeli|jeśli) (?:nie (?:są|jest|jesteś)|otrzymał)[^.]{0,60}(?:adresat|odbiorc|omyłk|pomyłk|błęd)",
    "klauzula (?:poufności|informacyjna)",
    "(?:administratorem|zgodnie z)[^.]{0,40}(?:danych osobowych|rodo)",
    "(?:pomyśl o środowisku|zanim wydrukujesz)",
  ],
  tr: [
    "bu (?:e-?posta|mesaj|ileti|elektronik posta)[^.]{0,100}(?:gizli|kişiye özel|özeldir|yalnızca|sadece)",
    "(?:eğer )?(?:bu (?:e-?postanın|mesajın|iletinin)|(?:mesajın|e-?postanın) (?:muhatabı|alıcısı))",
    "(?:gizlilik (?:bildirimi|uyarısı|notu)|yasal uyarı)",
    "(?:doğayı|çevreyi) (?:koru|düşün)",
  ],
  ja: [
    "(?:本|この)(?:メール|電子メール|e-?メール)[^。]{0,40}(?:機密|秘密|守秘|宛先|受信者のみ|名宛人)",
    "(?:万一|もし|誤って|お心当たり|宛先)[^。]{0,30}(?:誤って|誤送信|お心当たり|間違)",
    "お心当たりのない",
  ],
  ko: [
    "(?:본|이) ?(?:메일|이메일|전자우편|메시지)[^.]{0,40}(?:기밀|비밀|수신자|지정된)",
    "(?:만약|만일|혹시)?[^.\\n]{0,20}(?:잘못 ?(?:수신|전송|발송)|수신인이 아닌)",
  ],
  zh: [
    "(?:本|此)(?:邮件|郵件|电子邮件|電子郵件|电邮|信件)[^。]{0,40}(?:保密|机密|機密|收件人|收信人|仅供|僅供|隐私)",
    "(?:如果|如|若|倘若)(?:您|你|阁下)?(?:并非|不是|非|误收|誤收|错误)[^。]{0,30}(?:收件人|邮件|郵件|收信)",
    "(?:保密|免责|免責)(?:声明|聲明|条款|提示)",
  ],
  ru: [
    "(?:это|данное|настоящее|этот|данный) (?:электронное )?(?:сообщение" +
      "|письмо)[^.]{0,100}(?:конфиденциальн|предназначен)",
    "(?:информация|содержани|сведения)[^.]{0,40}(?:в (?:этом|данном|настоящем)|настоящего|данного)[^.]{0,40}" +
      "(?:сообщени|письм)[^.]{0,60}(?:конфиденциальн|предназначен)",
    "если (?:вы|вам)[^.]{0,40}(?:не являетесь|получили|пришло)[^.]{0,60}(?:адресат|получател|ошибк|ошибочн)",
    "уведомление о конфиденциальности",
  ],
  uk: [
    "(?:це|дане|цей|даний) (?:електронн[а-яіїє]+ )?(?:повідомлення|лист)[^.]{0,100}(?:конфіденційн|призначен)",
    "(?:інформація|зміст)[^.]{0,40}(?:цьому|даному|цього)[^.]{0,40}(?:повідомленн" +
      "|лист)[^.]{0,60}(?:конфіденційн|призначен)",
    "якщо (?:ви|вам)[^.]{0,40}(?:не є|отримали)[^.]{0,60}(?:адресат|одержувач|отримувач|помилк)",
  ],
};

const before = String.raw`(?<=^|[.!?:*_|。！？#=-][ \t]{0,3}|\n[ \t*_>|-]{0,6})`;
const eachBeginning = once(() =>
  answerLanguages.map((language) => new RegExp(`${before}(?:${beginnings[language].join("|")})`)),
);

/** Index of the first beginning, or -1. */
const beginsAt = (lower: string): number => {
  const found = eachBeginning().map((beginning) => lower.search(beginning));
  return found.reduce((first, at) => (at >= 0 && (first < 0 || at < first) ? at : first), -1);
};

/** Each letter keeps its index. Case-insensitive patterns compile to ten times the length. */
const lowerCase = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-ZÀ-ÞА-Я]/g, (letter) => letter.toLowerCase());
};

/** `own`: without what stands under a firm's every mail; `standing`: that. */
export type Parted = { readonly own: string; readonly standing: string };

/** A standing text runs to the end of its paragraph and says nothing of the report. */
export const partedByDisclaimers = (text: string): Parted => {
  const paragraphs = text.split(/\n(?=[ \t]*\n)/).map((paragraph) => {
    const at = beginsAt(lowerCase(paragraph));
    return at < 0 ? [paragraph, ""] : [paragraph.slice(0, at).trimEnd(), paragraph.slice(at)];
  });
  return {
    own: paragraphs.map(([own]) => own).join("\n"),
    standing: paragraphs.flatMap(([, standing]) => standing || []).join("\n\n"),
  };
};
