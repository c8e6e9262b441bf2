import type { Hono } from "hono";
import type { Child } from "hono/jsx";
import { deskIdOf } from "../../case/case-id.ts";
import { policyOf } from "../../escalation/policy.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { type RowProblem, readContent, readKind } from "../../settings/check.ts";
import { savedReasons } from "../../settings/combine.ts";
import { contradictionsIn } from "../../settings/contradictions.ts";
import type { Filled } from "../../settings/fields.ts";
import type { Asker } from "../../settings/may.ts";
import {
  type Asked,
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
import type { RowChange, RowKind, SettingsRow } from "../../settings/row.ts";
import type { NotRecorded } from "../../settings/store.ts";
import { openLately, touches } from "../../settings/touches.ts";
import { changesIn, exportOf, importInto, readExport } from "../../settings/transfer.ts";
import { readWhy } from "../case/read-verdict.ts";
import type { Vars } from "../gate.tsx";
import type { ConsoleDeps, Here, Pages, Routes } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { ownSessionsAddress } from "../sign-in/session.ts";
import { AuditPage, linesAPage } from "./audit-page.tsx";
import { filledBy, givenTwice, hoursOffered, readFilled, readRow, seenOf } from "./fields.ts";
import { FormPage } from "./form-page.tsx";
import { ProposalPage } from "./proposal-page.tsx";
import { notRecordedWords, previewLines } from "./say-row.ts";
import { KindPage, listedOf, SettingsPage } from "./settings-page.tsx";
import { importAddress, TransferPage } from "./transfer-page.tsx";

const whyOwn = "Signed out everywhere by themself.";
/** Of a dry run, which writes nothing. */
const whyLook = "to look at it";

export const settingsRoutes: Routes = (app, deps, pages) => {
  const room = roomOf(deps, pages);
  listRoutes(app, room);
  auditRoutes(app, room);
  transferRoutes(app, room);
  addRoutes(app, room);
  rowRoutes(app, room);
  proposalRoutes(app, room);
  app.get("/settings/:rest{.+}", (context) => room.none(context, "page"));
};

type Room = ReturnType<typeof roomOf>;
type Status = 200 | 403 | 409 | 422 | 503;

const roomOf = ({ work, decided, log }: ConsoleDeps, { show, sayOnly }: Pages) => {
  const now = (): Instant => work.clock.now();
  return {
    now,
    cases: work.store,
    store: decided.store,
    moment: async (): Promise<Moment> => ({ stage: decided.stage, table: await decided.store.read(), now: now() }),
    touched: async (moment: Moment, ...changes: readonly RowChange[]) =>
      touches(moment, changes, await openLately(work.store, moment.now), policyOf),
    page: (context: Here, content: Child, status: Status = 200, title = "Settings") =>
      show(context, title, content, "settings", status),
    none: (context: Here, what: string) =>
      sayOnly(context, 404, `No such ${what}`, `There is no ${what} of settings at this address, or it is over.`),
    /** Records what is decided and goes to `to`, or shows why it was not recorded. */
    record: async (
      context: Here,
      decide: (moment: Moment) => Result<Decided, NotChanged>,
      otherwise: (refused: Refused) => Promise<Response> | Response,
      to?: string,
    ) => {
      const written = await writeDown({ ...decided, now }, decide);
      if (!written.ok) return otherwise(refusedBy(written.error));
      const { comes, written: change } = written.value;
      log.info("settings.changed", { outcome: comes, count: change.rows.length });
      return context.redirect(to ?? `/settings?recorded=${comes}`, 303);
    },
  };
};

const askerOf = (context: Here): Asker => {
  const { name, mayDecide } = context.get("signedIn");
  return { name, mayDecide, signedIn: true };
};

type Refused = { readonly problems: readonly RowProblem[]; readonly said: Flash; readonly status: Status };

const refusedBy = (error: NotChanged | NotRecorded): Refused => ({
  problems: error.kind === "not-valid" ? error.problems : [],
  said: { kind: "bad", title: "Not recorded", text: notRecordedWords(error).join(" ") },
  status: statusOf[error.kind],
});

const statusOf = {
  "not-valid": 422,
  refused: 403,
  unknown: 409,
  "somebody-was-first": 503,
  "went-back": 409,
  full: 409,
} as const satisfies Record<(NotChanged | NotRecorded)["kind"], Status>;

const saidAfter: Readonly<Record<string, Flash>> = {
  "in-force": { kind: "good", title: "Recorded", text: "It applies to what is sent from now on." },
  proposed: {
    kind: "note",
    title: "Waits for a second person",
    text: "Nothing has changed yet. Somebody else has to sign in and agree within a week.",
  },
  "taken-back": { kind: "good", title: "Taken back", text: "Nothing changes." },
};

const numberIn = (text = "", digits: number): number | undefined =>
  /^\d+$/.test(text) && text.length <= digits ? Number(text) : undefined;

const listRoutes = (app: Hono<Vars>, room: Room): void => {
  const showAll = async (context: Here, said: Flash | undefined, status: Status = 200) => {
    const { stage, table, now } = await room.moment();
    const contradictions = contradictionsIn(stage, table.rows, now);
    const bySession = context.get("signedIn").by === "cookie";
    return room.page(context, <SettingsPage {...{ stage, table, contradictions, now, bySession, said }} />, status);
  };

  app.get("/settings", (context) => showAll(context, saidAfter[context.req.query("recorded") ?? ""]));

  /** Readers end their own, too, by nobody's word but theirs. Nothing else changes. */
  app.post(ownSessionsAddress, (context) => {
    const { name } = context.get("signedIn");
    const { content, problems } = readContent("new row", "session-end", { person: name });
    const asked = { by: { name, mayDecide: true, signedIn: true }, why: whyOwn };
    return room.record(
      context,
      (moment) => (content ? ask(moment, { does: "add", content }, asked) : fail({ kind: "not-valid", problems })),
      ({ said, status }) => showAll(context, said, status),
      "/",
    );
  });

  app.get("/settings/kinds/:kind", async (context) => {
    const kind = readKind(context.req.param("kind"));
    if (!kind) return room.none(context, "kind");
    const { stage, table, now } = await room.moment();
    const from = numberIn(context.req.query("from"), 5) ?? 0;
    return room.page(context, <KindPage {...{ kind, listed: listedOf(kind, stage, table, now), now, from }} />);
  });
};

const auditRoutes = (app: Hono<Vars>, { page, now, store }: Room): void => {
  app.get("/settings/audit", async (context) => {
    const lines = await store.audit(linesAPage, numberIn(context.req.query("before"), 9) || undefined);
    return page(context, <AuditPage lines={lines} now={now()} />, 200, "Who changed what");
  });
};

/** All rows as one file, and a file's rows brought in: the same text as on the command line. */
const transferRoutes = (app: Hono<Vars>, room: Room): void => {
  app.get("/settings/export", async (context) => {
    const { table, now } = await room.moment();
    context.header("content-type", "application/yaml; charset=utf-8");
    context.header("content-disposition", `attachment; filename="settings-${table.head.version}.yaml"`);
    return context.body(exportOf(table, now));
  });

  app.get(importAddress, (context) => room.page(context, <TransferPage text="" why="" />));

  app.post(importAddress, async (context) => {
    const form = await context.req.formData();
    const [file, written] = [form.get("file"), form.get("text")];
    const text = file instanceof File && file.size > 0 ? await file.text() : typeof written === "string" ? written : "";
    const why = String(form.get("why") ?? "").trim();
    const refuse = ({ said, status }: Refused) => room.page(context, <TransferPage {...{ text, why, said }} />, status);
    const read = readExport(text);
    if (!read.ok) return refuse(refusedBy(read.error));
    const imports = (why: string) => (moment: Moment) => importInto(moment, read.value, { by: askerOf(context), why });
    if (form.get("step") !== "look" && form.get("seen") === read.value.hash)
      return room.record(context, imports(why), refuse);
    const moment = await room.moment();
    const asked = imports(whyLook)(moment);
    if (!asked.ok) return refuse(refusedBy(asked.error));
    const changes = changesIn(read.value, moment.table);
    const lines = previewLines(changes, moment.table.rows, await room.touched(moment, ...changes));
    const preview = { lines, seen: read.value.hash, waitsForSecond: asked.value.comes === "proposed" };
    return room.page(context, <TransferPage {...{ text, why, preview }} />);
  });
};

type FormShown = {
  readonly kind: RowKind;
  readonly id?: string | undefined;
  readonly filled: Filled;
  readonly problems?: readonly RowProblem[];
  /** To be previewed. */
  readonly change?: RowChange | undefined;
  readonly said?: Flash | undefined;
};

/** With a change also what it would touch, and whether one person is enough. */
const showForm = async (
  context: Here,
  room: Room,
  { kind, id, filled, change, problems: found = [], said }: FormShown,
  status?: Status,
) => {
  const moment = await room.moment();
  const { now } = moment;
  const { rows } = moment.table;
  const asked = change && ask(moment, change, { by: askerOf(context), why: whyLook });
  const refused = asked && !asked.ok ? refusedBy(asked.error) : undefined;
  const problems = [...found, ...(refused?.problems ?? [])];
  const preview =
    change && asked?.ok
      ? {
          lines: previewLines([change], rows, await room.touched(moment, change)),
          seen: seenOf(kind, filled),
          waitsForSecond: asked.value.comes === "proposed",
        }
      : undefined;
  const row = rows.find((one) => one.id === id);
  const ifEnded = row && !change && !row.ended ? await room.touched(moment, { does: "end", id: row.id }) : undefined;
  const props = { kind, row, now, filled, problems, preview, ifEnded, reasons: savedReasons(rows, now) };
  return room.page(
    context,
    <FormPage {...props} said={refused?.said ?? said} />,
    problems.length > 0 ? 422 : (status ?? (refused ? refused.status : 200)),
  );
};

const changeBy = (kind: RowKind, id: string | undefined, filled: Filled, now: Instant) => {
  const { content, until, problems } = readRow(kind, filled, now);
  if (!content || problems.length > 0) return { problems };
  const said = { content, ...(until !== undefined && { until }) };
  const change: RowChange = id === undefined ? { does: "add", ...said } : { does: "change", id, ...said };
  return { change, problems };
};

/** Previews a form, or records it if its preview was seen. */
const takeForm = async (context: Here, room: Room, kind: RowKind, id?: string) => {
  const form = new URLSearchParams(await context.req.text());
  const filled = readFilled(kind, form);
  const read = changeBy(kind, id, filled, room.now());
  const problems = [...givenTwice(kind, form), ...read.problems];
  const change = problems.length > 0 ? undefined : read.change;
  const shown = { kind, id, filled, problems, change };
  if (form.get("step") !== "record" || !change) return showForm(context, room, shown);
  if (form.get("seen") !== seenOf(kind, filled))
    return showForm(context, room, {
      ...shown,
      said: {
        kind: "note",
        title: "Not recorded yet: what you wrote has changed",
        text: "This is the preview of it as it is now. Check it, and record it once more.",
      },
    });
  return room.record(
    context,
    (moment) => ask(moment, change, { by: askerOf(context), why: filled.why ?? "" }),
    ({ problems, said, status }) =>
      showForm(context, room, { ...shown, said, ...(problems.length > 0 && { problems, change: undefined }) }, status),
  );
};

/** By the mailbox's hash, since a mailbox stands in no address. Reads the case. */
const deskOfCase = async ({ req }: Here, { cases }: Room): Promise<string | undefined> => {
  const [caseId, desk] = [req.query("case"), req.query("desk")];
  if (caseId === undefined || desk === undefined) return undefined;
  const state = await cases.read(caseId);
  if (!state || state.forgottenAt !== undefined) return undefined;
  const emails = [...(state.contact?.candidates ?? []), ...state.notices.map(({ to }) => to)];
  return emails.find(({ email }) => deskIdOf(email) === desk)?.email;
};

const addRoutes = (app: Hono<Vars>, room: Room): void => {
  app.get("/settings/new/:kind", async (context) => {
    const kind = readKind(context.req.param("kind"));
    if (!kind) return room.none(context, "kind");
    const desk = await deskOfCase(context, room);
    const hours = String(hoursOffered(kind) ?? "");
    const filled = readFilled(kind, new URLSearchParams({ ...(desk && { desk }), hours }));
    // Whoever comes from a case sees at once what it would touch.
    const change = desk === undefined ? undefined : changeBy(kind, undefined, filled, room.now()).change;
    return showForm(context, room, { kind, filled, change });
  });

  app.post("/settings/new/:kind", (context) => {
    const kind = readKind(context.req.param("kind"));
    return kind ? takeForm(context, room, kind) : room.none(context, "kind");
  });
};

const rowRoutes = (app: Hono<Vars>, room: Room): void => {
  const withRow = (does: (context: Here, row: SettingsRow) => Promise<Response>) => async (context: Here) => {
    const { rows } = (await room.moment()).table;
    const row = rows.find(({ id }) => id === context.req.param("id"));
    return row ? does(context, row) : room.none(context, "row");
  };
  const shownBy = (row: SettingsRow) => ({ kind: row.kind, id: row.id, filled: filledBy(row) });

  app.get(
    "/settings/rows/:id",
    withRow((context, row) => showForm(context, room, shownBy(row))),
  );
  app.post(
    "/settings/rows/:id/change",
    withRow((context, { kind, id }) => takeForm(context, room, kind, id)),
  );
  app.post(
    "/settings/rows/:id/end",
    withRow(async (context, row) => {
      const why = await whyIn(context);
      const { filled, ...shown } = shownBy(row);
      return room.record(
        context,
        (moment) => ask(moment, { does: "end", id: row.id }, { by: askerOf(context), why }),
        ({ status, ...refused }) =>
          showForm(context, room, { ...shown, filled: { ...filled, why }, ...refused }, status),
      );
    }),
  );
};

const whyIn = async ({ req }: Here): Promise<string> => readWhy(new URLSearchParams(await req.text()));

const proposalRoutes = (app: Hono<Vars>, room: Room): void => {
  const showProposal = async (context: Here, refused?: Refused & { readonly why: string }) => {
    const moment = await room.moment();
    const { rows, proposals } = moment.table;
    const proposal = proposals.find(({ id }) => id === context.req.param("id"));
    if (!proposal) return room.none(context, "proposal");
    const { change } = proposal;
    const touched = change.does === "import" ? undefined : await room.touched(moment, change);
    const by = askerOf(context);
    const whyNot = { agree: whyNotSecond(moment, proposal, by), takeBack: whyNotTakenBack(moment, proposal, by) };
    const problem = refused?.problems.find(({ field }) => field === "why")?.says;
    const also = refused && { said: refused.said, refused: { why: refused.why, problem } };
    const props = { proposal, rows, now: moment.now, touched, whyNot };
    return room.page(context, <ProposalPage {...props} {...also} />, refused?.status);
  };
  const answers =
    (does: (moment: Moment, id: string, asked: Asked) => Result<Decided, NotChanged>) => async (context: Here) => {
      const why = await whyIn(context);
      const id = context.req.param("id") ?? "";
      return room.record(
        context,
        (moment) => does(moment, id, { by: askerOf(context), why }),
        (refused) => showProposal(context, { ...refused, why }),
      );
    };

  app.get("/settings/proposals/:id", (context) => showProposal(context));
  app.post(
    "/settings/proposals/:id/agree",
    answers((moment, id, { by }) => agree(moment, id, by)),
  );
  app.post("/settings/proposals/:id/take-back", answers(takeBack));
};
