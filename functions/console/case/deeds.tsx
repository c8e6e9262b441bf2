import type { Case } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { ByHand, NotDone, Refusal } from "../../review/by-hand.ts";
import { correctCase, type ForeseenCorrection, foreseeCorrection } from "../../review/correct.ts";
import { holdCase, releaseCase } from "../../review/hold.ts";
import { foreseeLetter, writeLetter } from "../../review/letter.ts";
import { noteOnCase } from "../../review/note.ts";
import { reopenCase } from "../../review/reopen.ts";
import type { CaseWork } from "../../store/work.ts";
import { filterIn, openedFrom } from "../list/filter.ts";
import { type ConsoleDeps, type Here, isCaseId, type Routes } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { showsCase } from "./case-page.tsx";
import { DeedPage, type ToTell } from "./deed-page.tsx";
import { type Deed, type DeedField, type DeedRefused, deeds, type ReadDeed, readDeed } from "./read-deed.ts";
import { contended } from "./take-verdict.ts";

/** What a person does unasked. A correction and a message are seen as their mails first. */
export const deedRoutes: Routes = (app, deps, pages) => {
  const { work, log } = deps;
  const showCase = showsCase(deps, pages);

  const recorded = (context: Here, does: Deed, caseId: string) => {
    const filter = filterIn(context.req.url);
    log.info(deedOf[does].code, { caseId });
    const from = filter ? `${openedFrom(filter)}&` : "?";
    return context.redirect(`/cases/${encodeURIComponent(caseId)}${from}recorded=${deedOf[does].recorded}`, 303);
  };
  const refuse = (context: Here, state: Case, read: ReadDeed, error?: NotDone) => {
    if (error && error.kind !== "refused")
      return showCase(context, state, { said: contended, deedRefused: read, status: 503 });
    const deedRefused = { ...read, problems: { ...(error && problemOf(error)), ...read.problems } };
    const fields = Object.entries(deedRefused.problems).map(([field, says]) => ({ id: `${field}-${read.does}`, says }));
    const why = fields.length > 0 ? { fields } : error && { text: error.reason };
    const said: Flash = { kind: "bad", title: "Not recorded", ...why, ...wroteBeside(state, read) };
    return showCase(context, state, { said, deedRefused, status: 422 });
  };

  /** What would go, or why nothing would. `changed`: why it was not sent at the first yes. */
  const preview = async (context: Here, state: Case, given: Given, read: ReadDeed, changed: string | undefined) => {
    const { does, filled } = read;
    const now = work.clock.now();
    const foreseen = does === "write" ? foreseeMessage : foreseeCorrection;
    const looked = await mailsOf(deps, foreseen(state, given, work.policyOf, now), does);
    if (!looked.ok) return refuse(context, state, read, { kind: "refused", ...looked.error });
    if (isWrong(read)) return refuse(context, state, read);
    const title = `${changed === undefined ? "" : "Not recorded: "}Preview – ${state.id}`;
    return pages.show(context, title, <DeedPage {...{ does, filled, changed, now, ...looked.value }} />);
  };

  const take = (does: Deed) => async (context: Here) => {
    const form = new URLSearchParams(await context.req.text());
    const caseId = context.req.param("id") ?? "";
    const before = isCaseId(caseId) ? await work.store.read(caseId) : undefined;
    if (!before) return pages.noSuchCase(context);
    const read = readDeed(does, form);
    const seen = form.get("seen") ?? "";
    const given = { ...read.filled, caseId, by: context.get("signedIn").name, until: read.until, seen };
    const isSure = !isWrong(read) && (!isSeenFirst(does) || form.get("confirmed") === "yes");
    const done = isSure ? await record[does](work, given) : undefined;
    if (done?.ok) return recorded(context, does, caseId);
    const state = (done && (await work.store.read(caseId))) ?? before;
    const changed = done?.error.kind === "refused" && done.error.field === "seen" ? done.error.reason : undefined;
    return isSeenFirst(does) && (!done || changed !== undefined)
      ? preview(context, state, given, read, changed)
      : refuse(context, state, read, done?.error);
  };
  for (const does of deeds) app.post(`/cases/:id/${does}`, take(does));
};

const isWrong = ({ problems }: ReadDeed): boolean => Object.keys(problems).length > 0;

/** Mail goes out by these; the others only narrow, or another undoes them. */
const isSeenFirst = (does: Deed): boolean => does === "correct" || does === "write";

type Given = ByHand & {
  readonly [Field in Exclude<DeedField, "until">]: string;
} & { readonly until: Instant | undefined; readonly seen: string };

const record: Readonly<Record<Deed, (work: CaseWork, given: Given) => Promise<Result<Case, NotDone>>>> = {
  hold: (work, { caseId, by, why, until }) => holdCase(work, { caseId, by, why, ...(until && { until }) }),
  release: releaseCase,
  reopen: reopenCase,
  correct: correctCase,
  write: writeLetter,
  note: (work, { caseId, by, note }) => noteOnCase(work, { caseId, by, text: note }),
};

type Foreseen = Result<ForeseenCorrection, Refusal>;

const foreseeMessage = (state: Case, given: Given, policyOf: CaseWork["policyOf"], now: Instant): Foreseen => {
  const letter = foreseeLetter(state, given, policyOf, now);
  if (!letter.ok) return letter;
  const { next, seen, noticeId } = letter.value;
  return ok({ next, seen, mails: next.notices.filter(({ id }) => id === noticeId), written: [] });
};

/** Each mail as its desk would read it, or why one can't be written. */
const mailsOf = async (
  { noticeText }: Pick<ConsoleDeps, "noticeText">,
  foreseen: Foreseen,
  does: Deed,
): Promise<Result<{ readonly foreseen: ForeseenCorrection; readonly mails: readonly ToTell[] }, Refusal>> => {
  if (!foreseen.ok) return foreseen;
  const mails: ToTell[] = [];
  for (const notice of foreseen.value.mails) {
    const mail = await noticeText(foreseen.value.next, notice.id);
    if (!mail.ok) return fail({ field: does === "write" ? "text" : "explanation", reason: mail.error });
    mails.push({ notice, mail: mail.value });
  }
  return ok({ foreseen: foreseen.value, mails });
};

const deedOf = {
  hold: { code: "case.held", recorded: "held" },
  release: { code: "case.released", recorded: "released" },
  correct: { code: "case.corrected", recorded: "corrected" },
  reopen: { code: "case.reopened", recorded: "reopened" },
  write: { code: "case.letter-written", recorded: "written" },
  note: { code: "case.noted", recorded: "noted" },
} as const satisfies Record<Deed, unknown>;

/** At a field of the form, if it is about one. */
const problemOf = ({ field, reason }: Refusal): DeedRefused["problems"] =>
  field === undefined || field === "by" || field === "seen" ? {} : { [field]: reason };

/** What they typed, if the case no longer shows that form. */
const wroteBeside = (state: Case, { does, filled }: DeedRefused): Pick<Flash, "wrote"> => {
  const isClosed = state.closed !== undefined;
  if (does === "note" || does === "write" || isClosed === (does === "reopen")) return {};
  return { wrote: shown([filled.explanation, filled.why].filter((words) => words !== "").join("\n"), hostsOf(state)) };
};
