import type { Case } from "../../functions/case/case.ts";
import type { Category } from "../../functions/report/category.ts";
import type { QueueEntry } from "../../functions/store/queue-entry.ts";
import type { Table } from "../../infra/command/scenarios/table-double.ts";
import type { Tells } from "./breach.ts";

type Taken = { readonly id: string; readonly url: string; readonly category: Category };

/**
 * Holds reports to the promise that one page is one case, however it is written, and that none
 * vanishes, whatever id it has.
 */
export const aWatchOverPages = (table: Table, breach: Tells) => {
  /** Other spellings of a page, by what they are written for. */
  const spelt = new Map<string, string>();
  /** The cases about its page when a report was taken in, by its id, category and page. */
  const tookIn = new Map<string, readonly string[]>();
  const pageOf = (url: string): string => spelt.get(url) ?? url;
  const isAbout = (state: Case, page: string, category: Category): boolean =>
    state.kind === "case" &&
    state.target.kind === "url" &&
    state.category === category &&
    pageOf(state.target.url) === page;

  return {
    spell: (url: string, of: string) => void spelt.set(url, of),

    opened: (next: Case) => {
      if (next.kind !== "case" || next.target.kind !== "url" || next.closed) return;
      const page = pageOf(next.target.url);
      const other = [...table.states.values()].find(
        (state) => state.id !== next.id && !state.closed && isAbout(state, page, next.category),
      );
      if (other) breach("duplicate", `${next.id} and ${other.id} are open about one page`);
    },

    /**
     * A report has left its queue. `id`: its reporter's; `instead`: what a person is asked in its place. Of one that
     * was in a case before, and that is forgotten since, a copy is nothing new: what is left says that it was.
     */
    taken: ({ id, url, category }: Taken, instead: QueueEntry | undefined) => {
      if (instead) return;
      const page = pageOf(url);
      const report = `${id} ${category} ${page}`;
      const about = [...table.states.values()].filter((state) => isAbout(state, page, category));
      const before = tookIn.get(report) ?? [];
      tookIn.set(report, [...before, ...about.map((state) => state.id)]);
      const isForgotten = before.some((caseId) => table.read(caseId)?.forgottenAt !== undefined);
      if (about.length === 0 && !isForgotten) breach("lost", "a report left its queue, and no case is about its page");
    },
  };
};
