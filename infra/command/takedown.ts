import { paint } from "./paint.ts";
import { printError } from "./print.ts";
import { takedownProgram } from "./program/program.ts";
import { saying } from "./saying.ts";

// Who reads along has seen enough, like `head`: that is no fault, and nobody is there to be told.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });

// For who keeps the code; whoever runs it has the Node that the package asks for.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const words = process.argv.slice(2);
try {
  await takedownProgram(words).parseAsync();
} catch (error) {
  printError(`${paint("red", saying(error, words), process.stderr)}\n`);
  process.exitCode = 1;
}
