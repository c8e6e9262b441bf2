import { confidences } from "../case/candidate.ts";
import { contactSources, type FailureSource, failureSources } from "../case/contact-source.ts";
import { readRange } from "../kernel/range.ts";
import { scopes } from "../kernel/scope.ts";
import * as z from "../kernel/zod.ts";
import { bounded, type Finding, noFinding } from "./finding.ts";
import type { Known, Life } from "./known.ts";
import { holdsAddress, type Place, placesIn, prefixesOf, turnsOf } from "./prefix.ts";
import { outOfDns } from "./reading.ts";

/**
 * A finding and its block as the registry wrote it, which may have smaller ones inside with other contacts.
 * `place`: what the finding is known to hold for beyond the address that was asked about.
 */
export type Held = { readonly finding: Finding; readonly range?: string; readonly place?: Place };

/** `children`: asks for the blocks right below; `undefined` where nobody can know them. */
export type Registered = Omit<Held, "place"> & { readonly children?: () => Promise<readonly string[] | undefined> };

/** True where a finding about one address is known to hold for another. */
export const holdsFor = ({ range, place }: Held, address: string): boolean =>
  range !== undefined &&
  place !== undefined &&
  [range, place.prefix].every((block) => holdsAddress(block, address)) &&
  !place.holes.some((hole) => holdsAddress(hole, address));

const hour = 60 * 60_000;

/** All functions share a registry's quota: an answer is kept by its range for a day, a no for hours. */
const lifeOf = ({ finding: { candidates, forms, failures, origins, outOfDns: held } }: Held): Life => {
  // A case may end by a second lookup a day later, which must not be the first one again.
  if (held !== undefined) return { freshMs: 6 * hour, keptMs: 6 * hour };
  const names =
    candidates.some(({ confidence }) => confidence === "high" || confidence === "medium") || origins.length > 0;
  // Served for a day more while one asks anew, and where the registry is silent.
  if (names) return { freshMs: 24 * hour, keptMs: 48 * hour };
  // A silent source may name a better desk in a minute, so what was found without it is not final.
  if (failures.some(({ outcome }) => outcome === "silent")) return undefined;
  return candidates.length + forms.length > 0
    ? { freshMs: 6 * hour, keptMs: 6 * hour }
    : { freshMs: hour, keptMs: hour };
};

const heldSchema = z.object({
  finding: z.object({
    candidates: z.array(
      z.object({
        email: z.string(),
        scope: z.enum(scopes),
        name: z.optional(z.string()),
        source: z.enum(contactSources),
        server: z.optional(z.string()),
        range: z.optional(z.string()),
        confidence: z.enum(confidences),
        beside: z.optional(z.literal(true)),
        isCustomers: z.optional(z.literal(true)),
        country: z.optional(z.string()),
        language: z.optional(z.string()),
        remarks: z.array(z.string()),
      }),
    ),
    forms: z.array(z.object({ url: z.string(), scope: z.enum(scopes), name: z.optional(z.string()) })),
    failures: z.array(
      z.object({
        source: z.enum(Object.keys(failureSources) as FailureSource[]),
        server: z.optional(z.string()),
        outcome: z.enum(["silent", "none", "refused", "unreadable"]),
        detail: z.string(),
      }),
    ),
    country: z.optional(z.string()),
    seats: z.optional(z.array(z.string())),
    origins: z.array(z.string()),
    outOfDns: z.optional(z.enum(outOfDns)),
    isHeldByRegistry: z.optional(z.boolean()),
    registeredAt: z.optional(z.string()),
    firstRegisteredAt: z.optional(z.string()),
    holders: z.optional(z.array(z.string())),
    registrarNames: z.optional(z.array(z.string())),
    isAssigned: z.optional(z.boolean()),
    parent: z.optional(z.string()),
  }),
  range: z.optional(z.string()),
  place: z.optional(z.object({ prefix: z.string(), holes: z.array(z.string()) })),
});

/** Bounds any finding. A range that is too long to be one holds only for what was asked. */
const within = ({ finding, range, place }: Held): Held => ({
  finding: bounded(finding),
  ...(range !== undefined && readRange(range) !== undefined && { range, ...(place && { place }) }),
});

const readHeld = (text: string): Held | undefined => {
  try {
    const read = heldSchema.safeParse(JSON.parse(text));
    return read.success ? within(read.data) : undefined;
  } catch {
    // Not JSON, so not ours: asked anew and overwritten.
    return undefined;
  }
};

const waitMsAtMost = 8_000;
/** How long nobody asks a silent registry about the same block again. */
const pauseMs = 20_000;

const knownAnswers = "known answers" as const;

/** True where nobody was asked, because others are asking or got no answer a moment ago. */
export const isLater = ({ failures }: Finding): boolean => failures.some(({ source }) => source === knownAnswers);

const later = (about: string): Held => ({
  finding: {
    ...noFinding,
    failures: [
      {
        source: knownAnswers,
        outcome: "silent",
        detail: `Others are asking about ${about} right now, or were left without an answer a moment ago.`,
      },
    ],
  },
});

const frame = { lifeOf, waitMsAtMost, pauseMs };

/** The prefix says how an answer's reach was decided: `network#`, by its range alone, is never read again. */
const keyOf = (prefix: string): string => `block#${prefix}`;

/**
 * What is known of the block around an address, or what `ask` finds. Where the registry listed the block's
 * children, it serves the block's other addresses that are in none of them, else this address alone: so the
 * answer does not depend on which neighbour was asked about before. The list costs one question more for each
 * block that is asked about. Without a list, each address costs a lookup instead of each block, within the same
 * day.
 */
export const knownOfAddress = async (known: Known, address: string, ask: () => Promise<Registered>): Promise<Held> => {
  const keys = prefixesOf(address).map(keyOf);
  const [own = address] = keys;
  return known<Held & Registered & { readonly places?: readonly Place[] }>({
    ...frame,
    keys,
    turns: turnsOf(address).map(keyOf),
    keep: ({ finding, range, places }) =>
      places
        ? places.map((place) => ({ key: keyOf(place.prefix), text: JSON.stringify({ finding, range, place }) }))
        : [{ key: own, text: JSON.stringify({ finding, range }) }],
    read: (text, key) => {
      const held = readHeld(text);
      return held && (key === own || holdsFor(held, address)) ? held : undefined;
    },
    ask: async () => {
      const { children, ...registered } = await ask();
      return { ...within(registered), ...(children && { children }) };
    },
    reach: async ({ children, ...held }) => {
      const listed = held.range === undefined ? undefined : await children?.();
      const places = held.range !== undefined && listed ? placesIn(held.range, listed, address) : [];
      const [place] = places;
      return { ...held, ...(place && { place, places }) };
    },
    later: later("this network"),
  });
};

const askedAbout = {
  system: "this autonomous system",
  domain: "this domain",
  announced: "who announces this address",
  neighbours: "the neighbours of who announces this address",
  database: "this address",
} as const;

const knownUnder = (
  known: Known,
  kind: keyof typeof askedAbout,
  name: string,
  ask: () => Promise<Held>,
): Promise<Held> => {
  const key = `${kind}#${name}`;
  return known<Held>({
    ...frame,
    keys: [key],
    turns: [key],
    keep: (held) => [{ key, text: JSON.stringify(held) }],
    read: readHeld,
    ask: async () => within(await ask()),
    later: later(askedAbout[kind]),
  });
};

/** Kept under the system's or domain's own name alone. */
export const knownOfName = async (
  known: Known,
  kind: "system" | "domain",
  name: string,
  ask: () => Promise<Finding>,
): Promise<Finding> => (await knownUnder(known, kind, name, async () => ({ finding: await ask() }))).finding;

/** For a source without blocks, or with blocks of unknown contents: kept for this address alone. */
export const knownOfAlone = (
  known: Known,
  kind: "announced" | "neighbours" | "database",
  address: string,
  ask: () => Promise<Held>,
): Promise<Held> => knownUnder(known, kind, address, ask);
