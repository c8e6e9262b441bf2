import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { kinds } from "../../settings/kinds.ts";
import { type Proposal, type SettingsRow, stands, waits } from "../../settings/row.ts";
import type { AuditLine, ImportedRow } from "../../settings/store.ts";
import type { Touched } from "../../settings/touches.ts";
import { DecidersOnly, Facts, type Said, SaidBanner, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, visible } from "../shown.ts";
import { count, moment } from "../words.ts";
import { Touches, WhyForm, type WhyRefused } from "./form-page.tsx";
import { changeWords, doesWords, rowDetails, rowName } from "./say-row.ts";

type RowPageProps = {
  readonly row: SettingsRow;
  readonly now: Instant;
  /** What it would touch if it ended. */
  readonly touched: Touched;
  readonly said?: Said | undefined;
  readonly notEnded?: WhyRefused | undefined;
};

const Back: FC = () => (
  <p class="meta">
    <a href="/settings">Back to the settings</a>
  </p>
);

export const RowPage: FC<RowPageProps> = ({ row, now, touched, said, notEnded }) => (
  <>
    <div class="title">
      <Back />
      <h1>{rowName(row)}</h1>
      <p class="soft">
        <span class="id">{row.id}</span> · {kinds[row.kind].does}
      </p>
    </div>
    <SaidBanner said={said} />
    <Section id="row" title={stands(row, now) ? "In force" : "Over"}>
      <Facts
        rows={[
          ["By", row.by.map((name) => shown(name)).join(" and ")],
          ["Why", shown(row.why)],
          ["Since", <When at={row.since} now={now} />],
          ["Until", row.until ? <When at={row.until} now={now} /> : "somebody ends it"],
          ["Ended", row.ended && `${row.ended.by.map((name) => shown(name)).join(" and ")}: ${shown(row.ended.why)}`],
          ["Says", rowDetails(row).join("\n")],
        ]}
      />
    </Section>
    {!row.ended && (
      <DecidersOnly others="Only reviewers change or end it.">
        <Section id="end" title="End it">
          <p class="soft">It is kept, with who ended it and why. What it forbade may go on then.</p>
          <WhyForm action={`/settings/rows/${row.id}/end`} asks="Why end it" button="End it" refused={notEnded} />
          <p>
            <a class="button quiet" href={`/settings/rows/${row.id}/change`}>
              Change it instead
            </a>
          </p>
        </Section>
        <Touches touched={touched} />
      </DecidersOnly>
    )}
  </>
);

type ProposalPageProps = {
  readonly proposal: Proposal;
  readonly rows: readonly SettingsRow[];
  readonly now: Instant;
  readonly touched?: Touched | undefined;
  /** Why the reader can't agree to it, or take it back. */
  readonly whyNot: { readonly agree?: string | undefined; readonly takeBack?: string | undefined };
  readonly said?: Said | undefined;
  readonly notTaken?: WhyRefused | undefined;
};

export const ProposalPage: FC<ProposalPageProps> = ({ proposal, rows, now, touched, whyNot, said, notTaken }) => {
  const { id, change, by, why, at, lapsesAt, settled } = proposal;
  return (
    <>
      <div class="title">
        <Back />
        <h1>{changeWords(change, rows)}</h1>
        <p class="soft">
          <span class="id">{id}</span>
        </p>
      </div>
      <SaidBanner said={said} />
      <Section id="proposal" title={waits(proposal, now) ? "Waits for a second person" : "Settled, or lapsed"}>
        <Facts
          rows={[
            ["Asked by", shown(by)],
            ["Why", shown(why)],
            ["Asked", <When at={at} now={now} />],
            ["Lapses", !settled && <When at={lapsesAt} now={now} />],
            ["Settled", settled && `${settled.as === "agreed" ? "agreed by" : "taken back by"} ${shown(settled.by)}`],
            ["Says", "content" in change && rowDetails(change.content).join("\n")],
            ["Until", "until" in change && change.until !== undefined && <When at={change.until} now={now} />],
          ]}
        />
      </Section>
      {waits(proposal, now) && (
        <DecidersOnly others="Only reviewers agree to it.">
          {touched && <Touches touched={touched} />}
          {change.does === "import" ? (
            <p class="panel">
              An import is agreed to by the same file: <a href="/settings/import">bring it in</a>, or run npx takedown
              settings import FILE
            </p>
          ) : whyNot.agree !== undefined ? (
            <p class="panel">{whyNot.agree}</p>
          ) : (
            <PostForm class="panel" action={`/settings/proposals/${id}/agree`}>
              <button class="button" type="submit">
                I agree; record it
              </button>
            </PostForm>
          )}
          {whyNot.takeBack === undefined && (
            <Section id="take-back" title="Or take it back">
              <WhyForm
                action={`/settings/proposals/${id}/take-back`}
                asks="Why take it back"
                button="Take it back"
                refused={notTaken}
              />
            </Section>
          )}
        </DecidersOnly>
      )}
    </>
  );
};

export const AuditPage: FC<{
  readonly lines: readonly AuditLine[];
  readonly now: Instant;
  readonly atMost: number;
}> = ({ lines, now, atMost }) => (
  <>
    <div class="title">
      <Back />
      <h1>Who changed what</h1>
      <p class="soft">Every change of the settings’ table, the newest first. It is kept for ever.</p>
    </div>
    {lines.length === 0 && <p class="panel empty">Nobody has changed anything yet.</p>}
    {lines.length > 0 && (
      <section class="panel" aria-label="Changes">
        <ul class="plain">
          {lines.map((line) => (
            <AuditItem line={line} now={now} />
          ))}
        </ul>
      </section>
    )}
    {lines.length === atMost && (
      <p>
        <a class="button quiet" href={`/settings/audit?before=${lines.at(-1)?.version ?? 0}`}>
          Earlier changes
        </a>
      </p>
    )}
  </>
);

const placeOf = (id: string): string =>
  id.startsWith("proposal-") ? "proposals" : id.startsWith("import-") ? "imports" : "rows";

export const ImportPage: FC<{ readonly id: string; readonly imported: readonly ImportedRow[] }> = ({
  id,
  imported,
}) => (
  <>
    <div class="title">
      <p class="meta">
        <a href="/settings/audit">Back to who changed what</a>
      </p>
      <h1>{id}</h1>
      <p class="soft">
        {count(imported.length, "row was", "rows were")} written, each with the version that the file gave it.
      </p>
    </div>
    <section class="panel" aria-label="Rows">
      <ul class="plain">
        {imported.map((row) => (
          <li>
            <a href={`/settings/rows/${row.id}`}>{row.id}</a>{" "}
            <span class="soft">
              {row.as}, version {row.version}
              {row.fileSays &&
                `; the file says ${row.fileSays.by.map(visible).join(" and ")}, since ${moment(row.fileSays.since)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  </>
);

const AuditItem: FC<{ readonly line: AuditLine; readonly now: Instant }> = ({
  line: { at, version, by, why, does, ids, before, after },
  now,
}) => (
  <li>
    <p>
      <strong>{doesWords[does]}</strong>{" "}
      {ids.map((id) => (
        <>
          <a href={`/settings/${placeOf(id)}/${id}`}>{id}</a>{" "}
        </>
      ))}
    </p>
    <p class="soft">
      {by.map((name) => shown(name)).join(" and ")}, <When at={at} now={now} />, version {version}: {shown(why)}
    </p>
    {(before !== undefined || after !== undefined) && (
      <details>
        <summary>What stood before, and what stands now</summary>
        <pre>{visible([`before: ${before ?? "nothing"}`, `now: ${after ?? "nothing"}`].join("\n"))}</pre>
      </details>
    )}
  </li>
);
