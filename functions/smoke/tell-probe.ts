import { activeChannels, channelFacts } from "../kernel/channels.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import type { Settings } from "../kernel/settings.ts";
import * as z from "../kernel/zod.ts";
import { reportId } from "../notice/xarf-known.ts";
import { providers } from "../send/channels/providers.ts";
import type { AskChannel } from "../send/channels/settle.ts";
import type { Outcome } from "../store/work.ts";
import { isGoingOn, runIdForm, type SmokeRuns } from "./probe.ts";

const toldByApi = z.strictObject({ smoke: z.strictObject({ run: runIdForm, probe: z.literal("aws") }) });

/** For the queue of reports to providers' APIs. */
export const apiProbeMessage = (run: string): string => JSON.stringify({ smoke: { run, probe: "aws" } });

/** The run. `undefined` for a hint, and for whatever else. */
export const readApiProbe = (body: string): string | undefined =>
  body.startsWith('{"smoke":') ? toldByApi.safeParse(JSON.parse(body)).data?.smoke.run : undefined;

export type TellProbeWork = {
  readonly runs: SmokeRuns;
  readonly settings: Pick<Settings, "organisation" | "senderAddress" | "channels" | "dryRunMailbox">;
  readonly ask: AskChannel;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Puts one report to AWS's API, and writes down its answer. AWS validates what has the tag
 * `lifecycle:test`, acts on none of it, and deletes it (API Reference, ReportData). Nothing where the
 * run is not the newest one, or is over.
 */
export const tellProbe = async (work: TellProbeWork, run: string): Promise<Outcome> => {
  const { runs, settings, ask, clock, log } = work;
  if (!(await isGoingOn(runs, run, clock.now()))) {
    log.info("wake-up.no-op", { messageId: run });
    return "done";
  }
  if (settings.dryRunMailbox !== undefined || !activeChannels(settings).includes("aws")) {
    await runs.note(run, "sent#aws", "A dry run, or not turned on: nothing was told.", clock.now());
    return "done";
  }
  const key = `smoke_${run}`;
  const body = { clientToken: key, correlationId: key, report: { xarf: testReport(work, key) } };
  const told = providers.aws.fromAnswer(await ask("aws", { method: "POST", path: "/v1/abuse", body }));
  await runs.note(run, "sent#aws", told.kind === "accepted" ? told.kind : told.why, clock.now());
  log.info("smoke.sent", { outcome: told.kind, code: channelFacts.aws.name });
  return "done";
};

/** Of values that are nobody's (RFC 2606, RFC 5737). */
const testReport = ({ settings: { organisation, senderAddress }, clock }: TellProbeWork, key: string): object => {
  const party = { org: organisation, contact: senderAddress, domain: mailDomainOf(senderAddress) };
  return {
    xarf_version: "4.2.0",
    report_id: reportId(key),
    timestamp: clock.now(),
    reporter: party,
    sender: party,
    source_identifier: "192.0.2.1",
    category: "content",
    type: "phishing",
    url: "https://example.com/",
    description: "A smoke test of a takedown dispatcher. It is about nothing.",
    tags: ["lifecycle:test"],
  };
};
