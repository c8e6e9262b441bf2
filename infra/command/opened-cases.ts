import type { Case } from "../../functions/case/case.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { sayDamaged } from "../../functions/store/damaged-case.ts";
import type { DayList } from "../../functions/store/ports.ts";
import { dayOf } from "./moment.ts";
import { printErrorLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type Period = { readonly from: string; readonly to: string };

/** Each day is a query of its own. */
const yearsAtMost = 10;

/** Both days included. Throws `CommandProblem` for days that are none, the wrong way round, or too far apart. */
export const periodOf = (from: string, to: string, now: string): Period => {
  const period = { from: dayOf("--from", from, now), to: dayOf("--to", to, now) };
  if (period.from > period.to)
    throw new CommandProblem(
      `The period ends on ${period.to}, before it begins on ${period.from}. Put the earlier day in --from.`,
    );
  if (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) > yearsAtMost)
    throw new CommandProblem(
      `The period from ${period.from} to ${period.to} is longer than ${yearsAtMost} years. Put a later day in --from.`,
    );
  return period;
};

/**
 * Every case opened in the period that is not forgotten, a page of the index at a time. Those that can't be read are
 * named on stderr, and so is how far it has come.
 */
export const eachOpened = async (
  store: Pick<DayList, "openedOn">,
  { from, to }: Period,
  visit: (states: readonly Case[]) => Promise<void> | void,
): Promise<void> => {
  let read = 0;
  for (let day = from; day <= to; day = plusHours(`${day}T12:00:00.000Z`, 24).slice(0, 10)) {
    let cursor: string | undefined;
    do {
      const page = await store.openedOn(day, 100, cursor);
      for (const caseId of page.damaged ?? []) printErrorLine(sayDamaged(caseId));
      await visit(page.items.filter(({ forgottenAt }) => forgottenAt === undefined));
      read += page.items.length;
      if (page.cursor !== undefined || day.endsWith("-01")) printErrorLine(`${read} cases read, up to ${day}`);
      ({ cursor } = page);
    } while (cursor !== undefined);
  }
};
