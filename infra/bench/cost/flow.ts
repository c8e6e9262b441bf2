import { type Instant, plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { Category, Lane } from "../../../functions/report/category.ts";
import { headerOf } from "../../local/mime-headers.ts";
import { inboundMail, receiptOf } from "../../local/sample/inbound-mail.ts";
import { rdapNetwork } from "../../local/sample/rdap-texts.ts";
import { rdapAnswer, startRegistries } from "../../local/sample/registry-servers.ts";
import type { KeptMail } from "../../local/servers/ses-events.ts";
import { replyBucket } from "../../local/stand.ts";
import { measuredSettings } from "../settings.ts";
import type { Reading } from "./meter.ts";
import { type Batches, type MeteredStand, meteredStand } from "./metered-stand.ts";

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

export type FlowOptions = Batches & {
  readonly cases: number;
  /** Of the desks, those who answer the reminder. */
  readonly repliesShare: number;
  readonly lane?: Lane;
};

/** A Tuesday morning on which desks work. */
export const began: Instant = "2026-11-24T10:00:00.000Z";
// A mail for each case: the dearest way. Where notices to one desk are gathered, many cases share one mail.
export const flowSettings = measuredSettings({ digests: false });

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

export const benchRegistries = () =>
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

const ofLane: Readonly<Record<Lane, Category>> = { urgent: "ncii", standard: "other" };

export const reportOn = (number: number, lane: Lane = "standard"): string =>
  JSON.stringify({
    version: 1,
    reporter: "hotline",
    reportId: `R-${String(number).padStart(6, "0")}`,
    category: ofLane[lane],
    target: { url: `https://${hostOf(number)}/members/area/page-${number}.html?session=${number * 7919}` },
    seenAt: plusMinutes(began, -30),
    evidence: {
      explanation:
        "The page offers the personal data of several hundred people, with names, " +
        "addresses and numbers of bank accounts.",
    },
  });

const answer =
  "Hello,\n\nthank you for letting us know. The content has been removed and the customer's account " +
  "was suspended.\n\nRegards\nAbuse desk";

/**
 * The sweep walks through all that waits once after each deployment, from three minutes after it
 * first saw the clocks on (`follow-up/reach.ts`). That comes to its end here, where nothing waits:
 * it is no part of a case's price, nor of a minute's.
 */
const seeClocks = async ({ clock, invoke }: Pick<MeteredStand, "clock" | "invoke">): Promise<void> => {
  await invoke("follow-up", {});
  clock.jumpTo(plusMinutes(clock.now(), 4));
  await invoke("follow-up", {});
};

const playIdleMinute = async ({ count, ...metered }: MeteredStand): Promise<Reading> => {
  const { invoke } = metered;
  const minute = async () => {
    await invoke("follow-up", {});
    await invoke("watchdog", {});
  };
  // What each function does once, at its start, is no part of a case's price.
  await seeClocks(metered);
  await minute();
  count.take();
  await minute();
  return count.take();
};

/** As many as a desk gets one by one within an hour (`send/desk-pace.ts`): more would share a mail. */
export const casesAnHour = 4;

/** The first four reports of each host, by a number that counts these alone. */
export const withinAnHour = (number: number): number =>
  Math.floor(number / casesAnHour) * casesOfOneHost + (number % casesAnHour);

/** The dozen of a host in three hours, and each time looked up anew. */

const playNotices = async (
  { stand, clock, put, settle, delivered }: MeteredStand,
  cases: number,
  lane: Lane,
): Promise<number> => {
  const numbers = Array.from({ length: cases }, (_, number) => number);
  for (let from = 0; from < casesOfOneHost; from += casesAnHour) {
    if (from > 0) clock.jumpTo(plusMinutes(clock.now(), 61));
    const ofHour = numbers.filter(
      (number) => Math.floor((number % casesOfOneHost) / casesAnHour) * casesAnHour === from,
    );
    for (const number of ofHour) await put(`report-${lane}`, reportOn(number, lane));
    await settle();
  }
  const firstNotices = stand.ses.mails().length;
  await delivered(stand.ses.mails());
  if (firstNotices !== cases) throw new Error(`${cases} reports led to ${firstNotices} first notices.`);
  return firstNotices;
};

const playReminders = async (
  { stand, clock, invoke, settle, delivered }: MeteredStand,
  firstNotices: number,
): Promise<readonly KeptMail[]> => {
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
  return reminders;
};

const playReplies = async ({ stand, clock, count, put, settle }: MeteredStand, answering: readonly KeptMail[]) => {
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
};

/**
 * Plays the deployed bundles through the lives of so many cases on servers on loopback, one
 * invocation after the other, and meters what AWS would charge for: each call where it arrives,
 * what Lambda and SES do on queues and in the bucket, and each invocation. Throws when the flow
 * does not go as it should.
 */
export const playFlow = async ({ cases, repliesShare, lane = "standard", ...batches }: FlowOptions): Promise<Flow> => {
  const registries = await benchRegistries();
  const metered = await meteredStand(began, flowSettings, registries, batches);
  const { count } = metered;
  try {
    const idleMinute = await playIdleMinute(metered);
    const firstNotices = await playNotices(metered, cases, lane);
    const notice = count.take();
    const reminders = await playReminders(metered, firstNotices);
    const followUp = count.take();
    const answering = reminders.slice(0, Math.round(repliesShare * reminders.length));
    await playReplies(metered, answering);
    return {
      notice,
      followUp,
      replies: count.take(),
      idleMinute,
      firstNotices,
      reminders: reminders.length,
      replied: answering.length,
    };
  } finally {
    await metered.close();
    await registries.close();
  }
};

export type Gathered = {
  /** From the report to the delivered digest, for all cases. */
  readonly notice: Reading;
  readonly mails: number;
  readonly desks: number;
};

/** As `playFlow`, to the delivered notices, where those of one desk are gathered in one mail, as is the default. */
export const playGathered = async ({
  cases,
  ...batches
}: Omit<FlowOptions, "repliesShare" | "lane">): Promise<Gathered> => {
  const registries = await benchRegistries();
  const metered = await meteredStand(began, measuredSettings({ digests: true }), registries, batches);
  const { stand, clock, count, invoke, put, settle, delivered } = metered;
  try {
    await playIdleMinute(metered);
    for (let number = 0; number < cases; number++) await put("report-standard", reportOn(number));
    await settle();
    // Desks are reminded after a day at the soonest; what is due before gathers.
    const end = plusHours(clock.now(), 12);
    for (let next = (await stand.store.due(end, 1))[0]; next; next = (await stand.store.due(end, 1))[0]) {
      clock.jumpTo(plusMinutes(next.dueAt, 1));
      await invoke("follow-up", {});
      await settle();
    }
    const mails = stand.ses.mails();
    await delivered(mails);
    const desks = new Set(mails.flatMap(({ destinations }) => destinations)).size;
    if (mails.length === 0 || mails.length >= cases) throw new Error(`${cases} cases led to ${mails.length} mails.`);
    return { notice: count.take(), mails: mails.length, desks };
  } finally {
    await metered.close();
    await registries.close();
  }
};
