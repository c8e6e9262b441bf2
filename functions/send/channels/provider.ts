import type { ReplyClass } from "../../case/reply-class.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Result } from "../../kernel/result.ts";
import type { Category } from "../../report/category.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { Taken } from "./taken.ts";
import type { Telling } from "./telling.ts";
import type { ToldOf } from "./told-of.ts";

/**
 * One request to a provider's API. `path` begins behind the API's base. Where it has `{account}`,
 * the adapter writes the account that stands in the provider's secret.
 */
export type ChannelRequest =
  | { readonly method: "GET"; readonly path: string }
  | { readonly method: "POST"; readonly path: string; readonly body: Readonly<Record<string, unknown>> };

/** Why the provider's API can't be told of it: in a sentence, for the person who takes its form. */
export type Unfit = { readonly kind: "unfit"; readonly why: string };

/**
 * What is known after a report was put to an API, once.
 * - `accepted`: the provider has it. `id` is its number there, where the answer has one.
 * - `refused`: for certain not taken, and the same would be refused again.
 * - `not-let-in`: our account may not use the API.
 * - `later`: for certain not taken, and the same may be taken later.
 * - `uncertain`: it may have been taken. Never put again; the API's own list or a person settles it.
 *
 * `why` is a sentence that names the provider and what it answered.
 */
export type Told =
  | { readonly kind: "accepted"; readonly id?: string }
  | { readonly kind: "refused" | "not-let-in" | "uncertain"; readonly why: string }
  | { readonly kind: "later"; readonly why: string; readonly retryAfterMs?: number };

/**
 * What became of a report by the API's own word.
 * - `waiting`: nothing yet.
 * - `answer`: a word of the provider's list, what it means, and as which reply it counts.
 * - `person`: the answer is none that this table maps, or is about another report.
 * - `not-let-in`: as of `Told`.
 * - `silent`: no answer that can be read; to be asked again at its time.
 */
export type Status =
  | { readonly kind: "waiting" }
  | { readonly kind: "answer"; readonly word: string; readonly replyClass: ReplyClass; readonly says: string }
  /** `looks`: what it came to is seen at the page alone, by whoever can look. */
  | { readonly kind: "person"; readonly why: string; readonly looks?: true }
  | { readonly kind: "not-let-in" | "silent"; readonly why: string };

/**
 * How far from when it was asked a report stands in a provider's list: the answer may come minutes after the report is
 * there, and clocks differ.
 */
export const listedWithin = { earlierMinutes: 5, laterMinutes: 30 } as const;

/** A report whose answer was lost, as the provider's list would show it. */
export type Sought = { readonly telling: Telling; readonly askedAt: Instant };

/** How a provider's own list shows what it was told. */
type SubmittedList = {
  /** The questions that show each report of ours to which `isIt` may say yes. */
  readonly requests: (sought: Sought) => readonly ChannelRequest[];
  /** The numbers that one answer lists; absent where it can't be read, or goes on beyond it. */
  readonly idsIn: (json: unknown) => readonly string[] | undefined;
  /** Whether that is the report sought; absent where the answer can't be read. */
  readonly isIt: (json: unknown, sought: Sought) => boolean | undefined;
};

/** Whom the provider tells in turn, as the request asks it to. `unknown`: it can't be chosen. */
export type PassesOn = "unnamed" | "nobody" | "unknown";

/**
 * A provider's API: what it takes, how it is asked, what its answers mean. All of it is pure; the
 * socket and the secret are the adapter's.
 */
export type Provider = Taken & {
  readonly name: string;
  /** As rows of providers name its interface (`api` in `contact/platforms.json`). */
  readonly api: string;
  /** Where it answers; nothing else is ever asked. */
  readonly host: string;
  readonly basePath: string;
  /** The fields of its secret, and the headers that they make. */
  readonly secretFields: readonly string[];
  readonly headers: (secret: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  readonly passesOn: (category: Category) => { readonly host: PassesOn; readonly owner: PassesOn };
  readonly toRequest: (telling: Telling) => Result<ChannelRequest, Unfit>;
  readonly fromAnswer: (answer: HttpAnswer) => Told;
  readonly statusRequest: (id: string) => ChannelRequest;
  /**
   * `standsAlone`: nothing of somebody else's is behind it, so that what it does ends the case. Whatever page the
   * answer names has to be the one that was told of; an answer about another is a person's.
   */
  readonly fromStatus: (
    answer: HttpAnswer,
    about: ToldOf & { readonly id: string; readonly standsAlone: boolean },
  ) => Status;
  /** Absent where the API lists nothing: then an answer that was lost is a person's. */
  readonly submitted?: SubmittedList;
};
