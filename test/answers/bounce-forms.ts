import type { BounceMeaning } from "../../functions/answers/bounce-meaning.ts";

/**
 * A mail server's way to give a mail back: written for this project in the form that the software
 * writes, on reserved names.
 */
export type BounceForm = {
  readonly software: string;
  readonly from: string;
  readonly subject: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** `message/delivery-status` beside the text (RFC 3464), where the software writes one. */
  readonly status?: string;
  readonly means: BounceMeaning;
};

const failed = (code: string, diagnostic: string) =>
  "Reporting-MTA: dns; mx.host.example\n\nFinal-Recipient: rfc822; abuse@host.example\nAction: failed\n" +
  `Status: ${code}\nDiagnostic-Code: smtp; ${diagnostic}`;
const daemon = "MAILER-DAEMON@mx.host.example";
const returned =
  "From: notices@dispatch.example\nTo: abuse@host.example\nSubject: ABUSE: phishing\n\nPlease remove it.";

export const bounceForms: readonly BounceForm[] = [
  {
    software: "Activehunter",
    from: daemon,
    subject: "FAILURE NOTICE :",
    headers: { "X-AHMAILID": "20261124" },
    body:
      "  ----- The following addresses had permanent fatal errors -----\n\n" +
      ">>> abuse@host.example <abuse@host.example>\n\n  ----- Transcript of session follows -----\n" +
      `550 sorry, no mailbox here by that name (#5.1.1 - chkusr)\n\n${returned}`,
    means: "dead",
  },
  {
    software: "Amavis",
    from: '"Content-filter at mx.host.example" <postmaster@mx.host.example>',
    subject: "Undeliverable mail, MTA-BLOCKED",
    body: "A message from <notices@dispatch.example> to: abuse@host.example was considered undeliverable.",
    status: failed("5.1.1", "550 5.1.1 User unknown"),
    means: "dead",
  },
  {
    software: "Apache James",
    from: "Postmaster@host.example",
    subject: "[BOUNCE]",
    body:
      "This is the Apache James mail server on mx.host.example.\nYour message has failed:\n\n" +
      "Message details:\n  Subject: ABUSE: phishing\n  MAIL FROM: notices@dispatch.example\n" +
      "  RCPT TO: abuse@host.example\n\nError message below:\n" +
      "550 - Requested action not taken: no such user here\n\nMessage details:",
    means: "dead",
  },
  {
    software: "Barracuda",
    from: "postmaster@mx.host.example",
    subject: "**Message you sent blocked by our bulk email filter**",
    body:
      "Your message to: abuse@host.example\nwas blocked by our Spam Firewall. The email you sent with the " +
      "following subject has NOT BEEN DELIVERED:\n\nSubject: ABUSE: phishing",
    status: failed("5.7.1", "550 permanent failure for one or more recipients (abuse@host.example:blocked)"),
    means: "turned-away",
  },
  {
    software: "Bigfoot",
    from: "Mail Delivery Subsystem <MAILER-DAEMON@forward.host.example>",
    subject: "Returned mail: User unknown",
    body:
      "   ----- The following addresses had delivery problems -----\n<abuse@host.example>\n" +
      "   ----- Transcript of session follows -----\n>>> RCPT TO:<abuse@host.example>\n" +
      "<<< 553 Invalid recipient abuse@host.example (Mode: normal)",
    status: failed("5.1.1", "553 Invalid recipient abuse@host.example"),
    means: "dead",
  },
  {
    software: "Biglobe",
    from: "postmaster@host.example",
    subject: "Returned mail: Mailbox full",
    body:
      "   ----- The following addresses had delivery problems -----\n\n" +
      "<abuse@host.example>   (unrecoverable error)\n\n   ----- Non-delivered information -----\n" +
      `The number of messages in recipient's mailbox exceeded the local limit.\n\n${returned}`,
    means: "late",
  },
  {
    software: "Courier",
    from: '"Courier mail server at mx.host.example" <@>',
    subject: "NOTICE: mail delivery status.",
    headers: { "Return-Path": "<>" },
    body:
      "This is a delivery status notification from mx.host.example,\n" +
      "running the Courier mail server, version 0.65.2.\n\n" +
      "                           UNDELIVERABLE MAIL\n\n" +
      "Your message to the following recipients cannot be delivered:\n\n<abuse@host.example>:\n" +
      "    mx.host.example [192.0.2.7]:\n<<< 550 5.1.1 <abuse@host.example>... User unknown",
    means: "dead",
  },
  {
    software: "Domino",
    from: "Postmaster@host.example",
    subject: "DELIVERY FAILURE: User abuse (abuse@host.example) not listed in Domino Directory",
    body:
      "Your message\n\n  Subject: ABUSE: phishing\n\nwas not delivered to:\n\n  abuse@host.example\n\n" +
      "because:\n\n  User abuse (abuse@host.example) not listed in Domino Directory\n\n",
    means: "dead",
  },
  {
    software: "DragonFly",
    from: "MAILER-DAEMON <>",
    subject: "Mail delivery failed",
    headers: { "Return-Path": "<>" },
    body:
      "This is the DragonFly Mail Agent v0.13 at mx.host.example.\n\n" +
      "There was an error delivering your mail to <abuse@host.example>.\n\n" +
      "mx.host.example [192.0.2.7] did not like our RCPT TO:\n" +
      "552 5.2.2 <abuse@host.example>: Recipient address rejected: Mailbox full\n\n" +
      `Original message follows.\n\n${returned}`,
    means: "late",
  },
  {
    software: "1&1",
    from: "Mail Delivery System <mailer-daemon@kunden.host.example>",
    subject: "Mail delivery failed: returning message to sender",
    body:
      "This message was created automatically by mail delivery software.\n\n" +
      "A message that you sent could not be delivered to one or more of its\n" +
      "recipients. The following addresses failed:\n\n    <abuse@host.example>\n\nSMTP error from remote " +
      "server for RCPT TO command, host: mx.host.example (192.0.2.7) reason: 550 5.1.1 unknown " +
      `recipient\n\n--- The header of the original message is following. ---\n\n${returned}`,
    means: "dead",
  },
  {
    software: "Exchange 2003",
    from: "System Administrator <postmaster@host.example>",
    subject: "Undeliverable: ABUSE: phishing",
    headers: { "X-Mailer": "Internet Mail Service (5.5.2657.72)" },
    body:
      "Your message\n\n  To:      abuse@host.example\n  Subject: ABUSE: phishing\n" +
      "  Sent:    Tue, 24 Nov 2026 10:00:00 +0000\n\ndid not reach the following recipient(s):\n\n" +
      "abuse@host.example on Tue, 24 Nov 2026 10:00:02 +0000\n    The recipient name is not recognized\n" +
      "\tThe MTS-ID of the original message is: c=xx;a= ;p=host\n" +
      "    MSEXCH:IMS:HOST:EXAMPLE:MX 0 (000C05A6) Unknown Recipient",
    means: "dead",
  },
  {
    software: "Exchange 2010",
    from: "Microsoft Exchange Recipient <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@host.example>",
    subject: "Undeliverable: ABUSE: phishing",
    body:
      "Delivery has failed to these recipients or distribution lists:\n\nabuse@host.example\n" +
      "The e-mail address you entered could not be found.\n\nDiagnostic information for administrators:\n\n" +
      "Generating server: mx.host.example\n\nabuse@host.example\n" +
      "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##",
    means: "dead",
  },
  {
    software: "Exchange Online in German",
    from: "postmaster@host.example",
    subject: "Unzustellbar: ABUSE: phishing",
    headers: { "Return-Path": "<>" },
    body:
      "Ihre Nachricht an abuse@host.example konnte nicht zugestellt werden.\n\n" +
      "abuse wurde unter host.example nicht gefunden.\n\nDiagnoseinformationen für Administratoren:\n" +
      "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; " +
      "Recipient not found by SMTP address lookup'",
    means: "dead",
  },
  {
    software: "Exim, delayed",
    from: "Mail Delivery System <Mailer-Daemon@mx.host.example>",
    subject: "Warning: message 1kABCD-0001 delayed 24 hours",
    body:
      "This message was created automatically by mail delivery software.\n" +
      "A message that you sent has not yet been delivered to one or more of its\n" +
      "recipients after more than 24 hours on the queue on mx.host.example.\n\n" +
      "The address to which the message has not yet been delivered is:\n\n  abuse@host.example\n\n" +
      "No action is required on your part. Delivery attempts will continue for\n" +
      "some time, and this warning may be repeated at intervals if the message\nremains undelivered.",
    means: "late",
  },
  {
    software: "Exim",
    from: "Mail Delivery System <Mailer-Daemon@mx.host.example>",
    subject: "Mail delivery failed: returning message to sender",
    headers: { "X-Failed-Recipients": "abuse@host.example" },
    body:
      "This message was created automatically by mail delivery software.\n\n" +
      "A message that you sent could not be delivered to one or more of its\n" +
      "recipients. This is a permanent error. The following address(es) failed:\n\n  abuse@host.example\n" +
      "    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------",
    means: "dead",
  },
  {
    software: "EZweb",
    from: "<Postmaster@ez.host.example>",
    subject: "Mail System Error - Returned Mail",
    body:
      "The user(s) below could not be reached.\n" +
      "Each of the following recipients was rejected by a remote mail server.\n" +
      "The reasons given by the server are included to help you determine why\n" +
      "each recipient was rejected.\n\n    Recipient: <abuse@host.example>\n" +
      "    Reason:    <abuse@host.example>... User Unknown\n\n--mark\nContent-Type: message/rfc822",
    means: "dead",
  },
  {
    software: "KDDI",
    from: "no-reply@mx.host.example",
    subject: "Mail System Error - Returned Mail",
    headers: { "Return-Path": "<>" },
    body:
      "Your mail sent on: Tue, 24 Nov 2026 11:04:47 +0900\n" +
      "    Could not be delivered to: <abuse@host.example>\n    As their mailbox is full.",
    means: "late",
  },
  {
    software: "NTT docomo",
    from: "Mail Delivery Subsystem <MAILER-DAEMON@dcm.host.example>",
    subject: "Returned mail: Unknown User",
    body:
      "次のあて先へのメッセージはエラーのため送信できませんでした。\n\n" +
      "  ----- The following addresses had permanent fatal errors -----\n<abuse@host.example>\n\n" +
      "  ----- Transcript of session follows -----\n550 Unknown user abuse@host.example",
    means: "dead",
  },
  {
    software: "FML",
    from: "ml-admin@host.example",
    subject: "NOT MEMBER article from notices@dispatch.example (abuse ML)",
    headers: { "X-MLServer": "fml [fml 4.0.3]" },
    body:
      "You are not a member of this mailing list <abuse@host.example>. " +
      "Your mail has been rejected.\n\nOriginal mail as follows:\n",
    means: "dead",
  },
  {
    software: "Gmail",
    from: "Mail Delivery Subsystem <mailer-daemon@gmx.host.example>",
    subject: "Delivery Status Notification (Failure)",
    body:
      "Delivery to the following recipient failed permanently:\n\n     abuse@host.example\n\n" +
      "Technical details of permanent failure: \nGoogle tried to deliver your message, but it was rejected " +
      "by the recipient domain. The error that the other server returned was: 550 550 5.1.1 " +
      "<abuse@host.example>... User Unknown (state 14).\n\n   ----- Original message -----",
    means: "dead",
  },
  {
    software: "GMX",
    from: "GMX Mailer Daemon <mailer-daemon@gm.host.example>",
    subject: "Mail delivery failed: returning message to sender",
    body:
      "\nThis message was created automatically by mail delivery software.\n\n" +
      "A message that you sent could not be delivered to\n" +
      "one or more of its recipients. This is a permanent error. The following address\nfailed:\n\n" +
      '"abuse@host.example":\nSMTP error from remote server after RCPT command:\nhost: mx.host.example\n' +
      "5.1.1 <abuse@host.example>... User Unknown\n\n" +
      "--- The header of the original message is following. ---",
    means: "dead",
  },
  {
    software: "Google Groups",
    from: "Mail Delivery Subsystem <mailer-daemon@groups.host.example>",
    subject: "Delivery Status Notification (Failure)",
    headers: { "X-Failed-Recipients": "abuse@host.example" },
    body:
      "Hello notices@dispatch.example,\n\nWe're writing to let you know that the group you tried to " +
      "contact (abuse) may not exist, or you may not have permission to post messages to the group.",
    means: "dead",
  },
  {
    software: "GroupWise",
    from: "<Postmaster@gw.host.example>",
    subject: "Message status - undeliverable",
    body:
      "The attached file had the following undeliverable recipient(s):\n\tabuse@host.example\n\n" +
      "Transcript of session follows:\nCommand: " +
      "RCPT TO:<abuse@host.example>\nResponse: 550 No such recipient",
    means: "dead",
  },
  {
    software: "IMail",
    from: "Postmaster <postmaster@host.example>",
    subject: "Undeliverable Mail",
    headers: { "X-Mailer": "<SMTP32 v8.22>" },
    body: "Unknown user: abuse@host.example\n\nOriginal message follows.\n\n",
    means: "dead",
  },
  {
    software: "IMail, full",
    from: "Postmaster <postmaster@host.example>",
    subject: "Undeliverable Mail",
    headers: { "X-Mailer": "<SMTP32 v8.22>" },
    body: "User mailbox exceeds allowed size: abuse@host.example\n\nOriginal message follows.\n\n",
    means: "late",
  },
  {
    software: "InterScan",
    from: '"InterScan MSS" <postmaster@host.example>',
    subject: "Mail could not be delivered",
    body:
      "****** Message from InterScan Messaging Security Suite ******\n\n" +
      "Sent <<< RCPT TO:<abuse@host.example>\n" +
      "Received >>> 550 5.1.1 <abuse@host.example>... user unknown\n\n" +
      "Unable to deliver message to <abuse@host.example>.\n\n" +
      "************************     End of message     **********************",
    means: "dead",
  },
  {
    software: "InterScan in Japanese",
    from: '"InterScan MSS" <postmaster@host.example>',
    subject: "メッセージを配信できません。",
    body:
      "Sent <<< RCPT TO:<abuse@host.example>\nReceived >>> 550 5.1.1 unknown user\n\n" +
      "<abuse@host.example>にメッセージを配信できません。",
    means: "dead",
  },
  {
    software: "IronPort",
    from: '"Mail Delivery System" <MAILER-DAEMON@esa.host.example>',
    subject: "Delivery Status Notification (Failure)",
    body:
      "The following message to <abuse@host.example> was undeliverable.\nThe reason for the problem:\n" +
      "5.1.1 - Bad destination email address 'reject'",
    means: "dead",
  },
  {
    software: "MailFoundry",
    from: "MAILER-DAEMON@mf.host.example",
    subject: "Message delivery has failed",
    body:
      "Unable to deliver message to: <abuse@host.example>\nDelivery failed for the following reason:\n" +
      "Server mx.host.example[192.0.2.7] failed with: 550 <abuse@host.example> No such user here\n\n" +
      "This has been a permanent failure.  No further delivery attempts will be made.\n",
    means: "dead",
  },
  {
    software: "MailMarshal",
    from: "postmaster@host.example",
    subject: 'Undeliverable Mail: "ABUSE: phishing"',
    body:
      "Your message:\n    From:    notices@dispatch.example\n    Subject: ABUSE: phishing\n\n" +
      "Could not be delivered because of\n\n550 5.1.1 User unknown\n\n" +
      "The following recipients were affected: " +
      "\n    abuse@host.example\n\nAdditional Information\n======================\n",
    means: "dead",
  },
  {
    software: "mail.ru",
    from: "mailer-daemon@ru.host.example",
    subject: "Ваше сообщение не доставлено. Mail failure.",
    headers: { "X-Failed-Recipients": "abuse@host.example" },
    body:
      "Это письмо создано автоматически сервером, отвечать на него не нужно.\n\n" +
      "К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\n" +
      "  abuse@host.example\n    host mx.host.example [192.0.2.7]: 550 5.1.1 User Unknown",
    means: "dead",
  },
  {
    software: "McAfee",
    from: "Postmaster <postmaster@host.example>",
    subject: "Delivery Status",
    headers: { "X-NAI-Header": "Modified by McAfee SMTP" },
    body:
      " --- The following addresses had delivery problems ---\n\n" +
      "<abuse@host.example>   (User unknown abuse@host.example)\n\n",
    means: "dead",
  },
  {
    software: "MessageLabs",
    from: "MAILER-DAEMON@ml.host.example",
    subject: "Mail Delivery Failure",
    body:
      "This is the mail delivery agent at ml.host.example.\n" +
      "I was unable to deliver your message to the following addresses:\n\nabuse@host.example\n\n" +
      "Reason: 550 5.1.1 user unknown",
    status: failed("5.0.0", "550 5.1.1 user unknown"),
    means: "dead",
  },
  {
    software: "Messaging Server",
    from: "Internet Mail Delivery <postmaster@mx.host.example>",
    subject: "Delivery Notification: Delivery has failed",
    body:
      "This report relates to a message you sent with the following header fields:\n\n" +
      "Your message cannot be delivered to the following recipients:\n\n" +
      "  Recipient address: abuse@host.example\n  Reason: Remote SMTP server has rejected address\n" +
      "  Diagnostic code: smtp;550 5.1.1 <abuse@host.example>... User Unknown\n" +
      "  Remote system: dns;mx.host.example (TCP|192.0.2.1|57514|192.0.2.7|25)",
    means: "dead",
  },
  {
    software: "m-FILTER",
    from: "Mailer Daemon <MAILER-DAEMON@mx.host.example>",
    subject: "failure notice",
    headers: { "X-Mailer": "m-FILTER" },
    body:
      "mfilter@mx.host.example\n\n-------server message\n550 5.1.1 unknown user <abuse@host.example>\n\n" +
      "-------SMTP command\nDATA\n\n-------original message\n",
    means: "dead",
  },
  {
    software: "Mimecast",
    from: "Mail Delivery Subsystem <postmaster@mc.host.example>",
    subject: "[Postmaster] Email Delivery Failure",
    body:
      "This is a delivery failure notification message indicating that an email you addressed to email " +
      "address : -- abuse@host.example could not be delivered. The problem appears to be : -- Recipient " +
      "email address is possibly incorrect\n\n" +
      "Additional information follows : -- 5.4.1 Recipient address rejected: Access denied.",
    means: "dead",
  },
  {
    software: "MX Logic",
    from: "Mail Delivery System <mxl~mailer-daemon@mxl.host.example>",
    subject: "Mail delivery failed: returning message to sender",
    headers: { "X-MX-Bounce": "mta/src/queue/bounce", "Return-Path": "<>" },
    body:
      "This message was created automatically by mail delivery software.\n\nA message that you sent could " +
      "not be delivered to one or more of its recipients. This is a permanent error.\n\n" +
      "The following address(es) failed:\n\n" +
      "  <abuse@host.example>: 550 5.1.1 <abuse@host.example>... User Unknown\n\n" +
      "Included is a copy of the message header:",
    means: "dead",
  },
  {
    software: "Notes",
    from: "System Notes <SMTP@notes.host.example>",
    subject: "Undeliverable message",
    body:
      "------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\n" +
      "abuse@host.example\n\n\n------- Returned Message --------\n",
    means: "dead",
  },
  {
    software: "OpenSMTPD",
    from: "Mailer Daemon <MAILER-DAEMON@mx.host.example>",
    subject: "Delivery status notification: error",
    body:
      "    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.\n\n" +
      "    An error has occurred while attempting to deliver a message for\n" +
      "    the following list of recipients:\n\n" +
      "abuse@host.example: 550 5.2.2 <abuse@host.example>... Mailbox Full\n\n" +
      "    Below is a copy of the original message:",
    means: "late",
  },
  {
    software: "PowerMTA",
    from: "Mailer-Daemon@pmta.host.example",
    subject: "Delivery report",
    body:
      "Hello, this is the mail server on pmta.host.example.\n\n" +
      "I am sending you this message to inform you on the delivery status of a\n" +
      "message you previously sent.  Immediately below you will find a list of\n" +
      "the affected recipients;  also attached is a Delivery Status Notification\n" +
      "(DSN) report in standard format, as well as the headers of the original\nmessage.\n\n" +
      "  <abuse@host.example>  delivery failed; will not continue trying",
    status: failed("5.1.1", "550 5.1.1 <abuse@host.example>... User Unknown"),
    means: "dead",
  },
  {
    software: "Postfix, delayed",
    from: "MAILER-DAEMON@mx.host.example (Mail Delivery System)",
    subject: "Delayed Mail (still being retried)",
    body:
      "This is the mail system at host mx.host.example.\n\n" +
      "####################################################################\n" +
      "# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n" +
      "####################################################################\n\n" +
      "Your message could not be delivered for more than 4 hour(s).\n" +
      "It will be retried until it is 5 day(s) old.\n\n" +
      "<abuse@host.example>: connect to mx.host.example[192.0.2.7]:25: Connection timed out",
    status:
      "Reporting-MTA: dns; mx.host.example\n\nFinal-Recipient: rfc822; " +
      "abuse@host.example\nAction: delayed\nStatus: 4.4.1",
    means: "late",
  },
  {
    software: "QQ",
    from: "PostMaster <PostMaster@qq.host.example>",
    subject: "来自qq.host.example的退信",
    body:
      "很抱歉，您的邮件被退回来了……\n\n原邮件信息：\n收件人 abuse@host.example\n" +
      "退信原因 收件人邮件地址（abuse@host.example）不存在，邮件无法送达。\n\n" +
      "host mx.host.example said: 550 Mailbox not found",
    means: "dead",
  },
  {
    software: "NetEase",
    from: "Postmaster@nt.host.example",
    subject: "系统退信/Systems bounce",
    body:
      "抱歉，您的邮件被退回来了……\n\n收件人：abuse@host.example\n\n" +
      "退信代码 : SMTP error, RCPT TO: 550 User not found: abuse@host.example\n\n" +
      "Hi! Sorry, I wasn't able to deliver your message to the following addresses.",
    means: "dead",
  },
  {
    software: "Naver",
    from: "Mail Delivery Subsystem <mailer-daemon@nv.host.example>",
    subject: "[메일 발송 실패] abuse@host.example 님께 메일을 보내지 못했습니다",
    body:
      "메일이 정상적으로 전송되지 않았습니다.\n받는사람: abuse@host.example\n" +
      "실패사유: 존재하지 않는 메일주소 (550 5.1.1 user unknown)",
    means: "dead",
  },
  {
    software: "SendGrid",
    from: "MAILER-DAEMON@sg.host.example",
    subject: "Undelivered Mail Returned to Sender",
    body:
      "This is an automatically generated message from SendGrid.\n\nI'm sorry to have to tell you that " +
      "your message was not able to be delivered to one of its intended recipients.\n\n" +
      "If you require assistance with this, please contact SendGrid support.\n\n" +
      "shironeko:000000:<abuse@host.example> : 192.0.2.7 : mx.host.example:[192.0.2.7] :\n" +
      "550 5.1.1 <abuse@host.example>... User Unknown  in RCPT TO",
    means: "dead",
  },
  {
    software: "Sendmail 5",
    from: "MAILER-DAEMON@mx.host.example (Mail Delivery Subsystem)",
    subject: "Returned mail: User unknown",
    body:
      "   ----- Transcript of session follows -----\nWhile talking to mx.host.example:\n" +
      ">>> RCPT To:<abuse@host.example>\n<<< 550 <abuse@host.example>, User Unknown\n" +
      `550 <abuse@host.example>... User unknown\n\n   ----- Unsent message follows -----\n${returned}`,
    means: "dead",
  },
  {
    software: "SurfControl",
    from: "MAILER <mailer@host.example>",
    subject: "Your message could not be delivered.",
    headers: {
      "X-SEF-Processed": "5_0_0_910__2026_11_24",
      "X-Mailer": "SurfControl E-mail Filter",
      "Return-Path": "<>",
    },
    body:
      "Your message could not be sent.\nA transcript of the attempts to send the message follows.\n" +
      "The number of attempts made: 1\nAddressed To: abuse@host.example\n\nTue 24 Nov 2026 23:34:45 +0900\n" +
      "Failed to send to identified host,\n" +
      "abuse@host.example: [192.0.2.7], 550 abuse@host.example... " +
      "No such user\n\n--- Message non-deliverable.",
    means: "dead",
  },
  {
    software: "Verizon",
    from: "post_master@vz.host.example",
    subject: "Undeliverable Message",
    body:
      "Error:     No valid recipients for this MM\n\nMessage: {\n   From:        notices@dispatch.example\n" +
      "   To:          abuse@host.example\n   Subject:     ABUSE: phishing\n}",
    means: "dead",
  },
  {
    software: "a server that names addresses in brackets",
    from: '"Mail Deliver System" <MAILER-DAEMON@mx.host.example>',
    subject: "Returned Mail",
    body:
      "The original message was received at Tue, 24 Nov 2026 23:34:45 +0900 (JST)\n" +
      "from notices@dispatch.example\n\n---The following addresses had delivery errors---\n\n" +
      `abuse@host.example [User unknown]\n\n${returned}`,
    means: "dead",
  },
  {
    software: "a server that knows no such account",
    from: "MAILER-DAEMON@mx.host.example",
    subject: "failure delivery",
    body:
      "Message from  host.example.\nUnable to deliver message to the following address(es).\n\n" +
      "<abuse@host.example>:\nThis user doesn't have a host.example account (abuse@host.example) [0]\n\n" +
      "--- Original message follows.",
    means: "dead",
  },
  {
    software: "a server that gives technical details",
    from: "Mail Delivery System <MAILER-DAEMON@mx.host.example>",
    subject: "Delivery status notification",
    body:
      "============================================================================\n" +
      "      This is an automatically generated Delivery Status Notification.\n\n" +
      "Delivery to the following recipients failed permanently:\n\n  * abuse@host.example\n\n" +
      "============================================================================\nTechnical details:\n\n" +
      "SMTP:RCPT host 192.0.2.7: 553 5.3.0 <abuse@host.example>... No such user here",
    means: "dead",
  },
  {
    software: "a server that had trouble",
    from: "MAILER-DAEMON@mx.host.example",
    subject: "There was an error sending your mail",
    body:
      "We had trouble delivering your message. Full details follow:\n\nSubject: 'ABUSE: phishing'\n" +
      "Date: 'Tue, 24 Nov 2026 23:34:45 +0900'\n\n1 error(s):\n\n" +
      "SMTP Server <mx.host.example> rejected recipient <abuse@host.example> \n  (Error following RCPT " +
      "command). It responded as follows: [550 5.1.1 <abuse@host.example>... User Unknown]",
    means: "dead",
  },
  {
    software: "Yahoo",
    from: "MAILER-DAEMON@yh.host.example",
    subject: "Failure Notice",
    body:
      "Sorry, we were unable to deliver your message to the following address.\n\n<abuse@host.example>:\n" +
      "Remote host said: 550 5.1.1 <abuse@host.example>... User Unknown [RCPT_TO]\n\n" +
      "--- Below this line is a copy of the message.",
    means: "dead",
  },
  {
    software: "Yandex",
    from: "mailer-daemon@ya.host.example",
    subject: "Недоставленное сообщение",
    body:
      "Это письмо отправлено почтовым сервером.\n\nК сожалению, мы вынуждены сообщить Вам о том, что Ваше " +
      "письмо не может быть отправлено одному или нескольким адресатам.\n\n<abuse@host.example>: host " +
      "mx.host.example[192.0.2.7] said: 550 5.1.1 User Unknown (in reply to RCPT TO command)",
    means: "dead",
  },
  {
    software: "Zoho",
    from: "mailer-daemon@zh.host.example",
    subject: "Undelivered Mail Returned to Sender",
    headers: { "X-ZohoMail": "Si CHF_MF_NL SS_10 UW48 UB48 FMWL UW48 UB48 SGR3_1_09124_42" },
    body:
      "This message was created automatically by mail delivery software.\n A message that you sent could " +
      "not be delivered to one or more of its recipients. This is a permanent error. \n\n" +
      "abuse@host.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <abuse@host.example>... " +
      "User Unknown",
    means: "dead",
  },
  {
    software: "qmail, queued too long",
    from: "MAILER-DAEMON@mx.host.example",
    subject: "failure notice",
    body:
      "Hi. This is the qmail-send program at mx.host.example.\n" +
      "I'm afraid I wasn't able to deliver your message to the following addresses.\n" +
      "This is a permanent error; I've given up. Sorry it didn't work out.\n\n<abuse@host.example>:\n" +
      "Sorry, I couldn't find any host by that name. (#4.1.2)\n" +
      "I'm not going to try again; this message has been in the queue too long.\n",
    means: "late",
  },
  {
    software: "French Exchange",
    from: "postmaster@host.example",
    subject: "Non remis : ABUSE: phishing",
    headers: { "Return-Path": "<>" },
    body:
      "Échec de la remise pour ces destinataires ou groupes :\n\nabuse@host.example\n" +
      "L'adresse de courrier que vous avez entrée est introuvable.\n\n" +
      "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##",
    means: "dead",
  },
];
