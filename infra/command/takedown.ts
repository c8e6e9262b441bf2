import { paint } from "./paint.ts";
import { CommandProblem } from "./problem.ts";
import { takedownProgram } from "./program/program.ts";

// Who reads along has seen enough, like `head`: that is no fault, and nobody is there to be told.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });

try {
  await takedownProgram().parseAsync();
} catch (error) {
  const isAboutAFile = error instanceof Error && "syscall" in error && "path" in error;
  if (!(error instanceof CommandProblem || isAboutAFile)) throw error;
  const says = isAboutAFile ? `${error.path} can't be used: ${error.message}.` : error.message;
  console.error(paint("red", says, process.stderr));
  process.exitCode = 1;
}
