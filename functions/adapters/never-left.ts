import { pattern } from "../kernel/pattern.ts";

/** Failures before the request could be written. */
const beforeTheWire: Readonly<Record<string, string>> = {
  ENOTFOUND: "getaddrinfo",
  EAI_AGAIN: "getaddrinfo",
  ECONNREFUSED: "connect",
  EHOSTUNREACH: "connect",
  ENETUNREACH: "connect",
};
/**
 * Handshake refusals only: a TLS fault in mid-stream (a bad record, an alert) may come after the
 * request was written.
 */
const tlsRefusals = pattern("", "^", [
  "CERT_",
  "ERR_TLS_CERT",
  "DEPTH_ZERO_SELF_SIGNED",
  "SELF_SIGNED",
  "UNABLE_TO_(VERIFY|GET_ISSUER)",
  "ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL)$",
  "ERR_SSL_(SSLV3_ALERT_HANDSHAKE_FAILURE|NO_PROTOCOLS_AVAILABLE)$",
]);

/**
 * True where nothing of the request was written. Happy eyeballs tries several addresses and gives
 * an AggregateError: every one must have failed to connect.
 */
export const neverLeft = (error: unknown, code: string): boolean => {
  if (tlsRefusals.test(code)) return true;
  const inner = isRecord(error) && Array.isArray(error.errors) ? error.errors : [error];
  return (
    inner.length > 0 &&
    inner.every(
      (each) =>
        beforeTheWire[textAt(each, "code") ?? ""] === textAt(each, "syscall") && textAt(each, "syscall") !== undefined,
    )
  );
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
export const textAt = (value: unknown, key: string): string | undefined => {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === "string" ? found : undefined;
};
