import { readFileSync } from "node:fs";
import { dataFiles } from "./data/data-files.ts";
import { problemsIn } from "./data/problems-in.ts";

/**
 * `npm run check:data`: holds each file of data against its schema, and names each wrong line with what to do.
 * Touches nothing.
 */
const problems = dataFiles().flatMap((data) => problemsIn(data, readFileSync(data.file, "utf8")));
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(`${dataFiles().length} files, ${problems.length === 0 ? "none" : problems.length} wrong lines.\n`);
if (problems.length > 0) process.exitCode = 1;
