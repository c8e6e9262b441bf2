import type { Notice } from "../case/notice.ts";
import type { PolicyOf } from "../case/policy.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { advance } from "./advance.ts";

import { type Mailer, perKind } from "./kinds.ts";

/**
 * When whatever has mails in line that find no turn before `until` is looked at again: then, or before where something
 * else is due, as a look-up, a check, or the question about a mail on the wire. Pure.
 */
export const withoutATurnUntil = (state: Mailer, policyOf: PolicyOf, now: Instant, until: Instant): Instant => {
  const { events, wants } = advance(inLineFor(state, now, until), [], policyOf, now);
  return events.length > 0 ? now : (earliest(until, wants.wakeAt) ?? until);
};

const inLineFor = (state: Mailer, now: Instant, until: Instant): Mailer => {
  // As after a definite no: in line anew, whatever the hour (`case/decide/settle.ts`).
  const put = (notice: Notice): Notice =>
    notice.state === "queued" && notice.notBefore <= now
      ? { ...notice, notBefore: until, dueAt: notice.dueAt ?? notice.notBefore }
      : notice;
  return perKind<Mailer>(state, {
    case: (target) => ({ ...target, notices: target.notices.map(put) }),
    digest: (digest) => ({ ...digest, notices: [put(digest.notices[0])] }),
  });
};
