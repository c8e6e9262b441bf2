import type { Case } from "../../case/case.ts";
import { standstill } from "../../case/decide/holds.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type ForeseenLetter, foreseeLetter, type GivenLetter, writeLetter } from "../../review/letter.ts";
import type { Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import type { PlainNotice } from "./notice-text.ts";
import { showsCase } from "./show-case.tsx";
import { contended } from "./take-verdict.ts";
import { type FilledLetter, LetterPage, type LetterProblems, readLetter, whyProblemOf } from "./write-part.tsx";

/** A letter to a desk: previewed, then queued. */
export const letterRoutes: Routes = (app, deps, pages) => {
  const { work, log, noticeText } = deps;
  const showCase = showsCase(deps, pages);

  const look = async (state: Case, given: GivenLetter, filled: FilledLetter): Promise<Result<Looked, Wrong>> => {
    const foreseen = foreseeLetter(state, given, work.policyOf, work.clock.now());
    const problems = { ...(foreseen.ok ? {} : problemOf(foreseen.error)), ...whyProblemOf(filled) };
    if (!foreseen.ok) return fail({ problems, text: foreseen.error.reason });
    if (Object.keys(problems).length > 0) return fail({ problems });
    const mail = await noticeText(foreseen.value.next, foreseen.value.noticeId);
    return mail.ok ? ok({ foreseen: foreseen.value, mail: mail.value }) : fail({ problems: { text: mail.error } });
  };

  app.post("/cases/:id/write", async (context) => {
    const caseId = context.req.param("id");
    const form = new URLSearchParams(await context.req.text());
    const filled = readLetter(form);
    const given = { caseId, by: context.get("signedIn").name, ...filled };
    const before = await work.store.read(caseId);
    if (!before) return pages.noSuchCase(context);
    const refuse = (state: Case, { problems, text }: Wrong, status: 422 | 503 = 422) =>
      showCase(context, state, { said: notRecorded(problems, text), letterRefused: { filled, problems }, status });
    const show = ({ foreseen, mail }: Looked, changed?: string) =>
      pages.show(
        context,
        `${changed === undefined ? "" : "Not recorded: "}Send this letter? – ${caseId}`,
        <LetterPage {...{ foreseen, filled, mail, changed }} waits={waitsFor(foreseen.next, work.clock.now())} />,
      );

    const looked = await look(before, given, filled);
    if (!looked.ok) return refuse(before, looked.error);
    if (form.get("confirmed") !== "yes") return show(looked.value);
    const written = await writeLetter(work, { ...given, seen: form.get("seen") ?? "" });
    if (written.ok) {
      log.info("case.letter-written", { caseId });
      return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=written`, 303);
    }
    const { error } = written;
    if (error.kind === "no-case") return pages.noSuchCase(context);
    if (error.kind === "contended") return refuse(before, { problems: {}, text: contended.text }, 503);
    if (error.field !== "seen") return refuse(before, { problems: problemOf(error), text: error.reason });
    const state = (await work.store.read(caseId)) ?? before;
    const again = await look(state, given, filled);
    return again.ok ? show(again.value, error.reason) : refuse(state, again.error);
  });
};

type Looked = { readonly foreseen: ForeseenLetter; readonly mail: PlainNotice };
type Wrong = { readonly problems: LetterProblems; readonly text?: string };

const problemOf = ({ field, reason }: { readonly field?: string; readonly reason: string }): LetterProblems =>
  field === "to" || field === "text" || field === "why" ? { [field]: reason } : {};

const waitsFor = (state: Case, now: Instant): string | undefined =>
  standstill(state, now)
    ? "A hold or a question keeps this case back: the letter waits until that is over."
    : undefined;

const notRecorded = (problems: LetterProblems, text: string | undefined): Said => {
  const fields = Object.entries(problems).map(([field, says]) => ({ id: `${field}-write`, says }));
  return {
    kind: "bad",
    title: "Not recorded",
    ...(fields.length > 0 ? { fields } : text !== undefined && { text }),
  };
};
