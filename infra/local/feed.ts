import type { Clock } from "../../functions/kernel/instant.ts";
import { catalogue, type Log, type LogCode, type LogFields } from "../../functions/kernel/log.ts";

/** Lines that say how the machine works and not what happens to a case, or what another line says. */
const unsaid: readonly LogCode[] = [
  "wake-up.no-op",
  "follow-up.swept",
  "contact.missed",
  "message.later",
  "reporters.told",
  "webhook.told",
];
/** The watchdog looks each minute; what it finds wrong on-call hears. */
const isUnsaid = (code: LogCode): boolean => code.startsWith("watchdog.") || unsaid.includes(code);

/**
 * The functions' log as a person watches it: one line for each thing that happens, with the
 * simulated time. It holds what the log in AWS holds and no more.
 */
export const feedLog = (clock: Clock, write: (line: string, code: LogCode, fields: LogFields) => void): Log => {
  const say = (code: LogCode, fields: LogFields = {}) => {
    if (isUnsaid(code)) return;
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
