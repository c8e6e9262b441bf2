import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { type Told, tellAgainAfter } from "../kernel/told.ts";
import { type Lane, lanes } from "../report/category.ts";
import type { SendAnswer, SendOnce } from "./send-port.ts";

/*
 * SES refuses the account, and not a mail: sending is paused, the sender's domain is not verified (or its DNS did not answer
 * for a moment), a configuration set is gone, a right lacks. Asking again for each notice would write lines into each case's
 * history and change nothing. So one notice at a time tries, ever more rarely; the others wait, and on-call is told once.
 */

/** Since when SES refuses a lane's mail, by its last code, and when one notice may try again. */
export type Refusal = { readonly since: Instant; readonly code: string; readonly tries: number; readonly nextTryAt: Instant };
export type Refusals = Readonly<Partial<Record<Lane, Refusal>>>;

/** The first is near, for a DNS hiccup; the last often enough that mail goes out soon after a person has mended it. */
const waitsMinutes = [1, 2, 5, 10, 15] as const;

export const afterRefusal = (before: Refusal | undefined, code: string, now: Instant): Refusal => {
  const tries = (before?.tries ?? 0) + 1;
  return { since: before?.since ?? now, code, tries, nextTryAt: plusMinutes(now, waitsMinutes[tries - 1] ?? 15) };
};

/** Where refusals are kept, for all senders together. */
export type AccountWord = {
  /** What is refused now, by lane. */
  readonly refusals: () => Promise<Refusals>;
  /** Whether a notice of this lane may be tried: nothing is refused, or its turn to try has come and nobody else took it. */
  readonly mayTry: (lane: Lane) => Promise<boolean>;
  /** What SES answered: a refusal of the account is kept, a mail that it took ends one. */
  readonly heard: (lane: Lane, answer: SendAnswer) => Promise<void>;
};

/**
 * Asks SES, and has what it says of the account kept. What can't be kept changes nothing of the answer: the next refusal is
 * kept in its place.
 */
export const heardBy =
  ({ heard }: Pick<AccountWord, "heard">, sendOnce: SendOnce): SendOnce =>
  async (mail) => {
    const answer = await sendOnce(mail);
    try {
      await heard(mail.lane, answer);
    } catch {
      // The answer must be written down whatever else fails, or a mail that went out is not known to have.
    }
    return answer;
  };

const tellsAgainAfterHours = 12;

/** Tells on-call once of a refusal that outlasts a hiccup, and again every twelve hours. */
export const tellOfRefusal = async (
  { account, told, now }: { readonly account: Pick<AccountWord, "refusals">; readonly told: Told; readonly now: Instant },
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
