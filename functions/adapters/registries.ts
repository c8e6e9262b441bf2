import { randomUUID } from "node:crypto";
import { type Bootstrap, bundledBootstrap } from "../contact/bootstrap.ts";
import { type KnownStore, knownIn, nothingKnown } from "../contact/known.ts";
import { type PaceStore, pacedBy, unpaced } from "../contact/registry-pace.ts";
import type { Sources } from "../contact/sources.ts";
import * as z from "../kernel/zod.ts";
import type { Lane } from "../report/category.ts";
import { dnsClient } from "./dns-client.ts";
import { guardedAgent } from "./guarded-agent.ts";
import { ianaBootstrap } from "./iana-bootstrap.ts";
import { kept } from "./kept.ts";
import { askOnce, rdapClient } from "./rdap-client.ts";
import { whoisClient } from "./whois-client.ts";

const hostAndPort = z.pipe(
  z
    .string()
    .check(z.regex(/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{1,5}$/, "an address and port on loopback, like 127.0.0.1:4343")),
  z.transform((text) => ({ host: text.split(":")[0] ?? "", port: Number(text.split(":")[1]) })),
);

const sampleRegistries = z.object({
  rdapBootstrapUrl: z.optional(
    z.url().check(z.regex(/^http:\/\/127\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{1,5}\//, "an http URL on loopback")),
  ),
  whois: z.optional(z.union([hostAndPort, z.object({ host: z.string().check(z.regex(/^127\./)), port: z.number() })])),
  dnsServers: z.optional(z.array(z.string())),
});

/** What all functions share of registries' answers, and when those may be asked. */
export type SharedStores = { readonly known: KnownStore; readonly pace: PaceStore };

const deadlineMs = 6000;

/** How long one process caches the table's bootstrap files. */
const bootstrapKeptMs = 60 * 60_000;

/**
 * Everything that a lookup may ask, by lane: the urgent one has its own part of each registry's budget.
 * `registries` is the environment's `REGISTRIES`: JSON that puts servers on loopback in place of registries and
 * resolvers, honoured only with the setting `allowReserved`, which never reaches a deployment. A missing part is
 * then asked of the real world. Without `shared` nothing is kept and our own table says whom to ask. Throws where
 * the JSON is invalid.
 */
export const registrySources = (
  registries: string | undefined,
  allowReserved: boolean,
  shared?: SharedStores,
): ((lane: Lane) => Sources) => {
  const sample = registries !== undefined && allowReserved ? sampleRegistries.parse(JSON.parse(registries)) : {};
  // Sample servers keep the bootstrap files below bootstrap/ and answer beside them.
  const onlyBase = sample.rdapBootstrapUrl?.replace(/bootstrap\/$/, "");
  const dns = dnsClient(sample.dnsServers ? { servers: sample.dnsServers } : {});
  const askWhois = whoisClient({ deadlineMs, ...(sample.whois ? { onlyServer: sample.whois } : {}) });
  const nowMs = Date.now;
  const known = shared
    ? knownIn({
        store: shared.known,
        nowMs,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        holder: randomUUID(),
      })
    : nothingKnown;
  const agent = guardedAgent({ allowLoopback: onlyBase !== undefined }, deadlineMs);
  const ask = (url: string) => askOnce(agent, url, AbortSignal.timeout(deadlineMs));
  const bootstrap = kept(() => ianaBootstrap({ ask, known, sampleUrl: sample.rdapBootstrapUrl }), {
    forMs: bootstrapKeptMs,
    nowMs,
  });
  const bootstrapFiles: () => Promise<Bootstrap> =
    shared || sample.rdapBootstrapUrl?.endsWith("/bootstrap/") ? bootstrap : () => Promise.resolve(bundledBootstrap());
  const isRegistry = async (server: string) => (await bootstrapFiles()).isServer(server);
  const askRdap = rdapClient({ ...(onlyBase && { onlyBase }), deadlineMs, isRegistry });
  return (lane) => {
    // On loopback one server plays all registries: the limit of one says nothing of the next question.
    const turns = (isSample: boolean) => (shared && !isSample ? pacedBy(shared.pace, lane, nowMs) : unpaced);
    const [rdapTurns, whoisTurns] = [turns(onlyBase !== undefined), turns(sample.whois !== undefined)];
    return {
      ...dns,
      rdap: (question) => askRdap(question, rdapTurns),
      whois: (question) => askWhois(question, whoisTurns),
      registries: bootstrapFiles,
      known,
    };
  };
};
