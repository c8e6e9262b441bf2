import type { Instant } from "../../functions/kernel/instant.ts";
import type { Lane } from "../../functions/report/category.ts";
import { type AccountWord, afterRefusal, type Refusal, turnFor } from "../../functions/send/refusal.ts";

/** SES's refusals as the senders keep them, without a table. */
export const memoryAccount = (now: () => Instant): Pick<AccountWord, "turn" | "heard"> => {
  const refused = new Map<Lane, Refusal>();
  return {
    turn: async (lane, caseId) => {
      const turn = turnFor(refused.get(lane), caseId, now());
      if (turn.kind === "takes") refused.set(lane, turn.held);
      return turn.kind === "waits" ? turn.until : undefined;
    },
    heard: async (lane, answer) => {
      if (answer.kind === "declined") refused.set(lane, afterRefusal(refused.get(lane), answer.code, now()));
      else refused.delete(lane);
    },
  };
};
