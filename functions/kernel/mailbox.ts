import { domainToUnicode } from "node:url";
import { pattern } from "./pattern.ts";
import { fail, ok, type Result } from "./result.ts";

/** In lower case. The address must have passed `readMailbox` or a schema for addresses. */
export const mailDomainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** No mail system in use heeds case in the local part. Both addresses are ASCII, so case changes no length. */
export const isSameMailbox = (one: string, other: string): boolean =>
  one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());

/** Why no notice may go to a text, in one sentence. */
export type MailboxProblem = { readonly reason: string };

const refuse = (reason: string) => fail<MailboxProblem>({ reason });

/** Nobody reads these: registries' fillers, and senders that want no answer. */
const unread = pattern(
  "i",
  "^",
  [
    "no[-_.]?reply",
    "do[-_.]?not[-_.]?reply",
    "no[-_.]?e?-?mail",
    "not?[-_.]?available",
    "none",
    "null",
    "dev[-_.]?null",
    "nobody",
    "noone",
    "removed",
    "redacted",
    "unread",
    "unknown",
    "undefined",
    "invalid",
    "hidden",
    "withheld",
    "not[-_.]?disclosed",
  ],
  "([-_.+].*)?$",
);

/** Internet registries' own domains: they hand out addresses and host nothing. */
const registries = /(^|\.)(iana\.org|icann\.org|arin\.net|ripe\.net|apnic\.net|lacnic\.net|afrinic\.net)$/;

/** RFC 6761 and private use. `.example` passes, for samples and tests: no mail reaches it. */
const specialUse =
  /(^|\.)(alt|corp|home|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private|test|arpa)$/;

/**
 * Reads one mailbox to which a notice may go, stricter than RFC 5322 on purpose: a dot-atom of letters, digits and
 * `._+'&=~-` (no quoting, comments, routes, `%` or `!` relays, no second address in any disguise) at a public name
 * in ASCII. Gives it trimmed, the domain in lower case without closing dot, the local part as written. Mail
 * composers must see no other address: they make recipients of nearly anything.
 */
export const readMailbox = (text: string): Result<string, MailboxProblem> => {
  if (text.length > 1000) return refuse("The address is longer than mail allows (RFC 5321 §4.5.3.1).");
  const written = text.replace(/^[ \t]+|[ \t]+$/g, "");
  if (written === "") return refuse("No address is given.");
  if (written.length > 254) return refuse("The address is longer than mail allows (RFC 5321 §4.5.3.1).");
  if (!/^[\x21-\x7e]+$/.test(written))
    return refuse("The address holds spaces, control characters or letters outside ASCII.");
  const at = written.indexOf("@");
  if (at < 0)
    return refuse(
      /^[a-z]+:\/\//i.test(written) ? "This is a web address, not a mailbox." : "This is not a mailbox: it has no @.",
    );
  if (at !== written.lastIndexOf("@")) return refuse("There is more than one @: this could be read as two addresses.");
  const local = written.slice(0, at);
  const domain = written
    .slice(at + 1)
    .replace(/\.$/, "")
    .toLowerCase();
  if (local.length > 64 || !/^[a-z0-9_](\.?[a-z0-9_+'&=~-])*$/i.test(local))
    return refuse("The part before the @ is not a plain name.");
  if (unread.test(local)) return refuse("This address says of itself that nobody reads it.");
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/.test(domain))
    return refuse("The part after the @ is not a public name.");
  if (specialUse.test(domain)) return refuse("The part after the @ is a name set aside for private or special use.");
  if (!URL.canParse(`http://${domain}/`) || isNoName(domain))
    return refuse("The part after the @ is not valid in its international form.");
  if (registries.test(domain)) return refuse("This is an internet registry's own mailbox; registries host nothing.");
  return ok(`${local}@${domain}`);
};

/** A label in ASCII form (RFC 5890 §2.3.2.1) that is no name's. Node 24's URL takes it. */
const isNoName = (domain: string): boolean =>
  /(?:^|\.)xn--/.test(domain) && /^$|(?:^|\.)xn--/.test(domainToUnicode(domain));

const bracketed = (words: string): RegExp => new RegExp(String.raw`\s*[[({<]\s*(?:${words})\s*[\])}>]\s*`, "giu");
const atSigns = /%40|&#0*64;|&#x0*40;|&commat;|\s*@\s*(?=[\p{L}\p{N}-]+\.)/giu;
const bracketedAt = bracketed("at|@|a|ät|arroba|chiocciola|małpa|собака");
const bracketedDot = bracketed(String.raw`dot|\.|punkt|point|punto|ponto|kropka|точка`);
const spokenAt = /(?<=[\p{L}\p{N}]) at (?=[\p{L}\p{N}-]+ dot )/giu;
const spokenDot = /(?<=[\p{L}\p{N}]) dot (?=[\p{L}\p{N}])/giu;

/**
 * Undoes disguises of mailboxes: `jane [at] host (dot) example`, `jane＠host。example`, `jane%40host.example` and
 * `jane at host dot example` become `jane@host.example`.
 */
export const withPlainMailboxes = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll("。", ".")
    .replace(bracketedAt, "@")
    .replace(bracketedDot, ".")
    .replace(spokenAt, "@")
    .replace(spokenDot, ".")
    .replace(atSigns, "@");

/** Whether mail can go there, or it only names a desk that an API notifies (`kernel/channels.ts`). */
export const isMailed = (email: string): boolean => !email.endsWith("@api.invalid");
