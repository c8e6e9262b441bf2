import { describe, expect, test } from "vitest";
import { timeNamed } from "../../functions/answers/time-named.ts";
import { plusHours } from "../../functions/kernel/instant.ts";

/** A Tuesday. */
const now = "2026-11-24T10:00:00.000Z";
const hours = (text: string): number | undefined => {
  const until = timeNamed(text, now);
  return until === undefined ? undefined : (Date.parse(until) - Date.parse(now)) / 3_600_000;
};

describe("the time that a desk gives its customer is read in fourteen languages", () => {
  const given: readonly (readonly [number, string])[] = [
    [24, "Hi, forwarded to our customer with a 24h deadline."],
    [12, "forwarded to the downstream customer with a 12h deadline. If they sit on it we'll pull the plug."],
    [24, "We have passed your report on to the customer responsible and asked him for a statement within 24 hours."],
    [48, "Your message has been forwarded to the end user of the IP address, who's got 48 hours to respond."],
    [
      24,
      "The server is rented by a reseller and we have forwarded your message to them. They have 24 hours to respond.",
    ],
    [24, "The IP is our customer's. We've forwarded your complaint to him and asked for a statement within 24 hours."],
    [48, "Our client was told and was given two (2) days."],
    [72, "We notified the registrant, who has 48-72 hours."],
    [24, "Wir haben unseren Kunden informiert und ihm eine Frist von 24 Stunden gesetzt."],
    [48, "Der Kunde wurde angeschrieben. Er hat zwei Tage Zeit."],
    [72, "Avisamos al cliente. Tiene tres días para responder."],
    [72, "Le client est prévenu. Il a trois jours pour réagir."],
    [72, "Die Kundin ist informiert. Sie hat drei Tage Zeit."],
    [168, "Die Meldung ging an den Inhaber der Domain mit einer Frist von einer Woche."],
    [48, "Nous avons transmis votre signalement à notre client, il dispose de 48 heures pour réagir."],
    [48, "nous l'avons portée à la connaissance de l'éditeur et lui avons demandé de retirer les contenus sous 48 h."],
    [48, "Bonjour, c'est transmis à notre client, qui a 48 h pour réagir."],
    [24, "Hemos notificado al cliente y le dimos 24 horas de plazo para responder."],
    [48, "Hoy le escribimos al titular del servidor y tiene un plazo de 48 horas para respondernos."],
    [24, "Wij hebben uw melding doorgestuurd naar onze klant en hem 24 uur de tijd gegeven."],
    [24, "Abbiamo inoltrato la segnalazione al nostro cliente, che ha 24 ore di tempo per rispondere."],
    [24, "Encaminhámos a sua queixa ao nosso cliente, que tem 24 horas para se pronunciar."],
    [24, "Przekazaliśmy Państwa zgłoszenie naszemu klientowi, ma 24 godziny na reakcję."],
    [48, "Klient otrzymał od nas wezwanie do wyjaśnień. Na odpowiedź ma dwie doby."],
    [24, "Przekazałem do klienta, czekamy na odpowiedź max dobę."],
    [24, "Şikayetinizi müşterimize ilettik, 24 saat süre verdik."],
    [24, "Konuyu bayimize aktardık ve kendisinden 24 saat içinde açıklama istedik."],
    [24, "ご申告の内容をお客様に通知し、24時間以内の対応を求めております。"],
    [168, "契約者様に対し当該コンテンツの削除を要請いたしました。期限は7日以内です。"],
    [168, "契約者様に対し削除を要請いたしました。7日以内にご回答がない場合には、利用停止の手続きに入ります。"],
    [24, "고객에게 전달하였고 24시간 이내에 조치하도록 요청하였습니다."],
    [72, "리셀러에게 전달하였으며 3일 이내 조치를 요청했습니다."],
    [24, "我们已将您的投诉转发给客户，要求其在24小时内处理。"],
    [24, "收到，已转客户处理，24小时内给回复。"],
    [48, "我们已要求用户在两天内自行删除相关页面。"],
    [24, "Жалоба передана клиенту, ему дано 24 часа на устранение нарушения."],
    [24, "Клиенту направлено требование удалить контент в течение суток."],
    [72, "Обращение передано владельцу сайта. У него трое суток."],
    [24, "Скаргу передано клієнту, він має 24 години на відповідь."],
    [24, "Добрий день, отримали, передали клієнту. У нього є доба на усунення."],
    [48, "Його передано клієнтові для усунення порушення. Клієнт має дві доби."],
  ];
  test.each(given)("%i hours: %s", (wanted, text) => expect(hours(text)).toBe(wanted));
});

describe("working days pass over Saturday and Sunday", () => {
  const given: readonly (readonly [string, string])[] = [
    ["2026-11-27", "Our customer has 3 business days."],
    ["2026-11-30", "Unser Kunde hat vier Werktage Zeit."],
    ["2026-11-26", "ao cliente titular do alojamento foi concedido um prazo de dois dias úteis para se pronunciar."],
    ["2026-12-01", "Notre client dispose de 5 jours ouvrés."],
    ["2026-11-26", "El cliente tiene 2 días hábiles."],
    ["2026-11-26", "De klant heeft 2 werkdagen."],
    ["2026-11-26", "Il cliente ha due giorni lavorativi."],
    ["2026-11-26", "Klient ma 2 dni robocze."],
    ["2026-11-26", "Müşterimize 2 iş günü süre verildi."],
    ["2026-11-26", "契約者に2営業日以内の対応を求めました。"],
    ["2026-11-26", "고객에게 2영업일 이내 조치를 요청했습니다."],
    ["2026-11-26", "已通知客户在2个工作日内处理。"],
    ["2026-11-26", "Клиенту дано 2 рабочих дня."],
    ["2026-11-26", "Клієнту надано 2 робочі дні."],
  ];
  test.each(given)("%s: %s", (day, text) => expect(timeNamed(text, now)).toBe(`${day}T10:00:00.000Z`));
});

describe("a day counts until its end", () => {
  const given: readonly string[] = [
    "The customer has until 2026-11-30 to respond.",
    "We gave the owner time until November 30.",
    "We gave the owner time until 30 November 2026.",
    "Der Kunde hat bis zum 30.11.2026 Zeit.",
    "Dem Kunden wurde eine Frist bis zum 30. November gesetzt.",
    "Le client a jusqu'au 30 novembre.",
    "El cliente tiene hasta el 30 de noviembre.",
    "De klant heeft tot 30 november de tijd.",
    "Il cliente ha tempo fino al 30/11/2026.",
    "O cliente tem até 30 de novembro de 2026.",
    "Klient ma czas do 30 listopada.",
    "Müşterimize 30 Kasım tarihine kadar süre verildi.",
    "契約者へ11月30日までの対応を求めました。",
    "고객에게 11월 30일까지 조치를 요청했습니다.",
    "已要求客户在11月30日前处理。",
    "Клиенту дан срок до 30 ноября.",
    "Клієнту надано термін до 30 листопада.",
  ];
  test.each(given)("%s", (text) => expect(timeNamed(text, now)).toBe("2026-12-01T00:00:00.000Z"));

  test("one without a year is the next that is so called", () => {
    expect(timeNamed("The customer has until January 3.", "2026-12-28T10:00:00.000Z")).toBe("2027-01-04T00:00:00.000Z");
  });
});

describe("nothing is read", () => {
  const none: readonly (readonly [string, string])[] = [
    ["where no time is named", "We have forwarded it to our customer."],
    ["in a sentence about somebody else", "We passed it on to our customer. We will get back to you within 24 hours."],
    ["of the desk's own answer, in German", "Der Kunde ist informiert. Sie erhalten binnen 48 Stunden Nachricht."],
    ["of the desk's own answer, in French", "Notre client est informé. Il vous sera répondu sous 48 h."],
    ["of the desk's own answer, in Spanish", "Avisamos al cliente. Este buzón se atiende en 24 horas."],
    ["without anybody who has it", "We answer within 24 hours."],
    ["where the day depends on the desk's clock", "Er hat bis morgen Mittag Zeit. Der Kunde hat bis Freitag Zeit."],
    ["of an hour of the clock", "De klant heeft tot morgenochtend 9 uur. Le client a jusqu'à demain 18 h."],
    ["of what is over", "We forwarded it to our customer 24 hours ago. Der Kunde wurde vor 24 Stunden informiert."],
    [
      "of what is over, in Asia",
      "24時間前に契約者へ転送しました。 已于24小时前通知客户。 24시간 전에 고객에게 전달했습니다.",
    ],
    ["of what lasts", "Our customer has been with us for 24 weeks. Le client est chez nous depuis 10 jours."],
    ["below an hour", "The customer has 0 hours. The customer has 30 minutes."],
    [
      "above thirty days",
      "The customer has 31 days. The customer has until 2027-11-30. The customer has 999 business days.",
    ],
    ["of a day that is none", "The customer has until 2026-02-30."],
    ["of a day that is over", "The customer had until 2026-11-20."],
    ["of a day that may be another", "The customer has until 05/12/2026."],
    ["of an address", "契約者の 192.0.2.12 まで確認しました。 客户的服务器198.51.1.12之前已通知。"],
    ["of a part of a day", "The customer has 1.5 days. Der Kunde hat 0,5 Tage."],
    ["of a number of anything else", "Forwarded to customer 24, ticket 48-2211, port 22, 24/7 support."],
  ];
  test.each(none)("%s: %s", (_, text) => expect(timeNamed(text, now)).toBeUndefined());
});

test("of several times the earliest stands", () => {
  const text = "The customer has 24 hours. If the customer is silent, we suspend within 72 hours.";
  expect(timeNamed(text, now)).toBe(plusHours(now, 24));
});

test("a long mail is read within the test's time, which work by the square of its length would outlast", () => {
  const hostile = ["customer 24 ", "kunde bis 1", "until until ", "お客様1", "until 3 ", "customer until      "];
  for (const each of hostile) expect(timeNamed(each.repeat(40_000), now)).toBeUndefined();
});
