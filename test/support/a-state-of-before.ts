import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { SQSRecord } from "aws-lambda";
import type { CloseOutcome } from "../../functions/case/close-outcome.ts";
import type { Verdict } from "../../functions/case/event.ts";
import type { NoticeState } from "../../functions/case/notice-state.ts";
import type { Question } from "../../functions/case/question.ts";
import type { Step } from "../../functions/case/step.ts";
import { caseWork } from "../../functions/handlers/case-work.ts";
import { make as consolePages } from "../../functions/handlers/console.ts";
import { type Instant, plusMinutes } from "../../functions/kernel/instant.ts";
import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import type { Case } from "../../functions/matters/case.ts";
import type { AnyEvent as CaseEvent } from "../../functions/matters/event.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { addressIn, headerOf } from "../../infra/local/mime-headers.ts";
import { inboundMail } from "../../infra/local/sample/inbound-mail.ts";
import { registriesVariable, startRegistries } from "../../infra/local/sample/registry-servers.ts";
import { type KeptMail, type SesEvent, sesEvent } from "../../infra/local/servers/ses-events.ts";
import { replyBucket, standUp, tableName } from "../../infra/local/stand.ts";
import { drain, enqueueEvent, feedsOf, recordOf } from "../../infra/local/work-queues.ts";
import type { QueueName } from "../../infra/stack/topology.ts";
import { aSignedRequest, type Invoke } from "./a-signed-request.ts";
import { registriesOf, type SmallWorld } from "./a-small-world.ts";
import { keepsCaseNumberKey } from "./case-ids.ts";
import { s3Event } from "./s3-event.ts";

/*
 * State as commit c594de8 left it (`test/fixtures/state-c594de8`, README there), on the stand of
 * today. It is loaded as it lay in the table; what the cases in it say is asked of today's store.
 */

const folderOf = fileURLToPath(new URL("../fixtures/state-c594de8/", import.meta.url));
const json = <T>(file: string): T => JSON.parse(readFileSync(join(folderOf, file), "utf8"));
const jsonLines = <T>(file: string): readonly T[] =>
  readFileSync(join(folderOf, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

/**
 * Its settings as its operator rewrites them: a trusted flagger's status had no categories, and
 * today's settings refuse it so.
 */
const rewritten = (settings: { readonly reporters: readonly { readonly trustedFlagger?: boolean }[] }) => ({
  ...settings,
  reporters: settings.reporters.map(({ trustedFlagger, ...reporter }) => ({
    ...reporter,
    trustedFlagger: trustedFlagger ? ["csam", "csem"] : false,
  })),
});

/** What that commit knew of one case. */
export type CaseBefore = {
  readonly caseId: string;
  readonly kind: Case["kind"];
  readonly lane: Case["lane"];
  readonly openedAt: Instant;
  readonly category?: string;
  readonly closed?: CloseOutcome;
  readonly forgottenAt?: Instant;
  readonly host?: string;
  readonly rung?: number;
  readonly reports?: number;
  readonly reporters?: readonly string[];
  readonly withdrawn?: readonly string[];
  readonly holds?: readonly string[];
  readonly cleared?: readonly Question[];
  readonly quiet?: true;
  readonly waitUntil?: Instant;
  /** Of a digest: its cases, and how much they had not heard yet. */
  readonly members?: readonly string[];
  readonly news?: number;
  readonly strays?: {
    readonly reporter: string;
    readonly messages: number;
    readonly reportIds: readonly string[];
    readonly toHold: readonly string[];
  };
  readonly questions: readonly { readonly question: Question; readonly id: string; readonly noticeId?: string }[];
  readonly notices: readonly {
    readonly id: string;
    readonly step: Step;
    readonly state: NoticeState;
    readonly to: string;
    readonly attempts: number;
  }[];
  /** Lines of its history, and how many facts of each type stand in them. */
  readonly versions: number;
  readonly facts: Readonly<Record<string, number>>;
};

/**
 * A message that waited on a queue, as Lambda would have handed it over, and the facts that it was
 * to that commit.
 */
export type MessageBefore = {
  readonly queue: QueueName;
  readonly says: string;
  readonly means: readonly { readonly caseId: string; readonly facts: readonly string[] }[];
  readonly messageId: string;
  readonly attributes: SQSRecord["attributes"];
  readonly body: string;
};

type StoredItem = Readonly<Record<string, { readonly B?: string } & Readonly<Record<string, unknown>>>>;
type Kept = { readonly now: Instant; readonly masterKeys: object; readonly replyKeys: object };

export const casesBefore = jsonLines<CaseBefore>("cases.jsonl");
export const messagesBefore = jsonLines<MessageBefore>("messages.jsonl");
/** The mails that had gone out, and those that may have. */
export const mailsBefore = jsonLines<KeptMail>("mails.jsonl");
export const itemsBefore = jsonLines<StoredItem>("items.jsonl");

const attributeOf = (value: StoredItem[string]): AttributeValue =>
  (value.B === undefined ? value : { B: Buffer.from(value.B, "base64") }) as AttributeValue;

/** Puts the items into today's table as they stood, 25 in one request. */
const load = async (client: DynamoDBClient): Promise<void> => {
  const puts = itemsBefore.map((item) => ({
    PutRequest: { Item: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeOf(value)])) },
  }));
  for (let from = 0; from < puts.length; from += 25)
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts.slice(from, from + 25) } }));
};

/**
 * A case of today in that commit's words. Whatever moves to another place within the store is still
 * said by what the store reads.
 */
export const saidOf = (state: Case): Omit<CaseBefore, "versions" | "facts"> => ({
  caseId: state.id,
  kind: state.kind,
  lane: state.lane,
  openedAt: state.openedAt,
  ...(state.kind !== "unread" && { category: state.category }),
  ...(state.closed && { closed: state.closed.outcome }),
  ...(state.forgottenAt && { forgottenAt: state.forgottenAt }),
  ...(state.kind === "case" && {
    host: state.target.host,
    rung: state.rung,
    reports: state.reports,
    reporters: state.reporters,
    withdrawn: state.withdrawn,
    holds: state.holds.map(({ by }) => by),
    cleared: state.cleared,
    ...(state.quiet && { quiet: true }),
    ...(state.waitUntil && { waitUntil: state.waitUntil }),
  }),
  ...(state.kind === "digest" && {
    members: (state.members ?? []).map(({ caseId }) => caseId),
    news: state.news.length,
  }),
  ...(state.kind === "unread" && state.strays && { strays: state.strays }),
  questions: state.reviews.map(({ question, id, noticeId }) => ({ question, id, ...(noticeId && { noticeId }) })),
  notices:
    state.kind === "unread"
      ? []
      : state.notices.map(({ id, step, state: come, to, attempts }) => ({
          id,
          step,
          state: come,
          to: to.email,
          attempts,
        })),
});

/** A fact as messages' meanings name it: what was replied or said goes with its type. */
export const factName = (event: CaseEvent): string => {
  if (event.type === "replied") return `replied ${event.replyClass}`;
  return event.type === "status" || event.type === "strayed" ? `${event.type} ${event.message.status}` : event.type;
};

/**
 * The stand of today over that state. SES says of each new mail that it was sent and delivered; no
 * desk answers by itself.
 */
export const aStateOfBefore = async () => {
  const { now, masterKeys, replyKeys } = json<Kept>("keys.json");
  const folder = mkdtempSync(join(tmpdir(), "takedown-before-"));
  writeFileSync(join(folder, "master-keys.json"), JSON.stringify(masterKeys));
  keepsCaseNumberKey(folder);
  writeFileSync(join(folder, "reply-keys.json"), JSON.stringify(replyKeys));
  const clock = movableClock(now, 0);
  const said: { readonly code: LogCode; readonly fields: LogFields }[] = [];
  const say = (code: LogCode, fields: LogFields = {}) => void said.push({ code, fields });
  const log = { info: say, error: say };
  const told: string[] = [];
  const events: SesEvent[] = [];
  const world = json<SmallWorld>("world.json");
  const registries = await startRegistries(registriesOf(() => world));
  const stand = await standUp({
    folder,
    settings: settingsSchema.parse(rewritten(json("settings.json"))),
    clock,
    log,
    tableInMemory: true,
    registries: registriesVariable(registries),
    ratePerSecond: 5_000,
    onEvent: (event) => void events.push(event),
    onCallTold: (text) => void told.push(text),
  });
  const client = new DynamoDBClient({});
  await load(client);
  for (const { key, mime } of jsonLines<{ key: string; mime: string }>("replies.jsonl"))
    stand.s3.put(replyBucket, key, Buffer.from(mime));
  const { feeds, sweep } = feedsOf(stand);
  const { work, today } = caseWork(stand.variables, clock, log);
  await today();
  const pages = consolePages(stand.variables, clock, log) as unknown as Invoke;
  let laid = 0;

  /** Works all queues until nothing is left, with SES's word on what it took. */
  const run = async () => {
    do {
      await drain(stand, feeds);
      for (const event of events.splice(0)) {
        const detail = JSON.stringify(event.detail);
        const mail = stand.ses.mails().find(({ messageId }) => detail.includes(messageId));
        await enqueueEvent(stand, event);
        if (mail) await enqueueEvent(stand, sesEvent(mail, { kind: "Delivery" }, clock.now()));
      }
      await drain(stand, feeds);
    } while (events.length > 0);
  };
  const hand = (
    queue: QueueName,
    { messageId, body, attributes }: Pick<MessageBefore, "messageId" | "body"> & Partial<MessageBefore>,
  ) => {
    const feed = feeds.find((one) => one.queue === queue);
    if (!feed) throw new Error(`no function is fed by ${queue}`);
    const record = recordOf(queue, { MessageId: messageId, Body: body });
    return feed.handler({ Records: [{ ...record, attributes: { ...record.attributes, ...attributes } }] });
  };

  return {
    store: stand.store,
    clock,
    /** What the functions wrote into their log. */
    said,
    /** What on-call was told. */
    told,
    /** Mails that went out since. */
    mails: () => stand.ses.mails(),
    run,
    hand,
    /** Minutes go by, and the sweep comes `step` by `step`. */
    pass: async (minutes: number, step: number) => {
      for (let passed = 0; passed < minutes; passed += step) {
        clock.jumpTo(plusMinutes(clock.now(), step));
        await sweep();
        await run();
      }
    },
    /** The desk of a mail writes back. */
    deskReplies: async (mail: KeptMail, text: string) => {
      const id = `today-${++laid}`;
      const mime = inboundMail({
        id,
        at: clock.now(),
        from: { name: "Abuse Desk", email: mail.destinations[0] ?? "" },
        to: addressIn(headerOf(mail.headers, "reply-to") ?? ""),
        subject: "Re: your notice",
        inReplyTo: headerOf(mail.headers, "message-id") ?? "<none@none.example>",
        automatic: false,
        text,
      });
      stand.s3.put(replyBucket, id, Buffer.from(mime));
      await hand("reply", { messageId: id, body: s3Event(replyBucket, id, mime.length, clock.now()) });
      await run();
    },
    /** The first reporter of a case says it now. */
    reporterSays: async (caseId: string, status: "gone" | "withdrawn" | "still-up") => {
      const events = (await stand.store.history(caseId)).flatMap((line) => line.events);
      const { reporter, reportId } =
        events.flatMap((event) => (event.type === "opened" ? [event.report] : []))[0] ?? {};
      await hand("report-standard", {
        messageId: caseId,
        body: JSON.stringify({ version: 1, reporter, reportId, status, at: clock.now() }),
      });
      await run();
    },
    /** A person who stands for no reporter answers. */
    decides: async (caseId: string, reviewId: string, verdict: Verdict) => {
      const outcome = await recordVerdict(work, { caseId, reviewId, verdict, by: "jane", why: "It is right." });
      await run();
      return outcome;
    },
    /** The status of a page of the console as on-call sees it. */
    page: async (path: string) =>
      (await pages(aSignedRequest(path, "arn:aws:sts::123456789012:assumed-role/OnCall/jane"), {})).statusCode,
    close: async () => {
      client.destroy();
      await stand.close();
      await registries.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
