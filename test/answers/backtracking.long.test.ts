import { describe, expect, test } from "vitest";
import { ownWords } from "../../functions/answers/own-words.ts";
import { readable } from "../../functions/answers/prose/pieces.ts";
import { vetoSigns } from "../../functions/answers/prose/veto-words.ts";
import { refusalGround } from "../../functions/answers/refusal-ground.ts";
import { answerLanguages } from "../../functions/answers/replies/languages.ts";
import { ticketByForm, ticketSaid } from "../../functions/answers/ticket.ts";
import { ticketPatterns } from "../../functions/answers/ticket-number.ts";
import { goesBackMoreThan, searchesOf } from "../support/backtracks.ts";

describe("hostile mails", () => {
  const lures = [
    "ticket number is the ",
    "ticket no. : # ",
    "номер обращения ",
    "受付番号 ",
    "on 24 x wrote ",
    "this e-mail is ",
    "we ",
    "please contact ",
    "the content page has been ",
    "not ",
    "report a ",
    "ticket number is ",
    "customer no. A-1234 (12-345) ",
    "[#",
    "https://x ",
    "a@b.",
    "(",
    " ",
    "we have not been ",
    "wir haben nicht ",
    "nous ne sommes pas ",
    "no podemos ",
    "nie mozemy ",
    "bu icerik ",
    "мы не ",
    "не ",
    "の対応",
    "已我们",
    "삭제 ",
  ];
  /** As many words as one saying may begin with, and no more where a text repeats itself. */
  const backtracksForLetter = 400;
  /** One pattern has the sayings of each language. */
  const inAllLanguages = backtracksForLetter * answerLanguages.length;
  const isSlow = (pattern: RegExp, text: string): boolean =>
    goesBackMoreThan(backtracksForLetter * (text.length + 10), pattern, text);

  test.each(lures)("no pattern goes back again and again on %j", (lure) => {
    for (const pattern of ticketPatterns)
      expect(isSlow(pattern, lure.repeat(4_000 / lure.length)), pattern.source).toBe(false);
    const text = lure.repeat(4_000 / lure.length);
    for (const read of [
      () => void ticketSaid(text.slice(0, 500), text),
      () => void ticketByForm(text.slice(0, 500), text),
      () => void ownWords(text),
      () => void vetoSigns(readable(text)),
    ])
      for (const { pattern, text: searched } of searchesOf(read))
        expect(isSlow(pattern, searched), pattern.source).toBe(false);
  });

  test.each([...lures, "пожалуйста, обратитесь к ", "prosimy o kontakt z ", "弊社の", "당사 ", "我们不", "sunucu "])(
    "nor do the words of a refusal, on as much of %j as is read",
    (lure) => {
      for (const { pattern, text } of searchesOf(() => void refusalGround(lure.repeat(16_384 / lure.length))))
        expect(goesBackMoreThan(inAllLanguages * (text.length + 10), pattern, text), pattern.source).toBe(false);
    },
  );

  test("a pattern that goes back again and again is found", () => {
    expect([isSlow(/ (we )+(we )+(we )+have/, " we".repeat(200)), isSlow(/ we have/, " we".repeat(200))]).toEqual([
      true,
      false,
    ]);
  });
});
