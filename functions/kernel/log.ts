/**
 * All that a function may log: a code and typed fields (ids, counts, codes, defanged hosts). Never a URL, a mail
 * address, a body or an object as it came.
 */
export const catalogue = {
  "report.opened": "A report opened a case.",
  "report.joined": "A report joined its open case.",
  "report.put-off":
    "A message waits in the table until the sweep takes it up: its reporter is over the limit of this " +
    "minute, its report waits too, or too many are written in one place.",
  "report.taken-up": "The sweep put what had been put off on its queue again.",
  "report.known": "The report had been taken in before.",
  "report.unreadable": "A message could not be read as a report; it waits for a person.",
  "report.id-used-again": "A reporter used a report id again for another target; both reports are taken in.",
  "report.not-live":
    "A reporter marked a report as live in a category in which the settings do not let them; " +
    "it was taken in as any other.",
  "report.unmatched": "A reporter said something that fits no report; it waits for a person, with others like it.",
  "report.status": "A reporter said more about what they reported.",
  "report.status-known": "What a reporter said was known, or is older than what is known; nothing changed.",
  "contact.answered": "The contact look-up gave an answer.",
  "contact.silent": "A source was silent; the look-up is repeated later.",
  "contact.missed": "A registry was asked for a contact and named none.",
  "notice.refused": "A notice could not be composed; a person is asked.",
  "desk.allowed": "A person lets notices go to a desk again that had complained.",
  "notice.stopped":
    "A notice was ready and does not go out: its desk has complained, or today's settings stop it. The " +
    "next contact or a person is asked.",
  "notice.guarded":
    "The table was restored, and a notice may have gone out since that moment; it is not sent, and a person is asked.",
  "notice.shares":
    "Its desk had as many mails as it gets by themselves within an hour; it waits, and goes in one with others.",
  "notice.paced": "A notice had no turn to be sent; nothing was claimed, and it comes back by its due time.",
  "notice.sent": "SES accepted a notice.",
  "notice.declined": "SES said no for certain; the notice waits and is tried again.",
  "notice.uncertain": "SES gave no certain answer; the notice stays on the wire until evidence or a person settles it.",
  "digest.told": "The cases in a digest know what became of its mail.",
  "delivery.recorded": "SES told what became of a notice.",
  "delivery.foreign": "An SES event belongs to no notice of ours.",
  "reply.recorded": "A desk's reply was classed.",
  "reply.counted": "One more mail of a sender who is not proven; others like it stand in its case.",
  "reply.foreign": "A mail without a valid reply token was set aside.",
  "follow-up.swept": "The due index was swept.",
  "follow-up.reached": "Policy or settings changed; cases that wait were looked at for what that moves.",
  "follow-up.announced": "On-call was told of new reviews.",
  "watchdog.looked": "The watchdog looked how late the oldest due case is.",
  "watchdog.counted": "The watchdog counted what waits for a person in a lane, and since when.",
  "watchdog.unheard": "The watchdog looked whether SES has told anything since the last mail.",
  "watchdog.rule-set": "The watchdog looked whether SES receives mail by our rule.",
  "watchdog.replies": "The watchdog looked whether mail still comes in after notices went out.",
  "watchdog.on-call": "The watchdog counted who has confirmed that they are told as on-call.",
  "watchdog.unknown": "The watchdog counted the sends of which nobody knows whether they went out.",
  "dead-letters.sent-back": "A person had the dead letters of a queue sent back; who and why is noted in the table.",
  "sending.resumed": "A person let standard notices go out again after the breaker had stopped them.",
  "sending.paused": "A person stopped sending.",
  "sending.unpaused": "A person let sending go on after a person had stopped it.",
  "settings.changed": "A person changed settings, or asked a second person to agree; the audit says what.",
  "settings.went-back":
    "The table of settings stands at an earlier version than this process had seen: it was restored. What people " +
    "decided since is gone from it; export and audit say what that was.",
  "sign-in.done": "A person signed in by a browser.",
  "sign-in.refused": "A sign-in by a browser was not believed, or its person is not let in.",
  "report.entered": "A person put reports on the queue, by the console's form or a file.",
  "report.not-queued": "The queue did not take what a person entered; they saw so.",
  "case.held": "A person had nothing more sent about a case.",
  "case.reserved": "A person has a case before them, which others see.",
  "view.not-kept": "Somebody saw an urgent case, and that they did could not be kept.",
  "case.corrected": "A person corrected what was told about a case.",
  "channel.told": "A provider's API took a report.",
  "channel.refused": "A provider's API does not take a report; its form is left, and a person.",
  "channel.unfit": "A report does not fit a provider's API; its form is left, and a person.",
  "channel.shut":
    "A provider's API is shut to us, fails, or calls too many reports mistaken; its form is left, or they wait.",
  "channel.paused": "A provider's API failed again and again; a report waits for it, or is left to its form.",
  "channel.later": "A provider's API did not take a report yet; it is tried again, or left to its form.",
  "channel.uncertain": "Nobody knows whether a provider's API took a report; it is not put again by itself.",
  "channel.settled": "A provider's own list has a report whose answer was lost.",
  "channel.unsettled": "A provider's own list does not say whether it has a report.",
  "channel.asked": "A provider was asked what became of a report.",
  "case.noted": "A person kept a note on a case.",
  "case.letter-written": "A person wrote to a desk about a case.",
  "case.reopened": "A person opened a closed case again.",
  "case.released": "A person lifted the holds on a case.",
  "entry.done": "A person fixed, retried, passed on or discarded an entry of the review queue, or opened it again.",
  "verdict.recorded": "A person decided a review.",
  "verdict.taken-back": "A person took back what was decided, before it took effect.",
  "history.put-aside":
    "Something could not be done with lines of history; each waits on a queue, and is tried again from there.",
  "reporters.told": "Reporters were told what happened to their reports.",
  "webhook.told": "A webhook took what it was told.",
  "webhook.not-told":
    "A webhook did not take what it was told; it comes again, and after five times waits for a person.",
  "keys.unusable":
    "Keys can't be used: their secret is gone or refused, is not of its form, or a key was written over. Nothing is " +
    "done without them; messages are kept away for a quarter of an hour each.",
  "smoke.sent": "A mail of a smoke test was put to SES, or was not sent.",
  "smoke.heard": "What a smoke test waits for has come in.",
  "case.forgotten": "A case's retention is over: what was reported is gone from it and from its history.",
  "wake-up.no-op": "A hint found nothing to do.",
  "message.later": "A message is kept on its queue and read again later.",
  unforeseen: "Something failed that nobody foresaw; the message goes back to its queue.",
} as const;

export type LogCode = keyof typeof catalogue;
export type LogFields = {
  readonly caseId?: string;
  readonly noticeId?: string;
  readonly reviewId?: string;
  readonly messageId?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly lane?: string;
  readonly queue?: string;
  readonly category?: string;
  readonly count?: number;
  /** After a due time. */
  readonly lateSeconds?: number;
  /** From the report's intake until SES took its first notice. */
  readonly latencySeconds?: number;
  /** Since the oldest question to a person was asked. */
  readonly waitsSeconds?: number;
  /** One of a handful (`contact/misses.ts`): a metric's dimension, and each value costs. */
  readonly registry?: string;
  readonly field?: string;
  readonly source?: string;
  /** The error's class and where it was thrown, never its message, which may hold what was reported. */
  readonly error?: string;
};

export type Log = {
  readonly info: (code: LogCode, fields?: LogFields) => void;
  readonly error: (code: LogCode, fields?: LogFields) => void;
};

/**
 * The error's class, the system's code (`ECONNREFUSED`), and file and line of the frame that threw it. Message and
 * the rest of the stack may hold what was reported.
 */
export const errorName = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frame = /\n\s+at [^\n]*?([\w.-]+\.(?:m?js|tsx?):\d+:\d+)/.exec(error.stack ?? "")?.[1];
  const code =
    "code" in error && typeof error.code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(error.code)
      ? ` ${error.code}`
      : "";
  return `${error.name}${code}${frame ? ` at ${frame}` : ""}`;
};
