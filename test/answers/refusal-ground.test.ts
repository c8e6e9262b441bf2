import { describe, expect, test } from "vitest";
import { refusalGround } from "../../functions/answers/refusal-ground.ts";

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
];

describe("why a desk refuses", () => {
  test.each(disputes)("since there is nothing to act upon: %s", (text) => expect(refusalGround(text)).toBe("fact"));
  test.each(passes)("since others can act: %s", (text) => expect(refusalGround(text)).toBe("competence"));
  test.each([
    "We will not act on this without a court order.",
    "There is no violation; please contact the registrar.",
    "",
  ])("is not known where the words say neither, or both: %s", (text) => expect(refusalGround(text)).toBeUndefined());
});
