import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { moment } from "../../functions/console/words.ts";
import type { Result } from "../../functions/kernel/result.ts";
import type { NotDone } from "../../functions/review/by-hand.ts";
import { holdCase, releaseCase } from "../../functions/review/hold.ts";
import { reopenCase } from "../../functions/review/reopen.ts";
import { asJson } from "./as-json.ts";
import { signedBy } from "./caller.ts";
import { caseWorkAt, noSuchCase, nowAt, reached, type Where } from "./connection.ts";
import { momentOf } from "./moment.ts";
import { printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";

export type ByHandOptions = Where & { readonly why: string; readonly json?: true };

/** Has nothing more sent about a case, and says until when. */
export const hold = async (id: string, options: ByHandOptions & { readonly until?: string }): Promise<void> => {
  const until = options.until === undefined ? undefined : momentOf("--until", options.until, nowAt(options));
  const caseId = caseNamed(id);
  const signed = await signedBy(options);
  const work = await reached(options, caseWorkAt(options));
  check(id, await reached(options, holdCase(work, { caseId, ...signed, ...(until && { until }) })), options);
  if (options.json) printLine(asJson({ caseId, does: "hold", until: until ?? null }));
  else
    printLine(
      `Nothing more goes out about ${caseId} ` +
        `${until ? `until ${moment(until)}` : `until somebody lifts it: npx takedown release ${caseId}`}.`,
    );
};

/** Lifts every hold on a case. */
export const release = async (id: string, options: ByHandOptions): Promise<void> => {
  const caseId = caseNamed(id);
  const signed = await signedBy(options);
  const work = await reached(options, caseWorkAt(options));
  check(id, await reached(options, releaseCase(work, { caseId, ...signed })), options);
  if (options.json) printLine(asJson({ caseId, does: "release" }));
  else printLine(`${caseId} goes on. What comes next stands in: npx takedown case ${caseId}`);
};

/** Opens a closed case again. */
export const reopen = async (id: string, options: ByHandOptions): Promise<void> => {
  const caseId = caseNamed(id);
  const signed = await signedBy(options);
  const work = await reached(options, caseWorkAt(options));
  check(id, await reached(options, reopenCase(work, { caseId, ...signed })), options);
  if (options.json) printLine(asJson({ caseId, does: "reopen" }));
  else
    printLine(
      `${caseId} is open again, and nobody is told twice. What comes next stands in: ` + `npx takedown case ${caseId}`,
    );
};

const lookAnew = " Without --send, the same command shows what would go now, with its code.";

/** A code is of what is sent: without that it would be passed over. */
export const refuseSeenAlone = ({ send, seen }: { readonly send?: true; readonly seen?: string }): void => {
  if (seen !== undefined && !send)
    throw new CommandProblem("--seen goes with --send; leave it out to see what would go.");
};

/** Says why nothing was recorded, where it wasn't. */
export const check = (id: string, done: Result<unknown, NotDone>, where: Where): void => {
  if (done.ok) return;
  switch (done.error.kind) {
    case "no-case":
      throw noSuchCase(id, where);
    case "refused":
      throw new CommandProblem(done.error.reason + (done.error.field === "seen" ? lookAnew : ""));
    case "contended":
      throw new CommandProblem(
        "Others changed this case in the same moment, again and again. Nothing was recorded; try once more.",
      );
    default:
      done.error satisfies never;
  }
};
