import { CommandProblem } from "./problem.ts";

export type SeenByName = { readonly caseId: string; readonly version: number };

/** A case or an entry, and the version in which somebody saw it. */
export const readSeen = (text: string): SeenByName => {
  const [, id = "", version] = /^(TD(?:-[0-9A-Z]{4}){3})@(\d{1,9})$/.exec(text.toUpperCase()) ?? [];
  if (version === undefined)
    throw new CommandProblem(`"${text}" is no case as reviews lists it, like TD-7K3M-9QXZ-4B2N@12.`);
  return { caseId: id, version: Number(version) };
};
