import { advance, begin } from "../matters/advance.ts";
import { changeUnread } from "../matters/change-case.ts";
import { changeOf } from "../matters/change-of.ts";
import type { CaseWork } from "../matters/work.ts";
import type { Lane } from "../report/category.ts";
import type { StatusMessage, Unreadable } from "../report/report.ts";
import type { StrayEvent } from "../strays/event.ts";
import { placeKeyOf, strayKeyOf, takesStrays } from "../strays/strays.ts";
import { gather } from "./gather.ts";
import type { TakeInWork } from "./work.ts";

type StrayWork = CaseWork & Pick<TakeInWork, "log" | "oneAtATime" | "caseIdOf">;
type Stray = { readonly message: StatusMessage; readonly lane: Lane; readonly problem: Unreadable };

/**
 * Puts what a reporter said and fits no report before a person, together with others of its kind.
 * Safe to repeat: each message counts once for ever. `false` where too many others write to the
 * same place at this moment (`gather.ts`).
 */
export const takeInStray = async (work: StrayWork, stray: Stray): Promise<boolean> => {
  const { message, lane, problem } = stray;
  const key = strayKeyOf(message);
  const gathered = await gather(work, placeKeyOf({ ...problem, reporter: message.reporter, lane }), {
    known: () => work.store.caseOfReport(key),
    open: () => openPlace(work, stray, key),
    join: (caseId) => join(work, caseId, stray, key),
  });
  if (gathered)
    work.log.info(gathered.wasKnown ? "report.status-known" : "report.stray", {
      caseId: gathered.caseId,
      outcome: message.status,
    });
  return gathered !== undefined;
};

const openPlace = async (
  work: StrayWork,
  { message, lane, problem }: Stray,
  key: string,
): Promise<string | undefined> => {
  const at = work.clock.now();
  const { field, reason, fix } = problem;
  const opening = {
    type: "unreadable",
    at,
    caseId: await work.caseIdOf(key),
    lane,
    field,
    reason,
    fix,
    straysOf: message.reporter,
  } as const;
  const opened = advance(begin(opening), [opening, strayed(message, at)], work.policyOf, at);
  const written = await work.store.commit({ ...changeOf(opened, at), reportKeys: [key] });
  return written.ok ? opened.next.id : undefined;
};

const join = async (work: StrayWork, caseId: string, { message }: Stray, key: string): Promise<string | undefined> => {
  const at = work.clock.now();
  const joined = await changeUnread(
    work,
    caseId,
    (state) => (takesStrays(state) ? [strayed(message, at)] : undefined),
    {
      also: () => ({ reportKeys: [key] }),
    },
  );
  return joined.ok ? caseId : undefined;
};

const strayed = (message: StatusMessage, at: string): StrayEvent => ({ type: "strayed", at, message });
