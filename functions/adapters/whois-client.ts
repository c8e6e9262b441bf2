import { connect } from "node:net";
import { bundledBootstrap } from "../contact/bootstrap.ts";
import { saysTooOften } from "../contact/read-whois.ts";
import { type RegistryTurns, unpaced } from "../contact/registry-pace.ts";
import type { Asked, WhoisQuestion } from "../contact/sources.ts";
import { ForbiddenAddress, guardedAddresses, type ResolveAll } from "./guarded-lookup.ts";
import { decodeWhois } from "./whois-charset.ts";

export type WhoisClientOptions = {
  /** On loopback, in place of every server, for samples and tests. */
  readonly onlyServer?: { readonly host: string; readonly port: number };
  readonly deadlineMs?: number;
  readonly resolveAll?: ResolveAll;
};

const bytesAtMost = 64 * 1024;
const deadlineMsByDefault = 6000;

/**
 * Asks a WHOIS server one line (RFC 3912). Its name is resolved and checked before we connect to the address, which
 * defeats rebinding. Never at the reported host's addresses, but for the servers of IANA's list. Follows no
 * referral. The answer ends at the deadline or at 64 KiB. Throws only where `turns` does.
 */
export const whoisClient =
  ({
    onlyServer,
    deadlineMs = deadlineMsByDefault,
    resolveAll,
  }: WhoisClientOptions = {}): ((question: WhoisQuestion, turns?: RegistryTurns) => Promise<Asked<string>>) =>
  async ({ server, query, reported }, turns = unpaced) => {
    if (!isQuery(query))
      return {
        kind: "refused",
        server,
        detail: "Not asked: the question is not an address, number, domain or handle.",
      };
    if (!onlyServer && !/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(server))
      return { kind: "refused", server, detail: "Not asked: the server is not a public name." };
    const held = await turns.take(server);
    if (held) return { kind: "silent", server, ...held };
    const besides = onlyServer || bundledBootstrap().isServer(server) ? [] : (reported?.addresses ?? []);
    const asked = await askGuarded({ server, query }, { onlyServer, deadlineMs, resolveAll, besides });
    // WHOIS has no status: "too often" is a line in place of an answer.
    if (asked.kind === "answer" && saysTooOften(asked.value)) await turns.rest(server, undefined);
    return asked;
  };

type Guard = {
  readonly onlyServer: WhoisClientOptions["onlyServer"] | undefined;
  readonly deadlineMs: number;
  readonly resolveAll: ResolveAll | undefined;
  readonly besides: readonly string[];
};

const askGuarded = async (
  { server, query }: WhoisQuestion,
  { onlyServer, deadlineMs, resolveAll, besides }: Guard,
): Promise<Asked<string>> => {
  let stop: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<"late">((resolve) => {
      stop = setTimeout(resolve, deadlineMs, "late");
    });
    const addresses = await Promise.race([
      guardedAddresses(onlyServer?.host ?? server, { allowLoopback: onlyServer !== undefined, resolveAll, besides }),
      late,
    ]);
    const address = addresses === "late" ? undefined : addresses[0]?.address;
    if (!address) return { kind: "silent", server, detail: "No answer in time." };
    const asking = askOnce({ host: address, port: onlyServer?.port ?? 43 }, query);
    const bytes = await Promise.race([asking.answer, late]);
    asking.end();
    if (bytes === "late") return { kind: "silent", server, detail: "No answer in time." };
    return bytes.length === 0
      ? { kind: "silent", server, detail: "The server closed without an answer." }
      : { kind: "answer", server, value: decodeWhois(bytes, server) };
  } catch (error) {
    if (error instanceof ForbiddenAddress) return { kind: "refused", server, detail: error.message };
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Since January 2025 gTLD registries owe nobody a WHOIS server: a closed port is an answer, not a fault that
    // passes.
    return code === "ECONNREFUSED" || code === "ENOTFOUND"
      ? { kind: "refused", server, detail: `The server takes no questions (${code}).` }
      : { kind: "silent", server, detail: code ? `No answer (${code}).` : "No answer." };
  } finally {
    clearTimeout(stop);
  }
};

const plainQuery =
  /^(--charset UTF-8 -r |--charset=utf-8 |-T dn |[na] \+ |domain )?[A-Za-z0-9:][A-Za-z0-9._:-]*(\/e|\/\d{1,3})?$/;

/** Addresses, ASNs, domains, handles and the flags of `whoisQuery` and `listingQuery`. No line break. */
const isQuery = (query: string): boolean =>
  query.length <= 300 &&
  (/^-K -r -T inet6?num -m [0-9A-Fa-f.:]+(\/\d{1,3}| - [0-9A-Fa-f.:]+)$/.test(query) || plainQuery.test(query));

/** RFC 3912 section 2: one line, and the server closes after its answer. `end` drops the rest. */
const askOnce = (server: { readonly host: string; readonly port: number }, query: string) => {
  const socket = connect(server);
  const answer = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const whole = () => resolve(Buffer.concat(chunks).subarray(0, bytesAtMost));
    socket.on("error", reject).on("end", whole).on("close", whole);
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= bytesAtMost) whole();
    });
    socket.write(`${query}\r\n`);
  });
  return { answer, end: () => void socket.destroy() };
};
