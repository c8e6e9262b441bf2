import { isListed, isSamePerson } from "../kernel/person.ts";
import type { Case } from "./case.ts";
import type { Policy } from "./policy.ts";

/** What makes a person one who reported the case; nothing where nothing does. */
export const onReportersSide = (
  { enteredBy = [], reporters }: Case,
  { peopleOf }: Policy,
  person: string,
): string | undefined => {
  if (enteredBy.some((other) => isSamePerson(person, other))) return "entered a report";
  const stands = reporters.some((reporter) => isListed(person, [reporter, ...(peopleOf.get(reporter) ?? [])]));
  return stands ? "stand for a reporter" : undefined;
};
