import { hasExpired, providerRows, sourcesOf } from "../../../functions/contact/provider-rows.ts";
import type { Instant } from "../../../functions/kernel/instant.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";

/**
 * What is known of a provider, and how. Certainty, source, the day on which it was read and the
 * last one on which it holds are its desk's.
 */
export type ProviderFacts = {
  readonly name: string;
  readonly kind?: string;
  readonly desk?: string;
  readonly certainty: "high" | "medium" | "low";
  readonly sources: readonly string[];
  readonly read?: string;
  readonly expires?: string;
  readonly hasExpired: boolean;
  readonly form?: string;
  /** By its name the interface by which it takes reports from programs. */
  readonly api?: string;
};

/**
 * The provider of this name, from the stage's directory or from the list; nothing where a name has
 * none. Pure.
 */
export const providerFacts = (
  name: string | undefined,
  settings: Settings,
  now: Instant,
): ProviderFacts | undefined => {
  const row = name === undefined ? undefined : providerRows(settings).find(({ entry }) => entry.name === name);
  if (!row) return undefined;
  const { email, certainty = "high", read, expires, form, api } = row.entry;
  return {
    name: row.entry.name,
    ...(row.kind && { kind: row.kind }),
    ...(email && row.mail === "read" && { desk: email }),
    certainty,
    sources: sourcesOf(row),
    ...(read && { read }),
    ...(expires && { expires }),
    hasExpired: hasExpired(row, now),
    ...(form && { form }),
    ...(api && { api }),
  };
};
