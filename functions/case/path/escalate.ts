import { earliest, type Instant } from "../../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../../kernel/mailbox.ts";
import { isOfHost } from "../../kernel/scope.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { deskHoursAfter } from "../desk-clock.ts";
import type { CaseEvent } from "../event.ts";
import { rested } from "../inhibited.ts";
import { hasEscalated, orderOnPath, standsOn } from "../level.ts";
import { isDead, isMissedEverywhere } from "../networks.ts";
import { isSent } from "../notice-progress.ts";
import type { Policy } from "../policy.ts";
import type { Step } from "../step.ts";
import { hasStoodAside, isDisputed, isOwedReturn, lower, tellingOnLevel } from "./notified.ts";
import { queued } from "./queue.ts";
import { desksOf, isSpent, recipientsNow, registrarSince, scopesOf, wanted, whyNot, withoutRepeats } from "./who.ts";

/** Escalates to the next step where somebody can be notified. `undefined`: none, and it is a person's turn. */
export const escalate = (state: Case, policy: Policy, now: Instant, why: string): readonly CaseEvent[] | undefined => {
  const [first, above] = levelsAbove(state, policy);
  if (!first) return undefined;
  // A host that never answers is notified all the same, and the step above it at once.
  const together = !hasEscalated(state) && above !== undefined && isSilentHost(first.desks);
  const next = together ? above : first;
  // Numbers go on where a deployment took steps out, so that no two steps share one.
  const level = Math.max(next.level, state.level + 1);
  const desks = together ? withoutRepeats([...first.desks, ...above.desks]) : first.desks;
  const reason = together
    ? `${why}: ${first.name}, who is known not to answer, and at once ${above.name}`
    : `${why}: ${first.name}`;
  const named = { id: next.id, name: next.name };
  return [
    { type: "escalated", at: now, level, ...named, ...below(state, next.level, policy), why: reason },
    ...desks.map((candidate) => queued(state, level, stepFor(state, candidate), candidate, policy, now)),
  ];
};

/** The steps that it leaves below; not one that came into the policy below its place later. */
const below = (state: Case, at: number, policy: Policy): { readonly below?: readonly string[] } => {
  const { id, below: before } = standsOn(state);
  const passed = !hasEscalated(state) ? [] : id === undefined ? before : [...before, id];
  const between = policy.row.path.slice(orderOnPath(state, policy) + 1, at).map((level) => level.id);
  const all = [...new Set([...passed, ...between])].filter((one) => one !== policy.row.path[at]?.id);
  return all.length === 0 ? {} : { below: all };
};

const stepNow = ({ notices }: Case): Step =>
  notices.some((notice) => !notice.ended && ["first", "returned"].includes(notice.step) && isSent(notice))
    ? "escalation"
    : "first";

/** The case is news to the host's desk; who was notified of what was removed hears that it is back. */
const stepFor = (state: Case, { email, scope }: Candidate, otherwise = stepNow(state)): Step => {
  if (isOwedReturn(state, email)) return "returned";
  return isOfHost(scope) ? "first" : otherwise;
};

const levelsAbove = (state: Case, policy: Policy) =>
  policy.row.path
    .map(({ id, name, to }, level) => ({
      level,
      id,
      name,
      desks: withoutRepeats(
        to
          .filter((recipient) => wanted(recipient, state) && !isSpent(state, recipient))
          .flatMap((recipient) => desksOf(state, recipient, policy, []).tell),
      ),
    }))
    .filter(({ level, desks }) => level > orderOnPath(state, policy) && desks.length > 0);

const isSilentHost = (desks: readonly Candidate[]): boolean => {
  const hosts = desks.filter(({ scope }) => isOfHost(scope));
  return hosts.length > 0 && hosts.every(({ memory }) => memory === "silent");
};

/**
 * Notices for recipients without a standing one, three at most; then a person says whom (`isLeftUntried`).
 */
export const replacements = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  if (!hasEscalated(state)) return [];
  const standing = tellingOnLevel(state);
  const others = standing.find(({ step }) => step !== "returned")?.step ?? stepNow(state);
  const missing = recipientsNow(state, policy)
    .filter((recipient) => !isSpent(state, recipient))
    .flatMap((recipient) => desksOf(state, recipient, policy, standing).tell);
  return withoutRepeats(missing).map((candidate) =>
    queued(state, state.level, stepFor(state, candidate, others), candidate, policy, now),
  );
};

/** A party that a desk named is notified as the registries have it for this host, never as the desk wrote. */
export const namedParties = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const scopes = scopesOf(state, policy);
  const parties = tellingOnLevel(state).flatMap(({ taken }) => taken?.party ?? []);
  const named = (state.contact?.candidates ?? []).filter(
    (candidate) =>
      scopes.includes(candidate.scope) &&
      parties.some((party) => isMeant(candidate, party)) &&
      whyNot(state, candidate, policy) === undefined,
  );
  return withoutRepeats(named)
    .slice(0, 1)
    .map((candidate) => queued(state, state.level, stepFor(state, candidate), candidate, policy, now));
};

export const registrarNotices = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] =>
  registrarSince(state, policy).map((desk) => queued(state, state.level, stepFor(state, desk), desk, policy, now));

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
export const escalatesAt = (state: Case, policy: Policy): Instant | undefined => {
  if (isMissedEverywhere(state)) return undefined;
  const asked = tellingOnLevel(state).filter(
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
        const hours = policy.row.escalatesAfterHours;
        const planned = deskHoursAfter(state, { at: sentAt, keptMs }, hours);
        return rested(state, [to], policy, { at: sentAt, hours, planned });
      }),
  );
};

/** Standard lane, unless nothing of the escalation path has a due time (a silent dispute, a word to be quiet). */
export const movesByItself = (state: Case, policy: Policy): boolean =>
  state.lane === "standard" &&
  !state.quiet &&
  (escalatesAt(state, policy) !== undefined ||
    tellingOnLevel(state).some(({ state: reached }) => reached === "on-wire"));

/** Counted from the report, or from when it came back, without the time for which anything kept the case. */
export const onCallsTurnAt = (state: Case, policy: Policy): Instant => {
  const { openedAt, notices, cameBack: { at, keptMs } = { at: openedAt, keptMs: 0 } } = state;
  const hours = policy.row.onCallAfterHours;
  const desks = notices.filter(({ ended }) => !ended).map(({ to }) => to);
  return rested(state, desks, policy, { at, hours, planned: deskHoursAfter(state, { at, keptMs }, hours) });
};
