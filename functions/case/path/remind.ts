import { type Instant, latest, plusHours } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import { isOfHost } from "../../kernel/scope.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { deskHoursAfter } from "../desk-clock.ts";
import { formRuleIn } from "../desk-rules.ts";
import type { CaseEvent } from "../event.ts";
import { rested } from "../inhibited.ts";
import { isMissedAt } from "../networks.ts";
import type { Notice, Sent } from "../notice.ts";
import { isSent } from "../notice-progress.ts";
import type { Policy } from "../policy.ts";
import { needsPerson } from "../registrar-turn.ts";
import { isRightHoldersAlone } from "../right-holder.ts";
import { tells } from "../step.ts";
import { isUnnamed } from "./not-needed.ts";
import { customersTime, hasSpoken, isHeard, isTurnedAway, tellingOnLevel } from "./notified.ts";
import { queued } from "./queue.ts";
import { isForbidden, isNeverTold, isOfOthersName, isPassedOver } from "./who.ts";

type Reminder = { readonly at: Instant; readonly to: Candidate; readonly event: (now: Instant) => CaseEvent };

const isLeftAlone = (state: Case, to: Candidate, policy: Policy): boolean =>
  isForbidden(state, to, policy) || isNeverTold(to, policy) || formRuleIn(state, to, policy) !== undefined;

/** Whatever settings say: it has answered, is asked nothing more, or its API takes no reminder. */
const hasNoMore = (state: Case, to: Candidate): boolean =>
  to.channel !== undefined ||
  isTurnedAway(state, to) ||
  isPassedOver(state, to) ||
  hasSpoken(state, to.email) ||
  isMissedAt(state, to.email) ||
  isOfOthersName(state, to) ||
  needsPerson(state, to) ||
  isRightHoldersAlone(state, to) ||
  isUnnamed(state, to);

/** Once to each silent desk of where the host stands, and of the last step. */
export const slowReminders = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const hosts = state.notices.filter(
    (notice) => !notice.ended && notice.state !== "cancelled" && tells(notice) && isOfHost(notice.to.scope),
  );
  const asked = [...tellingOnLevel(state), ...hosts].filter((notice) => isHeard(notice) && isSent(notice));
  const silent = asked.filter(
    ({ to }, at) =>
      asked.findIndex((other) => isSameMailbox(other.to.email, to.email)) === at &&
      !isLeftAlone(state, to, policy) &&
      !hasNoMore(state, to) &&
      !hadMailSince(state, to, plusHours(now, -policy.row.reminderAfterHours)),
  );
  return silent.map(({ to, level }) => queued(state, level, "reminder", to, policy, now));
};

/** As where the case was opened again and its desk reminded at once, as an earlier wait ends. */
const hadMailSince = ({ notices }: Case, to: Candidate, moment: Instant): boolean =>
  notices.some((notice) => isSent(notice) && isSameMailbox(notice.to.email, to.email) && notice.sentAt > moment);

/** Whom a person has just written to is not reminded at once. */
const lettersTo = ({ notices }: Case, to: Notice["to"], level: number): readonly Sent[] =>
  notices
    .filter(isSent)
    .filter((notice) => notice.step === "letter" && notice.level === level && isSameMailbox(notice.to.email, to.email));

/** Due times count from the last mail or a letter, and wait for the customer's time. */
export const reminders = (state: Case, policy: Policy): readonly Reminder[] =>
  remindersButForSettings(state, policy).filter(({ to }) => !isLeftAlone(state, to, policy));

/** Due times of reminders that settings leave out: a setting that ends by then costs no desk its reminder. */
export const remindersLeftOut = (state: Case, policy: Policy, now: Instant): readonly Instant[] =>
  remindersButForSettings(state, policy).flatMap(({ at, to }) =>
    at > now && isLeftAlone(state, to, policy) ? [at] : [],
  );

const remindersButForSettings = (state: Case, policy: Policy): readonly Reminder[] =>
  tellingOnLevel(state).flatMap((notice) => {
    const { to, level } = notice;
    const rests = hasNoMore(state, to);
    const before = state.notices.filter(
      (other) =>
        isSameMailbox(other.to.email, to.email) &&
        other.level === level &&
        other.step === "reminder" &&
        !other.ended &&
        other.state !== "cancelled",
    );
    const last = before.at(-1) ?? notice;
    if (rests || before.length >= policy.row.remindersAtMost || !isHeard(last) || !isSent(last)) return [];
    const hours = policy.row.reminderAfterHours;
    const planned = latest(
      ...[last, ...lettersTo(state, to, level)].map(({ sentAt: at, keptMs }) =>
        rested(state, [to], policy, { at, hours, planned: deskHoursAfter(state, { at, keptMs }, hours) }),
      ),
    );
    if (planned === undefined) return [];
    return [
      {
        at: latest(planned, customersTime(state, notice, policy)) ?? planned,
        to,
        event: (now: Instant) => queued(state, level, "reminder", to, policy, now),
      },
    ];
  });
