import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { type CaseView, type CaseViews, viewMinutes, viewWindow } from "../../functions/review/views.ts";

const now = "2026-11-24T03:00:00.000Z";
const one = "TD-0000-0000-0001";

/** What every store of views keeps to; run over the double and over the real one. */
export const viewsContract = (name: string, storeOf: () => Promise<CaseViews> | CaseViews): void => {
  describe(`${name} keeps the contract of views`, () => {
    const view = (by: string, minutes: number, caseId = one): CaseView => ({
      caseId,
      by,
      at: plusMinutes(now, minutes),
    });

    test("keeps one view of a person and case in a quarter of an hour, the first", async () => {
      const views = await storeOf();
      for (const minutes of [1, 2, viewMinutes - 1, viewMinutes]) await views.note(view("jane", minutes));
      await Promise.all([views.note(view("joe", 3)), views.note(view("joe", 3)), views.note(view("jane", 3, "TD-X"))]);
      const { items } = await views.of(one, 10);
      expect(items[0]).toEqual(view("jane", viewMinutes));
      expect(new Set(items.slice(1))).toEqual(new Set([view("jane", 1), view("joe", 3)]));
    });

    test("takes two names of one person for one", async () => {
      const views = await storeOf();
      await views.note(view("Jane Doe (oidc id.hotline.example 00u1)", 1));
      await views.note(view("Jane Roe (oidc id.hotline.example 00u1)", 2));
      expect((await views.of(one, 10)).items).toHaveLength(1);
    });

    test("moves the end of a look on while its pauses are short, and no other's", async () => {
      const views = await storeOf();
      const begun = view("jane", 1);
      const begunIn = viewWindow(begun.at);
      await views.note(begun);
      const goesOn = (by: string, minutes: number, caseId = one) => views.goOn(view(by, minutes, caseId), begunIn);
      expect(await Promise.all([goesOn("joe", 2), goesOn("jane", 2, "TD-X")])).toEqual([false, false]);
      const after = [];
      for (const minutes of [1 + viewMinutes, 1 + 2 * viewMinutes, 2 + 3 * viewMinutes, 3 + 3 * viewMinutes])
        after.push(await goesOn("jane", minutes));
      expect(after).toEqual([true, true, false, false]);
      expect((await views.of(one, 10)).items).toEqual([{ ...begun, until: view("jane", 1 + 2 * viewMinutes).at }]);
    });

    test("gives all of many, page by page, and begins at the newest where a place is none of its own", async () => {
      const views = await storeOf();
      const noted = Array.from({ length: 7 }, (_, at) => view("jane", at * viewMinutes));
      for (const each of noted) await views.note(each);
      const seen: CaseView[] = [];
      let cursor: string | undefined;
      do {
        const page = await views.of(one, 3, cursor);
        seen.push(...page.items);
        ({ cursor } = page);
      } while (cursor !== undefined);
      expect(seen).toEqual(noted.toReversed());
      expect((await views.of("TD-Y", 3)).items).toEqual([]);
    });
  });
};
