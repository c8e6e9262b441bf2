import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GetQueueAttributesCommand, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { isMailId } from "../../functions/case/case-id.ts";
import { apiProviders, mailboxOf } from "../../functions/kernel/channels.ts";
import { defangUrl } from "../../functions/kernel/defang.ts";
import { msOf, plusMinutes } from "../../functions/kernel/instant.ts";
import { isBatchId } from "../../functions/send/mail/waiting.ts";
import { randomFrom } from "../../infra/bench/random.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { type Place, startWorkers, type Workers } from "../../infra/local/function-processes.ts";
import { knowNobody, registriesVariable, startRegistries } from "../../infra/local/sample/registry-servers.ts";
import { startChannels } from "../../infra/local/servers/channels/start.ts";
import { type Stand, standUp } from "../../infra/local/stand.ts";
import { enqueueEvent, feedsOf } from "../../infra/local/work-queues.ts";
import { bundleFunctions } from "../../infra/stack/bundle.ts";
import { receivesAtMost } from "../../infra/stack/sizes.ts";
import { type QueueName, queueNames } from "../../infra/stack/topology.ts";
import { type Compared, caseIn, compare, keysOf, type Telling, urlsIn } from "./compare.ts";
import { type Report, settings, someReports } from "./reports.ts";

export type KillOptions = {
  readonly kills: number;
  readonly reports: number;
  readonly seed: number;
  /** Processes that send, half of them in each lane. */
  readonly senders: number;
  /**
   * How long a message stays with a process that died. Too short for a busy machine, messages of
   * the living come back, too, and end as dead letters.
   */
  readonly visibilitySeconds: number;
  /** How long all may take. */
  readonly minutesAtMost: number;
  readonly say: (line: string) => void;
};

export type KillOutcome = Compared & {
  readonly reports: number;
  readonly kills: number;
  /**
   * Of those, the ones that were aimed at a process with a notice in hand; the others struck
   * anywhere.
   */
  readonly aimed: number;
  readonly seconds: number;
};

/**
 * SES takes a mail at once and answers after this long; its events come later. Both are chosen, not
 * measured.
 */
export const sesAnswersAfterMs = 250;
export const eventsAfterMs = { from: 1_000, to: 3_000 } as const;
/** So long nothing may move: no notice told, no message gone or come, nobody killed. */
const stallMs = 120_000;
/** A dead process's last write is in the server's hands before this has passed. */
const lastWriteMs = 300;
/**
 * The part of the notices within which all kills fall: the last ones, too, have mails to cut off.
 */
const killsWithin = 0.95;
/**
 * A message that dies so often is left alone: its next death would make it a dead letter, as it is
 * meant to be.
 */
const deathsAtMost = receivesAtMost - 2;
/**
 * What becomes due within this after the last mail is waited for: a lost hint, what nothing proved for a quarter of
 * an hour, and room at a desk that has had all mails of an hour, to the end of the window after it. A reminder is not.
 */
const waitsForMinutes = 90;
const looksEveryMs = 1_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Runs `reports` reports through the deployed bundles, each in processes of its own, of which
 * `kills` are killed by SIGKILL, and compares what reached the mail server and a provider's API with
 * what should have.
 * Whenever nothing is left to do, the clock of all goes on to what is due next, and the sweep runs.
 * Ends every process that it started, whatever happens. Throws, and says what is missing, when
 * nothing moves for two minutes or all takes too long.
 */
export const killRun = async ({
  kills,
  reports,
  seed,
  senders,
  visibilitySeconds,
  minutesAtMost,
  say,
}: KillOptions): Promise<KillOutcome> => {
  const random = randomFrom(seed);
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-kill-"));
  const clock = movableClock(new Date().toISOString(), 1);
  const startedAt = clock.now();
  let lastMailAt = startedAt;
  const events = timers();
  const eventDelayMs = () => eventsAfterMs.from + random() * (eventsAfterMs.to - eventsAfterMs.from);
  const faults: string[] = [];
  const tellings: Telling[] = [];
  const told = new Set<string>();
  /** The cases and digests whose mail SES, or whose report an API, has taken and not answered for. */
  const withSes = new Set<string>();
  const registries = await startRegistries(knowNobody);
  const channels = await startChannels(
    0,
    () => msOf(clock.now()),
    () => undefined,
    async (provider, report) => {
      const caseId = caseIn(report);
      withSes.add(caseId);
      await pause(sesAnswersAfterMs);
      withSes.delete(caseId);
      for (const url of report.urls) told.add(`${defangUrl(url)} ${mailboxOf(provider)}`);
    },
  );
  const stand: Stand = await standUp({
    folder,
    settings,
    channelsUrl: channels.url,
    clock,
    log: { info: () => {}, error: () => {} },
    registries: registriesVariable(registries),
    ratePerSecond: 5_000,
    perDay: 10_000_000,
    visibilitySeconds,
    // No server is killed here, and a table on disk takes as long as all the rest.
    serversApart: true,
    onAccepted: async (mail, raw) => {
      events.later(sesAnswersAfterMs + eventDelayMs(), () => stand.ses.tell(mail, { kind: "Delivery" }));
      const [sender = ""] = (mail.tags.attempt ?? "").split("_");
      withSes.add(sender);
      const [urls] = await Promise.all([urlsIn(raw), pause(sesAnswersAfterMs)]);
      withSes.delete(sender);
      tellings.push({ mail, urls });
      lastMailAt = clock.now();
      for (const url of urls) for (const to of mail.destinations) told.add(`${url} ${to}`);
    },
    onEvent: (event) => {
      const put = () => enqueueEvent(stand, event);
      return event["detail-type"] === "Email Sent" ? events.later(eventDelayMs(), put) : put();
    },
  });
  let workers: Workers | undefined;
  try {
    const bundles = bundleFunctions({ outDir: path.join(folder, "bundles"), settings }, [
      "take-in-report",
      "find-contact",
      "send-notice",
      "tell-channel",
      "take-in-delivery",
    ]);
    const all = someReports(reports, startedAt);
    const expected = keysOf(all);
    await putOnQueues(stand, all);
    const urgentSenders = Math.max(1, Math.round(senders / 2));
    workers = startWorkers({
      at: stand,
      counts: {
        "report-urgent": 1,
        "report-standard": 1,
        "contact-urgent": 1,
        "contact-standard": 1,
        "notice-urgent": urgentSenders,
        "notice-standard": Math.max(1, senders - urgentSenders),
        "channel-urgent": 1,
        "channel-standard": 1,
        "delivery-urgent": 1,
        delivery: 1,
      },
      bundleOf: (name) => bundles.find((bundle) => bundle.name === name)?.folder ?? "",
      environment: { ...stand.variables },
      ended: (queue, words) => faults.push(`a process of ${queue} ended by itself: ${words}`),
    });

    const { places, setAhead } = workers;
    const { sweep } = feedsOf(stand);
    const cut = { cases: new Set<string>(), attempts: new Set<string>() };
    const looks: Promise<void>[] = [];
    let killed = 0;
    let aimed = 0;
    let jumps = 0;
    let nextAt = Math.max(1, (killsWithin * expected.length * random()) / kills);
    const killOne = async (aims: boolean) => {
      const mortal = places.filter((place) => place.receives() <= deathsAtMost);
      const isAtSes = (id: string) => withSes.has(id) || (isBatchId(id) && [...withSes].some(isMailId));
      const atSes = mortal.filter((place) => place.noticesInHand().some(isAtSes));
      // Half of the aimed ones wait for somebody whose mail SES has.
      const isWithSes = aims && killed % 4 === 0;
      const victim = oneOf(isWithSes ? atSes : aims ? mortal.filter(hasNotice) : mortal, random);
      if (!victim) return;
      if (!isWithSes) await pause(random() * sesAnswersAfterMs);
      // Meanwhile it may have taken another message.
      if (victim.receives() > deathsAtMost) return;
      const inHand = victim.noticesInHand();
      await victim.kill();
      killed++;
      if (aims) aimed++;
      nextAt = (killsWithin * expected.length * (killed + random())) / kills;
      for (const caseId of inHand) {
        cut.cases.add(caseId);
        looks.push(lookAt(stand, caseId, cut.attempts));
      }
    };
    const figures = (waits: Waiting) =>
      `${killed} of ${kills} kills, ${cut.attempts.size} of them inside a send; ${told.size} of ` +
      `${expected.length} notices told in ${tellings.length} mails; ${waits.count} messages wait`;
    const missing = (waits: Waiting) => {
      const untold = expected.filter((key) => !told.has(key));
      const onQueues = Object.entries(waits.on).map(([queue, count]) => `${queue} ${count}`);
      return (
        `${figures(waits)}${onQueues.length > 0 ? ` (${onQueues.join(", ")})` : ""}; ${events.count()} ` +
        "events are to come; " +
        `not told: ${untold.length > 0 ? `${untold.slice(0, 3).join(", ")}${untold.length > 3 ? ", …" : ""}` : "none"}.`
      );
    };

    let looked = { at: 0, movement: "", movedAt: performance.now(), tenth: 0 };
    for (;;) {
      await pause(5);
      // Every other kill is aimed: at random, most would strike who waits for work.
      if (killed < kills && told.size >= nextAt) await killOne(killed % 2 === 0);
      const now = performance.now();
      if (now - looked.at < looksEveryMs) continue;
      const waits = await waiting(stand);
      const movement = `${told.size} ${waits.count} ${killed} ${jumps}`;
      const tenth = Math.floor((10 * told.size) / expected.length);
      if (tenth > looked.tenth) say(figures(waits));
      looked = { at: now, movement, movedAt: movement === looked.movement ? looked.movedAt : now, tenth };
      if (now - looked.movedAt > stallMs) throw new Error(`Nothing moved for ${stallMs / 1000} s: ${missing(waits)}`);
      if (now - began > 60_000 * minutesAtMost)
        throw new Error(`It is not done after ${minutesAtMost} minutes: ${missing(waits)}`);
      if (events.count() > 0 || waits.count > 0) continue;
      const [due] = await stand.store.due(plusMinutes(lastMailAt, waitsForMinutes), 1);
      if (due) {
        jumps++;
        clock.jumpTo(due.dueAt);
        setAhead(msOf(clock.now()) - Date.now());
        await sweep();
        // Kills go on without a notice told only where nothing is left to send.
      } else if (killed < kills) await killOne(false);
      else break;
    }
    await Promise.all(looks);
    await workers.rest();
    await workers.end();
    const submitted = apiProviders.flatMap((provider) =>
      channels.submitted(provider).map((report) => ({ provider, report })),
    );
    const compared = await compare({ stand, startedAt, reports: all, tellings, submitted, cut });
    return {
      ...compared,
      faults: [...faults, ...compared.faults],
      reports,
      kills: killed,
      aimed,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await workers?.end();
    events.clear();
    await stand.close();
    await channels.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const hasNotice = (place: Place): boolean => place.noticesInHand().length > 0;
const oneOf = <T>(some: readonly T[], random: () => number): T | undefined => some[Math.floor(random() * some.length)];

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

type Waiting = { readonly count: number; readonly on: Readonly<Partial<Record<QueueName, number>>> };

/** Messages that lie on the queues or are in somebody's hands, dead or alive. */
const waiting = async ({ queues, sqs }: Stand): Promise<Waiting> => {
  const used: readonly QueueName[] = queueNames.filter((name) => name !== "reply");
  const counts = await Promise.all(
    used.map(async (queue) => {
      const { Attributes } = await queues.send(
        new GetQueueAttributesCommand({ QueueUrl: sqs.queueUrl(queue), AttributeNames: ["All"] }),
      );
      return [
        queue,
        Number(Attributes?.ApproximateNumberOfMessages) + Number(Attributes?.ApproximateNumberOfMessagesNotVisible),
      ] as const;
    }),
  );
  return {
    count: counts.reduce((sum, [, count]) => sum + count, 0),
    on: Object.fromEntries(counts.filter(([, count]) => count > 0)),
  };
};

/**
 * Notes the attempts that a dead process left on the wire, read from the table once its last write
 * has landed.
 */
const lookAt = async (stand: Stand, caseId: string, attempts: Set<string>): Promise<void> => {
  await pause(lastWriteMs);
  const ids = isBatchId(caseId) ? (await stand.store.waitingFor(caseId)).map((one) => one.caseId) : [caseId];
  for (const id of ids) {
    const state = await stand.store.read(id);
    if (!state) continue;
    // What a case sends by itself is not in the hands of who sends a batch, nor the other way round.
    for (const { state: at, attemptId, mail } of state.notices)
      if (at === "on-wire" && attemptId !== undefined && (mail !== undefined) === isBatchId(caseId))
        attempts.add(attemptId);
  }
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
