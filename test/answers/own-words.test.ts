import { describe, expect, test } from "vitest";
import { ownWords } from "../../functions/answers/own-words.ts";
import { aMail } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";

const own = "We have your mail.";
const quoted = "We have removed the content.";

/** Lines that mail programs write above what they quote, as each writes them. */
const attributions: readonly string[] = [
  // Gmail.
  "On Tue, Nov 24, 2026 at 10:00 AM Dispatch Desk <notices@dispatch.example> wrote:",
  "On Tue, Nov 24, 2026 at 10:00 AM Dispatch Desk <\nnotices@dispatch.example> wrote:",
  "On Tue, Nov 24, 2026 at 10:00 AM Dispatch Desk\n<notices@dispatch.example>\nwrote:",
  "Am Di., 24. Nov. 2026 um 10:00 Uhr schrieb Dispatch <\nnotices@dispatch.example>:",
  "Le mar. 24 nov. 2026 à 10:00, Dispatch <notices@dispatch.example> a\nécrit :",
  "El mar, 24 nov 2026 a las 10:00, Dispatch (<notices@dispatch.example>)\nescribió:",
  "Il giorno mar 24 nov 2026 alle ore 10:00 Dispatch <notices@dispatch.example>\nha scritto:",
  "Em ter., 24 de nov. de 2026 às 10:00, Dispatch <notices@dispatch.example>\nescreveu:",
  "Op di 24 nov 2026 om 10:00 schreef Dispatch <notices@dispatch.example>:",
  "wt., 24 lis 2026 o 10:00 Dispatch <notices@dispatch.example> napisał(a):",
  "Dispatch <notices@dispatch.example>, 24 Kas 2026 Sal, 10:00 tarihinde şunu yazdı:",
  "2026年11月24日(火) 10:00 Dispatch <notices@dispatch.example>:",
  "2026년 11월 24일 (화) 오전 10:00, Dispatch <notices@dispatch.example>님이 작성:",
  "Dispatch <notices@dispatch.example> 于2026年11月24日周二 10:00写道：",
  "вт, 24 нояб. 2026 г. в 10:00, Dispatch <notices@dispatch.example>:",
  "вт, 24 лист. 2026 р. о 10:00 Dispatch <notices@dispatch.example> пише:",
  // Apple Mail.
  "Am 24.11.2026 um 10:00 schrieb Dispatch Desk <notices@dispatch.example>:",
  "Op 24 nov 2026, om 10:00 heeft Dispatch <notices@dispatch.example> het volgende geschreven:",
  "Wiadomość napisana przez Dispatch <notices@dispatch.example> w dniu 24 lis 2026, o godz. 10:00:",
  "2026/11/24 10:00、Dispatch <notices@dispatch.example>のメール:",
  "24 нояб. 2026 г., в 10:00, Dispatch <notices@dispatch.example> написал(а):",
  "在 2026年11月24日，10:00，Dispatch <notices@dispatch.example> 写道：",
  "2026. 11. 24. 오전 10:00, Dispatch <notices@dispatch.example> 작성:",
  // Thunderbird, Roundcube.
  "Am 24.11.2026 um 10:00 schrieb Dispatch:",
  "Le 24/11/2026 à 10:00, Dispatch a écrit :",
  "On 2026-11-24 10:00, Dispatch wrote:",
  "El 2026-11-24 10:00, Dispatch escribió:",
  "Il 24/11/2026 10:00, Dispatch ha scritto:",
  "Op 24-11-2026 om 10:00 schreef Dispatch:",
  "Em 24/11/2026 10:00, Dispatch escreveu:",
  "W dniu 24.11.2026 o 10:00, Dispatch pisze:",
  "24.11.2026 10:00, Dispatch пишет:",
  "24.11.2026 10:00, Dispatch пише:",
  "24.11.2026 10:00 tarihinde Dispatch yazdı:",
  // Lotus Notes, Yahoo, Zoho.
  "Dispatch wrote on 24.11.2026 10:00:00:",
  "-----Dispatch/Example wrote: -----",
  "On Tuesday, November 24, 2026 at 10:00:00 AM GMT+1, Dispatch <notices@dispatch.example> wrote:",
  "---- On Tue, 24 Nov 2026 10:00:00 +0100 Dispatch <notices@dispatch.example> wrote ----",
];

/** Heads of quoted mails: Outlook's old and new, Zimbra's, phones'. */
const heads: readonly string[] = [
  "From: Dispatch <notices@dispatch.example>\nSent: Tuesday, November 24, 2026 10:00 AM\nTo: abuse",
  "________________________________\nFrom: Dispatch\nSent: Tuesday\nTo: abuse\nSubject: ABUSE",
  "**Von:** Dispatch\n**Gesendet:** Dienstag, 24. November 2026 10:00",
  "De : Dispatch\nEnvoyé : mardi 24 novembre 2026 10:00",
  "De: Dispatch\nEnviado el: martes, 24 de noviembre de 2026 10:00",
  "Da: Dispatch\nInviato: martedì 24 novembre 2026 10:00",
  "De: Dispatch\nEnviada em: terça-feira, 24 de novembro de 2026 10:00",
  "Van: Dispatch\nVerzonden: dinsdag 24 november 2026 10:00",
  "Od: Dispatch\nWysłano: wtorek, 24 listopada 2026 10:00",
  "Kimden: Dispatch\nGönderildi: 24 Kasım 2026 Salı 10:00",
  "差出人: Dispatch\n送信日時: 2026年11月24日 10:00",
  "보낸 사람: Dispatch\n보낸 날짜: 2026년 11월 24일 화요일 10:00",
  "发件人: Dispatch\n发送时间: 2026年11月24日 10:00",
  "От: Dispatch\nОтправлено: 24 ноября 2026 г. 10:00",
  "Від: Dispatch\nНадіслано: 24 листопада 2026 р. 10:00",
  "----- Original Message -----",
  "-------- Original message --------",
  "-----Ursprüngliche Nachricht-----",
  "----- Ursprüngliche Mail -----",
  "-----Message d'origine-----",
  "----- Mail original -----",
  "-----Mensaje original-----",
  "-------- Mensaje reenviado --------",
  "-----Messaggio originale-----",
  "-----Mensagem original-----",
  "---------- Mensagem encaminhada ---------",
  "-----Oorspronkelijk bericht-----",
  "-----Wiadomość oryginalna-----",
  "-----Orijinal Mesaj-----",
  "-----元のメッセージ-----",
  "-----원본 메시지-----",
  "-----邮件原件-----\n发件人: Dispatch\n日期: 2026年11月24日",
  "------------------ 原始邮件 ------------------",
  "-----Исходное сообщение-----",
  "-------- Пересылаемое сообщение --------",
  "-----Оригінальне повідомлення-----",
  "---------- Forwarded message ---------",
  "Begin forwarded message:",
];

describe("a quoted mail", () => {
  test.each([...attributions, ...heads])("begins, and is set aside, at %j", (line) => {
    expect(ownWords(`${own}\n\n${line}\n\n${quoted}`).text).toMatch(/^We have your mail\.(?:\n\n-----邮件原件-----)?$/);
  });

  test.each(attributions)("with its marks ends where they end: %j", (line) => {
    expect(ownWords(`${line}\n> ${quoted}\n\n${own}`).text).toBe(own);
    expect(ownWords(`Hello,\n\n${line}\n> ${quoted}\n\n${own}`).text).toBe(`Hello,\n\n${own}`);
  });

  test.each([
    "Not removed:",
    "These are the addresses that we looked at on 24 November 2026:",
    "Ticket number: 4711",
    "We need from you:",
    "The customer, who wrote to us yesterday, has until 10:00.",
    "Bitte schreiben Sie an abuse@host.example:",
    "He wrote the shop himself, in 2019.",
    "At 10:00 we took the server off the net.",
    "Le 24/11/2026 à 10:00 le serveur a été arrêté.",
    "2026年11月24日 10:00に停止しました。",
  ])("does not begin at a sentence of the writer's: %j", (line) => {
    expect(ownWords(`${own}\n${line}\nAnd more.`).text).toBe(`${own}\n${line}\nAnd more.`);
  });

  test("is not begun by a rule that stands above all words", () => {
    expect(ownWords(`______________________________\n\n${own}`).text).toContain(own);
  });
});

test.each([
  "##- Please type your reply above this line -##",
  "##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein. -##",
  "##- Veuillez saisir votre réponse au-dessus de cette ligne -##",
  "##- この行より上に返信を入力してください -##",
])("a ticket system's line for the next answer is nobody's word: %s", (line) => {
  expect(ownWords(`${line}\n\n${own}`).text).toBe(own);
});

/** What firms set under every mail. Half of it would decide something, were it the desk's word. */
const disclaimers: readonly string[] = [
  "This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the " +
    "intended recipient, please delete it and contact the sender. It may not be removed from our network.",
  "CONFIDENTIALITY NOTICE: The contents of this email are legally privileged. We are not" +
    " responsible for the content.",
  "If you have received this email in error please notify us and use the form at https://host.example/contact.",
  "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie bitte " +
    "diese E-Mail. Das unerlaubte Kopieren ist nicht gestattet.",
  "Der Inhalt dieser E-Mail ist vertraulich und nur für den Empfänger bestimmt. Wir haften nicht.",
  "Ce message et ses pièces jointes sont confidentiels. Si vous n'êtes pas le destinataire, merci de le supprimer.",
  "Si vous avez reçu ce message par erreur, merci de contacter son expéditeur et de le détruire.",
  "Este mensaje y sus adjuntos son confidenciales y van dirigidos a su destinatario. Si" +
    " usted no es el destinatario, " +
    "bórrelo y póngase en contacto con el remitente.",
  "AVISO LEGAL: no nos hacemos responsables del contenido.",
  "Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde. Neem contact op met de afzender.",
  "Indien u niet de geadresseerde bent, verzoeken wij u dit bericht te verwijderen.",
  "Questo messaggio è riservato e destinato solo al destinatario. Se non siete il destinatario, cancellatelo.",
  "Ai sensi del Regolamento UE 2016/679 le informazioni contenute in questo messaggio non sono nostre.",
  "Esta mensagem é confidencial e destina-se apenas ao destinatário. Se não é o destinatário, apague-a.",
  "Caso tenha recebido esta mensagem por engano, por favor apague e contate o remetente.",
  "Niniejsza wiadomość jest poufna i przeznaczona wyłącznie dla adresata. Jeśli nie są" +
    " Państwo adresatem, prosimy o usunięcie.",
  "Bu e-posta gizlidir ve yalnızca muhatabı içindir. Yanlışlıkla aldıysanız lütfen siliniz.",
  "本メールには機密情報が含まれている場合があり、宛先の方のみが対象です。誤って受信された場合は削除してください。",
  "본 메일은 지정된 수신자만을 위한 것이며 기밀 정보를 포함할 수 있습니다. 삭제하여 주시기 바랍니다.",
  "本邮件及其附件含有保密信息，仅供收件人使用。如果您不是收件人，请立即删除本邮件。",
  "Это сообщение конфиденциально и предназначено только адресату. Удалите его, если получили по ошибке.",
  "Якщо ви не є адресатом цього листа, просимо видалити його. Ми не відповідаємо за зміст.",
];

describe("a standing legal text under a mail", () => {
  test.each(disclaimers)("is nobody's word: %s", (text) => {
    for (const below of [`\n\n${text}`, `\n${text}`, `\n\n*${text}*`])
      expect(ownWords(`${own}${below}`).text).toMatch(/^We have your mail\.\s*\*?$/);
  });

  test("decides nothing about a mail that has it", () => {
    const classes = disclaimers.map((text) => readMail(aMail({}, `We have suspended the account.\n\n${text}`)).class);
    expect([...new Set(classes)]).toEqual(["removed"]);
  });

  test("takes no other paragraph with it", () => {
    expect(ownWords(`${disclaimers[0]}\n\n${own}`).text).toBe(own);
  });

  test.each([
    "The content of this page is not illegal.",
    "This message was sent to our customer.",
    "The information that you sent is not enough.",
    "Der Inhalt dieser Seite wurde geprüft.",
    "Este mensaje fue enviado al cliente.",
  ])("is not taken for one where a desk speaks of the report: %s", (sentence) => {
    expect(ownWords(sentence).text).toBe(sentence);
  });
});

describe("leftovers of HTML in a plain text", () => {
  test.each([
    ["We have&nbsp;removed it &amp; closed the ticket.", "We have removed it & closed the ticket."],
    ["It&#39;s <b>gone</b>.<br>Regards<br/>", "It's  gone .\nRegards"],
    ["<style>p { margin: 0; }</style>Hello", "Hello"],
    ["p.MsoNormal { margin: 0cm; color: #000 }\nHello", "Hello"],
    ["<!-- content removed -->Hello", "Hello"],
    ["<p>Hello</p>\n<div>there</div>", "Hello\n\nthere"],
  ])("are nobody's words: %j", (text, words) => {
    expect(ownWords(text).text).toBe(words);
  });

  test.each(["Write to <abuse@host.example>.", "See <https://host.example/form>.", "2 < 3 and 5 > 4"])(
    "are not what is no tag: %s",
    (text) => {
      expect(ownWords(text).text).toBe(text);
    },
  );
});
