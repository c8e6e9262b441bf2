import { isDeepStrictEqual } from "node:util";
import { isListed, isSamePerson, signedInAlike } from "../kernel/person.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import type { Settings } from "../kernel/settings.ts";
import { isWide } from "./broad.ts";
import { fieldsOf, textsIn } from "./fields.ts";
import { type Effect, kinds } from "./kinds.ts";
import type { ContentOf, RowContent, SettingsRow } from "./row.ts";

/** `inForce`: without the change. */
export type Step = {
  readonly after?: (RowContent & { readonly until?: string }) | undefined;
  readonly before?: SettingsRow | undefined;
  readonly inForce: Pick<Settings, "reporters">;
};

const isWithin = (part: unknown, whole: unknown): boolean =>
  Array.isArray(part)
    ? Array.isArray(whole) && part.every((one) => whole.includes(one))
    : Number(part) <= Number(whole);

const limits = fieldsOf("reporter").flatMap(({ name, limits }) => (limits ? [name] : []));

/** Whether a reporter's row says nothing but rights and limits, each of which holds by `isLess`. */
const limitsAlone = (
  { id: _, ...said }: ContentOf<"reporter">,
  isLess: (name: string, limit: unknown) => boolean,
): boolean =>
  Object.entries(said).every(([name, limit]) => limit === undefined || (limits.includes(name) && isLess(name, limit)));

/** A reporter's row that only lessens what is in force. */
const narrowsReporter = (said: ContentOf<"reporter">, { reporters }: Step["inForce"]): boolean => {
  const known = reporterOf(reporters, said.id);
  return known !== undefined && limitsAlone(said, (name, limit) => isWithin(limit, Reflect.get(known, name)));
};

/** All that the row said still holds, and nothing that it took is given back. */
const isNotMore = (after: ContentOf<"reporter">, before: SettingsRow): boolean =>
  before.kind === "reporter" &&
  before.value.id === after.id &&
  limitsAlone(before.value, (name, limit) => isWithin(Reflect.get(after, name), limit));

const isForever = (until: string | undefined): string => until ?? "9999";

/** Who takes no mail is no recipient; of a whole platform two persons say that. */
const isOptedOut = (after: RowContent): boolean =>
  after.kind === "provider" && after.value.kind === "opted-out" && !after.value.matches.some(isWide);

/** What a new row does. Stopping mail about thousands of strangers for good takes two persons. */
const effectOfNew = (after: RowContent, inForce: Step["inForce"]): Effect => {
  if (isOptedOut(after)) return "narrows";
  if (after.kind === "reporter") return narrowsReporter(after.value, inForce) ? "narrows" : "widens";
  const { effects, lasts } = kinds[after.kind];
  const isForGood = lasts === undefined;
  return isForGood && textsIn(after, "pattern").some(([, pattern]) => isWide(pattern)) ? "widens" : effects.added;
};

/** A changed row narrows if it says the same for longer, or less of a reporter; else as `changed` of its kind. */
export const effectOf = (step: Step): Effect => {
  const { after, before } = step;
  const { ended = "widens", changed = "widens" } = kinds[(after ?? before)?.kind ?? "reason"].effects;
  if (!after) return ended;
  const asNew = effectOfNew(after, step.inForce);
  if (!before) return asNew;
  if (asNew !== "narrows" || before.kind !== after.kind) return changed;
  if (after.kind === "reporter") return isNotMore(after.value, before) ? "narrows" : changed;
  const saysTheSame = isDeepStrictEqual(before.value, after.value);
  return saysTheSame && isForever(after.until) >= isForever(before.until) ? "narrows" : changed;
};

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
