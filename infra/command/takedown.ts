import { KeysUnusable } from "../../functions/kernel/keys-unusable.ts";
import { awsProblem } from "./aws-problem.ts";
import { paint } from "./paint.ts";
import { printError } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { takedownProgram } from "./program/program.ts";

// Who reads along has seen enough, like `head`: that is no fault, and nobody is there to be told.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });

// For who keeps the code; whoever runs it has the Node that the package asks for.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

/** A sentence for what a person can mend; of anything else where it came from, for who keeps the code. */
const saying = (error: unknown): string => {
  if (error instanceof CommandProblem) return error.message;
  if (error instanceof KeysUnusable)
    return `The keys can't be used: ${error.message} Check --keys, and the account and region of your AWS credentials.`;
  if (error instanceof Error && "syscall" in error && "path" in error)
    return `${error.path} can't be used: ${error.message}.`;
  return awsProblem(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
};

try {
  await takedownProgram().parseAsync();
} catch (error) {
  printError(`${paint("red", saying(error), process.stderr)}\n`);
  process.exitCode = 1;
}
