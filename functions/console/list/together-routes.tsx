import type { FC } from "hono/jsx";
import { questionIn } from "../../case/ask.ts";
import { type Question, questions } from "../../case/question.ts";
import { type Asking, answeredAtOnce, recordForAll, type SeenCase } from "../../review/for-all.ts";
import { daysAreWrong, type Held, isHolding, letHoldForAll, readDays } from "../../review/let-hold.ts";
import { questionTexts } from "../../review/questions.ts";
import { readClaims } from "../../review/reservations.ts";
import { type NotTakenBack, type TakenBack, takeAllBack } from "../../review/take-back.ts";
import type { CaseReader } from "../../store/ports.ts";
import { showsCase } from "../case/case-page.tsx";
import { readFilledIn, readVerdict, reasonOf } from "../case/read-verdict.ts";
import { anotherStandsText } from "../case/take-verdict.ts";
import { LinkButton, Title } from "../elements.tsx";
import type { Routes } from "../pages.tsx";
import { type Flash, OpenedFrom, readNamed } from "../parts.tsx";
import { SentencePage } from "../sentence-page.tsx";
import { shown } from "../shown.ts";
import { filterIn, listAddress, openedFrom } from "./filter.ts";
import { countTaken, Outcomes, readRow } from "./group-form.tsx";
import { GroupBody } from "./rows.tsx";
import { showsList } from "./show-list.tsx";

const heldSaid = (all: readonly Held[]): string | undefined => {
  const refused = all.find(({ ok }) => !ok);
  if (all.length === 0) return undefined;
  if (!refused || refused.ok)
    return (
      "It holds for cases that come later, too: it stands among the settings, where it can be ended, also where " +
      "the answer is taken back."
    );
  const { error } = refused;
  const why =
    error.kind === "refused"
      ? error.why
      : error.kind === "not-valid"
        ? error.problems.map(({ field, says }) => `${field} ${says}`).join("; ")
        : "the settings could not be written; record it there";
  return `It does not hold for later cases: ${why}`;
};

const askingOf = async (store: CaseReader, { caseId, reviewId }: SeenCase): Promise<readonly Asking[]> => {
  const state = await store.read(caseId);
  const review = state?.reviews.find(({ id }) => id === reviewId);
  return state && review ? [{ state, review }] : [];
};

/** One answer for several cases, and for later ones where it may hold. */
export const togetherRoutes: Routes = (app, deps, pages) => {
  const { work, decided, reservations, log } = deps;
  const { show } = pages;
  const showList = showsList(deps, pages);

  app.post("/reviews/together", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const rows = form.getAll("row").flatMap((row) => readRow(row) ?? []);
    const question = questions.find((one) => one === form.get("question"));
    const filled = readFilledIn(form);
    const why = reasonOf(filled);
    const refuse = (says: string) => {
      const page = <SentencePage title="Nothing was recorded" says={says} wrote={shown(why)} />;
      return show(context, "Nothing was recorded", page, "cases", 422);
    };
    const verdict = question && readVerdict(filled, { question });
    if (question === undefined || !verdict?.ok || rows.length === 0)
      return refuse(verdict && !verdict.ok ? Object.values(verdict.error).join(" ") : "Choose at least one case.");
    const by = context.get("signedIn").name;
    const days = readDays((form.get("days") ?? "").trim());
    const holds = isHolding(question, verdict.value.decision) && (form.get("days") ?? "").trim() !== "";
    if (holds && days === undefined) return refuse(daysAreWrong);
    // Before the cases go on by the answer, and ask no desk any more.
    const asked = holds ? (await Promise.all(rows.map((row) => askingOf(work.store, row)))).flat() : [];
    const { reservations: had } = await readClaims(reservations, { now: work.clock.now(), person: by });
    const given = { verdict: verdict.value, by, why };
    const taken = await recordForAll(work, rows, given, had);
    for (const { caseId, reviewId, taken: outcome } of taken)
      if (outcome.ok) log.info("verdict.recorded", { caseId, reviewId, outcome: "together" });
    const held =
      days === undefined
        ? undefined
        : heldSaid(
            await letHoldForAll({ ...decided, now: () => work.clock.now() }, asked, {
              by: { name: by, mayDecide: context.get("signedIn").mayDecide, signedIn: true },
              why,
              days,
            }),
          );
    return showList(context, filterIn(context.req.url) ?? {}, { taken: { rows: taken, held, why } });
  });

  app.post("/reviews/chosen", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const rows = form.getAll("row").flatMap((row) => readRow(row) ?? []);
    const filter = filterIn(context.req.url) ?? {};
    const asked = (await Promise.all(rows.slice(0, answeredAtOnce).map((row) => askingOf(work.store, row)))).flat();
    const groups = new Map<Question, readonly Asking[]>();
    for (const one of asked) groups.set(one.review.question, [...(groups.get(one.review.question) ?? []), one]);
    if (groups.size === 0) {
      const title = "Choose at least one case that still asks";
      return showList(context, filter, { said: [{ kind: "note", title, text: "x chooses a row." }], status: 422 });
    }
    const claims = await readClaims(reservations, { now: work.clock.now(), person: context.get("signedIn").name });
    const page = (
      <OpenedFrom.Provider value={openedFrom(filter)}>
        <Title of="One answer for several cases" back={[listAddress(filter), "Back to the list"]}>
          A form for each question, for the rows that stay chosen.
          {rows.length > answeredAtOnce && ` The first ${answeredAtOnce} of ${rows.length} that you chose are here.`}
        </Title>
        {[...groups].map(([question, [first, ...more]]) =>
          first ? (
            <section class="group" aria-label={questionTexts[question].asks}>
              <h2>{questionTexts[question].asks}</h2>
              <GroupBody group={[first, ...more]} claims={claims} />
            </section>
          ) : null,
        )}
      </OpenedFrom.Provider>
    );
    return show(context, "One answer for several cases", page, "cases");
  });
};

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
    if (taken.length > 1)
      return show(
        context,
        "Undone",
        <TakenBackPage rows={taken} list={listAddress(filterIn(context.req.url) ?? {})} />,
        "cases",
      );
    const outcome = taken[0]?.taken;
    const filter = filterIn(context.req.url);
    const from = filter ? `${openedFrom(filter)}&` : "?";
    if (outcome?.ok)
      return context.redirect(`/cases/${encodeURIComponent(first.caseId)}${from}recorded=taken-back`, 303);
    const state = await work.store.read(first.caseId);
    if (!state || !outcome) return noSuchCase(context);
    const said: Flash = { kind: "note", title: "Not undone", text: notTakenBackText(outcome.error, first.reviewId) };
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

const TakenBackPage: FC<{ readonly rows: readonly TakenBack[]; readonly list: string }> = ({ rows, list }) => (
  <>
    <h1>Undone</h1>
    <Outcomes
      title={`${countTaken(rows)} of ${rows.length} ask again`}
      rows={rows}
      says={({ taken, reviewId }) => (taken.ok ? "undone" : notTakenBackText(taken.error, reviewId))}
    />
    <p>
      <LinkButton href={list}>Back to the list</LinkButton>
    </p>
  </>
);
