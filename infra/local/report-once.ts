import type { QueueEntry } from "../../functions/store/queue-entry.ts";
import { compare } from "./captured-run.ts";
import type { NewsHeard } from "./news.ts";
import type { CapturedHost } from "./sample/captured.ts";
import type { Stand } from "./stand.ts";
import { allCases, allEntries, balanceOf, countsOf, remembered, type Story, stories, tableText } from "./tally.ts";
import { whomTold } from "./whom-told.ts";
import { deadLetters } from "./work-queues.ts";

const everything = 100_000;

export type OnceFacts = {
  readonly began: string;
  readonly messages: number;
  readonly seconds: number;
  readonly heard: Pick<NewsHeard, "counts" | "unheard">;
  /** What a chat reads, newest last. */
  readonly chat: readonly string[];
  readonly hosts?: readonly CapturedHost[];
};

/**
 * Prints what a run to rest came to, and gives its exit code: 1 when a report is lost, when a
 * message died, when a story that the samples are there to show did not happen or told whom it must
 * not, or when a captured host's notice went astray.
 */
export const reportOnce = async (
  stand: Stand,
  { began, messages, seconds, heard, chat, hosts }: OnceFacts,
): Promise<number> => {
  const told = await allCases(stand.store, began, stand.clock.now());
  const entries = await allEntries(stand.store, began, stand.clock.now());
  const dueIds = new Set((await stand.store.due("9999-12-31T00:00:00.000Z", everything)).map(({ caseId }) => caseId));
  const balance = balanceOf(told, entries, dueIds);
  const counts = countsOf(told);
  const dead = await deadLetters(stand);
  console.log(`${messages} messages, ${days(began, stand.clock.now())} simulated days, ${seconds.toFixed(1)} s\n`);
  console.log(
    tableText([
      ["cases", counts.cases],
      ["notices", counts.notices],
      ["reminders", counts.reminders],
      ["escalations", counts.escalations],
      ["questions to a person", counts.reviews + entries.length],
      ["mails kept", stand.ses.mails().length],
    ]),
  );
  console.log(
    `\nMails by category\n${tableText(Object.entries(counts.mailsByCategory).sort(([a], [b]) => (a < b ? -1 : 1)))}`,
  );
  console.log(`\nWhat reporters heard\n${tableText(heard.counts())}`);
  if (!hosts) console.log(`\nA chat's ${chat.length} messages end with\n${chat.at(-1)?.replace(/^/gm, "  ")}`);
  const faults = [
    ...(hosts || chat.length > 0 ? [] : ["no chat read what on-call does"]),
    ...(hosts ? astray(hosts, told, entries) : untold(told)),
    ...(hosts || entries.length > 0 ? [] : ["no message was refused"]),
    ...(dead > 0 ? [`${dead} messages lie in dead letters`] : []),
  ];
  const { takenIn, closed, due, inReview, lost } = balance;
  console.log(
    `\nReports taken in ${takenIn} = closed ${closed} + due ${due} + in review ` +
      `${inReview}${lost === 0 ? "" : `, and ${lost} LOST`}`,
  );
  const unheard = heard.unheard(told);
  if (unheard.length > 0)
    faults.push(`of these cases a reporter did not hear all that happened, or heard more: ${unheard.join(", ")}`);
  if (lost !== 0) faults.push(`${lost} reports are neither closed nor due nor in review`);
  if (remembered(told, entries) !== messages)
    faults.push(`${messages} messages were put on the queues and ${remembered(told, entries)} are remembered`);
  if (due !== 0) faults.push(`${due} reports are still due although nothing was left to happen`);
  for (const fault of faults) console.error(`Not as it should be: ${fault}.`);
  return faults.length === 0 ? 0 : 1;
};

const days = (from: string, to: string): string => ((Date.parse(to) - Date.parse(from)) / 86_400_000).toFixed(1);

const untold = (told: readonly Story[]): string[] => {
  const seen = Object.entries(stories).map(([story, happened]): [string, number] => [
    story,
    told.filter(happened).length,
  ]);
  console.log(`\nCases in which this happened\n${tableText(seen)}`);
  const whom = whomTold(told);
  const widest = Math.max(...whom.rows.map(([shows]) => shows.length));
  console.log(
    "\nWhom the stories told first\n" +
      `${whom.rows.map(([shows, first]) => `  ${shows.padEnd(widest)}  ${first}`).join("\n")}`,
  );
  return [...seen.filter(([, count]) => count === 0).map(([story]) => `no case was ${story}`), ...whom.faults];
};

const astray = (hosts: readonly CapturedHost[], told: readonly Story[], entries: readonly QueueEntry[]): string[] => {
  const outcome = compare(hosts, told, entries);
  const { withRightContact, atExpected, atAcceptable, atBlock, beforePerson, elsewhere, forbidden, nowhere } = outcome;
  console.log(
    `\nHosts of the captured set\n${tableText([
      ["hosts", outcome.hosts],
      ["with a right contact", withRightContact],
      ["… notice at an expected mailbox", atExpected],
      ["… notice at an acceptable mailbox", atAcceptable],
      ["… notice at the mailbox of a block that another row names", atBlock],
      ["… before a person with a reason", beforePerson],
      ["… notice elsewhere only", elsewhere.length],
      ["… neither", nowhere.length],
      ["notice at a forbidden mailbox", forbidden.length],
    ])}`,
  );
  return [
    ...(elsewhere.length > 0 ? [`notices went elsewhere for ${elsewhere.join(", ")}`] : []),
    ...(nowhere.length > 0 ? [`neither a notice nor a person has ${nowhere.join(", ")}`] : []),
    ...(forbidden.length > 0 ? [`a forbidden mailbox had a notice about ${forbidden.join(", ")}`] : []),
  ];
};
