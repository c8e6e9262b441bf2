import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GetQueueAttributesCommand, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { bundleFunctions } from "../../infra/bundle.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { type Place, startWorkers, type Workers } from "../../infra/local/function-processes.ts";
import { startRegistries } from "../../infra/local/sample/registry-servers.ts";
import { type Stand, standUp } from "../../infra/local/stand.ts";
import { drain, enqueue, feedsOf } from "../../infra/local/work-queues.ts";
import type { QueueName } from "../../infra/topology.ts";
import { type Compared, compare } from "./compare.ts";
import { randomFrom } from "./random.ts";
import { type Report, reportNumber, settings } from "./reports.ts";

export type KillOptions = {
  readonly kills: number;
  readonly reports: number;
  readonly seed: number;
  /** Processes that send, a third of them in the urgent lane. */
  readonly senders: number;
  /** How long a message stays with a process that died. Too short for a busy machine, messages of the living come back, too, and end as dead letters. */
  readonly visibilitySeconds: number;
  readonly say: (line: string) => void;
};

export type KillOutcome = Compared & {
  readonly reports: number;
  readonly kills: number;
  /** Of those, the ones that were aimed at a process with a notice in hand; the others struck anywhere. */
  readonly aimed: number;
  readonly seconds: number;
};

/** SES takes a mail at once and answers after this long; its events come later. Both are chosen, not measured. */
export const sesAnswersAfterMs = 250;
export const eventsAfterMs = { from: 1_000, to: 3_000 } as const;
/** So long without a mail, it is asked whether any will come. */
const killAgainAfterMs = 5_000;
const stallMs = 120_000;
/** A dead process's last write is in the server's hands before this has passed. */
const lastWriteMs = 300;
/** The part of the mails within which all kills fall: the last ones, too, have mails to cut off. */
const killsWithin = 0.95;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Runs `reports` reports through the deployed bundles, each in processes of its own, of which `kills` are killed by
 * SIGKILL, and compares what reached the mail server with what should have. Ends every process that it started, whatever
 * happens. Throws when nothing moves for two minutes.
 */
export const killRun = async ({ kills, reports, seed, senders, visibilitySeconds, say }: KillOptions): Promise<KillOutcome> => {
  const random = randomFrom(seed);
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-kill-"));
  const clock = movableClock(new Date().toISOString(), 1);
  const startedAt = clock.now();
  const events = timers();
  const eventDelayMs = () => eventsAfterMs.from + random() * (eventsAfterMs.to - eventsAfterMs.from);
  const faults: string[] = [];
  let mails = 0;
  const registries = await startRegistries({
    rdap: () => ({ status: 404, body: "{}" }),
    whois: () => Buffer.from("No match\r\n"),
    dns: (name, type) => (type === "MX" ? [{ type: "MX", value: `mx.${name}`, priority: 10 }] : []),
    rdapTlds: [],
  });
  const stand: Stand = await standUp({
    folder,
    settings,
    clock,
    log: { info: () => {}, error: () => {} },
    registries: JSON.stringify({ rdapBootstrapUrl: registries.rdapBootstrapUrl, whois: registries.whois, dnsServers: registries.dnsServers }),
    ratePerSecond: 5_000,
    perDay: 10_000_000,
    visibilitySeconds,
    // No server is killed here, and a table on disk takes as long as all the rest.
    tableInMemory: true,
    onAccepted: (mail) => {
      mails++;
      events.later(sesAnswersAfterMs + eventDelayMs(), () => stand.ses.tell(mail, { kind: "Delivery" }));
      return pause(sesAnswersAfterMs);
    },
    onEvent: (event) => {
      const put = () => enqueue(stand, "delivery", JSON.stringify(event));
      return event["detail-type"] === "Email Sent" ? events.later(eventDelayMs(), put) : put();
    },
  });
  let workers: Workers | undefined;
  try {
    const bundles = await bundleFunctions({ outDir: path.join(folder, "bundles"), settings }, [
      "take-in-report",
      "find-contact",
      "send-notice",
      "take-in-delivery",
    ]);
    const all = Array.from({ length: reports }, (_, number) => reportNumber(number, startedAt));
    await putOnQueues(stand, all);
    const urgentSenders = Math.max(1, Math.round(senders / 3));
    workers = startWorkers({
      at: stand,
      counts: {
        "report-urgent": 1,
        "report-standard": 1,
        "contact-urgent": 1,
        "contact-standard": 1,
        "notice-urgent": urgentSenders,
        "notice-standard": Math.max(1, senders - urgentSenders),
        delivery: 1,
      },
      bundleOf: (name) => bundles.find((bundle) => bundle.name === name)?.folder ?? "",
      environment: { ...stand.variables },
      ended: (queue, words) => faults.push(`a process of ${queue} ended by itself: ${words}`),
    });

    const expected = all.reduce((sum, { tells }) => sum + tells.length, 0);
    const { places } = workers;
    const cut = { cases: new Set<string>(), attempts: new Set<string>() };
    const looks: Promise<void>[] = [];
    let killed = 0;
    let aimed = 0;
    let at = progress(mails);
    let nextAt = Math.max(1, (killsWithin * expected * random()) / kills);
    while (killed < kills) {
      await pause(5);
      at = at.next(mails);
      if (at.stillMs() > stallMs) throw new Error(`Nothing was sent for ${stallMs / 1000} s; ${mails} of ${expected} mails are out.`);
      // Killing begins once mails flow, and waits for more of them; it goes on without where nothing is left to send.
      if (mails < nextAt && !(at.stillMs() > killAgainAfterMs && (await waiting(stand)) === 0)) continue;
      // Every other kill is aimed: at random, most would strike who waits for work.
      const aims = killed % 2 === 0;
      const victim = aims ? oneOf(places.filter(hasNotice), random) : oneOf(places, random);
      if (!victim) continue;
      await pause(random() * sesAnswersAfterMs);
      const inHand = victim.noticesInHand();
      await victim.kill();
      killed++;
      if (aims) aimed++;
      nextAt = (killsWithin * expected * (killed + random())) / kills;
      for (const caseId of inHand) {
        cut.cases.add(caseId);
        looks.push(lookAt(stand, caseId, cut.attempts));
      }
      if (killed % Math.max(1, Math.floor(kills / 10)) === 0)
        say(`${killed} kills, ${cut.attempts.size} of them inside a send, ${mails} of ${expected} mails out`);
    }
    await Promise.all(looks);
    // What was in the dead processes' hands comes back to the queues, and the last events come in.
    for (at = progress(mails); ; at = at.next(mails)) {
      if (events.count() === 0 && (await waiting(stand)) === 0) break;
      if (at.stillMs() > stallMs) throw new Error(`The queues do not empty; ${mails} of ${expected} mails are out.`);
      await pause(200);
    }
    await workers.rest();
    await workers.end();
    // A hint that died with its process is found by the sweep; what nothing proved within 15 minutes is shown as unknown.
    const { feeds, sweep } = feedsOf(stand);
    for (const minutes of [6, 16]) {
      clock.jumpTo(plusMinutes(clock.now(), minutes));
      for (let round = 0; round < 2; round++) {
        await sweep();
        do await drain(stand, feeds);
        while (await events.passed());
      }
    }
    const compared = await compare({ stand, startedAt, reports: all, cut });
    return { ...compared, faults: [...faults, ...compared.faults], reports, kills: killed, aimed, seconds: (performance.now() - began) / 1000 };
  } finally {
    await workers?.end();
    events.clear();
    await stand.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const hasNotice = (place: Place): boolean => place.noticesInHand().length > 0;
const oneOf = <T>(some: readonly T[], random: () => number): T | undefined => some[Math.floor(random() * some.length)];

/** When the number last moved. */
const progress = (count: number, movedAt = performance.now()) => ({
  next: (now: number) => (now === count ? progress(count, movedAt) : progress(now)),
  stillMs: () => performance.now() - movedAt,
});

const putOnQueues = async (stand: Stand, all: readonly Report[]): Promise<void> => {
  for (const queue of ["report-urgent", "report-standard"] as const) {
    const mine = all.filter((report) => report.queue === queue);
    for (let from = 0; from < mine.length; from += 10)
      await stand.queues.send(
        new SendMessageBatchCommand({
          QueueUrl: stand.sqs.queueUrl(queue),
          Entries: mine.slice(from, from + 10).map(({ body }, at) => ({ Id: String(at), MessageBody: body })),
        }),
      );
  }
};

/** Messages that lie on the queues or are in somebody's hands, dead or alive. */
const waiting = async ({ queues, sqs }: Stand): Promise<number> => {
  const used: readonly QueueName[] = ["report-urgent", "report-standard", "contact-urgent", "contact-standard", "notice-urgent", "notice-standard", "delivery"];
  const counts = await Promise.all(
    used.map(async (queue) => {
      const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl: sqs.queueUrl(queue), AttributeNames: ["All"] }));
      return Number(Attributes?.ApproximateNumberOfMessages) + Number(Attributes?.ApproximateNumberOfMessagesNotVisible);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Notes the attempts that a dead process left on the wire, read from the table once its last write has landed. */
const lookAt = async (stand: Stand, caseId: string, attempts: Set<string>): Promise<void> => {
  await pause(lastWriteMs);
  const state = await stand.store.read(caseId);
  if (state?.kind === "case") for (const { state: at, attemptId } of state.notices) if (at === "on-wire" && attemptId !== undefined) attempts.add(attemptId);
};

/** What SES will still tell. */
const timers = () => {
  const running = new Map<NodeJS.Timeout, Promise<void>>();
  return {
    later: (ms: number, does: () => Promise<void>): void => {
      let done: (value: Promise<void>) => void;
      const promise = new Promise<void>((resolve) => {
        done = resolve;
      });
      const timer = setTimeout(() => done(does().finally(() => running.delete(timer))), ms);
      running.set(timer, promise);
    },
    count: () => running.size,
    /** Waits for all that is planned; whether anything was. */
    passed: async (): Promise<boolean> => {
      const planned = [...running.values()];
      await Promise.all(planned);
      return planned.length > 0;
    },
    clear: () => {
      for (const timer of running.keys()) clearTimeout(timer);
    },
  };
};
