import { writeFileSync } from "node:fs";
import { runbookPages } from "./families/runbook-pages.ts";
import { settingsReachPage } from "./families/settings-reach.ts";

// `npm run runbook`: writes the runbook's pages that are alike, each whole, from the texts in
// `families/`; and the page of what a change of settings reaches.
for (const [file, text] of runbookPages()) writeFileSync(`infra/guides/runbook/${file}`, text);
writeFileSync("infra/guides/settings-reach.md", settingsReachPage());
