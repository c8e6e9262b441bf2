import type { Case } from "../../../functions/case/case.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { isOnCalls } from "../../../functions/case/question.ts";
import { tells } from "../../../functions/case/step.ts";
import { msOf } from "../../../functions/kernel/instant.ts";
import { isOfName } from "../../../functions/kernel/scope.ts";
import { type Lane, lanes } from "../../../functions/report/category.ts";
import {
  type Closing,
  type Counted,
  casesRead,
  closers,
  closingsOf,
  entriesOf,
  missedOf,
  wantedRegistrar,
  whereabouts,
  whereIs,
} from "./count.ts";
import type { PlayedWeek } from "./play-week.ts";
import { type NameKind, nameKinds } from "./targets.ts";

const hourMs = 3_600_000;

/** `cases`: how many cases the entries of a cause had, together. */
type ByCause = Readonly<Record<string, { readonly entries: number; readonly cases: number; readonly answers: number }>>;

/** How many cases; of how many any desk was told, and their registrar by the machine or after a person's word. */
type ToldOfNames = Readonly<
  Record<NameKind, Readonly<Record<"cases" | "anyDesk" | "registrarByMachine" | "registrarByPerson", number>>>
>;

/** What a lane came to. Counts are whole; medians are hours. */
export type LaneFigures = {
  readonly reports: number;
  readonly cases: number;
  readonly questions: number;
  /** What came into the list to be read, which pages nobody and keeps nothing up. */
  readonly toRead: number;
  readonly answers: number;
  readonly casesRead: number;
  readonly byCause: ByCause;
  /** By what the reported name is, where its registrar is known. */
  readonly names: ToldOfNames;
  readonly notices: number;
  readonly mails: number;
  readonly mailsPerCase: number;
  readonly hoursToLastDesk: { readonly firstLevel: number; readonly all: number };
  readonly closed: Readonly<Record<string, { readonly cases: number; readonly medianHours: number }>>;
  readonly wrongClosings: number;
  /** Which these are. */
  readonly wrong: readonly string[];
  readonly misledClosings: number;
  readonly missed: Readonly<Record<string, number>>;
  readonly stand: Readonly<Record<string, number>>;
};
export type Figures = Readonly<Record<Lane, LaneFigures>>;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
const inHours = (ms: readonly number[]): number => Math.round((median(ms) / hourMs) * 100) / 100;

const tellingIn = (state: Case): readonly Notice[] =>
  state.notices.filter(tells).filter(({ sentAt }) => sentAt !== undefined);

const toldIn = (state: Case): Counted["toldAtMs"] => {
  const notices = tellingIn(state);
  const atMs = (of: typeof notices) => of.map(({ sentAt = "" }) => msOf(sentAt));
  const level = Math.min(...notices.map((notice) => notice.level));
  return notices.length === 0
    ? undefined
    : { first: atMs(notices.filter((notice) => notice.level === level)), all: atMs(notices) };
};

/** A played week in the form in which it is counted. */
const countedIn = (played: PlayedWeek): readonly Counted[] => {
  const { table, truth, endsAtMs, targetOf, lettersTo } = played;
  const entries = [...table.entries.values()].map(
    (entry): Counted => ({
      id: entry.id,
      lane: entry.lane,
      openedAtMs: msOf(entry.openedAt),
      history: [],
      cases: 1,
      isClosed: entry.reviews.length === 0,
      hasQuestion: entry.reviews.length > 0,
      isDue: table.dueOf.has(entry.id),
      asks: "not-taken-in",
    }),
  );
  const cases = [...table.states.values()].map((state): Counted => {
    const target = targetOf(state);
    const told = toldIn(state);
    return {
      id: state.id,
      lane: state.lane,
      openedAtMs: msOf(state.openedAt),
      history: table.history(state.id),
      cases: 1,
      isClosed: state.closed !== undefined,
      hasQuestion: state.reviews.some((review) => isOnCalls(state.lane, review)),
      isDue: table.dueOf.has(state.id),
      ...(target && {
        target: {
          id: target.id,
          isUp: (atMs) => truth.isUp(target, atMs),
          hasComeBack: truth.hasComeBack(target, endsAtMs),
          letters: lettersTo(state.id),
        },
      }),
      ...(told && { toldAtMs: told }),
    };
  });
  return [...cases, ...entries];
};

const countBy = <T>(all: readonly T[], nameOf: (one: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[nameOf(one)] = (counts[nameOf(one)] ?? 0) + 1;
  return counts;
};

const byCauseOf = (played: PlayedWeek, counted: readonly Counted[], lane: Lane): ByCause => {
  const causes: Record<string, { entries: number; cases: number; answers: number }> = {};
  const at = (cause: string) => {
    causes[cause] ??= { entries: 0, cases: 0, answers: 0 };
    return causes[cause];
  };
  const aboutCases = played.entries.filter((one) => one.lane === lane);
  // A case's own stand in the entries that it shares with others.
  const ofOthers = counted.filter(({ target }) => !target).flatMap(entriesOf);
  for (const { cause, cases } of [...aboutCases, ...ofOthers]) {
    if (cause === "to-read") continue;
    at(cause).entries++;
    at(cause).cases += cases;
  }
  for (const { cause } of played.answers.filter((one) => one.lane === lane)) at(cause).answers++;
  for (const _ of played.stops.filter((one) => one === lane)) {
    at("desk complained").entries++;
    at("desk complained").answers++;
  }
  return causes;
};

const toldOfNames = ({ table, targetOf }: PlayedWeek, lane: Lane): ToldOfNames => {
  const states = [...table.states.values()].filter((state) => state.lane === lane);
  const told = nameKinds.map((kind) => {
    const cases = states.filter((state) => targetOf(state)?.host.registered?.kind === kind);
    const registrars = cases.map((state) => {
      const wanted = wantedRegistrar(table.history(state.id));
      const notices = tellingIn(state).filter(({ to }) => isOfName(to.scope));
      return { byPerson: notices.some(wanted), byMachine: notices.some((notice) => !wanted(notice)) };
    });
    const figures = {
      cases: cases.length,
      anyDesk: cases.filter((state) => tellingIn(state).length > 0).length,
      registrarByMachine: registrars.filter(({ byMachine }) => byMachine).length,
      registrarByPerson: registrars.filter(({ byPerson }) => byPerson).length,
    };
    return [kind, figures] as const;
  });
  return Object.fromEntries(told) as ToldOfNames;
};

const closedBy = (closings: readonly Closing[]): LaneFigures["closed"] =>
  Object.fromEntries(
    closers.map((by) => {
      const its = closings.filter((one) => one.by === by);
      return [by, { cases: its.length, medianHours: inHours(its.map(({ afterMs }) => afterMs)) }];
    }),
  );

const figuresOf = (played: PlayedWeek, all: readonly Counted[], lane: Lane): LaneFigures => {
  const counted = all.filter((one) => one.lane === lane);
  const cases = counted.filter(({ target }) => target);
  const byId = new Map(all.map((one) => [one.id, one]));
  const reports = played.reports.filter((report) => report.lane === lane);
  const answers = played.answers.filter((one) => one.lane === lane);
  const byCause = byCauseOf(played, counted, lane);
  const closings = cases.flatMap(closingsOf);
  const mails = played.mails.filter(({ isUrgent }) => isUrgent === (lane === "urgent")).length;
  const sumOf = (which: "entries" | "answers") => Object.values(byCause).reduce((sum, one) => sum + one[which], 0);
  const lastDesk = (which: "first" | "all") =>
    inHours(cases.flatMap(({ toldAtMs, openedAtMs }) => (toldAtMs ? [Math.max(...toldAtMs[which]) - openedAtMs] : [])));
  const stand = countBy(reports, (report) => whereIs(byId.get(played.caseOfReport(report) ?? "")));
  return {
    reports: reports.length,
    cases: cases.length,
    questions: sumOf("entries"),
    toRead: played.toRead.filter((one) => one.lane === lane).length,
    answers: sumOf("answers"),
    casesRead: casesRead(answers),
    byCause,
    names: toldOfNames(played, lane),
    notices: cases.reduce((sum, one) => sum + noticesIn(played, one.id), 0),
    mails,
    mailsPerCase: Math.round((mails / Math.max(1, cases.length)) * 100) / 100,
    hoursToLastDesk: { firstLevel: lastDesk("first"), all: lastDesk("all") },
    closed: closedBy(closings),
    wrongClosings: closings.filter(({ isWrong }) => isWrong).length,
    wrong: closings.flatMap(({ isWrong, says }) => (isWrong ? [says] : [])),
    misledClosings: closings.filter(({ isMisled }) => isMisled).length,
    missed: countBy(
      missedOf(all, played.endsAtMs).filter((one) => one.lane === lane),
      ({ why }) => why,
    ),
    stand: Object.fromEntries(whereabouts.map((where) => [where, stand[where] ?? 0])),
  };
};

const noticesIn = ({ table }: PlayedWeek, id: string): number =>
  (table.read(id)?.notices ?? []).filter(({ sentAt }) => sentAt !== undefined).length;

/** What a played week came to, by lane. */
export const countWeek = (played: PlayedWeek): Figures => {
  const all = countedIn(played);
  const [urgent, standard] = lanes.map((lane) => figuresOf(played, all, lane));
  if (!urgent || !standard) throw new Error("A lane was not counted.");
  return { urgent, standard };
};
