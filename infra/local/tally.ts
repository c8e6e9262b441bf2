import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { isMachines } from "../../functions/case/letter.ts";
import { isOut } from "../../functions/case/notice-progress.ts";
import { noticeStateFacts } from "../../functions/case/notice-state.ts";
import { type ReplyClass, replyMeanings } from "../../functions/case/reply-class.ts";
import { type Instant, plusHours } from "../../functions/kernel/instant.ts";
import { type Scope, scopes } from "../../functions/kernel/scope.ts";
import type { HistoryLine } from "../../functions/news/reporter-steps.ts";
import { checkerId } from "../../functions/report/own-queue.ts";
import type { CaseStore, DayList, Page } from "../../functions/store/ports.ts";
import type { QueueEntry } from "../../functions/store/queue-entry.ts";

export type Story = { readonly state: Case; readonly history: readonly HistoryLine[] };

type ByDay<T> = (day: string, limit: number, cursor?: string) => Promise<Page<T>>;

/** Everything opened between two moments, in pages, day by day; no table is ever read as a whole. */
export async function* pagesOpened<T>(openedOn: ByDay<T>, from: Instant, to: Instant): AsyncGenerator<readonly T[]> {
  for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = plusHours(`${day}T00:00:00.000Z`, 24).slice(0, 10)) {
    let cursor: string | undefined;
    do {
      const page = await openedOn(day, 100, cursor);
      yield page.items;
      cursor = page.cursor;
    } while (cursor);
  }
}

/** Every entry of the review queue that was opened between two moments. */
export const allEntries = async (store: DayList, from: Instant, to: Instant): Promise<readonly QueueEntry[]> => {
  const entries: QueueEntry[] = [];
  for await (const page of pagesOpened(store.entriesOn, from, to)) entries.push(...page);
  return entries;
};

/** Every case opened between two moments with its history. */
export const allCases = async (store: CaseStore, from: Instant, to: Instant): Promise<readonly Story[]> => {
  const told: Story[] = [];
  for await (const page of pagesOpened(store.openedOn, from, to))
    told.push(...(await Promise.all(page.map(async (state) => ({ state, history: await store.history(state.id) })))));
  return told;
};

/** Where each report is: the promise that none is lost is that these add up. */
export type Balance = {
  readonly takenIn: number;
  readonly closed: number;
  readonly inReview: number;
  readonly due: number;
  readonly lost: number;
};

export const balanceOf = (
  told: readonly Story[],
  entries: readonly QueueEntry[],
  dueIds: ReadonlySet<string>,
): Balance => {
  const cases = told.map(({ state }) => state);
  const sum = (some: readonly Case[]): number => some.reduce((total, { reports }) => total + reports, 0);
  const open = cases.filter(({ closed }) => !closed);
  const messages = (isOpen: boolean) => countMessages(entries.filter(({ reviews }) => reviews.length > 0 === isOpen));
  const takenIn = told.flatMap(eventsIn).filter(isReport).length + countMessages(entries);
  const closed = sum(cases.filter((state) => state.closed)) + messages(false);
  const inReview = sum(open.filter(({ reviews }) => reviews.length > 0)) + messages(true);
  const due = sum(open.filter(({ reviews, id }) => reviews.length === 0 && dueIds.has(id)));
  return { takenIn, closed, inReview, due, lost: takenIn - closed - inReview - due };
};

const countMessages = (entries: readonly QueueEntry[]): number =>
  entries.reduce((sum, { messages }) => sum + messages, 0);

/**
 * Messages that are remembered: reports, what reporters said later, and what could not be read. Every message that
 * was put on a queue is one, unless it was sent twice.
 */
export const remembered = (told: readonly Story[], entries: readonly QueueEntry[]): number =>
  told.flatMap(eventsIn).filter((event) => isReport(event) || (event.type === "status" && !isChecker(event))).length +
  countMessages(entries);
const isChecker = (event: CaseEvent): boolean => event.type === "status" && event.message.reporter === checkerId;

const eventsIn = ({ history }: Story) => history.flatMap(({ events }) => events);
const isReport = ({ type }: CaseEvent): boolean => type === "opened" || type === "joined";
const escalatedTo =
  (scope: Scope) =>
  (told: Story): boolean =>
    told.state.notices.some((notice) => notice.to.scope === scope && notice.level > 0 && isOut(notice));

/** Whom escalation alone tells, in words: others hear first or from a person, and a hotline of child abuse at once. */
const escalations: Partial<Record<Scope, string>> = {
  upstream: "upstream network",
  registrar: "registrar",
  cert: "CERT",
};
const escalationStories = Object.fromEntries(
  scopes.flatMap((scope) =>
    escalations[scope] === undefined ? [] : [[`escalated to the ${escalations[scope]}`, escalatedTo(scope)]],
  ),
);
const replied = (told: Story, isOne: (replyClass: ReplyClass) => boolean): boolean =>
  eventsIn(told).some((event) => event.type === "replied" && isOne(event.replyClass));
const says = (told: Story, wanted: ReplyClass): boolean => replied(told, (replyClass) => replyClass === wanted);
/** Which reply is a desk's answer that can be told in a word. */
const isPlainAnswer = (replyClass: ReplyClass): boolean =>
  replyMeanings[replyClass].shows === "answer" &&
  replyMeanings[replyClass].toldBy === "words" &&
  replyClass !== "unclear";

/** Nobody was asked but, a week after the end, whether it is back. */
const hasNeededNobody = (told: Story): boolean =>
  eventsIn(told).every((event) => event.type !== "asked" || event.question === "may-be-back");

/** What the samples are there to show, each with the cases in which it happened. */
export const stories: Readonly<Record<string, (told: Story) => boolean>> = {
  answered: (told) => replied(told, isPlainAnswer),
  "acknowledged, then removed": (told) => says(told, "acknowledgement") && says(told, "removed"),
  "bounced, and told to the next contact": (told) => {
    const events = eventsIn(told);
    const bounce = events.findIndex((event) => event.type === "bounced" && event.permanent);
    return (
      bounce >= 0 && events.slice(bounce).some((event) => event.type === "notice-queued" && event.step !== "reminder")
    );
  },
  "found gone by the checker, and closed without a person": (told) =>
    told.state.closed?.outcome === "gone" && eventsIn(told).some(isChecker) && hasNeededNobody(told),
  "told by its API, checked, and closed without a person": (told) =>
    told.state.closed?.outcome === "removed" &&
    told.state.notices.some(({ to, state }) => to.channel !== undefined && noticeStateFacts[state].isHeard) &&
    eventsIn(told).some(({ type }) => type === "check-ended") &&
    hasNeededNobody(told),
  "labelled, with a capture for its desk": ({ state: { labels, evidence } }) =>
    labels !== undefined && evidence.links !== undefined,
  "Netcraft notified alongside": ({ state: { protector } }) => protector?.ticket !== undefined,
  "told with others, in one mail": (told) =>
    eventsIn(told).some((event) => event.type === "send-claimed" && event.mail !== undefined),
  "answered by a person in the thread, then removed": (told) =>
    eventsIn(told).some(
      (event) => event.type === "notice-queued" && event.letter !== undefined && !isMachines(event.letter),
    ) && says(told, "removed"),
  "answered by the machine from the report, then removed": (told) =>
    eventsIn(told).some((event) => event.type === "notice-queued" && isMachines(event.letter)) &&
    says(told, "removed") &&
    hasNeededNobody(told),
  reminded: (told) => told.state.notices.some((notice) => notice.step === "reminder" && isOut(notice)),
  "came back, and its desk heard so": (told) =>
    told.state.cameBack !== undefined &&
    told.state.notices.some((notice) => notice.step === "returned" && isOut(notice)),
  ...escalationStories,
  "escalated to the person on call": (told) =>
    eventsIn(told).some((event) => event.type === "asked" && event.question === "unanswered"),
  held: (told) =>
    eventsIn(told).some(
      (event) => event.type === "held" || (event.type === "status" && event.message.status === "hold"),
    ),
  "in front of a person": ({ state }) => !state.closed && state.reviews.length > 0,
};

export type Counts = {
  readonly cases: number;
  readonly notices: number;
  readonly reminders: number;
  readonly escalations: number;
  readonly reviews: number;
  readonly mailsByCategory: Readonly<Record<string, number>>;
};

export const countsOf = (told: readonly Story[]): Counts => {
  const sent = told.flatMap(({ state }) =>
    state.notices.filter(isOut).map((notice) => ({ notice, category: state.category })),
  );
  const withStep = (...steps: readonly string[]) => sent.filter(({ notice }) => steps.includes(notice.step)).length;
  const mailsByCategory: Record<string, number> = {};
  for (const { category } of sent) mailsByCategory[category] = (mailsByCategory[category] ?? 0) + 1;
  return {
    cases: told.length,
    notices: withStep("first", "returned"),
    reminders: withStep("reminder"),
    escalations: withStep("escalation"),
    reviews: told.flatMap(eventsIn).filter(({ type }) => type === "asked").length,
    mailsByCategory,
  };
};

/** Columns lined up, as a person reads them in a terminal. */
export const tableText = (rows: readonly (readonly [string, ...(string | number)[]])[]): string => {
  const widthOf = (column: number, atLeast: number): number =>
    Math.max(atLeast, ...rows.map((row) => String(row[column] ?? "").length));
  return rows
    .map(
      ([name, ...values]) =>
        `  ${name.padEnd(widthOf(0, 0))}  ` +
        `${values.map((value, at) => String(value).padStart(widthOf(at + 1, 6))).join("  ")}`,
    )
    .join("\n");
};
