import { channelFacts } from "../../../functions/kernel/channels.ts";
/*
 * The sample world: networks, registries' entries, domains and abuse desks that never existed.
 * Names lie under .example, addresses in the documentation ranges (RFC 5737, RFC 3849), ASNs in
 * 64496-64511 (RFC 5398).
 */

/** What a desk does with a notice; `desks.ts` plays it. */
export type Temper =
  | "answers-removed"
  | "acknowledges-then-removes"
  | "removes-when-reminded"
  | "acknowledges"
  | "passes-on"
  | "bounces"
  | "silent"
  | "not-ours"
  | "wants-form"
  | "refuses"
  | "does-not-find"
  | "asks"
  | "asks-the-time"
  | "auto-replies"
  | "complains";

export type Desk = { readonly email: string; readonly name: string; readonly temper: Temper };

type Registry = "RIPE" | "ARIN" | "APNIC" | "LACNIC" | "AFRINIC";

/** A network as its registry has it. `answers` says which of the registry's services know it. */
export type Network = {
  readonly handle: string;
  readonly name: string;
  readonly organisation: string;
  readonly range: string;
  readonly country: string;
  readonly registry: Registry;
  /** Announced by. */
  readonly asn: number;
  /**
   * Best first. ARIN: the network's own, then the organisation's. Empty: the registry names nobody.
   */
  readonly abuse: readonly string[];
  /** A mailbox of the same organisation that is no abuse desk; writing there would be a mistake. */
  readonly noc: string;
  readonly answers: "rdap-and-whois" | "whois" | "nothing";
};

export type Carrier = {
  readonly asn: number;
  readonly name: string;
  readonly country: string;
  readonly registry: Registry;
  readonly range: string;
  readonly abuse: string;
};

/** A domain at its registrar; `answers` as above. */
export type Domain = {
  readonly name: string;
  readonly registrar: keyof typeof registrars;
  readonly answers: "rdap" | "whois";
};

/** A host name with where it points. */
export type Host = { readonly name: string; readonly addresses: readonly string[]; readonly cname?: string };

export const carriers: readonly Carrier[] = [
  {
    asn: 64500,
    name: "Carrier Nord",
    country: "NL",
    registry: "RIPE",
    range: "192.0.2.0/24",
    abuse: "abuse@carrier-nord.example",
  },
  {
    asn: 64501,
    name: "Carrier West",
    country: "US",
    registry: "ARIN",
    range: "198.51.100.0/24",
    abuse: "abuse@carrier-west.example",
  },
  {
    asn: 64502,
    name: "Carrier Sur",
    country: "BR",
    registry: "LACNIC",
    range: "203.0.113.0/24",
    abuse: "abuse@carrier-sur.example",
  },
  {
    asn: 64503,
    name: "Carrier Six",
    country: "FR",
    registry: "RIPE",
    range: "2001:db8::/32",
    abuse: "abuse@carrier-six.example",
  },
];

const network = (
  handle: string,
  organisation: string,
  registry: Registry,
  country: string,
  range: string,
  abuse: readonly string[],
  answers: Network["answers"] = "rdap-and-whois",
): Network => ({
  handle,
  name: `${handle}-NET`,
  organisation,
  range,
  country,
  registry,
  asn: range.startsWith("192.0.2.")
    ? 64500
    : range.startsWith("198.51.100.")
      ? 64501
      : range.startsWith("203.0.113.")
        ? 64502
        : 64503,
  abuse,
  noc: `noc@${handle.toLowerCase()}.example`,
  answers,
});

export const networks: readonly Network[] = [
  network("HARBOUR", "Harbour Hosting B.V.", "RIPE", "NL", "192.0.2.0/27", ["abuse@harbour.example"]),
  network("LANTERN", "Lantern Server GmbH", "RIPE", "DE", "192.0.2.32/27", ["abuse@lantern.example"]),
  network("FJORD", "Fjord Data AS", "RIPE", "NO", "192.0.2.64/27", ["abuse@fjord.example"]),
  network("TUNDRA", "Tundra Oy", "RIPE", "FI", "192.0.2.96/27", ["abuse@tundra.example"]),
  network("ALDER", "Alder Colocation Ltd", "RIPE", "GB", "192.0.2.128/27", ["abuse@alder.example"], "whois"),
  network("SHIELD", "Shield Proxy Network", "RIPE", "NL", "192.0.2.160/27", ["abuse@shield.example"]),
  network("ORCHARD", "Orchard Hosting B.V.", "RIPE", "NL", "192.0.2.192/27", ["abuse@orchard.example"]),
  network("QUARRY", "Quarry Internet Inc.", "ARIN", "US", "198.51.100.0/27", [
    "abuse@quarry.example",
    "abuse@quarry-group.example",
  ]),
  network("CANYON", "Canyon Leasing LLC", "ARIN", "US", "198.51.100.64/27", ["abuse@canyon.example"]),
  network("DELTA", "Delta Cloud Corp.", "ARIN", "US", "198.51.100.128/27", ["abuse@delta.example"]),
  network("STRATUS", "Stratus Cloud Inc.", "ARIN", "US", "198.51.100.160/27", ["abuse@stratus.example"]),
  network("MEADOW", "Meadow Networks Pty Ltd", "APNIC", "AU", "198.51.100.32/27", ["abuse@meadow.example"]),
  network("LOTUS", "Lotus Hosting Pte. Ltd.", "APNIC", "SG", "198.51.100.96/27", ["abuse@lotus.example"]),
  network("PAMPA", "Pampa Telecom Ltda", "LACNIC", "BR", "203.0.113.0/27", ["abuse@pampa.example"]),
  network("BAOBAB", "Baobab Internet (Pty) Ltd", "AFRINIC", "ZA", "203.0.113.32/27", ["abuse@baobab.example"]),
  network("TRELLIS", "Trellis Cloud S.A.", "LACNIC", "BR", "203.0.113.96/27", ["abuse@trellis.example"]),
  network("SAVANNA", "Savanna Data", "AFRINIC", "KE", "203.0.113.64/27", [], "nothing"),
  network("SIXTREE", "Sixtree SARL", "RIPE", "FR", "2001:db8:10::/48", ["abuse@sixtree.example"]),
];

export const registrars = {
  one: { name: "Registrar One, Inc.", abuse: "abuse@registrar-one.example", ianaId: "9995" },
  two: { name: "Registrar Two GmbH", abuse: "abuse@registrar-two.example", ianaId: "9996" },
} as const;

/** Providers whose entries stand in the directory (`settings.ts`), and not in any registry. */
export const platform = { suffix: "pages.example", email: "abuse@pages.example" };
export const formOnly = { suffix: "formhost.example", form: "https://formhost.example/report-abuse" };
export const siteBuilder = { suffix: "easel.example", email: "abuse@easel.example" };
export const storage = { host: "storage.trellis.example", email: "abuse@trellis.example" };
export const fileHost = { suffix: "dropbay.example", form: "https://dropbay.example/abuse", api: "Dropbay reports" };
/** Told by its API where the stage has that, and else by its form. */
export const byApi = {
  suffix: "parcel.example",
  form: "https://parcel.example/abuse",
  api: channelFacts.godaddy.api,
} as const;
/** Told by AWS's API where the stage has that, and else by mail to the desk that registries name. */
export const cloud = {
  suffix: "stratus.example",
  page: "parcel-fee.example",
  email: "abuse@stratus.example",
  api: channelFacts.aws.api,
} as const;
export const proxy = { range: "192.0.2.160/27", email: "abuse@shield.example" };

export const hosts: readonly Host[] = [
  { name: "account-check.example", addresses: ["192.0.2.10"] },
  { name: "login-verify.example", addresses: ["192.0.2.40"] },
  { name: "www.cheap-watches.example", addresses: ["192.0.2.70"] },
  { name: "board.example", addresses: ["192.0.2.11", "2001:db8:10::11"] },
  { name: "pictures.example", addresses: ["192.0.2.12"] },
  { name: "chat.example", addresses: ["192.0.2.100"] },
  { name: "files.alderdrop.example", addresses: ["192.0.2.135"] },
  { name: "hidden-shop.example", addresses: ["192.0.2.165"] },
  { name: "ticket-draw.example", addresses: ["192.0.2.200"] },
  { name: "mirror.example", addresses: ["198.51.100.10"] },
  { name: "gallery.example", addresses: ["198.51.100.40"] },
  { name: "updates-now.example", addresses: ["198.51.100.70"] },
  { name: "lotus-shop.example", addresses: ["198.51.100.100"] },
  { name: "newsletter.example", addresses: ["198.51.100.130"] },
  { name: "bank-of-pampa.example", addresses: ["203.0.113.10"] },
  { name: "private-photos.example", addresses: ["203.0.113.11"] },
  { name: "baobab-leaks.example", addresses: ["203.0.113.40"] },
  { name: "nobody-home.example", addresses: ["203.0.113.70"] },
  { name: "videos-six.example", addresses: ["2001:db8:10::20"] },
  { name: "fan-club.pages.example", addresses: ["198.51.100.200"], cname: "lb.pages.example" },
  { name: "lb.pages.example", addresses: ["198.51.100.200"] },
  { name: "shop.formhost.example", addresses: ["203.0.113.71"] },
  { name: "bank-login.easel.example", addresses: ["203.0.113.100"] },
  { name: "storage.trellis.example", addresses: ["203.0.113.101"] },
  { name: "gift-card.parcel.example", addresses: ["203.0.113.102"] },
  { name: "parcel-fee.example", addresses: ["198.51.100.161"] },
  { name: "dropbay.example", addresses: ["192.0.2.45"] },
  { name: "two-homes.example", addresses: ["203.0.113.12", "2001:db8:10::30"] },
];

export const domains: readonly Domain[] = [
  { name: "account-check.example", registrar: "one", answers: "rdap" },
  { name: "login-verify.example", registrar: "one", answers: "rdap" },
  { name: "cheap-watches.example", registrar: "one", answers: "rdap" },
  { name: "board.example", registrar: "one", answers: "rdap" },
  { name: "pictures.example", registrar: "one", answers: "rdap" },
  { name: "chat.example", registrar: "one", answers: "rdap" },
  { name: "alderdrop.example", registrar: "one", answers: "whois" },
  { name: "hidden-shop.example", registrar: "one", answers: "rdap" },
  { name: "ticket-draw.example", registrar: "one", answers: "rdap" },
  { name: "mirror.example", registrar: "one", answers: "rdap" },
  { name: "gallery.example", registrar: "two", answers: "rdap" },
  { name: "updates-now.example", registrar: "two", answers: "rdap" },
  { name: "bank-of-pampa.example", registrar: "two", answers: "rdap" },
  { name: "private-photos.example", registrar: "two", answers: "rdap" },
  { name: "baobab-leaks.example", registrar: "two", answers: "whois" },
  { name: "pages.example", registrar: "one", answers: "rdap" },
  { name: "formhost.example", registrar: "one", answers: "rdap" },
  { name: "videos-six.example", registrar: "one", answers: "rdap" },
  { name: "lotus-shop.example", registrar: "one", answers: "rdap" },
  { name: "newsletter.example", registrar: "one", answers: "rdap" },
  { name: "easel.example", registrar: "two", answers: "rdap" },
  { name: "trellis.example", registrar: "two", answers: "rdap" },
  { name: "parcel.example", registrar: "two", answers: "rdap" },
  { name: "dropbay.example", registrar: "two", answers: "rdap" },
  { name: "two-homes.example", registrar: "one", answers: "rdap" },
];

/**
 * Hotlines and national CERTs as the operator agreed with them; they stand in the settings, not in
 * any registry.
 */
export const authorities = {
  NL: { hotline: "notices@hotline-nl.example", cert: "incidents@cert-nl.example" },
  BR: { hotline: "notices@hotline-br.example", cert: "incidents@cert-br.example" },
  US: { hotline: "notices@hotline-us.example", cert: "incidents@cert-us.example" },
  DE: { hotline: "notices@hotline-de.example", cert: "incidents@cert-de.example" },
} as const;

const desk = (email: string, name: string, temper: Temper): Desk => ({ email, name, temper });

export const desks: readonly Desk[] = [
  desk("abuse@harbour.example", "Harbour Abuse Desk", "answers-removed"),
  desk("abuse@lantern.example", "Lantern Abuse Team", "acknowledges-then-removes"),
  desk("abuse@fjord.example", "Fjord Data Abuse", "refuses"),
  desk("abuse@tundra.example", "Tundra Support", "auto-replies"),
  desk("abuse@alder.example", "Alder Abuse", "passes-on"),
  desk("abuse@shield.example", "Shield Trust & Safety", "silent"),
  desk("abuse@quarry.example", "Quarry Abuse", "bounces"),
  desk("abuse@quarry-group.example", "Quarry Group Abuse", "answers-removed"),
  desk("abuse@canyon.example", "Canyon Leasing", "not-ours"),
  desk("abuse@delta.example", "Delta Cloud", "complains"),
  desk(cloud.email, "Stratus Trust and Safety", "silent"),
  desk("abuse@meadow.example", "Meadow Abuse", "removes-when-reminded"),
  desk("abuse@lotus.example", "Lotus Abuse", "wants-form"),
  desk("abuse@pampa.example", "Pampa Abuse", "silent"),
  desk("abuse@baobab.example", "Baobab Abuse", "asks"),
  desk("abuse@orchard.example", "Orchard Abuse", "asks-the-time"),
  desk("abuse@sixtree.example", "Sixtree Abuse", "does-not-find"),
  desk("abuse@carrier-nord.example", "Carrier Nord NOC", "acknowledges-then-removes"),
  desk("abuse@carrier-west.example", "Carrier West Abuse", "answers-removed"),
  desk("abuse@carrier-sur.example", "Carrier Sur", "silent"),
  desk("abuse@carrier-six.example", "Carrier Six", "silent"),
  desk("abuse@registrar-one.example", "Registrar One Abuse", "acknowledges-then-removes"),
  desk("abuse@registrar-two.example", "Registrar Two Abuse", "silent"),
  desk(siteBuilder.email, "Easel Trust & Safety", "silent"),
  desk(storage.email, "Trellis Abuse", "acknowledges-then-removes"),
  desk("abuse@pages.example", "Pages Trust & Safety", "answers-removed"),
  ...Object.entries(authorities).flatMap(([country, { hotline, cert }]) => [
    desk(hotline, `Hotline ${country}`, "acknowledges"),
    desk(cert, `CERT ${country}`, country === "BR" ? "silent" : "acknowledges"),
  ]),
];

export const deskOf = (email: string): Desk | undefined => desks.find((known) => known.email === email.toLowerCase());
