import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { placeOf } from "../case/desk-rules.ts";
import type { PolicyOf } from "../case/policy.ts";
import { type DeskMatch, namesMailbox, nameWithin } from "../kernel/desk-match.ts";
import type { CurrentSettings } from "../kernel/in-force.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import { covers, holds, readRange } from "../kernel/range.ts";
import { goesOut } from "../send/goes-out.ts";
import type { DayList } from "../store/ports.ts";
import { combine } from "./combine.ts";
import { patternsIn, textsIn } from "./fields.ts";
import type { FieldWords } from "./kinds.ts";
import type { Moment } from "./record.ts";
import type { RowChange, RowContent, SettingsRow } from "./row.ts";

/** What a change would touch among the newest cases. */
export type Touched = {
  readonly openCases: number;
  /** Queued mails of the cases that it is about, or that only one side's settings let out. */
  readonly waitingNotices: number;
  readonly looked: number;
  readonly isCut: boolean;
};

/** A page has seconds, and a case is read whole. */
const daysLookedAt = 14;
const casesLookedAtMost = 300;
const aPage = 100;

export type LatelyOpen = { readonly cases: readonly Case[]; readonly isCut: boolean };

/** Of two weeks, newest first, some hundreds. Network: a query for each day and each hundred cases. */
export const openLately = async ({ openedOn }: DayList, now: Instant): Promise<LatelyOpen> => {
  const cases: Case[] = [];
  let read = 0;
  for (let day = 0; day < daysLookedAt; day++) {
    let cursor: string | undefined;
    do {
      const page: { readonly items: readonly Case[]; readonly cursor?: string } = await openedOn(
        plusHours(now, -24 * day).slice(0, 10),
        aPage,
        cursor,
      );
      read += page.items.length;
      cases.push(...page.items.filter(({ closed }) => !closed));
      cursor = page.cursor;
      if (read >= casesLookedAtMost) return { cases, isCut: cursor !== undefined || day < daysLookedAt - 1 };
    } while (cursor !== undefined);
  }
  return { cases, isCut: false };
};

const rowWith = (change: Exclude<RowChange, { does: "end" }>, id: string, since: Instant): SettingsRow => ({
  ...change.content,
  ...unsaid,
  ...(change.until !== undefined && { until: change.until }),
  id,
  since,
});
const unsaid = { by: ["nobody yet"], why: "to see what it would touch", version: 1 };

export const rowsWith = (
  rows: readonly SettingsRow[],
  changes: readonly RowChange[],
  now: Instant,
): readonly SettingsRow[] => {
  const changed = new Map(changes.flatMap((change) => ("id" in change ? [[change.id, change] as const] : [])));
  const standing = rows.map((row): SettingsRow => {
    const change = changed.get(row.id);
    if (!change) return row;
    return change.does === "end" ? { ...row, ended: { ...unsaid, at: now } } : rowWith(change, row.id, row.since);
  });
  const added = changes.flatMap((change, at) => (change.does === "add" ? [rowWith(change, `new-${at}`, now)] : []));
  return [...standing, ...added];
};

/** Whether a case's host is one of those that a line means. Pure. */
export const isAt = (match: DeskMatch, state: Case): boolean => {
  const { names, addresses, origins = [] } = placeOf(state);
  switch (match.kind) {
    case "name":
      return names.some((name) => nameWithin(name, match.name) !== undefined);
    case "range":
      return [...names, ...addresses].some((address) => holds(match.range, address));
    case "system":
      return origins.includes(match.asn);
    case "mailbox":
    case "mail-domain":
      return false;
  }
};

const isDesk = (match: DeskMatch, { email, range }: Candidate): boolean => {
  if (match.kind !== "range") return namesMailbox(match, email) || (match.kind === "system" && range === match.asn);
  const block = range === undefined ? undefined : readRange(range);
  return block !== undefined && covers(match.range, block);
};

/** Whether a row is about all of a case, whoever is notified. */
const isAbout = (content: RowContent, state: Case): boolean => {
  const isOf = (sort: FieldWords["is"], ...of: readonly (string | undefined)[]): boolean =>
    textsIn(content, sort).some(([, said]) => of.some((one) => one?.toUpperCase() === said.toUpperCase()));
  return (
    patternsIn(content).some((match) => isAt(match, state)) ||
    isOf("category", state.category) ||
    isOf("reporter", ...state.reporters) ||
    isOf("country", state.contact?.country)
  );
};

/**
 * Cases that the rows of changes are about, and queued notices that are theirs or go out by the settings of one
 * side alone. Pure.
 */
export const touches = (
  { stage, table: { rows }, now }: Moment,
  changes: readonly RowChange[],
  { cases, isCut }: LatelyOpen,
  policyOf: (settings: CurrentSettings) => PolicyOf,
): Touched => {
  const contents = changes.flatMap((change): readonly RowContent[] => [
    ...("content" in change ? [change.content] : []),
    ...("id" in change ? rows.filter(({ id }) => id === change.id) : []),
  ]);
  const matches = contents.flatMap(patternsIn);
  const today = policyOf(combine(stage, rows, now).settings);
  const then = policyOf(combine(stage, rowsWith(rows, changes, now), now).settings);
  const touched = cases.map((state) => {
    const isAll = contents.some((content) => isAbout(content, state));
    const isMeant = (desk: Candidate) => isAll || matches.some((match) => isDesk(match, desk));
    const waiting = state.notices.filter(
      (notice) =>
        notice.state === "queued" &&
        (isMeant(notice.to) || goesOut(state, notice, today, now) !== goesOut(state, notice, then, now)),
    ).length;
    const desks = [...(state.contact?.candidates ?? []), ...state.notices.map(({ to }) => to)];
    return { waiting, isTouched: waiting > 0 || isAll || desks.some(isMeant) };
  });
  return {
    openCases: touched.filter(({ isTouched }) => isTouched).length,
    waitingNotices: touched.reduce((sum, { waiting }) => sum + waiting, 0),
    looked: cases.length,
    isCut,
  };
};
