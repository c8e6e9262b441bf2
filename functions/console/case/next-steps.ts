import type { TargetCase } from "../../case/case.ts";
import { restsUntil } from "../../case/desk-clock.ts";
import { asksOnCallAt, climb, climbsAt, reminders } from "../../case/ladder.ts";
import { goneForCertainAt, isDoubted, looksForNameAt } from "../../case/name-gone.ts";
import type { Policy } from "../../case/policy.ts";
import type { Digest } from "../../digest/digest.ts";
import { type Instant, plusMinutes } from "../../kernel/instant.ts";
import type { Case } from "../../matters/case.ts";
import { shown, visible } from "../shown.ts";
import { stepWords } from "../words.ts";

/** What will happen to a case if nobody does anything, and when; without `at` it waits for somebody. */
export type NextStep = { readonly says: string; readonly at?: Instant };

/** The coming steps in order of time, as the policy has them now. Pure; decides nothing, it only tells what `decide` would do. */
export const nextSteps = (state: Case, policy: Policy | undefined, now: Instant): readonly NextStep[] => {
  if (state.closed) return [];
  if (state.kind === "unread" && state.strays) return [{ says: "Waits for a person. What is said of the kind until then joins it." }];
  if (state.kind === "unread" && state.unhosted) return [{ says: "Waits for a person. More of the kind, from the same sender, joins it until then." }];
  if (state.kind === "unread" && state.alike)
    return [{ says: "Waits for a person. What can't be read of the same sender, at the same field, joins it until then." }];
  if (state.kind === "unread" || !policy) return [{ says: "Waits for a person. The message is kept, without what may be content in it." }];
  if (state.kind === "digest") return digestSteps(state, policy, now);
  const stop = standstill(state, now);
  if (stop.length > 0) return stop;
  if (isDoubted(state)) return lookUp(state, policy, now);
  const steps = [...lookUp(state, policy, now), ...sending(state, policy, now), ...ladder(state, policy, now)];
  const inOrder = steps.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1));
  return inOrder.length > 0 ? inOrder : [{ says: state.reviews.length > 0 ? "Waits for a person." : "Is looked at again within minutes." }];
};

const digestSteps = (state: Digest, policy: Policy, now: Instant): readonly NextStep[] => {
  const steps = sending(state, policy, now);
  if (steps.length > 0 || state.closed) return steps;
  return [{ says: state.reviews.length > 0 ? "Waits for a person." : "Its mail is out; the cases in it wait for the answer." }];
};

const standstill = (state: TargetCase, now: Instant): readonly NextStep[] => {
  const holds = state.holds.filter(({ until }) => until === undefined || until > now);
  if (holds.length > 0) {
    return holds.map(({ by, until }) => ({
      says: until ? `Nothing goes out: ${shown(by)} holds the case until then.` : `Nothing goes out while ${shown(by)} holds the case.`,
      ...(until && { at: until }),
    }));
  }
  const looksAgainAt = looksForNameAt(state);
  return [
    ...(state.reviews.some(({ blocking }) => blocking) ? [{ says: "Nothing goes out before a person has answered the question." }] : []),
    ...(looksAgainAt === undefined ? [] : [{ says: "The name is looked up again, and goes on by itself where it stands again.", at: looksAgainAt }]),
  ];
};

const lookUp = ({ contact, silentLookups, rung }: TargetCase, policy: Policy, now: Instant): readonly NextStep[] => {
  if (!contact) return [{ says: "Who answers for the host is being looked up.", at: now }];
  const certainAt = goneForCertainAt(contact);
  if (certainAt !== undefined) return [{ says: "DNS gave no such name: nobody is told or reminded before it is looked up again.", at: certainAt }];
  const minutes = policy.lookAgainAfterMinutes[silentLookups - 1];
  const isEmpty = contact.candidates.length === 0 && contact.forms.length === 0;
  return isEmpty && contact.retry && rung < 0 && minutes !== undefined
    ? [{ says: "The sources that stayed silent are asked again.", at: plusMinutes(contact.askedAt, minutes) }]
    : [];
};

const sending = (state: TargetCase | Digest, policy: Policy, now: Instant): readonly NextStep[] =>
  state.notices.flatMap((notice): readonly NextStep[] => {
    const name = `${stepWords[notice.step]} to ${visible(notice.to.email)}`;
    if (notice.state === "queued") return [{ says: `The ${name} goes out.`, at: notice.notBefore > now ? notice.notBefore : now }];
    if (notice.state === "gathered" && notice.digest) return [{ says: `The ${name} goes out in the digest ${notice.digest.id}.`, at: now }];
    if (notice.state !== "on-wire" || notice.digest) return [];
    return [
      { says: `The ${name} counts as unknown unless the mail service answers before.`, at: plusMinutes(notice.wireAt ?? now, policy.unknownAfterMinutes) },
    ];
  });

const ladder = (state: TargetCase, policy: Policy, now: Instant): readonly NextStep[] => {
  if (state.rung < 0) return [];
  const rests = restsUntil(state, now);
  const notBefore = (at: Instant): Instant => [at, rests ?? at, now].sort().at(-1) ?? at;
  const asked: NextStep = { says: "You are asked, if it is not known to be gone by then.", at: notBefore(asksOnCallAt(state, policy)) };
  if (state.quiet) return [{ says: "Reminders rest: a desk said that it has acted." }, asked];
  const due = reminders(state, policy).map(({ at, event }): NextStep => {
    const reminder = event(now);
    return { says: `A reminder goes to ${reminder.type === "notice-queued" ? visible(reminder.to.email) : "the desk"}.`, at: notBefore(at) };
  });
  const climbAt = climbsAt(state, policy);
  return [...due, ...(climbAt ? [climbing(state, policy, notBefore(climbAt))] : []), asked];
};

/** The name of the rung above on which somebody can be told, if there is one. */
export const nextRung = (state: TargetCase, policy: Policy, at: Instant): string | undefined => {
  const climbed = climb(state, policy, at, "")?.[0];
  return climbed?.type === "climbed" ? climbed.name : undefined;
};

const climbing = (state: TargetCase, policy: Policy, at: Instant): NextStep => {
  const rung = nextRung(state, policy, at);
  return { says: rung ? `Without an answer the next rung is told: ${rung}.` : "Without an answer you are asked: no further rung has a contact.", at };
};
