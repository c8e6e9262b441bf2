import { readInstant } from "../kernel/instant.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type * as z from "../kernel/zod.ts";
import { type Category, mayBeLinked, mayBePictured } from "./category.ts";
import { openEnvelopes } from "./envelope.ts";
import { isLink, linkCharacters } from "./evidence-links.ts";
import { nativeReport, nativeStatus } from "./native.ts";
import { isParticular, particularsOf } from "./particulars.ts";
import {
  accountTarget,
  firstIssue,
  hostTarget,
  peerTarget,
  type ReadingRules,
  unreadable,
  urlTarget,
} from "./read-target.ts";
import type { Evidence, Report, StatusMessage, Target, Unreadable } from "./report.ts";
import { type TargetKind, targetKinds } from "./target.ts";
import { readXarf } from "./xarf.ts";

type Read<T> = Result<T, Unreadable>;

/**
 * Reads one queue message: our own JSON, also in an SNS or EventBridge envelope, or XARF v4. Refuses with the
 * field and the fix; the caller keeps the text whole for a person. Touches nothing.
 */
export const readReport = (text: string, rules: ReadingRules): Read<Report | StatusMessage> => {
  const opened = openEnvelopes(text);
  if (!opened.ok) return opened;
  const message = opened.value;
  const read =
    "xarf_version" in message
      ? readXarf(message, rules)
      : "status" in message
        ? readStatus(message)
        : readNative(message, rules);
  if (!read.ok || reporterOf(rules.reporters, read.value.reporter)) return read;
  return unreadable(
    "reporter",
    `No reporter is known as "${read.value.reporter.slice(0, 60)}".`,
    "Add the reporter to the stage's settings, or correct the id in the report.",
  );
};

const noMoment = (field: string) =>
  unreadable(field, "This is not a moment with its zone.", "Write it like 2026-11-24T10:00:00Z.");

const readStatus = (message: object): Read<StatusMessage> => {
  const read = nativeStatus.safeParse(message);
  if (!read.success) return fail(firstIssue(read.error));
  const { version: _, at: written, ...rest } = read.data;
  const at = readInstant(written);
  return at ? ok({ kind: "status", ...rest, at }) : noMoment("at");
};

const readNative = (message: object, rules: ReadingRules): Read<Report> => {
  const read = nativeReport.safeParse(message);
  if (!read.success) return fail(firstIssue(read.error));
  const { version: _, target: given, seenAt: written, firstSeenAt: first, evidence: said, ...rest } = read.data;
  const seenAt = readInstant(written);
  if (!seenAt) return noMoment("seenAt");
  const firstSeenAt = first === undefined ? undefined : readInstant(first);
  if (first !== undefined && !firstSeenAt) return noMoment("firstSeenAt");
  if (firstSeenAt && firstSeenAt > seenAt)
    return unreadable(
      "firstSeenAt",
      "It is after seenAt.",
      "Write when it was first seen there as firstSeenAt, and when last as seenAt.",
    );
  const evidence = readEvidence(rest.category, said);
  if (!evidence.ok) return evidence;
  const target = readTarget(given, rules);
  return target.ok
    ? ok({
        kind: "report",
        ...rest,
        seenAt,
        ...(firstSeenAt && { firstSeenAt }),
        evidence: evidence.value,
        target: target.value,
      })
    : target;
};

type GivenEvidence = z.infer<typeof nativeReport>["evidence"];

/** Drops other categories' particulars, and pictures and links not to be offered. An invalid own value is refused. */
const readEvidence = (category: Category, { screenshot, links, ...said }: GivenEvidence): Read<Evidence> => {
  const own = particularsOf(category);
  const kept = Object.entries(said).filter(([name]) => !isParticular(name) || Object.hasOwn(own, name));
  for (const [name, value] of kept) {
    const read = own[name]?.safeParse(value);
    if (read && !read.success) {
      const { reason, fix } = firstIssue(read.error);
      return unreadable(`evidence.${name}`, reason, fix);
    }
  }
  const isLinked = links !== undefined && links.length > 0 && mayBeLinked(category);
  if (isLinked && !links.every(isLink))
    return unreadable(
      "evidence.links",
      `Not a link to a capture that can be printed in clear, in ${linkCharacters} characters at most.`,
      "Write it like https://urlscan.io/result/UUID/, in ASCII, without port or user name, and without full stop, " +
        "colon or percent sign behind the host; or leave it out.",
    );
  const evidence: Evidence = Object.fromEntries(kept);
  return ok({
    ...evidence,
    ...(screenshot && mayBePictured(category) && { screenshot }),
    ...(isLinked && { links }),
  });
};

type GivenTarget = z.infer<typeof nativeReport>["target"];

const readTarget = (given: GivenTarget, rules: ReadingRules): Read<Target> => {
  const [target] = targetKinds.flatMap((kind) => readers[kind](given, rules) ?? []);
  // The schema lets no message through without one.
  return target ?? hostTarget("target.host", "", rules);
};

/** Nothing where the message has no such part. */
const readers: Record<TargetKind, (given: GivenTarget, rules: ReadingRules) => Read<Target> | undefined> = {
  url: ({ url }, rules) => (url === undefined ? undefined : urlTarget("target.url", url, rules)),
  host: ({ host }, rules) => (host === undefined ? undefined : hostTarget("target.host", host, rules)),
  peer: ({ peer }, rules) => peer && peerTarget("target.peer", { ...peer, seenAt: readInstant(peer.seenAt) }, rules),
  account: ({ account }, rules) => account && accountTarget("target.account.service", account, rules),
};
