import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { DeadLetterQueue, Move } from "../../review/dead-letters.ts";
import { WhyField } from "../case/review-form.tsx";
import { Button, Title } from "../elements.tsx";
import { DecidersOnly, type Said, SaidBanner, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { comesBack, count } from "../words.ts";

export type NotSent = { readonly queue: string; readonly why: string; readonly problem?: string };

type DeadLettersPageProps = {
  readonly queues: readonly DeadLetterQueue[];
  readonly now: Instant;
  readonly said?: Said | undefined;
  readonly notSent?: NotSent | undefined;
};

/** Dead letters by queue: how many, and never what is in them. */
export const DeadLettersPage: FC<DeadLettersPageProps> = ({ queues, now, said, notSent }) => {
  const filled = queues.filter(({ messages }) => messages > 0);
  const empty = queues.filter(({ messages }) => messages === 0);
  const all = filled.reduce((sum, { messages }) => sum + messages, 0);
  return (
    <>
      <Title of={all === 0 ? "No dead letters" : `About ${count(all, "dead letter")}`}>
        Messages that were set aside after five receives. Mend the cause first, or they come back here {comesBack}. To
        send them back is safe at any time: nothing counts twice, and nobody gets a second mail. After fourteen days
        they are gone.
      </Title>
      <SaidBanner said={said} />
      {filled.map((queue) => (
        <QueueCard {...queue} now={now} notSent={notSent?.queue === queue.queue ? notSent : undefined} />
      ))}
      {empty.length > 0 && (
        <section class="panel" aria-labelledby="empty-queues">
          <h2 id="empty-queues">Nothing lies in</h2>
          <ul class="plain">
            {empty.map(({ queue, lastSentBack }) => (
              <li>
                <span class="id">{queue}</span>
                {lastSentBack && <LastSentBack {...lastSentBack} now={now} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** By the first word of the queue's name. */
const holds: Readonly<Record<string, string>> = {
  report: "Reports, and what reporters said later, that nobody has taken in. Only this queue has them.",
  contact: "Hints that a case needs a contact. The case knows so itself and goes on without them.",
  notice: "Hints that a notice is ready. The case knows so itself and goes on without them.",
  delivery: "What the mail service said became of mails. Without it an uncertain notice stays uncertain.",
  reply: "That desks wrote back. The mails themselves are kept for three days.",
};

type QueueCardProps = DeadLetterQueue & { readonly now: Instant; readonly notSent: NotSent | undefined };

const QueueCard: FC<QueueCardProps> = ({ queue, messages, lastSentBack, move, now, notSent }) => {
  return (
    <article class={`question ${queue.endsWith("-urgent") ? "urgent" : "standard"}`} aria-labelledby={queue}>
      <h2 id={queue}>
        {queue}: about {count(messages, "message")}
      </h2>
      <p class="soft">{holds[queue.split("-")[0] ?? ""]}</p>
      {lastSentBack && <LastSentBack {...lastSentBack} now={now} />}
      {move && <MoveSoFar {...move} />}
      <DecidersOnly others="Only reviewers send them back.">
        <PostForm action={`/dead-letters/${encodeURIComponent(queue)}`} novalidate>
          <WhyField
            id={`why-${queue}`}
            asks="Why now"
            hint="What was wrong and is mended. Kept with your name."
            value={notSent?.why ?? ""}
            problem={notSent?.problem}
          />
          <div class="choices">
            <Button name="how" value="all">
              Send all back
            </Button>
            {messages > 1 && (
              <Button kind="quiet" name="how" value="one">
                Send one back, to try
              </Button>
            )}
          </div>
        </PostForm>
      </DecidersOnly>
    </article>
  );
};

const MoveSoFar: FC<Move> = (move) => {
  switch (move.kind) {
    case "going-on":
      return <p class="soft">SQS moves them now, a few a second: about {count(move.moved, "message")} so far.</p>;
    case "done":
      return (
        <p class="soft">
          SQS moved about {count(move.moved, "message")} of those. What lies here came back, or came since.
        </p>
      );
    case "gave-up":
      return (
        <p class="problem">
          SQS gave it up after about {count(move.moved, "message")}: {shown(move.reason)}. What was not moved lies here
          still.
        </p>
      );
    case "unreadable":
      return <p class="problem">How far SQS is with the last order cannot be read: {shown(move.reason)}.</p>;
    default:
      return move satisfies never;
  }
};

const LastSentBack: FC<NonNullable<DeadLetterQueue["lastSentBack"]> & { readonly now: Instant }> = ({
  at,
  by,
  why,
  messages,
  unconfirmed,
  now,
}) => (
  <p class="soft">
    {shown(by)} {unconfirmed ? "tried to send" : "sent"} about {count(messages, "message")} back,{" "}
    <When at={at} now={now} />
    {unconfirmed && ", and whether SQS took the order is not known"}: {shown(why)}
  </p>
);
