import { namesMailbox, readDeskMatch } from "../kernel/desk-match.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Contradiction, combine } from "./combine.ts";
import { subjectOf, textsIn } from "./fields.ts";
import { recipientsOf, type SettingsRow, stands } from "./row.ts";

/** What the stage's file still says of an ended row; nothing where another row stands for it. */
const stillInFile = (stage: Settings, rows: readonly SettingsRow[], standing: readonly SettingsRow[]) => {
  const inFile = {
    "opt-out": new Set(stage.optedOut.map((desk) => desk.toLowerCase())),
    protected: new Set(stage.protectedDomains),
  };
  return rows.flatMap((row): readonly Contradiction[] => {
    if (row.ended === undefined || (row.kind !== "opt-out" && row.kind !== "protected")) return [];
    const subject = textsIn(row, "pattern")[0]?.[1].toLowerCase() ?? "";
    const isSaidAnew = standing.some((other) => other.kind === row.kind && subjectOf(other) === subjectOf(row));
    return isSaidAnew || !inFile[row.kind].has(subject)
      ? []
      : [
          {
            row: row.id,
            subject,
            says: "it was ended, and the stage's file says it still, and holds; change the file",
          },
        ];
  });
};

const optedOutInFile = ({ optedOut }: Settings, standing: readonly SettingsRow[]): readonly Contradiction[] => {
  const never = optedOut.map(readDeskMatch);
  return standing.flatMap((row) =>
    recipientsOf(row)
      .filter(([, email]) => never.some((match) => namesMailbox(match, email)))
      .map(([, subject]) => ({
        row: row.id,
        subject,
        says: "the stage's file says that it is never written to, and holds; end the row, or change the file",
      })),
  );
};

export const contradictionsIn = (
  stage: Settings,
  rows: readonly SettingsRow[],
  now: Instant,
): readonly Contradiction[] => {
  const standing = rows.filter((row) => stands(row, now));
  return [
    ...combine(stage, rows, now).contradictions,
    ...optedOutInFile(stage, standing),
    ...stillInFile(stage, rows, standing),
  ];
};
