/** A mail as bytes, written from the RFCs; documentation names only. */
export const aMail = (headers: Readonly<Record<string, string | undefined>> = {}, body = "Hello"): Uint8Array => {
  const all = {
    From: "Abuse Desk <abuse@host.example>",
    To: "c.x@reply.dispatch.example",
    Subject: "Re: ABUSE: phishing",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n${body.replace(/\n/g, "\r\n")}\r\n`);
};

/** A multipart of the given parts, each with its own headers and an empty line. */
export const aMultipart = (
  type: string,
  parts: readonly string[],
  headers: Readonly<Record<string, string | undefined>> = {},
): Uint8Array =>
  aMail(
    { "Content-Type": `${type}; boundary="b-1"`, ...headers },
    `${parts.map((part) => `--b-1\n${part}`).join("\n")}\n--b-1--`,
  );

/** The mail as SES lays it into the bucket: above all that its sender wrote, whose domain SES judged, and how. */
export const judged = (domain: string, mail: Uint8Array, dmarc = "pass"): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      "Authentication-Results: amazonses.com;\r\n spf=pass client-ip=198.51.100.25; envelope-from=x@x.example; " +
        `helo=mx.x.example;\r\n dkim=pass header.i=@${domain};\r\n dmarc=${dmarc} header.from=${domain};\r\n`,
    ),
    mail,
  ]);
