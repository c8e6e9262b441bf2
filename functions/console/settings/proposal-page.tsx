import type { Child, FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { type Proposal, type SettingsRow, waits } from "../../settings/row.ts";
import type { Touched } from "../../settings/touches.ts";
import { Button, Title } from "../elements.tsx";
import { DecidersOnly, Facts, type Flash, FlashBanner, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { WhyForm, type WhyRefused } from "../why-form.tsx";
import { changeDetails, changeWords, personsWords, touchedWords } from "./say-row.ts";

export const List: FC<{ readonly all: readonly Child[] }> = ({ all }) => (
  <ul class="plain">
    {all.map((one) => (
      <li>{one}</li>
    ))}
  </ul>
);

type WordProps = {
  readonly by: readonly string[];
  readonly at: Instant;
  readonly now: Instant;
  readonly why: string;
};

/** `jane and anna, 24 Nov 2026, 03:00 UTC: They asked us on the phone.` */
export const Word: FC<WordProps> = ({ by, at, now, why }) => (
  <>
    {personsWords(by)}, <When at={at} now={now} />: {shown(why)}
  </>
);

type ProposalPageProps = {
  readonly proposal: Proposal;
  readonly rows: readonly SettingsRow[];
  readonly now: Instant;
  readonly touched: Touched | undefined;
  /** Why the reader can't agree to it, or take it back. */
  readonly whyNot: { readonly agree?: string | undefined; readonly takeBack?: string | undefined };
  readonly said?: Flash | undefined;
  /** What was typed in a form that was refused. */
  readonly refused?: WhyRefused | undefined;
};

export const ProposalPage: FC<ProposalPageProps> = ({ proposal, rows, now, touched, whyNot, said, refused }) => {
  const { id, change, by, why, at, lapsesAt, settled } = proposal;
  return (
    <>
      <Title of={changeWords(change, rows)} back={["/settings", "Back to the settings"]}>
        <span class="id">{id}</span>
      </Title>
      <FlashBanner said={said} />
      <Section id="proposal" title={waits(proposal, now) ? "Waits for a second person" : "Settled, or lapsed"}>
        <Facts
          rows={[
            ["Asked by", <Word by={[by]} at={at} why={why} now={now} />],
            ["Lapses", !settled && <When at={lapsesAt} now={now} />],
            ["Settled", settled && `${settled.as === "agreed" ? "agreed by" : "taken back by"} ${shown(settled.by)}`],
            ["Says", changeDetails(change, rows).join("\n")],
          ]}
        />
      </Section>
      {waits(proposal, now) && (
        <DecidersOnly others="Only reviewers agree to it.">
          <Section id="agree" title="Agree to it">
            {touched && <p id="touches">{touchedWords(touched)}</p>}
            {change.does === "import" ? (
              <p>
                An import is agreed to by the same file: <a href="/settings/import">import it</a>, or run npx takedown
                settings import FILE
              </p>
            ) : whyNot.agree !== undefined ? (
              <p>{whyNot.agree}</p>
            ) : (
              <PostForm action={`/settings/proposals/${id}/agree`}>
                <Button>I agree; record it</Button>
              </PostForm>
            )}
          </Section>
          {whyNot.takeBack === undefined && (
            <Section id="take-back" title="Or take it back">
              <WhyForm
                action={`/settings/proposals/${id}/take-back`}
                id="why-take-back"
                asks="Why take it back"
                refused={refused}
              >
                <Button kind="quiet">Take it back</Button>
              </WhyForm>
            </Section>
          )}
        </DecidersOnly>
      )}
    </>
  );
};
