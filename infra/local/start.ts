import { EventEmitter } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { tableSending } from "../../functions/adapters/table-sending.ts";
import { caseWork } from "../../functions/handlers/case-work.ts";
import { required } from "../../functions/handlers/variables.ts";
import { type Clock, instant, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Log } from "../../functions/kernel/log.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { Heard } from "../../functions/webhooks/webhook.ts";
import { reportsOn } from "./captured-run.ts";
import { sampleChecker, startSampleHosts } from "./checker.ts";
import { movableClock } from "./clock.ts";
import { consoleOf, startConsole } from "./console-server.ts";
import { type Deliveries, openDeliveries } from "./deliveries.ts";
import { demoInFront } from "./demo.tsx";
import { type Endpoints, isRunning, removeEndpoints, writeEndpoints } from "./endpoints.ts";
import { feedLog } from "./feed.ts";
import { liveSettings } from "./live-settings.ts";
import { newsHeard } from "./news.ts";
import { planAnswers } from "./outside-world.ts";
import { reportOnce } from "./report-once.ts";
import { runToRest } from "./run-once.ts";
import { readRunState } from "./run-state.ts";
import { capturedRegistries, hostsOf, readCaptured } from "./sample/captured.ts";
import { sampleRegistries } from "./sample/registries.ts";
import { type RegistryAnswers, registriesVariable, startRegistries } from "./sample/registry-servers.ts";
import { sampleReports } from "./sample/reports.ts";
import { sampleSettings, withWebhook } from "./sample/settings.ts";
import { serve } from "./serve.ts";
import { startChannels } from "./servers/channels/start.ts";
import { PortInUse } from "./servers/loopback.ts";
import { masterKeysSecret, type Stand, sdkEnvironment, standUp, tableName, Unusable } from "./stand.ts";
import { pagesOpened } from "./tally.ts";
import { addressFile, keepText, openInBrowser, watching } from "./watching.ts";
import {
  type HeardByWebhook,
  keepsHeard,
  playedChat,
  playedWebhook,
  startWebhookReceiver,
  webhookQueue,
  webhooksFolder,
} from "./webhooks.ts";
import { enqueueEvent } from "./work-queues.ts";

type Options = {
  readonly once?: true;
  readonly live?: true;
  readonly registries?: string;
  readonly folder: string;
  readonly port: number;
  readonly speed: number;
  readonly fresh?: true;
  readonly open?: true;
  readonly webhook?: string;
};

const positive = (what: string, most: number) => (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new InvalidArgumentError(`${what} is a whole number from 1 to ${most}.`);
  return number;
};

const ownAddress = (text: string) => {
  const { protocol, hostname } = URL.canParse(text) ? new URL(text) : { protocol: "", hostname: "" };
  if (protocol !== "http:" || !["127.0.0.1", "localhost", "[::1]"].includes(hostname))
    throw new InvalidArgumentError("A receiver on this machine, like http://127.0.0.1:8080/.");
  return text;
};

const options: Options = new Command("npm start --")
  .description(
    "Runs the whole dispatcher on this machine: AWS's services on loopback, sample registries, sample " +
      "abuse desks, and the functions that are deployed.\nNothing leaves this machine, " +
      "but for look-ups with --live.",
  )
  .option(
    "--once",
    "run the sample reports on a fast clock until every case is closed or in front of a person, print a table, end",
  )
  .option(
    "--registries <file>",
    "with --once: answer look-ups from captured answers (JSON lines) and report on their hosts",
  )
  .option("--live", "look up in the real registries; mails are kept here and sent to nobody")
  .option("--folder <path>", "where the state is kept", ".local")
  .option("--fresh", "begin anew: forget the state in the folder")
  .option("--webhook <url>", "tell a receiver of your own on this machine what on-call and reporters hear", ownAddress)
  .option("--open", "open the console in your browser")
  .option("--port <number>", "port of the console", positive("A port", 65_535), 4700)
  .option(
    "--speed <factor>",
    "how fast the simulated clock runs (1 is real time; always 1 with --live)",
    positive("The speed", 100_000),
    600,
  )
  .helpOption("--help", "show this")
  .parse()
  .opts();

/** Loud enough for a person, silent about stacks: what they can do next stands in the sentence. */
const main = async (): Promise<number> => {
  try {
    return options.once ? await once() : await keepRunning();
  } catch (error) {
    if (error instanceof PortInUse)
      return say(`Port ${options.port} is in use. Stop what uses it, or choose another with --port.`);
    if (error instanceof Unusable) return say(error.message);
    throw error;
  }
};
const say = (sentence: string): number => {
  console.error(sentence);
  return 1;
};

/**
 * A run of its own in a folder of its own, thrown away at the end: it must find the same whatever
 * was there before.
 */
const once = async (): Promise<number> => {
  if (options.live) return say("--once plays the samples; it does not go together with --live.");
  if (options.registries !== undefined && !existsSync(options.registries))
    return say(`There is no file ${resolve(options.registries)}. Give --registries a file of captured answers.`);
  const folder = mkdtempSync(join(tmpdir(), "takedown-once-"));
  const captured = options.registries;
  const rows = captured === undefined ? undefined : capturedRows(captured);
  const began = instant(Date.parse("2026-11-24T10:00:00Z"));
  const clock = movableClock(began, 0);
  const deliveries = openDeliveries(folder);
  const world = await startSampleWorld(
    rows ? capturedRegistries(rows) : sampleRegistries(began),
    clock,
    deliveries.plan,
  );
  const log = feedLog(clock, (line) =>
    !process.stdout.isTTY || captured !== undefined ? undefined : console.log(line),
  );
  const heard = newsHeard();
  const chat: string[] = [];
  const webhooks = await startPlayedWebhook(folder, (told) => void chat.push(...(told.chat ? [told.chat] : [])), log);
  const stand = await standUp({
    folder,
    // Captured answers are about real hosts; the samples' reserved names are admitted beside them.
    settings: captured === undefined ? withWebhook : sampleSettings,
    ...world.given,
    ...webhooks.given,
    clock,
    log,
    ratePerSecond: 100_000,
    onAccepted: (mail, raw) => planAnswers(deliveries, mail, raw, { writes: true }),
    onEvent: (event) => enqueueEvent(stand, event),
    onReporterTold: heard.hear,
  });
  if (captured === undefined) webhooks.begin(stand.variables);
  try {
    const hosts = captured === undefined ? undefined : hostsOf(captured);
    const messages = hosts ? reportsOn(hosts, began) : samples(began);
    deliveries.plan(messages);
    const started = performance.now();
    console.error(`${messages.length} messages; weeks pass in seconds …`);
    await runToRest(
      stand,
      deliveries,
      (now) => process.stderr.isTTY && process.stderr.write(`\r${now.slice(0, 16).replace("T", " ")} (simulated)   `),
    );
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    await webhooks.rest();
    return await reportOnce(stand, {
      began,
      messages: messages.length,
      seconds: (performance.now() - started) / 1000,
      heard,
      chat,
      ...(hosts && { hosts }),
    });
  } finally {
    await stand.close();
    await webhooks.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** So long the sample's provider looks, and then it has acted. */
const actsAfterMs = 40 * 60_000;

const startSampleChannels = ({ now }: Clock) => {
  const nowMs = () => Date.parse(now());
  return startChannels(0, nowMs, (_, { at }) => (nowMs() - Date.parse(at) >= actsAfterMs ? "ACTIONED" : undefined));
};

/** Registries, providers and reported hosts, all on loopback. */
const startSampleWorld = async (answers: RegistryAnswers, clock: Clock, plan: Deliveries["plan"]) => {
  const [registries, channels, hosts] = [
    await startRegistries(answers),
    await startSampleChannels(clock),
    await startSampleHosts(),
  ];
  return {
    given: {
      registries: registriesVariable(registries),
      channelsUrl: channels.url,
      checker: sampleChecker(hosts, registries.dnsServers, plan),
    },
    close: async () => {
      for (const one of [registries, channels, hosts]) await one.close();
    },
  };
};

const capturedRows = (file: string) => {
  try {
    return readCaptured(file);
  } catch (error) {
    throw new Unusable(`${file} is not a file of captured answers. ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
};

const samples = (began: string) =>
  sampleReports(began).map(({ queue, afterMinutes, body }, number) => ({
    id: `sample-${number}`,
    at: plusMinutes(began, afterMinutes),
    does: { kind: "report" as const, queue, body },
  }));

/** Where `npx takedown` finds what runs here. */
const endpointsOf = (
  { sqs: { queueUrl }, variables }: Stand,
  { settings, ...given }: Pick<Endpoints, "deadLetterUrls" | "consoleUrl"> & { readonly settings: Settings },
): Endpoints => ({
  sdk: { ...sdkEnvironment({}), ...endpointVariables() },
  tableName,
  masterKeysSecret,
  reportQueues: { urgent: queueUrl("report-urgent"), standard: queueUrl("report-standard") },
  hintQueueUrls: {
    "contact-urgent": queueUrl("contact-urgent"),
    "contact-standard": queueUrl("contact-standard"),
    "notice-urgent": queueUrl("notice-urgent"),
    "notice-standard": queueUrl("notice-standard"),
    "channel-urgent": queueUrl("channel-urgent"),
    "channel-standard": queueUrl("channel-standard"),
  },
  settingsFile: required(variables.SETTINGS_FILE, "SETTINGS_FILE"),
  ...(variables.REGISTRIES && { registries: variables.REGISTRIES }),
  ...given,
});

const keepRunning = async (): Promise<number> => {
  if (options.registries) return say("--registries goes together with --once.");
  const folder = resolve(options.live ? `${options.folder}-live` : options.folder);
  if (options.fresh) forgetState(folder);
  const speed = options.live ? 1 : options.speed;
  const before = readRunState(folder);
  const realNow = new Date().toISOString();
  const clock = movableClock(options.live ? realNow : (before?.simulatedNow ?? realNow), speed);
  const began = before?.began ?? clock.now();
  const settings = options.live ? liveSettings : withWebhook;
  const plan: Deliveries["plan"] = (more) => deliveries.plan(more);
  const world = options.live ? undefined : await startSampleWorld(sampleRegistries(began), clock, plan);
  const watched = watching(clock);
  const { log } = watched;
  const webhooks = options.live ? undefined : await startPlayedWebhook(folder, watched.webhookTold, log);
  const stand = await standUp({
    folder,
    settings,
    clock,
    log,
    consoleUrl: `http://127.0.0.1:${options.port}`,
    ...world?.given,
    ...webhooks?.given,
    onAccepted: (mail, raw) => {
      watched.mail(mail, keepText(folder, mail, raw));
      if (!options.live) planAnswers(deliveries, mail, raw);
    },
    onEvent: (event) => enqueueEvent(stand, event),
    onReporterTold: watched.reporterTold,
    onCallTold: watched.onCallTold,
  });
  webhooks?.begin(stand.variables);
  const deliveries = openDeliveries(folder);
  const base = caseWork(stand.variables, clock, log);
  const deadLetterUrls = base.environment.DEAD_LETTER_URLS ?? {};
  const console_ = await startConsole({
    app: (person) => consoleOf(base, person),
    inFront: demoInFront({ stand, deliveries, sending: tableSending(base.table) }),
    port: options.port,
    onUsed: watched.readdress,
  });
  writeEndpoints(folder, endpointsOf(stand, { settings, deadLetterUrls, consoleUrl: console_.origin }));
  watched.open({
    console: console_.url,
    second: console_.addressFor("second person"),
    folder,
    speed,
    live: options.live === true,
    again: before !== undefined,
  });
  await watched.know(pagesOpened(stand.store.openedOn, began, clock.now()));
  if (options.open) openInBrowser(console_.url, watched.line);
  if (!options.live && !before) deliveries.plan(samples(began));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  // Each long poll listens for the end; that is no leak.
  EventEmitter.setMaxListeners(100, stop.signal);
  const counting = watched.count(stand.store, stop.signal);
  await serve(stand, deliveries, began, speed, stop.signal);
  await counting;
  await webhooks?.close();
  watched.close();
  console.log(`Stopped. The state is kept in ${folder}; npm start goes on from there.`);
  removeEndpoints(folder);
  for (const one of [console_, world, stand]) await one?.close();
  return 0;
};

/** A played system of the operator's, or one on this machine in its place; it hears once `begin` says by what. */
const startPlayedWebhook = async (folder: string, told: (heard: HeardByWebhook, file: string) => void, log: Log) => {
  const keep = keepsHeard(folder);
  const receiver = await startWebhookReceiver((heard) => told(heard, keep(heard)));
  let queues: readonly ReturnType<typeof webhookQueue>[] = [];
  return {
    given: {
      webhooksUrl: options.webhook ?? receiver.url,
      onWebhookMessage: (message: string, heard: Heard): void => {
        for (const queue of queues.slice(0, heard === "on-call" ? 2 : 1)) queue.put(message);
      },
    },
    begin: (variables: Readonly<Record<string, string>>): void => {
      // A receiver of one's own is no chat.
      const names = options.webhook ? [playedWebhook] : [playedWebhook, playedChat];
      queues = names.map((name) => webhookQueue(variables, log, name));
    },
    rest: () => Promise.all(queues.map((queue) => queue.rest())),
    close: async (): Promise<void> => {
      for (const queue of queues) await queue.close();
      await receiver.close();
    },
  };
};

const ownNames = [
  "table",
  "mails",
  "replies",
  "clock.json",
  "deliveries.json",
  "endpoints.json",
  "reply-keys.json",
  "case-number-key.json",
  "master-keys.json",
  "settings.json",
  addressFile,
  webhooksFolder,
];

/**
 * Takes away what a run has made and nothing else: the folder may be anybody's, and another run may
 * be using it.
 */
const forgetState = (folder: string): void => {
  if (isRunning(folder))
    throw new Unusable(`Another run of npm start uses the folder ${folder}. Stop it before you begin anew.`);
  for (const name of ownNames) rmSync(join(folder, name), { recursive: true, force: true });
};

const endpointVariables = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith("AWS_ENDPOINT_URL_") && value ? [[name, value]] : [],
    ),
  );

// A start that was refused half-way leaves servers listening, which would keep the process alive
// for ever.
process.exit(await main());
