import { namesMailbox, readDeskMatch } from "../kernel/desk-match.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Contradiction, combine } from "./combine.ts";
import { subjectOf, textsIn } from "./fields.ts";
import { kinds } from "./kinds.ts";
import { type RowContent, recipientsOf, type SettingsRow, stands } from "./row.ts";

/** What the stage's file still says of an ended row that stopped mail; nothing where another row stands for it. */
const stillInFile = (stage: Settings, rows: readonly SettingsRow[], standing: readonly SettingsRow[]) =>
  rows.flatMap((row): readonly Contradiction[] => {
    const isSame = (other: RowContent) => other.kind === row.kind && subjectOf(other) === subjectOf(row);
    const { stops, inFile } = kinds[row.kind];
    if (row.ended === undefined || !stops || standing.some(isSame) || !inFile(stage).some(isSame)) return [];
    const subject = textsIn(row, "pattern")[0]?.[1].toLowerCase() ?? "";
    const says = "it was ended, and the stage's file says it still, and holds; change the file";
    return [{ row: row.id, subject, says }];
  });

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
