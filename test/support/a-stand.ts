import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import type { Case } from "../../functions/case/case.ts";
import { reportKeyOf } from "../../functions/case/case-id.ts";
import { make as consolePages } from "../../functions/handlers/console.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { headerOf } from "../../infra/local/mime-headers.ts";
import { inboundMail, receiptOf } from "../../infra/local/sample/inbound-mail.ts";
import { knowNobody, registriesVariable, startRegistries } from "../../infra/local/sample/registry-servers.ts";
import type { KeptMail, SesEvent, SesOutcome } from "../../infra/local/servers/ses-events.ts";
import { replyBucket, type StandOptions, standUp } from "../../infra/local/stand.ts";
import { drain, enqueue, enqueueEvent, type Feed, feedsOf, recordOf } from "../../infra/local/work-queues.ts";
import {
  type FunctionName,
  functionNames,
  type QueueName,
  type StageQueueName,
  topology,
} from "../../infra/stack/topology.ts";
import { aMultipart } from "../answers/a-mail.ts";
import { aSettings, morning } from "./a-case.ts";
import { nativeMessage } from "./a-flow.ts";
import { aSignedRequest, type Invoke } from "./a-signed-request.ts";
import { caseIdOf, keepsCaseNumberKey } from "./case-ids.ts";

/**
 * Everything on `bad.example` is the operator's own entry, so that nothing depends on what a
 * registry says.
 */
const desk = "abuse@platform.example";
const settings = settingsSchema.parse({
  ...aSettings(),
  directory: [{ matches: ["bad.example"], name: "Example Platform", scope: "platform", email: desk, country: "NL" }],
});

const replyAddressOf = (mail: KeptMail): string => {
  const header = headerOf(mail.headers, "reply-to") ?? "";
  return /<([^>]+)>/.exec(header)?.[1] ?? header;
};

const readerOf = (queue: StageQueueName): FunctionName => {
  const reader = functionNames.find(
    (name) => typeof topology[name].fedBy !== "string" && topology[name].fedBy.some((feed) => feed === queue),
  );
  if (!reader) throw new Error(`no function is fed by ${queue}`);
  return reader;
};

/**
 * The functions that are deployed, on wire-compatible servers on loopback, with a clock moved by
 * hand. SES's events are held back until the test says `sesTells`; `run` works the queues off until
 * they are empty.
 */
export const aStand = async ({
  reportsAMinute,
  digests,
  reporters = settings.reporters,
  around = (_, run) => run(),
  also = {},
  ...options
}: Partial<Pick<StandOptions, "channelsUrl" | "onAccepted" | "perDay" | "ratePerSecond">> & {
  readonly reportsAMinute?: number;
  readonly digests?: boolean;
  readonly reporters?: Settings["reporters"];
  /** Providers beside the one that all else is at, and the APIs that are on. */
  readonly also?: Partial<Pick<Settings, "directory" | "channels">>;
  /** Runs each run of a function. */
  readonly around?: <T>(name: FunctionName, run: () => Promise<T>) => Promise<T>;
} = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "takedown-stand-"));
  const clock = movableClock(morning, 0);
  const said: { readonly code: LogCode; readonly fields: LogFields }[] = [];
  const say = (code: LogCode, fields: LogFields = {}) => void said.push({ code, fields });
  const log = { info: say, error: say };
  const told: string[] = [];
  const events: SesEvent[] = [];
  const registries = await startRegistries(knowNobody);
  keepsCaseNumberKey(folder);
  const stand = await standUp({
    folder,
    settings: {
      ...settings,
      ...also,
      directory: [...settings.directory, ...(also.directory ?? [])],
      ...(digests !== undefined && { digests }),
      reporters:
        reportsAMinute === undefined ? reporters : reporters.map((reporter) => ({ ...reporter, reportsAMinute })),
    },
    clock,
    log,
    registries: registriesVariable(registries),
    ratePerSecond: 5_000,
    onEvent: (event) => void events.push(event),
    onCallTold: (text) => void told.push(text),
    ...options,
  });
  const functionsOf = (made: ReturnType<typeof feedsOf>) => ({
    feeds: made.feeds.map(
      (feed): Feed => ({ ...feed, handler: (event) => around(readerOf(feed.queue), () => feed.handler(event)) }),
    ),
    sweep: () => around("follow-up", made.sweep),
  });
  let { feeds, sweep } = functionsOf(feedsOf(stand));
  const pages = consolePages(stand.variables, clock, log) as unknown as Invoke;
  const onCallPages: Invoke = (event, context) => around("console", () => pages(event, context));
  const handlerOf = (queue: QueueName) => {
    const feed = feeds.find((one) => one.queue === queue);
    if (!feed) throw new Error(`no function is fed by ${queue}`);
    return feed.handler;
  };

  const laid = (key: string, mime: string): string => {
    stand.s3.put(replyBucket, key, Buffer.from(mime));
    return receiptOf(replyBucket, key, mime, clock.now());
  };

  return {
    stand,
    clock,
    said,
    told,
    events,
    sweep: () => sweep(),
    run: () => drain(stand, feeds),
    /** The functions as they are after a deployment: none remembers what it had read. */
    deployAnew: () => {
      ({ feeds, sweep } = functionsOf(feedsOf(stand)));
    },
    /** A page of the console as on-call (`jane`) sees it, and with `fields` a form of it sent off. */
    page: async (path: string, fields?: Readonly<Record<string, string>>) => {
      const answer = await onCallPages(
        aSignedRequest(path, "arn:aws:sts::123456789012:assumed-role/OnCall/jane", fields),
        {},
      );
      return { status: answer.statusCode, text: answer.body, location: answer.headers.location };
    },
    put: (queue: QueueName, body: string) => enqueue(stand, queue, body),
    /** SES publishes what became of a mail, and it is taken in. */
    sesTells: async (mail: KeptMail, outcome: SesOutcome) => {
      await stand.ses.tell(mail, outcome);
      const event = events.at(-1);
      if (event) await enqueueEvent(stand, event);
      await drain(stand, feeds);
    },
    pass: (minutes: number) => clock.jumpTo(plusMinutes(clock.now(), minutes)),
    mails: () => stand.ses.mails(),
    textOf: (mail: KeptMail) => stand.ses.raw(mail).toString("utf8"),
    /**
     * Hands these bodies to the function that a queue feeds, in one batch; the records' ids are
     * their places.
     */
    batch: (queue: QueueName, bodies: readonly string[]): Promise<SQSBatchResponse> =>
      handlerOf(queue)({
        Records: bodies.map((Body, at): SQSRecord => recordOf(queue, { MessageId: `m-${at}`, Body })),
      }),
    report: (reportId: string, spoilt: Record<string, unknown> = {}): string =>
      nativeMessage({ reportId, target: { url: `https://${reportId}.bad.example/login` }, ...spoilt }),
    caseIdOf: (reportId: string) => caseIdOf(`report ${reportKeyOf("hotline", reportId)}`),
    theCase: async (reportId: string): Promise<Case> => {
      const state = await stand.store.read(caseIdOf(`report ${reportKeyOf("hotline", reportId)}`));
      if (state?.kind !== "case") throw new Error(`${reportId} has no case`);
      return state;
    },
    /**
     * A mail to the reply address of a notice, laid into the bucket as SES does it; gives the
     * queue's message about it.
     */
    reply: (
      mail: KeptMail,
      text: string,
      {
        automatic = false,
        from = desk,
        id = `reply-${mail.number}`,
      }: { readonly automatic?: boolean; readonly from?: string; readonly id?: string } = {},
    ): string =>
      laid(
        id,
        inboundMail({
          id,
          at: clock.now(),
          from: { name: "Abuse Desk", email: from },
          to: replyAddressOf(mail),
          subject: "Re: your notice",
          inReplyTo: headerOf(mail.headers, "message-id") ?? "<none@platform.example>",
          automatic,
          text,
        }),
      ),
    /** The desk's mail server gives a notice back by mail (RFC 3464). */
    bounceByMail: (mail: KeptMail): string =>
      laid(
        `bounce-${mail.number}`,
        new TextDecoder().decode(
          aMultipart(
            "multipart/report; report-type=delivery-status",
            [
              "Content-Type: text/plain\n\nThe mailbox does not exist.\n",
              "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.platform.example\n\n" +
                `Final-Recipient: rfc822; ${desk}\nAction: failed\nStatus: 5.1.1\n`,
            ],
            {
              From: "MAILER-DAEMON@mx.platform.example",
              To: replyAddressOf(mail),
              Subject: "Undelivered Mail Returned to Sender",
              "Return-Path": "<>",
            },
          ),
        ),
      ),
    close: async () => {
      await stand.close();
      await registries.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
