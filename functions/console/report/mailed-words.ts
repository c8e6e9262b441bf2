import type { Evidence } from "../../report/report.ts";
import { isWrittenField } from "../../report/written-fields.ts";
import { fieldNames } from "../../report/written-words.ts";

/** All of a report's evidence by name: any of it may be printed in a notice. */
export const mailedWords = (evidence: Evidence): readonly (readonly [name: string, text: string])[] =>
  Object.entries(evidence).flatMap(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text === undefined ? [] : [[isWrittenField(name) ? fieldNames[name] : name, text] as const];
  });
