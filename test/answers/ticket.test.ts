import { describe, expect, test } from "vitest";
import { aMail } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";

const ticketOf = (subject: string, text = ""): string | undefined => readMail(aMail({ Subject: subject }, text)).ticket;
const re = "Re: ABUSE: phishing - shop[.]example (192.0.2.7) - 2026-11-24 [TD-7K3M-9QXZ-4B2N]";

describe("the desk's number", () => {
  test.each([
    ["Your ticket 4711 has been opened.", "4711"],
    ["Your ticket has been created: 4711-22", "4711-22"],
    ["Your request (99812) has been received and is being reviewed.", "99812"],
    ["Case number: 00123456", "00123456"],
    ["We opened case #2026-11-4711 for you.", "2026-11-4711"],
    ["Reference no. ABU/2026/0815.", "ABU/2026/0815"],
    ["Ref: NOC-2026-000123", "NOC-2026-000123"],
    ["Incident INC0012345 has been created.", "INC0012345"],
    ["INC0012345 was opened on your behalf.", "INC0012345"],
    ["ABUSE-4711 was created by the mail handler.", "ABUSE-4711"],
    ["It is tracked as **#884422**.", "884422"],
    ["Ihre Vorgangsnummer lautet 2026-4711.", "2026-4711"],
    ["Geschäftszeichen: IT-4711/26", "IT-4711/26"],
    ["Unser Aktenzeichen: 55-2026-887", "55-2026-887"],
    ["Ticket-Nr.: 20261124-0042", "20261124-0042"],
    ["Ihre Anfrage wird unter der Nummer 771203 bearbeitet.", "771203"],
    ["Numéro de dossier : 2026-A-1187", "2026-A-1187"],
    ["Votre demande est enregistrée sous le numéro 448812.", "448812"],
    ["Notre réf. : SIG-33871", "SIG-33871"],
    ["Dossier n° 77123", "77123"],
    ["Número de referencia: 2026/118822", "2026/118822"],
    ["Expediente 118/2026-AB", "118/2026-AB"],
    ["Su caso ha sido registrado con el número 338821.", "338821"],
    ["N. protocollo: 2026/0098812", "2026/0098812"],
    ["Numero di ticket: 55120", "55120"],
    ["Protocolo: 2026112400981", "2026112400981"],
    ["O chamado nº 441209 foi aberto.", "441209"],
    ["Zaaknummer: Z-2026-4711", "Z-2026-4711"],
    ["Ons kenmerk: 2026-NL-88", "2026-NL-88"],
    ["Uw melding is geregistreerd onder nummer 661234.", "661234"],
    ["Numer zgłoszenia: ZGL/2026/4471", "ZGL/2026/4471"],
    ["Sygnatura: AB.123.4.2026", "AB.123.4.2026"],
    ["Zgłoszenie nr 99123 zostało przyjęte.", "99123"],
    ["Talep No: 889123", "889123"],
    ["Kayıt numaranız: KYT-2026-11", "KYT-2026-11"],
    ["889123 numaralı talebiniz alınmıştır.", "889123"],
    ["受付番号：A-20261124-07", "A-20261124-07"],
    ["お問い合わせ番号は 5512908 です。", "5512908"],
    ["管理番号【K-8812】にて承りました。", "K-8812"],
    ["접수번호: 2026-00871", "2026-00871"],
    ["문의번호는 551290입니다.", "551290"],
    ["工单号：WO20261124001", "WO20261124001"],
    ["您的工单编号为 551209，请保存。", "551209"],
    ["受理编号 JB-2026-118", "JB-2026-118"],
    ["Номер обращения: 4471239", "4471239"],
    ["Ваша заявка №887123 принята.", "887123"],
    ["Обращение зарегистрировано под номером 2026-1189.", "2026-1189"],
    ["Номер звернення: 66120", "66120"],
    ["Ваше звернення зареєстровано за № 66120.", "66120"],
    ["[ ref:_00D2x0abc._5002x0def:ref ]", "00D2x0abc._5002x0def:ref"],
  ])("is found by what desks call it: %s", (text, ticket) => {
    expect(ticketOf("Re: ABUSE", text)).toBe(ticket);
    expect(ticketOf(re, `Hello,\n\n${text}\n\nRegards`)).toBe(ticket);
  });

  test.each([
    [`[Ticket#2026112410004711] ${re}`, "2026112410004711"],
    [`${re} - Ticket 4711`, "4711"],
    [`Vorgang 881-26: ${re}`, "881-26"],
    [`[Vorgangsnummer: 88126] ${re}`, "88126"],
    [`##88126## ${re}`, "88126"],
    [`{88126} ${re}`, "88126"],
    [`ABUSE-4711 ${re}`, "ABUSE-4711"],
    [`(NOC-4711) ${re}`, "NOC-4711"],
    [`【受付番号:88126】${re}`, "88126"],
    [`[접수번호 2026-881] ${re}`, "2026-881"],
    [`Заявка №88126 принята: ${re}`, "88126"],
    [`[ ref:_00D2x._5002y:ref ] ${re}`, "00D2x._5002y:ref"],
    [`CAS-04711-K2B7Z1 CRM:0004711 ${re}`, "CAS-04711-K2B7Z1"],
    [`Case 00123456: ${re}`, "00123456"],
  ])("is found in the subject: %s", (subject, ticket) => {
    expect(ticketOf(subject)).toBe(ticket);
  });

  test.each([
    "Customer number: 4711234",
    "Ihre Kundennummer: 4711234",
    "Customer ID 4711234, contract 55",
    "Tel. no. +49 30 4711234",
    "Phone: 030/4711234",
    "We got your report of 24.11.2026.",
    "In your report 2026-11-24 10:00 you name 192.0.2.7.",
    "Request from 192.0.2.7 on port 44321",
    "See case C-18/18 and Regulation (EU) 2022/2065.",
    "Under § 10 TMG and art. 16 we answer each report within 48 hours.",
    "The case of 100 servers; the ticket of 25 euros.",
    "Your request of 11/24/2026 is known.",
    "Support 24/7. CVE-2026-1234 was used, ISO-27001 holds.",
    "TD-7K3M-9QXZ-4B2N is your reference: TD-7K3M-9QXZ-4B2N",
    "Your number: TM-7K3M-9QXZ-4B2N, ticket TM-7K3M-9QXZ-4B2N",
    "Report 100 % of it.",
    "номер телефона +7 495 4711234",
    "電話番号：03-4711-2345",
    "고객번호: 4711234",
    "客户编号：4711234",
  ])("is none of a customer's, a phone's, a day's, an address's or a law's: %s", (text) => {
    expect(ticketOf(re, text)).toBeUndefined();
  });

  test.each([
    ["Thank you for your complaint, logged as QPRD-553.", "QPRD-553"],
    ["Thanks for the report (3391-TX). The page is blank.", "3391-TX"],
    ["R1-20261126-004\nPriority: high", "R1-20261126-004"],
    ["It is registered with number KB/2026/1702.", "KB/2026/1702"],
    ["T#6617: relayed to the tenant.", "T#6617"],
    ["We've registered it as CERT-QX#2026-18841.", "CERT-QX#2026-18841"],
    ['{"case":"k8s-abuse-66102","target":"shop"}', "k8s-abuse-66102"],
    ["Tkt 813-0092", "813-0092"],
    ["We've assigned it the number 80122!", "80122"],
    ["Our number for this is 58-99120, please write it.", "58-99120"],
    ["The post that you reported (400-118-7) stays.", "400-118-7"],
    ["Il est suivi. Réf. JUR/26/2287", "JUR/26/2287"],
    ["Rif. 2026-228843", "2026-228843"],
    ["Ihr Hinweis läuft bei uns unter 2026112577000418.", "2026112577000418"],
    ["registrato con il n. 66-20261125", "66-20261125"],
    ["Revisado el incidente 204477. El prefijo fue devuelto.", "204477"],
    ["Nadano mu numer 43018.", "43018"],
    ["Talebiniz 2026-228-TR numarası ile kaydedilmiştir.", "2026-228-TR"],
    ["문의 3611-118 로 보내 주신 자료를 잘 받았습니다.", "3611-118"],
    ["По заявке 8818820: нарушение подтвердилось.", "8818820"],
    ["Заявку 40188 передано черговому.", "40188"],
    ["Reference: DSA-2026-10418", "DSA-2026-10418"],
    ["ref: 00D2x:5008x", "00D2x:5008x"],
    ["Ticket B2611-88", "B2611-88"],
  ])("is found in the running text, by its form where no sign stands before it: %s", (text, ticket) => {
    expect(ticketOf("Re: ABUSE", text)).toBe(ticket);
  });

  test.each([
    [`${re} - Abuse report 8818`, "8818"],
    ["Decision on notice N-65012", "N-65012"],
    ["Dossier 8881-B clos", "8881-B"],
    ["Заявка 6619 закрыта", "6619"],
    ["[Closed] 87-20981", "87-20981"],
    [`2026-QM-438 ${re}`, "2026-QM-438"],
  ])("is found in the subject without a sign: %s", (subject, ticket) => {
    expect(ticketOf(subject)).toBe(ticket);
  });

  test("is no receipt where it is told by its form alone", () => {
    expect(readMail(aMail({ Subject: re }, "On QX-1111 the matter is as it is."))).toMatchObject({
      class: "unclear",
      ticket: "QX-1111",
    });
  });

  test("is what its ticket is called, and not the mark of the single mail that tells it", () => {
    expect(ticketOf("RE: ABUSE", "Number: REQ-81-220\n\nRef:MSG90021199")).toBe("REQ-81-220");
  });

  test("is none of two codes of which nobody knows which is meant", () => {
    expect(ticketOf("Re: ABUSE", "We know of QX-1111 and QX-2222.")).toBeUndefined();
    expect(ticketOf("Re: ABUSE", "QX-2222: closed. Before, there was QX-1111.")).toBe("QX-2222");
    expect(ticketOf("Re: ABUSE", "We know of QX-1111, and QX-1111 is open.")).toBe("QX-1111");
  });

  test.each([
    "Meldung: C2-Server auf unserem Netz",
    "ABUSE: Botnetz-C2",
    "Invoice INV-20261125 is overdue.",
    "Your customer no. QX-4711 is blocked.",
    "Ihr Server VPS-47112 ist gesperrt.",
    "The contract AB-4711 ends.",
    "The service with identifier QZ-77120 was switched off.",
    "Beispiel GmbH, D-10115 Berlin",
    "The network is AS64500 and not ours: complaint to AS64500.",
    "It was closed in Q4-2026, on 24-NOV-2026.",
    "Card 00-1A-2B-3C-4D-5E has it.",
    "The ports (1000-2000) are closed; call 1-800-ABUSE1.",
    "Our handle is EXA123-RIPE.",
    "The hole is MS17-010, mended by KB5012345; see GHSA-1234.",
    "Antwort in 24-48h nach Eingang der Meldung.",
    "See https://host.example/ABC-1234 and ABC-1234@host.example.",
  ])("is no thing of the same form: %s", (text) => {
    expect(ticketOf(re, text)).toBeUndefined();
  });

  test("is none of what sells, in the subject", () => {
    expect(ticketOf("RE: Listing 78-2031 counterfeit chargers")).toBeUndefined();
    expect(ticketOf("Invoice INV-20261125 overdue")).toBeUndefined();
    expect(ticketOf("Your abuse report to AS64500")).toBeUndefined();
  });
});
