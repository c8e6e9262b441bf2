import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { answerOf, sesClient, sesSender } from "../../functions/adapters/ses-sender.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const aSes = async (answer: Answer) => {
  const bodies: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => (body += piece));
    request.on("end", () => {
      bodies.push(new URLSearchParams(body));
      answer(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { bodies, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const settings = {
  senderAddress: "notices@dispatch.example",
  configurationSets: { urgent: "td-urgent", standard: "td-standard" },
};
const mail = {
  mime: new TextEncoder().encode("Subject: x\r\n\r\nx\r\n"),
  recipient: "abuse@host.example",
  attemptId: "TD-7K3M-9QXZ-4B2N_0-first-1a2b3c4d5e_1",
  lane: "urgent",
} as const;

const withEnvironment = (endpoint: string) => {
  process.env.AWS_ENDPOINT_URL_SES = endpoint;
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  return sesClient("eu-west-1");
};
const send = (endpoint: string, deadlineMs = 400) =>
  sesSender({ client: withEnvironment(endpoint), settings, deadlineMs })(mail);

const xml =
  (status: number, body: string): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/xml" }).end(body);
const accepted = xml(
  200,
  "<SendRawEmailResponse><SendRawEmailResult><MessageId>0100-abc</MessageId></SendRawEmailResult>" +
    "</SendRawEmailResponse>",
);
const refusal = (code: string, status = 400, text = "no") =>
  xml(
    status,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${text}</Message></Error>` +
      "<RequestId>r</RequestId></ErrorResponse>",
  );

test("gives SES's id when it accepts, and names recipient, the lane's configuration set and the try", async () => {
  const ses = await aSes(accepted);
  expect(await send(ses.endpoint)).toEqual({ kind: "accepted", sesMessageId: "0100-abc" });
  const [body] = ses.bodies;
  expect(Object.fromEntries([...(body ?? [])].filter(([key]) => key !== "RawMessage.Data"))).toEqual({
    Action: "SendRawEmail",
    Version: "2010-12-01",
    Source: "notices@dispatch.example",
    "Destinations.member.1": "abuse@host.example",
    ConfigurationSetName: "td-urgent",
    "Tags.member.1.Name": "attempt",
    "Tags.member.1.Value": mail.attemptId,
  });
});

test.each([
  ["Throttling", false],
  ["MessageRejected", true],
  ["InvalidParameterValue", true],
])("takes %s for a certain no to this mail", async (code, final) => {
  const ses = await aSes(refusal(code));
  expect(await send(ses.endpoint)).toEqual({ kind: "declined", code, final });
  expect(ses.bodies).toHaveLength(1);
});

test.each([
  ["AccountSendingPausedException", "no"],
  ["ConfigurationSetSendingPausedException", "no"],
  ["ConfigurationSetDoesNotExist", "no"],
  // Also while the domain is pending, or DNS did not answer for a moment.
  ["MailFromDomainNotVerifiedException", "no"],
  ["AccessDenied", "no"],
  [
    "MessageRejected",
    "Email address is not verified. The following identities failed the check in region EU-WEST-1: " +
      "notices@dispatch.example",
  ],
  ["MessageRejected", "Sending suspended for this account."],
])("takes %s (%s) for a certain no to the account, which time or a person may fix", async (code, text) => {
  const ses = await aSes(refusal(code, 400, text));
  expect(await send(ses.endpoint)).toMatchObject({ kind: "declined", final: false, of: "account" });
  expect(ses.bodies).toHaveLength(1);
});

test.each<[string, Answer]>([
  ["hangs", () => undefined],
  ["resets the connection", (request) => request.socket.destroy()],
  [
    "resets after the headers",
    (request, response) => {
      response.writeHead(200, { "content-length": "500" }).write("<Send");
      setImmediate(() => request.socket.destroy());
    },
  ],
  ["cuts its 200 short", xml(200, "<SendRawEmailResponse><SendRawEm")],
  ["answers 200 without an id", xml(200, "<SendRawEmailResponse/>")],
  ["answers 200 in HTML", xml(200, "<html>captive portal</html>")],
  ["says 500", refusal("InternalFailure", 500)],
  ["says 503", refusal("ServiceUnavailable", 503)],
  ["says 503 with nothing to read", xml(503, "")],
  ["says 400 with nothing to read", xml(400, "")],
  ["says 408", refusal("RequestTimeout", 408)],
])("stays uncertain and never asks twice when SES %s", async (_, answer) => {
  const ses = await aSes(answer);
  expect((await send(ses.endpoint)).kind).toBe("uncertain");
  expect(ses.bodies).toHaveLength(1);
});

test("takes a refused connection for a certain no", async () => {
  const ses = await aSes(accepted);
  const [server] = servers.splice(0);
  await new Promise((closed) => server?.close(closed));
  expect(await send(ses.endpoint)).toEqual({ kind: "declined", code: "ECONNREFUSED", final: false });
});

test.each([
  [{ code: "ENOTFOUND", syscall: "getaddrinfo" }, "declined"],
  [{ code: "CERT_HAS_EXPIRED" }, "declined"],
  [{ name: "CredentialsProviderError" }, "declined"],
  [
    {
      code: "ECONNREFUSED",
      errors: [
        { code: "ECONNREFUSED", syscall: "connect" },
        { code: "EHOSTUNREACH", syscall: "connect" },
      ],
    },
    "declined",
  ],
  [
    {
      code: "ECONNREFUSED",
      errors: [
        { code: "ECONNREFUSED", syscall: "connect" },
        { code: "ETIMEDOUT", syscall: "connect" },
      ],
    },
    "uncertain",
  ],
  [{ code: "EHOSTUNREACH", syscall: "read" }, "uncertain"],
  [{ code: "ECONNRESET", syscall: "read" }, "uncertain"],
  [{ code: "constructor" }, "uncertain"],
  [undefined, "uncertain"],
])("takes %j for %s", (error, kind) => {
  expect(answerOf(error).kind).toBe(kind);
});
