import { writeFileSync } from "node:fs";
import { caseWays } from "./case-chart.ts";
import { noticeWays } from "./notice-chart.ts";
import { statesPage, statesPagePath } from "./states-page.ts";

writeFileSync(statesPagePath, statesPage(noticeWays(), caseWays()));
