/**
 * What cases and lines of history say again and again, for deflate to refer to (RFC 1950 §2.2,
 * "preset dictionary"): a state takes a third less room and most of its writes one kilobyte instead
 * of two, which is what DynamoDB charges by.
 *
 * **Never change what stands here: what was sealed by it opens with it alone.** It may only be
 * added to at its front, since deflate counts back from its end; 32 KB of it are seen. What was
 * deflated without it opens with it as well.
 */
export const sealedDictionary: Buffer = Buffer.from(
  [
    String.raw`"joinsByPage":true,"where":{"addresses":["192."],"platform":"","customer":"","namedBy":"platform",`,
    String.raw`"remarks":["From our own directory."]"passedOn":{"at":"2026-","until":"2026-"forms":[{"url":"https://`,
    String.raw`","scope":"platform"}],"asRead":{"replyClass":"unclear","readings":{"rules":"acknowledgement",`,
    String.raw`"reader":"model","other":"removed","confidence":0.9}},"announcedAt":"2026-","rungName":"the host",`,
    String.raw`"lastSaid":{"":{"hold":"2026-"kept":{"ms":0,"since":"2026-`,
    String.raw`[{"type":"opened","at":"2026-,"lane":"urgent","report":{"kind":"report","reporter":"","reportId":`,
    String.raw`"","category":"csam","channel":"message-board","live":true,"seenAt":"2027-"classification":`,
    String.raw`"baseline","imitates":"","legitimateSite":"https://www."rightsHolder":`,
    String.raw`"A member of the public "joined","standing":{"said":[{"status":"gone","still-up","withdrawn",`,
    String.raw`"hold","release","note":"","by":"","why":"","until":"[{"type":"asked","at":"2026-"reviews":[{"id":`,
    String.raw`"","question":"","blocking":true,"reason":"","askedAt":"2026-","announced":true}][{"type":`,
    String.raw`"announced","at":"2026-","reviewIds":["[{"type":"verdict","[{"type":"refused","problem":"[{"type":`,
    String.raw`"send-declined","code":"Throttling"[{"type":"send-uncertain"{"type":"bounced","permanent":true,`,
    String.raw`"code":"5.1.1","diagnostic":"smtp; 550 5.1.1 "state":"bounced","complained","unknown","cancelled",`,
    String.raw`"gathered","digest":{"id":"TD-"window":"2026-"[{"type":"replied","at":"2026-","noticeId":`,
    String.raw`"0-reminder-","replyClass":"acknowledged","ticket":"","authenticated":true,"mailHash":"","said":`,
    String.raw`"Re: Hello,\n\nThank you for letting us know. The content has been removed."},{"type":"closed",`,
    String.raw`"at":"2026-","outcome":"removed","why":"the desk says that it is removed"}]"closed":{"at":"2026-",`,
    String.raw`"outcome":"removed","why":""}[{"type":"contact-answered","at":"2026-","answer":{"askedAt":`,
    String.raw`"2026-{"source":"dns dns","outcome":"none","detail":"No such record (ENODATA)."},{"source":`,
    String.raw`"whois whois.","outcome":"none","detail":"The registry has no such object."},{"source":"rdap rdap.`,
    String.raw`","outcome":"none","detail":"The registry has no such object (HTTP 404)."}],"record":{"delivered":`,
    String.raw`1,"bounced":0,"answered":0,"acted":0,"unanswered":0}"platform":"","retry":false}},{"type":`,
    String.raw`"climbed","at":"2026-","rung":1,"why":"nobody was told yet: the host"},{"type":"notice-queued",`,
    String.raw`"at":"2026-","noticeId":"0-first-","rung":0,"step":"first","to":{"email":"abuse@","scope":`,
    String.raw`"registrar","name":""source":"directory","range":"","confidence":"low"[{"type":"send-claimed",`,
    String.raw`"at":"2026-","noticeId":"0-first-","attemptId":"TD-","subject":"Reminder 1 – ABUSE: phishing – [.]`,
    String.raw` – 2026- [TD-]","renderHash":"","recipientHash":"","languages":["de","en"]}][{"type":"sent","at":`,
    String.raw`"2026-","noticeId":"0-first-","attemptId":"TD-_1","sesMessageId":"0100-000000"}][{"type":`,
    String.raw`"delivered","at":"2026-","noticeId":"0-first-","sesMessageId":"0100{"kind":"case","id":"TD-",`,
    String.raw`"version":2,"lane":"standard","category":"phishing","channel":"website","target":{"kind":"url",`,
    String.raw`"url":"https://www.","host":"www.{"kind":"host","host":""},"evidence":{"explanation":"",`,
    String.raw`"detectedBy":"manual-review"},"live":false,"domainIsMalicious":false,"openedAt":"2026-",`,
    String.raw`"firstSeenAt":"2026-","lastSeenAt":"2026-","reports":1,"reporters":[""],"withdrawn":[],"standing":`,
    String.raw`{"":1},"takenBack":[],"said":[],"silentLookups":0,"rung":0,"notices":[{"id":"0-first-","rung":0,`,
    String.raw`"step":"first","to":{"email":"abuse@","scope":"network","name":" Abuse","source":"rdap","range":`,
    String.raw`" - ","confidence":"high","country":"DE","remarks":[],"server":"rdap."},"notBefore":"2026-T10:00:`,
    String.raw`00.000Z","state":"queued","attempts":0}],"state":"delivered","attempts":1,"attemptId":`,
    String.raw`"TD-_0-first-_1","subject":"ABUSE: phishing – [.] – 2026- [TD-]","renderHash":"","wireAt":"2026-",`,
    String.raw`"sesMessageId":"0100-000000","sentAt":"2026-","deliveredAt":"2026-"},{"id":"0-reminder-","rung":0,`,
    String.raw`"step":"reminder","to":{"email":"abuse@","answer":"removed","answeredAt":"2026-"}],"holds":[],`,
    String.raw`"reviews":[],"cleared":[],"mails":[],"quiet":false,"contact":{"askedAt":"2026-","addresses":["192.`,
    String.raw`"],"candidates":[{"email":"abuse@","scope":"network","name":" Abuse","source":"rdap","range":`,
    String.raw`" - ","confidence":"high","country":"NL","remarks":[],"server":"rdap."}],"forms":[],"failures":[],`,
    String.raw`"country":"NL","retry":false},"climbedAt":"2026-11-`,
  ].join(""),
  "utf8",
);
