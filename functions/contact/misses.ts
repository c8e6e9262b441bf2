import type { ContactAnswer, SourceFailure } from "../case/candidate.ts";
import { registryNameOf, registryNames } from "./bootstrap.ts";

/** All that a miss may be called. */
export const missNames = [...registryNames, "other", "dns"] as const;

export type Miss = { readonly registry: (typeof missNames)[number]; readonly outcome: SourceFailure["outcome"] };

/**
 * Registries that were asked for a contact and named none, each once for each way in which they did
 * not: the five regional ones by name, `other` for a national or a domain's registry and for
 * registrars, `dns` for what is asked there. Seven names at most, so that they can be a metric's
 * dimension; what our own directory left out is no miss.
 */
export const missesIn = ({ failures }: ContactAnswer): readonly Miss[] => {
  const misses = failures.flatMap(({ source, outcome }): readonly Miss[] => {
    const [by = "", server = ""] = source.split(" ");
    if (by === "dns") return [{ registry: "dns", outcome }];
    return by === "rdap" || by === "whois" ? [{ registry: registryNameOf(server) ?? "other", outcome }] : [];
  });
  return misses.filter(
    ({ registry, outcome }, at) =>
      misses.findIndex((other) => other.registry === registry && other.outcome === outcome) === at,
  );
};
