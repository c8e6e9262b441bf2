import type { TargetCase } from "../../case/case.ts";
import { standstill } from "../../case/decide/holds.ts";
import type { Instant } from "../../kernel/instant.ts";
import { foreseeLetter, writeLetter } from "../../review/letter.ts";
import type { Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { showsCase } from "./show-case.tsx";
import { LetterPage, type LetterProblems, readLetter, whyProblemOf } from "./write-part.tsx";

/** A letter to a desk: seen as it would be written, and then put in line. */
export const letterRoutes: Routes = (app, deps, pages) => {
  const { work, log, noticeText } = deps;
  const showCase = showsCase(deps, pages);

  app.post("/cases/:id/write", async (context) => {
    const caseId = context.req.param("id");
    const form = new URLSearchParams(await context.req.text());
    const filled = readLetter(form);
    const given = { caseId, by: context.get("signedIn").name, ...filled };
    const state = await work.store.read(caseId);
    if (!state) return pages.noSuchCase(context);
    const refuse = (problems: LetterProblems, status: 422 | 503 = 422, text?: string) =>
      showCase(context, state, { said: notRecorded(problems, text), letterRefused: { filled, problems }, status });

    const foreseen = foreseeLetter(state, given, work.policyOf, work.clock.now());
    const problems = { ...(foreseen.ok ? {} : problemOf(foreseen.error)), ...whyProblemOf(filled) };
    if (!foreseen.ok || Object.keys(problems).length > 0)
      return refuse(problems, 422, foreseen.ok || foreseen.error.field ? undefined : foreseen.error.reason);
    const { next, noticeId } = foreseen.value;
    const mail = await noticeText(next, noticeId);
    if (!mail.ok) return refuse({ text: mail.error });
    if (form.get("confirmed") !== "yes") {
      const waits = waitsFor(next, work.clock.now());
      return pages.show(
        context,
        `Send this letter? – ${caseId}`,
        <LetterPage state={next} filled={filled} mail={mail.value} waits={waits} />,
      );
    }
    const written = await writeLetter(work, given);
    if (written.ok) {
      log.info("case.letter-written", { caseId });
      return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=written`, 303);
    }
    if (written.error.kind === "no-case") return pages.noSuchCase(context);
    return written.error.kind === "refused"
      ? refuse(problemOf(written.error), 422, written.error.reason)
      : refuse(
          {},
          503,
          "Others changed this case in the same moment, again and again. What you wrote is still here: " +
            "send it once more.",
        );
  });
};

const problemOf = ({ field, reason }: { readonly field?: string; readonly reason: string }): LetterProblems =>
  field === "to" || field === "text" || field === "why" ? { [field]: reason } : {};

const waitsFor = (state: TargetCase, now: Instant): string | undefined =>
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
