import { pattern } from "../kernel/pattern.ts";

const partyNamed = pattern(
  "",
  "\\b",
  [
    "belongs? to",
    "(?:hosted|operated|managed|owned|announced|used) (?:by|at|with)",
    "(?:assigned|delegated|allocated|leased|sold|transferred|moved) to",
    "responsibility of",
    "contact",
    "gehört (?:zu|der)",
    "hébergée? (?:chez|par)",
    "alojad[oa] (?:en|por)",
  ],
  "\\s+",
  ["the company ", "the provider ", "our customer "],
  "?([A-Z0-9][^\\n.,;:!?()]{1,58}(?:\\.[a-z]{2,10})?)",
);

/** Addresses by which we are answered have this form; our others are at the same domain. */
const ofOurs = /^c\.td-[a-z0-9-]+\./;
/** Before a mailbox: mail came from or went to it, and not that it is the right one. */
const wroteFrom =
  /(?:your (?:e-?mail|mail|message|report) (?:from|to)|sent (?:from|to)|ihre e?-?mail (?:von|an)|(?:from|to|cc):)\W*$/i;
/** No party's names. */
const nobody =
  /^(?:us|our|you|your|the|this|that|it|them|me|abuse|support|desk|team|customers?|clients?|i|we|ip|as|re|ticket)\b/i;
/** Follows a name and is not part of it. */
const behindName = /\s+(?:directly|instead|and|who|which|for|at|via|in|on|to|or|about|with|since|until|if)\b.*$/i;

/** A mailbox neither the `writer`'s (From) nor ours, else the name after "belongs to", "hosted by" etc. */
export const partyNamedIn = (text: string, writer: string): string | undefined => {
  const found = [...text.matchAll(/[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g)].map(
    (match) => ({ mailbox: match[0].toLowerCase(), before: text.slice(Math.max(0, match.index - 40), match.index) }),
  );
  const domainOf = (mailbox: string) => mailbox.split("@")[1];
  const ours = found.filter(({ mailbox }) => ofOurs.test(mailbox)).map(({ mailbox }) => domainOf(mailbox));
  const right = found.find(
    ({ mailbox, before }) =>
      domainOf(mailbox) !== domainOf(writer) && !ours.includes(domainOf(mailbox)) && !wroteFrom.test(before),
  );
  if (right !== undefined) return right.mailbox;
  const name = partyNamed.exec(text)?.[1]?.replace(behindName, "").trim() ?? "";
  return name === "" || nobody.test(name) ? undefined : name;
};

/** A pass-through provider's usual answer: "Hosting Provider: EXAMPLE", "the host is EXAMPLE". */
const hostNamed = pattern(
  "i",
  "\\b(?:hosting (?:provider|company)|web ?host|host) ?(?::|is|are)",
  "\\s+([A-Z0-9][^\\n.,;:!?()]{1,58}(?:\\.[a-z]{2,10})?)",
);
const speaksOfHost = /\bhosting (?:provider|company)\b|\bhost (?:is|:)/i;

/** The host named by whoever passed our notice on to it: its mailbox, else its name. */
export const hostNamedIn = (text: string, writer: string): string | undefined => {
  if (!speaksOfHost.test(text)) return undefined;
  const party = partyNamedIn(text, writer);
  if (party?.includes("@")) return party;
  const name = hostNamed.exec(text)?.[1]?.replace(behindName, "").trim() ?? "";
  return name === "" || nobody.test(name) ? undefined : name;
};
