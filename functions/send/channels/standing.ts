import type { ApiProvider } from "../../kernel/channels.ts";
import type { Status } from "./provider.ts";
import { providers } from "./providers.ts";

/** How a provider's answer counts against us. */
export type AnswerKind = "fair" | "mistaken" | "duplicate";
/** What a provider has answered in a month. */
export type Answers = Readonly<Record<AnswerKind, number>>;
export const noAnswers: Answers = { fair: 0, mistaken: 0, duplicate: 0 };

/** Of fewer answers a share says nothing yet. */
const answersAtLeast = 20;

const kinds: Readonly<Record<string, AnswerKind>> = {
  FALSE_POSITIVE: "mistaken",
  RECLASSIFIED: "mistaken",
  no_abuse_found: "mistaken",
  wrong_report_category: "mistaken",
  duplicate_report: "duplicate",
};

/** `undefined` where it is no answer yet. */
export const answerKindOf = (status: Status): AnswerKind | undefined =>
  status.kind === "answer" ? (kinds[status.word] ?? "fair") : undefined;

/** Why nothing more is put to an API this month: too many reports mistaken or known, it would put us last. */
export const whyStopped = (provider: ApiProvider, { fair, mistaken, duplicate }: Answers): string | undefined => {
  const { name, rules } = providers[provider];
  const { sharesAtMost }: { readonly sharesAtMost?: { readonly mistaken: number; readonly duplicates: number } } =
    rules;
  const all = fair + mistaken + duplicate;
  if (!sharesAtMost || all < answersAtLeast) return undefined;
  const said = (count: number, what: string, most: number) =>
    `${name} called ${count} of our ${all} reports of this month ${what}, and puts last who has more than ` +
    `${most * 100} % of them: its API is left alone until the month is over.`;
  if (mistaken / all > sharesAtMost.mistaken) return said(mistaken, "mistaken", sharesAtMost.mistaken);
  return duplicate / all > sharesAtMost.duplicates
    ? said(duplicate, "known to it", sharesAtMost.duplicates)
    : undefined;
};
