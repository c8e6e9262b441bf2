import type { Case, Review } from "../../case/case.ts";
import type { CaseEvent, Verdict } from "../../case/event.ts";
import { undecided } from "../../case/given.ts";
import { isDoubted } from "../../case/name-gone.ts";
import type { PolicyOf } from "../../case/policy.ts";
import type { Instant } from "../../kernel/instant.ts";
import { answerText, type Decision, questionTexts } from "../../review/questions.ts";
import { verdictFacts } from "../../review/verdict.ts";
import { hostsOf, shown, visible } from "../shown.ts";
import { between, moment, sentence, stepWords } from "../words.ts";
import { heldWords, noticeName } from "./say-event.ts";
import { type Coming, whatComes } from "./what-comes.ts";

/** What happens at a moment, a sentence each. Without `at`: until somebody acts. */
export type NextStep = { readonly says: readonly string[]; readonly at?: Instant };

/** Nobody plans with more, except for when a person is asked or the case ends. */
const momentsAtMost = 6;
const isAPersonsOrLast = ({ events }: Coming): boolean =>
  events.some(({ type }) => type === "asked" || type === "closed");

/** What happens if nobody does anything, in order of time (`what-comes.ts`). Pure. */
export const nextSteps = (state: Case, policyOf: PolicyOf, now: Instant): readonly NextStep[] => {
  if (state.closed) return [];
  const coming: SaidComing[] = [];
  for (const one of saidOf(whatComes(state, [], policyOf, now))) {
    coming.push(one);
    if (coming.length >= momentsAtMost && coming.some(isAPersonsOrLast)) break;
  }
  const steps = coming.map(({ at, says }): NextStep => ({ at, says }));
  const stands = standsStill(state, coming);
  return stands === undefined ? steps : [{ says: [stands] }, ...steps];
};

type SaidComing = Coming & { readonly says: readonly string[] };

/** Moments with something to say, merged by instant. */
function* saidOf(coming: Iterable<Coming>): Generator<SaidComing> {
  let last: SaidComing | undefined;
  for (const one of coming) {
    const says = sayComing(one);
    if (says.length === 0) continue;
    if (last && last.at === one.at) {
      last = {
        ...last,
        ...one,
        events: [...last.events, ...one.events],
        sends: [...last.sends, ...one.sends],
        says: [...last.says, ...says],
      };
      continue;
    }
    if (last) yield last;
    last = { ...one, says };
  }
  if (last) yield last;
}

/** Why nothing goes out in all that comes. */
const standsStill = (state: Case, coming: readonly SaidComing[]): string | undefined => {
  if (coming.some(({ sends }) => sends.length > 0)) return undefined;
  const holder = state.holds.find(({ until }) => until === undefined)?.by;
  if (holder !== undefined) return `Nothing goes out while ${shown(holder)} holds the case.`;
  if (isDoubted(state))
    return "The domain does not resolve: nobody is notified or reminded before it is looked up again.";
  if (undecided(state).some(({ blocking }) => blocking)) return "No mail goes out until a person decides.";
  if (coming.length > 0) return undefined;
  if (state.reviews.length > 0) return "Waits for a person.";
  return "The case is looked at again within minutes.";
};

/** Stands for the mailbox that a person has yet to write down. Nobody has it (RFC 2606 §3). */
const mailboxToName = "this-mailbox@to-be-named.example";

const mailboxWords = (email: string): string => (email === mailboxToName ? "this mailbox" : visible(email));

/** A sentence each. Empty if on-call need not know. */
export const sayComing = ({ events, sends, looksUp, before, after }: Coming): readonly string[] => [
  ...events.flatMap((event) =>
    sayAhead(event.type, event, { before, after, isAnswer: events.some(({ type }) => type === "answered") }),
  ),
  ...sends.map(({ step, to }) => `The ${stepWords[step]} to ${mailboxWords(to.email)} goes out.`),
  ...(looksUp ? ["The host’s abuse contacts are looked up, and the case goes on from what is found."] : []),
];

type Events = { readonly [Event in CaseEvent as Event["type"]]: Event };
type Around = { readonly before: Case; readonly after: Case; readonly isAnswer: boolean };

/** A future event. Mails are said when they go out. Why an answer stops one, its giver knows. */
const sayAhead = <Type extends keyof Events>(type: Type, event: Events[Type], around: Around): readonly string[] => {
  const says = ahead[type]?.(event, around);
  return says === undefined ? [] : [says];
};

const wordsIn = (state: Case, text: string): string => sentence(shown(text, hostsOf(state)));

/** What is not here neither time nor a verdict brings, or nobody need know of. */
const ahead: { readonly [Type in keyof Events]?: (event: Events[Type], around: Around) => string | undefined } = {
  escalated: ({ level, name }) => (level === 0 ? undefined : `Escalated to ${shown(name ?? `level ${level + 1}`)}.`),
  "notice-cancelled": ({ noticeId, why }, { after, isAnswer }) =>
    `The ${noticeName(noticeId, after)} does not go out${isAnswer ? "." : `: ${wordsIn(after, why)}`}`,
  "send-unknown": ({ noticeId }, { after }) =>
    `The mail service has not said by then whether the ${noticeName(noticeId, after)} went out.`,
  asked: ({ question }) => `You are asked “${questionTexts[question].asks}”`,
  released: (_, { before }) => `Nothing goes out: ${holdersOf(before)} until then.`,
  agreed: () => "A second, different person has to agree before anything goes out.",
  closed: () => caseCloses,
  "check-wanted": () => "Whoever can look is asked whether it is still there.",
  "returned-to-reporter": () => "Its reporter hears that only the right holder can notify the provider.",
  "answer-held": (event) => `Nobody is asked: ${heldWords(event)}.`,
  "reminded-slowly": ({ nth, waitUntil }) =>
    nth === 0
      ? `The case waits until ${moment(waitUntil)}; then its silent desks are reminded.`
      : `The silent desks are reminded, and the case waits until ${moment(waitUntil)}.`,
  "check-ended": () => "Nobody who was asked has said so by then.",
  "verdict-dropped": ({ why }, { after }) => `What was decided does not take effect: ${wordsIn(after, why)}`,
  answered: ({ reviewId }, { before }) => {
    const review = before.reviews.find(({ id }) => id === reviewId);
    if (!review?.given) return undefined;
    const { by, verdict } = review.given;
    return `What ${shown(by)} decided takes effect: ${answerText(review.question, verdict.decision)}.`;
  },
};

const caseCloses = "The case is closed.";

const holdersOf = (state: Case): string => {
  const holders = state.holds.map(({ by }) => shown(by));
  return `${holders.join(" and ")} ${holders.length > 1 ? "hold" : "holds"} the case`;
};

/** An answer before it is filled in: whom they name and how it ended are not known. */
const verdictOf = (decision: Decision): Verdict => {
  if (decision === "send-to") return { decision, email: mailboxToName };
  return decision === "close" ? { decision, outcome: "decided" } : { decision };
};

/** `unwritten`: why the notice that the question is about can't be written as the case is now. */
export type Asker = {
  readonly by: string;
  readonly policyOf: PolicyOf;
  readonly now: Instant;
  readonly unwritten?: string | undefined;
};

/** `isRefused`: the answer can't be given now, for the reason that it says. */
export type Following = { readonly says: string; readonly isRefused?: true };

/**
 * What comes of an answer at once and, if no mail is among it, the next thing that does. Plays the verdict's
 * facts in the machine, or says why they can't be followed. `undefined` if nothing follows. Pure.
 */
export const whatFollows = (
  state: Case,
  review: Review,
  decision: Decision,
  { by, policyOf, now, unwritten }: Asker,
): Following | undefined => {
  const given = { reviewId: review.id, verdict: verdictOf(decision), by, why: "to see what follows" };
  const facts = verdictFacts(state, given, policyOf, now);
  if (!facts.ok)
    return "reason" in facts.error
      ? { says: `Can’t be chosen now. ${facts.error.reason}`, isRefused: true }
      : undefined;
  if (decision === "send-again" && unwritten !== undefined) {
    const why = sentence(shown(unwritten, hostsOf(state)));
    return { says: `It can’t be written as the case is. ${why}`, isRefused: true };
  }
  const said: string[] = [];
  // The standard lane waits the minute in which it can be undone.
  const atOnce = state.lane === "urgent" ? "At once:" : "Then:";
  for (const { at, says, sends, looksUp } of saidOf(whatComes(state, facts.value, policyOf, now))) {
    if (says.length > 0) said.push([at > now ? `In ${between(now, at)}:` : atOnce, ...says].join(" "));
    if (at > now || sends.length > 0 || looksUp) break;
  }
  const all = said.join(" ");
  // That closing closes is no news.
  return all === "" || all === `${atOnce} ${caseCloses}` ? undefined : { says: all };
};
