import { hash } from "node:crypto";
import { type Instant, plusMinutes } from "../../kernel/instant.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import type { Notice } from "../notice.ts";
import type { Policy } from "../policy.ts";
import { notBefore, windowFor } from "../quiet-hours.ts";
import { type Step, tells } from "../step.ts";

/** Ten hex digits of a hash, so that no address stands in queues or logs. */
const contactKey = (email: string): string => hash("sha256", email.toLowerCase()).slice(0, 10);

export const noticeIdOf = (level: number, step: Step, email: string): string => `${level}-${step}-${contactKey(email)}`;

type Queued = EventOf<"notice-queued">;

/** A further notice of a kind gets an id of its own; a cancelled one is queued again under its own. */
export const queued = (
  state: Case,
  level: number,
  step: Step,
  desk: Candidate,
  policy: Policy,
  now: Instant,
): Queued => {
  const base = noticeIdOf(level, step, desk.email);
  const { channel, ...mailed }: Candidate = desk;
  const to: Candidate = channel === undefined || policy.channels.has(channel) ? desk : mailed;
  const before = state.notices.filter(({ id }) => id === base || id.startsWith(`${base}-`));
  const again = before.findLast((notice) => notice.state === "cancelled")?.id;
  const asksUntil =
    to.memory === "new" && tells({ step }) && policy.approvalWaitMinutes > 0
      ? plusMinutes(now, policy.approvalWaitMinutes)
      : undefined;
  // A program reads at any hour, and each report is one of its own.
  const isProgram = to.channel !== undefined;
  const window = asksUntil || isProgram ? undefined : windowFor(now, policy, state.lane);
  return {
    type: "notice-queued",
    at: now,
    noticeId: again ?? (before.length === 0 ? base : `${base}-${before.length + 1}`),
    level,
    step,
    to,
    notBefore: window ?? (isProgram ? now : notBefore(asksUntil ?? now, policy, state.lane)),
    ...(window && { window }),
    ...(asksUntil && { asksUntil }),
  };
};

export const queueTo = (state: Case, notice: Notice, step: Step, policy: Policy, now: Instant): CaseEvent =>
  queued(state, notice.level, step, notice.to, policy, now);
