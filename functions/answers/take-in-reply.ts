import type { Case } from "../case/case.ts";
import { isMailId } from "../case/case-id.ts";
import type { Log } from "../kernel/log.ts";
import { replyDomainsOf } from "../kernel/own-mail.ts";
import type { Settings } from "../kernel/settings.ts";
import type { ReplyKeys } from "../notice/reply-address.ts";
import { each } from "../send/each.ts";
import { namedIn } from "../send/on-mail.ts";
import type { ReadRestoreGuard } from "../send/restore-guard.ts";
import { changeCase } from "../store/change-case.ts";
import { readAll } from "../store/damaged-case.ts";
import type { MailRecords } from "../store/ports.ts";
import type { CaseWork, Outcome } from "../store/work.ts";
import { isToCome } from "./lacks-notice.ts";
import type { ProseReader } from "./prose/read-prose.ts";
import { keyNamesIn, readReply } from "./read-reply.ts";
import { noticeAbout, onlyCountedAt, replyFacts } from "./reply-facts.ts";
import { readReplyPointers } from "./reply-pointers.ts";
import type { ReplyPointer, ReplyReading } from "./reply-reading.ts";

export type ReplyWork = CaseWork & {
  readonly store: MailRecords;
  readonly settings: Settings;
  /** `wanted`: read again where no key of that name is cached. */
  readonly replyKeys: (wanted?: string) => Promise<ReplyKeys>;
  /** `undefined` when the mail expired or never was. Reads one object; keeps no bytes. */
  readonly readMailBytes: (pointer: ReplyPointer) => Promise<Uint8Array | undefined>;
  /** Made with the first mail. */
  readonly reader: () => ProseReader;
  /** Stands since a table restore: an answer may come before its case is back. Absent: none. */
  readonly guard?: ReadRestoreGuard;
  readonly log: Log;
};

/** Takes in all mails that a queue message names. Idempotent: each mail is known by its hash. */
export const takeInReplies = async (work: ReplyWork, body: string): Promise<Outcome> => {
  const pointers = readReplyPointers(body);
  if (!pointers.ok) {
    work.log.info("reply.foreign", { code: pointers.error.kind });
    return "done";
  }
  const outcomes: Outcome[] = [];
  for (const pointer of pointers.value) outcomes.push(await takeInReply(work, pointer));
  return outcomes.includes("later") ? "later" : "done";
};

/**
 * Each token names case and notice, and the class moves each case once. Nothing inbound ever causes a mail to its
 * writer; what a proven desk asks may be answered once, to the mailbox that had the notice (`review/letter.ts`). A
 * mail without a valid token changes nothing and is counted.
 */
const takeInReply = async (work: ReplyWork, pointer: ReplyPointer): Promise<Outcome> => {
  const bytes = await work.readMailBytes(pointer);
  const domains = replyDomainsOf(work.settings);
  const read = bytes && readReply(bytes, pointer, await keysFor(work, bytes, pointer), domains, work.reader());
  if (!read?.ok) {
    work.log.info("reply.foreign", { code: read ? read.error.kind : "no-such-mail" });
    return "done";
  }
  return takeInReading(work, read.value);
};

type ReadingWork = Pick<ReplyWork, "guard" | "log"> & CaseWork & { readonly store: MailRecords };

/** Writes a reply to each case that it is about. Idempotent: each mail is known by its hash. */
export const takeInReading = async (work: ReadingWork, reply: ReplyReading): Promise<Outcome> => {
  const outcomes: Outcome[] = [];
  for (const caseId of new Set(reply.about.map((token) => token.caseId)))
    outcomes.push(await (isMailId(caseId) ? tellMail : tellCase)(work, caseId, reply));
  return outcomes.includes("later") ? "later" : "done";
};

/**
 * An answer to a mail about several cases is for those that it names, else for all; a person's verdict on an
 * unproven one settles all, too. After many, the first alone counts it: 300 such mails cost what they cost a single
 * notice.
 */
const tellMail = async (work: ReadingWork, mailId: string, read: ReplyReading): Promise<Outcome> => {
  const mail = await work.store.mailRecord(mailId);
  if (!mail) {
    if ((await work.guard?.()) !== undefined) return "later";
    work.log.info("reply.foreign", { caseId: mailId, code: "no-case" });
    return "done";
  }
  const reply = { ...read, about: [...read.about.filter(({ caseId }) => caseId !== mailId), ...mail.members] };
  const named = namedIn(mail, read.text);
  for (const [at, { caseId }] of named.entries()) {
    const [state] = (await readAll(work.store.read, [caseId])).cases;
    // Its desk is forgotten, or it was damaged: another case knows the desk.
    if (!state || state.forgottenAt !== undefined) continue;
    const told = onlyCountedAt(state, reply) === undefined ? named : named.slice(at, at + 1);
    const outcomes = await each(told, (member) => tellCase(work, member.caseId, reply));
    return outcomes.includes("later") ? "later" : "done";
  }
  return "done";
};

const tellCase = async (work: ReadingWork, caseId: string, reply: ReplyReading): Promise<Outcome> => {
  const isAnswered = ({ notices }: Pick<Case, "notices">) =>
    reply.about.some((one) => one.caseId === caseId && noticeAbout({ notices }, one) !== undefined);
  const changed = await recordReply(work, caseId, reply);
  if (changed === "counted") work.log.info("reply.counted", { caseId });
  else if (changed.ok) work.log.info("reply.recorded", { caseId, outcome: reply.replyClass });
  // Gone by retention, no such notice, or a mail that it has already.
  else if (changed.error.kind === "contended" || (await isToCome(work, caseId, isAnswered))) return "later";
  else work.log.info("reply.foreign", { caseId, code: changed.error.kind });
  return "done";
};

/** Writes a reply into its case, or only counts it (`case/unproven.ts`). Network: the case, one write. */
export const recordReply = async (
  work: CaseWork,
  caseId: string,
  reply: ReplyReading,
): Promise<Awaited<ReturnType<typeof changeCase>> | "counted"> => {
  const { store, clock } = work;
  let noticeId: string | undefined;
  const changed = await changeCase(work, caseId, (state) => {
    noticeId = onlyCountedAt(state, reply);
    return replyFacts(state, reply, clock.now());
  });
  if (noticeId === undefined) return changed;
  await store.countUnproven({ caseId, noticeId, mailHash: reply.mailHash, at: clock.now() });
  return "counted";
};

/** Rereads keys, as one may be new: its first answers must not be taken for a stranger's. */
const keysFor = async (
  { replyKeys, settings }: ReplyWork,
  bytes: Uint8Array,
  pointer: ReplyPointer,
): Promise<ReplyKeys> => {
  let keys = await replyKeys();
  for (const name of keyNamesIn(bytes, pointer, replyDomainsOf(settings)))
    if (!Object.hasOwn(keys.keys, name)) keys = await replyKeys(name);
  return keys;
};
