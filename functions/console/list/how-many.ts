import { count } from "../words.ts";
import type { Listed } from "./filter.ts";

/** How much needs a person. What is only to be read counts in `toRead` alone. */
export type HowMany = {
  readonly cases: number;
  /** No case was opened: they could not be read, or fit no report. */
  readonly messages: number;
  readonly urgent: number;
  readonly toRead: number;
};

/** Of places in the index: only a message is of no category. Pure. */
export const howManyIn = (places: readonly Pick<Listed, "lane" | "toRead" | "facets">[]): HowMany => {
  const open = places.filter(({ toRead }) => !toRead);
  const cases = open.filter(({ facets }) => facets.category !== undefined).length;
  return {
    cases,
    messages: open.length - cases,
    urgent: open.filter(({ lane }) => lane === "urgent").length,
    toRead: places.length - open.length,
  };
};

export const allOf = ({ cases, messages }: HowMany): number => cases + messages;

/** `13 items need you (9 cases, 4 unreadable reports), 2 to read`. */
export const sayHowMany = (many: HowMany): string => {
  const { cases, messages, toRead } = many;
  const kinds = [
    ...(cases > 0 ? [count(cases, "case")] : []),
    ...(messages > 0 ? [count(messages, "unreadable report")] : []),
  ];
  const [one] = kinds;
  const needs =
    kinds.length > 1
      ? `${count(allOf(many), "item")} need you (${kinds.join(", ")})`
      : `${one} ${allOf(many) === 1 ? "needs" : "need"} you`;
  return [...(allOf(many) > 0 ? [needs] : []), ...(toRead > 0 ? [`${toRead} to read`] : [])].join(", ");
};
