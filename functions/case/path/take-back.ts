import type { Instant } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import { isUrgent } from "../../report/category.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import type { Notice } from "../notice.ts";
import type { Policy } from "../policy.ts";
import { whyNotNeeded } from "./not-needed.ts";
import { mailedDesks } from "./notified.ts";
import { queueTo } from "./queue.ts";

/** Of child abuse, intimate images and terrorism a person is asked first: it may be a mistake, or forced. */
export const asksBeforeTakingBack = ({ category }: Pick<Case, "category">): boolean => isUrgent(category);

/** Its desk heard, or will, of the withdrawal of all that it was sent, also since it was asked again. */
const isTakenBack = (state: Case, email: string): boolean => {
  const isOut = ({ step, state: reached }: Notice) =>
    reached !== "cancelled" && reached !== "failed" && (step === "withdrawal" || reached !== "queued");
  return (
    state.notices.findLast(
      (notice) =>
        isSameMailbox(notice.to.email, email) && notice.step !== "moved" && notice.step !== "letter" && isOut(notice),
    )?.step === "withdrawal"
  );
};

const owed = (state: Case): readonly Notice[] => mailedDesks(state).filter(({ to }) => !isTakenBack(state, to.email));

/** Mailboxes that would hear of the withdrawal, of which nobody has said yet whether they do. */
export const desksToTakeBackFrom = (state: Case, policy: Policy): readonly string[] =>
  owed(state)
    .filter((notice) => whyNotNeeded(state, { ...notice, step: "withdrawal" }, policy) === undefined)
    .map(({ to }) => to.email);

export const takesBack = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] =>
  owed(state).map((notice) => queueTo(state, notice, "withdrawal", policy, now));
