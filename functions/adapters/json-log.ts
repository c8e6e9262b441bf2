import type { Clock } from "../kernel/instant.ts";
import { catalogue, type Log, type LogCode, type LogFields } from "../kernel/log.ts";

export type LogLine = LogFields & { readonly at: string; readonly level: "info" | "error"; readonly log: LogCode; readonly says: string };

const toStandardOut = (line: LogLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** One JSON line for each thing said, on standard output, from where Lambda takes it to CloudWatch. */
export const jsonLog = (clock: Clock, write: (line: LogLine) => void = toStandardOut): Log => {
  const say =
    (level: LogLine["level"]) =>
    (log: LogCode, fields: LogFields = {}) =>
      write({ at: clock.now(), level, log, says: catalogue[log], ...fields });
  return { info: say("info"), error: say("error") };
};
