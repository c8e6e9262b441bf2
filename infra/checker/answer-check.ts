import { instant } from "../../functions/kernel/instant.ts";
import * as z from "../../functions/kernel/zod.ts";
import { categories } from "../../functions/report/category.ts";
import { type LookOptions, look } from "./look.ts";

/** Looking at these may be a crime itself. */
const neverLooked: readonly string[] = ["csam", "csem", "ncii", "terrorism"];

/**
 * What a reporter asks their checker: the fields of their `check-wanted` event, with the address that only they and
 * the dispatcher know. Unknown fields, as the event has more, are left.
 */
const checkRequest = z.object({
  reporter: z.string().check(z.minLength(1)),
  reportId: z.string().check(z.minLength(1)),
  caseId: z.string().check(z.minLength(1)),
  category: z.enum(categories),
  lane: z.literal("standard"),
  answerBy: z.iso.datetime(),
  address: z.string().check(z.maxLength(8192), z.regex(/^https?:/)),
  /** A few words that the page shows. */
  marker: z.optional(z.string().check(z.minLength(3), z.maxLength(80))),
});

export type CheckAnswer = {
  readonly caseId: string | undefined;
  readonly verdict: "gone" | "still-up" | "silent" | "refused";
  readonly reason: string;
  /** The status message for the report queue of the standard lane; none where it says nothing. */
  readonly message?: string;
};

/**
 * Looks, and writes the message that answers. Refuses what is not of the standard lane, and what nobody may look at.
 * Stateless: asked twice it looks twice, and the dispatcher takes a word twice as one. Network: see `look`.
 */
export const answerCheck = async (body: unknown, now: () => number, options: LookOptions): Promise<CheckAnswer> => {
  const read = checkRequest.safeParse(body);
  if (!read.success) {
    // The field alone, since zod's message may hold what was written.
    const field = read.error.issues[0]?.path.join(".") || "the message";
    return { caseId: undefined, verdict: "refused", reason: `not a request for a check: ${field}` };
  }
  const { reporter, reportId, caseId, category, answerBy, address, marker } = read.data;
  if (neverLooked.includes(category)) return { caseId, verdict: "refused", reason: `${category} is never looked at` };
  const at = instant(now());
  if (answerBy <= at) return { caseId, verdict: "silent", reason: "its time is over" };
  const { status, reason } = await look(address, marker, options);
  if (status === "silent") return { caseId, verdict: status, reason };
  const note = `Checker: ${reason}.`;
  const message = JSON.stringify({ version: 1, reporter, reportId, caseId, status, at, note });
  return { caseId, verdict: status, reason, message };
};
