import type { ReplyClass } from "../case/reply-class.ts";
import { type Category, categories } from "../report/category.ts";
import { hoursBetween, isRemoved, nearestRank } from "./measures.ts";
import type { Statistic } from "./statistic.ts";

/** What a provider did about one notice, as far as is known; the first that fits. */
export const actions = [
  "not delivered",
  "refused",
  "not theirs",
  "removed",
  "withdrawn by us",
  "answered otherwise",
  "no action known",
  "open",
] as const;
export type Action = (typeof actions)[number];

export type YearRow = {
  readonly provider: string;
  readonly scope: string;
  readonly category: Category;
  /** Cases about which this provider was asked; a reminder is no further notice. */
  readonly notices: number;
  readonly actions: Readonly<Record<Action, number>>;
  readonly medianHours?: number;
};

/**
 * > Reg. (EU) 2022/2065 Art. 22(3): the number of notices by identity of the provider, type of
 * content notified, and action taken by the provider.
 */
export const yearDefinitions: readonly string[] = [
  "Notices: cases about which this provider was first asked in the year; reminders are not counted " +
    "again. Provider: the registered domain of the mailbox that had the notice, in its role there.",
  "Action, the first that fits: not delivered (every mail came back); refused or not theirs (the desk " +
    "said so); removed (the case was closed as removed or gone); withdrawn by us; answered otherwise; no " +
    "action known (closed without one); open.",
  "Median: hours from this provider's first notice until the case was closed as removed or gone, by nearest rank.",
];

/** Answers that say the provider's action, whatever the case's end. */
const actionOfAnswer: Partial<Record<ReplyClass, Action>> = { "not-ours": "not theirs", refused: "refused" };

const actionOf = ({ closed }: Statistic, { mails, bounced, answer }: Statistic["asked"][number]): Action => {
  if (mails > 0 && bounced === mails) return "not delivered";
  const said = answer && actionOfAnswer[answer];
  if (said !== undefined) return said;
  if (closed?.outcome === "removed" || closed?.outcome === "gone") return "removed";
  if (closed?.outcome === "withdrawn") return "withdrawn by us";
  if (answer !== undefined) return "answered otherwise";
  return closed ? "no action known" : "open";
};

type YearGroup = {
  readonly row: Omit<YearRow, "medianHours" | "notices" | "actions">;
  notices: number;
  readonly actions: Record<Action, number>;
  readonly hours: number[];
};

/**
 * The table that a trusted flagger owes each year, for notices first sent in that year. Add what was opened in it
 * and in the year before: a case may wait for its contact over the turn of the year.
 */
export const tallyYear = (
  year: string,
): { readonly add: (statistic: Statistic) => void; readonly rows: () => readonly YearRow[] } => {
  const groups = new Map<string, YearGroup>();
  return {
    add: (statistic) => {
      for (const asked of statistic.asked.filter((one) => one.issuedAt.startsWith(`${year}-`))) {
        const { provider, scope } = asked;
        const key = JSON.stringify([provider, scope, statistic.category]);
        const group: YearGroup = groups.get(key) ?? {
          row: { provider, scope, category: statistic.category },
          notices: 0,
          actions: noActions(),
          hours: [],
        };
        groups.set(key, group);
        group.notices++;
        group.actions[actionOf(statistic, asked)]++;
        if (statistic.closed && isRemoved(statistic))
          group.hours.push(hoursBetween(asked.issuedAt, statistic.closed.at));
      }
    },
    rows: () =>
      [...groups.values()]
        .map(({ row, notices, actions: taken, hours }): YearRow => {
          const medianHours = nearestRank(hours, 0.5);
          return { ...row, notices, actions: taken, ...(medianHours !== undefined && { medianHours }) };
        })
        .sort(
          (a, b) =>
            order(a.provider, b.provider) ||
            order(a.scope, b.scope) ||
            categories.indexOf(a.category) - categories.indexOf(b.category),
        ),
  };
};

const noActions = (): Record<Action, number> => ({
  "not delivered": 0,
  refused: 0,
  "not theirs": 0,
  removed: 0,
  "withdrawn by us": 0,
  "answered otherwise": 0,
  "no action known": 0,
  open: 0,
});
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
