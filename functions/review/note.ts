import { noteCharacters } from "../case/bounds.ts";
import type { Case } from "../case/case.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { changeCase } from "../store/change-case.ts";
import type { CaseWork } from "../store/work.ts";
import type { NotDone } from "./by-hand.ts";

const noteIsWrong = (text: string): string | undefined => {
  if (text.trim() === "") return "Write what whoever looks next should know.";
  return text.length > noteCharacters ? `Keep it to ${noteCharacters} characters.` : undefined;
};

/** For persons alone: nothing follows. Writes one change; the same note by the same person stands once. */
export const noteOnCase = async (
  work: CaseWork,
  { caseId, by, text }: { readonly caseId: string; readonly by: string; readonly text: string },
): Promise<Result<Case, NotDone>> => {
  const reason = noteIsWrong(text);
  if (reason !== undefined) return fail({ kind: "refused", field: "note", reason });
  let met: Case | undefined;
  const changed = await changeCase(work, caseId, (state) => {
    met = state;
    const stands = state.notes?.some((note) => note.by === by && note.text === text) === true;
    if (state.forgottenAt !== undefined || stands) return undefined;
    return [{ type: "noted", at: work.clock.now(), by, text }];
  });
  if (changed.ok) return ok(changed.value.next);
  if (changed.error.kind !== "no-op") return fail(changed.error);
  if (!met || met.forgottenAt !== undefined)
    return fail({ kind: "refused", field: "note", reason: "Notes are kept on a case whose report is not forgotten." });
  return ok(met);
};
