import { describe, expect, test } from "vitest";
import { reachTables } from "../../../infra/guides/families/settings-reach.ts";
import { proofs } from "./proofs.ts";

/* What the page of reach says is so, row by row. A row without a proof fails, here and at the compiler. */

describe.each(["settings", "reporters", "countries", "policy"] as const)("%s", (table) => {
  for (const [row, says] of Object.entries(reachTables[table]))
    for (const cases of ["open", "closed"] as const)
      test(`\`${row}\`, ${cases} cases: ${says[cases]}`, async () => {
        const proof = proofs[table][row] ?? expect.fail("no flow proves this row");
        await proof[cases]();
      });
});
