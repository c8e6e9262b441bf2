import { severities } from "../../../infra/stack/severity.ts";

/** More than a person on call can know; the sample stage has no more. */
export const alarmsAtMost = 24;

type Described = { readonly AlarmName: string; readonly AlarmDescription: string };

/** The severity that begins an alarm's text, `[page] …`; undefined where it has none. */
const severityOf = ({ AlarmDescription }: Described) =>
  severities.find((severity) => AlarmDescription.startsWith(`[${severity}] `));

/** A line for each alarm of a template, those that page first, and what is wrong with the list. */
export const listAlarms = (
  alarms: readonly Described[],
): { readonly lines: readonly string[]; readonly wrong: readonly string[] } => {
  const named = (severity: string | undefined) =>
    alarms.filter((alarm) => severityOf(alarm) === severity).map(({ AlarmName }) => AlarmName);
  return {
    lines: severities.flatMap((severity) => named(severity).map((name) => `${severity.padEnd(7)} ${name}`)),
    wrong: [
      ...named(undefined).map((name) => `${name} has no severity.`),
      ...(alarms.length > alarmsAtMost ? [`There are ${alarms.length} alarms; ${alarmsAtMost} at most.`] : []),
    ],
  };
};
