import type { Clock } from "../kernel/instant.ts";
import { catalogue, type Log, type LogCode, type LogFields } from "../kernel/log.ts";

export type LogLine = LogFields & {
  readonly at: string;
  readonly level: "info" | "error";
  readonly log: LogCode;
  readonly says: string;
  /** The trace of this run of the function, to look up in X-Ray; nothing outside of Lambda. */
  readonly trace?: string;
};

const toStandardOut = (line: LogLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** Lambda sets the variable anew for each run: `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…;Sampled=1` (Lambda Developer Guide, "Defined runtime environment variables"). */
const currentTrace = (): string | undefined => /\bRoot=([0-9a-f-]{35})\b/.exec(process.env._X_AMZN_TRACE_ID ?? "")?.[1];

/** One JSON line for each thing said, on standard output, from where Lambda takes it to CloudWatch. */
export const jsonLog = (clock: Clock, write: (line: LogLine) => void = toStandardOut): Log => {
  const say =
    (level: LogLine["level"]) =>
    (log: LogCode, fields: LogFields = {}) => {
      const trace = currentTrace();
      write({ at: clock.now(), level, log, says: catalogue[log], ...(trace !== undefined && { trace }), ...fields });
    };
  return { info: say("info"), error: say("error") };
};
