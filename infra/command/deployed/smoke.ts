import { activeChannels } from "../../../functions/kernel/channels.ts";
import { type ProbeName, probeNames, probes } from "../../../functions/smoke/probe.ts";
import type { SmokeNotes } from "../../../functions/store/table/smoke.ts";
import type { Stage } from "../../stack/stages.ts";
import type { Row } from "./rows.ts";

/** All that the judgement is made from. */
export type SmokeSeen = {
  readonly notes: SmokeNotes;
  /** Whether AWS itself was asked; an emulator's SES tells no events and receives nothing. */
  readonly isAws: boolean;
  /** How many have confirmed that they are told; a sentence where that could not be read. */
  readonly confirmed?: number | string;
};

/** What a smoke test asks of a stage. */
export type SmokeStage = Pick<Stage, "inboundMail"> & { readonly settings: Pick<Stage["settings"], "channels"> };

/** Whether the stage reports to AWS by its API. */
export const tellsAws = ({ settings }: SmokeStage): boolean => activeChannels(settings).includes("aws");

/** The mails of a stage's smoke test: the reply alone needs a stage that receives. */
export const probesOf = ({ inboundMail }: Pick<Stage, "inboundMail">): readonly ProbeName[] =>
  probeNames.filter((name) => probes[name].to !== "reply-domain" || inboundMail);

/** What of a run can come in here and has not. Empty: there is nothing more to wait for. */
export const missingOf = (stage: SmokeStage, { notes, isAws }: SmokeSeen): readonly string[] =>
  awaited(stage)
    .filter(({ byAwsAlone, note, mail }) => {
      const answer = mail === undefined ? undefined : notes.get(`sent#${mail}`);
      // What was not sent brings nothing.
      if (note !== `sent#${mail}` && answer !== undefined && answer.said !== "accepted") return false;
      return !notes.has(note) && (isAws || !byAwsAlone);
    })
    .map(({ what }) => what);

type Awaited = {
  readonly what: string;
  readonly note: string;
  /** The mail without which it can't come. */
  readonly mail?: ProbeName;
  readonly byAwsAlone?: true;
  /** What stands still where it does not come, and where to look. */
  readonly fix: string;
};

const awaited = (stage: SmokeStage): readonly Awaited[] => [
  ...probesOf(stage).map(
    (mail): Awaited => ({
      what: `Send: ${mail}`,
      note: `sent#${mail}`,
      mail,
      fix: `Look at the queue notice-${probes[mail].lane}, its dead letters and the log of send-notice.`,
    }),
  ),
  ...probesOf(stage).flatMap((mail): readonly Awaited[] => {
    const probe = probes[mail];
    if (!("event" in probe)) return [];
    return [
      {
        what: `${probe.event} event, ${probe.lane} lane`,
        note: `heard#${mail}#${probe.event}`,
        mail,
        byAwsAlone: true,
        fix: `Rule, key or queue loses SES's events: runbook, mails-unheard. The queue is ${queueOf(probe.lane)}.`,
      },
    ];
  }),
  ...(stage.inboundMail
    ? [
        {
          what: "Reply by S3",
          note: "reply",
          mail: "answered",
          byAwsAlone: true,
          fix:
            "Look whether the rule set is active and the MX record stands (first-deployment.md, step 7), then at the " +
            "queue reply and the log of take-in-reply.",
        } as const,
      ]
    : []),
  ...(tellsAws(stage)
    ? [
        {
          what: "AWS Abuse Signal API",
          note: toldAws,
          byAwsAlone: true,
          fix: "Is us-east-1 denied by your organisation's policy? Else look at the log of tell-channel.",
        } as const,
      ]
    : []),
  { what: "Sweep", note: "swept", fix: "Nothing is reminded or escalated: runbook, sweep-late." },
  { what: "On-call message", note: "on-call", fix: "On-call is told of nothing: look at the log of follow-up." },
];

const toldAws = "sent#aws";

const queueOf = (lane: "urgent" | "standard"): string => (lane === "urgent" ? "delivery-urgent" : "delivery");

/** What the run proved, what it disproved, and what can't be proven where it ran. */
export const smokeRows = (stage: SmokeStage, seen: SmokeSeen): readonly Row[] =>
  awaited(stage).map((one) => (one.note === "on-call" ? onCall(one, seen) : rowOf(one, seen)));

const rowOf = ({ what, note, mail, byAwsAlone, fix }: Awaited, { notes, isAws }: SmokeSeen): Row => {
  const seen = notes.get(note);
  if (note === `sent#${mail}`) return sent(what, seen, fix);
  if (note === toldAws && seen && seen.said !== "accepted") return { what, state: "stops", says: seen.said, fix };
  if (seen) return { what, state: "ready", says: `Came in at ${seen.at}.` };
  const answer = notes.get(`sent#${mail}`);
  if (mail !== undefined && answer?.said !== "accepted")
    return { what, state: "unknown", says: "Its mail was not sent." };
  if (byAwsAlone && !isAws)
    return {
      what,
      state: "unknown",
      says: "Not proven: AWS_ENDPOINT_URL is set, and what answers there brings neither SES's events nor mail.",
    };
  return { what, state: "stops", says: "It did not come in time.", fix };
};

const sent = (what: string, seen: { readonly said: string; readonly at: string } | undefined, fix: string): Row => {
  if (!seen) return { what, state: "stops", says: "Nobody sent it in time.", fix };
  if (seen.said === "accepted") return { what, state: "ready", says: `SES took it at ${seen.at}.` };
  if (seen.said === "stopped")
    return {
      what,
      state: "stops",
      says: "A person or the breaker has stopped this lane, and so nothing was sent.",
      fix: "Let it go on first: takedown sending --resume.",
    };
  if (seen.said === "day")
    return { what, state: "stops", says: "The day's quota of SES is spent.", fix: "Runbook, ses-refuses." };
  return {
    what,
    state: "stops",
    says: `SES did not take it for certain (${seen.said}).`,
    fix: "takedown deployed --pre-flight says what SES lacks; runbook, ses-refuses.",
  };
};

const onCall = (one: Awaited, seen: SmokeSeen): Row => {
  const row = rowOf(one, seen);
  const { confirmed } = seen;
  if (row.state !== "ready") return row;
  const took = `SNS took it at ${seen.notes.get(one.note)?.at}`;
  if (typeof confirmed === "string" || confirmed === undefined)
    return {
      ...row,
      state: seen.isAws ? "heed" : "unknown",
      says: `${took}; who has confirmed AWS did not say: ${confirmed ?? "not asked"}.`,
      fix: "See that it has reached the person on call.",
    };
  if (confirmed > 0)
    return {
      ...row,
      says: `${took}; ${confirmed} ${confirmed === 1 ? "has" : "have"} confirmed. See that it has reached them.`,
    };
  return seen.isAws
    ? {
        ...row,
        state: "stops",
        says: `${took}, and nobody has confirmed that they are told: nobody has heard it.`,
        fix: "Follow the link in SNS's mail as runbook, on-call-unheard, says.",
      }
    : { ...row, state: "unknown", says: `${took}; in an emulator nobody can confirm.` };
};

/**
 * How the command ends: 0 where all is proven, or, in an emulator, all that can be; 1 else. Nothing
 * that AWS left unproven is excused.
 */
export const endsWith = (rows: readonly Row[], isAws: boolean): 0 | 1 =>
  rows.some(({ state }) => state === "stops" || (isAws && state === "unknown")) ? 1 : 0;
