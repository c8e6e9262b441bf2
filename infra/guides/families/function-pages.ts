import { isFedByQueues } from "../../stack/constructs/alarms.ts";
import { concurrencyOf, type FunctionName, functionNames, topology } from "../../stack/topology.ts";
import type { Page } from "./page.ts";

/** What the pages of one function say that others' don't. */
type Words = {
  readonly fails: {
    /** What counts as a failure. */
    readonly counts: string;
    /** In place of where one usually looks. */
    readonly looks?: readonly string[];
    readonly traces?: string;
    /** The first steps. */
    readonly first: readonly string[];
    /** Behind the last step. */
    readonly last?: string;
  };
  readonly throttled: {
    readonly looks?: readonly string[];
    readonly first: string;
    /** Where the flow's own use of the pool says nothing. */
    readonly standsAlone?: true;
  };
};

const ofBatches = `A batch that fails as a whole counts once; single messages that fail within a batch do not count \
here, but end in the dead letters.`;
const lateReceives = `Nothing is lost, but receives that are throttled count: after five of them a message is a dead \
letter. Look at the dead letters of the queues that feed the function when it is over.`;
const bursts = "Dashboard `takedown-<stage>`: *Oldest message*. Does a burst of reports, events or replies come in?";
const tracesAdd =
  "[Traces](README.md#traces) are off unless the stage says otherwise; they add how long what fed a run had waited.";

const reader = (first: string): Words => ({
  fails: { counts: ofBatches, first: [first] },
  throttled: { first: lateReceives },
});

const words: Readonly<Record<FunctionName, Words>> = {
  "take-in-report": reader(
    "No report is lost: messages go back to the queue, and after five receives to the dead letters.",
  ),
  "find-contact": reader(
    "No case is lost: its hint goes back to the queue. A registry that is silent is no error; errors here are ours.",
  ),
  "send-notice": reader(
    `Do not send anything by hand. A notice whose claim was written and whose answer is missing stays on the wire, \
and comes to on-call as a question after fifteen minutes.`,
  ),
  "tell-channel": reader(
    `Fill in no form by hand for a report that is on the wire: the provider may have it. Its own list settles it \
within minutes where it has one, and else on-call is asked after a quarter of an hour.`,
  ),
  "take-in-delivery": reader("No event is lost: messages go back to the queue."),
  "take-in-reply": reader(
    "No reply is lost for three days: the mails stay in the bucket, and the messages in the queue.",
  ),
  "follow-up": {
    fails: {
      counts: "Each minute's sweep counts once.",
      first: [
        `A sweep that fails is made up for by the next one, oldest first. Only when it fails for long do reminders \
and escalations come late.`,
      ],
    },
    throttled: { first: "A sweep that was not let in is made up for by the next one, oldest first." },
  },
  "tell-reporters": {
    fails: {
      counts:
        "A line of history with which something could not be done is no failure here: it waits on the queue " +
        "`history-retry`. A batch fails only where the function can't run, or that queue takes nothing.",
      looks: [
        logOf("tell-reporters"),
        `${limitOf("tell-reporters")}.`,
        "The alarms `takedown-<stage>-tell-reporters-late` and `takedown-<stage>-history-retry-dead-letters`: for " +
          "how long nothing got through, and what was given up.",
      ],
      first: [
        `A batch that fails is tried eleven times, halved each time. Then its place in the stream lies among the dead \
letters of \`history-retry\`, and the stream goes on: see history-retry-dead-letters.`,
      ],
      last: "The stream goes on from where it stood.",
    },
    throttled: {
      looks: [],
      first: "Nothing is lost for a day: the stream waits, and the function goes on from where it stood.",
      standsAlone: true,
    },
  },
  "tell-webhooks": reader(
    `Nothing is lost: each message goes back to its webhook's queue, and after five receives to the dead letters. A \
webhook that refuses or is silent is no failure here: it is a line \`webhook.not-told\` with the status or the \
socket's code.`,
  ),
  watchdog: {
    fails: {
      counts: "It looks once each minute.",
      looks: [
        `${logOf("watchdog")} A start that fails says which variable is missing.`,
        `\`aws logs tail /takedown/<stage>/follow-up --since 30m --filter-pattern '{ $.log = "follow-up.swept" }'\`: \
does the sweep itself still run each minute?`,
        "AWS Health: is DynamoDB or SNS out of order in the region?",
      ],
      first: [
        "While it fails, look by hand at the sweep's log each few minutes; nothing else depends on the watchdog.",
      ],
    },
    throttled: {
      looks: ["The alarm follow-up-throttled: the sweep comes as often, and is refused as often."],
      first: "A look that was not let in is made up for by the next one; no case is late by it.",
    },
  },
  console: {
    fails: {
      counts: "Each failed request counts once.",
      first: [
        `Nothing else stops: cases go on by themselves, but whatever waits for a person waits. Until it is mended, \
reviews can be counted in the table's \`review\` index.`,
      ],
    },
    throttled: { first: "Whoever looks at the console just then gets an error and can load the page again." },
  },
  "sign-in": {
    fails: {
      counts: "Each failed request counts once.",
      traces: "[Traces](README.md#traces), off unless the stage says otherwise, hold no calls out.",
      first: [
        `Cases go on by themselves. Who must decide now opens the console by a request that IAM signs (the runbook's \
first page, *The console*).`,
        `A provider that is silent, or says no, is no failure and does not ring this: it is a line \
\`sign-in.refused\` with its code. \`invalid_client\` means that the client secret is not the provider's: enter it \
again as \`infra/guides/deployment.md\` says, *Browsers*.`,
      ],
    },
    throttled: {
      looks: [
        bursts,
        `\`aws logs tail /takedown/<stage>/sign-in --since 30m\`: anybody may call this function, at most twenty \
times a second with all that browsers ask. Many lines \`sign-in.refused\` are somebody who tries.`,
      ],
      first: "Whoever signs in just then gets an error and can begin again.",
    },
  },
};

function logOf(name: FunctionName): string {
  return (
    `\`aws logs tail /takedown/<stage>/${name} --since 30m --filter-pattern unforeseen\`: the name of ` +
    "the error and where it was thrown."
  );
}
function limitOf(name: FunctionName): string {
  const { timeoutSeconds } = topology[name];
  return (
    `Dashboard \`takedown-<stage>\`: *Errors* and *Time taken*. A time near ${timeoutSeconds} seconds is ` +
    "the function's limit"
  );
}

const failsPage = (name: FunctionName, { counts, looks, traces = tracesAdd, first, last }: Words["fails"]): Page => ({
  sees: [`\`takedown-<stage>-${name}\` failed at least three times within five minutes. ${counts}`],
  hurts: topology[name].hurts,
  looks: looks ?? [
    `${logOf(name)} A start that fails says which variable or setting is wrong.`,
    `${limitOf(name)}.`,
    `\`aws logs tail /takedown/<stage>/${name} --since 30m --filter-pattern REPORT\`: how long each run took and how \
much memory, also one that was cut off. ${traces}`,
  ],
  does: [
    ...first,
    `An access error names the action and the resource that the role lacks. Roles are exact on purpose: add what is \
missing in \`infra/stack/constructs/grants.ts\`, or in \`table-rights.ts\` beside it, never a wildcard.`,
    `When it began with a deployment, deploy the version before it.${last ? ` ${last}` : ""}`,
  ],
});

/** Of a stage with providers' APIs, at the rate at which SES begins outside the sandbox. */
const atOnce = concurrencyOf({ reporters: [], channels: {} }, { size: "usual", mailsPerSecond: 14 });

const throttledPage = (name: FunctionName, { looks = [bursts], first, standsAlone }: Words["throttled"]): Page => ({
  sees: [
    `Lambda refused to run \`takedown-<stage>-${name}\` at least three times within five minutes, since ` +
      "too many functions ran at once.",
  ],
  hurts: topology[name].hurts,
  looks: [
    "`aws lambda get-account-settings`: `ConcurrentExecutions` is the account's pool in this region. A " +
      "new account may have ten.",
    "CloudWatch, `AWS/Lambda`, `ConcurrentExecutions` of all functions: what else in the account uses the pool up?",
    ...looks,
  ],
  does: [
    first,
    `Have the quota *Concurrent executions* of the account raised (Service Quotas)${
      standsAlone ? "" : `; the queues of the flow together use up to ${atOnce} at a time at 14 mails a second`
    }.`,
    "When something else in the account uses the pool up, give that a reserved concurrency, so that it leaves room.",
  ],
});

const droppedPage = (name: FunctionName): Page => ({
  sees: [
    `Lambda took messages for \`takedown-<stage>-${name}\` for a loop and did not run it ` +
      "(`RecursiveInvocationsDropped`): they had come through its own queues some sixteen times in one chain.",
  ],
  hurts: topology[name].hurts,
  looks: [
    "The dead letters of the queues that feed it: each dropped message lies there. The function never ran for it, " +
      "so its log says nothing.",
    "`aws lambda get-function-recursion-config --function-name takedown-<stage>-" +
      `${name}\`: \`Terminate\` is how it is deployed.`,
    "What was deployed last: nothing of ours goes in rounds ([why](../decisions/no-rounds-on-queues.md)), so " +
      "something of yours puts on our queues what came from them, as a rule on the bus of reporters' news may.",
  ],
  does: [
    "Find what closes the circle and take it out. Do not allow the loop: it would run, and be paid, for ever.",
    "Then send the dead letters back, from the console or as the page of their queue says. Cases lose nothing " +
      "meanwhile: the sweep finds what is due by the table.",
  ],
});

/** The pages of every function's alarms, by their names: failures, runs that Lambda refused, and loops. */
export const functionPages = (): readonly (readonly [string, Page])[] =>
  functionNames.flatMap((name): readonly (readonly [string, Page])[] => [
    [`${name}-fails`, failsPage(name, words[name].fails)],
    [`${name}-throttled`, throttledPage(name, words[name].throttled)],
    ...(isFedByQueues(name) ? [[`${name}-dropped`, droppedPage(name)] as const] : []),
  ]);
