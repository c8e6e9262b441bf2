import type { CurrentSettings, HeldQuestion } from "../../../functions/kernel/in-force.ts";
import { type Instant, plusHours } from "../../../functions/kernel/instant.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { combine } from "../../../functions/settings/combine.ts";
import { ask } from "../../../functions/settings/record.ts";
import type { SettingsRow } from "../../../functions/settings/row.ts";

const days = 30;

/**
 * What the played person lets hold for cases that come later: rows of the settings, by the same
 * check as those of the console.
 */
export const standingRules = (stage: Settings, goesBy: (current: CurrentSettings) => void) => {
  let rows: readonly SettingsRow[] = [];
  let version = 0;
  return {
    hold: (question: HeldQuestion, desks: readonly string[], now: Instant): void => {
      if (desks.length === 0) return;
      const content = {
        kind: "standing-answer" as const,
        value: { question, desks: [...desks] },
      };
      const change = { does: "add" as const, content, until: plusHours(now, 24 * days) };
      const table = { head: { version }, rows, proposals: [] };
      const by = { name: "on-call", mayDecide: true, signedIn: true };
      const decided = ask({ stage, table, now }, change, { by, why: "its desks are known" });
      // The same is said already, where an answer was given in two parts.
      if (!decided.ok) return;
      version++;
      rows = [...rows, ...decided.value.written.rows];
      goesBy(combine(stage, rows, now).settings);
    },
  };
};
