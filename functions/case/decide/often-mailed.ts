import { type Instant, plusHours } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import type { Case } from "../case.ts";
import { inLineFrom } from "../inhibited.ts";
import type { Notice } from "../notice.ts";
import { isSent } from "../notice-progress.ts";
import type { Policy } from "../policy.ts";
import type { Step } from "../step.ts";
import type { Rule } from "./rule.ts";

/**
 * What reporters can have sent by words alone waits. A reminder is the policy's, a letter and a
 * correction are a person's; that it is back goes out once for each time that the desk itself said
 * that it removed it.
 */
const floodFacts = {
  first: { counts: true, waits: true },
  escalation: { counts: true, waits: true },
  reminder: { counts: true, waits: false },
  moved: { counts: true, waits: true },
  withdrawal: { counts: true, waits: true },
  returned: { counts: true, waits: false },
  correction: { counts: false, waits: false },
  letter: { counts: false, waits: false },
} as const satisfies Record<Step, { readonly counts: boolean; readonly waits: boolean }>;

/** When it went out, or may have. */
const outAt = (notice: Notice): Instant | undefined => {
  if (isSent(notice)) return notice.sentAt;
  return notice.state === "on-wire" || notice.state === "unknown" ? notice.wireAt : undefined;
};

/** Since when its desk has had all that it gets of one case in a day, and until when. */
const fullUntil = ({ notices }: Case, { id, to }: Notice, { mailsOfACaseADay }: Policy): Instant | undefined => {
  const lastOut = notices
    .filter((other) => other.id !== id && floodFacts[other.step].counts && isSameMailbox(other.to.email, to.email))
    .flatMap((other) => outAt(other) ?? [])
    .sort();
  const first = lastOut.at(-mailsOfACaseADay);
  return first && plusHours(first, 24);
};

export const oftenMailed = {
  name: "often-mailed",
  why: "Whoever takes a report back and gives it again by turns has its desk hear of it twice a day, and how it ends.",
  wants: (state, policy, now) => ({
    record: state.notices.flatMap((notice) => {
      if (notice.state !== "queued" || !floodFacts[notice.step].waits || notice.to.channel !== undefined) return [];
      const until = fullUntil(state, notice, policy);
      if (until === undefined || until <= now || until <= notice.notBefore) return [];
      const why = `its desk had ${policy.mailsOfACaseADay} mails about this case within 24 hours`;
      return [
        {
          type: "notice-requeued",
          at: now,
          noticeId: notice.id,
          ...inLineFrom(until, state, notice, policy),
          why,
        } as const,
      ];
    }),
  }),
} as const satisfies Rule;
