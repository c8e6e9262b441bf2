import { readReplyPointers } from "../answers/reply-pointers.ts";
import type { ReplyPointer } from "../answers/reply-reading.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { replyDomainsOf } from "../kernel/own-mail.ts";
import type { Settings } from "../kernel/settings.ts";
import { isGoingOn, type ProbeName, readProbeEvent, runAmong, type SmokeRuns } from "./probe.ts";

export type HearWork = { readonly runs: SmokeRuns; readonly clock: Clock; readonly log: Log };

/** Writes down SES's word on a probe. Gives whether it was about one: no notice is, and nothing counts it. */
export const hearProbe = async ({ runs, clock, log }: HearWork, body: string): Promise<boolean> => {
  const told = readProbeEvent(body);
  if (!told) return false;
  if (await isGoingOn(runs, told.run, clock.now())) {
    const name = `heard#${told.name satisfies ProbeName}#${told.event}` as const;
    await runs.note(told.run, name, "", clock.now());
    log.info("smoke.heard", { outcome: told.event, code: told.name });
  }
  return true;
};

/** Notes that a run's own reply came and can be read. The message, maybe a desk's too, goes on as it is. */
export const hearReply = async (
  {
    runs,
    clock,
    log,
    settings,
    readMailBytes,
  }: HearWork & {
    readonly settings: Settings;
    readonly readMailBytes: (pointer: ReplyPointer) => Promise<Uint8Array | undefined>;
  },
  body: string,
): Promise<void> => {
  if (!body.includes("smoke.")) return;
  const pointers = readReplyPointers(body);
  for (const pointer of pointers.ok ? pointers.value : []) {
    const run = runAmong(pointer.recipients ?? [], replyDomainsOf(settings));
    if (run === undefined || !(await isGoingOn(runs, run, clock.now()))) continue;
    const bytes = await readMailBytes(pointer);
    if (!bytes || !Buffer.from(bytes).includes(run)) continue;
    await runs.note(run, "reply", "", clock.now());
    log.info("smoke.heard", { outcome: "reply" });
  }
};
