import type { TargetCase } from "../case/case.ts";
import { type CaseWork, changeCase, type Outcome } from "../case/change-case.ts";
import type { CaseEvent } from "../case/event.ts";
import { registrableDomain } from "../kernel/host.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import { noticeOfToken, type ReplyKeys } from "../notice/reply-address.ts";
import { readReply } from "./read-reply.ts";
import type { ReplyPointer, ReplyReading } from "./reply-reading.ts";

export type ReplyWork = CaseWork & {
  readonly settings: Settings;
  readonly replyKeys: () => Promise<ReplyKeys>;
  /** The mail's bytes, or `undefined` when it expired or never was. Reads one object; the bytes are kept nowhere. */
  readonly readMailBytes: (pointer: ReplyPointer) => Promise<Uint8Array | undefined>;
  readonly log: Log;
};

const wordsKept = 4000;

/**
 * Takes in a mail that came to a reply address: the token names case and notice, the class moves the case. Nothing
 * inbound ever causes a mail to whoever wrote. A mail without a valid token changes nothing and is counted.
 */
export const takeInReply = async (work: ReplyWork, pointer: ReplyPointer): Promise<Outcome> => {
  const bytes = await work.readMailBytes(pointer);
  const read = bytes && readReply(bytes, pointer, await work.replyKeys(), work.settings.replyDomain);
  if (!read?.ok) {
    work.log.info("reply.foreign", { code: read ? read.error.kind : "no-such-mail" });
    return "done";
  }
  const reply = read.value;
  const changed = await changeCase(work, reply.caseId, (state) => (state.kind === "case" ? replyFacts(state, reply, work.clock.now()) : undefined));
  if (!changed.ok && changed.error.kind === "contended") return "later";
  work.log.info("reply.recorded", { caseId: reply.caseId, outcome: reply.replyClass });
  return "done";
};

/** What a reply means for its case; nothing for a token of another case or a mail taken in before. Pure. */
export const replyFacts = (state: TargetCase, reply: ReplyReading, at: Instant): readonly CaseEvent[] | undefined => {
  const notice = noticeOfToken(state, reply.noticeToken);
  if (!notice || state.mails.includes(reply.mailHash)) return undefined;
  const noticeId = notice.id;
  if (reply.replyClass === "bounce") {
    const { permanent, detail } = reply.bounce ?? { permanent: false, detail: "a bounce whose reason could not be read" };
    return notice.state === "bounced" ? undefined : [{ type: "bounced", at, noticeId, permanent, detail }];
  }
  return [
    {
      type: "replied",
      at,
      noticeId,
      replyClass: reply.replyClass,
      authenticated: isFrom(reply, notice.to.email),
      mailHash: reply.mailHash,
      said: `${reply.subject}\n\n${reply.text}`.slice(0, wordsKept),
      ...(reply.ticket && { ticket: reply.ticket }),
      ...(reply.form && { form: reply.form }),
      ...(reply.namedParty && { namedParty: reply.namedParty }),
    },
  ];
};

/** > State-changing automation also needs DMARC to pass and the From domain to be the contacted organisation's. */
const isFrom = ({ dmarc, fromDomain }: ReplyReading, contacted: string): boolean => {
  const domain = contacted.slice(contacted.lastIndexOf("@") + 1);
  return dmarc === "pass" && fromDomain !== undefined && (registrableDomain(fromDomain) ?? fromDomain) === (registrableDomain(domain) ?? domain);
};
