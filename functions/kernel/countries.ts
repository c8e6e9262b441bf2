import data from "./countries.json" with { type: "json" };

/** The page that says so, and when a stored copy of it was read; the page may have moved on since. */
type Source = { readonly source: string; readonly readOn: string };

/** The file says what its fields mean; `npx vitest run test/infra/checks/data.test.ts` holds it to them. */
export type KnownCountry = {
  /** The business language, where it is not English. */
  readonly language?: string;
  readonly timeZone?: string;
  /**
   * > Child abuse material: hosting country's hotline and law-enforcement route and the host at once, unless
   * that country's row says law enforcement first.
   *
   * `first` or `at-once`.
   */
  readonly police?: Source & { readonly hear: string };
  readonly hotline?: Source & { readonly name: string };
  readonly cert?: Source & { readonly name: string };
};

/** By ISO 3166's code. */
export const knownCountries: ReadonlyMap<string, KnownCountry> = new Map(Object.entries<KnownCountry>(data.countries));
