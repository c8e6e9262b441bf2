import { createInterface } from "node:readline";
import * as z from "zod";
import { firstIssue } from "../../functions/report/read-target.ts";
import { asJson } from "./as-json.ts";
import { print, printErrorLine } from "./print.ts";

/** A line of standard input that is not empty; `number` counts all lines from 1. */
export type Line = { readonly number: number; readonly text: string };

/** The lines of standard input, without the byte order mark that some editors put first. */
export const inputLines = async function* (): AsyncGenerator<Line> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const text = number === 1 ? line.replace(/^\ufeff/, "") : line;
    if (text.trim() !== "") yield { number, text };
  }
};

/**
 * Gives what was read of a line; one that can't be read is named on standard error and the command
 * ends with 1, but goes on.
 */
export const readLine = async <T>(
  { number, text }: Line,
  read: (line: string) => T | Promise<T>,
): Promise<T | undefined> => {
  try {
    return await read(text);
  } catch (error) {
    printErrorLine(`line ${number}: ${sayWhy(error)}`);
    process.exitCode = 1;
    return undefined;
  }
};

const sayWhy = (error: unknown): string => {
  if (error instanceof z.core.$ZodError) {
    const { field, reason } = firstIssue(error);
    return `${field}: ${reason}`;
  }
  if (error instanceof SyntaxError) return `It is not JSON: ${error.message}.`;
  return error instanceof Error ? error.message : String(error);
};

/** One JSON line out for each line in. */
export const eachLine = async (read: (line: string) => unknown): Promise<void> => {
  for await (const line of inputLines()) {
    const answer = await readLine(line, read);
    if (answer !== undefined) print(`${asJson(answer)}\n`);
  }
};
