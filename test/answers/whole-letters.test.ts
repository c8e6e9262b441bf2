import { describe, expect, test } from "vitest";
import { readMail } from "../../functions/answers/read-mail.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { aMail } from "./a-mail.ts";

type Letter = readonly [wanted: ReplyClass, text: string, subject?: string];

const reading = (letters: readonly Letter[], headers: Readonly<Record<string, string>> = {}) =>
  letters.flatMap(([wanted, text, subject = "Re: ABUSE: phishing - shop[.]example [TD-7K3M-9QXZ-4B2N]"]) => {
    const { class: given, rule } = readMail(aMail({ Subject: subject, ...headers }, text));
    return given === wanted ? [] : [{ text, wanted, given, rule }];
  });
const machine = { "Auto-Submitted": "auto-replied" };

describe("a form that an automatic reply names", () => {
  const instead: readonly Letter[] = [
    ["use-our-form", "This mailbox is not monitored. Please report abuse with our form: https://host.example/abuse"],
    [
      "use-our-form",
      "Vielen Dank für Ihre Nachricht. Dieses Postfach wird nicht gelesen. Bitte nutzen Sie unser Formular unter " +
        "https://host.example/melden.",
    ],
    [
      "use-our-form",
      "Bonjour, les courriels envoyés à cette adresse ne sont plus traités. Utilisez le formulaire " +
        "https://host.example/signaler pour tout signalement.",
    ],
    ["use-our-form", "Este buzón no se lee. Para denunciar use el formulario https://host.example/denuncia."],
    ["use-our-form", "Deze mailbox wordt niet gelezen. Gebruik het formulier op https://host.example/meld."],
    ["use-our-form", "Questa casella non è monitorata. Usi il modulo su https://host.example/segnala."],
    ["use-our-form", "Esta caixa não é monitorada. Utilize o formulário em https://host.example/denuncia."],
    ["use-our-form", "Ta skrzynka nie jest obsługiwana. Prosimy użyć formularza: https://host.example/zglos"],
    ["use-our-form", "このアドレスは送信専用です。通報はフォーム（https://host.example/form）よりお願いします。"],
    ["use-our-form", "Письма на этот адрес не рассматриваются. Заполните форму https://host.example/form"],
  ];
  test("and that this mailbox is not read is where reports go, whether its head says so or not", () => {
    expect(reading(instead, machine)).toEqual([]);
    expect(reading(instead)).toEqual([]);
  });

  test("for the next time leaves a confirmation what it is", () => {
    const later: readonly Letter[] = [
      [
        "acknowledgement",
        "We have received your report and opened ticket 4711. For faster handling please use our form at " +
          "https://host.example/abuse next time.",
      ],
      [
        "acknowledgement",
        "Ihre Meldung ist eingegangen und wird geprüft. Künftig können Sie auch unser Formular unter " +
          "https://host.example/melden nutzen.",
      ],
      [
        "acknowledgement",
        "Nous avons bien reçu votre signalement. À l'avenir, utilisez de préférence notre formulaire " +
          "https://host.example/signaler.",
      ],
      ["acknowledgement", "Hemos recibido su denuncia. En el futuro use el formulario https://host.example/denuncia."],
      ["acknowledgement", "Wij hebben uw melding ontvangen. Gebruik voortaan ons formulier: https://host.example/meld"],
      ["acknowledgement", "Abbiamo ricevuto la segnalazione. In futuro usi il modulo https://host.example/segnala."],
      ["acknowledgement", "Recebemos a sua denúncia. Da próxima vez use o formulário https://host.example/denuncia."],
      ["acknowledgement", "Мы получили вашу жалобу. В дальнейшем используйте форму https://host.example/form"],
      ["acknowledgement", "ご連絡ありがとうございます。調査いたします。今後はフォームからご利用ください。"],
    ];
    expect(reading(later)).toEqual([]);
    expect(reading(later, machine)).toEqual([]);
  });
});

test("a ticket that is closed, merged or solved says nothing of what was reported, and confirms nothing", () => {
  expect(
    reading([
      ["unclear", "Your ticket 4711 has been closed."],
      ["unclear", "Hello,\n\nthank you for your report. Case #4711 was merged into case #4712.\n\nRegards"],
      ["unclear", "Your request (4711) has been solved. How did we do? https://survey.example/r/4711"],
      ["unclear", "Ticket ID: 4711\nStatus: Closed\nAssigned to: Anna Muster\nTicket URL: https://desk.example/t/4711"],
      ["unclear", "Ihr Ticket 4711 wurde geschlossen. Vielen Dank für Ihre Anfrage."],
      ["unclear", "Votre ticket n° 4711 a été clôturé."],
      ["unclear", "Su ticket 4711 ha sido cerrado."],
      ["unclear", "Uw ticket 4711 is gesloten."],
      ["unclear", "Il ticket 4711 è stato chiuso."],
      ["unclear", "O chamado 4711 foi encerrado."],
      ["unclear", "Zgłoszenie 4711 zostało zamknięte."],
      ["unclear", "4711 numaralı talebiniz kapatılmıştır."],
      ["unclear", "お問い合わせ番号4711は解決済みとしてクローズいたしました。"],
      ["unclear", "문의하신 4711 티켓이 종료되었습니다."],
      ["unclear", "您的工单4711已关闭。"],
      ["unclear", "Заявка 4711 закрыта."],
      ["unclear", "Заявку 4711 закрито."],
    ]),
  ).toEqual([]);
  expect(
    reading([
      ["removed", "We have suspended the account. Your ticket 4711 has been closed."],
      ["acknowledgement", "We have received your report. The ticket will be closed once we have looked into it."],
    ]),
  ).toEqual([]);
});

test("what is under a condition, a customer's or an office's name and a ticket's field are no other party", () => {
  expect(
    reading([
      ["acknowledgement", "We are checking it. If it is not our customer's server by Friday we will write to you."],
      ["acknowledgement", "We have received your report.\n\nStatus: Open\nAssigned to: Example Cloud Team"],
      [
        "acknowledgement",
        "Ihre Meldung ist eingegangen.\nZuständig: Beispiel Hosting GmbH, Frau Muster\nPriorität: hoch",
      ],
      ["passed-on", "The site is operated by our customer Example Shop Ltd. We have informed the customer."],
      ["passed-on", "Der Server wird von unserem Kunden Beispiel GmbH betrieben. Wir haben den Kunden informiert."],
      ["passed-on", "Le site est hébergé chez nous par notre client Exemple SARL, que nous avons averti notre client."],
      ["acknowledgement", "Falls der Server nicht bei uns steht, melden wir uns. Wir prüfen das."],
      ["not-ours", "This address does not belong to our network."],
      ["not-ours", "Der Server gehört nicht zu unserem Netz. Bitte wenden Sie sich an Beispiel Cloud."],
    ]),
  ).toEqual([]);
});

test("mail that did not arrive, and a proof of being human, are nobody's answer", () => {
  expect(
    reading([
      ["auto-reply", "Your message could not be delivered because the mailbox is full."],
      [
        "auto-reply",
        "Sorry, your message to abuse@host.example was not delivered: over quota. Thank you for contacting us.",
      ],
      [
        "auto-reply",
        "Please click https://gate.example/x to prove that you are a human, then your message is delivered.",
      ],
      ["auto-reply", "Your message is being held until you confirm that you are not a robot: https://gate.example/x"],
      ["auto-reply", "Ihre Nachricht konnte nicht zugestellt werden. Das Postfach ist voll."],
      ["auto-reply", "Votre message n'a pas pu être remis. La boîte est pleine."],
      ["auto-reply", "Su mensaje no pudo ser entregado. El buzón está lleno."],
      ["auto-reply", "Uw bericht kon niet worden bezorgd. De mailbox is vol."],
      ["auto-reply", "Il suo messaggio non è stato consegnato. La casella è piena."],
      ["auto-reply", "Sua mensagem não pôde ser entregue. A caixa está cheia."],
      ["auto-reply", "Wiadomość nie została dostarczona. Skrzynka jest pełna."],
      ["auto-reply", "Mesajınız teslim edilemedi. Posta kutusu dolu."],
      ["auto-reply", "メールを配信できませんでした。メールボックスがいっぱいです。"],
      ["auto-reply", "메일이 전달되지 않았습니다. 메일함이 가득 찼습니다."],
      ["auto-reply", "邮件无法送达，对方邮箱已满。"],
      ["auto-reply", "Ваше письмо не доставлено: ящик переполнен."],
      ["auto-reply", "Ваш лист не доставлено: скринька переповнена."],
    ]),
  ).toEqual([]);
});

test("who is away says so in words, where no header does", () => {
  expect(
    reading([
      [
        "auto-reply",
        "Thank you for your message. I am out of the office until Monday. Please contact noc@host.example.",
      ],
      ["auto-reply", "John no longer works for Example Ltd. Please write to his colleague."],
      ["auto-reply", "Thanks for contacting us. Our office hours are Monday to Friday, 9 to 5."],
      ["auto-reply", "Vielen Dank für Ihre Nachricht. Ich bin bis zum 5. Januar im Urlaub."],
      ["auto-reply", "Merci pour votre message. Je suis absente jusqu'au 5 janvier."],
      ["auto-reply", "Gracias por su mensaje. Estoy de vacaciones hasta el 5 de enero."],
      ["auto-reply", "Bedankt voor uw bericht. Ik ben afwezig tot 5 januari."],
      ["auto-reply", "Grazie per il messaggio. Sono in ferie fino al 5 gennaio."],
      ["auto-reply", "Obrigado pela mensagem. Estou de férias até 5 de janeiro."],
      ["auto-reply", "Dziękuję za wiadomość. Jestem na urlopie do 5 stycznia."],
      ["auto-reply", "Mesajınız için teşekkür ederim. 5 Ocak'a kadar yıllık izindeyim."],
      ["auto-reply", "ご連絡ありがとうございます。1月5日まで休暇中です。"],
      ["auto-reply", "감사합니다. 1월 5일까지 휴가 중입니다."],
      ["auto-reply", "您好，我正在休假中，1月5日回来。"],
      ["auto-reply", "Спасибо за письмо. Я в отпуске до 5 января."],
      ["auto-reply", "Дякую за лист. Я у відпустці до 5 січня."],
    ]),
  ).toEqual([]);
});

describe("what is passed on", () => {
  const passedOn: readonly Letter[] = [
    ["passed-on", "We have received your report and forwarded it to our customer."],
    ["passed-on", "Our customer has 24 hours to react, then we suspend the server."],
    ["passed-on", "The reseller has been notified. Ticket 4711."],
    ["passed-on", "Wir haben Ihre Meldung an unseren Kunden weitergeleitet und ihm eine Frist gesetzt."],
    ["passed-on", "Nous avons transmis votre signalement à notre client."],
    ["passed-on", "Hemos notificado al cliente y tiene 24 horas para responder."],
    ["passed-on", "Wij hebben uw melding doorgestuurd naar onze klant."],
    ["passed-on", "Abbiamo inoltrato la segnalazione al cliente."],
    ["passed-on", "Encaminhamos a sua denúncia ao cliente."],
    ["passed-on", "Przekazaliśmy zgłoszenie klientowi."],
    ["passed-on", "Bildiriminiz müşterimize iletilmiştir."],
    ["passed-on", "ご通報の内容をお客様に連絡いたしました。"],
    ["passed-on", "해당 고객에게 신고 내용을 전달하였습니다."],
    ["passed-on", "我们已将您的举报转交给客户。"],
    ["passed-on", "Мы передали вашу жалобу клиенту."],
    ["passed-on", "Ми передали вашу скаргу клієнту."],
  ];
  test("is so in every language, beside a receipt as well", () => expect(reading(passedOn)).toEqual([]));

  test("is what else is said, where more is said", () => {
    expect(
      reading([
        ["removed", "We have suspended the account. We informed the customer."],
        ["not-ours", "This IP does not belong to our network. We forwarded your report to the owner."],
        ["acknowledgement", "We have received your report and forwarded it to the responsible team."],
        ["acknowledgement", "Ihre Meldung wurde an die zuständige Abteilung weitergeleitet."],
        ["acknowledgement", "We will forward your report to our customer."],
      ]),
    ).toEqual([]);
  });
});

test("what was looked for and not found is neither a question nor a refusal", () => {
  expect(
    reading([
      ["not-found", "We looked at the URL and could not find the reported content."],
      ["not-found", "Unable to reproduce. Regards"],
      ["not-found", "No phishing content was found at this URL."],
      ["not-found", "Wir konnten den gemeldeten Inhalt unter der Adresse nicht finden."],
      ["not-found", "Nous n'avons pas trouvé le contenu signalé."],
      ["not-found", "No hemos encontrado el contenido denunciado."],
      ["not-found", "Wij hebben de gemelde pagina niet kunnen vinden."],
      ["not-found", "Non abbiamo trovato il contenuto segnalato."],
      ["not-found", "Não encontramos o conteúdo denunciado."],
      ["not-found", "Nie znaleźliśmy zgłoszonej strony."],
      ["not-found", "Bildirilen içeriği bulamadık."],
      ["not-found", "ご指摘のコンテンツは確認できませんでした。"],
      ["not-found", "신고하신 콘텐츠를 찾을 수 없습니다."],
      ["not-found", "我们未发现您举报的内容。"],
      ["not-found", "Мы не обнаружили указанный контент."],
      ["not-found", "Ми не виявили вказаного контенту."],
      ["question", "We could not find the reported content. Please send a screenshot."],
      ["question", "Wir konnten die Seite nicht finden. Können Sie uns bitte die vollständige URL nennen?"],
      ["refused", "We found no violation of our terms of service."],
    ]),
  ).toEqual([]);
});

test("an ordinary sentence is no answer that it only sounds like", () => {
  expect(
    reading([
      ["acknowledgement", "The server is used by a university lab, and we will look into it."],
      ["acknowledgement", "We have received your report. Is there anything else we can help you with?"],
      ["acknowledgement", "Could you please be patient? We are checking it."],
      ["acknowledgement", "We are checking your report. We would need a court order for customer data."],
      ["acknowledgement", "Sorry, wrong number of days in my last mail. We are still checking."],
      ["acknowledgement", "We are looking into this. If it turns out that it is not hosted by us, we will tell you."],
      ["acknowledgement", "We will suspend the account shortly; billing have to push the button."],
      ["acknowledgement", "We have received your report. Your case has been assigned to information security."],
      [
        "passed-on",
        "The address is assigned to a downstream ISP of ours. We have forwarded your report to our customer.",
      ],
      ["acknowledgement", "ご連絡ありがとうございます。確認いたします。※本メールは送信専用です。"],
      ["acknowledgement", "您的举报已收到,工单号 20261126003,我们将在三个工作日内处理该页面。"],
      ["passed-on", "您举报的内容已通知客户,要求其在24小时内删除相关页面。"],
    ]),
  ).toEqual([]);
});
