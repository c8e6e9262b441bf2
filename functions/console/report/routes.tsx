import { hash } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import { reportKeyOf } from "../../case/case-id.ts";
import { openCaseOf } from "../../intake/open-case-of.ts";
import { useOf } from "../../intake/report-uses.ts";
import { type Pasted, readPasted } from "../../report/pasted.ts";
import type { Report } from "../../report/report.ts";
import { type Entered, type FieldProblem, readWritten } from "../../report/written.ts";
import type { Written } from "../../report/written-fields.ts";
import { sayProblem } from "../../report/written-words.ts";
import type { ConsoleDeps, Here, Routes } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { freshFields, inField, mayBeReportedFor, readSent, type Sent } from "./fields.ts";
import { foresee, lookUpNow } from "./foresee.ts";
import { ReportFormPage } from "./form-page.tsx";
import { type BadRow, type GoodRow, notesOn } from "./notes.ts";
import { PreviewPage } from "./preview-page.tsx";
import { doneAddress, type Queued, ReportedPage, WaitingPage } from "./reported-page.tsx";

/** Whom a notice would go to is shown, and looked up, of so many rows. */
const foreseenAtMost = 10;
const looksAtMost = 15;

/** Reports by hand: read as the queue reads them, previewed, and queued by a second press. */
export const reportRoutes: Routes = (app, deps, { show }) => {
  const { log, putReports, settings, work } = deps;
  const reporters = mayBeReportedFor(settings);

  const showForm = (context: Here, sent: Sent, problems: readonly FieldProblem[] = []) => {
    const others = settings.reporters.map(({ id }) => id).filter((id) => !reporters.includes(id));
    const fields = problems.map((one) => ({ id: one.field, says: sayProblem(one) }));
    const said: Flash | undefined = fields.length > 0 ? { kind: "bad", title: "Not reported", fields } : undefined;
    const page = <ReportFormPage {...{ sent, reporters, others, problems, said }} />;
    return show(context, "Report", page, "report", said ? 422 : 200);
  };

  const showPreview = async (context: Here, read: Read, said?: Flash) => {
    const { sent, pasted, bad } = read;
    const now = work.clock.now();
    const good = await Promise.all(
      read.good.map(async (row, at): Promise<GoodRow> => {
        const { report } = row.entered;
        const open = await openCaseOf(work, report);
        const joins = open === undefined ? undefined : await work.store.read(open);
        const isForeseen = joins === undefined && at < foreseenAtMost;
        return { ...row, joins, ...(isForeseen && { foreseen: await foresee(deps, report) }) };
      }),
    );
    const props = { sent, pasted, good, bad, notes: notesOn(good, pasted.of, now), digest: digestOf(sent), now, said };
    return show(context, "Report this?", <PreviewPage {...props} />, "report", said?.kind === "bad" ? 503 : 200);
  };

  app.get("/report", (context) => {
    const filled = freshFields(reporters, remembered(context));
    return showForm(context, { filled, text: "", explanation: undefined });
  });

  app.post("/report", async (context) => {
    const form = await context.req.formData();
    const given = await readSent(form);
    const does = form.get("does");
    if (does === "change") return showForm(context, given);
    const read = readRows(deps, context, given);
    if ("problems" in read) return showForm(context, given, read.problems);
    const { sent, good, bad, pasted } = read;
    if (does === "look-up") return showPreview(context, read, await lookedUp(deps, good));
    if (does !== "report" || good.length === 0) return showPreview(context, read);
    if (form.get("previewed") !== digestOf(sent)) return showPreview(context, read, notPreviewed);
    // As it was before: a report of another page may have used the number already.
    const queued = await Promise.all(good.map(({ entered: { report } }) => queuedAs(deps, report)));
    const { left, error } = await putReports(good.map(({ entered }) => entered));
    if (left.length < good.length) log.info("report.entered", { count: good.length - left.length });
    if (left.length > 0) {
      log.error("report.not-queued", { error: error ?? "unknown", count: left.length });
      return showPreview(context, read, queueIsShut(left.length, good.length));
    }
    remember(context, sent.filled.reporter);
    const done = queued.length === 1 && bad.length === 0 ? doneAddress(queued[0]?.key ?? "") : undefined;
    if (done !== undefined) return context.redirect(done, 303);
    return show(context, "Reported", <ReportedPage {...{ queued, bad, sent }} of={pasted.of} />, "report");
  });

  app.get("/report/done", async (context) => {
    const key = context.req.query("of") ?? "";
    const looked = Number(context.req.query("looked") ?? 0);
    const now = doneAddress(key);
    if (now === undefined) return context.redirect("/report", 303);
    const caseId = await work.store.caseOfReport(key);
    if (caseId !== undefined) return context.redirect(`/cases/${encodeURIComponent(caseId)}`, 303);
    const again = looked < looksAtMost;
    if (again) context.header("Refresh", `2; url=${doneAddress(key, looked + 1)}`);
    return show(context, "Reported", <WaitingPage {...{ now, again }} />, "report");
  });
};

type Read = {
  readonly sent: Sent;
  readonly pasted: Pasted;
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
};

/** The reports in what was sent, or what is wrong with all of it. */
const readRows = (
  deps: ConsoleDeps,
  context: Here,
  given: Sent,
): Read | { readonly problems: readonly FieldProblem[] } => {
  if (given.problem !== undefined) return { problems: [{ field: "address", says: given.problem }] };
  const isPasted = given.text.trim() !== "";
  const pasted = readPasted(given.text, given.explanation);
  if (isPasted && !pasted.ok) return { problems: [{ field: "address", says: pasted.error }] };
  const { of, rows, leftOut }: Pasted =
    isPasted && pasted.ok ? pasted.value : { of: "line", rows: [{ row: 1, written: {} }], leftOut: [] };
  // When a table was uploaded says nothing of when its rows were seen.
  const seenAt = of === "line" ? inField(deps.work.clock.now()) : undefined;
  const filled = { ...(seenAt !== undefined && { seenAt }), ...given.filled };
  const read = rows.map(({ row, written, problem }): GoodRow | BadRow =>
    problem === undefined
      ? { row, address: written.address, ...entered(deps, context, { ...filled, ...written }, of) }
      : { row, address: written.address, problems: [{ says: problem }] },
  );
  const bad = read.filter((one) => "problems" in one);
  const [first] = bad;
  // All lines have the form's fields in common: those are corrected there.
  const inForm = (first?.problems ?? []).filter((one) => "field" in one);
  if (of === "line" && (rows.length === 1 ? bad.length === 1 : inForm.some(({ field }) => field !== "address")))
    return { problems: inForm };
  const good = read.filter((one) => "entered" in one);
  return { sent: { ...given, filled }, pasted: { of, rows, leftOut }, good, bad };
};

/** A person's report for whom they may report, or all that is wrong. */
const entered = (
  { settings, decided, work }: ConsoleDeps,
  context: Here,
  written: Written,
  of: Pasted["of"],
): { readonly entered: Entered } | { readonly problems: readonly FieldProblem[] } => {
  const read = readWritten(written, {
    rules: { allowReserved: decided.stage.allowReserved, reporters: settings.reporters },
    now: work.clock.now(),
    by: context.get("signedIn").name,
    idsBegin: "console",
    writtenIn: of === "line" ? "form" : "file",
  });
  if (!read.ok) return { problems: read.error };
  if (!mayBeReportedFor(settings).includes(read.value.report.reporter))
    return { problems: [{ field: "reporter", says: "It speaks by ways of its own alone. Choose another." }] };
  return { entered: read.value };
};

/** Requests a lookup for each host once. */
const lookedUp = async (deps: ConsoleDeps, good: readonly GoodRow[]): Promise<Flash | undefined> => {
  const reports = good.slice(0, foreseenAtMost).map(({ entered: { report } }) => report);
  const hosts = new Map(reports.map((report) => [`${report.category} ${report.target.host}`, report]));
  const answered = await Promise.all([...hosts.values()].map((report) => lookUpNow(deps, report)));
  const open = answered.filter((one) => !one).length;
  return open === 0 ? undefined : { kind: "note", title: "No answer yet", text: "Look it up again in a moment." };
};

const queuedAs = async ({ work }: ConsoleDeps, report: Report): Promise<Queued> => {
  const use = await useOf(work.store, report, work.clock.now());
  return { report, key: use.kind === "free" ? use.key : reportKeyOf(report.reporter, report.reportId) };
};

const digestOf = ({ filled, text, explanation }: Sent): string =>
  hash("sha256", JSON.stringify([Object.entries(filled).sort(), text, explanation ?? ""]));

const notPreviewed: Flash = {
  kind: "note",
  title: "Nothing was sent: the choices were changed since the preview",
  text: "This is the preview by what is chosen now. Check it, and press once more.",
};

const queueIsShut = (left: number, of: number): Flash => ({
  kind: "bad",
  title: `${left} of ${of} not queued`,
  text: "The queue did not take them. Everything is kept: press once more for all; what was taken counts once.",
});

/** Whom this person reported for last, in their browser alone: others who use it choose for themselves. */
const cookie = "reporter";
const mark = (context: Here): string => hash("sha256", context.get("signedIn").name).slice(0, 16);
const remembered = (context: Here): string | undefined => {
  const [reporter, of] = getCookie(context, cookie, "host")?.split(" ") ?? [];
  return of === mark(context) ? reporter : undefined;
};
const remember = (context: Here, reporter: string | undefined): void => {
  if (reporter !== undefined)
    setCookie(context, cookie, `${reporter} ${mark(context)}`, {
      prefix: "host",
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Strict",
      maxAge: 90 * 24 * 3600,
    });
};
