import { readAddress } from "./address.ts";
import { pattern } from "./pattern.ts";
import { readUrl } from "./read-url.ts";
import { fail, ok, type Result } from "./result.ts";

/** Canonical: a name in lower-case ASCII without a closing dot, or a plain address without brackets. */
export type Host = { readonly kind: "name" | "ipv4" | "ipv6"; readonly text: string };

/** `reason` and `fix` are whole sentences for the person who wrote the text. */
export type HostProblem = {
  readonly kind:
    | "not-a-host"
    | "not-a-url"
    | "scheme"
    | "userinfo"
    | "ambiguous"
    | "numeric-form"
    | "zone-id"
    | "single-label"
    | "special-name"
    | "reserved";
  readonly reason: string;
  readonly fix: string;
};

/** `allowReserved` admits documentation addresses and names, and loopback, for samples and tests alone. */
export type HostRules = { readonly allowReserved: boolean };

export const problem = (kind: HostProblem["kind"], reason: string, fix: string) =>
  fail<HostProblem>({ kind, reason, fix });
const portAside =
  "Write a page as its whole URL, and anything else as the host without the port; a machine in a swarm " +
  "or chat is a peer, with address, port and moment.";
const writePlainHost = "Write a name such as www.bad-site.com, or an IPv4 or IPv6 address.";

/** IANA's special-use names and common private ones: no registry knows who answers there. */
const specialNames = pattern(
  "",
  "(^|\\.)",
  [
    "alt",
    "corp",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "private",
    "test",
    "workgroup",
    "home\\.arpa",
    "ipv4only\\.arpa",
    "resolver\\.arpa",
  ],
  "$",
);
/** RFC 2606, RFC 6761. */
const documentationNames = /(^|\.)(example|example\.(com|net|org))$/;

const readName = (name: string, rules: HostRules): Result<Host, HostProblem> => {
  if (name.length > 253 || !/^([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/.test(name)) {
    return problem(
      "not-a-host",
      "This is not a host name: a label is empty, too long, or has characters that no host name has.",
      writePlainHost,
    );
  }
  if (specialNames.test(name))
    return problem(
      "special-name",
      "This name is set aside for private or special use; no registry knows who answers for it.",
      "Report the public name or address where it was seen.",
    );
  if (documentationNames.test(name) && !rules.allowReserved) {
    return problem(
      "special-name",
      "This name is set aside for documentation; nothing real is there.",
      "Report the public name or address where it was seen.",
    );
  }
  if (!name.includes(".") && name !== "example")
    return problem(
      "single-label",
      "This name has no dot: it means something only inside one network.",
      "Write the full name, such as www.bad-site.com.",
    );
  return ok({ kind: "name", text: name });
};

const readLiteral = (literal: string, rules: HostRules): Result<Host, HostProblem> => {
  const address = readAddress(literal);
  if (!address) return problem("not-a-host", "This is not an address.", writePlainHost);
  const admitted = address.purpose === "public" || (rules.allowReserved && address.purpose !== "reserved");
  if (!admitted)
    return problem(
      "reserved",
      `This address lies in a reserved range (${address.block}); nobody answers for it.`,
      "Report the public address where it was seen.",
    );
  return ok({ kind: address.version === 4 ? "ipv4" : "ipv6", text: address.text });
};

/** By the WHATWG URL parser. `written` has neither port nor userinfo. */
const parsedHost = (written: string): string | undefined => readUrl(`http://${written}/`)?.hostname;

export const readWrittenHost = (written: string, rules: HostRules): Result<Host, HostProblem> => {
  if (written.startsWith("[")) {
    if (written.includes("%"))
      return problem(
        "zone-id",
        "A zone id (after %) means something only on the machine that wrote it.",
        "Write the address without it.",
      );
    const parsed = parsedHost(written);
    return parsed
      ? readLiteral(parsed.slice(1, -1), rules)
      : problem("not-a-host", "This is not an IPv6 address.", writePlainHost);
  }
  const parsed = parsedHost(written)?.replace(/\.$/, "");
  if (!parsed) return problem("not-a-host", "This is not a host name or address.", writePlainHost);
  if (!/^[\d.]+$/.test(parsed)) return readName(parsed, rules);
  // Read as IPv4. Other readers see other addresses in 0x7f.1, 010.8.8.8 and 2130706433.
  if (parsed !== written.replace(/\.$/, "")) {
    return problem(
      "numeric-form",
      "This writes an IPv4 address in octal, hexadecimal, short or disguised form; programs read it differently.",
      `If you mean ${parsed}, write that.`,
    );
  }
  return readLiteral(parsed, rules);
};

export const hiddenCharacters = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads a host as a browser would (WHATWG URL): `EXAMPLE.com.`, `bücher.de`, `192.0.2.1`, `2001:db8::1` and
 * `[2001:db8::1]`. IPv4 mapped, 6to4 and NAT64 addresses give the IPv4 address inside. Refuses numeric forms, zone
 * ids, ports, reserved addresses, private and special-use names. A name of a system other than DNS (`xyz.onion`) is
 * a host, of which nobody may ask DNS (`beside-dns.ts`).
 */
export const readHost = (text: string, rules: HostRules): Result<Host, HostProblem> => {
  const written = text.trim();
  if (written === "") return problem("not-a-host", "No host is given.", writePlainHost);
  if (/%/.test(written) && written.includes(":"))
    return problem(
      "zone-id",
      "A zone id (after %) means something only on the machine that wrote it.",
      "Write the address without it.",
    );
  if (hiddenCharacters.test(written) || /[\s/\\?#@%]/.test(written))
    return problem("not-a-host", "This holds characters that no host has.", writePlainHost);
  if (written.startsWith("["))
    return written.endsWith("]")
      ? readWrittenHost(written, rules)
      : problem("not-a-host", "This is not an IPv6 address alone.", "Write the address without a port.");
  if (!written.includes(":")) return readWrittenHost(written, rules);
  if (/^[^:]*:\d*$/.test(written)) return problem("not-a-host", "This is a host with a port.", portAside);
  return readWrittenHost(`[${written}]`, rules);
};

/** `%65xample.com` is a host for browsers. The URL parser refuses what does not decode. */
export const decoded = (host: string): string => {
  if (!/%[0-9a-f]{2}/i.test(host) || host.startsWith("[")) return host;
  try {
    return decodeURIComponent(host);
  } catch {
    // Not UTF-8: the % stays, and no host has one.
    return host;
  }
};
