import { deskIdOf } from "../../case/case-id.ts";
import { policyOf } from "../../escalation/policy.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { readContent, readKind } from "../../settings/check.ts";
import { savedReasons } from "../../settings/combine.ts";
import { contradictionsIn } from "../../settings/contradictions.ts";
import type { Filled } from "../../settings/fields.ts";
import type { Asker } from "../../settings/may.ts";
import {
  agree,
  ask,
  type Decided,
  type Moment,
  type NotChanged,
  takeBack,
  whyNotSecond,
  whyNotTakenBack,
  writeDown,
} from "../../settings/record.ts";
import type { RowChange, RowKind } from "../../settings/row.ts";
import type { NotRecorded } from "../../settings/store.ts";
import { openLately, type Touched, touches } from "../../settings/touches.ts";
import { changesIn, exportOf, importInto, readExport } from "../../settings/transfer.ts";
import { readWhy } from "../case/read-verdict.ts";
import type { ConsoleDeps, Here, Pages, Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { ownSessionsAddress } from "../sign-in/session.ts";
import { filledBy, givenTwice, hoursOffered, readFilled, readRow, seenOf } from "./fields.ts";
import { FormPage, type FormPageProps, refusedSaid, type WhyRefused } from "./form-page.tsx";
import { AuditPage, ImportPage, ProposalPage, RowPage } from "./row-page.tsx";
import { notRecordedWords, previewLines } from "./say-row.ts";
import { KindPage, listedOf, SettingsPage } from "./settings-page.tsx";
import { importAddress, TransferPage } from "./transfer-page.tsx";

type Written = Result<Decided, NotChanged | NotRecorded>;

const auditAPage = 50;
const whyOwn = "Signed out everywhere by themself.";

export const settingsRoutes: Routes = (app, deps, pages) => {
  const { show, sayOnly } = pages;
  const look = looksAt(deps);

  app.get("/settings", (context) => showAll(context, deps, pages, saidAfter(context.req.query("recorded"))));

  app.get("/settings/kinds/:kind", async (context) => {
    const kind = readKind(context.req.param("kind"));
    if (!kind) return noSuchKind(context, pages);
    const { stage, table, now } = await look.moment();
    const from = /^\d{1,5}$/.test(context.req.query("from") ?? "") ? Number(context.req.query("from")) : 0;
    const listed = listedOf(kind, stage, table, now);
    return show(context, "Settings", <KindPage {...{ kind, listed, now, from }} />, "settings");
  });

  ownSessionsRoute(app, deps, pages);
  auditRoutes(app, deps, pages);
  transferRoutes(app, deps, pages);
  addRoutes(app, deps, pages);
  rowRoutes(app, deps, pages);

  app.get("/settings/proposals/:id", async (context) => showProposal(context, deps, pages, {}));

  app.post("/settings/proposals/:id/agree", async (context) => {
    const id = context.req.param("id");
    const written = await look.write((moment) => agree(moment, id, askerOf(context)));
    if (written.ok) return afterwards(context, deps, written.value);
    return showProposal(context, deps, pages, {
      said: notRecordedSaid(written.error),
      status: statusOf(written.error),
    });
  });

  app.post("/settings/proposals/:id/take-back", async (context) => {
    const id = context.req.param("id");
    const why = readWhy(new URLSearchParams(await context.req.text()));
    const written = await look.write((moment) => takeBack(moment, id, { by: askerOf(context), why }));
    if (written.ok) return afterwards(context, deps, written.value);
    return showProposal(context, deps, pages, {
      said: notRecordedSaid(written.error),
      notTaken: { why, problem: whyProblemOf(written.error) },
      status: statusOf(written.error),
    });
  });

  app.get("/settings/:rest{.+}", (context) =>
    sayOnly(context, 404, "No such page", "There is nothing at this address of the settings."),
  );
};

const showAll = async (
  context: Here,
  deps: ConsoleDeps,
  { show }: Pages,
  said: Said | undefined,
  status: 200 | 403 | 409 | 422 | 503 = 200,
) => {
  const { stage, table, now } = await looksAt(deps).moment();
  const contradictions = contradictionsIn(stage, table.rows, now);
  const bySession = context.get("signedIn").by === "cookie";
  return show(
    context,
    "Settings",
    <SettingsPage {...{ stage, table, contradictions, now, bySession, said }} />,
    "settings",
    status,
  );
};

/** Readers end their own, too, by nobody's word but theirs. Nothing else changes. */
const ownSessionsRoute: Routes = (app, deps, pages) => {
  app.post(ownSessionsAddress, async (context) => {
    const { name } = context.get("signedIn");
    const { content, problems } = readContent("new row", "session-end", { person: name });
    const by = { name, mayDecide: true, signedIn: true };
    const written: Written = content
      ? await looksAt(deps).write((moment) => ask(moment, { does: "add", content }, { by, why: whyOwn }))
      : fail({ kind: "not-valid", problems });
    if (!written.ok) return showAll(context, deps, pages, notRecordedSaid(written.error), statusOf(written.error));
    noteChange(deps, written.value);
    return context.redirect("/", 303);
  });
};

const auditRoutes: Routes = (app, { work, decided }, { show, sayOnly }) => {
  app.get("/settings/audit", async (context) => {
    const before = context.req.query("before") ?? "";
    const lines = await decided.store.audit(auditAPage, /^[1-9]\d{0,8}$/.test(before) ? Number(before) : undefined);
    return show(
      context,
      "Who changed what",
      <AuditPage lines={lines} now={work.clock.now()} atMost={auditAPage} />,
      "settings",
    );
  });

  app.get("/settings/imports/:id", async (context) => {
    const id = context.req.param("id");
    const imported = await decided.store.imported(id);
    if (imported.length === 0) return sayOnly(context, 404, "No such import", "No import of that number wrote a row.");
    return show(context, "Who changed what", <ImportPage id={id} imported={imported} />, "settings");
  });
};

/** All rows as one file, and a file's rows brought in: the same text as on the command line. */
const transferRoutes: Routes = (app, deps, { show }) => {
  const look = looksAt(deps);

  app.get("/settings/export", async (context) => {
    const { table, now } = await look.moment();
    context.header("content-type", "application/yaml; charset=utf-8");
    context.header("content-disposition", `attachment; filename="settings-${table.head.version}.yaml"`);
    return context.body(exportOf(table, now));
  });

  app.get("/settings/import", (context) => show(context, "Settings", <TransferPage text="" why="" />, "settings"));

  app.post(importAddress, async (context) => {
    const form = await context.req.formData();
    const [file, written] = [form.get("file"), form.get("text")];
    const text = file instanceof File && file.size > 0 ? await file.text() : typeof written === "string" ? written : "";
    const why = String(form.get("why") ?? "").trim();
    const refuse = (error: NotChanged | NotRecorded) =>
      show(
        context,
        "Settings",
        <TransferPage {...{ text, why, said: notRecordedSaid(error) }} />,
        "settings",
        statusOf(error),
      );
    const read = readExport(text);
    if (!read.ok) return refuse(read.error);
    const imports = (why: string) => (moment: Moment) => importInto(moment, read.value, { by: askerOf(context), why });
    if (form.get("seen") === read.value.hash) {
      const written = await look.write(imports(why));
      return written.ok ? afterwards(context, deps, written.value) : refuse(written.error);
    }
    const moment = await look.moment();
    const asked = imports("to look at it")(moment);
    if (!asked.ok) return refuse(asked.error);
    const changes = changesIn(read.value, moment.table);
    const preview = previewLines(changes, moment.table.rows, await look.touched(moment, ...changes));
    const found = { preview, seen: read.value.hash, needs: asked.value.why };
    return show(context, "Settings", <TransferPage {...{ text, why, found }} />, "settings");
  });
};

const looksAt = ({ work, decided }: ConsoleDeps) => {
  const now = (): Instant => work.clock.now();
  return {
    moment: async (): Promise<Moment> => ({
      stage: decided.stage,
      table: await decided.store.read(),
      now: now(),
    }),
    touched: async (moment: Moment, ...changes: readonly RowChange[]): Promise<Touched> =>
      touches(moment, changes, await openLately(work.store, moment.now), policyOf),
    write: (decide: (moment: Moment) => Result<Decided, NotChanged>) => writeDown({ ...decided, now }, decide),
  };
};

const askerOf = (context: Here): Asker => {
  const { name, mayDecide } = context.get("signedIn");
  return { name, mayDecide, signedIn: true };
};

const noSuchKind = (context: Here, { sayOnly }: Pages) =>
  sayOnly(context, 404, "No such kind", "There are no settings of that kind.");
const noSuchRow = (context: Here, { sayOnly }: Pages) =>
  sayOnly(context, 404, "No such row", "There is no row of that number, or it is over.");

const noteChange = ({ log }: ConsoleDeps, { comes, written }: Decided): void =>
  log.info("settings.changed", { outcome: comes, count: written.rows.length });

const afterwards = (context: Here, deps: ConsoleDeps, decided: Decided) => {
  noteChange(deps, decided);
  return context.redirect(`/settings?recorded=${decided.comes}`, 303);
};

const saidAfter = (comes: string | undefined): Said | undefined => {
  switch (comes) {
    case "in-force":
      return { kind: "good", title: "Recorded", text: "It is in force for what is sent from now on." };
    case "proposed":
      return {
        kind: "note",
        title: "Waits for a second person",
        text: "Nothing has changed yet. Somebody else has to sign in and agree within a week.",
      };
    case "taken-back":
      return { kind: "good", title: "Taken back", text: "Nothing comes of it." };
    default:
      return undefined;
  }
};

const notRecordedSaid = (error: NotChanged | NotRecorded): Said => ({
  kind: "bad",
  title: "Not recorded",
  text: notRecordedWords(error).join(" "),
});

const whyProblemOf = (error: NotChanged | NotRecorded): string | undefined =>
  error.kind === "not-valid" ? error.problems.find(({ field }) => field === "why")?.says : undefined;

const statusOf = ({ kind }: NotChanged | NotRecorded): 403 | 409 | 422 | 503 =>
  (
    ({
      "not-valid": 422,
      refused: 403,
      unknown: 409,
      "somebody-was-first": 503,
      "went-back": 409,
      full: 409,
    }) as const
  )[kind];

type BesideProposal = {
  readonly said?: Said;
  readonly notTaken?: WhyRefused;
  readonly status?: 200 | 403 | 409 | 422 | 503;
};

const showProposal = async (
  context: Here,
  deps: ConsoleDeps,
  pages: Pages,
  { status = 200, ...also }: BesideProposal,
) => {
  const look = looksAt(deps);
  const moment = await look.moment();
  const proposal = moment.table.proposals.find(({ id }) => id === context.req.param("id"));
  if (!proposal)
    return pages.sayOnly(context, 404, "No such proposal", "Nobody asked for that, or it is long settled.");
  const { change } = proposal;
  const touched = change.does === "import" ? undefined : await look.touched(moment, change);
  const by = askerOf(context);
  const whyNot = { agree: whyNotSecond(moment, proposal, by), takeBack: whyNotTakenBack(moment, proposal, by) };
  return pages.show(
    context,
    "Settings",
    <ProposalPage {...{ proposal, rows: moment.table.rows, now: moment.now, touched, whyNot }} {...also} />,
    "settings",
    status,
  );
};

type FormShown = Omit<FormPageProps, "reasons" | "preview" | "waitsForSecond"> & {
  readonly change?: RowChange | undefined;
};

/** With a change also what it would touch, and whether one person is enough. */
const showForm = async (
  context: Here,
  deps: ConsoleDeps,
  pages: Pages,
  { change, ...form }: FormShown,
  status: 200 | 403 | 409 | 422 | 503 = 200,
) => {
  const look = looksAt(deps);
  const moment = await look.moment();
  // A dry run, to learn what is wrong with it and who has to agree. Nothing is written.
  const asked = change && ask(moment, change, { by: askerOf(context), why: "to look at it" });
  const found = asked && !asked.ok && asked.error.kind === "not-valid" ? asked.error.problems : [];
  const problems = [...form.problems, ...found];
  const touched = change && asked?.ok ? await look.touched(moment, change) : undefined;
  const preview = change && touched && previewLines([change], moment.table.rows, touched);
  const refused = asked && !asked.ok && asked.error.kind !== "not-valid" ? notRecordedSaid(asked.error) : undefined;
  const said = problems.length > 0 ? refusedSaid(form.kind, problems) : (refused ?? form.said);
  return pages.show(
    context,
    problems.length > 0 ? "Not recorded: Settings" : "Settings",
    <FormPage
      {...form}
      {...{ problems, preview, said, reasons: savedReasons(moment.table.rows, moment.now) }}
      waitsForSecond={asked?.ok === true && asked.value.comes === "proposed"}
    />,
    "settings",
    problems.length > 0 ? 422 : status,
  );
};

const changeBy = (kind: RowKind, id: string | undefined, filled: Filled, now: Instant) => {
  const { content, until, problems } = readRow(kind, filled, now);
  const said = content && { content, ...(until !== undefined && { until }) };
  const change: RowChange | undefined =
    said && problems.length === 0
      ? id === undefined
        ? { does: "add", ...said }
        : { does: "change", id, ...said }
      : undefined;
  return { change, problems };
};

/** Previews a form, or records it if its reach was seen. */
const takeForm = async (context: Here, deps: ConsoleDeps, pages: Pages, kind: RowKind, id?: string) => {
  const form = new URLSearchParams(await context.req.text());
  const filled = readFilled(kind, form);
  const isSeen = form.get("step") === "record" && form.get("seen") === seenOf(kind, filled);
  const read = changeBy(kind, id, filled, deps.work.clock.now());
  const twice = givenTwice(kind, form);
  const change = twice.length > 0 ? undefined : read.change;
  const problems = [...twice, ...read.problems];
  const shown = { kind, filled, problems, ...(id !== undefined && { id }), change };
  if (!isSeen || !change || problems.length > 0) {
    const isUnseen = form.get("step") === "record" && !isSeen;
    const said: Said = {
      kind: "note",
      title: "Look once more",
      text: "What you wrote has changed since you saw what it touches.",
    };
    return showForm(context, deps, pages, { ...shown, ...(isUnseen && { said }) });
  }
  const written: Written = await looksAt(deps).write((moment) =>
    ask(moment, change, { by: askerOf(context), why: filled.why ?? "" }),
  );
  if (written.ok) return afterwards(context, deps, written.value);
  if (written.error.kind === "not-valid")
    return showForm(context, deps, pages, { ...shown, change: undefined, problems: written.error.problems });
  return showForm(context, deps, pages, { ...shown, said: notRecordedSaid(written.error) }, statusOf(written.error));
};

/** By the mailbox's hash, since a mailbox stands in no address. Reads the case. */
const deskOfCase = async (context: Here, { work }: ConsoleDeps): Promise<string | undefined> => {
  const [caseId, desk] = [context.req.query("case"), context.req.query("desk")];
  if (caseId === undefined || desk === undefined) return undefined;
  const state = await work.store.read(caseId);
  if (!state || state.forgottenAt !== undefined) return undefined;
  const emails = [...(state.contact?.candidates ?? []), ...state.notices.map(({ to }) => to)];
  return emails.find(({ email }) => deskIdOf(email) === desk)?.email;
};

const addRoutes: Routes = (app, deps, pages) => {
  app.get("/settings/new/:kind", async (context) => {
    const kind = readKind(context.req.param("kind"));
    if (!kind) return noSuchKind(context, pages);
    const desk = await deskOfCase(context, deps);
    const filled = readFilled(
      kind,
      new URLSearchParams({ ...(desk && { desk }), hours: String(hoursOffered(kind) ?? "") }),
    );
    // Whoever comes from a case sees at once what it would touch.
    const change = desk === undefined ? undefined : changeBy(kind, undefined, filled, deps.work.clock.now()).change;
    return showForm(context, deps, pages, { kind, filled, problems: [], change });
  });

  app.post("/settings/new/:kind", async (context) => {
    const kind = readKind(context.req.param("kind"));
    return kind ? takeForm(context, deps, pages, kind) : noSuchKind(context, pages);
  });
};

const rowRoutes: Routes = (app, deps, pages) => {
  const look = looksAt(deps);
  const rowIn = (moment: Moment, id: string) => moment.table.rows.find((row) => row.id === id);

  const showRow = async (
    context: Here,
    id: string,
    also: { readonly said?: Said; readonly notEnded?: WhyRefused } = {},
    status: 200 | 403 | 409 | 422 | 503 = 200,
  ) => {
    const moment = await look.moment();
    const row = rowIn(moment, id);
    if (!row) return noSuchRow(context, pages);
    const touched = await look.touched(moment, { does: "end", id });
    return pages.show(
      context,
      "Settings",
      <RowPage {...{ row, now: moment.now, touched }} {...also} />,
      "settings",
      status,
    );
  };

  app.get("/settings/rows/:id", (context) => showRow(context, context.req.param("id")));

  app.post("/settings/rows/:id/end", async (context) => {
    const id = context.req.param("id");
    const why = readWhy(new URLSearchParams(await context.req.text()));
    const written = await look.write((moment) => ask(moment, { does: "end", id }, { by: askerOf(context), why }));
    if (written.ok) return afterwards(context, deps, written.value);
    const notEnded = { why, problem: whyProblemOf(written.error) };
    return showRow(context, id, { said: notRecordedSaid(written.error), notEnded }, statusOf(written.error));
  });

  app.get("/settings/rows/:id/change", async (context) => {
    const id = context.req.param("id");
    const row = rowIn(await look.moment(), id);
    if (!row || row.ended) return noSuchRow(context, pages);
    return showForm(context, deps, pages, { kind: row.kind, id, filled: filledBy(row), problems: [] });
  });

  app.post("/settings/rows/:id/change", async (context) => {
    const id = context.req.param("id");
    const row = rowIn(await look.moment(), id);
    return row ? takeForm(context, deps, pages, row.kind, id) : noSuchRow(context, pages);
  });
};
