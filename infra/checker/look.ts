import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { type Dispatcher, request } from "undici";
import { guardedAgent } from "../../functions/adapters/guarded-agent.ts";
import { type Guard, guardedAddresses } from "../../functions/adapters/guarded-lookup.ts";
import { readAddress } from "../../functions/kernel/address.ts";
import { type Sight, type Verdict, verdictOf } from "./verdict.ts";

/** Pages hide from programs, and some from all but phones. */
const userAgents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 " +
    "Mobile/15E148 Safari/604.1",
  "curl/8.14.1",
] as const;

const bytesAtMost = 256 * 1024;
const redirectsAtMost = 5;

/** `servers`: of each of the two resolvers, which both have to say that there is no such name. */
export type LookOptions = {
  readonly guard: Guard;
  readonly servers?: readonly [readonly string[], readonly string[]];
  /** For the samples alone, whose hosts are on loopback. */
  readonly agent?: () => Dispatcher;
  /** Of a whole visit, redirects included. */
  readonly deadlineMs?: number;
};

/** One is asked as the machine is set up, the other is public. */
const twoResolvers = [[], ["9.9.9.10", "1.1.1.1"]] as const;

/** NXDOMAIN (RFC 8020: nothing below it either). No data, a refusal and a timeout are none. */
const isNoName = async (host: string, servers: readonly string[]): Promise<boolean> => {
  if (readAddress(host)) return false;
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  const says = (asked: Promise<unknown>) =>
    asked.then(
      () => false,
      (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOTFOUND",
    );
  const [four, six] = await Promise.all([says(resolver.resolve4(host)), says(resolver.resolve6(host))]);
  return four && six;
};

const bare = (host: string): string => host.replace(/^www[.]/, "");
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Up to 256 KiB as they come: nothing is unpacked, so that nothing bursts. */
const beginningOf = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    if (bytes >= bytesAtMost) break;
  }
  return Buffer.concat(parts).subarray(0, bytesAtMost).toString("utf8");
};

const mayVisit = ({ protocol, port }: URL, reported: URL): boolean =>
  (protocol === "http:" || protocol === "https:") && (port === "" || port === reported.port);

const visit = async (reported: URL, marker: string | undefined, userAgent: string, options: LookOptions) => {
  const { guard, deadlineMs = 10_000 } = options;
  const signal = AbortSignal.timeout(deadlineMs);
  // The system's resolver knows no deadline.
  const over = once(signal, "abort").then(() => Promise.reject(new Error("too late")));
  over.catch(() => undefined);
  const agent = options.agent?.() ?? guardedAgent(guard, deadlineMs);
  try {
    let at = new URL(reported);
    for (let hop = 0; hop <= redirectsAtMost; hop++) {
      if (!mayVisit(at, reported)) return nothing("it leads to what is not visited");
      at.username = "";
      at.password = "";
      at.hash = "";
      // Also where the host is an address, which is never looked up when the socket connects.
      await Promise.race([guardedAddresses(hostOf(at), guard), over]);
      const headers = { "user-agent": userAgent, accept: "text/html,*/*;q=0.8", "accept-encoding": "identity" };
      const answer = await request(at, { dispatcher: agent, signal, headers });
      const { location, "content-encoding": encoding = "identity" } = answer.headers;
      const status = answer.statusCode;
      if (status >= 300 && status < 400 && typeof location === "string") {
        answer.body.on("error", () => undefined).destroy();
        at = new URL(location, at);
        continue;
      }
      const isPage = status === 200 && marker !== undefined;
      if (isPage && encoding !== "identity") return nothing("the page comes packed");
      const text = isPage ? await beginningOf(answer.body) : "";
      answer.body.on("error", () => undefined).destroy();
      const isOwnHost = bare(at.hostname) === bare(reported.hostname);
      return { kind: "page", status, isOwnHost, showsMarker: marker !== undefined && text.includes(marker) } as const;
    }
    return nothing("it redirects without end");
  } catch (error) {
    // No message of an error goes on: it may name the address.
    return nothing(error instanceof Error && error.name === "ForbiddenAddress" ? "not a public address" : "no answer");
  } finally {
    await agent.destroy();
  }
};

const nothing = (why: string): Sight => ({ kind: "nothing", why });

/**
 * Whether what was reported at `address` (http or https) is there. Network: two resolvers, then the
 * host, once for each user agent. Runs no script, keeps no cookie, stores nothing. Never throws.
 */
export const look = async (address: string, marker: string | undefined, options: LookOptions): Promise<Verdict> => {
  if (!URL.canParse(address)) return { status: "silent", reason: "not an address" };
  const reported = new URL(address);
  const resolvers = options.servers ?? twoResolvers;
  const unknown = await Promise.all(resolvers.map((servers) => isNoName(hostOf(reported), servers)));
  if (unknown.every(Boolean)) return { status: "gone", reason: "the name does not resolve" };
  const sights: Sight[] = [];
  for (const userAgent of userAgents) sights.push(await visit(reported, marker, userAgent, options));
  return verdictOf(sights);
};
