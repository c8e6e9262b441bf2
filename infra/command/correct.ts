import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { correctCase, foreseeCorrection } from "../../functions/review/correct.ts";
import { asJson } from "./as-json.ts";
import { type ByHandOptions, check, refuseSeenAlone } from "./by-hand.ts";
import { signedBy } from "./caller.ts";
import { caseWorkAt, noSuchCase, reached } from "./connection.ts";
import { noticeTextAt } from "./notice.ts";
import { printLine, printMail } from "./print.ts";
import { CommandProblem } from "./problem.ts";

/**
 * Shows each mail by which everyone who had the notice would hear what is right; with `--send` these go
 * out, and what is right stands in the place of what was told. `seen`: the code of the mails that were shown
 * before, where others than these are not sent.
 */
export const correct = async (
  id: string,
  options: ByHandOptions & { readonly explanation: string; readonly send?: true; readonly seen?: string },
): Promise<void> => {
  refuseSeenAlone(options);
  const caseId = caseNamed(id);
  const signed = await signedBy(options);
  const work = await reached(options, caseWorkAt(options));
  const state = await reached(options, work.store.read(caseId));
  if (!state) throw noSuchCase(id, options);
  const given = { caseId, ...signed, explanation: options.explanation.trim() };
  const foreseen = foreseeCorrection(state, given, work.policyOf, work.clock.now());
  if (!foreseen.ok) throw new CommandProblem(foreseen.error.reason);
  const { next, mails, seen } = foreseen.value;
  const textOf = noticeTextAt(options, work.clock);
  const told = [];
  for (const { id: noticeId, to } of mails) {
    const mail = await textOf(next, noticeId);
    if (!mail.ok) throw new CommandProblem(mail.error);
    told.push({ to: to.email, ...mail.value });
  }
  if (options.send)
    check(id, await reached(options, correctCase(work, { ...given, seen: options.seen ?? seen })), options);
  if (options.json) {
    printLine(asJson({ caseId, does: options.send ? "correct" : "preview", seen, mails: told }));
    return;
  }
  for (const { to, subject, text } of told) printMail(to, subject, text);
  if (told.length === 0) printLine("No desk that is notified by mail has the notice, so none is written to for this.");
  printLine(
    options.send
      ? `What is right is recorded for ${caseId}. What comes next stands in: npx takedown case ${caseId}`
      : `Nothing was recorded or sent. The same command with --send --seen ${seen} does both.`,
  );
};
