import type { TargetCase } from "../case/case.ts";
import type { Category } from "../report/category.ts";

type Required = { readonly fact: string; readonly isThere: (state: TargetCase) => boolean };

const explanation: Required = {
  fact: "an explanation of why it is what the report says",
  isThere: ({ evidence }) => (evidence.explanation ?? "").trim() !== "",
};
const work: Required = { fact: "the work or brand that is infringed", isThere: ({ evidence }) => (evidence.imitates ?? "").trim() !== "" };

/**
 * What a notice of a category must say beside where and when, or a desk may not or cannot act on it. Absent, a person is asked.
 * > DSA Art. 16(2)(a): sufficiently substantiated explanation. For phishing, malware and child abuse the location itself shows it.
 * > 17 U.S.C. 512(c)(3)(A)(ii): identification of the work.
 */
const requiredOf: Record<Category, readonly Required[]> = {
  csam: [],
  csem: [],
  ncii: [],
  terrorism: [explanation],
  phishing: [],
  malware: [],
  botnet: [],
  fraud: [],
  brand: [work],
  copyright: [work],
  "exposed-data": [],
  other: [explanation],
};

/** The first fact that the category's law or practice asks for and the case lacks. */
export const missingFact = (state: TargetCase): string | undefined => requiredOf[state.category].find(({ isThere }) => !isThere(state))?.fact;
