import { type Instant, msOf } from "../kernel/instant.ts";
import * as z from "../kernel/zod.ts";
import type { Lane } from "../report/category.ts";

/*
 * A smoke test (`takedown deployed --smoke`) proves that mails go out and what comes of them comes back, by the
 * notices' own ways. It is no case, in no statistics, breaker or desk's memory. It names no recipient: those stand
 * here.
 */

/** `reply-domain`: our own, where SES receives. All others are SES's own mailbox simulator. */
type Recipient = "reply-domain" | `${string}@simulator.amazonses.com`;

/**
 * By SES's word (SES Developer Guide, "Using the mailbox simulator") such mails count in no rate of the account,
 * put no address on its suppression list, and may be sent from the sandbox.
 */
export const probes = {
  "urgent-delivered": { lane: "urgent", to: "success@simulator.amazonses.com", event: "Delivery" },
  delivered: { lane: "standard", to: "success@simulator.amazonses.com", event: "Delivery" },
  bounced: { lane: "standard", to: "bounce@simulator.amazonses.com", event: "Bounce" },
  complained: { lane: "standard", to: "complaint@simulator.amazonses.com", event: "Complaint" },
  answered: { lane: "standard", to: "reply-domain" },
} as const satisfies Readonly<
  Record<string, { readonly lane: Lane; readonly to: Recipient; readonly event?: "Delivery" | "Bounce" | "Complaint" }>
>;
export type ProbeName = keyof typeof probes;
export const probeNames = Object.keys(probes).filter((name): name is ProbeName => Object.hasOwn(probes, name));

export type Probe = { readonly run: string; readonly name: ProbeName };

/** Each once: `sent#bounced`, `heard#bounced#Bounce`, `swept` … */
export type NoteName =
  | `${"claimed" | "sent"}#${ProbeName | "aws"}`
  | `heard#${ProbeName}#${string}`
  | "reply"
  | "swept"
  | "on-call";

export type SmokeRun = { readonly id: string; readonly at: Instant };

/** Network: one request a call; throws what the table throws. */
export type SmokeRuns = {
  /** Over or not. */
  readonly newest: () => Promise<SmokeRun | undefined>;
  /** `false` where that was written before. */
  readonly note: (run: string, name: NoteName, said: string, at: Instant) => Promise<boolean>;
};

/** A later probe belongs to a run that nobody waits for, and is not sent. */
export const runMinutes = 30;

/** 80 bits: nobody guesses a run, who may write a mail to the reply domain. */
const runId = "[a-z2-7]{16}";
export const runIdForm = z.string().check(z.regex(new RegExp(`^${runId}$`)));
const message = z.strictObject({ smoke: z.strictObject({ run: runIdForm, probe: z.enum(probeNames) }) });

export const probeMessage = ({ run, name }: Probe): string => JSON.stringify({ smoke: { run, probe: name } });

/** `undefined` for a hint, and for whatever else. */
export const readProbe = (body: string): Probe | undefined => {
  // A hint is some fifty bytes, and is not parsed twice.
  if (!body.startsWith('{"smoke":')) return undefined;
  const read = message.safeParse(JSON.parse(body));
  return read.success ? { run: read.data.smoke.run, name: read.data.smoke.probe } : undefined;
};

/** The tag `attempt` of a probe's mail. Notices' begin with a capital (`readAttemptId`). */
export const probeTag = ({ run, name }: Probe): string => `smoke_${run}_${name}`;

const tagged = new RegExp(`^smoke_(${runId})_([a-z-]{1,20})$`);
const event = z.object({
  source: z.literal("aws.ses"),
  detail: z.object({
    eventType: z.string().check(z.regex(/^[A-Za-z]{1,20}$/)),
    mail: z.object({ tags: z.object({ attempt: z.array(z.string()).check(z.length(1)) }) }),
  }),
});

/** `undefined` for events that are not about a probe. */
export const readProbeEvent = (body: string): (Probe & { readonly event: string }) | undefined => {
  if (!body.includes('"smoke_')) return undefined;
  const read = event.safeParse(JSON.parse(body));
  const [, run = "", named] = tagged.exec(read.data?.detail.mail.tags.attempt[0] ?? "") ?? [];
  const name = probeNames.find((one) => one === named);
  return read.success && name ? { run, name, event: read.data.detail.eventType } : undefined;
};

/** No notice has such an address (`notice/reply-address.ts`). */
export const smokeAddress = (run: string, replyDomain: string): string => `smoke.${run}@${replyDomain}`;

export const runAmong = (recipients: readonly string[], domains: readonly string[]): string | undefined => {
  for (const address of recipients.slice(0, 100)) {
    const [, run, domain = ""] =
      new RegExp(`^smoke\\.(${runId})@([a-z0-9.-]{1,253})$`).exec(address.toLowerCase()) ?? [];
    if (run !== undefined && domains.includes(domain)) return run;
  }
  return undefined;
};

/** The newest run, and young enough that somebody waits for it. */
export const isGoingOn = async (runs: SmokeRuns, run: string, now: Instant): Promise<boolean> => {
  const newest = await runs.newest();
  return newest?.id === run && isYoung(newest, now);
};

export const isYoung = ({ at }: SmokeRun, now: Instant): boolean => msOf(now) < msOf(at) + runMinutes * 60_000;
