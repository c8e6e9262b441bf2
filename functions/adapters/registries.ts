import * as z from "zod";
import type { Sources } from "../contact/sources.ts";
import { dnsClient } from "./dns-client.ts";
import { hostOf, rdapClient } from "./rdap-client.ts";
import { restingServers } from "./resting-servers.ts";
import { whoisClient } from "./whois-client.ts";

const hostAndPort = z
  .string()
  .regex(/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{1,5}$/, "an address and port on loopback, like 127.0.0.1:4343")
  .transform((text) => ({ host: text.split(":")[0] ?? "", port: Number(text.split(":")[1]) }));

const sampleRegistries = z.object({
  rdapBootstrapUrl: z
    .url()
    .regex(/^http:\/\/127\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{1,5}\//, "an http URL on loopback")
    .optional(),
  whois: z.union([hostAndPort, z.object({ host: z.string().regex(/^127\./), port: z.number() })]).optional(),
  dnsServers: z.array(z.string()).optional(),
});

/**
 * Everything that a look-up may ask. `registries` is the environment's `REGISTRIES`: JSON that puts servers on loopback in
 * the place of all registries and resolvers. It is honoured only together with the setting `allowReserved`, which never
 * reaches a deployment; a part that is missing then is asked of the real world. Throws where the JSON is not as it should be.
 */
export const registrySources = (registries: string | undefined, allowReserved: boolean): Sources => {
  const sample = registries !== undefined && allowReserved ? sampleRegistries.parse(JSON.parse(registries)) : {};
  // Sample servers keep the bootstrap files below bootstrap/ and answer beside them.
  const onlyBase = sample.rdapBootstrapUrl?.replace(/bootstrap\/$/, "");
  const dns = dnsClient(sample.dnsServers ? { servers: sample.dnsServers } : {});
  // On loopback one server plays all registries, so that a limit which one of them plays says nothing of the next question.
  const rdap = onlyBase ? rdapClient({ onlyBase }) : restingServers(rdapClient(), (question) => hostOf("url" in question ? question.url : question.base));
  return { rdap, whois: whoisClient(sample.whois ? { onlyServer: sample.whois } : {}), ...dns };
};
