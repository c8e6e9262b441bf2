import { readyToSend } from "../case/decide/sendings.ts";
import type { PolicyOf } from "../case/policy.ts";
import { mailToSend } from "../digest/decide.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Mailer, perKind } from "./kinds.ts";

/** Whether what writes to a desk has a mail that may go out now. */
export const mailIsReady = (state: Mailer, policyOf: PolicyOf, now: Instant): boolean =>
  perKind(state, {
    case: (target) => readyToSend(target, policyOf(target), now).length > 0,
    digest: (digest) => mailToSend(digest, now) !== undefined,
  });
