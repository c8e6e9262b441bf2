import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { StoppedDesk } from "../../store/ports.ts";
import { WhyField } from "../case/review-form.tsx";
import { Button, LinkButton, Title } from "../elements.tsx";
import { DecidersOnly, type Said, SaidBanner, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, visible } from "../shown.ts";

export type NotAllowed = { readonly desk: string; readonly why: string; readonly problem: string };

type StoppedDesksPageProps = {
  readonly desks: { readonly items: readonly StoppedDesk[]; readonly cursor?: string };
  readonly now: Instant;
  readonly said?: Said | undefined;
  readonly notAllowed?: NotAllowed | undefined;
};

/** Desks that complained, and those that a person allowed again. */
export const StoppedDesksPage: FC<StoppedDesksPageProps> = ({ desks: { items, cursor }, now, said, notAllowed }) => (
  <>
    <Title of={items.length === 0 ? "No desk has complained" : "Desks that complained"}>
      A desk that marks one notice as unwanted gets none about any case, until somebody has spoken with it and lets
      notices go to it again. Its cases go to their next contact or to a person. The newest complaint stands first.
    </Title>
    <SaidBanner said={said} />
    {items.map((stop) => (
      <DeskCard stop={stop} now={now} notAllowed={notAllowed?.desk === stop.desk ? notAllowed : undefined} />
    ))}
    {cursor && (
      <p>
        <LinkButton href={`/stopped-desks?cursor=${encodeURIComponent(cursor)}`}>Earlier complaints</LinkButton>
      </p>
    )}
  </>
);

type DeskCardProps = { readonly stop: StoppedDesk; readonly now: Instant; readonly notAllowed: NotAllowed | undefined };

const DeskCard: FC<DeskCardProps> = ({ stop: { desk, email, caseId, at, allowed }, now, notAllowed }) => {
  const name = `desk-${desk}`;
  return (
    <article class={`question ${allowed ? "" : "standard"}`} aria-labelledby={name}>
      <h2 id={name}>{email === undefined ? "A site’s own mailbox, which is not kept" : visible(email)}</h2>
      <p class="soft">
        Complained about a notice of{" "}
        <a class="id" href={`/cases/${encodeURIComponent(caseId)}`}>
          {caseId}
        </a>
        , <When at={at} now={now} />
      </p>
      {allowed ? (
        <p>
          Gets notices again: {shown(allowed.by)} allowed it, <When at={allowed.at} now={now} />. {shown(allowed.why)}
        </p>
      ) : (
        <DecidersOnly others="Only reviewers let notices go to it again.">
          <PostForm action={`/stopped-desks/${desk}`} novalidate>
            <WhyField
              id={`why-${desk}`}
              asks="What was agreed with the desk"
              hint="Kept with your name, for ever."
              value={notAllowed?.why ?? ""}
              problem={notAllowed?.problem}
            />
            <Button>Let notices go to it again</Button>
          </PostForm>
        </DecidersOnly>
      )}
    </article>
  );
};
