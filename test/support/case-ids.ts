import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { caseIdOf as caseIdBy } from "../../functions/case/case-id.ts";

/** The key of case numbers in all tests and simulations. */
const caseNumberKey = "a case number key for tests alone";

/** The id of the case that is opened by what is named so, under the tests' key. */
export const caseIdOf = (openedBy: string): string => caseIdBy(caseNumberKey, openedBy);

/** Has a stand of the local run number its cases so, too: before it is set up in this folder. */
export const keepsCaseNumberKey = (folder: string): void =>
  writeFileSync(join(folder, "case-number-key.json"), JSON.stringify({ current: "k1", k1: caseNumberKey }));

/** The same, as taking in asks for it. */
export const idOf = async (openedBy: string): Promise<string> => caseIdOf(openedBy);
