import { writeFileSync } from "node:fs";
import Holidays from "date-holidays";
import { countryFacts } from "../../functions/escalation/countries.ts";

const years = Array.from({ length: 10 }, (_, at) => 2026 + at);
const dayMs = 86_400_000;

/**
 * The public holidays of a whole country that fall on a weekday, with those of several days in
 * full; not those of its parts.
 */
export const holidaysIn = (country: string): readonly string[] => {
  const calendar = new Holidays(country);
  const days = years.flatMap((year) =>
    calendar
      .getHolidays(year, "en")
      .filter(({ type }) => type === "public")
      .flatMap(({ date, start, end }) => {
        const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
        const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
        return Array.from({ length }, (_, at) => new Date(first + at * dayMs)).filter(
          (day) => day.getUTCDay() >= 1 && day.getUTCDay() <= 5,
        );
      })
      .map((day) => day.toISOString().slice(0, 10)),
  );
  return [...new Set(days)].sort();
};

/** Each year once, and behind it its days: `2026 01-01 12-25 2027 01-01`. */
const written = (country: string): string => {
  const days = holidaysIn(country);
  return years
    .flatMap((year) => [String(year), ...days.filter((day) => day.startsWith(`${year}-`)).map((day) => day.slice(5))])
    .join(" ");
};

/**
 * What `functions/escalation/holidays.json` holds: by country, from the data of `date-holidays` (CC
 * BY-SA 3.0, by commenthol, from Wikipedia).
 */
export const holidaysFile = (): string =>
  `{\n${countryFacts.map(({ country }) => `  "${country}": ${JSON.stringify(written(country))}`).join(",\n")}\n}\n`;

/**
 * `npm run generate -- holidays`: writes the public holidays of the coming years; a test fails while the file
 * is not what the library says.
 */
if (process.argv[1] === new URL(import.meta.url).pathname)
  writeFileSync("functions/escalation/holidays.json", holidaysFile());
