import { describe, expect, test } from "vitest";
import { refusalGround } from "../../functions/answers/refusal-ground.ts";
import { anInbox } from "./an-inbox.ts";

const disputes = [
  "This is a false positive.",
  "We have reviewed the page and found no violation of our terms.",
  "The content does not infringe any rights.",
  "Es liegt kein Verstoß vor.",
  "Nous n'avons constaté aucune violation.",
  "No hemos encontrado ninguna infracción.",
  "Er is geen overtreding vastgesteld.",
  "Non risulta nessuna violazione.",
  "Não encontramos nenhuma violação.",
  "Ta strona nie narusza naszego regulaminu.",
  "Herhangi bir ihlal tespit edilmedi.",
  "Сайт не нарушает правила.",
  "Сайт не порушує правил.",
  "これは誤検知です。",
  "오탐입니다.",
  "这是误报。",
];
const passes = [
  "We do not host this site. Please contact the registrar.",
  "Only the hosting provider can take it down.",
  "We are only a proxy.",
  "Bitte wenden Sie sich an den Registrar.",
  "Veuillez contacter l'hébergeur.",
  "Neem contact op met de registrar.",
  "El titular del servidor no es cliente nuestro.",
  "Questo indirizzo IP non ci appartiene.",
  "O assunto está fora da nossa competência.",
  "Właściciel serwera nie jest naszym klientem.",
  "Bu IP adresi bize ait değil.",
  "Это не входит в нашу компетенцию.",
  "Ця IP-адреса нам не належить.",
  "弊社の権限の及ばない事項です。",
  "당사 권한 밖의 사항입니다.",
  "此事不在我们的管辖范围内。",
];
/** Inside the desk, a court's, or its customer's. */
const nearMisses = [
  "It is not our customer's fault.",
  "The responsible team has decided not to act without a court order.",
  "Bitte wenden Sie sich an unsere Rechtsabteilung.",
  "Nous ne donnerons pas suite sans décision du tribunal compétent.",
  "Hemos contactado al proveedor de alojamiento.",
  "Zonder bevel van de bevoegde rechter ondernemen wij niets.",
  "Non è colpa del nostro cliente.",
  "Não é culpa do nosso cliente.",
  "Skontaktowaliśmy się z rejestratorem domeny.",
  "Lütfen hosting departmanımıza başvurun.",
  "Напишите в наш отдел хостинга.",
  "Зверніться до нашого юридичного відділу.",
  "これは弊社の過失ではありません。",
  "이는 당사 고객의 잘못이 아닙니다.",
  "这不是我们客户的过错。",
];

describe("why a desk refuses", () => {
  test.each(disputes)("since there is nothing to act upon: %s", (text) => expect(refusalGround(text)).toBe("fact"));
  test.each(passes)("since others can act: %s", (text) => expect(refusalGround(text)).toBe("competence"));
  test.each([
    "We will not act on this without a court order.",
    "There is no violation; please contact the registrar.",
    "",
    ...nearMisses,
  ])("is not known where the words say neither, or both: %s", (text) => expect(refusalGround(text)).toBeUndefined());
});

test("a refusal of competence is recorded, and its case escalates without waiting for the desk's time", async () => {
  const said = { replyClass: "refused", confidence: 0.95 } as const;
  const inbox = await anInbox({ reader: () => ({ read: () => said, tellsRemoval: () => false }) });
  const words = "Мы отказываем в блокировке. Это не входит в нашу компетенцию.";
  await inbox.take(inbox.from("abuse@network.example", { "Content-Type": "text/plain; charset=utf-8" }, words));
  const replied = (await inbox.events()).filter(({ type }) => type === "replied");
  expect(replied).toMatchObject([{ replyClass: "refused", refusal: "competence" }]);
  // No other contact is known of this host: without a ground the case would have asked nobody for days.
  expect(await inbox.questions()).toEqual(["unanswered"]);
});
