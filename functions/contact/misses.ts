import type { ContactAnswer, SourceFailure } from "../case/candidate.ts";
import { failureSources } from "../case/contact-source.ts";
import { registryNames, registryOfServer } from "./bootstrap.ts";

export const missNames = [...registryNames, "other", "dns"] as const;

export type Miss = { readonly registry: (typeof missNames)[number]; readonly outcome: SourceFailure["outcome"] };

/**
 * Registries that were asked for a contact and named none, each once per outcome: the five regional ones by
 * name, `other` for national and domain registries and registrars, `dns`. At most seven names, so that they can
 * be a metric's dimension. What our own directory left out is no miss.
 */
export const missesIn = ({ failures }: ContactAnswer): readonly Miss[] => {
  const misses = failures.flatMap(({ source, server = "", outcome }): readonly Miss[] => {
    const { missedAs } = failureSources[source];
    if (missedAs === "dns") return [{ registry: "dns", outcome }];
    return missedAs === undefined ? [] : [{ registry: registryOfServer(server)?.name ?? "other", outcome }];
  });
  return misses.filter(
    ({ registry, outcome }, at) =>
      misses.findIndex((other) => other.registry === registry && other.outcome === outcome) === at,
  );
};
