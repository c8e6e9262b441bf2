import { writeFileSync } from "node:fs";
import Holidays from "date-holidays";
import { countryFacts } from "../../functions/escalation/countries.ts";

const years = Array.from({ length: 10 }, (_, at) => 2026 + at);
const dayMs = 86_400_000;

/** The public holidays of a whole country that fall on a weekday, with those of several days in full; not those of its parts. */
export const holidaysIn = (country: string): readonly string[] => {
  const calendar = new Holidays(country);
  const days = years.flatMap((year) =>
    calendar
      .getHolidays(year, "en")
      .filter(({ type }) => type === "public")
      .flatMap(({ date, start, end }) => {
        const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
        const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
        return Array.from({ length }, (_, at) => new Date(first + at * dayMs)).filter((day) => day.getUTCDay() >= 1 && day.getUTCDay() <= 5);
      })
      .map((day) => day.toISOString().slice(0, 10)),
  );
  return [...new Set(days)].sort();
};

/** What `functions/escalation/holidays.json` holds: by country, from the data of `date-holidays` (CC BY-SA 3.0, by commenthol, from Wikipedia). */
export const holidaysFile = (): string =>
  `{\n${countryFacts.map(({ country }) => `  "${country}": ${JSON.stringify(holidaysIn(country).join(" "))}`).join(",\n")}\n}\n`;

/** `npm run holidays`: writes the public holidays of the coming years; a test fails while the file is not what the library says. */
if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync("functions/escalation/holidays.json", holidaysFile());
