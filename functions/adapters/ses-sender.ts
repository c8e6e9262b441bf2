import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Settings } from "../kernel/settings.ts";
import type { SendAnswer, SendOnce } from "../send/send-port.ts";
import { isRecord, neverLeft, textAt } from "./never-left.ts";

/**
 * A client without retries. The SDK's default of three attempts sends three mails from one call when the answer is
 * lost (measured: reset, timeout, 5xx, cut answer). No kept sockets: one that died while the function was frozen
 * would fail after the request was written, and an uncertain send needs a person.
 */
export const sesClient = (region?: string): SESClient =>
  new SESClient({
    ...(region !== undefined && { region }),
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 10_000,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });

/** `deadlineMs`: below the function's timeout (topology: 30 s) less five seconds to write the answer. */
type SesSender = {
  readonly client: SESClient;
  readonly settings: Pick<Settings, "senderAddress" | "configurationSets">;
  readonly deadlineMs?: number;
};

/**
 * The only way to send. Network: at most one request to SES for each call. Writes nothing. The one recipient comes
 * from `Destinations` alone, so that no header can add another. Never throws.
 */
export const sesSender =
  ({ client, settings, deadlineMs = 10_000 }: SesSender): SendOnce =>
  async ({ mime, recipient, attemptId, lane }) => {
    // Not `AbortSignal.timeout`, whose timer outlives the answer and makes an error for nobody.
    const asking = new AbortController();
    const late = setTimeout(() => asking.abort(), deadlineMs);
    try {
      const answer = await client.send(
        new SendRawEmailCommand({
          Source: settings.senderAddress,
          Destinations: [recipient],
          RawMessage: { Data: mime },
          ConfigurationSetName: settings.configurationSets[lane],
          Tags: [{ Name: "attempt", Value: attemptId }],
        }),
        { abortSignal: asking.signal },
      );
      return answer.MessageId
        ? { kind: "accepted", sesMessageId: answer.MessageId }
        : { kind: "uncertain", code: "no-message-id" };
    } catch (error) {
      return answerOf(error);
    } finally {
      clearTimeout(late);
    }
  };

/** SES would refuse the same mail again: it needs a person. */
const finalRefusals = new Set(["MessageRejected", "InvalidParameterValue", "ValidationError"]);

/**
 * SES refuses the account (API reference, SendRawEmail, "Errors", and "Common errors"). `MailFromDomainNotVerified`
 * also comes in the domain's states `Pending` and `TemporaryFailure`, after a DNS hiccup that passes.
 */
const accountRefusals = new Set([
  "AccountSendingPaused",
  "ConfigurationSetSendingPaused",
  "ConfigurationSetDoesNotExist",
  "MailFromDomainNotVerified",
  "AccessDenied",
  "InvalidClientTokenId",
  "UnrecognizedClient",
  "ExpiredToken",
  "SignatureDoesNotMatch",
  "OptInRequired",
]);

/** SES uses `MessageRejected` for these, too (SES Developer Guide, "Email sending errors"). */
const accountTexts = /email address is not verified|sending (?:is )?(?:suspended|paused|disabled|shut ?down)/i;

const refusesAccount = (name: string, error: unknown): boolean =>
  accountRefusals.has(name.replace(/Exception$/, "")) ||
  (name === "MessageRejected" && accountTexts.test(textAt(error, "message") ?? ""));

/**
 * A no is certain only with a code of SES's own in a 4xx, or when the request can't have left. Everything else
 * (timeout, reset, 5xx, a 200 that can't be read) may hide a mail that was sent.
 */
export const answerOf = (error: unknown): SendAnswer => {
  const code = textAt(error, "code");
  const name = textAt(error, "name") ?? "unknown";
  if (name === "CredentialsProviderError") return { kind: "declined", code: name, final: false };
  if (code !== undefined && neverLeft(error, code)) return { kind: "declined", code, final: false };
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500 && status !== 408 && isCodeOfSes(name))
    return refusesAccount(name, error)
      ? { kind: "declined", code: name, final: false, of: "account" }
      : { kind: "declined", code: name, final: finalRefusals.has(name) };
  return { kind: "uncertain", code: code ?? name };
};

/** Not the SDK's names for an answer that it couldn't read. */
const isCodeOfSes = (name: string): boolean =>
  !/^(Unknown|UnknownError|Error|SyntaxError|TypeError|TimeoutError|AbortError)$/.test(name);

const statusOf = (error: unknown): number | undefined => {
  const metadata = isRecord(error) ? error.$metadata : undefined;
  const status = isRecord(metadata) ? metadata.httpStatusCode : undefined;
  return typeof status === "number" ? status : undefined;
};
