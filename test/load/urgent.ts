import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { measuredSettings } from "../../infra/bench/settings.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { startWorkers } from "../../infra/local/function-processes.ts";
import { knowNobody, registriesVariable, startRegistries } from "../../infra/local/sample/registry-servers.ts";
import type { KeptMail } from "../../infra/local/servers/ses-events.ts";
import { standUp } from "../../infra/local/stand.ts";
import { tableText } from "../../infra/local/tally.ts";
import { enqueue } from "../../infra/local/work-queues.ts";
import { bundleFunctions } from "../../infra/stack/bundle.ts";
import { sendersFor } from "../../infra/stack/topology.ts";

const mailsPerSecond = 14;
const rounds = 7;
const batchesAtOnce = 8;
/**
 * Between two urgent notices, or the second would wait for its turn after the first: what is
 * measured is one alone.
 */
const apartMs = 2_000;
/**
 * Mails of the standard lane that have gone out before the urgent report comes: it flows as fast as
 * it may.
 */
const flowingAfter = 30;
const timesIdleAtMost = 2;
const deadlineMs = 240_000;

/** A desk gets four mails an hour one by one, and then shares them: enough desks for what goes out here. */
const platforms = Array.from({ length: 1_000 }, (_, at) => `pages${at}.example`);
const settings = measuredSettings({
  directory: platforms.map((platform) => ({
    matches: [platform],
    name: "Pages",
    scope: "platform" as const,
    email: `abuse@${platform}`,
    country: "NL",
  })),
  // So that ten thousand mails flow before the urgent one, and not ten.
  digests: false,
});
let reported = 0;
const reportOn = (category: "phishing" | "ncii", name: string): string => {
  const platform = platforms[reported++ % platforms.length];
  return JSON.stringify({
    version: 1,
    reporter: "hotline",
    reportId: name,
    category,
    target: { url: `https://${name}.${platform}/page` },
    seenAt: new Date().toISOString(),
    evidence: { explanation: "Seen and classified by an analyst." },
  });
};

/**
 * Standard reports lie on their queue, then an urgent report comes: how long until SES has its notice, against an idle
 * system? The deployed bundles run in processes, as many for each queue as `infra/stack/topology.ts` allows senders,
 * against servers on loopback; SES takes 14 mails in any second and throttles more. Processes of the standard lane
 * have a lower priority on this machine's few cores, since in AWS each has a processor of its own. True where the
 * median of several urgent notices, one at a time, is at most twice the idle one.
 */
export const urgentBehind = async (standardReports: number): Promise<boolean> => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-priority-"));
  const accepted = new Set<(mail: KeptMail) => void>();
  const registries = await startRegistries(knowNobody);
  const stand = await standUp({
    folder,
    settings,
    clock: movableClock(new Date().toISOString(), 1),
    log: { info: () => {}, error: () => {} },
    registries: registriesVariable(registries),
    ratePerSecond: mailsPerSecond,
    serversApart: true,
    onAccepted: (mail) => {
      for (const tell of accepted) tell(mail);
    },
  });
  const bundles = bundleFunctions({ outDir: path.join(folder, "bundles"), settings }, [
    "take-in-report",
    "find-contact",
    "send-notice",
  ]);
  const senders = sendersFor(mailsPerSecond);
  const workers = startWorkers({
    at: stand,
    counts: {
      "report-urgent": 1,
      "contact-urgent": 1,
      "notice-urgent": senders,
      "report-standard": 1,
      "contact-standard": 1,
      "notice-standard": senders,
    },
    patient: ["report-standard", "contact-standard", "notice-standard"],
    bundleOf: (name) => bundles.find((bundle) => bundle.name === name)?.folder ?? "",
    environment: { ...stand.variables },
    ended: (queue, words) => console.log(`A process of ${queue} ended by itself: ${words}`),
  });

  const standardMails = () =>
    stand.ses.mails().filter(({ configurationSetName }) => configurationSetName === "standard").length;
  const inTime = async (sent: Promise<void>): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const isMissing = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new Error(
              `No notice went out within ${deadlineMs / 1000} s. ` +
                "The standard lane's processes have a low priority: run it where nothing else runs.",
            ),
          ),
        deadlineMs,
      );
    });
    await Promise.race([sent, isMissing]).finally(() => clearTimeout(timer));
  };
  const nextMail = (lane: string): Promise<void> =>
    new Promise((resolve) => {
      const tell = ({ configurationSetName }: KeptMail) => {
        if (configurationSetName !== lane) return;
        accepted.delete(tell);
        resolve();
      };
      accepted.add(tell);
    });
  /** From the queue to SES, in milliseconds. */
  const urgentNotice = async (name: string): Promise<number> => {
    const began = performance.now();
    const sent = nextMail("urgent");
    await enqueue(stand, "report-urgent", reportOn("ncii", name));
    await inTime(sent);
    return performance.now() - began;
  };
  const severalNotices = async (name: string): Promise<readonly number[]> => {
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await new Promise((resolve) => setTimeout(resolve, apartMs));
      took.push(await urgentNotice(`${name}-${round}`));
    }
    return took;
  };
  const medianOf = (some: readonly number[]): number =>
    [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
  const shown = (some: readonly number[]): string => some.map((ms) => ms.toFixed(0)).join(", ");

  const say = (words: string): boolean => process.stderr.write(`${words} …\n`);

  try {
    say(`starting ${senders} senders`);
    // Each sender has compiled what it needs.
    for (let at = 0; at < 3 * senders; at++) await urgentNotice(`warm-${at}`);
    say(`${rounds} urgent notices on an idle system`);
    const idle = await severalNotices("idle");
    say(`putting ${standardReports} reports on their queue`);
    const entries = Array.from({ length: standardReports }, (_, at) => ({
      Id: String(at % 10),
      MessageBody: reportOn("phishing", `p-${at}`),
    }));
    for (let from = 0; from < entries.length; from += 10 * batchesAtOnce)
      await Promise.all(
        Array.from({ length: batchesAtOnce }, (_, at) => entries.slice(from + 10 * at, from + 10 * at + 10))
          .filter(({ length }) => length > 0)
          .map((Entries) =>
            stand.queues.send(
              new SendMessageBatchCommand({ QueueUrl: stand.sqs.queueUrl("report-standard"), Entries }),
            ),
          ),
      );
    say(`waiting until ${flowingAfter} standard notices have gone out`);
    while (standardMails() < flowingAfter) await inTime(nextMail("standard"));
    const before = { mails: standardMails(), ms: performance.now() };
    say(`${rounds} urgent notices behind them`);
    const behind = await severalNotices("behind");
    const sentMeanwhile = standardMails() - before.mails;
    const meanwhileSeconds = (performance.now() - before.ms) / 1000;
    const ratio = medianOf(behind) / medianOf(idle);
    const throttled = stand.ses.throttled();
    console.log(
      tableText([
        ["urgent notice on an idle system, median ms", medianOf(idle).toFixed(0)],
        [`urgent notice behind ${standardReports} phishing reports, median ms`, medianOf(behind).toFixed(0)],
        ["… times the idle time", ratio.toFixed(2)],
        ["standard mails sent meanwhile", sentMeanwhile],
        ["… in seconds", meanwhileSeconds.toFixed(1)],
        ["Throttling answers", throttled],
      ]),
    );
    console.log(`Each urgent notice in turn, ms: idle ${shown(idle)}; behind ${shown(behind)}.`);
    if (ratio > timesIdleAtMost)
      console.log(
        `Not as it should be: it takes ${ratio.toFixed(2)} times the idle time, more than ${timesIdleAtMost}.`,
      );
    if (throttled > 0) console.log(`Not as it should be: SES answered Throttling ${throttled} times.`);
    return ratio <= timesIdleAtMost && throttled === 0;
  } finally {
    await workers.end();
    await stand.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
