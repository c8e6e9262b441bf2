import type { CaseEvent } from "../case/event.ts";
import { waitAnew } from "../case/in-line.ts";
import type { Notice } from "../case/notice.ts";
import type { Policy } from "../case/policy.ts";
import { windowFor } from "../case/window.ts";
import { type Instant, instant, msOf } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/*
 * How many mails one desk gets. Whoever floods us with reports must not flood a desk with our
 * mails: nobody there reads a thousand of them, and the next one of a child is among them. Pacing
 * (`pacing.ts`) is about what SES takes; this is about who reads.
 */

/**
 * Mails to one desk, counted by the hour of the clock. In the table
 * (`adapters/dynamo-desk-mails.ts`).
 */
export type DeskMails = {
  /** How many went out to it in this hour, about: a few senders may be at it at a time. */
  readonly countIn: (email: string, now: Instant) => Promise<number>;
  readonly note: (email: string, now: Instant) => Promise<void>;
};

/**
 * Until when it waits for others: its next window, or the next of the urgent lane's shares, which
 * lie side by side from midnight UTC.
 */
export const sharesUntil = (now: Instant, policy: Policy, lane: Lane): Instant => {
  const lengthMs = policy.urgentSharesMinutes * 60_000;
  return windowFor(now, policy, lane) ?? instant(Math.floor(msOf(now) / lengthMs) * lengthMs + lengthMs);
};

/**
 * Puts a notice in line with all others that wait for the same desk then. Once: alone in its window
 * it goes by itself.
 */
export const shares = (notice: Notice, policy: Policy, lane: Lane, now: Instant): CaseEvent => ({
  ...waitAnew(
    notice,
    now,
    sharesUntil(now, policy, lane),
    `its desk had ${policy.mailsToOneDeskAnHour} mails within the hour`,
  ),
  paced: true,
});
