import { personKey } from "../../functions/kernel/person.ts";
import { type CaseView, type CaseViews, viewWindow } from "../../functions/review/views.ts";

/** Who looked at which case, in memory; held to `test/contracts/views.ts`. */
export const memoryViews = (): CaseViews => {
  const kept = new Map<string, CaseView>();
  return {
    note: async (view) => {
      const place = `${view.caseId} ${viewWindow(view.at)} ${personKey(view.by)}`;
      if (!kept.has(place)) kept.set(place, view);
    },
    of: async (caseId, limit, cursor) => {
      const before = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString();
      const all = [...kept]
        .filter(([, view]) => view.caseId === caseId)
        .sort(([one], [other]) => (one < other ? 1 : -1));
      const from = all.filter(([place]) => before === undefined || place < before);
      const last = from.length > limit ? from[limit - 1] : undefined;
      return {
        items: from.slice(0, limit).map(([, view]) => view),
        ...(last && { cursor: Buffer.from(last[0]).toString("base64url") }),
      };
    },
  };
};
