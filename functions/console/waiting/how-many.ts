import type { Lane } from "../../report/category.ts";
import type { ReviewItem } from "../../store/queue-entry.ts";
import { type InLine, isToRead } from "../../store/review-rank.ts";
import { count } from "../words.ts";

type Place = Pick<InLine, "lane" | "toRead" | "facets">;

/** How many wait for a person. Those only to be read count in `toRead` alone. */
export type HowMany = {
  readonly cases: number;
  /** No case was opened: they could not be read, or fit no report. */
  readonly messages: number;
  readonly urgent: number;
  readonly toRead: number;
};

type Kind = ReviewItem["kind"];

const counted = (all: readonly { readonly kind: Kind; readonly lane: Lane; readonly toRead: boolean }[]): HowMany => {
  const open = all.filter(({ toRead }) => !toRead);
  const of = (wanted: Kind) => open.filter(({ kind }) => kind === wanted).length;
  return {
    cases: of("case"),
    messages: of("entry"),
    urgent: open.filter(({ lane }) => lane === "urgent").length,
    toRead: all.length - open.length,
  };
};

/** Of cases that were read. Pure. */
export const howManyAre = (cases: readonly ReviewItem[]): HowMany =>
  counted(cases.map((state) => ({ kind: state.kind, lane: state.lane, toRead: isToRead(state) })));

/** Of places in line: only a message is of no category. Pure. */
export const howManyIn = (places: readonly Place[]): HowMany =>
  counted(
    places.map(({ lane, toRead, facets }) => ({
      kind: facets.category === undefined ? "entry" : "case",
      lane,
      toRead,
    })),
  );

export const allOf = ({ cases, messages }: HowMany): number => cases + messages;

/** `2 cases and 3 messages wait`: whoever is woken asks how many cases there are. */
export const sayHowMany = (many: HowMany): string => {
  const kinds = (
    [
      [many.cases, "case"],
      [many.messages, "message"],
    ] as const
  ).flatMap(([number, what]) => (number > 0 ? [count(number, what)] : []));
  return `${kinds.join(" and ")} ${allOf(many) === 1 ? "waits" : "wait"}`;
};
