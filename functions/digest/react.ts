import type { CloseOutcome } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { afterMail, askOnce, questionAbout, type Replied, roomFor } from "../case/react-mail.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Digest } from "./digest.ts";
import { isHeardByNamed } from "./evolve.ts";

/** What must be asked about a digest's mail: on the digest, once for all in it. What comes in after the end moves nothing. */
export const reactDigest = (state: Digest, event: CaseEvent, now: Instant): readonly CaseEvent[] => {
  if (state.closed) return [];
  return event.type === "replied" ? afterReply(state, event, now) : afterMail(state, event, now);
};

const afterReply = (state: Digest, event: Replied, now: Instant): readonly CaseEvent[] => {
  if (isHeardByNamed(state, event)) return [];
  const asked = questionAbout(event, { isHostNow: true, isUrgent: state.lane === "urgent" });
  return asked ? askOnce(state, now, asked, event.noticeId, roomFor(event)) : [];
};

/** A digest ends, by itself or by a person's word: its mail goes out no more. */
export const endDigest = (now: Instant, outcome: CloseOutcome, why: string): CaseEvent => ({ type: "closed", at: now, outcome, why });
