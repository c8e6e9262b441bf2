import type { Clock } from "../kernel/instant.ts";
import { catalogue, type Log, type LogCode, type LogFields } from "../kernel/log.ts";

export type LogLine = LogFields & {
  readonly at: string;
  readonly level: "info" | "error";
  readonly log: LogCode;
  readonly says: string;
  /** X-Ray's trace of this run, where X-Ray has one. */
  readonly trace?: string;
};

const toStandardOut = (line: LogLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * Lambda sets the variable for each run:
 * `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…;Sampled=1` (Lambda Developer Guide, "Defined
 * runtime environment variables"). At `Sampled=0` X-Ray keeps nothing.
 */
const currentTrace = (): string | undefined => {
  const { _X_AMZN_TRACE_ID: header = "" } = process.env;
  return /\bSampled=1\b/.test(header) ? /\bRoot=([0-9a-f-]{35})\b/.exec(header)?.[1] : undefined;
};

/** One JSON line an entry on standard output, which Lambda sends to CloudWatch. */
export const jsonLog = (clock: Clock, write: (line: LogLine) => void = toStandardOut): Log => {
  const say =
    (level: LogLine["level"]) =>
    (log: LogCode, fields: LogFields = {}) => {
      const trace = currentTrace();
      write({ at: clock.now(), level, log, says: catalogue[log], ...(trace !== undefined && { trace }), ...fields });
    };
  return { info: say("info"), error: say("error") };
};
