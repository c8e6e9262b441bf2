import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { DeadLetterQueue, Move } from "../../review/dead-letters.ts";
import { Button, Title } from "../elements.tsx";
import { DecidersOnly, type Flash, FlashBanner, Section, When } from "../parts.tsx";
import { shown } from "../shown.ts";
import { WhyForm, type WhyRefused } from "../why-form.tsx";
import { comesBack, count } from "../words.ts";

export type NotSent = WhyRefused & { readonly queue: string };

type DeadLettersPageProps = {
  readonly queues: readonly DeadLetterQueue[];
  readonly now: Instant;
  readonly said?: Flash | undefined;
  readonly notSent?: NotSent | undefined;
};

/** Dead letters by queue: how many, and never what is in them. */
export const DeadLettersPage: FC<DeadLettersPageProps> = ({ queues, now, said, notSent }) => {
  const all = queues.reduce((sum, { messages }) => sum + messages, 0);
  const empty = queues.filter(({ messages }) => messages === 0);
  return (
    <>
      <Title of={all === 0 ? "No dead letters" : `About ${count(all, "dead letter")}`}>
        Messages that failed five times. Fix the cause first or they will fail again, {comesBack}. Sending them back is
        safe at any time: nothing is counted twice, and nobody gets a second mail. They are deleted after fourteen days.
      </Title>
      <FlashBanner said={said} />
      {queues
        .filter(({ messages }) => messages > 0)
        .map((queue) => (
          <QueueCard {...queue} now={now} notSent={notSent?.queue === queue.queue ? notSent : undefined} />
        ))}
      {empty.length > 0 && (
        <Section id="empty-queues" title="Empty queues">
          <ul class="plain">
            {empty.map(({ queue, lastSentBack }) => (
              <li>
                <span class="id">{queue}</span>
                {lastSentBack && <LastSentBack {...lastSentBack} now={now} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

/** By the first word of the queue's name. */
const holds: Readonly<Record<string, string>> = {
  report: "Reports and status messages that were not taken in. They are nowhere else.",
  contact: "Wake-up messages to look up a contact. The case continues without them.",
  notice: "Wake-up messages to send a notice. The case continues without them.",
  delivery: "What SES reported of mails. Without it a notice of unknown outcome stays so.",
  reply: "Notifications of replies. The replies themselves are kept for three days.",
};

type QueueCardProps = DeadLetterQueue & { readonly now: Instant; readonly notSent: NotSent | undefined };

const QueueCard: FC<QueueCardProps> = ({ queue, messages, lastSentBack, move, now, notSent }) => (
  <article class={`question ${queue.endsWith("-urgent") ? "urgent" : "standard"}`} aria-labelledby={queue}>
    <h2 id={queue}>
      {queue}: about {count(messages, "message")}
    </h2>
    <p class="soft">{holds[queue.split("-")[0] ?? ""]}</p>
    {lastSentBack && <LastSentBack {...lastSentBack} now={now} />}
    {move && <p class={move.kind === "going-on" || move.kind === "done" ? "soft" : "problem"}>{moveWords(move)}</p>}
    <DecidersOnly others="Only reviewers send them back.">
      <WhyForm
        action={`/dead-letters/${encodeURIComponent(queue)}`}
        id={`why-${queue}`}
        asks="What was fixed?"
        hint="Kept with your name."
        refused={notSent}
      >
        <Button name="how" value="all">
          Send all back
        </Button>
        {messages > 1 && (
          <Button kind="quiet" name="how" value="one">
            Send one back, to try
          </Button>
        )}
      </WhyForm>
    </DecidersOnly>
  </article>
);

const moveWords = (move: Move): string => {
  switch (move.kind) {
    case "going-on":
      return `SQS is moving them, a few a second: about ${count(move.moved, "message")} so far.`;
    case "done":
      return `SQS moved about ${count(move.moved, "message")} of those. What is here failed again, or came since.`;
    case "gave-up":
      return `SQS stopped after about ${count(move.moved, "message")}: ${shown(move.reason)}. The rest is still here.`;
    case "unreadable":
      return `The progress of the last move cannot be read: ${shown(move.reason)}.`;
    default:
      return move satisfies never;
  }
};

type LastSentBackProps = NonNullable<DeadLetterQueue["lastSentBack"]> & { readonly now: Instant };

const LastSentBack: FC<LastSentBackProps> = ({ at, by, why, messages, unconfirmed, now }) => (
  <p class="soft">
    {shown(by)} {unconfirmed ? "tried to send" : "sent"} about {count(messages, "message")} back,{" "}
    <When at={at} now={now} />
    {unconfirmed && ", and whether SQS accepted it is unknown"}: {shown(why)}
  </p>
);
