import { holdsAddress } from "./prefix.ts";

/*
 * What everybody uses and nobody is reported for: it stands in a report because what was reported had asked it.
 * A short list is enough: each is a case in which a desk for millions would hear of something that is not there.
 */

type Shared = {
  readonly what: string;
  readonly addresses?: readonly string[];
  /** Blocks in which nothing else stands. */
  readonly blocks?: readonly string[];
  readonly names?: readonly string[];
};

/** From the operators' published addresses, as known on 2026-11-25; root servers from IANA's root hints. */
const shared: readonly Shared[] = [
  {
    what: "Google's public resolver",
    blocks: ["8.8.8.0/24", "8.8.4.0/24", "2001:4860:4860::/48"],
    names: ["dns.google", "dns.google.com"],
  },
  {
    what: "Cloudflare's public resolver",
    addresses: ["162.159.36.1", "162.159.46.1", "172.64.36.1", "172.64.36.2"],
    blocks: ["1.1.1.0/24", "1.0.0.0/24", "2606:4700:4700::/48"],
    names: ["one.one.one.one", "cloudflare-dns.com", "cloudflare-gateway.com"],
  },
  {
    what: "Quad9's public resolver",
    blocks: ["9.9.9.0/24", "149.112.112.0/24", "2620:fe::/48"],
    names: ["dns.quad9.net"],
  },
  {
    what: "OpenDNS, a public resolver",
    addresses: [
      "208.67.222.222",
      "208.67.220.220",
      "208.67.222.123",
      "208.67.220.123",
      "208.67.222.220",
      "208.67.220.222",
      "2620:119:35::35",
      "2620:119:53::53",
    ],
    names: ["dns.opendns.com", "resolver1.opendns.com"],
  },
  {
    what: "AdGuard's public resolver",
    addresses: ["94.140.14.14", "94.140.15.15", "2a10:50c0::ad1:ff", "2a10:50c0::ad2:ff"],
    names: ["dns.adguard-dns.com"],
  },
  {
    what: "CleanBrowsing's public resolver",
    addresses: ["185.228.168.9", "185.228.169.9", "185.228.168.168", "185.228.169.168"],
  },
  { what: "Verisign's public resolver", addresses: ["64.6.64.6", "64.6.65.6"] },
  {
    what: "Yandex' public resolver",
    addresses: ["77.88.8.8", "77.88.8.1", "77.88.8.88", "77.88.8.2", "77.88.8.7", "77.88.8.3", "2a02:6b8::feed:ff"],
    names: ["dns.yandex.ru"],
  },
  { what: "114DNS, a public resolver", addresses: ["114.114.114.114", "114.114.115.115"] },
  {
    what: "Alibaba's public resolver",
    addresses: ["223.5.5.5", "223.6.6.6", "2400:3200::1", "2400:3200:baba::1"],
    names: ["dns.alidns.com"],
  },
  { what: "Tencent's public resolver", addresses: ["119.29.29.29", "119.28.28.28"], names: ["doh.pub", "dot.pub"] },
  { what: "Baidu's public resolver", addresses: ["180.76.76.76"] },
  { what: "Level 3's public resolver", addresses: ["4.2.2.1", "4.2.2.2", "4.2.2.3", "4.2.2.4", "4.2.2.5", "4.2.2.6"] },
  { what: "Comodo's public resolver", addresses: ["8.26.56.26", "8.20.247.20"] },
  { what: "Control D's public resolver", addresses: ["76.76.2.0", "76.76.10.0", "76.76.2.1", "76.76.10.1"] },
  { what: "NextDNS, a public resolver", addresses: ["45.90.28.0", "45.90.30.0"], names: ["dns.nextdns.io"] },
  { what: "DNS.SB, a public resolver", addresses: ["185.222.222.222", "45.11.45.11"] },
  {
    what: "DNS.WATCH, a public resolver",
    addresses: ["84.200.69.80", "84.200.70.40", "2001:1608:10:25::1c04:b12f", "2001:1608:10:25::9249:d69b"],
  },
  { what: "UltraDNS, a public resolver", blocks: ["156.154.70.0/24", "156.154.71.0/24"] },
  { what: "Alternate DNS, a public resolver", addresses: ["76.76.19.19", "76.223.122.150"] },
  { what: "SafeDNS, a public resolver", addresses: ["195.46.39.39", "195.46.39.40"] },
  { what: "Norton's public resolver", addresses: ["199.85.126.10", "199.85.127.10"] },
  { what: "Dyn's public resolver", addresses: ["216.146.35.35", "216.146.36.36"] },
  { what: "Freenom's public resolver", addresses: ["80.80.80.80", "80.80.81.81"] },
  { what: "Hurricane Electric's public resolver", addresses: ["74.82.42.42", "2001:470:20::2"] },
  {
    what: "Mullvad's public resolver",
    addresses: ["194.242.2.2", "194.242.2.3", "194.242.2.4", "2a07:e340::2"],
    names: ["dns.mullvad.net"],
  },
  {
    what: "dns0.eu, a public resolver",
    addresses: ["193.110.81.0", "185.253.5.0", "2a0f:fc80::", "2a0f:fc81::"],
    names: ["dns0.eu"],
  },
  { what: "TWNIC's public resolver", addresses: ["101.101.101.101", "101.102.103.104"] },
  { what: "CNNIC's public resolver", addresses: ["1.2.4.8", "210.2.4.8"] },
  { what: "DNS4EU, a public resolver", addresses: ["86.54.11.100", "86.54.11.200"] },
  {
    what: "a root name server",
    addresses: [
      ...["198.41.0.4", "170.247.170.2", "192.33.4.12", "199.7.91.13", "192.203.230.10", "192.5.5.241", "192.112.36.4"],
      ...["198.97.190.53", "192.36.148.17", "192.58.128.30", "193.0.14.129", "199.7.83.42", "202.12.27.33"],
    ],
    names: ["root-servers.net"],
  },
  { what: "a registry's name servers", names: ["gtld-servers.net"] },
  {
    what: "a public time server",
    names: [
      "pool.ntp.org",
      "time.google.com",
      "time.cloudflare.com",
      "time.windows.com",
      "time.apple.com",
      "time.nist.gov",
    ],
  },
  {
    what: "a page by which devices find out whether they are online",
    names: [
      "connectivitycheck.gstatic.com",
      "connectivitycheck.android.com",
      "captive.apple.com",
      "detectportal.firefox.com",
      "msftconnecttest.com",
      "msftncsi.com",
    ],
  },
  {
    what: "a service that says which address asks it",
    names: [
      "api.ipify.org",
      "api64.ipify.org",
      "checkip.amazonaws.com",
      "icanhazip.com",
      "ifconfig.me",
      "ipinfo.io",
      "checkip.dyndns.org",
      "ip-api.com",
      "ident.me",
    ],
  },
  {
    what: "an authority's answers on certificates",
    names: [
      "ocsp.digicert.com",
      "ocsp.sectigo.com",
      "o.lencr.org",
      "i.lencr.org",
      "ocsp.pki.goog",
      "crl.microsoft.com",
    ],
  },
];

/** By plain form, as `readAddress` gives it. */
const byAddress = new Map(
  shared.flatMap(({ what, addresses = [] }) => addresses.map((address) => [address, what] as const)),
);
const byBlock = shared.flatMap(({ what, blocks = [] }) => blocks.map((block) => ({ what, block })));
const byName = shared.flatMap(({ what, names = [] }) => names.map((name) => ({ what, name })));

/** Which shared service a host is, in a few words; nothing for all others. */
export const sharedInfrastructure = (host: string): string | undefined =>
  byAddress.get(host) ??
  byName.find(({ name }) => host === name || host.endsWith(`.${name}`))?.what ??
  (/^[\d.]+$|:/.test(host) ? byBlock.find(({ block }) => holdsAddress(block, host))?.what : undefined);
