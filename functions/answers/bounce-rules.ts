import { pattern } from "../kernel/pattern.ts";

/**
 * What a mail server writes that gives a mail back. Each is a form that real servers send; none is
 * made for one server's one mail.
 */

/** Left of the @ in From, or the whole name: a mail system, not a person. */
export const mailSystem = pattern(
  "i",
  "^",
  [
    "mailer-?daemon",
    "postmaster",
    "mail-?delivery",
    "mail[-_. ]?daemon",
    "mail-?server",
    "mail-?er",
    "delivery",
    "bounces?",
    "mdaemon",
    "smtp",
    "mta",
    "mail-?administrator",
    "mailadmin",
    "administrator",
    "system",
    "returnedmail",
    "nobody",
    "noreply",
    "no-reply",
    "symantec.*",
    "mmdf",
    "courier",
    "majordomo",
    "ml-admin",
    "exim",
    "root",
    "mail",
  ],
  "$",
);
export const mailSystemName = pattern("i", [
  "mail delivery (sub)?(system|service)",
  "mail administrator",
  "mailer[- ]daemon",
  "postmaster",
  "system administrator",
  "internet mail delivery",
  "mail system",
  "delivery subsystem",
  "mail router",
  "mail transport",
]);

export const returnedSubject = pattern("i", [
  "undeliver(ed|able)",
  "returned mail",
  "mail (delivery )?(failed|failure|returned|error)",
  "failed mail",
  "delivery (status notification|failure|failed|problem|error|report|notification|has failed|delayed)",
  "failure notice",
  "failure delivery",
  "(message|mail|e-?mail) (could not be|cannot be|was not|not|rejected|status|delivery)",
  "non[- ]?(delivery|remis|remise|receipt)",
  "nondeliverable",
  "not deliverable",
  "returning (message|mail)? ?to sender",
  "return(ed)? to sender",
  "delayed mail",
  "mail delayed",
  "warning: could not send",
  "could not (send|deliver)",
  "unable to deliver",
  "unzustellbar",
  "unbekannter empf",
  "zustell(ung|fehler)",
  "rapport de non",
  "devuelto",
  "devolu",
  "mancato recapito",
  "niet bezorg",
  "недоставлен",
  "не доставлен",
  "невозможно доставить",
  "宛先不明",
  "配信(エラー|不能)",
  "メール送受信",
  "エラーメール",
  "退信",
  "投递失败",
  "系统退信",
  "bounce[d ]",
  "undelivered",
  "delivery.{0,20}(fail|fehl|無法)",
  "postmaster notify",
  "user unknown",
  "(mailbox|disk) (quota|full)",
  "rejected:",
  "blocked:",
  "message .{1,40} delayed",
  "not member article",
  "error sending your mail",
  "spam.{0,20}reject",
]);

/**
 * In the text: a server tells why, with a reply code (RFC 5321 §4.2), an enhanced code (RFC 3463)
 * or in words.
 */
export const returnedText: readonly RegExp[] = [
  /\b[45]\d{2}[ -][#(]?[45]\.\d{1,3}\.\d{1,3}\b/,
  /\b(said|says|error|response|reply|code|status|host|server|RCPT TO|DATA|MAIL FROM)\b[^\n]{0,120}\b[45][0-7]\d[ :-]/i,
  /\(?#[45]\.\d{1,3}\.\d{1,3}\)?/,
  /\b(could|can|was|has)( ?not|n't)( be| been)? (be )?delivered\b/i,
  /\bcannot deliver\b/i,
  /\bcould not deliver\b/i,
  /\bunable to deliver\b/i,
  /\bfailed to deliver\b/i,
  /\bdelivery (to the following|failed|has failed|attempt|has been delayed)\b/i,
  /\bdid not reach the following\b/i,
  /\bwasn't able to deliver\b/i,
  pattern(
    "i",
    "\\b",
    ["user", "recipient", "mailbox", "address", "account", "domain", "host"],
    "s?( \\w+){0,3} ",
    [
      "unknown",
      "does not exist",
      "doesn't exist",
      "not found",
      "is (full|disabled|unavailable|inactive|unknown)",
      "has been disabled",
      "rejected",
      "over quota",
    ],
    "\\b",
  ),
  /\b(unknown|no such|invalid|illegal|bad) (local )?(user|recipient|mailbox|host|domain|address|destination)\b/i,
  /\b(mailbox|quota|storage)( is)? (full|exceeded)\b|\bover(\s|-)?quota\b|\bexceeded (storage|its|the) /i,
  pattern(
    "i",
    "\\b(message|mail|e-?mail)( you sent)? (was|has been|is being) ",
    ["rejected", "returned", "bounced", "refused", "blocked", "undeliverable"],
    "\\b",
  ),
  /\b(permanent|fatal|temporary|transient|delivery) (error|failure|errors)\b/i,
  /\bthe following (address|recipient|destination)(\(?e?s\)?)? (failed|had|were|was|could)\b/i,
  /\bno valid recipients\b/i,
  /\bfailed address(es)?\b/i,
  /\bfailed recipients?\b/i,
  /\bnot (yet been delivered|listed in (the )?(domino directory|public name))\b/i,
  /\bnot a member of this mailing list\b/i,
  /\bfailure reasons\b/i,
  /\bdoesn't have an? \S{1,80} account\b/i,
  /\b(final|original)-recipient\s*:\s*(rfc822|utf-8)\s*;/i,
  /не может быть доставлено/i,
  /не было доставлено/i,
  /не удалось доставить/i,
  /konnte nicht zugestellt/i,
  /n'a pas pu être (remis|délivré|distribué)/i,
  /no (se )?(ha podido|pudo) (ser )?entrega/i,
  /配信できません/i,
  /届けることができません/i,
  /無法(傳送|投遞)/i,
  /无法(投递|送达)/i,
  /"(notificationType|eventType)\\?"\s*:\s*\\?"Bounce/,
];

/**
 * Where a returned mail begins in the text; what is below is our own and says nothing about the
 * bounce.
 */
export const returnedMailBegins = pattern(
  "i",
  "^\\W{0,40}",
  [
    "below this line is a copy",
    "this is a copy of the message",
    "message (headers? )?(follow|text follows)",
    "original message( follows| headers)?",
    "returned (message|mail) follows",
    "start of (the )?(returned|original) (message|mail)",
    "unsent message",
    "bounced e-?mail",
    "undelivered message follows",
    "message header for",
  ],
  "\\b",
);

/** Delayed, and tried again by the server itself. */
export const delayedText = pattern("i", "\\b", [
  "warning only",
  "will be retried",
  "still being retried",
  "delivery (has been )?delayed",
  "not yet been delivered",
  "will (continue|keep) (to )?try(ing)?",
  "action: delayed",
  "incomplete, temporary",
  "do not need to resend",
]);

export const complaintSubject =
  /^\s*(complaint about message from|abuse report|e-?mail feedback report|spam (complaint|report) (from|for))/i;
/** List-Unsubscribe by a mail program: its user wants no more of our mails. */
export const unsubscribeSubject = /^\s*(re:\s*)?unsubscribe\W*$/i;
