import type { Instant } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { contradictionsIn } from "../../functions/settings/contradictions.ts";
import { readExport } from "../../functions/settings/transfer.ts";

/**
 * Where the table of settings, as `takedown settings export` wrote it, says something else than the
 * stage's file: a sentence each. Throws one error that names all that is wrong with the export.
 */
export const contradictionsWith = (stage: Settings, exported: string, now: Instant): readonly string[] => {
  const read = readExport(exported);
  if (read.ok)
    return contradictionsIn(stage, read.value.rows, now).map(
      ({ row, subject, says }) => `${row}, ${subject}: ${says}.`,
    );
  const { error } = read;
  const problems = error.kind === "not-valid" ? error.problems : [];
  throw new Error(
    [
      "The export of settings can't be read:",
      ...problems.map(({ row, field, says }) => `- ${row}, ${field}: ${says}`),
    ].join("\n"),
  );
};
