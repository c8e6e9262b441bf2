import type { Case } from "../../functions/case/case.ts";
import { countriesOf } from "../../functions/case/contact-facts.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { undecided } from "../../functions/case/given.ts";
import { isLabelled } from "../../functions/case/labels.ts";
import { worstFirst } from "../../functions/case/lasting.ts";
import { describeUnproven, sayEvent } from "../../functions/console/case/say-event.ts";
import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { endOf } from "../../functions/console/list/rows.tsx";
import { caseName } from "../../functions/console/parts.tsx";
import { shown, visible, visibleInLine } from "../../functions/console/shown.ts";
import { count } from "../../functions/console/words.ts";
import { defangHost, defangUrl } from "../../functions/kernel/defang.ts";
import { type Instant, plusHours } from "../../functions/kernel/instant.ts";
import type { HistoryLine } from "../../functions/news/reporter-steps.ts";
import type { Category, Lane } from "../../functions/report/category.ts";
import { pageUrlOf } from "../../functions/report/target.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { type CaseView, type CaseViews, isWatched } from "../../functions/review/views.ts";
import { type CasesRead, reviewItem, sayDamaged } from "../../functions/store/damaged-case.ts";
import type { DayList } from "../../functions/store/ports.ts";
import { isEntry, type ReviewItem } from "../../functions/store/queue-entry.ts";
import { dynamoViews } from "../../functions/store/table/views.ts";
import { unprovenIn } from "../../functions/store/unproven-in.ts";
import { asIndentedJson, asJson } from "./as-json.ts";
import { noSuchCase, nowAt, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { showEntry } from "./entry.ts";
import { dayOf } from "./moment.ts";
import { paint } from "./paint.ts";
import { inLines, printErrorLine, printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import type { Status } from "./statuses.ts";

const daysBack = 60;
/** Enough for weeks of a busy stage; a filter that fits nothing must not read on for an hour. */
const readAtMost = 5000;

export type ListOptions = Where & {
  readonly day?: string;
  readonly limit: number;
  readonly status?: Status;
  readonly category?: Category;
  readonly lane?: Lane;
  readonly country?: string;
  readonly label?: string;
  readonly json?: true;
};

/** Cases that were asked for, newest first; `unread` where older ones were not looked at. */
type Found = CasesRead<Case> & { readonly unread: boolean };

/** Prints cases, newest first, one line each. */
export const listCases = async (options: ListOptions): Promise<void> => {
  const days = daysAsked(options, nowAt(options));
  const { cases, damaged, unread } = await reached(options, newestOf(storeAt(options), options, days));
  if (options.json) for (const state of cases) printLine(asJson(state));
  else if (cases.length === 0 && damaged.length === 0) printLine(noneOf(options, days));
  else for (const state of cases) printLine(lineOf(state, isNarrow(process.stdout)));
  for (const caseId of damaged) printErrorLine(sayDamaged(caseId));
  if (unread)
    printErrorLine(`Looked at the newest ${readAtMost} cases alone; for older ones name a day, like --day 2026-11-24.`);
};

/** Nobody who gave no filter takes an empty stage for a filter's answer. */
const noneOf = ({ day, status, category, lane, country, label }: ListOptions, days: readonly string[]): string =>
  [day, status, category, lane, country, label].some((one) => one !== undefined)
    ? "No such case was opened then."
    : `No case was opened since ${days.at(-1)}.`;

/** The newest cases of these days that the options ask for. */
export const newestOf = async (
  store: Pick<DayList, "openedOn">,
  options: ListOptions,
  days: readonly string[],
): Promise<Found> => {
  const cases: Case[] = [];
  const damaged: string[] = [];
  let read = 0;
  for (const day of days) {
    let cursor: string | undefined;
    do {
      const page = await store.openedOn(day, Math.min(100, readAtMost - read), cursor);
      read += page.items.length;
      damaged.push(...(page.damaged ?? []));
      cases.push(...page.items.filter((state) => isAskedFor(state, options)));
      if (cases.length >= options.limit) return { cases: cases.slice(0, options.limit), damaged, unread: false };
      if (read >= readAtMost) return { cases, damaged, unread: true };
      ({ cursor } = page);
    } while (cursor !== undefined);
  }
  return { cases, damaged, unread: false };
};

/** The days to look at, the newest first. Throws `CommandProblem` for a day or a country that is none. */
export const daysAsked = ({ day, country }: ListOptions, now: Instant): readonly string[] => {
  if (country !== undefined && !/^[a-z]{2}$/i.test(country))
    throw new CommandProblem(`--country is two letters, like DE, and not ${visible(country)}.`);
  if (day !== undefined) return [dayOf("--day", day, now)];
  // One day ahead: a clock that runs fast may have gone on meanwhile.
  return [...Array(daysBack + 2).keys()].map((back) => plusHours(now, -24 * (back - 1)).slice(0, 10));
};

const isIn: Record<Status, (state: Case) => boolean> = {
  open: ({ closed }) => !closed,
  review: ({ closed, ...state }) => !closed && undecided(state).length > 0,
  held: (state) => !state.closed && state.holds.length > 0,
  closed: ({ closed }) => closed !== undefined,
};

const isAskedFor = (state: Case, { status, category, lane, country, label }: ListOptions): boolean =>
  isLabelled(state, label) &&
  (status === undefined || isIn[status](state)) &&
  (lane === undefined || state.lane === lane) &&
  (category === undefined || state.category === category) &&
  (country === undefined ||
    (state.contact !== undefined && countriesOf(state.contact).includes(country.toUpperCase())));

/** What a case is about, in some words: what was reported and where, defanged. */
export const whatOf = (state: ReviewItem): string =>
  isEntry(state)
    ? `${caseName(state)} (${visibleInLine(shown(state.field))}): ${state.messages}`
    : `${state.category}  ${defangHost(state.target.host)}`;

const waitsFor = (state: Case): string => {
  const [worst, ...others] = worstFirst(undecided(state));
  if (worst) {
    const more = others.length > 0 ? ` And ${count(others.length, "further question")}.` : "";
    return `a person: ${questionTexts[worst.question].asks}${more}`;
  }
  if (state.reviews.length > 0) return "what was decided to take effect, within a minute";
  return caseWaitsFor(state);
};

const caseWaitsFor = (state: Case): string => {
  const out = state.notices.filter(({ sentAt }) => sentAt !== undefined).length;
  return out > 0
    ? `an answer; ${out} mail${out > 1 ? "s" : ""} out, escalation level ${state.level + 1}`
    : state.contact
      ? "its first notice"
      : "its contact";
};

const standOf = (state: Case): string => endOf(state) ?? `Waits for ${waitsFor(state) || "nothing"}`;

const timeOf = (at: Instant): string => `${at.slice(0, 16).replace("T", " ")} UTC`;

/** Whether a terminal has no room for all that a line says of most cases; a file has. */
export const isNarrow = ({ columns }: { readonly columns?: number }): boolean => columns !== undefined && columns < 130;

/** One line of a list; on a narrow screen without when it was opened, so that its stand is seen. */
export const lineOf = (state: Case, briefly = false): string => {
  const lane = state.lane === "urgent" ? paint(["red", "bold"], "URGENT") : "      ";
  const stand = paint(state.closed ? "dim" : state.reviews.length > 0 ? "yellow" : "reset", standOf(state));
  const opened = briefly ? "" : `  ${timeOf(state.openedAt)}`;
  return `${state.id}${opened}  ${lane}  ${whatOf(state).padEnd(briefly ? 32 : 44)}  ${stand}`;
};

/** Prints one case: what was reported, what it waits for, and its history in sentences. */
export const showCase = async (id: string, options: Where & { readonly json?: true }): Promise<void> => {
  const store = storeAt(options);
  const state = await reached(options, reviewItem(store)(caseNamed(id)));
  if (!state) throw noSuchCase(id, options);
  if (isEntry(state)) return showEntry(store, state, options);
  const table = tableAt(options);
  const [history, unproven, views] = await Promise.all([
    store.history(state.id),
    unprovenIn(store, state),
    isWatched(state) ? allViews(dynamoViews(table), state.id) : [],
  ]);
  if (options.json) {
    printText(asIndentedJson({ state, history, views, ...(unproven > 0 && { unproven }) }));
    return;
  }
  printText(caseText(state, history, views, unproven));
};

/** What `case` prints of it. */
export const caseText = (
  state: Case,
  history: readonly HistoryLine[],
  views: readonly CaseView[],
  unproven = 0,
): string => {
  const url = pageUrlOf(state.target);
  return inLines([
    `${state.id}  ${whatOf(state)}`,
    ...(url === undefined ? [] : [defangUrl(url)]),
    standOf(state),
    "",
    ...history.flatMap(({ events }) => events.flatMap((event) => eventLines(event, state))),
    ...[describeUnproven(unproven) ?? []].flat(),
    ...(views.length === 0 ? [] : ["", "Who looked at it, newest first:"]),
    ...views.map(({ at, by, until }) => {
      const end = until === undefined ? "" : `, and had it open until ${timeOf(until)}`;
      return `${timeOf(at)}  ${by} looked at it${end}.`;
    }),
  ]);
};

/** What somebody wrote in several lines goes on behind a bar: none of its lines stands where a line of ours does. */
const eventLines = (event: CaseEvent, state: Case): readonly string[] =>
  `${timeOf(event.at)}  ${sayEvent(event, state)}`.split("\n").map((line, at) => (at === 0 ? line : `    | ${line}`));

/** A team that lived in one case for its year comes to less. */
const viewsAtMost = 50_000;

/** Everybody who looked at a case, newest first. */
export const allViews = async (views: CaseViews, caseId: string): Promise<readonly CaseView[]> => {
  const all: CaseView[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.of(caseId, 500, cursor);
    all.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined && all.length < viewsAtMost);
  return all;
};
