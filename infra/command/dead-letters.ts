import {
  ChangeMessageVisibilityBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { sqsDeadLetters } from "../../functions/adapters/sqs-dead-letters.ts";
import { shown } from "../../functions/console/shown.ts";
import { between, comesBack, count, moment } from "../../functions/console/words.ts";
import { instant } from "../../functions/kernel/instant.ts";
import type { DeadLetters, Move, NotSentBack, SentBack } from "../../functions/review/dead-letters.ts";
import { asJson } from "./as-json.ts";
import { signedBy } from "./caller.ts";
import { askedBy, deadLetterQueuesAt, nowAt, reached, tableAt, type Where } from "./connection.ts";
import { nameDeadLetter } from "./name-dead-letter.ts";
import { printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";

type At = {
  readonly sqs: SQSClient;
  readonly urls: Readonly<Record<string, string>>;
  readonly deadLetters: DeadLetters;
};

const at = async (where: Where): Promise<At> => {
  const { sqs, urls } = await reached(where, deadLetterQueuesAt(where));
  return { sqs, urls, deadLetters: sqsDeadLetters({ sqs, urls, table: tableAt(where) }) };
};

/**
 * Prints how many messages lie in the dead letters of each queue, and what they are; never what
 * stands in them.
 */
export const listDeadLetters = async (
  options: Where & { readonly show: number; readonly json?: true },
): Promise<void> => {
  const { sqs, urls, deadLetters } = await at(options);
  const queues = await reached(options, deadLetters.look());
  for (const { queue, messages, lastSentBack, move } of queues) {
    const lying = messages > 0 ? await look(sqs, urls[queue] ?? "", options.show) : [];
    if (options.json) {
      printLine(asJson({ queue, messages, lastSentBack, move, named: lying.map((one) => lineOf(queue, one)) }));
      continue;
    }
    const oldest = lying.map(sentAt).sort()[0];
    const age =
      oldest === undefined
        ? ""
        : `   the oldest ${lying.length < messages ? "of those below " : ""}was sent ` +
          `${between(oldest, instant(Date.now()))} ago`;
    printLine(`${queue.padEnd(18)}${String(messages).padStart(6)}${age}`);
    if (lastSentBack) printLine(`    ${sayLast(lastSentBack)}`);
    if (move && move.kind !== "done") printLine(`    ${sayMove(move)}`);
    for (const message of lying) printLine(`    ${lineOf(queue, message)}`);
    if (messages > lying.length && lying.length > 0) printLine(`    and about ${messages - lying.length} more`);
  }
  if (options.json) return;
  printText(
    queues.every(({ messages }) => messages === 0)
      ? "\nNo dead letters."
      : "\nMend the cause first, then send them back; that is safe at any time:\n" +
          `  npx takedown redrive --queue NAME --why "what was fixed"${askedBy(options)} [--at-most 1]`,
  );
};

const sayLast = ({ by, messages, why, at: when, unconfirmed }: SentBack): string =>
  `${shown(by)} ${unconfirmed ? "tried to send" : "sent"} about ${count(messages, "message")} back on ` +
  `${moment(when)}${unconfirmed ? ", and whether SQS took the order is not known" : ""}: ${shown(why)}`;

const sayMove = (move: Exclude<Move, { kind: "done" }>): string => {
  switch (move.kind) {
    case "gave-up":
      return (
        `SQS gave it up after about ${count(move.moved, "message")}: ${shown(move.reason)}. ` +
        "What was not moved lies where it lay."
      );
    case "going-on":
      return `SQS moves them now: about ${count(move.moved, "message")} so far.`;
    case "unreadable":
      return `How far SQS is with the last order can't be read: ${shown(move.reason)}.`;
    default:
      return move satisfies never;
  }
};

/** Why nothing, or not all, was sent back. */
export const problemIn = (problem: NotSentBack, { queue, ...where }: RedriveOptions): string => {
  const look = `npx takedown dead-letters${askedBy(where)}`;
  switch (problem.kind) {
    case "no-such-queue":
      return `There is no queue ${queue}. All are named by: ${look}`;
    case "under-way":
      return `The dead letters of ${queue} are being sent back already. Look in a minute: ${look}`;
    case "gave-up":
      return (
        `SQS took the order for ${queue} and gave it up: ${shown(problem.reason)}. They lie where they lay. ` +
        "Send some by --at-most, which goes another way."
      );
    case "refused":
      return (
        `AWS refused the order for ${queue}, and nothing was sent back: ${shown(problem.reason)}. If a right is ` +
        "missing, take credentials that have sqs:StartMessageMoveTask on its dead letters. If AWS limits calls, try " +
        "again in a minute. Else send some by --at-most, which receives and sends them one by one."
      );
    default:
      return problem satisfies never;
  }
};

const sentAt = ({ Attributes }: Message): string => instant(Number(Attributes?.SentTimestamp ?? 0));

const lineOf = (queue: string, message: Message): string => {
  const { ApproximateReceiveCount: receives = "0", ApproximateFirstReceiveTimestamp: first } = message.Attributes ?? {};
  const received = first ? `, first received ${moment(instant(Number(first)))}` : "";
  return (
    `${message.MessageId}  ${nameDeadLetter(queue, message.Body ?? "")}; sent ` +
    `${moment(sentAt(message))}${received}, ${count(Number(receives), "receive")}`
  );
};

/**
 * Long enough to look at some, short enough that they are there again soon if this command dies.
 */
const hiddenSeconds = 15;
const perRead = 10;

/**
 * Hides some for a moment, and shows them again: what was looked at is sent back with the others.
 */
const look = async (sqs: SQSClient, QueueUrl: string, atMost: number): Promise<readonly Message[]> => {
  const found: Message[] = [];
  try {
    while (found.length < atMost) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: Math.min(perRead, atMost - found.length),
          VisibilityTimeout: hiddenSeconds,
          // A short poll asks some of SQS's servers only, and may find nothing where something is.
          WaitTimeSeconds: 1,
          MessageSystemAttributeNames: ["All"],
          // The embedded SQS reads this older name.
          AttributeNames: ["All"],
        }),
      );
      if (Messages.length === 0) break;
      found.push(...Messages);
    }
  } finally {
    for (let from = 0; from < found.length; from += perRead) {
      const Entries = found
        .slice(from, from + perRead)
        .map(({ ReceiptHandle }, place) => ({ Id: String(place), ReceiptHandle, VisibilityTimeout: 0 }));
      await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    }
  }
  return found;
};

export type RedriveOptions = Where & {
  readonly queue: string;
  readonly why: string;
  readonly atMost?: number;
  readonly json?: true;
};

/**
 * Sends dead letters back to their queue, all of them or a few, and says what became of it. Who and
 * why is noted in the table first.
 */
export const redrive = async (options: RedriveOptions): Promise<void> => {
  const { queue, atMost } = options;
  const signed = await signedBy(options);
  const { deadLetters } = await at(options);
  const sent = await reached(options, deadLetters.sendBack(queue, { at: nowAt(options), ...signed }, atMost));
  if (!sent.ok) {
    throw new CommandProblem(problemIn(sent.error, options));
  }
  const { messages, move } = sent.value;
  if (options.json) {
    printLine(asJson({ queue, messages, move }));
    return;
  }
  if (messages === 0) printLine(`Nothing lies in the dead letters of ${queue}.`);
  else if (move?.kind === "done") printLine(`About ${count(move.moved, "message")} went back to ${queue}.`);
  else if (atMost === undefined)
    printLine(`About ${count(messages, "message")} on the way back to ${queue}, a few a second.`);
  else printLine(`${count(messages, "message")} went back to ${queue}.`);
  if (move?.kind === "unreadable") printLine(sayMove(move));
  printLine(`What fails again lies here again ${comesBack}. Look: npx takedown dead-letters${askedBy(options)}`);
};
