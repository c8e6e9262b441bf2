import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import type { ReporterNews } from "../../functions/news/reporter-news.ts";

/*
 * A small checker: what a reporter runs who is asked whether something is gone. It looks at nothing
 * itself. Somebody, or something, keeps a file of what was last seen, like
 *
 *   { "C-2026-0001": "gone", "C-2026-0002": "still-up" }
 *
 * and what is not in it is left unsaid, which is an answer, too: the case goes on as without one.
 */

export type Seen = Readonly<Record<string, unknown>>;

/**
 * The status message that answers a piece of news; nothing where it asks nothing, where its time is
 * over, or where nothing was seen. `now`: when the file was looked at. Pure.
 */
export const answerTo = (news: ReporterNews, seen: Seen, now: string): string | undefined => {
  if (news.happened !== "check-wanted" || news.answerBy <= now) return undefined;
  const status = [news.reportId, ...(news.alsoReportIds ?? [])].map((id) => seen[id]).find(isStatus);
  if (status === undefined) return undefined;
  const { reporter, reportId, caseId } = news;
  return JSON.stringify({ version: 1, reporter, reportId, caseId, status, at: now });
};

const isStatus = (said: unknown): said is "gone" | "still-up" => said === "gone" || said === "still-up";

/** Reads news, one a line, and writes the messages that answer them, one a line, for the queue. */
const main = async (file: string): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = answerTo(JSON.parse(line), JSON.parse(await readFile(file, "utf8")), new Date().toISOString());
    if (answer !== undefined) process.stdout.write(`${answer}\n`);
  }
};

const [, program = "", file] = process.argv;
if (import.meta.url === pathToFileURL(program).href) {
  if (file === undefined)
    throw new Error("Name the file that says what was seen: npx tsx infra/example/checker.ts FILE");
  await main(file);
}
