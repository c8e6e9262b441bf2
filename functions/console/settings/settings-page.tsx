import type { FC } from "hono/jsx";
import { type Instant, plusHours } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { Contradiction } from "../../settings/combine.ts";
import { kinds } from "../../settings/kinds.ts";
import { type RowContent, type RowKind, type SettingsRow, stands, waits } from "../../settings/row.ts";
import { rowKinds } from "../../settings/row-kinds.ts";
import type { SettingsTable } from "../../settings/store.ts";
import { Banner, DecidersOnly, type Said, SaidBanner, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, visible } from "../shown.ts";
import { ownSessionsAddress } from "../sign-in/session.ts";
import { count } from "../words.ts";
import { changeWords, rowDetails, rowName } from "./say-row.ts";

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
  readonly said?: Said | undefined;
};

/** Ends the viewer's own sessions in each browser. Readers have it, too. */
const OwnSessions: FC = () => (
  <PostForm action={ownSessionsAddress}>
    <button class="button quiet" type="submit">
      Sign out everywhere
    </button>
  </PostForm>
);

export const SettingsPage: FC<SettingsPageProps> = ({ stage, table, contradictions, now, bySession, said }) => (
  <>
    <div class="title">
      <h1>Settings</h1>
      <p class="soft">
        What the stage’s file says and what people decided since hold together; where both speak of the same, the
        stricter does. A change is in force at once for what is about to be sent, and within a minute for all else.
      </p>
      <p>
        <a href="/settings/audit">Who changed what</a> · <a href="/settings/import">Export, import</a>
      </p>
    </div>
    <SaidBanner said={said} />
    {bySession && <OwnSessions />}
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

const Waiting: FC<{ readonly table: SettingsTable; readonly now: Instant }> = ({ table, now }) => {
  const waiting = table.proposals.filter((proposal) => waits(proposal, now));
  if (waiting.length === 0) return null;
  return (
    <Section id="waiting" title="Waits for a second person">
      <ul class="plain">
        {waiting.map(({ id, change, by, why, at, lapsesAt }) => (
          <li>
            <p>
              <a href={`/settings/proposals/${id}`}>{changeWords(change, table.rows)}</a>
            </p>
            <p class="soft">
              {shown(by)}, <When at={at} now={now} />: {shown(why)} It lapses <When at={lapsesAt} now={now} />.
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const EndingSoon: FC<{ readonly rows: readonly SettingsRow[]; readonly now: Instant }> = ({ rows, now }) => {
  const soon = rows.filter(
    (row) =>
      // Nothing begins anew when these end.
      row.kind !== "session-end" &&
      stands(row, now) &&
      row.until !== undefined &&
      row.until <= plusHours(now, soonDays * 24),
  );
  if (soon.length === 0) return null;
  return (
    <Section id="ending" title={`Ends within ${soonDays} days`}>
      <ul class="plain">
        {soon.map((row) => (
          <li>
            <a href={`/settings/rows/${row.id}`}>{rowName(row)}</a>{" "}
            <span class="soft">
              {kinds[row.kind].does}, until {row.until && <When at={row.until} now={now} />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type Listed = { readonly row: SettingsRow } | { readonly inFile: RowContent };

/** What people decided, newest first, then the stage's file. */
export const listedOf = (kind: RowKind, stage: Settings, { rows }: SettingsTable, now: Instant): readonly Listed[] => [
  ...rows
    .filter((row) => row.kind === kind && stands(row, now))
    .reverse()
    .map((row) => ({ row })),
  ...kinds[kind].inFile(stage).map((inFile) => ({ inFile })),
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
    <ul class="plain">
      {listed.slice(from, from + atMost).map((one) => (
        <li>{"row" in one ? <Row row={one.row} now={now} /> : <InFile content={one.inFile} />}</li>
      ))}
    </ul>
    {from === 0 && listed.length > atMost && (
      <p>
        <a href={`/settings/kinds/${kind}`}>All {listed.length}</a>
      </p>
    )}
    <DecidersOnly>
      <p>
        <a class="button quiet" href={`/settings/new/${kind}`}>
          {kinds[kind].add}
        </a>
      </p>
    </DecidersOnly>
  </Section>
);

const Row: FC<{ readonly row: SettingsRow; readonly now: Instant }> = ({ row, now }) => (
  <>
    <p>
      <a href={`/settings/rows/${row.id}`}>{rowName(row)}</a>
      {row.until && (
        <span class="soft">
          {" "}
          until <When at={row.until} now={now} />
        </span>
      )}
    </p>
    {rowDetails(row).length > 0 && <p>{rowDetails(row).join("; ")}</p>}
    <p class="soft">
      {row.by.map((name) => shown(name)).join(" and ")}, <When at={row.since} now={now} />: {shown(row.why)}
    </p>
  </>
);

const InFile: FC<{ readonly content: RowContent }> = ({ content }) => (
  <>
    <p>{rowName(content)}</p>
    <p class="soft">{["The stage’s file", ...rowDetails(content)].join("; ")}</p>
  </>
);

export const KindPage: FC<Omit<KindPanelProps, "atMost"> & { readonly from: number }> = (props) => {
  const { kind, listed, from } = props;
  const to = Math.min(from + rowsAPage, listed.length);
  const at = (start: number) => `/settings/kinds/${kind}?from=${start}`;
  return (
    <>
      <div class="title">
        <p class="meta">
          <a href="/settings">Back to the settings</a>
        </p>
        <h1>{kinds[kind].many}</h1>
        <p class="soft">
          {listed.length === 0 ? "None." : `${Math.min(from + 1, to)} to ${to} of ${listed.length} that stand.`}
        </p>
      </div>
      <KindPanel {...props} atMost={rowsAPage} />
      <p class="leaf">
        {from > 0 && (
          <a class="button quiet" href={at(Math.max(0, from - rowsAPage))}>
            Before
          </a>
        )}
        {to < listed.length && (
          <a class="button quiet" href={at(to)}>
            Further
          </a>
        )}
      </p>
    </>
  );
};
