import { plusMinutes } from "../../functions/kernel/instant.ts";
import { personKey } from "../../functions/kernel/person.ts";
import { type CaseView, type CaseViews, viewMinutes, viewWindow } from "../../functions/review/views.ts";

/** Who looked at which case, in memory; held to `test/contracts/views.ts`. */
export const memoryViews = (): CaseViews => {
  const kept = new Map<string, CaseView>();
  return {
    note: async (view) => {
      const place = `${view.caseId} ${viewWindow(view.at)} ${personKey(view.by)}`;
      if (!kept.has(place)) kept.set(place, view);
    },
    goOn: async ({ caseId, by, at }, begunIn) => {
      const place = `${caseId} ${begunIn} ${personKey(by)}`;
      const begun = kept.get(place);
      if (!begun || (begun.until ?? begun.at) < plusMinutes(at, -viewMinutes)) return false;
      kept.set(place, { ...begun, until: at });
      return true;
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
