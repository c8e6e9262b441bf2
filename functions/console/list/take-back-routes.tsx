import type { FC } from "hono/jsx";
import { questionIn } from "../../case/ask.ts";
import { answeredAtOnce } from "../../review/for-all.ts";
import { type NotTakenBack, type TakenBack, takeAllBack } from "../../review/take-back.ts";
import { showsCase } from "../case/case-page.tsx";
import { anotherStandsText } from "../case/take-verdict.ts";
import { LinkButton } from "../elements.tsx";
import type { Routes } from "../pages.tsx";
import { readNamed, type Said } from "../parts.tsx";
import { SentencePage } from "../sentence-page.tsx";
import { filterIn, openedFrom } from "./filter.ts";
import { countTaken, Outcomes } from "./group-form.tsx";

/** Takes back verdicts not yet in effect: of one case, or all given at once. */
export const takeBackRoutes: Routes = (app, deps, pages) => {
  const { work, log } = deps;
  const { show, noSuchCase } = pages;
  const showCase = showsCase(deps, pages);

  app.post("/reviews/take-back", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const named = form.getAll("row").flatMap((row) => readNamed(row) ?? []);
    const [first] = named;
    if (!first) {
      const page = <SentencePage title="Nothing was undone" says="Choose at least one case." />;
      return show(context, "Nothing was undone", page, "cases", 422);
    }
    const taken = await takeAllBack(work, named.slice(0, answeredAtOnce), context.get("signedIn").name);
    for (const { caseId, reviewId, taken: outcome } of taken)
      if (outcome.ok) log.info("verdict.taken-back", { caseId, reviewId });
    if (taken.length > 1) return show(context, "Undone", <TakenBackPage rows={taken} />, "cases");
    const outcome = taken[0]?.taken;
    const filter = filterIn(context.req.url);
    const from = filter ? `${openedFrom(filter)}&` : "?";
    if (outcome?.ok)
      return context.redirect(`/cases/${encodeURIComponent(first.caseId)}${from}recorded=taken-back`, 303);
    const state = await work.store.read(first.caseId);
    if (!state || !outcome) return noSuchCase(context);
    const said: Said = { kind: "note", title: "Not undone", text: notTakenBackText(outcome.error, first.reviewId) };
    return showCase(context, state, { said, status: outcome.error.kind === "contended" ? 503 : 409 });
  });
};

const notTakenBackText = (error: NotTakenBack, reviewId: string): string =>
  error.kind === "another-stands"
    ? anotherStandsText(error.given, questionIn(reviewId))
    : notTakenBackWords[error.kind];

const notTakenBackWords = {
  "no-case": "There is no such case.",
  "nothing-to-take-back":
    "It has taken effect, or somebody undid it before you. The timeline says which; a closed case can be opened " +
    "again with a reason.",
  contended: "Others changed the case in the same moment, again and again. Try it once more.",
} as const satisfies Record<Exclude<NotTakenBack["kind"], "another-stands">, string>;

const TakenBackPage: FC<{ readonly rows: readonly TakenBack[] }> = ({ rows }) => (
  <>
    <h1>Undone</h1>
    <Outcomes
      title={`${countTaken(rows)} of ${rows.length} ask again`}
      rows={rows}
      says={({ taken, reviewId }) => (taken.ok ? "undone" : notTakenBackText(taken.error, reviewId))}
    />
    <p>
      <LinkButton href="/waiting">What waits</LinkButton>
    </p>
  </>
);
