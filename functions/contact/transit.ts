import { once } from "../kernel/once.ts";
import table from "./transit-networks.json" with { type: "json" };

/** Their places in the list, by AS number. */
const transit = once(
  () =>
    new Map<string, number>(
      table.classes
        .flatMap(({ networks }) => networks)
        .map((network, place) => [`AS${network.split(" ", 1)[0]}`, place] as const),
    ),
);

/** Whether this system, like `AS64500`, sells transit to the world. */
export const isTransit = (system: string): boolean => transit().has(system);

/** Its place among those that do, which come first; the end of the list for all others. */
export const placeOf = (system: string): number => transit().get(system) ?? transit().size;
