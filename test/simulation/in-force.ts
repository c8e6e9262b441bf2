import type { Candidate } from "../../functions/case/candidate.ts";
import type { CategoryPolicy, PolicyOf } from "../../functions/case/policy.ts";
import type { Step } from "../../functions/case/step.ts";
import { clocksOf } from "../../functions/escalation/clocks.ts";
import { policyOf, policyTable } from "../../functions/escalation/policy.ts";
import { readPolicyTable } from "../../functions/escalation/read-policy-table.ts";
import { readDeskMatch } from "../../functions/kernel/desk-match.ts";
import type { CurrentSettings, DecidedSince, Inhibition } from "../../functions/kernel/in-force.ts";
import { earlier, type Instant, latest, plusMinutes } from "../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../functions/kernel/mailbox.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { categories } from "../../functions/report/category.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { directoryOfOutside } from "./outside.ts";

/** A mail that asks something of a desk; the others go to who had one. */
export const asks: readonly Step[] = ["first", "escalation", "reminder", "returned"];

/**
 * Settings as they stand at a moment, and what they forbid in plain words, so that whoever watches
 * need not believe the reader of them.
 */
export type InForce = {
  readonly settings: CurrentSettings;
  readonly policyOf: PolicyOf;
  readonly rows: typeof policyTable;
  /** What due times are computed by. */
  readonly clocks: string;
  /** For what step is asked: who takes forms only still hears by mail of what was mailed there. */
  readonly forbids: (to: Candidate, step: Step, now: Instant) => boolean;
  /** Nothing is sent about a host at these addresses, to anybody. */
  readonly keeps: (addresses: readonly string[], now: Instant) => boolean;
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
  channels: { godaddy: {}, aws: {}, netcraft: { email: "canary-netcraft@operator.example" } },
  clocks: {},
  ...directoryOfOutside,
});

type Change = {
  readonly settings: Partial<CurrentSettings>;
  readonly forbids?: InForce["forbids"];
  readonly protects?: (host: string) => boolean;
  readonly keeps?: InForce["keeps"];
  /** Of the policy, in each category. */
  readonly row?: (row: CategoryPolicy) => Partial<CategoryPolicy>;
};
const isAt = (domain: string) => (to: Candidate) => mailDomainOf(to.email) === domain;
const provider = { name: "Network", scope: "network", xarf: "single" } as const;
const inDirectory = (entry: Omit<Settings["directory"][number], "name" | "scope" | "xarf">): Partial<Settings> => ({
  directory: [...always.directory, { ...provider, ...entry }],
});
/** From the first moment on, while the schedule's first mails go out. */
const inhibited = (about: Inhibition["about"]): Pick<DecidedSince, "inhibitions"> => {
  const until = plusMinutes(morning, 20);
  return { inhibitions: [{ about, since: morning, until, planned: until }] };
};
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
  "a desk inhibited for twenty minutes": {
    settings: inhibited({ desk: { kind: "mailbox", email: "canary-abuse@network.example" } }),
    forbids: ({ email }, _, now) => email === "canary-abuse@network.example" && now < plusMinutes(morning, 20),
  },
  "a range inhibited for twenty minutes": {
    settings: inhibited({ desk: readDeskMatch("192.0.2.10") }),
    keeps: (addresses, now) => addresses.includes("192.0.2.10") && now < plusMinutes(morning, 20),
  },
  "a domain protected": {
    settings: { protectedDomains: ["parliament.example", "bad.example"] },
    protects: (host) => host === "bad.example" || host.endsWith(".bad.example"),
  },
  "shorter clocks": {
    settings: {},
    row: () => ({ reminderAfterHours: 1, escalatesAfterHours: 2, onCallAfterHours: 3 }),
  },
  "longer clocks": {
    settings: {},
    row: ({ reminderAfterHours, escalatesAfterHours, onCallAfterHours }) => ({
      reminderAfterHours: 2 * reminderAfterHours,
      escalatesAfterHours: 2 * escalatesAfterHours,
      onCallAfterHours: 2 * onCallAfterHours,
    }),
  },
  "days off": {
    settings: { countries: [{ country: "NL", holidays: ["2026-11-24", "2026-11-25"] }] },
  },
  "a shorter retention": { settings: { forgetAfterDays: Object.fromEntries(categories.map((one) => [one, 1])) } },
} as const satisfies Readonly<Record<string, Change>>;
export type SettingsChange = keyof typeof changes;
/** Changes of what due times are computed by: all that waits is walked through. */
export const clockChanges = [
  "shorter clocks",
  "longer clocks",
  "days off",
  "a shorter retention",
] as const satisfies readonly SettingsChange[];

const looking = always.reporters.map((one) => ({ ...one, checks: true }));

/** A change, and from when on it is in force. */
export type Changed = { readonly change: SettingsChange; readonly at: Instant };

/** Every inhibition of these changes, oldest first: one that is over stays, since clocks rested by it. */
const inhibitionsOf = (changed: readonly Changed[]): readonly Inhibition[] =>
  changed.flatMap(({ change, at }, index) => {
    const { settings }: Change = changes[change];
    const endedAt = changed[index + 1]?.at;
    return (settings.inhibitions ?? []).flatMap((one) => {
      const since = latest(one.since, at) ?? one.since;
      const until = endedAt === undefined ? one.until : earlier(one.until, endedAt);
      return until <= since ? [] : [{ ...one, since, until }];
    });
  });

/**
 * What stands after these changes, oldest first: the last of them, and nothing of those before but what was kept back
 * meanwhile.
 */
export const inForceAfter = (changed: readonly Changed[], digests: boolean, looks: boolean): InForce => {
  const last = changed.at(-1)?.change ?? "nothing";
  const { settings }: Change = changes[last];
  const inhibitions = inhibitionsOf(changed);
  // One whose end was past when it came in keeps nothing back, and no clock ever rested by it.
  const areOwn = inhibitions.length > 0 || settings.inhibitions !== undefined;
  return inForce(last, digests, looks, areOwn ? inhibitions : undefined);
};

const made = new Map<string, InForce>();

/**
 * Made once each: a house is built a few hundred thousand times. `looks`: reporters have something that looks whether
 * it is gone. `inhibitions`: in the place of those that the change brings.
 */
export const inForce = (
  change: SettingsChange,
  digests: boolean,
  looks = false,
  inhibitions?: readonly Inhibition[],
): InForce => {
  const key = `${change} ${digests} ${looks}`;
  // Moments differ from schedule to schedule: of what names them none comes again.
  const known = inhibitions ? undefined : made.get(key);
  if (known) return known;
  const {
    settings: changed,
    forbids = () => false,
    protects = () => false,
    keeps = () => false,
    row = () => ({}),
  }: Change = changes[change];
  const settings: CurrentSettings = {
    ...always,
    ...(looks && { reporters: looking, checker: {} }),
    ...changed,
    ...(inhibitions && { inhibitions }),
    digests,
  };
  const rows = readPolicyTable([...policyTable.values()].map((one) => ({ ...one, ...row(one) })));
  const now: InForce = {
    settings,
    policyOf: policyOf(settings, rows),
    rows,
    clocks: clocksOf(settings, rows),
    forbids: (to, step, at) => to.email === optedOut || forbids(to, step, at),
    protects,
    keeps,
  };
  if (!inhibitions) made.set(key, now);
  return now;
};

/** Today's clocks, and whom one might write to by the settings of then. */
export const withWhomOf = (today: InForce, then: InForce): PolicyOf => {
  const { optedOut, directory, protectedDomains } = then.settings;
  return then === today
    ? today.policyOf
    : policyOf({ ...today.settings, optedOut, directory, protectedDomains }, today.rows);
};
