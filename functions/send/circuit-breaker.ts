import { hash } from "node:crypto";
import { ownedDomain } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { type Lane, lanes } from "../report/category.ts";
import { type SenderState, type SenderWord, stops } from "./breaker-state.ts";

/*
 * AWS looks into an account at 5 % bounces and 0.1 % complaints and stops it at 10 % and 0.5 % (SES Developer Guide,
 * "Reputation metrics messages"). Abuse mailboxes are bad addresses, so one untended source of contacts can lose the
 * account. The breaker stops the standard lane before AWS looks.
 */

/** Of ten minutes. `concluded`: delivered or bounced for good. Organisations are hashed, each listed once. */
export type Outcomes = {
  readonly concluded: number;
  readonly bounced: number;
  readonly complained: number;
  /** Absent where none is known. */
  readonly bouncedAt?: readonly string[];
  readonly complainedAt?: readonly string[];
};
export type Stretch = Readonly<Record<Lane, Outcomes>>;

export const noOutcomes: Outcomes = { concluded: 0, bounced: 0, complained: 0 };
export const emptyStretch: Stretch = { urgent: noOutcomes, standard: noOutcomes };

type Names = readonly string[] | undefined;
const both = (a: Names, b: Names): Names => (a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined);
const plus = (a: Outcomes, b: Outcomes): Outcomes => {
  const [bouncedAt, complainedAt] = [both(a.bouncedAt, b.bouncedAt), both(a.complainedAt, b.complainedAt)];
  return {
    concluded: a.concluded + b.concluded,
    bounced: a.bounced + b.bounced,
    complained: a.complained + b.complained,
    ...(bouncedAt && { bouncedAt }),
    ...(complainedAt && { complainedAt }),
  };
};
export const plusStretch = (a: Stretch, b: Stretch): Stretch => ({
  urgent: plus(a.urgent, b.urgent),
  standard: plus(a.standard, b.standard),
});

/** Whose mailbox it is, hashed: the registrant of its mail domain, or the name below a platform's suffix. */
export const organisationOf = (email: string): string => {
  const domain = mailDomainOf(email);
  return hash("sha256", ownedDomain(domain) ?? domain).slice(0, 12);
};

export type ReputationTrouble = {
  readonly what: "bounces" | "complaints";
  /** Organisations, each once. Or mails, as AWS counts them. */
  readonly counts: "organisations" | "mails";
  /** Share, 0 to 1. */
  readonly rate: number;
  readonly of: number;
};

/** Ended mails to look back over, newest stretches first. */
const lookBackOver = 2_000;

type Limits = Readonly<
  Record<
    ReputationTrouble["what"],
    { readonly above: number; readonly mailsAtLeast: number; readonly casesAtLeast: number }
  >
>;

/** By organisations: bad sources of contacts stop the standard lane, not one provider whose block is dead. */
const byOrganisation: Limits = {
  // Fewer than these say nothing: one bounce in ten mails is no reputation.
  bounces: { above: 0.04, mailsAtLeast: 100, casesAtLeast: 5 },
  // Two complaints in a thousand mails are above the limit and may still be two angry desks.
  complaints: { above: 0.0008, mailsAtLeast: 500, casesAtLeast: 3 },
};
/** By mails, as AWS counts: above these the standard lane stops, so that the urgent one need not. */
const byMail: Limits = {
  bounces: { above: 0.06, mailsAtLeast: 100, casesAtLeast: 5 },
  complaints: { above: 0.003, mailsAtLeast: 500, casesAtLeast: 3 },
};
/**
 * > AWS pauses an account at 10 % and 0.5 %: the urgent lane's last line lies before that, and
 * stops it only where its own mail is at fault.
 */
const lastLine: Limits = {
  bounces: { above: 0.08, mailsAtLeast: 500, casesAtLeast: 20 },
  complaints: { above: 0.004, mailsAtLeast: 1_000, casesAtLeast: 5 },
};

/** The newest stretches that together hold the last 2,000 ended mails, or all where there are fewer. */
const lastOf = (stretches: readonly Outcomes[]): Outcomes => {
  let sum = noOutcomes;
  for (const stretch of stretches) {
    if (sum.concluded >= lookBackOver) break;
    sum = plus(sum, stretch);
  }
  return sum;
};

type Counted = {
  readonly bounces: number;
  readonly complaints: number;
  readonly of: number;
  readonly counts: ReputationTrouble["counts"];
};

const inMails = ({ bounced: bounces, complained: complaints, concluded: of }: Outcomes): Counted => ({
  bounces,
  complaints,
  of,
  counts: "mails",
});
const inOrganisations = ({ bounced, concluded, bouncedAt = [], complainedAt = [] }: Outcomes): Counted => ({
  bounces: bouncedAt.length,
  complaints: complainedAt.length,
  of: concluded - bounced + bouncedAt.length,
  counts: "organisations",
});

const troubleOf = (counted: Counted, limits: Limits): ReputationTrouble | undefined => {
  const { of, counts } = counted;
  for (const what of ["bounces", "complaints"] as const) {
    const { above, mailsAtLeast, casesAtLeast } = limits[what];
    if (of >= mailsAtLeast && counted[what] >= casesAtLeast && counted[what] / of > above)
      return { what, counts, rate: counted[what] / of, of };
  }
  return undefined;
};

const all = (stretches: readonly Stretch[]): Outcomes =>
  lastOf(stretches.map((stretch) => lanes.map((lane) => stretch[lane]).reduce(plus)));

/** By its own rate or all our mail's by organisations, or by all mails, as AWS counts. Newest come first. */
export const troubleOfStandard = (stretches: readonly Stretch[]): ReputationTrouble | undefined =>
  troubleOf(inOrganisations(lastOf(stretches.map(({ standard }) => standard))), byOrganisation) ??
  troubleOf(inOrganisations(all(stretches)), byOrganisation) ??
  troubleOf(inMails(all(stretches)), byMail);

/** Why the urgent lane has to stop too: the account is near AWS's limit, driven by its own mail. */
export const troubleOfUrgent = (stretches: readonly Stretch[]): ReputationTrouble | undefined => {
  const near = troubleOf(inMails(all(stretches)), lastLine);
  if (!near) return undefined;
  const own = inMails(lastOf(stretches.map(({ urgent }) => urgent)));
  return own.of > 0 && own[near.what] / own.of > lastLine[near.what].above ? near : undefined;
};

export const describeTrouble = ({ what, counts, rate, of }: ReputationTrouble): string => {
  const [digits, named] = what === "bounces" ? [1, "permanent bounces"] : [2, "complaints"];
  const share = `${(rate * 100).toFixed(digits)} % ${named} among the last ${of} mails`;
  return counts === "mails" ? share : `${share}, each organisation counted once`;
};

export type MailEnd = "delivered" | "bounced" | "complained";

const endOf = (end: MailEnd, organisation: string): Outcomes => {
  switch (end) {
    case "delivered":
      return { ...noOutcomes, concluded: 1 };
    case "bounced":
      return { ...noOutcomes, concluded: 1, bounced: 1, bouncedAt: [organisation] };
    case "complained":
      // A complaint is about a delivered mail, which was counted then.
      return { ...noOutcomes, complained: 1, complainedAt: [organisation] };
    default:
      return end satisfies never;
  }
};

/** `email`: the recipient. */
export const plusEnd = (stretch: Stretch, lane: Lane, end: MailEnd, email: string): Stretch => ({
  ...stretch,
  [lane]: plus(stretch[lane], endOf(end, organisationOf(email))),
});

/** Where the counters and the breaker's state are kept. A lost or doubled count changes nothing. */
export type Reputation = SenderWord & {
  readonly count: (at: Instant, ends: Stretch) => Promise<void>;
  /** The last day's stretches, newest first, without those before `since`. */
  readonly stretches: (now: Instant, since: Instant | undefined) => Promise<readonly Stretch[]>;
};

/** Checks the rates and stops what they ask for. Safe to call at any time, by anybody. */
export const watchReputation = async (reputation: Reputation, now: Instant): Promise<SenderState> => {
  const state = await reputation.senderState();
  if (stops(state, "urgent")) return state;
  const stretches = await reputation.stretches(now, state.kind === "runs" ? state.since : state.resumedAt);
  const urgent = troubleOfUrgent(stretches);
  const trouble = urgent ?? (state.kind === "runs" ? troubleOfStandard(stretches) : undefined);
  if (!trouble) return state;
  await reputation.stop(now, describeTrouble(trouble), urgent !== undefined);
  return reputation.senderState();
};
