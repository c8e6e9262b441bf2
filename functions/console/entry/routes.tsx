import { refangText } from "../../kernel/defang.ts";
import { actOnEntry } from "../../review/entry-action.ts";
import { entryActions, type QueueEntry } from "../../store/queue-entry.ts";
import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { filterIn, openedFrom } from "../list/filter.ts";
import { nextIn, readWaiting } from "../list/needs-you.ts";
import { type ConsoleDeps, type Here, isCaseId, type Pages, type Routes } from "../pages.tsx";
import { caseName, type Flash, OpenedFrom } from "../parts.tsx";
import { afterEntryAction, describeEntryRefused, entryActionWords } from "../words.ts";
import { EntryPage, type EntryProblem } from "./entry-page.tsx";

type EntryExtras = {
  readonly said?: Flash | undefined;
  readonly problem?: EntryProblem;
  readonly message?: number;
  readonly status?: 200 | 409 | 422;
};

/** Shows an entry with one of its messages. Reads the store. */
export const showsEntry =
  ({ work, reservations }: ConsoleDeps, { show }: Pages) =>
  async (context: Here, entry: QueueEntry, { said, problem, message, status = 200 }: EntryExtras = {}) => {
    const now = work.clock.now();
    const by = context.get("signedIn").name;
    const filter = filterIn(context.req.url);
    const number = message ?? readNumber(context.req.query("message"));
    const [text, standing] = await Promise.all([
      work.store.messageOf(entry.id, number),
      entry.reviews.length > 0 ? reservations.standing(now) : [],
    ]);
    const reservation = standing.find(({ caseId }) => caseId === entry.id);
    const content = (
      <OpenedFrom.Provider value={filter ? openedFrom(filter) : ""}>
        <EntryPage {...{ entry, message: number, text, now, by, reservation, said, problem }} />
      </OpenedFrom.Provider>
    );
    return show(context, `${caseName(entry)} – ${entry.id}`, content, undefined, status);
  };

const readNumber = (text: string | null | undefined): number => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 1);

export const entryRoutes: Routes = (app, deps, pages) => {
  const { work, log, reservations, decided, settings } = deps;
  const showEntry = showsEntry(deps, pages);
  const rules = { allowReserved: decided.stage.allowReserved, reporters: settings.reporters };

  app.post("/cases/:id/entry", async (context) => {
    const id = context.req.param("id");
    const entry = isCaseId(id) ? await work.store.readEntry(id) : undefined;
    const form = new URLSearchParams(await context.req.text());
    const does = entryActions.find((one) => one === form.get("does"));
    if (!entry || !does) return pages.noSuchCase(context);
    const by = context.get("signedIn").name;
    const why = readWhy(form);
    const text = refangText(form.get("text") ?? "");
    const message = readNumber(form.get("message"));
    const seenVersion = Number(form.get("version"));
    const problem = (problems: EntryProblem["problems"]) =>
      showEntry(context, entry, { problem: { does, why, text, problems }, message, status: 422 });
    const wrong = whyIsWrong(why);
    if (wrong !== undefined) return problem({ why: wrong });
    const filter = filterIn(context.req.url);
    const waiting =
      filter && (await readWaiting({ store: work.store, reservations }, { now: work.clock.now(), person: by }));
    const done = await actOnEntry({ ...work, rules }, { id, seenVersion, does, by, why, text, message });
    if (!done.ok) {
      if (done.error.kind === "no-entry") return pages.noSuchCase(context);
      if (done.error.kind === "refused")
        return problem({ [done.error.field === "why" ? "why" : "text"]: done.error.reason });
      const now = "entry" in done.error ? done.error.entry : entry;
      const said = { kind: "bad", title: "Not recorded", text: describeEntryRefused(done.error) } as const;
      return showEntry(context, now, { said, message, status: 409 });
    }
    log.info("entry.done", { caseId: id, outcome: does });
    if (done.value.reviews.length === 0) await reservations.release(id, by);
    const next =
      done.value.reviews.length === 0 && filter && waiting ? await nextIn(work, waiting, filter, id) : undefined;
    return context.redirect(
      next && filter
        ? `/cases/${encodeURIComponent(next.id)}${openedFrom(filter)}`
        : `/cases/${encodeURIComponent(id)}?done=${does}`,
      303,
    );
  });
};

/** What to say above an entry after a redirect. */
export const saidOfEntry = (done: string | undefined): Flash | undefined => {
  const does = entryActions.find((one) => one === done);
  return does && { kind: "good", title: `Done: ${entryActionWords[does]}`, text: afterEntryAction[does] };
};
