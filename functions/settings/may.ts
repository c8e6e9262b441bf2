import { isDeepStrictEqual } from "node:util";
import { isListed, isSamePerson, signedInAlike } from "../kernel/person.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import type { Settings } from "../kernel/settings.ts";
import { isWide } from "./broad.ts";
import type { ContentOf, RowContent, RowKind, SettingsRow } from "./row.ts";

/**
 * What a change does to whom we write to and whom we believe.
 * - `narrows`: less is sent, or less is believed.
 * - `widens`: a recipient, a reporter, a right or a limit is added or changed, what forbade ends, or mail about a
 * whole platform or registry is stopped.
 * - `words`: only what people read.
 */
export const effects = ["narrows", "widens", "words"] as const;
export type Effect = (typeof effects)[number];

/** `inForce`: without the change. */
export type Step = {
  readonly after?: RowContent & { readonly until?: string };
  readonly before?: SettingsRow;
  readonly inForce: Pick<Settings, "reporters">;
};

const isWithin = (part: readonly string[] | undefined, whole: readonly string[]): boolean =>
  part === undefined || part.every((one) => whole.includes(one));

/** A reporter's row that only lessens what is in force. */
const narrowsReporter = (said: ContentOf<"reporter">, { reporters }: Step["inForce"]): boolean => {
  const known = reporterOf(reporters, said.id);
  const { organisation, contact, senders, through, people, checks } = said;
  return (
    known !== undefined &&
    [organisation, contact, senders, through, people, checks].every((one) => one === undefined) &&
    isWithin(said.liveIn, known.liveIn) &&
    isWithin(said.trustedFlagger, known.trustedFlagger) &&
    (said.reportsAMinute ?? 0) <= known.reportsAMinute
  );
};

const isForever = (until: string | undefined): string => until ?? "9999";

/** Who takes no mail is no recipient; of a whole platform two persons say that. */
const isOptedOut = (after: Step["after"]): boolean =>
  after?.kind === "provider" && after.value.kind === "opted-out" && !after.value.matches.some(isWide);

/** `changed`: for a row in the place of another. */
const table: Readonly<
  Record<RowKind, { readonly added: (step: Step) => Effect; readonly changed: Effect; readonly ended: Effect }>
> = {
  // Stopping mail about thousands of strangers for good takes two persons.
  "opt-out": {
    added: ({ after }) => (after?.kind === "opt-out" && isWide(after.value.desk) ? "widens" : "narrows"),
    changed: "widens",
    ended: "widens",
  },
  protected: {
    added: ({ after }) => (after?.kind === "protected" && isWide(after.value.domain) ? "widens" : "narrows"),
    changed: "widens",
    ended: "widens",
  },
  inhibition: { added: () => "narrows", changed: "widens", ended: "widens" },
  provider: {
    added: ({ after }) => (isOptedOut(after) ? "narrows" : "widens"),
    changed: "widens",
    ended: "widens",
  },
  reporter: {
    added: ({ after, inForce }) =>
      after?.kind === "reporter" && narrowsReporter(after.value, inForce) ? "narrows" : "widens",
    changed: "widens",
    ended: "widens",
  },
  country: { added: () => "widens", changed: "widens", ended: "widens" },
  // Policy still decides what is sent, and nobody else is notified or believed.
  "standing-answer": { added: () => "narrows", changed: "narrows", ended: "narrows" },
  // Who is shut out signs in again, and the provider is asked whether they may.
  "session-end": { added: () => "narrows", changed: "widens", ended: "widens" },
  reason: { added: () => "words", changed: "words", ended: "words" },
};

/** A changed row narrows if it says the same for longer, or less of a reporter; else as `changed` of its kind. */
export const effectOf = (step: Step): Effect => {
  const { after, before } = step;
  if (!after) return before ? table[before.kind].ended : "words";
  const of = table[after.kind];
  if (!before) return of.added(step);
  if (of.added(step) !== "narrows" || before.kind !== after.kind) return of.changed;
  if (after.kind === "reporter") return isNotMore(after.value, before) ? "narrows" : of.changed;
  const saysTheSame = isDeepStrictEqual(before.value, after.value);
  return saysTheSame && isForever(after.until) >= isForever(before.until) ? "narrows" : of.changed;
};

/** All that the row said still holds, and nothing that it took is given back. */
const isNotMore = (after: ContentOf<"reporter">, before: SettingsRow): boolean =>
  before.kind === "reporter" &&
  before.value.id === after.id &&
  (before.value.liveIn === undefined || (after.liveIn !== undefined && isWithin(after.liveIn, before.value.liveIn))) &&
  (before.value.trustedFlagger === undefined ||
    (after.trustedFlagger !== undefined && isWithin(after.trustedFlagger, before.value.trustedFlagger))) &&
  (before.value.reportsAMinute === undefined ||
    (after.reportsAMinute !== undefined && after.reportsAMinute <= before.value.reportsAMinute)) &&
  ["people", "organisation", "contact", "senders", "through", "checks"].every((field) => !(field in before.value));

/** An import counts as the strictest of its steps. */
export const strictest = (all: readonly Effect[]): Effect =>
  all.includes("widens") ? "widens" : all.includes("narrows") ? "narrows" : "words";

/** `signedIn`: by IAM's signature or the console's session; a name that was typed is nobody's. */
export type Asker = { readonly name: string; readonly mayDecide: boolean; readonly signedIn: boolean };

export type May =
  | { readonly kind: "allowed" }
  | { readonly kind: "needs-second"; readonly why: string }
  | { readonly kind: "refused"; readonly why: string };

const personsFor = { narrows: 1, widens: 2, words: 1 } as const satisfies Record<Effect, number>;

/** `standFor`: who stands for the reporters that it is about, and may not give themselves more. */
export const may = (
  effect: Effect,
  [first, second]: readonly [Asker, Asker?],
  standFor: readonly string[] = [],
): May => {
  for (const person of [first, ...(second ? [second] : [])]) {
    if (!person.signedIn) return { kind: "refused", why: "A name that was typed is nobody: sign in." };
    if (!person.mayDecide) return { kind: "refused", why: "You may look at this and not decide it." };
    if (effect === "widens" && isListed(person.name, standFor))
      return { kind: "refused", why: "You stand for this reporter; somebody else has to decide it." };
  }
  if (personsFor[effect] === 1) return { kind: "allowed" };
  if (!second) return { kind: "needs-second", why: "A second person has to agree." };
  if (isSamePerson(first.name, second.name))
    return { kind: "needs-second", why: "You asked for it; a second, different person has to agree." };
  // Nothing tells that one who signs in by both ways is one person.
  if (!signedInAlike(first.name, second.name))
    return { kind: "needs-second", why: "Both persons have to sign in in the same way, or they may be one." };
  return { kind: "allowed" };
};
