import type { Child, FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { undecided } from "../../case/given.ts";
import { hasClimbed } from "../../case/rung.ts";
import { type Instant, isDay, plusHours } from "../../kernel/instant.ts";
import type { CasePage } from "../../store/ports.ts";
import { isEntry, type ReviewItem } from "../../store/queue-entry.ts";
import { BarForm, LinkButton, More, Title } from "../elements.tsx";
import { caseName, DamagedCases, LaneTag, type Said, SaidBanner, whatItIs } from "../parts.tsx";
import { count, day, describeClosing, outcomeWords } from "../words.ts";

/** A day in an address: `2026-11-24`. `undefined` for anything else. */
export const readDay = (text: string | undefined): string | undefined =>
  text !== undefined && isDay(text) ? text : undefined;

const otherDay = (from: string, hours: number): string => plusHours(`${from}T12:00:00.000Z`, hours).slice(0, 10);

type DayPageProps = {
  readonly path: string;
  readonly title: string;
  readonly says: Child;
  readonly onDay: string;
  readonly isFirst: boolean;
  readonly max?: string;
  /** Beside the choice of the day. */
  readonly after?: Child;
  readonly cursor: string | undefined;
  readonly children?: Child;
};

/** A list of one day (UTC), in pages, and a choice of another day. */
export const DayPage: FC<DayPageProps> = ({ path, title, says, onDay, isFirst, max, after, cursor, children }) => (
  <>
    <Title of={title} isPart renews={isFirst ? `${path}?day=${onDay}` : undefined}>
      {says}
    </Title>
    <BarForm action={path} after={after}>
      <label class="visually-hidden" for="day">
        Day
      </label>
      <input id="day" type="date" name="day" value={onDay} max={max} required />
    </BarForm>
    <div class="part" data-part="list">
      {children}
      <More href={cursor && `${path}?day=${onDay}&cursor=${encodeURIComponent(cursor)}`}>Earlier on this day</More>
    </div>
  </>
);

type CasesPageProps = Pick<DayPageProps, "onDay" | "isFirst"> & {
  readonly opened: CasePage;
  readonly now: Instant;
  /** Unknown parts of the address. */
  readonly leftOut?: Said | undefined;
};

/** Cases opened on one day (UTC), newest first. */
export const CasesPage: FC<CasesPageProps> = ({ opened: { items, damaged, cursor }, onDay, isFirst, now, leftOut }) => {
  const today = now.slice(0, 10);
  const none = isFirst ? "No case was opened on this day." : "No further case was opened on this day.";
  const otherDays = (
    <>
      <LinkButton href={`/cases?day=${otherDay(onDay, -24)}`} rel="prev">
        Day before
      </LinkButton>
      {onDay < today && (
        <LinkButton href={`/cases?day=${otherDay(onDay, 24)}`} rel="next">
          Day after
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <SaidBanner said={leftOut} />
      <DayPage
        path="/cases"
        title={onDay === today ? "Today’s cases" : `Cases of ${day(onDay)}`}
        says={`Opened on ${day(onDay)} (UTC), newest first.`}
        max={today}
        after={otherDays}
        {...{ onDay, isFirst, cursor }}
      >
        <CaseList
          rows={items.map((state) => ({ state }))}
          damaged={damaged}
          none={cursor ? "No case among what was looked through; there is more." : none}
        />
      </DayPage>
    </>
  );
};

/** `beside`: what the list says of the case besides. */
type ListedCase = { readonly state: ReviewItem; readonly beside?: Child };

/** Cases of whatever list, those that can't be opened, and `none` where there are neither. */
export const CaseList: FC<{
  readonly rows: readonly ListedCase[];
  readonly damaged?: readonly string[] | undefined;
  readonly none?: Child;
  readonly hasDay?: true;
}> = ({ rows, damaged = [], none, hasDay }) => (
  <>
    <DamagedCases damaged={damaged} />
    {none && rows.length + damaged.length === 0 && <p class="panel empty">{none}</p>}
    <ul class="rows">
      {rows.map((row) => (
        <CaseRow {...row} hasDay={hasDay} />
      ))}
    </ul>
  </>
);

/** One case in a list. `hasDay`: the list is not of one day. */
const CaseRow: FC<ListedCase & { readonly hasDay: true | undefined }> = ({ state, beside, hasDay }) => (
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
      {beside}
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
