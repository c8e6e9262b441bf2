import type { Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";

/** A case and the notice of it that a mail carries. */
export type NoticeMember = { readonly case: Case; readonly notice: Notice };

/**
 * All that a notice is made of. The same request gives the same bytes, so that a hash taken before
 * the wire stays true.
 */
export type NoticeRequest = {
  readonly case: Case;
  /**
   * The notice to compose; its `to` is the approved contact and, but in a dry run, the only
   * recipient.
   */
  readonly notice: Notice;
  /**
   * A digest's further members: cases of the same category, with notices of the same step to the
   * same contact. The order is kept.
   */
  readonly also?: readonly NoticeMember[];
  /** With `also`: the digest's own number, which stands where a single notice has its case's. */
  readonly digestId?: string;
  readonly settings: Settings;
  /** From `replyAddress`. */
  readonly replyAddress: string;
  readonly attemptId: string;
  readonly now: Instant;
  /**
   * An earlier attempt of this mail may have reached the desk, and a person had it sent again: the
   * text says so.
   */
  readonly doubted?: boolean;
  /**
   * Right of the @ in the Message-IDs that SES assigns, from `messageIdDomain(region)`; reminders
   * are threaded by it.
   */
  readonly messageIdDomain: string;
};

/** Every case of the mail with its notice, one or a digest's many, in order. */
export const membersOf = ({
  case: state,
  notice,
  also = [],
}: Pick<NoticeRequest, "case" | "notice" | "also">): readonly NoticeMember[] => [{ case: state, notice }, ...also];

/**
 * Our number in the mail, by which a desk finds the matter again: the digest's, else the case's.
 */
export const numberOf = ({ case: state, digestId }: Pick<NoticeRequest, "case" | "digestId">): string =>
  digestId ?? state.id;

/** A mail that passed every check, and what the claim freezes of it. */
export type ComposedNotice = {
  /** The one envelope recipient: the approved contact, or the settings' mailbox in a dry run. */
  readonly recipient: string;
  /** Unfolded and not yet encoded, as a person reads it. */
  readonly subject: string;
  /** The text part, for the preview and the console. */
  readonly text: string;
  readonly mime: Uint8Array;
  /** The name of the attached file, or of each, where there is one. */
  readonly attached?: string;
  /** ISO 639-1, in the order in which they stand in the text; `en` is always among them. */
  readonly languages: readonly string[];
  /**
   * The recipient's language where there are no texts in it, so that the mail is in English alone.
   */
  readonly languageLacking?: string;
  /**
   * SHA-256 in hex of recipient, subject, text and attachments; not of the date and the attempt's
   * id, which differ when a refused attempt is repeated.
   */
  readonly renderHash: string;
  /** SHA-256 in hex of the approved contact, from `recipientHashOf`. */
  readonly recipientHash: string;
};

/**
 * Why there is no mail. Nothing is sent, a person is asked; `describeProblem` says it in one
 * sentence. `caseId` names the one case of a digest that it is about: without that case the digest
 * can be composed.
 */
export type ComposeProblem =
  | { readonly kind: "text-missing"; readonly part: string }
  | { readonly kind: "fact-missing"; readonly fact: string; readonly caseId?: string }
  | { readonly kind: "address-refused"; readonly field: string; readonly reason: string }
  | { readonly kind: "attachment-invalid"; readonly field: string; readonly reason: string; readonly caseId?: string }
  | { readonly kind: "check-failed"; readonly failures: readonly string[] };

/** What on-call reads. Holds no reported URL and no address. */
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

/**
 * Pure but for the promise: the MIME library streams. Reads no clock and no network; fails as
 * `ComposeProblem` says.
 */
export type ComposeNotice = (request: NoticeRequest) => Promise<Result<ComposedNotice, ComposeProblem>>;
