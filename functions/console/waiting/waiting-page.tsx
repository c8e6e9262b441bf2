import { type FC, useContext } from "hono/jsx";
import { alikeKey } from "../../case/asked-alike.ts";
import { undecided } from "../../case/given.ts";
import { worstFirst } from "../../case/lasting.ts";
import { defangHost } from "../../kernel/defang.ts";
import { domainOf } from "../../kernel/domain.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { Asking, Gathered } from "../../review/for-all.ts";
import { questionTexts } from "../../review/questions.ts";
import { facetsOf } from "../../store/facets.ts";
import { type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { Button, Choice, LinkButton, Title } from "../elements.tsx";
import {
  caseName,
  DamagedCases,
  LaneTag,
  MayDecide,
  OpenedFrom,
  type Said,
  SaidBanner,
  TellsApart,
} from "../parts.tsx";
import { OwnReason, RowsTaken, rowBox, type Taken, TogetherForm } from "../reviews/group-card.tsx";
import { WorkList } from "../reviews/work-list.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import { between, count, laneWords } from "../words.ts";
import { ages, type Filter, groupings, openedFrom, writeFilter } from "./filter.ts";
import { allOf, type HowMany, sayHowMany } from "./how-many.ts";
import { type Counted, choicesIn, type Entry, type Group, type Waiting } from "./list.ts";
import { ClaimTag } from "./reservation-tag.tsx";
import type { SavedFilter } from "./saved-filters.ts";
import { SavedLists } from "./saved-lists.tsx";

/** Each is read before it is shown. */
export const rowsAPage = 50;

/** By case number. */
export type Cases = ReadonlyMap<string, ReviewItem>;

type WaitingPageProps = {
  readonly waiting: Waiting;
  readonly filter: Filter;
  readonly saved: readonly SavedFilter[];
  readonly howMany: HowMany;
  /** This page's part, as groups if the filter has them. */
  readonly groups: readonly { readonly group: Group; readonly all: number }[];
  readonly rows: readonly string[];
  readonly cases: Cases;
  /** On this page, but can't be opened. */
  readonly damaged: readonly string[];
  readonly page: number;
  readonly pages: number;
  readonly said?: Said | undefined;
  /** Unknown parts of the address. */
  readonly leftOut?: Said | undefined;
  readonly taken?: Taken | undefined;
};

export const WaitingPage: FC<WaitingPageProps> = (props) => {
  const { waiting, filter, saved, howMany, taken, said, page, pages } = props;
  const isNarrowed = writeFilter({ ...filter, by: undefined }) !== "";
  return (
    <>
      <OpenedFrom.Provider value={openedFrom(filter)}>
        <SaidBanner said={said} />
        <SaidBanner said={props.leftOut} />
        {taken && <RowsTaken {...taken} />}
      </OpenedFrom.Provider>
      <Title of={titleOf(howMany, isNarrowed)} isPart renews={addressOf(filter, page)}>
        {waiting.isCut ? `Of the first ${waiting.rows.length} that wait. ` : ""}
        Worst first. {allOf(howMany) > 0 && howMany.toRead > 0 ? "What is only to be read stands last. " : ""}
        This address keeps your choice: bookmark it.
      </Title>
      <FilterForm waiting={waiting} filter={filter} />
      <SavedLists waiting={waiting} filter={filter} saved={saved} />
      <div class="part" data-part="list">
        <DamagedCases damaged={props.damaged} />
        {filter.by ? <Groups {...props} /> : <Rows {...props} />}
        {pages > 1 && <Leafing {...props} />}
      </div>
    </>
  );
};

const addressOf = (filter: Filter, page: number): string =>
  `/waiting?${[writeFilter(filter), page > 1 && `page=${page}`].filter(Boolean).join("&")}`;

const titleOf = (many: HowMany, isNarrowed: boolean): string => {
  const toRead = many.toRead > 0 ? [`${many.toRead} to be read`] : [];
  const all = [...(allOf(many) > 0 ? [sayHowMany(many)] : []), ...toRead];
  return all.length > 0 ? all.join(", ") : isNarrowed ? "Nothing of this kind waits" : "Nothing waits";
};

const FilterForm: FC<Pick<WaitingPageProps, "waiting" | "filter">> = ({ waiting, filter }) => {
  const choices = choicesIn(waiting, filter);
  const choice = <T extends string>(
    name: string,
    label: string,
    now: T | undefined,
    all: readonly Counted<T>[],
    says: (value: T) => string,
  ) => <Choice name={name} label={label} now={now ?? ""} all={offered(now, all, says)} />;
  return (
    <form class="filter" data-part="filter" method="get" action="/waiting" aria-label="Narrow the list">
      {choice("lane", "Lane", filter.lane, choices.lane, (lane) => laneWords[lane])}
      {choice("question", "Question", filter.question, choices.question, (question) => questionTexts[question].asks)}
      {choice("category", "Category", filter.category, choices.category, (category) => categoryWords[category])}
      {choice("country", "Country", filter.country, choices.country, visible)}
      {choice("provider", "Provider", filter.provider, choices.provider, (name) => shown(name))}
      {choice("reporter", "Reporter", filter.reporter, choices.reporter, (id) => shown(id))}
      <Choice
        name="age"
        label="Waits"
        now={filter.age === undefined ? "" : String(filter.age)}
        all={[["", "any time"], ...ages.map((hours) => [String(hours), `over ${count(hours, "hour")}`] as const)]}
      />
      <Choice
        name="mine"
        label="Whose"
        now={filter.mine ? "yes" : ""}
        all={[
          ["", "anybody’s"],
          ["yes", "what I have"],
        ]}
      />
      <Choice
        name="by"
        label="Together by"
        now={filter.by ?? ""}
        all={[["", "nothing"], ...groupings.map((by) => [by, by] as const)]}
      />
      <div class="filter-do">
        <Button>Show</Button>
        <LinkButton href="/waiting">All</LinkButton>
      </div>
    </form>
  );
};

/** Longer lists help nobody. */
const choicesAtMost = 60;

/** What is chosen stays a choice, even if none of it waits any more. */
const offered = <T extends string>(now: T | undefined, all: readonly Counted<T>[], says: (value: T) => string) => {
  const some = all.slice(0, choicesAtMost);
  const gone = now !== undefined && !some.some(({ value }) => value === now) ? [{ value: now, rows: 0 }] : [];
  const choices = [...gone, ...some].map(({ value, rows }) => [value, `${says(value)} (${rows})`] as const);
  return [["", "any"] as const, ...choices];
};

const Rows: FC<WaitingPageProps> = ({ waiting, filter, rows, cases }) => (
  <ul class="dense">
    {rows.map((caseId) => {
      const state = cases.get(caseId);
      return state && <Row state={state} waiting={waiting} filter={filter} />;
    })}
  </ul>
);

const Row: FC<{
  readonly state: ReviewItem;
  readonly waiting: Waiting;
  readonly filter: Filter;
  /** The question that it is listed for, if its group says it already. */
  readonly asking?: Asking<ReviewItem> | undefined;
  readonly group?: readonly Asking<ReviewItem>[];
  readonly isChosen?: boolean;
}> = ({ state, waiting, filter, asking, group = [], isChosen = false }) => {
  const { category, country, provider, reporters } = facetsOf(state);
  const [worst, ...others] = worstFirst(undecided(state));
  const review = asking?.review ?? worst;
  if (!review) return null;
  return (
    <li class={state.lane} data-row={state.id}>
      {isChosen && asking && (
        <input {...rowBox(asking, waiting)} aria-label={`Answer for ${state.id}, ${caseName(state)}`} />
      )}
      <a href={`/cases/${encodeURIComponent(state.id)}${openedFrom(filter)}`}>{caseName(state)}</a>
      {asking && <OwnReason of={asking} group={group} />}
      <TellsApart state={state} />
      {!asking && <span class="asks">{questionTexts[review.question].asks}</span>}
      <span class="soft">
        {[
          state.lane === "urgent" && laneWords.urgent,
          category && categoryWords[category],
          country && visible(country),
          provider && shown(provider),
          reporters
            .slice(0, 2)
            .map((reporter) => shown(reporter))
            .join(", "),
          !asking && others.length > 0 && count(others.length, "further question"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <ClaimTag caseId={state.id} claims={waiting} />
      <span class="waits">{between(review.askedAt, waiting.now)}</span>
    </li>
  );
};

const Groups: FC<WaitingPageProps> = ({ groups, cases, ...rest }) => (
  <>
    {groups.map(({ group, all }) => (
      <GroupSection group={group} all={all} cases={cases} {...rest} />
    ))}
  </>
);

const askingIn = (cases: Cases, { row, question }: Entry): readonly Asking<ReviewItem>[] => {
  const state = cases.get(row.caseId);
  const review = state && undecided(state).find((one) => one.question === question);
  return state && review ? [{ state, review }] : [];
};

/** Whether one answer may cover it with others. The rest are looked at one by one. */
const mayBeGathered = (asking: Asking<ReviewItem>): asking is Asking => {
  const target = targetIn(asking.state);
  return target !== undefined && alikeKey(target, asking.review) !== undefined;
};

const GroupSection: FC<
  { readonly group: Group; readonly all: number; readonly cases: Cases } & Pick<WaitingPageProps, "waiting" | "filter">
> = ({ group, all, cases, waiting, filter }) => {
  const mayDecide = useContext(MayDecide);
  const [{ row, question }] = group;
  const asking = group.flatMap((entry) => askingIn(cases, entry));
  const [first, ...more] = asking.filter(mayBeGathered);
  if (asking.length === 0) return null;
  const rows = (
    <ul class="dense">
      {asking.map((one) => (
        <Row
          state={one.state}
          waiting={waiting}
          filter={filter}
          asking={one}
          group={asking}
          isChosen={mayDecide && first !== undefined && mayBeGathered(one)}
        />
      ))}
    </ul>
  );
  const gathered: Gathered | undefined = first && [first, ...more];
  const about = { question: undefined, provider: row.facets.provider, host: asking[0] && nameOf(asking[0].state) };
  const of = about[filter.by ?? "question"];
  return (
    <div class="group">
      <p class="meta">
        <LaneTag lane={row.lane} />
        <span class="what">
          {count(all, "case")}
          {asking.length < all && `, ${asking.length} of them here`}
        </span>
        {of !== undefined && <span class="host">{shown(of)}</span>}
      </p>
      <h2>{questionTexts[question].asks}</h2>
      {asking[0] && <p class="reason soft">{shown(asking[0].review.reason, hostsOf(asking[0].state))}</p>}
      {mayDecide && gathered ? (
        <>
          <WorkList group={gathered} />
          <TogetherForm group={gathered} from={writeFilter(filter)}>
            {rows}
          </TogetherForm>
        </>
      ) : (
        <>
          {mayDecide && <p class="hint">Each of these is looked at for itself.</p>}
          {rows}
        </>
      )}
    </div>
  );
};

/** The registered domain of a group with several hosts. */
const nameOf = (state: ReviewItem): string | undefined => {
  const target = targetIn(state);
  return target && shown(defangHost(domainOf(target.target.host)));
};

const Leafing: FC<WaitingPageProps> = ({ filter, page, pages }) => {
  const to = (other: number) => addressOf(filter, other);
  return (
    <p class="leaf">
      {page > 1 ? (
        <LinkButton href={to(page - 1)} rel="prev">
          Worse before
        </LinkButton>
      ) : (
        <span />
      )}
      <span class="soft">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <LinkButton href={to(page + 1)} rel="next">
          More that wait
        </LinkButton>
      )}
    </p>
  );
};
