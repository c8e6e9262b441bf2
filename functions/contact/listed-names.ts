import table from "./listed-names.json" with { type: "json" };

/*
 * Names of which a machine never asks the registrar: shared ones, where strangers have pages, and well-known ones.
 * Made by `npm run names` (`infra/checks/write-names.ts`); whose lists they are is in `data-of-others.md`.
 */

type Names = Readonly<Record<string, string>>;

const holds = (names: Names, name: string): boolean => {
  const dot = name.indexOf(".");
  const parent = name.slice(dot + 1);
  return Object.hasOwn(names, parent) && ` ${names[parent]} `.includes(` ${name.slice(0, dot)} `);
};

/**
 * Whether strangers have pages at this host, below it or behind it: at a shortener, a service of link pages, of
 * dynamic DNS or of files, or below one of its names. Not so for a name of which only a name below it is listed.
 */
export const isSharedName = (host: string): boolean =>
  host.includes(".") && (holds(table.shared, host) || isSharedName(host.slice(host.indexOf(".") + 1)));

/** Whether this host is the apex, or the www., of a name that many know: banks, governments, much visited sites. */
export const isWellKnownName = (host: string): boolean => holds(table.wellKnown, host.replace(/^www\./, ""));
