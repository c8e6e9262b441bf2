import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, or throws why that can't be. Node's own `recursive` never comes back where
 * nobody can make any, as in /proc.
 */
export const makeFolder = (folder: string): void => {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing) makeOne(one);
  // A file of that name is told by the system, as it tells all else.
  if (missing.length === 0 && !statSync(folder).isDirectory()) mkdirSync(folder);
};

/** Another process may have made it meanwhile. */
const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
};
