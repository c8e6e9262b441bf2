import type { Clock } from "../kernel/instant.ts";
import { catalogue, type Log, type LogCode, type LogFields } from "../kernel/log.ts";

export type LogLine = LogFields & {
  readonly at: string;
  readonly level: "info" | "error";
  readonly log: LogCode;
  readonly says: string;
  /** The trace of this run of the function, to look up in X-Ray; nothing where X-Ray has none. */
  readonly trace?: string;
};

const toStandardOut = (line: LogLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * Lambda sets the variable anew for each run:
 * `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…;Sampled=1` (Lambda Developer Guide, "Defined
 * runtime environment variables"). `Sampled=0`: X-Ray keeps nothing of it, and the line would be
 * paid for a name that leads nowhere.
 */
const currentTrace = (): string | undefined => {
  const { _X_AMZN_TRACE_ID: header = "" } = process.env;
  return /\bSampled=1\b/.test(header) ? /\bRoot=([0-9a-f-]{35})\b/.exec(header)?.[1] : undefined;
};

/**
 * One JSON line for each thing said, on standard output, from where Lambda takes it to CloudWatch.
 */
export const jsonLog = (clock: Clock, write: (line: LogLine) => void = toStandardOut): Log => {
  const say =
    (level: LogLine["level"]) =>
    (log: LogCode, fields: LogFields = {}) => {
      const trace = currentTrace();
      write({ at: clock.now(), level, log, says: catalogue[log], ...(trace !== undefined && { trace }), ...fields });
    };
  return { info: say("info"), error: say("error") };
};
