import { once } from "../kernel/once.ts";
import table from "./transit-networks.json" with { type: "json" };

/** Places in the list, by AS number. */
const transit = once(
  () =>
    new Map<string, number>(
      table.classes
        .flatMap(({ networks }) => networks)
        .map((network, place) => [`AS${network.split(" ", 1)[0]}`, place] as const),
    ),
);

/** True if this system, like `AS64500`, sells transit to the world. */
export const isTransit = (system: string): boolean => transit().has(system);

/** Sellers of transit first, in the list's order; all others at its end. */
export const placeOf = (system: string): number => transit().get(system) ?? transit().size;
