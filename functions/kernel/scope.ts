/**
 * Kinds of recipient: what a mailbox answers for. In the order in which a person is offered them.
 */
export const scopes = ["platform", "network", "upstream", "registrar", "site", "hotline", "cert"] as const;
export type Scope = (typeof scopes)[number];

type ScopeFacts = {
  /**
   * Place among the contacts of a look-up, the best first. Which of them is told is the ladder's
   * business.
   */
  readonly rank: number;
  /** Answers for where the host stands. Others may stay who they are when the host moves. */
  readonly isOfHost: boolean;
  /**
   * Runs the service on which the page is: it answers for what its users put there, and its name is
   * none of the suspect's.
   */
  readonly runsPage: boolean;
  /** A network's, that hosts or that carries. It is known by its block or its system. */
  readonly isNetworks: boolean;
  /** Stands above the networks that one system announces, and is known by that system's number. */
  readonly isAboveHost: boolean;
  /**
   * Answers for the name and for no place: it stays who it is wherever the host stands, and need
   * not sit in the hosting country.
   */
  readonly isOfName: boolean;
  /** A country's own desk, which is no party to what is reported. */
  readonly isNational: boolean;
  /**
   * Told in the country of the reported name too, where it is one host below an honest name: it
   * reaches the name's holder.
   */
  readonly isToldAtHome: boolean;
  /**
   * The reported site's own. It gets no machine-readable part, and about child abuse nothing at
   * all.
   */
  readonly isSites: boolean;
  /** May be the offender's own: telling it would tip them off. */
  readonly mayBeSuspects: boolean;
  /**
   * An entry of the directory may name a desk of it (`settings.directory`); the others are found or
   * stand in a country's row.
   */
  readonly isInDirectory: boolean;
};

/** What most kinds are. */
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

/** The rank of each, and what it has of its own. */
const exceptions = {
  platform: { rank: 0, isOfHost: true, runsPage: true, mayBeSuspects: false },
  network: { rank: 1, isOfHost: true, isNetworks: true },
  registrar: { rank: 2, isOfName: true },
  upstream: { rank: 3, isNetworks: true, isAboveHost: true },
  hotline: { rank: 4, isNational: true, mayBeSuspects: false, isInDirectory: false },
  cert: { rank: 5, isNational: true, isToldAtHome: true, mayBeSuspects: false, isInDirectory: false },
  site: { rank: 6, isSites: true, isInDirectory: false },
} as const satisfies Record<Scope, Pick<ScopeFacts, "rank"> & Partial<ScopeFacts>>;

/** All that hangs on the kind of a recipient, but for words: those stand with whoever says them. */
const facts = (scope: Scope): ScopeFacts => ({ ...usual, ...exceptions[scope] });

/** The better kind first. */
export const byScope = (one: Scope, other: Scope): number => facts(one).rank - facts(other).rank;

export const isOfHost = (scope: Scope): boolean => facts(scope).isOfHost;
export const runsPage = (scope: Scope): boolean => facts(scope).runsPage;
export const isNetworks = (scope: Scope): boolean => facts(scope).isNetworks;
export const isAboveHost = (scope: Scope): boolean => facts(scope).isAboveHost;
export const isOfName = (scope: Scope): boolean => facts(scope).isOfName;
export const isNational = (scope: Scope): boolean => facts(scope).isNational;
export const isToldAtHome = (scope: Scope): boolean => facts(scope).isToldAtHome;
export const isSites = (scope: Scope): boolean => facts(scope).isSites;
/**
 * May be the offender's own by its kind; whose block and domain it stands under says whether it is.
 */
export const kindMayBeSuspects = (scope: Scope): boolean => facts(scope).mayBeSuspects;

type IsNational<S extends Scope> = (typeof exceptions)[S] extends { readonly isNational: true } ? S : never;
/** A country's desks: each is a field of the country's row in the settings. */
export type NationalScope = { [S in Scope]: IsNational<S> }[Scope];
export const nationalScopes: readonly NationalScope[] = scopes.filter(
  (scope): scope is NationalScope => facts(scope).isNational,
);

type IsInDirectory<S extends Scope> = (typeof exceptions)[S] extends { readonly isInDirectory: false } ? never : S;
/** Kinds of which the directory may name a desk. */
export type DirectoryScope = { [S in Scope]: IsInDirectory<S> }[Scope];
export const directoryScopes: readonly DirectoryScope[] = scopes.filter(
  (scope): scope is DirectoryScope => facts(scope).isInDirectory,
);
