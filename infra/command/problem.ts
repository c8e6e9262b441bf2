/** What a command can't do, said so that the next step is clear; shown without a stack. */
export class CommandProblem extends Error {}
