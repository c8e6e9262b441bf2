import { type Instant, plusHours } from "../kernel/instant.ts";
import { isSamePerson } from "../kernel/person.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";
import { type RowProblem, unprintableFields, unprintableIn, whyNotRow } from "./check.ts";
import { combine, overOf } from "./combine.ts";
import { type Effect, kinds } from "./kinds.ts";
import { type Asker, effectOf, may, type Step, strictest } from "./may.ts";
import {
  type Proposal,
  type RowContent,
  type RowKind,
  type SettingsChange,
  type SettingsRow,
  stands,
  waits,
} from "./row.ts";
import { countedTo } from "./row-number.ts";
import { keptForStops, rowsAtMost, type SettingsTable, standingAtMost, type Written, whyAtMost } from "./store.ts";

export type Moment = { readonly stage: Settings; readonly table: SettingsTable; readonly now: Instant };

/**
 * Why a change is not recorded.
 * - `not-valid`: all that is wrong, by row and field, with what to write instead.
 * - `refused`: these persons may not.
 * - `unknown`: no such row or proposal, or it is over.
 */
export type NotChanged =
  | { readonly kind: "not-valid"; readonly problems: readonly RowProblem[] }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "unknown"; readonly id: string };

/** What is to be written; `unchanged` is not written at all. */
export type Decided = {
  readonly written: Written;
  readonly comes: "in-force" | "proposed" | "taken-back" | "unchanged";
  /** Of what waits: why one person is too few. */
  readonly why?: string;
};

type Asked = { readonly by: Asker; readonly why: string };

const daysAProposalWaits = 7;
const shown = (said: unknown): string => JSON.stringify(said).slice(0, 4_000);

const notValid = (...problems: readonly RowProblem[]): NotChanged => ({ kind: "not-valid", problems });

const fixedHoursOf = (kind: RowKind) => kinds[kind].lasts?.fixedHours;

const made = (
  change: Exclude<SettingsChange, { does: "import" }>,
  { stage, table, now }: Moment,
  by: readonly string[],
  why: string,
): Result<{ readonly before?: SettingsRow; readonly after: SettingsRow }, NotChanged> => {
  const version = table.head.version + 1;
  const before = "id" in change ? table.rows.find(({ id }) => id === change.id) : undefined;
  if ("id" in change && (before === undefined || before.ended !== undefined))
    return fail({ kind: "unknown", id: change.id });
  if (change.does === "end")
    return before
      ? ok({ before, after: { ...before, version, ended: { at: now, by, why } } })
      : fail({ kind: "unknown", id: change.id });
  const { content } = change;
  const fixedHours = fixedHoursOf(content.kind);
  const until = fixedHours === undefined ? change.until : plusHours(now, fixedHours);
  if (fixedHours !== undefined && change.until !== undefined)
    return fail(
      notValid({
        row: before?.id ?? "new row",
        field: "until",
        says: `is not said; it stands until no such session can be left, ${fixedHours} hours`,
      }),
    );
  if (before && before.kind !== content.kind)
    return fail(
      notValid({ row: before.id, field: "kind", says: `is ${before.kind} for good; end this row and add another` }),
    );
  const id = before?.id ?? `${content.kind}-${countedTo(table) + 1}`;
  const named = before?.id ?? "new row";
  const others = table.rows.filter((row) => row.id !== id);
  const problems = [
    ...unprintableFields(named, content.value),
    ...whyNotRow(named, content, until, { stage, others, now }),
  ];
  if (problems.length > 0) return fail(notValid(...problems));
  const over = overOf(content, stage);
  const since = before?.since ?? now;
  const row = { id, by, why, since, version, ...(until && { until }), ...(over !== undefined && { over }) };
  return ok({ ...(before && { before }), after: { ...content, ...row } });
};

const standFor = (rows: readonly (RowContent | undefined)[], { reporters }: Settings): readonly string[] =>
  rows.flatMap((row) =>
    row?.kind === "reporter"
      ? [row.value.id, ...(reporterOf(reporters, row.value.id)?.people ?? []), ...(row.value.people ?? [])]
      : [],
  );

/** Why there is no room for one more row of a kind; rows that ended take no place of those that stand. */
const whyFull = ({ rows }: SettingsTable, kind: RowKind, now: Instant): string | undefined => {
  const kept = kinds[kind].stops ? 0 : keptForStops;
  if (rows.length >= rowsAtMost - kept) return `there are ${rows.length} rows with those that ended; no more fit in`;
  const standing = rows.filter((row) => stands(row, now)).length;
  return standing >= standingAtMost - kept ? `there are ${standing} rows; end some first` : undefined;
};

/** Whether these persons may take these steps, which count at least as `asMuchAs`. */
export const mayTake = (
  steps: readonly Pick<Step, "before" | "after">[],
  persons: readonly [Asker, Asker?],
  { stage, table, now }: Moment,
  asMuchAs: Effect = "words",
) => {
  const inForce = combine(stage, table.rows, now).settings;
  const effect = strictest([asMuchAs, ...steps.map((step) => effectOf({ ...step, inForce }))]);
  const about = steps.flatMap(({ before, after }) => [before, after]);
  return may(effect, persons, standFor(about, inForce));
};

/** In force at once where one person is enough; else it waits a week for a second. Pure. */
export const ask = (
  moment: Moment,
  change: Exclude<SettingsChange, { does: "import" }>,
  { by, why }: Asked,
): Result<Decided, NotChanged> => decided(moment, change, [by], why);

/** The second person agrees; the change is checked anew, as things stand now. */
export const agree = (moment: Moment, proposalId: string, by: Asker): Result<Decided, NotChanged> => {
  const proposal = moment.table.proposals.find(({ id }) => id === proposalId);
  if (!proposal || !waits(proposal, moment.now) || proposal.change.does === "import")
    return fail({ kind: "unknown", id: proposalId });
  return decided(
    moment,
    proposal.change,
    [{ name: proposal.by, mayDecide: true, signedIn: true }, by],
    proposal.why,
    proposal,
  );
};

/** Why this person can't be the second who agrees; nothing where they can. */
export const whyNotSecond = ({ stage, table, now }: Moment, { by, change }: Proposal, second: Asker) => {
  const named = "id" in change ? table.rows.find(({ id }) => id === change.id) : undefined;
  const about = standFor(
    [named, "content" in change ? change.content : undefined],
    combine(stage, table.rows, now).settings,
  );
  const allowed = may("widens", [{ name: by, mayDecide: true, signedIn: true }, second], about);
  return allowed.kind === "allowed" ? undefined : allowed.why;
};

/** Why this person can't take back what waits; nothing where it is their own or they could agree to it. */
export const whyNotTakenBack = (moment: Moment, proposal: Proposal, by: Asker): string | undefined => {
  if (!isSamePerson(proposal.by, by.name)) return whyNotSecond(moment, proposal, by);
  const allowed = may("words", [by]);
  return allowed.kind === "refused" ? allowed.why : undefined;
};

/** Its asker, or who could have agreed, takes a proposal back with a reason. */
export const takeBack = (moment: Moment, proposalId: string, { by, why }: Asked): Result<Decided, NotChanged> => {
  const { table, now } = moment;
  const proposal = table.proposals.find(({ id }) => id === proposalId);
  if (!proposal || !waits(proposal, now)) return fail({ kind: "unknown", id: proposalId });
  const whyNot = whyNotTakenBack(moment, proposal, by);
  if (whyNot !== undefined) return fail({ kind: "refused", why: whyNot });
  if (why.trim() === "")
    return fail(notValid({ row: proposalId, field: "why", says: "is empty; say why, for whoever asked for it" }));
  const unprintable = unprintableIn(why);
  if (unprintable !== undefined) return fail(notValid({ row: proposalId, field: "why", says: unprintable }));
  return ok({
    comes: "taken-back",
    written: {
      rows: [],
      proposals: [{ ...proposal, settled: { at: now, by: by.name, as: "taken-back" } }],
      line: { at: now, by: [by.name], why, does: "take-back", ids: [proposalId], before: shown(proposal.change) },
    },
  });
};

const decided = (
  moment: Moment,
  change: Exclude<SettingsChange, { does: "import" }>,
  persons: readonly [Asker, Asker?],
  why: string,
  proposal?: Proposal,
): Result<Decided, NotChanged> => {
  const { table, now } = moment;
  if (why.trim() === "")
    return fail(notValid({ row: "new row", field: "why", says: "is empty; say why, for who reads it in a year" }));
  const unprintable = unprintableIn(why);
  if (unprintable !== undefined)
    return fail(notValid({ row: "id" in change ? change.id : "new row", field: "why", says: unprintable }));
  const names = persons.flatMap((person) => (person ? [person.name] : []));
  if (why.length > whyAtMost)
    return fail(notValid({ row: "new row", field: "why", says: `is too long; keep it to ${whyAtMost} characters` }));
  const row = made(change, moment, names, why);
  if (!row.ok) return row;
  const { before, after } = row.value;
  const full = change.does === "add" ? whyFull(table, after.kind, now) : undefined;
  if (full !== undefined) return fail(notValid({ row: "new row", field: "value", says: full }));
  const step = change.does === "end" ? { ...(before && { before }) } : { ...(before && { before }), after };
  const allowed = mayTake([step], persons, moment);
  if (allowed.kind === "refused") return fail(allowed);
  if (allowed.kind === "needs-second") {
    if (proposal) return fail({ kind: "refused", why: allowed.why });
    const id = `proposal-${table.head.version + 1}`;
    const asked: Proposal = {
      id,
      change,
      by: names[0] ?? "",
      why,
      at: now,
      lapsesAt: plusHours(now, daysAProposalWaits * 24),
    };
    const line = { at: now, by: names, why, does: "propose", ids: [id], after: shown(change) } as const;
    return ok({ comes: "proposed", why: allowed.why, written: { rows: [], proposals: [asked], line } });
  }
  const settled = proposal && { ...proposal, settled: { at: now, by: persons[1]?.name ?? "", as: "agreed" as const } };
  return ok({
    comes: "in-force",
    written: {
      rows: [after],
      ...(change.does === "add" && { added: [after.id] }),
      proposals: settled ? [settled] : [],
      line: {
        at: now,
        by: names,
        why,
        does: change.does,
        ids: [after.id],
        ...(before && { before: shown(before) }),
        after: shown(after),
      },
    },
  });
};
