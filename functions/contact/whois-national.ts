import { pattern } from "../kernel/pattern.ts";
import { readRange } from "../kernel/range.ts";
import { isNationalRegistry, namesAbuse } from "./desks.ts";
import { byConfidence } from "./finding.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { bySize } from "./prefix.ts";
import { nothing, type Reading } from "./reading.ts";
import { candidatesOf, type FoundInText } from "./whois-text.ts";

/**
 * Reads KRNIC's, JPNIC's, TWNIC's and RWHOIS servers' own forms; `undefined` for any other text. They name few
 * abuse desks: a contact under an abuse heading or with an abuse name is taken as one, a network manager's
 * mailbox only as a low-confidence fallback.
 */
export const readNationalWhois = (raw: string): Reading | undefined => {
  const text = raw.replace(/<[^<>\n]{0,500}>/g, "");
  if (/^network:[a-z-]+(;[a-z])?:/im.test(text)) return readRwhois(text);
  // The headings are English whatever the keys are written in.
  if (
    /\[(Network Number|AS Number|Network Name|AS Name|JPNIC Handle|Group Handle)\]/i.test(text) ||
    /^(Network|AS|Contact|Group Contact) Information:/im.test(text)
  )
    return readJpnic(text);
  if (isKrnic.test(text)) return readKrnic(text);
  if (
    /^[ \t]*(Netblock:|(Contact|NIC)[ -]Handle:.*-TW\b)/im.test(text) ||
    (/^[ \t]*Netname:/m.test(text) && /contact:[ \t]*$/im.test(text))
  )
    return readTwnic(text);
  return undefined;
};

const reading = (
  found: readonly FoundInText[],
  facts: { readonly range: string | undefined; readonly country: string | undefined },
  handles: readonly string[] = [],
): Reading => {
  const kept = found.filter(({ email }) => !isNationalRegistry(email));
  const desks = kept.filter(({ confidence }) => confidence !== "guess");
  const candidates = candidatesOf(desks.length > 0 ? desks : kept, "network", facts);
  const followUps = [...new Set(handles)].slice(0, 3).map((handle) => ({ handle, abuse: false }));
  return nothing(candidates.length > 0 ? "found" : "none", {
    ...facts,
    candidates,
    followUps: candidates.length > 0 ? [] : followUps,
  });
};

const graded = (line: string, underAbuse: boolean, manager: string): readonly FoundInText[] =>
  mailboxesIn(line).map(({ email }) =>
    underAbuse
      ? { email, confidence: "high" }
      : namesAbuse(email)
        ? { email, confidence: "medium", remark: "An abuse mailbox by its name." }
        : { email, confidence: "guess", remark: `Not an abuse desk: ${manager}.` },
  );

/** In English, or in Korean alone: `[ 네트워크 할당 정보 ]`, `IPv4주소 : …`, `AS번호 : …`. */
const isKrnic = pattern("im", [
  "^[ \\t]*\\[ *(?:Network Information|AS Information|IPv[46] Address|네트워크|IPv[46] ?주소|AS ?번호)",
  "^(?:IPv[46] Address|IPv[46] ?주소|AS Number|AS ?번호)[ \\t]*:",
]);
const krnicRange = pattern(
  "i",
  "(?:IPv[46](?: Address| ?주소)?|AS(?: Number| ?번호)) *: *",
  "([0-9A-Fa-f.:]+ ?- ?[0-9A-Fa-f.:]+|[0-9A-Fa-f.:]+\\/\\d+|AS\\d+)",
);
/** Abuse, spam, hacking, intrusion, as in KRNIC's Korean headings and keys. */
const krnicAbuse = /abuse|spam|스팸|해킹|침해|어뷰|남용/i;

/** The sections come in Korean and English, the user's block last. The smaller block counts first. */
const readKrnic = (text: string): Reading => {
  const blocks = text
    .split(
      /^(?=[ \t]*(?:\[ *(?:Network|AS) Information|\[ *(?:네트워크|AS ?번호) 할당|IPv[46](?: Address| ?주소) *:))/im,
    )
    .map((part) => {
      const written = krnicRange.exec(part)?.[1];
      let abuse = false;
      const found = part.split("\n").flatMap((line) => {
        if (/^\s*\[/.test(line)) abuse = krnicAbuse.test(line);
        return /e-?mail|@/i.test(line)
          ? graded(line, abuse || krnicAbuse.test(line.split(":")[0] ?? ""), "the network's address manager")
          : [];
      });
      return { written, range: written ? readRange(written.replace(/ ?- ?/, " - ")) : undefined, found };
    });
  const sorted = [
    ...blocks.filter(({ range }) => range !== undefined).sort(bySize),
    ...blocks.filter(({ range }) => range === undefined),
  ];
  return reading(
    sorted.flatMap(({ found }) => found),
    { range: sorted[0]?.written, country: "KR" },
  );
};

/** JPNIC gives handles, and abuse mailboxes in a bracketed key. A handle's record has one mailbox. */
const readJpnic = (text: string): Reading => {
  const lines = [...text.matchAll(/^(?:[a-z]\. )?\[([^\]\n]{1,60})\][ \t]*([^\n]*)$/gim)].map((line) => ({
    key: (line[1] ?? "").toLowerCase(),
    value: (line[2] ?? "").trim(),
  }));
  const range = lines.find(({ key }) => key === "network number" || key === "as number")?.value;
  const found = lines.flatMap(({ key, value }) =>
    /abuse|e-?mail|notify/.test(key) ? graded(value, /abuse/.test(key), "the network's contact") : [],
  );
  const handles = lines
    .filter(({ key }) => /abuse contact|technical contact|administrative contact/.test(key))
    .toSorted((a, b) => Number(b.key.includes("abuse")) - Number(a.key.includes("abuse")))
    .map(({ value }) => value)
    .filter((value) => /^[A-Z]{2,4}\d{2,10}JP$|^JP\d{6,10}$/.test(value));
  return reading(found, { range, country: "JP" }, handles);
};

/** `Technical contact:`, and on the line below the mailbox or the handle of the contact's own record. */
const readTwnic = (text: string): Reading => {
  let heading = "";
  let range: string | undefined;
  const handles: string[] = [];
  const found = text.split("\n").flatMap((line) => {
    const named = /^\s*([A-Za-z][A-Za-z -]{2,40}):\s*(.*)$/.exec(line);
    if (named) heading = (named[1] ?? "").toLowerCase();
    if (heading === "netblock" && named) range = named[2]?.trim();
    if (/contact/.test(heading)) handles.push(...(line.match(/\b[A-Z]{1,8}\d{0,8}-TW\b/g) ?? []));
    return /contact|abuse|e-?mail/.test(heading)
      ? graded(
          named ? (named[2] ?? "") : line,
          heading.includes("abuse"),
          "the network's technical or administrative contact",
        )
      : [];
  });
  return reading([...found].sort(byConfidence), { range, country: "TW" }, handles);
};

/** RWHOIS (RFC 2167): `network:Abuse-Contact;I:abuse@host.example`. */
const readRwhois = (text: string): Reading => {
  const lines = [
    ...text.matchAll(
      /^(?:network|contact|organization|person|role):([A-Za-z-]{2,40})(?:;[A-Za-z])?:[ \t]*([^\n]*)$/gim,
    ),
  ].map((line) => ({
    key: (line[1] ?? "").toLowerCase(),
    value: (line[2] ?? "").trim(),
  }));
  const value = (key: RegExp) => lines.find((line) => key.test(line.key))?.value;
  const found = lines.flatMap((line) =>
    /abuse/.test(line.key)
      ? graded(line.value, true, "")
      : /contact|email/.test(line.key)
        ? graded(line.value, false, "the network's technical contact")
        : [],
  );
  const code = value(/^country(-code)?$/) ?? "";
  return reading([...found].sort(byConfidence), {
    range: value(/^ip-network(-block)?$/),
    country: /^[A-Z]{2}$/i.test(code) ? code.toUpperCase() : undefined,
  });
};
