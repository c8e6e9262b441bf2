import { hash } from "node:crypto";
import { openCaseOf } from "../../intake/open-case-of.ts";
import type { ReadingRules } from "../../report/read-target.ts";
import { type Entered, type FieldProblem, readWritten } from "../../report/written.ts";
import type { WrittenIn } from "../../report/written-checks.ts";
import type { Written } from "../../report/written-fields.ts";
import { readTable } from "../../report/written-table.ts";
import { sayProblem } from "../../report/written-words.ts";
import type { ConsoleDeps, Here, Pages, Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { count } from "../words.ts";
import { freshFields, mayBeReportedFor, readFields, rowDefaults } from "./fields.ts";
import { ReportFormPage, ReportLookPage } from "./form-page.tsx";
import { notesOn } from "./notes.ts";
import { badRows, ReportTablePage, type RowRead, type TablePageProps } from "./table-page.tsx";

/** A report by hand, or a file: read as the queue reads it, shown, and queued by a second press. */
export const reportRoutes: Routes = (app, deps, pages) => {
  oneReport(app, deps, pages);
  tableOfReports(app, deps, pages);
};

const oneReport: Routes = (app, deps, pages) => {
  const { log, putReports } = deps;

  app.get("/report", (context) => {
    const filled = freshFields(mayBeReportedFor(deps.settings), deps.work.clock.now());
    return showForm(context, deps, pages, { filled, said: saidAfter(context) });
  });

  app.post("/report", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const filled = readFields(form);
    const { read, problems } = entered(deps, context, filled);
    if (form.get("does") === "change" || !read)
      return showForm(context, deps, pages, { filled, problems, status: read ? 200 : 422 });
    if (form.get("does") !== "report") return showLook(context, deps, pages, { filled, read });
    const { left, error } = await putReports([read]);
    if (left.length > 0) {
      log.error("report.not-queued", { error: error ?? "unknown", count: 1 });
      return showLook(context, deps, pages, { filled, read, said: queueIsShut });
    }
    log.info("report.entered", { count: 1 });
    return context.redirect(`/report?queued=1&${new URLSearchParams({ number: read.report.reportId })}`, 303);
  });
};

const queueIsShut: Said = {
  kind: "bad",
  title: "Not on the queue",
  text: "The queue did not take it. What you wrote is still here: press once more; what was taken counts once.",
};

/** A person's report for whom they may report, or all that is wrong. */
const entered = (
  { settings, decided, work }: ConsoleDeps,
  context: Here,
  filled: Written,
  writtenIn: WrittenIn = "form",
): { readonly read?: Entered; readonly problems: readonly FieldProblem[] } => {
  const rules: ReadingRules = { allowReserved: decided.stage.allowReserved, reporters: settings.reporters };
  const by = context.get("signedIn").name;
  const read = readWritten(filled, { rules, now: work.clock.now(), by, idsBegin: "console", writtenIn });
  if (!read.ok) return { problems: read.error };
  if (!mayBeReportedFor(settings).includes(read.value.report.reporter))
    return { problems: [{ field: "reporter", says: "It speaks by ways of its own alone. Choose another." }] };
  return { read: read.value, problems: [] };
};

type Shown = { readonly filled: Written; readonly said?: Said | undefined };

const showForm = (
  context: Here,
  { settings }: ConsoleDeps,
  { show }: Pages,
  shown: Shown & { readonly problems?: readonly FieldProblem[]; readonly status?: 200 | 422 },
) => {
  const { problems = [], status = 200, ...rest } = shown;
  const reporters = mayBeReportedFor(settings);
  const others = settings.reporters.map(({ id }) => id).filter((id) => !reporters.includes(id));
  const refused: Said | undefined =
    status === 422
      ? {
          kind: "bad",
          title: "Not reported",
          fields: problems.map((one) => ({ id: one.field, says: sayProblem(one) })),
        }
      : undefined;
  return show(
    context,
    "Report something",
    <ReportFormPage {...{ reporters, others, problems, ...rest }} said={refused ?? rest.said} />,
    "report",
    status,
  );
};

const showLook = async (
  context: Here,
  { work }: ConsoleDeps,
  { show }: Pages,
  { read, ...rest }: Shown & { readonly read: Entered },
) => {
  const joins = await openCaseOf(work, read.report);
  const now = work.clock.now();
  const notes = notesOn(read.report, now, { joins: joins !== undefined });
  const page = <ReportLookPage entered={read} {...{ joins, notes, now }} {...rest} />;
  return show(context, "Report this?", page, "report", rest.said ? 503 : 200);
};

const saidAfter = (context: Here): Said | undefined => {
  const queued = Number(context.req.query("queued"));
  return Number.isInteger(queued) && queued >= 1 ? onTheQueue(queued) : undefined;
};

const onTheQueue = (queued: number): Said => ({
  kind: "good",
  title: `${count(queued, "report is", "reports are")} on the queue`,
  text: "Within seconds each has opened a case or joined one; search for its number, or look at the newest cases.",
  link: { href: "/cases", says: "The newest cases" },
});

const tableOfReports: Routes = (app, deps, { show }) => {
  const { log, putReports, settings } = deps;
  const reporters = mayBeReportedFor(settings);

  type Table = Omit<TablePageProps, "reporters">;
  const showTable = (context: Here, title: string, table: Table, status: 200 | 422 | 503 = 200) =>
    show(context, title, <ReportTablePage reporters={reporters} {...table} />, "report", status);

  app.get("/report/table", (context) => showTable(context, "Report from a file", { filled: freshFields(reporters) }));

  app.post("/report/table", async (context) => {
    const given = await tableIn(context);
    const { filled, csv, explanation } = given;
    const table = readTable(csv, { explanation });
    if (!table.ok) return showTable(context, "Not read", { filled, refused: { problem: table.error, csv } }, 422);
    const rows = rowsRead(deps, context, filled, table.value.rows);
    const look = { rows, leftOut: table.value.leftOut, explanation, csv, digest: digestOf(given) };
    const good = rows.flatMap((row) => ("entered" in row ? [row.entered] : []));
    const said = given.isSure && given.previewed !== look.digest ? notPreviewed : undefined;
    if (!given.isSure || said || good.length === 0) return showTable(context, "Report these?", { filled, look, said });
    const { left, error } = await putReports(good);
    log.info("report.entered", { count: good.length - left.length });
    const bad = badRows(rows);
    if (left.length === 0 && bad.length === 0) return context.redirect(`/report?queued=${good.length}`, 303);
    if (left.length === 0)
      return showTable(context, "Reported, but for some rows", { filled, left: bad, said: onTheQueue(good.length) });
    log.error("report.not-queued", { error: error ?? "unknown", count: left.length });
    const refused: Said = {
      kind: "bad",
      title: `${left.length} of ${good.length} are not on the queue`,
      text: "The queue did not take them. Press once more for all: what was taken counts once.",
    };
    return showTable(context, "Not all reported", { filled, look, said: refused }, 503);
  });
};

const rowsRead = (
  deps: ConsoleDeps,
  context: Here,
  filled: Written,
  rows: readonly { readonly row: number; readonly written: Written; readonly problem?: string }[],
): readonly RowRead[] => {
  return rows.map(({ row, written, problem }): RowRead => {
    if (problem !== undefined) return { row, problems: [{ says: problem }] };
    const { read, problems } = entered(deps, context, { ...filled, ...written }, "file");
    return read ? { row, entered: read, notes: notesOn(read.report, deps.work.clock.now()) } : { row, problems };
  });
};

const notPreviewed: Said = {
  kind: "bad",
  title: "Nothing was sent: the choices were changed since the preview",
  text: "This is the preview by what is chosen now. Check it, and press once more.",
};

/** A form's table (a file or its text), and the defaults of its rows. */
const tableIn = async (context: Here) => {
  const form = await context.req.formData();
  const file = form.get("file");
  const textOf = (name: string): string => {
    const value = form.get(name);
    // A form sends line breaks of its own.
    return typeof value === "string" ? value.replaceAll(/\r\n?/g, "\n") : "";
  };
  const isFile = typeof file === "object" && file !== null && file.size > 0;
  return {
    csv: isFile ? (await file.text()).replaceAll(/\r\n?/g, "\n") : textOf("csv"),
    filled: readFields(new URLSearchParams(rowDefaults.map((name): [string, string] => [name, textOf(name)]))),
    explanation: textOf("explanationColumn") || undefined,
    isSure: textOf("does") === "report",
    previewed: textOf("previewed"),
  };
};

const digestOf = ({ csv, filled, explanation }: Awaited<ReturnType<typeof tableIn>>): string =>
  hash("sha256", JSON.stringify([csv, filled, explanation ?? ""]));
