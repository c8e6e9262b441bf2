import type { Category } from "../../report/category.ts";
import type { TargetCase } from "../case.ts";
import type { Policy } from "../policy.ts";
import { hasClimbed } from "../rung.ts";

const host = "the host";
const upstream = "the network above the host";
const childAbuse = ["the host and its country's hotline", upstream];
const personsAtRisk = [host, upstream, "the hosting country's hotline"];
const dnsAbuse = [host, upstream, "the domain's registrar", "the hosting country's CERT"];
const rights = [host, upstream];

/**
 * The ladders of before cases noted the names of their rungs, and of those below. A case of that
 * time is read by these: today's numbers may be others. Never changed, whatever the policy becomes.
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

/** The rung that a case stands on, and those that it has passed, by their names. */
export const standsOn = (
  state: Pick<TargetCase, "category" | "rung" | "rungName" | "rungsBelow">,
): { readonly name?: string; readonly below: readonly string[] } => {
  const before = laddersOfBefore[state.category];
  const name = state.rungName ?? before[state.rung];
  // Numbers go on where rungs are taken out, so that they may be higher than there are rungs.
  if (name === undefined) return { below: before };
  return { name, below: state.rungsBelow ?? before.slice(0, Math.max(before.indexOf(name), 0)) };
};

/**
 * Where in today's ladder a case stands: at its rung, or, where that was taken out, at the last one
 * below it that is still there; before the first at -1. Those behind this place are above it.
 */
export const placeInLadder = (state: TargetCase, { row }: Policy): number => {
  if (!hasClimbed(state)) return -1;
  const { name, below } = standsOn(state);
  const here = row.ladder.findIndex((rung) => rung.name === name);
  return here >= 0 ? here : row.ladder.findLastIndex((rung) => below.includes(rung.name));
};
