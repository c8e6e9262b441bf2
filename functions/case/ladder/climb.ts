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
import { hasClimbed } from "../rung.ts";
import type { Step } from "../step.ts";
import { wanted } from "../wanted.ts";
import { placeInLadder, standsOn } from "./place.ts";
import { queued } from "./queue.ts";
import { hasStoodAside, isDisputed, isOwedReturn, tellingOnRung } from "./told.ts";
import { desksOf, isSpent, lower, recipientsNow, registrarSince, scopesOf, whyNot, withoutRepeats } from "./who.ts";

/**
 * Climbs to the next rung on which somebody can be told, with the notices that this queues. Gives
 * `undefined` when no rung above has a usable contact: then it is a person's turn.
 */
export const climb = (state: Case, policy: Policy, now: Instant, why: string): readonly CaseEvent[] | undefined => {
  const [first, above] = rungsAbove(state, policy);
  if (!first) return undefined;
  // A host that never answers is told all the same, and the rung above it at once instead of after
  // days of silence.
  const together = !hasClimbed(state) && above !== undefined && isSilentHost(first.desks);
  const next = together ? above : first;
  // Numbers go on from the last one, also where a deployment took rungs out: notices of two rungs
  // must not be taken for one's.
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

/**
 * The rungs that it leaves below it. One that came into the policy below the place that it stood on
 * is none of them: whoever stands there was passed by, and is not told later as somebody of the
 * host's whom nobody told.
 */
const below = (state: Case, at: number, policy: Policy): { readonly below?: readonly string[] } => {
  const { id, below: before } = standsOn(state);
  const passed = !hasClimbed(state) ? [] : id === undefined ? before : [...before, id];
  const between = policy.row.ladder.slice(placeInLadder(state, policy) + 1, at).map((rung) => rung.id);
  const all = [...new Set([...passed, ...between])].filter((one) => one !== policy.row.ladder[at]?.id);
  return all.length === 0 ? {} : { below: all };
};

/** Whoever is told when others were told before is told of them. */
const stepNow = (state: Case): Step =>
  state.notices.some(
    (notice) => !notice.ended && (notice.step === "first" || notice.step === "returned") && isSent(notice),
  )
    ? "escalation"
    : "first";

/**
 * Where the host stands is news to its desk, whoever else was told before; whoever was told of what
 * was removed since hears that it is back.
 */
const stepFor = (state: Case, { email, scope }: Candidate, otherwise = stepNow(state)): Step => {
  if (isOwedReturn(state, email)) return "returned";
  return isOfHost(scope) ? "first" : otherwise;
};

/** The rungs above the one stood on where somebody can be told, with whom. */
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
 * Recipients whom nobody stands for: their contact's mail came back, they became recipients since
 * (the domain turned out to be malicious, a look-up found their desk), or the host stands in a
 * network that was not told. The next of the same kind is told, three times at most; then a person
 * says whom to write to (`isLeftUntried`).
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

/**
 * Whom a desk of this rung named in its own place, where the registries name them for this host,
 * the ladder has a rung for them and nothing is against writing to them. What is written to is what
 * the registries say, and not what the desk wrote.
 */
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

/** The registrar that is notified though its step is passed (`registrarSince`). */
export const registrarNotices = (state: Case, policy: Policy, now: Instant): readonly CaseEvent[] =>
  registrarSince(state, policy).map((desk) => queued(state, state.rung, stepFor(state, desk), desk, policy, now));

/** By its mailbox, by its mail domain, or by the name that the registries have for it. */
const isMeant = ({ email, name }: Candidate, party: string): boolean =>
  isSameMailbox(email, party) ||
  mailDomainOf(email) === lower(party) ||
  (party.includes("@") && mailDomainOf(email) === mailDomainOf(party)) ||
  (name !== undefined && lower(name) === lower(party));

/**
 * When this rung has been silent long enough on the desk's clock, counted from its first mail that
 * went out to where the host stands now; from others' where nobody of the host's is asked on it.
 * A desk that disputes what was reported is left once a reporter says that it is still there, and
 * not before. While no look-up finds the host at any desk that was told, nobody is.
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
        // Its desk has had its say, and who saw it says that it is there: nothing is left to wait for.
        if (state.lane === "standard" && taken?.way === "reporter") return answeredAt;
        const hours = policy.row.climbsAfterHours;
        const planned = deskHoursAfter(state, { at: sentAt, keptMs }, hours);
        return rested(state, [to], policy, { at: sentAt, hours, planned });
      }),
  );
};

/**
 * In the standard lane the ladder moves in its own time, also beyond the policy's time: a person is asked
 * at its end, and not what the next rung is told anyway. Where nothing of the ladder has a moment (a desk
 * disputes it and its reporter is silent, a person had the machine be quiet) on-call's turn comes.
 */
export const movesByItself = (state: Case, policy: Policy): boolean =>
  state.lane === "standard" &&
  !state.quiet &&
  (climbsAt(state, policy) !== undefined || tellingOnRung(state).some(({ state: reached }) => reached === "on-wire"));

/**
 * When on-call is asked what else to do: counted from the report, or from when it came back, without
 * the time for which a person, a hold or a stop of sending kept the case.
 */
export const onCallsTurnAt = (state: Case, policy: Policy): Instant => {
  const { openedAt, notices, cameBack: { at, keptMs } = { at: openedAt, keptMs: 0 } } = state;
  const hours = policy.row.onCallAfterHours;
  const desks = notices.filter(({ ended }) => !ended).map(({ to }) => to);
  return rested(state, desks, policy, { at, hours, planned: deskHoursAfter(state, { at, keptMs }, hours) });
};
