import { type Clock, type Instant, msOf } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import type { TakeTurn } from "../send/pacing.ts";
import type { SendAnswer, SendOnce } from "../send/send-port.ts";
import type { Outcome } from "../store/work.ts";
import { isGoingOn, type Probe, probes, probeTag, type SmokeRuns, smokeAddress } from "./probe.ts";

export type ProbeWork = {
  readonly runs: SmokeRuns;
  readonly settings: Pick<Settings, "senderAddress" | "replyDomain">;
  readonly takeTurn: TakeTurn;
  /** SES itself: its answer says nothing to the breaker, and holds no notice back. */
  readonly sendOnce: SendOnce;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Sends one mail in its turn, and writes down SES's answer. Nothing where the run is not the newest one, or is
 * over. At most once, as it is claimed before SES is asked. What a person or the breaker stopped is not sent, and
 * noted.
 */
export const sendProbe = async (work: ProbeWork, probe: Probe): Promise<Outcome> => {
  const { runs, settings, clock, log } = work;
  if (!(await isGoingOn(runs, probe.run, clock.now()))) {
    log.info("wake-up.no-op", { messageId: probe.run });
    return "done";
  }
  const { lane, to } = probes[probe.name];
  const turn = await work.takeTurn(lane);
  if (turn.kind === "no-turn") {
    if (turn.why === "rate") return "later";
    await runs.note(probe.run, `sent#${probe.name}`, turn.why, clock.now());
    return "done";
  }
  if (!(await runs.note(probe.run, `claimed#${probe.name}`, "", clock.now()))) return "done";
  const recipient = to === "reply-domain" ? smokeAddress(probe.run, settings.replyDomain) : to;
  const mime = mailOf(probe, settings.senderAddress, recipient, clock.now());
  const answer = await work.sendOnce({ mime, recipient, attemptId: probeTag(probe), lane });
  await runs.note(probe.run, `sent#${probe.name}`, wordOf(answer), clock.now());
  log.info("smoke.sent", { lane, outcome: answer.kind, code: probe.name });
  return "done";
};

const wordOf = (answer: SendAnswer): string =>
  answer.kind === "accepted" ? answer.kind : `${answer.kind}: ${answer.code}`;

/** RFC 5322 in ASCII: nothing of it comes from outside. */
const mailOf = ({ run, name }: Probe, from: string, to: string, at: Instant): Uint8Array =>
  Buffer.from(
    [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: Smoke test ${run}: ${name}`,
      `Date: ${new Date(msOf(at)).toUTCString().replace("GMT", "+0000")}`,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=us-ascii",
      "Auto-Submitted: auto-generated",
      "",
      `A smoke test of a takedown dispatcher, ${run}. It is about nothing, and wants no answer.`,
      "",
    ].join("\r\n"),
  );
