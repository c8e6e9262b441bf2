import type { TargetCase } from "../case/case.ts";
import type { DigestOpening } from "../digest/event.ts";
import { digestIdOf, isInWindow, openingFor, type Waiting } from "../digest/waiting.ts";
import { open } from "./advance.ts";
import { changeOf } from "./change-of.ts";
import { type CaseWork, dropHints } from "./work.ts";

/**
 * A notice that begins to wait has a digest that is due when its window ends. Left undone, the
 * notice waits for another window.
 */
export const openDigests = async (work: CaseWork, state: TargetCase, waits: readonly Waiting[]): Promise<void> => {
  for (const { key, noticeId } of waits) {
    const notice = state.notices.find(({ id }) => id === noticeId);
    if (notice && isInWindow(notice) && !(await work.store.read(digestIdOf(key, 1))))
      await openDigest(work, openingFor(state, notice, key, work.clock.now()));
  }
};

/** Opens a digest, or finds that somebody has. */
export const openDigest = async (work: CaseWork, opening: DigestOpening): Promise<void> => {
  const opened = open(opening, work.policyOf);
  await work.store.commit(changeOf(opened, opening.at));
  await dropHints(work, opened);
};
