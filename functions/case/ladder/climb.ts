import { earliest, type Instant } from "../../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../../kernel/mailbox.ts";
import { isOfHost } from "../../kernel/scope.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { deskHoursAfter } from "../desk-clock.ts";
import type { CaseEvent } from "../event.ts";
import { rested } from "../inhibited.ts";
import { isDead, isMissedEverywhere } from "../networks.ts";
import { isSent } from "../notice-progress.ts";
import type { Policy } from "../policy.ts";
import { hasClimbed, placeInLadder, standsOn } from "../rung.ts";
import type { Step } from "../step.ts";
import { queued } from "./queue.ts";
import { hasStoodAside, isDisputed, isOwedReturn, lower, tellingOnRung } from "./told.ts";
import { desksOf, isSpent, recipientsNow, registrarSince, scopesOf, wanted, whyNot, withoutRepeats } from "./who.ts";

/** Climbs to the next step where somebody can be notified. `undefined`: none, and it is a person's turn. */
export const climb = (state: Case, policy: Policy, now: Instant, why: string): readonly CaseEvent[] | undefined => {
  const [first, above] = rungsAbove(state, policy);
  if (!first) return undefined;
  // A host that never answers is notified all the same, and the step above it at once.
  const together = !hasClimbed(state) && above !== undefined && isSilentHost(first.desks);
  const next = together ? above : first;
  // Numbers go on where a deployment took steps out, so that no two steps share one.
  const rung = Math.max(next.rung, state.rung + 1);
  const desks = together ? withoutRepeats([...first.desks, ...above.desks]) : first.desks;
  const reason = together
    ? `${why}: ${first.name}, who is known not to answer, and at once ${above.name}`
    : `${why}: ${first.name}`;
  return [
    { type: "climbed", at: now, rung, id: next.id, name: next.name, ...below(state, next.rung, policy), why: reason },
    ...desks.map((candidate) => queued(state, rung, stepFor(state, candidate), candidate, policy, now)),
  ];
};

/** The steps that it leaves below; not one that came into the policy below its place later. */
const below = (state: Case, at: number, policy: Policy): { readonly below?: readonly string[] } => {
  const { id, below: before } = standsOn(state);
  const passed = !hasClimbed(state) ? [] : id === undefined ? before : [...before, id];
  const between = policy.row.ladder.slice(placeInLadder(state, policy) + 1, at).map((rung) => rung.id);
  const all = [...new Set([...passed, ...between])].filter((one) => one !== policy.row.ladder[at]?.id);
  return all.length === 0 ? {} : { below: all };
};

const stepNow = (state: Case): Step =>
  state.notices.some(
    (notice) => !notice.ended && (notice.step === "first" || notice.step === "returned") && isSent(notice),
  )
    ? "escalation"
    : "first";

/** The case is news to the host's desk; who was notified of what was removed hears that it is back. */
const stepFor = (state: Case, { email, scope }: Candidate, otherwise = stepNow(state)): Step => {
  if (isOwedReturn(state, email)) return "returned";
  return isOfHost(scope) ? "first" : otherwise;
};

const rungsAbove = (state: Case, policy: Policy) =>
  policy.row.ladder
    .map(({ id, name, to }, rung) => ({
      rung,
      id,
      name,
      desks: withoutRepeats(
        to
          .filter((recipient) => wanted(recipient, state) && !isSpent(state, recipient))
          .flatMap((recipient) => desksOf(state, recipient, policy, []).tell),
      ),
    }))
    .filter(({ rung, desks }) => rung > placeInLadder(state, policy) && desks.length > 0);

const isSilentHost = (desks: readonly Candidate[]): boolean => {
  const hosts = desks.filter(({ scope }) => isOfHost(scope));
  return hosts.length > 0 && hosts.every(({ memory }) => memory === "silent");
};

/**
 * Notices for recipients without a standing one, three at most; then a person says whom (`isLeftUntried`).
 */
export const replacements = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  if (!hasClimbed(state)) return [];
  const standing = tellingOnRung(state);
  const others = standing.find(({ step }) => step !== "returned")?.step ?? stepNow(state);
  const missing = recipientsNow(state, policy)
    .filter((recipient) => !isSpent(state, recipient))
    .flatMap((recipient) => desksOf(state, recipient, policy, standing).tell);
  return withoutRepeats(missing).map((candidate) =>
    queued(state, state.rung, stepFor(state, candidate, others), candidate, policy, now),
  );
};

/** A party that a desk named is notified as the registries have it for this host, never as the desk wrote. */
export const namedParties = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const scopes = scopesOf(state, policy);
  const parties = tellingOnRung(state).flatMap(({ taken }) => taken?.party ?? []);
  const named = (state.contact?.candidates ?? []).filter(
    (candidate) =>
      scopes.includes(candidate.scope) &&
      parties.some((party) => isMeant(candidate, party)) &&
      whyNot(state, candidate, policy) === undefined,
  );
  return withoutRepeats(named)
    .slice(0, 1)
    .map((candidate) => queued(state, state.rung, stepFor(state, candidate), candidate, policy, now));
};

export const registrarNotices = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] =>
  registrarSince(state, policy).map((desk) => queued(state, state.rung, stepFor(state, desk), desk, policy, now));

const isMeant = ({ email, name }: Candidate, party: string): boolean =>
  isSameMailbox(email, party) ||
  mailDomainOf(email) === lower(party) ||
  (party.includes("@") && mailDomainOf(email) === mailDomainOf(party)) ||
  (name !== undefined && lower(name) === lower(party));

/**
 * When this step was silent long enough on the desk's clock, from its first mail to where the host stands
 * now. A desk that disputes the report is left on *still up*. `undefined` while no lookup finds the host at
 * any notified desk.
 */
export const climbsAt = (state: Case, policy: Policy): Instant | undefined => {
  if (isMissedEverywhere(state)) return undefined;
  const asked = tellingOnRung(state).filter(
    (notice) => !isDead(notice) && !hasStoodAside(notice) && notice.missedAt === undefined,
  );
  const ofHost = asked.filter(({ to }) => isOfHost(to.scope));
  const counted = ofHost.length > 0 ? ofHost : asked;
  return earliest(
    ...counted
      .filter(isSent)
      .filter((notice) => !isDisputed(state, notice))
      .map(({ sentAt, keptMs, to, taken, answeredAt }) => {
        // Its desk has had its say, and who saw it says that it is there: there is no more to wait for.
        if (state.lane === "standard" && taken?.way === "reporter") return answeredAt;
        const hours = policy.row.climbsAfterHours;
        const planned = deskHoursAfter(state, { at: sentAt, keptMs }, hours);
        return rested(state, [to], policy, { at: sentAt, hours, planned });
      }),
  );
};

/** Standard lane, unless nothing of the ladder has a due time (a silent dispute, a word to be quiet). */
export const movesByItself = (state: Case, policy: Policy): boolean =>
  state.lane === "standard" &&
  !state.quiet &&
  (climbsAt(state, policy) !== undefined || tellingOnRung(state).some(({ state: reached }) => reached === "on-wire"));

/** Counted from the report, or from when it came back, without the time for which anything kept the case. */
export const onCallsTurnAt = (state: Case, policy: Policy): Instant => {
  const { openedAt, notices, cameBack: { at, keptMs } = { at: openedAt, keptMs: 0 } } = state;
  const hours = policy.row.onCallAfterHours;
  const desks = notices.filter(({ ended }) => !ended).map(({ to }) => to);
  return rested(state, desks, policy, { at, hours, planned: deskHoursAfter(state, { at, keptMs }, hours) });
};
