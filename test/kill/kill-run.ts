import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { build } from "esbuild";
import type { Case, Notice } from "../../functions/case/case.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { startRegistries } from "../../infra/local/sample/registry-servers.ts";
import type { KeptMail, SesOutcome } from "../../infra/local/servers/ses-events.ts";
import { type Stand, standUp } from "../../infra/local/stand.ts";
import { allCases, balanceOf } from "../../infra/local/tally.ts";
import { deadLetters, drain, enqueue, feedsOf } from "../../infra/local/work-queues.ts";
import type { QueueName } from "../../infra/topology.ts";
import { randomFrom } from "./random.ts";

export type KillOptions = {
  readonly kills: number;
  readonly reports: number;
  readonly seed: number;
  readonly senders: number;
  readonly say: (line: string) => void;
};

export type KillOutcome = {
  readonly reports: number;
  readonly kills: number;
  readonly cases: number;
  readonly mailsExpected: number;
  readonly mails: number;
  /** Attempts that a kill cut off between claim and record. */
  readonly killsInsideSend: number;
  /** Of those, the ones whose mail SES had taken. */
  readonly takenBySes: number;
  readonly settledByEvents: number;
  readonly unknown: number;
  readonly deadLetters: number;
  readonly seconds: number;
  /** What is not as it must be; empty is the promise kept. */
  readonly faults: readonly string[];
};

const platforms = Array.from({ length: 40 }, (_, at) => ({ suffix: `p${at}.example`, email: `abuse@p${at}.example` }));
const hotline = "ntd@hotline-nl.example";
const settings: Settings = settingsSchema.parse({
  stage: "kill-test",
  organisation: "Example Takedown Desk",
  senderAddress: "notices@takedown.example",
  replyDomain: "reply.takedown.example",
  verifyBy: "https://takedown.example/verify",
  configurationSets: { urgent: "urgent", standard: "standard" },
  reporters: [{ id: "hotline", organisation: "Example Hotline", contact: "reports@hotline.example" }],
  directory: platforms.map(({ suffix, email }) => ({ matches: [suffix], name: suffix, scope: "platform" as const, email, country: "NL" })),
  countries: [{ country: "NL", hotline: { name: "Hotline NL", email: hotline }, language: "en" }],
  allowReserved: true,
});

/** SES takes a mail at once and answers after this long; its events come seconds later. Both are chosen, not measured. */
const sesAnswersAfterMs = 250;
const eventsAfterMs = { from: 1_000, to: 3_000 } as const;
const visibilitySeconds = 4;
const killAgainAfterMs = 2_000;
const stallMs = 60_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type Report = { readonly queue: QueueName; readonly body: string; readonly url: string; readonly tells: readonly string[] };

/** Reports of which it is known beforehand who has to be told: the platform, and for child abuse the hotline too. */
const reportNumber = (number: number, seenAt: string): Report => {
  const platform = platforms[number % platforms.length] ?? { suffix: "", email: "" };
  const category = number % 10 === 3 ? "ncii" : number % 10 === 7 ? "csam" : "phishing";
  const url = `https://user${number}.${platform.suffix}/page`;
  const report = {
    version: 1,
    reporter: "hotline",
    reportId: `K-${number}`,
    category,
    target: { url },
    seenAt,
    evidence: { explanation: "Seen and classified by an analyst.", classification: "baseline", detectedBy: "manual-review" },
  };
  return {
    queue: category === "phishing" ? "report-standard" : "report-urgent",
    body: JSON.stringify(report),
    url,
    tells: category === "csam" ? [platform.email, hotline] : [platform.email],
  };
};

const bundleWorker = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, "worker.mjs");
  const banner = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;
  await build({
    entryPoints: [path.join(import.meta.dirname, "worker.ts")],
    bundle: true,
    outfile,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    banner: { js: banner },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    minify: true,
    keepNames: true,
    logLevel: "silent",
  });
  return outfile;
};

type Worker = { readonly child: ChildProcess; readonly markFile: string; readonly works: readonly QueueName[]; readonly ended: Promise<void> };

/**
 * Runs `reports` reports through worker processes of which `kills` are killed by SIGKILL, and compares what reached the
 * mail server with what should have. Ends every process that it started, whatever happens.
 */
export const killRun = async ({ kills, reports, seed, senders, say }: KillOptions): Promise<KillOutcome> => {
  const random = randomFrom(seed);
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-kill-"));
  mkdirSync(path.join(folder, "marks"));
  const clock = movableClock(new Date().toISOString(), 1);
  const startedAt = clock.now();
  const log = { info: () => {}, error: () => {} };
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, does: () => Promise<void>) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void does();
    }, ms);
    timers.add(timer);
  };
  const eventDelayMs = () => eventsAfterMs.from + random() * (eventsAfterMs.to - eventsAfterMs.from);
  const registries = await startRegistries({
    rdap: () => ({ status: 404, body: "{}" }),
    whois: () => Buffer.from("No match\r\n"),
    dns: (name, type) => (type === "MX" ? [{ type: "MX", value: `mx.${name}`, priority: 10 }] : []),
    rdapTlds: [],
  });
  const workers = new Set<Worker>();
  const stand: Stand = await standUp({
    folder,
    settings,
    clock,
    log,
    registries: JSON.stringify({ rdapBootstrapUrl: registries.rdapBootstrapUrl, whois: registries.whois, dnsServers: registries.dnsServers }),
    ratePerSecond: 5_000,
    perDay: 10_000_000,
    visibilitySeconds,
    onAccepted: (mail) => {
      const delivered: SesOutcome = { kind: "Delivery" };
      later(sesAnswersAfterMs + eventDelayMs(), () => stand.ses.tell(mail, delivered));
      return pause(sesAnswersAfterMs);
    },
    onEvent: (event) =>
      event["detail-type"] === "Email Sent"
        ? later(eventDelayMs(), () => enqueue(stand, "delivery", JSON.stringify(event)))
        : enqueue(stand, "delivery", JSON.stringify(event)),
  });
  let spawned = 0;
  let stopping = false;
  const worker = await bundleWorker(folder);
  const start = (works: readonly QueueName[]): Worker => {
    const markFile = path.join(folder, "marks", String(spawned++));
    const told = { variables: stand.variables, queuesUrl: stand.sqs.queueUrl("delivery").replace(/\/delivery$/, ""), works, markFile, pauseMs: 200 };
    const child = spawn(process.execPath, [worker], {
      env: { ...process.env, NODE_OPTIONS: "", KILL_WORKER: JSON.stringify(told) },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const words: Buffer[] = [];
    child.stderr.on("data", (bytes: Buffer) => words.push(bytes));
    const ended = new Promise<void>((resolve) =>
      child.once("exit", (_, signal) => {
        if (!stopping && signal !== "SIGKILL") say(`a worker ended by itself: ${Buffer.concat(words).toString("utf8").slice(0, 600)}`);
        resolve();
      }),
    );
    const made = { child, markFile, works, ended };
    workers.add(made);
    return made;
  };
  const end = async (one: Worker): Promise<void> => {
    workers.delete(one);
    one.child.kill("SIGKILL");
    await one.ended;
  };
  const endAll = async () => {
    stopping = true;
    await Promise.all([...workers].map(end));
  };
  const onExit = () => {
    for (const { child } of workers) child.kill("SIGKILL");
  };
  process.on("exit", onExit);

  try {
    const all = Array.from({ length: reports }, (_, number) => reportNumber(number, startedAt));
    const expected = new Map(all.flatMap(({ url, tells }) => tells.map((to): [string, number] => [`${url} ${to}`, 0])));
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
    const back: readonly QueueName[] = ["report-urgent", "report-standard", "contact-urgent", "contact-standard", "delivery"];
    for (let at = 0; at < 2; at++) start(back);
    for (let at = 0; at < senders; at++) start([at % 3 === 0 ? "notice-urgent" : "notice-standard"]);

    const interrupted = new Set<string>();
    const mailsNow = () => accepted;
    let accepted = 0;
    const counting = setInterval(() => (accepted = stand.ses.mails().length), 25);
    let killed = 0;
    let lastKill = performance.now();
    let lastMails = 0;
    let lastMove = performance.now();
    let nextAt = 0;
    try {
      while (killed < kills || mailsNow() < expected.size - interrupted.size) {
        await pause(10);
        const now = performance.now();
        if (mailsNow() > lastMails) [lastMails, lastMove] = [mailsNow(), now];
        if (killed >= kills && now - lastMove > (visibilitySeconds + 4) * 1000) break;
        if (now - lastMove > stallMs) throw new Error(`Nothing was sent for ${stallMs / 1000} s; ${mailsNow()} of ${expected.size} mails are out.`);
        if (killed >= kills || (mailsNow() < nextAt && now - lastKill < killAgainAfterMs)) continue;
        await pause(random() * 60);
        const victims = [...workers];
        const victim = victims[Math.floor(random() * victims.length)];
        if (!victim) continue;
        await end(victim);
        killed++;
        lastKill = performance.now();
        nextAt = ((killed + random() - 0.5) * expected.size) / (kills + 1);
        start(victim.works);
        for (const attempt of await cutOff(stand, victim.markFile)) interrupted.add(attempt);
        if (killed % Math.max(1, Math.floor(kills / 10)) === 0)
          say(`${killed} kills, ${interrupted.size} of them inside a send, ${mailsNow()} of ${expected.size} mails out`);
      }
    } finally {
      clearInterval(counting);
    }
    // What was in the dead workers' hands comes back to the queues, and the last events come in.
    await endAll();
    await pause(visibilitySeconds * 1000 + 500);
    const { feeds, sweep } = feedsOf(stand);
    await drain(stand, feeds);
    while (timers.size > 0) await pause(100);
    await drain(stand, feeds);
    // A hint that died with its worker is found by the sweep; what nothing proved within 15 minutes is shown as unknown.
    clock.jumpTo(plusMinutes(clock.now(), 6));
    await settle(stand, sweep, feeds, timers);
    clock.jumpTo(plusMinutes(clock.now(), 16));
    await settle(stand, sweep, feeds, timers);
    return await compare({ stand, startedAt, expected, interrupted, kills: killed, reports, seconds: () => (performance.now() - began) / 1000 });
  } finally {
    process.removeListener("exit", onExit);
    await endAll();
    for (const timer of timers) clearTimeout(timer);
    await stand.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const settle = async (stand: Stand, sweep: () => Promise<unknown>, feeds: Parameters<typeof drain>[1], timers: ReadonlySet<unknown>): Promise<void> => {
  for (let round = 0; round < 2; round++) {
    await sweep();
    await drain(stand, feeds);
    while (timers.size > 0) await pause(100);
    await drain(stand, feeds);
  }
};

/** The attempts that a dead worker left on the wire: what its mark names, read from the table once its last write has landed. */
const cutOff = async (stand: Stand, markFile: string): Promise<readonly string[]> => {
  const caseId = readMark(markFile);
  if (caseId === "") return [];
  await pause(150);
  const state = await stand.store.read(caseId);
  return state?.kind === "case" ? state.notices.filter((notice) => notice.state === "on-wire").flatMap(({ attemptId }) => attemptId ?? []) : [];
};

const readMark = (file: string): string => {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    // It was killed before it opened its file, so before it worked.
    return "";
  }
};

type Comparing = {
  readonly stand: Stand;
  readonly startedAt: string;
  readonly expected: Map<string, number>;
  readonly interrupted: ReadonlySet<string>;
  readonly kills: number;
  readonly reports: number;
  readonly seconds: () => number;
};

const compare = async ({ stand, startedAt, expected, interrupted, kills, reports, seconds }: Comparing): Promise<KillOutcome> => {
  const told = await allCases(stand.store, startedAt, stand.clock.now());
  const states = told.map(({ state }) => state);
  const notices = states.flatMap((state) => (state.kind === "case" ? state.notices.map((notice) => ({ state, notice })) : []));
  const urlOf = (state: Case) => (state.kind === "case" && state.target.kind === "url" ? state.target.url : state.id);
  const byAttempt = new Map(notices.flatMap(({ state, notice }) => (notice.attemptId ? [[notice.attemptId, { state, notice }] as const] : [])));
  const faults: string[] = [];
  const mails = stand.ses.mails();
  for (const mail of mails) {
    const of = byAttempt.get(mail.tags.attempt ?? "");
    const key = of && `${urlOf(of.state)} ${mail.destinations.join(",")}`;
    if (key === undefined || !expected.has(key)) faults.push(`mail ${mail.number} went to ${mail.destinations.join(", ")}, who was not to have it`);
    else expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const unknown = notices.filter(({ notice }) => notice.state === "unknown");
  const shown = new Set(unknown.map(({ state, notice }) => `${urlOf(state)} ${notice.to.email}`));
  for (const [key, count] of expected) {
    if (count > 1) faults.push(`${count} mails for one notice: ${key}`);
    if (count === 0 && !shown.has(key)) faults.push(`no mail and not shown as unknown: ${key}`);
  }
  const asksAbout = ({ state, notice }: { readonly state: Case; readonly notice: Notice }) =>
    state.reviews.some(({ question, noticeId }) => question === "unknown-send" && noticeId === notice.id);
  for (const one of unknown) if (!asksAbout(one)) faults.push(`unknown and no person is asked: ${one.state.id}`);
  const unsettled = notices.filter(({ notice }) => notice.state === "on-wire" || notice.state === "queued");
  if (unsettled.length > 0) faults.push(`${unsettled.length} notices are still queued or on the wire`);
  const dueIds = new Set((await stand.store.due("9999-12-31T00:00:00.000Z", 1_000_000)).map(({ caseId }) => caseId));
  const balance = balanceOf(told, dueIds);
  if (balance.lost !== 0 || balance.takenIn !== reports) faults.push(`${reports} reports, ${balance.takenIn} taken in, ${balance.lost} lost`);
  const gaps = told.filter(({ history }) => history.some(({ version }, at) => version !== at + 1));
  if (gaps.length > 0) faults.push(`${gaps.length} histories have gaps`);
  const dead = await deadLetters(stand);
  if (dead > 0) faults.push(`${dead} messages lie in dead letters`);
  const taken = tookOf(mails, interrupted);
  const settledByEvents = [...interrupted].filter((attempt) => {
    const state = byAttempt.get(attempt)?.notice.state;
    return state === "sent" || state === "delivered";
  }).length;
  if (unknown.length > interrupted.size) faults.push(`${unknown.length} unknown, but only ${interrupted.size} kills fell inside a send`);
  if (settledByEvents < 0.95 * taken) faults.push(`events settled ${settledByEvents} of ${taken} cut-off sends that SES had taken`);
  return {
    reports,
    kills,
    cases: states.length,
    mailsExpected: expected.size,
    mails: mails.length,
    killsInsideSend: interrupted.size,
    takenBySes: taken,
    settledByEvents,
    unknown: unknown.length,
    deadLetters: dead,
    seconds: seconds(),
    faults,
  };
};

const tookOf = (mails: readonly KeptMail[], attempts: ReadonlySet<string>): number => mails.filter(({ tags }) => attempts.has(tags.attempt ?? "")).length;
