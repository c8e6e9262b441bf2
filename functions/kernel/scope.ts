/** Kinds of recipient, in the order in which a person is offered them. */
export const scopes = ["platform", "network", "upstream", "registrar", "site", "hotline", "cert"] as const;
export type Scope = (typeof scopes)[number];

type ScopeFacts = {
  /** Among a lookup's contacts, the best first. The escalation path decides which of them is notified. */
  readonly rank: number;
  /** Answers for where the host stands. Others may stay when the host moves. */
  readonly isOfHost: boolean;
  /** Runs the page's service: answers for its users' content, and its name is none of the suspect's. */
  readonly runsPage: boolean;
  /** A hosting or carrying network's, known by its block or system. */
  readonly isNetworks: boolean;
  /** Above the networks of one system, known by its number. */
  readonly isAboveHost: boolean;
  /** Answers for the name: stays when the host moves, and need not sit in the hosting country. */
  readonly isOfName: boolean;
  /** A country's own desk, no party to the report. */
  readonly isNational: boolean;
  /** Also notified in the name's country, for one host below an honest name: it reaches the holder. */
  readonly isToldAtHome: boolean;
  /** The reported site's own. It gets no machine-readable part, and nothing about child abuse. */
  readonly isSites: boolean;
  /** May be the offender's own: a notice would tip them off. */
  readonly mayBeSuspects: boolean;
  /** A desk of it may be in `settings.directory`. The others are found or in a country's row. */
  readonly isInDirectory: boolean;
};

const usual = {
  isOfHost: false,
  runsPage: false,
  isNetworks: false,
  isAboveHost: false,
  isOfName: false,
  isNational: false,
  isToldAtHome: false,
  isSites: false,
  mayBeSuspects: true,
  isInDirectory: true,
};

const exceptions = {
  platform: { rank: 0, isOfHost: true, runsPage: true, mayBeSuspects: false },
  network: { rank: 1, isOfHost: true, isNetworks: true },
  registrar: { rank: 2, isOfName: true },
  upstream: { rank: 3, isNetworks: true, isAboveHost: true },
  hotline: { rank: 4, isNational: true, mayBeSuspects: false, isInDirectory: false },
  cert: { rank: 5, isNational: true, isToldAtHome: true, mayBeSuspects: false, isInDirectory: false },
  site: { rank: 6, isSites: true, isInDirectory: false },
} as const satisfies Record<Scope, Pick<ScopeFacts, "rank"> & Partial<ScopeFacts>>;

/** All that depends on a recipient's kind, but words. */
const facts = (scope: Scope): ScopeFacts => ({ ...usual, ...exceptions[scope] });

export const byScope = (one: Scope, other: Scope): number => facts(one).rank - facts(other).rank;

export const isOfHost = (scope: Scope): boolean => facts(scope).isOfHost;
export const runsPage = (scope: Scope): boolean => facts(scope).runsPage;
export const isNetworks = (scope: Scope): boolean => facts(scope).isNetworks;
export const isAboveHost = (scope: Scope): boolean => facts(scope).isAboveHost;
export const isOfName = (scope: Scope): boolean => facts(scope).isOfName;
export const isNational = (scope: Scope): boolean => facts(scope).isNational;
export const isToldAtHome = (scope: Scope): boolean => facts(scope).isToldAtHome;
export const isSites = (scope: Scope): boolean => facts(scope).isSites;
/** By its kind alone. Its block and domain decide. */
export const kindMayBeSuspects = (scope: Scope): boolean => facts(scope).mayBeSuspects;

type IsNational<S extends Scope> = (typeof exceptions)[S] extends { readonly isNational: true } ? S : never;
/** Each is a field of the country's row in the settings. */
export type NationalScope = { [S in Scope]: IsNational<S> }[Scope];
export const nationalScopes: readonly NationalScope[] = scopes.filter(
  (scope): scope is NationalScope => facts(scope).isNational,
);

type IsInDirectory<S extends Scope> = (typeof exceptions)[S] extends { readonly isInDirectory: false } ? never : S;
export type DirectoryScope = { [S in Scope]: IsInDirectory<S> }[Scope];
export const directoryScopes: readonly DirectoryScope[] = scopes.filter(
  (scope): scope is DirectoryScope => facts(scope).isInDirectory,
);
