import { GetSendQuotaCommand, type SESClient } from "@aws-sdk/client-ses";
import * as z from "../kernel/zod.ts";
import { quotaHoldsMsFor, quotaOfSandbox, type SendQuota } from "../send/day-quota.ts";
import type { Table } from "../store/table/table.ts";

const key = { pk: "SENDER", sk: "QUOTA" };
const stored = z.object({
  perSecond: z.number(),
  perDay: z.number(),
  sentInLastDay: z.number(),
  askedAtMs: z.number(),
});
/** SES takes one GetSendQuota a second (API reference). After a failure we wait longer. */
const questionsApartMs = 1_000;
const afterFailureMs = 5_000;

type QuotaGiven = {
  readonly ses: SESClient;
  readonly table: Table;
  readonly nowMs: () => number;
};

/** SES's last answer as stored by the senders. `undefined` before any. Network: one read. */
export const lastQuota =
  (table: Table): (() => Promise<SendQuota | undefined>) =>
  async () =>
    stored.safeParse(await table.get(key, { lax: true })).data;

/**
 * What SES allows, asked at most once a second by this instance and shared through the table, so that a burst of
 * instances asks SES once a minute together. When SES can't be asked, its last answer holds, else the sandbox's
 * quota. Never throws for SES. Throws what the table throws.
 */
export const sesQuota = ({ ses, table, nowMs }: QuotaGiven): (() => Promise<SendQuota>) => {
  let known: SendQuota | undefined;
  let notBeforeMs = 0;
  let asking: Promise<SendQuota> | undefined;
  const readShared = lastQuota(table);
  const holds = (quota: SendQuota | undefined): quota is SendQuota =>
    quota !== undefined && nowMs() - quota.askedAtMs < quotaHoldsMsFor(quota);

  const ask = async (): Promise<SendQuota> => {
    const shared = await readShared();
    if (shared && (known === undefined || shared.askedAtMs > known.askedAtMs)) known = shared;
    if (holds(known) || nowMs() < notBeforeMs) return known ?? quotaOfSandbox(nowMs());
    notBeforeMs = nowMs() + questionsApartMs;
    try {
      const { MaxSendRate, Max24HourSend, SentLast24Hours } = await ses.send(new GetSendQuotaCommand({}), {
        abortSignal: AbortSignal.timeout(3_000),
      });
      known = {
        perSecond: MaxSendRate ?? 1,
        perDay: Max24HourSend ?? 200,
        sentInLastDay: SentLast24Hours ?? 0,
        askedAtMs: nowMs(),
      };
    } catch {
      // Asking is optional: SES itself refuses what is too much, a certain no.
      notBeforeMs = nowMs() + afterFailureMs;
      return known ?? quotaOfSandbox(nowMs());
    }
    await table.write({ put: { ...key, ...known } });
    return known;
  };

  return async () => {
    if (holds(known)) return known;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};
