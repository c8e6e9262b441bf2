import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type Clock, instant } from "../../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../../functions/kernel/mailbox.ts";
import { addressIn, headerOf, readHeaders } from "../mime-headers.ts";
import { type Answer, type Running, startHttp, xmlText } from "./loopback.ts";
import { type KeptMail, type SesEvent, type SesOutcome, sesEvent } from "./ses-events.ts";

/** SES Developer Guide, "Service quotas": SendRawEmail of the v1 API. */
const rawBytesAtMost = 10 * 1024 * 1024;
const recipientsAtMost = 50;

export type SesOptions = {
  readonly port: number;
  /**
   * Where mails are kept: `0001.eml` as it was handed over, `0001.json` with the envelope. Made
   * when absent.
   */
  readonly folder: string;
  readonly clock: Clock;
  /** Domains (`ntd.example`) and addresses that may stand in Source and From. */
  readonly verified: readonly string[];
  readonly configurationSets: readonly string[];
  /**
   * Recipients in one second of the real clock; SES drops what is above it. Default 14, what a new
   * account is given.
   */
  readonly ratePerSecond?: number;
  readonly perDay?: number;
  /** Called once for each mail taken, before SES answers. */
  readonly onAccepted?: (mail: KeptMail, raw: Buffer) => void | Promise<void>;
  /** Called with each event that SES publishes: `Send` on its own, the others by `tell`. */
  readonly onEvent?: (event: SesEvent) => void | Promise<void>;
};

export type SesServer = Running & {
  /** All mails kept, oldest first, those of earlier runs too. */
  readonly mails: () => readonly KeptMail[];
  readonly raw: (mail: KeptMail) => Buffer;
  /** How many mails were refused for the rate or the day's quota so far. */
  readonly throttled: () => number;
  /** Publishes what became of a mail, as the sample desks want it. */
  readonly tell: (mail: KeptMail, outcome: SesOutcome) => Promise<void>;
};

/** One SendRawEmail as it was asked for. */
type Asked = {
  readonly raw: Buffer;
  readonly headers: KeptMail["headers"];
  readonly source: string;
  readonly from: string;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly set: string | undefined;
};

const readAsked = (fields: URLSearchParams): Asked => {
  const raw = Buffer.from(fields.get("RawMessage.Data") ?? "", "base64");
  const headers = readHeaders(raw);
  const from = headerOf(headers, "from") ?? "";
  return {
    raw,
    headers,
    source: fields.get("Source") ?? from,
    from,
    destinations: listOf(fields, "Destinations"),
    tags: tagsOf(fields),
    set: fields.get("ConfigurationSetName") ?? undefined,
  };
};

/** What SES has against a mail, whatever its quota. */
const refusalOf = (
  { raw, source, from, destinations, set }: Asked,
  { verified, configurationSets }: SesOptions,
): Answer | undefined => {
  if (raw.length > rawBytesAtMost)
    return failure(
      "InvalidParameterValue",
      `Message length is more than ${rawBytesAtMost} bytes long: '${raw.length}'.`,
    );
  if (destinations.length > recipientsAtMost)
    return failure("InvalidParameterValue", `Recipient count exceeds ${recipientsAtMost}.`);
  if (destinations.length === 0) return failure("InvalidParameterValue", "Missing final '@domain'");
  const unverified = [source, from]
    .map(addressIn)
    .filter((address) => !verified.includes(address) && !verified.includes(mailDomainOf(address)));
  if (unverified[0] !== undefined)
    return failure(
      "MessageRejected",
      `Email address is not verified. The following identities failed the check in region US-EAST-1: ${unverified[0]}`,
    );
  if (set !== undefined && !configurationSets.includes(set))
    return failure("ConfigurationSetDoesNotExist", `Configuration set <${set}> does not exist.`);
  return undefined;
};

/** Recipients in the last second of the real clock, and in the last day of the given one. */
const quotaOf = (mails: readonly KeptMail[], { clock, ratePerSecond = 14, perDay = 50_000 }: SesOptions) => {
  const sentAtMs: number[] = [];
  let firstInDay = 0;
  const sentInLastDay = (): number => {
    // The clock never goes back, so that what was older than a day stays so.
    const since = instant(Date.parse(clock.now()) - 24 * 60 * 60 * 1000);
    for (let oldest = mails[firstInDay]; oldest !== undefined && oldest.acceptedAt <= since; oldest = mails[firstInDay])
      firstInDay++;
    let recipients = 0;
    for (let at = firstInDay; at < mails.length; at++) recipients += mails[at]?.destinations.length ?? 0;
    return recipients;
  };
  return {
    /** Takes room for so many recipients; where there is none, says so as SES does. */
    take: (recipients: number): string | undefined => {
      const nowMs = performance.now();
      while (sentAtMs[0] !== undefined && sentAtMs[0] <= nowMs - 1000) sentAtMs.shift();
      if (sentAtMs.length + recipients > ratePerSecond) return "Maximum sending rate exceeded.";
      if (sentInLastDay() + recipients > perDay) return "Daily message quota exceeded.";
      for (let at = 0; at < recipients; at++) sentAtMs.push(nowMs);
      return undefined;
    },
    answer: (): Answer =>
      success(
        "GetSendQuota",
        `<Max24HourSend>${perDay}.0</Max24HourSend><MaxSendRate>${ratePerSecond}.0</MaxSendRate>` +
          `<SentLast24Hours>${sentInLastDay()}.0</SentLast24Hours>`,
      ),
  };
};

/**
 * SES v1 on loopback for SendRawEmail and GetSendQuota, and DescribeActiveReceiptRuleSet, as where
 * none is active. Sends nothing anywhere. Refuses what SES refuses: senders that are not verified, more
 * than 50 recipients, more than 10 MB, an unknown configuration set, a rate above the quota. The
 * numbering goes on from what lies in the folder. Throws `PortInUse`, and the file system's error for
 * the folder.
 */
export const startSes = async (options: SesOptions): Promise<SesServer> => {
  const { folder, clock } = options;
  mkdirSync(folder, { recursive: true });
  const mails = readMails(folder);
  const quota = quotaOf(mails, options);
  let throttled = 0;
  const tell = async (mail: KeptMail, outcome: SesOutcome): Promise<void> =>
    options.onEvent?.(sesEvent(mail, outcome, clock.now()));

  const send = async (asked: Asked): Promise<Answer> => {
    const refusal = refusalOf(asked, options);
    if (refusal) return refusal;
    const { raw, headers, source, destinations, tags, set } = asked;
    const full = quota.take(destinations.length);
    if (full !== undefined) {
      throttled++;
      return failure("Throttling", full);
    }
    const mail: KeptMail = {
      number: (mails.at(-1)?.number ?? 0) + 1,
      messageId: `0100${Date.parse(clock.now()).toString(16).padStart(12, "0")}-${randomUUID()}-000000`,
      acceptedAt: clock.now(),
      source,
      destinations,
      tags,
      ...(set !== undefined && { configurationSetName: set }),
      headers,
    };
    mails.push(mail);
    keep(folder, mail, raw);
    await options.onAccepted?.(mail, raw);
    await tell(mail, { kind: "Send" });
    return success("SendRawEmail", `<MessageId>${mail.messageId}</MessageId>`);
  };

  const listening = await startHttp(options.port, (_request, body) => {
    const fields = new URLSearchParams(body.toString("utf8"));
    const action = fields.get("Action") ?? "";
    switch (action) {
      case "SendRawEmail":
        return send(readAsked(fields));
      case "GetSendQuota":
        return quota.answer();
      case "DescribeActiveReceiptRuleSet":
        return success(action, "");
      default:
        return failure(
          "InvalidAction",
          `Could not find operation ${action} for version ${fields.get("Version") ?? "NO_VERSION_SPECIFIED"}`,
        );
    }
  });
  return {
    ...listening,
    mails: () => [...mails],
    throttled: () => throttled,
    raw: (mail) => readFileSync(fileOf(folder, mail.number, "eml")),
    tell,
  };
};

const namespace = "http://ses.amazonaws.com/doc/2010-12-01/";
const xml = { "content-type": "text/xml" };
const success = (action: string, result: string): Answer => ({
  status: 200,
  headers: xml,
  body:
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
});
const failure = (code: string, message: string): Answer => ({
  status: 400,
  headers: xml,
  body:
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code>` +
    `<Message>${xmlText(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
});

/** The query protocol writes a list as `Destinations.member.1`, `Destinations.member.2`, … */
const listOf = (fields: URLSearchParams, name: string): readonly string[] => {
  const found: string[] = [];
  for (let at = 1; fields.has(`${name}.member.${at}`); at++) found.push(fields.get(`${name}.member.${at}`) ?? "");
  return found;
};
const tagsOf = (fields: URLSearchParams): Readonly<Record<string, string>> => {
  const tags: Record<string, string> = {};
  for (let at = 1; fields.has(`Tags.member.${at}.Name`); at++)
    tags[fields.get(`Tags.member.${at}.Name`) ?? ""] = fields.get(`Tags.member.${at}.Value`) ?? "";
  return tags;
};

const fileOf = (folder: string, number: number, ending: string): string =>
  join(folder, `${String(number).padStart(4, "0")}.${ending}`);

/** The envelope is written last and moved into place: a mail is there whole, or not at all. */
const keep = (folder: string, mail: KeptMail, raw: Buffer): void => {
  writeFileSync(fileOf(folder, mail.number, "eml"), raw);
  const unfinished = fileOf(folder, mail.number, "json.part");
  writeFileSync(unfinished, `${JSON.stringify(mail, undefined, 2)}\n`);
  renameSync(unfinished, fileOf(folder, mail.number, "json"));
};

const keptSchema = z.object({
  number: z.int(),
  messageId: z.string(),
  acceptedAt: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSetName: z.string().optional(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});

const readMails = (folder: string): KeptMail[] =>
  readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name): KeptMail => {
      const { configurationSetName, ...mail } = keptSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
      return configurationSetName === undefined ? mail : { ...mail, configurationSetName };
    })
    .sort((a, b) => a.number - b.number);
