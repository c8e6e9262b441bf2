/** RFC 2047 §4.1. */
const inBase64 = (text: string): string => `=?utf-8?b?${Buffer.from(text).toString("base64")}?=`;

/**
 * Heads by which a stranger may pass for a desk: each has the desk's mailbox in it, and is the stranger's own or
 * several readers' to quarrel about. Legal ones (RFC 5322 §3.4, RFC 2047) and broken ones.
 */
export const spellings = (desk: string, own: string): Readonly<Record<string, string>> => {
  const encoded = desk.replace("@", "=40");
  return {
    "comments with half a quote each": `From: (${desk} ") <${own}> (")`,
    "encoded words with half a quote each": `From: =?utf-8?q?${encoded}_=22?= <${own}> (=?utf-8?q?=22?=)`,
    "the same in base64": `From: ${inBase64(`${desk} "`)} <${own}> (${inBase64('"')})`,
    "a comment behind": `From: <${own}> (${desk})`,
    "a nested comment": `From: (a (${desk}) ") <${own}> ((b) ")`,
    "a comment with an escaped end": `From: (\\) ${desk} ") <${own}> (")`,
    "quoted angles behind": `From: ${desk} "<${own}>"`,
    "quoted angles before": `From: "\\" <${desk}>" <${own}>`,
    "an encoded word as a name": `From: =?utf-8?q?${encoded}?= <${own}>`,
    "an encoded word of a quoted name": `From: ${inBase64(`"${desk}"`)} <${own}>`,
    "half a quote in an encoded word, in the open": `From: ${desk} =?utf-8?q?=22?= <${own}> =?utf-8?q?=22?=`,
    "the same before a comma": `From: =?utf-8?q?${encoded}_=22?= <${own}>, =?utf-8?q?=22?=`,
    "a NUL between": `From: ${desk}\0<${own}>`,
    "a bare return between two": `X: x\rFrom: ${own}\r\nFrom: ${desk}`,
    "a broken line between two": `From: ${desk}\r\nX\r\nFrom: ${own}`,
    "a thousand fields between two": `From: ${desk}\r\n${"X-A: b\r\n".repeat(1001)}From: ${own}`,
    "a long field between two": `From: ${desk}\r\nX-A: ${"b".repeat(260 * 1024)}\r\nFrom: ${own}`,
    "a blank before the second colon": `From: ${desk}\r\nFrom : ${own}`,
    "a second one in eight bits": `From: ${desk}\r\nFr\u00f6m: ${own}`,
    "two, the desk's behind a long name": `From: ${"a".repeat(990)} <${own}>, ${desk}`,
    "blanks up to the bounds": `From: ${desk} ${" ".repeat(990)} <${own}>`,
    "words up to the bounds": `From: ${desk} ${"x ".repeat(4100)} <${own}>`,
    "a group": `From: undisclosed: ${desk}; <${own}>`,
    "a route": `From: <@${own.split("@")[1]}:${desk}>`,
    "a closing dot": `From: <${desk}.>`,
    "a blank within": `From: <${desk.replace("@", " @ ")}>`,
    "a folded comment": `From: (${desk}\r\n ")\r\n <${own}>\r\n (")`,
  };
};
