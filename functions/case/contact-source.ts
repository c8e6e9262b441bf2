export const contactSources = ["directory", "rdap", "whois", "dns", "person"] as const;
export type ContactSource = (typeof contactSources)[number];

type SourceFacts = {
  /** Among contacts of one kind that are as sure as each other, the best first. */
  readonly rank: number;
  /** No lookup, and no rule about a block or a system, undoes a person's word. */
  readonly isPersons: boolean;
  /** A person has looked at the mailbox: no other need do so before the first notice. */
  readonly isLookedAt: boolean;
  /** Knows who lends out names of its own, which no registry does. */
  readonly knowsLenders: boolean;
  /** A person is asked about a mailbox that nothing confirms. */
  readonly mayBeUnconfirmed: boolean;
};

export const sourceFacts = {
  person: { rank: 0, isPersons: true, isLookedAt: true, knowsLenders: false, mayBeUnconfirmed: false },
  directory: { rank: 1, isPersons: false, isLookedAt: true, knowsLenders: true, mayBeUnconfirmed: true },
  rdap: { rank: 2, isPersons: false, isLookedAt: false, knowsLenders: false, mayBeUnconfirmed: false },
  whois: { rank: 3, isPersons: false, isLookedAt: false, knowsLenders: false, mayBeUnconfirmed: false },
  dns: { rank: 4, isPersons: false, isLookedAt: false, knowsLenders: false, mayBeUnconfirmed: false },
} as const satisfies Record<ContactSource, SourceFacts>;

/** Who may have named nobody, and what the metric of misses counts it as: its server's registry, DNS or nothing. */
export const failureSources = {
  dns: { missedAs: "dns" },
  rdap: { missedAs: "registry" },
  whois: { missedAs: "registry" },
  registry: { missedAs: undefined },
  registries: { missedAs: undefined },
  bootstrap: { missedAs: undefined },
  directory: { missedAs: undefined },
  "known answers": { missedAs: undefined },
  "name system": { missedAs: undefined },
} as const satisfies Record<string, { readonly missedAs: "dns" | "registry" | undefined }>;
export type FailureSource = keyof typeof failureSources;

export const sourceName = ({
  source,
  server,
}: {
  readonly source: FailureSource;
  readonly server?: string | undefined;
}) => (server === undefined ? source : `${source} ${server}`);

export const isPersons = ({ source }: { readonly source: ContactSource }): boolean => sourceFacts[source].isPersons;
