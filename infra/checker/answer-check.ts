import type * as mini from "zod/mini";
import type { checkAnswer } from "../../functions/intake/take-in-check.ts";
import { instant, plusHours } from "../../functions/kernel/instant.ts";
import * as z from "../../functions/kernel/zod.ts";
import { categories } from "../../functions/report/category.ts";
import { type LookOptions, look } from "./look.ts";

/** Looking at these may be a crime itself. The dispatcher never asks; this does not rely on it. */
const neverLooked: readonly string[] = ["csam", "csem", "ncii", "terrorism"];

/** What the dispatcher asks (`checkRequestsIn`). */
const checkRequest = z.object({
  caseId: z.string().check(z.minLength(1)),
  category: z.enum(categories),
  answerBy: z.iso.datetime(),
  address: z.string().check(z.maxLength(8192), z.regex(/^https?:/)),
  /** A few words that the page shows. */
  marker: z.optional(z.string().check(z.minLength(3), z.maxLength(120))),
  /** How many have to agree that it is gone. */
  looks: z.union([z.literal(1), z.literal(2)]),
});

export type CheckAnswer = {
  readonly caseId?: string;
  readonly verdict: "gone" | "still-up" | "silent" | "refused" | "look-again";
  readonly reason: string;
  /** For the dispatcher's queue; none where it says nothing. */
  readonly message?: string;
};

/** A host that hides from one address does so for an hour; one that is down is up again. */
export const looksApartHours = 6;

/**
 * Looks, and writes the message that answers. Refuses what nobody may look at. Stateless: asked
 * twice it looks twice, and the dispatcher takes a word twice as one. `firstAskedMs`: when this
 * request first came, by which the second look knows itself. Network: see `look`.
 */
export const answerCheck = async (
  body: unknown,
  { nowMs, firstAskedMs }: { readonly nowMs: number; readonly firstAskedMs: number },
  options: LookOptions,
): Promise<CheckAnswer> => {
  const read = checkRequest.safeParse(body);
  if (!read.success) {
    // The field alone, since zod's message may hold what was written.
    const field = read.error.issues[0]?.path.join(".") || "the message";
    return { verdict: "refused", reason: `not a request for a check: ${field}` };
  }
  const { caseId, category, answerBy, address, marker, looks } = read.data;
  if (neverLooked.includes(category)) return { caseId, verdict: "refused", reason: `${category} is never looked at` };
  const at = instant(nowMs);
  if (answerBy <= at) return { caseId, verdict: "silent", reason: "its time is over" };
  const { status, reason } = await look(address, marker, options);
  if (status === "silent") return { caseId, verdict: status, reason };
  if (status === "gone" && looks === 2 && plusHours(instant(firstAskedMs), looksApartHours) > at)
    return { caseId, verdict: "look-again", reason };
  const note = `Checker: ${reason}.`;
  const message = { caseId, status, at, note } satisfies mini.infer<ReturnType<typeof checkAnswer>>;
  return { caseId, verdict: status, reason, message: JSON.stringify(message) };
};
