import { noteCharacters } from "../../case/bounds.ts";
import { letterCharacters } from "../../case/letter.ts";
import { type Instant, readInstant } from "../../kernel/instant.ts";
import { explanationAtMost } from "../../report/explanation.ts";
import { explanationIsWrong } from "../../review/correct.ts";
import { letterText } from "../../review/letter.ts";
import { readWhy, whyIsWrong } from "./read-verdict.ts";

/** What a person may do to a case unasked. */
export const deeds = ["hold", "release", "correct", "reopen", "write", "note"] as const;
export type Deed = (typeof deeds)[number];

export type DeedField = "why" | "until" | "explanation" | "to" | "text" | "note";
export type DeedRefused = {
  readonly does: Deed;
  readonly filled: Readonly<Record<DeedField, string>>;
  readonly problems: Readonly<Partial<Record<DeedField, string>>>;
};
export type ReadDeed = DeedRefused & { readonly until?: Instant | undefined };

/** What a person wrote, and all that is wrong with it. A moment is in UTC. */
export const readDeed = (does: Deed, form: URLSearchParams): ReadDeed => {
  const field = (name: DeedField) => form.get(name) ?? "";
  const filled = {
    why: readWhy(form),
    until: field("until").trim().slice(0, 30),
    explanation: letterText(field("explanation").slice(0, explanationAtMost + 1)),
    to: field("to").slice(0, 254).trim(),
    text: letterText(field("text")).slice(0, letterCharacters + 1),
    note: letterText(field("note")).slice(0, noteCharacters + 1),
  };
  const why = does === "note" ? undefined : whyIsWrong(filled.why);
  const until = filled.until === "" ? undefined : readInstant(`${filled.until}Z`);
  const isNoMoment = filled.until !== "" && until === undefined;
  const explanation = does === "correct" ? explanationIsWrong(filled.explanation) : undefined;
  const problems = {
    ...(isNoMoment && { until: "Not a valid date and time. Write it in UTC, like 2026-12-01T09:00." }),
    ...(explanation !== undefined && { explanation }),
    ...(why !== undefined && { why }),
  };
  return { does, filled, until, problems };
};
