import type { Case } from "../../functions/case/case.ts";
import type { Notice } from "../../functions/case/notice.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { isOfHost } from "../../functions/kernel/scope.ts";
import type { Tells } from "./breach.ts";

/** A DynamoDB item holds 400 KB, and a case has to fit in half of it. */
const itemBytesAtMost = 200_000;
const listedAtMost = 120;
/**
 * Of each kind one, of the host's three, and three who were told before mailboxes that take no
 * mail.
 */
const desksAtMost = (kind: string): number => (kind === "host" ? 6 : 4);
/** Of networks whose desk took the mail; in the place of each other one more may be told. */
const networksAtMost = 3;
const mailsForACaseAtMost = 40;
/** Ten of the standard lane, and then ten of the urgent one, which does not wait for those. */
const mailsInAnHourAtMost = 20;

/**
 * Cancelled: its desk complained about another case while a person was asked whether this mail went
 * out.
 */
const turnedAway: readonly Notice["state"][] = ["bounced", "complained", "cancelled"];

/**
 * Holds what strangers can make longer to a bound: mails for a case and to a desk, lists in a case,
 * and its size.
 */
export const aWatchOverBounds = (now: () => Instant, breach: Tells) => {
  const mails = new Map<string, number>();
  const desks = new Map<string, Set<string>>();
  const networks = new Map<string, Set<string>>();
  /** How often each case came back: whoever hosts it then is told anew, and each time as many at most. */
  const returns = new Map<string, number>();
  const lately = new Map<string, Instant[]>();
  const customersTimes = new Map<string, Instant>();

  const wired = ({ id, notices }: Case, { step, to }: Notice) => {
    const count = (mails.get(id) ?? 0) + 1;
    mails.set(id, count);
    if (count === mailsForACaseAtMost + 1) breach("without a bound", `${id} has had ${count} mails`);
    if (to.source === "person" || (step !== "first" && step !== "escalation")) return;
    const time = `${id} ${returns.get(id) ?? 0}`;
    if (to.scope === "network" && to.range !== undefined)
      networks.set(time, (networks.get(time) ?? new Set()).add(to.range));
    const isDead = (range: string) =>
      notices.some((other) => other.to.range === range && turnedAway.includes(other.state));
    const told = [...(networks.get(time) ?? [])].filter((range) => !isDead(range));
    if (told.length > networksAtMost) breach("without a bound", `${id} has been told to ${told.length} networks`);
    // Whoever a registry names beside a desk hears with it.
    if (to.beside) return;
    const kind = isOfHost(to.scope) ? "host" : to.scope;
    const asked = desks.get(`${time} ${kind}`) ?? new Set();
    desks.set(`${time} ${kind}`, asked.add(to.email.toLowerCase()));
    if (asked.size === desksAtMost(kind) + 1)
      breach("without a bound", `${id} has been told to ${asked.size} desks (${kind}) by the machine`);
  };

  /** One mail, to one mailbox, about however many cases. */
  const mailed = (recipient: string) => {
    const since = plusHours(now(), -1);
    const times = [...(lately.get(recipient) ?? []).filter((at) => at > since), now()];
    lately.set(recipient, times);
    if (times.length === mailsInAnHourAtMost + 1)
      breach("without a bound", `${recipient} has had ${times.length} mails in an hour`);
  };

  /** Whoever could name a new time would put off what is owed to a desk for ever. */
  const handedOn = ({ id: caseId }: Case, { id, passedOn }: Notice) => {
    if (passedOn?.until === undefined) return;
    const notice = `${caseId} ${id}`;
    const first = customersTimes.get(notice) ?? passedOn.until;
    customersTimes.set(notice, first);
    if (passedOn.until !== first) breach("without a bound", `${notice} waits for its customer a second time`);
  };

  const committed = (before: Case | undefined, state: Case) => {
    if (before?.kind === "case" && before.closed?.outcome === "removed" && !state.closed)
      returns.set(state.id, (returns.get(state.id) ?? 0) + 1);
    if (state.kind === "case") for (const notice of state.notices) handedOn(state, notice);
    for (const [name, value] of Object.entries(state)) {
      if (name === "members" || !Array.isArray(value) || value.length <= listedAtMost) continue;
      breach("without a bound", `${state.id} lists ${value.length} ${name}`);
    }
  };

  const ended = (states: Iterable<Case>) => {
    for (const state of states) {
      const bytes = JSON.stringify(state).length;
      if (bytes > itemBytesAtMost) breach("without a bound", `${state.id} has grown to ${bytes} bytes`);
    }
  };

  return { wired, mailed, committed, ended };
};
