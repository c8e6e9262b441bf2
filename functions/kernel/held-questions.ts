/**
 * What may be answered for later cases, too. Of silence (`unanswered`) the answer is *wait*; of a desk
 * that wants its form filled in (`form-only`), that the desk is passed over.
 */
export const heldQuestions = ["unanswered", "form-only"] as const;
