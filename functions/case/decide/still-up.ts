import { type Instant, plusHours, plusMinutes } from "../../kernel/instant.ts";
import { ask, isAsked } from "../ask.ts";
import type { Case } from "../case.ts";
import { changesNothing } from "../check.ts";
import { restsUntil } from "../desk-clock.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { tellingOnRung } from "../ladder/told.ts";
import type { Policy } from "../policy.ts";
import { hasClimbed } from "../rung.ts";

/**
 * A queue that stands still for a night delays a word by hours; one that comes later than this was
 * a dead letter.
 */
const lateAfterHours = 24;

/** A reporter says that it is still up: whether a person hears of that, beside what the ladder does about it. */
export const afterStillUp = (
  state: Case,
  event: EventOf<"status">,
  policy: Policy,
  now: Instant,
): readonly CaseEvent[] => {
  const { message } = event;
  // What was said days ago says little about now: a person looks before anything goes out.
  const isLate = plusHours(message.at, lateAfterHours) < now;
  const asks = (): CaseEvent => {
    const says = isLate ? `said at ${message.at.slice(0, 16)}Z` : "says";
    const reason = `${message.reporter} ${says} that it is still up.`;
    return ask(state, now, { question: "still-up", blocking: isLate, reason });
  };
  // Nobody was told yet, and will be; but where the name is out of DNS, a person weighs the
  // reporter's word. One that blocks is asked beside one that does not: nothing goes out before
  // it is answered.
  const isOpen = state.reviews.some(({ question, blocking }) => question === "still-up" && (blocking || !isLate));
  // Who was asked has answered, and the machine knows how it goes on.
  const isAnswer =
    state.checks !== undefined &&
    policy.checkers.has(message.reporter) &&
    changesNothing(state.checks, { anyCheck: state.lane === "standard" });
  const isWeighed = isLate || isAsked(state, "name-gone");
  if (isAnswer && !isWeighed) return [];
  // What came back is told anew by itself; in the urgent lane a person sees it as well.
  if (isOfReturn(state, event.at, policy) && !isWeighed) return state.lane === "urgent" ? [asks()] : [];
  if (goesOnByItself(state, event.at) && !isWeighed) return [];
  if (isOpen || (!hasClimbed(state) && !isWeighed)) return [];
  // A desk disputes it, and now they say so again: the next rung hears by itself.
  if (!isLate && climbsOnWord(state, message.at, now)) return [];
  return [asks()];
};

/** It came back by this word; or, in the standard lane, by another so lately that it is the same news. */
const isOfReturn = ({ cameBack, lane }: Case, at: Instant, { checkWithinMinutes }: Policy): boolean =>
  cameBack !== undefined &&
  (cameBack.at === at || (lane === "standard" && at <= plusMinutes(cameBack.at, checkWithinMinutes)));

/**
 * In the standard lane its ladder goes on in its time, as a desk's word that it acted counts no more. What
 * a person closed is a person's, and so is what a question keeps.
 */
const goesOnByItself = ({ lane, reviews, reopened }: Case, at: Instant): boolean =>
  lane === "standard" &&
  !reviews.some(({ blocking }) => blocking) &&
  (reopened?.at !== at || reopened.outcome === "gone");

/** A desk of this rung disputes what was reported, this word came after, and nothing keeps the case. */
const climbsOnWord = (state: Case, saidAt: Instant, now: Instant): boolean =>
  state.lane === "standard" &&
  state.holds.length === 0 &&
  !state.reviews.some(({ blocking }) => blocking) &&
  restsUntil(state, now) === undefined &&
  tellingOnRung(state).some(({ taken, answeredAt = "" }) => taken?.way === "reporter" && answeredAt < saidAt);
