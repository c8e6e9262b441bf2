import { missedWindows } from "../../case/decide/sendings.ts";
import type { Hint, Outcome } from "../../matters/work.ts";
import type { SendWork } from "../../notice/protocol.ts";
import { sendReady } from "../../notice/send-notice.ts";
import { seekDigest } from "./seek-digest.ts";
import { sendDigest } from "./send-digest.ts";

/**
 * Sends what is ready where a hint points: a case's notices (`notice/send-notice.ts`), or a
 * digest's mail (`send-digest.ts`). A notice that no digest took along is put in line anew first.
 * Safe to repeat at any point.
 */
export const sendHinted = async (work: SendWork, { caseId }: Hint): Promise<Outcome> => {
  const state = await work.store.read(caseId);
  switch (state?.kind) {
    case "digest":
      return sendDigest(work, state);
    case "case":
      for (const missed of missedWindows(state, work.clock.now())) await seekDigest(work, state, missed);
      return sendReady(work, state);
    default:
      work.log.info("hint.needless", { caseId });
      return "done";
  }
};
