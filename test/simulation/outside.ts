import { bundledBootstrap } from "../../functions/contact/bootstrap.ts";
import { nothingKnown } from "../../functions/contact/known.ts";
import type { RdapAnswer } from "../../functions/contact/read-rdap.ts";
import type { Asked, RdapQuestion, Sources } from "../../functions/contact/sources.ts";
import { readAddress } from "../../functions/kernel/address.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { entity, rdapNetwork } from "../support/sources.ts";
import type { Random } from "./random.ts";

/*
 * The world that look-ups meet when the suspect runs its name servers, and the block's holder
 * writes what they like beside it. What it really said is told to whoever watches, so that nobody
 * has to believe the reader of it.
 */

/** A network as it truly is. */
export type Block = {
  readonly first: string;
  readonly last: string;
  readonly desk: string;
  readonly asn: number;
  readonly country: "NL" | "DE";
};

const block = (
  prefix: string,
  from: number,
  to: number,
  desk: string,
  asn: number,
  country: Block["country"],
): Block => ({
  first: `${prefix}${from}`,
  last: `${prefix}${to}`,
  desk,
  asn,
  country,
});
const real = block("192.0.2.", 0, 255, "canary-abuse@network.example", 64500, "NL");
const sixth: Block = {
  first: "2001:db8::",
  last: "2001:db8::ffff",
  desk: "canary-abuse@six.example",
  asn: 64500,
  country: "NL",
};
/**
 * Neighbours of a platform's addresses count as its own, so that nobody else stands near it here.
 */
const pages: Block = {
  first: "2001:db8:77::",
  last: "2001:db8:77::ffff",
  desk: "canary-abuse@pages-network.example",
  asn: 64502,
  country: "NL",
};
/** Sixteen addresses each, and nobody in them has anything to do with it. */
const decoyAt = (number: number): Block =>
  block("198.51.100.", number * 16, number * 16 + 15, `canary-abuse@decoy-${number}.example`, 64501, "DE");
const stopAt = (number: number): Block =>
  block("203.0.113.", number * 16, number * 16 + 15, `canary-abuse@stop-${number}.example`, 64503, "NL");

const addressIn = ({ first }: Block): string =>
  first.endsWith("::") ? `${first}10` : first.replace(/\d+$/, (last) => String(Number(last) + 1));
const blockOf = (address: string): Block => {
  if (address.includes(":")) return address.startsWith("2001:db8:77:") ? pages : sixth;
  const last = Number(address.split(".").at(-1));
  if (address.startsWith("192.0.2.")) return real;
  if (address.startsWith("198.51.100.")) return decoyAt(Math.floor(last / 16));
  return stopAt(Math.floor(last / 16));
};

const carrierOf = (asn: number): string => `canary-abuse@carrier-${asn}.example`;
const registrarsDesk = "canary-abuse@registrar.example";
const platformsDesk = "canary-abuse@innocent-pages.example";
const platformsName = "victim.pages.example";

/** What the settings say of the desks in this world. */
export const directoryOfOutside: Pick<Settings, "directory" | "countries"> = {
  directory: [
    {
      matches: ["pages.example"],
      name: "Innocent Pages",
      scope: "platform",
      kind: "contact",
      email: platformsDesk,
      xarf: "single",
    },
  ],
  countries: [
    {
      country: "NL",
      hotline: { name: "Hotline NL", email: "canary-ntd@hotline-nl.example" },
      cert: { name: "CERT NL", email: "canary-reports@cert-nl.example" },
    },
    {
      country: "DE",
      hotline: { name: "Hotline DE", email: "canary-ntd@hotline-de.example" },
      cert: { name: "CERT DE", email: "canary-reports@cert-de.example" },
    },
  ],
};
const nationalDesksOf = (country: Block["country"]): readonly string[] =>
  directoryOfOutside.countries
    .filter((row) => row.country === country)
    .flatMap(({ hotline, cert }) => [hotline?.email ?? [], cert?.email ?? []].flat());

/** What DNS says of the target. */
export type Answer = { readonly addresses: readonly string[]; readonly alias?: string } | "silent" | "gone";

/** How the suspect's name servers answer the n-th look-up, from 0 on. */
export const nameServers = {
  steady: () => ({ addresses: [addressIn(real)] }),
  "an alias of an innocent platform": () => ({ addresses: [addressIn(real)], alias: platformsName }),
  "decoys before the one real address": () => ({
    addresses: [...[0, 2, 4, 6].map((at) => addressIn(decoyAt(at))), addressIn(sixth)],
  }),
  "a decoy beside the real address": () => ({ addresses: [addressIn(real), addressIn(decoyAt(1))] }),
  "elsewhere for one look-up": (nth) => ({ addresses: [addressIn(nth === 1 ? decoyAt(3) : real)] }),
  "elsewhere at each look-up": (nth) => ({ addresses: [addressIn(stopAt(nth % 15))] }),
  "back and forth": (nth) => ({ addresses: [addressIn(nth % 2 === 0 ? real : decoyAt(5))] }),
  "silent at times": (nth) => (nth % 3 === 1 ? "silent" : { addresses: [addressIn(real)] }),
  "elsewhere, then silent": (nth) => (nth === 0 ? { addresses: [addressIn(decoyAt(7))] } : "silent"),
  "gone at times": (nth) => (nth % 2 === 1 ? "gone" : { addresses: [addressIn(real)] }),
} as const satisfies Readonly<Record<string, (nth: number) => Answer>>;
export type NameServers = keyof typeof nameServers;

/** What stands beside a block in a registry. */
export type Written = { readonly desks: readonly string[]; readonly remarks: readonly string[] } | "silent";

/** What stands beside a block, at the n-th look-up. */
export const holders = {
  plain: ({ desk }) => ({ desks: [desk], remarks: [] }),
  "names many mailboxes": ({ desk }) => ({
    desks: [desk],
    remarks: Array.from({ length: 30 }, (_, at) => `abuse: canary-abuse@many-${at}.example`),
  }),
  "sends abuse to a third party": ({ desk }) => ({
    desks: [desk],
    remarks: ["Please send abuse reports ONLY to canary-helpdesk@ministry.example"],
  }),
  "has complaints ignored": ({ desk }) => ({
    desks: [desk],
    remarks: ["Complaints to canary-noc@network.example will be IGNORED."],
  }),
  "names another at each look-up": (_, nth) => ({ desks: [`canary-abuse-${nth}@network.example`], remarks: [] }),
  "silent at times": ({ desk }, nth) => (nth % 3 === 1 ? "silent" : { desks: [desk], remarks: [] }),
  "names nobody": () => ({ desks: [], remarks: [] }),
} as const satisfies Readonly<Record<string, (of: Block, nth: number) => Written>>;
export type Holder = keyof typeof holders;

/** Name servers and registries, by the number of the look-up. */
export type Says = {
  readonly dns: (nth: number) => Answer;
  readonly network: (of: Block, nth: number) => Written;
  /**
   * Beside that: what WHOIS says, of the real block where it is asked for an address, whom a
   * contact database names for it, and who registered the domain.
   */
  readonly whois?: (address: string, nth: number) => string | undefined;
  readonly database?: (address: string, nth: number) => string | undefined;
  readonly registrar?: (nth: number) => Written;
};
export const saying = (servers: NameServers, holder: Holder): Says => ({
  dns: nameServers[servers],
  network: holders[holder],
});

/**
 * Who hears what was really said: which addresses DNS gave, and whom a registry or the directory
 * names for what.
 */
export type Hearing = {
  readonly gave: (addresses: readonly string[]) => void;
  /** For an address, a block, a system like `AS64500`, or `the domain`. */
  readonly named: (what: string, emails: readonly string[]) => void;
  /** The block that an address lies in, or the system that announces it. */
  readonly lies: (address: string, within: string) => void;
};

/** All that a text names, whole: half a mailbox is somebody else's. */
const mailboxesIn = (text: string): readonly string[] =>
  (text.match(/[^\s<>"(),;:]+@[a-z0-9.-]+/gi) ?? []).map((one) => one.replace(/\.$/, ""));

const answered = <T>(server: string, value: T): Asked<T> => ({ kind: "answer", server, value });
const none = (server: string): Asked<never> => ({ kind: "none", server, detail: "No such thing." });
const silent = (server: string): Asked<never> => ({ kind: "silent", server, detail: "No answer in time." });
const rdapAnswer = (body: RdapAnswer["body"]): Asked<RdapAnswer> =>
  answered(registry, { status: 200, headers: {}, body });
const registry = "rdap.registry.example";
const isTarget = (host: string): boolean => host === "bad.example" || host.endsWith(".bad.example");

/** Team Cymru's row about an address, by the name that is asked for it. */
const originRow = (name: string): string | undefined => {
  if (name.includes(".origin6.")) {
    const { asn, first, country } = name.includes(".7.7.0.0.8.b.d.0.1.0.0.2.") ? pages : sixth;
    return `${asn} | ${first}/48 | ${country} | ripencc | 2001-01-01`;
  }
  const [, d, c, b, a] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.origin\./.exec(name) ?? [];
  if (a === undefined) return undefined;
  const address = `${a}.${b}.${c}.${d}`;
  const { asn, country } = blockOf(address);
  return `${asn} | ${address}/28 | ${country} | ripencc | 2001-01-01`;
};

/**
 * Name servers and registries of one run. Each look-up is made with sources of its own, since what
 * they say differs from one to the next.
 */
export const anOutside = ({ dns, network, whois, database, registrar }: Says, hearing: Hearing) => {
  let lookUps = 0;
  const aboutNetwork = (address: string, nth: number): Asked<RdapAnswer> => {
    const of = blockOf(address);
    const written = network(of, nth);
    if (written === "silent") return silent(registry);
    const { desks, remarks } = written;
    hearing.named(of.first, [...desks, ...remarks].flatMap(mailboxesIn));
    const entities = desks.map((email) => entity(["abuse"], email));
    const more = { country: of.country, ...(remarks.length > 0 && { remarks: [{ description: remarks }] }) };
    return rdapAnswer(rdapNetwork([of.first, of.last], entities, more));
  };
  const aboutSystem = (asn: string): Asked<RdapAnswer> => {
    hearing.named(`AS${asn}`, [carrierOf(Number(asn))]);
    return rdapAnswer({
      objectClassName: "autnum",
      handle: `AS${asn}`,
      entities: [entity(["abuse"], carrierOf(Number(asn)))],
    });
  };
  const aboutDomain = (nth: number): Asked<RdapAnswer> => {
    const written = registrar?.(nth) ?? { desks: [registrarsDesk], remarks: [] };
    if (written === "silent") return silent(registry);
    const { desks, remarks } = written;
    hearing.named("the domain", [...desks, ...remarks].flatMap(mailboxesIn));
    const entities = [
      { ...entity(["registrar"], undefined), entities: desks.map((email) => entity(["abuse"], email)) },
    ];
    return rdapAnswer({
      objectClassName: "domain",
      events: [{ eventAction: "registration", eventDate: "2026-10-01T08:00:00Z" }],
      ldhName: "bad.example",
      entities,
      remarks: [{ description: remarks }],
    });
  };
  const byWhois = (server: string, query: string, nth: number): Asked<string> => {
    const text = whois?.(query, nth);
    if (text === undefined) return none(server);
    const address = /\d+\.\d+\.\d+\.\d+/.exec(query)?.[0];
    const about = query.includes("bad.example")
      ? "the domain"
      : address
        ? blockOf(address).first
        : /AS\d+/.exec(query)?.[0];
    // What is said of another block than the one that was asked for names nobody.
    if (about !== undefined && (address === undefined || blockOf(address) === real))
      hearing.named(about, mailboxesIn(text));
    return answered(server, text);
  };
  /**
   * Whoever carries an address, its country's desks, and the platform at it may be told for it as
   * well as its block's desk.
   */
  const given = (addresses: readonly string[]): Asked<readonly string[]> => {
    hearing.gave(addresses);
    for (const address of addresses) {
      const { asn, country, desk } = blockOf(address);
      hearing.lies(address, `AS${asn}`);
      hearing.lies(address, blockOf(address).first);
      hearing.named(address, [...nationalDesksOf(country), ...(desk === pages.desk ? [platformsDesk] : [])]);
    }
    return answered("dns", addresses);
  };

  return {
    /** For one look-up of this host. */
    sources: (target: string, isSilent: boolean): Sources => {
      if (readAddress(target)) given([target]);
      const nth = lookUps++;
      const says = dns(nth);
      const unless = <T>(server: string, asked: () => Asked<T>): Promise<Asked<T>> =>
        Promise.resolve(isSilent ? silent(server) : asked());
      const addresses = (host: string): Asked<readonly string[]> => {
        if (host === platformsName)
          return host === target ? given([addressIn(pages)]) : answered("dns", [addressIn(pages)]);
        if (!isTarget(host)) return none("dns");
        if (says === "silent") return silent("dns");
        return says === "gone" ? none("dns") : given(says.addresses);
      };
      const aliases = (host: string): Asked<readonly string[]> =>
        isTarget(host) && typeof says === "object" && says.alias !== undefined
          ? answered("dns", [says.alias])
          : none("dns");
      const rdap = ({ kind, query }: RdapQuestion): Asked<RdapAnswer> => {
        if (kind === "ip") return aboutNetwork(query, nth);
        if (kind === "autnum") return aboutSystem(query);
        return kind === "domain" ? aboutDomain(nth) : none(registry);
      };
      const texts = (name: string): Asked<readonly string[]> => {
        const address = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.abuse-contacts/.exec(name)?.slice(1).reverse().join(".");
        const named = address === undefined ? undefined : database?.(address, nth);
        if (address !== undefined && named !== undefined) hearing.named(address, mailboxesIn(named));
        const row = named ?? originRow(name);
        return row === undefined ? none("dns") : answered("dns", [row]);
      };
      return {
        rdap: (question) => unless(registry, () => rdap(question)),
        whois: ({ server, query }) => unless(server, () => byWhois(server, query, nth)),
        addresses: (host) => unless("dns", () => addresses(host)),
        aliases: (host) => unless("dns", () => aliases(host)),
        mailExchangers: (host) => unless("dns", () => answered("dns", [{ exchange: `mx.${host}`, priority: 10 }])),
        texts: (name) => unless("dns", () => texts(name)),
        registries: () => Promise.resolve(bundledBootstrap()),
        known: nothingKnown,
      };
    },
  };
};

export const drawnOutside = (random: Random): Says =>
  saying(
    random.pick(Object.keys(nameServers) as NameServers[]),
    random.chance(0.5) ? "plain" : random.pick(Object.keys(holders) as Holder[]),
  );
