import type { Clock } from "../../functions/kernel/instant.ts";
import { catalogue, type Log, type LogCode, type LogFields } from "../../functions/kernel/log.ts";

/** Lines that say how the machine works and not what happens to a case. */
const unsaid: readonly LogCode[] = [
  "hint.needless",
  "follow-up.swept",
  "watchdog.looked",
  "watchdog.counted",
  "watchdog.unknown",
  "contact.missed",
  "message.later",
  "reporters.told",
];

/**
 * The functions' log as a person watches it: one line for each thing that happens, with the
 * simulated time. It holds what the log in AWS holds and no more.
 */
export const feedLog = (clock: Clock, write: (line: string, code: LogCode, fields: LogFields) => void): Log => {
  const say = (code: LogCode, fields: LogFields = {}) => {
    if (unsaid.includes(code)) return;
    const { caseId = "", category, outcome, code: detail, field, error, count } = fields;
    const more = [
      category,
      outcome,
      detail,
      field,
      error,
      code === "contact.answered" ? `${count} contact${count === 1 ? "" : "s"}` : undefined,
    ].filter((part) => part !== undefined && part !== "");
    write(
      `${clock.now().slice(0, 16).replace("T", " ")}  ${caseId.padEnd(17)}  ` +
        `${catalogue[code]}${more.length > 0 ? `  (${more.join(", ")})` : ""}`,
      code,
      fields,
    );
  };
  return { info: say, error: say };
};
