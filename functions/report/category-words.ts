import type { Category } from "./category.ts";

/** In words for whoever was woken a minute ago. */
export const categoryWords: Record<Category, string> = {
  csam: "child sexual abuse material",
  csem: "sexual exploitation of a child",
  ncii: "intimate imagery without consent",
  terrorism: "terrorist content",
  phishing: "phishing",
  malware: "malware",
  botnet: "botnet",
  fraud: "fraud",
  brand: "misuse of a brand",
  copyright: "copyright infringement",
  "exposed-data": "exposed data",
  other: "other harmful content",
};
