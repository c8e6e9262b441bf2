import { deskIdOf } from "../../functions/case/case-id.ts";
import { readMailbox } from "../../functions/kernel/mailbox.ts";
import { plainName } from "../../functions/report/plain.ts";
import { asJson } from "./as-json.ts";
import { signedBy } from "./caller.ts";
import { nowAt, reached, storeAt, type Where } from "./connection.ts";
import { printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { liftSuppressed, listSuppressed, showSuppressed } from "./suppressed.ts";
import type { SuppressionReason } from "./suppression-reasons.ts";

type DeskOptions = Where & {
  readonly allow?: true;
  readonly suppressed?: true;
  readonly all?: true;
  readonly lift?: SuppressionReason;
  readonly why?: string;
  readonly json?: true;
};

/**
 * Shows whether a desk's complaint stops notices to it, and lets them go to it again at a person's
 * word; lists whom SES suppresses, and takes one off its list.
 */
export const desk = async (written: string | undefined, options: DeskOptions): Promise<void> => {
  if (written === undefined) {
    if (!options.suppressed) throw new CommandProblem("Name a mailbox, or list whom SES suppresses: --suppressed.");
    return listSuppressed(options);
  }
  const mailbox = readMailbox(plainName(written));
  if (!mailbox.ok) throw new CommandProblem(`"${written}" is not a mailbox. ${mailbox.error.reason}`);
  const email = mailbox.value;
  const { lift } = options;
  if (lift !== undefined) return liftSuppressed(email, { ...options, lift });
  if (options.suppressed) return showSuppressed(email, options);
  const store = storeAt(options);
  if (options.allow) {
    const signed = await signedBy(options);
    await reached(options, store.allow(deskIdOf(email), { at: nowAt(options), ...signed }));
  }
  const isStopped = await reached(options, store.isStopped(email));
  if (options.json) printLine(asJson({ desk: email, isStopped }));
  else
    printLine(
      isStopped
        ? `${email} complained about a notice and gets none. Let them go to it again with --allow ` +
            `--why "what was agreed".`
        : "Nothing stops notices to " +
            `${email}.${options.allow ? " Cases that passed it over stay with whom they told instead." : ""}`,
    );
};
