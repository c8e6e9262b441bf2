import type { TargetCase } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { isCaseEvent } from "../case/is-case-event.ts";
import { nothingSaid } from "../case/said.ts";
import type { Digest } from "../digest/digest.ts";
import { type DigestEvent, isDigestEvent } from "../digest/event.ts";
import { digests } from "../digest/matter.ts";
import { advance } from "../engine/advance.ts";
import { change, type NotChanged, type Tried } from "../engine/change.ts";
import type { Advanced as AdvancedIn, Matter } from "../engine/matter.ts";
import type { Result } from "../kernel/result.ts";
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
 * A case whose notice is in a digest first hears what its digest knows. Where the facts stop that
 * notice or change what it says, the digest loses it in the same atomic change, or, with its mail
 * on the wire, must not have changed meanwhile: a stop is exact up to the wire.
 *
 * Reads: the case, unless `lastSeen` is given, each digest that it is in, and what was said of the
 * reports that are asked about.
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
        digest: (digest) => writeAlone(work, digests(work.policyOf), digest, only(isDigestEvent, factsOf), beside),
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

/** The same of a digest. */
export const changeDigest = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf<Digest, DigestEvent>,
  beside: Given<Digest> = {},
): Changed<Digest, DigestEvent> =>
  change<Digest, AdvancedIn<Digest, DigestEvent>>({
    read: async () => asKind(await work.store.read(caseId)).digest,
    write: (state) => writeAlone(work, digests(work.policyOf), state, factsOf, beside),
    lastSeen: beside.lastSeen,
    rest: work.rest,
  });

const ofNoReport: Reports = { wordsOf: () => nothingSaid, isKnown: () => false };

/** Writes what happened to something that has no reports of its own and is in no digest. */
const writeAlone = async <State extends Digest, Fact extends AnyEvent>(
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
