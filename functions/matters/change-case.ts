import type { TargetCase } from "../case/case.ts";
import { type CaseEvent, isCaseEvent } from "../case/event.ts";
import { nothingSaid } from "../case/said.ts";
import { advance } from "../engine/advance.ts";
import { change, type NotChanged, type Tried } from "../engine/change.ts";
import type { Advanced as AdvancedIn, Matter } from "../engine/matter.ts";
import type { Result } from "../kernel/result.ts";
import { isStrayEvent, type StrayEvent } from "../strays/event.ts";
import { unreadReports } from "../strays/matter.ts";
import type { UnreadReport } from "../strays/unread-report.ts";
import type { Advanced } from "./advance.ts";
import type { Case } from "./case.ts";
import { changeOf, withBeside } from "./change-of.ts";
import type { AnyEvent } from "./event.ts";
import { asKind, perKind, targetIn } from "./kinds.ts";
import { type CaseWork, dropHints } from "./work.ts";
import { type Beside, type FactsOf, type Reports, writeTarget } from "./write-target.ts";

/**
 * `lastSeen`: the case as the caller read or wrote it last. The first try believes it, since its
 * write fails where the case changed since.
 */
type Given<State> = Beside<State> & { readonly lastSeen?: State };
type Changed<State, Fact> = Promise<Result<AdvancedIn<State, Fact>, NotChanged<State>>>;

/**
 * Reads a case, asks `factsOf` what happened to it, and writes the facts with all consequences in
 * one atomic change; then drops the hints that follow. When somebody was first, reads again and
 * asks again.
 *
 * Reads: the case, unless `lastSeen` is given, and what was said of the reports that are asked about.
 *
 * `factsOf` gives `undefined` when there is nothing to do for the case as it now is. It must be
 * pure: it may be asked several times. Safe to call twice as long as `factsOf` looks at the case.
 */
export const changeCase = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf<Case, AnyEvent>,
  beside: Given<Case> = {},
): Changed<Case, AnyEvent> =>
  change<Case, Advanced>({
    read: () => work.store.read(caseId),
    write: (state, tries) =>
      perKind<Promise<Tried<Advanced>>>(state, {
        case: (target) => writeTarget(work, target, only(isCaseEvent, factsOf), beside, tries),
        unread: (unread) => writeAlone(work, unreadReports, unread, only(isStrayEvent, factsOf), beside),
      }),
    lastSeen: beside.lastSeen,
    rest: work.rest,
  });

/** Another kind's facts are none. */
const only =
  <Fact extends AnyEvent>(
    takes: (fact: AnyEvent) => fact is Fact,
    factsOf: FactsOf<Case, AnyEvent>,
  ): FactsOf<Case, Fact> =>
  (state, reports) =>
    factsOf(state, reports)?.filter(takes);

/**
 * The same of a case that is known to be one of a target; there is none where something else has
 * that id.
 */
export const changeTarget = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf<TargetCase, CaseEvent>,
  beside: Given<TargetCase> = {},
): Changed<TargetCase, CaseEvent> =>
  change<TargetCase, AdvancedIn<TargetCase, CaseEvent>>({
    read: async () => targetIn(await work.store.read(caseId)),
    write: (state, tries) => writeTarget(work, state, factsOf, beside, tries),
    lastSeen: beside.lastSeen,
    rest: work.rest,
  });

/** The same of a place for messages. */
export const changeUnread = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf<UnreadReport, StrayEvent>,
  beside: Given<UnreadReport> = {},
): Changed<UnreadReport, StrayEvent> =>
  change<UnreadReport, AdvancedIn<UnreadReport, StrayEvent>>({
    read: async () => asKind(await work.store.read(caseId)).unread,
    write: (state) => writeAlone(work, unreadReports, state, factsOf, beside),
    lastSeen: beside.lastSeen,
    rest: work.rest,
  });

const ofNoReport: Reports = { wordsOf: () => nothingSaid, isKnown: () => false };

/** Writes what happened to something that has no reports of its own */
const writeAlone = async <State extends UnreadReport, Fact extends AnyEvent>(
  work: CaseWork,
  matter: Matter<State, Fact>,
  state: State,
  factsOf: FactsOf<State, Fact>,
  { also }: Beside<State>,
): Promise<Tried<AdvancedIn<State, Fact>>> => {
  const now = work.clock.now();
  const facts = factsOf(state, ofNoReport);
  const advanced = facts && advance(matter, state, facts, now);
  if (!advanced || advanced.events.length === 0) return { kind: "needless" };
  const written = await work.store.commit(withBeside(changeOf(advanced, now, state), also?.(state)));
  if (!written.ok) return { kind: "outdone" };
  await dropHints(work, advanced);
  return { kind: "written", done: advanced };
};
