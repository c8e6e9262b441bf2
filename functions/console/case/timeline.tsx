import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { CaseEvent } from "../../case/event.ts";
import { wordsIn } from "../../case/letter.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { HistoryLine } from "../../news/reporter-steps.ts";
import { type CaseView, viewMinutes } from "../../review/views.ts";
import type { Page } from "../../store/ports.ts";
import { More } from "../elements.tsx";
import { Folded, Section, When } from "../parts.tsx";
import { hostsOf, isFolded, shown } from "../shown.ts";
import { count } from "../words.ts";
import { Quoted } from "./review-form.tsx";
import { describeUnproven, sayEvent } from "./say-event.ts";

/** What was recorded together, newest first, in words. */
type Entry = {
  readonly at: Instant;
  readonly said: readonly { readonly event: CaseEvent; readonly sentence: string }[];
};

type TimelineProps = {
  readonly state: Case;
  /** Newest first (`linesAtOnce`). */
  readonly lines: readonly HistoryLine[];
  /** Lines are those before this version. Absent for the newest. */
  readonly before?: number | undefined;
  /** Mails from unproven senders, beyond those in the lines. */
  readonly unproven: number;
  readonly now: Instant;
};

export const linesAtOnce = 50;
/** Lambda returns 6 MB at most, and strangers' words grow several times when spelled out and escaped. */
const charactersAtOnce = 1_000_000;
const quotesInOne = 20;

export const Timeline: FC<TimelineProps> = ({ state, lines, before, unproven, now }) => {
  const here = fitting(lines, state);
  const oldest = here.at(-1)?.version ?? 1;
  const page = `/cases/${encodeURIComponent(state.id)}`;
  return (
    <Section id="timeline" title="History, newest first">
      {unproven > 0 && <p class="hint">{describeUnproven(unproven)}</p>}
      {before !== undefined && (
        <More href={`${page}#timeline`} rel="prev">
          Back to the newest
        </More>
      )}
      <ol class="timeline" reversed>
        {runsOf(entriesOf(here, state)).map((run) =>
          run.length > 1 ? (
            <li>
              <details class="folded">
                <summary>{count(run.length, "step")} of the machine</summary>
                <ol class="timeline" reversed>
                  <EntryItems state={state} entries={run} now={now} />
                </ol>
              </details>
            </li>
          ) : (
            <EntryItems state={state} entries={run} now={now} />
          ),
        )}
      </ol>
      {oldest > 1 && (
        <More href={`${page}?before=${oldest}#timeline`} rel="next">
          Earlier
        </More>
      )}
    </Section>
  );
};

/** As many of the newest as fit a page, at least one. */
const fitting = (lines: readonly HistoryLine[], state: Case): readonly HistoryLine[] => {
  let characters = 0;
  return lines.filter(({ events }, at) => {
    if (characters > charactersAtOnce) return false;
    const quotes = events
      .flatMap((event) => (event.type === "replied" && event.said ? [event.said] : []))
      .slice(0, quotesInOne)
      .concat(events.flatMap((event) => (event.type === "notice-queued" ? (wordsIn(event.letter) ?? []) : [])));
    characters += [
      ...quotes.map((said) => shown(said, hostsOf(state))),
      ...events.map((event) => sayEvent(event, state)),
    ].reduce((sum, text) => sum + escapedLength(text), 0);
    return at === 0 || characters <= charactersAtOnce;
  });
};

const escapedLength = (text: string): number => Buffer.byteLength(text.replace(/[&<>"']/g, "&quot;"));

/** Intermediate steps: the next line says the result. Never what was said, decided or sent. */
const machineLines: readonly CaseEvent["type"][] = [
  "contact-answered",
  "notice-queued",
  "notice-requeued",
  "send-claimed",
  "send-declined",
  "status-asked",
  "delivered",
  "announced",
  "check-wanted",
  "check-ended",
];

/** A letter's words are a person's, though the machine queues it. */
const isMachines = (event: CaseEvent): boolean =>
  machineLines.includes(event.type) && !(event.type === "notice-queued" && event.letter !== undefined);

/** Each entry alone; consecutive machine steps, like a night's lookups, together. Pure. */
export const runsOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const runs: Entry[][] = [];
  let isOpen = false;
  for (const entry of entries) {
    const isRun = entry.said.every(({ event }) => isMachines(event));
    if (isRun && isOpen) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    isOpen = isRun;
  }
  return runs;
};

const EntryItems: FC<{ readonly state: Case; readonly entries: readonly Entry[]; readonly now: Instant }> = ({
  state,
  entries,
  now,
}) => (
  <>
    {entries.map(({ at, said }) => (
      <li data-mark={`line ${at}`}>
        <p class="at">
          <When at={at} now={now} />
        </p>
        {said.map(({ event, sentence }, place) => (
          <>
            <Folded when={isFolded(state) && foldedWords(event) !== undefined} what={foldedWords(event) ?? ""}>
              <p class="event">{sentence}</p>
            </Folded>
            {event.type === "notice-queued" && wordsIn(event.letter) !== undefined && (
              <blockquote>
                <p class="hint">Our words to the desk:</p>
                <p class="words">{shown(wordsIn(event.letter) ?? "", hostsOf(state))}</p>
              </blockquote>
            )}
            {isQuoted(said, place) && event.type === "replied" && event.said && (
              <Quoted text={event.said} state={state} />
            )}
          </>
        ))}
        {quotesIn(said) > quotesInOne && (
          <p class="hint">
            Only the words of {quotesInOne} of these answers stand here; npx takedown case {state.id} --json shows all.
          </p>
        )}
      </li>
    ))}
  </>
);

/** Shown instead of a sentence that says what was reported, if it does. */
const foldedWords = ({ type }: CaseEvent): string | undefined => {
  if (type === "opened") return "It was reported, and the case opened.";
  if (type === "joined") return "It was reported again.";
  return type === "corrected" ? "The explanation was corrected." : undefined;
};

const quotesIn = (said: Entry["said"]): number =>
  said.filter(({ event }) => event.type === "replied" && event.said).length;

/** One change may hold dozens of answers. Only the first are quoted. */
const isQuoted = (said: Entry["said"], place: number): boolean => quotesIn(said.slice(0, place)) < quotesInOne;

/** An entry for each line, newest first. */
export const entriesOf = (lines: readonly HistoryLine[], state: Case): readonly Entry[] =>
  lines.map(({ at, events }) => ({
    at,
    said: events.toReversed().map((event) => ({ event, sentence: sayEvent(event, state) })),
  }));

/** On a case's page. `npx takedown case` lists them all. */
export const viewsAtOnce = 10;

/** `views` is `undefined` if the table does not say. */
export const Views: FC<{
  readonly caseId: string;
  readonly views: Page<CaseView> | undefined;
  readonly now: Instant;
}> = ({ caseId, views, now }) => (
  <Section id="views" title="Who looked at it">
    {views === undefined && <p class="hint">It cannot be read at the moment.</p>}
    {views?.items.length === 0 && <p class="hint">Nobody before you, as far as it is kept.</p>}
    {views && views.items.length > 0 && (
      <ul class="plain">
        {views.items.map(({ by, at, until }) => (
          <li>
            <strong>{shown(by)}</strong>, <When at={at} now={now} />
            {until !== undefined && (
              <>
                , open until <When at={until} now={now} />
              </>
            )}
          </li>
        ))}
      </ul>
    )}
    <p class="hint">
      Of urgent cases alone; each person once in {viewMinutes} minutes, for a year.
      {views?.cursor !== undefined && ` npx takedown case ${caseId} lists all.`}
    </p>
  </Section>
);
