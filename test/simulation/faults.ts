/**
 * Where a step touches the world, and what may go wrong there. Each touch is one *await*: the
 * scheduler may let others go first, and a fault may strike before or after its effect.
 */
export const faultsOf = {
  "read a case": ["fail-before", "die-before", "delay"],
  "find a report": ["fail-before", "die-before", "delay"],
  "find a target": ["fail-before", "die-before", "delay"],
  "ask for a complaint": ["fail-before", "die-before", "delay"],
  "recall a desk": ["fail-before", "die-before", "delay"],
  "find who waits": ["fail-before", "die-before", "delay"],
  "read what is due": ["fail-before", "die-before", "delay", "nothing"],
  "write a case": [
    "fail-before",
    "fail-after",
    "die-before",
    "die-after",
    "delay",
    "twice",
    "conflict",
    "locked",
    "throttled",
  ],
  "read what waits": ["fail-before", "die-before", "delay"],
  "read the walk": ["fail-before", "die-before", "delay"],
  "note the walk": ["fail-before", "fail-after", "die-before", "die-after", "delay"],
  "set a case aside": ["fail-before", "fail-after", "die-before", "die-after", "delay", "conflict"],
  postpone: ["fail-before", "fail-after", "die-before", "die-after", "delay", "conflict", "locked"],
  "set a timer": ["fail-before", "fail-after", "die-before", "die-after", "delay"],
  "end a timer": ["fail-before", "fail-after", "die-before", "die-after", "delay"],
  "read a mail's record": ["fail-before", "die-before", "delay"],
  "note what SES said": ["fail-before", "fail-after", "die-before", "die-after", "delay"],
  "forget a history": ["fail-before", "fail-after", "die-before", "die-after", "delay", "conflict"],
  "allow a desk": ["fail-before", "fail-after", "die-before", "die-after", "delay", "conflict"],
  "count an unproven mail": ["fail-before", "fail-after", "die-before", "die-after", "delay", "conflict"],
  "drop a hint": ["fail-before", "fail-after", "die-before", "die-after", "delay", "twice", "lost"],
  "ask the registries": ["fail-before", "die-before", "delay", "silent"],
  "read the reply keys": ["fail-before", "die-before", "delay"],
  "take a turn": ["fail-before", "die-before", "delay", "no-turn", "no-turn-today"],
  "read the pause": ["fail-before", "die-before", "delay"],
  "read what is in force": ["fail-before", "die-before", "delay"],
  "ask SES": [
    "fail-before",
    "fail-after",
    "die-before",
    "die-after",
    "delay",
    "twice",
    "throttled",
    "rejected",
    "late",
    "silent",
  ],
  "ask a provider": ["fail-before", "fail-after", "die-before", "die-after", "delay", "throttled", "rejected", "late"],
  "count a domain": ["fail-before", "die-before", "delay"],
  "read a mail": ["fail-before", "die-before", "delay"],
  "tell on-call": ["fail-before", "fail-after", "die-before", "die-after", "delay"],
  "receive a message": ["twice", "delay"],
  "delete a message": ["fail-before", "die-before", "delay"],
  "start a sweep": ["twice", "lost"],
  /** Only the bad senders keep records of their own. */
  "keep a record": ["fail-before", "fail-after", "die-before", "die-after"],
} as const;

export type Port = keyof typeof faultsOf;

/**
 * `fail-…`: the call throws, before or after its effect (SES: no certain answer). `die-…`: the
 * worker is gone and its message comes back by visibility. `delay`: the effect comes later than the
 * visibility timeout, so that a second worker is at it. `twice`: the network carries it twice (SES:
 * its events). `conflict`: another write is at one of its items at that moment; the table refuses
 * this one and all that wait to be written there, though nobody may be first. `locked`: so it does
 * at each further try. `throttled` at the table: it takes no transaction now. `no-turn`: SES's rate
 * is taken, or the day's quota is. `lost`: it is gone without a word. `late`, `silent` at SES: it
 * took the mail, the answer was lost, and its events come after a person has been asked, or never.
 * `late` at a provider's API: it took the report, and answered with what nobody can read.
 */
export type Fault = (typeof faultsOf)[Port][number];

/** At which await (counted from 0 when the scenario's own part begins) which fault strikes. */
export type FaultList = ReadonlyMap<number, Fault>;

/** `12:fail-after,15:die-before`; a schedule without faults is written `none`. */
export const writeFaults = (faults: FaultList): string =>
  [...faults].map(([at, fault]) => `${at}:${fault}`).join(",") || "none";

/** The inverse of `writeFaults`; `undefined` for anything else. */
export const readFaults = (text: string): FaultList | undefined => {
  const known = new Set<string>(Object.values(faultsOf).flat());
  const pairs = text === "none" ? [] : text.split(",").map((part) => part.split(":"));
  if (!pairs.every(([at, fault, more]) => /^\d+$/.test(at ?? "") && known.has(fault ?? "") && more === undefined))
    return undefined;
  return new Map(pairs.map(([at, fault]) => [Number(at), fault as Fault]));
};
