import type { Case } from "../case/case.ts";
import type { Category } from "../report/category.ts";

type Stated = Pick<Case, "category" | "evidence">;
type Required = { readonly fact: string; readonly isThere: (state: Stated) => boolean };

const explanation: Required = {
  fact: "an explanation of why it is what the report says",
  isThere: ({ evidence }) => (evidence.explanation ?? "").trim() !== "",
};
const work: Required = {
  fact: "the work or brand that is infringed",
  isThere: ({ evidence }) => (evidence.imitates ?? "").trim() !== "",
};
const rightfulPlace: Required = {
  fact: "where the rightful thing is (legitimateSite)",
  isThere: ({ evidence }) => evidence.legitimateSite !== undefined,
};
const source: Required = {
  fact: "the source of its classification (detectedBy)",
  isThere: ({ evidence }) => evidence.detectedBy !== undefined,
};

/**
 * What a notice must say beside where and when, or a desk may not or cannot act on it. Else a person is asked; a
 * further report of the same target that says it fixes the case.
 * > DSA Art. 16(2)(a): sufficiently substantiated explanation.
 * For phishing, malware, botnets, fraud and exposed data the location shows it; lack of consent shows at none.
 * > 17 U.S.C. 512(c)(3)(A)(ii): identification of the work.
 * > Child abuse: the source of the classification. An accusation that nobody stands for is sent to nobody.
 */
const requiredOf: Record<Category, readonly Required[]> = {
  csam: [source],
  csem: [source],
  ncii: [explanation],
  terrorism: [explanation],
  phishing: [],
  malware: [],
  botnet: [],
  fraud: [],
  brand: [work, rightfulPlace],
  copyright: [work],
  "exposed-data": [],
  other: [explanation],
};

/** The first fact that the category's law or practice asks for and the case lacks. */
export const missingFact = (state: Stated): string | undefined =>
  requiredOf[state.category].find(({ isThere }) => !isThere(state))?.fact;

/**
 * Whether the notice says or shows why it is what it says, beyond where it is. Else no law that asks for it is
 * cited, and nobody is asked to examine evidence. What a category's notice must say is a reason.
 * > a sufficiently substantiated explanation of the reasons why the individual or entity alleges the information
 * > in question to be illegal content (DSA Art. 16(2)(a))
 * > actionable evidence that a Registered Name sponsored by Registrar is being used for DNS Abuse (RAA 3.18.2)
 */
export const isSubstantiated = ({ category, evidence }: Stated): boolean =>
  requiredOf[category].length > 0 ||
  explanation.isThere({ category, evidence }) ||
  evidence.screenshot === true ||
  (evidence.hashes ?? []).length > 0 ||
  (evidence.redirects ?? []).length > 0 ||
  (evidence.imitates !== undefined && evidence.legitimateSite !== undefined);
