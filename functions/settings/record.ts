import { type Instant, plusHours } from "../kernel/instant.ts";
import { isSamePerson } from "../kernel/person.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";
import { untilWritten } from "../kernel/until-written.ts";
import { type RowProblem, unprintableFields, unprintableIn, whyNotRow } from "./check.ts";
import { combine, overOf } from "./combine.ts";
import { type Effect, kinds } from "./kinds.ts";
import { type Asker, effectOf, may, type Step, strictest } from "./may.ts";
import {
  type Proposal,
  type RowChange,
  type RowContent,
  type RowKind,
  type SettingsChange,
  type SettingsRow,
  stands,
  waits,
} from "./row.ts";
import { countedTo } from "./row-number.ts";
import {
  keptForStops,
  type NotRecorded,
  rowsAtMost,
  type SettingsStore,
  type SettingsTable,
  standingAtMost,
  type Written,
  whyAtMost,
} from "./store.ts";

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

export type Asked = { readonly by: Asker; readonly why: string };

const daysAProposalWaits = 7;
const shown = (said: unknown): string => JSON.stringify(said).slice(0, 4_000);

export const notValid = (row: string, field: string, says: string): NotChanged => ({
  kind: "not-valid",
  problems: [{ row, field, says }],
});

/** Why a reason can't be kept; else nothing. */
export const whyNotReason = (row: string, why: string): NotChanged | undefined => {
  if (why.trim() === "") return notValid(row, "why", "is empty; say why, for who reads it in a year");
  const says = why.length > whyAtMost ? `is too long; keep it to ${whyAtMost} characters` : unprintableIn(why);
  return says === undefined ? undefined : notValid(row, "why", says);
};

const made = (
  change: RowChange,
  { stage, table, now }: Moment,
  by: readonly string[],
  why: string,
): Result<{ readonly before?: SettingsRow | undefined; readonly after: SettingsRow }, NotChanged> => {
  const version = table.head.version + 1;
  const before = "id" in change ? table.rows.find(({ id, ended }) => id === change.id && !ended) : undefined;
  if ("id" in change && !before) return fail({ kind: "unknown", id: change.id });
  if (before && change.does === "end")
    return ok({ before, after: { ...before, version, ended: { at: now, by, why } } });
  if (change.does === "end") return fail({ kind: "unknown", id: change.id });
  const { content } = change;
  const named = before?.id ?? "new row";
  const { fixedHours } = kinds[content.kind].lasts ?? {};
  const until = fixedHours === undefined ? change.until : plusHours(now, fixedHours);
  if (fixedHours !== undefined && change.until !== undefined)
    return fail(
      notValid(named, "until", `is not said; it stands until no such session can be left, ${fixedHours} hours`),
    );
  if (before && before.kind !== content.kind)
    return fail(notValid(named, "kind", `is ${before.kind} for good; end this row and add another`));
  const id = before?.id ?? `${content.kind}-${countedTo(table) + 1}`;
  const others = table.rows.filter((row) => row.id !== id);
  const problems = [
    ...unprintableFields(named, content.value),
    ...whyNotRow(named, content, until, { stage, others, now }),
  ];
  if (problems.length > 0) return fail({ kind: "not-valid", problems });
  const over = overOf(content, stage);
  const since = before?.since ?? now;
  const row = { id, by, why, since, version, ...(until && { until }), ...(over !== undefined && { over }) };
  return ok({ before, after: { ...content, ...row } });
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
  steps: readonly Omit<Step, "inForce">[],
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
export const ask = (moment: Moment, change: RowChange, { by, why }: Asked): Result<Decided, NotChanged> =>
  decided(moment, change, [by], why);

/** Who asked for it, having signed in then. */
export const askerOf = ({ by }: Proposal): Asker => ({ name: by, mayDecide: true, signedIn: true });

const waitingIn = ({ table, now }: Moment, id: string): Proposal | undefined =>
  table.proposals.find((proposal) => proposal.id === id && waits(proposal, now));

/** The second person agrees; the change is checked anew, as things stand now. */
export const agree = (moment: Moment, proposalId: string, by: Asker): Result<Decided, NotChanged> => {
  const proposal = waitingIn(moment, proposalId);
  if (!proposal || proposal.change.does === "import") return fail({ kind: "unknown", id: proposalId });
  return decided(moment, proposal.change, [askerOf(proposal), by], proposal.why, proposal);
};

/** Why this person can't be the second who agrees; nothing where they can. */
export const whyNotSecond = (moment: Moment, proposal: Proposal, second: Asker): string | undefined => {
  const { change } = proposal;
  const before = "id" in change ? moment.table.rows.find(({ id }) => id === change.id) : undefined;
  const after = "content" in change ? change.content : undefined;
  const allowed = mayTake([{ before, after }], [askerOf(proposal), second], moment, "widens");
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
  const proposal = waitingIn(moment, proposalId);
  if (!proposal) return fail({ kind: "unknown", id: proposalId });
  const whyNot = whyNotTakenBack(moment, proposal, by);
  if (whyNot !== undefined) return fail({ kind: "refused", why: whyNot });
  const wrong = whyNotReason(proposalId, why);
  if (wrong) return fail(wrong);
  const at = moment.now;
  return ok({
    comes: "taken-back",
    written: {
      rows: [],
      proposals: [{ ...proposal, settled: { at, by: by.name, as: "taken-back" } }],
      line: { at, by: [by.name], why, does: "take-back", ids: [proposalId], before: shown(proposal.change) },
    },
  });
};

/** Waits for a second person. `needs` says why one is too few. */
export const proposed = (
  { table, now: at }: Moment,
  change: SettingsChange,
  { by: { name }, why }: Asked,
  needs: string,
  after = shown(change),
): Decided => {
  const id = `proposal-${table.head.version + 1}`;
  const asked = { id, change, by: name, why, at, lapsesAt: plusHours(at, daysAProposalWaits * 24) };
  const line = { at, by: [name], why, does: "propose", ids: [id], after } as const;
  return { comes: "proposed", why: needs, written: { rows: [], proposals: [asked], line } };
};

const decided = (
  moment: Moment,
  change: RowChange,
  persons: readonly [Asker, Asker?],
  why: string,
  proposal?: Proposal,
): Result<Decided, NotChanged> => {
  const { table, now } = moment;
  const wrong = whyNotReason("id" in change ? change.id : "new row", why);
  if (wrong) return fail(wrong);
  const by = persons.flatMap((person) => person?.name ?? []);
  const row = made(change, moment, by, why);
  if (!row.ok) return row;
  const { before, after } = row.value;
  const full = change.does === "add" ? whyFull(table, after.kind, now) : undefined;
  if (full !== undefined) return fail(notValid("new row", "value", full));
  const allowed = mayTake([{ before, after: change.does === "end" ? undefined : after }], persons, moment);
  if (allowed.kind === "refused") return fail(allowed);
  if (allowed.kind === "needs-second")
    return proposal
      ? fail({ kind: "refused", why: allowed.why })
      : ok(proposed(moment, change, { by: persons[0], why }, allowed.why));
  const agreed = proposal && { ...proposal, settled: { at: now, by: by[1] ?? "", as: "agreed" as const } };
  const line = { at: now, by, why, does: change.does, ids: [after.id], after: shown(after) };
  return ok({
    comes: "in-force",
    written: {
      rows: [after],
      ...(change.does === "add" && { added: [after.id] }),
      proposals: agreed ? [agreed] : [],
      line: { ...line, ...(before && { before: shown(before) }) },
    },
  });
};

export type Keeps = { readonly store: SettingsStore; readonly stage: Settings; readonly now: () => Instant };

/**
 * Decides upon the table as it is now and records that; decides anew where somebody was first. Gives what was recorded,
 * or `somebody-was-first` where others were so time after time. Network: a read and a write of the table, a few times
 * at most.
 */
export const writeDown = async (
  { store, stage, now }: Keeps,
  decide: (moment: Moment) => Result<Decided, NotChanged>,
): Promise<Result<Decided, NotChanged | NotRecorded>> => {
  const written = await untilWritten(async (): Promise<Result<Decided, NotChanged | NotRecorded> | undefined> => {
    const table = await store.read();
    const decided = decide({ stage, table, now: now() });
    if (!decided.ok || decided.value.comes === "unchanged") return decided;
    const recorded = await store.record(decided.value.written, table.head.version);
    if (recorded.ok) return ok(decided.value);
    return recorded.error.kind === "somebody-was-first" ? undefined : fail(recorded.error);
  });
  return written ?? fail({ kind: "somebody-was-first" });
};
