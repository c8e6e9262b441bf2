import type { Candidate } from "../../functions/case/candidate.ts";
import type { PolicyOf } from "../../functions/case/policy.ts";
import type { Step } from "../../functions/case/step.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { mailDomainOf } from "../../functions/kernel/mailbox.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { aSettings } from "../support/a-case.ts";
import { directoryOfOutside } from "./outside.ts";

/** A mail that asks something of a desk; the others go to who had one. */
export const asks: readonly Step[] = ["first", "escalation", "reminder"];

/**
 * Settings as they stand at a moment, and what they forbid in plain words, so that whoever watches
 * need not believe the reader of them.
 */
export type InForce = {
  readonly settings: Settings;
  readonly policyOf: PolicyOf;
  /** For what step is asked: who takes forms only still hears by mail of what was mailed there. */
  readonly forbids: (to: Candidate, step: Step) => boolean;
  readonly protects: (host: string) => boolean;
};

export const optedOut = "canary-opted-out@network.example";
/** Whom SQS names as the sender of a reporter's messages. */
export const senderOf = (reporter: string): string => `AROA-${reporter}`;
const reporter = (id: string): Settings["reporters"][number] => ({
  id,
  organisation: `Example ${id}`,
  contact: `canary-desk@${id}.example`,
  trustedFlagger: [],
  people: [],
  reportsAMinute: 300,
  liveIn: ["phishing", "malware", "brand", "other"],
  senders: [senderOf(id)],
});
const always: Settings = aSettings({
  reporters: ["hotline", "cert", "flood"].map(reporter),
  optedOut: [optedOut],
  ...directoryOfOutside,
});

type Change = {
  readonly settings: Partial<Settings>;
  readonly forbids?: InForce["forbids"];
  readonly protects?: (host: string) => boolean;
};
const isAt = (domain: string) => (to: Candidate) => mailDomainOf(to.email) === domain;
const provider = { name: "Network", scope: "network", xarf: "single" } as const;
const inDirectory = (entry: Omit<Settings["directory"][number], "name" | "scope" | "xarf">): Partial<Settings> => ({
  directory: [...always.directory, { ...provider, ...entry }],
});
const form = "https://forms.network.example/abuse";

/** What an operator may write into the settings on any day. */
export const changes = {
  nothing: { settings: {} },
  "a desk opted out": {
    settings: { optedOut: [optedOut, "canary-abuse@network.example"] },
    forbids: ({ email }) => email === "canary-abuse@network.example",
  },
  "a provider opted out, by its mail domain": {
    settings: inDirectory({ matches: ["@network.example"], kind: "opted-out" }),
    forbids: isAt("network.example"),
  },
  "a provider opted out, by its range": {
    settings: inDirectory({ matches: ["192.0.2.0/24"], kind: "opted-out" }),
    forbids: ({ scope, range }) => scope === "network" && (range?.startsWith("192.0.2.") ?? false),
  },
  "a provider takes forms only": {
    settings: inDirectory({ matches: ["@network.example"], kind: "form-only", form }),
    forbids: (to, step) => to.source !== "person" && asks.includes(step) && isAt("network.example")(to),
  },
  "a domain protected": {
    settings: { protectedDomains: ["parliament.example", "bad.example"] },
    protects: (host) => host === "bad.example" || host.endsWith(".bad.example"),
  },
} as const satisfies Readonly<Record<string, Change>>;
export type SettingsChange = keyof typeof changes;

const made = new Map<string, InForce>();

/** Made once each: a house is built a few hundred thousand times. */
export const inForce = (change: SettingsChange, digests: boolean): InForce => {
  const key = `${change} ${digests}`;
  const known = made.get(key);
  if (known) return known;
  const { settings: changed, forbids = () => false, protects = () => false }: Change = changes[change];
  const settings: Settings = { ...always, ...changed, digests };
  const now: InForce = {
    settings,
    policyOf: policyOf(settings),
    forbids: (to, step) => to.email === optedOut || forbids(to, step),
    protects,
  };
  made.set(key, now);
  return now;
};
