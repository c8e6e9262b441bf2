import { pattern } from "../kernel/pattern.ts";
import { readUrl } from "../kernel/read-url.ts";

/** Pages and files about a network's routes and places: nobody takes reports there. */
const ofNetwork = pattern("i", [
  "(^|\\.)peeringdb\\.com$",
  "^(lg|geofeeds?|peering|looking-?glass)\\.",
  "[/_-](geo-?feeds?|peering|looking-?glass|routing)\\b",
]);
const ofData = /\.(csv|txt|json|xml)$/i;

/**
 * True for a web page that may be an abuse form. A home page is none, since the desk would have to be looked for
 * anew, unless the host is named for it (`https://abuse.host.example/`).
 */
export const isForm = (url: string): boolean => {
  const read = readUrl(url);
  if (!read || ofNetwork.test(read.hostname) || ofNetwork.test(read.pathname) || ofData.test(read.pathname))
    return false;
  const isHome = read.pathname === "/" && read.search === "" && read.hash === "";
  return (
    !isHome || /abus|report|complain|phish|spam|^(cert|csirt|psirt|soc|security|trust|safety)\./i.test(read.hostname)
  );
};
