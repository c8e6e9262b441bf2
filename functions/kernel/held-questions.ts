/** May be answered for later cases, too: `unanswered` by *wait*, `form-only` by passing the desk over. */
export const heldQuestions = ["unanswered", "form-only"] as const;
