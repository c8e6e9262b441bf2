import type { Child, FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { undecided } from "../../case/given.ts";
import { hasClimbed } from "../../case/rung.ts";
import { type Instant, isDay, plusHours } from "../../kernel/instant.ts";
import type { CasePage } from "../../store/ports.ts";
import { isEntry, type ReviewItem } from "../../store/queue-entry.ts";
import { caseName, DamagedCases, LaneTag, type Said, SaidBanner, whatItIs } from "../parts.tsx";
import { count, day, describeClosing, outcomeWords } from "../words.ts";

/** A day in an address: `2026-11-24`. `undefined` for anything else. */
export const readDay = (text: string | undefined): string | undefined =>
  text !== undefined && isDay(text) ? text : undefined;

const otherDay = (from: string, hours: number): string => plusHours(`${from}T12:00:00.000Z`, hours).slice(0, 10);

/** Cases opened on one day (UTC), newest first. */
export const CasesPage: FC<{
  readonly opened: CasePage;
  readonly onDay: string;
  readonly isFirst: boolean;
  readonly now: Instant;
  /** Unknown parts of the address. */
  readonly leftOut?: Said | undefined;
}> = ({ opened, onDay, isFirst, now, leftOut }) => {
  const today = now.slice(0, 10);
  return (
    <>
      <SaidBanner said={leftOut} />
      <div class="title" data-part="title" {...(isFirst && { "data-renews": `/cases?day=${onDay}` })}>
        <h1>{onDay === today ? "Today’s cases" : `Cases of ${day(onDay)}`}</h1>
        <p class="soft">Opened on {day(onDay)} (UTC), newest first.</p>
      </div>
      <form class="days" method="get" action="/cases">
        <label class="visually-hidden" for="day">
          Day
        </label>
        <input id="day" type="date" name="day" value={onDay} max={today} required />
        <button class="button quiet" type="submit">
          Show
        </button>
        <a class="button quiet" href={`/cases?day=${otherDay(onDay, -24)}`} rel="prev">
          Day before
        </a>
        {onDay < today && (
          <a class="button quiet" href={`/cases?day=${otherDay(onDay, 24)}`} rel="next">
            Day after
          </a>
        )}
      </form>
      <div class="part" data-part="list">
        <DamagedCases damaged={opened.damaged} />
        {opened.items.length === 0 && !opened.damaged && (
          <p class="panel empty">
            {opened.cursor
              ? "No case among what was looked through; there is more."
              : isFirst
                ? "No case was opened on this day."
                : "No further case was opened on this day."}
          </p>
        )}
        <ul class="rows">
          {opened.items.map((state) => (
            <CaseRow state={state} />
          ))}
        </ul>
        {opened.cursor && (
          <p class="more">
            <a class="button quiet" href={`/cases?day=${onDay}&cursor=${encodeURIComponent(opened.cursor)}`}>
              Earlier on this day
            </a>
          </p>
        )}
      </div>
    </>
  );
};

/** One case in a list. `hasDay`: the list is not of one day. */
export const CaseRow: FC<{ readonly state: ReviewItem; readonly hasDay?: true; readonly children?: Child }> = ({
  state,
  hasDay,
  children,
}) => (
  <li class={`row ${state.lane}`} data-row={state.id}>
    <time datetime={state.openedAt}>{state.openedAt.slice(11, 16)}</time>
    <div>
      <h2>
        <a href={`/cases/${encodeURIComponent(state.id)}`}>{caseName(state)}</a>
      </h2>
      <p class="meta">
        <LaneTag lane={state.lane} />
        <span class="what">{whatItIs(state)}</span>
        {hasDay && <span>opened on {day(state.openedAt)}</span>}
        <span class="id">{state.id}</span>
      </p>
      {children}
    </div>
    <p class="stand">{standOf(state)}</p>
  </li>
);

export const endOf = ({ closed }: Case): string | undefined => closed && `Closed: ${outcomeWords[closed.outcome]}`;

export const standOf = (state: ReviewItem): string => {
  if (isEntry(state)) return state.reviews.length > 0 ? "Waits for a person" : describeClosing(state);
  const end = endOf(state);
  if (end !== undefined) return end;
  const asked = undecided(state).length;
  if (asked > 0) return `Waits for a person (${count(asked, "question")})`;
  if (state.reviews.length > 0) return "Decided; it takes effect within a minute";
  if (state.holds.length > 0) return "Held";
  const sent = state.notices.filter(({ sentAt }) => sentAt !== undefined).length;
  if (!hasClimbed(state)) return state.contact ? "Open" : "Contact is being looked up";
  return `Rung ${state.rung + 1}, ${count(sent, "notice")} sent`;
};
