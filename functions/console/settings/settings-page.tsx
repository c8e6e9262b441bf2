import type { Child, FC } from "hono/jsx";
import { type Instant, plusHours } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { Contradiction } from "../../settings/combine.ts";
import { kinds } from "../../settings/kinds.ts";
import { type RowContent, type RowKind, type SettingsRow, stands, waits } from "../../settings/row.ts";
import { rowKinds } from "../../settings/row-kinds.ts";
import type { SettingsTable } from "../../settings/store.ts";
import { Button, LinkButton, More, Title } from "../elements.tsx";
import { Banner, DecidersOnly, type Flash, FlashBanner, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { visible } from "../shown.ts";
import { ownSessionsAddress } from "../sign-in/session.ts";
import { count } from "../words.ts";
import { List, Word } from "./proposal-page.tsx";
import { changeWords, rowName, rowSentence } from "./say-row.ts";

/** Rows of a kind on the first page, and on a page of its own. */
const atFirst = 8;
const rowsAPage = 100;
const soonDays = 7;

type SettingsPageProps = {
  readonly stage: Settings;
  readonly table: SettingsTable;
  readonly contradictions: readonly Contradiction[];
  readonly now: Instant;
  /** Who looks has signed in by a browser. */
  readonly bySession: boolean;
  readonly said?: Flash | undefined;
};

export const SettingsPage: FC<SettingsPageProps> = ({ stage, table, contradictions, now, bySession, said }) => (
  <>
    <Title of="Settings">
      Settings come from the stage file and from changes made here. Where they conflict, the stricter one applies.
      Changes apply at once to what is about to be sent, and within a minute to all else.
    </Title>
    <p>
      <a href="/settings/audit">Who changed what</a> · <a href="/settings/import">Export, import</a>
    </p>
    <FlashBanner said={said} />
    {/* One's own, in each browser. Readers have it, too. */}
    {bySession && (
      <PostForm action={ownSessionsAddress}>
        <Button kind="quiet">Sign out everywhere</Button>
      </PostForm>
    )}
    <Contradictions all={contradictions} />
    <Waiting table={table} now={now} />
    <EndingSoon rows={table.rows} now={now} />
    {rowKinds.map((kind) => (
      <KindPanel kind={kind} listed={listedOf(kind, stage, table, now)} now={now} atMost={atFirst} />
    ))}
  </>
);

const Contradictions: FC<{ readonly all: readonly Contradiction[] }> = ({ all }) =>
  all.length === 0 ? null : (
    <Banner kind="bad" title={`${count(all.length, "row contradicts", "rows contradict")} the stage’s file`}>
      <ul>
        {all.map(({ row, subject, says }) => (
          <li>
            <a href={`/settings/rows/${row}`}>{visible(subject)}</a>: {says}.
          </li>
        ))}
      </ul>
    </Banner>
  );

const Waiting: FC<{ readonly table: SettingsTable; readonly now: Instant }> = ({ table, now }) => (
  <Items
    id="waiting"
    title="Waits for a second person"
    all={table.proposals
      .filter((proposal) => waits(proposal, now))
      .map(({ id, change, by, why, at, lapsesAt }) => (
        <>
          <p>
            <a href={`/settings/proposals/${id}`}>{changeWords(change, table.rows)}</a>
          </p>
          <p class="soft">
            <Word by={[by]} at={at} why={why} now={now} /> It lapses <When at={lapsesAt} now={now} />.
          </p>
        </>
      ))}
  />
);

const EndingSoon: FC<{ readonly rows: readonly SettingsRow[]; readonly now: Instant }> = ({ rows, now }) => (
  <Items
    id="ending"
    title={`Ends within ${soonDays} days`}
    all={rows
      // Nothing begins anew when the end of a session is over.
      .filter((row) => row.kind !== "session-end" && stands(row, now))
      .filter(({ until }) => until !== undefined && until <= plusHours(now, soonDays * 24))
      .map((row) => <Sentence content={row} row={row} now={now} />)}
  />
);

type ItemsProps = { readonly id: string; readonly title: string; readonly all: readonly Child[] };

/** Nothing without any. */
const Items: FC<ItemsProps> = ({ id, title, all }) =>
  all.length === 0 ? null : (
    <Section id={id} title={title}>
      <List all={all} />
    </Section>
  );

type SentenceProps = { readonly content: RowContent; readonly row?: SettingsRow | undefined; readonly now: Instant };

/** `hotline speaks for Hotline, is a trusted flagger for csam, until 1 Dec 2026, 03:00 UTC.` */
const Sentence: FC<SentenceProps> = ({ content, row, now }) => (
  <p>
    {row ? <a href={`/settings/rows/${row.id}`}>{rowName(content)}</a> : rowName(content)} {rowSentence(content)}
    {row?.until && (
      <>
        , until <When at={row.until} now={now} />
      </>
    )}
    .
  </p>
);

type Listed = { readonly content: RowContent; readonly row?: SettingsRow };

/** What people decided, newest first, then the stage's file. */
export const listedOf = (kind: RowKind, stage: Settings, { rows }: SettingsTable, now: Instant): readonly Listed[] => [
  ...rows
    .filter((row) => row.kind === kind && stands(row, now))
    .reverse()
    .map((row) => ({ content: row, row })),
  ...kinds[kind].inFile(stage).map((content) => ({ content })),
];

type KindPanelProps = {
  readonly kind: RowKind;
  readonly listed: readonly Listed[];
  readonly now: Instant;
  readonly atMost: number;
  readonly from?: number;
};

const KindPanel: FC<KindPanelProps> = ({ kind, listed, now, atMost, from = 0 }) => (
  <Section id={kind} title={kinds[kind].many}>
    {listed.length === 0 && <p class="empty">None.</p>}
    <List
      all={listed.slice(from, from + atMost).map(({ content, row }) => (
        <>
          <Sentence {...{ content, row, now }} />
          <p class="soft">{row ? <Word {...row} at={row.since} now={now} /> : "The stage’s file"}</p>
        </>
      ))}
    />
    {atMost === atFirst && listed.length > atMost && (
      <p>
        <a href={`/settings/kinds/${kind}`}>All {listed.length}</a>
      </p>
    )}
    <DecidersOnly>
      <p>
        <LinkButton href={`/settings/new/${kind}`}>{kinds[kind].add}</LinkButton>
      </p>
    </DecidersOnly>
  </Section>
);

export const KindPage: FC<Omit<KindPanelProps, "atMost"> & { readonly from: number }> = (props) => {
  const { kind, listed, from } = props;
  const to = Math.min(from + rowsAPage, listed.length);
  return (
    <>
      <Title of={kinds[kind].many} back={["/settings", "Back to the settings"]}>
        {listed.length === 0 ? "None." : `${Math.min(from + 1, to)} to ${to} of ${listed.length} in force.`}
      </Title>
      <KindPanel {...props} atMost={rowsAPage} />
      <More href={to < listed.length ? `/settings/kinds/${kind}?from=${to}` : undefined} rel="next">
        Next {rowsAPage}
      </More>
    </>
  );
};
