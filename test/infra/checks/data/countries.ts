import * as z from "../../../../functions/kernel/zod.ts";
import { countryNames, filled, here, holds, languageNames } from "./holds.ts";

const day = z.iso.date();
const sentence = z.string().check(z.regex(/^(?!.*memory)(?!.*@).{10,}\.$/, "has to be a sentence that names a page"));
const source = { source: sentence, readOn: day };
const named = z.strictObject({ name: filled.check(z.regex(/^[^@]*$/, "is a name, and no mailbox")), ...source });

const isTimeZone = (timeZone: string): boolean => {
  try {
    return Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const country = z
  .strictObject({
    language: z.optional(
      z.string().check(
        z.refine((code) => /^([a-z]{2}|zh-Hant)$/.test(code) && languageNames.of(code) !== undefined, {
          error: "has to be a language's code of ISO 639-1, like de, or zh-Hant",
        }),
        z.refine((code) => code !== "en", "goes without saying where it is English: leave it out"),
      ),
    ),
    timeZone: z.optional(z.string().check(z.refine(isTimeZone, "has to be a time zone of IANA, like Europe/Berlin"))),
    police: z.optional(z.strictObject({ hear: z.enum(["first", "at-once"]), ...source })),
    hotline: z.optional(named),
    cert: z.optional(named),
    note: z.optional(filled),
  })
  .check(
    holds(({ timeZone, police, hotline, cert }: Readonly<Record<string, unknown>>) =>
      timeZone === undefined && (police || hotline || cert)
        ? here("has to have a timeZone: a country with police, hotline or cert is one in which much is hosted")
        : [],
    ),
  );

export const countries = z.strictObject({
  about: z.array(filled),
  countries: z
    .record(z.string(), country)
    .check(
      holds((all: Readonly<Record<string, unknown>>) =>
        Object.keys(all).flatMap((code, at, codes) => [
          ...(/^[A-Z]{2}$/.test(code) && countryNames.of(code)
            ? []
            : [{ path: [code], say: "is no country: write its code of ISO 3166, like DE" }]),
          ...(at > 0 && code < (codes[at - 1] ?? "")
            ? [{ path: [code], say: `has to stand before ${codes[at - 1]}: they are in the order of their codes` }]
            : []),
        ]),
      ),
    ),
});
