/*
 * What everybody uses and nobody is reported for: a name or an address that stands in a report because what was reported had asked it.
 * A list of a few is enough: each is a case in which a desk for millions would hear of something that is not there.
 */

type Shared = { readonly what: string; readonly addresses?: readonly string[]; readonly names?: readonly string[] };

/** From the operators' own published addresses, as known on 2026-11-25; root servers from IANA's root hints. */
const shared: readonly Shared[] = [
  {
    what: "Google's public resolver",
    addresses: ["8.8.8.8", "8.8.4.4", "2001:4860:4860::8888", "2001:4860:4860::8844"],
    names: ["dns.google", "dns.google.com"],
  },
  {
    what: "Cloudflare's public resolver",
    addresses: [
      ...["1.1.1.1", "1.0.0.1", "1.1.1.2", "1.0.0.2", "1.1.1.3", "1.0.0.3"],
      ...["2606:4700:4700::1111", "2606:4700:4700::1001", "2606:4700:4700::1112", "2606:4700:4700::1002", "2606:4700:4700::1113", "2606:4700:4700::1003"],
    ],
    names: ["one.one.one.one", "cloudflare-dns.com"],
  },
  {
    what: "Quad9's public resolver",
    addresses: ["9.9.9.9", "149.112.112.112", "9.9.9.10", "149.112.112.10", "9.9.9.11", "149.112.112.11", "2620:fe::fe", "2620:fe::9"],
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
  { what: "AdGuard's public resolver", addresses: ["94.140.14.14", "94.140.15.15", "2a10:50c0::ad1:ff", "2a10:50c0::ad2:ff"], names: ["dns.adguard-dns.com"] },
  { what: "CleanBrowsing's public resolver", addresses: ["185.228.168.9", "185.228.169.9", "185.228.168.168", "185.228.169.168"] },
  { what: "Verisign's public resolver", addresses: ["64.6.64.6", "64.6.65.6"] },
  {
    what: "Yandex' public resolver",
    addresses: ["77.88.8.8", "77.88.8.1", "77.88.8.88", "77.88.8.2", "77.88.8.7", "77.88.8.3", "2a02:6b8::feed:ff"],
    names: ["dns.yandex.ru"],
  },
  { what: "114DNS, a public resolver", addresses: ["114.114.114.114", "114.114.115.115"] },
  { what: "Alibaba's public resolver", addresses: ["223.5.5.5", "223.6.6.6", "2400:3200::1", "2400:3200:baba::1"], names: ["dns.alidns.com"] },
  { what: "Tencent's public resolver", addresses: ["119.29.29.29", "119.28.28.28"], names: ["doh.pub", "dot.pub"] },
  { what: "Baidu's public resolver", addresses: ["180.76.76.76"] },
  { what: "Level 3's public resolver", addresses: ["4.2.2.1", "4.2.2.2", "4.2.2.3", "4.2.2.4", "4.2.2.5", "4.2.2.6"] },
  { what: "Comodo's public resolver", addresses: ["8.26.56.26", "8.20.247.20"] },
  { what: "Control D's public resolver", addresses: ["76.76.2.0", "76.76.10.0", "76.76.2.1", "76.76.10.1"] },
  { what: "NextDNS, a public resolver", addresses: ["45.90.28.0", "45.90.30.0"], names: ["dns.nextdns.io"] },
  { what: "DNS.SB, a public resolver", addresses: ["185.222.222.222", "45.11.45.11"] },
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
  { what: "a public time server", names: ["pool.ntp.org", "time.google.com", "time.cloudflare.com", "time.windows.com", "time.apple.com", "time.nist.gov"] },
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
    names: ["ocsp.digicert.com", "ocsp.sectigo.com", "o.lencr.org", "i.lencr.org", "ocsp.pki.goog", "crl.microsoft.com"],
  },
];

/** Addresses by their plain form, as `readAddress` gives it. */
const byAddress = new Map(shared.flatMap(({ what, addresses = [] }) => addresses.map((address) => [address, what] as const)));
const byName = shared.flatMap(({ what, names = [] }) => names.map((name) => ({ what, name })));

/** What of everybody's this host is, in a few words; nothing for all others. */
export const sharedInfrastructure = (host: string): string | undefined =>
  byAddress.get(host) ?? byName.find(({ name }) => host === name || host.endsWith(`.${name}`))?.what;
