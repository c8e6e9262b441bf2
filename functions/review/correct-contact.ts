import type { Case } from "../case/case.ts";
import { undecided } from "../case/given.ts";
import type { Question } from "../case/question.ts";
import { readDeskMatches } from "../kernel/desk-match.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { ContentOf } from "../settings/row.ts";
import { isAt } from "../settings/touches.ts";
import type { CaseWork } from "../store/work.ts";
import { recordVerdict } from "./verdict.ts";

/*
 * A corrected contact waits for a second person. In the urgent case that waits for it, it counts at once, by that
 * person's own answer "send the notice to this mailbox", which one person may give anyway.
 */

/** These ask only whom to write to: a corrected contact is their answer. */
const asksWhom: readonly Question[] = ["no-contact", "unconfirmed-desk"];

export type ContactCorrected = {
  readonly caseId: string;
  readonly entry: ContentOf<"provider">;
  readonly by: string;
  readonly why: string;
};

/** Answers an urgent case's question by an entry's mailbox; else says why not. Writes one change. */
export const countAtOnce = async (
  work: CaseWork,
  { caseId, entry, by, why }: ContactCorrected,
): Promise<Result<{ readonly email: string }, { readonly reason: string }>> => {
  const state = await work.store.read(caseId);
  if (!state) return fail({ reason: `There is no case ${caseId}.` });
  const { email } = entry;
  if (email === undefined || takesNoMail(entry)) return fail({ reason: "It names no mailbox that reads mail." });
  if (state.lane !== "urgent") return fail({ reason: "Only an urgent case goes ahead of the second person." });
  if (!isAbout(entry, state)) return fail({ reason: "It is not about this case's host." });
  const review = undecided(state).find(({ question }) => asksWhom.includes(question));
  if (!review) return fail({ reason: "The case asks nobody whom to write to." });
  const verdict = { decision: "send-to", email } as const;
  const recorded = await recordVerdict(work, { caseId, reviewId: review.id, verdict, by, why });
  if (recorded.ok) return ok({ email });
  return fail({ reason: "reason" in recorded.error ? recorded.error.reason : "The case has gone on meanwhile." });
};

const takesNoMail = ({ kind, mail }: ContentOf<"provider">): boolean =>
  kind === "opted-out" || kind === "form-only" || mail === "unread";

const isAbout = ({ matches }: ContentOf<"provider">, state: Case): boolean =>
  readDeskMatches(matches).some((match) => isAt(match, state));
