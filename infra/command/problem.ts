/** What a command can't do, said so that the next step is clear; shown without a stack. */
export class CommandProblem extends Error {}

/** Sending is stopped, and what failed came after; `cause` says what. */
export class StoppedProblem extends Error {}
