import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { noticeLanguages } from "../../../functions/notice/texts.ts";
import { dataFiles } from "./data/data-files.ts";
import { problemsIn } from "./data/problems-in.ts";

const german = "functions/notice/templates/de.json";
const words = "functions/contact/remark-words.json";
const countries = "functions/kernel/countries.json";

const textOf = (file: string): string => readFileSync(file, "utf8");

test.each(dataFiles())("nothing is wrong with $file", (data) => {
  expect(problemsIn(data, textOf(data.file))).toEqual([]);
});

test("the texts of every language are among them", () => {
  const files = dataFiles().map(({ file }) => file);
  for (const language of noticeLanguages) expect(files).toContain(`functions/notice/templates/${language}.json`);
});

const notEnglish = "which the English text has: write it, unchanged, where it belongs";

test.each([
  [german, '"mark.moved": "Erledigt",', "", '"parts"', '"mark.moved" is missing: add it to what begins here'],
  [german, '"mark.moved"', '"mark.movd"', '"mark.moved"', 'there is no "mark.movd": spell it as elsewhere'],
  [german, '"Erledigt"', '""', '"Erledigt"', '"mark.moved" is empty'],
  [german, '"Erledigt",', '"Erledigt"', '"mark.withdrawal"', "this is no JSON"],
  [german, '"LIVE",', '"LIVE", "mark.live": "JETZT",', '"LIVE"', '"mark.live" is there a second time'],
  [german, "{{>place}}.", ".", '"lead.first"', `"lead.first" lacks {{>place}}, ${notEnglish}`],
  [german, "{{reminder}}", "{{nummer}}", '"mark.reminder"', "has {{nummer}}, which the English text has not"],
  [german, "{{#noticed}}", "{{#gemeldet}}", '"lead.reminder"', "a placeholder is not whole"],
  [german, '"German"', '"Deutsch"', '"German"', '"name" has to be German'],
  [words, '"plainte"', '"plainte("', '"plainte"', '"aboutReports", entry 3, is no regular expression'],
  [words, '"plainte"', '"plainte|"', '"plainte"', "is found in every text, even an empty one"],
  [words, '"plainte"', "7", '"plainte"', "has to be a word, or a list of words and of lists to choose from"],
  [words, '"nl": {', '"xx": {', '"nl": {', '"xx" is no language: write its code of ISO 639-1'],
  [words, '"goesOn": ["seront', '"next": ["seront', '"goesOn": ["seront', '"next" is no use'],
  [countries, '"first"', '"soon"', '"hear"', '"hear" has to be one of first, at-once'],
  [countries, "Europe/Vienna", "Europe/Wien", "Europe/Vienna", '"timeZone" has to be a time zone of IANA'],
  [countries, '"readOn": "2026', '"readOn": "26', '"readOn": "2026', '"readOn" has to be a day, like 2026-11-24'],
  [countries, '"Stopline"', '"ab@cert.example"', '"Stopline"', '"name" is a name, and no mailbox'],
  [countries, '"timeZone": "Europe/Vienna",', "", '"AT"', '"AT" has to have a timeZone'],
  [countries, '"AL"', '"AA"', '"AL"', '"AA" is no country: write its code of ISO 3166'],
  [countries, '"sq"', '"en"', '"sq"', '"language" goes without saying where it is English: leave it out'],
])("in %s, with %s for %s, the line that begins at %s is named: %s", (file, from, to, at, say) => {
  const [data] = dataFiles().filter((one) => one.file === file);
  const [before, after] = textOf(file).split(at, 2);
  if (!data || before === undefined || after === undefined) throw new Error(`${file} has no ${at}`);
  const line = before.split("\n").length;
  const problems = problemsIn(data, textOf(file).replace(from, to));
  expect(problems.filter((problem) => problem.startsWith(`${file}:${line}: `)).join("\n")).toContain(say);
});
