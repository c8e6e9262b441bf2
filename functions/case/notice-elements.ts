/** What 17 U.S.C. 512(c)(3)(A) asks of a notice, (i) to (vi). */
export const noticeElements = [
  "signature",
  "work",
  "material",
  "contact",
  "good-faith",
  "accuracy-and-authority",
] as const;
export type NoticeElement = (typeof noticeElements)[number];

const elementWords: Readonly<Record<NoticeElement, string>> = {
  signature: "the signature of the right holder or of a person authorised to act for them",
  work: "the work that is infringed",
  material: "the material and where it is, so that the provider finds it",
  contact: "the right holder's address, telephone number or mail address",
  "good-faith": "the statement of a belief in good faith that the use is not authorised",
  "accuracy-and-authority":
    "the statement that the notice is accurate and, under penalty of perjury, that its sender may act for the " +
    "right holder",
};

export const rightHoldersAdvice = (lacks: readonly NoticeElement[]): string =>
  "The provider is in the United States, or its country is not known, where a notice of copyright is void without " +
  `what 17 U.S.C. 512(c)(3)(A) asks for. It lacks: ${lacks.map((element) => elementWords[element]).join("; ")}. ` +
  "Only the right holder or their agent can send it, to the provider's designated agent, whom the public directory " +
  "of the U.S. Copyright Office names.";
