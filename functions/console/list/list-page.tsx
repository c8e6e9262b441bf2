import { type FC, useContext } from "hono/jsx";
import { closeOutcomes } from "../../case/close-outcome.ts";
import { questions } from "../../case/question.ts";
import { categories, lanes } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { questionTexts } from "../../review/questions.ts";
import { mailFigures } from "../../statistics/counts.ts";
import { Button, Choice, Field, LinkButton, More, Title } from "../elements.tsx";
import { type Flash, FlashBanner, Key, MayDecide, OpenedFrom } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, visible } from "../shown.ts";
import { count, laneWords, noticeStateWords, outcomeWords } from "../words.ts";
import {
  ages,
  type Filter,
  isFound,
  isOfNeeds,
  type ListState,
  listAddress,
  listStates,
  openedFrom,
  sorts,
  writeFilter,
} from "./filter.ts";
import { RowsTaken, type Taken } from "./group-form.tsx";
import { writePlace } from "./look-through.ts";
import { allOf, type Counted, choicesIn, type HowMany, sayHowMany, type Waiting } from "./needs-you.ts";
import { CaseRows, chosenForm, NeedsYouRows } from "./rows.tsx";
import type { SavedFilter } from "./saved-filters.ts";
import { SavedLists } from "./saved-lists.tsx";
import type { ListPart } from "./sources.ts";

export type ListPageProps = {
  readonly filter: Filter;
  /** All that needs a person, where the list is of that. */
  readonly waiting: Waiting;
  readonly howMany: HowMany;
  readonly part: ListPart;
  readonly isFirst: boolean;
  readonly saved: readonly SavedFilter[];
  /** Ids of all reporters. */
  readonly reporters: readonly string[];
  /** Nothing at all needs a person, and mail goes out. */
  readonly isAllWell: boolean;
  readonly said: readonly Flash[];
  readonly taken?: Taken | undefined;
};

const stateWords: Readonly<Record<ListState, string>> = {
  "needs-you": "Needs you",
  open: "Open",
  closed: "Closed",
  decided: "Decisions",
  all: "All",
};

/** One list of cases in all states. What needs a person is what it shows unasked. */
export const ListPage: FC<ListPageProps> = (props) => {
  const { filter, waiting, part, isFirst, saved, reporters, said, taken } = props;
  const next =
    part.next && `?${new URLSearchParams([...new URLSearchParams(writeFilter(filter)), ...writePlace(part.next)])}`;
  return (
    <OpenedFrom.Provider value={openedFrom(filter)}>
      {said.map((one) => (
        <FlashBanner said={one} />
      ))}
      {taken && <RowsTaken {...taken} />}
      <Title
        of={props.isAllWell ? "All is well" : titleOf(props)}
        isPart
        renews={isFirst ? listAddress(filter) : undefined}
      >
        {isOfNeeds(filter) ? needsWords(props) : orderWords(filter)}
      </Title>
      <States filter={filter} />
      <div class="narrows">
        {hasDays(filter) && <TodayLink filter={filter} today={waiting.now.slice(0, 10)} />}
        <FilterForm waiting={waiting} filter={filter} reporters={reporters} />
        <SavedLists waiting={waiting} filter={filter} saved={saved} />
      </div>
      <div class="part" data-part="list">
        {props.isAllWell && <AllIsWell />}
        {isOfNeeds(filter) ? (
          <NeedsYouRows states={part.rows.map(({ state }) => state)} damaged={part.damaged} claims={waiting} />
        ) : (
          <CaseRows
            rows={part.rows}
            damaged={part.damaged}
            claims={waiting}
            isByClosing={filter.state === "closed" && filter.mail === undefined}
          />
        )}
        {part.rows.length + part.damaged.length === 0 && !props.isAllWell && (
          <p class="panel empty">{emptyWords(props)}</p>
        )}
        <ChosenForm filter={filter} rows={part.rows.length} />
        <More href={next}>{isOfNeeds(filter) ? "More" : "Earlier ones"}</More>
      </div>
    </OpenedFrom.Provider>
  );
};

export const titleOf = ({
  filter,
  waiting,
  howMany,
}: Pick<ListPageProps, "filter" | "waiting" | "howMany">): string => {
  const { state = "needs-you", mail, lane } = filter;
  if (mail !== undefined) return `Mails: ${noticeStateWords[mail]}`;
  if (!isOfNeeds(filter)) {
    const what = state === "decided" ? "Decisions" : `${stateWords[state]} cases`;
    return `${what}${lane ? `, ${laneWords[lane].toLowerCase()} lane` : ""}`;
  }
  const says = sayHowMany(howMany);
  if (says === "") return isNarrowed(filter) ? "Nothing of this kind needs you" : "Nothing needs you";
  return waiting.isCut ? `More than ${says}` : says;
};

const isNarrowed = (filter: Filter): boolean =>
  writeFilter({ ...filter, state: undefined, sort: undefined, stay: undefined }) !== "";

const needsWords = ({ howMany, filter }: ListPageProps): string =>
  [
    allOf(howMany) === 0 ? "" : howMany.urgent > 0 ? `${howMany.urgent} urgent.` : "None urgent.",
    { worst: "Worst first.", oldest: "Longest wait first.", newest: "Newest first." }[filter.sort ?? "worst"],
    howMany.toRead > 0 ? "Those to read come last." : "",
  ]
    .filter(Boolean)
    .join(" ");

const orderWords = (filter: Filter): string => {
  const { state, from, to } = filter;
  if (state === "open") return "First what needs a person, then the longest open.";
  const days =
    isFound(filter) || from !== undefined || to !== undefined ? "" : " Of the last 7 days; choose others below.";
  const what = { closed: "By the day of closing", decided: "By the moment of decision", all: "By the day of opening" };
  return `${what[state === "closed" || state === "decided" ? state : "all"]} (UTC), newest first.${days}`;
};

const emptyWords = ({ part, isFirst }: ListPageProps): string => {
  if (part.next) return `None among ${count(part.looked, "case")} that were looked through; there are more.`;
  return isFirst ? "There are none." : "There are no further ones.";
};

const AllIsWell: FC = () => (
  <div class="all-well">
    <span class="tick" aria-hidden="true" />
    <p>Notices, reminders and escalations go out automatically; you are notified when that changes.</p>
  </div>
);

const States: FC<{ readonly filter: Filter }> = ({ filter }) => (
  <nav class="states" aria-label="Cases" data-part="states">
    {listStates.map((state) => (
      <a
        // What *mine* means is another thing in each.
        href={listAddress({
          ...filter,
          mail: undefined,
          mine: undefined,
          state: state === "needs-you" ? undefined : state,
        })}
        {...(filter.mail === undefined && (filter.state ?? "needs-you") === state && { "aria-current": "page" })}
      >
        {stateWords[state]}
      </a>
    ))}
  </nav>
);

/** What *mine* means where the list can tell. */
const mineWords: Readonly<Partial<Record<ListState, string>>> = {
  "needs-you": "Assigned to",
  decided: "By",
  all: "Reported by",
};

const some = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
const plainly = <T extends string>(all: readonly T[], says: (value: T) => string, any = "any") => [
  ["", any] as const,
  ...all.map((value) => [value, says(value)] as const),
];

/** Whether the list is by day. */
const hasDays = ({ state = "needs-you", mail }: Filter): boolean =>
  mail !== undefined || (state !== "needs-you" && state !== "open");

/** What people ask for each day, without opening the filter, and back again. */
const TodayLink: FC<{ readonly filter: Filter; readonly today: string }> = ({ filter, today }) => {
  const isToday = filter.from === today && filter.to === undefined;
  return (
    <LinkButton href={listAddress({ ...filter, from: isToday ? undefined : today, to: undefined })}>
      {!isToday ? "Today" : isFound(filter) ? "All days" : "The last 7 days"}
    </LinkButton>
  );
};

/** The fields that narrow this list. Folded while none does, so that a phone shows cases. */
const FilterForm: FC<Pick<ListPageProps, "waiting" | "filter" | "reporters">> = ({ waiting, filter, reporters }) => {
  const { state = "needs-you" } = filter;
  const choices = isOfNeeds(filter) ? choicesIn(waiting, filter) : undefined;
  const choice = <T extends string>(
    name: "lane" | "question" | "category" | "country" | "provider" | "reporter" | "label",
    label: string,
    all: readonly T[],
    says: (value: T) => string,
  ) => {
    const now = filter[name];
    const counted = (name === "label" ? undefined : choices?.[name]) as readonly Counted<T>[] | undefined;
    // Never typed freely: what somebody types may be a reported host, and addresses are logged.
    if (!counted && all.length === 0) return null;
    const offers = counted ? offered(now as T | undefined, counted, says) : plainly(all, says);
    return <Choice name={name} label={label} now={now ?? ""} all={offers} />;
  };
  return (
    <details class="filters" data-part="filter" open={isNarrowed(filter)}>
      <summary>Filter</summary>
      <form class="filter" method="get" action="/" aria-label="Filter the list">
        {state !== "needs-you" && <input type="hidden" name="state" value={state} />}
        {choice("lane", "Lane", lanes, (lane) => laneWords[lane])}
        {(state === "needs-you" || state === "decided") &&
          choice("question", "Question", questions, (question) => questionTexts[question].asks)}
        {choice("category", "Category", categories, (category) => categoryWords[category])}
        {choice("country", "Country", some(filter.country), visible)}
        {choice("provider", "Provider", some(filter.provider), (name) => shown(name))}
        {choice("reporter", "Reporter", reporters, (id) => shown(id))}
        {choice("label", "Label", some(filter.label), (label) => shown(label))}
        {state === "needs-you" && <NeedsYouFields filter={filter} />}
        {mineWords[state] && (
          <Choice
            name="mine"
            label={mineWords[state]}
            now={filter.mine ? "yes" : ""}
            all={plainly(["yes"], () => "me", "anybody")}
          />
        )}
        {state === "decided" && filter.by !== undefined && <input type="hidden" name="by" value={filter.by} />}
        {hasDays(filter) && <DayFields filter={filter} />}
        <div class="filter-do">
          <Button>Show</Button>
          <LinkButton href={listAddress({ state: filter.state })}>Clear</LinkButton>
        </div>
      </form>
    </details>
  );
};

const NeedsYouFields: FC<{ readonly filter: Filter }> = ({ filter }) => (
  <>
    <Choice
      name="age"
      label="Waits"
      now={filter.age === undefined ? "" : String(filter.age)}
      all={plainly(ages.map(String), (hours) => `over ${count(Number(hours), "hour")}`, "any time")}
    />
    <Choice
      name="sort"
      label="Order"
      now={filter.sort ?? "worst"}
      all={sorts.map((sort) => [sort, `${sort} first`] as const)}
    />
    <Choice
      name="stay"
      label="After a decision"
      now={filter.stay ? "yes" : ""}
      all={plainly(["yes"], () => "stay on the case", "open the next")}
    />
  </>
);

const DayFields: FC<{ readonly filter: Filter }> = ({ filter }) => (
  <>
    {(["from", "to"] as const).map((name) => (
      <Field id={name} label={name === "from" ? "From" : "To"}>
        <input id={name} type="date" name={name} value={filter[name] ?? ""} />
      </Field>
    ))}
    {filter.state !== "decided" && (
      <Choice
        name="outcome"
        label="Outcome"
        now={filter.outcome ?? ""}
        all={plainly(closeOutcomes, (outcome) => outcomeWords[outcome])}
      />
    )}
    {filter.state === "all" && (
      <Choice
        name="mail"
        label="Mails"
        now={filter.mail ?? ""}
        all={plainly(mailFigures, (figure) => noticeStateWords[figure])}
      />
    )}
  </>
);

/** Longer lists help nobody. */
const choicesAtMost = 60;

/** What is chosen stays a choice, even if none of it waits any more. */
const offered = <T extends string>(now: T | undefined, all: readonly Counted<T>[], says: (value: T) => string) => {
  const some = all.slice(0, choicesAtMost);
  const gone = now !== undefined && !some.some(({ value }) => value === now) ? [{ value: now, rows: 0 }] : [];
  const choices = [...gone, ...some].map(({ value, rows }) => [value, `${says(value)} (${rows})`] as const);
  return [["", "any"] as const, ...choices];
};

/** Answers the rows that are chosen anywhere in the list, on a page of its own. */
const ChosenForm: FC<{ readonly filter: Filter; readonly rows: number }> = ({ filter, rows }) =>
  isOfNeeds(filter) && rows > 0 && useContext(MayDecide) ? (
    <PostForm id={chosenForm} class="chosen" action={`/reviews/chosen${useContext(OpenedFrom)}`} data-decides="no">
      <Button kind="quiet" aria-keyshortcuts="b">
        Answer those chosen <Key of="b" />
      </Button>
    </PostForm>
  ) : null;
