import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { standstill } from "../../case/decide/holds.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { ByHand, NotDone, Refusal } from "../../review/by-hand.ts";
import { correctCase, foreseeCorrection, type GivenCorrection } from "../../review/correct.ts";
import { type GivenHold, holdCase, releaseCase } from "../../review/hold.ts";
import { foreseeLetter, type GivenLetter, writeLetter } from "../../review/letter.ts";
import { reopenCase } from "../../review/reopen.ts";
import type { CaseWork } from "../../store/work.ts";
import type { Vars } from "../gate.tsx";
import type { ConsoleDeps, Here, Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { CorrectionPage, type ToTell } from "./correction-page.tsx";
import { type Deed, type DeedRefused, type ReadDeed, readDeed } from "./read-deed.ts";
import { showsCase } from "./show-case.tsx";
import { contended } from "./take-verdict.ts";
import { LetterPage } from "./write-part.tsx";

/** Hold, release and reopen by hand. A correction and a letter are seen as their mails first. */
export const deedRoutes: Routes = (app, deps, pages) => {
  const { work, log } = deps;
  const showCase = showsCase(deps, pages);

  const recorded = (context: Here, does: Deed, caseId: string) => {
    log.info(deedOf[does].code, { caseId });
    return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${deedOf[does].recorded}`, 303);
  };
  const refuse = (context: Here, state: Case, read: ReadDeed, error?: NotDone) => {
    if (error && error.kind !== "refused")
      return showCase(context, state, { said: contended, deedRefused: read, status: 503 });
    const deedRefused = { ...read, problems: { ...(error && problemOf(error)), ...read.problems } };
    const fields = Object.entries(deedRefused.problems).map(([field, says]) => ({ id: `${field}-${read.does}`, says }));
    const why = fields.length > 0 ? { fields } : error && { text: error.reason };
    const said: Said = { kind: "bad", title: "Not recorded", ...why, ...wroteBeside(state, read) };
    return showCase(context, state, { said, deedRefused, status: 422 });
  };
  const isWrong = ({ problems }: ReadDeed): boolean => Object.keys(problems).length > 0;
  const readIn = async (context: Context<Vars, "/cases/:id">, does: Deed) => {
    const form = new URLSearchParams(await context.req.text());
    return { form, read: readDeed(does, form), caseId: context.req.param("id"), by: context.get("signedIn").name };
  };

  const takeDeed = (does: keyof typeof atOnce) => async (context: Context<Vars, "/cases/:id">) => {
    const { read, caseId, by } = await readIn(context, does);
    const { filled, until } = read;
    const given = { caseId, by, why: filled.why, ...(until && { until }) };
    const done = isWrong(read) ? undefined : await atOnce[does](work, given);
    if (done?.ok) return recorded(context, does, caseId);
    const state = await work.store.read(caseId);
    return state ? refuse(context, state, read, done?.error) : pages.noSuchCase(context);
  };
  for (const does of ["hold", "release", "reopen"] as const) app.post(`/cases/:id/${does}`, takeDeed(does));

  const takeSeen = (does: keyof typeof seenFirst) => async (context: Context<Vars, "/cases/:id">) => {
    const { form, read, caseId, by } = await readIn(context, does);
    const { why, explanation, to, text } = read.filled;
    const given = { caseId, by, why, explanation, to, text };
    const before = await work.store.read(caseId);
    if (!before) return pages.noSuchCase(context);
    const { record, look, title } = seenFirst[does];
    const isSure = form.get("confirmed") === "yes" && !isWrong(read);
    const done = isSure ? await record(work, { ...given, seen: form.get("seen") ?? "" }) : undefined;
    if (done?.ok) return recorded(context, does, caseId);
    const state = (done && (await work.store.read(caseId))) ?? before;
    const changed = done?.error.kind === "refused" && done.error.field === "seen" ? done.error.reason : undefined;
    if (done && changed === undefined) return refuse(context, state, read, done.error);
    const looked = await look(deps, state, given);
    if (!looked.ok) return refuse(context, state, read, { kind: "refused", ...looked.error });
    if (isWrong(read)) return refuse(context, state, read);
    return pages.show(
      context,
      `${changed === undefined ? "" : "Not recorded: "}${title} – ${caseId}`,
      looked.value(changed),
    );
  };
  for (const does of ["correct", "write"] as const) app.post(`/cases/:id/${does}`, takeSeen(does));
};

/** Need no second look: they only narrow, or another undoes them. */
const atOnce = {
  hold: holdCase,
  release: releaseCase,
  reopen: reopenCase,
} as const satisfies Partial<Record<Deed, (work: CaseWork, given: GivenHold) => Promise<Result<Case, NotDone>>>>;

type Given = ByHand & Omit<GivenCorrection & GivenLetter, "seen">;
/** The page of what would go. `changed`: why it was not sent at the first yes. */
type Look = (
  deps: ConsoleDeps,
  state: Case,
  given: Given,
) => Promise<Result<(changed: string | undefined) => Child, Refusal>>;

const lookAtCorrection: Look = async ({ work, noticeText }, state, given) => {
  const now = work.clock.now();
  const foreseen = foreseeCorrection(state, given, work.policyOf, now);
  if (!foreseen.ok) return foreseen;
  const mails: ToTell[] = [];
  for (const notice of foreseen.value.mails) {
    const mail = await noticeText(foreseen.value.next, notice.id);
    if (!mail.ok) return fail({ field: "explanation", reason: mail.error });
    mails.push({ notice, mail: mail.value });
  }
  const { explanation, why } = given;
  return ok((changed) => (
    <CorrectionPage {...{ foreseen: foreseen.value, mails, filled: { explanation, why }, changed, now }} />
  ));
};

const lookAtLetter: Look = async ({ work, noticeText }, state, given) => {
  const now = work.clock.now();
  const foreseen = foreseeLetter(state, given, work.policyOf, now);
  if (!foreseen.ok) return foreseen;
  const mail = await noticeText(foreseen.value.next, foreseen.value.noticeId);
  if (!mail.ok) return fail({ field: "text", reason: mail.error });
  const waits = standstill(foreseen.value.next, now) !== undefined;
  const { to, text, why } = given;
  return ok((changed) => (
    <LetterPage {...{ foreseen: foreseen.value, filled: { to, text, why }, mail: mail.value, waits, changed }} />
  ));
};

const seenFirst = {
  correct: { record: correctCase, look: lookAtCorrection, title: "Send this correction?" },
  write: { record: writeLetter, look: lookAtLetter, title: "Send this letter?" },
} as const;

const deedOf = {
  hold: { code: "case.held", recorded: "held" },
  release: { code: "case.released", recorded: "released" },
  correct: { code: "case.corrected", recorded: "corrected" },
  reopen: { code: "case.reopened", recorded: "reopened" },
  write: { code: "case.letter-written", recorded: "written" },
} as const satisfies Record<Deed, unknown>;

/** At a field of the form, if it is about one. */
const problemOf = ({ field, reason }: Refusal): DeedRefused["problems"] =>
  field === undefined || field === "by" || field === "seen" ? {} : { [field]: reason };

/** What they typed, if the case no longer shows that form. */
const wroteBeside = (state: Case, { does, filled }: DeedRefused): Pick<Said, "wrote"> => {
  const isClosed = state.closed !== undefined;
  if (does === "write" || isClosed === (does === "reopen")) return {};
  return { wrote: shown([filled.explanation, filled.why].filter((words) => words !== "").join("\n"), hostsOf(state)) };
};
