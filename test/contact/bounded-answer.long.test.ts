import { expect, it } from "vitest";
import type { Sources } from "../../functions/contact/sources.ts";
import { entity, networkOf, playedSources, rdapNetwork } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

/**
 * What a holder may write beside their own block: lines for abuse with twelve mailboxes each, every
 * one at a domain of its own.
 */
const remarks = (block: string, mailboxes: number) => [
  {
    description: Array.from(
      { length: Math.ceil(mailboxes / 12) },
      (_, line) => `abuse: ${Array.from({ length: 12 }, (__, at) => `abuse@${block}-${line}-${at}.example`).join(" ")}`,
    ),
  },
];
const find = (host: string, sources: Sources) => lookUp(host, sources);
const dnsQuestions = (sources: { readonly asked: readonly string[] }) =>
  sources.asked.filter((question) => question.startsWith("dns ")).length;

it.each([12, 400, 4_000])(
  "is the same where it names %i mailboxes: six are kept, best first, and their mail is asked about",
  async (mailboxes) => {
    const block = networkOf("abuse@real-lir.example", {
      remarks: remarks("a", mailboxes),
    });
    const sources = playedSources({
      addresses: { "hostile.example": ["192.0.2.1"] },
      rdap: { "ip/192.0.2.1": block },
      mail: { "hostile.example": [] },
    });
    const answer = await find("hostile.example", sources);
    expect(answer.candidates.map(({ email }) => email)).toEqual([
      "abuse@real-lir.example",
      ...[0, 1, 2, 3, 4].map((at) => `abuse@a-0-${at}.example`),
    ]);
    expect(dnsQuestions(sources)).toBeLessThan(20);
  },
);

it("leaves a case that can be written, whatever all of a look-up's registries say", async () => {
  const ips = [1, 2, 3, 4, 5, 6, 7, 8]
    .map((at) => `198.51.100.${at}`)
    .concat([1, 2, 3, 4].map((at) => `2001:db8:${at}::1`));
  const long = "x".repeat(100_000);
  const network = (ip: string, at: number) =>
    rdapNetwork([ip, ip], [entity(["abuse"], undefined, { remarks: remarks(`n${at}`, 2_000), handle: long })], {
      remarks: [
        ...remarks(`o${at}`, 2_000),
        { description: Array.from({ length: 90 }, (_, n) => `abuse form: https://h.example/abuse/${n}/${long}`) },
      ],
      arin_originas0_originautnums: Array.from({ length: 2_000 }, (_, n) => n + 1),
      handle: long,
    });
  const system = (asn: number) => ({
    objectClassName: "autnum",
    handle: long,
    entities: [],
    remarks: remarks(`s${asn}`, 2_000),
  });
  const registrar = {
    objectClassName: "domain",
    ldhName: "hostile.example",
    entities: Array.from({ length: 150 }, (_, at) => ({
      roles: ["registrar"],
      entities: [entity(["abuse"], `abuse@r${at}.example`)],
    })),
  };
  const sources = playedSources({
    addresses: { "hostile.example": ips },
    rdap: {
      ...Object.fromEntries(ips.map((ip, at) => [`ip/${ip}`, network(ip, at)])),
      ...Object.fromEntries([1, 2].map((asn) => [`autnum/${asn}`, system(asn)])),
      "domain/hostile.example": registrar,
    },
    texts: {
      "hostile.example.contacts.abuse.net": Array.from(
        { length: 90 },
        (_, at) => `abuse@c${at}.example, abuse@d${at}.example`,
      ),
    },
    mail: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`n${at}-0-0.example`, []])),
  });
  const answer = await find("hostile.example", sources);
  expect(dnsQuestions(sources)).toBeLessThan(200);
  expect(sources.asked.filter((question) => !question.startsWith("dns ")).length).toBeLessThan(60);
  expect(answer.candidates.length).toBeLessThanOrEqual(80);
  expect(JSON.stringify(answer).length).toBeLessThan(64 * 1024);
});
