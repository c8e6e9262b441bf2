import type { Log } from "../kernel/log.ts";
import type { OneAtATime } from "../kernel/one-at-a-time.ts";
import type { Lane } from "../report/category.ts";
import type { StatusMessage, Unreadable } from "../report/report.ts";
import { advance } from "./advance.ts";
import { caseIdOf } from "./case-id.ts";
import { type CaseWork, changeCase, changeOf } from "./change-case.ts";
import type { CaseEvent } from "./event.ts";
import { begin } from "./evolve.ts";
import { placeKeyOf, strayKeyOf, takesStrays } from "./strays.ts";

type StrayWork = CaseWork & { readonly log: Log; readonly oneAtATime: OneAtATime };
type Stray = { readonly message: StatusMessage; readonly lane: Lane; readonly problem: Unreadable };

// Each is ten tries at the place itself. Who has not come through by then only keeps others from it.
const triesAtMost = 3;

/**
 * Puts what a reporter said and fits no report before a person, together with others of its kind. Safe to repeat: each message
 * counts once for ever. `false` where too many others write to the same place at this moment; nothing was written then.
 *
 * A batch of a flood is written one by one: all at once, each would fail as often as it has neighbours.
 */
export const takeInStray = (work: StrayWork, stray: Stray): Promise<boolean> => {
  const place = placeKeyOf({ ...stray.problem, reporter: stray.message.reporter, lane: stray.lane });
  return work.oneAtATime(place, () => take(work, stray, place));
};

const take = async (work: StrayWork, stray: Stray, place: string): Promise<boolean> => {
  const key = strayKeyOf(stray.message);
  for (let tries = 0; tries < triesAtMost; tries++) {
    const known = await work.store.caseOfReport(key);
    if (known) {
      work.log.info("report.status-known", { caseId: known, outcome: stray.message.status });
      return true;
    }
    const caseId = await work.store.openCaseOfTarget(place);
    if (caseId ? await join(work, caseId, stray, key) : await openPlace(work, stray, key)) return true;
  }
  return false;
};

const openPlace = async (work: StrayWork, { message, lane, problem }: Stray, key: string): Promise<boolean> => {
  const at = work.clock.now();
  const { field, reason, fix } = problem;
  const opening = { type: "unreadable", at, caseId: caseIdOf(key), lane, field, reason, fix, straysOf: message.reporter } as const;
  const opened = advance(begin(opening), [opening, strayed(message, at)], work.policyOf, at);
  const written = await work.store.commit({ ...changeOf(opened, at), reportKeys: [key] });
  if (written.ok) work.log.info("report.stray", { caseId: opened.next.id, outcome: message.status });
  return written.ok;
};

const join = async (work: StrayWork, caseId: string, { message }: Stray, key: string): Promise<boolean> => {
  const at = work.clock.now();
  const joined = await changeCase(work, caseId, (state) => (state.kind === "unread" && takesStrays(state) ? [strayed(message, at)] : undefined), {
    also: () => ({ reportKeys: [key] }),
  });
  if (joined.ok) work.log.info("report.stray", { caseId, outcome: message.status });
  return joined.ok;
};

const strayed = (message: StatusMessage, at: string): CaseEvent => ({ type: "strayed", at, message });
