import table from "./listed-names.json" with { type: "json" };

/*
 * Names whose registrar is never asked automatically: shared ones with strangers' pages, and well-known ones.
 * Made by `npm run generate -- names` (`infra/checks/write-names.ts`); sources in `data-of-others.md`.
 */

type Names = Readonly<Record<string, string>>;

const holds = (names: Names, name: string): boolean => {
  const dot = name.indexOf(".");
  const parent = name.slice(dot + 1);
  return Object.hasOwn(names, parent) && ` ${names[parent]} `.includes(` ${name.slice(0, dot)} `);
};

/**
 * True if strangers have pages at, below or behind this host (a shortener, link pages, dynamic DNS, files), or
 * at a name above it. A listed name below it does not count.
 */
export const isSharedName = (host: string): boolean =>
  host.includes(".") && (holds(table.shared, host) || isSharedName(host.slice(host.indexOf(".") + 1)));

/** True for the apex or www. of a name that many know: banks, governments, much visited sites. */
export const isWellKnownName = (host: string): boolean => holds(table.wellKnown, host.replace(/^www\./, ""));
