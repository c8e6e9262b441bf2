import type { Case } from "../case/case.ts";
import type { EventOf } from "../case/event.ts";
import { changeCase } from "../store/change-case.ts";
import type { CaseWork } from "../store/work.ts";

/**
 * Writes into a case, as it was seen last, what became of the mail that its notice is on the wire with; nothing
 * where the case knows. Safe to repeat.
 */
export const tellMember = (
  work: CaseWork,
  lastSeen: Case,
  fact: EventOf<"sent" | "send-declined" | "send-unknown">,
  attemptId = "attemptId" in fact ? fact.attemptId : undefined,
) =>
  changeCase(
    work,
    lastSeen.id,
    ({ notices }) => {
      const notice = notices.find(({ id }) => id === fact.noticeId);
      return notice?.state === "on-wire" && notice.attemptId === attemptId ? [fact] : undefined;
    },
    { lastSeen },
  );
