import { type Instant, latest, plusMinutes } from "../kernel/instant.ts";
import { isListed, isSamePerson } from "../kernel/person.ts";
import type { Lane } from "../report/category.ts";
import type { Case, Given, Review } from "./case.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import type { Policy } from "./policy.ts";

/*
 * > A verdict of the standard lane takes effect after a minute in which it can be taken back, one of the
 * > urgent lane at once.
 *
 * It is written down when given, so that nobody else decides the same, and nothing goes out for the case
 * until it has taken effect. What happens in its minute gives the question back to a person.
 */

const takesEffectAfterMinutes = 1;

/** `undefined` where it takes effect at once. */
export const takesEffectAt = (lane: Lane, now: Instant): Instant | undefined =>
  lane === "urgent" ? undefined : plusMinutes(now, takesEffectAfterMinutes);

export type Decided = Review & { readonly given: Given };
export const isDecided = (review: Review): review is Decided => review.given !== undefined;

type WithReviews = { readonly reviews: readonly Review[] };

export const undecided = ({ reviews }: WithReviews): readonly Review[] =>
  reviews.filter((review) => !isDecided(review));

/** Until when verdicts that were given stop everything else. */
export const givenUntil = ({ reviews }: WithReviews): Instant | undefined =>
  latest(...reviews.filter(isDecided).map(({ given }) => given.takesEffectAt));

export const dropGiven = (
  { reviews }: WithReviews,
  now: Instant,
  why: string,
  which: (review: Decided) => boolean = () => true,
): readonly EventOf<"verdict-dropped">[] =>
  reviews
    .filter((review) => isDecided(review) && which(review))
    .map(({ id }) => ({ type: "verdict-dropped", at: now, reviewId: id, why }));

/** Once for a question: else who writes on would put it off for ever. */
export const droppedBy = (
  state: WithReviews,
  event: CaseEvent,
  now: Instant,
): readonly EventOf<"verdict-dropped">[] => {
  const why = newsOf(event);
  if (why === undefined) return [];
  // A lookup changes what may be cleared; all else that it changes is asked anew.
  const concerns = ({ given }: Decided) => event.type !== "contact-answered" || given.verdict.decision === "clear";
  return dropGiven(state, now, why, (review) => review.dropped === undefined && concerns(review));
};

const newsOf = (event: CaseEvent): string | undefined => {
  switch (event.type) {
    case "joined":
      return `${event.report.reporter} reported it, too.`;
    case "status":
      return event.seenSince ? undefined : `${event.message.reporter} said “${event.message.status}”.`;
    case "replied":
      // Who is not proven to be the desk takes back no decision of a person.
      return event.authenticated ? "A desk wrote back." : undefined;
    case "bounced":
      return "A mail came back.";
    case "complained":
    case "desk-stopped":
      return "A desk complained.";
    case "host-moved":
      return "Its host was found elsewhere, or gone.";
    case "contact-answered":
      return "Its host was looked up anew.";
    case "corrected":
      return "The explanation was corrected.";
    default:
      return undefined;
  }
};

/** What puts a person on a reporter's side; nothing where nothing does. */
export const onReportersSide = (
  { enteredBy = [], reporters }: Case,
  { peopleOf }: Policy,
  person: string,
): string | undefined => {
  if (enteredBy.some((other) => isSamePerson(person, other))) return "entered a report";
  const stands = reporters.some((reporter) => isListed(person, [reporter, ...(peopleOf.get(reporter) ?? [])]));
  return stands ? "stand for a reporter" : undefined;
};
