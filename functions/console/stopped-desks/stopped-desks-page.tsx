import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { StoppedDesk } from "../../store/ports.ts";
import { Button, More, Title } from "../elements.tsx";
import { DecidersOnly, type Flash, FlashBanner, When } from "../parts.tsx";
import { shown, visible } from "../shown.ts";
import { WhyForm, type WhyRefused } from "../why-form.tsx";

export type NotAllowed = WhyRefused & { readonly desk: string };

type StoppedDesksPageProps = {
  readonly items: readonly StoppedDesk[];
  readonly cursor?: string | undefined;
  readonly now: Instant;
  readonly said?: Flash | undefined;
  readonly notAllowed?: NotAllowed | undefined;
};

/** Desks that complained, and those that a person allowed again. */
export const StoppedDesksPage: FC<StoppedDesksPageProps> = ({ items, cursor, now, said, notAllowed }) => (
  <>
    <Title of={items.length === 0 ? "No desk has complained" : "Complaints"}>
      A desk that marks one notice as spam gets no notices about any case until somebody has spoken with it and allows
      them again. Its cases go to their next contact or to a person. Newest first.
    </Title>
    <FlashBanner said={said} />
    {items.map((stop) => (
      <DeskCard stop={stop} now={now} notAllowed={notAllowed?.desk === stop.desk ? notAllowed : undefined} />
    ))}
    <More href={cursor && `/stopped-desks?cursor=${encodeURIComponent(cursor)}`} rel="next">
      Earlier complaints
    </More>
  </>
);

type DeskCardProps = { readonly stop: StoppedDesk; readonly now: Instant; readonly notAllowed: NotAllowed | undefined };

const DeskCard: FC<DeskCardProps> = ({ stop: { desk, email, caseId, at, allowed }, now, notAllowed }) => (
  <article class={`question ${allowed ? "" : "standard"}`} aria-labelledby={`desk-${desk}`}>
    <h2 id={`desk-${desk}`}>{email === undefined ? "A site’s own mailbox, which is not kept" : visible(email)}</h2>
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
      <DecidersOnly others="Only reviewers allow notices to it again.">
        <WhyForm
          action={`/stopped-desks/${desk}`}
          id={`why-${desk}`}
          asks="What was agreed with the desk"
          hint="Kept with your name, for ever."
          refused={notAllowed}
        >
          <Button>Allow notices again</Button>
        </WhyForm>
      </DecidersOnly>
    )}
  </article>
);
