import { reportKeyOf } from "../../functions/case/case-id.ts";
import type { Reporter } from "../../functions/kernel/settings.ts";
import type { Burst, Bursts } from "../../functions/report/burst.ts";
import type { DuePutOffs, PutOff, PutOffs } from "../../functions/report/put-off.ts";
import { aboutOf } from "../../functions/store/table/put-offs.ts";

/** What each reporter reports, counted in memory; `noted` is what on-call would be told of. */
export const memoryBursts = (reporters: () => readonly Reporter[]): Bursts & { readonly noted: Burst[] } => {
  const counts = new Map<string, number>();
  const noted: Burst[] = [];
  return {
    noted,
    isOver: async (reporter, lane, now) => {
      const place = `${reporter} ${lane} ${now.slice(0, 16)}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      const isOver = count > (reporters().find(({ id }) => id === reporter)?.reportsAMinute ?? count);
      if (isOver) noted.push({ reporter, lane, at: now });
      return isOver;
    },
  };
};

/** What waits to be taken in, in memory; `waiting` is what waits now, the oldest first. */
export const memoryPutOffs = (): {
  readonly putOffs: PutOffs;
  readonly duePutOffs: DuePutOffs;
  readonly waiting: () => readonly PutOff[];
} => {
  let kept: readonly { readonly putOff: PutOff; readonly dueAt: string }[] = [];
  const notes = new Map<string, string>();
  type Kept = (typeof kept)[number];
  const placeOf = ({ putOff, dueAt }: Kept) =>
    [dueAt, aboutOf(putOff), "said" in putOff ? putOff.said.kind : "report"].join("#");
  const inOrder = () => [...kept].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return {
    putOffs: {
      keep: async (putOff, dueAt) => {
        const said = "said" in putOff ? putOff.said : undefined;
        if (said?.kind === "report") notes.set(reportKeyOf(said.reporter, said.reportId), dueAt);
        kept = [...kept, { putOff, dueAt }];
      },
      reportDueAt: async (reportKey) => notes.get(reportKey),
    },
    duePutOffs: async (now) => {
      const due = inOrder().filter(({ dueAt }) => dueAt <= now);
      const groups = new Set(due.map(({ dueAt, putOff }) => `${dueAt}#${aboutOf(putOff)}`));
      return [...groups].map((group) => {
        const those = due.filter((one) => placeOf(one).startsWith(`${group}#`));
        return {
          queueLane: those[0]?.putOff.queueLane ?? "standard",
          message: JSON.stringify(those.map(({ putOff }) => putOff)),
          done: async () => {
            kept = kept.filter((one) => !those.includes(one));
          },
        };
      });
    },
    waiting: () => inOrder().map(({ putOff }) => putOff),
  };
};

/** For what is no burst: a message that is put off fails its test. */
export const neverPutOff: PutOffs = {
  keep: async () => {
    throw new Error("nothing is put off here");
  },
  reportDueAt: async () => undefined,
};
