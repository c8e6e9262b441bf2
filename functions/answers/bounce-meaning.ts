import { pattern } from "../kernel/pattern.ts";

/**
 * `dead`: the mailbox or its domain takes no mail from anybody. `turned-away`: it may, but not this mail of ours
 * (policy, reputation, authentication, content). `late`: neither is said; another mail may pass.
 */
export type BounceMeaning = "dead" | "turned-away" | "late";

/** Bad mailbox, system; moved; no mail (5.1.10, RFC 7505); disabled; no route (RFC 3463 §3.2, §3.3, §3.5). */
const deadStatus = /^5\.(?:1\.(?:[1236]|10)|2\.1|4\.4)$/;
/** Sender (X.1.7, X.1.8), size, content (5.2.3, 5.3.4, 5.6), policy (X.7): RFC 3463 §3, IANA's registry. */
const turnedAwayStatus = /^(?:[45]\.(?:1\.[78]|7\.\d{1,3})|5\.(?:2\.3|3\.4|6\.\d{1,3}))$/;
/** A full mailbox or busy server may take the next mail; class 5 is not about the address here. */
const passes = pattern("i", [
  "mailbox (is )?full",
  "over ?quota",
  "quota exceeded",
  "exceeded (storage|its|the) ",
  "storage",
  "try again",
  "temporar",
  "greylist",
  "grey-list",
  "too many (connections|messages)",
  "rate limit",
  "resources",
  "receiving mail (at a rate|too quickly)",
]);
const isDead = pattern("i", [
  "user unknown",
  "unknown (local )?(user|recipient)",
  "no such (user|recipient|mailbox|address)",
  "does not exist",
  "doesn't exist",
  "not found",
  "mailbox unavailable",
  "account (is )?disabled",
  "invalid recipient",
  "unknown host",
  "no valid recipients",
  "address rejected",
  "domain (name )?not found",
  "unrouteable",
  "host not found",
  "not listed in (the )?(domino directory|public name)",
  "not a member of this mailing list",
  "may not exist",
  "doesn't have an? \\S{1,80} account",
  "not recognized",
]);
const turnsAway = pattern(
  "i",
  "\\b",
  [
    "spam",
    "spamhaus",
    "unsolicited",
    "(black|block|deny)-?list(ed|s)?",
    "blocked",
    "dnsbl",
    "rbl",
    "reputation",
    "polic(y|ies)",
    "spf",
    "dkim",
    "dmarc",
    "authenticat\\w*",
    "reverse dns",
    "rdns",
    "ptr",
    "unauthori[sz]ed",
    "not authori[sz]ed",
    "not permitted",
    "access denied",
    "banned",
    "(content|message|attachment) (was )?(rejected|refused)",
    "virus",
  ],
  "\\b",
);
const isFinal = /permanent (error|failure)/i;

/** A status with a reason beats words, which quote anything. `isClass5`: final, says the server or SES. */
export const bounceMeaning = (status: string | undefined, words: string, isClass5: boolean): BounceMeaning => {
  if (status !== undefined && turnedAwayStatus.test(status)) return "turned-away";
  const says = words.slice(0, 64_000);
  const saysDead = isDead.test(says);
  if (status === "5.2.2" || (passes.test(says) && !saysDead)) return "late";
  if (status !== undefined && deadStatus.test(status)) return "dead";
  if (!isClass5 && !saysDead && !isFinal.test(says)) return turnsAway.test(says) ? "turned-away" : "late";
  if (saysDead) return "dead";
  return turnsAway.test(says) ? "turned-away" : "dead";
};

/** The most telling status: the one in the server's words where the reported one has no reason (5.0.0). */
export const tellingStatus = (reported: string | undefined, words: string): string | undefined => {
  if (reported !== undefined && !/^[45]\.0\.0$/.test(reported)) return reported;
  return /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(words.slice(0, 64_000))?.[1] ?? reported;
};
