import { type Instant, instant, msOf, plusHours } from "../kernel/instant.ts";
import { oncePer } from "../kernel/once-per.ts";
import { pattern } from "../kernel/pattern.ts";
import { type AnswerLanguage, languagesIn } from "./replies/languages.ts";
import { plainWords, sentencesIn } from "./replies/plain-words.ts";
import { type TimeWords, timeWords } from "./replies/time-words.ts";

/*
 * "We passed it on to our customer, who has 24 hours." A reminder waits for it, so it must be certain: hours, days,
 * working days, weeks or a date, in the sentence that says who has it, or in one behind it about them. "Tomorrow
 * noon" and "by Friday" depend on the desk's clock, and are left.
 */

/** Outside of these it is no customer's deadline, or was misread. */
const within = { hoursAtLeast: 1, hoursAtMost: 30 * 24 } as const;

/**
 * Until when the desk, its customer, reseller or the site's owner has time, in a mail that passes our notice on;
 * the earliest of several. `takenInAt`: when the mail came; its hours count from then. `undefined` where no time is
 * certain, or under an hour or over 30 days. Days end by UTC; only Saturday and Sunday are no working days, as it
 * is not known whose holidays count.
 */
export const timeNamed = (text: string, takenInAt: Instant): Instant | undefined => {
  const plain = plainWords(text).replace(ordinalDay, "$1 ");
  const earliestAt = plusHours(takenInAt, within.hoursAtLeast);
  const latestAt = plusHours(takenInAt, within.hoursAtMost);
  return plain
    .split(/\n\s*\n/)
    .flatMap((paragraph) =>
      languagesIn(paragraph, plain).flatMap((language) => readerIn(language)(sentencesIn(paragraph), takenInAt)),
    )
    .filter((until) => until >= earliestAt && until <= latestAt)
    .toSorted()[0];
};

/** "30. November" is no end of a sentence. */
const ordinalDay = /(?<![\p{L}\p{N}])(\d{1,2})\.\s(?=\p{L})/gu;

/** The times in a paragraph's sentences that hand it on. */
type Reader = (sentences: readonly string[], from: Instant) => readonly Instant[];

type TimesIn = (sentence: string, from: Instant) => readonly Instant[];

/** In spaced languages a word of the table is a whole word. */
const bounds = ({ unspaced }: TimeWords) =>
  unspaced ? { begins: "", ends: "" } : { begins: String.raw`(?<![\p{L}\p{N}])`, ends: String.raw`(?![\p{L}\p{N}])` };

/** Letters between "until" and the day, or between a day and "until" behind it. */
const gap = String.raw`[^\d.;]{0,25}?`;

const readerOf = (words: TimeWords): Reader => {
  const { begins, ends } = bounds(words);
  const isAboutHolder = new RegExp(`${begins}(?:${words.holder})${ends}`, "u");
  const goesOn = new RegExp(`^(?:${words.they})${ends}`, "u");
  const timesIn: readonly TimesIn[] = [durationsOf(words), daysOf(words)];
  return (sentences, from) =>
    sentences.flatMap((sentence, at) => {
      const before = sentences[at - 1];
      const handsOn =
        isAboutHolder.test(sentence) || (before !== undefined && isAboutHolder.test(before) && goesOn.test(sentence));
      return handsOn ? timesIn.flatMap((times) => times(sentence, from)) : [];
    });
};

const units = ["workingDays", "weeks", "days", "hours"] as const;

const hoursOf = { hours: 1, days: 24, weeks: 7 * 24 } as const;

/** `24 hours`, `24-48h`, `two working days`, and a time that is one word. */
const durationsOf = (words: TimeWords): TimesIn => {
  const { begins, ends } = bounds(words);
  const { numbers, notBehind, notBefore } = words;
  const number = ["\\d{1,3}", ...numbers];
  const notBehindIt = `(?<!${begins}(?:${notBehind})${words.unspaced ? "" : "\\s"})`;
  const counted = pattern(
    "gu",
    String.raw`(?<!\p{N}[.,:/-]?)`,
    begins,
    notBehindIt,
    String.raw`(?:\d{1,3}\s?[-–/]\s?)?`,
    `(?<number>${number.join("|")})`,
    String.raw`[)\s-]{0,2}`,
    `(?:${units.map((unit) => `(?<${unit}>${words[unit]})`).join("|")})`,
    ends,
    `(?!\\s?(?:${notBefore})${ends})`,
  );
  const alone = Object.entries(words.alone).map(
    ([word, hours]) => [new RegExp(`${begins}(?:${word})${ends}`, "u"), hours] as const,
  );
  const countOf = (written: string): number =>
    /^\d/.test(written)
      ? Number(written)
      : numbers.findIndex((word) => new RegExp(`^(?:${word})$`, "u").test(written)) + 1;
  return (sentence, from) => [
    ...[...sentence.matchAll(counted)].flatMap(({ groups = {} }) => {
      const value = countOf(groups.number ?? "");
      const unit = units.find((one) => groups[one] !== undefined);
      if (unit === undefined) return [];
      return unit === "workingDays" ? workingDaysAfter(from, value) : plusHours(from, value * hoursOf[unit]);
    }),
    ...alone.flatMap(([word, hours]) => (word.test(sentence) ? plusHours(from, hours) : [])),
  ];
};

const dayMs = 24 * 3_600_000;

const isDayOff = (ms: number): boolean => [0, 6].includes(new Date(ms).getUTCDay());

const workingDaysAfter = (from: Instant, days: number): Instant => {
  let ms = msOf(from);
  for (let left = Math.min(days, within.hoursAtMost / 24); left > 0; ) {
    ms += dayMs;
    if (!isDayOff(ms)) left--;
  }
  return instant(ms);
};

/** `until 2026-11-30`, `bis zum 30.11.`, `by November 30`, `11月30日まで`. */
const daysOf = (words: TimeWords): TimesIn => {
  const { begins, ends } = bounds(words);
  const months = words.months.split(" ").filter((month) => month !== "");
  const month = months.length === 0 ? "(?!)" : months.join("|");
  const isDayFirst = words !== timeWords.en;
  const day = [
    String.raw`(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})`,
    String.raw`(?:(?<y>\d{4})\s?[年년]\s?)?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日号號일]`,
    String.raw`(?<d>\d{1,2})\.\s?(?<m>\d{1,2})(?:\.\s?(?<y>\d{4})?)?`,
    ...(isDayFirst ? [String.raw`(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4})`] : []),
    String.raw`(?<d>\d{1,2})(?:st|nd|rd|th|er|º|o)?\s(?:of |de |d')?(?<name>${month})\.?(?:,?\s(?:de )?(?<y>\d{4}))?`,
    ...(isDayFirst ? [] : [String.raw`(?<name>${month})\.?\s(?<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<y>\d{4}))?`]),
  ];
  // Not within an address or another number.
  const starts = String.raw`(?<![\p{N}.:/-])`;
  const ended = String.raw`(?![\p{N}:])`;
  const cued = (one: string): readonly string[] => [
    ...(words.until === "" ? [] : [`${begins}(?:${words.until})${ends}${gap}${starts}${one}${ended}`]),
    ...(words.untilBehind === "" ? [] : [`${starts}${one}${ended}${gap}(?:${words.untilBehind})`]),
  ];
  const patterns = day.flatMap(cued).map((one) => new RegExp(one, "gu"));
  const monthOf = ({ m, name }: Readonly<Record<string, string>>): number =>
    m !== undefined ? Number(m) : months.findIndex((each) => new RegExp(`^(?:${each})$`, "u").test(name ?? "")) + 1;
  return (sentence, from) =>
    patterns.flatMap((each) =>
      [...sentence.matchAll(each)].flatMap(({ groups = {} }) =>
        endOf(monthOf(groups), Number(groups.d), groups.y, from),
      ),
    );
};

/** The end of a day; without a year, of the next such day. */
const endOf = (month: number, day: number, year: string | undefined, from: Instant): readonly Instant[] => {
  const thisYear = new Date(msOf(from)).getUTCFullYear();
  const years = year === undefined ? [thisYear, thisYear + 1] : [Number(year)];
  return years
    .map((one) => new Date(Date.UTC(one, month - 1, day)))
    .filter((date) => date.getUTCMonth() === month - 1 && date.getUTCDate() === day)
    .map((date) => instant(date.getTime() + dayMs))
    .filter((end) => end > from)
    .slice(0, 1);
};

const readerIn = oncePer((language: AnswerLanguage) => readerOf(timeWords[language]));
