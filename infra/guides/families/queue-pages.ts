import { ownQueueOf } from "../../../functions/report/own-queue.ts";
import { webhookQueueOf } from "../../../functions/webhooks/webhook.ts";
import {
  type FunctionName,
  functionNames,
  laneOfQueue,
  type QueueName,
  queueNames,
  runbookNameOf,
  topology,
  waitsSeconds,
  windowSecondsOf,
} from "../../stack/topology.ts";
import type { Page } from "./page.ts";

/** What the pages of one queue say that others' don't. */
type Queue = {
  /** Its name in commands. */
  readonly name: string;
  readonly sees?: string;
  /** Said behind whom its function's standing still hurts. */
  readonly hurts: string;
  readonly waits: { readonly looks: string; readonly since: readonly string[] };
  readonly deadLetters: { readonly are: string; readonly sentBack: string; readonly look: string };
};

const urgentHurts =
  "Reports of child abuse, intimate imagery, terrorism and anything live are among them: " +
  "treat it as an emergency at any hour.";
const standardHurts = "The urgent lane has queues of its own and is not slowed by this one.";
const holdsTexts =
  "Do not open the messages in the AWS console while others watch, and paste none anywhere: they may " +
  "hold what was reported, or what a desk wrote.";
const holdsIds = "The messages hold a case's id and no more.";
const otherLane = "Is the other lane waiting too?";

const reportQueue = (name: string, burst: string): Queue => ({
  name,
  hurts: name === "report-urgent" ? urgentHurts : standardHurts,
  waits: {
    looks: otherLane,
    since: [
      burst,
      "DynamoDB throttles or is down: the log says `unforeseen` with the name of the error.",
      "A deployment broke the function: compare the time of the first error with the time of the last deployment.",
    ],
  },
  deadLetters: {
    are: `Messages here are reports that nobody has taken in yet: the table does not know them, so only this queue \
keeps them. An unreadable report is no dead letter (it becomes a review), so each of these failed for a reason of \
ours.`,
    sentBack: `Send them back when the cause is mended. It is safe: a report is taken in once by its id, and what a \
reporter said later counts once and by when it was said, so that an old release lifts no later hold.`,
    look: holdsTexts,
  },
});
const fair = "A burst from one reporter: the queue is fair by reporter (MessageGroupId), so others should still move.";
const overTheRate = `What is over the reporter's \`reportsAMinute\` in the settings waits in the table for up to a \
quarter of an hour (\`report.put-off\` in the log), where \`follow-up\` takes it up (\`report.taken-up\`), and SNS \
told you of it; ask the reporter whether it is meant.`;

const contactQueue = (name: string, hurts: string): Queue => ({
  name,
  hurts,
  waits: {
    looks: otherLane,
    since: [
      "A registry is slow or refuses us: the log says `contact.silent` with the source. Cases are looked " +
        "up again by themselves; nothing is lost.",
      `Many cases at once on many networks: look-ups are held to five at a time on purpose, so that registries do \
not shut us out. It drains by itself.`,
      "No way out to the internet: every look-up ends silent.",
    ],
  },
  deadLetters: {
    are: "Messages here are hints. The case knows that it needs a contact, and `follow-up` drops a new hint by itself.",
    sentBack: "Send them back when the cause is mended, or delete them; either is safe.",
    look: holdsIds,
  },
});

const noticeQueue = (name: string, hurts: string): Queue => ({
  name,
  hurts,
  waits: {
    looks: otherLane,
    since: [
      "SES says no for the time being (rate, daily quota): the log says `notice.declined` with the code. " +
        "The notices wait and are tried again.",
      "SES has paused the account: every attempt is declined. See bounce-rate and complaint-rate.",
      `SES cannot be reached: \`notice.uncertain\`. Those notices stay on the wire and are never sent again by \
themselves; on-call decides each.`,
    ],
  },
  deadLetters: {
    are: `Messages here are hints. A notice is claimed in the table before it goes on the wire, so sending a hint \
back never sends a mail twice.`,
    sentBack: "Send them back when the cause is mended, or delete them; `follow-up` drops a new hint by itself.",
    look: holdsIds,
  },
});

const channelQueue = (name: string, hurts: string): Queue => ({
  name,
  hurts,
  waits: {
    looks: otherLane,
    since: [
      "A provider's API is slow or says that we are too many: the log says `channel.later`. Two reports of a lane " +
        "are put at a time on purpose, and after some tries each is left to its form.",
      "A provider's API gives answers that nobody can read: `channel.uncertain`. Those reports are never put again " +
        "by themselves.",
      "No way out to the internet: every report is put off, and left to its form in the end.",
    ],
  },
  deadLetters: {
    are: `Messages here are hints. A report is claimed in the table before it goes on the wire, so sending a hint \
back never tells a provider twice.`,
    sentBack: "Send them back when the cause is mended, or delete them; `follow-up` drops a new hint by itself.",
    look: holdsIds,
  },
});

const deliveryQueue = (name: string, hurts: string): Queue => ({
  name,
  hurts,
  waits: {
    looks: otherLane,
    since: [
      "A burst of events after a burst of notices; it drains by itself.",
      "DynamoDB throttles or is down: the log says `unforeseen`.",
    ],
  },
  deadLetters: {
    are: `Messages here are SES events: the evidence that a mail was accepted, delivered or bounced. Without them a \
notice that is uncertain stays so, and a bounce does not reach the next contact.`,
    sentBack:
      "Send them back when the cause is mended. " +
      "Events that come late, twice or in the wrong order are told apart by their rank.",
    look: holdsTexts,
  },
});

const queueOf: Readonly<Record<QueueName, Queue>> = {
  "report-urgent": reportQueue("report-urgent", `${fair} Ask the reporter whether it is meant.`),
  "report-standard": reportQueue("report-standard", `${fair} ${overTheRate}`),
  "contact-urgent": contactQueue("contact-urgent", urgentHurts),
  "contact-standard": contactQueue("contact-standard", standardHurts),
  "notice-urgent": noticeQueue("notice-urgent", urgentHurts),
  "notice-standard": noticeQueue("notice-standard", standardHurts),
  "channel-urgent": channelQueue("channel-urgent", urgentHurts),
  "channel-standard": channelQueue("channel-standard", standardHurts),
  "delivery-urgent": deliveryQueue(
    "delivery-urgent",
    "These are the urgent ones: one of them may be a bounce, " +
      "and the next contact of an urgent case has not been told yet.",
  ),
  delivery: deliveryQueue("delivery", "The urgent lane has a queue of its own and is not slowed by this one."),
  reply: {
    name: "reply",
    hurts: "It serves both lanes.",
    waits: {
      looks: "Is anything else waiting too?",
      since: [
        "A flood of mail to the reply domain. Mails without a valid token are set aside (`reply.foreign`) " +
          "and never answered.",
        "The bucket or its key cannot be read: the log says `unforeseen` with an access error.",
      ],
    },
    deadLetters: {
      are: `Messages here point to mails in the reply bucket, which are deleted after three days. Mend the cause and \
send them back within that time; after it the answer can only be had by asking the desk again.`,
      sentBack: "A reply that is read twice changes nothing the second time.",
      look: holdsTexts,
    },
  },
  "history-retry": {
    name: "history-retry",
    hurts: "The stream itself goes on: only the lines that wait here are late.",
    waits: {
      looks: "Is anything else waiting too?",
      since: [
        "EventBridge says no for the time being, or the master keys can't be read (`keys.unusable` in the log): each " +
          "line is tried again by itself, and nothing is lost.",
        "One line that can't be told: it is tried five times and is then a dead letter. Others do not wait for it.",
      ],
    },
    deadLetters: {
      are: `Messages here name a line of a case's history, and what could not be done with it (\`reporters\`: its \
reporters were not told). The line itself stays in the table, so nothing is lost, however long it lies here, and \
nothing waits for it. One of another kind, a place in the stream, is of a batch at which \`tell-reporters\` could \
not run at all; sending it back does nothing.`,
      sentBack: `A line is told with the ids that it would have had, so sending it back is safe. To get past what \
comes back again, and for a place in the stream, tell again all that was written on the days in question. Reporters \
know by its id what they heard before: \`npx takedown tell-again --table <table> --keys <keys> \
--bus takedown-<stage>-reporters --from 2026-11-24 --to 2026-11-24\`. Then delete what lies here: \`aws sqs \
purge-queue --queue-url "$(aws sqs get-queue-url --queue-name takedown-<stage>-history-retry-dead-letters \
--query QueueUrl --output text)"\`. A line at which that command fails as well is a fault of ours: leave it here, \
and write to its case's reporters by hand.`,
      look: "The messages hold a case's id and the number of a line, and no more.",
    },
  },
};

const shared = reportQueue(
  ownQueueOf("<reporter>"),
  `A burst from this reporter: nobody else's messages come by this queue. ${overTheRate}`,
);
/** Reporters' own queues have their pages together, which are written for any of them. */
const anyReporters: Queue = {
  ...shared,
  sees: `The alarm is named by the reporter (\`<reporter>\` is the id in the settings), who speaks through a topic \
or a rule of their own (\`reporters[].through\`).`,
  hurts: `All that this one reporter says comes by this queue alone, urgent reports and holds too; others have \
queues of their own and are not slowed by it.`,
  waits: { ...shared.waits, looks: "Are the other report queues waiting too?" },
};

/** Webhooks' queues have their pages together, too. */
const anyWebhooks: Queue = {
  name: webhookQueueOf("<name>"),
  sees: "The alarm is named by the webhook (`<name>` in `settings.webhooks`).",
  hurts: "Other webhooks have queues of their own and hear what they are told.",
  waits: {
    looks: "Are other webhooks waiting too?",
    since: [
      `The other side says no or is silent: the log says \`webhook.not-told\` with its status, or with the socket's \
code. A 401 or 403 is a secret that is not the same on both sides; a 3xx is an address that has moved, which is \
followed by nobody: correct \`url\` in the settings.`,
      "`bad-secret`: what the secret holds is no base64 of 24 bytes or more. " +
        "Enter one, as the guide `webhooks.md` says.",
      "`forbidden-address`: its name leads to an address that is not public.",
      "The other side is gone for long: `paused: true` in its entry of `settings.webhooks`, and deploy. Its queue " +
        "and its secret stay for when it goes on. Do not take the entry out: both would be in the way of the next one.",
    ],
  },
  deadLetters: {
    are: `Messages here are what on-call or reporters were told, each by its other way too. What is older than the \
other side wants to know can be deleted.`,
    sentBack: "Send them back when the other side takes them again. What it heard already comes with the same id.",
    look: "The messages hold ids, categories and what happened, and nothing of what was reported.",
  },
};

const readerOf = (queue: QueueName): FunctionName => {
  const reader = functionNames.find((name) => {
    const { fedBy } = topology[name];
    return typeof fedBy !== "string" && fedBy.includes(queue);
  });
  if (!reader) throw new Error(`No function reads ${queue}.`);
  return reader;
};

type Lane = keyof typeof waitsSeconds;
const longIn: Readonly<Record<(typeof waitsSeconds)[Lane], string>> = {
  600: "ten minutes",
  900: "a quarter of an hour",
  1800: "half an hour",
};

const waitsPage = (page: string, queue: Queue, reader: FunctionName, lane: Lane, gathers: boolean): Page => ({
  sees: [
    `The oldest message in \`takedown-<stage>-${queue.name}\` has waited longer than ` +
      `${longIn[waitsSeconds[lane]]}, for three minutes on end.`,
    ...(queue.sees ? [queue.sees] : []),
  ],
  hurts: `${topology[reader].hurts} ${queue.hurts}`,
  looks: [
    `Dashboard \`takedown-<stage>\`: *Oldest message*, *Errors*, *Time taken*. ${queue.waits.looks}`,
    `\`aws sqs get-queue-attributes --queue-url "$(aws sqs get-queue-url --queue-name takedown-<stage>-${queue.name} \
--query QueueUrl --output text)" --attribute-names All\`: how many are visible, how many in flight.${
      gathers ? " In flight for a minute is no fault: Lambda gathers them for that long." : ""
    }`,
    `\`aws logs tail /takedown/<stage>/${reader} --since 30m\`: what \`${reader}\` says. It names ids, ` +
      "codes and defanged hosts only.",
    `Is the mapping still on? \`aws lambda list-event-source-mappings --function-name ` +
      `takedown-<stage>-${reader}\`: each should be \`Enabled\`.`,
  ],
  first: "It is one of these, the likeliest first.",
  does: [
    ...queue.waits.since,
    `When nothing of this fits, deploy the last version that worked. Messages are kept four days, so there is time; \
then read the dead letters (${page}-dead-letters).`,
  ],
});

const deadLettersPage = (queue: Queue, reader: FunctionName): Page => ({
  sees: [
    `At least one message of \`takedown-<stage>-${queue.name}\` could not be read in five receives and lies in \
\`takedown-<stage>-${queue.name}-dead-letters\`.`,
    ...(queue.sees ? [queue.sees] : []),
  ],
  hurts: `${topology[reader].hurts} ${queue.hurts}`,
  looks: [
    `\`aws logs tail /takedown/<stage>/${reader} --since 3h --filter-pattern unforeseen\`: the name of ` +
      "the error and where it was thrown.",
    `\`npx takedown dead-letters --stage <stage> --table <table>\`: how many, how old, and what ` +
      "they are, without what was reported.",
    queue.deadLetters.look,
  ],
  does: [
    queue.deadLetters.are,
    "Find and mend the cause first; otherwise they come back within minutes.",
    queue.deadLetters.sentBack,
    `To send them back: *Dead letters* at the foot of each page of the console, or \`npx takedown redrive \
--stage <stage> --table <table> --queue ${queue.name} --why "what was mended"\`. Send one first, to \
try: *Send one back*, or \`--at-most 1\`. Who and why is kept.`,
    "Dead letters are kept fourteen days from the first time that the message was put on a queue, not from now.",
  ],
});

/** The pages of every queue's alarms, by their names: messages that wait, and dead letters. */
export const queuePages = (): readonly (readonly [string, Page])[] => {
  const pagesOf = (
    page: string,
    queue: Queue,
    reader: FunctionName,
    lane: Lane,
    gathers = false,
  ): readonly (readonly [string, Page])[] => [
    [`${page}-waits`, waitsPage(page, queue, reader, lane, gathers)],
    [`${page}-dead-letters`, deadLettersPage(queue, reader)],
  ];
  const own = ownQueueOf("reporter");
  const hook = webhookQueueOf("name");
  return [
    ...queueNames.flatMap((name) => {
      const [reader, lane] = [readerOf(name), laneOfQueue(name)];
      return pagesOf(name, queueOf[name], reader, lane, lane === "standard" && windowSecondsOf(reader, name) > 0);
    }),
    ...pagesOf(runbookNameOf(own), anyReporters, readerOf("report-standard"), laneOfQueue(own)),
    ...pagesOf(runbookNameOf(hook), anyWebhooks, "tell-webhooks", laneOfQueue(hook)),
  ];
};
