import { describe, expect, test } from "vitest";
import { thingsAsked } from "../../functions/answers/asked/asked-things.ts";

describe("what a desk asks, where all of it is understood", () => {
  test.each([
    ["en", "Hello,\n\nCould you please send us the exact time with time zone?\n\nRegards\nAbuse desk", ["time"]],
    ["en", "Hi team,\nwhich brand is imitated?\nThanks", ["brand"]],
    ["en", "We could not reproduce this. How can we reproduce it?", ["reproduce"]],
    ["en", "Please provide the IP address and the full URL.", ["address", "page"]],
    ["en", "When was it seen? Please also tell us the time zone.", ["time"]],
    [
      "de",
      "Guten Tag,\n\nbitte senden Sie uns die Uhrzeit mit Zeitzone.\n\nMit freundlichen Grüßen\nAbuse-Team",
      ["time"],
    ],
    ["en", "URL?", ["page"]],
    ["en", "Which IP?", ["address"]],
    ["de", "Uhrzeit? Zeitzone?", ["time"]],
    ["fr", "Bonjour,\nquelle page exactement ?", ["page"]],
    ["tr", "Hangi sayfa?", ["page"]],
    ["de", "Welche Marke ist betroffen?", ["brand"]],
    ["fr", "Bonjour,\npouvez-vous nous indiquer l'heure exacte avec le fuseau horaire ?\nMerci", ["time"]],
    ["es", "Buenos días,\n¿podrían indicarnos la hora con la zona horaria?\nGracias", ["time"]],
    ["nl", "Goedendag,\nkunt u ons de datum en tijd met tijdzone geven?", ["time"]],
    ["it", "Buongiorno,\npotete indicarci la data e ora con fuso orario?\nGrazie", ["time"]],
    ["pt", "Bom dia,\npodem informar a hora exata com o fuso?\nObrigado", ["time"]],
    ["pl", "Dzień dobry,\nprosimy o podanie daty i godziny ze strefą czasową.", ["time"]],
    ["ru", "Здравствуйте! Пожалуйста, сообщите нам точное время с указанием часового пояса.", ["time"]],
    ["uk", "Добрий день! Будь ласка, повідомте нам точний час із зазначенням часового поясу.", ["time"]],
    ["tr", "Merhaba,\nlütfen bize saat ve saat dilimini iletir misiniz?\nTeşekkürler", ["time"]],
    ["zh", "您好！请提供准确的时间和时区。谢谢！", ["time"]],
    ["ja", "お手数ですが、正確な日時とタイムゾーンをお知らせください。", ["time"]],
    ["ko", "안녕하세요. 정확한 시간과 시간대를 알려 주시기 바랍니다. 감사합니다.", ["time"]],
  ])("is known in %s: %s", (_, text, things) => {
    expect(thingsAsked(text)).toEqual(things);
  });

  test.each([
    ["more than the list has", "Could you please send us the exact time and the source port?"],
    ["a screenshot beside", "Please send us the time. Do you have a screenshot?"],
    ["another question beside", "Please send the time zone. Do you have a court order?"],
    ["a condition", "If you are the owner, please send us the time."],
    ["a denial", "We do not need the time."],
    ["another thing told", "Please send us the time. The page was removed."],
    ["who we are", "Who are you? Please send the time."],
    ["an address to write to", "Please send the time to other@host.example."],
    ["a thing that is spoken of", "The time zone is in your report."],
    ["nothing that is asked", "Hello, thank you for your report."],
    ["whether it is that", "Is this your page?"],
    ["whose it is", "Your page?"],
    ["one of many", "Which one?"],
    ["nothing", ""],
    ["words after the greeting that ask", "Please send the time.\n\nRegards\nWhat is your name?"],
    ["a letter that is long", `Please send us the time. ${"Thank you. ".repeat(200)}`],
  ])("is left to a person where it is, or holds, %s", (_, text) => {
    expect(thingsAsked(text)).toBeUndefined();
  });
});
