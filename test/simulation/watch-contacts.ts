import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { type Instant, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Tells } from "./breach.ts";
import { asks } from "./in-force.ts";
import type { Hearing } from "./outside.ts";

/**
 * Holds every mail to the promise that its mailbox was named by a registry or the directory for an
 * address that DNS gave for the target in the hour before (two where the policy lets a look-up
 * count so long), or by a person.
 */
export const aWatchOverContacts = (now: () => Instant, breach: Tells) => {
  const gave = new Map<string, Instant>();
  const named = new Map<string, Set<string>>();
  const liesWithin = new Map<string, Set<string>>();
  const chosen = new Set<string>();
  /** When each mailbox was last claimed for, of each case: from then on a mail may have arrived. */
  const told = new Map<string, Instant>();

  const hearing: Hearing = {
    gave: (addresses) => {
      for (const address of addresses) gave.set(address, now());
    },
    lies: (address, within) => void liesWithin.set(address, (liesWithin.get(address) ?? new Set()).add(within)),
    named: (what, emails) =>
      named.set(what, new Set([...(named.get(what) ?? []), ...emails.map((email) => email.toLowerCase())])),
  };

  /**
   * What a look-up without sources of its own answered; it names all of them for each of its
   * addresses.
   */
  const answered = (addresses: readonly string[], candidates: readonly Candidate[]) => {
    hearing.gave(addresses);
    for (const address of addresses)
      hearing.named(
        address,
        candidates.map(({ email }) => email),
      );
    // A registrar answers for the domain, wherever the host stands.
    hearing.named(
      "the domain",
      candidates.filter(({ scope }) => scope === "registrar").map(({ email }) => email),
    );
  };

  /** Both were named for one and the same address, block or system. */
  const areNamedTogether = (one: string, other: string): boolean =>
    [...named].some(
      ([what, emails]) => what !== "the domain" && emails.has(one.toLowerCase()) && emails.has(other.toLowerCase()),
    );

  const chose = (caseId: string, email: string) => void chosen.add(`${caseId} ${email.toLowerCase()}`);

  /** `at`: when the claim was decided on, which is before it is written. */
  const claimed = (caseId: string, email: string, at: Instant) => void told.set(`${caseId} ${email.toLowerCase()}`, at);

  const wired = (state: Case, { step, to }: Notice) => {
    const { id, category } = state;
    const email = to.email.toLowerCase();
    if (asks.includes(step) && !chosen.has(`${id} ${email}`) && couldStopWholeName(state, to))
      breach("wrong recipient", `${id} tells the registrar ${email}, and no person has allowed it`);
    if (!asks.includes(step)) {
      if (!told.has(`${id} ${email}`))
        breach("wrong recipient", `${id} sends a ${step} to ${email}, who had no notice of it`);
      return;
    }
    if (chosen.has(`${id} ${email}`) || named.get("the domain")?.has(email)) return;
    // The claim is where the system looks last; from there to the wire the world may take its time.
    const since = plusHours(plusMinutes(told.get(`${id} ${email}`) ?? now(), -1), hoursOf[category] ?? -1);
    const isNamed = [...gave].some(
      ([address, at]) =>
        at >= since && [address, ...(liesWithin.get(address) ?? [])].some((what) => named.get(what)?.has(email)),
    );
    if (!isNamed)
      breach(
        "wrong recipient",
        `${id} tells ${email} (${step}), whom nobody names for an address that DNS gave since ${since}`,
      );
  };

  return { hearing, answered, areNamedTogether, chose, claimed, wired };
};

/** What waits an hour for others need not be looked up twice for it (`contactFreshHours`). */
const hoursOf: Readonly<Record<string, number>> = { brand: -2, copyright: -2, "exposed-data": -2, other: -2 };

/** A registrar, of a name that is old, undated or listed. */
const couldStopWholeName = ({ contact, openedAt, cleared }: Case, { scope }: Candidate): boolean => {
  const { registeredAt, isShared, isWellKnown } = contact?.name ?? {};
  const isYoung = registeredAt !== undefined && registeredAt > plusHours(openedAt, -365 * 24);
  return scope === "registrar" && !cleared.includes("registrar") && (!isYoung || isShared || isWellKnown) === true;
};
