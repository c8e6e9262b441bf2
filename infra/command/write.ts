import { readFileSync } from "node:fs";
import { desksToWriteTo } from "../../functions/case/machines-answer.ts";
import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { isSameMailbox } from "../../functions/kernel/mailbox.ts";
import { plainName } from "../../functions/report/plain.ts";
import { foreseeLetter, writeLetter } from "../../functions/review/letter.ts";
import { asJson } from "./as-json.ts";
import { check, refuseSeenAlone } from "./by-hand.ts";
import { signedBy } from "./caller.ts";
import { caseWorkAt, noSuchCase, reached, type Where } from "./connection.ts";
import { noticeTextAt } from "./notice.ts";
import { printLine, printMail } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type WriteOptions = Where & {
  readonly to?: string;
  readonly text?: string;
  readonly file?: string;
  readonly why: string;
  readonly send?: true;
  readonly seen?: string;
  readonly json?: true;
};

/**
 * Shows the letter to a desk as the mail that it would be; with `--send` it is put in line. `seen`: the code
 * of the mail that was shown before, where another than this is not sent.
 */
export const writeToDesk = async (id: string, options: WriteOptions): Promise<void> => {
  refuseSeenAlone(options);
  const text = wordsOf(options);
  const caseId = caseNamed(id);
  const signed = await signedBy(options);
  const work = await reached(options, caseWorkAt(options));
  const state = await reached(options, work.store.read(caseId));
  if (!state) throw noSuchCase(id, options);
  const desks = desksToWriteTo(state).map(({ to }) => to.email);
  const only = desks.length === 1 ? desks[0] : undefined;
  const to = options.to === undefined ? only : plainName(options.to);
  if (to === undefined && desks.length > 1)
    throw new CommandProblem(`Say with --to which desk is to read it: ${desks.join(", ")}.`);
  const mailbox = desks.find((desk) => isSameMailbox(desk, to ?? "")) ?? to ?? "";
  const given = { caseId, ...signed, to: mailbox, text };
  const foreseen = foreseeLetter(state, given, work.policyOf, work.clock.now());
  if (!foreseen.ok) throw new CommandProblem(foreseen.error.reason);
  const { next, noticeId, seen } = foreseen.value;
  const mail = await noticeTextAt(options, work.clock)(next, noticeId);
  if (!mail.ok) throw new CommandProblem(mail.error);
  if (options.send)
    check(id, await reached(options, writeLetter(work, { ...given, seen: options.seen ?? seen })), options);
  if (options.json) {
    printLine(asJson({ caseId, does: options.send ? "write" : "preview", to: mailbox, seen, ...mail.value }));
    return;
  }
  printMail(mailbox, mail.value.subject, mail.value.text);
  printLine(
    options.send
      ? `It goes out by the gates of every notice. What becomes of it: npx takedown case ${caseId}`
      : `Nothing was sent. The same command with --send --seen ${seen} sends it.`,
  );
};

const wordsOf = ({ text, file }: WriteOptions): string => {
  if ((text === undefined) === (file === undefined))
    throw new CommandProblem("Give the words by --text, or a file of them by --file (- is what is piped in).");
  if (text !== undefined) return text;
  try {
    return readFileSync(file === "-" ? 0 : (file ?? ""), "utf8");
  } catch {
    throw new CommandProblem(`--file ${file} can't be read.`);
  }
};
