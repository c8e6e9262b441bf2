import type { AccountTurn } from "../contact/account-turn.ts";
import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { type Told, tellAgainAfter } from "../kernel/told.ts";
import { type Lane, lanes } from "../report/category.ts";
import type { SendAnswer, SendOnce } from "./send-port.ts";

/*
 * SES refuses the account, and not a mail: sending is paused, the sender's domain is not verified
 * (or its DNS did not answer for a moment), a configuration set is gone, a right lacks. Asking
 * again for each notice would write lines into each case's history and change nothing. So one
 * notice at a time tries for all, ever more rarely; the others wait, their hosts are not looked up
 * meanwhile, and on-call is told once.
 */

/**
 * Since when SES refuses a lane's mail, by its last code, and when one notice may try again. `by`:
 * the case that tries, until then.
 */
export type Refusal = {
  readonly since: Instant;
  readonly code: string;
  readonly tries: number;
  readonly nextTryAt: Instant;
  readonly by?: string | undefined;
};
export type Refusals = Readonly<Partial<Record<Lane, Refusal>>>;

/**
 * Between tries, in both lanes. The first are near, for a hiccup of DNS; then each hour, while
 * on-call was just told. What lasts for half a day waits for AWS's word, and each try writes three
 * lines into a case: the look-up, the claim, the no.
 */
const waitsMinutes = [1, 2, 5, 15, 30, 60, 60, 60, 60, 60, 60] as const;
const longestWaitMinutes = 120;

export const afterRefusal = (before: Refusal | undefined, code: string, now: Instant): Refusal => {
  const tries = (before?.tries ?? 0) + 1;
  return {
    since: before?.since ?? now,
    code,
    tries,
    nextTryAt: plusMinutes(now, waitsMinutes[tries - 1] ?? longestWaitMinutes),
  };
};

/**
 * A case that has the turn to try has so long for its look-up and its mail; one that loses it
 * delays the next try by no more.
 */
const turnHoldsMinutes = 6;

/**
 * Whether a case may try, waits, or takes the turn, by writing `held` where nobody else did;
 * without a case, none is taken. Pure.
 */
export const turnFor = (
  refusal: Refusal | undefined,
  caseId: string | undefined,
  now: Instant,
):
  | { readonly kind: "may" }
  | { readonly kind: "waits"; readonly until: Instant }
  | { readonly kind: "takes"; readonly held: Refusal } => {
  if (refusal === undefined) return { kind: "may" };
  if (refusal.nextTryAt > now)
    return caseId !== undefined && refusal.by === caseId
      ? { kind: "may" }
      : { kind: "waits", until: refusal.nextTryAt };
  const until = plusMinutes(now, turnHoldsMinutes);
  return caseId === undefined
    ? { kind: "waits", until }
    : { kind: "takes", held: { ...refusal, nextTryAt: until, by: caseId } };
};

/** Where refusals are kept, for all senders together. */
export type AccountWord = {
  /** What is refused now, by lane. */
  readonly refusals: () => Promise<Refusals>;
  /**
   * Until when a case of this lane waits; nothing where nothing is refused, or the turn to try has
   * come and is this case's.
   */
  readonly turn: AccountTurn;
  /** A person has mended it: in each lane that is refused, one notice tries at the next look. */
  readonly tryNow: () => Promise<void>;
  /** What SES answered: a refusal of the account is kept, a mail that it took ends one. */
  readonly heard: (lane: Lane, answer: SendAnswer) => Promise<void>;
};

/**
 * Asks SES, and has what it says of the account kept. What can't be kept changes nothing of the
 * answer: the next refusal is kept in its place.
 */
export const heardBy =
  ({ heard }: Pick<AccountWord, "heard">, sendOnce: SendOnce): SendOnce =>
  async (mail) => {
    const answer = await sendOnce(mail);
    try {
      await heard(mail.lane, answer);
    } catch {
      // The answer must be written down whatever else fails, or a mail that went out is not known
      // to have.
    }
    return answer;
  };

/** How the machine goes on by itself, in words for a person. */
export const howItTries =
  "One notice tries for all after 1, 3, 8, 23 and 53 minutes, then every hour, after seven hours every two; " +
  "when SES takes it, the others follow by themselves.";

const tellsAgainAfterHours = 12;

/** Tells on-call once of a refusal that outlasts a hiccup, and again every twelve hours. */
export const tellOfRefusal = async (
  {
    account,
    told,
    now,
  }: { readonly account: Pick<AccountWord, "refusals">; readonly told: Told; readonly now: Instant },
  tell: (refusals: Refusals) => Promise<void>,
): Promise<void> => {
  const refusals = await account.refusals();
  if (lanes.some((lane) => (refusals[lane]?.tries ?? 0) >= 2))
    await tellAgainAfter(told, "ses-refuses", { hours: tellsAgainAfterHours, now }, () => tell(refusals));
};

/** Each refusal once, in words: which lane, since when, SES's code. */
export const describeRefusals = (refusals: Refusals): readonly string[] =>
  lanes.flatMap((lane) => {
    const refusal = refusals[lane];
    return refusal ? [`SES refuses ${lane} mail since ${refusal.since}: ${refusal.code}`] : [];
  });
