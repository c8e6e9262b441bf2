import { advance } from "../case/advance.ts";
import { alikeKey } from "../case/asked-alike.ts";
import type { Case } from "../case/case.ts";
import { undecided } from "../case/given.ts";
import { ringsAgainAfterHours } from "../case/lasting.ts";
import type { Question } from "../case/question.ts";
import { openCaseOf } from "../intake/open-case-of.ts";
import { earliest, type Instant, latest, msOf, plusHours, plusMinutes } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Category, Lane } from "../report/category.ts";
import { each } from "../send/each.ts";
import { isBatchId } from "../send/mail/waiting.ts";
import { changeCase } from "../store/change-case.ts";
import { changeEntry } from "../store/change-entry.ts";
import type { Due, DueIndex, ReviewList } from "../store/ports.ts";
import {
  entryWants,
  isEntry,
  type QueueEntry,
  type ReviewItem,
  redactedEntry,
  targetIn,
  withAnnounced,
} from "../store/queue-entry.ts";
import { type CaseWork, dropHints } from "../store/work.ts";

/** That something waits, never what was reported. Ids lead to the console. */
export type OnCallNews = {
  readonly urgent: number;
  readonly standard: number;
  /** The first few, worst first. */
  readonly cases: readonly {
    readonly caseId: string;
    readonly lane: Case["lane"];
    /** Absent for a message that could not be read. */
    readonly category?: Category;
    readonly question: Question;
  }[];
};

export type SweepWork = CaseWork & {
  readonly store: DueIndex & Pick<ReviewList, "inReview">;
  readonly tellOnCall: (news: OnCallNews) => Promise<void>;
  readonly log: Log;
};

/** More wait for the next minute: so many are looked at and announced well within the function's time. */
const looksAtMost = 4_000;
const casesNamedAtMost = 10;
const atATime = 10;
/** For a case that waits only for a person; what they or the outside do gives it its own due time. */
const looksAgainAfterHours = 1;

/**
 * Looks at every due case, the urgent lane first, then the oldest: writes what time has brought (a reminder, an
 * escalation level, a question), drops lost hints again, and notifies on-call once a sweep of new questions, and
 * again of blocking ones without an answer. The index is asked once for each lane and only proposes; each case
 * decides when read. Safe to run twice at once. On-call is notified before that is written: a message may come
 * twice, never not at all.
 */
export const sweep = async (work: SweepWork): Promise<{ readonly looked: number }> => {
  const now = work.clock.now();
  const due = await dueUrgentFirst(work.store, now);
  const looked = await each(due, (one) => lookAlone(work, one), atATime);
  const announced = await announceAlone(
    work,
    looked.filter((state) => typeof state === "object"),
  );
  work.log.info("follow-up.swept", { count: due.length, lateSeconds: secondsLate(now, due) });
  // Thrown at the end, after all others were looked at: this function's alarm rings, and nobody waited.
  if (!announced.ok) throw announced.error;
  const failed = looked.filter((state) => state === "failed").length;
  if (failed > 0)
    throw new Error(`${failed} case${failed > 1 ? "s" : ""} could not be followed up; the log names them.`);
  return { looked: due.length };
};

/**
 * > Lanes share nothing that could let one delay the other: whatever waits in the standard lane, the urgent cases
 * are among those looked at.
 */
const dueUrgentFirst = async (store: SweepWork["store"], now: Instant): Promise<readonly DueInLane[]> => {
  const dueIn = async (lane: Lane, room: number): Promise<readonly DueInLane[]> =>
    (await store.due(now, room, lane)).map((due) => ({ ...due, lane }));
  const urgent = await dueIn("urgent", looksAtMost);
  const room = looksAtMost - urgent.length;
  return room > 0 ? [...urgent, ...(await dueIn("standard", room))] : urgent;
};

type DueInLane = Due & { readonly lane: Lane };

/** Lateness of the oldest; 0 where nothing is due. */
const secondsLate = (now: Instant, due: readonly Due[]): number => {
  const oldest = earliest(...due.map(({ dueAt }) => dueAt));
  return oldest ? Math.floor((msOf(now) - msOf(oldest)) / 1000) : 0;
};

/**
 * An unreadable or unwritable case must not keep the others from being followed up, however many there are: it goes
 * behind those due now and is retried with the next sweep, so that the alarm goes on ringing.
 */
const lookAlone = async (work: SweepWork, due: DueInLane): Promise<ReviewItem | "failed" | undefined> => {
  try {
    return await (isBatchId(due.caseId) ? wakeBatch(work, due) : look(work, due.caseId));
  } catch (error) {
    work.log.error("unforeseen", { caseId: due.caseId, error: errorName(error) });
  }
  try {
    await work.store.setAside(due, plusMinutes(work.clock.now(), 1));
  } catch (error) {
    // It stays and is retried; the table itself is in trouble, and that rings.
    work.log.error("unforeseen", { caseId: due.caseId, error: errorName(error) });
  }
  return "failed";
};

/** A hint for a batch may be lost. */
const hintsBatchAgainAfterMinutes = 5;

/** A batch whose window is over: its timer stays until it is taken up (`send/send-batch.ts`). */
const wakeBatch = async (work: SweepWork, { lane, ...due }: DueInLane): Promise<undefined> => {
  await work.dropHint("send-notice", lane, { caseId: due.caseId });
  await work.store.setAside(due, plusMinutes(work.clock.now(), hintsBatchAgainAfterMinutes));
};

/** For a question of which on-call could not be notified. */
const tellsAgainAfterMinutes = 2;

/** Where on-call can't be notified, the cases free their places in the sweep and come again soon. */
const announceAlone = async (work: SweepWork, asking: readonly ReviewItem[]): Promise<Result<void, unknown>> => {
  try {
    await announce(work, asking);
    return ok(undefined);
  } catch (error) {
    const later = plusMinutes(work.clock.now(), tellsAgainAfterMinutes);
    await each(asking, ({ id, version }) => work.store.postpone(id, version, later), atATime);
    return fail(error);
  }
};

/** How often a closed case is checked for another open case of the same. */
const besideAgainAfterHours = 24;

/** Nobody is asked if something is back while it is open as another case: whoever reported it answered. */
const followed = async (work: SweepWork, caseId: string) => {
  const changed = await changeCase(work, caseId, (state) => (state.closed ? undefined : []));
  if (changed.ok || changed.error.kind !== "no-op" || !changed.error.state.closed) return changed;
  const closed = changed.error.state;
  if (!(await isOpenBeside(work, closed))) return changeCase(work, caseId, () => []);
  await work.store.postpone(caseId, closed.version, plusHours(work.clock.now(), besideAgainAfterHours));
  return "open-beside";
};

const isOpenBeside = async (work: SweepWork, closed: Case): Promise<boolean> =>
  advance(closed, [], work.policyOf, work.clock.now()).events.some(
    (event) => event.type === "asked" && event.question === "may-be-back",
  ) && (await openCaseOf(work, closed)) !== undefined;

/** One due case; given back when it has questions of which on-call was not notified. */
const look = async (work: SweepWork, caseId: string): Promise<ReviewItem | undefined> => {
  const changed = await followed(work, caseId);
  if (changed === "open-beside") return undefined;
  const state = changed.ok
    ? changed.value.next
    : changed.error.kind === "no-op"
      ? changed.error.state
      : await work.store.read(caseId);
  if (!state) return lookAtEntry(work, caseId);
  if (state.forgottenAt !== undefined) return forget(work, state);
  if (changed.ok) return changed.value.wants.announce.length > 0 ? state : undefined;
  const now = work.clock.now();
  const { wants } = advance(state, [], work.policyOf, now);
  await dropHints(work, { next: state, wants });
  if (wants.announce.length > 0) return state;
  // A question may replace what was due: nothing is written, and the old due time would recur each sweep.
  const again = wants.wakeAt && wants.wakeAt > now ? wants.wakeAt : plusHours(now, looksAgainAfterHours);
  await work.store.postpone(caseId, state.version, again);
  return undefined;
};

const forget = async (work: SweepWork, { id: caseId, version }: ReviewItem): Promise<undefined> => {
  await work.store.forgetHistory(caseId, version);
  work.log.info("case.forgotten", { caseId });
};

/** One due entry of the review queue; given back when on-call is to be notified of it. */
const lookAtEntry = async (work: SweepWork, id: string): Promise<ReviewItem | undefined> => {
  const entry = await work.store.readEntry(id);
  if (!entry) return undefined;
  const now = work.clock.now();
  if (entry.forgottenAt !== undefined) return forget(work, entry);
  const { announce, wakeAt = plusHours(now, looksAgainAfterHours) } = entryWants(entry, now);
  if (announce.length > 0) return entry;
  if (wakeAt > now) await work.store.postpone(id, entry.version, wakeAt);
  else {
    const redacted = await changeEntry(work, id, (read) =>
      read.version === entry.version ? redactedEntry(read, now) : undefined,
    );
    if (redacted.ok) await forget(work, redacted.value);
  }
  return undefined;
};

/** Questions for on-call, blocking ones first. One that the next step asks waits, lest it ring twice. */
const announcing = ({ policyOf, clock }: CaseWork, state: ReviewItem): readonly string[] =>
  (isEntry(state) ? entryWants(state, clock.now()) : advance(state, [], policyOf, clock.now()).wants).announce.filter(
    (id) => state.reviews.some((review) => review.id === id),
  );

/** A first hold that came meanwhile is still to be announced. */
const noteEntryAnnounced = (work: SweepWork, told: QueueEntry) =>
  changeEntry(work, told.id, (entry) =>
    entry.reviews.length > 0 && (told.toHold.length > 0 || entry.toHold.length === 0)
      ? withAnnounced(entry, work.clock.now())
      : undefined,
  );

const announce = async (work: SweepWork, asking: readonly ReviewItem[]): Promise<void> => {
  if (asking.length === 0) return;
  const rang = await rangLately(work, asking);
  const ringing = asking.filter((state) => !rang.has(state.id));
  if (ringing.length > 0) await ring(work, ringing);
  const note = async (told: ReviewItem) => {
    if (isEntry(told)) return noteEntryAnnounced(work, told);
    const ids = announcing(work, told);
    const rangAt = rang.get(told.id);
    const keys = keysNow(work, told);
    return changeCase(work, told.id, (state) => {
      // Since then it may ask something else, or be urgent: then it rings with the next sweep.
      const joins = rangAt !== undefined && stillStands(work, rangAt) && isSameList(keysNow(work, state), keys);
      if (rangAt && !joins) return undefined;
      const open = announcing(work, state).filter((id) => ids.includes(id));
      const announced = {
        type: "announced",
        at: work.clock.now(),
        reviewIds: open,
        ...(rangAt && { rangAt }),
      } as const;
      return open.length > 0 ? [announced] : undefined;
    });
  };
  await each(asking, note, atATime);
  work.log.info("follow-up.announced", { count: ringing.length });
};

const isSameList = (some: readonly string[], others: readonly string[]): boolean =>
  some.join("\n") === others.join("\n");

/** Beyond this many that wait, a question rings by itself. */
const waitingLookedAt = 300;
const waitingAPage = 100;

/** By what the questions to announce now are gathered; nothing where one stands alone. */
const keysNow = (work: SweepWork, state: ReviewItem): readonly string[] => {
  const target = targetIn(state);
  if (!target || target.lane === "urgent") return [];
  const ids = announcing(work, state);
  const asked = target.reviews.filter(({ id }) => ids.includes(id));
  const keys = asked.flatMap((review) => alikeKey(target, review) ?? []);
  return keys.length === asked.length ? keys : [];
};

/** A question stands for those that ask the same until it would ring again. */
const stillStands = (work: SweepWork, rangAt: Instant): boolean =>
  plusHours(rangAt, ringsAgainAfterHours.standard) > work.clock.now();

/**
 * By case id, when on-call was notified of the same question, if that still stands: it joins that one without
 * ringing again, and rings with it if nobody answers. Not what asks alone, nor the urgent lane.
 */
const rangLately = async (work: SweepWork, asking: readonly ReviewItem[]): Promise<ReadonlyMap<string, Instant>> => {
  const joining = asking.map((state) => ({ state, keys: keysNow(work, state) })).filter(({ keys }) => keys.length > 0);
  if (joining.length === 0) return new Map();
  const level = await levelByKey(work);
  return new Map(
    joining.flatMap(({ state, keys }) => {
      const times = keys.flatMap((key) => level.get(key) ?? []).filter((at) => stillStands(work, at));
      const first = earliest(...times);
      return first !== undefined && times.length === keys.length ? [[state.id, first] as const] : [];
    }),
  );
};

/** When waiting questions were announced, by what gathers them. */
const levelByKey = async ({ store }: SweepWork): Promise<ReadonlyMap<string, Instant>> => {
  const level = new Map<string, Instant>();
  let cursor: string | undefined;
  let looked = 0;
  do {
    const page: { readonly items: readonly ReviewItem[]; readonly cursor?: string } = await store.inReview(
      waitingAPage,
      cursor,
    );
    looked += page.items.length;
    cursor = page.cursor;
    for (const target of page.items.flatMap((state) => targetIn(state) ?? []))
      for (const review of undecided(target)) {
        const key = alikeKey(target, review);
        const at = latest(review.announcedAt, key === undefined ? undefined : level.get(key));
        if (key !== undefined && review.announcedAt !== undefined && at !== undefined) level.set(key, at);
      }
  } while (cursor !== undefined && looked < waitingLookedAt);
  return level;
};

const ring = async (work: SweepWork, asking: readonly ReviewItem[]): Promise<void> => {
  const worstFirst = [...asking].sort((a, b) =>
    a.lane === b.lane ? (a.openedAt < b.openedAt ? -1 : 1) : a.lane === "urgent" ? -1 : 1,
  );
  await work.tellOnCall({
    urgent: asking.filter(({ lane }) => lane === "urgent").length,
    standard: asking.filter(({ lane }) => lane === "standard").length,
    cases: onceEach(worstFirst)
      .slice(0, casesNamedAtMost)
      .flatMap((state) => {
        const [first] = announcing(work, state);
        const asked = state.reviews.find(({ id }) => id === first);
        const category = targetIn(state)?.category;
        return asked
          ? [{ caseId: state.id, lane: state.lane, question: asked.question, ...(category && { category }) }]
          : [];
      }),
  });
};

/** One of each group of cases that ask the same (`case/asked-alike.ts`). */
const onceEach = (asking: readonly ReviewItem[]): readonly ReviewItem[] => {
  const named = new Set<string>();
  return asking.filter((state) => {
    const target = targetIn(state);
    const keys = target ? undecided(target).map((review) => alikeKey(target, review)) : [];
    // What stands alone in any of its questions is named for itself.
    const isKnown = keys.length > 0 && keys.every((key) => key !== undefined && named.has(key));
    for (const key of keys) if (key !== undefined) named.add(key);
    return !isKnown;
  });
};
