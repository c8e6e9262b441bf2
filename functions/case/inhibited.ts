import { namesMailbox, nameWithin } from "../kernel/desk-match.ts";
import type { Inhibition } from "../kernel/in-force.ts";
import { earlier, type Instant, latest, msOf, plusHours, plusMs } from "../kernel/instant.ts";
import { holds } from "../kernel/range.ts";
import type { Candidate } from "./candidate.ts";
import type { Case } from "./case.ts";
import { placeOf } from "./desk-rules.ts";
import type { Notice } from "./notice.ts";
import type { Policy } from "./policy.ts";
import { notBefore, windowFor } from "./quiet-hours.ts";

/*
 * > An inhibition keeps mails back for a while: nothing is sent to its desk, about its hosts or in
 * its category, and when it is over all goes on by itself. Nobody is asked for it, and nobody's
 * silence is counted meanwhile: the clocks of what it keeps rest.
 */

const meansCase = ({ about }: Inhibition, state: Case): boolean => {
  if ("category" in about) return about.category === state.category;
  const { names, addresses, origins = [] } = placeOf(state);
  const { desk } = about;
  switch (desk.kind) {
    case "name":
      return names.some((name) => nameWithin(name, desk.name) !== undefined);
    case "range":
      return [...names, ...addresses].some((address) => holds(desk.range, address));
    case "system":
      return origins.includes(desk.asn);
    case "mailbox":
    case "mail-domain":
      return false;
  }
};

const meansDesk = ({ about }: Inhibition, { email }: Candidate): boolean =>
  "desk" in about && namesMailbox(about.desk, email);

const about = (state: Case, desks: readonly Candidate[], { inhibitions }: Policy): readonly Inhibition[] =>
  inhibitions.filter((one) => meansCase(one, state) || desks.some((desk) => meansDesk(one, desk)));

type InLine = { readonly notBefore: Instant; readonly window?: Instant };

/** A letter, or what a program reads, goes by itself, at any hour. */
export const inLineFrom = (at: Instant, state: Case, { step, to }: Notice, policy: Policy): InLine => {
  if (step === "letter" || to.channel !== undefined) return { notBefore: at };
  const window = windowFor(at, policy, state.lane);
  return { notBefore: window ?? notBefore(at, policy, state.lane), ...(window && { window }) };
};

export const movedInLine = (
  state: Case,
  notice: Notice,
  policy: Policy,
  now: Instant,
): (InLine & { readonly why: string }) | undefined => {
  const all = about(state, [notice.to], policy);
  const until = latest(...all.flatMap((one) => (one.until > now ? one.until : [])));
  if (until !== undefined) {
    const place = inLineFrom(until, state, notice, policy);
    return notice.notBefore < place.notBefore
      ? { ...place, why: `a person had nothing sent there until ${until.slice(0, 16)}Z` }
      : undefined;
  }
  const endedEarly = all.some(
    ({ until: over, planned }) =>
      over <= now && planned > now && notice.notBefore === inLineFrom(planned, state, notice, policy).notBefore,
  );
  if (!endedEarly) return undefined;
  // The same window, or the same morning, may be what it waits for by now.
  const place = inLineFrom(now, state, notice, policy);
  return place.notBefore < notice.notBefore ? { ...place, why: "what kept it back was ended" } : undefined;
};

/** People may end what it waits for any minute. */
export const isInhibited = (state: Case, policy: Policy, now: Instant): boolean =>
  state.notices.some(
    (notice) => notice.state === "queued" && about(state, [notice.to], policy).some(({ until }) => until > now),
  );

/** People may end a pause at any time, and no case hears of it: it is looked at this often. */
export const looksForEndAfterMinutes = 15;

/** As if all inhibitions end now; nothing where none stands. */
export const endedNow = (policy: Policy, now: Instant): Policy | undefined =>
  policy.inhibitions.some(({ until }) => until > now)
    ? { ...policy, inhibitions: policy.inhibitions.map((one) => ({ ...one, until: earlier(one.until, now) })) }
    : undefined;

/** When `hours` are over without inhibited time. `planned`: by other stops of the clock; the later counts. */
export const rested = (
  state: Case,
  desks: readonly Candidate[],
  policy: Policy,
  { at, hours, planned }: { readonly at: Instant; readonly hours: number; readonly planned: Instant },
): Instant => {
  let end = plusHours(at, hours);
  let counted = at;
  const inOrder = [...about(state, desks, policy)].sort((a, b) => (a.since < b.since ? -1 : 1));
  for (const { since, until } of inOrder) {
    const from = latest(since, counted) ?? since;
    if (from >= end || until <= from) continue;
    end = plusMs(end, msOf(until) - msOf(from));
    counted = until;
  }
  return latest(planned, end) ?? planned;
};
