import { isNamed } from "../../../infra/checks/acknowledge.ts";
import { type Exception, exceptions } from "../../../infra/checks/exceptions.ts";

export type Finding = {
  readonly tool: Exception["tool"] | "cdk";
  readonly rule: string;
  /** Path of the construct below the dispatcher, or below the stack of inbound mail. */
  readonly at: string;
  readonly says: string;
};

const isExcused = (finding: Finding, { tool, rule, at }: Exception): boolean =>
  tool === finding.tool && rule === finding.rule && at.some((place) => isWithin(place, finding.at));

const isWithin = (place: string, path: string): boolean => {
  const ids = path.split("/");
  return place.split("/").every((part, at) => isNamed(part, ids[at]));
};

/** The findings for which nobody wrote a reason. */
export const withoutReason = (
  findings: readonly Finding[],
  known: readonly Exception[] = exceptions,
): readonly Finding[] => findings.filter((finding) => !known.some((exception) => isExcused(finding, exception)));

/**
 * Places of exceptions at which nothing was found any more: `AwsSolutions-S1 at
 * Replies/Bucket/Resource`.
 */
export const unusedPlaces = (
  findings: readonly Finding[],
  known: readonly Exception[] = exceptions,
): readonly string[] =>
  known.flatMap((exception) =>
    exception.at
      .filter((place) => !findings.some((finding) => isExcused(finding, { ...exception, at: [place] })))
      .map((place) => `${exception.tool} ${exception.rule} at ${place}`),
  );
