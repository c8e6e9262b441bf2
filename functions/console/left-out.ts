import type { Flash } from "./parts.tsx";
import { shown, visibleInLine } from "./shown.ts";

/** Characters shown of a name or value. */
const signsAtMost = 60;
const partsAtMost = 5;

const cut = (text: string): string => {
  const line = visibleInLine(shown(text));
  return line.length > signsAtMost ? `${line.slice(0, signsAtMost)}…` : line;
};

/**
 * What a page says of unknown address parts: whoever mistyped a filter would take all that is shown
 * for what they asked for. `instead`: what is shown, in a sentence. Empty parts ask nothing. Pure.
 */
export const saidLeftOut = (
  query: URLSearchParams,
  isKnown: (name: string, value: string) => boolean,
  instead: string,
): Flash | undefined => {
  const unknown = [...new Set(query.keys())]
    .map((name) => [name, query.get(name) ?? ""] as const)
    .filter(([name, value]) => value !== "" && !isKnown(name, value));
  if (unknown.length === 0) return undefined;
  const named = unknown.slice(0, partsAtMost).map(([name, value]) => `${cut(name)} “${cut(value)}”`);
  const more = unknown.length > partsAtMost ? ` and ${unknown.length - partsAtMost} more` : "";
  return {
    kind: "bad",
    title: unknown.length === 1 ? "A part of this address is not known" : "Parts of this address are not known",
    text: `Left out: ${named.join(", ")}${more}. ${instead}`,
  };
};
