import { writeFileSync } from "node:fs";
import { runbookPages } from "./families/runbook-pages.ts";
import { settingsReachPage } from "./families/settings-reach.ts";
import { whoCanReadPage } from "./families/who-can-read.ts";

// `npm run runbook`: writes the runbook's pages that are alike, each whole, from the texts in
// `families/`; the page of what a change of settings reaches, and that of who can read what.
for (const [file, text] of runbookPages()) writeFileSync(`infra/guides/runbook/${file}`, text);
writeFileSync("infra/guides/settings-reach.md", settingsReachPage());
writeFileSync("infra/guides/who-can-read.md", whoCanReadPage());
