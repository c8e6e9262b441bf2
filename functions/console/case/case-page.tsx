import { type Child, type FC, useContext } from "hono/jsx";
import { askedAtVersion } from "../../case/ask.ts";
import type { Case, Review } from "../../case/case.ts";
import { type Decided, isDecided, undecided } from "../../case/given.ts";
import { worstFirst } from "../../case/lasting.ts";
import { readMailbox } from "../../kernel/mailbox.ts";
import type { HistoryLine } from "../../news/reporter-steps.ts";
import { questionTexts } from "../../review/questions.ts";
import { anothers } from "../../review/reservations.ts";
import { isWatched, noteView } from "../../review/views.ts";
import type { CaseHistory } from "../../store/ports.ts";
import { unprovenIn } from "../../store/unproven-in.ts";
import { filterIn, openedFrom } from "../list/filter.ts";
import { endOf, standOf } from "../list/rows.tsx";
import type { ConsoleDeps, Here, Pages } from "../pages.tsx";
import { CaseTitle, caseName, type Flash, FlashBanner, OpenedFrom, Section, TakeBack, When } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { clockTime, fromNow } from "../words.ts";
import { ByHand, Notes } from "./by-hand-part.tsx";
import { Contacts, FormHelp, Notices } from "./contact-parts.tsx";
import { nextSteps, whatFollows } from "./next-steps.ts";
import type { NoticeText } from "./notice-text.ts";
import type { DeedRefused } from "./read-deed.ts";
import { Reported } from "./reported-part.tsx";
import { ReservationPart } from "./reservation-part.tsx";
import { type Refused, ReviewForm } from "./review-form.tsx";
import { verdictWords } from "./say-event.ts";
import { linesAtOnce, Timeline, Views, viewsAtOnce } from "./timeline.tsx";

/** What the page shows besides the case: what was just done, and a form that was refused. */
type BesideCase = {
  readonly said?: Flash | undefined;
  readonly refused?: Refused | undefined;
  readonly deedRefused?: DeedRefused;
  readonly status?: 200 | 403 | 409 | 422 | 503;
};

/** What its questions need and the history asked for. Reads the store and records the view. */
const readPage = async (deps: ConsoleDeps, context: Here, state: Case, beside: BesideCase) => {
  const { work, settings, noticeText, reservations, views, log } = deps;
  const { store, policyOf } = work;
  const before = readBefore(context);
  const now = work.clock.now();
  const by = context.get("signedIn").name;
  const [lines, unproven, asking, formText, unwritten, standing, seen, look] = await Promise.all([
    store.latestLines(state.id, linesAtOnce, before),
    unprovenIn(store, state),
    linesOfQuestions(store, state, beside.refused),
    state.reviews.some(({ question }) => question === "form-only") ? noticeText(state) : undefined,
    unwrittenIn(state, noticeText),
    state.reviews.length > 0 ? reservations.standing(now) : [],
    // Whoever is called at night must see the case, whoever else may have.
    isWatched(state) ? views.of(state.id, viewsAtOnce).catch(() => undefined) : undefined,
    noteView({ views, log }, state, { by, at: now }, context.req.header(lookHeader)),
  ]);
  const reservation = standing.find(({ caseId }) => caseId === state.id);
  return {
    ...{ state, now, by, settings, policyOf, before, reservation, ...beside },
    ...{ lines, unproven, asking, formText, unwritten, seen, look },
  };
};

type CasePageProps = Awaited<ReturnType<typeof readPage>>;

/** Shows a case. Reads the store and records the view. */
export const showsCase =
  (deps: ConsoleDeps, { show }: Pages) =>
  async (context: Here, state: Case, beside: BesideCase = {}) => {
    const filter = filterIn(context.req.url);
    const content = (
      <OpenedFrom.Provider value={filter ? openedFrom(filter) : ""}>
        <CasePage {...(await readPage(deps, context, state, beside))} />
      </OpenedFrom.Provider>
    );
    return show(context, `${caseName(state)} – ${state.id}`, content, undefined, beside.status);
  };

/** By notice: why a refused notice can't be written as its case is now. */
const unwrittenIn = async (state: Case, noticeText: NoticeText): Promise<ReadonlyMap<string, string>> => {
  const refused = state.reviews.flatMap(({ question, noticeId = "" }) =>
    question === "notice-refused" ? noticeId : [],
  );
  const texts = await Promise.all(refused.map(async (id) => [id, await noticeText(state, id)] as const));
  return new Map(texts.flatMap(([id, text]) => (text.ok ? [] : [[id, text.error] as const])));
};

/** The history before a version of the case. Anything else is the newest. */
const readBefore = (context: Here): number | undefined => {
  const before = context.req.query("before");
  return before !== undefined && /^[1-9]\d{0,5}$/.test(before) ? Number(before) : undefined;
};

/** The quarter hour in which the view began that a page continues, by its script (`renewal.ts`). */
export const lookHeader = "Open-Look";

/** In the order of reading: what is asked, what comes next, who was notified, what happened. */
const CasePage: FC<CasePageProps> = (props) => {
  const { state, now, policyOf, settings, said } = props;
  return (
    <>
      <CaseTitle
        state={state}
        stands={standOf(state)}
        renews={isRenewed(props) ? `${pageOf(state)}${useContext(OpenedFrom)}` : undefined}
        look={props.look}
      />
      <FlashBanner said={said} />
      {inParts({
        reservation: <ReservationPart state={state} reservation={props.reservation} person={props.by} now={now} />,
      })}
      <div class="case">
        <div class="asked" data-part="asked">
          <Asked {...props} />
        </div>
        <div class="known">
          {inParts({
            next: <Next state={state} policyOf={policyOf} now={now} />,
            notices: <Notices state={state} />,
            reported: <Reported state={state} settings={settings} now={now} />,
            contacts: <Contacts state={state} policyOf={policyOf} settings={settings} now={now} />,
            "by-hand": <ByHand state={state} now={now} refused={props.deedRefused} />,
          })}
        </div>
        <div class="happened-so-far">
          {inParts({
            notes: <Notes state={state} now={now} refused={props.deedRefused} />,
            timeline: <Timeline {...props} />,
          })}
          {isWatched(state) && <Views caseId={state.id} views={props.seen} now={now} />}
        </div>
      </div>
    </>
  );
};

/** Each is read anew by the page's script (`renewal.ts`). */
const inParts = (parts: Readonly<Record<string, Child>>): readonly Child[] =>
  Object.entries(parts).map(([name, part]) => (
    <div class="part" data-part={name}>
      {part}
    </div>
  ));

const pageOf = ({ id }: Case): string => `/cases/${encodeURIComponent(id)}`;

/** Newest lines only. A refused form is not renewed before it is sent again. */
const isRenewed = ({ before, refused, deedRefused }: CasePageProps): boolean =>
  before === undefined && !refused && !deedRefused;

/** The others show as these are answered. */
const questionsAtOnce = 20;

/** Worst first, always including one whose answer was just refused. */
const onPage = (reviews: readonly Review[], refused: Refused | undefined): readonly Review[] => {
  const ranked = worstFirst(reviews);
  return ranked.filter(({ id }, at) => at < questionsAtOnce || id === refused?.reviewId);
};

/** The history lines that asked the questions shown. Network: one read for each about a mail. */
const linesOfQuestions = async (
  { latestLines }: Pick<CaseHistory, "latestLines">,
  state: Case,
  refused: Refused | undefined,
): Promise<readonly HistoryLine[]> => {
  const versions = new Set(
    onPage(undecided(state), refused).flatMap((review) =>
      review.noticeId === undefined ? [] : (askedAtVersion(review) ?? []),
    ),
  );
  return (await Promise.all([...versions].map((version) => latestLines(state.id, 1, version + 1)))).flat();
};

const Asked: FC<CasePageProps> = (props) => {
  const { state, now, by, refused, formText, unwritten, asking, settings, policyOf } = props;
  const open = undecided(state);
  const assigned = anothers(props.reservation, by);
  if (state.reviews.length === 0) return null;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" class={open.length === 1 ? "alone" : ""}>
        {open.length === 0 ? "Decided" : open.length === 1 ? "The question" : `${open.length} questions`}
      </h2>
      {state.reviews
        .filter(isDecided)
        .slice(0, questionsAtOnce)
        .map((review) => (
          <DecidedPart state={state} review={review} />
        ))}
      {onPage(open, refused).map((review) => {
        const reply = replyAbout(review, asking);
        const asker = { by, policyOf, now, unwritten: unwritten?.get(review.noticeId ?? "") };
        return (
          <>
            <ReviewForm
              {...{ state, review, now, settings, assigned }}
              follows={(decision) => whatFollows(state, review, decision, asker)}
              wrote={reply?.said}
              named={mailboxNamedIn(reply)}
              refused={refused?.reviewId === review.id ? refused : undefined}
            />
            {review.question === "form-only" && <FormHelp state={state} text={formText} settings={settings} />}
          </>
        );
      })}
      {open.length > questionsAtOnce && <p class="hint">The others are shown when some of these are answered.</p>}
    </section>
  );
};

/** A decision, for all who look at the case while it can be undone. */
const DecidedPart: FC<{ readonly state: Case; readonly review: Decided }> = ({ state, review }) => {
  const { id, question, given } = review;
  const { verdict, by, why, takesEffectAt } = given;
  return (
    <article class="panel decided" data-mark={`decided-${id}`} aria-labelledby={`decided-${id}`}>
      <h3 id={`decided-${id}`}>{questionTexts[question].asks}</h3>
      <p>
        <strong>{shown(by)}</strong> decided: {verdictWords(verdict, question)}.
      </p>
      <p>
        It takes effect at <time datetime={takesEffectAt}>{clockTime(takesEffectAt)}</time>. Nothing goes out for the
        case until then.
      </p>
      <p class="soft">Why: {shown(why, hostsOf(state))}</p>
      <TakeBack rows={[{ caseId: state.id, reviewId: id, givenAt: given.at }]} />
    </article>
  );
};

/** The desk's reply that raised the question, in the same change. */
const replyAbout = ({ id, noticeId }: Review, asking: readonly HistoryLine[]) => {
  const line = asking.find(({ events }) => events.some((event) => event.type === "asked" && event.reviewId === id));
  return line?.events
    .flatMap((event) => (event.type === "replied" && event.noticeId === noticeId ? [event] : []))
    .at(-1);
};

/** The mailbox that a desk names in its place (a proxy names the host). Strangers' words fill in nothing. */
const mailboxNamedIn = (reply: ReturnType<typeof replyAbout>): string | undefined => {
  if (!reply?.authenticated || reply.namedParty === undefined) return undefined;
  const read = readMailbox(reply.namedParty);
  return read.ok ? read.value : undefined;
};

const Next: FC<Pick<CasePageProps, "state" | "policyOf" | "now">> = ({ state, policyOf, now }) => {
  const steps = nextSteps(state, policyOf, now);
  return (
    <Section id="next" title={state.closed ? "Closed" : "What happens next"}>
      {state.closed && (
        <p>
          {endOf(state)}, <When at={state.closed.at} now={now} />.
        </p>
      )}
      {steps.some(({ at }) => at !== undefined && at > now) && (
        <p class="hint">If nobody answers or decides, and the host does not move.</p>
      )}
      <ol class="next">
        {steps.map(({ says, at }) => (
          <li>
            {at && at <= now && <p class="in">now</p>}
            {at && at > now && (
              <p class="in">
                {fromNow(at, now)}{" "}
                <span class="soft">
                  · <When at={at} />
                </span>
              </p>
            )}
            {says.map((one) => (
              <p>{one}</p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
};
