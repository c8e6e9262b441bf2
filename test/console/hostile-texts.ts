import { sharedFile } from "../support/shared.ts";

const files = [
  "patt-crlf.txt",
  "patt-ssti.fuzz.txt",
  "patt-xss-polyglots.txt",
  "patt-xss-quick.txt",
  "patt-xss-rsnake.txt",
];

/**
 * Strings that broke other people's pages: the big list of naughty strings, polyglots, RSNAKE's and
 * template injections.
 */
export const hostileTexts = (): readonly string[] => {
  const naughty: unknown = JSON.parse(sharedFile("data/attack/web/blns.json"));
  const lines = files.flatMap((file) => sharedFile(`data/attack/web/${file}`).split("\n"));
  const listed = Array.isArray(naughty) ? naughty.filter((text): text is string => typeof text === "string") : [];
  return [...new Set([...listed, ...lines])].filter((text) => text.trim() !== "");
};
