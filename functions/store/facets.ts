import type { ContactAnswer } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { undecided } from "../case/given.ts";
import type { Notice } from "../case/notice.ts";
import { type Question, questions } from "../case/question.ts";
import { domainOf } from "../kernel/domain.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { isSites } from "../kernel/scope.ts";
import { type Category, categories } from "../report/category.ts";
import { isEntry, type ReviewItem } from "./queue-entry.ts";

/** What waiting cases are filtered and grouped by. Readable in the index, so it names nothing reported. */
export type Facets = {
  readonly questions: readonly Question[];
  readonly category?: Category;
  /** Of the host, by the lookup. */
  readonly country?: string;
  /** Who is notified: a platform by its name, anyone else by the desk's mail domain. */
  readonly provider?: string;
  readonly reporters: readonly string[];
  /** There are more reporters than listed here. Whether one is among them only the case says. */
  readonly moreReporters?: true;
  /** Equal where the registered domain is, but not the domain. Absent where nobody can hash it. */
  readonly nameTag?: string;
  /** The case waits for one of the answers. */
  readonly blocks?: true;
};

/** Names a registered domain so that only the holder of the master key can tell which it is. */
export type TagOf = (name: string) => string;

/** Far below the 1,024 bytes of a sort key, together with all else in it. */
const reportersAtMost = 6;
const charactersOfReporters = 240;
const charactersOfProvider = 60;

export const facetsOf = (state: ReviewItem, tagOf?: TagOf): Facets => {
  const open = undecided(state);
  const asked = new Set(open.map(({ question }) => question));
  return {
    questions: questions.filter((question) => asked.has(question)),
    ...(open.some(({ blocking }) => blocking) && { blocks: true }),
    ...(isEntry(state) ? { reporters: [state.source.reporter ?? []].flat() } : facetsOfCase(state, tagOf)),
  };
};

const facetsOfCase = (
  { category, contact, notices, reporters, target, forgottenAt }: Case,
  tagOf: TagOf | undefined,
): Omit<Facets, "questions" | "blocks"> => {
  const country = contact?.country?.toUpperCase();
  return {
    category,
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) && { country }),
    ...providerOf(contact, notices),
    reporters,
    ...(tagOf && forgottenAt === undefined && { nameTag: tagOf(domainOf(target.host)) }),
  };
};

/** A site's own mailbox names the site, so it is no provider here. */
const providerOf = (contact: ContactAnswer | undefined, notices: readonly Notice[]): Pick<Facets, "provider"> => {
  const to = notices.findLast(({ to }) => !isSites(to.scope))?.to ?? contact?.candidates[0];
  const provider = contact?.platform ?? (to && !isSites(to.scope) ? domainOf(mailDomainOf(to.email)) : undefined);
  return provider === undefined ? {} : { provider: provider.slice(0, charactersOfProvider) };
};

const written = (text: string | undefined): string => encodeURIComponent(text ?? "").replace(/!/g, "%21");

/** Stored as `unanswered!phishing!DE!provider.example!hotline,cert!tag!b`. Never contains `#`. */
export const writeFacets = (facets: Facets): string => {
  const { questions: asked, category, country, provider, reporters, nameTag, blocks } = facets;
  const few = reporters.slice(0, reportersAtMost).map(written);
  while (few.join(",").length > charactersOfReporters) few.pop();
  const named = few.length < reporters.length ? [...few, "*"] : few;
  return [asked.join(","), category, country, written(provider), named.join(","), nameTag, blocks && "b"]
    .map((part) => part ?? "")
    .join("!");
};

const unwritten = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not written by this program.
    return text;
  }
};

/** Empty facets for a text that is not ours. */
export const readFacets = (text = ""): Facets => {
  const [asked = "", category, country, provider, named = "", nameTag, blocks] = text.split("!");
  const known = categories.find((one) => one === category);
  const reporters = named.split(",").filter((one) => one !== "" && one !== "*");
  const names = asked.split(",");
  return {
    questions: questions.filter((question) => names.includes(question)),
    ...(known && { category: known }),
    ...(country && { country }),
    ...(provider && { provider: unwritten(provider) }),
    reporters: reporters.map(unwritten),
    ...(named.endsWith("*") && { moreReporters: true }),
    ...(nameTag && { nameTag }),
    ...(blocks === "b" && { blocks: true }),
  };
};
