import { domainOf } from "../../../functions/kernel/domain.ts";
import { type Draw, pickAt, shareAt } from "./draw.ts";
import { dayMs, hourMs, type PlayedHost, type PlayedTarget, pagesByHost, type RegisteredName } from "./targets.ts";
import { week } from "./week.ts";

/*
 * What is true of the names that reports are about: how old they are, and whether they are listed.
 * The system hears of it only what registries say. All is drawn by itself, after everything else.
 */

/*
 * From MISP's warning lists (pymispwarninglists 1.7.0, read on 2026-12-01): names that are no
 * public suffix and stood in no table of ours then, in top-level domains with RDAP; most were drawn
 * by lot, so that the largest services alone do not make the list. Strangers have pages behind the
 * first themselves…
 */
const sharedApexes = [
  // url-shortener
  ...["snip.ly", "reurl.cc", "iurl.vip", "adf.ly", "iplogger.org", "vzturl.com", "ppt.cc", "shorten.is", "lc.cx"],
  ...["tota2.com", "temporary-url.com", "zurl.to", "1url.com", "urlshort.dev", "abre.ai", "v.ht", "iplogger.com"],
  ...["xlinkz.info", "42url.com", "relink.is"],
  // link-in-bio
  ...["link.space", "usebiolink.com", "joy.link", "biolink.site", "campsite.bio", "set.page", "linkr.com", "lnk.bio"],
  ...["linkfire.com", "milkshake.app", "later.com", "shorby.com", "bio.site", "feed.link", "bio.fm", "taplink.cc"],
];
/** … and names of their own below one of these (dynamic-dns). */
const sharedSuffixes = [
  ...["jetos.com", "3322.org", "dnset.com", "dynamicdns.biz", "mefound.com", "changeip.org", "sixth.biz"],
  ...["almostmy.com", "faqserv.com", "onmypc.net", "sendsmtp.com", "dns05.com", "ldop.com", "microcycas.com"],
  ...["greenpc.in", "usenetology.com", "tuxservice.com.ar", "computerninja.net", "hygeanps.com", "chem101.com"],
  ...["localnet.ca", "zoserver.org", "dicosmo.com.au", "thebrokenbubble.com"],
];
/** From the same package's list of the 10,000 names that most people ask for (tranco10k). */
const wellKnownNames = [
  ...["wikipedia.org", "britannica.com", "paypal.com", "bankofamerica.com", "chase.com", "hsbc.com"],
  ...["wellsfargo.com", "irs.gov", "usa.gov", "canada.ca", "un.org", "usps.com"],
];

/** Of shared names, how many have a page behind the name itself; the others are names below it. Chosen. */
const apexes = 0.5;
/** Old names were registered within so many days before: chosen. */
const oldWithinDays = 20 * 365;

type Listed = { readonly name: string; readonly kind: "shared" | "well-known" };

/** Which targets stand at a listed name: of those that are alone at a host in one network. */
const listedOf = (targets: readonly PlayedTarget[], draw: Draw): ReadonlyMap<number, Listed> => {
  const { wellKnown, shared } = week.names;
  const order = targets
    .filter(({ host }) => host.kind === "network" && host.pages === 1)
    .toSorted((a, b) => draw("listed", a.id) - draw("listed", b.id));
  const falseOnes = Math.round(targets.length * wellKnown);
  const sharedOnes = Math.round(targets.length * shared);
  const listed = new Map<number, Listed>();
  for (const [at, { id }] of order.slice(0, falseOnes + sharedOnes).entries()) {
    const [part, which] = [draw("listed part", id), draw("listed name", id)];
    if (at < falseOnes) {
      const apex = pickAt(wellKnownNames, which);
      listed.set(id, { kind: "well-known", name: part < 0.5 ? apex : `www.${apex}` });
    } else {
      const name = part < apexes ? pickAt(sharedApexes, which) : `c${id}.${pickAt(sharedSuffixes, which)}`;
      listed.set(id, { kind: "shared", name });
    }
  }
  return listed;
};

const daysBefore = (atMs: number, leastMs: number, mostMs: number, at: number): number =>
  Math.round(atMs - leastMs - at * (mostMs - leastMs));

/** `pages`: all targets at the host, first reported first. A name is ticked where one of their reporters does it. */
const registeredOf = (
  name: string,
  pages: readonly PlayedTarget[],
  listed: Listed["kind"] | undefined,
  draw: Draw,
): RegisteredName => {
  const { ofTicked, ofNotTicked, youngWithinDays, oldAfterDays } = week.names;
  const shares = pages.some(({ domainIsMalicious }) => domainIsMalicious) ? ofTicked : ofNotTicked;
  const domain = domainOf(name);
  const kind = listed ?? shareAt(shares, draw("age", name));
  // What no registry dates is as often young as what they do.
  const { young, old } = shares;
  const isYoung = kind === "undated" ? shareAt({ young, old }, draw("true age", name)) === "young" : kind === "young";
  const firstMs = pages[0]?.reportedAt ?? 0;
  const at = isYoung
    ? daysBefore(firstMs, hourMs, youngWithinDays * dayMs, draw("registered", domain))
    : daysBefore(0, oldAfterDays * dayMs, oldWithinDays * dayMs, draw("registered", domain));
  return { kind, domain, isForAbuse: isYoung, ...(kind !== "undated" && { at }) };
};

/** The targets at their names. What stands at the same listed name stands at one host. */
export const withNames = (targets: readonly PlayedTarget[], draw: Draw): readonly PlayedTarget[] => {
  const listed = listedOf(targets, draw);
  const nameOf = ({ id, host }: PlayedTarget): string => listed.get(id)?.name ?? host.name;
  const hosts = new Map<string, PlayedHost>();
  const pagesOf = pagesByHost(targets.map((target) => ({ ...target, host: { ...target.host, name: nameOf(target) } })));
  return targets.map((target) => {
    const name = nameOf(target);
    const pages = pagesOf.get(name) ?? [];
    const host = hosts.get(name) ?? hostNamed(target.host, name, pages, listed.get(target.id)?.kind, draw);
    hosts.set(name, host);
    return { ...target, host };
  });
};

const hostNamed = (
  host: PlayedHost,
  name: string,
  pages: readonly PlayedTarget[],
  kind: Listed["kind"] | undefined,
  draw: Draw,
): PlayedHost =>
  host.registrar === undefined
    ? host
    : { ...host, name, pages: pages.length, registered: registeredOf(name, pages, kind, draw) };
