import type { Digest, TargetCase } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { registrableDomain } from "../kernel/host.ts";
import type { Instant } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { noticeOfToken } from "../notice/reply-address.ts";
import type { ReplyReading } from "./reply-reading.ts";

const wordsKept = 4000;

/** What a reply means for its case or digest; nothing for a token of another case or a mail taken in before. Pure. */
export const replyFacts = (state: TargetCase | Digest, reply: ReplyReading, at: Instant): readonly CaseEvent[] | undefined => {
  const notice = noticeOfToken(state, reply.noticeToken);
  if (!notice || state.mails.includes(reply.mailHash)) return undefined;
  const noticeId = notice.id;
  if (reply.replyClass === "bounce") {
    const { permanent, detail } = reply.bounce ?? { permanent: false, detail: "a bounce whose reason could not be read" };
    // A report of success is a bounce by its form alone; SES told us of the delivery already.
    return notice.state === "bounced" || reply.bounce?.succeeded ? undefined : [{ type: "bounced", at, noticeId, permanent, detail }];
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
  const domain = mailDomainOf(contacted);
  return dmarc === "pass" && fromDomain !== undefined && (registrableDomain(fromDomain) ?? fromDomain) === (registrableDomain(domain) ?? domain);
};
