import { randomUUID } from "node:crypto";
import { sourceOf, sqsDeadLetters } from "../adapters/sqs-dead-letters.ts";
import { sqsReports } from "../adapters/sqs-reports.ts";
import { tableSending } from "../adapters/table-sending.ts";
import { noticeTextOf } from "../console/case/notice-text.ts";
import type { ConsoleDeps } from "../console/pages.tsx";
import { askedLookUps } from "../contact/asked-look-ups.ts";
import { errorName } from "../kernel/log.ts";
import { messageIdDomain } from "../notice/message-id-domain.ts";
import type { Lane } from "../report/category.ts";
import type { InForce } from "../settings/in-force.ts";
import { dynamoKnown } from "../store/table/known.ts";
import { dynamoReservations } from "../store/table/reservations.ts";
import { dynamoSavedFilters } from "../store/table/saved-filters.ts";
import { dynamoSettings } from "../store/table/settings.ts";
import { dynamoViews } from "../store/table/views.ts";
import type { Base } from "./case-work.ts";
import { required } from "./variables.ts";

type By = Pick<InForce, "settings" | "policyOf">;

/** Made anew when what is in force changes. Where it can't be read, the last stands and the log says so. */
export const consoleInForce = <App>(
  { work, today, environment, region, sqs, table, masterKeys }: Base,
  made: (deps: Omit<ConsoleDeps, "person">) => App,
): (() => Promise<App>) => {
  const { settings } = environment;
  const urls = required(environment.DEAD_LETTER_URLS, "DEAD_LETTER_URLS");
  // Lambda takes 4 KB of variables, which the dead letters nearly fill: they name their sources.
  const queueOf = (lane: Lane) => sourceOf(required(urls[`report-${lane}`], `DEAD_LETTER_URLS of report-${lane}`));
  const putReports = sqsReports(sqs, { urgent: queueOf("urgent"), standard: queueOf("standard") });
  const lookUps = askedLookUps({
    store: dynamoKnown(table, masterKeys),
    nowMs: Date.now,
    dropHint: work.dropHint,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newId: randomUUID,
  });
  const appBy = (current: By): App =>
    made({
      work: { ...work, policyOf: current.policyOf },
      settings: current.settings,
      decided: { stage: settings, store: dynamoSettings(table) },
      log: work.log,
      noticeText: noticeTextOf(current.settings, work.clock, region),
      sending: tableSending(table),
      messageIdDomain: messageIdDomain(region),
      reservations: dynamoReservations(table),
      savedFilters: dynamoSavedFilters(table),
      views: dynamoViews(table),
      putReports,
      lookUps,
      deadLetters: sqsDeadLetters({ sqs, table, urls }),
    });
  // Until what is in force was read once, only pages stand that decide nothing by it.
  const unread: By = { settings, policyOf: work.policyOf };
  let kept: { readonly by: By; readonly app: App } = { by: unread, app: appBy(unread) };
  return async () => {
    const by = await today().catch((error: unknown) => {
      work.log.error("unforeseen", { error: errorName(error), source: "settings" });
      return kept.by;
    });
    if (kept.by !== by) kept = { by, app: appBy(by) };
    return kept.app;
  };
};
