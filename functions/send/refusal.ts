import type { AccountTurn } from "../contact/account-turn.ts";
import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import { type Lane, lanes } from "../report/category.ts";
import type { SendAnswer, SendOnce } from "./send-port.ts";

/*
 * SES refuses the account, not a mail: sending is paused, the sender's domain is not verified (or its DNS did not
 * answer for a moment), a configuration set is gone, a permission is missing. Retrying each notice would only write
 * history lines. So one at a time tries for all, ever more rarely. Hosts of the others are not looked up meanwhile.
 */

/** Since when SES refuses a lane's mail, and when one may try again. `by`: the case that tries until then. */
export type Refusal = {
  readonly since: Instant;
  readonly code: string;
  readonly tries: number;
  readonly nextTryAt: Instant;
  readonly by?: string | undefined;
};
export type Refusals = Readonly<Partial<Record<Lane, Refusal>>>;

/**
 * The first are near, for a hiccup of DNS, then hourly, while on-call was just notified. What lasts longer
 * waits for AWS's word. Each try writes three lines into a case: the lookup, the claim, the no.
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

/** For the lookup and mail of the case with the turn. Losing it delays the next try by no more. */
const turnHoldsMinutes = 6;

/** A turn is taken by writing `held` where nobody else did. Without a case, none is taken. Pure. */
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
  readonly refusals: () => Promise<Refusals>;
  /** Until when a case of this lane waits. `undefined`: nothing is refused, or it is its turn to try. */
  readonly turn: AccountTurn;
  /** A person has fixed it: in each refused lane, one notice tries at the next look. */
  readonly tryNow: () => Promise<void>;
  /** What SES answered: a refusal of the account is kept, an accepted mail ends one. */
  readonly heard: (lane: Lane, answer: SendAnswer) => Promise<void>;
};

/** What can't be kept of the account does not change the answer: the next refusal is kept instead. */
export const heardBy =
  ({ heard }: Pick<AccountWord, "heard">, sendOnce: SendOnce): SendOnce =>
  async (mail) => {
    const answer = await sendOnce(mail);
    try {
      await heard(mail.lane, answer);
    } catch {
      // The answer must be recorded whatever else fails, or a sent mail is not known to be.
    }
    return answer;
  };

/** How retries go on by themselves, in words for a person. */
export const howItTries =
  "One notice tries for all after 1, 3, 8, 23 and 53 minutes, then every hour, after seven hours every two; " +
  "when SES takes it, the others follow by themselves.";

const tellsAgainAfterHours = 12;

/** Notifies on-call of a refusal that outlasts a hiccup, and again every twelve hours. */
export const tellOfRefusal = async (
  {
    account,
    told,
    now,
  }: { readonly account: Pick<AccountWord, "refusals">; readonly told: OnCallLog; readonly now: Instant },
  tell: (refusals: Refusals) => Promise<void>,
): Promise<void> => {
  const refusals = await account.refusals();
  if (lanes.some((lane) => (refusals[lane]?.tries ?? 0) >= 2))
    await notifyAfter(told, "ses-refuses", { hours: tellsAgainAfterHours, now }, () => tell(refusals));
};

/** Each refusal once: which lane, since when, SES's code. */
export const describeRefusals = (refusals: Refusals): readonly string[] =>
  lanes.flatMap((lane) => {
    const refusal = refusals[lane];
    return refusal ? [`SES refuses ${lane} mail since ${refusal.since}: ${refusal.code}`] : [];
  });
