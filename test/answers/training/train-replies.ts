import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { modelFile } from "./deployed.ts";
import { teach } from "./learn.ts";

/**
 * npm run generate -- replies: makes the reader's model anew from the letters in the repository, and writes it where
 * `take-in-reply` finds it. Takes some minutes; prints each part as it is done.
 */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const { bytes } = teach(print);
writeFileSync(modelFile, bytes);
print(`Written: ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}.`);
print("Now: npm run replies:score");
