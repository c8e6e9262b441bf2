import { lookup } from "rdapper";
import parseRawData from "whois-json/parse-raw-data.js";
import { readRdap } from "../../../functions/contact/read-rdap.ts";
import { readWhois, type WhoisKind } from "../../../functions/contact/read-whois.ts";
import { rdapDomain, rdapNetwork } from "../../local/sample/rdap-texts.ts";
import { whoisDomain, whoisNetwork } from "../../local/sample/whois-texts.ts";
import { domains, networks } from "../../local/sample/world.ts";
import type { Contest } from "./contest.ts";

const base = "http://registry.example/";
const registeredAt = "2026-10-01T08:00:00.000Z";

/** Answers as their registries wrote them. */
type Answers = {
  readonly whois: readonly { readonly kind: WhoisKind; readonly query: string; readonly text: string }[];
  readonly rdapDomains: readonly { readonly name: string; readonly text: string }[];
  readonly rdapNetworks: readonly string[];
};

const samples: Answers = {
  whois: [
    ...networks.map((network) => ({ kind: "ip" as const, query: network.range, text: whoisNetwork(network) })),
    ...domains.map((domain) => ({
      kind: "domain" as const,
      query: domain.name,
      text: whoisDomain(domain, registeredAt),
    })),
  ],
  rdapDomains: domains.map((domain) => ({
    name: domain.name,
    text: JSON.stringify(rdapDomain(domain, base, registeredAt)),
  })),
  rdapNetworks: networks.map((network) => JSON.stringify(rdapNetwork(network, base))),
};

/** A public client's own reading: its fetch is given the answer, and it asks nobody else. */
const byRdapper = (name: string, text: string) =>
  lookup(name, {
    rdapOnly: true,
    rdapFollowLinks: false,
    customBootstrapData: {
      version: "1.0",
      publication: "2026-01-01T00:00:00Z",
      services: [[[name.slice(name.lastIndexOf(".") + 1)], [base]]],
    },
    customFetch: () =>
      Promise.resolve(new Response(text, { status: 200, headers: { "content-type": "application/rdap+json" } })),
  });

/** As the client reads it: from a response's bytes. */
const byUs = async (text: string) =>
  readRdap("domain", { status: 200, headers: {}, body: JSON.parse(await new Response(text).text()) });

const contestsIn = async ({ whois, rdapDomains, rdapNetworks }: Answers): Promise<readonly Contest[]> => {
  const read: { readonly name: string; readonly text: string }[] = [];
  for (const { name, text } of rdapDomains) if ((await byRdapper(name, text)).ok) read.push({ name, text });
  const all: readonly Contest[] = [
    {
      what: `WHOIS, ${whois.length} answers`,
      each: whois.length,
      ours: {
        name: "who answers for abuse",
        does: () => {
          for (const { kind, text } of whois) readWhois(kind, text);
        },
      },
      others: [
        {
          name: "whois-json's parser",
          does: () => {
            for (const { text } of whois) parseRawData(text);
          },
        },
      ],
    },
    {
      what: `RDAP of a domain, ${read.length} answers`,
      each: read.length,
      ours: {
        name: "who answers for abuse",
        does: async () => {
          for (const { text } of read) await byUs(text);
        },
      },
      others: [
        {
          name: "rdapper",
          does: async () => {
            for (const { name, text } of read) await byRdapper(name, text);
          },
        },
      ],
    },
    {
      what: `RDAP of a network, ${rdapNetworks.length} answers`,
      each: rdapNetworks.length,
      ours: {
        name: "who answers for abuse",
        does: () => {
          for (const text of rdapNetworks) readRdap("ip", { status: 200, headers: {}, body: JSON.parse(text) });
        },
      },
      others: [
        {
          name: "JSON.parse alone",
          does: () => {
            for (const text of rdapNetworks) JSON.parse(text);
          },
        },
      ],
    },
  ];
  return all.filter(({ each }) => each > 0);
};

/**
 * Reading what registries answer, beside a parser and a client that others use. `bench:lookup` has
 * the first on answers that were captured.
 */
export const contactContests = (): Promise<readonly Contest[]> => contestsIn(samples);
