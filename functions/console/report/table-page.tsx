import type { FC } from "hono/jsx";
import { isUrgent } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { Report } from "../../report/report.ts";
import type { Entered, FieldProblem } from "../../report/written.ts";
import type { Written } from "../../report/written-fields.ts";
import { rowsAtMost } from "../../report/written-table.ts";
import { sayProblem } from "../../report/written-words.ts";
import { Button, described, Field, Title } from "../elements.tsx";
import { Banner, Facts, Folded, type Said, SaidBanner, Section } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, shownTarget } from "../shown.ts";
import { count, laneWords, moment } from "../words.ts";
import { type FormField, firstFields, rowDefaults } from "./fields.ts";
import { FieldOf } from "./form-page.tsx";
import { LeftOutColumns } from "./left-out-columns.tsx";
import { mailedWords } from "./mailed-words.ts";
import { numbersUsedAgain, rowsWords } from "./notes.ts";

export type RowRead = GoodRow | BadRow;

type GoodRow = { readonly row: number; readonly entered: Entered; readonly notes: readonly string[] };

type BadRow = {
  readonly row: number;
  readonly problems: readonly (FieldProblem | { readonly says: string })[];
};

export const badRows = (rows: readonly RowRead[]): readonly BadRow[] =>
  rows.flatMap((one) => ("problems" in one ? [one] : []));

export type TableLook = {
  readonly rows: readonly RowRead[];
  readonly leftOut: readonly string[];
  /** The column chosen as the explanation. */
  readonly explanation: string | undefined;
  readonly csv: string;
  /** Tells whether what is sent is what was previewed. */
  readonly digest: string;
};

export type TablePageProps = {
  readonly filled: Written;
  readonly reporters: readonly string[];
  /** Why the text is no table, and the text. */
  readonly refused?: { readonly problem: string; readonly csv: string } | undefined;
  readonly look?: TableLook | undefined;
  /** Rows not on the queue, when the good ones are. */
  readonly left?: readonly BadRow[] | undefined;
  readonly said?: Said | undefined;
};

/** For rows without such a column. */
const defaults = (reporters: readonly string[]): readonly FormField[] =>
  firstFields(reporters)
    .filter(({ name }) => rowDefaults.includes(name))
    .map(({ hint: _, ...field }) => ({ ...field, label: `${field.label}, where a row does not say` }));

export const ReportTablePage: FC<TablePageProps> = ({ filled, reporters, refused, look, left, said }) => (
  <>
    <Title of={look ? "Report these?" : "Report from a file"}>
      <a href="/report">One report by itself</a>
    </Title>
    <SaidBanner said={said} />
    {left && <BadRows bad={left} />}
    {look ? <Looked {...{ look, filled, reporters }} /> : <FileForm {...{ filled, reporters, refused, left }} />}
  </>
);

const fileHint =
  `With commas, semicolons or tabs, as spreadsheets and SCART export it; ${rowsAtMost} rows at most. A heading names ` +
  "the columns: url or host, category, reference, last seen, explanation, and what else a report has. Moments " +
  "without a zone are UTC. Only the column named explanation is mailed as the reason; notes of your own are left out.";

const FileForm: FC<Omit<TablePageProps, "look" | "said">> = ({ filled, reporters, refused, left }) => (
  <PostForm class="panel settings-form" action="/report/table" enctype="multipart/form-data" novalidate>
    {left && <h2>Another file</h2>}
    <Field id="file" label="CSV file" problem={refused?.problem} hint={fileHint}>
      <input id="file" type="file" name="file" accept=".csv,.txt,text/csv" {...described("file", refused?.problem)} />
    </Field>
    <Field id="csv" label="Or its text">
      <textarea id="csv" name="csv" rows={4} spellcheck={false} autocapitalize="none">
        {refused?.csv ?? ""}
      </textarea>
    </Field>
    <RowDefaults {...{ filled, reporters }} />
    <Button>Look at it first</Button>
  </PostForm>
);

const RowDefaults: FC<Pick<TablePageProps, "filled" | "reporters">> = ({ filled, reporters }) => (
  <>
    {defaults(reporters).map((field) => (
      <FieldOf field={field} filled={filled} problems={[]} />
    ))}
  </>
);

const BadRows: FC<{ readonly bad: readonly BadRow[] }> = ({ bad }) =>
  bad.length === 0 ? null : (
    <Section id="bad" title={`${count(bad.length, "row is", "rows are")} not reported`}>
      <ul class="plain">
        {bad.map(({ row, problems }) => (
          <li>
            <strong>Row {row}</strong>
            {problems.map((one) => (
              <p>{shown("field" in one ? sayProblem(one) : one.says)}</p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );

/** Rows shown at once. The others unfold, since each mailed word can be read first. */
const goodShown = 50;

/** The preview. All choices are in the form that sends it: what the page shows is what is sent. */
const Looked: FC<Pick<TablePageProps, "filled" | "reporters"> & { readonly look: TableLook }> = ({
  look,
  filled,
  reporters,
}) => {
  const { rows, leftOut, explanation, csv, digest } = look;
  const good = rows.flatMap((one) => ("entered" in one ? [one] : []));
  const bad = badRows(rows);
  return (
    <>
      <p>
        <a href="/report/table">Another file</a>
      </p>
      <BadRows bad={bad} />
      <NotesOnRows rows={good} />
      <PostForm action="/report/table" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="previewed" value={digest} />
        {/* HTML drops a text area's first line break, and not the file's own. */}
        <textarea hidden name="csv">
          {`\n${csv}`}
        </textarea>
        <Section
          id="good"
          title={
            good.length === 0 ? "Nothing to put on the queue" : `${count(good.length, "report")} to put on the queue`
          }
        >
          <LeftOutColumns {...{ leftOut, explanation }} />
          <details open={bad.length > 0}>
            <summary>What a row takes that does not say</summary>
            <RowDefaults {...{ filled, reporters }} />
          </details>
          {/* The Enter key presses the form's first button. */}
          <Button kind="quiet">Preview again</Button>
          <GoodRows rows={good.slice(0, goodShown)} />
          <Folded when={good.length > goodShown} what={`And ${good.length - goodShown} more`}>
            <GoodRows rows={good.slice(goodShown)} />
          </Folded>
          {good.length > 0 && (
            <Button name="does" value="report">
              {good.length === 1 ? "Report it" : `Report these ${good.length}`}
            </Button>
          )}
        </Section>
      </PostForm>
    </>
  );
};

const GoodRows: FC<{ readonly rows: readonly GoodRow[] }> = ({ rows }) =>
  rows.length === 0 ? null : (
    <ul class="dense">
      {rows.map(({ row, entered: { report, lane } }) => (
        <li>
          <span>Row {row}</span>
          <span>{shownTarget(report.target)}</span>
          <span class="soft">{categoryWords[report.category]}</span>
          <span class="soft">
            {laneWords[lane]}, {shown(report.reporter)}, {shown(report.reportId)}
          </span>
          <span class="soft">
            Last seen {moment(report.seenAt)}
            {report.firstSeenAt && `, first seen ${moment(report.firstSeenAt)}`}
          </span>
          <MailedWords report={report} />
        </li>
      ))}
    </ul>
  );

/** Every word by a person that is mailed to a host. */
const MailedWords: FC<{ readonly report: Report }> = ({ report }) => {
  const words = mailedWords(report.evidence);
  if (words.length === 0) return <span class="soft">None of your words is mailed.</span>;
  return (
    <details open={!isUrgent(report.category)}>
      <summary>Mailed to the host</summary>
      <Facts rows={words.map(([name, text]) => [name, shown(text, [report.target.host])])} />
    </details>
  );
};

/** Each note once, with its rows. */
const NotesOnRows: FC<{ readonly rows: readonly GoodRow[] }> = ({ rows }) => {
  const rowsOfNote = new Map<string, number[]>();
  for (const { row, notes } of rows)
    for (const note of notes) {
      const of = rowsOfNote.get(note) ?? [];
      of.push(row);
      rowsOfNote.set(note, of);
    }
  const again = numbersUsedAgain(rows);
  if (rowsOfNote.size + again.length === 0) return null;
  return (
    <Banner kind="note" title="Before you report them">
      {again.slice(0, numbersShown).map((one) => (
        <p>
          {rowsWords(one.rows)}: the number {shown(one.number)} stands at different pages. Each is a report of its own,
          and what is said later of that number has to name its case. Give each a number of its own.
        </p>
      ))}
      {again.length > numbersShown && <p>{count(again.length - numbersShown, "more number")} alike.</p>}
      {[...rowsOfNote].map(([note, of]) => (
        <p>
          {rowsWords(of)}: {note}
        </p>
      ))}
    </Banner>
  );
};

const numbersShown = 10;
