import { writeFileSync } from "node:fs";
import { settingsReachPage } from "./families/settings-reach.ts";
import { whoCanReadPage } from "./families/who-can-read.ts";

// `npm run generate -- runbook`: writes the page of what a change of settings reaches, and that of who can read what.
writeFileSync("infra/guides/settings-reach.md", settingsReachPage());
writeFileSync("infra/guides/who-can-read.md", whoCanReadPage());
