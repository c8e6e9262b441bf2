import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { type Instant, msOf, plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import { movableClock } from "../../local/clock.ts";
import { indexes } from "../../local/create-table.ts";
import { headerOf } from "../../local/mime-headers.ts";
import { inboundMail, receiptOf } from "../../local/sample/inbound-mail.ts";
import { rdapNetwork } from "../../local/sample/rdap-texts.ts";
import { rdapAnswer, registriesVariable, startRegistries } from "../../local/sample/registry-servers.ts";
import type { Running } from "../../local/servers/loopback.ts";
import { type KeptMail, type SesEvent, sesEvent } from "../../local/servers/ses-events.ts";
import { replyBucket, type Stand, standUp } from "../../local/stand.ts";
import { deliveryQueueOf, enqueue, workBatch } from "../../local/work-queues.ts";
import { bundleFunctions } from "../../stack/bundle.ts";
import { type FunctionName, functionNames, type QueueName, queueNames, topology } from "../../stack/topology.ts";
import { measuredSettings } from "../settings.ts";
import {
  chunks,
  counter,
  meterDynamoDb,
  meterEventBridge,
  meterRequests,
  meterSes,
  meterSqs,
  type Reading,
} from "./meter.ts";
import { invocationLogBytes, lineOverheadBytes, lookUpWaitMs, mbForOneProcessor } from "./prices.ts";

export type Flow = {
  /** From the report to the delivered first notice, for all cases. */
  readonly notice: Reading;
  /** From there to the delivered reminder. */
  readonly followUp: Reading;
  /** The replies of some desks, which say that it is removed. */
  readonly replies: Reading;
  /** One run of each function that runs each minute, with nothing to do. */
  readonly idleMinute: Reading;
  readonly firstNotices: number;
  readonly reminders: number;
  readonly replied: number;
};

export type FlowOptions = {
  readonly cases: number;
  /** Of the desks, those who answer the reminder. */
  readonly repliesShare: number;
  /** Messages that Lambda hands over together. */
  readonly together: (name: FunctionName, queue: QueueName) => number;
  /**
   * Whether they lay there together, too, and were received at once; otherwise each came by a
   * receive of its own while Lambda waited for more.
   */
  readonly cameTogether: boolean;
  /** Lines of history that the stream hands over together. */
  readonly linesTogether: number;
};

/**
 * Producers set a group, and we on hints; EventBridge and S3, which bring deliveries and replies,
 * don't.
 */
const hasGroups = (queue: QueueName): boolean => !/^(delivery|reply)/.test(queue);

/** A Tuesday morning on which desks work. */
const began: Instant = "2026-11-24T10:00:00.000Z";
const settings = measuredSettings({
  // A mail for each case: the dearest way. Where notices to one desk are gathered, many cases share
  // one mail.
  digests: false,
});

/**
 * One look-up in twelve finds no earlier answer, as reckoned in `prices.ts`: so many cases lie on
 * one host.
 */
const casesOfOneHost = 12;
const siteOf = (number: number): number => Math.floor(number / casesOfOneHost);
/** 192 networks of four addresses in the documentation ranges, each with a desk. */
const blocks = ["192.0.2", "198.51.100", "203.0.113"];
const networkOf = (site: number) => {
  const place = site % (blocks.length * 64);
  return { place, base: `${blocks[Math.floor(place / 64)]}.${(place % 64) * 4}`, desk: `abuse@net${place}.example` };
};
const hostOf = (number: number): string => `h${siteOf(number)}.example`;
const addressOf = (site: number): string => networkOf(site).base.replace(/\d+$/, (last) => String(Number(last) + 1));
const placeOfAddress = (address: string): number => {
  const [, block = "", last = "0"] = /^(.*)\.(\d+)$/.exec(address) ?? [];
  return blocks.indexOf(block) * 64 + Math.floor(Number(last) / 4);
};

const benchRegistries = () =>
  startRegistries({
    rdap: (asked, base) => {
      const address = /^ip\/([\d.]+)/.exec(asked)?.[1];
      if (address === undefined) return rdapAnswer(404, { errorCode: 404, title: "Not Found" });
      const { place, base: first, desk } = networkOf(placeOfAddress(address));
      const network = {
        handle: `NET${place}`,
        name: `NET${place}-NET`,
        organisation: `Network ${place} B.V.`,
        range: `${first}/30`,
        country: "NL",
        registry: "RIPE",
        asn: 64500,
        abuse: [desk],
        noc: `noc@net${place}.example`,
        answers: "rdap-and-whois",
      } as const;
      return rdapAnswer(200, rdapNetwork(network, base));
    },
    whois: () => Buffer.from("No match\r\n"),
    dns: (name, type) => {
      const host = /^h(\d+)\.example$/.exec(name)?.[1];
      if (host !== undefined) return type === "A" ? [{ type: "A", value: addressOf(Number(host)) }] : [];
      if (type === "MX") return [{ type: "MX", value: `mx.${name}`, priority: 10 }];
      return name.endsWith(".origin.asn.cymru.com") ? undefined : [];
    },
    rdapTlds: [],
  });

const reportOn = (number: number): string =>
  JSON.stringify({
    version: 1,
    reporter: "hotline",
    reportId: `R-${String(number).padStart(6, "0")}`,
    category: "other",
    target: { url: `https://${hostOf(number)}/members/area/page-${number}.html?session=${number * 7919}` },
    seenAt: plusMinutes(began, -30),
    evidence: {
      explanation:
        "The page offers the personal data of several hundred people, with names, addresses and numbers of bank accounts.",
    },
  });

const answer =
  "Hello,\n\nthank you for letting us know. The content has been removed and the customer's account was suspended.\n\nRegards\nAbuse desk";

/**
 * Plays the deployed bundles through the lives of so many cases on servers on loopback, one
 * invocation after the other, and meters what AWS would charge for: each call where it arrives,
 * what Lambda and SES do on queues and in the bucket, and each invocation. Throws when the flow
 * does not go as it should.
 */
export const playFlow = async ({
  cases,
  repliesShare,
  together,
  cameTogether,
  linesTogether,
}: FlowOptions): Promise<Flow> => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-cost-"));
  const clock = movableClock(began, 1);
  const count = counter();
  const said: SesEvent[] = [];
  const registries = await benchRegistries();
  const stand: Stand = await standUp({
    folder,
    settings,
    clock,
    log: { info: () => {}, error: () => {} },
    registries: registriesVariable(registries),
    ratePerSecond: 5_000,
    perDay: 10_000_000,
    tableInMemory: true,
    onEvent: (event) => void said.push(event),
  });
  const at = (service: string): string => process.env[`AWS_ENDPOINT_URL_${service}`] ?? "";
  const meters: Readonly<Record<string, Running>> = {
    SQS: await meterSqs(at("SQS"), count),
    DYNAMODB: await meterDynamoDb(at("DYNAMODB"), indexes, count),
    SES: await meterSes(at("SES"), count),
    EVENTBRIDGE: await meterEventBridge(at("EVENTBRIDGE"), count),
    S3: await meterRequests("S3", "s3.gets", at("S3"), count),
    SECRETS_MANAGER: await meterRequests("SecretsManager", "secrets.requests", at("SECRETS_MANAGER"), count),
    SNS: await meterRequests("SNS", "sns.requests", at("SNS"), count),
  };
  // A queue's URL names its server, and the SDK goes there.
  const variables = Object.fromEntries(
    Object.entries(stand.variables).map(([name, value]) => [name, value.replaceAll(at("SQS"), meters.SQS?.url ?? "")]),
  );
  const environment = {
    ...variables,
    ...Object.fromEntries(Object.entries(meters).map(([name, { url }]) => [`AWS_ENDPOINT_URL_${name}`, url])),
  };
  const children = new Map<FunctionName, ChildProcess>();
  try {
    const names = functionNames.filter((name) => topology[name].fedBy !== "http");
    const bundles = await bundleFunctions({ outDir: path.join(folder, "bundles"), settings }, names);
    for (const { name, folder: bundle } of bundles)
      children.set(
        name,
        fork(path.join(import.meta.dirname, "metered-function.mjs"), [path.join(bundle, "index.mjs")], {
          env: { ...process.env, ...environment, NODE_OPTIONS: "" },
          execArgv: [],
          stdio: ["ignore", "ignore", "inherit", "ipc"],
        }),
      );

    let lastLog: readonly string[] = [];
    const invoke = async (name: FunctionName, event: unknown): Promise<unknown> => {
      const child = children.get(name);
      if (!child) throw new Error(`${name} has no process.`);
      count.takeWaitedMs();
      const took = await new Promise<{
        readonly answer?: unknown;
        readonly threw?: string;
        readonly processorMs: number;
        readonly logged: readonly string[];
      }>((resolve, reject) => {
        child.once("exit", () => reject(new Error(`${name} ended by itself.`)));
        child.once("message", (message) => resolve(message as never));
        child.send({ event, nowMs: msOf(clock.now()) });
      });
      child.removeAllListeners("exit");
      if (took.threw !== undefined) throw new Error(`${name} threw: ${took.threw}`);
      const { memoryMb } = topology[name];
      const looksUp = name === "find-contact" ? lookUpWaitMs((event as SQSEvent).Records.length) : 0;
      const billedMs = Math.ceil(took.processorMs / (memoryMb / mbForOneProcessor) + count.takeWaitedMs() + looksUp);
      count.call(`Lambda ${name}`);
      count.call(`Lambda ${name} ms`, billedMs);
      count.use("lambda.requests", 1);
      count.use("lambda.gbSeconds", (memoryMb / 1024) * (billedMs / 1000));
      const lines = [
        ...took.logged.map((line) => Buffer.byteLength(line) + lineOverheadBytes),
        invocationLogBytes + 3 * lineOverheadBytes,
      ];
      count.use(
        "cloudWatch.logBytes",
        lines.reduce((sum, bytes) => sum + bytes, 0),
      );
      lastLog = took.logged;
      return took.answer;
    };

    const feeds = queueNames.flatMap((queue) =>
      names
        .filter((name) => topology[name].fedBy.includes(queue))
        .map((name) => ({
          queue,
          batchSize: together(name, queue),
          handler: async (event: SQSEvent) => {
            const sizes = event.Records.map(({ body }) => Buffer.byteLength(body));
            const answered = (await invoke(name, event)) as SQSBatchResponse;
            if (answered.batchItemFailures.length > 0)
              throw new Error(`${name} kept a message for later: ${lastLog.join("")}`);
            // A long poll answers as soon as one message is there (SQS Developer Guide, "Amazon SQS
            // short and long polling").
            const received = cameTogether
              ? chunks(sizes.reduce((sum, bytes) => sum + bytes, 0))
              : sizes.reduce((sum, bytes) => sum + chunks(bytes), 0);
            count.call("SQS receive by Lambda", received);
            count.call("SQS delete by Lambda");
            count.use("sqs.requests", received + 1);
            if (hasGroups(queue)) count.use("sqs.fairRequests", received + 1);
            return answered;
          },
        })),
    );
    const put = async (queue: QueueName, body: string): Promise<void> => {
      await enqueue(stand, queue, body);
      count.call("SQS SendMessage from outside");
      count.use("sqs.requests", chunks(Buffer.byteLength(body)));
      if (hasGroups(queue)) count.use("sqs.fairRequests", chunks(Buffer.byteLength(body)));
    };
    const tell = async (): Promise<void> => {
      const next = () => stand.history.take(linesTogether);
      for (let Records = next(); Records.length > 0; Records = next()) await invoke("tell-reporters", { Records });
    };
    /** Works everything off that is on queues, in SES's events and on the stream. */
    const settle = async (): Promise<void> => {
      for (let received = 1; received > 0 || said.length > 0; ) {
        for (const event of said.splice(0)) await put(deliveryQueueOf(event), JSON.stringify(event));
        received = 0;
        for (const feed of feeds) for (let got = 1; got > 0; received += got) got = await workBatch(stand, feed, 0);
      }
      await tell();
    };
    const delivered = async (mails: readonly KeptMail[]): Promise<void> => {
      clock.jumpTo(plusMinutes(clock.now(), 1));
      for (const mail of mails) said.push(sesEvent(mail, { kind: "Delivery" }, clock.now()));
      await settle();
    };

    // What each function does once, at its start, is no part of a case's price.
    await invoke("follow-up", {});
    await invoke("watchdog", {});
    count.take();
    await invoke("follow-up", {});
    await invoke("watchdog", {});
    const idleMinute = count.take();

    for (let number = 0; number < cases; number++) await put("report-standard", reportOn(number));
    await settle();
    const firstNotices = stand.ses.mails().length;
    await delivered(stand.ses.mails());
    const notice = count.take();
    if (firstNotices !== cases) throw new Error(`${cases} reports led to ${firstNotices} first notices.`);

    const deadline = plusHours(began, 24 * 6);
    while (stand.ses.mails().length < 2 * firstNotices) {
      const next = (await stand.store.due(deadline, 1))[0];
      if (!next)
        throw new Error(`Only ${stand.ses.mails().length - firstNotices} of ${firstNotices} reminders went out.`);
      clock.jumpTo(plusMinutes(next.dueAt, 1));
      await invoke("follow-up", {});
      await settle();
    }
    const reminders = stand.ses.mails().slice(firstNotices);
    await delivered(reminders);
    const followUp = count.take();

    const answering = reminders.slice(0, Math.round(repliesShare * reminders.length));
    for (const mail of answering) {
      const key = `reply-${mail.number}`;
      const header = headerOf(mail.headers, "reply-to") ?? "";
      const mime = inboundMail({
        id: key,
        at: clock.now(),
        from: { name: "Abuse Desk", email: mail.destinations[0] ?? "" },
        to: /<([^>]+)>/.exec(header)?.[1] ?? header,
        subject: "Re: your notice",
        inReplyTo: headerOf(mail.headers, "message-id") ?? "<none@net.example>",
        automatic: false,
        text: answer,
      });
      stand.s3.put(replyBucket, key, Buffer.from(mime));
      count.use("ses.received", 1);
      // SES puts it into the bucket and tells the topic; the bucket's key is asked for by SES and
      // by the reader.
      count.use("s3.puts", 1);
      count.use("sns.requests", 1);
      count.use("kms.requests", 2);
      await put("reply", receiptOf(replyBucket, key, mime, clock.now()));
    }
    await settle();
    const replies = count.take();
    return {
      notice,
      followUp,
      replies,
      idleMinute,
      firstNotices,
      reminders: reminders.length,
      replied: answering.length,
    };
  } finally {
    for (const child of children.values()) {
      child.removeAllListeners();
      child.kill("SIGKILL");
    }
    for (const { close } of Object.values(meters)) await close();
    await stand.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
