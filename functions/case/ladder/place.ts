import type { Category } from "../../report/category.ts";
import type { TargetCase } from "../case.ts";
import type { Policy } from "../policy.ts";
import { hasClimbed } from "../rung.ts";

const childAbuse = ["host-and-hotline", "upstream"];
const personsAtRisk = ["host", "upstream", "hotline"];
const dnsAbuse = ["host", "upstream", "registrar", "cert"];
const rights = ["host", "upstream"];

/**
 * Cases were stored with the words of their steps before steps had an id. Never changed, whatever the words
 * become.
 */
const idsOfWords: ReadonlyMap<string, string> = new Map([
  ["the host", "host"],
  ["the host and its country's hotline", "host-and-hotline"],
  ["the network above the host", "upstream"],
  ["the domain's registrar", "registrar"],
  ["the hosting country's hotline", "hotline"],
  ["the hosting country's CERT", "cert"],
]);
const idOf = (stored: string): string => idsOfWords.get(stored) ?? stored;

/**
 * The ladders of before cases noted their steps at all. A case of that time is read by these: today's
 * numbers may be others. Never changed, whatever the policy becomes.
 */
const laddersOfBefore: Readonly<Record<Category, readonly string[]>> = {
  csam: childAbuse,
  csem: childAbuse,
  ncii: personsAtRisk,
  terrorism: personsAtRisk,
  phishing: dnsAbuse,
  malware: dnsAbuse,
  botnet: dnsAbuse,
  fraud: dnsAbuse,
  brand: rights,
  copyright: rights,
  "exposed-data": rights,
  other: rights,
};

/** The step that a case is on, and those that it has passed, by their ids. */
export const standsOn = (
  state: Pick<TargetCase, "category" | "rung" | "rungId" | "rungName" | "rungsBelow">,
): { readonly id?: string; readonly below: readonly string[] } => {
  const before = laddersOfBefore[state.category];
  const id = state.rungId ?? (state.rungName === undefined ? before[state.rung] : idOf(state.rungName));
  // Numbers go on where steps are taken out, so that they may be higher than there are steps.
  if (id === undefined) return { below: before };
  return { id, below: state.rungsBelow?.map(idOf) ?? before.slice(0, Math.max(before.indexOf(id), 0)) };
};

/**
 * Where in today's ladder a case stands: at its rung, or, where that was taken out, at the last one
 * below it that is still there; before the first at -1. Those behind this place are above it.
 */
export const placeInLadder = (state: TargetCase, { row }: Policy): number => {
  if (!hasClimbed(state)) return -1;
  const { id, below } = standsOn(state);
  const here = row.ladder.findIndex((rung) => rung.id === id);
  return here >= 0 ? here : row.ladder.findLastIndex((rung) => below.includes(rung.id));
};
