import { KeysUnusable } from "../../functions/kernel/keys-unusable.ts";
import { DamagedCase } from "../../functions/store/damaged-case.ts";
import { awsProblem } from "./aws-problem.ts";
import { CommandProblem, StoppedProblem } from "./problem.ts";

/** What an error begins with where these words of a command line were to stop sending; nothing otherwise. */
export const unlessStopped = (words: readonly string[]): string =>
  words.includes("sending") && words.includes("--stop") ? "Sending is NOT stopped. " : "";

/** What a command that these words called says of an error: nobody takes sending for stopped who reads it. */
export const saying = (error: unknown, words: readonly string[]): string =>
  error instanceof StoppedProblem
    ? `Sending is stopped. What holds now can't be shown: ${sentence(error.cause)}`
    : unlessStopped(words) + sentence(error);

/** A sentence for what a person can fix; of anything else where it came from, for who keeps the code. */
const sentence = (error: unknown): string => {
  if (error instanceof CommandProblem || error instanceof DamagedCase) return error.message;
  if (error instanceof KeysUnusable)
    return `The keys can't be used: ${error.message} Check --keys, and the account and region of your AWS credentials.`;
  if (error instanceof Error && "syscall" in error && "path" in error)
    return `${error.path} can't be used: ${error.message}.`;
  return awsProblem(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
};
