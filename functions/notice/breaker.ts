import type { Instant } from "../kernel/instant.ts";
import { type Lane, lanes } from "../report/category.ts";

/*
 * Our own bounce and complaint rates. AWS looks into an account at 5 % bounces and 0.1 % complaints and stops it at 10 %
 * and 0.5 % (SES Developer Guide, "Reputation metrics messages"); abuse mailboxes are bad addresses, so one untended
 * source of contacts can lose the account. The breaker stops the standard lane before AWS looks.
 */

/** How mails ended in one stretch of ten minutes: `concluded` were delivered or bounced for good. */
export type Outcomes = { readonly concluded: number; readonly bounced: number; readonly complained: number };
export type Stretch = Readonly<Record<Lane, Outcomes>>;

export const noOutcomes: Outcomes = { concluded: 0, bounced: 0, complained: 0 };
export const emptyStretch: Stretch = { urgent: noOutcomes, standard: noOutcomes };

const plus = (a: Outcomes, b: Outcomes): Outcomes => ({
  concluded: a.concluded + b.concluded,
  bounced: a.bounced + b.bounced,
  complained: a.complained + b.complained,
});
export const plusStretch = (a: Stretch, b: Stretch): Stretch => ({ urgent: plus(a.urgent, b.urgent), standard: plus(a.standard, b.standard) });

export type ReputationTrouble = {
  readonly what: "bounces" | "complaints";
  /** Share, 0 to 1. */
  readonly rate: number;
  readonly of: number;
};

/** Looks back over this many ended mails, newest stretches first. */
const lookBackOver = 2_000;
const limits = {
  // Fewer than these say nothing: one bounce in ten mails is a Tuesday, not a reputation.
  bounces: { above: 0.04, mailsAtLeast: 100, casesAtLeast: 5 },
  // One complaint in a thousand mails is above the limit and may still be one angry desk.
  complaints: { above: 0.0008, mailsAtLeast: 500, casesAtLeast: 2 },
} as const;

/** The newest stretches that together hold the last 2,000 ended mails, or fewer where there are not so many. */
const lastOf = (stretches: readonly Outcomes[]): Outcomes => {
  let sum = noOutcomes;
  for (const stretch of stretches) {
    if (sum.concluded >= lookBackOver) break;
    sum = plus(sum, stretch);
  }
  return sum;
};

const troubleOf = (stretches: readonly Outcomes[]): ReputationTrouble | undefined => {
  const { concluded, bounced, complained } = lastOf(stretches);
  const over = (cases: number, { above, mailsAtLeast, casesAtLeast }: (typeof limits)[keyof typeof limits]) =>
    concluded >= mailsAtLeast && cases >= casesAtLeast && cases / concluded > above;
  if (over(bounced, limits.bounces)) return { what: "bounces", rate: bounced / concluded, of: concluded };
  if (over(complained, limits.complaints)) return { what: "complaints", rate: complained / concluded, of: concluded };
  return undefined;
};

/**
 * Why the standard lane has to stop: its own rate, or that of all our mail, since AWS counts the account. `stretches` are
 * newest first. The urgent lane is never stopped by a machine; its own trouble is told to on-call.
 */
export const troubleOfStandard = (stretches: readonly Stretch[]): ReputationTrouble | undefined =>
  troubleOf(stretches.map(({ standard }) => standard)) ?? troubleOf(stretches.map((stretch) => lanes.map((lane) => stretch[lane]).reduce(plus)));
export const troubleOfUrgent = (stretches: readonly Stretch[]): ReputationTrouble | undefined => troubleOf(stretches.map(({ urgent }) => urgent));

export const describeTrouble = ({ what, rate, of }: ReputationTrouble): string =>
  `${(rate * 100).toFixed(what === "bounces" ? 1 : 2)} % ${what === "bounces" ? "permanent bounces" : "complaints"} among the last ${of} mails`;

/** Whether standard mail goes out, and who said so. `since` of a running lane is when a person let it run again. */
export type SenderState =
  | { readonly kind: "runs"; readonly since?: Instant; readonly by?: string; readonly why?: string }
  | { readonly kind: "stopped"; readonly since: Instant; readonly why: string /** On-call has been told of it. */; readonly told: boolean };

/** What became of one mail, for the counters. */
export type MailEnd = "delivered" | "bounced" | "complained";

const endCounts: Readonly<Record<MailEnd, Outcomes>> = {
  delivered: { concluded: 1, bounced: 0, complained: 0 },
  bounced: { concluded: 1, bounced: 1, complained: 0 },
  // A complaint is about a mail that was delivered, and was counted then.
  complained: { concluded: 0, bounced: 0, complained: 1 },
};
export const plusEnd = (stretch: Stretch, lane: Lane, end: MailEnd): Stretch => ({ ...stretch, [lane]: plus(stretch[lane], endCounts[end]) });

/** Where the counters and the breaker's word are kept. Counts are near enough; a lost or doubled one moves nothing. */
export type Reputation = {
  readonly senderState: () => Promise<SenderState>;
  /** Stops the standard lane; nothing when it is stopped already. */
  readonly stop: (at: Instant, why: string) => Promise<void>;
  /** On-call was told of the stop that began at `since`. */
  readonly noteTold: (since: Instant) => Promise<void>;
  /** A person lets it run again; what was counted before this does not stop it again. */
  readonly resume: (at: Instant, by: string, why: string) => Promise<void>;
  readonly count: (at: Instant, ends: Stretch) => Promise<void>;
  /** The last day's stretches, newest first; those before `since` left out. */
  readonly stretches: (now: Instant, since: Instant | undefined) => Promise<readonly Stretch[]>;
};

/** Looks at the rates and stops the standard lane when they ask for it. Safe to call at any time, by anybody. */
export const watchReputation = async (reputation: Reputation, now: Instant): Promise<SenderState> => {
  const state = await reputation.senderState();
  if (state.kind === "stopped") return state;
  const trouble = troubleOfStandard(await reputation.stretches(now, state.since));
  if (!trouble) return state;
  await reputation.stop(now, describeTrouble(trouble));
  return reputation.senderState();
};

/**
 * Tells on-call once that the standard lane has stopped, since nothing but a person lets it run again. Told before it is
 * written down: the message may come twice, and never not at all.
 */
export const tellOfStop = async (
  reputation: Pick<Reputation, "senderState" | "noteTold">,
  tell: (why: string, since: Instant) => Promise<void>,
): Promise<void> => {
  const state = await reputation.senderState();
  if (state.kind !== "stopped" || state.told) return;
  await tell(state.why, state.since);
  await reputation.noteTold(state.since);
};
