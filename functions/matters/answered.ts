import { type Answer, answerFacts } from "../case/answer.ts";
import type { Review } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { PolicyOf } from "../case/policy.ts";
import type { Instant } from "../kernel/instant.ts";
import { ok, type Result } from "../kernel/result.ts";
import { unreadAnswered } from "../strays/matter.ts";
import type { Case } from "./case.ts";
import { perKind } from "./kinds.ts";

/**
 * The facts that an answer to an open question means for whatever is asked about; why it can't be
 * followed, else. Pure.
 */
export const answeredFacts = (
  state: Case,
  review: Review,
  answer: Answer,
  policyOf: PolicyOf,
  now: Instant,
): Result<readonly CaseEvent[], { readonly reason: string }> =>
  perKind<ReturnType<typeof answeredFacts>>(state, {
    case: (target) => answerFacts(target, review, answer, policyOf(target), now),
    unread: () => ok(unreadAnswered(review, answer, now)),
  });
