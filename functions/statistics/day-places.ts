import { type CloseOutcome, closeOutcomes } from "../case/close-outcome.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import { type Asker, mailsCounted } from "./counts.ts";
import type { Statistic } from "./statistic.ts";

/**
 * What is counted by day and listed as well. `out`: closed; `mailed`: mails that went out; `back`: bounced or
 * complained about.
 */
export type ListOfDay = "out" | "mailed" | "back";

/**
 * A case in such a list, by the index alone. `words`: of `out` its lane, outcome and day of opening; of `mailed`
 * the notices; of `back` outcome and notice, in turn.
 */
export type DayPlace = { readonly caseId: string; readonly at: Instant; readonly words: readonly string[] };

/** For the index and addresses: text order is time order. */
export const writeDayPlace = ({ at, caseId, words }: DayPlace): string => [at, caseId, ...words].join("#");

/** Nothing for a text that is no such place: somebody may have written it. */
export const readDayPlace = (text: string): DayPlace | undefined => {
  const [at = "", caseId = "", ...words] = text.split("#");
  return /^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(at) && /^TD-[0-9A-Z-]{1,20}$/.test(caseId)
    ? { at, caseId, words }
    : undefined;
};

/** Where a closed case stands among what went out that day; nowhere while it is open. */
export const outPlaceOf = ({ caseId, openedAt, closed }: Statistic, lane: Lane): DayPlace | undefined =>
  closed && { caseId, at: closed.at, words: [lane, closed.outcome, openedAt.slice(0, 10)] };

export const readOut = ({
  words: [lane, outcome, openedOn = ""],
}: DayPlace): { readonly lane: Lane; readonly outcome: CloseOutcome; readonly openedOn: string } => ({
  lane: lane === "urgent" ? "urgent" : "standard",
  outcome: closeOutcomes.find((one) => one === outcome) ?? "decided",
  openedOn,
});

export type CameBack = "bounced" | "complained";
const isBack = (state: string): state is CameBack => state === "bounced" || state === "complained";

/** One entry of a list at most. */
export type DayEntry = Pick<DayPlace, "at" | "words"> & { readonly list: ListOfDay };

/** The same words as the counts. Mails that go out or come back by one change went out at once. Pure. */
export const dayEntriesOf = (before: Asker | undefined, next: Asker): readonly DayEntry[] => {
  const known = mailsCounted(before?.notices ?? []);
  const isKnown = (id: string, is: (mail: (typeof known)[number]) => boolean) =>
    known.some((one) => one.id === id && is(one));
  const mails = mailsCounted(next.notices ?? []).filter(
    ({ id, state, sentAt }) => !isKnown(id, (one) => one.state === state && one.sentAt === sentAt),
  );
  const mailed = mails.filter(({ id, sentAt }) => !isKnown(id, (one) => one.sentAt === sentAt));
  const back = mails.filter(({ state }) => isBack(state));
  return [
    entryOf(
      "mailed",
      mailed[0]?.sentAt,
      mailed.map(({ id }) => id),
    ),
    entryOf(
      "back",
      back[0]?.sentAt,
      back.flatMap(({ state, id }) => [state, id]),
    ),
  ].flatMap((entry) => entry ?? []);
};

const entryOf = (list: ListOfDay, at: Instant | undefined, words: readonly string[]): DayEntry | undefined =>
  at === undefined || words.length === 0 ? undefined : { list, at, words };
