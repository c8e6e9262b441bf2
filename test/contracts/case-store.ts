import type { CaseStore } from "../../functions/matters/store.ts";
import { countsContract } from "./case-store/counts.ts";
import { dayListContract } from "./case-store/day-list.ts";
import { decidedListContract } from "./case-store/decided-list.ts";
import { deskMemoryContract } from "./case-store/desk-memory.ts";
import { dueIndexContract } from "./case-store/due-index.ts";
import { findIndexContract } from "./case-store/find-index.ts";
import { forgettingContract } from "./case-store/forgetting.ts";
import { historyContract } from "./case-store/history.ts";
import { keptContract } from "./case-store/kept.ts";
import { linesContract } from "./case-store/lines.ts";
import { listsContract } from "./case-store/lists.ts";
import { mailsContract } from "./case-store/mails.ts";
import { reportIndexContract } from "./case-store/report-index.ts";
import { reviewListContract } from "./case-store/review-list.ts";
import { statisticsContract } from "./case-store/statistics.ts";
import { stoppedDesksContract } from "./case-store/stopped-desks.ts";
import { unprovenMailsContract } from "./case-store/unproven-mails.ts";

/** What every case store keeps to, port by port; run over the double and over the real one. */
export const caseStoreContract = (name: string, storeOf: () => Promise<CaseStore> | CaseStore): void => {
  keptContract(name, storeOf);
  historyContract(name, storeOf);
  reportIndexContract(name, storeOf);
  dueIndexContract(name, storeOf);
  statisticsContract(name, storeOf);
  countsContract(name, storeOf);
  deskMemoryContract(name, storeOf);
  stoppedDesksContract(name, storeOf);
  forgettingContract(name, storeOf);
  findIndexContract(name, storeOf);
  reviewListContract(name, storeOf);
  listsContract(name, storeOf);
  dayListContract(name, storeOf);
  decidedListContract(name, storeOf);
  mailsContract(name, storeOf);
  linesContract(name, storeOf);
  unprovenMailsContract(name, storeOf);
};
