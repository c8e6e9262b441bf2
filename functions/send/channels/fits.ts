import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Provider, Unfit } from "./provider.ts";
import type { Telling } from "./telling.ts";

export const unfit = (why: string): Result<never, Unfit> => fail({ kind: "unfit", why });

/** The provider's word for the category, and the address, where its API takes them. */
export const wordAndUrl = (
  { name, takes, rules }: Pick<Provider, "name" | "takes" | "rules">,
  { category, url, toldOfDomain }: Telling,
): Result<{ readonly word: string; readonly url: string }, Unfit> => {
  const word = takes[category];
  if (word === undefined) return unfit(`${name} does not take ${category} by its API.`);
  if (url === undefined) return unfit(`${name} takes addresses of pages and hosts by its API, and nothing else.`);
  if (rules.urlsOfDomainAtMost !== undefined && toldOfDomain >= rules.urlsOfDomainAtMost)
    return unfit(`${name} was told of ${toldOfDomain} addresses of this domain, and takes no more of one.`);
  return ok({ word, url });
};

/** The first text too long for its field. Nothing is cut: what is left out may be what the desk needs. */
export const tooLong = (
  name: string,
  fields: Readonly<Record<string, { readonly text: string; readonly most: number }>>,
): string | undefined => {
  for (const [field, { text, most }] of Object.entries(fields))
    if ([...text].length > most)
      return `${name} takes ${most} characters as ${field}, and here are ${[...text].length}.`;
  return undefined;
};
