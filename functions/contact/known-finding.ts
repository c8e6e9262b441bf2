import * as z from "zod";
import { scopes } from "../case/candidate.ts";
import { readRange } from "../kernel/range.ts";
import { bounded, type Finding, noFinding } from "./finding.ts";
import type { Known, Life } from "./known.ts";
import { holdsAddress, prefixesOf, prefixWithin, sliceOf } from "./prefix.ts";
import { outOfDns } from "./reading.ts";

/** A finding with the block that it holds for, as the registry wrote it; none where it holds for what was asked alone. */
export type Held = { readonly finding: Finding; readonly range?: string };

const hour = 60 * 60_000;

/** > cache by returned range (not by IP) for 24 h, negative answers for 1-6 h (`../shared/domain/contacts.md` 4.1). */
const lifeOf = ({ finding: { candidates, forms, failures, origins } }: Held): Life => {
  const names = candidates.some(({ confidence }) => confidence === "high" || confidence === "medium") || origins.length > 0;
  // For a day more it is served while one asks anew, and where the registry is silent.
  if (names) return { freshMs: 24 * hour, keptMs: 48 * hour };
  // A source that was silent may name a better desk in a minute; what was found without it is nobody's last word.
  if (failures.some(({ outcome }) => outcome === "silent")) return undefined;
  return candidates.length + forms.length > 0 ? { freshMs: 6 * hour, keptMs: 6 * hour } : { freshMs: hour, keptMs: hour };
};

const heldSchema = z.object({
  finding: z.object({
    candidates: z.array(
      z.object({
        email: z.string(),
        scope: z.enum(scopes),
        name: z.string().optional(),
        source: z.enum(["directory", "rdap", "whois", "dns", "person"]),
        server: z.string().optional(),
        range: z.string().optional(),
        confidence: z.enum(["high", "medium", "low", "guess"]),
        beside: z.literal(true).optional(),
        isCustomers: z.literal(true).optional(),
        country: z.string().optional(),
        language: z.string().optional(),
        remarks: z.array(z.string()),
      }),
    ),
    forms: z.array(z.object({ url: z.string(), scope: z.enum(scopes), name: z.string().optional() })),
    failures: z.array(z.object({ source: z.string(), outcome: z.enum(["silent", "none", "refused", "unreadable"]), detail: z.string() })),
    country: z.string().optional(),
    origins: z.array(z.string()),
    names: z.array(z.string()),
    outOfDns: z.enum(outOfDns).optional(),
    holders: z.array(z.string()).optional(),
    isAssigned: z.boolean().optional(),
  }),
  range: z.string().optional(),
});

/** The finding within its bounds, whoever found it and whenever. A range that is too long to be one holds for nothing but what was asked. */
const within = ({ finding, range }: Held): Held => ({
  finding: bounded(finding),
  ...(range !== undefined && readRange(range) !== undefined && { range }),
});

const readHeld = (text: string): Held | undefined => {
  try {
    const read = heldSchema.safeParse(JSON.parse(text));
    return read.success ? within(read.data) : undefined;
  } catch {
    // Not JSON, so not ours: it is asked anew and written over.
    return undefined;
  }
};

const waitMsAtMost = 8_000;
/** A registry that was silent is not asked again about the same block for so long, whoever wants to know. */
const pauseMs = 20_000;

const later = (about: string): Held => ({
  finding: {
    ...noFinding,
    failures: [
      { source: "known answers", outcome: "silent", detail: `Others are asking about ${about} right now, or were left without an answer a moment ago.` },
    ],
  },
});

const frame = { write: (held: Held) => JSON.stringify(held), lifeOf, waitMsAtMost, pauseMs };

/**
 * What is known of the network around an address, or what `ask` finds: kept under the largest prefix that lies in the block
 * which the registry returned, so that it serves the block's other addresses and never one outside of it.
 */
export const knownOfAddress = async (known: Known, kind: "network" | "origin", address: string, ask: () => Promise<Held>): Promise<Held> =>
  known<Held>({
    ...frame,
    keys: prefixesOf(address).map((prefix) => `${kind}#${prefix}`),
    turn: `${kind}#${sliceOf(address)}`,
    keyOf: ({ range }) => `${kind}#${prefixWithin(range, address)}`,
    // The prefix has said so already; said again by the block itself, no slip in making prefixes can give a host another's answer.
    read: (text) => {
      const held = readHeld(text);
      return held && (held.range === undefined || holdsAddress(held.range, address)) ? held : undefined;
    },
    ask: async () => within(await ask()),
    later: later("this network"),
  });

/** What is known of one system or domain, under its own name alone. */
export const knownOfName = async (known: Known, kind: "system" | "domain", name: string, ask: () => Promise<Finding>): Promise<Finding> => {
  const key = `${kind}#${name}`;
  const held = await known<Held>({
    ...frame,
    keys: [key],
    turn: key,
    keyOf: () => key,
    read: readHeld,
    ask: async () => within({ finding: await ask() }),
    later: later(kind === "domain" ? "this domain" : "this autonomous system"),
  });
  return held.finding;
};
