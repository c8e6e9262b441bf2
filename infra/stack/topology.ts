import type { Settings } from "../../functions/kernel/settings.ts";
import { checkerQueue, ownQueueOf } from "../../functions/report/own-queue.ts";
import { webhookQueueOf } from "../../functions/webhooks/webhook.ts";
import { type SizeName, sizeOf } from "./sizes.ts";

/**
 * The flow as plain data: which queue feeds which function, how long it may take, and whom it hurts
 * when it stands still. The stack (`takedown-stack.ts`) and the local runner (`local/`) both read
 * it, so that neither can drift from the other.
 */
export const queueNames = [
  "report-urgent",
  "report-standard",
  "contact-urgent",
  "contact-standard",
  "notice-urgent",
  "notice-standard",
  "channel-urgent",
  "channel-standard",
  "delivery-urgent",
  "delivery",
  "reply",
  "history-retry",
] as const;
export type QueueName = (typeof queueNames)[number];
/**
 * The queue of a reporter who speaks through a topic or a rule (`reporters[].through`); the local
 * runner has none.
 */
type OwnQueueName = ReturnType<typeof ownQueueOf>;
/** The queue on which what a webhook is to be told waits; the local runner has none. */
type WebhookQueueName = ReturnType<typeof webhookQueueOf>;
/** What the checker is asked, whose function is in a stack of its own (`checker-stack.ts`). */
export const checkQueue = "check";
export type StageQueueName = QueueName | OwnQueueName | WebhookQueueName | typeof checkQueue;

export const functionNames = [
  "take-in-report",
  "find-contact",
  "send-notice",
  "tell-channel",
  "take-in-delivery",
  "take-in-reply",
  "follow-up",
  "tell-reporters",
  "tell-webhooks",
  "watchdog",
  "console",
  "sign-in",
] as const;
export type FunctionName = (typeof functionNames)[number];

/**
 * What a function touches beside the table and its queues: decides its rights and its environment
 * variables (`constructs/grants.ts`).
 */
export type Reach =
  /** SES, to send. */
  | "mail"
  /** The master keys, without which no case can be read. */
  | "master-keys"
  /** The key of case numbers, to open a case. */
  | "case-number-key"
  /** The keys of the reply addresses. */
  | "reply-keys"
  /** Mails as desks wrote them. */
  | "reply-bucket"
  /** Tells on-call, with links to the console and the runbook. */
  | "on-call"
  /** Counts who is told as on-call. */
  | "on-call-list"
  /** Queries by which rule SES receives mail, where the stage does. */
  | "receipt-rule"
  /** The bus that reporters hear on. */
  | "reporters"
  /** What the operator's checker is asked, where the stage has one. */
  | "checker"
  /** Where lines of history wait with which something could not be done. */
  | "history-retry"
  /** Counts the dead letters of all queues and has them sent back. */
  | "dead-letters"
  /** The queues of reports, to put one there as a producer does. */
  | "report-queues"
  /** What seals browsers' cookies, where browsers sign in. */
  | "session-key"
  /** The operator's own systems, beyond AWS, and what each is signed by: tell-webhooks alone. */
  | "webhooks"
  /** Registries and DNS, beyond AWS: find-contact alone. */
  | "registries"
  /** Providers' APIs, beyond AWS, and the secret of each: tell-channel alone. */
  | "channels"
  /**
   * The operator's OIDC provider, beyond AWS: sign-in alone, which reaches no case; and where
   * people come back to from it.
   */
  | "oidc-provider";

export type FunctionRow = {
  readonly does: string;
  /** `webhooks`: the queue of each webhook that the settings have. */
  readonly fedBy: readonly QueueName[] | "every-minute" | "http" | "webhooks";
  /**
   * Fed besides with each line of a case's history, by the table's stream, in the order in which a
   * case's lines were written: so many at once, for which Lambda's readers wait so long.
   */
  readonly hearsHistory?: { readonly batchSize: number; readonly windowSeconds: number };
  /** There only where the stage's settings have this. */
  readonly onlyWith?: "signIn" | "webhooks" | "channels";
  /** Hints it drops; others it leaves to the sweep. */
  readonly drops: readonly QueueName[];
  readonly reaches: readonly Reach[];
  readonly timeoutSeconds: number;
  /**
   * Lambda gives processor time by memory. 512 where an urgent case passes: 256 would save a dollar
   * in a million first notices, and send the urgent ones a third of a second later, or two seconds
   * where all three functions start cold (`bench:cost`, processor time).
   */
  readonly memoryMb: number;
  readonly batchSize?: number;
  /**
   * How long Lambda's readers wait for more before they hand over what there is: those of the
   * standard lane's queues (`windowSecondsOf`). Absent: not at all.
   */
  readonly windowSeconds?: number;
  /**
   * Invocations at a time for each queue, so that the registries' patience is kept; or as many as
   * SES's rate keeps busy (`sendersFor`).
   */
  readonly maxConcurrency?: number | "by-ses-rate";
  /**
   * Taken out of the account's pool for this function alone. None has it: an account's pool may be
   * as small as ten.
   */
  readonly reservedConcurrency?: number;
  /** Whom it hurts when it stands still; the runbook's page of failing functions has it. */
  readonly hurts: string;
};

export const queues: Record<QueueName, { readonly holds: string; readonly lane: "urgent" | "standard" | "both" }> = {
  "report-urgent": { holds: "reports of child abuse, intimate imagery, terrorism, and anything live", lane: "urgent" },
  "report-standard": { holds: "all other reports", lane: "standard" },
  "contact-urgent": { holds: "urgent cases whose contact is to be found", lane: "urgent" },
  "contact-standard": { holds: "other cases whose contact is to be found", lane: "standard" },
  "notice-urgent": { holds: "urgent cases with a notice to send", lane: "urgent" },
  "notice-standard": { holds: "other cases with a notice to send", lane: "standard" },
  "channel-urgent": { holds: "urgent cases with a report to a provider's API, or to ask about", lane: "urgent" },
  "channel-standard": { holds: "other cases with a report to a provider's API, or to ask about", lane: "standard" },
  "delivery-urgent": { holds: "what SES says about urgent mails that were sent", lane: "urgent" },
  delivery: { holds: "what SES says about other mails that were sent", lane: "standard" },
  reply: { holds: "mails that desks wrote back", lane: "both" },
  "history-retry": { holds: "lines of history with which something could not be done yet", lane: "both" },
};

const isOwn = (name: StageQueueName): name is OwnQueueName => name.startsWith(ownQueueOf(""));
const isWebhooks = (name: StageQueueName): name is WebhookQueueName => name.startsWith(webhookQueueOf(""));

/** All that a reporter says comes by its own queue, of either lane; and so does all that a webhook is told. */
export const laneOfQueue = (name: StageQueueName) => {
  if (name === checkQueue || name === checkerQueue) return "standard";
  return isOwn(name) || isWebhooks(name) ? "both" : queues[name].lane;
};

/** Whether messages of the urgent lane may be on it: also what a reporter of their own queue says is of any lane. */
export const carriesUrgent = (name: StageQueueName): boolean =>
  (isOwn(name) && name !== checkerQueue) || laneOfQueue(name) === "urgent";

/**
 * For how long a queue's oldest message may wait before the alarm rings, in flight too. Longer than
 * the longest visibility timeout (seven minutes), or one receive that failed and will come right by
 * the next would ring.
 */
export const waitsSeconds = { urgent: 600, other: 1_800 } as const;

type OwnQueue = { readonly name: OwnQueueName; readonly through?: string };

/**
 * The queues of a stage's reporters who speak through a topic or a rule, and of its checker. They
 * feed who reads reports.
 */
export const ownQueuesOf = ({ reporters, checker }: Pick<Settings, "reporters" | "checker">): readonly OwnQueue[] => [
  ...reporters.flatMap(({ id, through }) => (through === undefined ? [] : [{ name: ownQueueOf(id), through }])),
  ...(checker ? [{ name: checkerQueue }] : []),
];

type WebhookQueue = { readonly name: WebhookQueueName; readonly webhook: NonNullable<Settings["webhooks"]>[number] };

/** The queues of a stage's webhooks. They feed who tells them. */
export const webhookQueuesOf = ({ webhooks = [] }: Pick<Settings, "webhooks">): readonly WebhookQueue[] =>
  webhooks.map((webhook) => ({ name: webhookQueueOf(webhook.name), webhook }));

/** All queues that a stage has by its settings, beside those of the topology. */
export const stageQueuesOf = (
  settings: Pick<Settings, "reporters" | "webhooks" | "checker">,
): readonly StageQueueName[] => [
  ...[...ownQueuesOf(settings), ...webhookQueuesOf(settings)].map(({ name }) => name),
  ...(settings.checker ? ([checkQueue] as const) : []),
];

export const reportQueues = ["report-urgent", "report-standard"] as const;
const contactQueues = ["contact-urgent", "contact-standard"] as const;
const noticeQueues = ["notice-urgent", "notice-standard"] as const;
const channelQueues = ["channel-urgent", "channel-standard"] as const;
/** By whose configuration set the mail went out. */
export const deliveryQueues = { urgent: "delivery-urgent", standard: "delivery" } as const;
/**
 * Of a function that no such queue feeds: a chain of hints must come back to nobody
 * (`functions/intake/left-to-the-sweep.ts`).
 */
const hints = [...contactQueues, ...noticeQueues, ...channelQueues] as const;

export const topology: Record<FunctionName, FunctionRow> = {
  "take-in-report": {
    does: "reads a report and opens its case, or joins the open one",
    fedBy: reportQueues,
    drops: hints,
    reaches: ["master-keys", "case-number-key"],
    timeoutSeconds: 30,
    memoryMb: 512,
    batchSize: 10,
    // No window: a hold, "gone" and "withdrawn" come on these queues too, and in another reader's
    // hands they would overtake their report.
    maxConcurrency: 10,
    hurts: "New reports are not taken in; abusive content stays up and its reporter believes that somebody was told.",
  },
  "find-contact": {
    does: "asks the registries who answers for abuse at a host",
    fedBy: contactQueues,
    drops: [...noticeQueues, ...channelQueues],
    reaches: ["master-keys", "registries"],
    timeoutSeconds: 60,
    memoryMb: 512,
    batchSize: 5,
    // The one hop of a standard notice that waits; then most wait a quarter of an hour for their
    // digest.
    windowSeconds: 60,
    maxConcurrency: 5,
    hurts: "Cases wait without a contact; no first notice goes out.",
  },
  "send-notice": {
    does: "composes, claims, sends once, records",
    fedBy: noticeQueues,
    drops: [],
    reaches: ["master-keys", "mail", "reply-keys"],
    timeoutSeconds: 30,
    memoryMb: 512,
    // One at a time: a neighbour that takes its time, or is cut off, must not make a send late or
    // uncertain.
    batchSize: 1,
    maxConcurrency: "by-ses-rate",
    hurts: "Notices are ready and do not go out; hosts do not know.",
  },
  "tell-channel": {
    does: "tells providers by their APIs, once, and asks what became of it",
    fedBy: channelQueues,
    onlyWith: "channels",
    drops: [],
    reaches: ["master-keys", "reply-keys", "channels"],
    // An answer may take ten seconds, and a list is several.
    timeoutSeconds: 60,
    memoryMb: 512,
    // As of mails: a neighbour that takes its time must not make a report uncertain.
    batchSize: 1,
    maxConcurrency: 2,
    hurts: "Providers that take reports by their API are not told, and nobody hears what became of earlier reports.",
  },
  "take-in-delivery": {
    does: "records deliveries, bounces and complaints, and settles uncertain sends",
    fedBy: [deliveryQueues.urgent, deliveryQueues.standard],
    drops: hints,
    reaches: ["master-keys"],
    timeoutSeconds: 30,
    memoryMb: 512,
    batchSize: 10,
    // A send is uncertain for a quarter of an hour before a person is asked. A burst fills batches
    // sooner, so the breaker sees it at once.
    windowSeconds: 60,
    maxConcurrency: 10,
    hurts: "Bounced notices are not passed to the next contact, and uncertain sends pile up in front of on-call.",
  },
  "take-in-reply": {
    does: "reads what a desk wrote back and moves its case",
    fedBy: ["reply"],
    drops: hints,
    reaches: ["master-keys", "reply-keys", "reply-bucket"],
    timeoutSeconds: 30,
    // Five mails at once, of any size that a desk sends.
    memoryMb: 512,
    batchSize: 5,
    maxConcurrency: 5,
    hurts: "Answers of desks are not seen; they get reminders about content that they removed.",
  },
  "follow-up": {
    does: "finds what is due, reminds, escalates, tells on-call, puts what was put off on its queue again",
    fedBy: "every-minute",
    drops: [...hints, ...reportQueues],
    reaches: ["master-keys", "on-call"],
    timeoutSeconds: 55,
    // Thousands of due cases in one run; an idle one would hardly cost less.
    memoryMb: 512,
    hurts:
      "Nothing unanswered is reminded or escalated, lost hints are not found again, " +
      "and on-call is not told of new reviews.",
  },
  "tell-reporters": {
    does: "tells each reporter what happens to their report",
    fedBy: ["history-retry"],
    // A million cases a month bring a handful of lines in that time, one run instead of as many;
    // news may be that late.
    hearsHistory: { batchSize: 100, windowSeconds: 20 },
    drops: [],
    reaches: ["master-keys", "reporters", "history-retry", "checker"],
    timeoutSeconds: 60,
    // No case waits for it; a hundred lines take some 120 MB.
    memoryMb: 256,
    batchSize: 5,
    maxConcurrency: 2,
    hurts: "Reporters do not hear what became of their reports; cases go on without them.",
  },
  "tell-webhooks": {
    does: "tells the operator's own systems what on-call and reporters are told",
    fedBy: "webhooks",
    onlyWith: "webhooks",
    drops: [],
    reaches: ["webhooks"],
    timeoutSeconds: 30,
    memoryMb: 256,
    // One that hangs until its deadline keeps no other.
    batchSize: 1,
    maxConcurrency: 2,
    hurts: "A ticket system, a pager or a chat does not hear what on-call and reporters are told; cases go on.",
  },
  watchdog: {
    does:
      "looks whether the sweep still moves what is due, whether SES still tells what became of mails and receives " +
      "replies, and whether anybody is told as on-call",
    // Each minute as the sweep, under 10 cents a month: an hourly look would tell of a dead sweep
    // an hour late.
    fedBy: "every-minute",
    drops: [],
    reaches: ["on-call", "on-call-list", "receipt-rule"],
    timeoutSeconds: 30,
    memoryMb: 256,
    hurts: "Nobody would be told that reminders, escalations and on-call's questions stand still.",
  },
  console: {
    does: "shows on-call what waits and takes the verdict",
    fedBy: "http",
    drops: hints,
    reaches: ["master-keys", "dead-letters", "report-queues", "session-key"],
    timeoutSeconds: 15,
    memoryMb: 512,
    hurts: "On-call cannot see or decide what waits; nothing else stops.",
  },
  "sign-in": {
    does: "signs browsers in to the console by the operator's OIDC provider",
    fedBy: "http",
    onlyWith: "signIn",
    drops: [],
    reaches: ["session-key", "oidc-provider"],
    timeoutSeconds: 15,
    memoryMb: 512,
    hurts:
      "On-call cannot sign in by a browser; who is signed in goes on, and requests that IAM signs are taken as before.",
  },
};

const beyondAws: readonly Reach[] = ["registries", "oidc-provider", "webhooks", "channels"];
/** Whether it needs a way out to the internet. */
export const talksBeyondAws = (name: FunctionName): boolean =>
  topology[name].reaches.some((reach) => beyondAws.includes(reach));

type Optional = Partial<Pick<Settings, "signIn" | "webhooks" | "channels">>;

/** The functions that a stage has. */
export const functionsOf = (settings: Optional): readonly FunctionName[] =>
  functionNames.filter((name) => {
    const { onlyWith } = topology[name];
    return onlyWith === undefined || settings[onlyWith] !== undefined;
  });

/** The queues that a stage has: those that feed one of its functions. */
export const queuesOf = (settings: Optional): readonly QueueName[] => {
  const fed = new Set(functionsOf(settings).flatMap((name) => topology[name].fedBy));
  return queueNames.filter((name) => fed.has(name));
};

/**
 * What the stream hands to a function that hears the history: new items with such a sort key. A
 * line that is written anew is no news.
 */
export const historyKeyPrefix = "EVENT#";

/**
 * > The urgent lane is never delayed for money: from a queue that holds anything urgent, messages
 * are handed over at once.
 */
export const windowSecondsOf = (name: FunctionName, queue: StageQueueName): number =>
  laneOfQueue(queue) === "standard" ? (topology[name].windowSeconds ?? 0) : 0;

/**
 * Lambda refuses a function slower than its queue's visibility timeout; AWS asks for six times, and
 * for the window on top, in which messages are received already (Lambda Developer Guide, "Creating
 * and configuring an Amazon SQS event source mapping").
 */
export const visibilitySeconds = (queue: QueueName | WebhookQueueName): number =>
  Math.max(
    ...functionNames.flatMap((name) => {
      const { fedBy, timeoutSeconds } = topology[name];
      const feeds = isWebhooks(queue) ? fedBy === "webhooks" : typeof fedBy !== "string" && fedBy.includes(queue);
      return feeds ? [6 * timeoutSeconds + windowSecondsOf(name, queue)] : [];
    }),
  );

/**
 * From a notice's hint to its answer being written down, with SES near by: what a sender needs for
 * one mail.
 */
const oneSendSeconds = 0.35;

/**
 * How many senders each lane's queue may feed at a time, at a rate of mails a second: enough to use
 * the rate, and few enough not to wait for their turn on our money. Lambda takes 2 to 1,000 (Lambda
 * Developer Guide, "Configuring maximum concurrency").
 */
export const sendersFor = (mailsPerSecond: number): number =>
  Math.min(1_000, Math.max(2, Math.ceil(mailsPerSecond * oneSendSeconds)));

/** By what a stage chooses how many of its functions run at a time. */
type Pace = { readonly mailsPerSecond: number; readonly size: SizeName };

/** Invocations at a time for each queue of a function; absent where Lambda's own limit holds. */
export const atATimeOf = (name: FunctionName, { mailsPerSecond, size }: Pace): number | undefined => {
  const { maxConcurrency } = topology[name];
  const { atATime, atATimeAtMost = Number.POSITIVE_INFINITY } = sizeOf(size);
  const own = maxConcurrency === "by-ses-rate" ? sendersFor(mailsPerSecond) : (atATime[name] ?? maxConcurrency);
  return own === undefined ? undefined : Math.min(own, atATimeAtMost);
};

/**
 * How many of the stage's functions its queues may run at a time, all together. Beside them run
 * what is asked each minute, the stream's reader and the console.
 */
export const concurrencyOf = (settings: Optional & Pick<Settings, "reporters" | "checker">, pace: Pace): number => {
  const own = ownQueuesOf(settings).length;
  return functionsOf(settings)
    .map((name) => {
      const { fedBy } = topology[name];
      const each = atATimeOf(name, pace) ?? 1;
      if (fedBy === "webhooks") return webhookQueuesOf(settings).length * each;
      if (typeof fedBy === "string") return 0;
      return (fedBy.length + (name === "take-in-report" ? own : 0)) * each;
    })
    .reduce((sum, one) => sum + one, 0);
};

/**
 * A standard queue's dead letters expire from their first enqueueing, so the source keeps less than
 * the dead letters do.
 */
export const keepMessagesDays = 4;
export const keepDeadLettersDays = 14;
