import type { ReplyClass } from "../../case/reply-class.ts";

type Meaning = {
  readonly replyClass: ReplyClass;
  /** What the provider says by it, after its name: "GoDaddy says that …". */
  readonly says: string;
};

const badReport = "our report was not as it wants it";

/** What a provider's API says it did, each from its published definition. Other words need a person. */
const meanings = {
  ACTIONED: { replyClass: "removed", says: "it acted on what was reported" },
  content_removed: { replyClass: "removed", says: "the content was gone when it looked" },
  CONTENT_DOWN_OR_INACCESSIBLE: { replyClass: "removed", says: "the content was down or out of reach when it looked" },
  content_unavailable: { replyClass: "removed", says: "the content could not be reached when it looked" },
  NOT_REGISTERED_HOSTED_HERE: { replyClass: "not-ours", says: "it neither hosts nor registered it" },
  not_on_cloudflare: { replyClass: "not-ours", says: "it is not on its network" },
  NOT_RESOLVABLE_TO_AWS: { replyClass: "not-ours", says: "it is not on its network" },
  FORWARDED_COMPLAINT: { replyClass: "acknowledgement", says: "it passed the report on" },
  duplicate_report: { replyClass: "acknowledgement", says: "it has the report already" },
  FALSE_POSITIVE: { replyClass: "refused", says: "it finds nothing to act on" },
  REVIEWED_NO_AWS_ACTION: { replyClass: "refused", says: "it finds nothing to act on" },
  no_abuse_found: { replyClass: "refused", says: "it finds no abuse" },
  unable_to_confirm: { replyClass: "not-found", says: "it could not confirm what we reported" },
  RECLASSIFIED: { replyClass: "unclear", says: `${badReport}: it counts as another kind of abuse` },
  wrong_report_category: { replyClass: "unclear", says: `${badReport}: it is of another category` },
  NEED_MORE_INFORMATION: { replyClass: "unclear", says: "it needs to know more" },
  incomplete_report: { replyClass: "unclear", says: `${badReport}: something is missing` },
  direct_url_required: { replyClass: "unclear", says: `${badReport}: it wants the address of the very page` },
  missing_original_work: { replyClass: "unclear", says: `${badReport}: it wants to know what is imitated` },
  report_details_mismatch: { replyClass: "unclear", says: `${badReport}: what we say does not fit what is there` },
  law_enforcement_referral_required: { replyClass: "unclear", says: "it wants this from law enforcement" },
  domain_dispute_process_required: { replyClass: "unclear", says: "it wants this by a domain dispute" },
} as const satisfies Record<string, Meaning>;

export type AnswerWord = keyof typeof meanings;
export const answerWords = Object.keys(meanings) as readonly AnswerWord[];

export const isAnswerWord = (word: string): word is AnswerWord => Object.hasOwn(meanings, word);
export const meaningOf = (word: AnswerWord): Meaning => meanings[word];
