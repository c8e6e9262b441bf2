import type { FC } from "hono/jsx";
import { undecided } from "../../case/given.ts";
import { worstFirst } from "../../case/lasting.ts";
import { type Lane, lanes } from "../../report/category.ts";
import { gather } from "../../review/for-all.ts";
import { questionTexts } from "../../review/questions.ts";
import type { Claims } from "../../review/reservations.ts";
import type { SendingState } from "../../send/sending.ts";
import type { InhibitionRow } from "../../settings/tell-of-inhibitions.ts";
import type { CasePage } from "../../store/ports.ts";
import { isEntry, type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { isToRead } from "../../store/review-rank.ts";
import { LinkButton, More } from "../elements.tsx";
import { caseName, DamagedCases, LaneTag, TellsApart, whatItIs } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { allOf, type HowMany, howManyAre, sayHowMany } from "../waiting/how-many.ts";
import { ClaimTag } from "../waiting/reservation-tag.tsx";
import { between, count } from "../words.ts";
import { GroupCard } from "./group-card.tsx";
import { InhibitionBanners, isOfCategory } from "./inhibition-banner.tsx";
import { SendingBanners, type SendingProblem, sendsAll } from "./sending-banner.tsx";

type ReviewsPageProps = {
  readonly waiting: CasePage<ReviewItem>;
  readonly sending: SendingState;
  /** Those that stand. */
  readonly inhibitions: readonly InhibitionRow[];
  readonly problem?: SendingProblem | undefined;
  readonly isFirst: boolean;
  /** How many wait, if this page is not all. `isCut`: at least so many. */
  readonly inAll?: (HowMany & { readonly isCut: boolean }) | undefined;
  readonly claims: Claims;
};

/** Worst first, as the store's index gives it. */
export const ReviewsPage: FC<ReviewsPageProps> = ({
  waiting,
  sending,
  inhibitions,
  problem,
  isFirst,
  inAll,
  claims,
}) => {
  const { now } = claims;
  // The index lags: one decided a moment ago may still be in it.
  const listed = waiting.items.filter(({ reviews }) => reviews.length > 0);
  const open = listed.filter((state) => !isToRead(state));
  const toRead = listed.filter(isToRead);
  const isAllSent = sendsAll(sending) && !inhibitions.some(isOfCategory);
  const banners = (
    <div class="part" data-part="sending" {...(isFirst && { "data-renews": "/" })}>
      <SendingBanners sending={sending} problem={problem} />
      <InhibitionBanners inhibitions={inhibitions} now={now} />
    </div>
  );
  if (listed.length === 0 && !waiting.damaged && isFirst && !waiting.cursor && isAllSent) {
    return (
      <>
        {banners}
        <AllIsWell />
        <div class="part" data-part="list" />
      </>
    );
  }
  const many = inAll ?? howManyAre(listed);
  return (
    <>
      {banners}
      <div class="title" data-part="title">
        <h1>
          {inAll?.isCut && "More than "}
          {titleOf(many, waiting.cursor !== undefined || waiting.damaged !== undefined, isFirst)}
        </h1>
        {allOf(many) > 0 && (
          <p class="soft">
            {many.urgent > 0
              ? `${many.urgent} of them urgent. Worst first.`
              : "None of them urgent. Longest wait first."}
          </p>
        )}
      </div>
      <div class="part" data-part="list">
        <DamagedCases damaged={waiting.damaged} />
        {lanes.map((lane) => (
          <LaneList lane={lane} cases={open.filter((one) => one.lane === lane)} claims={claims} />
        ))}
        <ToRead cases={toRead} inAll={many.toRead} claims={claims} />
        {waiting.cursor && <More href={`/?cursor=${encodeURIComponent(waiting.cursor)}`}>More that wait</More>}
      </div>
    </>
  );
};

type ToReadProps = { readonly cases: readonly ReviewItem[]; readonly inAll: number; readonly claims: Claims };

/** What is only to be read, and a link to the rest of it. */
const ToRead: FC<ToReadProps> = ({ cases, inAll, claims }) => (
  <>
    {cases.length > 0 && (
      <section aria-label="to be read">
        <h2>To be read</h2>
        <p class="soft">
          Nothing stops while these wait: the cases go on by themselves, and on-call was not told. A desk may wait for
          your answer.
        </p>
        <ul class="cards">
          {cases.map((state) => (
            <ReviewCard state={state} claims={claims} />
          ))}
        </ul>
      </section>
    )}
    {inAll > cases.length && (
      <p>
        <a href="/waiting">{cases.length > 0 ? `${inAll - cases.length} more to be read` : `${inAll} to be read`}</a>,
        at the end of all that waits. Nothing stops while these wait.
      </p>
    )}
  </>
);

const titleOf = (many: HowMany, more: boolean, isFirst: boolean): string => {
  if (allOf(many) === 0) return isFirst && !more ? "No case waits for you" : "Further cases wait for you";
  return `${isFirst ? "" : "Further on, "}${sayHowMany(many)} for you`;
};

const AllIsWell: FC = () => (
  <div class="all-well" data-part="title">
    <span class="tick" aria-hidden="true" />
    <h1>All is well</h1>
    <p>
      Nothing waits for you. Notices, reminders and escalations go on by themselves; you are told when that changes.
    </p>
    <p>
      <LinkButton href="/cases">See today’s cases</LinkButton>
    </p>
  </div>
);

const LaneList: FC<{ readonly lane: Lane; readonly cases: readonly ReviewItem[]; readonly claims: Claims }> = ({
  lane,
  cases,
  claims,
}) => {
  const together = gather(cases.filter((one) => !isEntry(one))).filter((group) => group.length > 1);
  // A grouped case that asks more stands by itself, too.
  const isGathered = (one: ReviewItem) =>
    undecided(one).length === 1 && together.some((group) => group.some(({ state }) => state.id === one.id));
  return cases.length === 0 ? null : (
    <section aria-label={`${lane} lane`}>
      <ul class="cards">
        {together.map((group) => (
          <GroupCard group={group} claims={claims} />
        ))}
        {cases
          .filter((state) => !isGathered(state))
          .map((state) => (
            <ReviewCard state={state} claims={claims} />
          ))}
      </ul>
    </section>
  );
};

const ReviewCard: FC<{ readonly state: ReviewItem; readonly claims: Claims }> = ({ state, claims }) => {
  const target = targetIn(state);
  const [first, ...others] = worstFirst(undecided(state));
  if (!first) return null;
  return (
    <li class={`card ${state.lane}`} data-row={state.id}>
      <p class="meta">
        <LaneTag lane={state.lane} />
        {target?.live && <span class="tag live">Live</span>}
        <span class="what">{whatItIs(state)}</span>
        <ClaimTag caseId={state.id} claims={claims} />
      </p>
      <h2>
        <a href={`/cases/${encodeURIComponent(state.id)}`}>{questionTexts[first.question].asks}</a>
      </h2>
      {target ? <p class="host">{caseName(state)}</p> : <TellsApart state={state} />}
      <p class="reason">{shown(first.reason, hostsOf(state))}</p>
      <p class="foot">
        <span>
          Waits <strong>{between(first.askedAt, claims.now)}</strong>
        </span>
        <span>
          {isEntry(state)
            ? "No case was opened"
            : first.blocking
              ? "Nothing goes out meanwhile"
              : "The case goes on meanwhile"}
        </span>
        {others.length > 0 && <span>{count(others.length, "further question")}</span>}
        <span class="id">{state.id}</span>
      </p>
    </li>
  );
};
