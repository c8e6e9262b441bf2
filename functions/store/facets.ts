import type { ContactAnswer } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { undecided } from "../case/given.ts";
import type { Notice } from "../case/notice.ts";
import { type Question, questions } from "../case/question.ts";
import { domainOf, ownedDomain } from "../kernel/domain.ts";
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
  /** Of the host's labels, one behind the other (`labelTagsOf`). */
  readonly labelTags?: string;
  /** The case waits for one of the answers. */
  readonly blocks?: true;
};

/** Names a registered domain so that only the holder of the master key can tell which it is. */
export type TagOf = (name: string) => string;

/** Far below the 1,024 bytes of a sort key, together with all else in it. */
const reportersAtMost = 6;
const charactersOfReporters = 240;
const charactersOfProvider = 60;
/** Of a name: enough to tell ten thousand apart, in an item that is short of a kilobyte. */
const charactersOfTag = 14;
const labelsAtMost = 4;

/**
 * Whole labels that an open case is found by, the registered one last: `login.account-check.bank.co.uk` → `login`,
 * `account-check`, `bank`. None of a public suffix or a platform's own (`x.github.io` → `x`), none of an address, and
 * no `www`. Parts between hyphens have no tag of their own: they are found as beginnings are. Pure.
 */
export const labelsOf = (host: string): readonly string[] => {
  const owned = ownedDomain(host);
  if (owned === undefined) return [];
  const labels = [...host.slice(0, -owned.length).split("."), ...owned.split(".").slice(0, 1)];
  return [...new Set(labels)].filter((label) => label !== "" && label !== "www").slice(-labelsAtMost);
};

/**
 * Hashed under the master key, as names are, and cut: one label in 262,144 has the same, so a case that is found by
 * it is opened to be sure.
 */
export const labelTag = (label: string, tagOf: TagOf): string => tagOf(`label ${label}`).slice(0, 3);

/** For the index entry of an open case, which is there anyway: twelve characters at most, as a kilobyte is short. */
export const labelTagsOf = (host: string, tagOf: TagOf): string =>
  labelsOf(host)
    .map((label) => labelTag(label, tagOf))
    .join("");

/** One by one, as `labelTag` makes them. */
export const readLabelTags = (labelTags = ""): readonly string[] => [...labelTags.matchAll(/.{3}/g)].map(String);

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
    ...(tagOf &&
      forgottenAt === undefined && {
        nameTag: tagOf(domainOf(target.host)).slice(0, charactersOfTag),
        labelTags: labelTagsOf(target.host, tagOf),
      }),
  };
};

/** A site's own mailbox names the site, so it is no provider here. */
const providerOf = (contact: ContactAnswer | undefined, notices: readonly Notice[]): Pick<Facets, "provider"> => {
  const to = notices.findLast(({ to }) => !isSites(to.scope))?.to ?? contact?.candidates[0];
  const provider = contact?.platform ?? (to && !isSites(to.scope) ? domainOf(mailDomainOf(to.email)) : undefined);
  return provider === undefined ? {} : { provider: provider.slice(0, charactersOfProvider) };
};

const written = (text: string | undefined): string => encodeURIComponent(text ?? "").replace(/!/g, "%21");

/** Stored as `unanswered!phishing!DE!provider.example!hotline,cert!tag!b!tagtag`. Never contains `#`. */
export const writeFacets = (facets: Facets): string => {
  const { questions: asked, category, country, provider, reporters, nameTag, labelTags, blocks } = facets;
  const few = reporters.slice(0, reportersAtMost).map(written);
  while (few.join(",").length > charactersOfReporters) few.pop();
  const named = few.length < reporters.length ? [...few, "*"] : few;
  const parts = [asked.join(","), category, country, written(provider), named.join(","), nameTag, blocks && "b"];
  return [...parts, labelTags].map((part) => part ?? "").join("!");
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
  const [asked = "", category, country, provider, named = "", nameTag, blocks, labelTags] = text.split("!");
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
    ...(labelTags && { labelTags }),
    ...(blocks === "b" && { blocks: true }),
  };
};
