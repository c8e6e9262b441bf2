import { writeFileSync } from "node:fs";
import { runbookPages } from "./families/runbook-pages.ts";

// `npm run runbook`: writes the runbook's pages that are alike, each whole, from the texts in
// `families/`.
for (const [file, text] of runbookPages()) writeFileSync(`infra/guides/runbook/${file}`, text);
