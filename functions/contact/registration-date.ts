import { earliest, type Instant, isDay } from "../kernel/instant.ts";
import { pattern } from "../kernel/pattern.ts";

/* Days of registration, as RDAP and WHOIS write them. An uncertain one is no date, the name then old. */

/** The day in UTC: hour and zone make no name young or old. */
const dayOf = (year: string, month: string | number, day: string | number): Instant | undefined => {
  const text = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  // No name is older than 1985: an earlier date was left empty.
  return isDay(text) && year >= "1985" ? `${text}T00:00:00.000Z` : undefined;
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|" +
  "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** An hour, a zone or a remark may follow, but no further digit of the date. */
const end = "(?![0-9]|[/-][0-9])";

/** With groups for year, month or its name, and day; `one` and `other` may be day or month. */
const forms: readonly RegExp[] = [
  // 2003-03-17, 2003/03/17, 1998.04.03, 1999. 07. 28.
  pattern("i", "^(?<year>\\d{4})(?<sign>[-/.]) ?(?<month>\\d{1,2})\\k<sign> ?(?<day>\\d{1,2})", end),
  // 19990518 #112233
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  // 2001-Aug-23
  pattern("i", "^(?<year>\\d{4})[- ]", monthName, "[- ](?<day>\\d{1,2})", end),
  // 14-Feb-1999, 8 October 1999, 30th April 2003
  pattern("i", "^(?<day>\\d{1,2})(?:st|nd|rd|th)?[- ./]", monthName, "[-, ./]{1,2}(?<year>\\d{4})", end),
  // Tue Dec 12 2000, Dec 12 10:20:30 GMT 2000, May 25, 1999
  pattern(
    "i",
    "^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?",
    monthName,
    " {1,2}(?<day>\\d{1,2}),? (?:\\d{1,2}:\\d{2}:\\d{2} (?:[a-z]{2,5} )?)?(?<year>\\d{4})",
    end,
  ),
  // 21.10.1996, 27-10-1998, 30/10/1990, or 10/30/1990
  pattern("i", "^(?<one>\\d{1,2})(?<sign>[-./])(?<other>\\d{1,2})\\k<sign>(?<year>\\d{4})", end),
  // before Aug-1996: older than any name of which it matters.
  pattern("i", "^before ", monthName, "[- ](?<year>\\d{4})", end),
  // before 1996, before 1 January 1996, before 19950101
  /^before (?:.{0,20}?[^0-9])??(?<year>(?:19|20)\d{2})(?:\d{4})?(?!\d)/i,
];

/** The older of the two, where both may be the day. */
const dayIn = ({ year = "", name = "", month = "1", day = "1", one, other }: Readonly<Record<string, string>>) =>
  one !== undefined && other !== undefined
    ? earliest(dayOf(year, other, one), dayOf(year, one, other))
    : dayOf(year, name === "" ? month : months.indexOf(name.slice(0, 3).toLowerCase()) + 1, day);

/** The day of a registration as written, the oldest of several; none if uncertain. Brackets are remarks. */
export const readRegistrationDate = (written: string): Instant | undefined => {
  const text = written
    .slice(0, 100)
    .replace(/\([^)]*\)/g, "")
    .trim();
  const parts = forms.map((form) => form.exec(text)).find((found) => found !== null);
  if (!parts) return undefined;
  const first = dayIn(parts.groups ?? {});
  const others = text.slice(parts[0].length).split(/[\s,;]+/);
  return first && earliest(first, ...others.map(readRegistrationDate));
};

/** `Creation Date`, `Registered on`, `Domain record activated`, `[Registered Date]`, `[登録年月日]`, `등록일`. */
const key = pattern(
  "i",
  "^[ \\t]*\\[?(?:(?:domain(?: name)?|record|first|original)[ _]+)*",
  [
    "creat(?:ion|ed)(?:[ _-]*(?:date|time|on))?",
    "regist(?:ered|ration)(?:[ _-]*(?:date|time|on))?",
    "registered(?: (?:date|on))?",
    "domain_?dateregistered",
    "activated",
    "activation(?: date)?",
    "commencement date",
    "登録年月日",
    "등록일",
  ],
  "(?:\\][ \\t]*|[ \\t.]*:[ \\t]*|(?:\\t| {2})[ \\t]*| on (?=\\d))(\\S.*)$",
);

const namesDomain = /^[ \t]*(?:[a-z]\.? )?\[?(?:domain(?! servers)|ドメイン|도메인)/i;
/** Found only in a paragraph about somebody, or about a set of servers or keys. */
const isAboutOther = pattern("i", "^[ \\t]*\\[?", [
  "nic-hdl",
  "contact",
  "person",
  "role",
  "holder",
  "registrant",
  "owner",
  "admin",
  "tech",
  "billing",
  "organi[sz]ation",
  "address",
  "e-?mail",
  "phone",
  "fax",
  "nsset",
  "keyset",
]);

const paragraphsOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const paragraphs: string[][] = [[]];
  for (const line of lines)
    if (line.trim() === "") paragraphs.push([]);
    else if (line.length < 300) paragraphs.at(-1)?.push(line);
  return paragraphs;
};

/**
 * When a WHOIS text's domain was registered, by the paragraph that names it, else by the first dated one about
 * nobody else. One unreadable value there leaves the name without a date.
 */
export const registrationIn = (lines: readonly string[]): Instant | undefined => {
  const dated = paragraphsOf(lines)
    .map((paragraph) => ({ paragraph, values: paragraph.flatMap((line) => key.exec(line)?.[1] ?? []) }))
    .filter(({ values }) => values.length > 0);
  const own =
    dated.find(({ paragraph }) => paragraph.some((line) => namesDomain.test(line))) ??
    dated.find(({ paragraph }) => !paragraph.some((line) => isAboutOther.test(line)));
  const dates = own?.values.map(readRegistrationDate) ?? [];
  return dates.includes(undefined) ? undefined : earliest(...dates);
};
