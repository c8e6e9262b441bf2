import { questions } from "../../case/question.ts";
import { recordForAll } from "../../review/for-all.ts";
import { readFilledIn, readVerdict } from "../case/read-verdict.ts";
import type { Routes } from "../pages.tsx";
import { SentencePage } from "../sentence-page.tsx";
import { readFilter } from "../waiting/filter.ts";
import { showsWaiting } from "../waiting/show-waiting.tsx";
import { readRow, TogetherPage } from "./group-card.tsx";

/** One answer for several cases, from the first page or from a list, which is shown again behind it. */
export const togetherRoutes: Routes = (app, deps, pages) => {
  const { work, log } = deps;
  const { show } = pages;
  const showList = showsWaiting(deps, pages);

  app.post("/reviews/together", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const rows = form.getAll("row").flatMap((row) => readRow(row) ?? []);
    const question = questions.find((one) => one === form.get("question"));
    const filled = readFilledIn(form);
    const verdict = question && readVerdict(filled, { question });
    if (!verdict?.ok || rows.length === 0) {
      const says = verdict && !verdict.ok ? Object.values(verdict.error).join(" ") : "Choose at least one case.";
      const page = <SentencePage title="Nothing was recorded" says={says} />;
      return show(context, "Nothing was recorded", page, "reviews", 422);
    }
    const by = context.get("signedIn").name;
    const taken = await recordForAll(work, rows, { verdict: verdict.value, by, why: filled.why });
    for (const { caseId, reviewId, taken: outcome } of taken)
      if (outcome.ok) log.info("verdict.recorded", { caseId, reviewId, outcome: "together" });
    const from = form.get("in");
    if (from !== null) return showList(context, readFilter(new URLSearchParams(from)), { taken });
    return show(context, "One answer for several cases", <TogetherPage rows={taken} />, "reviews");
  });
};
