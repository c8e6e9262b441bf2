import type { Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";

export type NoticeMember = { readonly case: Case; readonly notice: Notice };

/** The same request gives the same bytes, so that a hash taken before the wire stays true. */
export type NoticeRequest = {
  readonly case: Case;
  /** Its `to` is the approved contact and, but in a dry run, the only recipient. */
  readonly notice: Notice;
  /** A digest's further members: same category, step and contact. The order is kept. */
  readonly also?: readonly NoticeMember[];
  /** With `also`: the digest's own number, in place of the case's. */
  readonly digestId?: string;
  readonly settings: Settings;
  /** From `replyAddress`. */
  readonly replyAddress: string;
  readonly attemptId: string;
  readonly now: Instant;
  /** A person had it sent again, and an earlier attempt may have arrived: the text says so. */
  readonly doubted?: boolean;
  /** Right of the @ in SES's Message-IDs, from `messageIdDomain(region)`: it threads reminders. */
  readonly messageIdDomain: string;
};

/** Every case of the mail with its notice, in order. */
export const membersOf = ({
  case: state,
  notice,
  also = [],
}: Pick<NoticeRequest, "case" | "notice" | "also">): readonly NoticeMember[] => [{ case: state, notice }, ...also];

/** By which a desk finds the matter again: the digest's number, else the case's. */
export const numberOf = ({ case: state, digestId }: Pick<NoticeRequest, "case" | "digestId">): string =>
  digestId ?? state.id;

/** A mail that passed every check, and what the claim freezes of it. */
export type ComposedNotice = {
  /** The one envelope recipient: the approved contact, or the mailbox of a dry run. */
  readonly recipient: string;
  /** Unfolded and not yet encoded. */
  readonly subject: string;
  /** For the preview and the console. */
  readonly text: string;
  readonly mime: Uint8Array;
  /** The name of the attached file, or of each. */
  readonly attached?: string;
  /** ISO 639-1, in the order of the text, `en` always among them. */
  readonly languages: readonly string[];
  /** The recipient's language where it has no texts, so that the mail is in English alone. */
  readonly languageLacking?: string;
  /** SHA-256 in hex of the mail's content without date and attempt, which differ when it is sent again. */
  readonly renderHash: string;
  /** From `recipientHashOf`. */
  readonly recipientHash: string;
};

/** Nothing is sent, a person is asked. Without the case `caseId` the digest can be composed. */
export type ComposeProblem =
  | { readonly kind: "text-missing"; readonly part: string }
  | { readonly kind: "fact-missing"; readonly fact: string; readonly caseId?: string }
  | { readonly kind: "address-refused"; readonly field: string; readonly reason: string }
  | { readonly kind: "attachment-invalid"; readonly field: string; readonly reason: string; readonly caseId?: string }
  | { readonly kind: "check-failed"; readonly failures: readonly string[] };

/** What on-call reads: no reported URL, no address. */
export const describeProblem = (problem: ComposeProblem): string => {
  switch (problem.kind) {
    case "text-missing":
      return `There is no text for ${problem.part}.`;
    case "fact-missing":
      return (
        `The notice needs ${problem.fact}, and ${caseOf(problem)} does not have it. ` +
        "Ask the reporter for a further report that says it."
      );
    case "address-refused":
      return `The address in ${problem.field} was refused: ${problem.reason}.`;
    case "attachment-invalid":
      return (
        `The machine-readable report of ${caseOf(problem)} would not be valid at ${problem.field}: ` +
        `${problem.reason}.`
      );
    case "check-failed":
      return `The finished mail failed its check: ${problem.failures.join("; ")}.`;
    default:
      return problem satisfies never;
  }
};

const caseOf = ({ caseId }: { readonly caseId?: string }): string =>
  caseId === undefined ? "the case" : `the case ${caseId}`;

/** A promise only as the MIME library streams. Reads no clock, no network; fails as `ComposeProblem` says. */
export type ComposeNotice = (request: NoticeRequest) => Promise<Result<ComposedNotice, ComposeProblem>>;
