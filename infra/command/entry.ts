import { readFileSync } from "node:fs";
import { caseName } from "../../functions/console/parts.tsx";
import { shown } from "../../functions/console/shown.ts";
import {
  afterEntryAction,
  describeClosing,
  describeEntryRefused,
  entryActionWords,
} from "../../functions/console/words.ts";
import { refangText } from "../../functions/kernel/defang.ts";
import { actOnEntry } from "../../functions/review/entry-action.ts";
import type { QueueEntries } from "../../functions/store/ports.ts";
import { closingOf, describeEntry, type EntryAction, type QueueEntry } from "../../functions/store/queue-entry.ts";
import { asIndentedJson, asJson } from "./as-json.ts";
import { askerAt } from "./caller.ts";
import { caseWorkAt, noSuchCase, reached, type Where } from "./connection.ts";
import { settingsInForceAt, stageSettingsAt } from "./in-force.ts";
import { inLines, printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { readSeen } from "./seen.ts";

/** So many messages are printed; `--json` has all. */
const messagesShown = 5;

/** Prints an entry of the review queue: what is wrong, what was done, and its messages. */
export const showEntry = async (
  store: QueueEntries,
  entry: QueueEntry,
  { json }: { readonly json?: true },
): Promise<void> => {
  const wanted = json ? entry.messages : Math.min(entry.messages, messagesShown);
  const texts = await Promise.all(Array.from({ length: wanted }, (_, at) => store.messageOf(entry.id, at + 1)));
  const messages = texts.map((text) => shown(text ?? ""));
  printText(json ? asIndentedJson({ entry, messages }) : entryText(entry, messages));
};

/** What `case` prints of an entry. */
export const entryText = (entry: QueueEntry, messages: readonly string[]): string =>
  inLines([
    `${entry.id}  ${caseName(entry)}`,
    shown(describeEntry(entry)),
    `To fix it: ${shown(entry.fix)}`,
    closingOf(entry) ? describeClosing(entry) : howToAct(entry),
    "",
    ...entry.actions.map(({ at, by, does, why }) => `${at}  ${shown(by)}: ${entryActionWords[does]}. ${shown(why)}`),
    ...messages.flatMap((text, at) => ["", `Message ${at + 1} of ${entry.messages}, not trusted:`, `    | ${text}`]),
  ]);

/** What may be done to an open entry. */
export const actionsOn = ({ noHost }: QueueEntry): readonly EntryAction["does"][] =>
  noHost ? ["retry", "fix", "pass-on", "discard"] : ["retry", "fix", "discard"];

/** The command that does it. */
export const howToAct = (entry: QueueEntry): string =>
  `npx takedown entry ${actionsOn(entry).join("|")} ${entry.id}@${entry.version} --why TEXT`;

export type EntryOptions = Where & {
  readonly why: string;
  readonly file?: string;
  readonly message?: string;
  readonly json?: true;
};

/** Fixes, retries, passes on or discards an entry, or opens it again. */
export const actOn = async (does: EntryAction["does"], named: string, options: EntryOptions): Promise<void> => {
  const { caseId: id, version: seenVersion } = readSeen(named);
  if ((does === "fix") !== (options.file !== undefined))
    throw new CommandProblem("--file is the message as it should have come, and goes with fix alone.");
  const text = options.file === undefined ? undefined : refangText(readFileSync(options.file, "utf8"));
  const { name: by } = await askerAt(options);
  const work = await reached(options, caseWorkAt(options));
  const settings = await settingsInForceAt(options);
  const message = options.message === undefined ? undefined : Number(options.message);
  const given = { id, seenVersion, does, by, why: options.why.trim(), text, message };
  const done = await reached(
    options,
    actOnEntry({ ...work, rules: { ...settings, allowReserved: stageSettingsAt(options).allowReserved } }, given),
  );
  if (!done.ok) {
    if (done.error.kind === "no-entry") throw noSuchCase(id, options);
    throw new CommandProblem(describeEntryRefused(done.error));
  }
  const open = done.value.reviews.length > 0;
  printLine(options.json ? asJson({ id, does, open }) : `${id}  ${entryActionWords[does]}. ${afterEntryAction[does]}`);
};
