import type { ReplyClass } from "../case/reply-class.ts";
import type { JudgedCount } from "./judged.ts";

/**
 * Whose readings are held against what persons said. `together`: what the rules and the second
 * reader came to, and the reply was taken for; `would-be`: the same where the second reader decided
 * nothing.
 */
export const readerKinds = ["rules", "other", "together", "would-be"] as const;
export type ReaderKind = (typeof readerKinds)[number];

/** So many replies that a person called one thing were read as another; not at all without `read`. */
export type Mixed = { readonly was: ReplyClass; readonly read?: ReplyClass; readonly times: number };

/** How one reader read what persons judged. */
export type ReaderFigures = {
  readonly kind: ReaderKind;
  /** Of the second reader. */
  readonly name?: string;
  /** Replies of which a person told what they were, and which it read or was asked about. */
  readonly replies: number;
  /** Of these, those about which it did not say. */
  readonly silent: number;
  readonly right: number;
  /** How many of the same replies the rules alone read right. */
  readonly rulesRight: number;
  /** Replies that it took for *removed*, and those among them that were something else. */
  readonly removedClaimed: number;
  readonly removedWrongly: number;
  /** The most frequent first; what was read right is among them. */
  readonly mixed: readonly Mixed[];
};

/** How often the second reader was right when it was so sure, in tenths. */
export type Sureness = {
  readonly name?: string;
  readonly tenths: number;
  readonly replies: number;
  readonly right: number;
};

export type ReadersReport = {
  /** Replies about which a person was asked and has answered. */
  readonly judged: number;
  /** Of these, those of which the answer told what the desk had said. */
  readonly told: number;
  readonly readers: readonly ReaderFigures[];
  readonly sureness: readonly Sureness[];
};

/** What the figures mean; printed beside them. */
export const readersDefinitions: readonly string[] = [
  "Replies: those about which a person was asked and has answered, by the month of the answer. What the machine " +
    "took for a receipt or closed a case by was asked of nobody and is not among them.",
  "Told: the person said what the desk had said, or closed the case as removed, or filled in the form that the " +
    "desk wants. Other answers say what is done next and nothing of the reply; they are counted and not judged.",
  "Right: read as the person told it. Together: what the rules and the second reader came to, by which the case " +
    "went on. In shadow: what they would have come to, while the rules alone decided.",
  "Removed wrongly: taken for removed, though the person says that the desk had said something else.",
];

type Group = { replies: number; silent: number; right: number; rulesRight: number; readonly mixed: Map<string, Mixed> };

/** Puts counts together into how well each reader read. Pure. */
export const readersReport = (counts: readonly JudgedCount[]): ReadersReport => {
  const told = counts.flatMap((one) => (one.was === undefined ? [] : [{ ...one, was: one.was }]));
  return {
    judged: sumOf(counts),
    told: sumOf(told),
    readers: figuresOf(told),
    sureness: surenessOf(told),
  };
};

type Told = JudgedCount & { readonly was: ReplyClass };

const sumOf = (counts: readonly { readonly times: number }[]): number =>
  counts.reduce((sum, { times }) => sum + times, 0);

type Reading = { readonly kind: ReaderKind; readonly name?: string; readonly read: ReplyClass | undefined };

const readingsIn = ({ rules, other, reader, isShadow, together }: Told): readonly Reading[] => [
  { kind: "rules", read: rules },
  ...(reader === undefined
    ? []
    : [
        { kind: "other" as const, name: reader, read: other },
        { kind: isShadow ? ("would-be" as const) : ("together" as const), name: reader, read: together },
      ]),
];

const figuresOf = (told: readonly Told[]): readonly ReaderFigures[] => {
  const groups = new Map<string, Group & Omit<Reading, "read">>();
  for (const one of told)
    for (const { read, ...who } of readingsIn(one)) {
      const key = `${who.kind} ${who.name ?? ""}`;
      const group = groups.get(key) ?? { ...who, replies: 0, silent: 0, right: 0, rulesRight: 0, mixed: new Map() };
      groups.set(key, group);
      count(group, one, read);
    }
  const byName = [...groups.values()].sort((one, another) => ((one.name ?? "") < (another.name ?? "") ? -1 : 1));
  return readerKinds
    .flatMap((kind) => byName.filter((group) => group.kind === kind))
    .map(({ mixed, ...figures }) => {
      const all = [...mixed.values()];
      return {
        ...figures,
        removedClaimed: sumOf(all.filter(({ read }) => read === "removed")),
        removedWrongly: sumOf(all.filter(({ read, was }) => read === "removed" && was !== "removed")),
        mixed: all.sort((one, another) => another.times - one.times || (nameOf(one) < nameOf(another) ? -1 : 1)),
      };
    });
};

const nameOf = ({ was, read }: Omit<Mixed, "times">): string => `${was} ${read ?? ""}`;

const count = (group: Group, { was, rules, times }: Told, read: ReplyClass | undefined): void => {
  group.replies += times;
  if (read === undefined) group.silent += times;
  if (read === was) group.right += times;
  if (rules === was) group.rulesRight += times;
  const mixed: Omit<Mixed, "times"> = { was, ...(read && { read }) };
  const before = group.mixed.get(nameOf(mixed))?.times ?? 0;
  group.mixed.set(nameOf(mixed), { ...mixed, times: before + times });
};

const surenessOf = (told: readonly Told[]): readonly Sureness[] => {
  const groups = new Map<string, { name?: string; tenths: number; replies: number; right: number }>();
  for (const { reader, tenths, other, was, times } of told) {
    if (tenths === undefined) continue;
    const key = `${reader ?? ""} ${String(tenths).padStart(2, "0")}`;
    const group = groups.get(key) ?? { ...(reader !== undefined && { name: reader }), tenths, replies: 0, right: 0 };
    groups.set(key, group);
    group.replies += times;
    if (other === was) group.right += times;
  }
  return [...groups].sort(([one], [another]) => (one < another ? -1 : 1)).map(([, group]) => group);
};

/** The counts of these months, one month after the other. */
export const judgedIn = async (
  months: readonly string[],
  read: (month: string) => Promise<readonly JudgedCount[]>,
): Promise<readonly JudgedCount[]> => {
  const counts: JudgedCount[] = [];
  for (const month of months) counts.push(...(await read(month)));
  return counts;
};
