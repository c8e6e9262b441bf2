import type { ReplyClass } from "../../case/reply-class.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Result } from "../../kernel/result.ts";
import type { Category } from "../../report/category.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { ReportedPage } from "./reported-page.ts";
import type { Taken } from "./taken.ts";
import type { Telling } from "./telling.ts";

/** `path` begins after the API's base. In place of `{account}` the adapter writes the secret's account. */
export type ChannelRequest =
  | { readonly method: "GET"; readonly path: string }
  | { readonly method: "POST"; readonly path: string; readonly body: Readonly<Record<string, unknown>> };

/** Why the provider's API can't take it: a sentence, for the person who uses its form. */
export type Unfit = { readonly kind: "unfit"; readonly why: string };

/**
 * What is known after a report was put to an API, once. `why` names the provider and what it answered.
 * - `accepted`: the provider has it. `id`: its number there, where the answer has one.
 * - `refused`: certainly not taken, and the same would be refused again.
 * - `not-let-in`: our account may not use the API.
 * - `later`: certainly not taken, and the same may be taken later.
 * - `uncertain`: it may have been taken. Never put again: the API's own list or a person settles it.
 */
export type ApiWord =
  | { readonly kind: "accepted"; readonly id?: string }
  | { readonly kind: "refused" | "not-let-in" | "uncertain"; readonly why: string }
  | { readonly kind: "later"; readonly why: string; readonly retryAfterMs?: number };

/**
 * What became of a report by the API's own word.
 * - `answer`: a word of the provider's list, what it means, and as which reply it counts.
 * - `person`: an answer that this table does not map, or about another report.
 * - `silent`: no readable answer, to be asked again at its time.
 */
export type Status =
  | { readonly kind: "waiting" }
  | { readonly kind: "answer"; readonly word: string; readonly replyClass: ReplyClass; readonly says: string }
  | { readonly kind: "person" | "not-let-in" | "silent"; readonly why: string };

/** The answer may come minutes after the report is in the provider's list, and clocks differ. */
export const listedWithin = { earlierMinutes: 5, laterMinutes: 30 } as const;

/** A report whose answer was lost, as the provider's list would show it. */
export type Sought = { readonly telling: Telling; readonly askedAt: Instant };

/** How a provider's own list shows our reports. */
type SubmittedList = {
  /** The questions that show each report of ours to which `isIt` may say yes. */
  readonly requests: (sought: Sought) => readonly ChannelRequest[];
  /** The numbers in one answer. Absent where it can't be read, or the list goes on. */
  readonly idsIn: (json: unknown) => readonly string[] | undefined;
  /** Whether that is the report sought. Absent where the answer can't be read. */
  readonly isIt: (json: unknown, sought: Sought) => boolean | undefined;
};

/** How our account is known there: by a secret that is entered, or by the function's role (SigV4). */
type Access =
  | {
      readonly kind: "secret";
      readonly fields: readonly string[];
      readonly headers: (secret: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "role";
      readonly region: string;
      /** The service's name in signatures. */
      readonly service: string;
      /** What the role has to be allowed. */
      readonly actions: readonly string[];
    };

/** Whom the provider notifies in turn, as the request asks. `unknown`: it can't be chosen. */
export type PassesOn = "unnamed" | "nobody" | "unknown";

/** What an API takes, how it is asked, what its answers mean. Pure: socket and secret are the adapter's. */
export type Provider = Taken & {
  readonly name: string;
  /** As provider rows name its interface (`api` in `contact/platforms.json`). */
  readonly api: string;
  /** Where it answers. Nothing else is ever asked. */
  readonly host: string;
  readonly basePath: string;
  readonly access: Access;
  /**
   * Takes a report once under one key (`telling.key`) and lists it by that, so that one whose answer
   * was lost, and that the list does not show, is put again by itself.
   */
  readonly isIdempotent: boolean;
  readonly passesOn: (category: Category) => { readonly host: PassesOn; readonly owner: PassesOn };
  readonly toRequest: (telling: Telling) => Result<ChannelRequest, Unfit>;
  readonly fromAnswer: (answer: HttpAnswer) => ApiWord;
  readonly statusRequest: (id: string) => ChannelRequest;
  /**
   * `standsAlone`: nobody else's is behind it: what it does ends the case. Another page is a person's.
   */
  readonly fromStatus: (
    answer: HttpAnswer,
    about: ReportedPage & { readonly id: string; readonly key: string; readonly standsAlone: boolean },
  ) => Status;
  readonly submitted: SubmittedList;
};
